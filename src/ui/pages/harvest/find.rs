//! Finding notes: words and filters; what is found is said, and can be selected at once.

use super::sorting::{Shown, Sorting};
use crate::core::domain::{Cafe, Id};
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform;
use crate::state::{Only, Wanted};
use crate::ui::components::{Icon, table_label};

/// The box, the filters, and what they find.
#[component]
pub fn Find(cx: Sorting) -> impl IntoView {
    let lang = cx.lang;
    let wanted = cx.board.wanted;
    let change = move |change: &dyn Fn(&mut Wanted)| wanted.update(|wanted| change(wanted));
    let text = move || wanted.with(|wanted| wanted.text.clone());
    let typed = move |event| {
        let text: String = event_target_value(&event);
        change(&|wanted| wanted.text.clone_from(&text));
    };
    let keep = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            change(&|wanted| wanted.text.clear());
        }
    };
    view! {
        <div class="find" role="search" aria-label=lang.text(|t| t.harvest_find().search)>
            <div class="field find-text">
                <label class="field-label" for="find">{lang.text(|t| t.harvest_find().label)}</label>
                <input
                    class="input"
                    type="search"
                    id="find"
                    dir="auto"
                    autocomplete="off"
                    placeholder=lang.text(|t| t.harvest_find().placeholder)
                    prop:value=text
                    on:input=typed
                    on:keydown=keep
                />
            </div>
            <details class="find-more">
                <summary>{lang.text(|t| t.harvest_find().filters)}</summary>
                <div class="find-filters">
                    <PlaceFilter cx round=false />
                    <PlaceFilter cx round=true />
                    <OnlyFilter cx />
                </div>
            </details>
            <Found cx />
        </div>
    }
}

/// The numbers and names of tables or rounds.
fn places(cafe: &Cafe, round: bool) -> Vec<(Id, usize, String)> {
    if round {
        (1..).zip(cafe.rounds()).map(|(number, it)| (it.id, number, String::new())).collect()
    } else {
        (1..).zip(cafe.tables()).map(|(number, it)| (it.id, number, it.name.is.to_string())).collect()
    }
}

/// Only notes from one table, or of one round.
#[component]
fn PlaceFilter(cx: Sorting, round: bool) -> impl IntoView {
    let lang = cx.lang;
    let wanted = cx.board.wanted;
    let all = Memo::new(move || cx.session.setup(|cafe| places(cafe, round)));
    let chosen = move || wanted.with(|wanted| if round { wanted.round } else { wanted.table });
    let choose = move |event| {
        let place = Id::parse(&event_target_value(&event));
        wanted.update(|wanted| *(if round { &mut wanted.round } else { &mut wanted.table }) = place);
    };
    let options = move || {
        let option = |(id, number, name): (Id, usize, String)| {
            let label = if round { (lang.t().common().round)(number) } else { table_label(lang, number, &name) };
            view! { <option value=id.to_string() prop:selected=move || chosen() == Some(id)>{label}</option> }
        };
        all.get().into_iter().map(option).collect_view()
    };
    let (label, any): (Text, Text) = if round {
        (|t| t.harvest_find().round, |t| t.harvest_find().any_round)
    } else {
        (|t| t.harvest_find().table, |t| t.harvest_find().any_table)
    };
    let field = if round { "find-round" } else { "find-table" };
    view! {
        <div class="field">
            <label class="field-label" for=field>{lang.text(label)}</label>
            <select class="input" id=field on:change=choose>
                <option value="" prop:selected=move || chosen().is_none()>{lang.text(any)}</option>
                {options}
            </select>
        </div>
    }
}

const ONLY: [(Only, &str, Text); 4] = [
    (Only::All, "", |t| t.harvest_find().any),
    (Only::WithDots, "dots", |t| t.harvest_find().with_dots),
    (Only::Highlighted, "highlighted", |t| t.harvest_find().highlighted),
    (Only::Disputed, "versions", |t| t.harvest_find().disputed),
];

/// Only notes with something about them.
#[component]
fn OnlyFilter(cx: Sorting) -> impl IntoView {
    let lang = cx.lang;
    let wanted = cx.board.wanted;
    let choose = move |event| {
        let value: String = event_target_value(&event);
        let only = ONLY.iter().find(|(_, name, _)| *name == value).map_or(Only::All, |(only, ..)| *only);
        wanted.update(|wanted| wanted.only = only);
    };
    let option = |(only, name, label): (Only, &'static str, Text)| {
        let selected = move || wanted.with(|wanted| wanted.only == only);
        view! { <option value=name prop:selected=selected>{lang.text(label)}</option> }
    };
    view! {
        <div class="field">
            <label class="field-label" for="find-only">{lang.text(|t| t.harvest_find().with)}</label>
            <select class="input" id="find-only" on:change=choose>
                {ONLY.map(option).into_iter().collect_view()}
            </select>
        </div>
    }
}

/// How many were found under the question and elsewhere.
fn counts(cx: Sorting) -> (usize, usize) {
    let here = cx.question.get();
    cx.board.found.with(|found| {
        let all: usize = found.values().sum();
        let here = here.and_then(|here| found.get(&here)).copied().unwrap_or_default();
        (here, all - here)
    })
}

/// What was found, to be selected; and everything again.
#[component]
fn Found(cx: Sorting) -> impl IntoView {
    let lang = cx.lang;
    let looks = Memo::new(move || cx.board.wanted.with(|wanted| !wanted.is_all()));
    let count = Memo::new(move || counts(cx));
    let words = move || {
        looks.get().then(|| {
            let (t, (here, elsewhere)) = (lang.t().harvest_find(), count.get());
            let question = cx.question.get();
            let all = cx.board.progress.with(|all| question.and_then(|it| all.get(&it)).map_or(0, |it| it.all));
            let others = (elsewhere > 0).then(|| format!(", {}", (t.found_elsewhere)(elsewhere)));
            format!("{}{}", (t.found)(here, all), others.unwrap_or_default())
        })
    };
    let clear = move |_| {
        cx.board.wanted.set(Wanted::default());
        platform::page::focus("find");
    };
    let shown = Memo::new(move || {
        // What is found, which columns are shown, and what stands in them.
        let _ = (count.get(), cx.shown.get());
        cx.board.follow();
        found_here(cx).len()
    });
    let buttons = move || {
        let shown = shown.get();
        let select = (shown > 0).then(|| {
            view! {
                <button class="button" on:click=move |_| cx.chosen.set(found_here(cx))>
                    <Icon name="check" />
                    {(lang.t().harvest_find().select)(shown)}
                </button>
            }
        });
        looks.get().then(|| {
            view! {
                {select}
                <button class="button button--quiet" on:click=clear>{lang.t().harvest_find().clear}</button>
            }
        })
    };
    view! {
        <div class="cluster find-found">
            <p role="status">{words}</p>
            {buttons}
        </div>
    }
}

/// What was found in the columns that are shown.
fn found_here(cx: Sorting) -> Vec<Id> {
    let Some(question) = cx.question.get_untracked() else { return Vec::new() };
    let columns = match cx.shown.get_untracked() {
        Shown::One(column) => vec![column],
        Shown::All => {
            let themes = cx.harvest(|it| it.themes(question).iter().map(|theme| Some(theme.id)).collect::<Vec<_>>());
            [None].into_iter().chain(themes).collect()
        }
    };
    columns.into_iter().flat_map(|column| cx.board.notes(question, column)).collect()
}

/// Says that nothing fits, and how more would.
#[component]
pub fn NothingFound(cx: Sorting, question: Id) -> impl IntoView {
    let lang = cx.lang;
    let none = Memo::new(move || {
        let looks = cx.board.wanted.with(|wanted| !wanted.is_all());
        looks && cx.board.found.with(|found| found.get(&question).is_none_or(|count| *count == 0))
    });
    move || {
        none.get().then(|| {
            let t = lang.t().harvest_find();
            view! { <div class="empty"><b>{t.nothing}</b><p>{t.nothing_help}</p></div> }
        })
    }
}
