//! Days and moments. A day is the worker's own, local; a moment is UTC. Both
//! have one fixed shape in the file, so they are read and written by hand:
//! chrono's format machinery is larger than these few lines.

use std::fmt;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Serialize, Serializer};

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

/// A local day, years 1 to 9999; `2026-11-23` in a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// 1 January 1.
    pub const FIRST: Self = Self(FIRST);

    /// 31 December 9999.
    pub const LAST: Self = Self(LAST);

    /// None where there is no such day, or the year is not 1 to 9999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::within)
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let [year, month, day] = numbers(text, b"0000-00-00")?;
        Self::new(year as i32, month, day)
    }

    /// The year, such as 2026.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The month it lies in.
    pub fn month(self) -> Month {
        Month(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The day so many days later, or earlier; the first or last day there is
    /// where that would be outside the years 1 to 9999.
    pub fn plus_days(self, days: i64) -> Self {
        let count = Days::new(days.unsigned_abs());
        let moved = if days < 0 {
            self.0.checked_sub_days(count)
        } else {
            self.0.checked_add_days(count)
        };
        moved
            .and_then(Self::within)
            .unwrap_or(Self(if days < 0 { FIRST } else { LAST }))
    }

    /// Days from here to `later`; negative where that is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// `2026-11-23`.
    pub fn iso(self) -> String {
        format!("{}-{:02}", self.month().iso(), self.day())
    }

    /// `23 November 2026`.
    pub fn long(self) -> String {
        format!("{} {}", self.day(), self.month().long())
    }

    /// Whether something can have happened on it: not after `today`, give or
    /// take the day that two places are apart.
    pub fn is_past(self, today: Self) -> bool {
        today.days_until(self) <= 1
    }

    /// The day something is said to have happened on, and where that is still
    /// to come, that it is not believed.
    pub fn said(self, today: Self) -> String {
        match self.is_past(today) {
            true => self.long(),
            false => format!("{} (a day still to come: a clock was wrong)", self.long()),
        }
    }

    fn within(date: NaiveDate) -> Option<Self> {
        (FIRST..=LAST).contains(&date).then_some(Self(date))
    }
}

const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a day of the calendar");
const LAST: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day of the calendar");

/// A month of a year; `2026-11` in a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(
    /// Its first day.
    NaiveDate,
);

impl Month {
    /// None where there is no such month, or the year is not 1 to 9999.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        Day::new(year, month, 1).map(Day::month)
    }

    /// Reads `YYYY-MM`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let [year, month, _] = numbers(text, b"0000-00")?;
        Self::new(year as i32, month)
    }

    /// The year, such as 2026.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn number(self) -> u32 {
        self.0.month()
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        Day(self.0)
    }

    /// Its last day.
    pub fn last_day(self) -> Day {
        match self.plus(1) {
            next if next == self => Day(LAST),
            next => next.first_day().plus_days(-1),
        }
    }

    /// The month so many months later, or earlier; itself where that would be
    /// outside the years 1 to 9999.
    pub fn plus(self, months: i32) -> Self {
        let count = Months::new(months.unsigned_abs());
        let moved = if months < 0 {
            self.0.checked_sub_months(count)
        } else {
            self.0.checked_add_months(count)
        };
        moved.and_then(Day::within).map_or(self, Day::month)
    }

    /// `2026-11`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}", self.year(), self.number())
    }

    /// `November 2026`.
    pub fn long(self) -> String {
        format!("{} {}", MONTHS[self.0.month0() as usize], self.year())
    }
}

/// A moment in UTC, to the second; `2026-11-23T14:05:09Z` in a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// From seconds since 1970; None outside the years 1 to 9999.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        let time = DateTime::from_timestamp(seconds, 0)?.naive_utc();
        Day::within(time.date()).map(|_| Self(time))
    }

    /// Midnight in UTC.
    pub fn start_of(day: Day) -> Self {
        Self(day.0.and_time(NaiveTime::MIN))
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ`; a fraction of a second is dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let day = Day::parse(text.get(..10)?)?;
        let time = text.get(10..)?.strip_prefix('T')?.strip_suffix('Z')?;
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let fraction_is_digits = !fraction.is_empty()
            && fraction.len() <= 9
            && fraction.bytes().all(|b| b.is_ascii_digit());
        let [hour, minute, second] = numbers(time, b"00:00:00")?;
        if !fraction_is_digits {
            return None;
        }
        day.0.and_hms_opt(hour, minute, second).map(Self)
    }

    /// Seconds since 1970.
    pub fn unix(self) -> i64 {
        self.0.and_utc().timestamp()
    }

    /// The next second; itself at the end of the year 9999.
    pub fn next(self) -> Self {
        Self::from_unix(self.unix() + 1).unwrap_or(self)
    }

    /// The day in UTC, which may not be the worker's.
    pub fn utc_day(self) -> Day {
        Day(self.0.date())
    }

    /// `2026-11-23T14:05:09Z`.
    pub fn iso(self) -> String {
        let (h, m, s) = (self.0.hour(), self.0.minute(), self.0.second());
        format!("{}T{h:02}:{m:02}:{s:02}Z", self.utc_day().iso())
    }
}

/// The numbers of a text that has exactly the shape given, where `0` stands
/// for a digit and every other byte for itself. Three at most, missing ones 0.
fn numbers(text: &str, shape: &[u8]) -> Option<[u32; 3]> {
    let mut found = [0; 3];
    let mut at = 0;
    if text.len() != shape.len() {
        return None;
    }
    for (byte, wanted) in text.bytes().zip(shape) {
        match (wanted, byte) {
            (b'0', b'0'..=b'9') => found[at] = found[at] * 10 + u32::from(byte - b'0'),
            (b'0', _) => return None,
            (wanted, byte) if *wanted == byte => at += 1,
            _ => return None,
        }
    }
    Some(found)
}

macro_rules! as_iso {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.iso())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.iso())
            }
        }
    )*};
}

as_iso!(Day, Month, Moment);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_and_write() {
        let check = |text: &str, good: bool| {
            let read = Day::parse(text);
            assert_eq!(read.is_some(), good, "{text:?}");
            if let Some(day) = read {
                assert_eq!(day.iso(), text);
            }
        };
        check("2026-11-23", true);
        check("2024-02-29", true);
        check("0001-01-01", true);
        check("9999-12-31", true);
        check("2023-02-29", false);
        check("2026-13-01", false);
        check("2026-00-10", false);
        check("0000-01-01", false);
        check("2026-1-23", false);
        check("2026-11-23 ", false);
        check("+026-11-23", false);
        check("2026/11/23", false);
        check("２026-11-23", false);
        check("", false);
    }

    #[test]
    fn months_read_and_write() {
        let check = |text: &str, good: bool| {
            let read = Month::parse(text);
            assert_eq!(read.is_some(), good, "{text:?}");
            if let Some(month) = read {
                assert_eq!(month.iso(), text);
            }
        };
        check("2026-11", true);
        check("0001-01", true);
        check("2026-00", false);
        check("2026-13", false);
        check("2026-11-01", false);
    }

    #[test]
    fn moments_read_and_write() {
        let check = |text: &str, iso: Option<&str>| {
            assert_eq!(
                Moment::parse(text).map(Moment::iso).as_deref(),
                iso,
                "{text:?}"
            );
        };
        check("2026-11-23T14:05:09Z", Some("2026-11-23T14:05:09Z"));
        check("2026-11-23T14:05:09.123Z", Some("2026-11-23T14:05:09Z"));
        check("1969-12-31T23:59:59Z", Some("1969-12-31T23:59:59Z"));
        check("2026-11-23T14:05:09", None);
        check("2026-11-23T14:05:09+01:00", None);
        check("2026-11-23T14:05:09.Z", None);
        check("2026-11-23T14:05:09.1234567890Z", None);
        check("2026-11-23T14:05:09.1xZ", None);
        check("2026-11-23T24:00:00Z", None);
        check("2026-11-23T23:59:60Z", None);
        check("2026-11-23t14:05:09z", None);
        check("2026-11-2\u{e9}T14:05:09Z", None);
        check("2026-11-23", None);
    }

    #[test]
    fn seconds_since_1970() {
        let moment = Moment::parse("2026-11-23T14:05:09Z").unwrap();
        assert_eq!(moment.unix(), 1_795_442_709);
        assert_eq!(Moment::from_unix(moment.unix()), Some(moment));
        assert_eq!(moment.next().iso(), "2026-11-23T14:05:10Z");
        assert_eq!(Moment::from_unix(i64::MAX), None);
        let last = Moment::parse("9999-12-31T23:59:59Z").unwrap();
        assert_eq!(last.next(), last);
    }

    #[test]
    fn arithmetic_stays_in_the_calendar() {
        let day = |text: &str| Day::parse(text).unwrap();
        let check = |from: &str, days: i64, to: &str| {
            assert_eq!(day(from).plus_days(days).iso(), to, "{from} + {days}");
        };
        check("2026-11-23", 8, "2026-12-01");
        check("2024-03-01", -1, "2024-02-29");
        check("9999-12-31", 1, "9999-12-31");
        check("0001-01-01", -1, "0001-01-01");
        check("2026-11-23", i64::MIN, "0001-01-01");
        check("2026-11-23", i64::MAX, "9999-12-31");
        assert_eq!(day("2026-11-23").days_until(day("2027-01-01")), 39);
        assert_eq!(day("2026-11-23").days_until(day("2026-11-22")), -1);

        let month = |text: &str| Month::parse(text).unwrap();
        assert_eq!(month("2026-11").plus(3).iso(), "2027-02");
        assert_eq!(month("2026-11").plus(-11).iso(), "2025-12");
        assert_eq!(month("9999-12").plus(1).iso(), "9999-12");
        assert_eq!(month("2024-02").last_day().iso(), "2024-02-29");
        assert_eq!(month("9999-12").last_day().iso(), "9999-12-31");
    }

    #[test]
    fn what_happened_is_not_still_to_come() {
        let day = |text: &str| Day::parse(text).unwrap();
        let check = |said: &str, today: &str, words: &str| {
            assert_eq!(day(said).said(day(today)), words);
        };
        check("2026-11-22", "2026-11-23", "22 November 2026");
        check("2026-11-24", "2026-11-23", "24 November 2026");
        let wrong = " (a day still to come: a clock was wrong)";
        check(
            "2026-11-25",
            "2026-11-23",
            &format!("25 November 2026{wrong}"),
        );
        check(
            "9999-12-31",
            "2026-11-23",
            &format!("31 December 9999{wrong}"),
        );
    }

    #[test]
    fn said_in_words() {
        assert_eq!(Day::parse("2026-11-23").unwrap().long(), "23 November 2026");
        assert_eq!(Day::parse("2026-03-01").unwrap().long(), "1 March 2026");
        assert_eq!(Month::parse("2027-01").unwrap().long(), "January 2027");
    }
}
