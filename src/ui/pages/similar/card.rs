//! A suggestion: its notes to tick, the theme to sort them into, and yes or no.

use super::WAITING;
use crate::core::domain::Id;
use crate::core::harvest::Act;
use crate::core::words::Suggestion;
use crate::dom::prelude::*;
use crate::state::{Finder, Session, use_app, use_lang};
use crate::ui::components::{NoteWords, focus_next_frame, origin};
use std::collections::BTreeSet;

/// Where the gathered notes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// They stay where they are; where one of them is in a theme, all come to be in it.
    AsIs,
    /// Out of all themes.
    None,
    /// Into this one.
    Theme(Id),
}

impl Target {
    fn value(self) -> String {
        match self {
            Self::AsIs => String::new(),
            Self::None => "-".to_owned(),
            Self::Theme(id) => id.to_string(),
        }
    }

    fn parse(value: &str) -> Self {
        match value {
            "-" => Self::None,
            value => Id::parse(value).map_or(Self::AsIs, Self::Theme),
        }
    }
}

/// One suggestion.
#[component]
pub fn Card(
    /// The open café.
    session: Session,
    /// The screen's state.
    finder: Finder,
    /// The question.
    question: Id,
    /// What may say the same.
    suggestion: Suggestion,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let all = StoredValue::new(suggestion.notes.clone());
    let ticked: RwSignal<BTreeSet<Id>> = RwSignal::new(suggestion.notes.iter().copied().collect());
    let into = RwSignal::new(Target::AsIs);
    let count = suggestion.notes.len();
    // The place of a card is taken by the next one; the focus goes to the line above them all.
    let next = || focus_next_frame(WAITING);
    let gather = move |_| {
        let notes: Vec<Id> = ticked.with_untracked(|ticked| ticked.iter().copied().collect());
        let count = notes.len();
        if count < 2 {
            app.say(lang.now().similar().tick_two);
            return;
        }
        let sort = match into.get_untracked() {
            Target::AsIs => None,
            Target::None => Some(None),
            Target::Theme(theme) => Some(Some(theme)),
        };
        let mut acts = vec![Act::Gather { notes: notes.clone() }];
        acts.extend(sort.map(|theme| Act::Sort { notes: notes.clone(), theme }));
        if let Err(refusal) = session.act_all(&acts) {
            app.say_refusal(refusal);
            return;
        }
        // Whoever was left out was said not to be the same as these.
        all.with_value(|all| {
            for other in all.iter().filter(|id| !notes.contains(id)) {
                finder.part(vec![notes[0], *other]);
            }
        });
        let theme = sort.flatten().and_then(|theme| {
            finder.harvest.with_untracked(|harvest| harvest.theme(theme).map(|theme| theme.title().to_owned()))
        });
        let t = lang.now().similar();
        app.say(theme.map_or_else(|| (t.gathered)(count), |theme| (t.gathered_into)(count, &theme)));
        next();
    };
    let part = move |_| {
        let t = lang.now().similar();
        let kept = finder.part(all.get_value());
        app.say(if kept { t.parted } else { t.parted_here });
        next();
    };
    let name = format!("similar-{}", suggestion.notes.first().map(Id::to_string).unwrap_or_default());
    let shared = (!suggestion.shared.is_empty()).then(|| {
        let word = |word: String| view! { <li class="badge badge--quiet" dir="auto">{word}</li> };
        view! {
            <div class="similar-shared">
                <span>{lang.text(|t| t.similar().share)}</span>
                <ul class="cluster">{suggestion.shared.clone().into_iter().map(word).collect_view()}</ul>
            </div>
        }
    });
    let notes = suggestion.notes.into_iter().map(|id| view! { <Tick session finder id ticked /> }).collect_view();
    view! {
        <article class="card similar-card" aria-labelledby=name.clone()>
            <h3 id=name>{move || (lang.t().similar().may_be)(count)}</h3>
            {shared}
            <fieldset class="fieldset">
                <legend class="similar-which">{lang.text(|t| t.similar().which)}</legend>
                <div class="stack">{notes}</div>
            </fieldset>
            <ThemeChoice finder question into />
            <div class="cluster">
                <button
                    class="button button--primary"
                    aria-disabled=move || ticked.with(|ticked| ticked.len() < 2).to_string()
                    on:click=gather
                >
                    {move || (lang.t().similar().gather)(ticked.with(BTreeSet::len))}
                </button>
                <button class="button" on:click=part>{lang.text(|t| t.similar().not_same)}</button>
            </div>
        </article>
    }
}

/// A note to tick, with what is gathered with it already.
#[component]
fn Tick(session: Session, finder: Finder, id: Id, ticked: RwSignal<BTreeSet<Id>>) -> impl IntoView {
    let lang = use_lang();
    let others = Memo::new(move || session.gathered_with(id, finder.harvest));
    let gathered = move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let other = |id: Id| view! { <div><NoteWords session id /></div> };
            view! {
                <div class="note-example">
                    <b>{lang.t().similar().with}</b>
                    {others.into_iter().map(other).collect_view()}
                </div>
            }
        })
    };
    let theme = move || {
        finder.harvest.with(|harvest| {
            let theme = session.cafe(|cafe| harvest.theme_of(cafe.contribution(id)?))?;
            harvest.theme(theme).map(|theme| theme.title().to_owned())
        })
    };
    let toggle = move |_| {
        ticked.update(|ticked| {
            if !ticked.remove(&id) {
                ticked.insert(id);
            }
        });
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || ticked.with(|ticked| ticked.contains(&id)) on:change=toggle />
            <span class="dot-words">
                <NoteWords session id />
                {gathered}
                <span class="note-meta">
                    <span>{move || origin(session, id)}</span>
                    {move || theme().map(|name| view! { <span dir="auto">{name}</span> })}
                </span>
            </span>
        </label>
    }
}

/// The themes of the question, and the two ways without one; nothing where there are no themes.
#[component]
fn ThemeChoice(finder: Finder, question: Id, into: RwSignal<Target>) -> impl IntoView {
    let lang = use_lang();
    let themes = Memo::new(move || {
        finder.harvest.with(|harvest| {
            let name = |theme: &crate::core::harvest::Theme| (theme.id, theme.title().to_owned());
            harvest.themes(question).into_iter().map(name).collect::<Vec<_>>()
        })
    });
    let option = move |choice: Target, name: String| {
        view! { <option value=choice.value() prop:selected=move || into.get() == choice>{name}</option> }
    };
    move || {
        let (themes, t) = (themes.get(), lang.t().similar());
        (!themes.is_empty()).then(|| {
            let options = themes.into_iter().map(|(id, name)| option(Target::Theme(id), name)).collect_view();
            view! {
                <label class="field">
                    <span class="field-label">{t.theme}</span>
                    <select class="input" on:change=move |event| into.set(Target::parse(&event_target_value(&event)))>
                        {option(Target::AsIs, t.theme_as_is.to_owned())}
                        {options}
                        {option(Target::None, t.theme_none.to_owned())}
                    </select>
                </label>
            }
        })
    }
}
