//! The texts of the screen "who sits where": what is asked for. Those of plans are in `seats_plan` and `seats_late`.

use crate::core::domain::Hosting;
use crate::core::rotation::WrongFile;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Seats {
    pub title: &'static str,
    pub has_begun_since: &'static str,
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
    /// People, groups, name and group of the first person, and whether the first line has headings.
    pub listed: fn(usize, usize, (&str, &str), bool) -> String,
    pub list_not_kept: &'static str,
    pub choose_file: &'static str,
    pub list_back: &'static str,
    pub wrong_file: fn(WrongFile) -> &'static str,
    pub groups: &'static str,
    pub apart: &'static str,
    pub apart_help: &'static str,
    pub together: &'static str,
    pub together_help: &'static str,
    pub aim: &'static str,
    pub mixed: &'static str,
    pub mixed_help: &'static str,
    pub most_pairs: &'static str,
    pub most_pairs_help: &'static str,
    /// How many tables share how many questions, and whether nobody needs to have one twice.
    pub shared: fn(usize, usize, bool) -> String,
    pub keep_past: fn(usize) -> String,
    pub keep_past_help: &'static str,
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
    pub too_much: fn(usize) -> String,
    pub kept: &'static str,
    pub none_yet: &'static str,
    pub none_yet_help: &'static str,
    pub newer: &'static str,
    pub newer_help: &'static str,
    pub print: &'static str,
    pub print_help: &'static str,
    pub use_and_print: &'static str,
    pub use_and_print_help: &'static str,
}

pub(super) const ENGLISH: Seats = Seats {
    title: "Who sits where",
    has_begun_since: "A round has begun since. Look at the changes once more: its seats stay as they are.",
    help: "A plan for changing tables so that people meet as many others as they can. Numbers are enough; nobody has to \
           give a name.",
    from_prepare: "A plan for changing tables, once tables and rounds are set.",
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
    list_hint: "Optional. One person a line: the name and, in a second column, an organisation or a language. Columns copied \
                from a spreadsheet work, and so does the content of a CSV file, with or without headings. By hand, write a \
                semicolon between the two. Names travel with the café when it is handed over.",
    listed: |count, groups, (name, group), has_headings| {
        let mut text = match (count, groups) {
            (0, _) => return String::new(),
            (1, 0) => "1 person in the list".to_owned(),
            (1, _) => "1 person in the list, 1 group".to_owned(),
            (_, 0) => format!("{count} people in the list, no groups"),
            (_, 1) => format!("{count} people in the list, 1 group"),
            _ => format!("{count} people in the list, {groups} groups"),
        };
        text.push_str(&match (name, group) {
            ("", group) => format!(". The first one: no name, group “{group}”."),
            (name, "") => format!(". The first one: “{name}”, no group."),
            (name, group) => format!(". The first one: “{name}”, group “{group}”."),
        });
        if has_headings {
            text.push_str(" The first line is read as headings.");
        }
        text
    },
    list_not_kept: "This list could not be kept on this device: it will be gone when the page closes. Keep a copy of it.",
    choose_file: "Choose a CSV file",
    list_back: "Back to the previous list",
    wrong_file: |wrong| match wrong {
        WrongFile::TooLong => "This file is larger than 1 MB. Choose one that has only the list of people in it.",
        WrongFile::NoText => {
            "This file is empty, or what is in it is no text. Save the list as CSV in the spreadsheet, and choose that file."
        }
    },
    groups: "People of one organisation or language",
    apart: "Keep groups apart",
    apart_help: "They sit at different tables as often as that is possible.",
    together: "Keep groups together",
    together_help: "They go from table to table as a group, as far as it fits at a table.",
    aim: "What matters most",
    mixed: "A good mix",
    mixed_help: "Nobody sits with the same person again and again.",
    most_pairs: "As many encounters as possible",
    most_pairs_help: "Each meets as many people as possible, even if some pairs then sit together often.",
    shared: |tables, questions, suffice| {
        let so = if suffice {
            "nobody gets the same question twice"
        } else {
            "as few people as possible get a question twice"
        };
        format!("{tables} tables share {questions} questions. The plan sees to it that {so}.")
    },
    keep_past: |past| match past {
        1 => "Leave round 1 as it was".into(),
        _ => format!("Leave rounds 1 to {past} as they were"),
    },
    keep_past_help: "The plan changes only what is still to come, and those who have left stay out.",
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
    too_much: |fit| {
        format!(
            "A café cannot keep a plan of so many people with these names and rounds: there is room for {fit}. With shorter \
             names, or none, there is room for more."
        )
    },
    kept: "The plan of this café",
    none_yet: "No plan yet",
    none_yet_help: "Say how many people come, then make a plan. Nothing is kept until you use it.",
    newer: "A newer Nappe made the plan of this café",
    newer_help: "This version cannot show it. If you use another plan here, it takes that one’s place.",
    print: "Print the cards",
    print_help: "A card for each person, eight to a page, to cut out.",
    use_and_print: "Use this plan and print the cards",
    use_and_print_help: "Cards show the plan that the café keeps, as the projector does.",
};

pub(super) const FRENCH: Seats = Seats {
    title: "Qui s’assoit où",
    has_begun_since: "Un tour a commencé depuis. Regardez à nouveau ce qui changerait\u{202f}: ses places restent comme elles sont.",
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
    list_hint: "Facultatif. Une personne par ligne\u{202f}: le nom et, dans une deuxième colonne, une organisation ou une \
                langue. Des colonnes copiées d’un tableur conviennent, le contenu d’un fichier CSV aussi, avec ou sans titres de \
                colonnes. À la main, mettez un point-virgule entre les deux. Les noms partent avec le café quand on le remet.",
    listed: |count, groups, (name, group), has_headings| {
        let mut text = match (count, groups) {
            (0, _) => return String::new(),
            (1, 0) => "1 personne dans la liste".to_owned(),
            (1, _) => "1 personne dans la liste, 1 groupe".to_owned(),
            (_, 0) => format!("{count} personnes dans la liste, aucun groupe"),
            (_, 1) => format!("{count} personnes dans la liste, 1 groupe"),
            _ => format!("{count} personnes dans la liste, {groups} groupes"),
        };
        text.push_str(&match (name, group) {
            ("", group) => format!(". La première\u{202f}: sans nom, du groupe «\u{202f}{group}\u{202f}»."),
            (name, "") => format!(". La première\u{202f}: «\u{202f}{name}\u{202f}», sans groupe."),
            (name, group) => {
                format!(". La première\u{202f}: «\u{202f}{name}\u{202f}», du groupe «\u{202f}{group}\u{202f}».")
            }
        });
        if has_headings {
            text.push_str(" La première ligne est lue comme titres de colonnes.");
        }
        text
    },
    list_not_kept: "Cette liste n’a pas pu être gardée sur cet appareil\u{202f}: elle disparaît quand la page se ferme. Gardez-en une copie.",
    choose_file: "Choisir un fichier CSV",
    list_back: "Revenir à la liste d’avant",
    wrong_file: |wrong| match wrong {
        WrongFile::TooLong => "Ce fichier dépasse 1\u{a0}Mo. Choisissez-en un où il n’y a que la liste des personnes.",
        WrongFile::NoText => {
            "Ce fichier est vide, ou son contenu n’est pas du texte. Dans le tableur, enregistrez la liste au format CSV, puis \
             choisissez ce fichier-là."
        }
    },
    groups: "Les personnes d’une même organisation ou langue",
    apart: "Séparer les groupes",
    apart_help: "Elles sont à des tables différentes aussi souvent que possible.",
    together: "Garder les groupes ensemble",
    together_help: "Elles vont de table en table en groupe, tant qu’il y a la place.",
    aim: "Ce qui compte le plus",
    mixed: "Bien mélanger",
    mixed_help: "Personne ne se retrouve sans cesse avec la même personne.",
    most_pairs: "Le plus de rencontres possible",
    most_pairs_help: "Chacun rencontre le plus de monde possible, même si quelques paires se retrouvent alors souvent.",
    shared: |tables, questions, suffice| {
        let so = if suffice {
            "personne n’ait deux fois la même question"
        } else {
            "le moins de personnes possible aient deux fois la même question"
        };
        format!("{tables} tables se partagent {questions} questions. Le plan fait en sorte que {so}.")
    },
    keep_past: |past| match past {
        1 => "Laisser le tour 1 comme il a été".into(),
        _ => format!("Laisser les tours 1 à {past} comme ils ont été"),
    },
    keep_past_help: "Le plan ne change que ce qui reste à venir, et les personnes parties n’y reviennent pas.",
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
    too_much: |fit| {
        format!(
            "Un café ne peut pas garder un plan pour tant de personnes avec ces noms et ces tours\u{202f}: il y a de la place \
             pour {fit}. Avec des noms plus courts, ou sans noms, il y en a davantage."
        )
    },
    kept: "Le plan de ce café",
    none_yet: "Pas encore de plan",
    none_yet_help: "Dites combien de personnes viennent, puis faites un plan. Rien n’est gardé tant que vous ne l’utilisez \
                    pas.",
    newer: "Une version plus récente de Nappe a fait le plan de ce café",
    newer_help: "Cette version ne peut pas l’afficher. Si vous utilisez un autre plan ici, il prend sa place.",
    print: "Imprimer les cartes",
    print_help: "Une carte par personne, huit par page, à découper.",
    use_and_print: "Utiliser ce plan et imprimer les cartes",
    use_and_print_help: "Les cartes, comme l’écran de projection, montrent le plan gardé dans le café.",
};
