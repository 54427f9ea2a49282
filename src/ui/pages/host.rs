//! The host of a table: welcomes the next group with what the last ones said, and keeps what this one says.

mod earlier;
mod read_back;
mod voices;

use self::earlier::EarlierRounds;
use self::read_back::ReadBack;
use self::voices::GoRound;
use crate::core::domain::{Command, Id};
use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{use_lang, use_session};
use crate::ui::components::{
    Bar, Composer, Icon, KeyPointRow, Page, RoundBegun, RoundChoice, Writing, cafe_title, table_name,
};

/// The box for key points. Its draft has a slot of its own: the box for notes at this table has the table's id.
static KEY_POINTS: Writing = Writing {
    list: "points",
    slot: "key-point-",
    form: |t| t.host().kept,
    label: |t| t.host().key_point,
    placeholder: |t| t.host().placeholder,
    button: |t| t.host().keep,
    added: |t| t.host().added,
    nowhere: |t| t.host().no_round,
    command: |session, table, round, id, text| {
        Some(Command::WriteKeyPoint { id, author: session.device(), table, round, text })
    },
};

/// The screen.
#[component]
pub fn Host(
    /// The table.
    table: Id,
) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    session.sit(|seat| seat.table = Some(table.to_string()));
    let round = Memo::new(move || session.writing_round());
    let is_first = Memo::new(move || {
        let round = round.get();
        session.setup(|cafe| cafe.rounds().first().map(|first| first.id) == round)
    });
    let wording = Memo::new(move || {
        let round = round.get()?;
        session.setup(|cafe| cafe.question(cafe.question_at(table, round)?).map(|it| it.wording().to_owned()))
    });
    let title = Signal::derive(move || (lang.t().host().title)(&table_name(session, lang, table)));
    let points = Memo::new(move || {
        let Some(round) = round.get() else { return Vec::new() };
        session.content(|cafe| {
            cafe.key_points(table).filter(|point| point.round == round).map(|point| point.id).collect::<Vec<_>>()
        })
    });
    let empty = move || {
        points.with(Vec::is_empty).then(|| {
            let t = lang.t().host();
            view! { <div class="empty"><Icon name="cup" /><b>{t.no_points}</b><p>{t.no_points_help}</p></div> }
        })
    };
    let bar = view! {
        <Bar title=cafe_title(session, lang) up=Route::Table(session.id(), table) />
    }
    .into_any();
    let foot = view! { <Composer session table round writing=&KEY_POINTS /> }.into_any();
    view! {
        <Page title bar foot>
            <div class="question">
                <p class="badge host-table" dir="auto">{title}</p>
                <RoundChoice session round />
                <RoundBegun session round />
                <h1 class="question-text" dir="auto">
                    {move || wording.get().unwrap_or_else(|| lang.t().table().no_question.to_owned())}
                </h1>
            </div>
            <Welcome is_first />
            <EarlierRounds table round is_first />
            <GoRound table round />
            <section class="stack" aria-labelledby="kept">
                <h2 class="section-title" id="kept">{lang.text(|t| t.host().kept)}</h2>
                {empty}
                <div id="points">
                    <ul class="notes">
                        {each(
                            move || points.get(),
                            |id| id.bits(),
                            move |id| view! { <li><KeyPointRow session id /></li> },
                        )}
                    </ul>
                </div>
                <ReadBack points />
            </section>
        </Page>
    }
}

/// What to say when a group has sat down.
#[component]
fn Welcome(is_first: Memo<bool>) -> impl IntoView {
    let lang = use_lang();
    let lines = move || {
        let script = lang.t().host().script(is_first.get());
        script.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <section class="card stack" aria-labelledby="welcome">
            <h2 class="section-title" id="welcome">{lang.text(|t| t.host().welcome)}</h2>
            <ol class="host-script">{lines}</ol>
        </section>
    }
}
