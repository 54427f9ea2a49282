//! Whole cafés and what is carried with them: parts, clock, seats, harvest (rules B15, B17 and B19 to B24).

use crate::made::{CAFE, note, sealed};
use nappe::core::bundle::{self, DecodeError, decode_text};
use nappe::core::domain::*;
use nappe::core::harvest::{self, Act, Choices, Each, Harvest, Phase, Voting, ballot_id};

#[test]
fn b24_who_took_part_is_carried_in_all_its_versions_and_what_is_not_known_counts_as_absent() {
    let (cafe, ..) = under_way();
    let mut merged = cafe.clone();
    for (writer, text) in [(91, "Forty people"), (92, "Le comité, مرحبا")] {
        let (mut copy, mut clock) = (cafe.clone(), Clock::new(WriterId::from_bits(writer)));
        let act = Act::SayWhoTookPart { seen: harvest::took_part(&copy).seen(), text: text.into() };
        harvest::carry_out(&mut copy, &act, writer, &mut clock).unwrap();
        merged.join(copy);
    }
    let text = bundle::encode(&merged, Scope::Whole);
    let says = |text: &str| {
        let read = decode_text(text).unwrap().into_cafe();
        assert_eq!(bundle::encode(&read, Scope::Whole), text);
        harvest::took_part(&read).texts().iter().map(|it| it.is.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(says(&text), ["Forty people", "Le comité, مرحبا"]);
    let strange = text.replace(r#""is":"Forty people""#, r#""is":40"#);
    assert_ne!(strange, text);
    assert_eq!(says(&sealed(&strange)), ["Le comité, مرحبا"]);
}

#[test]
fn b15_a_bundle_of_one_table_holds_its_notes_and_every_erasure() {
    let mut cafe = crate::histories::beginning();
    let mut clock = Clock::new(WriterId::from_bits(9));
    let tables: Vec<Id> = cafe.tables().iter().map(|it| it.id).collect();
    let mut ids = IdMaker::default();
    let mut written = Vec::new();
    for &table in &tables {
        let (id, author) = (ids.next(1, 0), DeviceId::from_bits(1));
        let (question, round) = (cafe.questions()[0].id, cafe.rounds()[0].id);
        let text = format!("at {table}");
        let write = Command::Write { id, author, question, table, round, text, name: "".into(), example_of: None };
        cafe.apply(write, 1, &mut clock).unwrap();
        written.push(id);
    }
    cafe.apply(Command::Erase { id: written[2], by: DeviceId::from_bits(1) }, 2, &mut clock).unwrap();
    let part = decode_text(&bundle::encode(&cafe, Scope::Table(tables[0]))).unwrap().into_cafe();
    assert!(part.contribution(written[0]).is_some() && part.record(written[1]).is_none());
    assert!(matches!(part.record(written[2]), Some(Record::Erased(_))));
    assert_eq!(part.tables().len(), 3, "the set-up is there");
}

/// A café that went on: with a clock, seats and a key point.
fn under_way() -> (Cafe, Clock, SeatPlan, RoundClock) {
    let cafe_id = Id::parse(CAFE).unwrap();
    let mut clock = Clock::new(WriterId::from_bits(1));
    let mut cafe = Cafe::create(cafe_id, "Café", Form::QuestionPerTable, clock.next(1, None));
    let running = RoundClock::begin(Id::from_bits(9), 20, 1_000);
    let seats = SeatPlan {
        people: vec![Person { name: "Awa".into(), group: "Thiès".into() }],
        hosting: Hosting::Stay,
        tables: 1,
        rounds: vec![Seats { tables: vec![1, 0], hosts: vec![1] }],
        ..SeatPlan::default()
    };
    let point = Command::WriteKeyPoint {
        id: Id::from_bits(8),
        author: DeviceId::from_bits(1),
        table: Id::from_bits(3),
        round: Id::from_bits(9),
        text: "Commencer petit".into(),
    };
    for command in [Command::SetClock(running), Command::SetSeats(seats.clone()), point] {
        cafe.apply(command, 2, &mut clock).unwrap();
    }
    (cafe, clock, seats, running)
}

#[test]
fn b19_the_clock_is_carried_and_one_that_is_not_known_shows_nothing() {
    let (mut cafe, mut clock, _, running) = under_way();
    let text = bundle::encode(&cafe, Scope::Whole);
    assert!(text.contains(r#""is":"running 00000000000000000000000009 1201000""#), "{text}");
    let read = decode_text(&text).unwrap().into_cafe();
    assert_eq!(read.clock(), Some(running));
    let newer = sealed(&text.replace("running 0", "waiting 0"));
    let read = decode_text(&newer).unwrap().into_cafe();
    assert_eq!(read.clock(), None);
    assert_eq!(bundle::encode(&read, Scope::Whole), newer);
    // Taken back to before the first round: that is later than the round that ran, whoever hears of it first.
    cafe.apply(Command::ClearClock, 3, &mut clock).unwrap();
    let cleared = decode_text(&bundle::encode(&cafe, Scope::Whole)).unwrap().into_cafe();
    let mut heard = decode_text(&text).unwrap().into_cafe();
    heard.join(cleared.clone());
    let mut told = cleared.clone();
    told.join(decode_text(&text).unwrap().into_cafe());
    assert!(heard == cleared && told == cleared && cleared.clock().is_none());
    let begun = RoundClock::begin(Id::from_bits(9), 20, 5_000);
    cafe.apply(Command::SetClock(begun), 4, &mut clock).unwrap();
    heard.join(decode_text(&bundle::encode(&cafe, Scope::Whole)).unwrap().into_cafe());
    assert_eq!(heard.clock(), Some(begun));
}

#[test]
fn b20_seats_are_carried_and_a_plan_that_is_not_known_shows_nothing() {
    let (mut cafe, mut clock, seats, _) = under_way();
    let text = bundle::encode(&cafe, Scope::Whole);
    assert!(text.contains(r#"{"kind":"seating","id":"01J0000000G000000000000000","plan":{"at":"#), "{text}");
    assert!(text.contains(r#""is":"1 stay apart\n1 0|1\nAwa\tThiès""#), "{text}");
    assert_eq!(decode_text(&text).unwrap().into_cafe().seats(), Some(seats.clone()));
    let newer = sealed(&text.replace("1 stay apart", "1 wander apart"));
    let read = decode_text(&newer).unwrap().into_cafe();
    assert_eq!(read.seats(), None);
    assert_eq!(bundle::encode(&read, Scope::Whole), newer);
    // A plan that a reader would refuse is never written.
    let endless = SeatPlan { rounds: vec![Seats { tables: vec![1; 1_000], hosts: vec![] }; 12], ..seats.clone() };
    assert_eq!(cafe.apply(Command::SetSeats(endless), 3, &mut clock), Err(Refusal::OutOfRange));
    let nowhere = SeatPlan { rounds: vec![Seats { tables: vec![2], hosts: vec![] }], ..seats };
    assert_eq!(cafe.apply(Command::SetSeats(nowhere), 3, &mut clock), Err(Refusal::OutOfRange));
}

/// A café with all that a harvest leaves.
fn harvested() -> (Cafe, Clock, [Id; 3]) {
    let (mut clock, cafe_id) = (Clock::new(WriterId::from_bits(1)), Id::parse(CAFE).unwrap());
    let mut cafe = Cafe::create(cafe_id, "Café", Form::QuestionPerTable, clock.next(1, None));
    let [question, first, second, theme] = [2, 11, 12, 21].map(Id::from_bits);
    cafe.apply(Command::AddQuestion { id: question, text: "Pourquoi".into() }, 2, &mut clock).unwrap();
    for (id, text) in [(first, "Des légumes"), (second, "Plus de légumes")] {
        let (author, table, round) = (DeviceId::from_bits(1), Id::from_bits(3), Id::from_bits(9));
        let (text, name, example_of) = (text.into(), String::new(), None);
        let write = Command::Write { id, author, question, table, round, text, name, example_of };
        cafe.apply(write, 2, &mut clock).unwrap();
    }
    let (device, step) = (DeviceId::from_bits(1), Id::from_bits(31));
    let (what, who, when) = ("Écrire à la mairie".into(), "Awa".into(), "lundi".into());
    let acts = [
        Act::AddThemes { question, themes: vec![(theme, "À table".into()), (Id::from_bits(22), "Ailleurs".into())] },
        Act::Gather { notes: vec![first, second] },
        Act::Sort { notes: vec![first], theme: Some(theme) },
        Act::Highlight { note: first, on: true },
        Act::JoinThemes { from: Id::from_bits(22), into: theme },
        Act::AddStep { id: step, what, who, when },
        Act::SetVoting(Voting { budget: 2, phase: Phase::Open, secret: true, each: Each::Person }),
        Act::PlaceDots { device, person: 1, question, on: vec![first, first] },
        Act::Choose(Choices { names: false, ..Choices::default() }),
    ];
    for act in acts {
        harvest::carry_out(&mut cafe, &act, 3, &mut clock).unwrap();
    }
    (cafe, clock, [question, first, theme])
}

#[test]
fn b21_the_harvest_is_carried_and_what_is_not_known_of_it_shows_nothing() {
    let (cafe, _, [question, first, theme]) = harvested();
    let text = bundle::encode(&cafe, Scope::Whole);
    for part in [
        r#"{"kind":"theme","id":"0000000000000000000000000N","name"#,
        r#"{"kind":"voting","id":"01J00000008000000000000000"#,
        r#"{"kind":"report","id":"01J00000004000000000000000"#,
        r#""device":"#,
        r#""is":"Écrire à la mairie""#,
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let read = decode_text(&text).unwrap().into_cafe();
    let harvest = Harvest::of(&read);
    assert_eq!(harvest, Harvest::of(&cafe));
    assert_eq!((harvest.dots(first), harvest.group(first).len()), (2, 2));
    assert_eq!(harvest.theme_of(read.contribution(first).unwrap()), Some(theme));
    assert_eq!(Choices::of(&read), Choices { names: false, ..Choices::default() });

    // A ballot under another id is somebody's second one: it is carried and does not count.
    let ballot = ballot_id(cafe.id(), question, DeviceId::from_bits(1), 1).to_string();
    let forged = sealed(&text.replace(&ballot, "0000000000000000000000001Z"));
    let read = decode_text(&forged).unwrap().into_cafe();
    assert_eq!(Harvest::of(&read).dots(first), 0);
    // And what a later version may say of a theme or of dots is kept, and shows nothing.
    let newer = sealed(&text.replace(r#""is":"open""#, r#""is":"soon""#).replace(r#""is":2}"#, r#""is":"two"}"#));
    let read = decode_text(&newer).unwrap().into_cafe();
    let voting = Voting { secret: true, each: Each::Person, ..Voting::default() };
    assert_eq!(Harvest::of(&read).voting, voting);
    assert_eq!(bundle::encode(&read, Scope::Whole), newer);
}

#[test]
fn b21_of_the_dots_that_can_count_the_first_do() {
    let (mut cafe, mut clock, [_, first, _]) = harvested();
    let hide = |hidden| Command::SetHidden { id: first, hidden };
    let second = Id::from_bits(12);
    let on = |note: Id| format!(r#""{note}""#);
    let text = bundle::encode(&cafe, Scope::Whole);
    // Three dots where two are to give; the first one lies on a note that is not there.
    let on_both = format!("[{},{},{},{}]", on(Id::from_bits(99)), on(first), on(second), on(second));
    let text = sealed(&text.replace(&format!("[{},{}]", on(first), on(first)), &on_both));
    cafe = decode_text(&text).unwrap().into_cafe();
    let dots = |cafe: &Cafe| [first, second].map(|note| Harvest::of(cafe).dots(note));
    assert_eq!(dots(&cafe), [1, 1]);
    cafe.apply(hide(true), 9, &mut clock).unwrap();
    assert_eq!(dots(&cafe), [0, 2], "what was set aside carries none");
    cafe.apply(hide(false), 10, &mut clock).unwrap();
    assert_eq!(dots(&cafe), [1, 1]);
}

#[test]
fn b23_a_chain_of_themes_ends_at_the_last_one_that_was_not_taken_away() {
    let (mut cafe, mut clock, [question, first, theme]) = harvested();
    let joined = Id::from_bits(22);
    let mut set_removed = |theme, removed| {
        harvest::carry_out(&mut cafe, &Act::SetThemeRemoved { theme, removed }, 9, &mut clock).unwrap();
        let read = decode_text(&bundle::encode(&cafe, Scope::Whole)).unwrap().into_cafe();
        let harvest = Harvest::of(&read);
        let standing: Vec<Id> = harvest.themes(question).iter().map(|theme| theme.id).collect();
        let taken: Vec<Id> = harvest.taken_away(question).iter().map(|it| it.theme.id).collect();
        (standing, taken, harvest.theme_of(read.contribution(first).unwrap()))
    };
    assert_eq!(set_removed(theme, true), (vec![], vec![theme, joined], None));
    assert_eq!(set_removed(joined, false), (vec![joined], vec![theme], None));
    assert_eq!(set_removed(theme, false), (vec![theme], vec![joined], Some(theme)));
}

#[test]
fn b22_the_gap_and_key_points_set_aside_are_carried_and_what_is_not_known_counts_as_absent() {
    let (mut cafe, mut clock, ..) = under_way();
    let point = cafe.all_key_points().next().unwrap().id;
    for act in [Act::SetGap(5), Act::SetPointHidden { point, hidden: true }] {
        harvest::carry_out(&mut cafe, &act, 3, &mut clock).unwrap();
    }
    let text = bundle::encode(&cafe, Scope::Whole);
    let says = |text: &str| {
        let read = decode_text(text).unwrap().into_cafe();
        assert_eq!(bundle::encode(&read, Scope::Whole), text);
        (harvest::gap(&read), read.key_point(point).is_some_and(harvest::is_set_aside))
    };
    assert_eq!(says(&text), (5, true));
    assert_eq!(says(&sealed(&text.replace(r#""is":5"#, r#""is":500"#))), (harvest::MOST_GAP, true));
    let strange = text.replace(r#""is":5"#, r#""is":-5"#).replace(r#""is":true"#, r#""is":"perhaps""#);
    assert_ne!(strange, text);
    assert_eq!(says(&sealed(&strange)), (harvest::USUAL_GAP, false));
}

#[test]
fn b15_a_bundle_of_one_table_holds_its_key_points_only() {
    let (cafe, ..) = under_way();
    let points = |table: u128| {
        let text = bundle::encode(&cafe, Scope::Table(Id::from_bits(table)));
        decode_text(&text).unwrap().into_cafe().key_points(Id::from_bits(3)).count()
    };
    assert_eq!((points(3), points(4)), (1, 0));
}

#[test]
fn b17_stored_records_have_versions_too() {
    let line = note().to_string();
    assert!(bundle::decode_record(&line, 1).is_ok());
    assert_eq!(bundle::decode_record(&line, 2), Err(DecodeError::NewerVersion { version: 2 }));
    assert!(bundle::decode_record(&line, 0).is_err());
    assert!(bundle::decode_record("", 1).is_err());
    assert!(bundle::decode_record("[]", 1).is_err());
}
