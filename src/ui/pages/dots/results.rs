//! What came out: the notes of a question, those with most dots first.

use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::state::{Acts, Placed, Session, Tally, Voter, tallies, use_lang};
use crate::ui::components::{Icon, NoteWords, UndoRedo, origin};
use std::collections::BTreeMap;

/// The result under the question on the screen.
#[component]
pub fn Results(
    /// The open café.
    session: Session,
    /// The dots as they stand.
    voter: Voter,
) -> impl IntoView {
    let lang = use_lang();
    let all: Memo<BTreeMap<Id, Tally>> =
        Memo::new(move || voter.harvest.with(|harvest| session.content(|cafe| tallies(cafe, harvest))));
    let tally = Memo::new(move || {
        let question = voter.question.get();
        all.with(|all| question.and_then(|id| all.get(&id).cloned()).unwrap_or_default())
    });
    let voters = Memo::new(move || voter.harvest.with(|harvest| harvest.voters()));
    let most = Memo::new(move || tally.with(|tally| tally.placed.first().map_or(1, |first| first.dots)));
    let rows = move || {
        let most = most.get();
        tally.get().placed.into_iter().map(|placed| (placed, most)).collect::<Vec<_>>()
    };
    let row = move |(placed, most): (Placed, usize)| view! { <li><Line session voter placed most /></li> };
    // A row whose bar changes is a new one.
    let key =
        |(placed, most): &(Placed, usize)| placed.note.bits() ^ (placed.dots as u128) << 100 ^ (*most as u128) << 110;
    let none = move || {
        tally.with(|tally| tally.placed.is_empty()).then(|| {
            view! { <div class="empty"><Icon name="cup" /><b>{lang.t().dots().no_dots}</b></div> }
        })
    };
    let rest = move || {
        let without = tally.with(|tally| if tally.placed.is_empty() { 0 } else { tally.without });
        (without > 0).then(|| view! { <p class="muted">{(lang.t().dots().without)(without)}</p> })
    };
    // Where results are shown nobody gives dots: what is done here is opening and closing them, by the facilitator.
    let undo = untrack(|| session.is_facilitator())
        .then(|| view! { <UndoRedo session acts=Signal::derive(|| Acts::Voting) /> });
    let who = move || (voters.get() > 0).then(|| view! { <p>{(lang.t().dots().voters)(voters.get())}</p> });
    view! {
        <section class="stack">
            {who}
            {none}
            <ol class="dot-results">{each(rows, key, row)}</ol>
            {rest}
            {undo}
        </section>
    }
}

#[component]
fn Line(session: Session, voter: Voter, placed: Placed, most: usize) -> impl IntoView {
    let lang = use_lang();
    let Placed { note: id, dots } = placed;
    let others = Memo::new(move || session.gathered_with(id, voter.harvest));
    let theme = move || {
        voter.harvest.with(|harvest| {
            let theme = session.cafe(|cafe| harvest.theme_of(cafe.contribution(id)?));
            theme.and_then(|theme| harvest.theme(theme)).map(|theme| theme.title().to_owned())
        })
    };
    let gathered = super::row::gathered(session, others);
    let theme_name = move || theme().map(|name| view! { <span dir="auto">{name}</span> });
    view! {
        <article class="dot-result">
            <p class="dot-figure">
                <b>{dots}</b>
                <span class="visually-hidden">{move || (lang.t().dots().all)(dots)}</span>
            </p>
            <div class="dot-words">
                <NoteWords session id />
                {gathered}
                <span
                    class="bar-count"
                    aria-hidden="true"
                    var:n=dots.to_string()
                    var:max=most.to_string()
                ></span>
                <footer class="note-meta">{theme_name}<span>{move || origin(session, id)}</span></footer>
            </div>
        </article>
    }
}
