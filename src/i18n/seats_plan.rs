//! The texts of a plan of "who sits where": how good it is, and who goes where.

use crate::core::domain::Hosting;
use crate::core::rotation::Quality;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct SeatsPlan {
    pub quality: &'static str,
    pub pairs: fn(&Quality) -> String,
    pub often: fn(usize) -> String,
    pub visits: fn(usize, Hosting) -> String,
    pub questions: fn(usize, Hosting) -> String,
    pub contacts: fn(usize, usize) -> String,
    pub group_pairs: fn(usize, bool) -> String,
    pub picture: &'static str,
    pub picture_of: fn(usize, usize, usize) -> String,
    pub picture_help: fn(usize) -> String,
    pub times: fn(usize, bool) -> String,
    pub no_picture: fn(usize) -> String,
    pub rounds: &'static str,
    pub round: fn(usize) -> String,
    pub table: &'static str,
    pub at_table: &'static str,
    pub host: &'static str,
    pub nobody: &'static str,
    pub away: &'static str,
    pub routes: &'static str,
    pub show_routes: &'static str,
    pub hide_routes: &'static str,
    pub who: &'static str,
    pub met: &'static str,
    pub not_there: &'static str,
    pub stop: fn(usize, &str) -> String,
    pub as_host: fn(&str) -> String,
}

pub(super) const ENGLISH: SeatsPlan = SeatsPlan {
    quality: "How good it is",
    pairs: |it| {
        let pairs = if it.pairs == 1 { "1 pair".to_owned() } else { format!("{} pairs", it.pairs) };
        let meet = if it.meet == 1 { "meets" } else { "meet" };
        let mut text = format!("Of {pairs}, {} {meet}; at most {} can.", it.meet, it.at_most);
        if it.at_most_as_mixed < it.at_most {
            text.push_str(&format!(" Unless some pairs sit together more often, at most {} can.", it.at_most_as_mixed));
        }
        text
    },
    often: |times| match times {
        0 => "Nobody sits with anybody.".into(),
        1 => "No pair sits together more than once.".into(),
        2 => "No pair sits together more than twice.".into(),
        _ => format!("No pair sits together more than {times} times."),
    },
    visits: |count, hosting| match (count, hosting) {
        (0, Hosting::None) => "Nobody comes back to a table.".into(),
        (0, _) => "Apart from hosts, nobody comes back to a table.".into(),
        (1, _) => "One person comes back to a table once.".into(),
        _ => format!("{count} times somebody comes back to a table."),
    },
    questions: |count, hosting| match (count, hosting) {
        (0, Hosting::None) => "Nobody gets the same question twice.".into(),
        (0, _) => "Apart from hosts, nobody gets the same question twice.".into(),
        (1, _) => "One person gets a question a second time.".into(),
        _ => format!("{count} times somebody gets a question that they have had."),
    },
    contacts: |fewest, most| {
        let others = if most == 1 { "other" } else { "others" };
        if fewest == most {
            format!("Each person meets {most} {others}.")
        } else {
            format!("Each person meets from {fewest} to {most} others.")
        }
    },
    group_pairs: |count, together| match (count, together) {
        (0, false) => "Nobody sits with somebody of the same group.".into(),
        (1, _) => "Two people of one group sit together once.".into(),
        _ => format!("Two people of one group sit together {count} times in all."),
    },
    picture: "Who meets whom",
    picture_of: |people, meet, pairs| {
        format!(
            "A square of {people} rows and {people} columns, one for each number. A dot stands where two people meet: {meet} \
             of {pairs} pairs. The list of routes says how many others each person meets."
        )
    },
    picture_help: |every| match every {
        5 => "One row and one column for each number, from 1 on; a line after every fifth.".into(),
        _ => format!("One row and one column for each number, from 1 on; a line after every {every}."),
    },
    times: |times, more| match (times, more) {
        (1, false) => "once".into(),
        (2, false) => "twice".into(),
        (_, false) => format!("{times} times"),
        (_, true) => format!("{times} times or more"),
    },
    no_picture: |most| format!("The picture is drawn for up to {most} people."),
    rounds: "The rounds",
    round: |round| format!("Round {round}"),
    table: "Table",
    at_table: "Who sits there",
    host: "host",
    nobody: "nobody",
    away: "Not there",
    routes: "Each person’s route",
    show_routes: "Show each person’s route",
    hide_routes: "Hide each person’s route",
    who: "Who",
    met: "Others met",
    not_there: "–",
    stop: |round, table| format!("Round {round}: {table}"),
    as_host: |table| format!("{table} (host)"),
};

pub(super) const FRENCH: SeatsPlan = SeatsPlan {
    quality: "Ce que vaut ce plan",
    pairs: |it| {
        let pairs = if it.pairs < 2 { "paire" } else { "paires" };
        let meet = if it.meet < 2 { "se rencontre" } else { "se rencontrent" };
        let mut text =
            format!("Sur {} {pairs}, {} {meet}\u{202f}; au plus {} le peuvent.", it.pairs, it.meet, it.at_most);
        if it.at_most_as_mixed < it.at_most {
            text.push_str(&format!(
                " À moins que des paires ne soient plus souvent ensemble, au plus {} le peuvent.",
                it.at_most_as_mixed
            ));
        }
        text
    },
    often: |times| match times {
        0 => "Personne n’est avec personne.".into(),
        1 => "Aucune paire n’est ensemble plus d’une fois.".into(),
        _ => format!("Aucune paire n’est ensemble plus de {times} fois."),
    },
    visits: |count, hosting| match (count, hosting) {
        (0, Hosting::None) => "Personne ne revient à une table.".into(),
        (0, _) => "Les hôtes mis à part, personne ne revient à une table.".into(),
        (1, _) => "Une personne revient à une table.".into(),
        _ => format!("À {count} reprises, quelqu’un revient à une table."),
    },
    questions: |count, hosting| match (count, hosting) {
        (0, Hosting::None) => "Personne n’a deux fois la même question.".into(),
        (0, _) => "Les hôtes mis à part, personne n’a deux fois la même question.".into(),
        (1, _) => "Une personne a une question une deuxième fois.".into(),
        _ => format!("À {count} reprises, quelqu’un retrouve une question déjà discutée."),
    },
    contacts: |fewest, most| {
        let others = if most < 2 { "autre" } else { "autres" };
        if fewest == most {
            format!("Chaque personne en rencontre {most} {others}.")
        } else {
            format!("Chaque personne en rencontre de {fewest} à {most} {others}.")
        }
    },
    group_pairs: |count, together| match (count, together) {
        (0, false) => "Personne n’est avec quelqu’un du même groupe.".into(),
        _ => format!("Deux personnes d’un même groupe sont ensemble {count} fois en tout."),
    },
    picture: "Qui rencontre qui",
    picture_of: |people, meet, pairs| {
        format!(
            "Un carré de {people} lignes et {people} colonnes, une par numéro. Un point marque une rencontre\u{202f}: {meet} sur \
             {pairs} paires. La liste des parcours dit combien de personnes chacun rencontre."
        )
    },
    picture_help: |every| match every {
        5 => "Une ligne et une colonne par numéro, à partir de 1\u{202f}; un trait tous les cinq.".into(),
        _ => format!("Une ligne et une colonne par numéro, à partir de 1\u{202f}; un trait tous les {every}."),
    },
    times: |times, more| {
        let times = if times == 1 { "une fois".to_owned() } else { format!("{times} fois") };
        if more { format!("{times} ou plus") } else { times }
    },
    no_picture: |most| format!("L’image est dessinée jusqu’à {most} personnes."),
    rounds: "Les tours",
    round: |round| format!("Tour {round}"),
    table: "Table",
    at_table: "Qui y est",
    host: "hôte",
    nobody: "personne",
    away: "Absents",
    routes: "Le parcours de chacun",
    show_routes: "Montrer le parcours de chacun",
    hide_routes: "Cacher le parcours de chacun",
    who: "Qui",
    met: "Rencontres",
    not_there: "–",
    stop: |round, table| format!("Tour {round}\u{202f}: {table}"),
    as_host: |table| format!("{table} (hôte)"),
};
