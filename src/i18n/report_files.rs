//! The texts of taking the report along: as files, as text, by the share sheet.

use crate::core::report::FileKind;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct ReportFiles {
    pub title: &'static str,
    pub print: &'static str,
    pub no_numbers: &'static str,
    pub kind: fn(FileKind) -> &'static str,
    pub share: &'static str,
    pub share_help: &'static str,
    pub copy: &'static str,
    pub copy_label: &'static str,
    /// The name of each file, before its ending.
    pub file: &'static str,
    pub making: &'static str,
    pub downloaded: fn(&str) -> String,
    pub not_downloaded: &'static str,
    pub shared: &'static str,
    pub not_shared: &'static str,
    pub copied: &'static str,
}

pub(super) const ENGLISH: ReportFiles = ReportFiles {
    title: "Take the report with you",
    print: "Print",
    no_numbers: "This browser prints no page numbers. The Word document has them.",
    kind: |kind| match kind {
        FileKind::Html => "Web page",
        FileKind::Word => "Word document",
        FileKind::Slides => "Slides (PowerPoint)",
        FileKind::Csv => "Table (CSV)",
        FileKind::Markdown => "Markdown file",
    },
    share: "Share",
    share_help: "Share sends the web page, which opens on any phone.",
    copy: "Copy as text",
    copy_label: "The report as text",
    file: "report",
    making: "The file is being made…",
    downloaded: |name| format!("The file {name} was downloaded."),
    not_downloaded: "The browser did not take the file. Try another kind, or copy the report as text.",
    shared: "The report was shared.",
    not_shared: "The report was not shared. It can still be downloaded or copied.",
    copied: "The report was copied.",
};

pub(super) const FRENCH: ReportFiles = ReportFiles {
    title: "Emporter la restitution",
    print: "Imprimer",
    no_numbers: "Ce navigateur n’imprime pas de numéros de page. Le document Word en a.",
    kind: |kind| match kind {
        FileKind::Html => "Page web",
        FileKind::Word => "Document Word",
        FileKind::Slides => "Diapositives (PowerPoint)",
        FileKind::Csv => "Tableau (CSV)",
        FileKind::Markdown => "Fichier Markdown",
    },
    share: "Partager",
    share_help: "Partager envoie la page web, qui s’ouvre sur tout téléphone.",
    copy: "Copier en texte",
    copy_label: "La restitution en texte",
    file: "restitution",
    making: "Le fichier se prépare…",
    downloaded: |name| format!("Le fichier {name} est téléchargé."),
    not_downloaded: "Le navigateur n’a pas pris le fichier. Essayez une autre forme, ou copiez la restitution en texte.",
    shared: "La restitution est partagée.",
    not_shared: "La restitution n’est pas partagée. On peut encore la télécharger ou la copier.",
    copied: "La restitution est copiée.",
};
