//! The promises of the rotation planner, as properties of random events, and its bound against every plan of small
//! ones.

mod bound;
mod events;
mod known;
mod late;
mod rules;
