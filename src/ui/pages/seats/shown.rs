//! A plan with the names of its people and tables.

use crate::core::domain::{Cafe, Person, SeatPlan};
use crate::state::{Lang, Proposed};
use crate::ui::components::table_label;

/// A plan as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Who sits where.
    pub seats: SeatPlan,
    /// The names of the café's tables, in order; may be empty.
    pub tables: Vec<String>,
}

impl Shown {
    /// A plan of this café.
    pub fn of(seats: SeatPlan, cafe: &Cafe) -> Self {
        Self { seats, tables: cafe.tables().into_iter().map(|table| table.name.is.to_string()).collect() }
    }

    /// What a table is called, by its number from 1.
    pub fn table(&self, number: usize, lang: Lang) -> String {
        let name = self.tables.get(number.wrapping_sub(1)).map_or("", String::as_str);
        table_label(lang, number, name)
    }

    /// The name of somebody, by place from 0; may be empty.
    pub fn name(&self, person: usize) -> &str {
        self.seats.people.get(person).map_or("", |it| &*it.name)
    }

    /// The number of somebody, and the name, if there is one.
    pub fn person(&self, person: usize) -> String {
        called(person, &self.seats.people)
    }

    /// At which table somebody sits in a round, both from 0; and whether as its host.
    pub fn stop(&self, round: usize, person: usize, lang: Lang) -> Option<String> {
        let seats = self.seats.rounds.get(round)?;
        let number = usize::from(*seats.tables.get(person)?);
        let table = (number > 0).then(|| self.table(number, lang))?;
        let hosts = seats.hosts.get(number - 1).is_some_and(|host| usize::from(*host) == person + 1);
        Some(if hosts { (lang.t().seats_plan().as_host)(&table) } else { table })
    }
}

/// The number of somebody, and the name, if there is one.
pub fn called(person: usize, people: &[Person]) -> String {
    match people.get(person).map_or("", |it| &*it.name) {
        "" => (person + 1).to_string(),
        name => format!("{}\u{a0}{name}", person + 1),
    }
}

/// What a proposed plan is called.
pub fn title_of(from: &Proposed, plan: &Shown, lang: Lang) -> String {
    let t = lang.t().seats_late();
    match from {
        Proposed::New { number, .. } => (t.proposed)(*number),
        Proposed::Late { comes, leaves, past } => {
            let called = |who: &[usize]| who.iter().map(|person| plan.person(*person)).collect::<Vec<_>>();
            (t.changed)(&called(comes), &called(leaves), past + 1)
        }
    }
}
