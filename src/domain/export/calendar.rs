//! The plan as a calendar file (RFC 5545): whole-day events, for calendars
//! show no to-do entries.

use icalendar::{Calendar, Class, Component, Event, Property};

use super::rows::{COLUMNS, DONE, Row, SUGGESTED, clean};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::file::NOT_A_VERDICT;

/// An event for each action that has a month and is not done: on the first
/// day of its month, or today where that has passed. `rows` are those of
/// [`super::rows`].
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
    calendar.to_string()
}

/// Whether [`calendar`] would write any event.
pub fn has_events(rows: &[String]) -> bool {
    rows.chunks_exact(COLUMNS.len())
        .any(|row| month(&Row(row)).is_some())
}

/// The month of an action that is not done.
fn month(row: &Row) -> Option<Month> {
    Month::parse(row.text("Month")).filter(|_| row.text("Status") != DONE)
}

fn event(row: &Row, now: Moment, today: Day) -> Option<Event> {
    let month = month(row)?;
    let day = month.first_day().max(today);
    let mut event = Event::new();
    let suggested = if row.text("Month chosen by") == SUGGESTED {
        " (month suggested)"
    } else {
        ""
    };
    event
        .uid(&clean(row.text("Id")))
        .summary(&clean(&[row.text("Action"), suggested].concat()))
        .description(&description(row, month, today))
        .class(Class::Private)
        .append_property(date("DTSTART", day))
        .append_property(date("DTEND", day.plus_days(1)))
        // A day with something to learn is not a day away.
        .add_property("TRANSP", "TRANSPARENT")
        .add_property("DTSTAMP", stamp(now));
    let link = row.text("Link");
    if !link.is_empty() {
        event.url(link);
    }
    Some(event.done())
}

/// All there is to know of it, a paragraph each.
fn description(row: &Row, planned: Month, today: Day) -> String {
    let mut parts = Vec::new();
    if row.text("Month chosen by") == SUGGESTED {
        parts.push(format!(
            "{} is this tool’s suggestion. Choose a month of your own in your plan.",
            planned.long()
        ));
    }
    if planned < today.month() {
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
