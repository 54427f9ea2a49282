//! Words of notes, in French and English and in cafés that speak both: finding, counting and comparing them. Nothing is
//! downloaded and nothing is learned; all lists are in the code.
//!
//! - [`fold()`], [`bare_name`] and [`Needle`]: texts without case and accents, names to compare, and the search in
//!   them.
//! - [`mod@stem`], [`stop`]: what a word is, what is left of it without its ending, which words say nothing.
//! - [`bridge`]: words of the field that mean the same in the two languages, and words that mean the contrary.
//! - [`recurring()`]: words that come back in several notes.
//! - [`suggest`], and [`Search`] for the same in steps: notes that seem to say the same. A suggestion: a person
//!   decides.
//!
//! Notes are short and mix languages, so no language is guessed for a whole café, and the rules of both languages are
//! used on every word. Other scripts are searched and counted as they are written.

pub mod bridge;
pub mod fold;
mod groups;
mod pairs;
mod recurring;
mod similar;
pub mod stem;
pub mod stop;
mod written;

pub use fold::{Needle, bare_name, fold};
pub use recurring::recurring;
pub use similar::{Search, Suggestion, suggest};
