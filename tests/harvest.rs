//! The laws of the harvest, as properties of random histories: whatever two facilitators did on however many devices,
//! no note is lost from the report, nobody's dots count twice, and every act can be undone.

mod histories;

use histories::harvest::{act_of, sorting, texts};
use histories::{World, bytes, config, forged, history, import};
use nappe::core::domain::*;
use nappe::core::harvest::{self, Act, Choices, Harvest, NextStep, Over, SlideChoices, Theme};
use nappe::core::merge::Versions;
use nappe::core::report::{Entry, Heading, Report};
use proptest::prelude::*;
use std::collections::BTreeMap;

const KEPT: &str = "tests/regressions/harvest.txt";

/// How often each contribution stands in a report.
fn in_report(report: &Report) -> BTreeMap<Id, usize> {
    fn count(entry: &Entry, counts: &mut BTreeMap<Id, usize>) {
        *counts.entry(entry.id).or_default() += 1;
        entry.examples.iter().chain(&entry.gathered).for_each(|it| count(it, counts));
    }
    let mut counts = BTreeMap::new();
    let groups = report.sections.iter().flat_map(|section| &section.groups);
    groups.flat_map(|group| &group.entries).for_each(|entry| count(entry, &mut counts));
    counts
}

fn stands_once(cafe: &Cafe, choices: Choices) -> Result<(), TestCaseError> {
    let report = Report::with(cafe, choices);
    let counts = in_report(&report);
    let shown: Vec<Id> = cafe.contributions().filter(|note| !note.is_hidden()).map(|note| note.id).collect();
    prop_assert!(counts.values().all(|count| *count == 1), "{counts:?}");
    prop_assert!(counts.keys().all(|id| shown.contains(id)), "something that was set aside is shown");
    prop_assert_eq!(counts.len() + report.left_out, shown.len());
    prop_assert_eq!(report.total, shown.len());
    prop_assert!(
        choices.unsorted || !report.sections.iter().flat_map(|it| &it.groups).any(|it| it.heading == Heading::Unsorted)
    );
    Ok(())
}

/// All texts that stand side by side, without those that say nothing.
fn words(versions: &Versions) -> Vec<String> {
    versions.texts().iter().map(|it| it.is.to_string()).filter(|text| !text.is_empty()).collect()
}

/// The harvest without what only a rendering of it would show: stamps.
fn told(cafe: &Cafe) -> impl PartialEq + std::fmt::Debug + use<> {
    let harvest = Harvest::of(cafe);
    let theme = |theme: &Theme| (theme.id, words(&theme.name), words(&theme.about));
    let themes: Vec<_> = (cafe.all_questions())
        .map(|question| harvest.themes(question.id).into_iter().map(theme).collect::<Vec<_>>())
        .collect();
    let step = |step: &NextStep| (step.id, words(&step.what), step.who.clone(), step.when.clone());
    let steps: Vec<_> = harvest.steps.iter().map(step).collect();
    let notes: Vec<_> = (cafe.contributions())
        .map(|note| (harvest.theme_of(note), harvest.group(note.id).to_vec(), harvest.dots(note.id)))
        .collect();
    (themes, steps, notes, harvest.voting, Choices::of(cafe), SlideChoices::of(cafe))
}

/// What was taken away, and what would put it back.
fn away(cafe: &Cafe) -> impl PartialEq + std::fmt::Debug + use<> {
    let harvest = Harvest::of(cafe);
    let questions: Vec<Id> = cafe.all_questions().map(|it| it.id).collect();
    let themes: Vec<_> = questions.into_iter().map(|question| harvest.taken_away(question)).collect();
    (themes, harvest.steps_taken_away().to_vec())
}

/// Another device words everything at the harvest anew that anybody worded here, neither knowing of the other.
fn dispute(cafe: &mut Cafe) {
    let copy = cafe.clone();
    for (writer, word) in [(8_881, "one"), (8_882, "another")] {
        let (mut device, mut clock) = (copy.clone(), Clock::new(WriterId::from_bits(writer)));
        let harvest = Harvest::of(&device);
        let questions: Vec<Id> = device.all_questions().map(|it| it.id).collect();
        let themes = questions.iter().flat_map(|question| harvest.themes(*question));
        let acts = themes.flat_map(|theme| {
            let (id, name, about) = (theme.id, word.to_owned(), format!("{word} text"));
            [
                Act::NameTheme { theme: id, seen: theme.name.seen(), name },
                Act::DescribeTheme { theme: id, seen: theme.about.seen(), about },
            ]
        });
        let steps = harvest.steps.iter();
        let steps = steps.map(|step| Act::WordStep { id: step.id, seen: step.what.seen(), what: word.to_owned() });
        let acts: Vec<Act> = acts.chain(steps).collect();
        harvest::carry_out_all(&mut device, &acts, histories::NOW, &mut clock).expect("all of them stand");
        cafe.join(device);
    }
}

proptest! {
    #![proptest_config(config(KEPT))]

    #[test]
    fn every_contribution_that_is_not_set_aside_stands_in_the_report_once(history in history(), choices in any::<[bool; 4]>()) {
        let [names, tables, dots, unsorted] = choices;
        let world = World::play(&history);
        let cafe = world.merged();
        stands_once(&cafe, Choices { names, tables, dots, unsorted })?;
        stands_once(&cafe, Choices::default())?;
    }

    #[test]
    fn what_was_not_chosen_is_not_in_the_report(history in history()) {
        let cafe = World::play(&history).merged();
        let none = Choices { names: false, tables: false, dots: false, unsorted: true };
        let text = format!("{:?}", Report::with(&cafe, none).sections);
        prop_assert!(!text.contains("name: Some") && !text.contains("table: Some") && !text.contains("round: Some"));
        let signed = cafe.contributions().filter_map(|note| note.signature().map(str::to_owned));
        for name in signed {
            prop_assert!(!text.contains(&format!("\"{name}\"")), "{}", name);
        }
    }

    #[test]
    fn names_and_next_steps_that_nobody_replaced_stand(history in history()) {
        let world = World::play(&history);
        let all = world.merged();
        let standing = texts(&all);
        for text in &world.harvested {
            let (id, _, at, _) = text;
            if !world.replaced.contains(&(*id, *at)) {
                prop_assert!(standing.contains(text), "{:?} is gone", text);
            }
        }
    }

    #[test]
    fn whatever_was_taken_away_can_be_put_back(history in history()) {
        let mut cafe = World::play(&history).merged();
        let mut clock = Clock::new(WriterId::from_bits(7_777));
        let questions: Vec<Id> = cafe.all_questions().map(|it| it.id).collect();
        for question in questions {
            for taken in Harvest::of(&cafe).taken_away(question) {
                let stood: Vec<Id> = Harvest::of(&cafe).themes(question).iter().map(|it| it.id).collect();
                // What was put back before may have brought this one along, into itself.
                let now = Harvest::of(&cafe).taken_away(question);
                let Some(taken) = now.iter().find(|it| it.theme.id == taken.theme.id) else { continue };
                let done = harvest::carry_out(&mut cafe, &taken.back(), histories::NOW, &mut clock);
                prop_assert!(done.is_ok());
                let harvest = Harvest::of(&cafe);
                let stands: Vec<Id> = harvest.themes(question).iter().map(|it| it.id).collect();
                prop_assert!(stands.contains(&taken.theme.id));
                // Those that were joined to it long ago may stand in it again; all others stay.
                for id in stood.iter().filter(|id| !stands.contains(id)) {
                    prop_assert!(harvest.joined_to(taken.theme.id).iter().any(|it| it.id == *id), "{} is gone", id);
                }
            }
        }
        for step in Harvest::of(&cafe).steps_taken_away().to_vec() {
            let back = harvest::Act::SetStepRemoved { id: step.id, removed: false };
            prop_assert!(harvest::carry_out(&mut cafe, &back, histories::NOW, &mut clock).is_ok());
        }
        prop_assert!(Harvest::of(&cafe).steps_taken_away().is_empty());
    }

    #[test]
    fn nobodys_dots_count_twice(history in history()) {
        let world = World::play(&history);
        let mut cafe = world.merged();
        let before = told(&cafe);
        for bundle in world.bag.iter().chain(&world.bag) {
            import(&mut cafe, bundle);
        }
        prop_assert_eq!(&told(&cafe), &before);
        let harvest = Harvest::of(&cafe);
        let given: usize = cafe.contributions().map(|note| harvest.dots(note.id)).sum();
        let people = harvest.voters() * cafe.all_questions().count();
        prop_assert!(given <= people * harvest.voting.budget as usize, "{} dots of {}", given, people);
    }

    #[test]
    fn every_device_sees_the_same_harvest(history in history()) {
        let world = World::play(&history);
        let (mut forth, mut back) = (Cafe::new(histories::CAFE), Cafe::new(histories::CAFE));
        world.devices.iter().for_each(|device| drop(forth.join(device.cafe.clone())));
        world.devices.iter().rev().for_each(|device| drop(back.join(device.cafe.clone())));
        prop_assert_eq!(told(&forth), told(&back));
        prop_assert_eq!(away(&forth), away(&back));
        prop_assert_eq!(Report::of(&forth), Report::of(&back));
    }

    #[test]
    fn an_act_can_be_undone_and_redone(history in history(), acts in proptest::collection::vec(sorting(), 1..6)) {
        let world = World::play(&history);
        let mut cafe = world.merged();
        dispute(&mut cafe);
        let mut clock = Clock::new(WriterId::from_bits(7_777));
        let mut steps = Vec::new();
        for (number, sorting) in acts.iter().enumerate() {
            let fresh = Id::from_bits(u128::from(histories::NOW + 90_000_000) << 80 | number as u128);
            let device = DeviceId::from_bits(100);
            let Some(act) = act_of(&cafe, device, sorting, format!("undo{number}"), fresh) else { continue };
            let before = told(&cafe);
            if let Ok(done) = harvest::carry_out(&mut cafe, &act, histories::NOW, &mut clock) {
                steps.push((before, done.undo));
            }
        }
        let after = told(&cafe);
        let mut again = Vec::new();
        for (before, edits) in steps.iter().rev() {
            let done = harvest::apply_edits(&mut cafe, edits, histories::NOW, &mut clock);
            prop_assert_eq!(&told(&cafe), before);
            again.push(done.undo);
        }
        for edits in again.iter().rev() {
            harvest::apply_edits(&mut cafe, edits, histories::NOW, &mut clock);
        }
        prop_assert_eq!(told(&cafe), after);
    }

    #[test]
    fn an_undo_leaves_alone_what_somebody_else_changed_since(history in history(), act in sorting()) {
        let world = World::play(&history);
        let mut cafe = world.merged();
        let (mut clock, mut other) = (Clock::new(WriterId::from_bits(7_777)), Clock::new(WriterId::from_bits(7_778)));
        let fresh = Id::from_bits(u128::from(histories::NOW + 90_000_000) << 80);
        let Some(act) = act_of(&cafe, DeviceId::from_bits(100), &act, "mine".into(), fresh) else { return Ok(()) };
        let Ok(done) = harvest::carry_out(&mut cafe, &act, histories::NOW, &mut clock) else { return Ok(()) };
        let theirs = || vec!["theirs".into()];
        // Somebody sets every field that the act set, to something else, and words what it worded.
        for edit in &done.undo {
            let edit = match edit.clone() {
                harvest::Edit::Set { id, name, .. } => harvest::Edit::Set { id, name, is: Json::String("theirs".into()), still: None },
                harvest::Edit::Word { id, name, over, .. } => harvest::Edit::Word { id, name, over, texts: theirs() },
                harvest::Edit::Unmake { id, .. } => harvest::Edit::Word { id, name: "about", over: Over::Seen(Vec::new()), texts: theirs() },
                made @ (harvest::Edit::Make { .. } | harvest::Edit::Stand { .. }) => made,
            };
            harvest::apply_edits(&mut cafe, &[edit], histories::NOW + 5, &mut other);
        }
        let before = bytes(&cafe);
        harvest::apply_edits(&mut cafe, &done.undo, histories::NOW + 9, &mut clock);
        prop_assert_eq!(bytes(&cafe), before);
    }

    #[test]
    fn no_record_whatever_it_holds_brings_the_harvest_down(mut cafe in forged::cafe(), fields in forged::harvest()) {
        for record in fields {
            cafe.join_record(record);
        }
        stands_once(&cafe, Choices::default())?;
        let harvest = Harvest::of(&cafe);
        for note in cafe.contributions() {
            let group = harvest.group(note.id);
            prop_assert!(group.is_empty() || group.contains(&note.id));
            let leads = group.iter().filter(|id| harvest.leads(&cafe, **id)).count();
            prop_assert!(group.is_empty() || leads == 1);
        }
    }
}
