//! Where notes stand: which theme is which after joinings, and which notes are gathered.
//!
//! Both are pointers from record to record that two devices may set without knowing of each other, so chains and rings
//! happen. A chain is followed to its end, or for themes to the last one that was not taken away, so that nothing goes
//! out of sight that nobody took away; in a ring the least id of those stands for all. So every device sees the same.

use super::Theme;
use super::fields;
use crate::domain::{Cafe, Contribution, Id};
use std::collections::{BTreeMap, BTreeSet};

/// For each id that points somewhere the last of its chain that stands, or the least such id of the ring that it runs
/// into; none where none stands. Each is passed once, however long the chain: files may be forged.
fn ends(next: &BTreeMap<Id, Id>, stands: impl Fn(Id) -> bool) -> BTreeMap<Id, Option<Id>> {
    let mut ends: BTreeMap<Id, Option<Id>> = BTreeMap::new();
    for start in next.keys() {
        let (mut path, mut places) = (Vec::new(), BTreeMap::new());
        let mut at = *start;
        let mut end = loop {
            if let Some(end) = ends.get(&at) {
                break *end;
            }
            if let Some(from) = places.insert(at, path.len()) {
                let ring: &[Id] = &path[from..];
                break ring.iter().copied().filter(|id| stands(*id)).min();
            }
            path.push(at);
            match next.get(&at) {
                Some(to) => at = *to,
                None => break None,
            }
        };
        for id in path.into_iter().rev() {
            end = end.or_else(|| Some(id).filter(|id| stands(*id)));
            ends.insert(id, end);
        }
    }
    ends
}

/// The themes of a café.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Themes {
    all: BTreeMap<Id, Theme>,
    /// The theme that each was joined to, where both are of one question.
    next: BTreeMap<Id, Id>,
    /// For each of those and what they were joined to, the theme in which its notes stand.
    ends: BTreeMap<Id, Option<Id>>,
}

impl Themes {
    pub(super) fn of(cafe: &Cafe) -> Self {
        let themes = cafe.rare_records().filter_map(Theme::read);
        let all: BTreeMap<Id, Theme> = themes.map(|theme| (theme.id, theme)).collect();
        let next = all.values().filter_map(|theme| {
            let into = all.get(&theme.into?).filter(|into| into.question == theme.question)?;
            Some((theme.id, into.id))
        });
        let next: BTreeMap<Id, Id> = next.collect();
        let ends = ends(&next, |id| all.get(&id).is_some_and(|theme| !theme.removed));
        Self { all, next, ends }
    }

    /// The theme in which the notes of this one stand; none when it was taken away or never here.
    pub(super) fn root(&self, id: Id) -> Option<Id> {
        let alone = || self.all.get(&id).filter(|theme| !theme.removed).map(|theme| theme.id);
        self.ends.get(&id).copied().unwrap_or_else(alone)
    }

    /// Whether a theme stands for itself.
    pub(super) fn stands(&self, id: Id) -> bool {
        self.root(id) == Some(id)
    }

    /// Whether joinings lead from one theme to another.
    pub(super) fn leads_to(&self, from: Id, to: Id) -> bool {
        let (mut at, mut passed) = (from, BTreeSet::new());
        while let Some(next) = self.next.get(&at).filter(|_| passed.insert(at)) {
            if *next == to {
                return true;
            }
            at = *next;
        }
        false
    }

    pub(super) fn get(&self, id: Id) -> Option<&Theme> {
        self.all.get(&id)
    }

    /// The themes that stand under a question, in order.
    pub(super) fn under(&self, question: Id) -> Vec<&Theme> {
        self.of_question(question, true)
    }

    /// The themes of a question that stand for themselves, or those that do not: taken away or joined to others.
    pub(super) fn of_question(&self, question: Id, standing: bool) -> Vec<&Theme> {
        let wanted = |theme: &&Theme| theme.question == question && self.stands(theme.id) == standing;
        let mut themes: Vec<&Theme> = self.all.values().filter(wanted).collect();
        themes.sort_by_key(|theme| (theme.order, theme.id));
        themes
    }

    /// The themes that were joined to this one.
    pub(super) fn joined_to(&self, theme: Id) -> Vec<&Theme> {
        let joined = |it: &&Theme| it.id != theme && self.root(it.id) == Some(theme);
        self.all.values().filter(joined).collect()
    }

    /// The theme in which a note was sorted, if it stands.
    pub(super) fn of_note(&self, note: &Contribution) -> Option<Id> {
        let root = self.root(fields::id(&note.extra, "theme")?)?;
        self.all.get(&root).filter(|theme| theme.question == note.question).map(|theme| theme.id)
    }
}

/// The notes that are gathered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Groups {
    /// For each note of a group, the id that stands for the group.
    roots: BTreeMap<Id, Id>,
    /// For each such id the notes, in order; two at least.
    members: BTreeMap<Id, Vec<Id>>,
}

impl Groups {
    pub(super) fn of(cafe: &Cafe) -> Self {
        let pointers = cafe.contributions().filter_map(|note| Some((note.id, fields::id(&note.extra, "with")?)));
        let next: BTreeMap<Id, Id> = pointers.collect();
        // What only is pointed at belongs as well.
        let all = ends(&next, |_| true);
        let mut members: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for (id, root) in all.iter().filter_map(|(id, root)| Some((id, root.as_ref()?))) {
            // A note that is gone still holds the others together. An example stands under its note, not in a group.
            if cafe.contribution(*id).is_some_and(|note| cafe.example_of(note).is_none()) {
                members.entry(*root).or_default().push(*id);
            }
        }
        let question_of = |id: Id| cafe.contribution(id).map(|note| note.question);
        for notes in members.values_mut() {
            let question = notes.first().copied().and_then(question_of);
            notes.retain(|id| question_of(*id) == question);
        }
        members.retain(|_, notes| notes.len() > 1);
        let roots = members.iter().flat_map(|(root, notes)| notes.iter().map(|note| (*note, *root))).collect();
        Self { roots, members }
    }

    /// A note and all that are gathered with it, in order.
    pub(super) fn members(&self, note: Id) -> Vec<Id> {
        self.group(note).map_or_else(|| vec![note], <[Id]>::to_vec)
    }

    /// All groups.
    pub(super) fn all(&self) -> impl Iterator<Item = &[Id]> {
        self.members.values().map(Vec::as_slice)
    }

    /// The notes of a group, by any of them; none when it stands alone.
    pub(super) fn group(&self, note: Id) -> Option<&[Id]> {
        self.roots.get(&note).and_then(|root| self.members.get(root)).map(Vec::as_slice)
    }
}
