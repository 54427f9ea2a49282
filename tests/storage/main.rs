//! What lies in a store, through faults of every sort: full, blocked, forgetful, failing in the middle, left in the
//! middle, damaged, written by a newer app, shared with another tab. Nothing that someone wrote is lost, and nothing
//! that its author erased stays.

mod damage;
mod device;
mod erasures;
mod imports;
mod removal;
mod saving;
mod tabs;
mod unfinished;
