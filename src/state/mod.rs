//! The app's state as signals; no views.
//!
//! - [`AppState`]: language, screen, the cafés on this device, the open one.
//! - [`Session`]: an open café. The only place that changes it: [`Session::commit`] for a person's act,
//!   [`Session::import`] for bundles, and what another tab wrote.
//! - [`Session::act`]: what a person does at the harvest, with a step back; [`Board`]: its notes in columns.
//! - [`Voter`]: giving dots on this device. [`Finder`]: looking for similar notes beside the page.
//! - [`Desk`]: the files that were laid out for an import.
//! - [`Ticking`]: the clock of the round; [`Bell`]: what rings when it ends; [`stay_awake`]: a screen that stays on.
//! - [`device_clock`]: whether this device's own clock can be right.
//! - [`Show`]: the slides as they are shown, in one window or several.
//! - [`Planner`]: who sits where: the search for a plan, and what is proposed.
//! - [`Readiness`], [`Room`]: starting without a network, and how full the store is.
//! - [`NoteList`]: which notes a screen shows, in sections of a hundred, so that a new note touches one section.

mod app;
mod awake;
mod bell;
mod board;
mod collect;
mod create;
mod desk;
pub mod device_clock;
mod dots;
mod draft;
mod hand_over;
mod harvest;
mod journal;
mod lang;
mod notes;
mod oddities;
mod offline;
mod past;
mod round_clock;
mod seats;
mod session;
mod show;
mod similar;
mod stored;

pub use app::{AppState, Toast, use_app};
pub use awake::stay_awake;
pub use bell::{Attention, Bell, SOON};
pub use board::{About, Board, Only, Wanted};
pub use collect::{FileReport, Outcome, Preview};
pub use create::{MOST_PARTS, NewCafe, NewField};
pub use desk::{Desk, Imported, Phase, is_importing};
pub use dots::{Placed, Tally, Voter, tallies};
pub use draft::Wording;
pub use hand_over::Outgoing;
pub use lang::{Lang, use_lang};
pub use notes::{Filter, Note, NoteList, Section};
pub use oddities::{Oddities, OtherClock};
pub use offline::{Readiness, Room};
pub use past::{Acts, Past, Stepped};
pub use round_clock::{ClockPhase, RoundPlace, Ticking};
pub use seats::{Planner, Proposal, Proposed, Settled};
pub use session::{Outbox, Session, Unsaved, use_both, use_session};
pub use show::{LONGEST, Show};
pub use similar::{Finder, Found};
