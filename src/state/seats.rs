//! Who sits where: what is asked for, the search that runs beside the page, and the plan that is proposed.

mod proposal;
mod search;

pub use self::proposal::{Proposal, Proposed, Settled};

use super::Session;
use crate::core::domain::{Cafe, Hosting, MOST_PEOPLE, Refusal, SeatPlan, Seating};
use crate::core::rotation::{Asked, Event, Typed, Wrong, WrongWho, count_in, list_of, people_in, questions};
use crate::reactive::*;

/// How many people are at a table when nobody said how many there are.
const PER_TABLE: usize = 5;
/// Where the list of people lies, among the drafts of the café.
const LIST: &str = "seats-list";
/// The same for people who come late, and for people who leave.
const COMES: &str = "seats-comes";
const LEAVES: &str = "seats-leaves";

/// The screen's state. Copy.
#[derive(Clone, Copy)]
pub struct Planner {
    /// How many people, as typed.
    pub people: RwSignal<String>,
    /// The list of people, as pasted.
    pub list: RwSignal<String>,
    /// Who stays.
    pub hosting: RwSignal<Hosting>,
    /// Whether groups sit together.
    pub together: RwSignal<bool>,
    /// The number of the plan, as typed.
    pub number: RwSignal<String>,
    /// Whether as many pairs as possible meet, however often some do.
    pub most_pairs: RwSignal<bool>,
    /// Whether a new plan leaves the rounds that are over as they were.
    pub keeps_past: RwSignal<bool>,
    /// Who comes late, as typed: numbers and names.
    pub comes: RwSignal<String>,
    /// Who left, as typed.
    pub leaves: RwSignal<String>,
    /// What is wrong with who comes, and with who left.
    pub wrong_who: [RwSignal<Option<WrongWho>>; 2],
    /// How many rounds are over, where no clock says so.
    pub rounds_over: RwSignal<usize>,
    /// What is wrong with what was typed.
    pub wrong: RwSignal<Option<Wrong>>,
    /// How much of the search is done, in per cent, while it runs.
    pub progress: RwSignal<Option<usize>>,
    /// The plan that waits to be used.
    pub proposal: RwSignal<Option<Proposal>>,
    /// Why a plan could not be used.
    pub refused: RwSignal<Option<Refusal>>,
    /// What was done just now about the plan of the café.
    pub settled: RwSignal<Option<Settled>>,
    /// The plan that the café kept before the one that was used here last: a step back, until the page is left.
    pub before: RwSignal<Option<SeatPlan>>,
    /// The plan that the café keeps.
    pub kept: Memo<Option<SeatPlan>>,
    /// Whether the café keeps a plan that this version cannot read.
    pub is_newer: Memo<bool>,
    /// How many tables and rounds the café has.
    pub size: Memo<(usize, usize)>,
    /// The question of each table, see [`questions`].
    pub questions: Memo<Vec<u16>>,
    /// How many rounds the clock says are past, the running one included; none without a clock.
    pub past: Memo<Option<usize>>,
    session: Session,
    turn: StoredValue<u32>,
}

fn size(cafe: &Cafe) -> (usize, usize) {
    (cafe.tables().len(), cafe.rounds().len())
}

fn past(cafe: &Cafe) -> Option<usize> {
    let round = cafe.clock()?.round();
    cafe.rounds().iter().position(|it| it.id == round).map(|at| at + 1)
}

fn is_newer(cafe: &Cafe) -> bool {
    cafe.record(Seating::id_in(cafe.id())).is_some() && cafe.seats().is_none()
}

/// What stands in a box until it is used, also when the page was loaded anew. On a full store it counts as what nothing
/// but the screen has.
fn typed(session: Session, slot: &'static str) -> RwSignal<String> {
    let value = RwSignal::new(session.draft(slot));
    Effect::watch(move || value.get(), move |text| drop(session.keep_draft(slot, text)));
    value
}

impl Planner {
    /// What was asked for last, until the view that asks for it goes.
    pub fn open(session: Session) -> Self {
        let kept = Memo::new(move || session.setup(Cafe::seats));
        let before = kept.get_untracked();
        let mut list = session.draft(LIST);
        if list.is_empty() {
            list = before.as_ref().map(|plan| list_of(&plan.people)).unwrap_or_default();
        }
        let listed = people_in(&list).len();
        let seated = before.as_ref().map_or_else(|| PER_TABLE * session.cafe(size).0, SeatPlan::len);
        let people = if listed > 0 && before.is_none() { listed } else { listed.max(seated) };
        let it = Self {
            people: RwSignal::new(people.min(MOST_PEOPLE).max(listed).to_string()),
            list: RwSignal::new(list),
            hosting: RwSignal::new(before.as_ref().map_or(Hosting::Stay, |plan| plan.hosting)),
            together: RwSignal::new(before.is_some_and(|plan| plan.together)),
            number: RwSignal::new("1".to_owned()),
            most_pairs: RwSignal::new(false),
            keeps_past: RwSignal::new(true),
            comes: typed(session, COMES),
            leaves: typed(session, LEAVES),
            wrong_who: [RwSignal::new(None), RwSignal::new(None)],
            rounds_over: RwSignal::new(0),
            wrong: RwSignal::new(None),
            progress: RwSignal::new(None),
            proposal: RwSignal::new(None),
            refused: RwSignal::new(None),
            settled: RwSignal::new(None),
            before: RwSignal::new(None),
            kept,
            is_newer: Memo::new(move || session.setup(is_newer)),
            size: Memo::new(move || session.setup(size)),
            questions: Memo::new(move || session.setup(questions)),
            past: Memo::new(move || session.setup(past)),
            session,
            turn: StoredValue::new(0),
        };
        // A change is a change of one plan: when another one is kept meanwhile, it is no longer true.
        Effect::new(move || {
            kept.with(|_| ());
            let is_late =
                |it: &Option<Proposal>| it.as_ref().is_some_and(|it| matches!(it.from, Proposed::Late { .. }));
            if it.proposal.with_untracked(is_late) {
                it.proposal.set(None);
            }
        });
        it
    }

    /// The list of people was pasted or changed: as many as it has are expected. False when it could not be kept.
    pub fn listed(self, list: &str) -> bool {
        let people = people_in(list).len();
        if people > 0 {
            self.people.set(people.to_string());
        }
        self.wrong.set(None);
        self.session.keep_draft(LIST, list).is_ok()
    }

    /// Whether somebody in the list belongs to a group.
    pub fn has_groups(self) -> bool {
        self.list.with(|list| people_in(list).iter().any(|person| !person.group.is_empty()))
    }

    /// How many people are asked for, where that is a number that a plan can have.
    pub fn people_now(self) -> Option<usize> {
        self.people.with(|people| count_in(people))
    }

    /// How many tables share how many questions, where they do, and whether nobody needs to have one twice.
    pub fn shared_questions(self) -> Option<(usize, usize, bool)> {
        let ((tables, rounds), questions) = (self.size.get(), self.questions.get());
        let event = Event { people: 2 * tables, tables, rounds, questions, ..Event::default() };
        event.shared_questions().map(|(questions, suffice)| (tables, questions, suffice))
    }

    fn asked(self) -> Result<Asked, Wrong> {
        let typed = Typed {
            people: self.people.get_untracked(),
            list: self.list.get_untracked(),
            number: self.number.get_untracked(),
            hosting: self.hosting.get_untracked(),
            together: self.together.get_untracked(),
            most_pairs: self.most_pairs.get_untracked(),
            size: self.size.get_untracked(),
            questions: self.questions.get_untracked(),
        };
        typed.read()
    }

    /// How many rounds are past, the running one included.
    pub fn rounds_past(self) -> usize {
        self.past.get().unwrap_or_else(|| self.rounds_over.get())
    }

    /// How many rounds of the plan that is kept a new one can leave as they were; 0 where that is not to be asked.
    pub fn past_to_keep(self) -> usize {
        let (past, (_, rounds)) = (self.rounds_past(), self.size.get());
        let planned = self.kept.with(|kept| kept.as_ref().map_or(0, |kept| kept.rounds.len()));
        if past < rounds { past.min(planned) } else { 0 }
    }

    /// Whether the plan that was used is stored on this device.
    pub fn is_stored(self) -> bool {
        let seating = Seating::id_in(self.session.id());
        self.session.unsaved().with(|unsaved| !unsaved.contains_key(&seating))
    }
}
