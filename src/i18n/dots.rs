//! The texts of the screen "dots".

use crate::core::harvest::{Each, Phase};

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Dots {
    pub title: &'static str,
    pub help: &'static str,
    pub own_notes_only: &'static str,
    pub to_import: &'static str,
    pub to_facilitator: &'static str,
    pub give_file: &'static str,
    pub how: &'static str,
    pub phase: fn(Phase) -> &'static str,
    pub open: &'static str,
    pub open_again: &'static str,
    pub close: &'static str,
    pub others_count: &'static str,
    pub settings: &'static str,
    pub budget: &'static str,
    pub fewer: &'static str,
    pub more: &'static str,
    pub each: &'static str,
    pub each_name: fn(Each) -> &'static str,
    pub each_help: fn(Each) -> &'static str,
    pub secret: &'static str,
    pub secret_help: &'static str,
    pub not_open: &'static str,
    pub not_open_help: &'static str,
    pub no_notes: &'static str,
    pub no_notes_help: &'static str,
    pub questions: &'static str,
    pub under: fn(usize, Option<usize>) -> String,
    pub view: &'static str,
    pub giving: &'static str,
    pub results: &'static str,
    pub hidden_now: &'static str,
    pub search: &'static str,
    pub found: fn(usize) -> String,
    pub nothing_found: &'static str,
    pub clear: &'static str,
    pub to_sort: &'static str,
    pub more_notes: fn(usize) -> String,
    pub give: fn(&str) -> String,
    pub take: fn(&str) -> String,
    pub keys: &'static str,
    pub with: &'static str,
    pub yours: fn(usize) -> String,
    pub all: fn(usize) -> String,
    pub left: fn(usize, u32) -> String,
    pub none_left: &'static str,
    pub person: fn(u32) -> String,
    pub next_person: &'static str,
    pub previous_person: &'static str,
    pub passed: fn(u32, usize) -> String,
    pub done: &'static str,
    pub done_help: &'static str,
    pub done_unsaved: &'static str,
    pub passed_on: fn(u32) -> String,
    pub passed_on_help: &'static str,
    pub hand_over: &'static str,
    pub no_dots: &'static str,
    pub voters: fn(usize) -> String,
    pub without: fn(usize) -> String,
    pub from_overview: &'static str,
}

pub(super) const ENGLISH: Dots = Dots {
    title: "Dots",
    help: "Put dots on what matters most to you. In the report, notes with many dots come first, in their theme or at \
           their table.",
    own_notes_only: "This device only shows the notes that it has: to see those of all tables, import the bundle that \
                     the facilitator passes on, or use the facilitator’s device in turn.",
    to_import: "Import that bundle",
    to_facilitator: "People’s own devices only have their own notes. Give them the café’s bundle once dots are open, \
                     and collect their bundles afterwards; or pass this device around.",
    give_file: "The café’s bundle",
    how: "How dots are given",
    phase: |phase| match phase {
        Phase::Before => "Dots cannot be given yet.",
        Phase::Open => "Dots can be given now.",
        Phase::Closed => "Dots can no longer be given.",
    },
    open: "Let people give dots",
    open_again: "Let people give dots again",
    close: "Stop giving dots",
    others_count: "Dots that other devices hand over later still count, each person’s once.",
    settings: "Settings",
    budget: "Dots for each question",
    fewer: "One dot fewer",
    more: "One dot more",
    each: "Who has dots",
    each_name: |each| match each {
        Each::Device => "Each device",
        Each::Person => "Each person",
    },
    each_help: |each| match each {
        Each::Device => "Everybody gives dots on a device of their own.",
        Each::Person => "One device is passed around: “Next person” each time.",
    },
    secret: "Hidden until closed",
    secret_help: "While dots are given, nobody sees those of others.",
    not_open: "Dots cannot be given yet",
    not_open_help: "The facilitator opens them after the last round. Then your dots appear here, some for each question.",
    no_notes: "There are no notes to put dots on yet",
    no_notes_help: "They appear here as soon as they are on this device.",
    questions: "Questions",
    under: |number, left| match left {
        None => format!("Question {number}"),
        Some(left) => format!("Question {number} · {left} left"),
    },
    view: "Show",
    giving: "Give dots",
    results: "Results",
    hidden_now: "The dots of others are hidden until dots are closed.",
    search: "Find a note",
    found: |count| if count == 1 { "1 note found".into() } else { format!("{count} notes found") },
    nothing_found: "No note has these words.",
    clear: "Show all notes",
    to_sort: "Without a theme",
    more_notes: |count| if count == 1 { "Show 1 more note".into() } else { format!("Show {count} more notes") },
    give: |words| format!("Give a dot: {words}"),
    take: |words| format!("Take a dot back: {words}"),
    keys: "By keyboard: + on a note gives a dot, − takes it back.",
    with: "Gathered with",
    yours: |count| if count == 1 { "1 dot of yours".into() } else { format!("{count} dots of yours") },
    all: |count| if count == 1 { "1 dot in all".into() } else { format!("{count} dots in all") },
    left: |left, budget| format!("{left} of {budget} {} left", if budget == 1 { "dot" } else { "dots" }),
    none_left: "You have no dots left for this question. Take one back to place it elsewhere.",
    person: |number| format!("Person {number}"),
    next_person: "Next person",
    previous_person: "Previous person",
    passed: |number, budget| format!("Person {number}: {budget} {} for you.", if budget == 1 { "dot" } else { "dots" }),
    done: "Done with your dots?",
    done_help: "They are on this device. Hand them over, so that they count.",
    done_unsaved: "They are not saved on this device. Hand them over before you close this page, so that they count.",
    passed_on: |number| format!("Person {number} had this device last"),
    passed_on_help: "Where others put their dots stays hidden. Whoever has the device now begins as the next person.",
    hand_over: "Hand over",
    no_dots: "Nobody has given a dot here yet.",
    voters: |count| if count == 1 { "1 person gave dots.".into() } else { format!("{count} people gave dots.") },
    without: |count| {
        if count == 1 { "1 note has no dot.".into() } else { format!("{count} notes have no dot.") }
    },
    from_overview: "Give dots",
};

pub(super) const FRENCH: Dots = Dots {
    title: "Gommettes",
    help: "Collez des gommettes sur ce qui compte le plus pour vous. Dans la restitution, les notes qui en ont beaucoup \
           viennent en premier, dans leur thème ou à leur table.",
    own_notes_only: "Cet appareil ne montre que les notes qu’il a\u{202f}: pour voir celles de toutes les tables, importez \
                     le paquet que donne la personne qui anime, ou prenez son appareil chacun à votre tour.",
    to_import: "Importer ce paquet",
    to_facilitator: "Les appareils des gens n’ont que leurs propres notes. Donnez-leur le paquet du café une fois le \
                     vote ouvert, puis collectez leurs paquets\u{202f}; ou faites passer cet appareil.",
    give_file: "Le paquet du café",
    how: "Comment on donne les gommettes",
    phase: |phase| match phase {
        Phase::Before => "On ne peut pas encore donner de gommettes.",
        Phase::Open => "On peut donner des gommettes.",
        Phase::Closed => "On ne peut plus donner de gommettes.",
    },
    open: "Ouvrir le vote",
    open_again: "Rouvrir le vote",
    close: "Clore le vote",
    others_count: "Les gommettes que d’autres appareils remettront plus tard comptent aussi, une seule fois par personne.",
    settings: "Réglages",
    budget: "Gommettes par question",
    fewer: "Une gommette de moins",
    more: "Une gommette de plus",
    each: "Qui a des gommettes",
    each_name: |each| match each {
        Each::Device => "Chaque appareil",
        Each::Person => "Chaque personne",
    },
    each_help: |each| match each {
        Each::Device => "Chacun donne ses gommettes sur son propre appareil.",
        Each::Person => "Un appareil passe de main en main\u{202f}: «\u{202f}Personne suivante\u{202f}» à chaque fois.",
    },
    secret: "Cachées jusqu’à la clôture",
    secret_help: "Tant qu’on en donne, personne ne voit celles des autres.",
    not_open: "On ne peut pas encore donner de gommettes",
    not_open_help: "La personne qui anime ouvre le vote après le dernier tour. Vos gommettes apparaissent alors ici, \
                    quelques-unes par question.",
    no_notes: "Il n’y a pas encore de notes où coller des gommettes",
    no_notes_help: "Elles apparaissent ici dès qu’elles sont sur cet appareil.",
    questions: "Questions",
    under: |number, left| match left {
        None => format!("Question {number}"),
        Some(left @ 0..=1) => format!("Question {number} · {left} restante"),
        Some(left) => format!("Question {number} · {left} restantes"),
    },
    view: "Montrer",
    giving: "Donner",
    results: "Résultats",
    hidden_now: "Les gommettes des autres sont cachées jusqu’à la clôture.",
    search: "Chercher une note",
    found: |count| if count < 2 { format!("{count} note trouvée") } else { format!("{count} notes trouvées") },
    nothing_found: "Aucune note ne contient ces mots.",
    clear: "Montrer toutes les notes",
    to_sort: "Sans thème",
    more_notes: |count| {
        if count < 2 { format!("Montrer {count} note de plus") } else { format!("Montrer {count} notes de plus") }
    },
    give: |words| format!("Donner une gommette\u{202f}: {words}"),
    take: |words| format!("Reprendre une gommette\u{202f}: {words}"),
    keys: "Au clavier\u{202f}: + sur une note donne une gommette, − la reprend.",
    with: "Regroupée avec",
    yours: |count| if count < 2 { format!("{count} gommette à vous") } else { format!("{count} gommettes à vous") },
    all: |count| if count < 2 { format!("{count} gommette en tout") } else { format!("{count} gommettes en tout") },
    left: |left, budget| {
        let words = if left < 2 { "gommette restante" } else { "gommettes restantes" };
        format!("{left} {words} sur {budget}")
    },
    none_left: "Plus de gommette pour cette question. Reprenez-en une pour la coller ailleurs.",
    person: |number| format!("Personne {number}"),
    next_person: "Personne suivante",
    previous_person: "Personne précédente",
    passed: |number, budget| {
        let words = if budget < 2 { "gommette" } else { "gommettes" };
        format!("Personne {number}\u{202f}: {budget} {words} pour vous.")
    },
    done: "Vous avez fini\u{202f}?",
    done_help: "Vos gommettes sont sur cet appareil. Remettez-les pour qu’elles comptent.",
    done_unsaved: "Elles ne sont pas enregistrées sur cet appareil. Remettez-les avant de fermer cette page, pour qu’elles \
                   comptent.",
    passed_on: |number| format!("La personne {number} a eu cet appareil en dernier"),
    passed_on_help: "Les gommettes des autres restent cachées. La personne qui a l’appareil maintenant touche «\u{202f}Personne suivante\u{202f}».",
    hand_over: "Remettre mes gommettes",
    no_dots: "Personne n’a encore donné de gommette ici.",
    voters: |count| {
        if count < 2 {
            format!("{count} personne a donné des gommettes.")
        } else {
            format!("{count} personnes ont donné des gommettes.")
        }
    },
    without: |count| {
        if count < 2 {
            format!("{count} note n’a pas de gommette.")
        } else {
            format!("{count} notes n’ont pas de gommette.")
        }
    },
    from_overview: "Donner des gommettes",
};
