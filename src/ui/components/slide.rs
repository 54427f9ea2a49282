//! A slide as a picture of words: as large as the box that it stands in, on the wall and in the speaker's view alike.
//! The slide of the harvest map is the map; where the box is high and narrow, and the map would be too small, it is its
//! list.

use super::map_picture::drawn;
use crate::core::domain::Id;
use crate::core::report::Report;
use crate::core::report::map::{self, Frame};
use crate::core::report::slides::{Item, Role, Slide, Subject};
use crate::dom::prelude::*;
use crate::i18n::Messages;
use crate::state::use_lang;
use std::rc::Rc;

/// One slide.
#[component]
pub fn SlideView(
    /// The slide.
    slide: Slide,
    /// What it is a slide of.
    report: Memo<Rc<Report>>,
    /// Whether its title is the heading of the page.
    #[prop(optional)]
    main: bool,
) -> impl IntoView {
    let t = use_lang().t();
    let kind = match slide.subject {
        Subject::Title => "title",
        Subject::Questions => "questions",
        Subject::Question(_) => "question",
        Subject::Group(..) => "group",
        Subject::Map(_) => "map",
        Subject::KeyPoints(_) => "points",
        Subject::NextSteps => "steps",
        Subject::Thanks => "thanks",
    };
    let part = (slide.parts > 1)
        .then(|| view! { " " <small class="slide-part">{format!("{}/{}", slide.part, slide.parts)}</small> });
    let words = view! { <span dir="auto">{slide.title.clone()}</span> {part} };
    let title = if main {
        view! { <h1 class="slide-title">{words}</h1> }.into_any()
    } else {
        view! { <p class="slide-title">{words}</p> }.into_any()
    };
    let over = (!slide.over.is_empty()).then(|| view! { <p class="slide-over" dir="auto">{slide.over.clone()}</p> });
    let most = slide.items.iter().filter(|item| item.role == Role::Theme).map(|item| item.total).max();
    let items = slide.items.iter().map(|item| self::item(item, most.unwrap_or(1).max(1), t)).collect_view();
    let list = (!slide.items.is_empty()).then(|| view! { <ul class="slide-items">{items}</ul> });
    let map = match slide.subject {
        // The picture quotes notes, which the list of the slide does not have.
        Subject::Map(question) => Some(move || report.with(|report| picture(report, question, main, t))),
        _ => None,
    };
    view! {
        <div class="slide" data-kind=kind>
            <div class="slide-page">{over} {title} {list}</div>
            {map}
        </div>
    }
}

/// The map of a question, as far as the slides show it: a note that was hidden is neither quoted nor counted. The list
/// beside it says the same to those who do not see it.
fn picture(report: &Report, question: Id, main: bool, t: Messages) -> Option<View> {
    let place = report.sections.iter().position(|section| section.id == question)?;
    let words = &t.report().words;
    let section = report.slides.section(&report.sections[place]);
    let picture = map::picture(&section, place + 1, Frame::Slide, words);
    let id = if main { "slide-map" } else { "next-slide-map" };
    Some(view! { <div class="slide-map" aria-hidden="true">{drawn(&picture, words, id, "")}</div> }.into_any())
}

fn item(item: &Item, most: usize, t: Messages) -> View {
    let role = match item.role {
        Role::Plain => "plain",
        Role::Question(_) => "question",
        Role::About => "about",
        Role::Table => "table",
        Role::Note | Role::Point | Role::Step => "note",
        Role::Example => "example",
        Role::Theme => "theme",
        Role::Detail => "detail",
        Role::Remark => "remark",
    };
    let sign = match item.role {
        Role::Question(number) => Some(view! { <span class="slide-sign">{format!("{number}.")}</span> }.into_any()),
        Role::Note | Role::Point | Role::Step if item.is_rest => {
            Some(view! { <span class="slide-sign" aria-hidden="true">"…"</span> }.into_any())
        }
        Role::Note if item.highlighted => {
            Some(view! { <span class="slide-sign" role="img" aria-label=t.present().star>"★"</span> }.into_any())
        }
        Role::Note | Role::Point | Role::Step => {
            Some(view! { <span class="slide-sign" aria-hidden="true">"–"</span> }.into_any())
        }
        _ => None,
    };
    view! {
        <li class="slide-item" data-role=role class:slide-item--first=item.highlighted>
            {sign}
            <span class="slide-text" dir="auto">{item.text.clone()}</span>
            {figures(item, t)}
            {(item.role == Role::Theme).then(|| bar(item.total, most))}
        </li>
    }
    .into_any()
}

/// Dots, and how many say it or are in it: a sign for the room, words for screen readers.
fn figures(item: &Item, t: Messages) -> View {
    let is_theme = item.role == Role::Theme;
    let dots = (item.dots > 0).then(|| {
        let label = (t.report().words.dots)(item.dots);
        view! { <span class="slide-dots" role="img" aria-label=label>{format!("● {}", item.dots)}</span> }
    });
    let total = (is_theme || item.total > 1).then(|| {
        let (label, sign) = if is_theme {
            ((t.common().contributions)(item.total), item.total.to_string())
        } else {
            ((t.present().said_by)(item.total), format!("× {}", item.total))
        };
        view! { <span role="img" aria-label=label>{sign}</span> }
    });
    if dots.is_none() && total.is_none() {
        return ().into_any();
    }
    view! { <span class="slide-figures">{dots} {total}</span> }.into_any()
}

fn bar(total: usize, most: usize) -> View {
    let share = format!("{}%", total * 100 / most);
    view! { <span class="slide-bar" var:share=share aria-hidden="true"></span> }.into_any()
}
