//! The round that somebody writes in, when the café has a clock and when it has none.

use super::{Cafe, Id, MINUTE, RoundClock};

/// How long notes still go to the round before, once a later one has begun, in milliseconds: three minutes.
pub const GRACE: u64 = 3 * MINUTE;

impl Cafe {
    /// The round that notes go to: the one that was chosen (the first where none was), until the clock of the café
    /// stands at a later one and that has run for [`GRACE`], or half of it where it is short; for so long they go to
    /// the one before. A round that the clock stood at already when somebody chose (`known`) moves nobody on: who goes
    /// back by hand stays there until the next one. What was chosen before the clock went back behind `known` is no
    /// longer meant: the rounds begin again.
    pub fn writing_round(&self, chosen: Option<Id>, known: Option<Id>, now: u64) -> Option<Id> {
        let rounds = self.rounds();
        let place = |id: Id| rounds.iter().position(|round| round.id == id);
        let knew = |at: usize| known == Some(rounds[at].id);
        let clock = self.clock();
        let at = clock.and_then(|clock| place(clock.round()));
        let went_back = at.is_some() && known.and_then(place) > at;
        let own = chosen.filter(|_| !went_back).and_then(place).unwrap_or(0);
        let later = clock.and_then(|clock| {
            let at = at.filter(|at| *at > own && !knew(*at))?;
            let whole = u64::from(rounds[at].minutes.is) * MINUTE;
            // More time that was given makes it seem younger: whoever was moved on by then remembers it.
            let grace = GRACE.min(whole / 2);
            let settled = whole.saturating_sub(clock.left(now)) >= grace || matches!(clock, RoundClock::Over { .. });
            if settled { Some(at) } else { Some(at - 1).filter(|before| !knew(*before)) }
        });
        rounds.get(later.unwrap_or(own)).map(|round| round.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, Form, WriterId};

    const START: u64 = 1_795_000_000_000;

    #[test]
    fn notes_go_to_the_round_before_for_a_while_and_then_to_the_one_that_runs() {
        let (first, second) = (Id::from_bits(1), Id::from_bits(2));
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(9), "Café", Form::QuestionPerTable, clock.next(1, None));
        for id in [first, second] {
            cafe.apply(Command::AddRound { id, minutes: 20, question: None }, 1, &mut clock).unwrap();
        }
        assert_eq!(cafe.writing_round(None, None, START), Some(first));
        assert_eq!(cafe.writing_round(Some(second), None, START), Some(second));
        cafe.apply(Command::SetClock(RoundClock::begin(second, 20, START)), 1, &mut clock).unwrap();
        assert_eq!(cafe.writing_round(Some(first), None, START + GRACE - 1), Some(first));
        assert_eq!(cafe.writing_round(Some(first), None, START + GRACE), Some(second));
        cafe.apply(Command::SetClock(RoundClock::begin(first, 20, START)), 1, &mut clock).unwrap();
        assert_eq!(
            cafe.writing_round(Some(second), None, START + GRACE),
            Some(second),
            "who is ahead is not called back"
        );
    }

    #[test]
    fn a_round_chosen_by_hand_holds_until_the_clock_has_gone_on_for_a_while() {
        let ids = [1, 2, 3].map(Id::from_bits);
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(9), "Café", Form::QuestionPerTable, clock.next(1, None));
        for id in ids {
            cafe.apply(Command::AddRound { id, minutes: 20, question: None }, 1, &mut clock).unwrap();
        }
        let [first, second, third] = ids;
        let mut set = |clock_of: RoundClock| {
            cafe.apply(Command::SetClock(clock_of), 1, &mut clock).unwrap();
            cafe.clone()
        };
        let running = RoundClock::begin(second, 20, START);
        let at_second = set(running);
        let late = START + 15 * MINUTE;
        assert_eq!(at_second.writing_round(Some(first), None, late), Some(second), "the clock went on since");
        assert_eq!(at_second.writing_round(Some(first), Some(second), late), Some(first), "chosen while it ran");
        // Who did not choose is neither called back by a break nor by the first minutes of the next round.
        assert_eq!(set(running.paused(late)).writing_round(None, None, late), Some(second));
        assert_eq!(set(RoundClock::Over { round: second }).writing_round(None, None, late), Some(second));
        let begun = set(RoundClock::begin(third, 20, late));
        assert_eq!(begun.writing_round(None, None, late), Some(second));
        assert_eq!(begun.writing_round(Some(first), Some(first), late), Some(second));
        // Stopped, lengthened, begun anew: it is the same round.
        let longer = set(running.paused(late).extended(5 * MINUTE, late).resumed(late));
        assert_eq!(longer.writing_round(Some(first), Some(second), late + 8 * MINUTE), Some(first));
        let over = set(RoundClock::Over { round: second });
        assert_eq!(over.writing_round(Some(first), Some(second), late), Some(first));
        let at_third = set(RoundClock::begin(third, 20, late));
        assert_eq!(at_third.writing_round(Some(first), Some(second), late + GRACE - 1), Some(first));
        assert_eq!(at_third.writing_round(Some(first), Some(second), late + GRACE), Some(third));
    }

    #[test]
    fn what_was_chosen_before_the_rounds_began_again_is_no_longer_meant() {
        let ids = [1, 2, 3].map(Id::from_bits);
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(9), "Café", Form::QuestionPerTable, clock.next(1, None));
        for id in ids {
            cafe.apply(Command::AddRound { id, minutes: 20, question: None }, 1, &mut clock).unwrap();
        }
        let [first, second, third] = ids;
        let mut after = |command: Command| {
            cafe.apply(command, 1, &mut clock).unwrap();
            cafe.clone()
        };
        let over = after(Command::SetClock(RoundClock::Over { round: third }));
        assert_eq!(over.writing_round(Some(third), Some(third), START), Some(third));
        let cleared = after(Command::ClearClock);
        assert_eq!(cleared.clock(), None);
        assert_eq!(cleared.writing_round(Some(third), Some(third), START), Some(third), "no round has begun again yet");
        let begun = after(Command::SetClock(RoundClock::begin(first, 20, START)));
        assert_eq!(begun.writing_round(Some(third), Some(third), START), Some(first));
        assert_eq!(begun.writing_round(Some(third), None, START), Some(third), "who knows no clock is not called back");
        let later = after(Command::SetClock(RoundClock::begin(second, 20, START)));
        assert_eq!(later.writing_round(Some(third), Some(third), START), Some(first));
        assert_eq!(later.writing_round(Some(third), Some(third), START + GRACE), Some(second));
    }
}
