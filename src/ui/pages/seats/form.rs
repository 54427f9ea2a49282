//! What is asked for: people, hosts, groups, and which of the many plans.

use crate::core::domain::{Hosting, NAME_CHARS};
use crate::core::rotation::{MOST_PEOPLE, MOST_ROUNDS, MOST_TABLES, Wrong, WrongFile, groups, read_list, text_in};
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Lang, Planner, Session, use_app, use_lang};
use crate::transfer;
use crate::ui::components::{ChoiceCard, Growing, Icon, TextField};
use leptos::task::spawn_local;

/// The ids of the fields.
const PEOPLE: &str = "seats-people";
const LIST: &str = "seats-list";
const NUMBER: &str = "seats-number";

/// What is wrong, in words, where it is about this field.
pub fn wrong(planner: Planner, lang: Lang, id: &str) -> Option<String> {
    let t = lang.t().seats();
    planner.wrong.get().filter(|wrong| field_of(*wrong) == id).map(|wrong| match wrong {
        Wrong::People => (t.wrong_people)(MOST_PEOPLE),
        Wrong::ListIsLonger(people) => (t.list_is_longer)(people),
        Wrong::LongLine(line) => (t.long_line)(line, NAME_CHARS),
        Wrong::Number => t.wrong_number.to_owned(),
        Wrong::TooMuch(fit) => (t.too_much)(fit),
    })
}

const fn field_of(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::People | Wrong::ListIsLonger(_) | Wrong::TooMuch(_) => PEOPLE,
        Wrong::LongLine(_) => LIST,
        Wrong::Number => NUMBER,
    }
}

/// The form; open where there is no plan yet.
#[component]
pub fn PlanForm(
    /// The open café.
    session: Session,
    /// The screen's state.
    planner: Planner,
) -> impl IntoView {
    let lang = use_lang();
    let has_size = Memo::new(move || planner.size.get().0 > 0 && planner.size.get().1 > 0);
    let open = planner.kept.with_untracked(Option::is_none);
    move || {
        if has_size.get() {
            view! { <Fields session planner open /> }.into_any()
        } else {
            let t = lang.t().seats();
            view! {
                <div class="empty">
                    <Icon name="edit" />
                    <b>{t.no_tables}</b>
                    <p>{t.no_tables_help}</p>
                    <a class="button button--primary" href=Route::Step(session.id(), Step::Prepare).href()>{t.to_prepare}</a>
                </div>
            }
            .into_any()
        }
    }
}

#[component]
fn Fields(session: Session, planner: Planner, open: bool) -> impl IntoView {
    let lang = use_lang();
    let text = move |read: Text| lang.words(read);
    let error = move |id: &'static str| Signal::derive(move || wrong(planner, lang, id));
    let go = move |act: fn(Planner)| {
        act(planner);
        if let Some(wrong) = planner.wrong.get_untracked() {
            platform::page::focus(field_of(wrong));
        }
    };
    let size = move || {
        let (tables, rounds) = planner.size.get();
        (lang.t().seats().size)(tables, rounds)
    };
    let too_large = move || {
        let (tables, rounds) = planner.size.get();
        (tables > MOST_TABLES || rounds > MOST_ROUNDS)
            .then(|| view! { <p class="muted">{lang.t().seats().too_large}</p> })
    };
    let shared = move || {
        let (tables, questions, suffice) = planner.shared_questions()?;
        Some(view! { <p class="muted">{(lang.t().seats().shared)(tables, questions, suffice)}</p> })
    };
    let so_few = move || {
        let t = lang.t().seats();
        let (people, (tables, _)) = (planner.people_now()?, planner.size.get());
        let hosts = planner.hosting.get() != Hosting::None;
        let words = match (people < tables, hosts && people < 2 * tables) {
            (true, true) => format!("{} {}", t.fewer_than_tables, t.no_hosts_so_few),
            (true, false) => t.fewer_than_tables.to_owned(),
            (false, true) => t.no_hosts_so_few.to_owned(),
            (false, false) => return None,
        };
        Some(view! { <div class="notice" data-kind="info"><p>{words}</p></div> })
    };
    view! {
        <details class="card seat-form" open=open>
            <summary><h2 class="section-title">{lang.text(|t| t.seats().asked)}</h2></summary>
            <form class="stack stack--loose" novalidate on:submit=move |event| { event.prevent_default(); go(Planner::search); }>
                <p class="cluster">
                    <b>{size}</b>
                    <a href=Route::Step(session.id(), Step::Prepare).href()>{lang.text(|t| t.seats().to_prepare)}</a>
                </p>
                {too_large}
                {shared}
                <TextField id=PEOPLE kind="number" value=planner.people label=text(|t| t.seats().people)
                    hint=text(|t| t.seats().people_hint) error=error(PEOPLE) />
                <div role="status">{so_few}</div>
                <HostsChoice planner />
                <PeopleList planner />
                <GroupsChoice planner />
                <AimChoice planner />
                <PastChoice planner />
                <TextField id=NUMBER kind="number" value=planner.number label=text(|t| t.seats().number)
                    hint=text(|t| t.seats().number_hint) error=error(NUMBER) />
                <div class="cluster">
                    <button
                        class="button button--primary"
                        id="seats-make"
                        aria-busy=move || planner.progress.with(Option::is_some).then_some("true")
                    >
                        {lang.text(|t| t.seats().make)}
                    </button>
                    <button class="button" type="button" on:click=move |_| go(Planner::another)>
                        {lang.text(|t| t.seats().another)}
                    </button>
                </div>
            </form>
        </details>
    }
}

/// Who stays.
#[component]
fn HostsChoice(planner: Planner) -> impl IntoView {
    let lang = use_lang();
    let card = move |(place, hosting): (usize, Hosting)| {
        let name = Signal::derive(move || (lang.t().seats().hosting)(hosting).to_owned());
        let help = Signal::derive(move || (lang.t().seats().hosting_help)(hosting).to_owned());
        let is_chosen = Signal::derive(move || planner.hosting.get() == hosting);
        let on_choose = Callback::new(move |()| planner.hosting.set(hosting));
        view! { <ChoiceCard group="seats-hosts" id=format!("seats-hosts-{place}") name help is_chosen on_choose /> }
    };
    let all = [Hosting::Stay, Hosting::Change, Hosting::None];
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.seats().hosts)}</legend>
            <div class="grid">{all.into_iter().enumerate().map(card).collect_view()}</div>
        </fieldset>
    }
}

/// The list of people, pasted or from a file.
#[component]
fn PeopleList(planner: Planner) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let not_kept = RwSignal::new(false);
    let refused = RwSignal::new(None::<WrongFile>);
    let keep = move |list: String| {
        refused.set(None);
        not_kept.set(!planner.listed(&list) && app.storage.with_untracked(Result::is_ok));
    };
    let replaced = RwSignal::new(None::<String>);
    let put_back = move |_| {
        if let Some(before) = replaced.get_untracked() {
            replaced.set(None);
            planner.list.set(before.clone());
            keep(before);
            platform::page::focus(LIST);
        }
    };
    let back = move || {
        replaced.with(Option::is_some).then(|| {
            view! {
                <button class="button button--quiet" on:click=put_back>
                    <Icon name="undo" />{lang.text(|t| t.seats().list_back)}
                </button>
            }
        })
    };
    let take = move |event: web_sys::Event| {
        let files = transfer::read_picked(&event_target::<web_sys::HtmlInputElement>(&event));
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            let read = transfer::read(file).await;
            if planner.list.is_disposed() {
                return;
            }
            match text_in(&read.bytes) {
                Ok(list) => {
                    let before = planner.list.get_untracked();
                    // Whatever stood there may have been typed by hand.
                    replaced.set(Some(before).filter(|before| !before.trim().is_empty() && *before != list));
                    planner.list.set(list.clone());
                    keep(list);
                }
                Err(wrong) => refused.set(Some(wrong)),
            }
        });
    };
    let error = move || {
        let t = lang.t().seats();
        let refused = refused.get().map(|wrong| (t.wrong_file)(wrong).to_owned());
        let lost = not_kept.get().then(|| t.list_not_kept.to_owned());
        refused.or(wrong(planner, lang, LIST)).or(lost)
    };
    let listed = move || {
        let listed = planner.list.with(|list| read_list(list));
        let first = listed.people.first().map_or(("", ""), |first| (&*first.name, &*first.group));
        let all = groups(&listed.people).into_iter().max().unwrap_or(0);
        (lang.t().seats().listed)(listed.people.len(), usize::from(all), first, listed.has_headings)
    };
    view! {
        <div class="field">
            <label class="field-label" for=LIST>{lang.text(|t| t.seats().list)}</label>
            <p class="field-hint" id="seats-list-hint">{lang.text(|t| t.seats().list_hint)}</p>
            <Growing
                id=LIST
                value=planner.list
                described_by="seats-list-hint seats-list-error"
                on_input=Callback::new(keep)
                on_submit=Callback::new(move |()| planner.search())
            />
            <div class="cluster">
                {back}
                <label class="button">
                    {lang.text(|t| t.seats().choose_file)}
                    <input
                        class="visually-hidden"
                        type="file"
                        accept=".csv,.txt,text/csv,text/plain"
                        aria-label=lang.text(|t| t.seats().choose_file)
                        on:change=take
                    />
                </label>
            </div>
            <p class="field-error" id="seats-list-error" aria-live="polite">{error}</p>
            <p class="field-count" role="status">{listed}</p>
        </div>
    }
}

/// What comes first: that nobody meets the same people again and again, or as many pairs as possible.
#[component]
fn AimChoice(planner: Planner) -> impl IntoView {
    let lang = use_lang();
    let card = move |most_pairs: bool| {
        let (id, name, help) = if most_pairs {
            ("seats-most", lang.words(|t| t.seats().most_pairs), lang.words(|t| t.seats().most_pairs_help))
        } else {
            ("seats-mixed", lang.words(|t| t.seats().mixed), lang.words(|t| t.seats().mixed_help))
        };
        let is_chosen = Signal::derive(move || planner.most_pairs.get() == most_pairs);
        let on_choose = Callback::new(move |()| planner.most_pairs.set(most_pairs));
        view! { <ChoiceCard group="seats-aim" id name help is_chosen on_choose /> }
    };
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.seats().aim)}</legend>
            <div class="grid">{[false, true].into_iter().map(card).collect_view()}</div>
        </fieldset>
    }
}

/// Whether rounds that are over stay as they were, where there are some.
#[component]
fn PastChoice(planner: Planner) -> impl IntoView {
    let lang = use_lang();
    let past = Memo::new(move || planner.past_to_keep());
    move || {
        let past = Some(past.get()).filter(|past| *past > 0)?;
        let name = move || (lang.t().seats().keep_past)(past);
        Some(view! {
            <label class="choice">
                <input
                    type="checkbox"
                    aria-labelledby="seats-past-name"
                    aria-describedby="seats-past-help"
                    prop:checked=move || planner.keeps_past.get()
                    on:change=move |_| planner.keeps_past.update(|keeps| *keeps = !*keeps)
                />
                <span>
                    <b id="seats-past-name">{name}</b>
                    <small id="seats-past-help">{lang.text(|t| t.seats().keep_past_help)}</small>
                </span>
            </label>
        })
    }
}

/// What groups wish, where there are any.
#[component]
fn GroupsChoice(planner: Planner) -> impl IntoView {
    let lang = use_lang();
    let has_groups = Memo::new(move || planner.has_groups());
    let card = move |together: bool| {
        let (id, name, help) = if together {
            ("seats-together", lang.words(|t| t.seats().together), lang.words(|t| t.seats().together_help))
        } else {
            ("seats-apart", lang.words(|t| t.seats().apart), lang.words(|t| t.seats().apart_help))
        };
        let is_chosen = Signal::derive(move || planner.together.get() == together);
        let on_choose = Callback::new(move |()| planner.together.set(together));
        view! { <ChoiceCard group="seats-groups" id name help is_chosen on_choose /> }
    };
    move || {
        has_groups.get().then(|| {
            view! {
                <fieldset class="fieldset">
                    <legend>{lang.text(|t| t.seats().groups)}</legend>
                    <div class="grid">{[false, true].into_iter().map(card).collect_view()}</div>
                </fieldset>
            }
        })
    }
}
