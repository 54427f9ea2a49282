//! What was settled, corrected or set aside where rows stand that know nothing of the harvest: it is said here, and the
//! focus goes on nearby, since the button that was used has gone with its row.

use super::Reading;
use super::disputed::LIST;
use crate::dom::prelude::*;
use crate::i18n::Messages;
use crate::i18n::step_back::Deed;
use crate::platform;
use crate::state::{Session, use_app, use_lang};
use crate::ui::components::focus_next_frame;

/// The id of the list of what was set aside.
pub const ASIDE: &str = "aside";
/// The id of what can be done with a note, in its dialog.
pub const OTHERS: &str = "move-others";

/// What is said of it; nothing of what says so itself.
fn words(deed: Deed, reading: Reading, t: Messages) -> Option<&'static str> {
    let (board, t) = (t.harvest_board(), t.harvest());
    Some(match deed {
        Deed::Chosen => t.settled,
        Deed::KeptBoth => t.kept_both,
        Deed::Corrected => t.corrected,
        Deed::PointAside => t.point_aside,
        Deed::PointShown => t.point_shown,
        Deed::SetAside if reading != Reading::Sort => board.set_aside_now,
        Deed::ShownAgain => t.note_shown,
        _ => return None,
    })
}

/// Says it, as long as the screen is there.
pub fn tell(session: Session, reading: RwSignal<Reading>) {
    let (app, lang, past) = (use_app(), use_lang(), session.past());
    let told = move |(_, deed): &(usize, Option<Deed>)| {
        if let Some(said) = deed.and_then(|deed| words(deed, reading.get_untracked(), lang.now())) {
            app.say(said);
            let reading = reading.get_untracked();
            match reading {
                // In its dialog; where that was closed, the board has the focus again.
                Reading::Sort => request_animation_frame(|| platform::page::focus_if_lost(&[OTHERS.to_owned()])),
                Reading::Disputed => focus_next_frame(LIST),
                Reading::Hidden => focus_next_frame(ASIDE),
            }
        }
    };
    Effect::watch(move || past.last(), told);
}
