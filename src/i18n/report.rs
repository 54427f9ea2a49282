//! The texts of the report, on the page and in its files.

use super::{common, report_words};
use crate::core::report::Words;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Report {
    pub question: fn(usize) -> String,
    pub to_settle: fn(usize) -> String,
    pub settle: &'static str,
    pub help: &'static str,
    pub empty: &'static str,
    pub empty_help: &'static str,
    pub example: &'static str,
    pub choices: &'static str,
    pub choices_help: &'static str,
    pub show_names: &'static str,
    pub show_tables: &'static str,
    pub show_dots: &'static str,
    pub show_unsorted: &'static str,
    pub took_part: &'static str,
    pub took_part_help: &'static str,
    pub undo: &'static str,
    pub map_words: &'static str,
    pub map_files: fn(usize) -> String,
    pub map_svg: &'static str,
    pub map_png: &'static str,
    pub map_file: &'static str,
    pub map_not_drawn: &'static str,
    pub map_not_downloaded: &'static str,
    pub words: Words,
}

pub(super) const ENGLISH: Report = Report {
    question: common::ENGLISH.question,
    to_settle: |count| match count {
        1 => "1 text is in two versions; the report shows both.".into(),
        count => format!("{count} texts are in two versions; the report shows both."),
    },
    settle: "Settle them",
    help: "What the room hears, and what everybody takes home. It follows the harvest by itself.",
    empty: "The report is still empty.",
    empty_help: "Once there are questions, they appear here with what the tables wrote about them.",
    example: "For example: ",
    choices: "What the report shows",
    choices_help: "These choices apply to the whole café: this page, the printed report and every file.",
    show_names: "Pseudonyms",
    show_tables: "Tables and rounds",
    show_dots: "Dots",
    show_unsorted: "Contributions without a theme",
    took_part: "Who took part",
    took_part_help: "How many people came, from where, who organised it, who wrote this report: it stands at the end of the report.",
    undo: "Undo the last choice",
    map_words: "The map in words",
    map_files: |number| format!("The map of question {number} as a file"),
    map_svg: "Map as SVG",
    map_png: "Map as PNG",
    map_file: "map",
    map_not_drawn: "The browser could not draw the PNG. The SVG holds the same picture.",
    map_not_downloaded: "The browser did not take the file. The map is also in the printed report.",
    words: report_words::ENGLISH,
};

pub(super) const FRENCH: Report = Report {
    question: common::FRENCH.question,
    to_settle: |count| {
        if count < 2 {
            format!("{count} texte est en deux versions\u{202f}; la restitution montre les deux.")
        } else {
            format!("{count} textes sont en deux versions\u{202f}; la restitution montre les deux.")
        }
    },
    settle: "Les départager",
    help: "Ce que la salle entend, et ce que chacun emporte. La restitution suit la récolte d’elle-même.",
    empty: "La restitution est encore vide.",
    empty_help: "Dès qu’il y aura des questions, elles seront ici avec ce que les tables en ont écrit.",
    example: "Par exemple\u{202f}: ",
    choices: "Ce que montre la restitution",
    choices_help: "Ces choix valent pour tout le café\u{202f}: cette page, l’impression et tous les fichiers.",
    show_names: "Les pseudonymes",
    show_tables: "Les tables et les tours",
    show_dots: "Les gommettes",
    show_unsorted: "Les contributions sans thème",
    took_part: "Qui a participé",
    took_part_help: "Combien de personnes, venues d’où, qui a organisé, qui a rédigé\u{202f}: c’est à la fin de la restitution.",
    undo: "Défaire le dernier choix",
    map_words: "La carte en mots",
    map_files: |number| format!("La carte de la question {number} en fichier"),
    map_svg: "Carte en SVG",
    map_png: "Carte en PNG",
    map_file: "carte",
    map_not_drawn: "Le navigateur n’a pas pu dessiner le PNG. Le SVG contient la même image.",
    map_not_downloaded: "Le navigateur n’a pas pris le fichier. La carte est aussi dans la restitution imprimée.",
    words: report_words::FRENCH,
};
