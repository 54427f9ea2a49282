//! What a device remembers for itself about a café. It never travels, and holds no words of a contribution.

use crate::bundle::{decode_object, encode_string};
use crate::domain::sorted::Map;
use crate::domain::{Cafe, Contribution, DeviceId, Erased, Id, KeyPoint, Record, Stamp};
use crate::merge::Latest;

/// A value of a device's own, as JSON under one key. What a newer app added is not kept: nobody wrote it.
pub trait Local: Sized {
    /// From its text; none where that cannot be read.
    fn read(text: &str) -> Option<Self>;
    /// As text.
    fn write(&self) -> String;
}

/// An object in the making.
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Self {
        Self("{".into())
    }

    pub(super) fn raw(mut self, name: &str, value: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        encode_string(&mut self.0, name);
        self.0.push(':');
        self.0.push_str(value);
        self
    }

    pub(super) fn text(self, name: &str, value: &str) -> Self {
        let mut text = String::new();
        encode_string(&mut text, value);
        self.raw(name, &text)
    }

    pub(super) fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self.raw(name, "null"),
        }
    }

    pub(super) fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// Which screens come first on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Opened a link at a table.
    #[default]
    Participant,
    /// Made the café, or imported it.
    Facilitator,
}

/// Where this device sits: its role, table and round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Which screens come first.
    pub role: Role,
    /// The id of the table, when one was chosen.
    pub table: Option<String>,
    /// The id of the round that notes go to, when one was chosen.
    pub round: Option<String>,
    /// The id of the round that the café's clock stood at when that one was chosen; none where it stood at none.
    pub known: Option<String>,
}

impl Local for Seat {
    fn read(text: &str) -> Option<Self> {
        let mut fields = decode_object(text)?;
        let role = match fields.may_text("role").as_deref() {
            Some("facilitator") => Role::Facilitator,
            _ => Role::Participant,
        };
        let mut field = |name| fields.may_text(name);
        Some(Self { role, table: field("table"), round: field("round"), known: field("known") })
    }

    fn write(&self) -> String {
        let role = match self.role {
            Role::Participant => "participant",
            Role::Facilitator => "facilitator",
        };
        let object = Object::new().text("role", role);
        let fields = [("table", &self.table), ("round", &self.round), ("known", &self.known)];
        fields.iter().fold(object, |object, (name, is)| object.maybe(name, is.as_deref())).end()
    }
}

/// What the list of cafés shows without opening the café.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: String,
    /// Where it happens.
    pub place: String,
}

impl Local for Card {
    fn read(text: &str) -> Option<Self> {
        let mut fields = decode_object(text)?;
        let mut field = |name| fields.may_text(name).unwrap_or_default();
        Some(Self { title: field("title"), date: field("date"), place: field("place") })
    }

    fn write(&self) -> String {
        Object::new().text("title", &self.title).text("date", &self.date).text("place", &self.place).end()
    }
}

/// The digits of a time in milliseconds since 1970, until the year 2286.
const TIME_DIGITS: usize = 13;

/// Which contributions of this device left it, and in which state; when the last export was; and whether anything else
/// was changed here since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// Milliseconds since 1970 of the last export.
    pub last: Option<u64>,
    /// Milliseconds since 1970 of the first change after it that is none of this device's own words: to the set-up, to
    /// the harvest, by dots. Not told by an older app.
    pub changed: Option<u64>,
    /// For each contribution its last stamp when it was exported.
    notes: Map<Id, Stamp>,
}

impl Local for HandedOver {
    fn read(text: &str) -> Option<Self> {
        // The notes are one flat object of many: taken apart here, since what is read as a record has few fields.
        let (head, rest) = text.split_once("\"notes\":{")?;
        let (notes, tail) = rest.split_once('}')?;
        let times = format!("{head}\"notes\":null{tail}");
        let mut fields = decode_object(&times)?;
        // Between quotation marks stand an id and its stamp in turn; neither has anything to escape.
        let mut texts = notes.split('"').skip(1).step_by(2);
        let mut pairs = Vec::new();
        while let (Some(id), Some(stamp)) = (texts.next(), texts.next()) {
            pairs.extend(Id::parse(id).zip(Stamp::parse(stamp)));
        }
        let (last, changed) = (fields.may_whole("last"), fields.may_whole("changed"));
        Some(Self { last, changed, notes: pairs.into_iter().collect() })
    }

    fn write(&self) -> String {
        let mut notes = Object::new();
        for (id, stamp) in self.notes.iter() {
            notes = notes.text(&id.to_string(), &stamp.to_string());
        }
        let time = |time: Option<u64>| time.map_or_else(|| "null".to_owned(), |time| time.to_string());
        let object = Object::new().raw("last", &time(self.last)).raw("notes", &notes.end());
        // As long whether there is one or not: that something was changed is noted on a full store, too.
        let mut changed = time(self.changed);
        while changed.len() < TIME_DIGITS {
            changed.push(' ');
        }
        object.raw("changed", &changed).end()
    }
}

/// The last stamp of what a person wrote into a contribution.
fn last_stamp(note: &Contribution) -> Option<Stamp> {
    note.text.last_stamp().max(note.name.as_ref().map(|Latest { at, .. }| *at))
}

impl HandedOver {
    /// Whether this contribution left the device as it is now.
    pub fn has(&self, note: &Contribution) -> bool {
        let stamp = self.notes.get(&note.id).copied();
        stamp.is_some() && stamp >= last_stamp(note)
    }

    /// What there is to remember of a contribution that is exported, to be marked once it left; nothing of those of
    /// other devices.
    pub fn state_of(note: &Contribution, device: DeviceId) -> Option<(Id, Stamp)> {
        last_stamp(note).filter(|_| note.author == device).map(|stamp| (note.id, stamp))
    }

    /// Whether this key point left the device as it is now.
    pub fn has_point(&self, point: &KeyPoint) -> bool {
        let stamp = self.notes.get(&point.id).copied();
        stamp.is_some() && stamp >= point.text.last_stamp()
    }

    /// The same as [`Self::state_of`] for a key point.
    pub fn state_of_point(point: &KeyPoint, device: DeviceId) -> Option<(Id, Stamp)> {
        point.text.last_stamp().filter(|_| point.author == device).map(|stamp| (point.id, stamp))
    }

    /// Notes that contributions were exported, in these states.
    pub fn mark(&mut self, states: &[(Id, Stamp)], now: u64) {
        for &(id, stamp) in states {
            self.notes.insert(id, stamp);
        }
        self.last = Some(now);
    }

    /// What there is to remember of an erasure that is exported: nothing where its words never left this device.
    pub fn state_of_erased(&self, erased: &Erased) -> Option<(Id, Stamp)> {
        self.notes.get(&erased.id).map(|_| (erased.id, erased.at))
    }

    /// When the first erasure was made that is still to be handed over, as its words were, in milliseconds since 1970.
    pub fn erasure_to_come(&self, cafe: &Cafe) -> Option<u64> {
        let mut first = None;
        for (id, left) in self.notes.iter() {
            if let Some(Record::Erased(erased)) = cafe.record(*id)
                && erased.at > *left
                && first.is_none_or(|first| erased.at < first)
            {
                first = Some(erased.at);
            }
        }
        first.map(Stamp::millis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, Form, WriterId};

    #[test]
    fn a_seat_is_read_back_also_one_of_an_older_app() {
        let some = |text: &str| Some(text.to_owned());
        let seat = Seat { role: Role::Facilitator, table: some("t"), round: some("r"), known: some("k") };
        assert_eq!(Seat::read(&seat.write()), Some(seat));
        let older = Seat::read(r#"{"role":"participant","table":"t","round":null}"#).expect("a seat");
        assert_eq!(older, Seat { table: some("t"), ..Seat::default() });
    }

    #[test]
    fn a_key_point_counts_as_handed_over_until_it_is_changed() {
        let (id, author) = (Id::from_bits(40), DeviceId::from_bits(5));
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let (table, round, text) = (Id::from_bits(20), Id::from_bits(30), "kept".to_owned());
        cafe.apply(Command::WriteKeyPoint { id, author, table, round, text }, 2, &mut clock).expect("it is written");
        let point = cafe.key_point(id).expect("it is there").clone();
        assert_eq!(HandedOver::state_of_point(&point, DeviceId::from_bits(6)), None, "it is of another device");
        let state = HandedOver::state_of_point(&point, author).expect("it is of this device");
        let mut handed_over = HandedOver::default();
        assert!(!handed_over.has_point(&point));
        handed_over.mark(&[state], 3);
        let handed_over = HandedOver::read(&handed_over.write()).expect("it is read back");
        assert!(handed_over.has_point(&point));
        let seen = point.text.seen();
        cafe.apply(Command::Rewrite { id, seen, text: "changed".into() }, 4, &mut clock).expect("it is changed");
        assert!(!handed_over.has_point(cafe.key_point(id).expect("it is there")));
    }

    #[test]
    fn an_erasure_counts_until_it_is_handed_over_where_its_words_were() {
        let (gone, never, author) = (Id::from_bits(40), Id::from_bits(41), DeviceId::from_bits(5));
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let (table, round) = (Id::from_bits(20), Id::from_bits(30));
        for id in [gone, never] {
            let text = "words".to_owned();
            cafe.apply(Command::WriteKeyPoint { id, author, table, round, text }, 2, &mut clock)
                .expect("it is written");
        }
        let state = HandedOver::state_of_point(cafe.key_point(gone).expect("it is there"), author).expect("a state");
        let mut handed_over = HandedOver::default();
        handed_over.mark(&[state], 3);
        for id in [gone, never] {
            cafe.apply(Command::Erase { id, by: author }, 4, &mut clock).expect("it is erased");
        }
        assert_eq!(handed_over.erasure_to_come(&cafe), Some(4));
        let state = |record: &Record| match record {
            Record::Erased(erased) => handed_over.state_of_erased(erased),
            _ => None,
        };
        let states: Vec<_> = cafe.records().filter_map(state).collect();
        handed_over.mark(&states, 5);
        assert_eq!(states.len(), 1, "the words of the other one never left");
        assert_eq!(handed_over.erasure_to_come(&cafe), None);
    }

    #[test]
    fn what_was_changed_since_the_last_export_is_read_back_and_an_older_app_tells_nothing_of_it() {
        let handed_over = HandedOver { last: Some(3), changed: Some(7), ..HandedOver::default() };
        assert_eq!(HandedOver::read(&handed_over.write()), Some(handed_over));
        let older = HandedOver::read(r#"{"last":3,"notes":{}}"#).expect("it is read");
        assert_eq!((older.last, older.changed), (Some(3), None));
    }

    #[test]
    fn that_something_was_changed_takes_no_more_room() {
        let before = HandedOver { last: Some(1_795_000_000_000), ..HandedOver::default() };
        let after = HandedOver { changed: Some(1_795_000_000_001), ..before.clone() };
        assert_eq!(before.write().len(), after.write().len());
        assert_eq!(HandedOver::read(&before.write()), Some(before));
    }
}
