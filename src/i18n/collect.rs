//! The texts of the screen "collect".

use super::ready::span;
use crate::core::import::Counts;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Collect {
    pub redo: &'static str,
    pub undo: &'static str,
    pub lede: &'static str,
    pub new_cafe: &'static str,
    pub drop_here: &'static str,
    pub drop_help: &'static str,
    pub choose: &'static str,
    pub paste: &'static str,
    pub paste_label: &'static str,
    pub paste_go: &'static str,
    pub pasted_name: &'static str,
    pub wait: &'static str,
    pub reading: fn(usize) -> String,
    pub importing: fn(usize, usize) -> String,
    pub preview: &'static str,
    pub preview_help: &'static str,
    pub of_a_copy: fn(usize) -> String,
    pub cloned: fn(usize) -> String,
    pub ahead: fn(u64) -> String,
    pub behind: &'static str,
    pub files: fn(usize) -> String,
    pub new: &'static str,
    pub changed: &'static str,
    pub same: &'static str,
    pub versions: &'static str,
    pub erased: &'static str,
    pub setup: &'static str,
    pub moves_clock: &'static str,
    pub changes_seats: &'static str,
    pub unknown: fn(usize) -> String,
    pub harvest: fn(usize, usize) -> String,
    pub beyond: fn(usize) -> String,
    pub refused: &'static str,
    pub refused_help: &'static str,
    pub other_cafe: fn(Option<&str>) -> String,
    pub other_cafe_help: &'static str,
    pub other_cafe_go: &'static str,
    pub total: &'static str,
    pub changes: fn(&Counts) -> String,
    pub import: &'static str,
    pub cancel: &'static str,
    pub export_first: &'static str,
    pub no_change: &'static str,
    pub none_readable: &'static str,
    pub not_imported: &'static str,
    pub not_imported_help: &'static str,
    pub imported: fn(usize) -> String,
    pub undo_this: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub history: &'static str,
    pub history_empty: &'static str,
    pub history_help: &'static str,
    pub counts: fn(usize, usize) -> String,
    pub state_undone: &'static str,
    pub unfinished: &'static str,
    pub more_files: fn(usize) -> String,
    pub next: &'static str,
    pub to_settle: fn(usize) -> String,
    pub to_harvest: &'static str,
    pub to_report: &'static str,
}

/// Puts the figures that are not zero into one line.
fn line<const N: usize>(parts: [(usize, &str, &str); N], plural_from: usize) -> String {
    let part = |(count, one, many): (usize, &str, &str)| {
        (count > 0).then(|| format!("{count} {}", if count < plural_from { one } else { many }))
    };
    parts.into_iter().filter_map(part).collect::<Vec<_>>().join(", ")
}

pub(super) const ENGLISH: Collect = Collect {
    redo: "Redo",
    undo: "Undo",
    lede: "The bundles of the tables come in here. Nothing changes before you have said yes.",
    new_cafe: "This café is not on this device yet. It will be after the import.",
    drop_here: "Drop the files here",
    drop_help: "Several at once, in any order. The same file twice does no harm.",
    choose: "Choose files",
    paste: "Paste a text instead",
    paste_label: "Paste the text of a bundle",
    paste_go: "Read the text",
    pasted_name: "Pasted text",
    wait: "Wait until the import is done.",
    reading: |count| if count == 1 { "Reading 1 file…".into() } else { format!("Reading {count} files…") },
    importing: |done, all| format!("Importing: step {done} of {all}…"),
    preview: "What would change",
    preview_help: "Nothing has changed yet. You can add more files.",
    of_a_copy: |count| {
        let (are, them) = match count {
            1 => ("1 note carries".to_owned(), "it"),
            count => (format!("{count} notes carry"), "them"),
        };
        format!(
            "{are} the mark of this device, which does not know {them}: this browser was copied to another device, or lost \
             {them}, or the café was taken off it. Everything is kept. For dots, two copies count as one device."
        )
    },
    cloned: |count| {
        let (seem, its) = match count {
            1 => ("1 device seems to exist twice: two sets of its notes were".to_owned(), "its browser was"),
            count => (
                format!("{count} devices seem to exist twice: two sets of the notes of each were"),
                "their browsers were",
            ),
        };
        format!(
            "{seem} handed over, and neither holds all of the other. Perhaps {its} copied to another device, or lost notes, or \
             the café was taken off and opened again. Everything is kept. For dots, two copies count as one device."
        )
    },
    ahead: |minutes| {
        format!(
            "The clock of a device that wrote some of these notes is ahead of this one by at least {}. Nothing is lost by \
             that. Notes are put in order by their clocks: see which of the two is right.",
            span(minutes, "days")
        )
    },
    behind: "Some of these notes are dated before the café was set up: a clock was wrong. Nothing is lost by that. Notes are \
             put in order by their clocks.",
    files: |count| if count == 1 { "1 file".into() } else { format!("{count} files") },
    new: "new",
    changed: "changed",
    same: "already here",
    versions: "two versions",
    erased: "erased",
    setup: "set-up",
    moves_clock: "It changes the clock of the rounds.",
    changes_seats: "It changes who sits where.",
    unknown: |count| match count {
        1 => "1 piece comes from a newer Nappe. It is kept, but cannot be shown here: update Nappe to see it.".into(),
        count => format!(
            "{count} pieces come from a newer Nappe. They are kept, but cannot be shown here: update Nappe to see them."
        ),
    },
    harvest: |sorted, pieces| {
        line(
            [
                (sorted, "note sorted", "notes sorted"),
                (pieces, "theme, dot or next step", "themes, dots and next steps"),
            ],
            2,
        )
    },
    beyond: |count| match count {
        1 => "1 contribution is not imported: it would go beyond a limit of the format.".into(),
        count => format!("{count} contributions are not imported: they would go beyond a limit of the format."),
    },
    refused: "This file cannot be imported.",
    refused_help: "Nothing has changed here, and the other files are not affected.",
    other_cafe: |title| match title {
        Some(title) => format!("It belongs to another café: “{title}”."),
        None => "It belongs to another café.".into(),
    },
    other_cafe_help: "It is not imported here.",
    other_cafe_go: "Import it there",
    total: "All files together:",
    changes: |counts| {
        line(
            [
                (counts.new, "new", "new"),
                (counts.changed, "changed", "changed"),
                (counts.erased, "erased", "erased"),
                (counts.two_versions, "in two versions", "in two versions"),
                (counts.setup, "piece of the set-up", "pieces of the set-up"),
                (counts.sorted, "sorted", "sorted"),
                (counts.harvest, "piece of the harvest", "pieces of the harvest"),
                (counts.unknown, "piece of a newer Nappe", "pieces of a newer Nappe"),
            ],
            2,
        )
    },
    import: "Import",
    export_first: "Export a copy",
    cancel: "Import nothing",
    no_change: "Everything in these files is already here: there is nothing to import.",
    none_readable: "None of these files can be imported here.",
    not_imported: "The import did not work, and nothing has changed.",
    not_imported_help: "The files are still listed below. Make room or change the setting, then import again; or import on another device.",
    imported: |count| if count == 1 { "1 file was imported.".into() } else { format!("{count} files were imported.") },
    undo_this: "Undo this import",
    undone: "The import was undone. What it had replaced is back.",
    redone: "The import counts again.",
    history: "Imported so far",
    history_empty: "Nothing yet. When a table hands over, its bundle is listed here, and the import can be undone.",
    history_help: "The latest import can be undone, then the one before it. Words that their author erased do not come back.",
    counts: |new, changed| format!("{new} new, {changed} changed"),
    state_undone: "undone",
    unfinished: "Import that was not finished",
    more_files: |count| format!("and {count} more"),
    next: "What comes next",
    to_settle: |count| format!("Two versions to settle: {count}"),
    to_harvest: "Harvest",
    to_report: "Report",
};

pub(super) const FRENCH: Collect = Collect {
    redo: "Refaire",
    undo: "Défaire",
    lede: "Les paquets des tables arrivent ici. Rien ne change avant que vous ayez dit oui.",
    new_cafe: "Ce café n’est pas encore sur cet appareil. Il y sera après l’import.",
    drop_here: "Déposez les fichiers ici",
    drop_help: "Plusieurs à la fois, dans n’importe quel ordre. Ajouter deux fois le même fichier ne pose pas de problème.",
    choose: "Choisir des fichiers",
    paste: "Plutôt coller un texte",
    paste_label: "Collez le texte d’un paquet",
    paste_go: "Lire le texte",
    pasted_name: "Texte collé",
    wait: "Attendez la fin de l’import.",
    reading: |count| {
        if count < 2 { format!("Lecture de {count} fichier…") } else { format!("Lecture de {count} fichiers…") }
    },
    importing: |done, all| format!("Import\u{202f}: étape {done} sur {all}…"),
    preview: "Ce qui changerait",
    preview_help: "Rien n’a encore changé. Vous pouvez ajouter d’autres fichiers.",
    of_a_copy: |count| {
        let (are, lost) = match count {
            1 => ("1 note porte la marque de cet appareil, qui ne la connaît pas".to_owned(), "l’a perdue"),
            count => {
                (format!("{count} notes portent la marque de cet appareil, qui ne les connaît pas"), "les a perdues")
            }
        };
        format!(
            "{are}\u{202f}: ce navigateur a été copié sur un autre appareil, ou {lost}, ou le café en a été retiré. Tout est \
             gardé. Pour les gommettes, deux copies comptent comme un seul appareil."
        )
    },
    cloned: |count| {
        let (seem, its) = match count {
            1 => (
                "1 appareil semble exister en double\u{202f}: deux séries de ses notes ont été remises".to_owned(),
                "son navigateur a été copié sur un autre appareil, ou a perdu des notes",
            ),
            count => (
                format!(
                    "{count} appareils semblent exister en double\u{202f}: pour chacun, deux séries de notes ont été remises"
                ),
                "leur navigateur a été copié sur un autre appareil, ou a perdu des notes",
            ),
        };
        format!(
            "{seem}, et aucune ne contient toute l’autre. Peut-être que {its}, ou que le café a été retiré puis rouvert. Tout \
             est gardé. Pour les gommettes, deux copies comptent comme un seul appareil."
        )
    },
    ahead: |minutes| {
        format!(
            "L’horloge d’un appareil où certaines de ces notes ont été écrites avance d’au moins {} sur celle-ci. Rien n’est \
             perdu pour autant. Les notes sont rangées selon leur horloge\u{202f}: vérifiez laquelle des deux est à l’heure.",
            span(minutes, "jours")
        )
    },
    behind: "Certaines de ces notes portent une date d’avant la création du café\u{202f}: une horloge se trompait. Rien n’est \
             perdu pour autant. Les notes sont rangées selon leur horloge.",
    files: |count| if count < 2 { format!("{count} fichier") } else { format!("{count} fichiers") },
    new: "nouvelles",
    changed: "modifiées",
    same: "déjà ici",
    versions: "deux versions",
    erased: "effacées",
    setup: "mise en place",
    moves_clock: "Il modifie l’horloge des tours.",
    changes_seats: "Il change qui s’assoit où.",
    unknown: |count| {
        if count < 2 {
            format!(
                "{count} élément vient d’une version plus récente de Nappe. Il est gardé, mais ne peut pas être montré ici\u{202f}: mettez Nappe à jour pour le voir."
            )
        } else {
            format!(
                "{count} éléments viennent d’une version plus récente de Nappe. Ils sont gardés, mais ne peuvent pas être montrés ici\u{202f}: mettez Nappe à jour pour les voir."
            )
        }
    },
    harvest: |sorted, pieces| {
        line(
            [
                (sorted, "note classée", "notes classées"),
                (pieces, "thème, gommette ou suite", "thèmes, gommettes et suites"),
            ],
            2,
        )
    },
    beyond: |count| {
        if count < 2 {
            format!("{count} contribution n’est pas importée\u{202f}: elle dépasserait une limite du format.")
        } else {
            format!("{count} contributions ne sont pas importées\u{202f}: elles dépasseraient une limite du format.")
        }
    },
    refused: "Ce fichier ne peut pas être importé.",
    refused_help: "Rien n’a changé ici, et les autres fichiers ne sont pas concernés.",
    other_cafe: |title| match title {
        Some(title) => format!("Il appartient à un autre café\u{202f}: «\u{202f}{title}\u{202f}»."),
        None => "Il appartient à un autre café.".into(),
    },
    other_cafe_help: "Il n’est pas importé ici.",
    other_cafe_go: "L’importer dans ce café-là",
    total: "Tous les fichiers ensemble\u{202f}:",
    changes: |counts| {
        line(
            [
                (counts.new, "nouvelle", "nouvelles"),
                (counts.changed, "modifiée", "modifiées"),
                (counts.erased, "effacée", "effacées"),
                (counts.two_versions, "en deux versions", "en deux versions"),
                (counts.setup, "élément de la mise en place", "éléments de la mise en place"),
                (counts.sorted, "classée", "classées"),
                (counts.harvest, "élément de la récolte", "éléments de la récolte"),
                (counts.unknown, "élément d’une version plus récente", "éléments d’une version plus récente"),
            ],
            2,
        )
    },
    import: "Importer",
    export_first: "Exporter une copie",
    cancel: "Ne rien importer",
    no_change: "Tout ce que contiennent ces fichiers est déjà ici\u{202f}: il n’y a rien à importer.",
    none_readable: "Aucun de ces fichiers ne peut être importé ici.",
    not_imported: "L’import n’a pas marché, et rien n’a changé.",
    not_imported_help: "Les fichiers sont toujours listés plus bas. Faites de la place ou changez le réglage, puis importez à nouveau\u{202f}; ou importez sur un autre appareil.",
    imported: |count| {
        if count < 2 { format!("{count} fichier importé.") } else { format!("{count} fichiers importés.") }
    },
    undo_this: "Défaire cet import",
    undone: "L’import est défait. Ce qu’il avait remplacé est revenu.",
    redone: "L’import compte à nouveau.",
    history: "Déjà importé",
    history_empty: "Rien pour l’instant. Quand une table remet ses notes, son paquet apparaît ici, et l’import peut être défait.",
    history_help: "On peut défaire le dernier import, puis celui d’avant. Les mots que leur auteur a effacés ne reviennent pas.",
    counts: |new, changed| {
        let new = if new < 2 { format!("{new} nouvelle") } else { format!("{new} nouvelles") };
        if changed < 2 { format!("{new}, {changed} modifiée") } else { format!("{new}, {changed} modifiées") }
    },
    state_undone: "défait",
    unfinished: "Import non terminé",
    more_files: |count| if count < 2 { format!("et {count} autre") } else { format!("et {count} autres") },
    next: "Et ensuite",
    to_settle: |count| format!("Deux versions à départager\u{202f}: {count}"),
    to_harvest: "Récolter",
    to_report: "Restituer",
};
