//! The texts about taking a café off this device.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Removal {
    pub title: &'static str,
    pub help: &'static str,
    pub only_here: fn(usize) -> String,
    pub points_only_here: fn(usize) -> String,
    pub changes_only_here: &'static str,
    pub export_first: &'static str,
    pub type_title: fn(&str) -> String,
    pub other_title: &'static str,
    pub remove: &'static str,
    pub removed: &'static str,
    pub shelf: &'static str,
    pub put_back: fn(&str) -> String,
    pub is_back: &'static str,
    pub now: &'static str,
    pub really: fn(&str) -> String,
    pub for_good: &'static str,
    pub gone: &'static str,
}

pub(super) const ENGLISH: Removal = Removal {
    title: "Remove this café from this device",
    help: "It is removed with all its notes; for a day you can put it back from Home. Other devices keep theirs.",
    only_here: |count| match count {
        1 => "1 note written here has not been handed over yet.".into(),
        count => format!("{count} notes written here have not been handed over yet."),
    },
    points_only_here: |count| match count {
        1 => "1 key point written here has not been handed over yet.".into(),
        count => format!("{count} key points written here have not been handed over yet."),
    },
    changes_only_here: "What has been changed here since the last export exists only here.",
    export_first: "Export it first",
    type_title: |title| format!("To confirm, type its title: {title}"),
    other_title: "This is not its title.",
    remove: "Remove it",
    removed: "The café was removed. For a day you can put it back here.",
    shelf: "Removed: can be put back for a day",
    put_back: |title| format!("Put back: {title}"),
    is_back: "The café is back.",
    now: "Delete now",
    really: |title| {
        format!("{title}: all its notes will be deleted from this device for good. Nobody can bring them back.")
    },
    for_good: "Delete for good",
    gone: "The café was deleted. Its room is free.",
};

pub(super) const FRENCH: Removal = Removal {
    title: "Retirer ce café de cet appareil",
    help: "Il part avec toutes ses notes\u{202f}; pendant un jour, on peut le rétablir depuis l’accueil. Les autres \
           appareils gardent le leur.",
    only_here: |count| {
        if count < 2 {
            format!("{count} note écrite ici n’a pas encore été remise.")
        } else {
            format!("{count} notes écrites ici n’ont pas encore été remises.")
        }
    },
    points_only_here: |count| {
        if count < 2 {
            format!("{count} point clé écrit ici n’a pas encore été remis.")
        } else {
            format!("{count} points clés écrits ici n’ont pas encore été remis.")
        }
    },
    changes_only_here: "Ce qui a été modifié ici depuis le dernier export n’existe qu’ici.",
    export_first: "L’exporter d’abord",
    type_title: |title| format!("Pour confirmer, tapez son titre\u{202f}: {title}"),
    other_title: "Ce n’est pas son titre.",
    remove: "Retirer",
    removed: "Le café est retiré. Pendant un jour, vous pouvez le rétablir ici.",
    shelf: "Retirés\u{202f}: on peut les rétablir pendant un jour",
    put_back: |title| format!("Rétablir\u{202f}: {title}"),
    is_back: "Le café est de retour.",
    now: "Supprimer maintenant",
    really: |title| {
        format!("{title}\u{202f}: toutes ses notes partent de cet appareil pour de bon. Personne ne peut les rétablir.")
    },
    for_good: "Supprimer pour de bon",
    gone: "Le café est supprimé. Sa place est libre.",
};
