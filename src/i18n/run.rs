//! The texts of the overview of a café, of the screen "run" and of the projector.

use crate::route::Step;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Run {
    pub title: &'static str,
    pub help: &'static str,
    pub questions: fn(usize) -> String,
    pub tables: fn(usize) -> String,
    pub rounds: fn(usize) -> String,
    pub rounds_of: fn(usize, u32) -> String,
    pub bundles: fn(usize) -> String,
    pub two_versions: fn(usize) -> String,
    pub what: fn(Step) -> &'static str,
    pub done: &'static str,
    pub now: &'static str,
    pub export: &'static str,
    pub write_here: &'static str,
    pub show_large: &'static str,
    pub rounds_title: &'static str,
    pub table_questions: &'static str,
    pub write_at: fn(&str) -> String,
    pub table: &'static str,
    pub counts_title: &'static str,
    pub counts_caption: &'static str,
    pub elsewhere: fn(usize) -> String,
    pub collect_after: &'static str,
    pub collect_after_help: &'static str,
    pub to_collect: &'static str,
    pub projector: &'static str,
    pub all_questions: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub leave: &'static str,
    pub screens: &'static str,
    pub no_question: &'static str,
}

pub(super) const ENGLISH: Run = Run {
    title: "Run",
    help: "The questions, round by round, and how much has arrived on this device.",
    questions: |count| if count == 1 { "1\u{a0}question".into() } else { format!("{count}\u{a0}questions") },
    tables: |count| if count == 1 { "1\u{a0}table".into() } else { format!("{count}\u{a0}tables") },
    rounds: |count| if count == 1 { "1\u{a0}round".into() } else { format!("{count}\u{a0}rounds") },
    rounds_of: |count, minutes| {
        if count == 1 {
            format!("1\u{a0}round of {minutes}\u{a0}min")
        } else {
            format!("{count}\u{a0}rounds of {minutes}\u{a0}min")
        }
    },
    bundles: |count| match count {
        0 => "no bundle received yet".into(),
        1 => "1 bundle received".into(),
        _ => format!("{count} bundles received"),
    },
    two_versions: |count| {
        if count == 1 { "1 text in two versions".into() } else { format!("{count} texts in two versions") }
    },
    what: |step| match step {
        Step::Prepare => "questions, tables, rounds",
        Step::Invite => "link and QR code for each table",
        Step::Run => "questions in large letters, notes per table",
        Step::Collect => "bundles from the tables",
        Step::Harvest => "themes, dots, next steps",
        Step::Report => "as a page and as a file",
    },
    done: "done",
    now: "next",
    export: "Export the café",
    write_here: "Write at a table on this device",
    show_large: "Show in large letters",
    rounds_title: "Rounds",
    table_questions: "each table its question",
    write_at: |table| format!("Write here at: {table}"),
    table: "Table",
    counts_title: "On this device",
    counts_caption: "Contributions per table and round",
    elsewhere: |count| {
        if count == 1 {
            "1 contribution belongs to a table or round that was removed.".into()
        } else {
            format!("{count} contributions belong to a table or round that was removed.")
        }
    },
    collect_after: "After each round: collect",
    collect_after_help: "What people write stays on their phones until they hand it over. Ask each table for its bundle before \
                         people change seats.",
    to_collect: "Go to Collect",
    projector: "Large letters",
    all_questions: "All questions",
    previous: "Previous",
    next: "Next",
    leave: "Close the large view",
    screens: "What to show",
    no_question: "No question yet",
};

pub(super) const FRENCH: Run = Run {
    title: "Animer",
    help: "Les questions, tour par tour, et ce qui est arrivé sur cet appareil.",
    questions: |count| if count < 2 { format!("{count}\u{a0}question") } else { format!("{count}\u{a0}questions") },
    tables: |count| if count < 2 { format!("{count}\u{a0}table") } else { format!("{count}\u{a0}tables") },
    rounds: |count| if count < 2 { format!("{count}\u{a0}tour") } else { format!("{count}\u{a0}tours") },
    rounds_of: |count, minutes| {
        let tours = if count < 2 { "tour" } else { "tours" };
        format!("{count}\u{a0}{tours} de {minutes}\u{a0}min")
    },
    bundles: |count| match count {
        0 => "aucun paquet reçu".into(),
        1 => "1 paquet reçu".into(),
        _ => format!("{count} paquets reçus"),
    },
    two_versions: |count| {
        if count < 2 { format!("{count} texte en deux versions") } else { format!("{count} textes en deux versions") }
    },
    what: |step| match step {
        Step::Prepare => "questions, tables, tours",
        Step::Invite => "un lien et un code QR par table",
        Step::Run => "questions en grand, notes par table",
        Step::Collect => "les paquets des tables",
        Step::Harvest => "thèmes, gommettes, suites",
        Step::Report => "en page et en fichier",
    },
    done: "fait",
    now: "à faire",
    export: "Exporter le café",
    write_here: "Écrire à une table sur cet appareil",
    show_large: "Afficher en grand",
    rounds_title: "Tours",
    table_questions: "à chaque table sa question",
    write_at: |table| format!("Écrire ici\u{202f}: {table}"),
    table: "Table",
    counts_title: "Sur cet appareil",
    counts_caption: "Contributions par table et par tour",
    elsewhere: |count| {
        if count < 2 {
            format!("{count} contribution vient d’une table ou d’un tour retirés.")
        } else {
            format!("{count} contributions viennent d’une table ou d’un tour retirés.")
        }
    },
    collect_after: "Après chaque tour\u{202f}: collecter",
    collect_after_help: "Ce que les gens écrivent reste sur leur téléphone tant qu’ils ne le remettent pas. Demandez son paquet à \
                         chaque table avant que l’on change de place.",
    to_collect: "Aller à Collecter",
    projector: "En grand",
    all_questions: "Toutes les questions",
    previous: "Précédent",
    next: "Suivant",
    leave: "Quitter l’affichage en grand",
    screens: "Que montrer",
    no_question: "Pas encore de question",
};
