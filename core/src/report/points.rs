//! What the tables keep of their rounds, in the report: beside what was written, never counted with it.

use super::build::texts;
use super::{Point, ids};
use crate::domain::sorted::Map;
use crate::domain::{Cafe, Id, KeyPoint};
use crate::harvest::is_set_aside;

pub(super) fn point(point: &KeyPoint, round: Option<usize>) -> Point {
    Point { id: point.id, texts: texts(&point.text), disputed: point.is_disputed(), table: None, round }
}

/// The key points by question and table, round by round, those of no round last; within one in the order in which they
/// were written.
pub(super) fn by_place(cafe: &Cafe) -> Map<(Id, Id), Vec<Point>> {
    // A key point does not say what was asked. The notes beside it do, also when the table got another question since.
    let mut asked: Map<(Id, Id), Id> = Map::default();
    if cafe.all_key_points().next().is_some() {
        for note in cafe.contributions() {
            asked.insert((note.table, note.round), note.question);
        }
    }
    let question_of = |point: &KeyPoint| {
        let beside = asked.get(&(point.table, point.round)).copied();
        // Where no question is known at all, any id of no question will do: the words are shown all the same.
        beside.or_else(|| cafe.question_at(point.table, point.round)).unwrap_or(cafe.id())
    };
    let rounds = ids(&cafe.rounds());
    let mut places: Map<(Id, Id), Vec<Point>> = Map::default();
    for point in cafe.all_key_points().filter(|point| !is_set_aside(point)) {
        let round = rounds.iter().position(|id| *id == point.round).map(|place| place + 1);
        let at_place = places.get_or_insert((question_of(point), point.table), Vec::new);
        let behind = |round: Option<usize>| round.unwrap_or(usize::MAX);
        let at = at_place.partition_point(|other| behind(other.round) <= behind(round));
        at_place.insert(at, self::point(point, round));
    }
    places
}

#[cfg(test)]
mod tests {
    use crate::domain::{Cafe, Clock, Command, DeviceId, Form, Id, WriterId};
    use crate::report::english::WORDS;
    use crate::report::{Report, markdown};

    const TABLE: Id = Id::from_bits(20);
    const ROUNDS: [Id; 2] = [Id::from_bits(30), Id::from_bits(31)];
    const QUESTIONS: [Id; 2] = [Id::from_bits(10), Id::from_bits(11)];
    const AUTHOR: DeviceId = DeviceId::from_bits(5);

    struct Event {
        cafe: Cafe,
        clock: Clock,
    }

    impl Event {
        fn new(form: Form) -> Self {
            let mut clock = Clock::new(WriterId::from_bits(3));
            let at = clock.next(1, None);
            let mut it = Self { cafe: Cafe::create(Id::from_bits(1), "Water", form, at), clock };
            for (question, text) in QUESTIONS.into_iter().zip(["What is scarce?", "Who decides?"]) {
                it.act(Command::AddQuestion { id: question, text: text.into() });
            }
            it.act(Command::AddTable { id: TABLE, name: String::new(), question: Some(QUESTIONS[0]) });
            for (round, question) in ROUNDS.into_iter().zip(QUESTIONS) {
                it.act(Command::AddRound { id: round, minutes: 20, question: Some(question) });
            }
            it
        }

        fn act(&mut self, command: Command) {
            self.cafe.apply(command, 2, &mut self.clock).expect("a command that is carried out");
        }

        fn keep(&mut self, id: u128, round: Id, text: &str) {
            let id = Id::from_bits(id);
            self.act(Command::WriteKeyPoint { id, author: AUTHOR, table: TABLE, round, text: text.into() });
        }

        fn texts(&self) -> Vec<Vec<(Option<usize>, String)>> {
            let points = |section: &super::super::Section| {
                let points = section.groups.iter().flat_map(|group| &group.points);
                points.map(|point| (point.round, point.texts.join("/"))).collect()
            };
            Report::of(&self.cafe).sections.iter().map(points).collect()
        }
    }

    #[test]
    fn key_points_stand_under_the_question_of_their_table_round_by_round_and_are_no_contributions() {
        let mut event = Event::new(Form::QuestionPerTable);
        event.keep(40, ROUNDS[1], "second");
        event.keep(41, ROUNDS[0], "first");
        event.keep(42, ROUNDS[0], "first again");
        let of = |round, text: &str| (Some(round), text.to_owned());
        assert_eq!(event.texts(), [vec![of(1, "first"), of(1, "first again"), of(2, "second")], vec![]]);
        let report = Report::of(&event.cafe);
        assert_eq!((report.total, report.sections[0].total()), (0, 0));
    }

    #[test]
    fn where_rounds_have_the_questions_key_points_follow_their_round() {
        let mut event = Event::new(Form::QuestionPerRound);
        event.keep(40, ROUNDS[0], "first");
        event.keep(41, ROUNDS[1], "second");
        let of = |round, text: &str| vec![(Some(round), text.to_owned())];
        assert_eq!(event.texts(), [of(1, "first"), of(2, "second")]);
    }

    #[test]
    fn key_points_stay_with_the_notes_beside_them_and_are_never_left_out() {
        let mut event = Event::new(Form::QuestionPerTable);
        event.act(Command::Write {
            id: Id::from_bits(50),
            author: AUTHOR,
            question: QUESTIONS[0],
            table: TABLE,
            round: ROUNDS[0],
            text: "a note".into(),
            name: String::new(),
            example_of: None,
        });
        event.keep(40, ROUNDS[0], "kept");
        event.act(Command::Assign { id: TABLE, question: Some(QUESTIONS[1]) });
        assert_eq!(event.texts(), [vec![(Some(1), "kept".to_owned())], vec![]]);
        // A key point of a table and a round that this device knows nothing of.
        let mut alone = Cafe::new(Id::from_bits(1));
        let command = Command::WriteKeyPoint {
            id: Id::from_bits(60),
            author: AUTHOR,
            table: Id::from_bits(70),
            round: Id::from_bits(71),
            text: "from elsewhere".into(),
        };
        alone.apply(command, 2, &mut event.clock).expect("it is written");
        let report = Report::of(&alone);
        assert_eq!(report.sections[0].groups[0].points[0].texts, ["from elsewhere"]);
        assert_eq!(report.sections[0].groups[0].points[0].round, None);
    }

    #[test]
    fn in_markdown_key_points_come_first_and_are_never_markup() {
        let mut event = Event::new(Form::QuestionPerTable);
        event.keep(40, ROUNDS[0], "# <b>pipes</b>\nand [links](http://x)");
        let text = markdown::write(&Report::of(&event.cafe), &WORDS);
        let wanted =
            "### Table 1\n\n**Key points**\n\n- \\# \\<b\\>pipes\\</b\\>\\\n  and \\[links\\](http\\://x) (round 1)\n";
        assert!(text.contains(wanted), "{text}");
        assert!(!text.contains("Notes"), "{text}");
        event.act(Command::Write {
            id: Id::from_bits(50),
            author: AUTHOR,
            question: QUESTIONS[0],
            table: TABLE,
            round: ROUNDS[0],
            text: "a note".into(),
            name: String::new(),
            example_of: None,
        });
        let text = markdown::write(&Report::of(&event.cafe), &WORDS);
        assert!(text.contains("(round 1)\n\n**Notes**\n\n- a note (round 1)\n"), "{text}");
    }

    #[test]
    fn an_erased_key_point_is_gone_from_the_report() {
        let mut event = Event::new(Form::QuestionPerTable);
        event.keep(40, ROUNDS[0], "gone");
        event.act(Command::Erase { id: Id::from_bits(40), by: AUTHOR });
        assert_eq!(event.texts(), [vec![], vec![]]);
    }
}
