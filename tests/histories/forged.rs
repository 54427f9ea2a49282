//! Records that no honest app writes: one id for several kinds, facts that differ, equal stamps with different values,
//! unknown fields of any shape. Even these must converge.

use super::CAFE;
use nappe::core::domain::*;
use nappe::core::merge::{Latest, Version, Versions, unknown};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

fn id() -> impl Strategy<Value = Id> {
    prop_oneof![3 => (1u128..4).prop_map(Id::from_bits), 1 => Just(CAFE)]
}

fn stamp() -> impl Strategy<Value = Stamp> {
    prop_oneof![
        8 => (0u64..3, 0u32..2, 0u64..2).prop_map(|(ms, count, by)| Stamp::new(ms, count, WriterId::from_bits(by))),
        1 => Just(Stamp::from_bits(u128::MAX)),
    ]
}

fn word() -> impl Strategy<Value = Box<str>> {
    prop_oneof![Just("".into()), Just("a".into()), Just("b\u{a0}!".into()), Just("ا".into())]
}

fn stamp_text() -> impl Strategy<Value = Json> {
    stamp().prop_map(|at| Json::String(at.to_string().into()))
}

fn stamped() -> impl Strategy<Value = Json> {
    (stamp_text(), word())
        .prop_map(|(at, is)| Json::Object([("at".into(), at), ("is".into(), Json::String(is))].into_iter().collect()))
}

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        (0u8..3).prop_map(|n| Json::Number(n.to_string().into())),
        word().prop_map(Json::String),
        stamp_text(),
        stamped(),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Json::Array),
            btree_map("[ab]", inner, 0..2)
                .prop_map(|fields| Json::Object(fields.into_iter().map(|(name, it)| (name.into(), it)).collect())),
            vec(stamped(), 0..3).prop_map(Json::Array),
            vec(stamp_text(), 0..3).prop_map(Json::Array),
        ]
    })
}

/// Unknown fields, in the normal form that every reader gives them.
pub fn extra() -> BoxedStrategy<Extra> {
    let name = prop_oneof![Just("x"), Just("x_replaced"), Just("y"), Just("_replaced"), Just("x_replaced_replaced")];
    prop_oneof![
        1 => Just(Extra::NONE),
        2 => btree_map(name, json(), 1..4).prop_map(|fields| {
            let mut extra = Extra::NONE;
            fields.into_iter().for_each(|(name, it)| extra.insert(name.into(), it));
            unknown::normalize(extra.fields_mut());
            extra
        }),
    ]
    .boxed()
}

fn latest<T: Clone + std::fmt::Debug + 'static>(is: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Latest<T>> {
    let extra = prop_oneof![4 => Just(Extra::NONE), 1 => extra()];
    (stamp(), is, extra).prop_map(|(at, is, extra)| Latest { at, is, extra }).boxed()
}

fn flag() -> impl Strategy<Value = Option<Latest<bool>>> {
    proptest::option::of(latest(any::<bool>()))
}

fn versions() -> impl Strategy<Value = Versions> {
    let version = (stamp(), word(), prop_oneof![4 => Just(Extra::NONE), 1 => extra()])
        .prop_map(|(at, is, extra)| Version { at, is, extra });
    (vec(version, 0..4), vec(stamp(), 0..3)).prop_map(|(live, replaced)| Versions::from_parts(live, replaced))
}

fn kept() -> impl Strategy<Value = Option<Latest<Vec<Stamp>>>> {
    proptest::option::of(latest(proptest::collection::btree_set(stamp(), 0..3).prop_map(|it| it.into_iter().collect())))
}

/// Any record.
pub fn record() -> BoxedStrategy<Record> {
    let some_id = || (1u128..3).prop_map(Id::from_bits);
    let form = prop_oneof![Just(Form::QuestionPerTable), Just(Form::QuestionPerRound)];
    let any_kind = prop_oneof![
        1 => (
            (latest(word()), latest(word()), latest(word())),
            latest(form),
            proptest::option::of(latest(word())),
            extra(),
        )
            .prop_map(|((title, date, place), form, clock, extra)| {
                Record::Cafe(CafeHead { id: CAFE, title, date, place, form, clock, extra })
            }),
        1 => (id(), 0u64..3, some_id(), some_id(), versions(), kept(), extra()).prop_map(
            |(id, by, table, round, text, kept, extra)| {
                Record::KeyPoint(KeyPoint { id, author: DeviceId::from_bits(by), table, round, text, kept, extra })
            }
        ),
        1 => (id(), latest(word()), extra()).prop_map(|(id, plan, extra)| Record::Seating(Seating { id, plan, extra })),
        1 => (id(), versions(), kept(), latest(0u32..3), flag(), extra()).prop_map(
            |(id, text, kept, order, removed, extra)| {
                Record::Question(Question { id, text, kept, order, removed, extra })
            }
        ),
        1 => (id(), latest(word()), latest(proptest::option::of(some_id())), latest(0u32..3), flag(), extra()).prop_map(
            |(id, name, question, order, removed, extra)| {
                Record::Table(Table { id, name, question, order, removed, extra })
            }
        ),
        1 => (id(), latest(1u32..4), latest(proptest::option::of(some_id())), latest(0u32..3), flag(), extra()).prop_map(
            |(id, minutes, question, order, removed, extra)| {
                Record::Round(Round { id, minutes, question, order, removed, extra })
            }
        ),
        3 => (
            (id(), 0u64..3, some_id(), some_id(), some_id(), proptest::option::of(some_id())),
            (versions(), kept(), proptest::option::of(latest(word())), flag(), extra()),
        )
            .prop_map(|((id, by, question, table, round, example_of), (text, kept, name, hidden, extra))| {
                let author = DeviceId::from_bits(by);
                Record::Contribution(Contribution {
                    id, author, question, table, round, example_of, text, kept, name, hidden, extra,
                })
            }),
        2 => (id(), prop_oneof![Just("dot"), Just("step")], extra())
            .prop_map(|(id, kind, extra)| Record::Carried(Carried { id, kind: kind.into(), extra })),
        1 => (id(), stamp(), prop_oneof![Just("contribution"), Just("dot")])
            .prop_map(|(id, at, kind)| Record::Erased(Erased { id, at, kind: kind.into() })),
    ];
    any_kind.boxed()
}

/// A café of such records.
pub fn cafe() -> impl Strategy<Value = Cafe> {
    (vec(record(), 0..5), extra()).prop_map(|(records, extra)| {
        let mut cafe = Cafe::from_records(CAFE, records);
        cafe.extra = extra;
        cafe
    })
}

/// Records and notes with fields of the harvest that point anywhere, in rings, at themselves, or hold anything else.
pub fn harvest() -> impl Strategy<Value = Vec<Record>> {
    let target = || {
        prop_oneof![
            6 => (1u128..9).prop_map(|id| Json::String(Id::from_bits(id).to_string().into())),
            1 => json(),
        ]
    };
    let register = |is: BoxedStrategy<Json>| {
        prop_oneof![
            6 => (stamp_text(), is)
                .prop_map(|(at, is)| Json::Object([("at".into(), at), ("is".into(), is)].into_iter().collect())),
            1 => json(),
        ]
    };
    let fields = (
        register(target().boxed()),
        register(target().boxed()),
        register(
            prop_oneof![
                any::<bool>().prop_map(Json::Bool),
                (0u64..1 << 40).prop_map(|n| Json::Number(n.to_string().into()))
            ]
            .boxed(),
        ),
        prop_oneof![3 => Just(Json::String(Id::from_bits(2).to_string().into())), 1 => json()],
        vec(target(), 0..4),
        stamp_text(),
    );
    let one = (1u128..9, 0u8..5, versions(), fields).prop_map(|(id, kind, text, (a, b, flag, fact, list, at))| {
        let mut extra = Extra::NONE;
        let list = Json::Object([("at".into(), at), ("is".into(), Json::Array(list))].into_iter().collect());
        for (name, is) in [
            ("theme", a.clone()),
            ("with", b),
            ("into", a),
            ("removed", flag.clone()),
            ("order", flag),
            ("question", fact),
            ("on", list),
        ] {
            extra.insert(name.into(), is);
        }
        unknown::normalize(extra.fields_mut());
        let id = Id::from_bits(id);
        let carried = |kind: &str, extra| Record::Carried(Carried { id, kind: kind.into(), extra });
        match kind {
            0 => carried("theme", extra),
            1 => carried("next-step", extra),
            2 => carried("ballot", extra),
            _ => Record::Contribution(Contribution {
                id,
                author: DeviceId::from_bits(1),
                question: Id::from_bits(2),
                table: Id::from_bits(1),
                round: Id::from_bits(1),
                example_of: None,
                text,
                kept: None,
                name: None,
                hidden: None,
                extra,
            }),
        }
    });
    vec(one, 0..9)
}
