//! Plans in words: somebody's, opened to read, and one's own before it is
//! saved.

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
