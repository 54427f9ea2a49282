//! Where bundles come in: files that are dropped or chosen, or a text that is pasted.

use super::Icon;
use crate::core::bundle;
use crate::dom::prelude::*;
use crate::state::{Desk, Phase, use_app, use_lang};
use crate::transfer::{self, FileIn};
use leptos::ev;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// The place for files; they may be dropped anywhere on the page, which is never left for them.
#[component]
pub fn FileDesk(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let over = RwSignal::new(false);
    let take = move |files: Vec<web_sys::File>| {
        spawn_local(async move {
            let mut read = Vec::new();
            for file in files {
                read.push(transfer::read(file).await);
            }
            if !desk.is_disposed() && !desk.lay_out(read) {
                app.say(lang.now().collect().wait);
            }
        });
    };
    let is_ours = |event: &web_sys::DragEvent| {
        let into_text = event.target().is_some_and(|it| it.dyn_into::<web_sys::HtmlTextAreaElement>().is_ok());
        transfer::holds_files(event) || !into_text
    };
    let listeners = [
        window_event_listener(ev::dragover, move |event| {
            if is_ours(&event) {
                event.prevent_default();
                over.set(transfer::holds_files(&event));
            }
        }),
        // Nothing is beyond the page: the pointer left it.
        window_event_listener(ev::dragleave, move |event| {
            if event.related_target().is_none() {
                over.set(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            over.set(false);
            if is_ours(&event) {
                event.prevent_default();
                let files = transfer::read_dropped(&event);
                if !files.is_empty() {
                    take(files);
                }
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    view! {
        <div class="drop" data-state=move || if over.get() { "over" } else { "" }>
            <Icon name="import" />
            <b>{lang.text(|t| t.collect().drop_here)}</b>
            <p class="muted">{lang.text(|t| t.collect().drop_help)}</p>
            <label class="button button--primary">
                {lang.text(|t| t.collect().choose)}
                <input
                    class="visually-hidden"
                    type="file"
                    multiple
                    accept=".json,.txt,application/json,text/plain"
                    aria-label=lang.text(|t| t.collect().choose)
                    disabled=move || matches!(desk.phase.get(), Phase::Importing(..))
                    on:change=move |event| {
                        let files = transfer::read_picked(&event_target::<web_sys::HtmlInputElement>(&event));
                        if !files.is_empty() {
                            take(files);
                        }
                    }
                />
            </label>
        </div>
    }
}

/// The box for a bundle that came as text.
#[component]
pub fn PasteBox(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let node = NodeRef::<web_sys::HtmlTextAreaElement>::new();
    let read = move || {
        let Some(area) = node.get_untracked() else { return };
        let text = area.value();
        if text.trim().is_empty() {
            let _ = area.focus();
            return;
        }
        // Mail and chat programs put spaces and empty lines around what they send.
        let whole = bundle::decode_text(text.trim()).is_ok();
        let file = FileIn { name: lang.now().collect().pasted_name.to_owned(), bytes: text.trim().as_bytes().to_vec() };
        if !desk.lay_out(vec![file]) {
            app.say(lang.now().collect().wait);
        } else if whole {
            area.set_value("");
        }
    };
    view! {
        <details class="card">
            <summary>{lang.text(|t| t.collect().paste)}</summary>
            <form class="stack" on:submit=move |event| { event.prevent_default(); read(); }>
                <div class="field">
                    <label class="field-label" for="paste">{lang.text(|t| t.collect().paste_label)}</label>
                    <textarea class="input input--mono" id="paste" rows="5" spellcheck="false" data-unkept="" node_ref=node></textarea>
                </div>
                <div class="cluster">
                    <button class="button">{lang.text(|t| t.collect().paste_go)}</button>
                </div>
            </form>
        </details>
    }
}
