//! Plans that look the same from every table, and the search for good ones.
//!
//! # Words
//! Put people in rows of T, one row for each seat at a table. Person `a` of a row sits at table `a + w(r)` in round r,
//! where w is the *word* of the row: one letter for each round, all letters being tables (counted as in [`Field`]). The
//! last row may be incomplete; then its people sit at some tables and make those larger by one. So sizes are right
//! whatever the words are, nobody comes back when the letters of a word differ, and two people of one row never meet.
//!
//! Two people `a` and `b` of different rows meet in the rounds in which the letters of their words differ by `b - a`.
//! So a pair of words in which the same difference comes m times stands for T pairs of people who meet m times. The
//! search changes words, not seats: it has T times less to look at, and what it finds is right at all tables at once.
//!
//! # With no search
//! Where T is a power of a prime and R at most T, take the words w(r) = x(r)·y, with another x for each round and
//! another y, not 0, for each of T - 1 rows. Differences between two rounds are (x(r) - x(r'))·y: each comes once. That
//! is the bound. For more rows take the x in another order.
//!
//! Where tables share questions, the letters of a word differ in their questions too; `questions` says how. Products do
//! not do that, so there is a search.
//!
//! # Hosts
//! - `Stay`: hosts are not part of the words; guests rotate around them.
//! - `Change`: in each round one whole row hosts, that is one person at each table. Its letter is that of the round
//!   before. Rows take turns, so nobody hosts twice before all complete rows have hosted. In a field there are words
//!   for that too; [`super::relay`] says which.

use super::Event;
use super::bound::spread;
use super::dice::Dice;
use super::field::Field;
use super::questions::{Apart, Shared};
use super::weights::Weights;
use crate::domain::{Hosting, MOST_ROUNDS};

/// A word for each row, and what each pair of rows costs.
#[derive(Clone, Debug)]
pub struct Words {
    pub(super) field: Field,
    /// How the letters of a word differ.
    pub(super) apart: Apart,
    /// The table that stands in each place; letters are differences of places.
    places: Vec<u8>,
    pub(super) tables: usize,
    pub(super) rounds: usize,
    /// How many people rotate.
    pub(super) movers: usize,
    /// How many rows there are, the incomplete one included.
    pub(super) rows: usize,
    pub(super) letters: Vec<u8>,
    /// Whether one row hosts in each round.
    relay: bool,
    pub(super) weights: Weights,
    pub(super) costs: Vec<i32>,
    /// How many pairs of people meet m times, for each m from 1.
    pub(super) pairs: [i64; MOST_ROUNDS + 1],
    /// Room for a word that is tried.
    pub(super) trial: Vec<u8>,
    pub(super) trial_costs: Vec<i32>,
    pub(super) counts: Vec<u8>,
}

impl Words {
    /// Words to begin with.
    pub fn new(event: &Event, shared: Option<&Shared>, weights: Weights, dice: &mut Dice) -> Self {
        let (tables, rounds) = (event.tables, event.rounds);
        let movers = if event.hosts == Hosting::Stay { event.people - tables } else { event.people };
        let apart = shared.map_or(Apart::AsTables, |shared| shared.apart(rounds));
        let rows = movers.div_ceil(tables.max(1));
        let mut words = Self {
            field: match apart {
                Apart::AsTables => Field::new(tables),
                Apart::AsQuestions(questions) => Field::over(tables, questions),
                Apart::ByPlaces(_) => Field::circle(tables),
            },
            apart,
            places: shared.map_or_else(|| (0..tables).map(|table| table as u8).collect(), Shared::places),
            tables,
            rounds,
            movers,
            rows,
            letters: vec![0; rows * rounds],
            relay: event.hosts == Hosting::Change,
            weights,
            costs: Vec::new(),
            pairs: [0; MOST_ROUNDS + 1],
            trial: vec![0; rounds],
            trial_costs: vec![0; rows],
            counts: vec![0; tables],
        };
        if words.relay && words.multiplies() && words.hand_on(dice) {
            return words;
        }
        if words.multiplies() {
            let mut factors: Vec<usize> = (0..tables).collect();
            for lap in 0..rows.div_ceil(words.lap()) {
                words.multiply(lap, &factors);
                shuffle(&mut factors, dice);
            }
        } else {
            match apart {
                Apart::AsTables => words.draw(dice),
                Apart::AsQuestions(questions) => words.draw_questions(questions, dice),
                Apart::ByPlaces(_) => words.draw_places(dice),
            }
        }
        words
    }

    /// The row that hosts in a round.
    pub fn host_row(&self, round: usize) -> usize {
        round % (self.movers / self.tables.max(1)).max(1)
    }

    /// Whether a row stays from the round before.
    pub(super) fn stays(&self, row: usize, round: usize) -> bool {
        self.relay && round > 0 && self.host_row(round) == row
    }

    /// The table of a person who rotates.
    pub fn table(&self, person: usize, round: usize) -> usize {
        let (row, place) = (person / self.tables, person % self.tables);
        usize::from(self.places[self.field.add(place, usize::from(self.letters[row * self.rounds + round]))])
    }

    /// Whether there are words that need no search.
    fn multiplies(&self) -> bool {
        self.apart == Apart::AsTables && self.field.multiplies() && self.rounds <= self.tables
    }

    /// How many rows have words of one order of factors.
    fn lap(&self) -> usize {
        (self.tables - 1).max(1)
    }

    /// Writes the words of one lap of rows, as products.
    fn multiply(&mut self, lap: usize, factors: &[usize]) {
        for row in lap * self.lap()..((lap + 1) * self.lap()).min(self.rows) {
            for (round, &factor) in factors.iter().enumerate().take(self.rounds) {
                let at = row * self.rounds + round;
                let stays = self.stays(row, round);
                let product = self.field.product(factor, row % self.lap() + 1);
                self.letters[at] = if stays { self.letters[at - 1] } else { product };
            }
        }
    }

    /// How much work it is to try another order of factors; none where there are no two laps.
    pub fn work_of_orders(&self) -> Option<usize> {
        (self.multiplies() && self.rows > self.lap()).then_some(self.rows * self.rows * self.rounds)
    }

    /// Puts the factors of some lap but the first in another order. Differences stay as they are; what changes is how
    /// often the same two people meet.
    pub fn reorder(&mut self, dice: &mut Dice) {
        let mut factors: Vec<usize> = (0..self.tables).collect();
        shuffle(&mut factors, dice);
        self.multiply(1 + dice.below((self.rows - 1) / self.lap()), &factors);
        self.weigh();
    }

    /// Words by chance: each letter once before any comes again, and none twice in sequence but where a row stays.
    fn draw(&mut self, dice: &mut Dice) {
        let mut deck: Vec<usize> = (0..self.tables).collect();
        for row in 0..self.rows {
            let mut drawn = 0;
            for round in 0..self.rounds {
                let at = row * self.rounds + round;
                if self.stays(row, round) {
                    self.letters[at] = self.letters[at - 1];
                    continue;
                }
                if drawn % self.tables == 0 {
                    let last = if round > 0 { usize::from(self.letters[at - 1]) } else { self.tables };
                    shuffle(&mut deck, dice);
                    if deck[0] == last {
                        deck.rotate_left(1);
                    }
                }
                self.letters[at] = deck[drawn % self.tables] as u8;
                drawn += 1;
            }
        }
    }

    /// Words by chance: a letter of each question before any question comes again, and none twice.
    fn draw_questions(&mut self, questions: usize, dice: &mut Dice) {
        let each = self.tables / questions;
        let mut order: Vec<usize> = (0..questions).collect();
        for row in 0..self.rows {
            let first: Vec<usize> = (0..questions).map(|_| dice.below(each)).collect();
            self.fill(row, &mut |drawn| {
                if drawn % questions == 0 {
                    shuffle(&mut order, dice);
                }
                let question = order[drawn % questions];
                question + questions * ((first[question] + drawn / questions) % each)
            });
        }
    }

    /// Words by chance: letters as far from each other as the circle allows.
    fn draw_places(&mut self, dice: &mut Dice) {
        let (tables, step) = (self.tables, self.tables / self.rounds.max(1));
        let mut order: Vec<usize> = (0..self.rounds).collect();
        for row in 0..self.rows {
            shuffle(&mut order, dice);
            let first = dice.below(tables);
            self.fill(row, &mut |drawn| (first + order[drawn] * step) % tables);
        }
    }

    /// Writes the word of a row: a letter for each round in which it does not stay.
    fn fill(&mut self, row: usize, letter: &mut dyn FnMut(usize) -> usize) {
        let mut drawn = 0;
        for round in 0..self.rounds {
            let at = row * self.rounds + round;
            if self.stays(row, round) {
                self.letters[at] = self.letters[at - 1];
            } else {
                self.letters[at] = letter(drawn) as u8;
                drawn += 1;
            }
        }
    }

    /// Whether the word that is tried brings nobody of the row to a question again, or as rarely as its length demands.
    pub(super) fn is_apart(&self, row: usize) -> bool {
        let letters = (0..self.rounds).filter(|&round| !self.stays(row, round)).map(|round| self.trial[round]);
        let (mut seen, mut again) = ([0; MOST_ROUNDS], 0);
        let mut drawn = 0;
        for letter in letters {
            again += seen[..drawn].iter().filter(|&&other| !self.apart.allows(letter, other, self.tables)).count();
            seen[drawn] = letter;
            drawn += 1;
        }
        match self.apart {
            Apart::AsQuestions(questions) => again <= spread(drawn, questions),
            _ => again == 0,
        }
    }
}

fn shuffle(deck: &mut [usize], dice: &mut Dice) {
    for last in (1..deck.len()).rev() {
        deck.swap(last, dice.below(last + 1));
    }
}
