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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, Stamp, WriterId};
    use crate::harvest::{Act, Harvest, carry_out};
    use crate::merge::Plan;

    const QUESTION: Id = Id::from_bits(2);
    const TABLE: Id = Id::from_bits(3);
    const ROUND: Id = Id::from_bits(4);
    const POINT: Id = Id::from_bits(5);
    const THEME: Id = Id::from_bits(6);
    const STEP: Id = Id::from_bits(7);

    /// A café with a question, a key point, a theme and a next step, and what a device sees of their words.
    fn cafe() -> (Cafe, [Vec<Stamp>; 4]) {
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(1), "Lunch", Form::QuestionPerTable, clock.next(1, None));
        let point = Command::WriteKeyPoint {
            id: POINT,
            author: DeviceId::from_bits(9),
            table: TABLE,
            round: ROUND,
            text: "They taste".into(),
        };
        let question = Command::AddQuestion { id: QUESTION, text: "What?".into() };
        [question, point].into_iter().for_each(|it| drop(cafe.apply(it, 2, &mut clock).expect("a command")));
        let step = Act::AddStep { id: STEP, what: "Meet".into(), who: String::new(), when: String::new() };
        let theme = Act::AddThemes { question: QUESTION, themes: vec![(THEME, "Taste".into())] };
        [theme, step].iter().for_each(|it| drop(carry_out(&mut cafe, it, 3, &mut clock).expect("an act")));
        let harvest = Harvest::of(&cafe);
        let seen = |versions: &crate::merge::Versions| versions.seen();
        let point = cafe.key_point(POINT).map(|it| seen(&it.text)).expect("a key point");
        let theme = harvest.theme(THEME).map(|it| seen(&it.name)).expect("a theme");
        let question = cafe.question(QUESTION).map(|it| seen(&it.text)).expect("a question");
        (cafe, [question, point, theme, seen(&harvest.steps[0].what)])
    }

    #[test]
    fn an_import_says_of_questions_key_points_themes_and_next_steps_too_that_they_come_in_two_versions() {
        let (cafe, [question, point, theme, step]) = cafe();
        let worded = |writer: u64, word: &str| {
            let (mut copy, mut clock) = (cafe.clone(), Clock::new(WriterId::from_bits(writer)));
            let rewrite = Command::Rewrite { id: POINT, seen: point.clone(), text: word.into() };
            let word_question = Command::WordQuestion { id: QUESTION, seen: question.clone(), text: word.into() };
            [rewrite, word_question]
                .into_iter()
                .for_each(|it| drop(copy.apply(it, 10, &mut clock).expect("a correction")));
            let name = Act::NameTheme { theme: THEME, seen: theme.clone(), name: word.into() };
            let what = Act::WordStep { id: STEP, seen: step.clone(), what: word.into() };
            [name, what].iter().for_each(|it| drop(carry_out(&mut copy, it, 10, &mut clock).expect("an act")));
            copy
        };
        let (mut here, there) = (worded(2, "here"), worded(3, "there"));
        let counts = Plan::default().add(&here, there.records().cloned().collect());
        assert_eq!(counts.two_versions, 4);
        assert!(Waiting::of(&here).is_empty());
        here.join(there.clone());
        let waiting =
            Waiting { questions: vec![QUESTION], points: vec![POINT], themes: vec![THEME], steps: vec![STEP] };
        assert_eq!(Waiting::of(&here), waiting);
        let counts = Plan::default().add(&here, there.records().cloned().collect());
        assert_eq!(counts.two_versions, 0, "what waited already is nothing new");
        // What is shown nowhere waits for nobody.
        let mut clock = Clock::new(WriterId::from_bits(4));
        for act in [
            Act::SetPointHidden { point: POINT, hidden: true },
            Act::SetThemeRemoved { theme: THEME, removed: true },
            Act::SetStepRemoved { id: STEP, removed: true },
        ] {
            carry_out(&mut here, &act, 20, &mut clock).expect("an act");
        }
        let take_out = Command::SetRemoved { id: QUESTION, removed: true };
        here.apply(take_out, 20, &mut clock).expect("a question less");
        assert!(Waiting::of(&here).is_empty());
    }
}
