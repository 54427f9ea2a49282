//! What was said at a table in the rounds before: key points first, then the notes, the newest round first.

use crate::core::domain::Id;
use crate::core::report::{Earlier, Entry};
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::state::{use_lang, use_session};
use crate::ui::components::Icon;

/// The earlier rounds.
#[component]
pub fn EarlierRounds(table: Id, round: Memo<Option<Id>>, is_first: Memo<bool>) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let rounds = Memo::new(move || {
        let round = round.get()?;
        Some(session.content(|cafe| Earlier::of(cafe, table, round)))
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
    let list = |title: &'static str, class: &'static str, lines: Vec<View>| {
        (!lines.is_empty()).then(|| {
            view! { <h4 class="host-kind">{title}</h4> <ul class=class>{lines.into_iter().collect_view()}</ul> }
        })
    };
    let points = round.points.into_iter().map(|point| line(point.texts, false)).collect();
    let notes = round.notes.into_iter().flat_map(note).collect();
    view! {
        <section class="card stack">
            <h3>{(t.prepare().number)(Part::Round, round.number)}</h3>
            {list(t.host().key_points, "host-list host-list--kept", points)}
            {list(t.host().notes, "host-list", notes)}
        </section>
    }
    .into_any()
}

fn note(note: Entry) -> Vec<View> {
    let examples = note.examples.into_iter().map(|example| line(example.texts, true));
    std::iter::once(line(note.texts, false)).chain(examples).collect()
}

fn line(texts: Vec<String>, is_example: bool) -> View {
    let t = use_lang().t();
    let example = is_example.then(|| view! { <small>{t.table().example}</small> " " });
    let one = |(place, text): (usize, String)| {
        let or = (place > 0).then(|| view! { " " <small>{t.common().or}</small> " " });
        view! { {or} <span dir="auto">{text}</span> }
    };
    let texts = texts.into_iter().enumerate().map(one).collect_view();
    view! { <li class="note-text" class:host-example=is_example>{example}{texts}</li> }.into_any()
}
