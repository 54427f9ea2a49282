//! The texts of the screen "who sits where".

use crate::core::domain::Hosting;
use crate::core::rotation::Quality;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Seats {
    pub title: &'static str,
    pub help: &'static str,
    pub from_prepare: &'static str,
    pub asked: &'static str,
    pub size: fn(usize, usize) -> String,
    pub to_prepare: &'static str,
    pub no_tables: &'static str,
    pub no_tables_help: &'static str,
    pub too_large: &'static str,
    pub people: &'static str,
    pub people_hint: &'static str,
    pub fewer_than_tables: &'static str,
    pub no_hosts_so_few: &'static str,
    pub hosts: &'static str,
    pub hosting: fn(Hosting) -> &'static str,
    pub hosting_help: fn(Hosting) -> &'static str,
    pub list: &'static str,
    pub list_hint: &'static str,
    pub listed: fn(usize) -> String,
    pub list_not_kept: &'static str,
    pub groups: &'static str,
    pub apart: &'static str,
    pub apart_help: &'static str,
    pub together: &'static str,
    pub together_help: &'static str,
    pub number: &'static str,
    pub number_hint: &'static str,
    pub make: &'static str,
    pub another: &'static str,
    pub searching: &'static str,
    pub done: &'static str,
    pub wrong_people: fn(usize) -> String,
    pub list_is_longer: fn(usize) -> String,
    pub long_line: fn(usize, usize) -> String,
    pub wrong_number: &'static str,
    pub long_name: fn(usize) -> String,
    pub too_long_to_keep: &'static str,
    pub proposed: fn(u32) -> String,
    pub kept: &'static str,
    pub none_yet: &'static str,
    pub none_yet_help: &'static str,
    pub newer: &'static str,
    pub newer_help: &'static str,
    pub other_size: fn(usize, usize) -> String,
    pub not_used_yet: &'static str,
    pub replaces: fn(usize, usize, usize) -> String,
    pub replaces_none: &'static str,
    pub use_it: &'static str,
    pub discard: &'static str,
    pub used: &'static str,
    pub used_not_stored: &'static str,
    pub quality: &'static str,
    pub pairs: fn(&Quality) -> String,
    pub often: fn(usize) -> String,
    pub visits: fn(usize, Hosting) -> String,
    pub contacts: fn(usize, usize) -> String,
    pub group_pairs: fn(usize, bool) -> String,
    pub picture: &'static str,
    pub picture_of: fn(usize, usize, usize) -> String,
    pub picture_help: &'static str,
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
    pub print: &'static str,
    pub print_help: &'static str,
    pub stop: fn(usize, &str) -> String,
    pub as_host: fn(&str) -> String,
    pub late: &'static str,
    pub late_help: &'static str,
    pub past: fn(usize) -> String,
    pub rounds_over: &'static str,
    pub rounds_over_hint: &'static str,
    pub rounds_over_none: &'static str,
    pub first_rounds: fn(usize) -> String,
    pub all_past: &'static str,
    pub comes: &'static str,
    pub who_comes: &'static str,
    pub new_number: fn(usize) -> String,
    pub full: &'static str,
    pub name: &'static str,
    pub leaves: &'static str,
    pub who_leaves: &'static str,
    pub propose_comes: &'static str,
    pub propose_leaves: &'static str,
    pub changed_comes: fn(&str, usize) -> String,
    pub changed_leaves: fn(&str, usize) -> String,
    pub seats_changed: fn(usize) -> String,
    pub change: fn(&str, usize, &str, &str) -> String,
    pub becomes_host: fn(&str, usize, &str) -> String,
}

pub(super) const ENGLISH: Seats = Seats {
    title: "Who sits where",
    help: "A plan by which people change tables and meet as many others as they can. Numbers are enough; nobody has to \
           give a name.",
    from_prepare: "A plan by which people change tables: once tables and rounds are set.",
    asked: "What to plan",
    size: |tables, rounds| {
        let tables = if tables == 1 { "1 table".to_owned() } else { format!("{tables} tables") };
        let rounds = if rounds == 1 { "1 round".to_owned() } else { format!("{rounds} rounds") };
        format!("{tables}, {rounds}")
    },
    to_prepare: "Change in Prepare",
    no_tables: "There is nothing to plan yet",
    no_tables_help: "A plan needs at least one table and one round. Add them in Prepare, then come back.",
    too_large: "A plan has at most 100 tables and 12 rounds. What is beyond that is left out.",
    people: "Number of people",
    people_hint: "Hosts included. From 2 to 1,000.",
    fewer_than_tables: "There are fewer people than tables: some tables stay empty.",
    no_hosts_so_few: "With fewer than two people at a table there is nobody to welcome, so this plan has no hosts.",
    hosts: "Hosts",
    hosting: |hosting| match hosting {
        Hosting::None => "Nobody stays",
        Hosting::Stay => "Hosts stay",
        Hosting::Change => "Hosts change",
    },
    hosting_help: |hosting| match hosting {
        Hosting::None => "Everybody changes tables after each round.",
        Hosting::Stay => {
            "One person stays at each table: number 1 at the first table, number 2 at the second, and so on."
        }
        Hosting::Change => {
            "After each round one person stays at each table, welcomes the next group, and moves on later."
        }
    },
    list: "List of people",
    list_hint: "Optional. One person a line: the name and, after a tab, a semicolon or a comma, an organisation or a \
                language. Two columns copied from a spreadsheet are right. Names travel with the café when it is handed \
                over.",
    listed: |count| match count {
        0 => String::new(),
        1 => "1 person in the list".into(),
        _ => format!("{count} people in the list"),
    },
    list_not_kept: "This list could not be kept on this device: it is gone when the page closes.",
    groups: "People of one organisation or language",
    apart: "Keep groups apart",
    apart_help: "They sit at different tables as often as that is possible.",
    together: "Keep groups together",
    together_help: "They go from table to table as a group, as far as it fits at a table.",
    number: "Plan number",
    number_hint: "The same number gives the same plan on every device.",
    make: "Make a plan",
    another: "Another plan",
    searching: "Looking for a good plan…",
    done: "The plan is ready.",
    wrong_people: |most| format!("Write a number from 2 to {most}. A larger event needs two cafés."),
    list_is_longer: |people| {
        format!("The list has {people} people. Write that number or a larger one, or shorten the list.")
    },
    long_line: |person, most| {
        format!("Person {person} in the list: a name and a group have at most {most} characters each.")
    },
    wrong_number: "Write a whole number, such as 1.",
    long_name: |most| format!("A name has at most {most} characters."),
    too_long_to_keep: "This plan is too long to be kept: fewer people or rounds, or shorter names, make it shorter. Nothing \
                       was changed.",
    proposed: |number| format!("Plan {number}"),
    kept: "The plan of this café",
    none_yet: "No plan yet",
    none_yet_help: "Say how many people come, then make a plan. Nothing is kept until you use it.",
    newer: "A newer Nappe made the plan of this café",
    newer_help: "This version cannot show it. If you use another plan here, it takes that one’s place.",
    other_size: |tables, rounds| {
        format!(
            "This plan is for {tables} {} and {rounds} {}; the café has changed since. Make a new plan.",
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
    use_it: "Use this plan",
    discard: "Discard it",
    used: "The plan is kept in the café.",
    used_not_stored: "The plan is used, but this device could not store it yet.",
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
        (1, _) => "Once somebody comes back to a table.".into(),
        _ => format!("{count} times somebody comes back to a table."),
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
    picture_help: "One row and one column for each number, from 1 on; a line after every fifth.",
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
    routes: "Each person’s way",
    show_routes: "Show each person’s way",
    hide_routes: "Hide each person’s way",
    who: "Who",
    met: "Others met",
    not_there: "–",
    print: "Print the cards",
    print_help: "A card for each person, eight to a page, to cut out.",
    stop: |round, table| format!("Round {round}: {table}"),
    as_host: |table| format!("{table} (host)"),
    late: "Late changes",
    late_help: "People who come late or leave change as few seats as possible: the cards in people’s hands stay right, but \
                for those that are named here.",
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
    comes: "Somebody comes late",
    who_comes: "Who comes",
    new_number: |number| format!("Somebody new: number {number}"),
    full: "A plan has at most 1,000 people: nobody else can be added.",
    name: "Name (optional)",
    leaves: "Somebody left",
    who_leaves: "Who left",
    propose_comes: "See what changes if they come",
    propose_leaves: "See what changes without them",
    changed_comes: |who, from| format!("Number {who} comes, from round {from} on"),
    changed_leaves: |who, from| format!("Number {who} leaves, from round {from} on"),
    seats_changed: |count| match count {
        0 => "Nobody else has to be told anything.".into(),
        1 => "1 change for somebody else:".into(),
        _ => format!("{count} changes for others:"),
    },
    change: |who, round, from, to| format!("Number {who}, round {round}: {to} instead of {from}"),
    becomes_host: |who, round, table| format!("Number {who}, round {round}: is now the host of {table}"),
};

pub(super) const FRENCH: Seats = Seats {
    title: "Qui est où",
    help: "Un plan selon lequel on change de table pour rencontrer le plus de monde possible. Les numéros suffisent\u{202f}; \
           personne n’a à donner son nom.",
    from_prepare: "Un plan pour les changements de table, une fois que les tables et les tours sont fixés.",
    asked: "Ce qu’il faut prévoir",
    size: |tables, rounds| {
        format!(
            "{tables} {}, {rounds} {}",
            if tables < 2 { "table" } else { "tables" },
            if rounds < 2 { "tour" } else { "tours" },
        )
    },
    to_prepare: "Modifier dans Préparer",
    no_tables: "Il n’y a encore rien à prévoir",
    no_tables_help: "Il faut au moins une table et un tour. Ajoutez-les dans Préparer, puis revenez ici.",
    too_large: "Un plan compte au plus 100 tables et 12 tours. Ce qui dépasse n’y est pas.",
    people: "Nombre de personnes",
    people_hint: "Hôtes compris. De 2 à 1\u{202f}000.",
    fewer_than_tables: "Il y a moins de personnes que de tables\u{202f}: des tables restent vides.",
    no_hosts_so_few: "Avec moins de deux personnes par table, il n’y a personne à accueillir\u{202f}: ce plan n’a pas d’hôtes.",
    hosts: "Hôtes",
    hosting: |hosting| match hosting {
        Hosting::None => "Personne ne reste",
        Hosting::Stay => "Les hôtes restent",
        Hosting::Change => "Les hôtes changent",
    },
    hosting_help: |hosting| match hosting {
        Hosting::None => "Tout le monde change de table après chaque tour.",
        Hosting::Stay => {
            "Une personne reste à chaque table\u{202f}: le numéro 1 à la première, le numéro 2 à la deuxième, et ainsi de \
             suite."
        }
        Hosting::Change => {
            "Après chaque tour, une personne reste à chaque table, accueille le groupe suivant, et repart plus tard."
        }
    },
    list: "Liste des personnes",
    list_hint: "Facultatif. Une personne par ligne\u{202f}: le nom puis, après une tabulation, un point-virgule ou une virgule, \
                une organisation ou une langue. Deux colonnes copiées d’un tableur conviennent. Les noms partent avec le \
                café quand on le remet.",
    listed: |count| match count {
        0 => String::new(),
        1 => "1 personne dans la liste".into(),
        _ => format!("{count} personnes dans la liste"),
    },
    list_not_kept: "Cette liste n’a pas pu être gardée sur cet appareil\u{202f}: elle disparaît quand la page se ferme.",
    groups: "Les personnes d’une même organisation ou langue",
    apart: "Séparer les groupes",
    apart_help: "Elles sont à des tables différentes aussi souvent que possible.",
    together: "Garder les groupes ensemble",
    together_help: "Elles vont de table en table en groupe, tant qu’il y a la place.",
    number: "Numéro du plan",
    number_hint: "Le même numéro donne le même plan sur tous les appareils.",
    make: "Faire un plan",
    another: "Un autre plan",
    searching: "Recherche d’un bon plan…",
    done: "Le plan est prêt.",
    wrong_people: |most| {
        let most = if most == 1_000 { "1\u{202f}000".to_owned() } else { most.to_string() };
        format!("Écrivez un nombre de 2 à {most}. Au-delà, il faut deux cafés.")
    },
    list_is_longer: |people| {
        format!("La liste compte {people} personnes. Écrivez ce nombre ou un plus grand, ou raccourcissez la liste.")
    },
    long_line: |person, most| {
        format!("Personne {person} de la liste\u{202f}: un nom et un groupe ont au plus {most} caractères chacun.")
    },
    wrong_number: "Écrivez un nombre entier, par exemple 1.",
    long_name: |most| format!("Un nom a au plus {most} caractères."),
    too_long_to_keep: "Ce plan est trop long pour être gardé\u{202f}: moins de personnes ou de tours, ou des noms plus courts, \
                       le raccourcissent. Rien n’a changé.",
    proposed: |number| format!("Plan {number}"),
    kept: "Le plan de ce café",
    none_yet: "Pas encore de plan",
    none_yet_help: "Dites combien de personnes viennent, puis faites un plan. Rien n’est gardé tant que vous ne l’utilisez \
                    pas.",
    newer: "Une version plus récente de Nappe a fait le plan de ce café",
    newer_help: "Cette version ne peut pas l’afficher. Si vous utilisez un autre plan ici, il prend sa place.",
    other_size: |tables, rounds| {
        format!(
            "Ce plan est fait pour {tables} {} et {rounds} {}\u{202f}; le café a changé depuis. Faites un nouveau plan.",
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
    use_it: "Utiliser ce plan",
    discard: "L’écarter",
    used: "Le plan est gardé dans le café.",
    used_not_stored: "Le plan est utilisé, mais cet appareil n’a pas encore pu l’enregistrer.",
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
        1 => "Aucune paire ne se retrouve plus d’une fois.".into(),
        _ => format!("Aucune paire ne se retrouve plus de {times} fois."),
    },
    visits: |count, hosting| match (count, hosting) {
        (0, Hosting::None) => "Personne ne revient à une table.".into(),
        (0, _) => "Les hôtes mis à part, personne ne revient à une table.".into(),
        _ => format!("{count} fois, quelqu’un revient à une table."),
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
    picture_help: "Une ligne et une colonne par numéro, à partir de 1\u{202f}; un trait tous les cinq.",
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
    print: "Imprimer les cartes",
    print_help: "Une carte par personne, huit par page, à découper.",
    stop: |round, table| format!("Tour {round}\u{202f}: {table}"),
    as_host: |table| format!("{table} (hôte)"),
    late: "Changements de dernière minute",
    late_help: "Quand quelqu’un arrive en retard ou part, le moins de places possible changent\u{202f}: les cartes déjà données \
                restent justes, sauf celles qui sont nommées ici.",
    past: |rounds| match rounds {
        0 => "Aucun tour n’a commencé. Toute place peut changer.".into(),
        1 => "Le tour 1 a commencé\u{202f}: il reste comme il est.".into(),
        _ => format!("Le tour {rounds} a commencé\u{202f}: les tours de 1 à {rounds} restent comme ils sont."),
    },
    rounds_over: "Tours qui restent comme ils sont",
    rounds_over_hint: "Ceux qui sont finis, et celui qui est en cours.",
    rounds_over_none: "Aucun\u{202f}: l’événement n’a pas commencé",
    first_rounds: |rounds| if rounds == 1 { "Tour 1".into() } else { format!("Tours 1 à {rounds}") },
    all_past: "Le dernier tour a commencé\u{202f}: il n’y a plus rien à changer.",
    comes: "Quelqu’un arrive en retard",
    who_comes: "Qui arrive",
    new_number: |number| format!("Quelqu’un de nouveau\u{202f}: numéro {number}"),
    full: "Un plan compte au plus 1\u{202f}000 personnes\u{202f}: on ne peut plus ajouter personne.",
    name: "Nom (facultatif)",
    leaves: "Quelqu’un est parti",
    who_leaves: "Qui est parti",
    propose_comes: "Voir ce qui change avec cette arrivée",
    propose_leaves: "Voir ce qui change avec ce départ",
    changed_comes: |who, from| format!("Le numéro {who} arrive, à partir du tour {from}"),
    changed_leaves: |who, from| format!("Le numéro {who} s’en va, à partir du tour {from}"),
    seats_changed: |count| match count {
        0 => "Personne d’autre n’a besoin d’être prévenu.".into(),
        1 => "1 changement pour quelqu’un d’autre\u{202f}:".into(),
        _ => format!("{count} changements pour d’autres\u{202f}:"),
    },
    change: |who, round, from, to| format!("Numéro {who}, tour {round}\u{202f}: {to} au lieu de {from}"),
    becomes_host: |who, round, table| format!("Numéro {who}, tour {round}\u{202f}: désormais hôte à {table}"),
};
