//! What can be done with a theme: name and describe it, put it elsewhere, join it to another, take it away.

use super::disputes::Disputes;
use super::modal::{Says, dialog_for};
use super::sorting::{Opened, Sorting};
use super::taken::PutBack;
use super::theme_words::{Words, WordsForm};
use crate::core::domain::Id;
use crate::core::harvest::Act;
use crate::dom::prelude::*;
use crate::platform;
use crate::ui::components::{Icon, focus_next_frame};

/// The dialog of a theme.
#[component]
pub fn ThemeDialog(cx: Sorting) -> impl IntoView {
    let node = dialog_for(cx, |open| matches!(open, Opened::Theme(_)));
    let theme = Memo::new(move || match cx.open.get() {
        Some(Opened::Theme(theme)) => Some(theme),
        _ => None,
    });
    let body = move || {
        let theme = theme.get()?;
        let question = cx.question.get_untracked()?;
        let t = cx.lang.now();
        let title = move || {
            let name = cx.theme(theme, |it| it.title().to_owned());
            (t.harvest_themes().title)(&name)
        };
        let words = Words::new(cx, theme);
        let kept = Callback::new(move |kept| words.kept(kept));
        Some(view! {
            <div class="dialog-body">
                <h2 id="theme-title" dir="auto">{title}</h2>
                <Gone cx question theme />
                <Disputes session=cx.session harvest=cx.board.harvest theme kept />
                <WordsForm words />
                <Place cx question theme />
                <Joining cx question theme />
                <Splitting cx question theme />
                <Says cx />
                <div class="dialog-actions">
                    <button class="button" on:click=move |_| cx.open.set(None)>{t.common().close}</button>
                </div>
            </div>
        })
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby="theme-title"
            node_ref=node
            on:close=move |_| if theme.get_untracked().is_some() { cx.open.set(None) }
        >
            {body}
        </dialog>
    }
}

/// Says that the theme does not stand any more: another window or an import took it away.
#[component]
fn Gone(cx: Sorting, question: Id, theme: Id) -> impl IntoView {
    let taken = Memo::new(move || {
        let mut all = cx.board.harvest.with(|it| it.taken_away(question)).into_iter();
        all.find(|it| it.theme.id == theme)
    });
    let notice = move || {
        taken.get().map(|taken| {
            view! {
                <div class="notice" data-kind="warning">
                    <b>{cx.lang.now().harvest_themes().gone}</b>
                    <div class="cluster"><PutBack cx taken /></div>
                </div>
            }
        })
    };
    view! { <div role="alert">{notice}</div> }
}

/// Its place among the themes of its question.
#[component]
fn Place(cx: Sorting, question: Id, theme: Id) -> impl IntoView {
    let t = cx.lang.now().harvest_themes();
    let places = Memo::new(move || {
        cx.board.harvest.with(|it| {
            let themes = it.themes(question);
            (themes.iter().position(|it| it.id == theme).unwrap_or_default(), themes.len())
        })
    });
    let shift = move |later: bool| {
        let (place, all) = places.get_untracked();
        let to = if later { Some(place + 1).filter(|to| *to < all) } else { place.checked_sub(1) };
        if let Some(place) = to {
            cx.act(&Act::MoveTheme { theme, place }, (t.placed)(place + 1, all));
        }
    };
    let button = move |later: bool, label: &'static str| {
        let at_end = move || {
            let (place, all) = places.get();
            if later { place + 1 >= all } else { place == 0 }
        };
        view! {
            <button class="button" aria-disabled=move || at_end().to_string() on:click=move |_| shift(later)>
                {label}
            </button>
        }
    };
    view! {
        <div class="cluster">
            <span>{move || { let (place, all) = places.get(); (t.place)(place + 1, all) }}</span>
            {button(false, t.earlier)}
            {button(true, t.later)}
        </div>
    }
}

/// Joining it to another theme.
#[component]
fn Joining(cx: Sorting, question: Id, theme: Id) -> impl IntoView {
    let t = cx.lang.now().harvest_themes();
    let others = move || -> Vec<(Id, String)> {
        cx.board.harvest.with(|it| {
            let others = it.themes(question).into_iter().filter(|it| it.id != theme);
            others.map(|it| (it.id, it.title().to_owned())).collect()
        })
    };
    let others = Memo::new(others);
    let into = RwSignal::new(None::<Id>);
    let error = RwSignal::new(None::<&'static str>);
    let join = move |event: web_sys::Event| {
        event.prevent_default();
        let Some(into) = into.get_untracked() else {
            error.set(Some(t.join_choose_first));
            return platform::page::focus("theme-into");
        };
        if cx.act(&Act::JoinThemes { from: theme, into }, (t.joined)(&cx.name(into))) {
            cx.open.set(None);
        }
    };
    let choose = move |event| {
        into.set(Id::parse(&event_target_value(&event)));
        error.set(None);
    };
    let option = |(id, name): (Id, String)| view! { <option value=id.to_string()>{name}</option> };
    move || {
        let others = others.get();
        // The choice is made anew, and nothing is chosen in it.
        into.set(None);
        (!others.is_empty()).then(|| {
            view! {
                <form class="move-new" on:submit=join>
                    <div class="field">
                        <label class="field-label" for="theme-into">{t.join}</label>
                        <p class="field-hint" id="theme-into-hint">{t.join_help}</p>
                        <select
                            class="input"
                            id="theme-into"
                            aria-describedby="theme-into-hint theme-into-error"
                            aria-invalid=move || error.with(Option::is_some).then_some("true")
                            on:change=choose
                        >
                            <option value="">{t.join_choose}</option>
                            {others.into_iter().map(option).collect_view()}
                        </select>
                        <p class="field-error" id="theme-into-error" aria-live="polite">{move || error.get()}</p>
                    </div>
                    <button class="button">{t.join_button}</button>
                </form>
            }
        })
    }
}

/// How it is split, and taking it away.
#[component]
fn Splitting(cx: Sorting, question: Id, theme: Id) -> impl IntoView {
    let t = cx.lang.now().harvest_themes();
    let select = move |_| {
        cx.chosen.set(cx.board.notes(question, Some(theme)));
        cx.open.set(None);
    };
    let remove = move |_| {
        let said = (t.removed)(&cx.name(theme));
        if cx.act(&Act::SetThemeRemoved { theme, removed: true }, said) {
            cx.open.set(None);
            focus_next_frame("step-back");
        }
    };
    view! {
        <div class="stack">
            <p class="muted">{t.split}</p>
            <div class="cluster"><button class="button button--quiet" on:click=select>{t.select_its_notes}</button></div>
            <p class="muted">{t.remove_help}</p>
            <div class="cluster">
                <button class="button" on:click=remove><Icon name="erase" />{t.remove}</button>
            </div>
        </div>
    }
}
