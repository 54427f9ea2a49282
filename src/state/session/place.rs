//! Where this device sits, and the round that it writes in.

use super::Session;
use crate::core::domain::Id;
use crate::core::storage::{Role, Seat};
use crate::platform;
use crate::reactive::*;
use crate::state::use_app;

impl Session {
    /// Where this device sits.
    pub fn seat(self) -> ArcRwSignal<Seat> {
        self.signal(|signals| signals.seat.clone())
    }

    /// Remembers where this device sits.
    pub fn sit(self, change: impl FnOnce(&mut Seat)) {
        let seat = self.seat();
        let mut new = seat.get_untracked();
        change(&mut new);
        if new != seat.get_untracked() {
            // No words are in it; on a full store the table is simply asked for again.
            drop(self.with(|inner| inner.repository.keep_seat(self.id(), &new)));
            seat.set(new);
        }
    }

    /// Chooses the round to write in. It holds until the café's clock has stood at another one for a while.
    pub fn write_to(self, round: String) {
        let known = self.cafe(|cafe| cafe.clock().map(|clock| clock.round().to_string()));
        self.sit(|seat| {
            seat.round = Some(round);
            seat.known = known;
        });
    }

    /// The round that what is written goes to; follows, and looks at the time every now and then.
    pub fn writing_round(self) -> Option<Id> {
        use_app().ticks.get();
        self.writing_round_now()
    }

    /// The same, without looking at the time again.
    pub fn writing_round_now(self) -> Option<Id> {
        let now = platform::now();
        let id = |text: &Option<String>| text.as_deref().and_then(Id::parse);
        let (chosen, known) = self.seat().with(|seat| (id(&seat.round), id(&seat.known)));
        self.setup(|cafe| cafe.writing_round(chosen, known, now))
    }

    /// Whether this device is the facilitator's; follows.
    pub fn is_facilitator(self) -> bool {
        self.seat().with(|seat| seat.role == Role::Facilitator)
    }
}
