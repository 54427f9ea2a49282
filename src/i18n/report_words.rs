//! The words that the report adds, on the page and in every file.

use super::{common, harvest, report_map, run};
use crate::core::domain::Form;
use crate::core::report::{About, Words};

pub(super) const ENGLISH: Words = Words {
    language: "en",
    table: common::ENGLISH.table,
    other_table: common::ENGLISH.other_table,
    round: common::ENGLISH.round,
    question: common::ENGLISH.question,
    other_question: harvest::ENGLISH.other_question,
    nobody: "Nobody answered this question.",
    empty_theme: "No contribution in this theme.",
    example: "E.g.",
    also: "Also:",
    or: common::ENGLISH.or,
    contributions: common::ENGLISH.contributions,
    dots: |count| if count == 1 { "1 dot".into() } else { format!("{count} dots") },
    highlighted: "highlighted",
    day: common::ENGLISH.day,
    key_points: "Key points",
    notes: "Contributions",
    unsorted: "Without a theme",
    next_steps: "Next steps",
    what: "What",
    who: "Who",
    when: "By when",
    about: "How this was made",
    took_part: "Who took part",
    facts: english_facts,
    figures: "In figures",
    counts: run::ENGLISH.counts_caption,
    elsewhere: run::ENGLISH.elsewhere,
    recurring: "Words that recur",
    recurring_help: "How many contributions contain a word, whatever its form.",
    hidden: |count| match count {
        1 => "1 contribution was set aside and is not shown.".into(),
        count => format!("{count} contributions were set aside and are not shown."),
    },
    left_out: |count| match count {
        1 => "1 contribution without a theme is left out.".into(),
        count => format!("{count} contributions without a theme are left out."),
    },
    contents: "Contents",
    columns: [
        "No.",
        "Question",
        "Theme",
        "Table",
        "Round",
        "Contribution",
        "Example of",
        "Name",
        "Dots",
        "Highlighted",
    ],
    thanks: "Thank you",
    map: report_map::ENGLISH,
};

pub(super) const FRENCH: Words = Words {
    language: "fr",
    table: common::FRENCH.table,
    other_table: common::FRENCH.other_table,
    round: common::FRENCH.round,
    question: common::FRENCH.question,
    other_question: harvest::FRENCH.other_question,
    nobody: "Personne n’a répondu à cette question.",
    empty_theme: "Aucune contribution dans ce thème.",
    example: "Ex.\u{202f}:",
    also: "Aussi\u{202f}:",
    or: common::FRENCH.or,
    contributions: common::FRENCH.contributions,
    dots: |count| if count < 2 { format!("{count} gommette") } else { format!("{count} gommettes") },
    highlighted: "mise en avant",
    day: common::FRENCH.day,
    key_points: "Points clés",
    notes: "Contributions",
    unsorted: "Sans thème",
    next_steps: "Suites",
    what: "Quoi",
    who: "Qui",
    when: "Pour quand",
    about: "Comment cette restitution a été faite",
    took_part: "Qui a participé",
    facts: french_facts,
    figures: "En chiffres",
    counts: run::FRENCH.counts_caption,
    elsewhere: run::FRENCH.elsewhere,
    recurring: "Les mots qui reviennent",
    recurring_help: "Le nombre de contributions où figure un mot, quelle que soit sa forme.",
    hidden: |count| {
        if count < 2 {
            format!("{count} contribution mise de côté n’est pas montrée.")
        } else {
            format!("{count} contributions mises de côté ne sont pas montrées.")
        }
    },
    left_out: |count| {
        if count < 2 {
            format!("{count} contribution sans thème n’est pas reprise ici.")
        } else {
            format!("{count} contributions sans thème ne sont pas reprises ici.")
        }
    },
    contents: "Sommaire",
    columns: [
        "N°",
        "Question",
        "Thème",
        "Table",
        "Tour",
        "Contribution",
        "Exemple de",
        "Nom",
        "Gommettes",
        "Mise en avant",
    ],
    thanks: "Merci",
    map: report_map::FRENCH,
};

fn english_facts(about: &About) -> Vec<String> {
    let count = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let asked = match about.form {
        Form::QuestionPerTable => "Each table had its own question.",
        Form::QuestionPerRound => "Each round had its own question, the same at all tables.",
    };
    let mut facts = vec![format!(
        "{}, {}, {} of conversation. {asked}",
        count(about.tables, "table", "tables"),
        count(about.rounds, "round", "rounds"),
        count(about.minutes as usize, "minute", "minutes"),
    )];
    if about.people > 0 {
        facts.push(format!("{} had a seat in the plan.", count(about.people, "person", "people")));
    }
    facts.push(format!(
        "The contributions were written on {}; {} signed with a pseudonym.",
        count(about.devices, "device", "devices"),
        count(about.signed, "is", "are"),
    ));
    if about.points > 0 {
        facts.push(format!("The hosts kept {}.", count(about.points, "key point", "key points")));
    }
    if about.themes > 0 {
        facts.push(format!(
            "Afterwards, {} sorted into {}.",
            count(about.sorted, "contribution was", "contributions were"),
            count(about.themes, "theme", "themes"),
        ));
    }
    if about.voters > 0 {
        let dots = count(about.budget as usize, "dot", "dots");
        facts.push(format!("{} gave up to {dots} under each question.", count(about.voters, "person", "people")));
    }
    facts
}

fn french_facts(about: &About) -> Vec<String> {
    let count = |count: usize, one: &str, many: &str| format!("{count} {}", if count < 2 { one } else { many });
    let asked = match about.form {
        Form::QuestionPerTable => "Chaque table avait sa question.",
        Form::QuestionPerRound => "Chaque tour avait sa question, la même à toutes les tables.",
    };
    let mut facts = vec![format!(
        "{}, {}, {} de conversation. {asked}",
        count(about.tables, "table", "tables"),
        count(about.rounds, "tour", "tours"),
        count(about.minutes as usize, "minute", "minutes"),
    )];
    if about.people > 0 {
        facts.push(format!("{} au plan de table.", count(about.people, "personne", "personnes")));
    }
    facts.push(format!(
        "Les contributions ont été écrites sur {}\u{202f}; {} d’un pseudonyme.",
        count(about.devices, "appareil", "appareils"),
        count(about.signed, "est signée", "sont signées"),
    ));
    if about.points > 0 {
        facts.push(format!("Les hôtes ont gardé {}.", count(about.points, "point clé", "points clés")));
    }
    if about.themes > 0 {
        facts.push(format!(
            "Ensuite, {} en {}.",
            count(about.sorted, "contribution a été classée", "contributions ont été classées"),
            count(about.themes, "thème", "thèmes"),
        ));
    }
    if about.voters > 0 {
        let dots = count(about.budget as usize, "gommette", "gommettes");
        let people = count(about.voters, "personne a donné", "personnes ont donné");
        facts.push(format!("{people} jusqu’à {dots} sous chaque question."));
    }
    facts
}
