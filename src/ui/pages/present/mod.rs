//! The slides for the room: the whole window, turned by keys, by a remote control and by touch.
//!
//! - `keys`: which keys and swipes. - `list`: all slides. - [`Speaker`]: the same slides for the speaker, in a second
//!   window.

mod keys;
mod list;
mod speaker;

pub use speaker::Speaker;

use crate::core::report::slides::Slide;
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform;
use crate::platform::events::{is_within, number};
use crate::route::{Route, Step};
use crate::state::{Show, stay_awake, use_app, use_lang, use_session};
use crate::ui::components::{
    FullScreenButton, Icon, SlideNotes, SlideView, SpeakerWindow, cafe_title, full_screen, toggle_full_screen,
};
use keys::{Wish, follow_keys, follow_swipes};
use list::SlideList;

/// What lies over the slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    Nothing,
    List,
    Notes,
}

/// The whole window.
#[component]
pub fn Present() -> impl IntoView {
    let (app, session, lang) = (use_app(), use_session(), use_lang());
    let show = Show::follow(app, session);
    show.begin_if_over();
    stay_awake(|| true);
    let over = RwSignal::new(Over::Nothing);
    let full = full_screen();
    let toggle = move |wanted: Over| {
        let now = if over.get_untracked() == wanted { Over::Nothing } else { wanted };
        over.set(now);
        if now == Over::Nothing {
            platform::page::focus("main");
        }
    };
    follow_keys(show, move |wish| match wish {
        Wish::FullScreen => toggle_full_screen(),
        Wish::List => toggle(Over::List),
        Wish::Notes => toggle(Over::Notes),
        Wish::Away if over.get_untracked() != Over::Nothing => toggle(over.get_untracked()),
        Wish::Away => app.go(&Route::Step(session.id(), Step::Report)),
    });
    follow_swipes(show);
    let cafe = cafe_title(session, lang);
    Effect::new(move || {
        platform::page::set_title(&format!("{} · {} · Nappe", lang.t().present().title, cafe.get()));
    });
    Effect::new(|| platform::page::focus("main"));
    let is_dark = Memo::new(move || show.shown.with(|shown| shown.dark));
    let slide = move || show.slide.get().map(|slide| view! { <SlideView slide report=show.report main=true /> });
    let counter = move || {
        let t = lang.t().present();
        let (at, of) = show.counted.get();
        view! { <span aria-hidden="true">{(t.counter)(at, of)}</span> <span class="visually-hidden">{(t.slide_of)(at, of)}</span> }
    };
    // Heard when a slide comes; what is on it can be read, and is not read out once more when a note on it changes.
    let heard = Memo::new(move || {
        let (at, of) = show.counted.get();
        let title = show.slide.with(|slide| slide.as_ref().map(Slide::full_title)).unwrap_or_default();
        (lang.t().present().heard)(at, of, &title)
    });
    let dark = move || is_dark.get().then(|| lang.t().present().dark_now);
    let panel = move || match over.get() {
        Over::Nothing => ().into_any(),
        Over::List => {
            let close = Callback::new(move |()| toggle(Over::List));
            view! { <Panel label=lang.t().present().list close><SlideList show chosen=close /></Panel> }.into_any()
        }
        Over::Notes => {
            let close = Callback::new(move |()| toggle(Over::Notes));
            view! { <Panel label=lang.t().present().notes close><SlideNotes session show /></Panel> }.into_any()
        }
    };
    let open = move |wanted: Over, icon: &'static str, label: Text| {
        view! {
            <button
                class="button button--quiet"
                aria-expanded=move || (over.get() == wanted).to_string()
                on:click=move |_| toggle(wanted)
            >
                <Icon name=icon /><span class="present-label">{lang.text(label)}</span>
            </button>
        }
    };
    let dark_label = move || if is_dark.get() { lang.t().present().light } else { lang.t().present().dark };
    // After a click the keys turn slides again, in place of pressing the same button once more; but for what opens a
    // panel, which has the focus then.
    let let_go = |event: web_sys::Event| {
        if number(&event, "detail") > 0.0
            && is_within(&event, ".present-zone, .present-bar button:not([aria-expanded])")
        {
            platform::page::focus("main");
        }
    };
    view! {
        <main class="present" id="main" tabindex="-1" on:click=let_go class:present--full=move || full.get() class:present--dark=move || is_dark.get()>
            <div class="present-stage">
                <div class="present-slide" aria-hidden=move || is_dark.get().then_some("true")>{slide}</div>
                <button class="present-zone" data-side="back" aria-label=lang.text(|t| t.present().previous) on:click=move |_| show.turn(false)></button>
                <button class="present-zone" data-side="next" aria-label=lang.text(|t| t.present().next) on:click=move |_| show.turn(true)></button>
            </div>
            <p class="visually-hidden" role="status">{move || heard.get()}</p>
            <p class="visually-hidden" role="status">{dark}</p>
            <footer class="present-bar">
                <a class="button button--quiet" href=Route::Step(session.id(), Step::Report).href()>
                    <Icon name="back" /><span class="present-label">{lang.text(|t| t.present().leave)}</span>
                </a>
                <p class="present-counter">{counter}</p>
                <div class="cluster">
                    {open(Over::List, "menu", |t| t.present().list)}
                    {open(Over::Notes, "edit", |t| t.present().notes)}
                    <button class="button button--quiet" aria-pressed=move || is_dark.get().to_string() on:click=move |_| show.toggle_dark()>
                        <Icon name="dark" /><span class="present-label">{dark_label}</span>
                    </button>
                    <FullScreenButton full />
                    <SpeakerWindow session />
                </div>
            </footer>
            {panel}
        </main>
    }
}

/// What lies over the slide, at its side.
#[component]
fn Panel(label: &'static str, close: Callback<()>, children: Children) -> impl IntoView {
    let lang = use_lang();
    Effect::new(|| platform::page::focus("panel"));
    view! {
        <section class="present-panel" aria-label=label id="panel" tabindex="-1">
            <header class="cluster">
                <h2>{label}</h2>
                <button class="button button--quiet" on:click=move |_| close.run(())>
                    {lang.text(|t| t.present().close)}
                </button>
            </header>
            {children()}
        </section>
    }
}
