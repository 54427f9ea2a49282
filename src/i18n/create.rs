//! The texts of the screen "create". What it shares with "prepare" is there.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Create {
    pub title: &'static str,
    pub help: &'static str,
    pub questions_hint: &'static str,
    pub tables: &'static str,
    pub rounds: &'static str,
    pub minutes: &'static str,
    pub submit: &'static str,
    pub no_title: &'static str,
    pub no_question: &'static str,
    pub between: fn(u32, u32) -> String,
    pub created: &'static str,
}

pub(super) const ENGLISH: Create = Create {
    title: "Create a café",
    help: "A title and a question are enough. Everything else can be changed later.",
    questions_hint: "Lines that you leave empty are left out.",
    tables: "Number of tables",
    rounds: "Number of rounds",
    minutes: "Minutes per round",
    submit: "Create the café",
    no_title: "Give the café a title.",
    no_question: "Write at least one question.",
    between: |least, most| format!("Write a number from {least} to {most}."),
    created: "The café is ready. Invite people, or change it first.",
};

pub(super) const FRENCH: Create = Create {
    title: "Créer un café",
    help: "Un titre et une question suffisent. Tout le reste se change plus tard.",
    questions_hint: "Les lignes laissées vides ne comptent pas.",
    tables: "Nombre de tables",
    rounds: "Nombre de tours",
    minutes: "Minutes par tour",
    submit: "Créer le café",
    no_title: "Donnez un titre au café.",
    no_question: "Écrivez au moins une question.",
    between: |least, most| format!("Écrivez un nombre de {least} à {most}."),
    created: "Le café est prêt. Invitez, ou modifiez-le d’abord.",
};
