//! The state of the whole app: language, screen, the cafés on this device and the open one.

use super::offline::{Readiness, Room};
use super::{Session, lang};
use crate::core::bundle;
use crate::core::domain::{DeviceId, Id, Record, Refusal};
use crate::core::storage::{Card, StoreError, keys};
use crate::i18n::Locale;
use crate::platform::offline::Worker;
use crate::platform::{self, Repeated};
use crate::reactive::*;
use crate::route::{Route, Step};
use crate::storage::{BrowserStore, Repository, recent};
use crate::transfer::{self, FileIn};
use leptos::prelude::request_animation_frame;
use leptos::task::spawn_local;
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;

/// A short message that goes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast(pub String);

/// The state of the app. Copy; given to all views by context. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct AppState(&'static App);

/// What the state is made of.
#[expect(missing_debug_implementations, reason = "it would show what people wrote")]
pub struct App {
    pub(super) locale: RwSignal<Locale>,
    /// The screen.
    pub route: RwSignal<Route>,
    /// The open café.
    pub session: RwSignal<Option<Session>>,
    /// Whether the store takes anything at all.
    pub storage: RwSignal<Result<(), StoreError>>,
    /// Whether the app starts without a network.
    pub readiness: RwSignal<Readiness>,
    /// Whether the browser would install the app if it was asked.
    pub installable: RwSignal<bool>,
    /// Whether a newer version is on this device and waits to be used.
    pub update: RwSignal<bool>,
    /// Told every now and then, once all parts are there: a page that is left open looks at the time again.
    pub ticks: RwSignal<bool>,
    /// Whether what the store lost was put back, as far as the journal has it.
    pub journal_asked: RwSignal<bool>,
    /// How full the store is; none before it was measured.
    pub room: RwSignal<Option<Room>>,
    pub(super) worker: RefCell<Option<Worker>>,
    /// The message of the moment.
    pub toast: RwSignal<Option<Toast>>,
    /// Files that were chosen on the first screen and wait for their café to open.
    pub waiting_files: StoredValue<Vec<FileIn>>,
    /// The message that the next screen begins with.
    for_there: RefCell<Option<Toast>>,
    /// Whether the next page is another screen than the one before.
    begins: Cell<bool>,
    /// The cafés that were opened. They stay: where nothing can be stored, they are all that there is.
    sessions: RefCell<Vec<Session>>,
    /// Records that a start put back and found no room for, by café.
    held: RefCell<Vec<(Id, Record)>>,
    repository: Repository,
    device: DeviceId,
    owner: Owner,
}

impl Deref for AppState {
    type Target = App;

    fn deref(&self) -> &App {
        self.0
    }
}

thread_local! {
    static APP: OnceCell<AppState> = const { OnceCell::new() };
}

/// The state of the app.
///
/// # Panics
/// Before [`AppState::start`].
pub fn use_app() -> AppState {
    APP.with(|app| *app.get().expect("an app that was started"))
}

/// How often a page looks at the time, in milliseconds, that shows no seconds.
const EVERY: i32 = 3_000;
const PSEUDONYM: &str = "pseudonym";

impl AppState {
    /// Starts: asks the store, the browser's languages and the address.
    pub fn start() -> Self {
        if platform::is_webkit() {
            recent::count_wide_twice();
        }
        let repository = Repository::new(BrowserStore::open());
        let fresh = platform::random() as u64;
        let (device, storage) = match repository.device(fresh) {
            Ok(device) => (device, Ok(())),
            Err(error) => (DeviceId::from_bits(fresh), Err(error)),
        };
        let app = Self(Box::leak(Box::new(App {
            locale: RwSignal::new(lang::wanted(&repository)),
            route: RwSignal::new(Route::parse(&platform::address::hash())),
            session: RwSignal::new(None),
            storage: RwSignal::new(storage),
            readiness: RwSignal::new(Readiness::Looking),
            installable: RwSignal::new(false),
            update: RwSignal::new(false),
            ticks: RwSignal::new(false),
            journal_asked: RwSignal::new(false),
            room: RwSignal::new(None),
            worker: RefCell::default(),
            toast: RwSignal::new(None),
            waiting_files: StoredValue::new(Vec::new()),
            for_there: RefCell::default(),
            begins: Cell::default(),
            sessions: RefCell::default(),
            held: RefCell::default(),
            repository,
            device,
            owner: Owner::current().unwrap_or_default(),
        })));
        APP.with(|cell| cell.set(app)).ok();
        app.open_for(&app.route.get_untracked());
        app.listen();
        app
    }

    fn listen(self) {
        platform::events::on_hash_change(move || self.enter(Route::parse(&platform::address::hash())));
        platform::events::on_storage(move |key| {
            for session in self.sessions() {
                session.another_tab_wrote(key.as_deref());
            }
            self.leave_if_removed(key.as_deref());
        });
        platform::events::on_return(move || {
            if let Some(session) = self.session.get_untracked() {
                session.reload();
            }
        });
        platform::events::guard_leaving(move || self.sessions().into_iter().any(Session::would_lose));
        platform::events::follow_keyboard();
        Effect::new(move || platform::page::set_language(self.locale.get().tag()));
    }

    /// What a start does once the first screen is there: has the app kept on this device, and takes the files that it
    /// was opened with.
    pub fn settle(self) {
        Session::note_changes();
        self.keep_journal();
        self.keep_offline();
        // A store that is full by now keeps what it has.
        drop(self.repository().keep_reserve());
        // For the life of the page.
        std::mem::forget(Repeated::every(EVERY, move || self.ticks.set(true)));
        super::device_clock::follow_hiding();
        platform::page::set_home_screen_icon();
        platform::install::keep_offer(move || self.installable.set(true));
        platform::events::on_launch(move |files| {
            spawn_local(async move {
                let mut read = Vec::new();
                for file in files {
                    read.push(transfer::read(file).await);
                }
                if let Err(why) = self.lay_out_anywhere(read, Self::go) {
                    self.say(why);
                }
            });
        });
    }

    /// The stored cafés.
    pub fn repository(self) -> &'static Repository {
        &self.0.repository
    }

    /// This device.
    pub fn device(self) -> DeviceId {
        self.0.device
    }

    /// The pseudonym that this device signs with; empty for none.
    pub fn pseudonym(self) -> String {
        self.repository().setting(PSEUDONYM).ok().flatten().unwrap_or_default()
    }

    /// Remembers the pseudonym.
    pub fn choose_pseudonym(self, name: &str) -> Result<(), StoreError> {
        self.repository().keep_setting(PSEUDONYM, name)
    }

    /// The cafés on this device with what the list shows of them, the newest first.
    pub fn cafes(self) -> Vec<(Id, Card)> {
        let repository = self.repository();
        let cafes = repository.cafes(platform::now()).unwrap_or_default();
        cafes.into_iter().map(|id| (id, repository.card(id).ok().flatten().unwrap_or_default())).collect()
    }

    /// The cafés that were taken off this device and can still be put back. What was taken off a day ago goes now.
    pub fn removed_cafes(self) -> Vec<(Id, Card)> {
        let repository = self.repository();
        let cafes = repository.clear_removed(platform::now()).unwrap_or_default();
        cafes.into_iter().map(|id| (id, repository.card(id).ok().flatten().unwrap_or_default())).collect()
    }

    /// Takes a café off this device; for a day it can be put back.
    ///
    /// # Errors
    /// As the store; then it is still there.
    pub fn remove_cafe(self, cafe: Id) -> Result<(), StoreError> {
        self.repository().remove_cafe(cafe, platform::now())
    }

    /// Takes a café that was taken off away for good; says whether it went, or is back since somebody wrote into it.
    ///
    /// # Errors
    /// As the store.
    pub fn remove_for_good(self, cafe: Id) -> Result<bool, StoreError> {
        let is_gone = self.repository().remove_for_good(cafe, platform::now())?;
        if is_gone {
            // Whoever goes back to it by the browser's button would put back what this page still knows; so would what
            // waits for room.
            self.held.borrow_mut().retain(|(of, record)| {
                if *of == cafe {
                    // The journal has it no longer, either.
                    recent::wrote(&keys::record(cafe, record.id()));
                }
                *of != cafe
            });
            self.sessions.borrow_mut().retain(|session| session.id() != cafe);
            if self.session.with_untracked(|open| open.is_some_and(|session| session.id() == cafe)) {
                self.session.set(None);
            }
        }
        Ok(is_gone)
    }

    /// Opens a café, or gives back the one that is open.
    pub fn open(self, cafe: Id) -> Session {
        let current = self.session.get_untracked();
        if let Some(session) = current.filter(|session| session.id() == cafe) {
            return session;
        }
        let earlier = self.sessions.borrow().iter().copied().find(|session| session.id() == cafe);
        let session = match earlier {
            Some(session) => {
                session.reload();
                session
            }
            // The session outlives the view that asked for it.
            None => {
                let session = self.owner.with(|| Session::open(self, cafe));
                self.sessions.borrow_mut().push(session);
                self.show_held(session);
                session
            }
        };
        self.session.set(Some(session));
        session
    }

    /// The store was read or written: where it refused before, it does so no more, if it knows this device, too.
    pub(super) fn storage_answers(self) {
        if self.storage.with_untracked(Result::is_err) && self.repository.device(self.device.bits()) == Ok(self.device)
        {
            self.storage.set(Ok(()));
        }
    }

    /// Shows a record that found no room in the store, as one that is not saved, as soon as its café is open.
    pub(super) fn hold(self, record: Option<(Id, Record)>) {
        self.held.borrow_mut().extend(record);
        self.sessions().into_iter().for_each(|session| self.show_held(session));
    }

    fn show_held(self, session: Session) {
        let of_it = |(cafe, _): &(Id, Record)| *cafe == session.id();
        let (of_it, others) = self.held.take().into_iter().partition(of_it);
        self.held.replace(others);
        session.join(Vec::into_iter(of_it).map(|(_, record)| record).collect());
    }

    /// The cafés that were opened since the page was.
    pub(super) fn sessions(self) -> Vec<Session> {
        self.sessions.borrow().clone()
    }

    /// The café that the screen is about; does not track, since a page is made anew for another one.
    pub fn session_on_screen(self) -> Option<Session> {
        self.route.with_untracked(Route::cafe).map(|cafe| self.open(cafe))
    }

    fn open_for(self, route: &Route) {
        if let Some(cafe) = route.cafe() {
            // Whoever goes to a café that was taken off this device wants it back. A store that refuses leaves it among
            // those that can be put back by hand.
            drop(self.repository().put_back(cafe));
            self.open(cafe);
        }
    }

    /// Another tab took a café off this device: a tab that shows it leaves it, so that nobody writes into what will go.
    fn leave_if_removed(self, key: Option<&str>) {
        let removed = key.and_then(keys::removed_cafe).filter(|&cafe| {
            self.route.with_untracked(Route::cafe) == Some(cafe) && self.repository().is_removed(cafe).unwrap_or(false)
        });
        if removed.is_some() {
            self.say_there(self.lang().now().removal().removed);
            self.replace(&Route::Home);
        }
    }

    /// Where a person has just come to another screen, its content takes the focus, which went with the one before.
    pub fn begin_screen(self) {
        if self.begins.take() {
            request_animation_frame(platform::page::begin_screen);
        }
    }

    fn enter(self, route: Route) {
        self.open_for(&route);
        if self.route.get_untracked() != route {
            // What was said about the screen before is over.
            self.toast.set(self.for_there.take());
            self.begins.set(true);
            self.route.set(route);
            platform::page::scroll_to_top();
        }
    }

    /// Opens the preview of files that came from outside a café: the first one that can be read names the café, and
    /// `go` leads there.
    ///
    /// # Errors
    /// Why none of them can be read, for a person.
    pub fn lay_out_anywhere(self, files: Vec<FileIn>, go: fn(Self, &Route)) -> Result<(), String> {
        let read: Vec<_> = files.iter().map(|file| bundle::decode(&file.bytes)).collect();
        if let Some(decoded) = read.iter().flatten().next() {
            let cafe = decoded.cafe;
            self.waiting_files.set_value(files);
            go(self, &Route::Step(cafe, Step::Collect));
            return Ok(());
        }
        let t = self.lang().now();
        let reason = read.into_iter().find_map(Result::err);
        Err(reason.map_or(t.home().no_cafe_in_files.to_owned(), |error| (t.file_errors().refused)(&error)))
    }

    /// Goes to another screen.
    pub fn go(self, route: &Route) {
        platform::address::go(&route.href());
    }

    /// Goes to another screen in place of this one, so that "back" does not lead here again.
    pub fn replace(self, route: &Route) {
        platform::address::replace(&route.href());
    }

    /// Shows a short message.
    pub fn say(self, text: impl Into<String>) {
        self.toast.set(Some(Toast(text.into())));
    }

    /// Says in a short message why something was refused.
    pub fn say_refusal(self, why: Refusal) {
        self.say(self.lang().refusal(why));
    }

    /// Says in a short message what is wrong with the store.
    pub fn say_store_error(self, why: &StoreError) {
        self.say((self.lang().now().errors().store)(why));
    }

    /// Shows a short message on the next screen, once it is there: a move to another screen takes away what was said.
    pub fn say_there(self, text: impl Into<String>) {
        self.for_there.replace(Some(Toast(text.into())));
    }
}
