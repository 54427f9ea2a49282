//! Whether the app starts without a network on this device, what the store has room for, and newer versions.

use super::{AppState, Session, use_app};
use crate::core::storage::{Store, StoreError};
use crate::i18n::ready::Withheld;
use crate::platform;
use crate::platform::offline::{self, Shared, Worker};
use crate::storage::recent;
use crate::transfer::FileIn;
use leptos::task::spawn_local;
use std::cell::RefCell;

/// What is known of starting without a network. Only [`Readiness::Ready`] was proved: every file of the app was found
/// on this device and compared with its digest, and the page that asked is of the same version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// The files are being looked at.
    Looking,
    /// It was proved.
    Ready,
    /// These files are not on the device.
    Lacking(Vec<String>),
    /// The browser does not allow it.
    Withheld(Withheld),
    /// It could not be done this time.
    Failed,
}

/// What browsers let one site store, in units of keys and values together ([`recent::units`]): measured, all three
/// refuse after 5.24 million, so this is on the safe side.
const CAPACITY: usize = 5_000_000;
/// What a note of usual length takes: its words, its key, its stamps and ids.
const NOTE: usize = 600;
/// From here on the person is warned: a fifth is left.
const WARN_PERCENT: usize = 80;

/// How full the store is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Percent of what browsers allow.
    pub percent: usize,
    /// Notes of usual length that still fit.
    pub notes: usize,
}

impl Room {
    fn of(used: usize) -> Self {
        let notes = CAPACITY.saturating_sub(used) / NOTE / recent::wide();
        // "About 8,300": nobody counts on the last digits.
        let step = if notes >= 1_000 { 100 } else { 10 };
        Self { percent: (used * 100 / CAPACITY).min(100), notes: notes / step * step }
    }

    /// Whether it is time to act.
    pub fn is_little(self) -> bool {
        self.percent >= WARN_PERCENT
    }
}

/// What lies in the store. `known` are lengths that need not be asked for, by key, the latest of a key last.
fn used(store: &impl Store, known: &[(String, usize)]) -> Result<usize, StoreError> {
    let mut used = 0;
    for key in store.keys()? {
        let before = known.partition_point(|it| it.0 <= key);
        let last = before.checked_sub(1).map(|at| &known[at]).filter(|it| it.0 == key);
        used += recent::units(&key);
        used += match last {
            Some(&(_, length)) => length,
            None => store.get(&key)?.map_or(0, |text| recent::units(&text)),
        };
    }
    Ok(used)
}

thread_local! {
    /// The shared files that the worker has handed to this page: where it keeps each, its name, its length.
    static RECEIVED: RefCell<Vec<(String, String, usize)>> = const { RefCell::new(Vec::new()) };
}

impl AppState {
    /// Has the app's files kept on this device, and finds out whether they are.
    pub(super) fn keep_offline(self) {
        spawn_local(async move {
            // The first screen draws before the whole store is read.
            platform::breathe().await;
            if self.room.with_untracked(Option::is_none) {
                self.measure_room();
            }
            // Who writes for long hears in time that the store gets full.
            recent::on_many_writes(|| {
                spawn_local(async {
                    platform::breathe().await;
                    use_app().measure_room();
                })
            });
            let withheld = match () {
                // What cannot store notes cannot keep files either, and says so itself.
                () if self.storage.with_untracked(Result::is_err) => Some(Withheld::Unsupported),
                () if offline::is_file() => Some(Withheld::File),
                () if !offline::is_secure() => Some(Withheld::Insecure),
                () if !offline::is_supported() => Some(Withheld::Unsupported),
                () => None,
            };
            if let Some(withheld) = withheld {
                self.readiness.set(Readiness::Withheld(withheld));
                return;
            }
            let known = offline::registered().await;
            let Some(worker) = (if known.is_none() { offline::register().await } else { known }) else {
                self.readiness.set(Readiness::Failed);
                return;
            };
            let waiting = worker.clone();
            worker.on_update(move || self.update.set(waiting.has_update()));
            self.update.set(worker.has_update());
            self.worker.replace(Some(worker.clone()));
            worker.say_running().await;
            // A newer version the browser looks for by itself, at every start; the app makes no request.
            self.prove(&worker).await;
        });
    }

    async fn prove(self, worker: &Worker) {
        self.readiness.set(self.proof(worker).await);
    }

    async fn proof(self, worker: &Worker) -> Readiness {
        let was_offered = worker.has_update();
        let check = worker.check().await;
        // That the worker is of a newer version, it says only now.
        if !was_offered && worker.has_update() {
            self.update.set(true);
        }
        match check {
            Some(check) if check.missing.is_empty() => Readiness::Ready,
            Some(check) => Readiness::Lacking(check.missing),
            None => Readiness::Failed,
        }
    }

    /// Looks again; where there is a network, also for files that the browser lost, and for a newer version.
    pub fn check_offline(self) {
        self.measure_room();
        // What the address withholds it goes on withholding; a store that was blocked or full may be free by now.
        // And who presses again while it looks, or downloads, hears of that.
        if matches!(
            self.readiness.get_untracked(),
            Readiness::Looking | Readiness::Withheld(Withheld::File | Withheld::Insecure)
        ) {
            return;
        }
        self.readiness.set(Readiness::Looking);
        let worker = self.worker.borrow().clone();
        match worker {
            None => self.keep_offline(),
            Some(worker) => spawn_local(async move {
                // What is proved needs no network; looking for a newer version may take long where there is half a one.
                let mut proof = self.proof(&worker).await;
                if matches!(proof, Readiness::Lacking(_)) {
                    // It is not said to be missing while it arrives, only if it did not.
                    worker.mend().await;
                    proof = self.proof(&worker).await;
                }
                self.readiness.set(proof);
                worker.look().await;
            }),
        }
    }

    /// Uses the newer version; the page is loaded anew. Not while something is not stored, nor while a round runs, also
    /// of a café that was not opened in this page.
    pub fn apply_update(self) {
        let worker = self.worker.borrow().clone();
        let Some(worker) = worker.filter(|_| self.may_update()) else { return };
        match self.runs_unopened() {
            None => worker.apply_update(),
            Some(title) => {
                let t = self.lang().now();
                let title = if title.is_empty() { t.common().untitled } else { &title };
                self.say((t.ready().round_runs)(title));
            }
        }
    }

    /// The title of a café with a round that runs, though nobody opened it in this page.
    fn runs_unopened(self) -> Option<String> {
        let open: Vec<_> = self.sessions().into_iter().map(Session::id).collect();
        let runs = |id| self.repository().load(id).is_ok_and(|loaded| loaded.cafe.is_round_on(platform::now()));
        let mut others = self.cafes().into_iter().filter(|(id, _)| !open.contains(id));
        others.find(|(id, _)| runs(*id)).map(|(_, card)| card.title)
    }

    /// Whether nothing would be lost if the page was loaded anew, and nobody disturbed: no round runs. Follows.
    pub fn may_update(self) -> bool {
        let runs = |session: Session| session.setup(|cafe| cafe.is_round_on(platform::now()));
        // A round ends by the time alone.
        self.ticks.get();
        self.session.get();
        if self.sessions().into_iter().filter(|it| runs(*it)).count() > 0
            || super::is_importing()
            || platform::page::has_unkept()
        {
            return false;
        }
        // Each is asked, so that each is followed.
        let unsaved = |session: &Session| session.unsaved().with(|unsaved| !unsaved.is_empty());
        let unsaved = self.sessions().iter().filter(|it| unsaved(it) || it.would_lose()).count();
        self.storage.with(Result::is_ok) && unsaved == 0
    }

    /// Measures how full the store is. Reads all of it, so not after every note; at the start, only what was not read
    /// yet.
    pub fn measure_room(self) {
        let known = recent::lengths();
        self.room.set(used(self.repository().store(), &known).ok().map(Room::of));
        recent::measured();
    }

    /// Files that another app shared with this one. They stay with the worker until they are settled.
    pub async fn received(self) -> Vec<FileIn> {
        let Some(worker) = offline::registered().await else { return Vec::new() };
        let files = worker.received().await;
        let place = |file: &Shared| (file.at.clone(), file.name.clone(), file.bytes.len());
        RECEIVED.set(files.iter().map(place).collect());
        files.into_iter().map(|Shared { name, bytes, .. }| FileIn { name, bytes }).collect()
    }

    /// Files were imported, or somebody decided against them: those of them that were shared need not be kept any more.
    pub fn settle_received<'a>(self, files: impl Iterator<Item = &'a FileIn> + Clone) {
        let is_settled = |(_, name, length): &(String, String, usize)| {
            files.clone().any(|file| file.name == *name && file.bytes.len() == *length)
        };
        let settled = RECEIVED.with_borrow_mut(|all| all.extract_if(.., |it| is_settled(it)).collect::<Vec<_>>());
        if settled.is_empty() {
            return;
        }
        let settled: Vec<String> = settled.into_iter().map(|(at, ..)| at).collect();
        spawn_local(async move {
            if let Some(worker) = offline::registered().await {
                worker.say_taken(&settled).await;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{CAPACITY, NOTE, Room, used};
    use crate::core::domain::Record;
    use crate::core::example::{Language, cafe};
    use crate::core::storage::{MemoryStore, Repository};

    #[test]
    fn from_eighty_percent_on_there_is_a_warning_and_not_before() {
        let at = |percent: usize| Room::of(CAPACITY / 100 * percent);
        assert!(!at(79).is_little(), "{:?}", at(79));
        assert!(!Room::of(CAPACITY / 100 * 80 - 1).is_little());
        assert!(at(80).is_little(), "{:?}", at(80));
        assert_eq!(at(80).notes, 1_600, "early enough: a café of forty people writes a few hundred");
        assert_eq!((at(100).notes, at(130).percent), (0, 100), "more than is sure to fit may fit");
    }

    /// What is said to fit is told in notes of this length.
    #[test]
    fn a_note_takes_about_what_the_notes_of_the_example_take() {
        for language in [Language::English, Language::French] {
            let cafe = cafe(language);
            let repository = Repository::new(MemoryStore::new());
            let notes = cafe.records().filter(|it| matches!(it, Record::Contribution(_)));
            let sizes = notes.map(|note| {
                let before = used(repository.store(), &[]).expect("a store");
                repository.save(cafe.id(), note).expect("a note to be stored");
                used(repository.store(), &[]).expect("a store") - before
            });
            let sizes: Vec<usize> = sizes.collect();
            let mean = sizes.iter().sum::<usize>() / sizes.len();
            assert!(NOTE * 10 >= mean * 7 && NOTE * 10 <= mean * 13, "{NOTE} for notes of {mean} in {language:?}");
        }
    }
}
