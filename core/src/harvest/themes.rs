//! What a person can do with themes, and the themes that do not stand any more.
//!
//! A theme that was taken away or joined to another one is in no column. Its words may be of somebody who knew nothing
//! of that, so they are listed, and can be put back. What is said about such a theme by a screen that shows it still is
//! refused: nobody would see it.

use super::act::{moved, seen_by, set};
use super::edit::Edit;
use super::fields::{REMOVED, THEME, id_value, number, string};
use super::sorting::Themes;
use super::{Act, THEME_ABOUT_CHARS, THEME_CHARS, Theme};
use crate::domain::{Cafe, Id, Json, Refusal, Stamp, label, words};

/// A theme that does not stand: it was taken away, or joined to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenTheme {
    /// The theme, with all that people wrote about it.
    pub theme: Theme,
    /// The theme in which its notes stand now; none when it was taken away.
    pub joined_to: Option<Id>,
}

impl TakenTheme {
    /// The act that lets it stand again, with the notes that are sorted into it.
    pub fn back(&self) -> Act {
        match self.joined_to {
            Some(_) => Act::PartTheme { theme: self.theme.id },
            None => Act::SetThemeRemoved { theme: self.theme.id, removed: false },
        }
    }
}

/// The themes of a question that do not stand, in order.
pub(super) fn taken_away(themes: &Themes, question: Id) -> Vec<TakenTheme> {
    let taken = themes.of_question(question, false).into_iter();
    taken.map(|theme| TakenTheme { theme: theme.clone(), joined_to: themes.root(theme.id) }).collect()
}

/// A theme that stands, among all.
fn standing(cafe: &Cafe, theme: Id) -> Result<Themes, Refusal> {
    Some(Themes::of(cafe)).filter(|themes| themes.stands(theme)).ok_or(Refusal::Missing)
}

pub(super) fn add(cafe: &Cafe, question: Id, new: &[(Id, String)]) -> Result<Vec<Edit>, Refusal> {
    let themes = Themes::of(cafe);
    let last = themes.under(question).last().map(|theme| theme.order);
    let mut order = last.map_or(0, |last| last.saturating_add(1));
    let mut edits = Vec::new();
    for (id, name) in new {
        let facts = vec![("question", string(&question.to_string()))];
        edits.push(Edit::Make { id: *id, kind: THEME, facts });
        edits.push(Edit::word(*id, "name", seen_by(&[]), words(name, THEME_CHARS)?));
        edits.push(set(*id, "order", number(order)));
        edits.push(set(*id, REMOVED, Json::Bool(false)));
        order = order.saturating_add(1);
    }
    Ok(edits)
}

pub(super) fn name(cafe: &Cafe, theme: Id, seen: &[Stamp], name: &str) -> Result<Vec<Edit>, Refusal> {
    standing(cafe, theme)?;
    Ok(vec![Edit::word(theme, "name", seen_by(seen), words(name, THEME_CHARS)?)])
}

pub(super) fn describe(cafe: &Cafe, theme: Id, seen: &[Stamp], about: &str) -> Result<Vec<Edit>, Refusal> {
    standing(cafe, theme)?;
    Ok(vec![Edit::word(theme, "about", seen_by(seen), label(about, THEME_ABOUT_CHARS)?)])
}

pub(super) fn place(cafe: &Cafe, theme: Id, place: usize) -> Result<Vec<Edit>, Refusal> {
    let themes = standing(cafe, theme)?;
    let question = themes.get(theme).ok_or(Refusal::Missing)?.question;
    moved(themes.under(question).iter().map(|theme| theme.id).collect(), theme, place)
}

/// Those that were joined to it are taken away as well: it is one column that goes, and they would be columns again.
pub(super) fn set_removed(cafe: &Cafe, theme: Id, removed: bool) -> Result<Vec<Edit>, Refusal> {
    let themes = Themes::of(cafe);
    themes.get(theme).ok_or(Refusal::Missing)?;
    let mut all = vec![theme];
    if removed && themes.stands(theme) {
        all.extend(themes.joined_to(theme).into_iter().filter(|it| !it.removed).map(|it| it.id));
    }
    Ok(all.into_iter().map(|id| set(id, REMOVED, Json::Bool(removed))).collect())
}

pub(super) fn join(cafe: &Cafe, from: Id, into: Id) -> Result<Vec<Edit>, Refusal> {
    let themes = Themes::of(cafe);
    let question = |id| themes.get(id).map(|theme| theme.question);
    match (themes.root(from), themes.root(into)) {
        (Some(root), Some(other)) if question(root) == question(other) => {
            Ok(if root == other { Vec::new() } else { vec![set(root, "into", id_value(Some(other)))] })
        }
        _ => Err(Refusal::Missing),
    }
}

pub(super) fn part(cafe: &Cafe, theme: Id) -> Result<Vec<Edit>, Refusal> {
    let themes = Themes::of(cafe);
    let own = themes.get(theme).ok_or(Refusal::Missing)?;
    if themes.stands(theme) {
        return Ok(Vec::new());
    }
    let mut edits = vec![set(theme, "into", Json::Null)];
    // In a ring the one that stands for all points at this one: it must not be in it from now on.
    if let Some(root) = themes.root(theme).filter(|root| themes.leads_to(*root, theme)) {
        edits.push(set(root, "into", Json::Null));
    }
    if own.removed {
        edits.push(set(theme, REMOVED, Json::Bool(false)));
    }
    Ok(edits)
}
