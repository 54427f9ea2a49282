//! What is left, whose turn it is, and what to do when one is done: always in sight.

use crate::core::harvest::Each;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::Route;
use crate::state::{Acts, Session, Voter, use_app, use_lang};
use crate::ui::components::{Icon, Truth, UndoRedo, focus_next_frame};

/// Passes the device on, or back, and says whose turn it is.
fn pass(voter: Voter, forward: bool) {
    let (app, lang) = (use_app(), use_lang());
    voter.pass(forward);
    app.say((lang.now().dots().passed)(voter.person.get_untracked(), voter.voting.get_untracked().budget as usize));
    platform::page::scroll_to_top();
    // The button that passes on is not the one to begin with.
    focus_next_frame("question-now");
}

/// Asks whoever opens the screen to begin as the next person: what the last one gave stays theirs.
#[component]
pub fn NextPerson(
    /// Who gives.
    voter: Voter,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="empty">
            <Icon name="hide" />
            <b>{move || (lang.t().dots().passed_on)(voter.person.get())}</b>
            <p>{lang.text(|t| t.dots().passed_on_help)}</p>
            <button type="button" class="button button--primary" on:click=move |_| pass(voter, true)>
                {lang.text(|t| t.dots().next_person)}
            </button>
        </div>
    }
}

/// The foot of the screen while dots are given.
#[component]
pub fn Foot(
    /// The open café.
    session: Session,
    /// Who gives.
    voter: Voter,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let is_passed = Memo::new(move || voter.voting.get().each == Each::Person);
    let left = move || (lang.t().dots().left)(voter.left.get(), voter.voting.get().budget);
    let drawn = move || {
        let (left, budget) = (voter.left.get(), voter.voting.get().budget as usize);
        "●".repeat(left) + &"○".repeat(budget.saturating_sub(left))
    };
    let pass = move |forward: bool| pass(voter, forward);
    // Nobody takes back what somebody else gave, nor what is under a question that is not on the screen.
    let acts = Signal::derive(move || Acts::Dots(voter.person.get(), voter.question.get()));
    let back = move || {
        // What somebody else gave is seen, and changed, by nobody.
        (!voter.is_secret.get()).then(|| {
            view! {
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    aria-label=lang.text(|t| t.dots().previous_person)
                    aria-disabled=move || (voter.person.get() <= 1).to_string()
                    on:click=move |_| { if voter.person.get_untracked() > 1 { pass(false) } }
                >
                    <Icon name="back" />
                </button>
            }
        })
    };
    let people = move || {
        is_passed.get().then(|| {
            view! {
                <div class="cluster">
                    <b>{move || (lang.t().dots().person)(voter.person.get())}</b>
                    {back}
                    <button type="button" class="button button--primary" on:click=move |_| pass(true)>
                        {lang.text(|t| t.dots().next_person)}
                    </button>
                </div>
            }
        })
    };
    let is_facilitator = untrack(|| session.is_facilitator());
    // On the facilitator's device the dots are where they belong.
    let hand_over = (!is_facilitator).then(|| {
        view! {
            <a class="button" href=Route::HandOver(session.id(), None).href()>
                {lang.text(|t| t.dots().hand_over)}
            </a>
        }
    });
    let unsaved = session.unsaved();
    // That they are on this device is said only of dots that the store has.
    let is_saved = Memo::new(move || unsaved.with(|unsaved| unsaved.is_empty()) && app.storage.with(Result::is_ok));
    let told = move || {
        (!is_facilitator && voter.left.get() == 0).then(|| {
            let t = lang.t().dots();
            let help = if is_saved.get() { t.done_help } else { t.done_unsaved };
            view! { <p><b>{t.done}</b> " " {help}</p> }
        })
    };
    view! {
        <footer class="composer dot-foot">
            <div class="composer-inner">
                <div class="composer-row">
                    <p class="dot-left">
                        <span class="dots" aria-hidden="true">{drawn}</span>
                        <b role="status">{left}</b>
                    </p>
                    <UndoRedo session acts />
                </div>
                {told}
                <div class="composer-row">
                    {people}
                    <Truth session />
                    {hand_over}
                </div>
            </div>
        </footer>
    }
}
