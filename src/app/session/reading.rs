//! What is read before it is saved, and plans in words: somebody's, opened to
//! read, and one's own.

use super::{Session, Turn};
use crate::app::plan_read::{PlanRead, read};
use crate::domain::file::{Kind, Purpose, Tick, decode, file_name};
use crate::domain::framework::model::Framework;

impl Session {
    /// The plan file being read, if any.
    pub fn plan_read(&self, framework: &Framework) -> Option<PlanRead> {
        let reading = self.talk.reading.as_ref()?;
        Some(read(&reading.name, &reading.opened, framework))
    }

    /// The backup file: its name and its text, letter for letter what
    /// [`super::Event::SaveBackup`] saves in this turn.
    pub fn backup_file(&self, turn: &Turn) -> (String, String) {
        let text = self.file(&self.document, Purpose::Backup, turn);
        (file_name(Kind::Backup, turn.at.today), text)
    }

    /// The plan file with these ticks: its name and its text, letter for
    /// letter what [`super::Event::SavePlan`] saves in this turn.
    pub fn plan_file(&self, ticks: &[Tick], turn: &Turn) -> (String, String) {
        let text = self.file(&self.document, Purpose::Plan(ticks), turn);
        (file_name(Kind::Plan, turn.at.today), text)
    }

    /// What whoever opens such a file will read. None where it would not
    /// open, which a test rules out for every document.
    pub fn plan_preview(&self, file: (&str, &str), framework: &Framework) -> Option<PlanRead> {
        let opened = decode(file.1.as_bytes(), &self.setup.known).ok()?;
        Some(read(file.0, &opened, framework))
    }
}
