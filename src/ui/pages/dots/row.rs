//! A note while dots are given.

use crate::core::domain::{Id, Refusal};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Session, Voter, use_app, use_lang};
use crate::ui::components::{Icon, NoteWords, beginning, origin, tint};

/// A note with the dots of the person, and those of all where they are shown.
#[component]
pub fn Row(
    /// The open café.
    session: Session,
    /// Who gives.
    voter: Voter,
    /// The note.
    id: Id,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let own = Memo::new(move || voter.own(id));
    let others = Memo::new(move || session.gathered_with(id, voter.harvest));
    let all = Memo::new(move || {
        voter.harvest.with(|harvest| harvest.shows_dots().then(|| harvest.dots_of_group(id)).filter(|dots| *dots > 0))
    });
    let give_id = format!("give-{id}");
    let refocus = give_id.clone();
    let tell = move |done: Result<(), Refusal>| {
        if let Err(refusal) = done {
            app.say_refusal(refusal);
        }
    };
    let give = move || {
        if voter.left.get_untracked() == 0 {
            app.say(lang.now().dots().none_left);
        } else {
            tell(voter.give(id));
        }
    };
    let take = StoredValue::new(move || {
        if own.get_untracked() == 0 {
            return;
        }
        tell(voter.take(id));
        // The button that took the last one back is gone.
        if own.get_untracked() == 0 {
            platform::page::focus(&refocus);
        }
    });
    let back = move || {
        (own.get() > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="button button--icon"
                    aria-label=move || (lang.t().dots().take)(&beginning(session, id))
                    on:click=move |_| take.with_value(|take| take())
                >
                    <span aria-hidden="true">"−"</span>
                </button>
            }
        })
    };
    let drawn = move || {
        let own = own.get();
        (own > 0).then(|| {
            let label = (lang.t().dots().yours)(own);
            view! { <span class="dots" role="img" aria-label=label>{"●".repeat(own)}</span> }
        })
    };
    let gathered = gathered(session, others);
    let total = move || all.get().map(|dots| view! { <span>{(lang.t().dots().all)(dots)}</span> });
    view! {
        <article
            class="note dot-row"
            data-tint=tint(id)
            data-own=move || (own.get() > 0).then_some("true")
            on:keydown=move |event| match event.key().as_str() {
                "+" => give(),
                "-" | "−" => take.with_value(|take| take()),
                _ => {}
            }
        >
            <div class="dot-words">
                <NoteWords session id />
                {gathered}
                <footer class="note-meta"><span>{move || origin(session, id)}</span>{total}</footer>
            </div>
            <div class="dot-hand">
                {drawn}
                {back}
                <button
                    type="button"
                    class="button button--icon dot-give"
                    id=give_id
                    aria-label=move || (lang.t().dots().give)(&beginning(session, id))
                    aria-disabled=move || (voter.left.get() == 0).to_string()
                    on:click=move |_| give()
                >
                    <Icon name="plus" />
                </button>
            </div>
        </article>
    }
}

/// The notes that are gathered with one, each with its own words.
pub fn gathered(session: Session, others: Memo<Vec<Id>>) -> impl Fn() -> Option<View> {
    let lang = use_lang();
    move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let other = |id: Id| view! { <li><NoteWords session id /></li> };
            view! {
                <div class="note-example">
                    <b>{lang.t().dots().with}</b>
                    <ul class="dot-gathered">{others.into_iter().map(other).collect_view()}</ul>
                </div>
            }
            .into_any()
        })
    }
}
