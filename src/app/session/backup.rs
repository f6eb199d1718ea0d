//! When a backup file was last saved, and the reminder to save another. The
//! browser can clear its storage; a file stays.

use serde_json::{Map, Value};

use crate::domain::dates::Day;

/// So many changes since the last backup are worth a reminder.
pub const REMIND_AFTER_CHANGES: u32 = 25;

/// So many days since the last backup are, if anything changed since.
pub const REMIND_AFTER_DAYS: i64 = 5;

/// What is remembered about backups; stored with the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupNote {
    /// The day of the last backup; None where there was none.
    pub last: Option<Day>,
    /// How many changes there were since.
    pub changes: u32,
    /// The day of the first of them.
    pub first_change: Option<Day>,
    /// A file was given to the browser, which does not tell what became of it.
    pub given: Option<GivenBackup>,
}

/// A backup file that counts once the person has said that it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenBackup {
    pub day: Day,
    /// How many of the changes it has.
    pub covers: u32,
}

impl BackupNote {
    /// Something was changed that no backup has.
    pub(super) fn changed(&mut self, today: Day) {
        self.changes = self.changes.saturating_add(1);
        self.first_change.get_or_insert(today);
    }

    /// The person says that the file is there.
    pub(super) fn is_there(&mut self, today: Day) {
        let Some(given) = self.given.take() else {
            return;
        };
        self.last = Some(given.day);
        self.changes = self.changes.saturating_sub(given.covers);
        self.first_change = (self.changes > 0).then_some(today);
    }

    /// How many changes no file has that was given to the browser.
    pub(super) fn in_no_file(&self) -> u32 {
        let covered = self.given.map_or(0, |given| given.covers);
        self.changes.saturating_sub(covered)
    }

    /// Of two tabs: a backup one of them saved lacks what the other changed.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            last: self.last.max(other.last),
            changes: self.changes.max(other.changes),
            first_change: [self.first_change, other.first_change]
                .into_iter()
                .flatten()
                .min(),
            given: self.given.or(other.given),
        }
    }

    /// Whether to remind of a backup.
    pub fn is_due(&self, today: Day) -> bool {
        // A day still to come was told by a wrong clock, and puts nothing off.
        let is_past = |day: &Day| day.is_past(today);
        let since = self.last.filter(is_past);
        let days = match since.or(self.first_change.filter(is_past)) {
            Some(since) => since.days_until(today),
            None if self.last.or(self.first_change).is_some() => REMIND_AFTER_DAYS,
            None => 0,
        };
        self.changes >= REMIND_AFTER_CHANGES || (self.changes > 0 && days >= REMIND_AFTER_DAYS)
    }

    /// As it is stored beside the document.
    pub(super) fn to_json(&self) -> Value {
        let day = |day: Option<Day>| day.map_or(Value::Null, |day| day.iso().into());
        let mut note = Map::new();
        note.insert("last".into(), day(self.last));
        note.insert("changes".into(), self.changes.into());
        note.insert("first_change".into(), day(self.first_change));
        if let Some(given) = self.given {
            note.insert("given".into(), day(Some(given.day)));
            note.insert("given_changes".into(), given.covers.into());
        }
        Value::Object(note)
    }

    /// What cannot be read counts as never.
    pub(super) fn from_json(value: &Value) -> Self {
        let day = |name: &str| value[name].as_str().and_then(Day::parse);
        let count = |name: &str| {
            let count = value[name].as_u64().unwrap_or(0);
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let covers = count("given_changes");
        Self {
            last: day("last"),
            changes: count("changes"),
            first_change: day("first_change"),
            given: day("given").map(|day| GivenBackup { day, covers }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_after_many_changes_or_five_days() {
        let day = |text: &str| Day::parse(text);
        let check = |last: &str, changes: u32, first: &str, today: &str, due: bool| {
            let note = BackupNote {
                last: day(last),
                changes,
                first_change: day(first),
                given: None,
            };
            assert_eq!(note.is_due(day(today).unwrap()), due, "{note:?} on {today}");
        };
        check("", 0, "", "2026-11-23", false);
        check("", 1, "2026-11-23", "2026-11-23", false);
        check("", 24, "2026-11-23", "2026-11-23", false);
        check("", 25, "2026-11-23", "2026-11-23", true);
        check("", 1, "2026-11-23", "2026-11-27", false);
        check("", 1, "2026-11-23", "2026-11-28", true);
        check("2026-11-01", 0, "", "2026-11-23", false);
        check("2026-11-01", 1, "2026-11-23", "2026-11-23", true);
        check("2026-11-20", 3, "2026-11-21", "2026-11-23", false);
        check("2026-11-24", 3, "2026-11-24", "2026-11-23", false);
        // A clock that ran ahead.
        check("2030-04-02", 1, "2026-11-23", "2026-11-23", false);
        check("2030-04-02", 1, "2026-11-01", "2026-11-23", true);
        check("2030-04-02", 1, "2030-04-02", "2026-11-23", true);
        check("2030-04-02", 0, "", "2026-11-23", false);
    }

    #[test]
    fn a_file_counts_once_it_is_there() {
        let day = |text: &str| Day::parse(text).unwrap();
        let mut note = BackupNote::default();
        note.is_there(day("2026-11-23"));
        assert_eq!(note, BackupNote::default());
        (0..3).for_each(|_| note.changed(day("2026-11-20")));
        note.given = Some(GivenBackup {
            day: day("2026-11-21"),
            covers: 2,
        });
        assert_eq!((note.last, note.in_no_file()), (None, 1));
        note.is_there(day("2026-11-23"));
        assert_eq!((note.last, note.changes), (Some(day("2026-11-21")), 1));
        assert_eq!(note.first_change, Some(day("2026-11-23")));
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let mut note = BackupNote {
            last: Day::parse("2026-11-23"),
            given: Some(GivenBackup {
                day: Day::parse("2026-11-24").unwrap(),
                covers: 1,
            }),
            ..BackupNote::default()
        };
        note.changed(Day::parse("2026-11-24").unwrap());
        assert_eq!(BackupNote::from_json(&note.to_json()), note);
        assert_eq!(BackupNote::from_json(&Value::Null), BackupNote::default());
    }
}
