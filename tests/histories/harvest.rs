//! What people do at the harvest, in random histories, and the ledger of the words that they wrote there.

use super::world::{World, nth};
use nappe::core::domain::*;
use nappe::core::harvest::{self, Act, Choices, Done, Each, Harvest, Phase, Voting};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// An act at the harvest. The numbers choose among what is there.
#[derive(Clone, Copy, Debug)]
pub enum Sorting {
    AddTheme(u8),
    SameName(u8),
    Name(u8),
    Describe(u8, bool),
    Move(u8, u8),
    Remove(u8, bool),
    Join(u8, u8),
    PartTheme(u8),
    Sort { notes: [u8; 2], theme: u8 },
    SortIntoNew { note: u8 },
    Gather([u8; 3]),
    Part(u8),
    Highlight(u8, bool),
    OffSlides(u8, bool),
    OnSlides(u8),
    AddStep,
    WordStep(u8),
    AssignStep(u8, u8),
    MoveStep(u8, u8),
    RemoveStep(u8, bool),
    Voting(u8),
    Dots { person: u8, question: u8, on: [u8; 3] },
    Choose(u8),
    TookPart(bool),
}

pub fn sorting() -> BoxedStrategy<Sorting> {
    prop_oneof![
        3 => any::<u8>().prop_map(Sorting::AddTheme),
        1 => any::<u8>().prop_map(Sorting::SameName),
        2 => any::<u8>().prop_map(Sorting::Name),
        1 => any::<(u8, bool)>().prop_map(|(theme, empty)| Sorting::Describe(theme, empty)),
        1 => any::<(u8, u8)>().prop_map(|(theme, place)| Sorting::Move(theme, place % 4)),
        1 => any::<(u8, bool)>().prop_map(|(theme, removed)| Sorting::Remove(theme, removed)),
        3 => any::<(u8, u8)>().prop_map(|(from, into)| Sorting::Join(from, into)),
        1 => any::<u8>().prop_map(Sorting::PartTheme),
        5 => any::<([u8; 2], u8)>().prop_map(|(notes, theme)| Sorting::Sort { notes, theme }),
        1 => any::<u8>().prop_map(|note| Sorting::SortIntoNew { note }),
        3 => any::<[u8; 3]>().prop_map(Sorting::Gather),
        2 => any::<u8>().prop_map(Sorting::Part),
        1 => any::<(u8, bool)>().prop_map(|(note, on)| Sorting::Highlight(note, on)),
        1 => any::<(u8, bool)>().prop_map(|(note, off)| Sorting::OffSlides(note, off)),
        1 => any::<u8>().prop_map(Sorting::OnSlides),
        2 => Just(Sorting::AddStep),
        2 => any::<u8>().prop_map(Sorting::WordStep),
        1 => any::<(u8, u8)>().prop_map(|(step, who)| Sorting::AssignStep(step, who)),
        1 => any::<(u8, u8)>().prop_map(|(step, place)| Sorting::MoveStep(step, place % 4)),
        1 => any::<(u8, bool)>().prop_map(|(step, removed)| Sorting::RemoveStep(step, removed)),
        1 => any::<u8>().prop_map(Sorting::Voting),
        3 => any::<(u8, u8, [u8; 3])>().prop_map(|(person, question, on)| Sorting::Dots { person, question, on }),
        1 => any::<u8>().prop_map(Sorting::Choose),
        2 => any::<bool>().prop_map(Sorting::TookPart),
    ]
    .boxed()
}

/// The themes of a café, also those that were taken away or joined to others.
pub fn themes(cafe: &Cafe) -> Vec<Id> {
    let harvest = Harvest::of(cafe);
    cafe.records().map(Record::id).filter(|id| harvest.theme(*id).is_some()).collect()
}

/// The act that a random one comes to on a device, if there is something to do it with.
pub fn act_of(cafe: &Cafe, device: DeviceId, sorting: &Sorting, word: String, fresh: Id) -> Option<Act> {
    let harvest = Harvest::of(cafe);
    let questions: Vec<Id> = cafe.all_questions().map(|it| it.id).collect();
    let notes: Vec<Id> = cafe.contributions().map(|it| it.id).collect();
    let themes = themes(cafe);
    // Now and then somebody has one on the screen that is not there any more.
    let steps: Vec<Id> = harvest.steps.iter().chain(harvest.steps_taken_away()).map(|it| it.id).collect();
    let seen_of_step = |id: Id| {
        let mut all = harvest.steps.iter().chain(harvest.steps_taken_away());
        all.find(|it| it.id == id).map(|it| it.what.seen())
    };
    Some(match *sorting {
        Sorting::AddTheme(which) => Act::AddThemes { question: nth(&questions, which)?, themes: vec![(fresh, word)] },
        Sorting::SameName(which) => {
            Act::AddThemes { question: nth(&questions, which)?, themes: vec![(fresh, "Same".into())] }
        }
        Sorting::Name(which) => {
            let theme = nth(&themes, which)?;
            Act::NameTheme { theme, seen: harvest.theme(theme)?.name.seen(), name: word }
        }
        Sorting::Describe(which, empty) => {
            let theme = nth(&themes, which)?;
            let about = if empty { String::new() } else { word };
            Act::DescribeTheme { theme, seen: harvest.theme(theme)?.about.seen(), about }
        }
        Sorting::Move(which, place) => Act::MoveTheme { theme: nth(&themes, which)?, place: usize::from(place) },
        Sorting::Remove(which, removed) => Act::SetThemeRemoved { theme: nth(&themes, which)?, removed },
        Sorting::Join(from, into) => Act::JoinThemes { from: nth(&themes, from)?, into: nth(&themes, into)? },
        Sorting::PartTheme(which) => Act::PartTheme { theme: nth(&themes, which)? },
        Sorting::Sort { notes: which, theme } => {
            let notes = which.iter().filter_map(|it| nth(&notes, *it)).collect();
            // Now and then out of all themes.
            Act::Sort { notes, theme: if theme % 8 == 0 { None } else { nth(&themes, theme) } }
        }
        Sorting::SortIntoNew { note } => {
            let note = nth(&notes, note)?;
            let question = cafe.contribution(note)?.question;
            Act::SortIntoNew { question, theme: fresh, name: word, notes: vec![note] }
        }
        Sorting::Gather(which) => Act::Gather { notes: which.iter().filter_map(|it| nth(&notes, *it)).collect() },
        Sorting::Part(which) => Act::Part { note: nth(&notes, which)? },
        Sorting::Highlight(which, on) => Act::Highlight { note: nth(&notes, which)?, on },
        Sorting::OffSlides(which, off) => Act::LeaveOffSlides { note: nth(&notes, which)?, off },
        Sorting::OnSlides(most) => Act::ShowOnSlides { most: u32::from(most % 8) },
        Sorting::AddStep => Act::AddStep { id: fresh, what: word, who: "Awa".into(), when: String::new() },
        Sorting::WordStep(which) => {
            let id = nth(&steps, which)?;
            Act::WordStep { id, seen: seen_of_step(id)?, what: word }
        }
        Sorting::AssignStep(which, who) => {
            Act::AssignStep { id: nth(&steps, which)?, who: format!("who{}", who % 3), when: "2027".into() }
        }
        Sorting::MoveStep(which, place) => Act::MoveStep { id: nth(&steps, which)?, place: usize::from(place) },
        Sorting::RemoveStep(which, removed) => Act::SetStepRemoved { id: nth(&steps, which)?, removed },
        Sorting::Voting(which) => Act::SetVoting(Voting {
            budget: u32::from(which % 5),
            phase: [Phase::Before, Phase::Open, Phase::Closed][usize::from(which) % 3],
            secret: which & 8 != 0,
            each: if which & 16 != 0 { Each::Person } else { Each::Device },
        }),
        Sorting::Dots { person, question, on } => {
            let question = nth(&questions, question)?;
            let notes: Vec<Id> = cafe.contributions().filter(|it| it.question == question).map(|it| it.id).collect();
            let on = on.iter().filter_map(|it| nth(&notes, *it)).take(usize::from(person) % 4).collect();
            Act::PlaceDots { device, person: u32::from(person % 3), question, on }
        }
        Sorting::Choose(which) => Act::Choose(Choices {
            names: which & 1 != 0,
            tables: which & 2 != 0,
            dots: which & 4 != 0,
            unsorted: which & 8 != 0,
        }),
        Sorting::TookPart(empty) => Act::SayWhoTookPart {
            seen: harvest::took_part(cafe).seen(),
            text: if empty { String::new() } else { word },
        },
    })
}

/// The texts of the harvest that screens show, in the columns and lists or among what was taken away: record, field,
/// stamp, words. Each theme and each next step is in one of both.
pub fn texts(cafe: &Cafe) -> BTreeSet<(Id, &'static str, Stamp, String)> {
    let harvest = Harvest::of(cafe);
    let (mut all, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for question in cafe.all_questions() {
        let taken = harvest.taken_away(question.id);
        for theme in harvest.themes(question.id).into_iter().chain(taken.iter().map(|it| &it.theme)) {
            assert!(seen.insert(theme.id), "{} is shown twice", theme.id);
            for (field, versions) in [("name", &theme.name), ("about", &theme.about)] {
                all.extend(versions.live().iter().map(|it| (theme.id, field, it.at, it.is.to_string())));
            }
        }
    }
    for step in harvest.steps.iter().chain(harvest.steps_taken_away()) {
        assert!(seen.insert(step.id), "{} is shown twice", step.id);
        all.extend(step.what.live().iter().map(|it| (step.id, "what", it.at, it.is.to_string())));
    }
    let took_part = harvest::took_part(cafe);
    all.extend(took_part.live().iter().map(|it| (cafe.id(), "took-part", it.at, it.is.to_string())));
    all
}

impl World {
    /// Carries out an act at the harvest and enters into the ledger what it wrote and replaced.
    pub(super) fn sort(&mut self, number: usize, sorting: &Sorting, now: u64) {
        let (word, fresh) = (self.word(), self.id(now));
        let device = &mut self.devices[number];
        let Some(act) = act_of(&device.cafe, device.id, sorting, word, fresh) else { return };
        let before = device.cafe.clone();
        let Ok(Done { changes, .. }) = harvest::carry_out(&mut device.cafe, &act, now, &mut device.clock) else {
            assert!(device.cafe == before, "a refused act changes nothing");
            return;
        };
        let changed =
            device.cafe.records().filter(|record| before.record(record.id()) != Some(*record)).map(Record::id);
        assert_eq!(changed.collect::<BTreeSet<_>>(), changes.0.into_iter().collect(), "{act:?} names what it changed");
        let (old, new) = (texts(&before), texts(&device.cafe));
        self.harvested.extend(new.difference(&old).cloned());
        // What an act words anew, its person saw.
        if let Act::NameTheme { theme: id, seen, .. }
        | Act::DescribeTheme { theme: id, seen, .. }
        | Act::WordStep { id, seen, .. } = &act
        {
            self.replaced.extend(seen.iter().map(|at| (*id, *at)));
        }
        if let Act::SayWhoTookPart { seen, .. } = &act {
            let id = self.devices[number].cafe.id();
            self.replaced.extend(seen.iter().map(|at| (id, *at)));
        }
    }
}
