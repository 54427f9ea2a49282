//! The app's state as signals; no views.
//!
//! - [`AppState`]: language, screen, the cafés on this device, the open one.
//! - [`Session`]: an open café. The only place that changes it: [`Session::commit`] for a person's act,
//!   [`Session::import`] for bundles, and what another tab wrote.
//! - [`Desk`]: the files that were laid out for an import.
//! - [`Ticking`]: the clock of the round.
//! - [`Planner`]: who sits where: the search for a plan, and what is proposed.
//! - [`Readiness`], [`Room`]: starting without a network, and how full the store is.
//! - [`NoteList`]: which notes a screen shows, in sections of a hundred, so that a new note touches one section.

mod app;
mod collect;
mod create;
mod desk;
mod hand_over;
mod notes;
mod offline;
mod round_clock;
mod seats;
mod session;

pub use app::{AppState, Lang, Toast, use_app, use_lang};
pub use collect::{FileReport, Outcome, Preview};
pub use create::{MOST_PARTS, NewCafe, NewField};
pub use desk::{Desk, Imported, Phase};
pub use hand_over::Outgoing;
pub use notes::{Filter, Note, NoteList, Section};
pub use offline::{Readiness, Room};
pub use round_clock::{ClockPhase, RoundPlace, Ticking};
pub use seats::{Planner, Proposal, Proposed};
pub use session::{Outbox, Session, Unsaved, use_both, use_session};
