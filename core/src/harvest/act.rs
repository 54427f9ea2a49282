//! What a person can do at the harvest, and when it is refused.

use super::beside::{GAP, HIDDEN, MOST_GAP, TOOK_PART, TOOK_PART_CHARS};
use super::edit::{Edit, Over};
use super::fields::{BALLOT, REPORT, VOTING, id_value, number, string};
use super::slides::{OFF_SLIDES, SLIDE_NOTES, SlideChoices};
use super::sorting::{Groups, Themes};
use super::{Choices, Each, Phase, Voting, is_highlighted, steps, themes};
use crate::domain::{Cafe, DeviceId, Id, Json, Record, Refusal, Stamp, label};

/// Characters of a theme's name: a heading, not a sentence.
pub const THEME_CHARS: usize = 80;
/// Characters of what a theme is about.
pub const THEME_ABOUT_CHARS: usize = 500;
/// Characters of a next step.
pub const STEP_CHARS: usize = 500;
/// Characters of who does it.
pub const WHO_CHARS: usize = 120;
/// Characters of by when.
pub const WHEN_CHARS: usize = 60;
/// The most dots that one person may have under a question.
pub const MOST_DOTS: u32 = 20;
/// At most this many people give dots on one device.
pub const MOST_VOTERS: u32 = 999;
/// The most notes of a theme that slides may be asked to show.
pub const MOST_ON_SLIDES: u32 = 50;

/// An act of a person at the harvest. New records bring their ids.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are named after what they hold; each variant says the rest")]
pub enum Act {
    /// Makes themes under a question, behind those that are there.
    AddThemes { question: Id, themes: Vec<(Id, String)> },
    /// Names a theme over the names that the person saw.
    NameTheme { theme: Id, seen: Vec<Stamp>, name: String },
    /// Says what a theme is about, over what the person saw; empty for nothing.
    DescribeTheme { theme: Id, seen: Vec<Stamp>, about: String },
    /// Puts a theme at a place among those of its question, from 0.
    MoveTheme { theme: Id, place: usize },
    /// Takes a theme away with those that were joined to it, or puts it back. Its notes are to sort, or in it again.
    SetThemeRemoved { theme: Id, removed: bool },
    /// Joins a theme to another one of its question, whose name stays.
    JoinThemes { from: Id, into: Id },
    /// Takes a theme out of the one that it was joined to. It stands again, with the notes that are sorted into it.
    PartTheme { theme: Id },
    /// Sorts notes into a theme of their question, or out of all. The notes that are gathered with them come along.
    Sort { notes: Vec<Id>, theme: Option<Id> },
    /// Sorts notes into a new theme.
    SortIntoNew { question: Id, theme: Id, name: String, notes: Vec<Id> },
    /// Gathers notes of one question that say the same. Each keeps its words.
    Gather { notes: Vec<Id> },
    /// Takes a note out of those it is gathered with.
    Part { note: Id },
    /// Shows a note before the others, or no more: neither it nor any that is gathered with it, since one lights all.
    Highlight { note: Id, on: bool },
    /// Leaves a note, and what is gathered with it, off the slides, or no more. The report has it all the same.
    LeaveOffSlides { note: Id, off: bool },
    /// Says how many notes of a theme the slides show, from 1 to [`MOST_ON_SLIDES`].
    ShowOnSlides { most: u32 },
    /// Writes a next step at the end.
    AddStep { id: Id, what: String, who: String, when: String },
    /// Words a next step over what the person saw.
    WordStep { id: Id, seen: Vec<Stamp>, what: String },
    /// Says who does it and by when; both may be empty.
    AssignStep { id: Id, who: String, when: String },
    /// Puts a next step at a place in the list, from 0.
    MoveStep { id: Id, place: usize },
    /// Takes a next step away, or puts it back.
    SetStepRemoved { id: Id, removed: bool },
    /// Says how dots are given.
    SetVoting(Voting),
    /// Says where one person's dots are under a question: a note for each dot, none to take all back.
    PlaceDots { device: DeviceId, person: u32, question: Id, on: Vec<Id> },
    /// Says what the report shows.
    Choose(Choices),
    /// Sets a key point aside, or shows it again.
    SetPointHidden { point: Id, hidden: bool },
    /// Says how many minutes lie between two rounds.
    SetGap(u32),
    /// Says who took part, over what the person saw; empty for nothing.
    SayWhoTookPart { seen: Vec<Stamp>, text: String },
}

/// The id of a ballot. It follows from whose it is and where, so that it is one ballot on every device and counts once,
/// whatever travels how often. FNV-1a of 128 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
pub fn ballot_id(cafe: Id, question: Id, device: DeviceId, person: u32) -> Id {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let parts = [cafe.bits(), question.bits(), u128::from(device.bits()), u128::from(person)];
    for byte in parts.iter().flat_map(|part| part.to_be_bytes()) {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    Id::from_bits(hash)
}

pub(super) fn set(id: Id, name: &'static str, is: Json) -> Edit {
    Edit::Set { id, name, is, still: None }
}

pub(super) fn seen_by(seen: &[Stamp]) -> Over {
    Over::Seen(seen.to_vec())
}

/// The edits that an act comes to.
pub(super) fn edits(cafe: &Cafe, act: &Act) -> Result<Vec<Edit>, Refusal> {
    match act {
        Act::AddThemes { question, themes } => themes::add(cafe, *question, themes),
        Act::NameTheme { theme, seen, name } => themes::name(cafe, *theme, seen, name),
        Act::DescribeTheme { theme, seen, about } => themes::describe(cafe, *theme, seen, about),
        Act::MoveTheme { theme, place } => themes::place(cafe, *theme, *place),
        Act::SetThemeRemoved { theme, removed } => themes::set_removed(cafe, *theme, *removed),
        Act::JoinThemes { from, into } => themes::join(cafe, *from, *into),
        Act::PartTheme { theme } => themes::part(cafe, *theme),
        Act::Sort { notes, theme } => sort(cafe, notes, *theme),
        Act::SortIntoNew { question, theme, name, notes } => {
            let mut edits = themes::add(cafe, *question, &[(*theme, name.clone())])?;
            for note in with_gathered(cafe, notes)? {
                if cafe.contribution(note).is_some_and(|it| it.question == *question) {
                    edits.push(set(note, "theme", id_value(Some(*theme))));
                }
            }
            Ok(edits)
        }
        Act::Gather { notes } => gather(cafe, notes),
        Act::Part { note } => part(cafe, *note),
        Act::Highlight { note, on: true } => {
            cafe.contribution(*note).ok_or(Refusal::Missing)?;
            Ok(vec![set(*note, "highlight", Json::Bool(true))])
        }
        Act::Highlight { note, on: false } => {
            let is_lit = |id: &Id| cafe.contribution(*id).is_some_and(is_highlighted);
            let lit = with_gathered(cafe, &[*note])?.into_iter().filter(is_lit);
            Ok(lit.map(|id| set(id, "highlight", Json::Bool(false))).collect())
        }
        Act::LeaveOffSlides { note, off } => {
            let notes = with_gathered(cafe, &[*note])?;
            Ok(notes.into_iter().map(|id| set(id, OFF_SLIDES, Json::Bool(*off))).collect())
        }
        Act::ShowOnSlides { most } => show_on_slides(cafe, *most),
        Act::AddStep { id, what, who, when } => steps::add(cafe, *id, what, who, when),
        Act::WordStep { id, seen, what } => steps::word(cafe, *id, seen, what),
        Act::AssignStep { id, who, when } => steps::assign(cafe, *id, who, when),
        Act::MoveStep { id, place } => steps::place(cafe, *id, *place),
        Act::SetStepRemoved { id, removed } => steps::set_removed(cafe, *id, *removed),
        Act::SetVoting(voting) => set_voting(cafe, voting),
        Act::PlaceDots { device, person, question, on } => place_dots(cafe, *device, *person, *question, on),
        Act::Choose(choices) => {
            let id = Choices::id_in(cafe.id());
            let Choices { names, tables, dots, unsorted } = *choices;
            let mut edits = vec![Edit::Make { id, kind: REPORT, facts: Vec::new() }];
            let before = Choices::of(cafe);
            let all = [
                ("names", names, before.names),
                ("tables", tables, before.tables),
                ("dots", dots, before.dots),
                ("unsorted", unsorted, before.unsorted),
            ];
            edits.extend(
                all.iter().filter(|(_, is, was)| is != was).map(|(name, is, _)| set(id, name, Json::Bool(*is))),
            );
            Ok(edits)
        }
        Act::SetPointHidden { point, hidden } => {
            cafe.key_point(*point).ok_or(Refusal::Missing)?;
            Ok(vec![set(*point, HIDDEN, Json::Bool(*hidden))])
        }
        Act::SayWhoTookPart { seen, text } => {
            cafe.head().ok_or(Refusal::Missing)?;
            Ok(vec![Edit::word(cafe.id(), TOOK_PART, seen_by(seen), label(text, TOOK_PART_CHARS)?)])
        }
        Act::SetGap(minutes) => {
            cafe.head().ok_or(Refusal::Missing)?;
            if *minutes > MOST_GAP { Err(Refusal::OutOfRange) } else { Ok(vec![set(cafe.id(), GAP, number(*minutes))]) }
        }
    }
}

pub(super) fn moved(mut ids: Vec<Id>, id: Id, place: usize) -> Result<Vec<Edit>, Refusal> {
    let from = ids.iter().position(|other| *other == id).ok_or(Refusal::Missing)?;
    ids.remove(from);
    ids.insert(place.min(ids.len()), id);
    Ok(ids.into_iter().enumerate().map(|(place, id)| set(id, "order", number(place as u32))).collect())
}

/// These notes and all that are gathered with them.
fn with_gathered(cafe: &Cafe, notes: &[Id]) -> Result<Vec<Id>, Refusal> {
    let groups = Groups::of(cafe);
    let mut all = Vec::new();
    for note in notes {
        cafe.contribution(*note).ok_or(Refusal::Missing)?;
        all.extend(groups.members(*note));
    }
    crate::domain::sorted::sort_unique(&mut all);
    Ok(all)
}

fn sort(cafe: &Cafe, notes: &[Id], theme: Option<Id>) -> Result<Vec<Edit>, Refusal> {
    // One that was joined to another takes notes still: they stand there.
    let themes = Themes::of(cafe);
    let into = |id| themes.root(id).and_then(|_| themes.get(id)).ok_or(Refusal::Missing);
    let theme = theme.map(into).transpose()?;
    let mut edits = Vec::new();
    for note in with_gathered(cafe, notes)? {
        let question = cafe.contribution(note).map(|it| it.question);
        if theme.is_none_or(|theme| Some(theme.question) == question) {
            edits.push(set(note, "theme", id_value(theme.map(|theme| theme.id))));
        }
    }
    // Nothing of what was asked for can be done: a theme of another question.
    if edits.is_empty() && !notes.is_empty() { Err(Refusal::OutOfRange) } else { Ok(edits) }
}

fn gather(cafe: &Cafe, notes: &[Id]) -> Result<Vec<Edit>, Refusal> {
    let all = with_gathered(cafe, notes)?;
    let question = |id: &Id| cafe.contribution(*id).map(|note| note.question);
    let Some(lead) = all.first().copied() else { return Err(Refusal::Empty) };
    if all.iter().any(|id| question(id) != question(&lead)) {
        return Err(Refusal::OutOfRange);
    }
    // Where one of them is in a theme that stands, all of them are. One that stands in it already may have come there
    // with a theme that was joined to it, and stays in that one.
    let themes = Themes::of(cafe);
    let theme_of = |id: Id| cafe.contribution(id).and_then(|note| themes.of_note(note));
    let theme = notes.iter().chain(&all).find_map(|id| theme_of(*id));
    let mut edits = Vec::new();
    for id in all {
        edits.push(set(id, "with", id_value(Some(lead).filter(|lead| *lead != id))));
        if theme.is_some() && theme_of(id) != theme {
            edits.push(set(id, "theme", id_value(theme)));
        }
    }
    Ok(edits)
}

fn part(cafe: &Cafe, note: Id) -> Result<Vec<Edit>, Refusal> {
    cafe.contribution(note).ok_or(Refusal::Missing)?;
    let mut others = Groups::of(cafe).members(note);
    others.retain(|other| *other != note);
    let Some(lead) = others.first().copied() else { return Ok(Vec::new()) };
    let mut edits = vec![set(note, "with", Json::Null)];
    edits.extend(others.into_iter().map(|id| set(id, "with", id_value(Some(lead).filter(|lead| *lead != id)))));
    Ok(edits)
}

fn set_voting(cafe: &Cafe, voting: &Voting) -> Result<Vec<Edit>, Refusal> {
    if !(1..=MOST_DOTS).contains(&voting.budget) {
        return Err(Refusal::OutOfRange);
    }
    let (id, before) = (Voting::id_in(cafe.id()), Voting::of(cafe));
    let mut edits = vec![Edit::Make { id, kind: VOTING, facts: Vec::new() }];
    if voting.budget != before.budget {
        edits.push(set(id, "budget", number(voting.budget)));
    }
    if voting.phase != before.phase {
        let phase = match voting.phase {
            Phase::Before => "before",
            Phase::Open => "open",
            Phase::Closed => "closed",
        };
        edits.push(set(id, "phase", string(phase)));
    }
    if voting.secret != before.secret {
        edits.push(set(id, "secret", Json::Bool(voting.secret)));
    }
    if voting.each != before.each {
        let each = if voting.each == Each::Person { "person" } else { "device" };
        edits.push(set(id, "each", string(each)));
    }
    Ok(edits)
}

fn show_on_slides(cafe: &Cafe, most: u32) -> Result<Vec<Edit>, Refusal> {
    if !(1..=MOST_ON_SLIDES).contains(&most) {
        return Err(Refusal::OutOfRange);
    }
    let id = Choices::id_in(cafe.id());
    let mut edits = vec![Edit::Make { id, kind: REPORT, facts: Vec::new() }];
    if most != SlideChoices::of(cafe).most {
        edits.push(set(id, SLIDE_NOTES, number(most)));
    }
    Ok(edits)
}

fn place_dots(cafe: &Cafe, device: DeviceId, person: u32, question: Id, on: &[Id]) -> Result<Vec<Edit>, Refusal> {
    if on.len() > Voting::of(cafe).budget as usize || !(1..=MOST_VOTERS).contains(&person) {
        return Err(Refusal::OutOfRange);
    }
    if on.iter().any(|id| cafe.contribution(*id).is_none_or(|note| note.question != question || note.is_hidden())) {
        return Err(Refusal::Missing);
    }
    let id = ballot_id(cafe.id(), question, device, person);
    if cafe.record(id).is_some_and(|record| !matches!(record, Record::Carried(_))) {
        return Err(Refusal::Missing);
    }
    let facts = vec![
        ("device", string(&device.to_string())),
        ("person", string(&person.to_string())),
        ("question", string(&question.to_string())),
    ];
    let notes = on.iter().map(|id| string(&id.to_string())).collect();
    Ok(vec![Edit::Make { id, kind: BALLOT, facts }, set(id, "on", Json::Array(notes))])
}
