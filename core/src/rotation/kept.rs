//! Between a plan and what the café keeps of it: [`SeatPlan`] counts people and tables from 1, and 0 is nobody.

use super::{Event, Plan, Wish};
use crate::domain::{Cafe, Form, Hosting, Person, SeatPlan, Seats, Table};

/// Somebody who is told something new when a plan changes: another table, or to be the host of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who, from 0.
    pub person: usize,
    /// The round, from 0.
    pub round: usize,
    /// The table before, from 0.
    pub from: usize,
    /// The table now, from 0.
    pub to: usize,
    /// Whether this person hosts the table now and did not before.
    pub hosts: bool,
}

/// Looks up a number that counts from 1.
fn place(number: &u16) -> Option<usize> {
    usize::from(*number).checked_sub(1)
}

/// The number of a place; 0 for none.
fn number(place: Option<usize>) -> u16 {
    place.map_or(0, |place| place as u16 + 1)
}

impl Plan {
    /// The plan that a café keeps.
    pub fn from_kept(kept: &SeatPlan) -> Self {
        let places = |numbers: &[u16]| numbers.iter().map(place).collect::<Vec<_>>();
        let seats: Vec<_> = kept.rounds.iter().map(|round| places(&round.tables)).collect();
        let hosts: Vec<_> = kept.rounds.iter().map(|round| places(&round.hosts)).collect();
        Self::from_seats(usize::from(kept.tables), &seats, &hosts)
    }

    /// As a café keeps it, with the people by their numbers; there may be fewer than the plan seats.
    pub fn to_kept(&self, people: &[Person], hosting: Hosting, together: bool) -> SeatPlan {
        let named = people.iter().rposition(|person| *person != Person::default()).map_or(0, |last| last + 1);
        let round = |round: usize| {
            let hosts: Vec<u16> = (0..self.tables()).map(|table| number(self.host_of(round, table))).collect();
            Seats {
                tables: (0..self.people()).map(|person| number(self.table_of(round, person))).collect(),
                hosts: if hosts.iter().all(|host| *host == 0) { Vec::new() } else { hosts },
            }
        };
        SeatPlan {
            people: people[..named.min(self.people())].to_vec(),
            hosting,
            together,
            tables: self.tables() as u16,
            rounds: (0..self.rounds()).map(round).collect(),
        }
    }
}

impl Event {
    /// What was planned when the café's plan was made.
    pub fn of_kept(kept: &SeatPlan) -> Self {
        Self {
            people: kept.len(),
            tables: usize::from(kept.tables),
            rounds: kept.rounds.len(),
            hosts: kept.hosting,
            groups: groups(&kept.people),
            wish: if kept.together { Wish::Together } else { Wish::Apart },
            ..Self::default()
        }
    }
}

/// The groups of people as an [`Event`] has them: those with the same words are one, in the order in which they come.
pub fn groups(people: &[Person]) -> Vec<u16> {
    let mut names: Vec<&str> = Vec::new();
    let mut groups = Vec::new();
    for name in people.iter().map(|person| &*person.group) {
        if name.is_empty() {
            groups.push(0);
            continue;
        }
        let known = names.iter().position(|it| *it == name);
        if known.is_none() {
            names.push(name);
        }
        groups.push(number(Some(known.unwrap_or(names.len() - 1))));
    }
    groups
}

/// Who is told something new when one plan takes the place of another. Who comes or leaves is not among them.
pub fn changes(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    for round in 0..before.rounds().min(after.rounds()) {
        for person in 0..before.people().min(after.people()) {
            if let (Some(from), Some(to)) = (before.table_of(round, person), after.table_of(round, person)) {
                let hosts = after.is_host(round, person) && !(from == to && before.is_host(round, person));
                if from != to || hosts {
                    changes.push(Change { person, round, from, to, hosts });
                }
            }
        }
    }
    changes
}

/// The question of each table of a café, as an [`Event`] has them; none where rounds have the questions.
pub fn questions(cafe: &Cafe) -> Vec<u16> {
    if cafe.form() == Form::QuestionPerRound {
        return Vec::new();
    }
    let all: Vec<_> = cafe.questions().into_iter().map(|question| question.id).collect();
    // A table without a question gets the first one, as people there see it; the round does not matter.
    let of = |table: &Table| cafe.question_at(table.id, table.id);
    cafe.tables().into_iter().map(|table| number(all.iter().position(|it| Some(*it) == of(table)))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Late, plan};
    use super::*;
    use crate::domain::{Clock, Command, Id, WriterId};

    fn person(name: &str, group: &str) -> Person {
        Person { name: name.into(), group: group.into() }
    }

    fn event(hosts: Hosting) -> Event {
        Event { people: 17, tables: 4, rounds: 3, hosts, ..Event::default() }
    }

    #[test]
    fn what_is_kept_of_a_plan_gives_the_plan_again() {
        for hosting in [Hosting::None, Hosting::Stay, Hosting::Change] {
            let plan = plan(&event(hosting), 3);
            let people = [person("Awa", "Thiès"), person("", ""), person("", "Lyon"), person("", "")];
            let kept = plan.to_kept(&people, hosting, true);
            assert!(kept.is_sound());
            assert_eq!(kept.people, people[..3]);
            assert_eq!(Plan::from_kept(&kept), plan);
            assert_eq!(SeatPlan::parse(&kept.to_text()).as_ref(), Some(&kept));
            let again = Event::of_kept(&kept);
            assert_eq!((again.people, again.tables, again.rounds), (17, 4, 3));
            assert_eq!((again.hosts, again.wish), (hosting, Wish::Together));
            assert_eq!(again.groups, [1, 0, 2]);
        }
    }

    #[test]
    fn nobody_is_lost_when_people_come_and_leave() {
        let before = plan(&event(Hosting::Stay), 1);
        let kept = before.to_kept(&[], Hosting::Stay, false);
        let after = Plan::from_kept(&kept).after(&Event::of_kept(&kept), 1, &[Late::Comes(17), Late::Leaves(5)]);
        let kept = after.to_kept(&[], Hosting::Stay, false);
        assert_eq!(Plan::from_kept(&kept), after);
        for (round, seats) in kept.rounds.iter().enumerate() {
            assert_eq!(seats.tables.len(), 18);
            for (person, table) in seats.tables.iter().enumerate() {
                let away = if round == 0 { person == 17 } else { person == 5 };
                assert_eq!(*table == 0, away, "round {round}, person {person}");
            }
        }
    }

    #[test]
    fn who_sits_elsewhere_is_told_and_who_comes_or_leaves_is_not() {
        let before =
            Plan::from_seats(2, &vec![vec![Some(0), Some(0), Some(1), Some(1)]; 2], &vec![vec![Some(0), Some(2)]; 2]);
        let after = Plan::from_seats(
            2,
            &[vec![Some(0), Some(0), Some(1), Some(1)], vec![None, Some(0), Some(1), Some(0), Some(1)]],
            &[vec![Some(0), Some(2)], vec![Some(1), Some(2)]],
        );
        let told = changes(&before, &after);
        assert_eq!(
            told,
            [
                Change { person: 1, round: 1, from: 0, to: 0, hosts: true },
                Change { person: 3, round: 1, from: 1, to: 0, hosts: false },
            ]
        );
        assert_eq!(changes(&before, &before), []);
    }

    #[test]
    fn tables_share_questions_where_the_cafe_says_so() {
        let mut clock = Clock::new(WriterId::from_bits(1));
        let id = Id::from_bits;
        let mut cafe = Cafe::create(id(1), "Café", Form::QuestionPerTable, clock.next(1, None));
        for question in [2, 3] {
            let add = Command::AddQuestion { id: id(question), text: "Why?".into() };
            cafe.apply(add, 2, &mut clock).expect("a question");
        }
        for (table, question) in [(4, Some(3)), (5, Some(2)), (6, Some(3)), (7, None)] {
            let add = Command::AddTable { id: id(table), name: String::new(), question: question.map(id) };
            cafe.apply(add, 2, &mut clock).expect("a table");
        }
        assert_eq!(questions(&cafe), [2, 1, 2, 1]);
        cafe.apply(Command::SetForm(Form::QuestionPerRound), 3, &mut clock).expect("a form");
        assert_eq!(questions(&cafe), Vec::<u16>::new());
    }
}
