//! The invitation: a café's set-up in a link, for a QR code on the table. No contribution is in it.
//!
//! The set-up is packed to bytes ([`pack`]), deflated, and written in [`alphabet`], whose letters a QR code stores in
//! 5.5 bits each and a URL fragment carries unchanged. Ids and stamps are the real ones: what a phone makes of the link
//! merges with the facilitator's café as any other copy does. Removed questions, tables and rounds, and wordings that
//! were replaced, are left out.

mod alphabet;
mod pack;
pub mod qr;

use crate::domain::{Cafe, Id, Record};

/// Characters of an invitation that a reader accepts; a café of fifty tables stays far below.
pub const MOST_CHARS: usize = 16_384;
/// Bytes of the set-up behind it.
const MOST_BYTES: usize = 65_536;

/// Deflate's most thorough level: it runs once, when a link is shown.
const LEVEL: u8 = 10;

/// A set-up that was read from a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The café's id.
    pub cafe: Id,
    /// Its set-up.
    pub records: Vec<Record>,
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteError {
    /// Letters are missing or wrong: it was cut off or changed on its way.
    Damaged,
    /// A newer version of the app made it.
    Newer,
    /// It goes beyond the bounds.
    TooBig,
}

/// The set-up of a café as the letters of a link. `None` for a café whose own record is not here.
pub fn write(cafe: &Cafe) -> Option<String> {
    let bytes = pack::pack(cafe)?;
    Some(alphabet::write(&miniz_oxide::deflate::compress_to_vec_zlib(&bytes, LEVEL)))
}

/// Reads the letters of a link.
///
/// # Errors
/// [`InviteError`]; letters of any sort are read or refused, never a panic.
pub fn read(letters: &str) -> Result<Invitation, InviteError> {
    if letters.len() > MOST_CHARS {
        return Err(InviteError::TooBig);
    }
    let deflated = alphabet::read(letters).ok_or(InviteError::Damaged)?;
    let bytes = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(&deflated, MOST_BYTES)
        .map_err(|_| InviteError::Damaged)?;
    pack::unpack(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, Form, IdMaker, WriterId};

    const QUESTION: &str = "Comment nos communes peuvent-elles garder le lien avec leurs partenaires \
                            quand la situation devient difficile là-bas ?";

    /// Three questions of 120 characters, three tables, three rounds, a title, a day and a place.
    pub(crate) fn cafe_of_three() -> Cafe {
        let (mut ids, now) = (IdMaker::default(), 1_795_000_000_000);
        let mut clock = Clock::new(WriterId::from_bits(0x0123_4567_89ab_cdef));
        let mut id = move || ids.next(now, 0x0fed_cba9_8765_4321_0011_2233_4455_6677);
        let mut cafe = Cafe::create(
            id(),
            "Coopérations 2026 : rencontres d’automne",
            Form::QuestionPerTable,
            clock.next(now, None),
        );
        let mut commands =
            vec![Command::SetDate("2026-11-23".into()), Command::SetPlace("Salle des fêtes, Saint-Aubin".into())];
        let others = [
            "Que gagnent les habitants et les entreprises d’ici aux échanges menés avec les villes partenaires, et qui le sait au juste ?",
            "À quelles conditions plusieurs collectivités d’une même région montent-elles un projet commun sans se gêner les unes les autres",
        ];
        for text in [QUESTION, others[0], others[1]] {
            let text: String = text.chars().cycle().take(120).collect();
            let question = id();
            commands.push(Command::AddQuestion { id: question, text });
            commands.push(Command::AddTable { id: id(), name: String::new(), question: Some(question) });
            commands.push(Command::AddRound { id: id(), minutes: 20, question: None });
        }
        for command in commands {
            cafe.apply(command, now, &mut clock).unwrap();
        }
        cafe
    }

    #[test]
    fn a_link_carries_the_whole_set_up() {
        let cafe = cafe_of_three();
        let invitation = read(&write(&cafe).unwrap()).unwrap();
        assert_eq!(invitation.cafe, cafe.id());
        assert_eq!(Cafe::from_records(invitation.cafe, invitation.records), cafe);
    }

    #[test]
    fn three_questions_of_120_characters_fit_a_code_of_version_20_at_most() {
        let link = write(&cafe_of_three()).unwrap();
        let base = "http://192.168.100.100:8080/nappe/#/join/3/";
        let version = qr::Qr::new(base, &link).unwrap().version();
        println!("{} letters, QR version {version}", link.len());
        assert!(version <= 20, "version {version}");
    }

    #[test]
    fn a_link_that_was_cut_or_changed_is_refused() {
        let link = write(&cafe_of_three()).unwrap();
        for cut in 0..link.len() {
            assert!(read(&link[..cut]).is_err(), "cut at {cut}");
        }
        for at in 0..link.len() {
            let mut bytes = link.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            assert!(read(&changed).is_err(), "changed at {at}");
        }
    }

    #[test]
    fn words_of_contributions_never_enter_a_link() {
        let mut cafe = cafe_of_three();
        let before = write(&cafe).unwrap();
        let (question, table, round) = (cafe.questions()[0].id, cafe.tables()[0].id, cafe.rounds()[0].id);
        let write_note = Command::Write {
            id: Id::from_bits(77),
            author: crate::domain::DeviceId::from_bits(1),
            question,
            table,
            round,
            text: "secret".into(),
            name: "me".into(),
            example_of: None,
        };
        cafe.apply(write_note, 1, &mut Clock::new(WriterId::from_bits(3))).unwrap();
        assert_eq!(write(&cafe).unwrap(), before);
    }
}
