//! The texts of "who sits where" about plans that wait to be used, and about late changes.

use crate::core::rotation::WrongWho;

/// How many people are listed in a heading; more are counted.
const LISTED: usize = 6;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct SeatsLate {
    pub too_long_to_keep: &'static str,
    pub proposed: fn(u32) -> String,
    pub other_size: fn(usize, usize) -> String,
    pub not_used_yet: &'static str,
    pub replaces: fn(usize, usize, usize) -> String,
    pub replaces_none: &'static str,
    pub keeps_past: fn(usize) -> String,
    pub replaces_past: fn(usize) -> String,
    pub use_it: &'static str,
    pub discard: &'static str,
    pub used: &'static str,
    pub back: &'static str,
    pub went_back: &'static str,
    pub used_not_stored: &'static str,
    pub late: &'static str,
    pub late_help: &'static str,
    pub past: fn(usize) -> String,
    pub rounds_over: &'static str,
    pub rounds_over_hint: &'static str,
    pub rounds_over_none: &'static str,
    pub first_rounds: fn(usize) -> String,
    pub all_past: &'static str,
    pub who_comes: &'static str,
    pub who_comes_hint: fn(Option<usize>) -> String,
    pub who_leaves: &'static str,
    pub who_leaves_hint: &'static str,
    pub propose: &'static str,
    pub wrong: fn(&WrongWho) -> String,
    /// Who comes and who leaves, and from which round on.
    pub changed: fn(&[String], &[String], usize) -> String,
    pub seats_changed: fn(usize) -> String,
    pub change: fn(&str, usize, &str, &str) -> String,
    pub becomes_host: fn(&str, usize, &str) -> String,
}

pub(super) const ENGLISH: SeatsLate = SeatsLate {
    too_long_to_keep: "This plan is too long to be kept: fewer people or rounds, or shorter names, make it shorter. Nothing \
                       was changed.",
    proposed: |number| format!("Plan {number}"),
    other_size: |tables, rounds| {
        format!(
            "This plan is for {tables} {} and {rounds} {}; the café has changed since. Make a new plan above; rounds that are \
             over can stay as they were.",
            if tables == 1 { "table" } else { "tables" },
            if rounds == 1 { "round" } else { "rounds" },
        )
    },
    not_used_yet: "This plan is not used yet",
    replaces: |people, tables, rounds| {
        format!(
            "It would replace the plan that is kept now ({people} people, {tables} {}, {rounds} {}).",
            if tables == 1 { "table" } else { "tables" },
            if rounds == 1 { "round" } else { "rounds" },
        )
    },
    replaces_none: "It would be the first plan of this café.",
    keeps_past: |past| match past {
        1 => "Round 1 stays as it was, and those who have left stay out.".into(),
        _ => format!("Rounds 1 to {past} stay as they were, and those who have left stay out."),
    },
    replaces_past: |past| {
        let rounds = if past == 1 { "round 1".to_owned() } else { format!("rounds 1 to {past}") };
        format!("It also changes {rounds}, already begun, and gives everybody a seat, including those who have left.")
    },
    use_it: "Use this plan",
    discard: "Discard it",
    used: "The plan is kept in the café.",
    back: "Back to the previous plan",
    went_back: "The previous plan is kept in the café again.",
    used_not_stored: "The plan is used, but this device could not store it yet.",
    late: "Late changes",
    late_help: "When people come late or leave, as few seats as possible change: the cards already handed out stay right, \
                except those named here.",
    past: |rounds| match rounds {
        0 => "No round has begun. Any seat may change.".into(),
        1 => "Round 1 has begun: it stays as it is.".into(),
        _ => format!("Round {rounds} has begun: the rounds from 1 to {rounds} stay as they are."),
    },
    rounds_over: "Rounds that stay as they are",
    rounds_over_hint: "Those that are over, and the one that runs.",
    rounds_over_none: "None: the event has not begun",
    first_rounds: |rounds| if rounds == 1 { "Round 1".into() } else { format!("Rounds 1 to {rounds}") },
    all_past: "The last round has begun: there is nothing left to change.",
    who_comes: "Who comes late",
    who_comes_hint: |next| {
        let new = match next {
            Some(next) => format!("The next new number is {next}; a new name gets it by itself."),
            None => "A plan has at most 1,000 people: nobody new can be added.".to_owned(),
        };
        format!("One or more numbers or names: 3, 7, 12-15. {new}")
    },
    who_leaves: "Who left or did not come",
    who_leaves_hint: "One or more numbers or names: 3, 7, 12-15.",
    propose: "See what changes",
    wrong: |wrong| match wrong {
        WrongWho::Nobody => "Write who comes or who left: numbers or names.".into(),
        WrongWho::Unknown(text) => format!("Nobody in the plan is called “{text}”."),
        WrongWho::Several(text) => format!("More than one person is called “{text}”. Write the number."),
        WrongWho::Here(person) => format!("Number {} has a seat already. Somebody new needs another name.", person + 1),
        WrongWho::Away(person) => format!("Number {} has no seat in the rounds to come anyway.", person + 1),
        WrongWho::Next(person) => format!("New numbers follow the others: the next one is {}.", person + 1),
        WrongWho::LongName => "A name is too long. Write a shorter one.".into(),
        WrongWho::Full => "A plan has at most 1,000 people.".into(),
    },
    changed: |comes, leaves, from| {
        let part = |who: &[String], one: &str, many: &str| match who {
            [] => None,
            [who] => Some(format!("number {who} {one}")),
            [first @ .., last] if first.len() < LISTED => {
                Some(format!("numbers {} and {last} {many}", first.join(", ")))
            }
            _ => Some(format!("{} people {many}", who.len())),
        };
        let parts = [part(comes, "comes", "come"), part(leaves, "leaves", "leave")];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{}, from round {from} on", super::capital(&text))
    },
    seats_changed: |count| match count {
        0 => "Nobody else has to be told anything.".into(),
        1 => "1 change for somebody else:".into(),
        _ => format!("{count} changes for others:"),
    },
    change: |who, round, from, to| format!("Number {who}, round {round}: {to} instead of {from}"),
    becomes_host: |who, round, table| format!("Number {who}, round {round}: is now the host of {table}"),
};

pub(super) const FRENCH: SeatsLate = SeatsLate {
    too_long_to_keep: "Ce plan est trop long pour être gardé\u{202f}: moins de personnes ou de tours, ou des noms plus courts, \
                       le raccourcissent. Rien n’a changé.",
    proposed: |number| format!("Plan {number}"),
    other_size: |tables, rounds| {
        format!(
            "Ce plan est fait pour {tables} {} et {rounds} {}\u{202f}; le café a changé depuis. Faites un nouveau plan \
             ci-dessus\u{202f}; les tours passés peuvent rester comme ils ont été.",
            if tables < 2 { "table" } else { "tables" },
            if rounds < 2 { "tour" } else { "tours" },
        )
    },
    not_used_yet: "Ce plan n’est pas encore utilisé",
    replaces: |people, tables, rounds| {
        format!(
            "Il remplacerait le plan gardé maintenant ({people} personnes, {tables} {}, {rounds} {}).",
            if tables < 2 { "table" } else { "tables" },
            if rounds < 2 { "tour" } else { "tours" },
        )
    },
    replaces_none: "Ce serait le premier plan de ce café.",
    keeps_past: |past| match past {
        1 => "Le tour 1 reste comme il a été, et les personnes parties n’y reviennent pas.".into(),
        _ => format!("Les tours 1 à {past} restent comme ils ont été, et les personnes parties n’y reviennent pas."),
    },
    replaces_past: |past| {
        let rounds = if past == 1 {
            "le tour 1, déjà commencé".to_owned()
        } else {
            format!("les tours 1 à {past}, déjà commencés")
        };
        format!("Il refait aussi {rounds}, et donne une place à tout le monde, même aux personnes parties.")
    },
    use_it: "Utiliser ce plan",
    discard: "L’écarter",
    used: "Le plan est gardé dans le café.",
    back: "Revenir au plan d’avant",
    went_back: "Le plan d’avant est de nouveau gardé dans le café.",
    used_not_stored: "Le plan est utilisé, mais cet appareil n’a pas encore pu l’enregistrer.",
    late: "Changements de dernière minute",
    late_help: "Quand quelqu’un arrive en retard ou part, le moins de places possible changent\u{202f}: les cartes déjà données \
                restent justes, sauf celles qui sont nommées ici.",
    past: |rounds| match rounds {
        0 => "Aucun tour n’a commencé. Toutes les places peuvent changer.".into(),
        1 => "Le tour 1 a commencé\u{202f}: il reste comme il est.".into(),
        _ => format!("Le tour {rounds} a commencé\u{202f}: les tours de 1 à {rounds} restent comme ils sont."),
    },
    rounds_over: "Tours qui restent comme ils sont",
    rounds_over_hint: "Ceux qui sont finis, et celui qui est en cours.",
    rounds_over_none: "Aucun\u{202f}: l’événement n’a pas commencé",
    first_rounds: |rounds| if rounds == 1 { "Tour 1".into() } else { format!("Tours 1 à {rounds}") },
    all_past: "Le dernier tour a commencé\u{202f}: il n’y a plus rien à changer.",
    who_comes: "Qui arrive en retard",
    who_comes_hint: |next| {
        let new = match next {
            Some(next) => {
                format!("Le prochain nouveau numéro est {next}\u{202f}; un nouveau nom le reçoit automatiquement.")
            }
            None => {
                "Un plan compte au plus 1\u{202f}000 personnes\u{202f}: on ne peut plus ajouter personne.".to_owned()
            }
        };
        format!("Un ou plusieurs numéros ou noms\u{202f}: 3, 7, 12-15. {new}")
    },
    who_leaves: "Qui est parti ou n’est pas venu",
    who_leaves_hint: "Un ou plusieurs numéros ou noms\u{202f}: 3, 7, 12-15.",
    propose: "Voir ce qui change",
    wrong: |wrong| match wrong {
        WrongWho::Nobody => "Écrivez qui arrive ou qui est parti\u{202f}: des numéros ou des noms.".into(),
        WrongWho::Unknown(text) => format!("Personne dans le plan ne s’appelle «\u{202f}{text}\u{202f}»."),
        WrongWho::Several(text) => {
            format!("Plusieurs personnes s’appellent «\u{202f}{text}\u{202f}». Écrivez le numéro.")
        }
        WrongWho::Here(person) => {
            format!("Le numéro {} a déjà une place. Pour quelqu’un de nouveau, il faut un autre nom.", person + 1)
        }
        WrongWho::Away(person) => {
            format!("Le numéro {} n’a de toute façon pas de place dans les tours à venir.", person + 1)
        }
        WrongWho::Next(person) => {
            format!("Les nouveaux numéros suivent les autres\u{202f}: le prochain est {}.", person + 1)
        }
        WrongWho::LongName => "Un nom est trop long. Raccourcissez-le.".into(),
        WrongWho::Full => "Un plan compte au plus 1\u{202f}000 personnes.".into(),
    },
    changed: |comes, leaves, from| {
        let part = |who: &[String], one: &str, many: &str| match who {
            [] => None,
            [who] => Some(format!("le numéro {who} {one}")),
            [first @ .., last] if first.len() < LISTED => {
                Some(format!("les numéros {} et {last} {many}", first.join(", ")))
            }
            _ => Some(format!("{} personnes {many}", who.len())),
        };
        let parts = [part(comes, "arrive", "arrivent"), part(leaves, "s’en va", "s’en vont")];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{}, à partir du tour {from}", super::capital(&text))
    },
    seats_changed: |count| match count {
        0 => "Personne d’autre n’a besoin d’être prévenu.".into(),
        1 => "1 changement pour quelqu’un d’autre\u{202f}:".into(),
        _ => format!("{count} changements pour d’autres\u{202f}:"),
    },
    change: |who, round, from, to| format!("Numéro {who}, tour {round}\u{202f}: {to} au lieu de {from}"),
    becomes_host: |who, round, table| format!("Numéro {who}, tour {round}\u{202f}: désormais hôte, {table}"),
};
