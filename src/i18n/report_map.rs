//! The words of the harvest map, wherever it stands.

use crate::core::report::map::MapWords;

pub(super) const ENGLISH: MapWords = MapWords {
    name: "Harvest map",
    themes: |count| if count == 1 { "1 theme".into() } else { format!("{count} themes") },
    more: |count| format!("and {count} more"),
    more_themes: |themes, notes| {
        let themes = if themes == 1 { "1 more theme".into() } else { format!("{themes} more themes") };
        let notes = if notes == 1 { "1 contribution".into() } else { format!("{notes} contributions") };
        format!("And {themes}, with {notes}.")
    },
    seed: |unit| if unit == 1 { "a contribution".into() } else { format!("{unit} contributions") },
    with_dots: "with dots",
    star: "highlighted",
    strongest: "Strongest",
};

pub(super) const FRENCH: MapWords = MapWords {
    name: "Carte de la récolte",
    themes: |count| if count < 2 { format!("{count} thème") } else { format!("{count} thèmes") },
    more: |count| if count < 2 { format!("et {count} autre") } else { format!("et {count} autres") },
    more_themes: |themes, notes| {
        let themes = if themes < 2 { format!("{themes} autre thème") } else { format!("{themes} autres thèmes") };
        let notes = if notes < 2 { format!("{notes} contribution") } else { format!("{notes} contributions") };
        format!("Et {themes}, avec {notes}.")
    },
    seed: |unit| if unit < 2 { "une contribution".into() } else { format!("{unit} contributions") },
    with_dots: "avec gommettes",
    star: "mise en avant",
    strongest: "Les plus fortes",
};
