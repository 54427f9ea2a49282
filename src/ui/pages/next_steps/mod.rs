//! Next steps: what, who, by when. Filled during the plenary, on the facilitator's screen or large on the wall.

mod boxes;
mod form;
mod row;
mod taken;

use self::form::{Adding, WHAT};
use self::row::StepRow;
use self::taken::TakenSteps;
use crate::core::domain::Id;
use crate::core::harvest::{Harvest, NextStep};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Acts, Session, stay_awake, use_lang, use_session};
use crate::ui::components::{
    Bar, FullScreenButton, Icon, Page, StateNotices, StepsNav, StoredNotices, Truth, UndoRedo, cafe_title,
    focus_next_frame, full_screen,
};
use leptos::ev;

/// What the parts of the screen share. Copy.
#[derive(Clone, Copy)]
struct Steps {
    session: Session,
    harvest: Memo<Harvest>,
    ids: Memo<Vec<Id>>,
    /// Those that are being edited. They stay on the screen when somebody else removes them.
    open: RwSignal<Vec<Id>>,
    /// Escape closed a step that was being edited, and must not leave the large view as well.
    closed: StoredValue<bool>,
}

impl Steps {
    fn get(self, id: Id) -> Memo<Option<NextStep>> {
        Memo::new(move || {
            let there = self.harvest.with(|harvest| harvest.steps.iter().find(|step| step.id == id).cloned());
            there.or_else(|| self.session.cafe(|cafe| cafe.record(id).and_then(NextStep::read)))
        })
    }

    /// The place of a step in the list, from 1; 0 when it is gone.
    fn number(self, id: Id) -> Memo<usize> {
        Memo::new(move || self.ids.with(|ids| ids.iter().position(|it| *it == id)).map_or(0, |place| place + 1))
    }
}

/// The screen.
#[component]
pub fn NextSteps() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let harvest = session.harvest();
    let open = RwSignal::new(boxes::left_open(session));
    let ids = Memo::new(move || {
        let mut ids: Vec<Id> = harvest.with(|harvest| harvest.steps.iter().map(|step| step.id).collect());
        let gone = open.with(|open| open.iter().copied().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
        ids.extend(gone);
        ids
    });
    let steps = Steps { session, harvest, ids, open, closed: StoredValue::new(false) };
    let large = RwSignal::new(false);
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            let closed = steps.closed.update_value(std::mem::take);
            if large.get_untracked() && !closed {
                large.set(false);
            }
        }
    });
    on_cleanup(move || keys.remove());
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", lang.t().next_steps().title, cafe.get()));
    Effect::new(move || platform::page::set_title(&format!("{} · Nappe", title.get())));
    move || {
        if large.get() {
            return view! { <Large steps large cafe /> }.into_any();
        }
        let bar = view! { <Bar title=cafe up=Route::Step(session.id(), Step::Harvest) /> }.into_any();
        let rail = Some(view! { <StepsNav session current=Step::Harvest /> }.into_any());
        let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
        view! {
            <Page title bar steps=rail foot>
                <div class="page-title">
                    <h1>{lang.text(|t| t.next_steps().title)}</h1>
                    <p>{lang.text(|t| t.next_steps().help)}</p>
                </div>
                <div class="cluster">
                    <button class="button button--ghost" on:click=move |_| show_large(large, true)>
                        {lang.text(|t| t.next_steps().large)}
                    </button>
                    <UndoRedo session acts=Signal::derive(|| Acts::Steps) />
                </div>
                <List steps />
                <Adding steps />
                <TakenSteps session harvest />
            </Page>
        }
        .into_any()
    }
}

/// The button that was pressed goes with its view.
fn show_large(large: RwSignal<bool>, is_wanted: bool) {
    large.set(is_wanted);
    focus_next_frame("main");
}

/// The same for the room: nothing but the list, the box, and the way back.
#[component]
fn Large(steps: Steps, large: RwSignal<bool>, cafe: Signal<String>) -> impl IntoView {
    let lang = use_lang();
    let session = steps.session;
    let full = full_screen();
    stay_awake(|| true);
    view! {
        <main class="projector steps-large" id="main" tabindex="-1">
            <div class="cloth" aria-hidden="true"></div>
            <div class="steps-large-body">
                <div class="page-title">
                    <p class="projector-over" dir="auto">{cafe}</p>
                    <h1>{lang.text(|t| t.next_steps().title)}</h1>
                </div>
                <StateNotices session />
                <StoredNotices session />
                <List steps />
                <Adding steps />
            </div>
            <footer class="projector-bar">
                <button class="button button--quiet" on:click=move |_| show_large(large, false)>
                    {lang.text(|t| t.next_steps().usual)}
                </button>
                <FullScreenButton full />
                <Truth session />
                <UndoRedo session acts=Signal::derive(|| Acts::Steps) />
            </footer>
        </main>
    }
}

/// The steps in order, or what the list is for.
#[component]
fn List(steps: Steps) -> impl IntoView {
    let lang = use_lang();
    let is_empty = Memo::new(move || steps.ids.with(Vec::is_empty));
    let none = move || {
        is_empty.get().then(|| {
            let t = lang.t().next_steps();
            view! { <div class="empty"><Icon name="check" /><b>{t.empty}</b><p>{t.empty_help}</p></div> }
        })
    };
    view! {
        {none}
        <ol class="next-steps" id="next-steps" tabindex="-1" hidden=move || is_empty.get()>
            {each(move || steps.ids.get(), |id: &Id| id.bits(), move |id| view! { <li><StepRow steps id /></li> })}
        </ol>
    }
}

/// Puts the focus into the box for another step.
fn focus_box() {
    focus_next_frame(WHAT);
}
