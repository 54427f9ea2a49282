//! The truth about the data, at the foot of every screen.

use super::Status;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Session, use_app, use_lang};

/// Saved or not, how many notes to hand over, when the last export was.
#[component]
pub fn Truth(
    /// The open café.
    session: Session,
) -> impl IntoView {
    let lang = use_lang();
    let (app, unsaved, outbox, handed_over) = (use_app(), session.unsaved(), session.outbox(), session.handed_over());
    let saved = move || {
        let t = lang.t().common();
        let count = unsaved.with(|unsaved| unsaved.len());
        let blocked = app.storage.with(Result::is_err);
        match (count, blocked) {
            (0, false) => view! { <Status kind="saved">{t.all_saved}</Status> }.into_any(),
            (0, true) => view! { <Status kind="unsaved">{t.nothing_saved}</Status> }.into_any(),
            (count, _) => view! { <Status kind="unsaved">{(t.unsaved)(count)}</Status> }.into_any(),
        }
    };
    let to_hand_over = move || {
        let t = lang.t().common();
        let waiting = outbox.get();
        let mut words = String::new();
        let mut add = |text: &str| {
            if !words.is_empty() {
                words.push_str(" · ");
            }
            words.push_str(text);
        };
        for (count, text) in [(waiting.notes, t.to_hand_over), (waiting.points, t.points_to_hand_over)] {
            if count > 0 {
                add(&text(count));
            }
        }
        if waiting.others {
            add(t.changes_to_hand_over);
        }
        if words.is_empty() && handed_over.with(|it| it.last).is_some() {
            words.push_str(t.all_handed_over);
        }
        (!words.is_empty()).then_some(words)
    };
    let outbox = session.outbox();
    let since = move || {
        let outbox = outbox.get();
        let time = platform::moment(outbox.since, lang.locale().tag());
        (outbox.since > 0).then(|| view! { <span class="truth-since">{(lang.t().common().since)(&time)}</span> })
    };
    let handed_over = session.handed_over();
    let last = move || {
        let last = handed_over.with(|it| it.last)?;
        Some((lang.t().common().last_export)(&platform::moment(last, lang.locale().tag())))
    };
    view! {
        <p class="truth">
            {saved}
            {move || to_hand_over().map(|text| view! { <span>{text}</span> })}
            {since}
            {move || last().map(|text| view! { <span>{text}</span> })}
        </p>
    }
}
