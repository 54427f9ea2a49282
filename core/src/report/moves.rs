//! Between two rounds: where people go, and how that stands on a projector, as large as the window allows. Nobody
//! scrolls it.

use crate::domain::{Cafe, MOST_ROUNDS, MOST_TABLES, Table};

/// A table, and who goes there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The table's number, from 1.
    pub number: usize,
    /// Its name; empty where it has none.
    pub name: String,
    /// The numbers of the people.
    pub people: String,
}

/// What is known of where people go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moves {
    /// The last round is over.
    Last,
    /// Nobody planned it: everybody chooses.
    NoPlan,
    /// The plan is for another number of tables than there are, so its numbers would lead astray.
    OtherTables {
        /// How many tables the plan has.
        planned: usize,
        /// How many there are.
        now: usize,
    },
    /// The plan is for another number of rounds: nobody knows which of its rounds is which by now.
    OtherRounds {
        /// How many rounds the plan has.
        planned: usize,
        /// How many there are.
        now: usize,
    },
    /// Each table with its next people.
    To(Vec<Stop>),
}

impl Moves {
    /// Where people go after the round at this place, from 0.
    pub fn after(cafe: &Cafe, round: usize) -> Self {
        Self::into(cafe, round + 1)
    }

    /// Where people sit in the round at this place.
    pub fn into(cafe: &Cafe, round: usize) -> Self {
        let rounds = cafe.rounds().len();
        if round >= rounds {
            return Self::Last;
        }
        let Some(plan) = cafe.seats() else { return Self::NoPlan };
        let tables = cafe.tables();
        let (planned, now) = (usize::from(plan.tables), tables.len());
        if planned != now.min(MOST_TABLES) {
            return Self::OtherTables { planned, now };
        }
        let planned = plan.rounds.len();
        if planned != rounds.min(MOST_ROUNDS) {
            return Self::OtherRounds { planned, now: rounds };
        }
        // A round beyond those that a plan can have.
        let Some(seats) = plan.rounds.get(round) else { return Self::NoPlan };
        let at = |number: usize| {
            let sits =
                |(person, table): (usize, &u16)| (usize::from(*table) == number).then(|| (person + 1).to_string());
            seats.tables.iter().enumerate().filter_map(sits).collect::<Vec<_>>().join(" · ")
        };
        let stop =
            |(number, table): (usize, &&Table)| Stop { number, name: table.name.is.to_string(), people: at(number) };
        Self::To((1..).zip(tables.iter()).map(stop).collect())
    }
}

/// How the tables stand on the screen, so that their type is as large as it can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Tables side by side.
    pub columns: usize,
    /// Tables one below the other.
    pub rows: usize,
    /// The width of a table, as a multiple of the size of the type.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The room for the tables on a wide screen, by its height.
const ROOM: f64 = 2.3;
/// The width of a figure and of what stands between two, as multiples of the size of the type.
const LETTER: f64 = 0.5;
/// What stands around the words of a table.
const AROUND: (f64, f64) = (0.8, 0.9);
/// The height of a line.
const LINE: f64 = 1.25;

impl Grid {
    /// The one with the largest type for these tables.
    pub fn of(stops: &[Stop]) -> Self {
        Self::with(stops.len(), stops.iter().map(|stop| stop.people.chars().count()).max().unwrap_or_default())
    }

    fn with(tables: usize, letters: usize) -> Self {
        let layouts = (1..=8_usize).flat_map(|columns| (1..=4_usize).map(move |lines| (columns, lines)));
        let layout = |(columns, lines): (usize, usize)| Self {
            columns,
            rows: tables.div_ceil(columns).max(1),
            // A list that is broken is not broken at its middle, but after a number.
            width: (letters.div_ceil(lines) + if lines > 1 { 5 } else { 0 }).max(10) as f64 * LETTER + AROUND.0,
            height: (lines + 1) as f64 * LINE + AROUND.1,
        };
        let size = |it: &Self| (ROOM / it.columns as f64 / it.width).min(1.0 / it.rows as f64 / it.height);
        layouts.map(layout).max_by(|a, b| size(a).total_cmp(&size(b))).unwrap_or(layout((1, 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, Form, Id, SeatPlan, Seats, WriterId};

    #[test]
    fn a_plan_for_another_number_of_tables_or_rounds_sends_nobody_anywhere() {
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(9), "Café", Form::QuestionPerTable, clock.next(1, None));
        let mut act = |cafe: &mut Cafe, command| drop(cafe.apply(command, 1, &mut clock).expect("a command"));
        for id in [1, 2, 3].map(Id::from_bits) {
            act(&mut cafe, Command::AddTable { id, name: String::new(), question: None });
        }
        for id in [11, 12, 13].map(Id::from_bits) {
            act(&mut cafe, Command::AddRound { id, minutes: 20, question: None });
        }
        assert_eq!(Moves::after(&cafe, 0), Moves::NoPlan);
        assert_eq!(Moves::after(&cafe, 2), Moves::Last);
        let round = |tables: [u16; 4]| Seats { tables: tables.into(), hosts: Vec::new() };
        let rounds = vec![round([1, 2, 3, 1]), round([2, 3, 1, 3]), round([3, 1, 2, 2])];
        act(&mut cafe, Command::SetSeats(SeatPlan { tables: 3, rounds, ..SeatPlan::default() }));
        let Moves::To(stops) = Moves::after(&cafe, 0) else { panic!("a plan") };
        assert_eq!(stops.iter().map(|stop| &*stop.people).collect::<Vec<_>>(), ["3", "1", "2 · 4"]);
        // Without its first round, what was the second would be shown as the first.
        act(&mut cafe, Command::SetRemoved { id: Id::from_bits(11), removed: true });
        for moves in [Moves::into(&cafe, 0), Moves::after(&cafe, 0)] {
            assert_eq!(moves, Moves::OtherRounds { planned: 3, now: 2 });
        }
        assert_eq!(Moves::after(&cafe, 1), Moves::Last);
        act(&mut cafe, Command::SetRemoved { id: Id::from_bits(11), removed: false });
        assert!(matches!(Moves::after(&cafe, 0), Moves::To(_)));
        act(&mut cafe, Command::AddRound { id: Id::from_bits(14), minutes: 20, question: None });
        for round in 0..4 {
            assert_eq!(Moves::into(&cafe, round), Moves::OtherRounds { planned: 3, now: 4 });
        }
        act(&mut cafe, Command::SetRemoved { id: Id::from_bits(2), removed: true });
        assert_eq!(Moves::after(&cafe, 0), Moves::OtherTables { planned: 3, now: 2 });
    }

    #[test]
    fn a_cafe_of_more_rounds_than_a_plan_has_at_most_is_led_as_far_as_the_plan_goes() {
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(9), "Café", Form::QuestionPerTable, clock.next(1, None));
        let mut act = |command| drop(cafe.apply(command, 1, &mut clock).expect("a command"));
        act(Command::AddTable { id: Id::from_bits(1), name: String::new(), question: None });
        for id in (11..).map(Id::from_bits).take(MOST_ROUNDS + 1) {
            act(Command::AddRound { id, minutes: 20, question: None });
        }
        let rounds = vec![Seats { tables: vec![1, 1], hosts: Vec::new() }; MOST_ROUNDS];
        act(Command::SetSeats(SeatPlan { tables: 1, rounds, ..SeatPlan::default() }));
        assert!(matches!(Moves::into(&cafe, MOST_ROUNDS - 1), Moves::To(_)));
        assert_eq!(Moves::into(&cafe, MOST_ROUNDS), Moves::NoPlan);
    }

    #[test]
    fn more_tables_get_more_columns_and_a_long_list_more_lines() {
        let columns = |tables| Grid::with(tables, 22).columns;
        assert_eq!([1, 4, 12, 24, 30].map(columns), [1, 2, 4, 4, 6]);
        let long = Grid::with(4, 80);
        assert!(long.height > Grid::with(4, 22).height && long.width < 80.0 * LETTER, "{long:?}");
        let all = Grid::with(100, 60);
        assert!(all.columns * all.rows >= 100);
    }
}
