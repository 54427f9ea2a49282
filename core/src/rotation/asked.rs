//! What a person asks for when a plan is made, as typed, and what may be wrong with it.

use super::{Aim, Event, groups, people_in};
use crate::domain::{Hosting, MOST_PEOPLE, NAME_CHARS, Person, SEATS_BYTES, SeatPlan, Seats};

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// How many people there are is not a number from 2 to [`MOST_PEOPLE`].
    People,
    /// The list has more people than that: this many.
    ListIsLonger(usize),
    /// This person of the list, from 1, has a name or a group of more than [`NAME_CHARS`] characters.
    LongLine(usize),
    /// The number of the plan is not a number.
    Number,
    /// The café could not keep a plan of so many people with these names and rounds; this many would fit.
    TooMuch(usize),
}

/// How many people are typed, where a plan can have so many.
pub fn count_in(typed: &str) -> Option<usize> {
    typed.trim().parse().ok().filter(|people| (2..=MOST_PEOPLE).contains(people))
}

/// A name has more than [`NAME_CHARS`] characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLong;

/// The name of somebody who comes late as a plan keeps it: what ends a line or a column is a space.
///
/// # Errors
/// Where it is too long.
pub(super) fn late_name(typed: &str) -> Result<Box<str>, TooLong> {
    let name = typed.trim().replace(['\t', '\n', '\r'], " ");
    if name.chars().count() > NAME_CHARS { Err(TooLong) } else { Ok(name.into()) }
}

/// What is asked for, as typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// How many people.
    pub people: String,
    /// The list of people; may be empty, and shorter.
    pub list: String,
    /// The number of the plan.
    pub number: String,
    /// Who stays.
    pub hosting: Hosting,
    /// Whether groups sit together.
    pub together: bool,
    /// Whether as many pairs as possible meet, however often some do.
    pub most_pairs: bool,
    /// Tables and rounds of the café.
    pub size: (usize, usize),
    /// The question of each table, see [`super::questions`].
    pub questions: Vec<u16>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is planned.
    pub event: Event,
    /// The people of the list.
    pub people: Vec<Person>,
    /// Who stays; nobody where there are not two people for each table.
    pub hosting: Hosting,
    /// Whether groups sit together.
    pub together: bool,
    /// Which of the many plans.
    pub number: u32,
}

/// Whether a café could keep a plan of an event, see [`SEATS_BYTES`]. Whatever plan is found, as many people sit at
/// each table.
fn is_kept(event: &Event, people: &[Person]) -> bool {
    let event = event.bounded();
    let (tables, people_at) = (event.tables.max(1), event.people.div_ceil(event.tables.max(1)));
    let seats = (0..event.people).map(|person| (tables - person / people_at.max(1)) as u16);
    // Greater numbers are not shorter.
    let hosts = if event.hosts == Hosting::None { 0 } else { event.tables };
    let round = Seats { tables: seats.collect(), hosts: vec![event.people as u16; hosts] };
    let plan = SeatPlan {
        people: people.to_vec(),
        hosting: Hosting::Change,
        together: true,
        tables: event.tables as u16,
        rounds: vec![round; event.rounds],
    };
    plan.to_text().len() <= SEATS_BYTES
}

impl Typed {
    /// Reads it.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn read(&self) -> Result<Asked, Wrong> {
        let count = count_in(&self.people).ok_or(Wrong::People)?;
        let people = people_in(&self.list);
        if people.len() > count {
            return Err(Wrong::ListIsLonger(people.len()));
        }
        let is_long = |text: &str| text.chars().count() > NAME_CHARS;
        if let Some(place) = people.iter().position(|person| is_long(&person.name) || is_long(&person.group)) {
            return Err(Wrong::LongLine(place + 1));
        }
        let number = self.number.trim().parse().map_err(|_| Wrong::Number)?;
        let (tables, rounds) = self.size;
        let hosting = if count < 2 * tables { Hosting::None } else { self.hosting };
        let wish = SeatPlan { hosting, together: self.together, ..SeatPlan::default() };
        let event = Event {
            people: count,
            tables,
            rounds,
            groups: groups(&people),
            aim: if self.most_pairs { Aim::MostPairs } else { Aim::Mixed },
            questions: self.questions.clone(),
            ..Event::of_kept(&wish)
        };
        if !is_kept(&event, &people) {
            // The greatest number that fits: from `fit` on towards `count`, in halves.
            let (mut fit, mut too_many) = (0, count);
            while fit + 1 < too_many {
                let half = (fit + too_many) / 2;
                let fewer = Event { people: half, ..event.clone() };
                let is_kept = is_kept(&fewer, &people[..people.len().min(half)]);
                (fit, too_many) = if is_kept { (half, too_many) } else { (fit, half) };
            }
            return Err(Wrong::TooMuch(fit));
        }
        Ok(Asked { event, people, hosting, together: self.together, number })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Wish;
    use super::*;

    fn typed() -> Typed {
        let list = "Awa\tThiès\nBruno\tLyon\nDia\tLyon".to_owned();
        let (people, number) = (" 12 ".to_owned(), "3".to_owned());
        Typed { people, list, number, hosting: Hosting::Stay, together: true, size: (4, 3), ..Typed::default() }
    }

    #[test]
    fn what_is_typed_is_what_is_planned() {
        let asked = typed().read().expect("an event");
        assert_eq!((asked.event.people, asked.event.tables, asked.event.rounds), (12, 4, 3));
        assert_eq!((asked.event.hosts, asked.event.wish), (Hosting::Stay, Wish::Together));
        assert_eq!(asked.event.groups, [1, 2, 2]);
        assert_eq!((asked.hosting, asked.together, asked.number), (Hosting::Stay, true, 3));
    }

    #[test]
    fn with_fewer_than_two_people_a_table_nobody_hosts() {
        let asked = Typed { people: "7".into(), ..typed() }.read().expect("an event");
        assert_eq!((asked.hosting, asked.event.hosts), (Hosting::None, Hosting::None));
        let fewer_than_tables = Typed { people: "3".into(), ..typed() }.read().expect("an event");
        assert_eq!(fewer_than_tables.event.people, 3);
    }

    #[test]
    fn what_a_cafe_could_not_keep_is_refused_before_it_is_planned_and_what_it_could_is_not() {
        let ask = |people: usize, names: bool, size: (usize, usize)| {
            let list = if names {
                (0..people).map(|it| format!("Aïssatou Mbaye {it}\tThiès\n")).collect()
            } else {
                String::new()
            };
            let hosting = Hosting::Change;
            Typed { people: people.to_string(), list, number: "1".into(), hosting, size, ..Typed::default() }
        };
        assert!(ask(1_000, false, (50, 6)).read().is_ok());
        for asked in [ask(1_000, true, (50, 3)), ask(1_000, false, (100, 12))] {
            let Err(Wrong::TooMuch(fit)) = asked.read() else { panic!("it should be refused") };
            assert!((300..1_000).contains(&fit), "{fit}");
            // What is said to fit does fit, whatever the plan; ten more would not.
            let size = asked.size;
            let list = asked.list.split_inclusive('\n').take(fit).collect();
            let fewer = Typed { people: fit.to_string(), list, ..asked }.read().expect("it fits");
            let plan = super::super::Search::new(&fewer.event, 1).best().to_kept(&fewer.people, fewer.hosting, true);
            let bytes = plan.to_text().len();
            assert!((19_000..=SEATS_BYTES).contains(&bytes), "{bytes} bytes at {size:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for people in ["", "1", "1001", "-4", "many", "4.5"] {
            assert_eq!(Typed { people: people.into(), ..typed() }.read(), Err(Wrong::People), "{people}");
        }
        assert_eq!(Typed { people: "2".into(), ..typed() }.read(), Err(Wrong::ListIsLonger(3)));
        let list = format!("Awa\n{}", "a".repeat(NAME_CHARS + 1));
        assert_eq!(Typed { list, ..typed() }.read(), Err(Wrong::LongLine(2)));
        assert_eq!(Typed { number: "one".into(), ..typed() }.read(), Err(Wrong::Number));
        assert_eq!(late_name(&"é".repeat(NAME_CHARS + 1)), Err(TooLong));
        assert_eq!(late_name(" Awa\tDiop "), Ok("Awa Diop".into()));
    }
}
