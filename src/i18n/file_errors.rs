//! Why a file is not what it should be. Apart from the other errors, since whoever only writes lays out no files.

use crate::core::bundle::DecodeError;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct FileErrors {
    pub refused: fn(&DecodeError) -> String,
    pub byte_order_mark: &'static str,
}

pub(super) const ENGLISH: FileErrors = FileErrors {
    refused: |error| match error {
        DecodeError::Empty => "The file is empty.".into(),
        DecodeError::TooBig => {
            "The file is too big: a bundle has at most 32 MB. Ask for the bundle of one table at a time.".into()
        }
        DecodeError::NotText => "This is not a text file, or it was saved in an old encoding. Ask for it again.".into(),
        DecodeError::NotJson { line } => {
            format!("This is not a bundle, or it is damaged (line {line}). Ask for it again.")
        }
        DecodeError::CutOff => "The file stops in the middle. Ask for it again.".into(),
        DecodeError::OtherFormat => "This is a file of another program, not a bundle of Nappe.".into(),
        DecodeError::NewerVersion { version } => {
            format!("A newer Nappe wrote this bundle (format {version}). Update Nappe on this device, then import it.")
        }
        DecodeError::Damaged => "The file was changed or damaged on its way. Ask for it again.".into(),
        DecodeError::BadRecord { line: 0, detail } => {
            format!("The bundle breaks the rules of the format ({detail}). Ask for it again.")
        }
        DecodeError::BadRecord { line, detail } => {
            format!("The bundle breaks the rules of the format in line {line} ({detail}). Ask for it again.")
        }
        DecodeError::DuplicateId { id } => {
            format!("Two records of the bundle have the same id ({id}). Ask for it again.")
        }
        DecodeError::BeyondLimit { which } => format!("The bundle goes beyond a limit of the format ({which})."),
    },
    byte_order_mark: "The file began with an invisible mark that some text editors add; it was read without it.",
};

pub(super) const FRENCH: FileErrors = FileErrors {
    refused: |error| match error {
        DecodeError::Empty => "Le fichier est vide.".into(),
        DecodeError::TooBig => {
            "Le fichier est trop gros\u{202f}: un paquet fait au plus 32\u{a0}Mo. Demandez un paquet par table.".into()
        }
        DecodeError::NotText => "Ce n’est pas un fichier texte, ou il est dans un ancien codage. Redemandez-le.".into(),
        DecodeError::NotJson { line } => {
            format!("Ce n’est pas un paquet, ou il est abîmé (ligne {line}). Redemandez-le.")
        }
        DecodeError::CutOff => "Le fichier s’arrête au milieu. Redemandez-le.".into(),
        DecodeError::OtherFormat => "C’est le fichier d’un autre logiciel, pas un paquet de Nappe.".into(),
        DecodeError::NewerVersion { version } => format!(
            "Ce paquet vient d’une version plus récente de Nappe (format {version}). Mettez Nappe à jour sur cet appareil, puis importez-le."
        ),
        DecodeError::Damaged => "Le fichier a été modifié ou abîmé en chemin. Redemandez-le.".into(),
        DecodeError::BadRecord { line: 0, detail } => {
            format!(
                "Le paquet ne suit pas les règles du format (détail technique, en anglais\u{202f}: {detail}). Redemandez-le."
            )
        }
        DecodeError::BadRecord { line, detail } => {
            format!(
                "Le paquet ne suit pas les règles du format à la ligne {line} (détail technique, en anglais\u{202f}: {detail}). Redemandez-le."
            )
        }
        DecodeError::DuplicateId { id } => {
            format!("Deux éléments du paquet ont le même identifiant ({id}). Redemandez-le.")
        }
        DecodeError::BeyondLimit { which } => {
            format!("Le paquet dépasse une limite du format (en anglais\u{202f}: {which}).")
        }
    },
    byte_order_mark: "Le fichier commençait par une marque invisible, ajoutée par certains éditeurs de texte\u{202f}; il a été lu sans elle.",
};
