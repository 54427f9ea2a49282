//! Values that could not be read, moved out of the way of a write, and everything of that kind as one file to download.

use super::repository::{Damaged, Repository};
use super::{Store, StoreError, keys};
use crate::bundle;
use crate::domain::sorted;

impl<S: Store> Repository<S> {
    /// Moves an unreadable value out of the way of a write; one that was moved before stays as well.
    pub(super) fn put_aside(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut place = keys::aside(key);
        while let Some(earlier) = self.store().get(&place)? {
            if earlier == text {
                return Ok(());
            }
            place.push('+');
        }
        self.store().keep(&place, text)
    }

    /// What cannot be read, with values put aside earlier, as one text to download. What is missing has no text.
    ///
    /// # Errors
    /// As the store.
    pub fn rescue(&self, damaged: &[Damaged]) -> Result<String, StoreError> {
        let mut texts: sorted::Map<String, String> =
            damaged.iter().filter(|it| !it.text.is_empty()).map(|it| (it.key.clone(), it.text.clone())).collect();
        for key in self.store().keys()?.into_iter().filter(|key| keys::is_aside(key)) {
            if let Some(text) = self.store().get(&key)?.filter(|text| !text.is_empty()) {
                texts.insert(key, text);
            }
        }
        let mut rescued = String::from("{");
        for (place, (key, text)) in texts.iter().enumerate() {
            rescued.push_str(if place == 0 { "\n  " } else { ",\n  " });
            bundle::encode_string(&mut rescued, key);
            rescued.push_str(": ");
            bundle::encode_string(&mut rescued, text);
        }
        rescued.push_str("\n}");
        Ok(rescued)
    }

    /// The keys of what was put aside, of all cafés.
    ///
    /// # Errors
    /// As the store.
    pub fn asides(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.store().keys()?.into_iter().filter(|key| keys::is_aside(key)).collect())
    }

    /// Takes away for good what was put aside under these keys.
    ///
    /// # Errors
    /// As the store.
    pub fn drop_asides(&self, which: &[String]) -> Result<(), StoreError> {
        which.iter().filter(|key| keys::is_aside(key)).try_for_each(|key| self.store().remove(key))
    }
}
