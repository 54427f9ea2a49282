//! The texts of the board of the harvest: its columns, its notes, what was done.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct HarvestBoard {
    pub columns: &'static str,
    pub all_columns: &'static str,
    pub to_sort: &'static str,
    pub empty_to_sort: &'static str,
    pub empty_theme: &'static str,
    pub open_theme: fn(&str) -> String,
    pub open_disputed: fn(&str) -> String,
    pub select: &'static str,
    pub move_to: &'static str,
    pub grip: &'static str,
    pub highlighted: &'static str,
    pub gathered: fn(usize) -> String,
    pub take_out: &'static str,
    pub change: &'static str,
    pub dots: fn(usize) -> String,
    pub selected: fn(usize) -> String,
    pub not_shown: fn(usize) -> String,
    pub selection_lost: fn(usize) -> String,
    pub move_unseen: fn(usize) -> String,
    pub select_none: &'static str,
    pub gather: &'static str,
    pub gather_short: &'static str,
    pub gather_two: &'static str,
    pub highlight: &'static str,
    pub unhighlight: &'static str,
    pub move_title: fn(usize) -> String,
    pub here: &'static str,
    pub last_used: &'static str,
    pub this_note: &'static str,
    pub this_example: &'static str,
    pub back_to_sort: &'static str,
    pub into_new: &'static str,
    pub into_new_button: &'static str,
    pub moved: fn(usize, Option<&str>) -> String,
    pub gathered_now: fn(usize) -> String,
    pub parted: &'static str,
    pub not_gathered: &'static str,
    pub highlighted_now: fn(usize) -> String,
    pub unhighlighted_now: fn(usize) -> String,
    pub set_aside_now: &'static str,
    pub keys: &'static str,
    pub keys_hint: &'static str,
    pub key_list: [(&'static str, &'static str); 12],
    pub example_hint: &'static str,
}

fn notes(count: usize) -> String {
    if count == 1 { "1 note".into() } else { format!("{count} notes") }
}

fn les_notes(count: usize, one: &str, many: &str) -> String {
    if count < 2 { format!("{count} note {one}") } else { format!("{count} notes {many}") }
}

pub(super) const ENGLISH: HarvestBoard = HarvestBoard {
    columns: "Columns",
    all_columns: "All columns",
    to_sort: "To sort",
    empty_to_sort: "Nothing is left to sort here.",
    empty_theme: "Drag notes here, or move them with “Move to…”.",
    open_theme: |name| format!("Change the theme {name}"),
    open_disputed: |name| format!("Change the theme {name}: two versions wait for a choice"),
    select: "Select this note",
    move_to: "Move to…",
    grip: "Drag",
    highlighted: "Highlighted",
    gathered: |count| format!("{count} notes gathered"),
    take_out: "Take out",
    change: "Change…",
    dots: |count| if count == 1 { "1 dot".into() } else { format!("{count} dots") },
    selected: |count| if count == 1 { "1 note selected".into() } else { format!("{count} notes selected") },
    not_shown: |count| format!("({count} of them not shown)"),
    selection_lost: |count| {
        if count == 1 {
            "A selected note was erased or set aside meanwhile.".into()
        } else {
            format!("{count} selected notes were erased or set aside meanwhile.")
        }
    },
    move_unseen: |count| {
        if count == 1 { "1 of them is not shown now.".into() } else { format!("{count} of them are not shown now.") }
    },
    select_none: "Clear the selection",
    gather: "Gather: they say the same",
    gather_short: "Gather",
    gather_two: "Select two notes or more first (X), then G gathers them.",
    highlight: "Highlight",
    unhighlight: "No longer highlight",
    move_title: |count| if count == 1 { "Move this note".into() } else { format!("Move {count} notes") },
    here: "already here",
    last_used: "last used",
    this_note: "This note",
    this_example: "This example",
    back_to_sort: "Back to “To sort”",
    into_new: "Into a new theme",
    into_new_button: "Make it and move",
    moved: |count, theme| match theme {
        Some(theme) => format!("{} moved to “{theme}”.", notes(count)),
        None => format!("{} back to sort.", notes(count)),
    },
    gathered_now: |count| format!("{} gathered. Each keeps its words.", notes(count)),
    parted: "The note stands on its own again.",
    not_gathered: "This note is not gathered with others.",
    highlighted_now: |count| format!("{} highlighted.", notes(count)),
    unhighlighted_now: |count| format!("{} no longer highlighted.", notes(count)),
    set_aside_now: "The note is set aside. It waits under “Set aside”.",
    keys: "By keyboard",
    keys_hint: "Arrow down leads to the notes.",
    key_list: [
        ("↓ ↑", "from note to note"),
        ("← →", "to the column beside"),
        ("M", "move, or do something else with the note"),
        ("1 … 9", "move to the theme with this number"),
        ("0", "back to sort"),
        ("X", "select, or deselect"),
        ("A", "select all of this column"),
        ("G", "gather the selected notes"),
        ("T", "take the note out of its group"),
        ("H", "highlight, or stop highlighting"),
        ("/", "find"),
        ("Ctrl Z", "undo; with Shift, redo"),
    ],
    example_hint: "Examples stand under their note, and move with it.",
};

pub(super) const FRENCH: HarvestBoard = HarvestBoard {
    columns: "Colonnes",
    all_columns: "Toutes les colonnes",
    to_sort: "À classer",
    empty_to_sort: "Il ne reste rien à classer ici.",
    empty_theme: "Glissez des notes ici, ou déplacez-les avec «\u{202f}Déplacer…\u{202f}».",
    open_theme: |name| format!("Modifier le thème {name}"),
    open_disputed: |name| format!("Modifier le thème {name}\u{202f}: deux versions attendent un choix"),
    select: "Sélectionner cette note",
    move_to: "Déplacer…",
    grip: "Glisser",
    highlighted: "Mise en avant",
    gathered: |count| format!("{count} notes regroupées"),
    take_out: "Sortir du groupe",
    change: "Modifier…",
    dots: |count| if count < 2 { format!("{count} gommette") } else { format!("{count} gommettes") },
    selected: |count| les_notes(count, "sélectionnée", "sélectionnées"),
    not_shown: |count| {
        if count < 2 { format!("(dont {count} non affichée)") } else { format!("(dont {count} non affichées)") }
    },
    selection_lost: |count| {
        if count < 2 {
            "Une note sélectionnée a été effacée ou mise de côté entre-temps.".into()
        } else {
            format!("{count} notes sélectionnées ont été effacées ou mises de côté entre-temps.")
        }
    },
    move_unseen: |count| {
        if count < 2 {
            format!("{count} d’entre elles n’est pas affichée.")
        } else {
            format!("{count} d’entre elles ne sont pas affichées.")
        }
    },
    select_none: "Tout décocher",
    gather: "Regrouper\u{202f}: elles disent la même chose",
    gather_short: "Regrouper",
    gather_two: "Sélectionnez d’abord au moins deux notes (X), puis G les regroupe.",
    highlight: "Mettre en avant",
    unhighlight: "Ne plus mettre en avant",
    move_title: |count| {
        if count < 2 { "Déplacer cette note".into() } else { format!("Déplacer {count} notes") }
    },
    here: "déjà ici",
    last_used: "dernier utilisé",
    this_note: "Cette note",
    this_example: "Cet exemple",
    back_to_sort: "Renvoyer dans «\u{202f}À classer\u{202f}»",
    into_new: "Dans un nouveau thème",
    into_new_button: "Créer et déplacer",
    moved: |count, theme| match theme {
        Some(theme) => format!("{} vers «\u{202f}{theme}\u{202f}».", les_notes(count, "déplacée", "déplacées")),
        None => format!("{} à classer.", les_notes(count, "de nouveau", "de nouveau")),
    },
    gathered_now: |count| format!("{}. Chacune garde ses mots.", les_notes(count, "regroupée", "regroupées")),
    parted: "La note est de nouveau seule.",
    not_gathered: "Cette note n’est regroupée avec aucune autre.",
    highlighted_now: |count| format!("{}.", les_notes(count, "mise en avant", "mises en avant")),
    unhighlighted_now: |count| {
        if count < 2 {
            format!("{count} note n’est plus mise en avant.")
        } else {
            format!("{count} notes ne sont plus mises en avant.")
        }
    },
    set_aside_now: "La note est mise de côté. Elle attend sous «\u{202f}Mis de côté\u{202f}».",
    keys: "Au clavier",
    keys_hint: "La flèche vers le bas mène aux notes.",
    key_list: [
        ("↓ ↑", "de note en note"),
        ("← →", "vers la colonne voisine"),
        ("M", "déplacer la note, ou en faire autre chose"),
        ("1 … 9", "déplacer vers le thème qui a ce numéro"),
        ("0", "renvoyer dans «\u{202f}À classer\u{202f}»"),
        ("X", "sélectionner, ou décocher"),
        ("A", "sélectionner toute la colonne"),
        ("G", "regrouper les notes sélectionnées"),
        ("T", "sortir la note de son groupe"),
        ("H", "mettre en avant, ou ne plus le faire"),
        ("/", "chercher"),
        ("Ctrl Z", "défaire\u{202f}; avec Maj, refaire"),
    ],
    example_hint: "Les exemples restent sous leur note, et se déplacent avec elle.",
};
