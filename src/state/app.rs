//! The state of the whole app: language, screen, the cafés on this device and the open one.

use super::Session;
use crate::core::domain::{DeviceId, Id};
use crate::core::storage::{Card, StoreError};
use crate::i18n::{Locale, Messages};
use crate::platform;
use crate::route::Route;
use crate::storage::{BrowserStore, Repository};
use crate::transfer::FileIn;
use leptos::prelude::*;

/// The language of the screen. Copy, so that closures take it along.
#[derive(Clone, Copy)]
pub struct Lang(RwSignal<Locale>);

impl Lang {
    /// The texts; tracks the language, so call it inside a closure of the view.
    pub fn t(self) -> &'static Messages {
        self.0.get().messages()
    }

    /// One text, following the language. All these closures are of one type, whatever text they show: a closure written
    /// in the view would bring about two kilobytes of code each.
    pub fn text(self, which: fn(&'static Messages) -> &'static str) -> impl Fn() -> &'static str + Copy + Send + Sync {
        move || which(self.t())
    }

    /// The texts for a message of the moment; does not track.
    pub fn now(self) -> &'static Messages {
        self.0.get_untracked().messages()
    }

    /// The language; tracks.
    pub fn locale(self) -> Locale {
        self.0.get()
    }
}

/// A short message that goes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast(pub String);

/// The state of the app. Copy; given to all views by context.
#[derive(Clone, Copy)]
pub struct AppState {
    locale: RwSignal<Locale>,
    /// The screen.
    pub route: RwSignal<Route>,
    /// The open café.
    pub session: RwSignal<Option<Session>, LocalStorage>,
    /// Whether the store takes anything at all.
    pub storage: RwSignal<Result<(), StoreError>>,
    /// The message of the moment.
    pub toast: RwSignal<Option<Toast>>,
    /// Files that were chosen on the first screen and wait for their café to open.
    pub waiting_files: StoredValue<Vec<FileIn>, LocalStorage>,
    /// The message that the next screen begins with.
    for_there: StoredValue<Option<Toast>>,
    root: StoredValue<Root, LocalStorage>,
}

struct Root {
    repository: Repository,
    device: DeviceId,
    owner: Owner,
}

/// The state of the app.
pub fn use_app() -> AppState {
    expect_context::<AppState>()
}

/// The language of the screen.
pub fn use_lang() -> Lang {
    use_app().lang()
}

const LANGUAGE: &str = "language";
const PSEUDONYM: &str = "pseudonym";

impl AppState {
    /// Starts: asks the store, the browser's languages and the address.
    pub fn start() -> Self {
        let repository = Repository::new(BrowserStore::open());
        let fresh = platform::random() as u64;
        let (device, storage) = match repository.device(fresh) {
            Ok(device) => (device, Ok(())),
            Err(error) => (DeviceId::from_bits(fresh), Err(error)),
        };
        let chosen = repository.setting(LANGUAGE).ok().flatten();
        let wanted = chosen.into_iter().chain(platform::languages()).collect::<Vec<_>>();
        let locale = Locale::negotiate(wanted.iter().map(String::as_str));
        let app = Self {
            locale: RwSignal::new(locale),
            route: RwSignal::new(Route::parse(&platform::address::hash())),
            session: RwSignal::new_local(None),
            storage: RwSignal::new(storage),
            toast: RwSignal::new(None),
            waiting_files: StoredValue::new_local(Vec::new()),
            for_there: StoredValue::new(None),
            root: StoredValue::new_local(Root { repository, device, owner: Owner::current().unwrap_or_default() }),
        };
        app.open_for(&app.route.get_untracked());
        app.listen();
        app
    }

    fn listen(self) {
        platform::events::on_hash_change(move || self.enter(Route::parse(&platform::address::hash())));
        platform::events::on_storage(move |key| {
            if let Some(session) = self.session.get_untracked() {
                session.another_tab_wrote(key.as_deref());
            }
        });
        platform::events::on_return(move || {
            if let Some(session) = self.session.get_untracked() {
                session.reload();
            }
        });
        platform::events::guard_leaving(move || {
            self.session.get_untracked().is_some_and(|session| session.has_unsaved())
        });
        platform::events::follow_keyboard();
        Effect::new(move || platform::page::set_language(self.locale.get().tag()));
    }

    /// The language.
    pub fn lang(self) -> Lang {
        Lang(self.locale)
    }

    /// Switches the language at once, and remembers it.
    pub fn choose_locale(self, locale: Locale) {
        self.locale.set(locale);
        // Not remembered on a full store: the choice holds until the page is left, and no words are at stake.
        drop(self.repository().keep_setting(LANGUAGE, locale.tag()));
    }

    /// The stored cafés.
    pub fn repository(self) -> Repository {
        self.root.with_value(|root| root.repository.clone())
    }

    /// This device.
    pub fn device(self) -> DeviceId {
        self.root.with_value(|root| root.device)
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
        let cafes = repository.cafes().unwrap_or_default();
        cafes.into_iter().map(|id| (id, repository.card(id).ok().flatten().unwrap_or_default())).collect()
    }

    /// Opens a café, or gives back the one that is open.
    pub fn open(self, cafe: Id) -> Session {
        if let Some(session) = self.session.get_untracked().filter(|session| session.id() == cafe) {
            return session;
        }
        // The session outlives the view that asked for it.
        let owner = self.root.with_value(|root| root.owner.clone());
        let session = owner.with(|| Session::open(self, cafe));
        self.session.set(Some(session));
        session
    }

    fn open_for(self, route: &Route) {
        if let Some(cafe) = route.cafe() {
            self.open(cafe);
        }
    }

    fn enter(self, route: Route) {
        self.open_for(&route);
        if self.route.get_untracked() != route {
            // What was said about the screen before is over.
            self.toast.set(self.for_there.try_update_value(Option::take).flatten());
            self.route.set(route);
            platform::page::scroll_to_top();
        }
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

    /// Shows a short message on the next screen, once it is there: a move to another screen takes away what was said.
    pub fn say_there(self, text: impl Into<String>) {
        self.for_there.set_value(Some(Toast(text.into())));
    }
}
