//! What was said at a table in the rounds before: key points first, then the notes, the newest round first.

use crate::core::domain::{Cafe, Id};
use crate::core::merge::Versions;
use crate::dom::prelude::*;
use crate::state::{use_lang, use_session};
use crate::ui::components::Icon;

/// Words, and whether they are an example of the ones before.
type Line = (Vec<String>, bool);

/// One round at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Earlier {
    number: usize,
    points: Vec<Line>,
    notes: Vec<Line>,
}

fn texts(versions: &Versions) -> Vec<String> {
    versions.texts().iter().map(|version| version.is.to_string()).collect()
}

/// The rounds before this one in which something was written at the table, the newest first.
fn earlier(cafe: &Cafe, table: Id, round: Id) -> Vec<Earlier> {
    let rounds = cafe.rounds();
    let now = rounds.iter().position(|it| it.id == round).unwrap_or_default();
    let of_round = |(place, round): (usize, Id)| {
        let notes: Vec<_> = (cafe.contributions())
            .filter(|note| note.table == table && note.round == round && !note.is_hidden())
            .collect();
        let is_example = |of: Option<Id>| of.is_some_and(|of| notes.iter().any(|note| note.id == of));
        let mut lines = Vec::new();
        for note in notes.iter().filter(|note| !is_example(note.example_of)) {
            lines.push((texts(&note.text), false));
            let examples = notes.iter().filter(|it| it.example_of == Some(note.id));
            lines.extend(examples.map(|it| (texts(&it.text), true)));
        }
        let points = cafe.key_points(table).filter(|point| point.round == round);
        let points = points.map(|point| (texts(&point.text), false)).collect();
        Earlier { number: place + 1, points, notes: lines }
    };
    let before = rounds.iter().take(now).map(|round| round.id).enumerate().rev();
    before.map(of_round).filter(|it| !it.points.is_empty() || !it.notes.is_empty()).collect()
}

/// The earlier rounds.
#[component]
pub fn EarlierRounds(table: Id, round: Memo<Option<Id>>) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let rounds = Memo::new(move || {
        let round = round.get()?;
        Some(session.content(|cafe| earlier(cafe, table, round)))
    });
    let is_first = Memo::new(move || {
        let round = round.get();
        session.setup(|cafe| cafe.rounds().first().map(|first| first.id) == round)
    });
    let body = move || {
        let t = lang.t().host();
        let rounds = rounds.get().unwrap_or_default();
        if rounds.is_empty() {
            let (title, help) = match is_first.get() {
                true => (t.first_round, t.first_round_help),
                false => (t.nothing_yet, t.nothing_yet_help),
            };
            return view! { <div class="empty"><Icon name="cup" /><b>{title}</b><p>{help}</p></div> }.into_any();
        }
        rounds.into_iter().map(one_round).collect_view().into_any()
    };
    view! {
        <section class="stack" aria-labelledby="earlier">
            <h2 class="section-title" id="earlier">{lang.text(|t| t.host().earlier)}</h2>
            {body}
        </section>
    }
}

fn one_round(round: Earlier) -> View {
    let t = use_lang().t();
    let list = |title: &'static str, class: &'static str, lines: Vec<Line>| {
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(line).collect_view();
            view! { <h4 class="host-kind">{title}</h4> <ul class=class>{lines}</ul> }
        })
    };
    view! {
        <section class="card stack">
            <h3>{(t.prepare().number)(crate::i18n::prepare::Part::Round, round.number)}</h3>
            {list(t.host().key_points, "host-list host-list--kept", round.points)}
            {list(t.host().notes, "host-list", round.notes)}
        </section>
    }
    .into_any()
}

fn line((texts, is_example): Line) -> View {
    let t = use_lang().t();
    let example = is_example.then(|| view! { <small>{t.table().example}</small> " " });
    let one = |(place, text): (usize, String)| {
        let or = (place > 0).then(|| view! { " " <small>{t.common().or}</small> " " });
        view! { {or} <span dir="auto">{text}</span> }
    };
    let texts = texts.into_iter().enumerate().map(one).collect_view();
    view! { <li class="note-text" class:host-example=is_example>{example}{texts}</li> }.into_any()
}
