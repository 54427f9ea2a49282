//! The harvest of the example: themes with most of the notes in them, some dots, two next steps.

use super::{AUTHORS, MADE, MINUTE, Texts, Written, new_id_for};
use crate::domain::{Cafe, Clock, DeviceId, Id, WriterId};
use crate::harvest::{Act, Phase, Voting, carry_out};

/// Half past two: after lunch, as it should be.
const GATHERED: u64 = MADE + 390 * MINUTE;

/// For each question the notes in each of its themes, by their places in the list of notes.
const SORTED: [&[&[usize]]; 3] = [
    &[&[0, 5, 12, 13], &[1, 6, 9], &[3, 8, 11], &[7, 10]],
    &[&[14, 17, 20], &[15, 16, 26], &[19, 21, 23, 24]],
    &[&[27, 29, 33], &[28, 30, 36, 37], &[32, 38], &[34, 35]],
];
/// What is shown first.
const SHOWN_FIRST: [usize; 3] = [1, 21, 29];
/// Who gave dots, and where: the author, the question, the notes.
pub(super) const DOTS: [(usize, usize, &[usize]); 15] = [
    (0, 0, &[1, 8, 0]),
    (1, 0, &[1, 7]),
    (3, 0, &[8, 3, 11]),
    (4, 0, &[1, 11, 12]),
    (7, 0, &[7, 8]),
    (0, 1, &[21, 17]),
    (2, 1, &[17, 14, 19]),
    (5, 1, &[21, 21, 16]),
    (7, 1, &[23, 19]),
    (10, 1, &[17, 20]),
    (1, 2, &[36, 29, 28]),
    (4, 2, &[29, 35]),
    (6, 2, &[27, 38]),
    (8, 2, &[29, 28, 34]),
    (11, 2, &[39, 30]),
];

/// Lays the harvest over what was written.
pub(super) fn gather(texts: &Texts, written: &mut Written) {
    let Written { cafe, notes, questions, facilitator: clock } = written;
    let mut acts = Vec::new();
    for (place, themes) in texts.themes.iter().enumerate() {
        let ids: Vec<Id> =
            (0..themes.len()).map(|theme| new_id_for(texts, 200 + 10 * place + theme, GATHERED)).collect();
        let named = ids.iter().zip(*themes).map(|(id, (name, _))| (*id, (*name).to_owned())).collect();
        acts.push(Act::AddThemes { question: questions[place], themes: named });
        for ((theme, sorted), (_, about)) in ids.into_iter().zip(SORTED[place]).zip(*themes) {
            let about = (*about).to_owned();
            acts.push(Act::DescribeTheme { theme, seen: Vec::new(), about });
            acts.push(Act::Sort { notes: sorted.iter().map(|note| notes[*note]).collect(), theme: Some(theme) });
        }
    }
    acts.extend(SHOWN_FIRST.map(|note| Act::Highlight { note: notes[note], on: true }));
    acts.push(Act::SetVoting(Voting { phase: Phase::Closed, ..Voting::default() }));
    for (place, [what, who, when]) in texts.steps.into_iter().enumerate() {
        let id = new_id_for(texts, 300 + place, GATHERED);
        acts.push(Act::AddStep { id, what: what.into(), who: who.into(), when: when.into() });
    }
    acts.iter().for_each(|it| act(cafe, it, clock));
    let device = |author: usize| texts.seed + 1 + author as u64;
    let mut clocks: [Clock; AUTHORS] = std::array::from_fn(|author| Clock::new(WriterId::from_bits(device(author))));
    for (author, question, on) in DOTS {
        let on = on.iter().map(|note| notes[*note]).collect();
        let device = DeviceId::from_bits(device(author));
        let place = Act::PlaceDots { device, person: 1, question: questions[question], on };
        act(cafe, &place, &mut clocks[author]);
    }
}

/// A refusal is a mistake in the texts, which the tests find.
fn act(cafe: &mut Cafe, act: &Act, clock: &mut Clock) {
    let done = carry_out(cafe, act, GATHERED, clock);
    debug_assert!(done.is_ok(), "{done:?}");
}
