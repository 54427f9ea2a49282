//! The box that people write in, for notes and for key points. What stands in it is kept until it is added.

use super::{Growing, Truth};
use crate::core::domain::{CONTRIBUTION_CHARS, Command, Id};
use crate::core::storage::StoreError;
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform;
use crate::route::Route;
use crate::state::{Session, use_app, use_lang};

/// From here on the box says how many characters are left.
const COUNT_FROM: usize = CONTRIBUTION_CHARS - 200;

/// What a box is for.
pub struct Writing {
    /// The id of the list in which appears what was added.
    pub list: &'static str,
    /// The name of its draft, before the id of the table.
    pub slot: &'static str,
    /// What the whole of it is called.
    pub form: Text,
    /// What the box is called.
    pub label: Text,
    /// Stands in the empty box.
    pub placeholder: Text,
    /// On the button.
    pub button: Text,
    /// Said when it is stored.
    pub added: Text,
    /// Said where there is nothing yet that it could belong to.
    pub nowhere: Text,
    /// What is done with the words: at this table, in this round, with this new id.
    pub command: fn(Session, Id, Id, Id, String) -> Option<Command>,
}

/// Said of words in a box that are on the screen only, until they are kept after all. Where nothing can be stored at
/// all, that was said already.
pub fn not_kept(kept: Result<(), StoreError>) -> Option<String> {
    let app = use_app();
    (kept.is_err() && app.storage.get_untracked().is_ok()).then(|| app.lang().now().table().draft_not_kept.to_owned())
}

/// The box, and the truth about the data.
#[component]
pub fn Composer(
    /// The open café.
    session: Session,
    /// The table.
    table: Id,
    /// The round on the screen: what is written belongs to what the person sees, not to what has begun since.
    round: Memo<Option<Id>>,
    /// What it is for.
    writing: &'static Writing,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let slot = StoredValue::new(format!("{}{table}", writing.slot));
    let text = RwSignal::new(slot.with_value(|slot| session.draft(slot)));
    let error = RwSignal::new(None::<String>);
    let node = NodeRef::<web_sys::HtmlTextAreaElement>::new();
    let keep = move |text: String| error.set(not_kept(slot.with_value(|slot| session.keep_draft(slot, &text))));
    let add = Callback::new(move |()| {
        let id = session.new_id();
        let command =
            round.get_untracked().and_then(|round| (writing.command)(session, table, round, id, text.get_untracked()));
        let Some(command) = command else {
            error.set(Some((writing.nowhere)(lang.now()).to_owned()));
            return;
        };
        match session.commit(command) {
            Ok(_) => {
                error.set(None);
                text.set(String::new());
                if slot.with_value(|slot| session.settle_draft(slot, id)) {
                    app.say((writing.added)(lang.now()));
                }
                request_animation_frame(move || platform::page::reveal_last(writing.list));
            }
            Err(refusal) => error.set(Some(lang.refusal(refusal))),
        }
        if let Some(area) = node.get_untracked() {
            let _ = area.focus();
        }
    });
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
            aria-label=lang.text(writing.form)
            on:submit=move |event| { event.prevent_default(); add.run(()); }
        >
            <div class="composer-inner">
                <label class="visually-hidden" for="box">{lang.text(writing.label)}</label>
                <Growing
                    id="box"
                    value=text
                    placeholder=Signal::derive(move || (writing.placeholder)(lang.t()).to_owned())
                    node
                    described_by="box-state"
                    on_input=Callback::new(keep)
                    on_submit=add
                />
                <div id="box-state" aria-live="polite">
                    {move || error.get().map(|error| view! { <p class="field-error">{error}</p> })}
                    {move || count().map(|count| view! { <p class="field-count">{count}</p> })}
                </div>
                <div class="composer-row">
                    <Truth session />
                    <a class="button" href=Route::HandOver(session.id(), Some(table)).href()>
                        {lang.text(|t| t.table().hand_over)}
                    </a>
                    // No submit button: browsers walk all rows of the page before they submit a form.
                    <button type="button" class="button button--primary" on:click=move |_| add.run(())>
                        {lang.text(writing.button)}
                    </button>
                </div>
            </div>
        </form>
    }
}
