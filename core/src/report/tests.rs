//! The report of a small café, act by act. Its laws are in `tests/harvest.rs`.

use super::*;
use crate::domain::{Cafe, Clock, Command, DeviceId, Form, Id, SeatPlan, Seats, WriterId};
use crate::harvest::{Act, Choices, carry_out};
use crate::report::slides::{Subject, deck};

const QUESTION: Id = Id::from_bits(10);
const TABLE: Id = Id::from_bits(20);
const ROUNDS: [Id; 2] = [Id::from_bits(30), Id::from_bits(31)];
const DEVICE: DeviceId = DeviceId::from_bits(5);

const fn id(number: u128) -> Id {
    Id::from_bits(number)
}

/// A café with a question, a table and two rounds.
struct Desk {
    cafe: Cafe,
    clock: Clock,
    now: u64,
}

impl Desk {
    fn new() -> Self {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let cafe = Cafe::create(id(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let mut desk = Self { cafe, clock, now: 1 };
        desk.command(Command::AddQuestion { id: QUESTION, text: "What?".into() });
        desk.command(Command::AddTable { id: TABLE, name: String::new(), question: Some(QUESTION) });
        for id in ROUNDS {
            desk.command(Command::AddRound { id, minutes: 20, question: None });
        }
        desk
    }

    fn command(&mut self, command: Command) {
        self.now += 1;
        self.cafe.apply(command, self.now, &mut self.clock).expect("a command");
    }

    fn act(&mut self, act: &Act) {
        self.now += 1;
        carry_out(&mut self.cafe, act, self.now, &mut self.clock).expect("an act");
    }

    fn write(&mut self, note: u128, round: Id, text: &str) {
        let (text, name) = (text.to_owned(), String::new());
        let (id, question, table) = (id(note), QUESTION, TABLE);
        let author = DEVICE;
        self.command(Command::Write { id, author, question, table, round, text, name, example_of: None });
    }

    /// The texts of the notes in the report, one behind the other.
    fn texts(&self) -> Vec<String> {
        let report = Report::of(&self.cafe);
        let groups = report.sections.iter().flat_map(|it| &it.groups);
        groups.flat_map(|it| &it.entries).map(|it| it.texts.join(" / ")).collect()
    }
}

#[test]
fn a_note_that_nobody_took_off_the_slides_stays_on_them_whatever_it_is_gathered_with() {
    let mut desk = Desk::new();
    for (note, text) in [(41, "well"), (42, "pump"), (43, "tap")] {
        desk.write(note, ROUNDS[0], text);
    }
    desk.act(&Act::LeaveOffSlides { note: id(41), off: true });
    desk.act(&Act::Gather { notes: vec![id(41), id(42), id(43)] });
    let said = |desk: &Desk| -> Vec<(String, usize)> {
        let (report, words) = (Report::of(&desk.cafe), english::WORDS);
        let slides = deck(&report, &words);
        let of_notes = slides.iter().filter(|it| matches!(it.subject, Subject::Group(..)));
        of_notes.flat_map(|it| &it.items).map(|it| (it.text.clone(), it.total)).collect()
    };
    assert_eq!(said(&desk), [("pump".to_owned(), 2)], "neither said nor counted is the one that was taken off");
    assert_eq!(desk.texts(), ["well"], "the report has all");
    desk.act(&Act::LeaveOffSlides { note: id(41), off: true });
    assert_eq!(said(&desk), []);
    desk.act(&Act::LeaveOffSlides { note: id(41), off: false });
    assert_eq!(said(&desk), [("well".to_owned(), 3)]);
}

#[test]
fn a_word_in_both_versions_of_a_note_is_in_one_contribution() {
    let mut desk = Desk::new();
    desk.write(41, ROUNDS[0], "The pump");
    desk.write(42, ROUNDS[0], "A gutter");
    let seen = |desk: &Desk| desk.cafe.contribution(id(41)).expect("a note").text.seen();
    let mut other = Desk { cafe: desk.cafe.clone(), clock: Clock::new(WriterId::from_bits(4)), now: desk.now };
    for (desk, text) in [(&mut desk, "A pump and a well"), (&mut other, "The pump, the well")] {
        desk.command(Command::Rewrite { id: id(41), seen: seen(desk), text: text.into() });
    }
    desk.cafe.join(other.cafe);
    assert_eq!(seen(&desk).len(), 2);
    assert_eq!(Report::of(&desk.cafe).recurring, []);
    desk.write(43, ROUNDS[1], "Another pump");
    assert_eq!(Report::of(&desk.cafe).recurring, [("pump".to_owned(), 2)]);
}

#[test]
fn the_questions_that_are_counted_are_those_that_tables_or_rounds_have() {
    let mut desk = Desk::new();
    let questions = |desk: &Desk| Report::of(&desk.cafe).about.questions;
    desk.command(Command::AddQuestion { id: id(11), text: "Who?".into() });
    assert_eq!(questions(&desk), 1, "nobody has the other one");
    for (table, question) in [(21, Some(id(11))), (22, Some(id(11))), (23, None)] {
        desk.command(Command::AddTable { id: id(table), name: String::new(), question });
    }
    assert_eq!(questions(&desk), 2, "where none is assigned it is the first");
    desk.command(Command::SetRemoved { id: id(11), removed: true });
    assert_eq!(questions(&desk), 1);
    desk.command(Command::SetRemoved { id: id(11), removed: false });
    desk.command(Command::SetForm(Form::QuestionPerRound));
    assert_eq!(questions(&desk), 1, "the rounds have only the first");
    desk.command(Command::Assign { id: ROUNDS[1], question: Some(id(11)) });
    assert_eq!(questions(&desk), 2);
}

#[test]
fn who_has_a_seat_in_no_round_of_the_plan_is_not_counted() {
    let mut desk = Desk::new();
    let people = |desk: &Desk| Report::of(&desk.cafe).about.people;
    assert_eq!(people(&desk), 0);
    // The second person leaves, the third comes late, the fourth never came.
    let round = |tables: [u16; 4]| Seats { tables: tables.into(), hosts: Vec::new() };
    let rounds = vec![round([1, 1, 0, 0]), round([1, 0, 1, 0])];
    desk.command(Command::SetSeats(SeatPlan { tables: 1, rounds, ..SeatPlan::default() }));
    assert_eq!(people(&desk), 3);
}

#[test]
fn at_a_table_the_notes_with_most_dots_come_first_where_dots_are_shown() {
    let mut desk = Desk::new();
    for (note, round, text) in [(41, 1, "late"), (42, 0, "early"), (43, 0, "also early"), (44, 1, "also late")] {
        desk.write(note, ROUNDS[round], text);
    }
    let by_round = ["early", "also early", "late", "also late"];
    assert_eq!(desk.texts(), by_round);
    let on = vec![id(43), id(41), id(41)];
    desk.act(&Act::PlaceDots { device: DEVICE, person: 1, question: QUESTION, on });
    assert_eq!(desk.texts(), ["late", "also early", "early", "also late"]);
    desk.act(&Act::Highlight { note: id(44), on: true });
    assert_eq!(desk.texts(), ["also late", "late", "also early", "early"]);
    desk.act(&Act::Choose(Choices { dots: false, ..Choices::default() }));
    assert_eq!(desk.texts(), by_round);
}
