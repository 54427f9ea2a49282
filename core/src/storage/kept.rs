//! What this device keeps of a café beside its records: text boxes, settings, its seat, what it handed over, and what
//! it does not know.

use super::local::Local;
use super::repository::{Damaged, Repository};
use super::{Card, HandedOver, Seat, Store, StoreError, keys};
use crate::bundle;
use crate::domain::{Cafe, Extra, Id, Scope};
use crate::merge::Join;

/// Characters that a note of usual length takes in the store, with its key, stamps and ids.
const PROOF: usize = 600;

impl<S: Store> Repository<S> {
    /// What stood in a text box when the page was left: in the tab that was typed in last, or else in another one.
    ///
    /// # Errors
    /// As the store.
    pub fn draft(&self, cafe: Id, slot: &str) -> Result<Option<String>, StoreError> {
        for place in keys::places(&keys::draft(cafe, slot)) {
            if let Some(text) = self.store().get(&place)? {
                return Ok(Some(text));
            }
        }
        Ok(None)
    }

    /// The same for a tab that has words of its own in that box: those, as long as they lie there.
    ///
    /// # Errors
    /// As the store.
    pub fn own_draft(&self, cafe: Id, slot: &str, mine: &str) -> Result<Option<String>, StoreError> {
        for place in keys::places(&keys::draft(cafe, slot)) {
            if !mine.is_empty() && self.store().get(&place)?.as_deref() == Some(mine) {
                return Ok(Some(mine.to_owned()));
            }
        }
        self.draft(cafe, slot)
    }

    /// Keeps what stands in a text box; an empty one is taken away.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_draft(&self, cafe: Id, slot: &str, text: &str) -> Result<(), StoreError> {
        let key = keys::draft(cafe, slot);
        if text.is_empty() { self.store().remove(&key) } else { self.store().keep(&key, text) }
    }

    /// The same where other tabs may have words in the same box. `mine` is what this tab last found or kept there: what
    /// another tab keeps there is laid beside it. Nothing of another tab is written when this one needs the place no
    /// more: that one may be done with it in the same instant.
    ///
    /// # Errors
    /// As the store; also where too many tabs have words in this box.
    pub fn keep_own_draft(&self, cafe: Id, slot: &str, text: &str, mine: &str) -> Result<(), StoreError> {
        let places = keys::places(&keys::draft(cafe, slot));
        let lies = |place: &String| self.store().get(place);
        if !text.is_empty() {
            if let Some(other) = lies(&places[0])?.filter(|it| it != mine && it != text) {
                let mut beside = Err(StoreError::NotKept);
                for place in places[1..].iter().rev() {
                    if lies(place)?.is_none_or(|it| it == other) {
                        beside = Ok(place);
                    }
                }
                self.store().keep(beside?, &other)?;
            }
            self.store().keep(&places[0], text)?;
        }
        let rest = &places[usize::from(!text.is_empty())..];
        let cleared = rest.iter().try_for_each(|place| match lies(place)?.is_some_and(|it| it == mine) {
            true => self.store().remove(place),
            false => Ok(()),
        });
        // The new words are kept, whatever became of the old ones.
        if text.is_empty() { cleared } else { Ok(()) }
    }

    /// A setting.
    ///
    /// # Errors
    /// As the store.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.store().get(&keys::setting(name))
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.store().keep(&keys::setting(name), value)
    }

    /// Stores a text as long as a note, reads it back, and takes it away: whether one could write now.
    ///
    /// # Errors
    /// As the store.
    pub fn prove(&self) -> Result<(), StoreError> {
        let (key, text) = (keys::setting("proof"), "?".repeat(PROOF));
        let kept = self.store().keep(&key, &text);
        self.store().remove(&key)?;
        kept
    }

    /// Where this device sits in a café.
    ///
    /// # Errors
    /// As the store.
    pub fn seat(&self, cafe: Id) -> Result<Option<Seat>, StoreError> {
        self.local(cafe, "seat")
    }

    /// Keeps where this device sits.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_seat(&self, cafe: Id, seat: &Seat) -> Result<(), StoreError> {
        self.keep_local(cafe, "seat", seat)
    }

    /// What the list of cafés shows.
    ///
    /// # Errors
    /// As the store.
    pub fn card(&self, cafe: Id) -> Result<Option<Card>, StoreError> {
        self.local(cafe, "card")
    }

    /// Keeps what the list of cafés shows, unless it is there already.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_card(&self, cafe: Id, card: &Card) -> Result<(), StoreError> {
        if self.card(cafe)?.as_ref() == Some(card) { Ok(()) } else { self.keep_local(cafe, "card", card) }
    }

    /// What was handed over; nothing when that cannot be read, which errs on the safe side.
    ///
    /// # Errors
    /// As the store.
    pub fn handed_over(&self, cafe: Id) -> Result<HandedOver, StoreError> {
        Ok(self.local(cafe, "handed-over")?.unwrap_or_default())
    }

    /// Keeps what was handed over.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_handed_over(&self, cafe: Id, handed_over: &HandedOver) -> Result<(), StoreError> {
        self.keep_local(cafe, "handed-over", handed_over)
    }

    /// Keeps unknown fields of a bundle, joined with those of earlier ones.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_extra(&self, cafe: Id, extra: &Extra) -> Result<(), StoreError> {
        if extra.is_empty() {
            return Ok(());
        }
        let mut joined = match self.read_extra(cafe)? {
            Ok(joined) => joined,
            Err(unreadable) => {
                self.put_aside(&unreadable.key, &unreadable.text)?;
                Extra::NONE
            }
        };
        if !joined.join(extra) {
            return Ok(());
        }
        // They are the fields of a bundle, so they are kept as one, without records.
        let mut carrier = Cafe::new(cafe);
        carrier.extra = joined;
        let text = bundle::encode(&carrier, Scope::Whole);
        // Joined from many forged bundles, they may outgrow what can be read again.
        bundle::decode_extra(&text).map_err(|error| StoreError::Failed(error.to_string()))?;
        self.store().keep(&keys::of_cafe(cafe, "extra"), &text)
    }

    pub(super) fn read_extra(&self, cafe: Id) -> Result<Result<Extra, Damaged>, StoreError> {
        let key = keys::of_cafe(cafe, "extra");
        let Some(text) = self.store().get(&key)? else { return Ok(Ok(Extra::NONE)) };
        Ok(match bundle::decode_extra(&text) {
            Ok(extra) => Ok(extra),
            Err(why) => Err(Damaged { key, text, why }),
        })
    }

    fn local<T: Local>(&self, cafe: Id, what: &str) -> Result<Option<T>, StoreError> {
        Ok(self.store().get(&keys::of_cafe(cafe, what))?.and_then(|text| T::read(&text)))
    }

    fn keep_local(&self, cafe: Id, what: &str, value: &impl Local) -> Result<(), StoreError> {
        self.store().keep(&keys::of_cafe(cafe, what), &value.write())
    }
}
