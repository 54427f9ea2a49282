//! Words that several screens share.

use crate::route::Step;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Common {
    pub skip_to_content: &'static str,
    pub language: &'static str,
    pub menu: &'static str,
    pub home: &'static str,
    pub steps: &'static str,
    pub step: fn(Step) -> &'static str,
    pub table: fn(usize) -> String,
    pub other_table: &'static str,
    pub round: fn(usize) -> String,
    pub round_of: fn(usize, usize) -> String,
    pub question: fn(usize) -> String,
    pub contributions: fn(usize) -> String,
    pub minutes: fn(u32) -> String,
    pub untitled: &'static str,
    pub add: &'static str,
    pub edit: &'static str,
    pub erase: &'static str,
    pub save: &'static str,
    pub cancel: &'static str,
    pub copied: &'static str,
    pub retry: &'static str,
    pub part_coming: &'static str,
    pub part_missing: &'static str,
    pub part_missing_help: &'static str,
    pub close: &'static str,
    pub back: &'static str,
    pub saved_here: &'static str,
    pub not_saved: &'static str,
    pub nothing_saved: &'static str,
    pub all_saved: &'static str,
    pub unsaved: fn(usize) -> String,
    pub to_hand_over: fn(usize) -> String,
    pub points_to_hand_over: fn(usize) -> String,
    pub changes_to_hand_over: &'static str,
    pub since: fn(&str) -> String,
    pub all_handed_over: &'static str,
    pub last_export: fn(&str) -> String,
    pub two_versions: &'static str,
    pub two_versions_help: &'static str,
    pub keep_this: &'static str,
    pub keep_both: &'static str,
    pub or: &'static str,
}

pub(super) const ENGLISH: Common = Common {
    skip_to_content: "Skip to the content",
    language: "Language",
    menu: "Menu",
    home: "Home",
    steps: "Steps",
    step: |step| match step {
        Step::Prepare => "Prepare",
        Step::Invite => "Invite",
        Step::Run => "Run",
        Step::Collect => "Collect",
        Step::Harvest => "Harvest",
        Step::Report => "Report",
    },
    table: |number| format!("Table {number}"),
    other_table: "A removed table",
    round: |number| format!("round {number}"),
    round_of: |number, all| format!("Round {number} of {all}"),
    question: |number| format!("Question {number}"),
    contributions: |count| {
        if count == 1 { "1\u{a0}contribution".into() } else { format!("{count}\u{a0}contributions") }
    },
    minutes: |minutes| format!("{minutes}\u{a0}min"),
    untitled: "Untitled café",
    add: "Add",
    edit: "Edit",
    erase: "Erase",
    save: "Save",
    cancel: "Cancel",
    copied: "Copied",
    retry: "Try again",
    part_coming: "One moment…",
    part_missing: "This screen has not arrived on this device yet.",
    part_missing_help: "It needs the network once, unless a newer Nappe is here already: try again. What you wrote is safe here.",
    close: "Close",
    back: "Back",
    saved_here: "saved here",
    not_saved: "not saved",
    nothing_saved: "Nothing can be saved here",
    all_saved: "Saved on this device",
    unsaved: |count| if count == 1 { "1 change not saved".into() } else { format!("{count} changes not saved") },
    since: |time| format!("only here since {time}"),
    to_hand_over: |count| if count == 1 { "1 note to hand over".into() } else { format!("{count} notes to hand over") },
    points_to_hand_over: |count| {
        if count == 1 { "1 key point to hand over".into() } else { format!("{count} key points to hand over") }
    },
    changes_to_hand_over: "changes to hand over",
    all_handed_over: "all handed over",
    last_export: |time| format!("last export {time}"),
    two_versions: "Two versions",
    two_versions_help: "It was changed on two devices. Both texts stay until somebody chooses.",
    keep_this: "Keep this one",
    keep_both: "Keep both",
    or: "or",
};

pub(super) const FRENCH: Common = Common {
    skip_to_content: "Aller au contenu",
    language: "Langue",
    menu: "Menu",
    home: "Accueil",
    steps: "Étapes",
    step: |step| match step {
        Step::Prepare => "Préparer",
        Step::Invite => "Inviter",
        Step::Run => "Animer",
        Step::Collect => "Collecter",
        Step::Harvest => "Récolter",
        Step::Report => "Restituer",
    },
    table: |number| format!("Table {number}"),
    other_table: "Une table retirée",
    round: |number| format!("tour {number}"),
    round_of: |number, all| format!("Tour {number} sur {all}"),
    question: |number| format!("Question {number}"),
    contributions: |count| {
        if count < 2 { format!("{count}\u{a0}contribution") } else { format!("{count}\u{a0}contributions") }
    },
    minutes: |minutes| format!("{minutes}\u{a0}min"),
    untitled: "Café sans titre",
    add: "Ajouter",
    edit: "Modifier",
    erase: "Effacer",
    save: "Enregistrer",
    cancel: "Annuler",
    copied: "Copié",
    retry: "Réessayer",
    part_coming: "Un instant…",
    part_missing: "Cet écran n’est pas encore arrivé sur cet appareil.",
    part_missing_help: "Il lui faut le réseau une fois, sauf si une version plus récente de Nappe est déjà là\u{202f}: réessayez. Ce que vous avez écrit est en sécurité ici.",
    close: "Fermer",
    back: "Retour",
    saved_here: "enregistrée ici",
    not_saved: "pas enregistrée",
    nothing_saved: "Rien ne peut être enregistré ici",
    all_saved: "Enregistré sur cet appareil",
    unsaved: |count| {
        if count < 2 {
            format!("{count} modification non enregistrée")
        } else {
            format!("{count} modifications non enregistrées")
        }
    },
    since: |time| format!("seulement ici depuis {}{time}", le(time)),
    to_hand_over: |count| {
        if count < 2 { format!("{count} note à remettre") } else { format!("{count} notes à remettre") }
    },
    points_to_hand_over: |count| {
        if count < 2 { format!("{count} point clé à remettre") } else { format!("{count} points clés à remettre") }
    },
    changes_to_hand_over: "des modifications à remettre",
    all_handed_over: "tout est remis",
    last_export: |time| format!("dernier export {}{time}", le(time)),
    two_versions: "Deux versions",
    two_versions_help: "Le texte a été modifié sur deux appareils. Les deux textes restent tant que personne n’a choisi.",
    keep_this: "Garder ce texte",
    keep_both: "Garder les deux",
    or: "ou",
};

/// Before a day stands an article, before a time of day ("14:05") none.
fn le(moment: &str) -> &'static str {
    if moment.len() > 8 { "le " } else { "" }
}
