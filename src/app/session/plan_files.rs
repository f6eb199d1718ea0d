//! What is read before it is saved, and plans in words: somebody's, opened to
//! read, and one's own.

use super::{Session, StepContext, WritePlan};
use crate::app::shared_plan::{SharedPlan, describe};
use crate::domain::file::{Kind, Purpose, ShareOption, decode, file_name};
use crate::domain::framework::model::Framework;

impl Session {
    /// The plan file being read, if any.
    pub fn shared_plan(&self, framework: &Framework) -> Option<SharedPlan> {
        let shared_plan = self.ui.shared_plan.as_ref()?;
        Some(describe(&shared_plan.name, &shared_plan.opened, framework))
    }

    /// The backup file: its name and its text, letter for letter what
    /// [`super::Event::SaveBackup`] saves in this step.
    pub fn backup_file(&self, context: &StepContext, write_plan: WritePlan) -> (String, String) {
        let text = self.file(&self.document, Purpose::Backup, context, write_plan);
        (file_name(Kind::Backup, context.at.today), text)
    }

    /// The plan file with these ticks: its name and its text, letter for
    /// letter what [`super::Event::SavePlan`] saves in this step.
    pub fn plan_file(
        &self,
        ticks: &[ShareOption],
        context: &StepContext,
        write_plan: WritePlan,
    ) -> (String, String) {
        let text = self.file(&self.document, Purpose::Plan(ticks), context, write_plan);
        (file_name(Kind::Plan, context.at.today), text)
    }

    /// What whoever opens such a file will read. None where it would not
    /// open, which a test rules out for every document.
    pub fn plan_preview(&self, file: (&str, &str), framework: &Framework) -> Option<SharedPlan> {
        let opened = decode(file.1.as_bytes(), &self.config.known_ids).ok()?;
        Some(describe(file.0, &opened, framework))
    }
}
