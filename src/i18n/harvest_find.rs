//! The texts of finding notes in the harvest.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct HarvestFind {
    pub search: &'static str,
    pub label: &'static str,
    pub placeholder: &'static str,
    pub filters: &'static str,
    pub table: &'static str,
    pub any_table: &'static str,
    pub round: &'static str,
    pub any_round: &'static str,
    pub with: &'static str,
    pub any: &'static str,
    pub with_dots: &'static str,
    pub highlighted: &'static str,
    pub disputed: &'static str,
    pub found: fn(usize, usize) -> String,
    pub found_elsewhere: fn(usize) -> String,
    pub clear: &'static str,
    pub select: fn(usize) -> String,
    pub nothing: &'static str,
    pub nothing_help: &'static str,
}

pub(super) const ENGLISH: HarvestFind = HarvestFind {
    search: "Find notes",
    label: "Find",
    placeholder: "words in notes",
    filters: "Filters",
    table: "Table",
    any_table: "all tables",
    round: "Round",
    any_round: "all rounds",
    with: "Which notes",
    any: "all notes",
    with_dots: "with dots",
    highlighted: "highlighted",
    disputed: "in two versions",
    found: |found, all| {
        if found == 1 { format!("1 note found of {all}") } else { format!("{found} notes found of {all}") }
    },
    found_elsewhere: |count| format!("and {count} under other questions"),
    clear: "Show all again",
    select: |count| if count == 1 { "Select it".into() } else { format!("Select all {count}") },
    nothing: "No note matches.",
    nothing_help: "Try fewer or shorter words. Case and accents do not count.",
};

pub(super) const FRENCH: HarvestFind = HarvestFind {
    search: "Chercher des notes",
    label: "Chercher",
    placeholder: "des mots dans les notes",
    filters: "Filtres",
    table: "Table",
    any_table: "toutes les tables",
    round: "Tour",
    any_round: "tous les tours",
    with: "Quelles notes",
    any: "toutes les notes",
    with_dots: "avec gommettes",
    highlighted: "mises en avant",
    disputed: "en deux versions",
    found: |found, all| {
        if found < 2 {
            format!("{found} note trouvée sur {all}")
        } else {
            format!("{found} notes trouvées sur {all}")
        }
    },
    found_elsewhere: |count| format!("et {count} sous d’autres questions"),
    clear: "Tout montrer à nouveau",
    select: |count| if count < 2 { "La sélectionner".into() } else { format!("Sélectionner les {count}") },
    nothing: "Aucune note ne correspond.",
    nothing_help: "Essayez avec moins de mots, ou plus courts. Majuscules et accents ne comptent pas.",
};
