//! Days in words. They are shown, never calculated.

fn month_english(month: usize) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.get(month.wrapping_sub(1)).copied().unwrap_or("")
}

fn month_french(month: usize) -> &'static str {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    MONTHS.get(month.wrapping_sub(1)).copied().unwrap_or("")
}

/// Year, month and day of `2026-11-23`; none for anything else.
fn parts(day: &str) -> Option<(&str, usize, u32)> {
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    ((1..=12).contains(&month) && parts.next().is_none()).then_some((year, month, day))
}

/// A day such as `2026-11-23` as it is written in English; anything else as it is.
pub(super) fn english(day: &str) -> String {
    match parts(day) {
        Some((year, month, day)) => format!("{day} {} {year}", month_english(month)),
        None => day.to_owned(),
    }
}

/// The same in French, where the first of a month is an ordinal.
pub(super) fn french(day: &str) -> String {
    match parts(day) {
        Some((year, month, 1)) => format!("1er {} {year}", month_french(month)),
        Some((year, month, day)) => format!("{day} {} {year}", month_french(month)),
        None => day.to_owned(),
    }
}
