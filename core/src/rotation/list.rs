//! People as they are pasted from a spreadsheet, or read from a CSV file as spreadsheets write it in English and
//! French.
//!
//! # How a list is read
//! - One person a line; lines with nothing in them do not count. A mark for the order of bytes is left out, and so is a
//!   first line `sep=;`, which says the sign.
//! - One sign separates the columns of the whole list: tab, semicolon or comma, the one that stands in most lines (of
//!   equals, the first of these). A comma with a space behind it is none: "Dupont, Jean" is a name. There may be none.
//! - A cell may stand in quotes: then signs and ends of lines in it are its own, and two quotes are one. A quote
//!   anywhere else is a character like others.
//! - The first line is headings where it has the heading of a name ("Nom", "First name") in its first cell, or anywhere
//!   in three columns or more, or beside nothing but other headings ("Organisation;Nom"). They say which columns are
//!   the name, joined by spaces, and which one the group. Else the first column is the name and the second one the
//!   group. What stands in other columns is left out.

use super::headings::{GROUPS, NAMES, TABLES, are_headings, begin_with_a_name, is_no_group, is_one_of};
use crate::domain::Person;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The people, in order.
    pub people: Vec<Person>,
    /// Whether the first line was read as headings.
    pub has_headings: bool,
}

const SIGNS: [char; 3] = ['\t', ';', ','];

/// Columns in which a group is looked for.
const MOST_COLUMNS: usize = 40;

/// A cell, where it ends, and whether a sign ends it (the line does otherwise).
struct Cell {
    text: String,
    end: usize,
    has_next: bool,
}

/// Whether a sign at a place separates. A comma does not before a space, unless a quote follows.
fn separates(text: &str, at: usize, sign: char) -> bool {
    let Some(rest) = text[at..].strip_prefix(sign) else { return false };
    let bare = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    sign != ',' || bare.len() == rest.len() || bare.starts_with('"')
}

/// Reads a cell in quotes; none where the quotes are not closed, or something else follows.
fn quoted(text: &str, start: usize, sign: Option<char>) -> Option<Cell> {
    let open = start + (text[start..].len() - text[start..].trim_start_matches(' ').len());
    let mut at = open + text[open..].strip_prefix('"').map(|_| 1)?;
    let mut cell = String::new();
    loop {
        let close = at + text[at..].find('"')?;
        cell.push_str(&text[at..close]);
        at = close + 1;
        if !text[at..].starts_with('"') {
            break;
        }
        cell.push('"');
        at += 1;
    }
    let end = at + (text[at..].len() - text[at..].trim_start_matches(' ').len());
    let has_next = sign.is_some_and(|sign| text[end..].starts_with(sign));
    let is_end = end == text.len() || text[end..].starts_with(['\n', '\r']);
    (has_next || is_end).then_some(Cell { text: cell, end, has_next })
}

fn bare(text: &str, start: usize, sign: Option<char>) -> Cell {
    for (place, letter) in text[start..].char_indices() {
        let end = start + place;
        let has_next = sign == Some(letter) && separates(text, end, letter);
        if has_next || matches!(letter, '\n' | '\r') {
            return Cell { text: text[start..end].to_owned(), end, has_next };
        }
    }
    Cell { text: text[start..].to_owned(), end: text.len(), has_next: false }
}

/// The lines that have something in them, in cells.
fn cells(text: &str, sign: Option<char>) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut at) = (Vec::new(), Vec::new(), 0);
    loop {
        let cell = quoted(text, at, sign).unwrap_or_else(|| bare(text, at, sign));
        // Ends of lines inside a cell are spaces: a name has one line.
        line.push(cell.text.split_whitespace().collect::<Vec<_>>().join(" "));
        at = cell.end;
        if !cell.has_next {
            lines.push(std::mem::take(&mut line));
        }
        let Some(letter) = text[at..].chars().next() else { break };
        at += letter.len_utf8();
    }
    lines.retain(|line| line.iter().any(|cell| !cell.is_empty()));
    lines
}

/// The sign that separates columns in most lines.
fn sign_of(text: &str) -> Option<char> {
    let count = |sign: char| cells(text, Some(sign)).iter().filter(|line| line.len() > 1).count();
    let counts = SIGNS.map(|sign| (count(sign), sign));
    let most = counts.iter().map(|it| it.0).max().filter(|most| *most > 0)?;
    counts.iter().find(|it| it.0 == most).map(|it| it.1)
}

/// Reads a list.
pub fn read_list(text: &str) -> Listed {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let said = first.strip_prefix("sep=").and_then(|it| it.chars().next()).filter(|it| SIGNS.contains(it));
    let text = if said.is_some() { &text[first.len()..] } else { text };
    let lines = cells(text, said.or_else(|| sign_of(text)));
    let heads = lines.first().filter(|heads| are_headings(heads));
    let columns = |words: &[&str]| -> Vec<usize> {
        let heads = heads.into_iter().flatten().enumerate();
        heads.filter(|(_, head)| is_one_of(head, words)).map(|(column, _)| column).collect()
    };
    let mut names = columns(&NAMES);
    if names.is_empty() {
        names.push(0);
    }
    // Where names come first, the group stands behind them whatever it is called, as in a list without headings.
    let is_behind = heads.is_none_or(|heads| begin_with_a_name(heads));
    let is_other = |column: &usize| {
        let head = heads.and_then(|heads| heads.get(*column)).map_or("", String::as_str);
        *column > names[0] && !names.contains(column) && !is_no_group(head)
    };
    let behind = || (1..=MOST_COLUMNS).find(is_other).filter(|_| is_behind);
    let first_of = |words: &[&str]| columns(words).first().copied();
    let group = first_of(&GROUPS).or_else(behind).or_else(|| first_of(&TABLES));
    let person = |line: &Vec<String>| {
        let cell = |column: usize| line.get(column).map_or("", String::as_str);
        let name: Vec<&str> = names.iter().map(|&column| cell(column)).filter(|cell| !cell.is_empty()).collect();
        Person { name: name.join(" ").into(), group: group.map_or("", cell).into() }
    };
    let people = lines.iter().skip(usize::from(heads.is_some())).map(person);
    let people = people.filter(|person| *person != Person::default()).collect();
    Listed { people, has_headings: heads.is_some() }
}

/// The people of a list.
pub fn people_in(list: &str) -> Vec<Person> {
    read_list(list).people
}

/// People as a list that [`people_in`] reads; who has neither name nor group is called by the number.
pub fn list_of(people: &[Person]) -> String {
    let cell = |text: &str| {
        let is_bare = !text.starts_with('"') && !SIGNS.iter().any(|sign| bare(text, 0, Some(*sign)).has_next);
        if is_bare { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
    };
    let line = |(place, person): (usize, &Person)| match (&*person.name, &*person.group) {
        ("", "") => (place + 1).to_string(),
        (name, "") => cell(name),
        (name, group) => format!("{}\t{}", cell(name), cell(group)),
    };
    people.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, group: &str) -> Person {
        Person { name: name.into(), group: group.into() }
    }

    fn read(list: &str) -> Vec<(String, String)> {
        let people = read_list(list).people.into_iter();
        people.map(|it| (it.name.to_string(), it.group.to_string())).collect()
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
    }

    #[test]
    fn columns_that_are_copied_from_a_spreadsheet_are_names_and_groups() {
        let copied = "Awa Diop\tThiès\r\nBruno\tLyon, France\tb@example.org\r\n\r\nDia\t\r\n\tLyon";
        assert_eq!(read(copied), pairs(&[("Awa Diop", "Thiès"), ("Bruno", "Lyon, France"), ("Dia", ""), ("", "Lyon")]));
    }

    #[test]
    fn a_file_with_commas_keeps_what_stands_in_quotes_together() {
        let file = "\"Diop, Awa\",Thiès\r\n\"O\"\"Brien, Al \"\"Bo\"\"\",\"Lyon; France\"\r\nDia,\r\n";
        assert_eq!(read(file), pairs(&[("Diop, Awa", "Thiès"), ("O\"Brien, Al \"Bo\"", "Lyon; France"), ("Dia", "")]));
        assert_eq!(read("\"Awa\", \"Thiès\"\n\"Dia\", \"Lyon\""), pairs(&[("Awa", "Thiès"), ("Dia", "Lyon")]));
        assert_eq!(read("Awa,\"two\nlines\"\nDia,Lyon"), pairs(&[("Awa", "two lines"), ("Dia", "Lyon")]));
    }

    #[test]
    fn a_file_as_french_spreadsheets_write_it_has_semicolons_and_commas_are_part_of_names() {
        let file = "\u{feff}Nom;Organisation\r\nDupont, Jean;Mairie de Thiès\r\n\"N’Diaye; Awa\";Lyon\r\n";
        let listed = read_list(file);
        assert!(listed.has_headings);
        assert_eq!(read(file), pairs(&[("Dupont, Jean", "Mairie de Thiès"), ("N’Diaye; Awa", "Lyon")]));
        assert_eq!(read("sep=;\nDupont;Lyon"), pairs(&[("Dupont", "Lyon")]));
    }

    #[test]
    fn one_column_of_surnames_and_first_names_has_no_groups() {
        assert_eq!(read("Dupont, Jean\nDurand, Awa"), pairs(&[("Dupont, Jean", ""), ("Durand, Awa", "")]));
        assert_eq!(
            read("Awa\nBruno; the second\nDia\tLyon\nEve\tLyon")[1],
            ("Bruno; the second".into(), String::new())
        );
    }

    #[test]
    fn headings_say_which_columns_are_the_name_and_the_group() {
        let three = "Prénom,Nom,Ville\nAwa,Diop,Thiès\nBruno,,Lyon";
        assert_eq!(read(three), pairs(&[("Awa Diop", "Thiès"), ("Bruno", "Lyon")]));
        let english = "First name\tE-mail\tLast name\tCompany\nAwa\ta@example.org\tDiop\tKayam";
        assert_eq!(read(english), pairs(&[("Awa Diop", "Kayam")]));
        assert_eq!(read("N°;Nom;Groupe\n1;Awa;A\n2;Dia;B"), pairs(&[("Awa", "A"), ("Dia", "B")]));
        assert_eq!(read("Name\tE-mail\tUnit\nAwa\ta@example.org\tB"), pairs(&[("Awa", "B")]));
        assert_eq!(read("NAME\nAwa"), pairs(&[("Awa", "")]));
        // Nobody is taken for a heading who only bears such a group.
        assert_eq!(read("Awa\tGroup\nDia\tName"), pairs(&[("Awa", "Group"), ("Dia", "Name")]));
        assert!(!read_list("Awa\tGroup").has_headings);
    }

    #[test]
    fn headings_are_found_wherever_the_names_stand() {
        for (list, wanted) in [
            (
                "Organisation;Nom;Prénom\nKayam;Diop;Awa\nMairie;Dupont;Jean",
                [("Diop Awa", "Kayam"), ("Dupont Jean", "Mairie")],
            ),
            ("Civilité;Nom;Prénom\nMme;Diop;Awa\nM.;Dupont;Jean", [("Diop Awa", ""), ("Dupont Jean", "")]),
            ("Date;Nom;Prénom\n12/05/2026;Diop;Awa\n13/05/2026;Dupont;Jean", [("Diop Awa", ""), ("Dupont Jean", "")]),
            (
                "First name,Last name,Organisation\nAwa,Diop,Kayam\nJean,Dupont,",
                [("Awa Diop", "Kayam"), ("Jean Dupont", "")],
            ),
            (
                "Registered on,First name,Last name,Food\nMonday,Awa,Diop,rice\nFriday,Jean,Dupont,",
                [("Awa Diop", ""), ("Jean Dupont", "")],
            ),
            (
                "E-mail\tName\tCity\na@example.org\tAwa\tThiès\nd@example.org\tDia\tLyon",
                [("Awa", "Thiès"), ("Dia", "Lyon")],
            ),
            ("Table;Nom;Ville\n3;Awa;Thiès\n4;Dia;Lyon", [("Awa", "Thiès"), ("Dia", "Lyon")]),
            ("Table;Nom;Téléphone\n3;Awa;77\n4;Dia;78", [("Awa", "3"), ("Dia", "4")]),
            ("Organisation;Nom\nKayam;Awa\nMairie;Dia", [("Awa", "Kayam"), ("Dia", "Mairie")]),
            ("Nom;Date\nAwa;12/05/2026\nDia;13/05/2026", [("Awa", ""), ("Dia", "")]),
        ] {
            assert_eq!(read(list), pairs(&wanted), "{list}");
            assert!(read_list(list).has_headings, "{list}");
        }
    }

    #[test]
    fn a_list_without_headings_keeps_its_first_person() {
        for (list, wanted) in [
            ("Awa;Nom\nDia;Lyon", [("Awa", "Nom"), ("Dia", "Lyon")]),
            ("Organisation;Kayam\nDia;Lyon", [("Organisation", "Kayam"), ("Dia", "Lyon")]),
            ("Awa,Thiès\nDia,Lyon", [("Awa", "Thiès"), ("Dia", "Lyon")]),
            ("Awa;Thiès;12\nDia;Lyon;13", [("Awa", "Thiès"), ("Dia", "Lyon")]),
            // What somebody is, in a column of its own.
            ("Awa;Kayam;Participant\nDia;Lyon;Personne", [("Awa", "Kayam"), ("Dia", "Lyon")]),
            ("Martel;Participant\nDia;Host", [("Martel", "Participant"), ("Dia", "Host")]),
        ] {
            assert_eq!(read(list), pairs(&wanted), "{list}");
            assert!(!read_list(list).has_headings, "{list}");
        }
    }

    #[test]
    fn quotes_that_do_not_close_are_characters() {
        assert_eq!(read("\"Awa\nDia\tLyon"), pairs(&[("\"Awa", ""), ("Dia", "Lyon")]));
        assert_eq!(read("\"Bo\" Smith\tLyon"), pairs(&[("\"Bo\" Smith", "Lyon")]));
        assert_eq!(read("Al \"Bo\" Smith\tLyon"), pairs(&[("Al \"Bo\" Smith", "Lyon")]));
        assert_eq!(read(" \n\t;\n"), pairs(&[("", ";")]));
        assert_eq!(read("\""), pairs(&[("\"", "")]));
        assert_eq!(read(""), []);
    }

    #[test]
    fn a_list_that_the_app_writes_is_read_as_the_same_people() {
        let people = [
            person("Awa Diop", "Thiès"),
            person("Dupont, Jean", ""),
            person("a,b;c", ""),
            person("\"Bo\"", "x;y"),
            person("", "Lyon"),
        ];
        assert_eq!(people_in(&list_of(&people)), people);
        for one in people {
            assert_eq!(people_in(&list_of(std::slice::from_ref(&one))), [one]);
        }
        assert_eq!(list_of(&[person("", ""), person("Awa", "")]), "1\nAwa");
    }
}
