//! The screens, one file each. They ask for the app and the open café (`use_app`, `use_session`).

mod collect;
mod create;
mod hand_over;
mod harvest;
mod home;
mod invite;
mod join;
mod nowhere;
mod overview;
mod prepare;
mod projector;
mod ready;
mod received;
mod report;
mod run;
mod seats;
mod table;
mod tables;

pub use collect::Collect;
pub use create::Create;
pub use hand_over::HandOver;
pub use harvest::Harvest;
pub use home::Home;
pub use invite::Invite;
pub use join::{Invitation, Join};
pub use nowhere::Nowhere;
pub use overview::Overview;
pub use prepare::Prepare;
pub use projector::Projector;
pub use ready::Ready;
pub use received::Received;
pub use report::Report;
pub use run::Run;
pub use seats::Seats;
pub use table::Table;
pub use tables::Tables;
