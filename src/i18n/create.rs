//! The texts of the screen "create". What it shares with "prepare" is there.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Create {
    pub title: &'static str,
    pub help: &'static str,
    pub optional: &'static str,
    pub questions_hint: &'static str,
    pub tables: &'static str,
    pub rounds: &'static str,
    pub minutes: &'static str,
    pub submit: &'static str,
    pub no_title: &'static str,
    pub no_question: &'static str,
    pub between: fn(u32, u32) -> String,
    pub created: &'static str,
    pub templates: &'static str,
    /// Name and help of the templates, in the order of `Template::ALL`.
    pub template: fn(usize) -> (&'static str, &'static str),
}

pub(super) const ENGLISH: Create = Create {
    optional: "optional",
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
    templates: "Start from a common format",
    template: |which| match which {
        0 => ("Going round", "Each table has a question. Groups visit three of them, 20 minutes each."),
        1 => ("Classic", "Each round has a question, the same at all tables. Hosts stay, the others mix."),
        2 => ("Short", "Two rounds of 15 minutes."),
        _ => ("Large", "Over a hundred people: 24 tables, several for each question."),
    },
};

pub(super) const FRENCH: Create = Create {
    optional: "facultatif",
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
    created: "Le café est prêt. Invitez les participants, ou modifiez d’abord le café.",
    templates: "Partir d’un modèle courant",
    template: |which| match which {
        0 => {
            ("De table en table", "Chaque table a sa question. Les groupes en visitent trois, 20\u{a0}minutes chacune.")
        }
        1 => (
            "Classique",
            "Chaque tour a sa question, la même à toutes les tables. Les hôtes restent, les autres se mélangent.",
        ),
        2 => ("Court", "Deux tours de 15\u{a0}minutes."),
        _ => ("Grand", "Plus de cent personnes\u{202f}: 24 tables, plusieurs par question."),
    },
};
