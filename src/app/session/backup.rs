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
}

impl BackupNote {
    pub(super) fn changed(&mut self, today: Day) {
        self.changes = self.changes.saturating_add(1);
        self.first_change.get_or_insert(today);
    }

    pub(super) fn saved(today: Day) -> Self {
        Self {
            last: Some(today),
            ..Self::default()
        }
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
        }
    }

    /// Whether to remind of a backup.
    pub fn is_due(&self, today: Day) -> bool {
        let since = self.last.or(self.first_change);
        let days = since.map_or(0, |since| since.days_until(today));
        self.changes >= REMIND_AFTER_CHANGES || (self.changes > 0 && days >= REMIND_AFTER_DAYS)
    }

    pub(super) fn to_json(&self) -> Value {
        let day = |day: Option<Day>| day.map_or(Value::Null, |day| day.iso().into());
        let mut note = Map::new();
        note.insert("last".into(), day(self.last));
        note.insert("changes".into(), self.changes.into());
        note.insert("first_change".into(), day(self.first_change));
        Value::Object(note)
    }

    /// What cannot be read counts as never.
    pub(super) fn from_json(value: &Value) -> Self {
        let day = |name: &str| value[name].as_str().and_then(Day::parse);
        let changes = value["changes"].as_u64().unwrap_or(0);
        Self {
            last: day("last"),
            changes: u32::try_from(changes).unwrap_or(u32::MAX),
            first_change: day("first_change"),
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
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let mut note = BackupNote::saved(Day::parse("2026-11-23").unwrap());
        note.changed(Day::parse("2026-11-24").unwrap());
        assert_eq!(BackupNote::from_json(&note.to_json()), note);
        assert_eq!(BackupNote::from_json(&Value::Null), BackupNote::default());
    }
}
