//! The laws of the design as properties of random histories: whatever people did on however many devices, and however
//! their bundles travelled. A failing history shrinks, and its seed is kept in `tests/regressions/laws.txt`.

mod histories;

use histories::{CAFE, DEVICES, NOW, World, bytes, config, forged, history, import, shuffled};
use nappe::core::bundle;
use nappe::core::domain::*;
use nappe::core::import::Plan;
use nappe::core::merge::Join;
use proptest::prelude::*;

const KEPT: &str = "tests/regressions/laws.txt";

fn joined(a: &Cafe, b: &Cafe) -> Cafe {
    let mut both = a.clone();
    both.join(b.clone());
    both
}

/// Equal as values and as bytes, and the list of set-up records fits the records.
fn same(a: &Cafe, b: &Cafe) -> Result<(), TestCaseError> {
    prop_assert_eq!(a, b);
    prop_assert_eq!(bytes(a), bytes(b));
    Ok(())
}

proptest! {
    #![proptest_config(config(KEPT))]

    #[test]
    fn join_is_commutative(history in history()) {
        let world = World::play(&history);
        for pair in world.devices.windows(2) {
            same(&joined(&pair[0].cafe, &pair[1].cafe), &joined(&pair[1].cafe, &pair[0].cafe))?;
        }
    }

    #[test]
    fn join_is_associative(history in history()) {
        let world = World::play(&history);
        for three in world.devices.windows(3) {
            let [a, b, c] = [&three[0].cafe, &three[1].cafe, &three[2].cafe];
            same(&joined(&joined(a, b), c), &joined(a, &joined(b, c)))?;
        }
    }

    #[test]
    fn join_is_idempotent_and_says_so(history in history()) {
        let world = World::play(&history);
        for pair in world.devices.windows(2) {
            let both = joined(&pair[0].cafe, &pair[1].cafe);
            for part in [&both, &pair[0].cafe, &pair[1].cafe] {
                let mut again = both.clone();
                prop_assert!(again.join(part.clone()).is_empty());
                same(&again, &both)?;
            }
        }
    }

    #[test]
    fn join_of_forged_copies_is_commutative_associative_idempotent(
        a in forged::cafe(), b in forged::cafe(), c in forged::cafe(),
    ) {
        same(&joined(&a, &b), &joined(&b, &a))?;
        same(&joined(&joined(&a, &b), &c), &joined(&a, &joined(&b, &c)))?;
        same(&joined(&a, &a), &a)?;
        let both = joined(&a, &b);
        same(&joined(&both, &a), &both)?;
        same(&joined(&both, &b), &both)?;
    }

    #[test]
    fn join_of_forged_records_says_truly_whether_it_changed_something(
        a in forged::cafe(), b in forged::cafe(),
    ) {
        let mut both = a.clone();
        let changes = both.join(b);
        for record in both.records() {
            prop_assert_eq!(changes.0.contains(&record.id()), a.record(record.id()) != Some(record));
        }
    }

    #[test]
    fn every_delivery_order_converges_to_the_same_bytes(history in history()) {
        let world = World::play(&history);
        let last: Vec<String> = world.devices.iter().map(|it| bytes(&it.cafe)).collect();
        let all = bytes(&world.merged());
        for (number, device) in world.devices.iter().enumerate() {
            let mut cafe = device.cafe.clone();
            // Every last state in this device's own order, one of them twice, and an old bundle somewhere between.
            let order = shuffled(DEVICES, history.order.wrapping_add(number as u64));
            for &from in order.iter().chain(&order[..1]) {
                import(&mut cafe, &last[from]);
                if let Some(old) = world.bag.get(from) {
                    import(&mut cafe, old);
                }
            }
            prop_assert_eq!(bytes(&cafe), all.clone());
        }
    }

    #[test]
    fn the_parts_of_the_tables_make_the_whole(history in history()) {
        let world = World::play(&history);
        let whole = world.merged();
        let tables: Vec<Id> = whole.all_tables().map(|it| it.id).collect();
        let mut cafe = Cafe::new(CAFE);
        for place in shuffled(tables.len(), history.order) {
            import(&mut cafe, &bundle::encode(&whole, Scope::Table(tables[place])));
        }
        same(&cafe, &whole)?;
    }

    #[test]
    fn a_plan_joined_is_the_plain_join(history in history()) {
        let world = World::play(&history);
        let base = &world.devices[0].cafe;
        let (mut plan, mut plain) = (Plan::default(), base.clone());
        for place in shuffled(world.bag.len(), history.order) {
            let decoded = bundle::decode(world.bag[place].as_bytes()).unwrap();
            let before = plain.clone();
            plain.join(decoded.clone().into_cafe());
            let counts = plan.add(base, decoded.records);
            let unseen = plain.records().any(|it| {
                matches!(it, Record::Erased(_)) && !matches!(before.record(it.id()), Some(old) if old == it)
            });
            let changed = plain.records().any(|it| before.record(it.id()) != Some(it));
            prop_assert!(counts.changes() == changed || unseen, "{:?} {}", counts, changed);
            prop_assert_eq!(counts.refused, 0);
            let clock = |cafe: &Cafe| cafe.head().map(|head| head.clock.clone());
            prop_assert_eq!(counts.clock, clock(&before).zip(clock(&plain)).is_some_and(|(a, b)| a != b));
            let seats = |cafe: &Cafe| cafe.record(Seating::id_in(CAFE)).cloned();
            prop_assert_eq!(counts.seats, seats(&before) != seats(&plain));
        }
        let mut planned = base.clone();
        for record in plan.into_records() {
            let id = record.id();
            prop_assert!(planned.join_record(record), "a plan holds only what changes: {}", id);
        }
        planned.extra.join(&plain.extra);
        same(&planned, &plain)?;
    }

    #[test]
    fn a_plan_of_forged_bundles_is_the_plain_join(
        base in forged::cafe(), first in forged::cafe(), second in forged::cafe(),
    ) {
        let mut plan = Plan::default();
        plan.add(&base, first.records().cloned().collect());
        plan.add(&base, second.records().cloned().collect());
        let mut planned = base.clone();
        plan.into_records().into_iter().for_each(|record| { planned.join_record(record); });
        let plain = joined(&joined(&base, &first), &second);
        planned.extra = plain.extra.clone();
        same(&planned, &plain)?;
    }

    /// The last device is a copy of the first one, and nobody else is taken for one, whatever way the bundles took.
    #[test]
    fn only_a_copied_device_is_taken_for_one(history in history()) {
        let world = World::play(&history);
        let copied = world.devices[DEVICES - 1].id;
        for device in &world.devices {
            let mut plan = Plan::default();
            for bundle in &world.bag {
                let records = bundle::decode(bundle.as_bytes()).expect("an own bundle").records;
                let copies = plan.cloned_devices(&device.cafe, &records);
                prop_assert!(copies.iter().all(|it| *it == copied), "{copies:?}");
                plan.add(&device.cafe, records.clone());
                prop_assert!(plan.cloned_devices(&device.cafe, &records).is_empty());
            }
        }
    }

    #[test]
    fn no_text_is_lost(history in history()) {
        let world = World::play(&history);
        let all = world.merged();
        for written in &world.written {
            if world.erased.contains(&written.id) || world.replaced.contains(&(written.id, written.at)) {
                continue;
            }
            let live = all.record(written.id).and_then(Record::versions).map(|it| it.live()).unwrap_or_default();
            let stands = live.iter().any(|it| it.at == written.at && *it.is == *written.text);
            prop_assert!(stands, "{:?} is not among {:?}", written, live);
        }
    }

    #[test]
    fn erased_text_never_returns(history in history()) {
        let world = World::play(&history);
        let mut all = world.merged();
        let bundles = shuffled(world.bag.len(), history.order);
        for &place in bundles.iter().chain(&bundles) {
            import(&mut all, &world.bag[place]);
        }
        let export = bytes(&all);
        for id in &world.erased {
            prop_assert!(matches!(all.record(*id), Some(Record::Erased(_))));
            for word in &world.words_of[id] {
                prop_assert!(!export.contains(word.as_str()), "{} is back", word);
            }
        }
        // A device that knows the erasure never shows the words again, whatever it takes in.
        for device in &world.devices {
            let mut cafe = device.cafe.clone();
            let gone: Vec<Id> =
                cafe.records().filter(|it| matches!(it, Record::Erased(_))).map(Record::id).collect();
            for &place in &bundles {
                import(&mut cafe, &world.bag[place]);
            }
            let export = bytes(&cafe);
            for word in gone.iter().flat_map(|id| &world.words_of[id]) {
                prop_assert!(!export.contains(word.as_str()), "{} is back", word);
            }
        }
    }

    #[test]
    fn decode_undoes_encode(history in history()) {
        let world = World::play(&history);
        for device in &world.devices {
            let text = bytes(&device.cafe);
            let decoded = bundle::decode(text.as_bytes()).unwrap().into_cafe();
            same(&decoded, &device.cafe)?;
            for record in device.cafe.records() {
                let line = bundle::encode_record(record);
                prop_assert!(!line.contains('\n'), "one record, one line");
                prop_assert_eq!(&bundle::decode_record(&line, bundle::VERSION).unwrap(), record);
            }
        }
    }

    #[test]
    fn decode_undoes_encode_of_forged_copies(cafe in forged::cafe()) {
        let text = bytes(&cafe);
        let decoded = bundle::decode(text.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        same(&decoded.into_cafe(), &cafe)?;
    }

    #[test]
    fn a_clock_years_ahead_locks_nobody_out(history in history()) {
        let world = World::play(&history);
        let all = world.merged();
        let mut cafe = all.clone();
        let mut clock = Clock::new(WriterId::from_bits(7));
        let now = NOW + 100_000;
        let mut did = |cafe: &mut Cafe, command: Command| cafe.apply(command, now, &mut clock).map(|_| ());
        for record in all.records() {
            let id = record.id();
            let seen = record.versions().map(|it| it.seen()).unwrap_or_default();
            let done = match record {
                Record::Cafe(head) => did(&mut cafe, Command::SetTitle("Edited".into()))
                    .and(did(&mut cafe, Command::SetDate("1999-12-31".into())))
                    .and(did(&mut cafe, Command::SetPlace("Edited".into())))
                    .and(did(&mut cafe, Command::SetForm(match head.form.is {
                        Form::QuestionPerTable => Form::QuestionPerRound,
                        Form::QuestionPerRound => Form::QuestionPerTable,
                    })))
                    .and(did(&mut cafe, Command::SetClock(RoundClock::Over { round: id }))),
                Record::KeyPoint(_) => did(&mut cafe, Command::Rewrite { id, seen, text: "Edited".into() }),
                Record::Seating(_) => did(&mut cafe, Command::SetSeats(SeatPlan { tables: 99, ..SeatPlan::default() })),
                Record::Question(it) => did(&mut cafe, Command::WordQuestion { id, seen, text: "Edited".into() })
                    .and(did(&mut cafe, Command::SetRemoved { id, removed: !it.is_removed() })),
                Record::Table(it) => did(&mut cafe, Command::NameTable { id, name: "Edited".into() })
                    .and(did(&mut cafe, Command::SetRemoved { id, removed: !it.is_removed() }))
                    .and(did(&mut cafe, Command::Assign { id, question: Some(id) })),
                Record::Round(it) => did(&mut cafe, Command::SetMinutes { id, minutes: 599 })
                    .and(did(&mut cafe, Command::SetRemoved { id, removed: !it.is_removed() }))
                    .and(did(&mut cafe, Command::Assign { id, question: Some(id) })),
                Record::Contribution(it) => did(&mut cafe, Command::Rewrite { id, seen, text: "Edited".into() })
                    .and(did(&mut cafe, Command::Sign { id, name: "Edited".into() }))
                    .and(did(&mut cafe, Command::SetHidden { id, hidden: !it.is_hidden() })),
                Record::Carried(_) | Record::Erased(_) => Ok(()),
            };
            prop_assert_eq!(done, Ok(()));
        }
        // What this device says now stands against everything that the others had.
        let edited = cafe.clone();
        cafe.join(all.clone());
        same(&cafe, &edited)?;
        for device in &world.devices {
            cafe.join(device.cafe.clone());
        }
        same(&cafe, &edited)?;
        let head = cafe.head().unwrap();
        prop_assert_eq!((&*head.title.is, &*head.date.is, &*head.place.is), ("Edited", "1999-12-31", "Edited"));
        for note in cafe.contributions() {
            prop_assert_eq!(note.text.texts().len(), 1);
            prop_assert_eq!((note.words(), note.signature()), ("Edited", Some("Edited")));
        }
        prop_assert!(cafe.all_tables().all(|it| &*it.name.is == "Edited" && it.question.is == Some(it.id)));
        prop_assert!(cafe.all_rounds().all(|it| it.minutes.is == 599));
        for (before, after) in all.all_questions().zip(cafe.all_questions()) {
            prop_assert_eq!((after.wording(), after.text.live().len()), ("Edited", 1));
            prop_assert_ne!(before.is_removed(), after.is_removed());
        }
    }

    #[test]
    fn words_stay_editable_under_any_forged_stamp(note in forged::record(), now in any::<u64>()) {
        let id = note.id();
        let mut cafe = Cafe::from_records(CAFE, [note]);
        let mut clock = Clock::new(WriterId::from_bits(u64::MAX));
        for text in ["first", "second", "third"] {
            let Some(seen) = cafe.record(id).and_then(Record::versions).map(|it| it.seen()) else { return Ok(()) };
            let is_question = matches!(cafe.record(id), Some(Record::Question(_)));
            let text = text.to_owned();
            let command = if is_question {
                Command::WordQuestion { id, seen, text: text.clone() }
            } else {
                Command::Rewrite { id, seen, text: text.clone() }
            };
            prop_assert!(cafe.apply(command, now, &mut clock).is_ok());
            let live = cafe.record(id).and_then(Record::versions).map(|it| it.live().to_vec()).unwrap_or_default();
            prop_assert!(live.len() == 1 && *live[0].is == *text, "{:?}", live);
        }
    }
}

#[test]
fn who_collects_from_a_device_and_its_copy_is_told() {
    let mut clock = Clock::new(WriterId::from_bits(7));
    let mut ids = IdMaker::default();
    let write = |cafe: &mut Cafe, clock: &mut Clock, id: Id, table: usize| {
        let (question, table) = (cafe.questions()[0].id, cafe.tables()[table].id);
        let (author, round) = (DeviceId::from_bits(5), cafe.rounds()[0].id);
        let text = "What one of the two wrote".to_owned();
        let write = Command::Write { id, author, question, table, round, name: String::new(), text, example_of: None };
        cafe.apply(write, NOW, clock).expect("a note");
    };
    let mut first = histories::beginning();
    write(&mut first, &mut clock, ids.next(NOW, 1), 0);
    // From here on there are two.
    let mut second = first.clone();
    let later = ids.next(NOW, 2);
    write(&mut first, &mut clock, later, 0);
    let all = |cafe: &Cafe| cafe.records().cloned().collect::<Vec<_>>();
    let told = |known: &Cafe, bundle: &Cafe| !Plan::default().cloned_devices(known, &all(bundle)).is_empty();
    assert!(!told(&first, &second) && !told(&second, &first), "one of them merely wrote more");
    let other = ids.next(NOW, 3);
    write(&mut second, &mut clock, other, 1);
    assert!(!told(&first, &second) && !told(&second, &first), "as one who went to another table");
    let third = ids.next(NOW, 4);
    write(&mut second, &mut clock, third, 0);
    assert!(told(&first, &second) && told(&second, &first));
    // In one import, too, whichever file comes first.
    let mut plan = Plan::default();
    plan.add(&histories::beginning(), all(&second));
    assert_eq!(plan.cloned_devices(&histories::beginning(), &all(&first)), [DeviceId::from_bits(5)].into());
    // An erasure does not say whose words it took: nothing is left that one of the two lacks.
    first.apply(Command::Erase { id: later, by: DeviceId::from_bits(5) }, NOW, &mut clock).expect("an erasure");
    assert!(!told(&first, &second) && !told(&second, &first));
}
