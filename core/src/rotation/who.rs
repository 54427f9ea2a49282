//! Who is meant, when several people are typed at once: "3, 7, 12-15", or names.

use super::asked::late_name;
use crate::domain::sorted::sort_unique;
use crate::domain::{MOST_PEOPLE, Person};

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrongWho {
    /// Nobody is in it.
    Nobody,
    /// Nobody has this number or name.
    Unknown(Box<str>),
    /// More than one person has this name.
    Several(Box<str>),
    /// This person, from 0, has a seat already.
    Here(usize),
    /// This person, from 0, has no seat anyway.
    Away(usize),
    /// The next new number is this one, from 0; a greater one was typed.
    Next(usize),
    /// A name is too long.
    LongName,
    /// There would be more than [`MOST_PEOPLE`] people.
    Full,
}

/// Something that was typed between two commas.
enum Meant {
    Numbers(Vec<usize>),
    Name(Box<str>),
}

/// A number of a person, from 1.
fn number(word: &str) -> Option<usize> {
    word.parse().ok().filter(|_| word.bytes().all(|it| it.is_ascii_digit()))
}

/// Numbers and ranges; none where anything else is in it, or a range that has no end or goes backwards.
fn numbers(text: &str) -> Option<Vec<usize>> {
    let plain: String = text.chars().map(|it| if matches!(it, '‐' | '‑' | '–' | '—') { '-' } else { it }).collect();
    let parts: Vec<&str> = plain.split('-').map(str::trim).collect();
    let mut all = Vec::new();
    // "1 2-4 7": the last word before a dash and the first one behind it are the ends of a range.
    for (place, part) in parts.iter().enumerate() {
        let mut words = part.split_whitespace().map(number).collect::<Option<Vec<usize>>>()?;
        if place > 0 {
            let (from, to) = (all.pop()?, *words.first()?);
            if from > to || to > MOST_PEOPLE {
                return None;
            }
            all.extend(from..=to);
            words.remove(0);
        }
        all.extend(words);
    }
    Some(all)
}

/// The most commas that somebody's name has: "Diop, Awa, Dr.".
const MOST_COMMAS: usize = 2;

fn meant(typed: &str, people: &[Person]) -> Vec<Meant> {
    let mut all = Vec::new();
    for line in typed.split([';', '\n', '\r', '\t']) {
        let words = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts: Vec<String> = line.split(',').map(words).filter(|part| !part.is_empty()).collect();
        let mut rest = &*parts;
        while let [first, ..] = rest {
            // A comma between two people, unless it is one in somebody's name.
            let is_name = |count: &usize| named(&rest[..*count].join(", "), people) != Ok(None);
            let most = rest.len().min(MOST_COMMAS + 1);
            let count = (2..=most).rev().find(is_name).unwrap_or(1);
            all.push(match numbers(first).filter(|_| count == 1) {
                Some(numbers) => Meant::Numbers(numbers),
                None => Meant::Name(rest[..count].join(", ").into()),
            });
            rest = &rest[count..];
        }
    }
    all
}

/// The person of a name, as it is written or with the number before it, as the screen shows it; none where nobody has
/// it.
fn named(name: &str, people: &[Person]) -> Result<Option<usize>, WrongWho> {
    let is_called = |person: &Person, name: &str| person.name.to_lowercase() == name.to_lowercase();
    if let Some((first, rest)) = name.split_once(' ')
        && let Some(place) = number(first).and_then(|number| number.checked_sub(1))
        && people.get(place).is_some_and(|person| is_called(person, rest))
    {
        return Ok(Some(place));
    }
    let mut all = (0..people.len()).filter(|&place| is_called(&people[place], name));
    match (all.next(), all.next()) {
        (Some(_), Some(_)) => Err(WrongWho::Several(name.into())),
        (one, _) => Ok(one),
    }
}

/// Who leaves, from 0, in order. `here` says who has a seat in the rounds to come.
///
/// # Errors
/// The first thing that is wrong.
pub fn who_leaves(typed: &str, here: &[bool], people: &[Person]) -> Result<Vec<usize>, WrongWho> {
    let mut all = Vec::new();
    for meant in meant(typed, people) {
        let some = match meant {
            Meant::Numbers(numbers) => numbers,
            Meant::Name(name) => match named(&name, people)? {
                Some(place) => vec![place + 1],
                None => return Err(WrongWho::Unknown(name)),
            },
        };
        for number in some {
            match number.checked_sub(1).and_then(|place| Some((place, *here.get(place)?))) {
                Some((place, true)) => all.push(place),
                Some((place, false)) => return Err(WrongWho::Away(place)),
                None => return Err(WrongWho::Unknown(number.to_string().into())),
            }
        }
    }
    sort_unique(&mut all);
    if all.is_empty() { Err(WrongWho::Nobody) } else { Ok(all) }
}

/// Somebody who comes: the place, from 0, and the name if one was typed.
pub type Comer = (usize, Option<Box<str>>);

/// Who comes, in order: who had left, and new people, with the name if one was typed. New numbers follow those
/// that there are, without a gap; a name that nobody has is somebody new.
///
/// # Errors
/// The first thing that is wrong.
pub fn who_comes(typed: &str, here: &[bool], people: &[Person]) -> Result<Vec<Comer>, WrongWho> {
    let mut known = Vec::new();
    let mut new: Vec<usize> = Vec::new();
    let mut names = Vec::new();
    for meant in meant(typed, people) {
        let some = match meant {
            Meant::Numbers(numbers) => numbers,
            Meant::Name(name) => match named(&name, people)? {
                Some(place) => vec![place + 1],
                // What has no letter is a number that was mistyped.
                None if !name.chars().any(char::is_alphabetic) => return Err(WrongWho::Unknown(name)),
                None => {
                    names.push(late_name(&name).map_err(|_| WrongWho::LongName)?);
                    continue;
                }
            },
        };
        for number in some {
            match number.checked_sub(1).map(|place| (place, here.get(place))) {
                Some((place, Some(false))) => known.push(place),
                Some((place, Some(true))) => return Err(WrongWho::Here(place)),
                Some((place, None)) if place < MOST_PEOPLE => new.push(place),
                Some((_, None)) => return Err(WrongWho::Full),
                None => return Err(WrongWho::Unknown(number.to_string().into())),
            }
        }
    }
    sort_unique(&mut new);
    sort_unique(&mut known);
    if let Some((_, next)) = new.iter().copied().zip(here.len()..).find(|(typed, next)| typed != next) {
        return Err(WrongWho::Next(next));
    }
    let first = here.len() + new.len();
    if first + names.len() > MOST_PEOPLE {
        return Err(WrongWho::Full);
    }
    let mut all: Vec<(usize, Option<Box<str>>)> = known.into_iter().chain(new).map(|it| (it, None)).collect();
    all.extend((first..).zip(names).map(|(place, name)| (place, Some(name))));
    if all.is_empty() { Err(WrongWho::Nobody) } else { Ok(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Vec<Person> {
        let person = |name: &&str| Person { name: (*name).into(), group: "".into() };
        ["Awa Diop", "Bruno", "Bruno", "", "Chloé"].iter().map(person).collect()
    }

    fn leaves(typed: &str) -> Result<Vec<usize>, WrongWho> {
        let mut here = [true; 20];
        here[9] = false;
        who_leaves(typed, &here, &people())
    }

    fn comes(typed: &str) -> Result<Vec<Comer>, WrongWho> {
        let mut here = [true; 20];
        (here[9], here[11]) = (false, false);
        who_comes(typed, &here, &people())
    }

    #[test]
    fn several_people_are_typed_at_once_by_numbers_ranges_and_names() {
        assert_eq!(leaves("3, 7, 12-15"), Ok(vec![2, 6, 11, 12, 13, 14]));
        assert_eq!(leaves("7 3;3\n12 – 13 20"), Ok(vec![2, 6, 11, 12, 19]));
        assert_eq!(leaves("awa  DIOP, 5 chloé"), Ok(vec![0, 4]));
        assert_eq!(leaves("chloé"), Ok(vec![4]));
    }

    #[test]
    fn a_comma_in_a_name_is_no_comma_between_two_people() {
        let people: Vec<Person> = ["Diop, Awa", "Diop", "Awa", "Sow,Ali, Dr."]
            .map(|name| Person { name: name.into(), group: "".into() })
            .into();
        let leaves = |typed: &str| who_leaves(typed, &[true; 4], &people);
        assert_eq!(leaves("diop, awa"), Ok(vec![0]));
        assert_eq!(leaves("Awa, Diop"), Ok(vec![1, 2]));
        assert_eq!(leaves("1 Diop, Awa; 3"), Ok(vec![0, 2]));
        let comes = |typed: &str| who_comes(typed, &[false, true, true, true], &people);
        assert_eq!(comes("Diop, Awa, Zoé"), Ok(vec![(0, None), (4, Some("Zoé".into()))]));
    }

    #[test]
    fn what_is_wrong_with_it_is_named() {
        let unknown = |text: &str| Err(WrongWho::Unknown(text.into()));
        assert_eq!(leaves(" , "), Err(WrongWho::Nobody));
        assert_eq!(leaves("3, Zoé"), unknown("Zoé"));
        assert_eq!(leaves("0"), unknown("0"));
        assert_eq!(leaves("19-21"), unknown("21"));
        assert_eq!(leaves("bruno"), Err(WrongWho::Several("bruno".into())));
        assert_eq!(leaves("8-11"), Err(WrongWho::Away(9)));
        assert_eq!(leaves("3-"), unknown("3-"));
        for endless in ["1-99999999999999999999", "5-1", "99999999999999999999", "1-1000000"] {
            assert!(matches!(leaves(endless), Err(WrongWho::Unknown(_))), "{endless}");
        }
    }

    #[test]
    fn who_comes_had_left_or_gets_the_next_numbers() {
        assert_eq!(comes("12, 10"), Ok(vec![(9, None), (11, None)]));
        assert_eq!(comes("21-22, Zoé"), Ok(vec![(20, None), (21, None), (22, Some("Zoé".into()))]));
        assert_eq!(
            comes("Zoé\nAlioune, 10"),
            Ok(vec![(9, None), (20, Some("Zoé".into())), (21, Some("Alioune".into())),])
        );
        assert_eq!(comes("22"), Err(WrongWho::Next(20)));
        assert_eq!(comes("3"), Err(WrongWho::Here(2)));
        assert_eq!(comes("Awa Diop"), Err(WrongWho::Here(0)));
        assert_eq!(comes("1001"), Err(WrongWho::Full));
        assert_eq!(comes("21-1001"), Err(WrongWho::Unknown("21-1001".into())));
        assert_eq!(comes("21-1000").map(|all| all.len()), Ok(980));
        assert_eq!(comes(&"é".repeat(500)), Err(WrongWho::LongName));
        assert_eq!(comes(""), Err(WrongWho::Nobody));
    }
}
