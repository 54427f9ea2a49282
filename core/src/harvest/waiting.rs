//! What waits for a person's choice beside contributions: questions, key points, themes and next steps in two versions.

use super::sorting::Themes;
use super::{NextStep, Theme, is_set_aside, steps};
use crate::domain::{Cafe, Id, Item, KeyPoint, Question, Record};

/// What stands in two versions and is shown: not what was set aside, taken away or joined to something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Questions in two wordings, in order.
    pub questions: Vec<Id>,
    /// Key points, in the order in which they were written.
    pub points: Vec<Id>,
    /// Themes with two names or two descriptions.
    pub themes: Vec<Id>,
    /// Next steps in two wordings, in order.
    pub steps: Vec<Id>,
}

impl Waiting {
    /// What waits in a café.
    pub fn of(cafe: &Cafe) -> Self {
        let questions = cafe.questions().into_iter().filter(|it| question_waits(it)).map(|it| it.id).collect();
        let points = cafe.all_key_points().filter(|it| point_waits(it)).map(|it| it.id).collect();
        let disputed = cafe.rare_records().filter_map(Theme::read).filter(Theme::is_disputed);
        let mut themes: Vec<Id> = disputed.map(|theme| theme.id).collect();
        if !themes.is_empty() {
            let all = Themes::of(cafe);
            themes.retain(|theme| all.stands(*theme));
        }
        let steps = steps::all(cafe).0.into_iter().filter(|step| step.what.is_disputed(None)).map(|step| step.id);
        Self { questions, points, themes, steps: steps.collect() }
    }

    /// How many texts wait.
    pub fn len(&self) -> usize {
        self.questions.len() + self.points.len() + self.themes.len() + self.steps.len()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn question_waits(question: &Question) -> bool {
    question.is_disputed() && !question.is_removed()
}

fn point_waits(point: &KeyPoint) -> bool {
    point.is_disputed() && !is_set_aside(point)
}

/// Whether a record stands in two versions that somebody should choose between.
pub fn waits_for_a_choice(record: &Record) -> bool {
    match record {
        Record::Contribution(note) => note.is_disputed(),
        Record::Question(question) => question_waits(question),
        Record::KeyPoint(point) => point_waits(point),
        Record::Carried(_) => {
            Theme::read(record).is_some_and(|it| !it.removed && it.is_disputed())
                || NextStep::read(record).is_some_and(|it| !it.removed && it.what.is_disputed(None))
        }
        _ => false,
    }
}
