//! Writing, always in canonical form: the same café gives the same bytes.
//!
//! Canonical: no spaces, one record a line in the order of ids, known fields in the order of `FORMAT.md`, then unknown
//! ones by name; a field that has its default is left out.

use super::scan::special;
use super::wire::form_name;
use super::{FORMAT, VERSION, digest};
use crate::domain::{Cafe, Extra, Id, Json, Record, Scope, Stamp};
use crate::merge::{Latest, Versions};

/// A café, or a part of it, as the text of a bundle.
pub fn encode(cafe: &Cafe, scope: Scope) -> String {
    let mut out = String::with_capacity(500 * cafe.records().len() + 200);
    out.push_str("{\"format\":\"");
    out.push_str(FORMAT);
    out.push_str("\",\"version\":");
    out.push_str(&VERSION.to_string());
    out.push_str(",\"digest\":\"");
    out.push_str(digest::BLANK);
    out.push_str("\",\"cafe\":");
    id(&mut out, cafe.id());
    extra(&mut out, &cafe.extra);
    out.push_str(",\"records\":[");
    for (place, it) in cafe.records_in(scope).enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        record(&mut out, it);
    }
    out.push_str("\n]}\n");
    digest::seal(&mut out);
    out
}

/// One record, on one line.
pub fn encode_record(it: &Record) -> String {
    let mut out = String::with_capacity(400);
    record(&mut out, it);
    out
}

fn record(out: &mut String, record: &Record) {
    out.push_str("{\"kind\":");
    string(out, if matches!(record, Record::Erased(_)) { "erased" } else { record.kind() });
    field(out, "id");
    id(out, record.id());
    match record {
        Record::Cafe(it) => {
            latest(out, "title", &it.title, |out, is| string(out, is));
            latest(out, "date", &it.date, |out, is| string(out, is));
            latest(out, "place", &it.place, |out, is| string(out, is));
            latest(out, "form", &it.form, |out, is| string(out, form_name(*is)));
            if let Some(clock) = &it.clock {
                latest(out, "clock", clock, |out, is| string(out, is));
            }
            extra(out, &it.extra);
        }
        Record::Question(it) => {
            versions(out, &it.text);
            kept(out, it.kept.as_ref());
            latest(out, "order", &it.order, |out, is| out.push_str(&is.to_string()));
            flag(out, "removed", it.removed.as_ref());
            extra(out, &it.extra);
        }
        Record::Table(it) => {
            latest(out, "name", &it.name, |out, is| string(out, is));
            latest(out, "question", &it.question, optional_id);
            latest(out, "order", &it.order, |out, is| out.push_str(&is.to_string()));
            flag(out, "removed", it.removed.as_ref());
            extra(out, &it.extra);
        }
        Record::Round(it) => {
            latest(out, "minutes", &it.minutes, |out, is| out.push_str(&is.to_string()));
            latest(out, "question", &it.question, optional_id);
            latest(out, "order", &it.order, |out, is| out.push_str(&is.to_string()));
            flag(out, "removed", it.removed.as_ref());
            extra(out, &it.extra);
        }
        Record::Contribution(it) => {
            field(out, "author");
            quoted_digits(out, &it.author.digits());
            for (name, value) in [("question", it.question), ("table", it.table), ("round", it.round)] {
                field(out, name);
                id(out, value);
            }
            if let Some(of) = it.example_of {
                field(out, "example_of");
                id(out, of);
            }
            versions(out, &it.text);
            kept(out, it.kept.as_ref());
            if let Some(name) = &it.name {
                latest(out, "name", name, |out, is| string(out, is));
            }
            flag(out, "hidden", it.hidden.as_ref());
            extra(out, &it.extra);
        }
        Record::KeyPoint(it) => {
            field(out, "author");
            quoted_digits(out, &it.author.digits());
            for (name, value) in [("table", it.table), ("round", it.round)] {
                field(out, name);
                id(out, value);
            }
            versions(out, &it.text);
            kept(out, it.kept.as_ref());
            extra(out, &it.extra);
        }
        Record::Seating(it) => {
            latest(out, "plan", &it.plan, |out, is| string(out, is));
            extra(out, &it.extra);
        }
        Record::Carried(it) => extra(out, &it.extra),
        Record::Erased(it) => {
            field(out, "was");
            string(out, &it.kind);
            field(out, "at");
            stamp(out, it.at);
        }
    }
    out.push('}');
}

fn field(out: &mut String, name: &str) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str("\":");
}

fn quoted_digits(out: &mut String, digits: &[u8]) {
    out.push('"');
    // All at once: letter by letter, this was a fifth of a merge.
    out.push_str(std::str::from_utf8(digits).unwrap_or_default());
    out.push('"');
}

fn id(out: &mut String, id: Id) {
    quoted_digits(out, &id.digits());
}

fn stamp(out: &mut String, stamp: Stamp) {
    quoted_digits(out, &stamp.digits());
}

fn optional_id(out: &mut String, value: &Option<Id>) {
    match value {
        Some(value) => id(out, *value),
        None => out.push_str("null"),
    }
}

fn latest<T>(out: &mut String, name: &str, register: &Latest<T>, write: impl FnOnce(&mut String, &T)) {
    field(out, name);
    out.push_str("{\"at\":");
    stamp(out, register.at);
    field(out, "is");
    write(out, &register.is);
    extra(out, &register.extra);
    out.push('}');
}

fn flag(out: &mut String, name: &str, register: Option<&Latest<bool>>) {
    if let Some(register) = register {
        latest(out, name, register, |out, is| out.push_str(if *is { "true" } else { "false" }));
    }
}

fn kept(out: &mut String, register: Option<&Latest<Vec<Stamp>>>) {
    if let Some(register) = register {
        latest(out, "kept", register, |out, is| stamps(out, is));
    }
}

fn stamps(out: &mut String, all: &[Stamp]) {
    list(out, all, |out, it| stamp(out, *it));
}

fn list<T>(out: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    out.push('[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}

fn versions(out: &mut String, versions: &Versions) {
    field(out, "text");
    list(out, versions.live(), |out, version| {
        out.push_str("{\"at\":");
        stamp(out, version.at);
        field(out, "is");
        string(out, &version.is);
        extra(out, &version.extra);
        out.push('}');
    });
    if !versions.replaced().is_empty() {
        field(out, "text_replaced");
        stamps(out, versions.replaced());
    }
}

fn extra(out: &mut String, extra: &Extra) {
    for (name, value) in extra.iter() {
        out.push(',');
        string(out, name);
        out.push(':');
        json(out, value);
    }
}

fn json(out: &mut String, value: &Json) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(text) => out.push_str(text),
        Json::String(text) => string(out, text),
        Json::Array(items) => list(out, items, json),
        Json::Object(fields) => {
            out.push('{');
            for (place, (name, value)) in fields.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                string(out, name);
                out.push(':');
                json(out, value);
            }
            out.push('}');
        }
    }
}

/// A JSON string with the fewest escapes: quotation mark, backslash, and what lies below the space.
pub fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = special(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\t' => out.push_str("\\t"),
            b'\r' => out.push_str("\\r"),
            byte => out.push_str(&format!("\\u{byte:04x}")),
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}
