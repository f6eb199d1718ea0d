//! The plan as a calendar file (RFC 5545): whole-day events, for calendars
//! show no to-do entries.

use icalendar::{Calendar, Class, Component, Event, Property};

use super::rows::{CANCELLED, COLUMNS, DONE, Row, SUGGESTED, clean};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::file::NOT_A_VERDICT;

/// An event for each action that has a month and is not done: on the first
/// day of its month, or today where that has passed; one for the review day;
/// and one that cancels what an earlier file had. `rows` are those of
/// [`super::calendar_rows`].
pub fn calendar(rows: &[String], now: Moment, today: Day) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Waymark//Training plan//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", "Training plan"),
        ("X-WR-CALDESC", NOT_A_VERDICT),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    for row in rows.chunks_exact(COLUMNS.len()) {
        calendar.extend(event(&Row(row), now, today));
    }
    fold(&calendar.to_string())
}

/// Octets of a line, at most (RFC 5545, 3.1).
const LINE: usize = 75;

/// Folds the lines anew: the library forgets the space a folded line begins
/// with, and makes some an octet too long.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for letter in line.chars() {
            octets += letter.len_utf8();
            if octets > LINE {
                folded.push_str("\r\n ");
                octets = 1 + letter.len_utf8();
            }
            folded.push(letter);
        }
        folded.push_str("\r\n");
    }
    folded
}

/// Whether [`calendar`] would write any event.
pub fn has_events(rows: &[String]) -> bool {
    let mut rows = rows.chunks_exact(COLUMNS.len());
    rows.any(|row| when(&Row(row)).is_some())
}

/// When something is.
#[derive(Clone, Copy)]
enum When {
    Month(Month),
    Day(Day),
    /// It was in an earlier file, and is no more.
    Cancelled,
}

fn when(row: &Row) -> Option<When> {
    let (month, status) = (row.text("Month"), row.text("Status"));
    match status {
        CANCELLED => Some(When::Cancelled),
        DONE => None,
        _ => Month::parse(month)
            .map(When::Month)
            .or_else(|| Day::parse(month).map(When::Day)),
    }
}

fn event(row: &Row, now: Moment, today: Day) -> Option<Event> {
    let when = when(row)?;
    let day = match when {
        When::Month(month) => month.first_day().max(today),
        When::Day(day) => day.max(today),
        When::Cancelled => today,
    };
    let mut event = Event::new();
    let suggested = matches!(when, When::Month(_)) && row.text("Month chosen by") == SUGGESTED;
    event
        .uid(&clean(row.text("Id")))
        .summary(&clean(&title(row, suggested)))
        .class(Class::Private)
        .append_property(date("DTSTART", day))
        .append_property(date("DTEND", day.plus_days(1)))
        // A day with something to learn is not a day away.
        .add_property("TRANSP", "TRANSPARENT")
        .add_property("DTSTAMP", stamp(now))
        .add_property("LAST-MODIFIED", stamp(now))
        .add_property("SEQUENCE", sequence(now).to_string());
    match when {
        When::Cancelled => {
            event.add_property("STATUS", "CANCELLED");
        }
        When::Month(month) => {
            event.description(&description(row, Some(month), today));
        }
        When::Day(_) => {
            event.description(&description(row, None, today));
        }
    }
    let link = row.text("Link");
    if !link.is_empty() {
        event.url(link);
    }
    Some(event.done())
}

/// Stands alone among dentists and birthdays.
fn title(row: &Row, suggested: bool) -> String {
    let words = row.text("Action");
    let by_the_tool = ["practise:", "rate:", "ask:", "go-through:", "review-"];
    let id = row.text("Id");
    let mut letters = words.chars();
    // What a person or a provider wrote keeps its first letter.
    let words = match letters.next() {
        Some(first) if by_the_tool.iter().any(|kind| id.starts_with(kind)) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    };
    let suggested = if suggested { " (month suggested)" } else { "" };
    format!("Waymark: {words}{suggested}")
}

/// Grows from file to file, as a calendar takes only what is newer: minutes
/// since the year 2026.
fn sequence(now: Moment) -> i64 {
    const START: i64 = 1_767_225_600;
    ((now.unix() - START) / 60).clamp(0, i64::from(i32::MAX))
}

/// All there is to know of it, a paragraph each.
fn description(row: &Row, planned: Option<Month>, today: Day) -> String {
    let mut parts = Vec::new();
    if let Some(planned) = planned
        && row.text("Month chosen by") == SUGGESTED
    {
        parts.push(format!(
            "{} is this tool’s suggestion. Choose a month of your own in your plan.",
            planned.long()
        ));
    }
    if let Some(planned) = planned
        && planned < today.month()
    {
        parts.push(format!(
            "It was planned for {}, and that month is past: choose another in your plan.",
            planned.long()
        ));
    }
    for column in [
        "How",
        "Why",
        "Resource",
        "Provider",
        "Link",
        "Time it takes",
        "Notes",
        "What might get in the way",
        "Who can help",
        "What I learned",
    ] {
        let text = row.text(column);
        if !text.is_empty() {
            parts.push(format!("{column}: {}", clean(text)));
        }
    }
    parts.join("\n")
}

fn date(name: &str, day: Day) -> Property {
    let mut property = Property::new(name, day.iso().replace('-', ""));
    property.add_parameter("VALUE", "DATE");
    property
}

/// `20261123T140509Z`.
fn stamp(now: Moment) -> String {
    now.iso().replace(['-', ':'], "")
}
