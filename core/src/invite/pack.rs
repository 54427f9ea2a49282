//! The set-up as bytes, small before it is deflated.
//!
//! Numbers are LEB128. An id is its distance from the one before (records made together lie next to each other), a
//! stamp the number of its writer and the distance of its time from the stamp before; distances are zigzag-coded. All
//! texts stand at the end in one piece, where deflate finds what they share.

use super::{Invitation, InviteError};
use crate::bundle::limits::TEXT_BYTES;
use crate::domain::{
    Cafe, CafeHead, Extra, Form, Id, MAX_MINUTES, Question, Record, Round, Stamp, Table, WriterId, sorted,
};
use crate::merge::{Latest, Versions};

const VERSION: u128 = 1;
/// Questions, tables or rounds of a café that a link carries.
const MOST_ITEMS: u128 = 500;

pub(super) fn pack(cafe: &Cafe) -> Option<Vec<u8>> {
    let head = cafe.head()?;
    let mut out = Packer::default();
    out.number(VERSION);
    out.id(cafe.id());
    out.latest_text(&head.title);
    out.latest_text(&head.date);
    out.latest_text(&head.place);
    out.stamp(head.form.at);
    out.number(u128::from(head.form.is == Form::QuestionPerRound));
    let (questions, tables, rounds) = (cafe.questions(), cafe.tables(), cafe.rounds());
    let number_of = |id: Option<Id>| id.and_then(|id| Cafe::number_of(&questions, id)).unwrap_or(0) as u128;
    out.number(questions.len() as u128);
    for question in &questions {
        out.id(question.id);
        let version = question.text.live().last()?;
        out.stamp(version.at);
        out.text(&version.is);
        out.latest_number(&question.order);
    }
    out.number(tables.len() as u128);
    for table in tables {
        out.id(table.id);
        out.latest_text(&table.name);
        out.stamp(table.question.at);
        out.number(number_of(table.question.is));
        out.latest_number(&table.order);
    }
    out.number(rounds.len() as u128);
    for round in rounds {
        out.id(round.id);
        out.latest_number(&round.minutes);
        out.stamp(round.question.at);
        out.number(number_of(round.question.is));
        out.latest_number(&round.order);
    }
    Some(out.finish())
}

pub(super) fn unpack(bytes: &[u8]) -> Result<Invitation, InviteError> {
    let mut input = Unpacker::new(bytes)?;
    let cafe = input.id()?;
    let (title, date, place) = (input.latest_text()?, input.latest_text()?, input.latest_text()?);
    let at = input.stamp()?;
    let form = match input.number()? {
        0 => Form::QuestionPerTable,
        1 => Form::QuestionPerRound,
        _ => return Err(InviteError::Damaged),
    };
    let form = Latest::new(at, form);
    let mut records =
        vec![Record::Cafe(CafeHead { id: cafe, title, date, place, form, clock: None, extra: Extra::NONE })];
    let mut questions = Vec::new();
    for _ in 0..input.count()? {
        let id = input.id()?;
        let (at, text) = (input.stamp()?, input.text()?);
        let order = input.latest_number()?;
        questions.push(id);
        let text = Versions::new(at, text);
        records.push(Record::Question(Question { id, text, kept: None, order, removed: None, extra: Extra::NONE }));
    }
    for _ in 0..input.count()? {
        let (id, name) = (input.id()?, input.latest_text()?);
        let question = input.latest_question(&questions)?;
        let order = input.latest_number()?;
        records.push(Record::Table(Table { id, name, question, order, removed: None, extra: Extra::NONE }));
    }
    for _ in 0..input.count()? {
        let (id, minutes) = (input.id()?, input.latest_number()?);
        if !(1..=MAX_MINUTES).contains(&minutes.is) {
            return Err(InviteError::Damaged);
        }
        let question = input.latest_question(&questions)?;
        let order = input.latest_number()?;
        records.push(Record::Round(Round { id, minutes, question, order, removed: None, extra: Extra::NONE }));
    }
    let mut ids: Vec<Id> = records.iter().map(Record::id).collect();
    sorted::sort_unique(&mut ids);
    if ids.len() == records.len() && input.is_at_end() {
        Ok(Invitation { cafe, records })
    } else {
        Err(InviteError::Damaged)
    }
}

/// Signed to unsigned with small numbers staying small.
const fn zigzag(value: i128) -> u128 {
    (value << 1 ^ value >> 127) as u128
}

const fn unzigzag(value: u128) -> i128 {
    (value >> 1) as i128 ^ -((value & 1) as i128)
}

/// The time and counter of a stamp as one number.
const fn tick(stamp: Stamp) -> u128 {
    stamp.bits() >> 60
}

fn push_number(bytes: &mut Vec<u8>, mut value: u128) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[derive(Default)]
struct Packer {
    body: Vec<u8>,
    texts: String,
    writers: Vec<WriterId>,
    last_id: u128,
    last_tick: u128,
}

impl Packer {
    fn number(&mut self, value: u128) {
        push_number(&mut self.body, value);
    }

    fn id(&mut self, id: Id) {
        let distance = id.bits().wrapping_sub(self.last_id).cast_signed();
        self.number(zigzag(distance));
        self.last_id = id.bits();
    }

    fn stamp(&mut self, stamp: Stamp) {
        let writer = stamp.writer();
        let place = self.writers.iter().position(|it| *it == writer).unwrap_or_else(|| {
            self.writers.push(writer);
            self.writers.len() - 1
        });
        self.number(place as u128);
        self.number(zigzag(tick(stamp).wrapping_sub(self.last_tick).cast_signed()));
        self.last_tick = tick(stamp);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u128);
        self.texts.push_str(text);
    }

    fn latest_text(&mut self, latest: &Latest<Box<str>>) {
        self.stamp(latest.at);
        self.text(&latest.is);
    }

    fn latest_number(&mut self, latest: &Latest<u32>) {
        self.stamp(latest.at);
        self.number(u128::from(latest.is));
    }

    /// The writers first, since the stamps refer to them; then the length of the body, the body, the texts.
    fn finish(self) -> Vec<u8> {
        let mut out = Vec::new();
        push_number(&mut out, self.writers.len() as u128);
        for writer in &self.writers {
            out.extend(writer.bits().to_be_bytes());
        }
        push_number(&mut out, self.body.len() as u128);
        out.extend(self.body);
        out.extend(self.texts.as_bytes());
        out
    }
}

struct Unpacker<'a> {
    body: &'a [u8],
    texts: &'a str,
    writers: Vec<WriterId>,
    last_id: u128,
    last_tick: u128,
}

#[inline(never)]
fn take_number(bytes: &mut &[u8]) -> Result<u128, InviteError> {
    let mut value = 0u128;
    for shift in (0..128).step_by(7) {
        let (&byte, rest) = bytes.split_first().ok_or(InviteError::Damaged)?;
        *bytes = rest;
        value |= u128::from(byte & 0x7f).checked_shl(shift).ok_or(InviteError::Damaged)?;
        if byte < 0x80 {
            return Ok(value);
        }
    }
    Err(InviteError::Damaged)
}

impl<'a> Unpacker<'a> {
    fn new(mut bytes: &'a [u8]) -> Result<Self, InviteError> {
        let mut writers = Vec::new();
        for _ in 0..bounded(take_number(&mut bytes)?)? {
            let (writer, rest) = bytes.split_first_chunk::<8>().ok_or(InviteError::Damaged)?;
            writers.push(WriterId::from_bits(u64::from_be_bytes(*writer)));
            bytes = rest;
        }
        let length = usize::try_from(take_number(&mut bytes)?).map_err(|_| InviteError::Damaged)?;
        let (body, texts) = bytes.split_at_checked(length).ok_or(InviteError::Damaged)?;
        let texts = std::str::from_utf8(texts).map_err(|_| InviteError::Damaged)?;
        let mut input = Self { body, texts, writers, last_id: 0, last_tick: 0 };
        match input.number()? {
            VERSION => Ok(input),
            newer if newer > VERSION => Err(InviteError::Newer),
            _ => Err(InviteError::Damaged),
        }
    }

    fn number(&mut self) -> Result<u128, InviteError> {
        take_number(&mut self.body)
    }

    fn count(&mut self) -> Result<u128, InviteError> {
        bounded(self.number()?)
    }

    #[inline(never)]
    fn id(&mut self) -> Result<Id, InviteError> {
        self.last_id = self.last_id.wrapping_add_signed(unzigzag(self.number()?));
        Ok(Id::from_bits(self.last_id))
    }

    #[inline(never)]
    fn stamp(&mut self) -> Result<Stamp, InviteError> {
        let place = usize::try_from(self.number()?).map_err(|_| InviteError::Damaged)?;
        let writer = *self.writers.get(place).ok_or(InviteError::Damaged)?;
        self.last_tick = self.last_tick.wrapping_add_signed(unzigzag(self.number()?));
        if self.last_tick >> 68 != 0 {
            return Err(InviteError::Damaged);
        }
        Ok(Stamp::from_bits(self.last_tick << 60 | u128::from(writer.bits())))
    }

    #[inline(never)]
    fn text(&mut self) -> Result<Box<str>, InviteError> {
        let length = usize::try_from(self.number()?).map_err(|_| InviteError::Damaged)?;
        if length > TEXT_BYTES {
            return Err(InviteError::TooBig);
        }
        let (text, rest) = self.texts.split_at_checked(length).ok_or(InviteError::Damaged)?;
        self.texts = rest;
        Ok(text.into())
    }

    #[inline(never)]
    fn latest_text(&mut self) -> Result<Latest<Box<str>>, InviteError> {
        Ok(Latest::new(self.stamp()?, self.text()?))
    }

    #[inline(never)]
    fn latest_number(&mut self) -> Result<Latest<u32>, InviteError> {
        let at = self.stamp()?;
        u32::try_from(self.number()?).map(|is| Latest::new(at, is)).map_err(|_| InviteError::Damaged)
    }

    #[inline(never)]
    fn latest_question(&mut self, questions: &[Id]) -> Result<Latest<Option<Id>>, InviteError> {
        let at = self.stamp()?;
        match usize::try_from(self.number()?) {
            Ok(0) => Ok(Latest::new(at, None)),
            Ok(number) => Ok(Latest::new(at, Some(*questions.get(number - 1).ok_or(InviteError::Damaged)?))),
            Err(_) => Err(InviteError::Damaged),
        }
    }

    const fn is_at_end(&self) -> bool {
        self.body.is_empty() && self.texts.is_empty()
    }
}

const fn bounded(count: u128) -> Result<u128, InviteError> {
    if count > MOST_ITEMS { Err(InviteError::TooBig) } else { Ok(count) }
}
