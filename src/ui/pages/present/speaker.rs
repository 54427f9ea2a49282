//! The slides for the speaker: what is shown, what comes next, the time that is left, all notes of the theme.

use super::keys::{Wish, follow_keys};
use super::list::SlideList;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Screen, Step};
use crate::state::{LONGEST, Show, stay_awake, use_app, use_lang, use_session};
use crate::ui::components::{Bar, Focus, Icon, Page, SlideNotes, SlideView, Truth, cafe_title};

/// The screen.
#[component]
pub fn Speaker() -> impl IntoView {
    let (app, session, lang) = (use_app(), use_session(), use_lang());
    let show = Show::follow(app, session);
    stay_awake(|| true);
    follow_keys(show, move |wish| match wish {
        Wish::List => platform::page::focus("all-slides"),
        Wish::Notes => platform::page::focus("notes"),
        Wish::FullScreen | Wish::Away => {}
    });
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", lang.t().present().speaker, cafe.get()));
    let bar = view! { <Bar title=cafe up=Route::Step(session.id(), Step::Report) /> }.into_any();
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    let is_dark = move || show.shown.with(|shown| shown.dark);
    let now = move || show.slide.get().map(|slide| view! { <SlideView slide report=show.report /> });
    let next = Memo::new(move || show.slides.with(|slides| show.counted.with(|(at, _)| slides.get(*at).cloned())));
    let next = move || match next.get() {
        Some(slide) => view! { <SlideView slide report=show.report /> }.into_any(),
        None => view! { <p class="muted">{lang.t().present().end}</p> }.into_any(),
    };
    let counter = move || {
        let (at, of) = show.counted.get();
        (lang.t().present().slide_of)(at, of)
    };
    let dark_label = move || if is_dark() { lang.t().present().light } else { lang.t().present().dark };
    let key = |(key, what): (&'static str, &'static str)| view! { <dt>{key}</dt> <dd>{what}</dd> };
    let keys = move || lang.t().present().keys_list.into_iter().map(key).collect_view();
    view! {
        <Page title bar wide=true foot>
            <div class="page-title"><h1>{lang.text(|t| t.present().speaker)}</h1></div>
            <div class="speaker">
                <section class="stack" aria-label=lang.text(|t| t.present().now)>
                    <h2>{lang.text(|t| t.present().now)}</h2>
                    <div class="speaker-slide" class:speaker-slide--dark=is_dark>{now}</div>
                    <div class="cluster speaker-turn">
                        <button class="button" on:click=move |_| show.turn(false)>
                            <Icon name="back" />{lang.text(|t| t.present().previous)}
                        </button>
                        <p role="status">{counter}</p>
                        <button class="button button--primary" on:click=move |_| show.turn(true)>
                            {lang.text(|t| t.present().next)}<Icon name="next" />
                        </button>
                        <button class="button button--quiet" aria-pressed=move || is_dark().to_string() on:click=move |_| show.toggle_dark()>
                            <Icon name="dark" />{dark_label}
                        </button>
                        <a class="button button--quiet" href=Route::Screen(session.id(), Screen::Present).href() target="nappe-slides">
                            <Icon name="present" />{lang.text(|t| t.present().present)}
                        </a>
                    </div>
                </section>
                <div class="stack">
                    <PlenaryTime show />
                    <section class="stack" aria-label=lang.text(|t| t.present().after)>
                        <h2>{lang.text(|t| t.present().after)}</h2>
                        <div class="speaker-slide">{next}</div>
                    </section>
                </div>
                <section class="stack" aria-label=lang.text(|t| t.present().notes) id="notes" tabindex="-1">
                    <h2>{lang.text(|t| t.present().notes)}</h2>
                    <SlideNotes session show />
                </section>
                <div class="stack">
                    <details open>
                        <summary id="all-slides">{lang.text(|t| t.present().list)}</summary>
                        <SlideList show chosen=Callback::new(|()| ()) />
                    </details>
                    <details>
                        <summary>{lang.text(|t| t.present().keys)}</summary>
                        <dl class="speaker-keys">{keys}</dl>
                    </details>
                </div>
            </div>
        </Page>
    }
}

/// The time that is left, and how much there is.
#[component]
fn PlenaryTime(show: Show) -> impl IntoView {
    let lang = use_lang();
    let now = show.ticking();
    let minutes = RwSignal::new("15".to_owned());
    let ends = Memo::new(move || show.shown.with(|shown| shown.ends));
    let face = move || {
        let ends = ends.get()?;
        // What ticks may be half a second old, and the end lie beyond a whole minute from it.
        let (t, now) = (lang.t(), now.get().max(platform::now()));
        let is_over = now > ends;
        let digits = (t.clock().left)(if is_over { (now - ends) / 1_000 } else { (ends - now).div_ceil(1_000) });
        let text = if is_over { (t.present().over)(&digits) } else { format!("{digits} {}", t.present().left) };
        Some((text, is_over))
    };
    let is_wrong = RwSignal::new(false);
    let start = move || {
        let wanted = minutes.with_untracked(|text| text.trim().parse::<u32>().ok());
        let wanted = wanted.filter(|it| (1..=LONGEST).contains(it));
        is_wrong.set(wanted.is_none());
        if wanted.is_none() {
            return platform::page::focus("time-minutes");
        }
        let focus = Focus::now();
        show.set_time(wanted);
        focus.keep(["time-more".to_owned()]);
    };
    let stop = move |_| {
        let focus = Focus::now();
        show.set_time(None);
        focus.keep(["time-start".to_owned()]);
    };
    let is_running = Memo::new(move || ends.get().is_some());
    let wrong = move || is_wrong.get().then(|| (lang.t().present().minutes_wrong)(LONGEST));
    let controls = move || {
        let t = lang.t().present();
        if is_running.get() {
            view! {
                <button class="button" id="time-more" on:click=move |_| show.add_minute()>{t.more}</button>
                <button class="button button--quiet" on:click=stop>{t.stop}</button>
            }
            .into_any()
        } else {
            view! {
                <form
                    class="cluster"
                    novalidate
                    on:submit=move |event| { event.prevent_default(); start(); }
                >
                    <label class="speaker-minutes">
                        {t.minutes}
                        <input
                            class="input" type="number" min="1" max=LONGEST.to_string() inputmode="numeric" id="time-minutes"
                            aria-describedby="time-error"
                            aria-invalid=move || is_wrong.get().then_some("true")
                            prop:value=minutes
                            on:input=move |event| { minutes.set(event_target_value(&event)); is_wrong.set(false); }
                        />
                    </label>
                    <button class="button" id="time-start">{t.start}</button>
                    <p class="field-error" id="time-error" aria-live="polite">{wrong}</p>
                </form>
            }
            .into_any()
        }
    };
    let text = move || face().map(|(text, _)| text).unwrap_or_default();
    let state = move || if face().is_some_and(|(_, is_over)| is_over) { "over" } else { "running" };
    view! {
        <section class="stack" aria-label=lang.text(|t| t.present().time)>
            <h2>{lang.text(|t| t.present().time)}</h2>
            <p class="speaker-time" role="timer" data-state=state>{text}</p>
            <div class="cluster">{controls}</div>
        </section>
    }
}
