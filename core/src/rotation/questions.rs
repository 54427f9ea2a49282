//! Tables that share a question.
//!
//! # The rule
//! In a large café with a question for each table, several tables have the same one. Who goes from one of them to
//! another comes to a new table, but to a question that it has discussed. So where tables share questions, coming back
//! to a question counts like coming back to a table, right after it: the same table again is worse than the same
//! question at another one. With more rounds than tables people come back anyway, and the rule is silent.
//!
//! # Not in blocks
//! One could also cut such a café into blocks of as many tables as there are questions, and plan each for itself. But
//! then people meet those of their own block only. 120 people at 24 tables with three questions can meet twelve others
//! each, none of them twice; in blocks of 15 people they would repeat 288 meetings. So everybody changes everywhere,
//! and the questions only say in which ways.
//!
//! # Where it is possible
//! A question at s of T tables of equal size takes s/T of the people in each round, so R·s/T of them in all, if it
//! takes nobody twice: nobody needs to have a question twice if there are no fewer questions than rounds and R·s is at
//! most T.
//!
//! # How words keep it
//! See [`super::words`]; tables stand in places, and letters are differences of places.
//! - Where each question has as many tables as the others, a place has its question in its lowest digits (counted with
//!   [`super::field`]). The question of a person is then that of the place in its row plus that of the letter. So
//!   nobody in a row has a question twice if the letters of its word belong to different questions.
//! - Where some have more tables, those of a question stand side by side on a circle, at most s of them. Nobody comes
//!   to a question twice if the letters of a word are at least s apart, all the way round. That is stricter than it has
//!   to be; seats may then be exchanged one by one.

use super::Event;

/// Which tables share a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The question of each table, from 0.
    pub of: Vec<u8>,
    /// How many tables each question has.
    pub sizes: Vec<usize>,
}

/// How the letters of a word have to differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// In no other way than that they are others.
    AsTables,
    /// They belong to this many questions in turn: the letter modulo that number.
    AsQuestions(usize),
    /// They are so far from each other, round the circle.
    ByPlaces(usize),
}

impl Shared {
    /// The questions of an event; none where they change nothing: each table has its own, or all have the same.
    pub fn of(event: &Event) -> Option<Self> {
        let mut known = Vec::new();
        let mut shared = Self { of: Vec::new(), sizes: Vec::new() };
        for table in 0..event.tables {
            let question = event.questions.get(table).copied().unwrap_or(0);
            let place = known.iter().position(|it| *it == question && question != 0).unwrap_or(known.len());
            if place == known.len() {
                known.push(question);
                shared.sizes.push(0);
            }
            shared.sizes[place] += 1;
            shared.of.push(place as u8);
        }
        let matters = (2..event.tables).contains(&known.len()) && event.rounds <= event.tables;
        matters.then_some(shared)
    }

    fn most(&self) -> usize {
        self.sizes.iter().max().copied().unwrap_or(0)
    }

    /// The fewest tables that a question has.
    pub fn fewest(&self) -> usize {
        self.sizes.iter().min().copied().unwrap_or(0)
    }

    /// Whether nobody needs to have a question twice in this many rounds.
    pub fn suffice(&self, rounds: usize) -> bool {
        rounds <= self.sizes.len() && rounds * self.most() <= self.of.len()
    }

    /// Whether words leave no question to somebody twice that could be avoided.
    pub fn is_exact(&self, rounds: usize) -> bool {
        self.most() == self.fewest() || self.suffice(rounds)
    }

    /// Two tables of different questions, one after the other: in how many ways.
    pub fn ways(&self) -> usize {
        self.of.len() * self.of.len() - self.sizes.iter().map(|size| size * size).sum::<usize>()
    }

    /// How letters differ.
    pub fn apart(&self, rounds: usize) -> Apart {
        if self.most() == self.fewest() {
            Apart::AsQuestions(self.sizes.len())
        } else {
            Apart::ByPlaces((self.of.len() / rounds.max(1)).min(self.most()))
        }
    }

    /// The table that stands in each place.
    pub fn places(&self) -> Vec<u8> {
        let of_question = |question: usize| {
            let own = move |table: &usize| usize::from(self.of[*table]) == question;
            (0..self.of.len()).filter(own).map(|table| table as u8).collect::<Vec<_>>()
        };
        let all: Vec<Vec<u8>> = (0..self.sizes.len()).map(of_question).collect();
        if self.most() == self.fewest() {
            (0..self.most()).flat_map(|nth| all.iter().map(move |tables| tables[nth])).collect()
        } else {
            all.concat()
        }
    }
}

impl Apart {
    /// Whether two letters may stand in one word; of letters by questions see [`super::words`].
    pub fn allows(self, a: u8, b: u8, tables: usize) -> bool {
        let (a, b) = (usize::from(a), usize::from(b));
        match self {
            Self::AsTables => true,
            Self::AsQuestions(questions) => a % questions != b % questions,
            Self::ByPlaces(least) => a.abs_diff(b) >= least && tables - a.abs_diff(b) >= least,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(questions: &[u16], rounds: usize) -> Option<Shared> {
        let (tables, questions) = (questions.len(), questions.to_vec());
        Shared::of(&Event { people: 4 * tables, tables, rounds, questions, ..Event::default() })
    }

    #[test]
    fn questions_that_no_tables_or_all_tables_share_change_nothing() {
        assert_eq!(shared(&[1, 2, 3, 4], 3), None);
        assert_eq!(shared(&[0, 0, 0, 0], 3), None);
        assert_eq!(shared(&[7, 7, 7, 7], 3), None);
        assert_eq!(shared(&[1, 2, 1, 2], 5), None, "more rounds than tables");
        assert_eq!(shared(&[], 3), None);
        let some = shared(&[0, 2, 0, 2], 2).expect("two tables share one");
        assert_eq!((some.of, some.sizes), (vec![0, 1, 2, 1], vec![1, 2, 1]));
    }

    #[test]
    fn it_is_known_where_nobody_needs_to_have_a_question_twice() {
        let even = shared(&[1, 2, 3, 1, 2, 3], 3).expect("three questions");
        assert!(even.suffice(3) && !even.suffice(4));
        assert_eq!(even.places(), [0, 1, 2, 3, 4, 5]);
        assert_eq!(shared(&[5, 5, 9, 9], 2).expect("two questions").places(), [0, 2, 1, 3]);
        let uneven = shared(&[1, 2, 3, 1, 2, 3, 1], 3).expect("three questions");
        assert!(uneven.suffice(2) && !uneven.suffice(3));
        assert_eq!(uneven.places(), [0, 3, 6, 1, 4, 2, 5]);
    }
}
