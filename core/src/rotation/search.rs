//! The search in slices: words first, then single seats.

use super::bound::{least_group_pairs, least_most_often, least_repeats, most_pairs};
use super::dice::Dice;
use super::event::{Aim, Wish};
use super::plan::Plan;
use super::questions::Shared;
use super::rest::Rest;
use super::routes;
use super::seating::{Rank, Seating};
use super::weights::{Figures, REPEAT, Weights};
use super::words::Words;
use super::{Event, together};
use std::cmp::Ordering;

/// How much the search looks at before it is content, in looks at one other person (or letter).
const WORK_ON_ORDERS: usize = 400_000;
const WORK_ON_WORDS: usize = 2_000_000;
const WORK_ON_SEATS: usize = 3_000_000;
/// A small event has been looked at from all sides before: so much for each seat of each round, at most.
const WORDS_A_SEAT: usize = 20_000;
const SEATS_A_SEAT: usize = 30_000;

/// How hot a lap of the search begins and ends, in sixteenths of a repeat.
type Lap = (i64, i64);
/// Words: several short laps find more than a long one. Some begin hotter, to leave what the others come back to.
const WORDS: [Lap; 8] = [(12, 0), (6, 0), (6, 0), (6, 0), (12, 0), (6, 0), (6, 0), (6, 0)];
/// Where everybody comes to all tables, few moves are open. The first lap keeps what was constructed; a hot one leaves
/// it.
const WORDS_TO_ALL: [Lap; 2] = [(10, 0), (60, 0)];
/// Seats: never quite cold, as a plan with few repeats left changes only by way of some that are as good.
const SEATS: [Lap; 1] = [(4, 2)];
const SEATS_TO_ALL: [Lap; 2] = [(16, 0), (32, 0)];
/// With more rounds than tables there are many repeats, and it is enough to cool down.
const SEATS_AGAIN: [Lap; 1] = [(10, 0)];

/// A search that goes on for as many moves as one likes, and then stops by itself. It depends on the event and the seed
/// only, not on how the moves are sliced.
#[derive(Clone, Debug)]
pub struct Search {
    event: Event,
    shared: Option<Shared>,
    dice: Dice,
    stage: Stage,
    /// What was looked at in this stage.
    work: usize,
    least_often: usize,
    /// The second visits (as the rank counts them) that no plan can do without.
    least_again: i64,
    /// The same of visits to a question that somebody had at another table.
    least_asked: i64,
    bound: i64,
    meetings: i64,
    /// The repeats of hosts who stay, which words do not count.
    repeats_of_hosts: i64,
    rank: Rank,
    best: Plan,
    /// What is joined to the plan of the rounds to come, as soon as there is one.
    rest: Option<Box<Rest>>,
    /// Whether there was a rest to join.
    goes_on: bool,
}

#[derive(Clone, Debug)]
enum Stage {
    Words { words: Box<Words>, best: Figures, kept: Box<Words> },
    Seats(Box<Seating>),
    Done,
}

impl Search {
    /// A search for the plan of an event, with a plan that keeps the rules at once.
    pub fn new(event: &Event, seed: u64) -> Self {
        let event = event.bounded();
        let mut dice = Dice::new(seed);
        let least_often = least_most_often(&event);
        let mut search = Self {
            dice: dice.clone(),
            stage: Stage::Done,
            work: 0,
            least_often,
            least_again: 0,
            least_asked: 0,
            bound: 0,
            meetings: 0,
            repeats_of_hosts: 0,
            rank: [i64::MAX; 7],
            best: Plan::empty(event.people, event.tables, event.rounds),
            rest: None,
            goes_on: false,
            shared: Shared::of(&event),
            event,
        };
        let event = &search.event;
        if event.has_groups() && event.wish == Wish::Together {
            search.best = together::seat(event, search.weights());
            search.dice = dice;
            search.take_up(None);
            return search;
        }
        let mut words = Words::new(event, search.shared.as_ref(), search.weights(), &mut dice);
        search.dice = dice;
        search.take_up(Some(&words));
        if !matches!(search.stage, Stage::Done) {
            words.weigh();
            let all = Figures::of(Seating::new(&search.best, &search.event, search.weights(), 0).pairs()).s2;
            search.repeats_of_hosts = all - Figures::of(words.pairs()).s2;
            let (words, best) = (Box::new(words.clone()), Figures::of(words.pairs()));
            search.stage = Stage::Words { kept: words.clone(), words, best };
        }
        search
    }

    /// The same search, for what comes after rounds that are over.
    pub(super) fn with_rest(self, rest: Rest) -> Self {
        Self { rest: Some(Box::new(rest)), goes_on: true, ..self }
    }

    /// Joins what is over to what was planned, and goes on with all of it.
    fn join(&mut self, rest: &Rest) {
        self.best = rest.join(&self.best);
        self.event = rest.event.clone();
        self.shared = Shared::of(&self.event);
        self.least_often = least_most_often(&self.event);
        self.take_up(None);
        // The bounds do not know how much of the past could not be better.
        (self.least_again, self.least_asked) = (-1, -1);
        if let Stage::Seats(seating) = &mut self.stage {
            seating.fix(rest.past());
        }
    }

    /// How much is looked at among words at most.
    fn work_on_words(&self) -> usize {
        WORK_ON_WORDS.min(self.event.people * self.event.rounds * WORDS_A_SEAT)
    }

    /// The same among seats.
    fn work_on_seats(&self) -> usize {
        WORK_ON_SEATS.min(self.event.people * self.event.rounds * SEATS_A_SEAT)
    }

    /// The laps of the search among words.
    fn laps_of_words(&self) -> &'static [Lap] {
        if self.event.rounds < self.event.tables { &WORDS } else { &WORDS_TO_ALL }
    }

    /// The laps of the search among seats.
    fn laps_of_seats(&self) -> &'static [Lap] {
        match self.event.rounds.cmp(&self.event.tables) {
            Ordering::Less => &SEATS,
            Ordering::Equal => &SEATS_TO_ALL,
            Ordering::Greater => &SEATS_AGAIN,
        }
    }

    fn weights(&self) -> Weights {
        Weights::new(self.event.aim, self.least_often)
    }

    /// Goes on with the plan that words give (or the best one) seat by seat, if anything can be better.
    fn take_up(&mut self, words: Option<&Words>) {
        if let Some(words) = words {
            self.best = routes::seat(&self.event, words, &mut self.dice);
        }
        let seating = Seating::new(&self.best, &self.event, self.weights(), 0);
        self.bound = least_repeats(&self.best, self.shared.as_ref()) as i64;
        self.meetings = (0..self.event.rounds)
            .flat_map(|round| self.best.sizes(round))
            .map(|size| (size * size.saturating_sub(1) / 2) as i64)
            .sum();
        self.rank = seating.rank();
        if words.is_some() {
            // Words know no visit that could be avoided.
            self.least_again = self.rank[0];
            // Of questions they know that where their number suits that of tables and rounds.
            let is_exact = self.shared.as_ref().is_none_or(|shared| shared.is_exact(self.event.rounds));
            self.least_asked = if is_exact { self.rank[1] } else { -1 };
        }
        self.work = 0;
        // With so few tables or rounds every plan that keeps the rules is as good, but for groups.
        let is_bare = !self.event.has_groups() && (self.event.tables < 3 || self.event.rounds < 2);
        let settled = is_bare
            || self.event.people < 2
            || self.event.tables < 2
            || self.event.rounds == 0
            || self.is_settled(&seating);
        self.stage = if settled { Stage::Done } else { Stage::Seats(Box::new(seating)) };
    }

    /// Whether nothing can be better, by the bounds.
    fn is_settled(&self, seating: &Seating) -> bool {
        // The bounds do not know of people who wish to meet again.
        let wished = match self.event.wish {
            Wish::Apart => self.rank[2] <= least_group_pairs(&self.event) as i64,
            Wish::Together => !self.event.has_groups(),
        };
        let visits = self.rank[0] <= self.least_again && self.rank[1] <= self.least_asked;
        wished && visits && self.is_best(Figures::of(seating.pairs()))
    }

    fn is_best(&self, it: Figures) -> bool {
        let most = |often| most_pairs(self.meetings as usize, self.bound as usize, often) as i64;
        match self.event.aim {
            Aim::Mixed => {
                it.often <= self.least_often as i64 && it.s2 <= self.bound && it.meet >= most(it.often as usize)
            }
            Aim::MostPairs => it.meet >= most(self.event.rounds),
        }
    }

    /// Makes this many moves; true when the search has come to its end.
    pub fn step(&mut self, moves: usize) -> bool {
        for _ in 0..moves {
            match self.stage {
                Stage::Done => match self.rest.take() {
                    Some(rest) => self.join(&rest),
                    None => break,
                },
                Stage::Words { .. } => self.move_word(),
                Stage::Seats(_) => self.move_seat(),
            }
        }
        matches!(self.stage, Stage::Done) && self.rest.is_none()
    }

    /// How much of the work is done at most, in per cent. The search often stops before, when nothing can be better.
    pub fn progress(&self) -> usize {
        let share = |work: usize, all: usize| work.min(all) * 100 / all;
        let (on_words, on_seats) = (self.work_on_words(), self.work_on_seats());
        let done = match self.stage {
            Stage::Words { .. } => share(self.work, on_words + on_seats),
            Stage::Seats(_) => share(on_words + self.work, on_words + on_seats),
            Stage::Done => 100,
        };
        match (self.goes_on, self.rest.is_some()) {
            (false, _) => done,
            (true, true) => done / 2,
            (true, false) => 50 + done / 2,
        }
    }

    /// The best plan by now.
    pub fn best(&self) -> &Plan {
        &self.best
    }

    fn move_word(&mut self) {
        let most = self.work_on_words();
        let temperature = temperature(self.work, most, self.laps_of_words());
        let Stage::Words { words, best, kept } = &mut self.stage else { return };
        let changed = match words.work_of_orders() {
            Some(work) if self.work < WORK_ON_ORDERS => {
                words.clone_from(kept);
                words.reorder(&mut self.dice);
                self.work += work;
                true
            }
            _ => {
                let (work, changed) = words.step(temperature, &mut self.dice);
                self.work += work;
                changed
            }
        };
        let mut settled = false;
        if changed {
            let figures = Figures::of(words.pairs());
            if figures.by(self.event.aim) < best.by(self.event.aim) {
                *best = figures;
                kept.clone_from(words);
                settled = figures.s2 + self.repeats_of_hosts <= self.bound && figures.often <= self.least_often as i64;
            }
        }
        if self.work >= most || settled {
            let kept = kept.clone();
            self.take_up(Some(&kept));
        }
    }

    fn move_seat(&mut self) {
        let most = self.work_on_seats();
        let temperature = temperature(self.work, most, self.laps_of_seats());
        let Stage::Seats(seating) = &mut self.stage else { return };
        let (work, moved) = seating.step(temperature, &mut self.dice);
        self.work += work;
        if moved {
            let rank = seating.rank();
            if rank < self.rank {
                self.rank = rank;
                self.best.clone_from(&seating.plan);
                if let Stage::Seats(seating) = &self.stage
                    && self.is_settled(seating)
                {
                    self.stage = Stage::Done;
                }
            }
        }
        if self.work >= most {
            self.stage = Stage::Done;
        }
    }
}

/// From hot to cold in each lap.
fn temperature(work: usize, all: usize, laps: &[Lap]) -> i64 {
    let length = all / laps.len();
    let (begin, end) = laps.get(work / length).copied().unwrap_or((0, 0));
    let (done, length) = ((work % length) as i64, length as i64);
    (begin * (length - done) + end * done) * i64::from(REPEAT) / 16 / length
}
