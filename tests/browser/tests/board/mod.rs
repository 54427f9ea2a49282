//! The board of the harvest: a café in which nothing is sorted, and what people do with its notes.

use crate::bundles;
use crate::steps::*;
use browser_tests::{Browser, Locator, Page, Server, containing};
use nappe_core::bundle::encode;
use nappe_core::domain::{Cafe, Clock, Command, DeviceId, Form, IdMaker, Scope, WriterId};
use serde_json::json;

pub const TEASPOON: &str = "A teaspoon is enough";
pub const NOISE: &str = "Less noise";
pub const PICTURES: &str = "Menus in pictures";
pub const TABLES: &str = "Tables of six";
pub const CHEESE: &str = "Cheese as a dare";
const FIRST: [&str; 13] = [
    TEASPOON,
    NOISE,
    PICTURES,
    TABLES,
    CHEESE,
    "Peeled together, eaten together",
    "A week of spices",
    "A vote every month",
    "Cooks at the table",
    "A story for each dish",
    "Recipes for home",
    "Half an hour at least",
    "Never by force",
];
const SECOND: [&str; 4] = ["Lentils once a week", "Apples from the orchard", "Crooked carrots", "Jars for winter"];

/// A café in which nothing is sorted: two questions, two tables, thirteen notes and four.
pub fn unsorted() -> Cafe {
    let (mut ids, mut clock) = (IdMaker::default(), Clock::new(WriterId::from_bits(5)));
    let (begun, mut made) = (1_780_140_000_000, 0);
    let mut id = || {
        made += 1_000;
        ids.next(begun + made, u128::from(made))
    };
    let mut cafe = Cafe::create(id(), "Lunch", Form::QuestionPerTable, clock.next(begun, None));
    let (questions, tables, round) = ([id(), id()], [id(), id()], id());
    let mut acts = vec![Command::AddRound { id: round, minutes: 20, question: None }];
    for (place, text) in ["How do we get children to try everything?", "How can we cook local food?"].iter().enumerate()
    {
        acts.push(Command::AddQuestion { id: questions[place], text: (*text).into() });
        let question = Some(questions[place]);
        acts.push(Command::AddTable { id: tables[place], name: String::new(), question });
    }
    let notes = FIRST.iter().map(|text| (0, text)).chain(SECOND.iter().map(|text| (1, text)));
    for (place, text) in notes {
        acts.push(Command::Write {
            id: id(),
            author: DeviceId::from_bits(7),
            question: questions[place],
            table: tables[place],
            round,
            text: (*text).into(),
            name: String::new(),
            example_of: None,
        });
    }
    for act in acts {
        cafe.apply(act, begun, &mut clock).expect("an act");
    }
    cafe
}

/// The café in which nothing is sorted, on the screen "harvest".
#[track_caller]
pub fn open_unsorted(browser: &Browser, server: &Server) -> Page {
    open_sorting(browser, server, &unsorted())
}

/// A café on the screen "harvest".
#[track_caller]
pub fn open_sorting(browser: &Browser, server: &Server, cafe: &Cafe) -> Page {
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "unsorted.json", encode(cafe, Scope::Whole));
    let page = browser.open(&server.url("/"));
    page.file_field(say(browser, "Import a bundle", "Importer un paquet")).choose_files(&[&bundle]);
    page.wait_sees(say(browser, "What would change", "Ce qui changerait"));
    import(browser);
    to_step(browser, say(browser, "Harvest", "Récolter"));
    page.wait_sees(say(browser, "of 13 sorted", "sur 13"));
    page
}

/// A column of the board, by its name.
pub fn column(page: &Page, name: &str) -> Locator {
    page.by_role("region", name)
}

/// Waits until a column has these notes, by the beginnings of their words, and no others.
#[track_caller]
pub fn expect_column(page: &Page, name: &str, notes: &[&str]) {
    let list = format!(
        "[...[...document.querySelectorAll('.board-column')].find((it) => it.querySelector('h3 > span').textContent === {})
            ?.querySelectorAll('.slip') ?? []].map((it) => it.querySelector('.note-text').textContent)",
        json!(name)
    );
    page.wait_for(&format!("{notes:?} in {name}"), || {
        let there = page.value_of(&list);
        let there: Vec<&str> = there.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
        there.len() == notes.len() && notes.iter().all(|note| there.iter().any(|it| it.starts_with(note)))
    });
}

/// Opens what can be done with a note, and moves it.
#[track_caller]
pub fn move_by_tap(browser: &Browser, words: &str, theme: &str) {
    let page = browser.page();
    note(browser, words).button(say(browser, "Move to…", "Déplacer…")).click();
    page.dialog(containing(say(browser, "Move", "Déplacer"))).button(containing(theme)).click();
}

/// The café in which nothing is sorted, with the first set of themes under its first question.
#[track_caller]
pub fn with_themes(browser: &Browser, server: &Server) -> Page {
    let page = open_unsorted(browser, server);
    page.field("Start from").choose("Why and how");
    page.button("Add these 4 themes").click();
    page.wait_sees("4 themes were added.");
    // The page has scrolled there by then.
    page.wait_for("the column to have the focus", || page.focused().name == "To sort");
    page
}
