//! A theme that was named or described on two devices, or anything else in two wordings: the texts, to choose from.

use crate::core::domain::{Id, Refusal};
use crate::core::harvest::{Act, Harvest};
use crate::core::merge::Versions;
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};
use crate::ui::components::Icon;

/// Which text of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeText {
    /// What it is called.
    Name,
    /// What it is about.
    About,
}

/// Names or descriptions of a theme that were written on two devices, to choose from.
#[component]
pub fn Disputes(
    session: Session,
    harvest: Memo<Harvest>,
    theme: Id,
    /// Told which was kept, or why none was.
    kept: Callback<Result<ThemeText, Refusal>>,
) -> impl IntoView {
    let t = use_lang().now();
    let choice = move |versions: Versions, which: ThemeText| {
        let (name, label) = match which {
            ThemeText::Name => (true, t.harvest_themes().two_names),
            ThemeText::About => (false, t.harvest_themes().two_abouts),
        };
        let seen = versions.seen();
        let keep = move |text: String| {
            let seen = seen.clone();
            let act = match name {
                true => Act::NameTheme { theme, seen, name: text },
                false => Act::DescribeTheme { theme, seen, about: text },
            };
            kept.run(session.act(&act).map(|()| which));
        };
        view! { <TextChoice label versions keep=Callback::new(keep) /> }
    };
    let versions = Memo::new(move || {
        harvest.with(|it| it.theme(theme).map(|it| (it.name.clone(), it.about.clone()))).unwrap_or_default()
    });
    move || {
        let (name, about) = versions.get();
        let (name, about) = (Some(name).filter(is_disputed), Some(about).filter(is_disputed));
        let help = (name.is_some() || about.is_some()).then(|| {
            view! { <p class="muted">{t.harvest_themes().two_names_help}</p> }
        });
        let name = name.map(|it| choice(it, ThemeText::Name));
        let about = about.map(|it| choice(it, ThemeText::About));
        view! { {help} {name} {about} }
    }
}

fn is_disputed(versions: &Versions) -> bool {
    versions.is_disputed(None)
}

/// The texts that stand, each with the button that keeps it.
#[component]
pub fn TextChoice(label: &'static str, versions: Versions, keep: Callback<String>) -> impl IntoView {
    let t = use_lang().now();
    let one = move |text: String| {
        let chosen = text.clone();
        let words = if text.is_empty() {
            view! { <p class="muted">{t.harvest_themes().no_about}</p> }
        } else {
            view! { <p class="note-text" dir="auto">{text}</p> }
        };
        view! {
            <li class="version">
                {words}
                <button type="button" class="button button--ghost" on:click=move |_| keep.run(chosen.clone())>
                    {t.common().keep_this}
                </button>
            </li>
        }
    };
    let texts: Vec<String> = versions.texts().iter().map(|it| it.is.to_string()).collect();
    view! {
        <p class="note-label"><Icon name="copy" />{label}</p>
        <ul class="versions">{texts.into_iter().map(one).collect_view()}</ul>
    }
}
