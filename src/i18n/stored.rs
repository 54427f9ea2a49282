//! What is wrong with what this device has of a café: damaged, of a newer app, gone, or of an import that was never
//! finished.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Stored {
    pub damaged: fn(usize) -> String,
    pub damaged_help: &'static str,
    pub download_damaged: &'static str,
    pub newer: fn(usize) -> String,
    pub newer_help: fn(usize) -> &'static str,
    pub newer_go: &'static str,
    pub download_newer: &'static str,
    /// Of the import of these files, or else of this day and time.
    pub missing: fn(&str, &str) -> String,
    pub missing_help: &'static str,
    pub missing_go: &'static str,
    /// Of this day and time.
    pub unfinished: fn(&str) -> String,
    /// None: there are only pieces other than notes; else, whether there are some beside them.
    pub unfinished_notes: fn(usize, bool) -> String,
    pub take_in: fn(usize) -> &'static str,
    pub taken_in: &'static str,
    pub delete: fn(usize) -> &'static str,
    pub delete_help: &'static str,
    pub keep: fn(usize) -> &'static str,
}

pub(super) const ENGLISH: Stored = Stored {
    damaged: |count| match count {
        1 => "One stored piece of this café cannot be read.".into(),
        count => format!("{count} stored pieces of this café cannot be read."),
    },
    damaged_help: "Nothing was touched, and everything else is here. Download what cannot be read and give it to somebody who can look inside.",
    download_damaged: "Download what cannot be read",
    newer: |count| match count {
        1 => "A newer Nappe wrote one piece of this café.".into(),
        count => format!("A newer Nappe wrote {count} pieces of this café."),
    },
    newer_help: |count| match count {
        1 => "It is safe: open the café in the newest version.",
        _ => "They are safe: open the café in the newest version.",
    },
    newer_go: "Look for the newest version",
    download_newer: "Download a copy",
    missing: |files, time| match files {
        "" => format!("A part of the import of {time} is gone."),
        files => format!("A part of the import of “{files}” is gone."),
    },
    missing_help: "Everything else is here. Import it again: nothing is doubled by that.",
    missing_go: "Import again",
    unfinished: |time| format!("An import of {time} was not finished, or its record was lost."),
    unfinished_notes: |count, others| match (count, others) {
        (0, _) => "Pieces of it are here, but not in the café.".into(),
        (1, false) => "1 note from it is here, but not in the café.".into(),
        (1, true) => "1 note and other pieces from it are here, but not in the café.".into(),
        (count, false) => format!("{count} notes from it are here, but not in the café."),
        (count, true) => format!("{count} notes and other pieces from it are here, but not in the café."),
    },
    take_in: |count| if count == 1 { "Take it in" } else { "Take them in" },
    taken_in: "What was left of the import is in the café now. You can undo it under “Collect”.",
    delete: |count| if count == 1 { "Delete it" } else { "Delete them" },
    delete_help: "Whatever is nowhere else is then gone for good.",
    keep: |count| if count == 1 { "Keep it" } else { "Keep them" },
};

pub(super) const FRENCH: Stored = Stored {
    damaged: |count| match count {
        0 | 1 => "Un morceau enregistré de ce café est illisible.".into(),
        count => format!("{count} morceaux enregistrés de ce café sont illisibles."),
    },
    damaged_help: "Rien n’a été touché, et tout le reste est là. Téléchargez ce qui est illisible et confiez-le à quelqu’un qui sait regarder dedans.",
    download_damaged: "Télécharger ce qui est illisible",
    newer: |count| match count {
        0 | 1 => "Une version plus récente de Nappe a écrit un morceau de ce café.".into(),
        count => format!("Une version plus récente de Nappe a écrit {count} morceaux de ce café."),
    },
    newer_help: |count| match count {
        0 | 1 => "Il est intact\u{202f}: ouvrez le café avec la dernière version.",
        _ => "Ils sont intacts\u{202f}: ouvrez le café avec la dernière version.",
    },
    newer_go: "Chercher la dernière version",
    download_newer: "Télécharger une copie",
    missing: |files, time| match files {
        "" => format!("Il manque une partie de l’import du {time}."),
        files => format!("Il manque une partie de l’import de «\u{202f}{files}\u{202f}»."),
    },
    missing_help: "Tout le reste est là. Importez-le à nouveau\u{202f}: rien ne sera en double.",
    missing_go: "Importer à nouveau",
    unfinished: |time| format!("Un import du {time} n’a pas été terminé, ou sa trace s’est perdue."),
    unfinished_notes: |count, others| match (count, others) {
        (0, _) => "Des éléments de cet import sont ici sans être dans le café.".into(),
        (1, false) => "1 note de cet import est ici sans être dans le café.".into(),
        (1, true) => "1 note et d’autres éléments de cet import sont ici sans être dans le café.".into(),
        (count, false) => format!("{count} notes de cet import sont ici sans être dans le café."),
        (count, true) => format!("{count} notes et d’autres éléments de cet import sont ici sans être dans le café."),
    },
    take_in: |count| if count == 1 { "L’ajouter au café" } else { "Les ajouter au café" },
    taken_in: "Ce qui restait de cet import est maintenant dans le café. On peut le défaire à l’étape «\u{202f}Collecter\u{202f}».",
    delete: |count| if count == 1 { "La supprimer" } else { "Les supprimer" },
    delete_help: "Ce qui n’est nulle part ailleurs disparaîtra pour de bon.",
    keep: |count| if count == 1 { "La garder" } else { "Les garder" },
};
