//! The texts of the clock of a round: for the facilitator, the projector and the tables.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Clock {
    pub title: &'static str,
    pub left: fn(u64) -> String,
    pub start: fn(usize, u32) -> String,
    pub pause: &'static str,
    pub resume: &'static str,
    pub more: fn(u64) -> String,
    pub end: &'static str,
    pub back: &'static str,
    pub not_begun: &'static str,
    pub paused: &'static str,
    pub time_up: &'static str,
    pub time_up_for: fn(u64) -> String,
    pub change_tables: &'static str,
    pub change_tables_help: &'static str,
    pub change_by_plan: &'static str,
    pub last_over: &'static str,
    pub last_over_help: &'static str,
    pub minute_left: &'static str,
    pub minutes_left: fn(u64) -> String,
    pub sound: &'static str,
    pub vibration: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub set_back: &'static str,
    pub went_ahead: fn(u64) -> String,
    pub went_ahead_help: &'static str,
    pub it_slept: &'static str,
    pub it_was_set: &'static str,
    pub round_begun: fn(usize) -> String,
    pub write_to: fn(usize) -> String,
    pub starts_now: fn(usize) -> String,
    pub moved_on: fn(usize) -> String,
    pub hands_over: &'static str,
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

pub(super) const ENGLISH: Clock = Clock {
    title: "The clock",
    left: clock,
    start: |round, minutes| format!("Start round {round} ({minutes} min)"),
    pause: "Pause",
    resume: "Go on",
    more: |minutes| format!("+ {minutes} min"),
    end: "End the round",
    back: "Back one step",
    not_begun: "No round has begun.",
    paused: "Paused",
    time_up: "Time is up",
    time_up_for: |minutes| {
        if minutes == 0 { "Time is up.".into() } else { format!("Time has been up for {minutes} min.") }
    },
    change_tables: "Change tables",
    change_tables_help: "Hosts stay and welcome the next guests. Everybody else goes on to another table.",
    change_by_plan: "Your number stands beside your next table.",
    last_over: "The last round is over",
    last_over_help: "Thank you. Hosts, please hand over the notes of your table now.",
    minute_left: "One minute left.",
    minutes_left: |minutes| format!("{minutes} minutes left."),
    sound: "Sound",
    vibration: "Vibration",
    on: "on",
    off: "off",
    set_back: "The clock of this device was set back. The round still has the time that it had.",
    went_ahead: |minutes| format!("The clock of this device went ahead by {minutes} min."),
    went_ahead_help: "If the device slept, that time has really passed. If somebody set the clock, the round gets it back.",
    it_slept: "It slept",
    it_was_set: "It was set: give the time back",
    round_begun: |round| format!("Round {round} has begun."),
    write_to: |round| format!("Write to round {round} now"),
    starts_now: |round| format!("Round {round} starts now"),
    moved_on: |round| format!("What you write goes to round {round} now."),
    hands_over: "Is a safety copy made? Ask the tables to hand over, then export the café.",
};

pub(super) const FRENCH: Clock = Clock {
    title: "L’horloge",
    left: clock,
    start: |round, minutes| format!("Lancer le tour {round} ({minutes}\u{a0}min)"),
    pause: "Pause",
    resume: "Reprendre",
    more: |minutes| format!("+\u{a0}{minutes}\u{a0}min"),
    end: "Finir le tour",
    back: "Revenir d’un pas",
    not_begun: "Aucun tour n’a commencé.",
    paused: "En pause",
    time_up: "C’est l’heure",
    time_up_for: |minutes| {
        if minutes == 0 {
            "Le temps est écoulé.".into()
        } else {
            format!("Le temps est écoulé depuis {minutes}\u{a0}min.")
        }
    },
    change_tables: "Changez de table",
    change_tables_help: "Les hôtes restent et accueillent les suivants. Les autres passent à une autre table.",
    change_by_plan: "Votre numéro est à côté de votre prochaine table.",
    last_over: "Le dernier tour est fini",
    last_over_help: "Merci\u{202f}! Hôtes, remettez maintenant les notes de votre table.",
    minute_left: "Encore une minute.",
    minutes_left: |minutes| format!("Encore {minutes} minutes."),
    sound: "Son",
    vibration: "Vibration",
    on: "oui",
    off: "non",
    set_back: "L’horloge de cet appareil a été reculée. Le tour garde le temps qu’il lui restait.",
    went_ahead: |minutes| format!("L’horloge de cet appareil a avancé de {minutes}\u{a0}min."),
    went_ahead_help: "Si l’appareil dormait, ce temps a vraiment passé. Si quelqu’un a réglé l’horloge, le tour peut le récupérer.",
    it_slept: "Il dormait",
    it_was_set: "On l’a réglée\u{202f}: rendre le temps",
    round_begun: |round| format!("Le tour {round} a commencé."),
    write_to: |round| format!("Écrire dans le tour {round}"),
    starts_now: |round| format!("Le tour {round} commence"),
    moved_on: |round| format!("Ce que vous écrivez va maintenant dans le tour {round}."),
    hands_over: "Une copie de sécurité est-elle faite\u{202f}? Demandez aux tables de remettre, puis exportez le café.",
};
