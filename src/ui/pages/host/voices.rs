//! A round of the table, and whose voice may be missing: numbers, never names.

use crate::core::domain::Id;
use crate::core::report::{Voices, is_time_to_ask};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{use_app, use_lang, use_session};
use crate::ui::components::Icon;

/// The quiet prompt.
#[component]
pub fn GoRound(table: Id, round: Memo<Option<Id>>) -> impl IntoView {
    let (app, session, lang) = (use_app(), use_session(), use_lang());
    let voices = Memo::new(move || {
        let round = round.get()?;
        Some(session.content(|cafe| Voices::of(cafe, table, round)))
    });
    let ask = Memo::new(move || {
        let (Some(voices), Some(round)) = (voices.get(), round.get()) else { return false };
        app.ticks.get();
        voices.are_few() && session.setup(|cafe| is_time_to_ask(cafe, round, platform::now()))
    });
    let counts = move || {
        let t = lang.t().host();
        voices.get().map(|voices| {
            let elsewhere = voices.elsewhere.map(|count| view! { " " <span>{(t.voices_elsewhere)(count)}</span> });
            view! { <p class="muted"><span>{(t.voices)(voices.here)}</span>{elsewhere}</p> }
        })
    };
    let missing = move || {
        ask.get().then(|| {
            let t = lang.t().host();
            view! { <p><b>{t.missing}</b> " " {t.missing_help}</p> }
        })
    };
    view! {
        <div class="host-round">
            <p class="host-prompt"><Icon name="redo" /><span>{lang.text(|t| t.host().go_round)}</span></p>
            {counts}
            {missing}
        </div>
    }
}
