//! Carrying out commands.
//!
//! [`Cafe::apply`] takes a command, the time and the clock, and says which records changed. A command that changes
//! nothing (the same title again) is not an error: it changes no record and makes no stamp.

use super::command::{MAX_MINUTES, SEATS_BYTES};
use super::limits::{CONTRIBUTION_CHARS, NAME_CHARS, QUESTION_CHARS, TITLE_CHARS, label, words};
use super::{
    Cafe, Changes, Clock, Command, Contribution, Erased, Extra, Id, Item, KeyPoint, Question, Record, Refusal, Round,
    Seating, Stamp, Table, sorted,
};
use crate::merge::{Latest, Versions};

/// Whether a text is a day of the calendar as `YYYY-MM-DD`, or empty.
fn day(text: &str) -> Result<Box<str>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok("".into());
    }
    let shaped = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    let number = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let (true, Some(year), Some(month), Some(day)) = (shaped, number(0, 4), number(5, 7), number(8, 10)) else {
        return Err(Refusal::NotADay);
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    if (1..=last).contains(&day) { Ok(text.into()) } else { Err(Refusal::NotADay) }
}

/// One act in progress: gives each register that it sets a stamp later than what it replaces.
struct Act<'a> {
    clock: &'a mut Clock,
    now: u64,
}

impl Act<'_> {
    fn stamp(&mut self, replaces: Option<Stamp>) -> Stamp {
        self.clock.next(self.now, replaces)
    }

    /// Sets a register unless it has the value already; says whether it did.
    fn set<T: PartialEq>(&mut self, register: &mut Latest<T>, is: T) -> bool {
        let differs = register.is != is;
        if differs {
            *register = Latest::new(self.stamp(Some(register.at)), is);
        }
        differs
    }

    /// The same for a register that is absent until it is set first.
    fn set_new<T: PartialEq>(&mut self, register: &mut Option<Latest<T>>, is: T) -> bool {
        if let Some(register) = register {
            return self.set(register, is);
        }
        *register = Some(Latest::new(self.stamp(None), is));
        true
    }

    /// The same for a register that is absent as long as it has the default.
    fn set_optional<T: PartialEq + Default>(&mut self, register: &mut Option<Latest<T>>, is: T) -> bool {
        match register {
            Some(register) => self.set(register, is),
            None if is == T::default() => false,
            None => {
                *register = Some(Latest::new(self.stamp(None), is));
                true
            }
        }
    }
}

impl Cafe {
    /// Carries out a command at `now` (milliseconds since 1970). Says which records changed, or why nothing did.
    pub fn apply(&mut self, command: Command, now: u64, clock: &mut Clock) -> Result<Changes, Refusal> {
        let mut act = Act { clock, now };
        match command {
            Command::SetTitle(title) => {
                let title = words(&title, TITLE_CHARS)?;
                self.change_head(|head| act.set(&mut head.title, title))
            }
            Command::SetDate(date) => {
                let date = day(&date)?;
                self.change_head(|head| act.set(&mut head.date, date))
            }
            Command::SetPlace(place) => {
                let place = label(&place, TITLE_CHARS)?;
                self.change_head(|head| act.set(&mut head.place, place))
            }
            Command::SetForm(form) => self.change_head(|head| act.set(&mut head.form, form)),
            Command::AddQuestion { id, text } => {
                let text = words(&text, QUESTION_CHARS)?;
                let at = act.stamp(None);
                let order = Latest::new(at, next_place(self.all_questions()));
                let text = Versions::new(at, text);
                self.add(Record::Question(Question { id, text, kept: None, order, removed: None, extra: Extra::NONE }))
            }
            Command::AddTable { id, name, question } => {
                let name = Latest::new(act.stamp(None), label(&name, NAME_CHARS)?);
                let question = Latest::new(name.at, question);
                let order = Latest::new(name.at, next_place(self.all_tables()));
                self.add(Record::Table(Table { id, name, question, order, removed: None, extra: Extra::NONE }))
            }
            Command::AddRound { id, minutes, question } => {
                let minutes = Latest::new(act.stamp(None), in_range(minutes)?);
                let question = Latest::new(minutes.at, question);
                let order = Latest::new(minutes.at, next_place(self.all_rounds()));
                self.add(Record::Round(Round { id, minutes, question, order, removed: None, extra: Extra::NONE }))
            }
            Command::WordQuestion { id, seen, text } => {
                let text = words(&text, QUESTION_CHARS)?;
                self.change_words(id, |versions, _| rewrite(&mut act, versions, &seen, text))
            }
            Command::Rewrite { id, seen, text } => {
                let text = words(&text, CONTRIBUTION_CHARS)?;
                self.change_words(id, |versions, _| rewrite(&mut act, versions, &seen, text))
            }
            Command::Pick { id, seen, version } => {
                let picked = self.words_of(id)?.live().iter().find(|live| live.at == version);
                let text = picked.map(|live| live.is.clone()).ok_or(Refusal::Missing)?;
                self.change_words(id, |versions, _| rewrite(&mut act, versions, &seen, text))
            }
            Command::KeepBoth { id, mut seen } => {
                sorted::sort_unique(&mut seen);
                self.change_words(id, |_, kept| act.set_optional(kept, seen))
            }
            Command::NameTable { id, name } => {
                let name = label(&name, NAME_CHARS)?;
                self.change(id, |record| match record {
                    Record::Table(table) => Some(act.set(&mut table.name, name)),
                    _ => None,
                })
            }
            Command::SetMinutes { id, minutes } => {
                let minutes = in_range(minutes)?;
                self.change(id, |record| match record {
                    Record::Round(round) => Some(act.set(&mut round.minutes, minutes)),
                    _ => None,
                })
            }
            Command::Assign { id, question } => self.change(id, |record| match record {
                Record::Table(table) => Some(act.set(&mut table.question, question)),
                Record::Round(round) => Some(act.set(&mut round.question, question)),
                _ => None,
            }),
            Command::SetRemoved { id, removed } => self.change(id, |record| match record {
                Record::Question(it) => Some(act.set_optional(&mut it.removed, removed)),
                Record::Table(it) => Some(act.set_optional(&mut it.removed, removed)),
                Record::Round(it) => Some(act.set_optional(&mut it.removed, removed)),
                _ => None,
            }),
            Command::Move { id, place } => self.move_to(id, place, &mut act),
            Command::Write { id, author, question, table, round, text, name, example_of } => {
                let text = words(&text, CONTRIBUTION_CHARS)?;
                let name = label(&name, NAME_CHARS)?;
                if example_of.is_some_and(|of| self.contribution(of).is_none()) {
                    return Err(Refusal::Missing);
                }
                let at = act.stamp(None);
                let text = Versions::new(at, text);
                let name = (!name.is_empty()).then(|| Latest::new(at, name));
                let (kept, hidden, extra) = (None, None, Extra::NONE);
                self.add(Record::Contribution(Contribution {
                    id,
                    author,
                    question,
                    table,
                    round,
                    example_of,
                    text,
                    kept,
                    name,
                    hidden,
                    extra,
                }))
            }
            Command::WriteKeyPoint { id, author, table, round, text } => {
                let text = Versions::new(act.stamp(None), words(&text, CONTRIBUTION_CHARS)?);
                self.add(Record::KeyPoint(KeyPoint { id, author, table, round, text, kept: None, extra: Extra::NONE }))
            }
            Command::SetClock(clock) => self.set_clock(&mut act, clock.to_text()),
            Command::ClearClock => self.set_clock(&mut act, String::new()),
            Command::SetSeats(plan) => {
                let mut names = plan.people.iter().flat_map(|person| [&person.name, &person.group]);
                if names.any(|name| name.chars().count() > NAME_CHARS) {
                    return Err(Refusal::TooLong(NAME_CHARS));
                }
                if !plan.is_sound() {
                    return Err(Refusal::OutOfRange);
                }
                let (id, plan): (Id, Box<str>) = (Seating::id_in(self.id()), plan.to_text().into());
                if plan.len() > SEATS_BYTES {
                    return Err(Refusal::OutOfRange);
                }
                match self.record_mut(id) {
                    Some(Record::Seating(seating)) => {
                        let changed = act.set(&mut seating.plan, plan);
                        Ok(if changed { one(id) } else { Changes::default() })
                    }
                    Some(_) => Err(Refusal::Missing),
                    None => {
                        let plan = Latest::new(act.stamp(None), plan);
                        self.add(Record::Seating(Seating { id, plan, extra: Extra::NONE }))
                    }
                }
            }
            Command::Sign { id, name } => {
                let name = label(&name, NAME_CHARS)?;
                self.change_contribution(id, |note| act.set_optional(&mut note.name, name))
            }
            Command::SetHidden { id, hidden } => {
                self.change_contribution(id, |note| act.set_optional(&mut note.hidden, hidden))
            }
            Command::Erase { id, by } => {
                let (author, text, kind) = match self.record(id) {
                    Some(Record::Contribution(note)) => (note.author, &note.text, "contribution"),
                    Some(Record::KeyPoint(point)) => (point.author, &point.text, "key-point"),
                    _ => return Err(Refusal::Missing),
                };
                if author != by {
                    return Err(Refusal::NotYours);
                }
                let at = act.stamp(text.last_stamp());
                self.put(Record::Erased(Erased { id, at, kind: kind.into() }));
                Ok(one(id))
            }
        }
    }

    fn add(&mut self, record: Record) -> Result<Changes, Refusal> {
        let id = record.id();
        // An id is random; one that is taken means that the act was carried out before. Writing over it would lose
        // words.
        if self.record(id).is_some() {
            return Err(Refusal::Missing);
        }
        self.put(record);
        Ok(one(id))
    }

    /// Changes one record; `act` answers whether it changed something, or `None` when the record is of another kind.
    fn change(&mut self, id: Id, act: impl FnOnce(&mut Record) -> Option<bool>) -> Result<Changes, Refusal> {
        let changed = self.record_mut(id).and_then(act).ok_or(Refusal::Missing)?;
        Ok(if changed { one(id) } else { Changes::default() })
    }

    fn set_clock(&mut self, act: &mut Act, text: String) -> Result<Changes, Refusal> {
        self.change_head(|head| act.set_new(&mut head.clock, text.into()))
    }

    fn change_head(&mut self, act: impl FnOnce(&mut super::CafeHead) -> bool) -> Result<Changes, Refusal> {
        self.change(self.id(), |record| if let Record::Cafe(head) = record { Some(act(head)) } else { None })
    }

    fn change_contribution(&mut self, id: Id, act: impl FnOnce(&mut Contribution) -> bool) -> Result<Changes, Refusal> {
        self.change(id, |record| if let Record::Contribution(note) = record { Some(act(note)) } else { None })
    }

    fn change_words(
        &mut self,
        id: Id,
        act: impl FnOnce(&mut Versions, &mut Option<Latest<Vec<Stamp>>>) -> bool,
    ) -> Result<Changes, Refusal> {
        self.change(id, |record| record.versions_mut().map(|(versions, kept)| act(versions, kept)))
    }

    /// The words of a question, contribution or key point.
    ///
    /// # Errors
    /// There is no such record here.
    pub fn words_of(&self, id: Id) -> Result<&Versions, Refusal> {
        self.record(id).and_then(Record::versions).ok_or(Refusal::Missing)
    }

    fn move_to(&mut self, id: Id, place: usize, act: &mut Act) -> Result<Changes, Refusal> {
        let mut ids: Vec<Id> = match self.record(id) {
            Some(Record::Question(_)) => self.questions().iter().map(|it| it.id).collect(),
            Some(Record::Table(_)) => self.tables().iter().map(|it| it.id).collect(),
            Some(Record::Round(_)) => self.rounds().iter().map(|it| it.id).collect(),
            _ => return Err(Refusal::Missing),
        };
        let from = ids.iter().position(|&other| other == id).ok_or(Refusal::Missing)?;
        ids.remove(from);
        ids.insert(place.min(ids.len()), id);
        let mut changes = Changes::default();
        for (order, id) in ids.into_iter().enumerate() {
            let changed = self.change(id, |record| match record {
                Record::Question(it) => Some(act.set(&mut it.order, order as u32)),
                Record::Table(it) => Some(act.set(&mut it.order, order as u32)),
                Record::Round(it) => Some(act.set(&mut it.order, order as u32)),
                _ => None,
            })?;
            changes.0.extend(changed.0);
        }
        sorted::sort_unique(&mut changes.0);
        Ok(changes)
    }
}

fn rewrite(act: &mut Act, versions: &mut Versions, seen: &[Stamp], text: Box<str>) -> bool {
    let standing = versions.live().iter().filter(|version| seen.contains(&version.at));
    let differs = standing.clone().count() != 1 || standing.clone().any(|version| version.is != text);
    if differs {
        let at = act.clock.next_version(act.now, versions.last_stamp(), seen);
        versions.replace(seen, at, text);
    }
    differs
}

fn in_range(minutes: u32) -> Result<u32, Refusal> {
    if (1..=MAX_MINUTES).contains(&minutes) { Ok(minutes) } else { Err(Refusal::OutOfRange) }
}

fn next_place<'a, T: Item + 'a>(items: impl Iterator<Item = &'a T>) -> u32 {
    items.map(Item::order).max().map_or(0, |last| last.saturating_add(1))
}

fn one(id: Id) -> Changes {
    Changes(vec![id])
}
