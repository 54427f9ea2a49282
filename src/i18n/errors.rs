//! What went wrong, what is safe, and what to do now.

use crate::core::domain::Refusal;
use crate::core::invite::InviteError;
use crate::core::storage::StoreError;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Errors {
    pub store: fn(&StoreError) -> String,
    pub store_help: fn(&StoreError) -> &'static str,
    pub refusal: fn(Refusal) -> String,
    pub invite: fn(InviteError) -> &'static str,
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
    refusal: |refusal| match refusal {
        Refusal::Empty => "Écrivez d’abord quelque chose.".into(),
        Refusal::TooLong(most) => format!("C’est trop long\u{202f}: {most} caractères au plus."),
        Refusal::OutOfRange => "Un tour dure de 1 à 600 minutes.".into(),
        Refusal::Missing => "Ce n’est plus là\u{202f}: effacé, ou jamais arrivé.".into(),
        Refusal::NotYours => "Une note ne peut être effacée que sur l’appareil où elle a été écrite.".into(),
        Refusal::NotADay => "Ce n’est pas une date. Écrivez-la ainsi\u{202f}: 2026-11-23.".into(),
    },
    invite: |error| match error {
        InviteError::Damaged => {
            "Le lien est incomplet ou a été modifié en chemin. Scannez le code à nouveau, ou redemandez le lien."
        }
        InviteError::Newer => "Ce lien vient d’une version plus récente de Nappe. Ouvrez-le avec la dernière version.",
        InviteError::TooBig => "Le lien est trop long pour un café. Redemandez-le.",
    },
    unknown_page: "Il n’y a rien à cette adresse.",
    unknown_cafe: "Ce café n’est pas sur cet appareil.",
    unknown_cafe_help: "Ouvrez son lien, ou importez un de ses paquets.",
};
