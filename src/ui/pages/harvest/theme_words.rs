//! Name and description of a theme, in the dialog of that theme: what was typed, and nothing else, is written.

use super::disputes::ThemeText;
use super::kept_text::{KeptText, shown};
use super::sorting::Sorting;
use crate::core::domain::{Id, Refusal};
use crate::core::harvest::{Act, THEME_ABOUT_CHARS};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::Wording;
use crate::ui::components::focus_next_frame;

const NAME: &str = "theme-name";
const ABOUT: &str = "theme-about";

/// The two boxes. Copy.
#[derive(Clone, Copy)]
pub struct Words {
    cx: Sorting,
    theme: Id,
    name: KeptText,
    about: KeptText,
}

impl Words {
    /// The words of a theme, or what was left in the boxes.
    pub fn new(cx: Sorting, theme: Id) -> Self {
        let [name, about] = untrack(|| of_theme(cx, theme));
        let of = |slot, now| KeptText::of_record(cx.session, theme, slot, now);
        let words = Self { cx, theme, name: of(NAME, name), about: of(ABOUT, about) };
        Effect::new(move || {
            let [name, about] = of_theme(cx, theme);
            words.name.follow(name);
            words.about.follow(about);
        });
        words
    }

    /// A version was kept, or could not be.
    pub fn kept(self, kept: Result<ThemeText, Refusal>) {
        let [name, about] = untrack(|| of_theme(self.cx, self.theme));
        let field = match kept {
            Ok(ThemeText::Name) => {
                self.name.chosen(name);
                NAME
            }
            Ok(ThemeText::About) => {
                self.about.chosen(about);
                ABOUT
            }
            Err(refusal) => return self.cx.refused(refusal),
        };
        self.cx.done(self.cx.lang.now().harvest_themes().saved.to_owned());
        // The button that was pressed has gone with the choice.
        focus_next_frame(field);
    }

    /// Writes what was changed. What somebody else wrote meanwhile, and what nobody touched here, stays as it is.
    fn save(self) {
        let Self { cx, theme, name, about } = self;
        let mut acts = Vec::new();
        if untrack(|| name.is_changed()) {
            acts.push(Act::NameTheme { theme, seen: name.seen(), name: name.now() });
        }
        if untrack(|| about.is_changed()) {
            acts.push(Act::DescribeTheme { theme, seen: about.seen(), about: about.now() });
        }
        let done = cx.session.act_all(&acts);
        if let Err(refusal) = done {
            return self.refused(refusal);
        }
        let unsaved = || cx.session.unsaved().with_untracked(|unsaved| unsaved.get(&theme).cloned());
        // Pressed again, since it was not saved: perhaps there is room by now.
        if acts.is_empty() && unsaved().is_some() {
            cx.session.retry();
        }
        let why = unsaved().filter(|_| cx.app.storage.with_untracked(Result::is_ok));
        let [now_name, now_about] = untrack(|| of_theme(cx, theme));
        name.stored(now_name, why.is_none());
        about.stored(now_about, why.is_none());
        let t = cx.lang.now();
        if let Some(why) = why {
            return cx.wrong((t.harvest_themes().not_saved)(&(t.errors().store)(&why)));
        }
        if !acts.is_empty() {
            cx.done(t.harvest_themes().saved.to_owned());
        }
        cx.open.set(None);
    }

    fn refused(self, refusal: Refusal) {
        let (field, text) = match refusal {
            Refusal::TooLong(THEME_ABOUT_CHARS) => (ABOUT, self.about),
            Refusal::TooLong(_) | Refusal::Empty => (NAME, self.name),
            // It is about neither box: the theme is not there any more.
            _ => return self.cx.refused(refusal),
        };
        text.error.set(Some(self.cx.lang.refusal(refusal)));
        platform::page::focus(field);
    }

    fn give_up(self) {
        let [name, about] = untrack(|| of_theme(self.cx, self.theme));
        self.name.give_up(name);
        self.about.give_up(about);
        platform::page::focus(NAME);
    }
}

/// Name and description as they stand; followed.
fn of_theme(cx: Sorting, theme: Id) -> [Wording; 2] {
    cx.theme(theme, |it| [shown(&it.name), shown(&it.about)])
}

/// The boxes, and what becomes of what was typed.
#[component]
pub fn WordsForm(words: Words) -> impl IntoView {
    let t = words.cx.lang.now();
    let Words { name, about, .. } = words;
    let is_changed = Memo::new(move || name.is_changed() || about.is_changed());
    let draft = move || {
        is_changed.get().then(|| {
            view! {
                <p class="muted">{t.harvest_themes().draft}</p>
                <button type="button" class="button button--quiet" on:click=move |_| words.give_up()>
                    {t.harvest_themes().give_up}
                </button>
            }
        })
    };
    view! {
        <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); words.save(); }>
            <div class="field">
                <label class="field-label" for=NAME>{t.harvest_themes().name}</label>
                <input
                    class="input"
                    id=NAME
                    dir="auto"
                    autocomplete="off"
                    aria-describedby="theme-name-error"
                    aria-invalid=move || name.error.with(Option::is_some).then_some("true")
                    prop:value=name.text
                    on:input=move |event| name.typed(event_target_value(&event))
                />
                <p class="field-error" id="theme-name-error" aria-live="polite">{move || name.error.get()}</p>
            </div>
            <div class="field">
                <label class="field-label" for=ABOUT>
                    {t.harvest_themes().about} " " <small>{t.create().optional}</small>
                </label>
                <textarea
                    class="input theme-about"
                    id=ABOUT
                    rows="2"
                    dir="auto"
                    aria-describedby="theme-about-error"
                    aria-invalid=move || about.error.with(Option::is_some).then_some("true")
                    prop:value=about.text
                    on:input=move |event| about.typed(event_target_value(&event))
                ></textarea>
                <p class="field-error" id="theme-about-error" aria-live="polite">{move || about.error.get()}</p>
            </div>
            <div class="cluster">
                <button class="button button--primary">{t.common().save}</button>
                {draft}
            </div>
        </form>
    }
}
