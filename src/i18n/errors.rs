//! What went wrong, what is safe, and what to do now.

use crate::core::bundle::DecodeError;
use crate::core::domain::Refusal;
use crate::core::invite::InviteError;
use crate::core::storage::StoreError;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Errors {
    pub store: fn(&StoreError) -> String,
    pub store_help: fn(&StoreError) -> &'static str,
    pub decode: fn(&DecodeError) -> String,
    pub byte_order_mark: &'static str,
    pub refusal: fn(Refusal) -> String,
    pub invite: fn(InviteError) -> &'static str,
    pub damaged: fn(usize) -> String,
    pub damaged_help: &'static str,
    pub download_damaged: &'static str,
    pub unknown_page: &'static str,
    pub unknown_cafe: &'static str,
    pub unknown_cafe_help: &'static str,
}

pub(super) const ENGLISH: Errors = Errors {
    store: |error| match error {
        StoreError::Full => "The browser’s storage is full.".into(),
        StoreError::Blocked => "This browser does not let Nappe store anything.".into(),
        StoreError::NotKept => "The browser took the text but did not keep it.".into(),
        StoreError::Failed(why) => format!("The browser could not store this ({why})."),
    },
    store_help: |error| match error {
        StoreError::Full => "What you see is still here, but only until this page closes. Hand it over or copy it now.",
        StoreError::Blocked => {
            "You can write and hand over, but everything is gone when this page closes. Perhaps it is a private window, \
             or storage is switched off in the settings."
        }
        StoreError::NotKept | StoreError::Failed(_) => {
            "What you see is still here, but only until this page closes. Try again, or hand it over now."
        }
    },
    decode: |error| match error {
        DecodeError::Empty => "The file is empty.".into(),
        DecodeError::TooBig => "The file is too big: a bundle has at most 32 MB.".into(),
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
    refusal: |refusal| match refusal {
        Refusal::Empty => "Write something first.".into(),
        Refusal::TooLong(most) => format!("That is too long: at most {most} characters."),
        Refusal::OutOfRange => "A round lasts from 1 to 600 minutes.".into(),
        Refusal::Missing => "This is no longer here; it was erased or never arrived.".into(),
        Refusal::NotYours => "Only the device on which a note was written can erase it.".into(),
        Refusal::NotADay => "This is not a date. Write it as 2026-11-23.".into(),
    },
    invite: |error| match error {
        InviteError::Damaged => {
            "The link is incomplete or was changed on its way. Scan the code again, or ask for the link."
        }
        InviteError::Newer => "A newer Nappe made this link. Open it in the newest version.",
        InviteError::TooBig => "The link is too long for a café. Ask for it again.",
    },
    damaged: |count| {
        if count == 1 {
            "One stored piece of this café cannot be read.".into()
        } else {
            format!("{count} stored pieces of this café cannot be read.")
        }
    },
    damaged_help: "Nothing was touched, and everything else is here. Download what cannot be read and give it to somebody who can look inside.",
    download_damaged: "Download what cannot be read",
    unknown_page: "There is nothing at this address.",
    unknown_cafe: "This café is not on this device.",
    unknown_cafe_help: "Open its link, or import a bundle of it.",
};

pub(super) const FRENCH: Errors = Errors {
    store: |error| match error {
        StoreError::Full => "Il n’y a plus de place dans le stockage du navigateur.".into(),
        StoreError::Blocked => "Ce navigateur ne laisse rien enregistrer à Nappe.".into(),
        StoreError::NotKept => "Le navigateur a pris le texte mais ne l’a pas gardé.".into(),
        StoreError::Failed(why) => format!("Le navigateur n’a pas pu enregistrer ({why})."),
    },
    store_help: |error| match error {
        StoreError::Full => {
            "Ce que vous voyez est encore là, mais seulement tant que cette page reste ouverte. Remettez-le ou copiez-le maintenant."
        }
        StoreError::Blocked => {
            "Vous pouvez écrire et remettre vos notes, mais tout disparaît quand cette page se ferme. C’est peut-être une \
             fenêtre privée, ou le stockage est désactivé dans les réglages."
        }
        StoreError::NotKept | StoreError::Failed(_) => {
            "Ce que vous voyez est encore là, mais seulement tant que cette page reste ouverte. Réessayez, ou remettez-le maintenant."
        }
    },
    decode: |error| match error {
        DecodeError::Empty => "Le fichier est vide.".into(),
        DecodeError::TooBig => "Le fichier est trop gros\u{202f}: un paquet fait au plus 32\u{a0}Mo.".into(),
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
            format!("Le paquet ne suit pas les règles du format ({detail}). Redemandez-le.")
        }
        DecodeError::BadRecord { line, detail } => {
            format!("Le paquet ne suit pas les règles du format à la ligne {line} ({detail}). Redemandez-le.")
        }
        DecodeError::DuplicateId { id } => {
            format!("Deux éléments du paquet ont le même identifiant ({id}). Redemandez-le.")
        }
        DecodeError::BeyondLimit { which } => format!("Le paquet dépasse une limite du format ({which})."),
    },
    byte_order_mark: "Le fichier commençait par une marque invisible, ajoutée par certains éditeurs de texte\u{202f}; il a été lu sans elle.",
    refusal: |refusal| match refusal {
        Refusal::Empty => "Écrivez d’abord quelque chose.".into(),
        Refusal::TooLong(most) => format!("C’est trop long\u{202f}: {most} caractères au plus."),
        Refusal::OutOfRange => "Un tour dure de 1 à 600 minutes.".into(),
        Refusal::Missing => "Ce n’est plus là\u{202f}: effacé, ou jamais arrivé.".into(),
        Refusal::NotYours => "Seul l’appareil qui a écrit une note peut l’effacer.".into(),
        Refusal::NotADay => "Ce n’est pas une date. Écrivez-la ainsi\u{202f}: 2026-11-23.".into(),
    },
    invite: |error| match error {
        InviteError::Damaged => {
            "Le lien est incomplet ou a été modifié en chemin. Scannez le code à nouveau, ou redemandez le lien."
        }
        InviteError::Newer => "Ce lien vient d’une version plus récente de Nappe. Ouvrez-le avec la dernière version.",
        InviteError::TooBig => "Le lien est trop long pour un café. Redemandez-le.",
    },
    damaged: |count| {
        if count < 2 {
            "Un morceau enregistré de ce café est illisible.".into()
        } else {
            format!("{count} morceaux enregistrés de ce café sont illisibles.")
        }
    },
    damaged_help: "Rien n’a été touché, et tout le reste est là. Téléchargez ce qui est illisible et confiez-le à quelqu’un qui sait regarder dedans.",
    download_damaged: "Télécharger ce qui est illisible",
    unknown_page: "Il n’y a rien à cette adresse.",
    unknown_cafe: "Ce café n’est pas sur cet appareil.",
    unknown_cafe_help: "Ouvrez son lien, ou importez un de ses paquets.",
};
