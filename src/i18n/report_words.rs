//! The words that the report adds, on the page and in every file.

use super::{common, harvest, home, report_map, run};
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
    day: home::ENGLISH.day,
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
    day: home::FRENCH.day,
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
    let asked = match (about.form, about.questions) {
        (_, 0) => String::new(),
        (_, 1) => " There was one question.".into(),
        (Form::QuestionPerTable, all) if all == about.tables => " Each table had its own question.".into(),
        (Form::QuestionPerTable, all) => format!(" The tables started from {all} questions."),
        (Form::QuestionPerRound, all) if all == about.rounds => {
            " Each round had its own question, the same at all tables.".into()
        }
        (Form::QuestionPerRound, all) => format!(" The rounds were about {all} questions, the same at all tables."),
    };
    let mut facts = vec![format!(
        "{}, {}, {} of conversation planned.{asked}",
        count(about.tables, "table", "tables"),
        count(about.rounds, "round", "rounds"),
        count(about.minutes as usize, "minute", "minutes"),
    )];
    if about.people > 0 {
        facts.push(format!("{} had a seat in the plan.", count(about.people, "person", "people")));
    }
    // No device: nothing was written.
    if about.devices > 0 {
        let devices = count(about.devices, "device", "devices");
        let signed = if about.signed == 0 { "none is".into() } else { count(about.signed, "is", "are") };
        facts.push(format!("The contributions were written on {devices}; {signed} signed with a pseudonym."));
    }
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
    let asked = match (about.form, about.questions) {
        (_, 0) => String::new(),
        (_, 1) => " Il y avait une seule question.".into(),
        (Form::QuestionPerTable, all) if all == about.tables => " Chaque table avait sa question.".into(),
        (Form::QuestionPerTable, all) => format!(" Les tables sont parties de {all} questions."),
        (Form::QuestionPerRound, all) if all == about.rounds => {
            " Chaque tour avait sa question, la même à toutes les tables.".into()
        }
        (Form::QuestionPerRound, all) => {
            format!(" Les tours ont porté sur {all} questions, les mêmes à toutes les tables.")
        }
    };
    let mut facts = vec![format!(
        "{}, {}, {}.{asked}",
        count(about.tables, "table", "tables"),
        count(about.rounds, "tour", "tours"),
        count(about.minutes as usize, "minute de conversation prévue", "minutes de conversation prévues"),
    )];
    if about.people > 0 {
        facts.push(format!("{} au plan de table.", count(about.people, "personne", "personnes")));
    }
    if about.devices > 0 {
        let devices = count(about.devices, "appareil", "appareils");
        let signed = match about.signed {
            0 => "aucune n’est signée".into(),
            signed => count(signed, "est signée", "sont signées"),
        };
        facts.push(format!("Les contributions ont été écrites sur {devices}\u{202f}; {signed} d’un pseudonyme."));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facts_say_what_is_so() {
        use Form::{QuestionPerRound, QuestionPerTable};
        let first = |form, questions| {
            let about = About { form, tables: 6, rounds: 3, minutes: 60, questions, ..About::default() };
            let facts = [english_facts(&about), french_facts(&about)];
            assert!(facts.iter().all(|facts| facts.len() == 1), "nothing was written: {facts:?}");
            facts.map(|facts| facts[0].clone())
        };
        for (form, questions, english, french) in [
            (QuestionPerTable, 0, "", ""),
            (QuestionPerTable, 1, " There was one question.", " Il y avait une seule question."),
            (QuestionPerTable, 3, " The tables started from 3 questions.", " Les tables sont parties de 3 questions."),
            (QuestionPerTable, 6, " Each table had its own question.", " Chaque table avait sa question."),
            (
                QuestionPerRound,
                2,
                " The rounds were about 2 questions, the same at all tables.",
                " Les tours ont porté sur 2 questions, les mêmes à toutes les tables.",
            ),
            (
                QuestionPerRound,
                3,
                " Each round had its own question, the same at all tables.",
                " Chaque tour avait sa question, la même à toutes les tables.",
            ),
        ] {
            let wanted = [
                format!("6 tables, 3 rounds, 60 minutes of conversation planned.{english}"),
                format!("6 tables, 3 tours, 60 minutes de conversation prévues.{french}"),
            ];
            assert_eq!(first(form, questions), wanted);
        }
        let written = |signed| {
            let about = About { devices: 2, signed, ..About::default() };
            [english_facts(&about)[1].clone(), french_facts(&about)[1].clone()]
        };
        assert_eq!(
            written(0),
            [
                "The contributions were written on 2 devices; none is signed with a pseudonym.",
                "Les contributions ont été écrites sur 2 appareils\u{202f}; aucune n’est signée d’un pseudonyme.",
            ]
        );
        assert_eq!(
            written(1),
            [
                "The contributions were written on 2 devices; 1 is signed with a pseudonym.",
                "Les contributions ont été écrites sur 2 appareils\u{202f}; 1 est signée d’un pseudonyme.",
            ]
        );
    }
}
