//! The frame of every page: the cloth, the bar, the content, the foot.

use super::{Icon, StateNotices};
use crate::dom::prelude::*;
use crate::i18n::Locale;
use crate::platform;
use crate::route::Route;
use crate::state::{use_app, use_lang};
use crate::ui::parts;

/// A page of the app.
#[component]
pub fn Page(
    /// The page's name, for the window and the history.
    #[prop(into)]
    title: Signal<String>,
    /// What stands in the bar.
    bar: View,
    /// The steps of the facilitator, beside the content.
    #[prop(optional_no_strip)]
    steps: Option<View>,
    /// Whether the content takes the whole width.
    #[prop(optional)]
    wide: bool,
    /// What stands at the foot: the truth about the data, or the box to write in.
    foot: View,
    /// The content.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    Effect::new(move || platform::page::set_title(&format!("{} · Nappe", title.get())));
    use_app().begin_screen();
    let class = if steps.is_some() { "page page--rail" } else { "page" };
    let notices = use_app().session_on_screen().map(|session| view! { <StateNotices session /> });
    view! {
        <div class=class>
            <button class="button button--primary skip-link" on:click=move |_| platform::page::focus("main")>
                {lang.text(|t| t.common().skip_to_content)}
            </button>
            <div class="cloth" aria-hidden="true"></div>
            <header class="bar">{bar} <LanguageSwitch /></header>
            {steps}
            <main class="content" class:content--wide=wide id="main" tabindex="-1">
                {notices}
                {parts::bars()}
                {children()}
            </main>
            {foot}
        </div>
    }
}

/// The bar of a page that belongs to no café, or the café's title: leads home, or up.
#[component]
pub fn Bar(
    /// What it says.
    #[prop(into)]
    title: Signal<String>,
    /// Where it leads.
    up: Route,
) -> impl IntoView {
    let lang = use_lang();
    let label = {
        let is_home = up == Route::Home;
        move || if is_home { lang.t().common().home } else { lang.t().common().back }
    };
    view! {
        <a class="button button--quiet button--icon" href=up.href() aria-label=label>
            <Icon name="back" />
        </a>
        <div class="bar-title"><b dir="auto">{title}</b></div>
    }
}

/// French or English, at once.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let button = move |locale: Locale| {
        let (short, name) = match locale {
            Locale::French => ("FR", "FR, français"),
            Locale::English => ("EN", "EN, English"),
        };
        view! {
            <button
                lang=locale.tag()
                aria-label=name
                aria-pressed=move || (lang.locale() == locale).to_string()
                on:click=move |_| app.choose_locale(locale)
            >
                {short}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=lang.text(|t| t.common().language)>
            {Locale::ALL.map(button).collect_view()}
        </div>
    }
}
