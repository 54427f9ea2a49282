//! Plans that look the same from every table, and the search for good ones.
//!
//! # Words
//! Put people in rows of T, one row for each seat at a table. Person `a` of a row sits at table `a + w(r)` in round r,
//! where w is the *word* of the row: one letter for each round, all letters being tables (counted as in [`Field`]). The
//! last row may be incomplete; then its people sit at some tables and make those larger by one. So sizes are right
//! whatever the words are, nobody comes back when the letters of a word differ, and two people of one row never meet.
//!
//! Two people `a` and `b` of different rows meet in the rounds in which the letters of their words differ by `b - a`. So
//! a pair of words in which the same difference comes m times stands for T pairs of people who meet m times. The search
//! changes words, not seats: it has T times less to look at, and what it finds is right at all tables at once.
//!
//! # With no search
//! Where T is a power of a prime and R at most T, take the words w(r) = x(r)·y, with another x for each round and another
//! y, not 0, for each of T - 1 rows. Differences between two rounds are (x(r) - x(r'))·y: each comes once. That is the
//! bound. For more rows take the x in another order.
//!
//! # Hosts
//! - `Stay`: hosts are no part of the words; guests rotate around them.
//! - `Change`: in each round one whole row hosts, that is one person at each table. Its letter is that of the round
//!   before. Rows take turns, so nobody hosts twice before all complete rows have hosted.

use super::dice::Dice;
use super::event::MOST_ROUNDS;
use super::field::Field;
use super::weights::Weights;

/// A word for each row, and what each pair of rows costs.
#[derive(Clone, Debug)]
pub struct Words {
    pub(super) field: Field,
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
    pub fn new(movers: usize, tables: usize, rounds: usize, relay: bool, weights: Weights, dice: &mut Dice) -> Self {
        let rows = movers.div_ceil(tables.max(1));
        let mut words = Self {
            field: Field::new(tables),
            tables,
            rounds,
            movers,
            rows,
            letters: vec![0; rows * rounds],
            relay,
            weights,
            costs: Vec::new(),
            pairs: [0; MOST_ROUNDS + 1],
            trial: vec![0; rounds],
            trial_costs: vec![0; rows],
            counts: vec![0; tables],
        };
        if words.multiplies() {
            let mut factors: Vec<usize> = (0..tables).collect();
            for lap in 0..rows.div_ceil(words.lap()) {
                words.multiply(lap, &factors);
                shuffle(&mut factors, dice);
            }
        } else {
            words.draw(dice);
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
        self.field.add(place, usize::from(self.letters[row * self.rounds + round]))
    }

    /// Whether there are words that need no search.
    fn multiplies(&self) -> bool {
        self.field.multiplies() && self.rounds <= self.tables
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
}

fn shuffle(deck: &mut [usize], dice: &mut Dice) {
    for last in (1..deck.len()).rev() {
        deck.swap(last, dice.below(last + 1));
    }
}
