//! The texts of the screen "prepare".

/// What a set-up is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A question.
    Question,
    /// A table.
    Table,
    /// A round.
    Round,
}

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Prepare {
    pub title: &'static str,
    pub help: &'static str,
    pub name: &'static str,
    pub date: &'static str,
    pub place: &'static str,
    pub form: &'static str,
    pub per_table: &'static str,
    pub per_table_help: &'static str,
    pub per_round: &'static str,
    pub per_round_help: &'static str,
    pub parts: fn(Part) -> &'static str,
    pub number: fn(Part, usize) -> String,
    pub none: fn(Part) -> &'static str,
    pub move_up: fn(Part, usize) -> String,
    pub move_down: fn(Part, usize) -> String,
    pub remove: fn(Part, usize) -> String,
    pub removed: fn(Part, usize, usize) -> String,
    pub taken_out: fn(Part) -> &'static str,
    pub put_back: fn(&str) -> String,
    pub stay: fn(usize) -> String,
    pub add: fn(Part) -> &'static str,
    pub new_question: &'static str,
    pub table_name: fn(usize) -> String,
    pub question_of: fn(Part, usize) -> String,
    pub minutes_of: fn(usize) -> String,
    pub choose_question: &'static str,
    pub name_short: &'static str,
    pub minutes_short: &'static str,
    pub gap: &'static str,
    pub gap_range: &'static str,
    pub question_short: &'static str,
    pub nothing_yet: &'static str,
    pub lacks_questions: &'static str,
    pub saved: &'static str,
    pub typing: &'static str,
    pub next: &'static str,
}

fn stay_english(count: usize) -> String {
    match count {
        0 => "Nobody has written there yet.".into(),
        1 => "1 contribution stays in the report.".into(),
        _ => format!("{count} contributions stay in the report."),
    }
}

fn stay_french(count: usize) -> String {
    match count {
        0 => "Personne n’y a encore écrit.".into(),
        1 => "1 contribution reste dans la restitution.".into(),
        _ => format!("{count} contributions restent dans la restitution."),
    }
}

const fn word_english(part: Part) -> &'static str {
    match part {
        Part::Question => "question",
        Part::Table => "table",
        Part::Round => "round",
    }
}

/// With its article.
const fn word_french(part: Part) -> &'static str {
    match part {
        Part::Question => "la question",
        Part::Table => "la table",
        Part::Round => "le tour",
    }
}

pub(super) const ENGLISH: Prepare = Prepare {
    title: "Prepare",
    help: "What people will find on the tablecloth. You can change all of it later: nothing that was written gets lost.",
    name: "Title of the café",
    date: "Date",
    place: "Place",
    form: "Where do the questions belong?",
    per_table: "One question per table",
    per_table_help: "People change tables, the question stays.",
    per_round: "One question per round",
    per_round_help: "All tables talk about the same thing.",
    parts: |part| match part {
        Part::Question => "Questions",
        Part::Table => "Tables",
        Part::Round => "Rounds",
    },
    number: |part, number| match part {
        Part::Question => format!("Question {number}"),
        Part::Table => format!("Table {number}"),
        Part::Round => format!("Round {number}"),
    },
    none: |part| match part {
        Part::Question => "No question yet: write the first one below.",
        Part::Table => "No table yet. People write at a table, so a café needs at least one.",
        Part::Round => "No round yet. A café needs at least one.",
    },
    move_up: |part, number| format!("Move {} {number} up", word_english(part)),
    move_down: |part, number| format!("Move {} {number} down", word_english(part)),
    remove: |part, number| format!("Remove {} {number}", word_english(part)),
    removed: |part, number, count| {
        let word = match part {
            Part::Question => "Question",
            Part::Table => "Table",
            Part::Round => "Round",
        };
        format!("{word} {number} was removed; you can put it back. {}", stay_english(count))
    },
    taken_out: |part| match part {
        Part::Question => "Removed questions",
        Part::Table => "Removed tables",
        Part::Round => "Removed rounds",
    },
    put_back: |name| format!("Put back: {name}"),
    stay: stay_english,
    add: |part| match part {
        Part::Question => "Add a question",
        Part::Table => "Add a table",
        Part::Round => "Add a round",
    },
    new_question: "New question",
    table_name: |number| format!("Name of table {number}"),
    question_of: |part, number| format!("Question of {} {number}", word_english(part)),
    minutes_of: |number| format!("Minutes of round {number}"),
    choose_question: "Choose a question",
    name_short: "Name",
    minutes_short: "Minutes",
    gap: "Minutes to change tables, between two rounds",
    gap_range: "Write a number of minutes from 0 to 120.",
    question_short: "Question",
    nothing_yet: "There is nothing to show yet: the café needs a question, a table and a round.",
    lacks_questions: "A table or a round has no question. Choose one; otherwise people there will see the first question.",
    saved: "saved",
    typing: "not saved yet",
    next: "Next: invite",
};

pub(super) const FRENCH: Prepare = Prepare {
    title: "Préparer",
    help: "Ce que les gens trouveront sur la nappe. Tout reste modifiable ensuite\u{202f}: rien de ce qui est écrit ne se perd.",
    name: "Titre du café",
    date: "Date",
    place: "Lieu",
    form: "À quoi les questions sont-elles liées\u{202f}?",
    per_table: "Une question par table",
    per_table_help: "Les gens changent de table, la question reste.",
    per_round: "Une question par tour",
    per_round_help: "Toutes les tables parlent de la même chose.",
    parts: |part| match part {
        Part::Question => "Questions",
        Part::Table => "Tables",
        Part::Round => "Tours",
    },
    number: |part, number| match part {
        Part::Question => format!("Question {number}"),
        Part::Table => format!("Table {number}"),
        Part::Round => format!("Tour {number}"),
    },
    none: |part| match part {
        Part::Question => "Pas encore de question\u{202f}: écrivez la première ci-dessous.",
        Part::Table => "Pas encore de table. On écrit à une table, il en faut donc au moins une.",
        Part::Round => "Pas encore de tour. Il en faut au moins un.",
    },
    move_up: |part, number| format!("Monter {} {number}", word_french(part)),
    move_down: |part, number| format!("Descendre {} {number}", word_french(part)),
    remove: |part, number| format!("Retirer {} {number}", word_french(part)),
    removed: |part, number, count| {
        let sentence = match part {
            Part::Question => format!("La question {number} est retirée, vous pouvez la rétablir."),
            Part::Table => format!("La table {number} est retirée, vous pouvez la rétablir."),
            Part::Round => format!("Le tour {number} est retiré, vous pouvez le rétablir."),
        };
        format!("{sentence} {}", stay_french(count))
    },
    taken_out: |part| match part {
        Part::Question => "Questions retirées",
        Part::Table => "Tables retirées",
        Part::Round => "Tours retirés",
    },
    put_back: |name| format!("Rétablir\u{202f}: {name}"),
    stay: stay_french,
    add: |part| match part {
        Part::Question => "Ajouter une question",
        Part::Table => "Ajouter une table",
        Part::Round => "Ajouter un tour",
    },
    new_question: "Nouvelle question",
    table_name: |number| format!("Nom de la table {number}"),
    question_of: |part, number| match part {
        Part::Round => format!("Question du tour {number}"),
        Part::Question | Part::Table => format!("Question de la table {number}"),
    },
    minutes_of: |number| format!("Minutes du tour {number}"),
    choose_question: "Choisissez une question",
    name_short: "Nom",
    minutes_short: "Minutes",
    gap: "Minutes pour changer de table, entre deux tours",
    gap_range: "Écrivez un nombre de minutes de 0 à 120.",
    question_short: "Question",
    nothing_yet: "Rien à montrer pour l’instant\u{202f}: il faut au café une question, une table et un tour.",
    lacks_questions: "Une table ou un tour n’a pas de question. Choisissez-en une\u{202f}; sinon, on y verra la première.",
    saved: "enregistré",
    typing: "pas encore enregistré",
    next: "Étape suivante\u{202f}: inviter",
};
