//! The box for the key points of a round. What stands in it is kept until it is added.

use crate::core::domain::{CONTRIBUTION_CHARS, Command, Id};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::Route;
use crate::state::{use_app, use_lang, use_session};
use crate::ui::components::{Growing, Truth};

/// From here on the box says how many characters are left.
const COUNT_FROM: usize = CONTRIBUTION_CHARS - 200;

/// The box, and the truth about the data.
#[component]
pub fn Composer(table: Id) -> impl IntoView {
    let (session, app, lang) = (use_session(), use_app(), use_lang());
    // A slot of its own: the box for notes at this table has its draft under the table's id.
    let slot = StoredValue::new(format!("key-point-{table}"));
    let text = RwSignal::new(slot.with_value(|slot| session.draft(slot)));
    let error = RwSignal::new(None::<String>);
    let node = NodeRef::<web_sys::HtmlTextAreaElement>::new();
    let keep = move |text: String| {
        let kept = slot.with_value(|slot| session.keep_draft(slot, &text));
        let blocked = app.storage.get_untracked().is_err();
        error.set((kept.is_err() && !blocked).then(|| lang.now().table().draft_not_kept.to_owned()));
    };
    let add = move || {
        // A round may have gone on meanwhile: what is shown then is that round.
        let chosen = session.seat().with_untracked(|seat| seat.round.as_deref().and_then(Id::parse));
        let Some(round) = session.cafe(|cafe| cafe.writing_round(chosen, platform::now())) else {
            error.set(Some(lang.now().host().no_round.to_owned()));
            return;
        };
        let id = session.new_id();
        let author = session.device();
        match session.commit(Command::WriteKeyPoint { id, author, table, round, text: text.get_untracked() }) {
            Ok(_) => {
                error.set(None);
                text.set(String::new());
                // Where it could not be stored, its words stay in the stored draft as well.
                if session.unsaved().with_untracked(|unsaved| !unsaved.contains_key(&id)) {
                    slot.with_value(|slot| drop(session.keep_draft(slot, "")));
                    app.say(lang.now().host().added);
                }
                request_animation_frame(|| platform::page::reveal_last("points"));
            }
            Err(refusal) => error.set(Some((lang.now().errors().refusal)(refusal))),
        }
        if let Some(area) = node.get_untracked() {
            let _ = area.focus();
        }
    };
    let count = move || {
        let used = text.with(|text| text.chars().count());
        let t = lang.t().table();
        match used {
            0..COUNT_FROM => None,
            COUNT_FROM..=CONTRIBUTION_CHARS => Some((t.characters_left)(CONTRIBUTION_CHARS - used)),
            _ => Some((t.too_long)(used - CONTRIBUTION_CHARS)),
        }
    };
    view! {
        <form
            class="composer"
            aria-label=lang.text(|t| t.host().kept)
            on:submit=move |event| { event.prevent_default(); add(); }
        >
            <div class="composer-inner">
                <label class="visually-hidden" for="key-point">{lang.text(|t| t.host().key_point)}</label>
                <Growing
                    id="key-point"
                    value=text
                    placeholder=Signal::derive(move || lang.t().host().placeholder.to_owned())
                    node
                    described_by="key-point-state"
                    on_input=Callback::new(keep)
                    on_submit=Callback::new(move |()| add())
                />
                <div id="key-point-state" aria-live="polite">
                    {move || error.get().map(|error| view! { <p class="field-error">{error}</p> })}
                    {move || count().map(|count| view! { <p class="field-count">{count}</p> })}
                </div>
                <div class="composer-row">
                    <Truth session />
                    <a class="button" href=Route::HandOver(session.id(), Some(table)).href()>
                        {lang.text(|t| t.table().hand_over)}
                    </a>
                    <button type="button" class="button button--primary" on:click=move |_| add()>
                        {lang.text(|t| t.host().keep)}
                    </button>
                </div>
            </div>
        </form>
    }
}
