//! The ways from the report to its slides.

use super::Icon;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Screen};
use crate::state::{Session, use_lang};

/// Presenting, and the speaker's view in a second window.
#[component]
pub fn PresentLinks(
    /// The open café.
    session: Session,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="stack no-print" role="group" aria-label=lang.text(|t| t.present().links)>
            <div class="cluster">
                <a class="button button--primary" href=Route::Screen(session.id(), Screen::Present).href()>
                    <Icon name="present" />{lang.text(|t| t.present().present)}
                </a>
                <SpeakerWindow session />
            </div>
        </div>
    }
}

/// Opens the speaker's view beside this page; where the browser holds the window back, a link leads there.
#[component]
pub fn SpeakerWindow(
    /// The open café.
    session: Session,
) -> impl IntoView {
    let lang = use_lang();
    let held_back = RwSignal::new(false);
    let address = Route::Screen(session.id(), Screen::Speaker).href();
    let link = address.clone();
    let open = move |_| held_back.set(!platform::windows::open_beside(&address, "nappe-speaker"));
    let way_out = move || {
        let t = lang.t().present();
        held_back.get().then(|| {
            view! {
                <div class="notice" data-kind="warning">
                    <b>{t.blocked}</b>
                    <p>{t.blocked_help}</p>
                    <a class="button" href=link.clone() target="nappe-speaker">{t.speaker_here}</a>
                </div>
            }
        })
    };
    view! {
        <button class="button button--ghost" on:click=open>
            <Icon name="speaker" />{lang.text(|t| t.present().speaker)}
        </button>
        <div role="alert">{way_out}</div>
    }
}
