//! What can be taken back of a café since this page was opened, and on which screens: each takes back its own kind of
//! acts and no other, since what it does not show nobody would see change.

use crate::core::domain::{Cafe, Id};
use crate::core::harvest::{Act, Edit, Voting};
use crate::i18n::step_back::Deed;
use crate::reactive::*;

/// At most this many acts can be undone.
const MOST: usize = 200;

/// Whose acts a screen takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acts {
    /// Of the sorting: notes and themes.
    Sorting,
    /// Of the slides: what is shown on them, and first.
    Slides,
    /// The dots of one person of this device under a question. The device is passed on: what others did is theirs.
    Dots(u32, Option<Id>),
    /// How dots are given.
    Voting,
    /// Of the next steps.
    Steps,
    /// Of the report.
    Report,
}

/// What a step consists of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Way {
    /// Edits of the harvest.
    Edits(Vec<Edit>),
    /// A note is set aside, or shown again: that is a field of the note itself.
    Aside { note: Id, hidden: bool },
}

/// An act that can be taken back, or done again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) way: Way,
    /// What was done, whichever way the step leads.
    pub(super) deed: Deed,
    /// The person and the question of dots.
    pub(super) dots_of: Option<(u32, Id)>,
    /// The question that was on the screen.
    pub(super) question: Option<Id>,
}

impl Step {
    /// What takes back acts on a café as it was before them; none where that is beside them on the screen.
    pub(super) fn of(acts: &[Act], cafe: &Cafe) -> Option<impl FnOnce(Vec<Edit>) -> Self + use<>> {
        // Of several acts that are one for the person the first one names them.
        let act = acts.first()?;
        let deed = deed(act, cafe)?;
        let dots_of = if let Act::PlaceDots { person, question, .. } = act { Some((*person, *question)) } else { None };
        Some(move |edits| Self { way: Way::Edits(edits), deed, dots_of, question: None })
    }

    fn is_of(&self, acts: Acts) -> bool {
        match self.deed {
            Deed::Moved(_)
            | Deed::Made
            | Deed::Named
            | Deed::Described
            | Deed::Placed
            | Deed::Joined
            | Deed::Unjoined
            | Deed::Removed
            | Deed::PutBack
            | Deed::Gathered
            | Deed::Parted
            | Deed::SetAside
            | Deed::ShownAgain
            | Deed::PointAside
            | Deed::PointShown
            | Deed::Corrected
            | Deed::Chosen
            | Deed::KeptBoth => acts == Acts::Sorting,
            // The board and the slides both show it.
            Deed::Highlighted | Deed::Unhighlighted => matches!(acts, Acts::Sorting | Acts::Slides),
            Deed::OffSlides | Deed::OnSlides | Deed::MostOnSlides => acts == Acts::Slides,
            Deed::Dots => self.dots_of.is_some_and(|(person, question)| acts == Acts::Dots(person, Some(question))),
            Deed::Phase(_) | Deed::Voting => acts == Acts::Voting,
            Deed::StepAdded | Deed::StepChanged | Deed::StepRemoved | Deed::StepPutBack => acts == Acts::Steps,
            Deed::Report => acts == Acts::Report,
        }
    }
}

/// What an act is called that is done to a café.
fn deed(act: &Act, cafe: &Cafe) -> Option<Deed> {
    Some(match act {
        Act::AddThemes { .. } | Act::SortIntoNew { .. } => Deed::Made,
        Act::NameTheme { .. } => Deed::Named,
        Act::DescribeTheme { .. } => Deed::Described,
        Act::MoveTheme { .. } => Deed::Placed,
        Act::SetThemeRemoved { removed, .. } => {
            if *removed {
                Deed::Removed
            } else {
                Deed::PutBack
            }
        }
        Act::JoinThemes { .. } => Deed::Joined,
        Act::PartTheme { .. } => Deed::Unjoined,
        Act::Sort { notes, .. } => Deed::Moved(notes.len()),
        Act::Gather { .. } => Deed::Gathered,
        Act::Part { .. } => Deed::Parted,
        Act::Highlight { on, .. } => {
            if *on {
                Deed::Highlighted
            } else {
                Deed::Unhighlighted
            }
        }
        Act::LeaveOffSlides { off, .. } => {
            if *off {
                Deed::OffSlides
            } else {
                Deed::OnSlides
            }
        }
        Act::ShowOnSlides { .. } => Deed::MostOnSlides,
        Act::AddStep { .. } => Deed::StepAdded,
        Act::WordStep { .. } | Act::AssignStep { .. } | Act::MoveStep { .. } => Deed::StepChanged,
        Act::SetStepRemoved { removed, .. } => {
            if *removed {
                Deed::StepRemoved
            } else {
                Deed::StepPutBack
            }
        }
        Act::SetVoting(voting) if voting.phase == Voting::of(cafe).phase => Deed::Voting,
        Act::SetVoting(voting) => Deed::Phase(voting.phase),
        Act::PlaceDots { .. } => Deed::Dots,
        Act::Choose(_) | Act::SayWhoTookPart { .. } => Deed::Report,
        Act::SetPointHidden { hidden, .. } => {
            if *hidden {
                Deed::PointAside
            } else {
                Deed::PointShown
            }
        }
        // The box that takes this back is beside it.
        Act::SetGap(_) => return None,
    })
}

/// What came of a step back, or of one forward again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// There was none.
    Nothing,
    /// It was taken.
    Done(Deed),
    /// It was taken as far as nobody changed the same since.
    InPart(Deed),
    /// Somebody changed the same since, so that nothing was left to take back.
    Overtaken(Deed),
}

/// The steps of a café. They outlive the screens.
#[derive(Clone, Default)]
pub struct Past {
    done: ArcRwSignal<Vec<Step>>,
    undone: ArcRwSignal<Vec<Step>>,
    /// How many acts there were, and the last one.
    last: ArcRwSignal<(usize, Option<Deed>)>,
    /// The question on the screen where notes are sorted.
    question: ArcRwSignal<Option<Id>>,
    /// The question that was there when the step was done that was taken last, either way.
    stepped: ArcRwSignal<Option<Id>>,
}

impl Past {
    fn steps(&self, back: bool) -> &ArcRwSignal<Vec<Step>> {
        if back { &self.done } else { &self.undone }
    }

    /// What the next step back of these acts takes back, or the next one forward does again; followed.
    pub fn next(&self, acts: Acts, back: bool) -> Option<Deed> {
        self.steps(back).with(|steps| steps.iter().rfind(|step| step.is_of(acts)).map(|step| step.deed))
    }

    /// What was done last, and how often anything was: so the same done twice is heard twice. Followed; steps back do
    /// not count.
    pub fn last(&self) -> (usize, Option<Deed>) {
        self.last.get()
    }

    /// Steps from now on belong to this question.
    pub fn look_at(&self, question: Option<Id>) {
        self.question.set(question);
    }

    /// The question that the last step back, or forward again, was about: a screen that shows another one goes there,
    /// or nobody would see what changed.
    pub fn stepped_in(&self) -> Option<Id> {
        self.stepped.get_untracked()
    }

    /// Takes that step out.
    pub(super) fn take(&self, acts: Acts, back: bool) -> Option<Step> {
        let steps = self.steps(back);
        self.stepped.set(None);
        let at = steps.with_untracked(|steps| steps.iter().rposition(|step| step.is_of(acts)))?;
        let mut step = None;
        steps.update(|steps| step = Some(steps.remove(at)));
        self.stepped.set(step.as_ref().and_then(|step| step.question));
        step
    }

    /// Keeps what leads back, or forward again.
    pub(super) fn keep(&self, step: Step, back: bool) {
        self.steps(back).update(|steps| {
            if steps.len() >= MOST {
                steps.remove(0);
            }
            steps.push(step);
        });
    }

    /// Keeps what takes back an act of a person: from here on there is nothing to do again.
    pub(super) fn begin(&self, step: Step) {
        let step = Step { question: self.question.get_untracked(), ..step };
        self.last.update(|(count, last)| (*count, *last) = (*count + 1, Some(step.deed)));
        self.keep(step, true);
        self.undone.set(Vec::new());
    }

    /// Nobody's dots can be taken back any more.
    pub(super) fn forget_dots(&self) {
        for steps in [&self.done, &self.undone] {
            steps.update(|steps| steps.retain(|step| step.deed != Deed::Dots));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::domain::DeviceId;

    const QUESTION: Id = Id::from_bits(7);

    fn done(past: &Past, act: &Act) {
        let step = Step::of(std::slice::from_ref(act), &Cafe::new(Id::from_bits(1))).expect("a step");
        past.begin(step(Vec::new()));
    }

    fn dots(person: u32) -> Act {
        Act::PlaceDots { device: DeviceId::from_bits(3), person, question: QUESTION, on: Vec::new() }
    }

    #[test]
    fn a_screen_takes_back_its_own_kind_of_acts_the_last_first() {
        let (past, note) = (Past::default(), Id::from_bits(2));
        done(&past, &Act::Sort { notes: vec![note, Id::from_bits(3)], theme: None });
        done(&past, &Act::Highlight { note, on: true });
        done(&past, &Act::LeaveOffSlides { note, off: true });
        done(&past, &dots(6));
        let take = |acts| past.take(acts, true).map(|step| step.deed);
        assert_eq!(take(Acts::Steps), None);
        assert_eq!(past.next(Acts::Sorting, true), Some(Deed::Highlighted));
        assert_eq!(take(Acts::Slides), Some(Deed::OffSlides));
        assert_eq!(take(Acts::Sorting), Some(Deed::Highlighted));
        assert_eq!(take(Acts::Slides), None, "the board took it back");
        assert_eq!(take(Acts::Sorting), Some(Deed::Moved(2)));
        assert_eq!(take(Acts::Sorting), None);
    }

    #[test]
    fn dots_are_taken_back_by_whose_they_are_and_by_nobody_after_the_device_was_passed_on() {
        let past = Past::default();
        done(&past, &dots(6));
        done(&past, &dots(7));
        let next = |person| past.next(Acts::Dots(person, Some(QUESTION)), true);
        assert_eq!((next(6), next(7), next(8)), (Some(Deed::Dots), Some(Deed::Dots), None));
        assert_eq!(past.next(Acts::Dots(7, Some(Id::from_bits(8))), true), None, "under another question");
        assert_eq!(past.next(Acts::Voting, true), None);
        past.forget_dots();
        assert_eq!((next(6), next(7)), (None, None));
    }
}
