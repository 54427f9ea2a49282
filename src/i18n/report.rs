//! The texts of the report, on the page and in its Markdown file.

use super::common;
use crate::core::report::markdown::Words;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Report {
    pub print: &'static str,
    pub markdown: &'static str,
    pub copy: &'static str,
    pub copy_label: &'static str,
    pub outputs: &'static str,
    pub file: &'static str,
    pub downloaded: fn(&str) -> String,
    pub not_downloaded: &'static str,
    pub copied: &'static str,
    pub question: fn(usize) -> String,
    pub figures: &'static str,
    pub hidden: fn(usize) -> String,
    pub to_settle: fn(usize) -> String,
    pub settle: &'static str,
    pub empty: &'static str,
    pub empty_help: &'static str,
    pub example: &'static str,
    pub words: Words,
}

pub(super) const ENGLISH: Report = Report {
    print: "Print",
    markdown: "Markdown file",
    copy: "Copy as Markdown",
    copy_label: "The report as Markdown",
    outputs: "Take the report along",
    file: "report",
    downloaded: |name| format!("The file {name} was downloaded."),
    not_downloaded: "The browser did not take the file. Copy the report instead.",
    copied: "The report was copied.",
    question: common::ENGLISH.question,
    figures: "In figures",
    hidden: |count| match count {
        1 => "1 contribution was set aside and is not shown.".into(),
        count => format!("{count} contributions were set aside and are not shown."),
    },
    to_settle: |count| match count {
        1 => "1 contribution stands in two versions; the report shows both.".into(),
        count => format!("{count} contributions stand in two versions; the report shows both."),
    },
    settle: "Settle them",
    empty: "The report is still empty.",
    empty_help: "Once there are questions, they stand here with what the tables wrote about them.",
    example: "For example: ",
    words: Words {
        table: common::ENGLISH.table,
        other_table: common::ENGLISH.other_table,
        round: common::ENGLISH.round,
        other_question: common::ENGLISH.other_question,
        nobody: "Nobody answered this question.",
        example: "E.g.",
        or: common::ENGLISH.or,
        contributions: common::ENGLISH.contributions,
        day: common::ENGLISH.day,
        key_points: "Key points",
        notes: "Contributions",
    },
};

pub(super) const FRENCH: Report = Report {
    print: "Imprimer",
    markdown: "Fichier Markdown",
    copy: "Copier en Markdown",
    copy_label: "La restitution en Markdown",
    outputs: "Emporter la restitution",
    file: "restitution",
    downloaded: |name| format!("Le fichier {name} est téléchargé."),
    not_downloaded: "Le navigateur n’a pas pris le fichier. Copiez plutôt la restitution.",
    copied: "La restitution est copiée.",
    question: common::FRENCH.question,
    figures: "En chiffres",
    hidden: |count| {
        if count < 2 {
            format!("{count} contribution mise de côté n’est pas montrée.")
        } else {
            format!("{count} contributions mises de côté ne sont pas montrées.")
        }
    },
    to_settle: |count| {
        if count < 2 {
            format!("{count} contribution est en deux versions\u{202f}; la restitution montre les deux.")
        } else {
            format!("{count} contributions sont en deux versions\u{202f}; la restitution montre les deux.")
        }
    },
    settle: "Les départager",
    empty: "La restitution est encore vide.",
    empty_help: "Dès qu’il y aura des questions, elles seront ici avec ce que les tables en ont écrit.",
    example: "Par exemple\u{202f}: ",
    words: Words {
        table: common::FRENCH.table,
        other_table: common::FRENCH.other_table,
        round: common::FRENCH.round,
        other_question: common::FRENCH.other_question,
        nobody: "Personne n’a répondu à cette question.",
        example: "Ex.\u{a0}:",
        or: common::FRENCH.or,
        contributions: common::FRENCH.contributions,
        day: common::FRENCH.day,
        key_points: "Points clés",
        notes: "Contributions",
    },
};
