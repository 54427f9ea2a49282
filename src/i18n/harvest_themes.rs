//! The texts around the themes of the harvest: making, changing, joining them.

/// A set of themes to start from: what it is called, and the themes.
pub type StarterSet = (&'static str, [&'static str; 4]);

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct HarvestThemes {
    pub make: &'static str,
    pub make_help: &'static str,
    pub starter: &'static str,
    pub starter_none: &'static str,
    pub sets: [StarterSet; 5],
    pub lines: &'static str,
    pub lines_hint: &'static str,
    pub add: fn(usize) -> String,
    pub too_many: fn(usize) -> String,
    pub added: fn(usize) -> String,
    pub title: fn(&str) -> String,
    pub name: &'static str,
    pub about: &'static str,
    pub no_about: &'static str,
    pub draft: &'static str,
    pub give_up: &'static str,
    pub not_saved: fn(&str) -> String,
    pub saved: &'static str,
    pub two_names: &'static str,
    pub two_names_help: &'static str,
    pub two_abouts: &'static str,
    pub place: fn(usize, usize) -> String,
    pub earlier: &'static str,
    pub later: &'static str,
    pub placed: fn(usize, usize) -> String,
    pub join: &'static str,
    pub join_help: &'static str,
    pub join_choose: &'static str,
    pub join_choose_first: &'static str,
    pub join_button: &'static str,
    pub joined: fn(&str) -> String,
    pub split: &'static str,
    pub select_its_notes: &'static str,
    pub remove: &'static str,
    pub remove_help: &'static str,
    pub removed: fn(&str) -> String,
    pub gone: &'static str,
    pub taken: fn(usize) -> String,
    pub taken_help: &'static str,
    pub joined_to: fn(&str) -> String,
    pub put_back: &'static str,
    pub put_back_label: fn(&str) -> String,
    pub back_again: fn(&str) -> String,
    pub namesakes: fn(&str, &str) -> String,
    pub namesakes_help: &'static str,
    pub join_both: &'static str,
    pub leave_apart: &'static str,
}

pub(super) const ENGLISH: HarvestThemes = HarvestThemes {
    make: "Add themes",
    make_help: "Themes are what the notes will be sorted into. Start from a set and change it, or write your own.",
    starter: "Start from",
    starter_none: "my own words",
    sets: [
        ("Why and how", ["Why", "Prerequisites", "Difficulties", "Tools"]),
        ("Keep and change", ["Keep", "Change", "Stop", "Try"]),
        ("From what is to what comes", ["What we see", "What we need", "Ideas", "First steps"]),
        ("For and against", ["Strengths", "Weak points", "Opportunities", "Risks"]),
        ("Who does it", ["Residents", "Associations", "Businesses", "Town hall"]),
    ],
    lines: "Themes, one on each line",
    lines_hint: "Change, add or take out lines as you like.",
    add: |count| if count == 1 { "Add this theme".into() } else { format!("Add these {count} themes") },
    too_many: |most| format!("At most {most} themes at once."),
    added: |count| if count == 1 { "The theme was added.".into() } else { format!("{count} themes were added.") },
    title: |name| format!("Theme “{name}”"),
    name: "Name",
    about: "What it is about",
    no_about: "(nothing)",
    draft: "Not saved yet. What you typed waits here, even if you close this.",
    give_up: "Put back what was there",
    not_saved: |why| format!("Not saved. {why} What you typed waits here: make room, then save again."),
    saved: "The theme was changed.",
    two_names: "Two names",
    two_names_help: "It was changed on two devices. Both texts stay until somebody chooses.",
    two_abouts: "Two descriptions",
    place: |place, all| format!("Place {place} of {all}"),
    earlier: "Move it forward",
    later: "Move it back",
    placed: |place, all| format!("Now at place {place} of {all}."),
    join: "Join it to another theme",
    join_help: "Its notes go there, and the name of the other theme stays.",
    join_choose: "Choose a theme",
    join_choose_first: "Choose the other theme first.",
    join_button: "Join",
    joined: |name| format!("All notes are now in “{name}”."),
    split: "To split it, select some of its notes and move them into a new theme.",
    select_its_notes: "Select its notes",
    remove: "Remove this theme",
    remove_help: "Its notes go back to “To sort”.",
    removed: |name| format!("The theme “{name}” was removed. Its notes are back in “To sort”."),
    gone: "This theme was removed or joined to another one meanwhile. What you typed waits here.",
    taken: |count| format!("Taken away ({count})"),
    taken_help: "Themes that were removed or joined to others. Nobody’s words are lost: a theme that is put back stands again with its notes.",
    joined_to: |name| format!("Joined to “{name}”"),
    put_back: "Put back",
    put_back_label: |name| format!("Put back the theme {name}"),
    back_again: |name| format!("The theme “{name}” stands again."),
    namesakes: |name, other| {
        if name == other {
            format!("Two themes are called “{name}”.")
        } else {
            format!("Perhaps one theme under two names: “{name}” and “{other}”.")
        }
    },
    namesakes_help: "Perhaps two people made the same theme on two devices. If you join them, their notes will be together.",
    join_both: "Join them",
    leave_apart: "Leave them apart",
};

pub(super) const FRENCH: HarvestThemes = HarvestThemes {
    make: "Ajouter des thèmes",
    make_help: "Les notes seront classées dans ces thèmes. Partez d’une série et modifiez-la, ou écrivez les vôtres.",
    starter: "Partir de",
    starter_none: "mes propres mots",
    sets: [
        ("Pourquoi et comment", ["Pourquoi", "Conditions", "Difficultés", "Outils"]),
        ("Garder et changer", ["Garder", "Changer", "Arrêter", "Essayer"]),
        ("De ce qui est à ce qui vient", ["Ce que nous voyons", "Ce qu’il nous faut", "Idées", "Premiers pas"]),
        ("Pour et contre", ["Forces", "Points faibles", "Opportunités", "Risques"]),
        ("Qui s’en charge", ["Habitants", "Associations", "Entreprises", "Mairie"]),
    ],
    lines: "Thèmes, un par ligne",
    lines_hint: "Modifiez, ajoutez, retirez des lignes comme vous voulez.",
    add: |count| if count < 2 { "Ajouter ce thème".into() } else { format!("Ajouter ces {count} thèmes") },
    too_many: |most| format!("Pas plus de {most} thèmes à la fois."),
    added: |count| if count < 2 { "Le thème est ajouté.".into() } else { format!("{count} thèmes sont ajoutés.") },
    title: |name| format!("Thème «\u{202f}{name}\u{202f}»"),
    name: "Nom",
    about: "De quoi il s’agit",
    no_about: "(rien)",
    draft: "Pas encore enregistré. Ce que vous avez écrit attend ici, même si vous fermez.",
    give_up: "Revenir au texte d’avant",
    not_saved: |why| {
        format!(
            "Pas enregistré. {why} Ce que vous avez écrit attend ici\u{202f}: faites de la place, puis enregistrez de nouveau."
        )
    },
    saved: "Le thème est modifié.",
    two_names: "Deux noms",
    two_names_help: "Il a été modifié sur deux appareils. Les deux textes restent tant que personne n’a choisi.",
    two_abouts: "Deux descriptions",
    place: |place, all| format!("Place {place} sur {all}"),
    earlier: "L’avancer",
    later: "Le reculer",
    placed: |place, all| format!("Maintenant à la place {place} sur {all}."),
    join: "Le réunir avec un autre thème",
    join_help: "Ses notes y vont, et le nom de l’autre thème reste.",
    join_choose: "Choisir un thème",
    join_choose_first: "Choisissez d’abord l’autre thème.",
    join_button: "Réunir",
    joined: |name| format!("Toutes les notes sont maintenant dans «\u{202f}{name}\u{202f}»."),
    split: "Pour le diviser, sélectionnez certaines de ses notes et déplacez-les dans un nouveau thème.",
    select_its_notes: "Sélectionner ses notes",
    remove: "Retirer ce thème",
    remove_help: "Ses notes reviennent dans «\u{202f}À classer\u{202f}».",
    removed: |name| {
        format!(
            "Le thème «\u{202f}{name}\u{202f}» est retiré. Ses notes sont revenues dans «\u{202f}À classer\u{202f}»."
        )
    },
    gone: "Ce thème a été retiré ou réuni avec un autre entre-temps. Ce que vous avez écrit attend ici.",
    taken: |count| if count < 2 { format!("Retiré ({count})") } else { format!("Retirés ({count})") },
    taken_help: "Les thèmes qui ont été retirés ou réunis avec d’autres. Aucun mot n’est perdu\u{202f}: un thème rétabli reprend sa place avec ses notes.",
    joined_to: |name| format!("Réuni avec «\u{202f}{name}\u{202f}»"),
    put_back: "Rétablir",
    put_back_label: |name| format!("Rétablir le thème {name}"),
    back_again: |name| format!("Le thème «\u{202f}{name}\u{202f}» a repris sa place."),
    namesakes: |name, other| {
        if name == other {
            format!("Deux thèmes s’appellent «\u{202f}{name}\u{202f}».")
        } else {
            format!(
                "Peut-être un seul thème sous deux noms\u{202f}: «\u{202f}{name}\u{202f}» et «\u{202f}{other}\u{202f}»."
            )
        }
    },
    namesakes_help: "Deux personnes ont peut-être créé le même thème sur deux appareils. Si vous les réunissez, leurs notes seront ensemble.",
    join_both: "Les réunir",
    leave_apart: "Les laisser séparés",
};
