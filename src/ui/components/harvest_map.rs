//! The harvest map of a question: the picture, the same in words, and the picture as a file.

use super::Icon;
use super::map_picture::drawn;
use crate::core::report::Section;
use crate::core::report::map::{self, Frame, Told};
use crate::dom::prelude::*;
use crate::state::{Session, use_app, use_lang};
use crate::transfer;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The number of pixels of a PNG for each unit of the picture: sharp on a projector and on paper.
const PIXELS: f64 = 2.0;

/// The picture of a question.
#[component]
pub fn HarvestMap<'a>(
    /// The open café.
    session: Session,
    /// The question's place, from 1.
    number: usize,
    /// What the report says of it.
    section: &'a Section,
) -> impl IntoView + use<> {
    let (app, lang) = (use_app(), use_lang());
    let t = lang.t().report();
    let page = Rc::new(map::picture(section, number, Frame::Page, &t.words));
    // A large picture would be too small to read on a phone.
    let phone = map::picture(section, number, Frame::Phone, &t.words);
    let busy = ArcRwSignal::new(false);
    let name = move |ending: &str| format!("{}-{number}.{ending}", session.file_name(lang.now().report().map_file));
    let say = move |name: &str, taken: bool| {
        let t = lang.now();
        let words = if taken { (t.report_files().downloaded)(name) } else { t.report().map_not_downloaded.to_owned() };
        app.say(words);
    };
    let picture = page.clone();
    let as_svg = move |_| {
        let (name, text) = (name("svg"), map::svg(&picture, &lang.now().report().words));
        say(&name, transfer::download(&name, &text, "image/svg+xml"));
    };
    let (picture, drawing) = (page.clone(), busy.clone());
    let as_png = move |_| {
        if drawing.get_untracked() {
            return;
        }
        let (picture, drawing) = (picture.clone(), drawing.clone());
        drawing.set(true);
        spawn_local(async move {
            let text = map::svg(&picture, &lang.now().report().words);
            let pixels = |units: f64| (units * PIXELS).ceil() as u32;
            let made = transfer::png(&text, pixels(picture.width), pixels(picture.height)).await;
            drawing.set(false);
            match made {
                Some(blob) => {
                    let name = name("png");
                    say(&name, transfer::download_blob(&name, &blob));
                }
                None => app.say(lang.now().report().map_not_drawn),
            }
        });
    };
    view! {
        <figure class="map">
            {drawn(&page, &t.words, &format!("map-{number}-page"), "map-page")}
            {drawn(&phone, &t.words, &format!("map-{number}-phone"), "map-phone")}
            <figcaption class="stack no-print">
                <details class="map-words">
                    <summary>{t.map_words}</summary>
                    {in_words(&page.told)}
                </details>
                <div class="cluster" role="group" aria-label=(t.map_files)(number)>
                    <button class="button button--quiet" on:click=as_svg>
                        <Icon name="download" />{t.map_svg}
                    </button>
                    <button class="button button--quiet" aria-busy=move || busy.get().to_string() on:click=as_png>
                        <Icon name="download" />{t.map_png}
                    </button>
                </div>
            </figcaption>
        </figure>
    }
}

/// What the picture says.
fn in_words(told: &Told) -> View {
    let theme = |theme: &map::ToldTheme| {
        let quotes = theme.quotes.iter().map(|text| view! { <li dir="auto">{text.clone()}</li> }).collect_view();
        let more = theme.more.clone().map(|more| view! { <li>{more}</li> });
        view! {
            <li>
                <b dir="auto">{theme.name.clone()}</b> " " <small>{theme.figures.clone()}</small>
                <ul>{quotes} {more}</ul>
            </li>
        }
    };
    view! {
        <p>{told.figures.clone()}</p>
        <ul class="stack">{told.themes.iter().map(theme).collect_view()}</ul>
        {told.rest.clone().map(|rest| view! { <p>{rest}</p> })}
    }
    .into_any()
}
