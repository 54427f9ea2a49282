//! Inviting: a link and a QR code for the café and for each table.

mod card;
mod short;

use self::card::{Card, Laid, Reach};
use self::short::{ShortLinks, laid_for, leads_here};
use crate::core::invite::qr::Qr;
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{use_app, use_lang, use_session};
use crate::transfer;
use crate::ui::components::{ChoiceCard, Icon, QrCode, StepPage, is_done, modal};
use leptos::task::spawn_local;

/// The second of the six steps.
#[component]
pub fn Invite() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let base = platform::address::base();
    let reach = Reach::of(&base);
    let cards = Memo::new(move || session.setup(|cafe| Card::all(cafe, &base)));
    let laid = laid_for(cards);
    let (large, tents) = (RwSignal::new(None::<Card>), RwSignal::new(false));
    let list = move || {
        let all = cards.get();
        if !is_done(session, Step::Prepare) || all.is_empty() {
            return view! {
                <div class="empty">
                    <Icon name="edit" />
                    <p>{lang.t().invite().not_ready}</p>
                    <a class="button button--primary" href=Route::Step(session.id(), Step::Prepare).href()>
                        {lang.t().invite().to_prepare}
                    </a>
                </div>
            }
            .into_any();
        }
        let items = all.into_iter().map(|card| view! { <InviteCard card large laid /> }).collect_view();
        view! {
            <OnPaper tents />
            <ReachNotice reach />
            {can_have_short_links(reach).then(|| view! { <ShortLinks cards laid /> })}
            <ul class="grid invites" class:invites--tents=move || tents.get()>{items}</ul>
            <div class="notice no-print" data-kind="info">
                <b>{lang.text(|t| t.invite().changed)}</b>
                <p>{lang.text(|t| t.invite().changed_help)}</p>
            </div>
        }
        .into_any()
    };
    view! {
        <StepPage session step=Step::Invite wide=true help=lang.words(|t| t.invite().help)>
            {list}
            <LargeCode large />
        </StepPage>
    }
}

/// Whether there is a folder that a file can lie in beside the app: not where all of the app is one file, wherever that
/// is.
fn can_have_short_links(reach: Reach) -> bool {
    reach != Reach::File && !platform::offline::script().is_empty()
}

/// How the cards are printed.
#[component]
fn OnPaper(
    /// Whether each one stands on its table.
    tents: RwSignal<bool>,
) -> impl IntoView {
    let lang = use_lang();
    let choice = move |stands: bool, name: Text, help: Text| {
        let id = if stands { "on-paper-tents" } else { "on-paper-cards" };
        let is_chosen = Signal::derive(move || tents.get() == stands);
        let on_choose = Callback::new(move |()| tents.set(stands));
        view! { <ChoiceCard group="on-paper" id name=lang.words(name) help=lang.words(help) is_chosen on_choose /> }
    };
    view! {
        <section class="card no-print">
            <fieldset class="fieldset">
                <legend>{lang.text(|t| t.invite().on_paper)}</legend>
                <div class="grid">
                    {choice(false, |t| t.invite().cards, |t| t.invite().cards_help)}
                    {choice(true, |t| t.invite().tents, |t| t.invite().tents_help)}
                </div>
            </fieldset>
            <div class="cluster">
                <button class="button button--primary" on:click=move |_| platform::page::print()>
                    <Icon name="print" />{lang.text(|t| t.invite().print)}
                </button>
            </div>
        </section>
    }
}

/// Says so when nobody else could open the links.
#[component]
fn ReachNotice(reach: Reach) -> impl IntoView {
    let lang = use_lang();
    move || {
        let t = lang.t().invite();
        let (title, help) = match reach {
            Reach::Others => return None,
            Reach::ThisComputer => (t.only_here, t.only_here_help),
            Reach::File => (t.from_file, t.from_file_help),
        };
        Some(view! { <div class="notice no-print" data-kind="warning"><b>{title}</b><p>{help}</p></div> })
    }
}

/// One card: to scan, to copy, to print.
#[component]
fn InviteCard(
    card: Card,
    large: RwSignal<Option<Card>>,
    /// What lies beside the app.
    laid: RwSignal<Option<Laid>>,
) -> impl IntoView {
    let lang = use_lang();
    let card = StoredValue::new(card);
    let title = Signal::derive(move || card.with_value(|card| card.title(lang)));
    let code = card.with_value(|card| Qr::new(&card.address, &card.letters));
    let link = card.with_value(Card::link);
    let question = card.with_value(|card| card.question.clone());
    let help = card.with_value(|card| card.number.is_none());
    let has_code = code.is_some();
    let (class, rounds) = card.with_value(|card| (format!("invite invite--{}", card.type_size()), card.rounds.clone()));
    let asked = move || {
        let line = |(number, question): (usize, &String)| {
            let name = move || format!("{} {number}", lang.t().sheets().round);
            view! { <li dir="auto"><b>{name}</b> " " {question.clone()}</li> }
        };
        let list = || view! { <ol class="invite-rounds print-only">{(1..).zip(&rounds).map(line).collect_view()}</ol> };
        (!rounds.is_empty()).then(list)
    };
    let words = move || {
        let question = question.clone();
        (!question.is_empty()).then(|| view! { <p class="question-text" dir="auto">{question}</p> })
    };
    // The side of a tent that its other one hides. It stands on its head until the sheet is folded.
    let back = view! {
        <div class="invite-back print-only" aria-hidden="true">
            <p class="invite-table" dir="auto">{title}</p>
            {words()}
            {asked()}
        </div>
    };
    let written = (!has_code).then(|| view! { <p class="invite-link print-only">{link.clone()}</p> });
    let picture = match code {
        Some(code) => {
            let label = Signal::derive(move || (lang.t().invite().code_of)(&title.get()));
            view! {
                <QrCode code label />
                <p class="invite-help no-print">{lang.text(|t| t.invite().scan)}</p>
            }
            .into_any()
        }
        None => view! { <p class="invite-help no-print">{lang.text(|t| t.invite().too_long)}</p> }.into_any(),
    };
    view! {
        <li class=class>
            {back}
            <div class="cloth" aria-hidden="true"></div>
            <h2 class="invite-table" dir="auto">{title}</h2>
            {help.then(|| view! { <p class="invite-help">{lang.text(|t| t.invite().whole_cafe_help)}</p> })}
            {words()}
            {asked()}
            {picture}
            <div class="invite-how print-only"><HowToJoin card has_code laid /></div>
            {move || leads_here(laid).then(|| view! {
                <p class="invite-help no-print">{(lang.t().invite().typed)(&card.with_value(Card::short_link))}</p>
            })}
            {written}
            <LinkCopy link title />
            {has_code.then(|| view! {
                <div class="cluster">
                    <button
                        class="button button--quiet"
                        aria-label=move || (lang.t().invite().large_of)(&title.get())
                        on:click=move |_| large.set(Some(card.get_value()))
                    >
                        <Icon name="qr" />{lang.text(|t| t.invite().large)}
                    </button>
                </div>
            })}
        </li>
    }
}

/// What stands on paper: how to scan the code, and what to type where that does not work.
#[component]
fn HowToJoin(card: StoredValue<Card>, has_code: bool, laid: RwSignal<Option<Laid>>) -> impl IntoView {
    let lang = use_lang();
    let base = card.with_value(|card| card.base.clone());
    let reaches = Reach::of(&base) == Reach::Others;
    move || {
        let t = lang.t().invite();
        let lines: &[&str] = if has_code { &t.how } else { &t.how[1..] };
        let by_hand = if leads_here(laid) {
            Some((t.typed)(&card.with_value(Card::short_link)))
        } else {
            reaches.then(|| (t.by_hand)(&base))
        };
        let by_hand = by_hand.map(|words| view! { <p>{words}</p> });
        view! {
            <ol>{lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ol>
            {by_hand}
        }
    }
}

/// The link of a card, and the button that copies it.
#[component]
fn LinkCopy(link: String, title: Signal<String>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let node = NodeRef::<web_sys::HtmlTextAreaElement>::new();
    let copy = {
        let link = link.clone();
        move |_| {
            let link = link.clone();
            spawn_local(async move {
                // The old way works on plain-http pages; where both fail the link is selected for the person.
                let done =
                    transfer::copy(&link).await || node.get_untracked().is_some_and(|area| transfer::select_all(&area));
                app.say(if done { lang.now().common().copied } else { lang.now().invite().select_and_copy });
            });
        }
    };
    view! {
        <div class="link-copy">
            <textarea
                class="input input--mono"
                readonly
                rows="1"
                node_ref=node
                aria-label=move || (lang.t().invite().link_of)(&title.get())
                prop:value=link
            ></textarea>
            <button
                class="button"
                aria-label=move || (lang.t().invite().copy_link)(&title.get())
                on:click=copy
            >
                <Icon name="copy" />{lang.text(|t| t.invite().copy)}
            </button>
        </div>
    }
}

/// A code as large as the window, for a table at arm's length.
#[component]
fn LargeCode(large: RwSignal<Option<Card>>) -> impl IntoView {
    let lang = use_lang();
    let node = modal(Signal::derive(move || large.with(Option::is_some)));
    let body = move || {
        let card = large.get()?;
        let code = Qr::new(&card.address, &card.letters)?;
        let title = Signal::derive(move || card.title(lang));
        let label = Signal::derive(move || (lang.t().invite().code_of)(&title.get()));
        Some(view! {
            <h2 id="large-title" dir="auto">{title}</h2>
            <QrCode code label big=true />
        })
    };
    view! {
        <dialog
            class="dialog dialog--wide"
            aria-labelledby="large-title"
            node_ref=node
            on:close=move |_| large.set(None)
        >
            <form method="dialog">
                {body}
                <div class="dialog-actions">
                    <button class="button">{lang.text(|t| t.common().close)}</button>
                </div>
            </form>
        </dialog>
    }
}
