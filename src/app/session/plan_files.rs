//! What is read before it is saved, and plans in words: somebody's, opened to
//! read, and one's own.

use super::{Session, StepContext, WritePlan};
use crate::app::review::{ReaderPage, reader_page};
use crate::app::shared_plan::{SharedPlan, describe};
use crate::domain::file::{FileKind, Purpose, ShareOption, decode, file_name, file_name_of};
use crate::domain::framework::model::Framework;

impl Session {
    /// The plan file being read, as its reader sees it.
    pub fn reader_page(&self, framework: &Framework) -> Option<ReaderPage> {
        let plan = self.ui.shared_plan.as_ref()?;
        let draft = self.review_draft();
        Some(reader_page(&plan.name, &plan.opened, draft, framework))
    }

    /// The backup file: its name and its text, letter for letter what
    /// [`super::Event::SaveBackup`] saves in this step.
    pub fn backup_file(&self, context: &StepContext, write_plan: WritePlan) -> (String, String) {
        let text = self.file(&self.document, Purpose::Backup, context, write_plan);
        (file_name(FileKind::Backup, context.at.today), text)
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
        let profile = self.document.profile();
        let named = ticks.contains(&ShareOption::Name);
        let worker = profile.name.get().filter(|_| named);
        let worker = worker.map(String::as_str);
        (file_name_of("plan", worker, context.at.today), text)
    }

    /// What whoever opens such a file will read. None where it would not
    /// open, which a test rules out for every document.
    pub fn plan_preview(&self, file: (&str, &str), framework: &Framework) -> Option<SharedPlan> {
        let opened = decode(file.1.as_bytes(), &self.config.known_ids).ok()?;
        Some(describe(file.0, &opened, framework))
    }
}
