//! The words that stand above the columns of a list of people, in English and French.

/// Headings of a column of names, in small letters.
pub(super) const NAMES: [&str; 27] = [
    "name",
    "names",
    "full name",
    "first name",
    "firstname",
    "given name",
    "last name",
    "lastname",
    "surname",
    "family name",
    "participant",
    "participants",
    "person",
    "people",
    "nom",
    "noms",
    "prénom",
    "prénoms",
    "prenom",
    "prenoms",
    "nom et prénom",
    "nom prénom",
    "prénom et nom",
    "prénom nom",
    "nom complet",
    "nom de famille",
    "personne",
];
/// Those of them that are also what somebody is, in a column that says so: no sign of headings by themselves.
const ROLES: [&str; 5] = ["participant", "participants", "person", "people", "personne"];
/// Headings of a column of groups, in small letters.
pub(super) const GROUPS: [&str; 30] = [
    "group",
    "groups",
    "organisation",
    "organization",
    "organisations",
    "organizations",
    "company",
    "institution",
    "team",
    "language",
    "languages",
    "affiliation",
    "city",
    "country",
    "department",
    "unit",
    "groupe",
    "groupes",
    "structure",
    "association",
    "langue",
    "équipe",
    "ville",
    "pays",
    "entreprise",
    "département",
    "service",
    "organisme",
    "établissement",
    "commune",
];
/// Headings of a column of tables: a group where nothing else is one.
pub(super) const TABLES: [&str; 2] = ["table", "tables"];
/// Headings of a column that numbers the people.
const NUMBERS: [&str; 7] = ["n°", "no", "no.", "nº", "#", "number", "numéro"];
/// Headings of other columns, none of which is a group.
const OTHERS: [&str; 17] = [
    "date",
    "timestamp",
    "horodateur",
    "civilité",
    "civilite",
    "civ.",
    "salutation",
    "title",
    "titre",
    "mail",
    "e-mail",
    "email",
    "courriel",
    "phone",
    "telephone",
    "téléphone",
    "tél.",
];

/// What is in headings of columns that are certainly no group.
const REACHED_BY: [&str; 4] = ["mail", "phone", "tél", "tel"];

pub(super) fn is_one_of(cell: &str, words: &[&str]) -> bool {
    words.contains(&cell.trim().to_lowercase().as_str())
}

/// Whether a line begins with the heading of a name, also behind one that numbers the people.
pub(super) fn begin_with_a_name(line: &[String]) -> bool {
    let has_name = |column: usize| line.get(column).is_some_and(|head| is_one_of(head, &NAMES));
    has_name(0) || (is_one_of(&line[0], &NUMBERS) && has_name(1))
}

/// Whether the first line is headings. In two columns a word that is not a heading makes it a person: "Awa;Nom".
pub(super) fn are_headings(line: &[String]) -> bool {
    let is_name = |cell: &String| is_one_of(cell, &NAMES);
    let is_known = |cell: &String| {
        let lists = [&GROUPS[..], &TABLES[..], &NUMBERS[..], &OTHERS[..]];
        cell.is_empty() || is_name(cell) || lists.iter().any(|words| is_one_of(cell, words))
    };
    let is_plain = line.iter().any(is_name) && line.iter().all(is_known);
    let is_wide = line.len() > 2 && line.iter().any(|cell| is_name(cell) && !is_one_of(cell, &ROLES));
    begin_with_a_name(line) || is_plain || is_wide
}

/// Whether a heading is that of a column that is certainly no group.
pub(super) fn is_no_group(head: &str) -> bool {
    let small = head.to_lowercase();
    is_one_of(head, &OTHERS) || REACHED_BY.iter().any(|word| small.contains(word))
}
