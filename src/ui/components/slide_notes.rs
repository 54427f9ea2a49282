//! All notes that belong to a slide, also those that it does not show: to highlight, to hide, to speak of.

use super::{Focus, Icon, UndoRedo};
use crate::core::domain::Id;
use crate::core::harvest::{Act, MOST_ON_SLIDES, SlideChoices};
use crate::core::report::slides::Subject;
use crate::core::report::{Entry, Report};
use crate::dom::prelude::*;
use crate::i18n::present::Present;
use crate::state::{Acts, Session, Show, use_app, use_lang};

/// At most this many more are shown when somebody asks: a theme of ten thousand notes at once would stop the page.
const MOST: usize = 100;

/// The notes of the slide that is shown.
#[component]
pub fn SlideNotes(
    /// The open café.
    session: Session,
    /// The slides.
    show: Show,
) -> impl IntoView {
    let lang = use_lang();
    let told = RwSignal::new(String::new());
    // The report first: the slides are made of it (see [`Show::slide`]).
    let rows = Memo::new(move || {
        show.report.with(|report| show.slide.with(|slide| slide.as_ref().map(|slide| rows(report, slide.subject))))
    });
    // Rows stay where they are while somebody works on them: what is highlighted does not jump to the front here.
    let shown = RwSignal::new(MOST);
    let subject = Memo::new(move || show.slide.with(|slide| slide.as_ref().map(|slide| slide.subject)));
    Effect::watch(move || subject.get(), move |_| shown.set(MOST));
    let ids = move || rows.with(|rows| rows.iter().flatten().take(shown.get()).map(|row| row.id).collect::<Vec<Id>>());
    let rest = move || {
        let rest = rows.with(|rows| rows.iter().flatten().count()).saturating_sub(shown.get());
        let more = move |_| {
            let (focus, before) = (Focus::now(), shown.get_untracked());
            let next = rows.with_untracked(|rows| rows.iter().flatten().nth(before).map(|row| row_id(row.id)));
            shown.set(before + MOST);
            focus.keep(next);
        };
        (rest > 0).then(|| {
            let label = (lang.t().present().show_more)(rest.min(MOST), rest);
            view! { <button class="button" on:click=more>{label}</button> }
        })
    };
    let none = move || {
        let t = lang.t().present();
        ids().is_empty().then(|| view! { <p class="muted"><b>{t.no_notes}</b> " " {t.no_notes_help}</p> })
    };
    view! {
        <div class="cluster">
            <HowMany session told />
            <UndoRedo session acts=Signal::derive(|| Acts::Slides) said=told />
        </div>
        <p class="visually-hidden" role="status">{told}</p>
        {none}
        <ul class="slide-notes">{each(ids, |id| id.bits(), move |id| view! { <NoteLine session rows id told /> })}</ul>
        {rest}
    }
}

/// One note, and what can be done with it.
#[component]
fn NoteLine(session: Session, rows: Memo<Option<Vec<Row>>>, id: Id, told: RwSignal<String>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let act = move |act: Act, say: fn(&Present) -> &'static str| match session.act(&act) {
        Ok(()) => told.set(say(lang.now().present()).to_owned()),
        Err(why) => app.say_refusal(why),
    };
    let row = Memo::new(move || rows.with(|rows| rows.iter().flatten().find(|row| row.id == id).cloned()));
    let text = move || {
        let row = row.get()?;
        let t = lang.t().present();
        let state = match (row.off, row.is_beyond) {
            (true, _) => Some(view! { <b class="badge">{t.hidden}</b> }),
            (false, true) => Some(view! { <b class="badge">{t.beyond}</b> }),
            _ => None,
        };
        let by = row.by(lang);
        // One row stands for all of it: what is done to it is done to those, too.
        let also = (row.gathered + row.examples > 0).then(|| {
            view! { <small>{(t.also)(row.gathered, row.examples)}</small> }
        });
        Some(view! {
            <span dir="auto">{row.text}</span> " " <small dir="auto">{by}</small> " " {also} " " {state}
        })
    };
    let is = move |of: fn(&Row) -> bool| move || row.with(|row| row.as_ref().is_some_and(of));
    let (lit, off) = (is(|row| row.highlighted), is(|row| row.off));
    let highlight = move |_| {
        // Whichever of those that say the same was highlighted made them all so: this takes it from all.
        let on = !lit();
        let say: fn(&Present) -> &'static str = if on { |t| t.highlighted_now } else { |t| t.not_highlighted };
        act(Act::Highlight { note: id, on }, say);
    };
    let hide = move |_| {
        let was_off = off();
        let say: fn(&Present) -> &'static str = if was_off { |t| t.shown_now } else { |t| t.hidden_now };
        act(Act::LeaveOffSlides { note: id, off: !was_off }, say);
    };
    let name = move || {
        let t = lang.t().present();
        if off() { t.show } else { t.hide }
    };
    view! {
        <li class="slide-note" id=row_id(id) tabindex="-1" data-off=move || off().then_some("true")>
            <p>{text}</p>
            <div class="cluster">
                <button class="button button--quiet" aria-pressed=move || lit().to_string() on:click=highlight>
                    <span aria-hidden="true">"★"</span>{lang.text(|t| t.present().highlight)}
                </button>
                <button class="button button--quiet" on:click=hide><Icon name="hide" />{name}</button>
            </div>
        </li>
    }
}

/// How many notes of a theme the slides show.
#[component]
fn HowMany(session: Session, told: RwSignal<String>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let most = Memo::new(move || session.content(|cafe| SlideChoices::of(cafe).most));
    let step = move |by: i32| {
        move |_| {
            let wanted = most.get_untracked().saturating_add_signed(by).clamp(1, MOST_ON_SLIDES);
            if let Err(why) = session.act(&Act::ShowOnSlides { most: wanted }) {
                app.say_refusal(why);
            }
            told.set((lang.now().present().showing)(wanted));
        }
    };
    view! {
        <div class="cluster" role="group" aria-label=lang.text(|t| t.present().most)>
            <button class="button button--icon" aria-label=lang.text(|t| t.present().fewer) on:click=step(-1)>"−"</button>
            <span>{move || (lang.t().present().showing)(most.get())}</span>
            <button class="button button--icon" aria-label=lang.text(|t| t.present().many) on:click=step(1)>"+"</button>
        </div>
    }
}

fn row_id(note: Id) -> String {
    format!("slide-note-{note}")
}

/// A note, and how the slides show it.
#[derive(Clone, PartialEq)]
struct Row {
    id: Id,
    text: String,
    name: Option<String>,
    table: Option<crate::core::report::TableName>,
    round: Option<usize>,
    highlighted: bool,
    off: bool,
    /// How many others say the same.
    gathered: usize,
    /// How many examples it and those have.
    examples: usize,
    /// Whether only the count of the others tells of it.
    is_beyond: bool,
}

impl Row {
    fn by(&self, lang: crate::state::Lang) -> String {
        let t = lang.t();
        let table = self.table.as_ref().map(|table| t.report().words.table_name(table));
        let round = self.round.map(|round| (t.common().round)(round));
        self.name.iter().cloned().chain(table).chain(round).collect::<Vec<_>>().join(", ")
    }
}

fn rows(report: &Report, subject: Subject) -> Vec<Row> {
    let Some(group) = report.group_of(subject) else { return Vec::new() };
    let mut entries: Vec<&Entry> = group.entries.iter().collect();
    entries.sort_by_key(|it| std::cmp::Reverse(it.strength()));
    let mut shown = 0;
    let mut row = |entry: &Entry| {
        let on = report.slides.shown_of(entry);
        let off = on.is_none();
        shown += u32::from(!off);
        // What is said of it here is what the slide says; taken off, what it would say.
        let said = on.as_deref().unwrap_or(entry);
        Row {
            id: entry.id,
            text: said.texts.join(" / "),
            name: said.name.clone(),
            table: said.table.clone(),
            round: said.round,
            highlighted: entry.highlighted,
            off,
            gathered: said.gathered.len(),
            examples: said.total().saturating_sub(1 + said.gathered.len()),
            is_beyond: !off && !entry.highlighted && shown > report.slides.most,
        }
    };
    let mut rows: Vec<(usize, usize, Row)> =
        entries.into_iter().map(|entry| (entry.dots, entry.gathered.len(), row(entry))).collect();
    rows.sort_by_key(|(dots, also, row)| (std::cmp::Reverse((*dots, *also)), row.id));
    rows.into_iter().map(|(.., row)| row).collect()
}
