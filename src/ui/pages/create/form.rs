//! What stands in the form of a new café. It is kept as a draft until the café is made.

use super::AppState;
use crate::core::domain::{Form, Refusal};
use crate::dom::prelude::*;
use crate::state::{NewCafe, NewField};

/// The setting that holds the draft.
const DRAFT: &str = "new-cafe";
/// Between the fields of a draft: ASCII's own unit separator, which no keyboard types.
const UNIT: char = '\u{1f}';
const LINES: usize = 3;
const TABLES: usize = 3;
const ROUNDS: usize = 3;
const MINUTES: usize = 20;

/// The form. Copy; its signals live as long as the page.
#[derive(Clone, Copy)]
pub struct FormState {
    pub title: RwSignal<String>,
    pub date: RwSignal<String>,
    pub place: RwSignal<String>,
    pub form: RwSignal<Form>,
    pub lines: RwSignal<Vec<String>>,
    /// Tables, rounds and minutes, where somebody typed them.
    numbers: [RwSignal<Option<String>>; 3],
    /// What was refused at the last try.
    pub refused: RwSignal<Vec<(NewField, Refusal)>>,
}

impl FormState {
    /// The form as it was left, or an empty one.
    pub fn restored(app: AppState) -> Self {
        let draft = app.repository().setting(DRAFT).ok().flatten().unwrap_or_default();
        let mut fields = draft.split(UNIT).map(str::to_owned);
        let mut next = || RwSignal::new(fields.next().unwrap_or_default());
        let (title, date, place, form) = (next(), next(), next(), next());
        let numbers =
            [next(), next(), next()].map(|it| RwSignal::new(Some(it.get_untracked()).filter(|it| !it.is_empty())));
        let mut lines: Vec<String> = fields.collect();
        lines.resize(lines.len().max(LINES), String::new());
        let is_per_round = form.with_untracked(|form| form == "round");
        let form = RwSignal::new(if is_per_round { Form::QuestionPerRound } else { Form::QuestionPerTable });
        let lines = RwSignal::new(lines);
        Self { title, date, place, form, lines, numbers, refused: RwSignal::default() }
    }

    /// Everything in it as one text; empty while there are no words in it. Follows.
    pub fn to_draft(self) -> String {
        if !self.is_touched() {
            return String::new();
        }
        let form = if self.form.get() == Form::QuestionPerRound { "round" } else { "table" };
        let mut fields = vec![self.title.get(), self.date.get(), self.place.get(), form.to_owned()];
        fields.extend(self.numbers.iter().map(|number| number.get().unwrap_or_default()));
        fields.extend(self.lines.get());
        fields.iter().map(|field| field.replace(UNIT, " ")).collect::<Vec<_>>().join("\u{1f}")
    }

    fn is_touched(self) -> bool {
        let texts = [self.title, self.place];
        texts.iter().any(|text| text.with(|text| !text.is_empty()))
            || self.lines.with(|lines| lines.iter().any(|line| !line.is_empty()))
    }

    /// Keeps a draft; says whether the store took it.
    pub fn keep(app: AppState, draft: &str) -> bool {
        let repository = app.repository();
        repository.setting(DRAFT).is_ok_and(|kept| kept.as_deref().unwrap_or_default() == draft)
            || repository.keep_setting(DRAFT, draft).is_ok()
    }

    /// Empties the form. The draft stays where the café that was made of it could not be stored.
    pub fn forget(self, app: AppState, is_kept: bool) {
        if is_kept {
            // A draft that stays on a full store only fills the next form in advance.
            drop(app.repository().keep_setting(DRAFT, ""));
        }
    }

    /// The question in a line.
    pub fn question(self, line: usize) -> String {
        self.lines.with(|lines| lines.get(line).cloned()).unwrap_or_default()
    }

    /// Writes a line.
    pub fn set_question(self, line: usize, text: String) {
        self.lines.update(|lines| {
            if let Some(slot) = lines.get_mut(line) {
                *slot = text;
            }
        });
    }

    /// Takes a line out; what was refused may stand in another line then.
    pub fn remove_question(self, line: usize) {
        self.refused.set(Vec::new());
        self.lines.update(|lines| {
            if line < lines.len() {
                lines.remove(line);
            }
        });
    }

    const fn typed(self, field: NewField) -> RwSignal<Option<String>> {
        match field {
            NewField::Tables => self.numbers[0],
            NewField::Rounds => self.numbers[1],
            _ => self.numbers[2],
        }
    }

    /// What stands in a field for a number: what was typed, else what suits the rest of the form.
    pub fn number(self, field: NewField) -> String {
        if let Some(typed) = self.typed(field).get() {
            return typed;
        }
        let questions = self.lines.with(|lines| lines.iter().filter(|line| !line.trim().is_empty()).count());
        let count = match (field, self.form.get()) {
            (NewField::Tables, Form::QuestionPerTable) if questions > 0 => questions,
            // One question is asked in each round: the tables change, and the talk goes deeper.
            (NewField::Rounds, Form::QuestionPerRound) if questions > 1 => questions,
            (NewField::Tables, _) => TABLES,
            (NewField::Rounds, _) => ROUNDS,
            _ => MINUTES,
        };
        count.to_string()
    }

    /// Keeps what was typed.
    pub fn set_number(self, field: NewField, text: String) {
        self.typed(field).set(Some(text));
    }

    /// A field that was left empty follows the rest of the form again.
    pub fn leave_number(self, field: NewField) {
        if self.typed(field).with_untracked(|typed| typed.as_deref() == Some("")) {
            self.typed(field).set(None);
        }
    }

    /// The café that the form describes.
    pub fn read(self) -> NewCafe {
        untrack(|| {
            let number = |field| self.number(field).trim().parse().unwrap_or_default();
            NewCafe {
                title: self.title.get(),
                date: self.date.get(),
                place: self.place.get(),
                form: self.form.get(),
                questions: self.lines.get(),
                tables: number(NewField::Tables),
                rounds: number(NewField::Rounds),
                minutes: number(NewField::Minutes),
            }
        })
    }
}
