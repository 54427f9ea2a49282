//! Carrying a history out: the devices, the bundles between them, and what was written.

use super::steps::{Act, History, Newer, Part, Step, Wall};
use super::{CAFE, DEVICES, beginning, import};
use nappe::core::bundle;
use nappe::core::domain::*;
use nappe::core::merge::{Join, Latest, unknown};
use std::collections::{BTreeMap, BTreeSet};

/// One replica.
pub struct Device {
    pub id: DeviceId,
    pub cafe: Cafe,
    pub clock: Clock,
    pub wall: Wall,
    /// For each text what the screen showed before the last change: a person may act on that.
    stale: BTreeMap<Id, Vec<Stamp>>,
}

/// A version that a command wrote.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    pub id: Id,
    pub at: Stamp,
    pub text: String,
}

/// All devices, all bundles that ever were, and the ledger.
pub struct World {
    pub devices: Vec<Device>,
    pub bag: Vec<String>,
    pub written: Vec<Written>,
    /// Versions that a person saw when another was written or picked in their place.
    pub replaced: BTreeSet<(Id, Stamp)>,
    pub erased: BTreeSet<Id>,
    /// Names, descriptions and next steps that an act of the harvest wrote: record, field, stamp, words.
    pub harvested: BTreeSet<(Id, &'static str, Stamp, String)>,
    /// Every word that was ever part of a contribution: text, name, a newer app's field.
    pub words_of: BTreeMap<Id, BTreeSet<String>>,
    next: u64,
}

pub fn nth<T: Copy>(of: &[T], which: u8) -> Option<T> {
    if of.is_empty() { None } else { Some(of[usize::from(which) % of.len()]) }
}

fn text(text: &str) -> Json {
    Json::String(text.into())
}

fn extra_mut(record: &mut Record) -> Option<&mut Extra> {
    Some(match record {
        Record::Cafe(it) => &mut it.extra,
        Record::Question(it) => &mut it.extra,
        Record::Table(it) => &mut it.extra,
        Record::Round(it) => &mut it.extra,
        Record::Contribution(it) => &mut it.extra,
        Record::KeyPoint(it) => &mut it.extra,
        Record::Seating(it) => &mut it.extra,
        Record::Carried(it) => &mut it.extra,
        Record::Erased(_) => return None,
    })
}

impl World {
    /// Carries a history out.
    pub fn play(history: &History) -> Self {
        let devices = (0..DEVICES).map(|number| Device {
            // The last one is the first one's profile, copied: the same device id, another running copy.
            id: DeviceId::from_bits(100 + (number % (DEVICES - 1)) as u64),
            cafe: beginning(),
            clock: Clock::new(WriterId::from_bits(1_000 - number as u64)),
            wall: history.walls[number],
            stale: BTreeMap::new(),
        });
        let mut world = Self {
            devices: devices.collect(),
            bag: Vec::new(),
            written: Vec::new(),
            replaced: BTreeSet::new(),
            erased: BTreeSet::new(),
            harvested: BTreeSet::new(),
            words_of: BTreeMap::new(),
            next: 0,
        };
        for (number, step) in history.steps.iter().enumerate() {
            match step {
                Step::Do(device, act) => world.act(usize::from(*device), act, number),
                Step::Export(device, part) => {
                    let cafe = &world.devices[usize::from(*device)].cafe;
                    let scope = match part {
                        Part::Whole => Scope::Whole,
                        Part::Table(which) => {
                            let tables: Vec<Id> = cafe.all_tables().map(|it| it.id).collect();
                            nth(&tables, *which).map_or(Scope::Whole, Scope::Table)
                        }
                    };
                    world.bag.push(bundle::encode(cafe, scope));
                }
                Step::Import(device, which) => {
                    if !world.bag.is_empty() {
                        let bundle = world.bag[usize::from(*which) % world.bag.len()].clone();
                        let device = &mut world.devices[usize::from(*device)];
                        device.remember();
                        import(&mut device.cafe, &bundle);
                    }
                }
            }
        }
        world
    }

    /// Everything that any device has, joined.
    pub fn merged(&self) -> Cafe {
        let mut all = Cafe::new(CAFE);
        self.devices.iter().for_each(|device| drop(all.join(device.cafe.clone())));
        all
    }

    pub fn word(&mut self) -> String {
        self.next += 1;
        let flavour = ["", " à l’école\u{202f}!", " مرحبا", " 🧶", " <b>&\"\\", "\nex. deux"][self.next as usize % 6];
        format!("word{:05}x{flavour}", self.next)
    }

    pub fn id(&mut self, now: u64) -> Id {
        self.next += 1;
        Id::from_bits(u128::from(now) << 80 | u128::from(self.next))
    }

    fn act(&mut self, number: usize, act: &Act, step: usize) {
        let now = self.devices[number].wall.at(step);
        let (word, fresh) = (self.word(), self.id(now));
        let device = &self.devices[number];
        let cafe = &device.cafe;
        let of = |wanted: fn(&Record) -> bool| -> Vec<Id> {
            cafe.records().filter(|record| wanted(record)).map(Record::id).collect()
        };
        let questions = of(|it| matches!(it, Record::Question(_)));
        let tables = of(|it| matches!(it, Record::Table(_)));
        let rounds = of(|it| matches!(it, Record::Round(_)));
        let notes = of(|it| matches!(it, Record::Contribution(_)));
        let written = of(|it| matches!(it, Record::Contribution(_) | Record::KeyPoint(_)));
        let texts = of(|it| matches!(it, Record::Contribution(_) | Record::KeyPoint(_) | Record::Question(_)));
        let items: Vec<Id> = [&questions[..], &tables, &rounds].concat();
        let seen = |id: Id, stale: bool| {
            let shown = cafe.record(id).and_then(Record::versions).map(|versions| versions.seen()).unwrap_or_default();
            if stale { device.stale.get(&id).cloned().unwrap_or(shown) } else { shown }
        };
        let command = match *act {
            Act::Title(which) => Some(Command::SetTitle(format!("Title {which}"))),
            Act::Place(which) => Some(Command::SetPlace(format!("Place {which}"))),
            Act::Date(which) => Some(Command::SetDate(format!("2026-11-{:02}", 1 + which % 30))),
            Act::Form(per_round) => {
                Some(Command::SetForm(if per_round { Form::QuestionPerRound } else { Form::QuestionPerTable }))
            }
            Act::AddQuestion => Some(Command::AddQuestion { id: fresh, text: word }),
            Act::Word(which) => {
                nth(&questions, which).map(|id| Command::WordQuestion { id, seen: seen(id, false), text: word })
            }
            Act::AddTable(which) => {
                Some(Command::AddTable { id: fresh, name: "".into(), question: nth(&questions, which) })
            }
            Act::NameTable(which, name) => {
                nth(&tables, which).map(|id| Command::NameTable { id, name: format!("Name {}", name % 4) })
            }
            Act::AddRound(which) => {
                Some(Command::AddRound { id: fresh, minutes: 10, question: nth(&questions, which) })
            }
            Act::Minutes(which, minutes) => {
                nth(&rounds, which).map(|id| Command::SetMinutes { id, minutes: u32::from(minutes) % 650 })
            }
            Act::Assign(which, question) => {
                nth(&items, which).map(|id| Command::Assign { id, question: nth(&questions, question) })
            }
            Act::Move(which, place) => nth(&items, which).map(|id| Command::Move { id, place: usize::from(place) }),
            Act::Remove(which, removed) => nth(&items, which).map(|id| Command::SetRemoved { id, removed }),
            Act::Write { at, named, example } => match (nth(&questions, at), nth(&tables, at), nth(&rounds, at)) {
                (Some(question), Some(table), Some(round)) => Some(Command::Write {
                    id: fresh,
                    author: device.id,
                    question,
                    table,
                    round,
                    name: if named { format!("name{}", &word[4..9]) } else { "".into() },
                    text: word,
                    example_of: if example { nth(&notes, at) } else { None },
                }),
                _ => None,
            },
            Act::Rewrite { note, stale } => {
                nth(&written, note).map(|id| Command::Rewrite { id, seen: seen(id, stale), text: word })
            }
            // A name that no other note has: where it is found, it is this note's.
            Act::Sign(which, name) => nth(&notes, which).map(|id| {
                let of = &id.to_string()[Id::TEXT_LEN - 6..];
                Command::Sign { id, name: format!("signed{}of{of}", name % 3) }
            }),
            Act::Pick { of, version } => nth(&texts, of).and_then(|id| {
                let seen = seen(id, false);
                nth(&seen, version).map(|version| Command::Pick { id, seen, version })
            }),
            // Each stamp twice: a screen may show one text under two of them.
            Act::KeepBoth(which) => {
                nth(&texts, which).map(|id| Command::KeepBoth { id, seen: seen(id, false).repeat(2) })
            }
            Act::Hide(which, hidden) => nth(&notes, which).map(|id| Command::SetHidden { id, hidden }),
            Act::Erase(which) => nth(&written, which).map(|id| Command::Erase { id, by: device.id }),
            Act::KeyPoint(which) => match (nth(&tables, which), nth(&rounds, which)) {
                (Some(table), Some(round)) => {
                    Some(Command::WriteKeyPoint { id: fresh, author: device.id, table, round, text: word })
                }
                _ => None,
            },
            Act::Clock { round, how } => nth(&rounds, round).map(|round| {
                let clock = RoundClock::begin(round, 20, now);
                let clocks = [clock, clock.paused(now), RoundClock::Over { round }];
                clocks.get(usize::from(how) % 4).map_or(Command::ClearClock, |clock| Command::SetClock(*clock))
            }),
            Act::Seats { people, tables } => {
                let tables = u16::from(tables % 4) + 1;
                let seats = (0..u16::from(people % 6)).map(|person| person % tables + 1).collect();
                let rounds = vec![Seats { tables: seats, hosts: Vec::new() }];
                Some(Command::SetSeats(SeatPlan { tables, rounds, ..SeatPlan::default() }))
            }
            Act::Harvest(ref sorting) => return self.sort(number, sorting, now),
            Act::Newer(ref newer) => return self.newer(number, newer, now, fresh),
        };
        if let Some(command) = command {
            self.apply(number, command, now);
        }
    }

    /// Applies a command and enters into the ledger what it wrote and replaced.
    fn apply(&mut self, number: usize, command: Command, now: u64) {
        let device = &mut self.devices[number];
        let before = device.cafe.clone();
        let seen = match &command {
            Command::Rewrite { seen, .. } | Command::WordQuestion { seen, .. } | Command::Pick { seen, .. } => {
                seen.clone()
            }
            _ => Vec::new(),
        };
        device.remember();
        let Ok(changes) = device.cafe.apply(command, now, &mut device.clock) else {
            assert!(device.cafe == before, "a refused command changes nothing");
            return;
        };
        for &id in &changes.0 {
            let stamps = |cafe: &Cafe| -> Vec<Stamp> {
                cafe.record(id).and_then(Record::versions).map(|it| it.seen()).unwrap_or_default()
            };
            let old = stamps(&before);
            match device.cafe.record(id) {
                Some(Record::Erased(_)) => {
                    self.erased.insert(id);
                }
                Some(record) => {
                    if let Record::Contribution(note) = record {
                        self.words_of.entry(id).or_default().extend(note.signature().map(str::to_owned));
                    }
                    for version in record.versions().map(|it| it.live()).unwrap_or_default() {
                        if !old.contains(&version.at) {
                            self.written.push(Written { id, at: version.at, text: version.is.to_string() });
                            self.replaced.extend(seen.iter().map(|&at| (id, at)));
                            if matches!(record, Record::Contribution(_) | Record::KeyPoint(_)) {
                                let word = version.is.split_whitespace().next().unwrap_or_default().to_owned();
                                self.words_of.entry(id).or_default().insert(word);
                            }
                        }
                    }
                }
                None => {}
            }
        }
        let known: BTreeSet<Id> = changes.0.into_iter().collect();
        let changed =
            device.cafe.records().filter(|record| before.record(record.id()) != Some(*record)).map(Record::id);
        assert_eq!(changed.collect::<BTreeSet<_>>(), known, "the changes name what changed, no more and no less");
    }

    fn newer(&mut self, number: usize, newer: &Newer, now: u64, fresh: Id) {
        let word = self.word();
        let device = &mut self.devices[number];
        let at = device.clock.next(now, None);
        let stamped =
            |is: Json| Json::Object([("at".into(), text(&at.to_string())), ("is".into(), is)].into_iter().collect());
        let ids: Vec<Id> = device.cafe.records().map(Record::id).collect();
        let pick = |which: u8| nth(&ids, which).and_then(|id| device.cafe.record(id)).cloned();
        let mut record = match *newer {
            Newer::OfBundle(which) => {
                let mut extra = Extra::NONE;
                extra.insert(["kind", "id", "later"][usize::from(which) % 3].into(), stamped(text(&word)));
                device.cafe.extra.join(&extra);
                return;
            }
            Newer::Value { record, .. } | Newer::Latest { record, .. } | Newer::Versions { record, .. } => pick(record),
            Newer::InTitle(_) => pick(0),
            Newer::InText(which) => pick(which),
            Newer::Kind(which) => Some(Record::Carried(Carried {
                id: fresh,
                kind: format!("kind{}", which % 3).into(),
                extra: Extra::NONE,
            })),
        };
        let Some(record) = record.as_mut() else { return };
        let id = record.id();
        match *newer {
            Newer::Kind(_) => {
                if let Some(extra) = extra_mut(record) {
                    extra.insert("words".into(), Json::Array(vec![stamped(text(&word))]));
                }
            }
            Newer::InTitle(_) => {
                if let Record::Cafe(head) = record {
                    let later = device.clock.next(now, Some(head.title.at));
                    head.title = Latest::new(later, word.into());
                    head.title.extra.insert("lang".into(), text("fr"));
                }
            }
            Newer::InText(_) => {
                if let Record::Contribution(note) = record {
                    // A newer app writes one version more, with a field of its own, beside what stands.
                    let version = nappe::core::merge::Version {
                        at,
                        is: word.as_str().into(),
                        extra: {
                            let mut extra = Extra::NONE;
                            extra.insert("spoken".into(), Json::Bool(true));
                            extra
                        },
                    };
                    let first = word.split_whitespace().next().unwrap_or_default().to_owned();
                    self.words_of.entry(id).or_default().insert(first);
                    self.written.push(Written { id, at, text: word.clone() });
                    note.text.join(&nappe::core::merge::Versions::from_parts(vec![version], Vec::new()));
                }
            }
            _ => {
                let is_note = matches!(record, Record::Contribution(_));
                let Some(extra) = extra_mut(record) else { return };
                let fields = extra.fields_mut();
                match *newer {
                    Newer::Value { value, .. } => {
                        let value = [Json::Null, Json::Bool(true), Json::Number("1.5".into()), text("é")]
                            [usize::from(value) % 4]
                            .clone();
                        fields.insert("mood".into(), value);
                    }
                    Newer::Latest { value, .. } => {
                        fields.insert("tint".into(), stamped(Json::Number(value.to_string().into())));
                    }
                    Newer::Versions { replaces, .. } => {
                        let old = match fields.get("summary") {
                            Some(Json::Array(items)) => items.clone(),
                            _ => Vec::new(),
                        };
                        if replaces {
                            let gone = old.iter().filter_map(|it| match it {
                                Json::Object(fields) => fields.get("at").cloned(),
                                _ => None,
                            });
                            let entry = fields.get_or_insert("summary_replaced".into(), || Json::Array(Vec::new()));
                            if let Json::Array(stamps) = entry {
                                stamps.extend(gone);
                            }
                        }
                        let mut items = old;
                        items.push(stamped(text(&word)));
                        fields.insert("summary".into(), Json::Array(items));
                        if is_note {
                            let first = word.split_whitespace().next().unwrap_or_default().to_owned();
                            self.words_of.entry(id).or_default().insert(first);
                        }
                    }
                    _ => {}
                }
                unknown::normalize(fields);
            }
        }
        device.cafe.join_record(record.clone());
    }
}

impl Device {
    fn remember(&mut self) {
        for record in self.cafe.records() {
            if let Some(versions) = record.versions() {
                self.stale.insert(record.id(), versions.seen());
            }
        }
    }
}
