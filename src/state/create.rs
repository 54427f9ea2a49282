//! A new café, made in one go.

use super::AppState;
use crate::core::domain::{Cafe, Clock, Command, Form, Id, IdMaker, Refusal, WriterId};
use crate::core::storage::Role;
use crate::platform;

/// The most tables and rounds that the form takes; more can be added later.
pub const MOST_PARTS: u32 = 50;

/// What the form of a new café says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCafe {
    /// What the event is called.
    pub title: String,
    /// The day, as `2026-11-23`, or empty.
    pub date: String,
    /// Where; may be empty.
    pub place: String,
    /// Whether tables or rounds have the questions.
    pub form: Form,
    /// The questions; empty ones are left out.
    pub questions: Vec<String>,
    /// How many tables.
    pub tables: u32,
    /// How many rounds.
    pub rounds: u32,
    /// How long a round lasts.
    pub minutes: u32,
}

/// A part of the form that can be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewField {
    /// The title.
    Title,
    /// The date.
    Date,
    /// The place.
    Place,
    /// A question, by its line from 0.
    Question(usize),
    /// The number of tables.
    Tables,
    /// The number of rounds.
    Rounds,
    /// The minutes.
    Minutes,
}

impl NewCafe {
    /// The café. All ids and stamps come from one maker and one clock at one moment: they lie next to each other, which
    /// keeps the invitation short.
    ///
    /// # Errors
    /// Every field that was refused, in the order of the form.
    pub fn build(&self, now: u64, random: u128) -> Result<Cafe, Vec<(NewField, Refusal)>> {
        let mut ids = IdMaker::default();
        let mut id = || ids.next(now, random);
        let mut clock = Clock::new(WriterId::from_bits(random as u64));
        let mut cafe = Cafe::create(id(), "", self.form, clock.next(now, None));
        let mut refused = Vec::new();
        let mut apply = |cafe: &mut Cafe, field: NewField, command: Command| {
            if let Err(refusal) = cafe.apply(command, now, &mut clock) {
                refused.push((field, refusal));
            }
        };
        apply(&mut cafe, NewField::Title, Command::SetTitle(self.title.clone()));
        apply(&mut cafe, NewField::Date, Command::SetDate(self.date.clone()));
        apply(&mut cafe, NewField::Place, Command::SetPlace(self.place.clone()));
        let written = |text: &&String| !text.chars().all(char::is_whitespace);
        let mut questions = Vec::new();
        for (line, text) in self.questions.iter().enumerate().filter(|(_, text)| written(text)) {
            let question = id();
            questions.push(question);
            apply(&mut cafe, NewField::Question(line), Command::AddQuestion { id: question, text: text.clone() });
        }
        if questions.is_empty() {
            apply(&mut cafe, NewField::Question(0), Command::AddQuestion { id: id(), text: String::new() });
        }
        let nth = |place: u32, form: Form| {
            let place = (place as usize).checked_rem(questions.len())?;
            (self.form == form).then(|| questions.get(place).copied())?
        };
        for place in 0..self.tables.min(MOST_PARTS) {
            let question = nth(place, Form::QuestionPerTable);
            let add = Command::AddTable { id: id(), name: String::new(), question };
            apply(&mut cafe, NewField::Tables, add);
        }
        let mut minutes_refused = false;
        for place in 0..self.rounds.min(MOST_PARTS) {
            let question = nth(place, Form::QuestionPerRound);
            let add = Command::AddRound { id: id(), minutes: self.minutes, question };
            if !minutes_refused {
                apply(&mut cafe, NewField::Minutes, add);
            }
            minutes_refused = !(1..=crate::core::domain::MAX_MINUTES).contains(&self.minutes);
        }
        for (field, count) in [(NewField::Tables, self.tables), (NewField::Rounds, self.rounds)] {
            if !(1..=MOST_PARTS).contains(&count) {
                refused.push((field, Refusal::OutOfRange));
            }
        }
        if refused.is_empty() { Ok(cafe) } else { Err(refused) }
    }
}

impl AppState {
    /// Makes a café, opens it and sits down as its facilitator. What the store does not take is known as unsaved.
    ///
    /// # Errors
    /// Every field that was refused; nothing was made.
    pub fn create_cafe(self, new: &NewCafe) -> Result<Id, Vec<(NewField, Refusal)>> {
        let cafe = new.build(platform::now(), platform::random())?;
        let session = self.open(cafe.id());
        session.join(cafe.records().cloned().collect());
        session.sit(|seat| seat.role = Role::Facilitator);
        Ok(cafe.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(form: Form) -> NewCafe {
        NewCafe {
            title: "Autumn".into(),
            date: "2026-11-23".into(),
            place: String::new(),
            form,
            questions: vec!["one?".into(), " ".into(), "two?".into()],
            tables: 3,
            rounds: 2,
            minutes: 20,
        }
    }

    #[test]
    fn questions_go_round_the_tables_or_the_rounds() {
        let cafe = new(Form::QuestionPerTable).build(1_795_000_000_000, 77).unwrap();
        let questions: Vec<_> = cafe.questions().iter().map(|it| it.id).collect();
        let asked: Vec<_> = cafe.tables().iter().map(|it| it.question.is).collect();
        assert_eq!(asked, [Some(questions[0]), Some(questions[1]), Some(questions[0])]);
        assert!(cafe.rounds().iter().all(|it| it.question.is.is_none()));

        let cafe = new(Form::QuestionPerRound).build(1_795_000_000_000, 77).unwrap();
        assert!(cafe.tables().iter().all(|it| it.question.is.is_none()));
        assert!(!crate::core::report::lacks_questions(&cafe));
    }

    #[test]
    fn every_refused_field_is_named_in_order() {
        let bad = NewCafe {
            title: " ".into(),
            date: "soon".into(),
            questions: vec![String::new()],
            rounds: 0,
            ..new(Form::default())
        };
        let fields: Vec<_> = bad.build(1, 1).unwrap_err().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [NewField::Title, NewField::Date, NewField::Question(0), NewField::Rounds]);
        let bad = NewCafe { minutes: 0, ..new(Form::default()) };
        assert_eq!(bad.build(1, 1).unwrap_err(), [(NewField::Minutes, Refusal::OutOfRange)]);
    }
}
