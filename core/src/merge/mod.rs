//! How two copies of a café become one. Pure: std and the domain's types.
//!
//! # Laws
//! [`Join::join`] is a join of a semilattice. For any copies `a`, `b`, `c` (also of invented or hostile content):
//! 1. commutative: `a ⊔ b = b ⊔ a`;
//! 2. associative: `(a ⊔ b) ⊔ c = a ⊔ (b ⊔ c)`;
//! 3. idempotent: `a ⊔ a = a`.
//!
//! So devices may exchange bundles in any order, any number of times, and end with the same bytes.
//!
//! # The registers
//! | register | holds | two copies |
//! |---|---|---|
//! | [`Latest`] | a field such as a title or a place in a list | the later stamp; at a tie the greater value |
//! | [`Versions`] | words | every version that no other replaced |
//! | a fact | what never changes, such as the table of a note | the greater, so that even a forged copy converges |
//! | an unknown field | what a newer app wrote | by its shape, see [`unknown`] |
//! | an erasure | nothing | beats everything |
//!
//! # What is not here
//! Who may do what (that is the command's business), what is on a screen, and clocks: stamps are compared, never read.

mod latest;
mod record;
pub mod unknown;
mod versions;

pub use latest::Latest;
pub use versions::{Version, Versions};

/// A type whose values can be joined by the laws of this module.
pub trait Join {
    /// Makes `self` the least upper bound of both; says whether that changed `self`.
    fn join(&mut self, other: &Self) -> bool;
}

/// An absent register is the least.
impl<T: Join + Clone> Join for Option<T> {
    fn join(&mut self, other: &Self) -> bool {
        match (self.as_mut(), other) {
            (_, None) => false,
            (Some(own), Some(other)) => own.join(other),
            (None, Some(other)) => {
                *self = Some(other.clone());
                true
            }
        }
    }
}

/// A fact: it should never differ; when it does, the greater stands everywhere.
pub(crate) fn join_fact<T: Ord + Clone>(own: &mut T, other: &T) -> bool {
    let grows = *other > *own;
    if grows {
        own.clone_from(other);
    }
    grows
}
