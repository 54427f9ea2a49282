//! Who sits where, as it was decided: one plan for the café, kept whole. How a plan is found is `rotation`'s business.

use super::{Extra, Id};
use crate::merge::Latest;

/// At most this many people have a seat in a plan.
pub const MOST_PEOPLE: usize = 1_000;
/// At most this many tables are in a plan.
pub const MOST_TABLES: usize = 100;
/// At most this many rounds are in a plan.
pub const MOST_ROUNDS: usize = 12;

/// What separates a name from a group, which no keyboard field takes.
const TAB: char = '\t';

/// Who stays at a table when the others go on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hosting {
    /// Nobody.
    #[default]
    None,
    /// The same person in all rounds.
    Stay,
    /// Somebody else in each round.
    Change,
}

/// Somebody in a plan. Both may be empty: a number is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// A name or pseudonym.
    pub name: Box<str>,
    /// An organisation or a language.
    pub group: Box<str>,
}

/// One round of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seats {
    /// For each person, by number, the table, from 1; 0 for somebody who is not there.
    pub tables: Vec<u16>,
    /// For each table the number of the person who hosts it, from 1; 0 for none.
    pub hosts: Vec<u16>,
}

/// Who sits where, in all rounds.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatPlan {
    /// The people, by number; it may be shorter than the rounds, for people without a name.
    pub people: Vec<Person>,
    /// Who stays.
    pub hosting: Hosting,
    /// Whether people of one group sit together; apart where it is false.
    pub together: bool,
    /// How many tables there are.
    pub tables: u16,
    /// The rounds, in order.
    pub rounds: Vec<Seats>,
}

impl SeatPlan {
    /// How many people it seats.
    pub fn len(&self) -> usize {
        self.rounds.first().map_or(0, |seats| seats.tables.len())
    }

    /// Whether it seats nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it holds together: within the bounds, every round of as many people and tables, nobody at a table that
    /// is not there, no name or group that would be read back as something else. What comes from a file is held against
    /// this.
    pub fn is_sound(&self) -> bool {
        let people = self.len();
        let sound = |seats: &Seats| {
            seats.tables.len() == people
                && seats.tables.iter().all(|table| *table <= self.tables)
                && seats.hosts.len() <= usize::from(self.tables)
                && seats.hosts.iter().all(|host| usize::from(*host) <= people)
        };
        let is_one_cell = |it: &Person| !it.name.contains(['\n', TAB]) && !it.group.contains('\n');
        people <= MOST_PEOPLE
            && self.people.len() <= people
            && self.people.iter().all(is_one_cell)
            && usize::from(self.tables) <= MOST_TABLES
            && self.rounds.len() <= MOST_ROUNDS
            && self.rounds.iter().all(sound)
    }
}

impl SeatPlan {
    /// As it is kept (rule B20 of the format).
    pub fn to_text(&self) -> String {
        let hosting = match self.hosting {
            Hosting::None => "none",
            Hosting::Stay => "stay",
            Hosting::Change => "change",
        };
        let mut text = format!("{} {hosting} {}", self.tables, if self.together { "together" } else { "apart" });
        let numbers = |text: &mut String, numbers: &[u16]| {
            for (place, number) in numbers.iter().enumerate() {
                if place > 0 {
                    text.push(' ');
                }
                text.push_str(&number.to_string());
            }
        };
        for seats in &self.rounds {
            text.push('\n');
            numbers(&mut text, &seats.tables);
            text.push('|');
            numbers(&mut text, &seats.hosts);
        }
        for person in &self.people {
            text.push('\n');
            text.push_str(&person.name);
            text.push(TAB);
            text.push_str(&person.group);
        }
        text
    }

    /// From what was kept; none where that is not a plan, or one of a newer app.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let mut head = lines.next()?.split(' ');
        let tables = head.next()?.parse().ok()?;
        let hosting = match head.next()? {
            "none" => Hosting::None,
            "stay" => Hosting::Stay,
            "change" => Hosting::Change,
            _ => return None,
        };
        let together = match head.next()? {
            "together" => true,
            "apart" => false,
            _ => return None,
        };
        let mut plan = Self { people: Vec::new(), hosting, together, tables, rounds: Vec::new() };
        let numbers = |text: &str| -> Option<Vec<u16>> {
            text.split(' ').filter(|word| !word.is_empty()).map(|word| word.parse().ok()).collect()
        };
        for line in lines {
            if let Some((name, group)) = line.split_once(TAB) {
                plan.people.push(Person { name: name.into(), group: group.into() });
            } else {
                let (tables, hosts) = line.split_once('|').filter(|_| plan.people.is_empty())?;
                plan.rounds.push(Seats { tables: numbers(tables)?, hosts: numbers(hosts)? });
            }
        }
        (head.next().is_none() && plan.is_sound()).then_some(plan)
    }
}

/// The plan of a café: one record, whose id follows from the café's, so that two devices that plan have one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// Its id, see [`Seating::id_in`].
    pub id: Id,
    /// The plan as text, see [`SeatPlan::to_text`]; of two, the later stands. It is kept also where it is of a newer
    /// app.
    pub plan: Latest<Box<str>>,
    /// Fields this version does not know.
    pub extra: Extra,
}

impl Seating {
    /// The id of the plan of a café: the café's with the first of its 80 random bits turned. The last ones would not
    /// do: records that are made together have ids that follow each other.
    pub const fn id_in(cafe: Id) -> Id {
        Id::from_bits(cafe.bits() ^ 1 << 79)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> SeatPlan {
        let person = |name: &str| Person { name: name.into(), group: "Thiès".into() };
        SeatPlan {
            people: vec![person("Awa"), person("")],
            hosting: Hosting::Stay,
            together: false,
            tables: 2,
            rounds: vec![
                Seats { tables: vec![1, 2, 0], hosts: vec![1, 2] },
                Seats { tables: vec![2, 1, 2], hosts: vec![] },
            ],
        }
    }

    #[test]
    fn what_is_kept_is_read_back() {
        assert_eq!(SeatPlan::parse(&plan().to_text()), Some(plan()));
        assert_eq!(plan().to_text(), "2 stay apart\n1 2 0|1 2\n2 1 2|\nAwa\tThiès\n\tThiès");
    }

    #[test]
    fn a_plan_that_would_be_read_back_as_another_one_is_not_sound() {
        let with = |name: &str, group: &str| {
            let person = Person { name: name.into(), group: group.into() };
            SeatPlan { people: vec![person], ..plan() }
        };
        for plan in [with("Awa\nBruno", "Thiès"), with("Awa\tBruno", "Thiès"), with("Awa", "Thiès\nBruno\tLyon")] {
            assert_ne!(SeatPlan::parse(&plan.to_text()).as_ref(), Some(&plan));
            assert!(!plan.is_sound(), "{:?}", plan.people);
        }
        let odd = with("Awa\r", "Thiès\tLyon");
        assert!(odd.is_sound());
        assert_eq!(SeatPlan::parse(&odd.to_text()), Some(odd));
    }

    #[test]
    fn no_record_that_is_made_with_the_cafe_has_the_id_of_its_plan() {
        let mut ids = crate::domain::IdMaker::default();
        for random in [0, u128::MAX, 0x0fed_cba9_8765_4321 << 64] {
            let cafe = ids.next(1_795_000_000_000, random);
            let others: Vec<Id> = (0..500).map(|_| ids.next(1_795_000_000_000, random)).collect();
            assert!(!others.contains(&Seating::id_in(cafe)));
        }
    }

    #[test]
    fn what_does_not_hold_together_is_no_plan() {
        for text in [
            "",
            "2",
            "2 stay",
            "2 sit apart",
            "2 stay apart more",
            "2 stay apart\n1 3|",
            "2 stay apart\n1 2|3",
            "2 stay apart\n1 2|\n1|",
            "101 stay apart",
            "2 stay apart\nAwa\t",
            "2 stay apart\n1|\nAwa\tB\n1|",
            "2 stay apart\n-1|",
        ] {
            assert_eq!(SeatPlan::parse(text), None, "{text}");
        }
    }
}
