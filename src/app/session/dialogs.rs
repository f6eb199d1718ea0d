//! The dialogs in words.

use super::notices::CANNOT_REMOVE;
use super::state::{Dialog, PendingFile};
use super::view::{DialogView, EventButton, part_counts};
use super::{Event, OpenMode, Session};
use crate::domain::document::Document;
use crate::domain::file::{Difference, PartChange, differences, preview};

/// How many remarks a dialog has room for.
const REMARKS: usize = 20;

/// How many changes it tells one by one.
const LINES: usize = 200;

impl Session {
    /// The dialog that is open, in words.
    pub(super) fn dialog(&self) -> Option<DialogView> {
        Some(match self.ui.dialog.as_ref()? {
            Dialog::OpenFile(opening) => self.opening_dialog(opening),
            Dialog::OpenReview(pending) => DialogView {
                title: format!("Take in “{}”?", pending.name),
                paragraphs: [&pending.paragraphs[..], self.what_follows().as_slice()].concat(),
                lists: pending.lists.clone(),
                buttons: vec![
                    EventButton::new("Put it beside my ratings", Event::TakeInReview),
                    cancel(),
                ],
            },
            Dialog::RemoveEverything => DialogView {
                title: "Remove everything from this browser?".into(),
                paragraphs: vec![
                    "Save a backup file first if you may want any of it again. Until you close or \
                     reload this page, you can also put it back."
                        .into(),
                ],
                lists: vec![self.what_goes()],
                buttons: vec![
                    EventButton::new("Save a backup file", Event::SaveBackup),
                    EventButton::new("Remove everything", Event::ConfirmRemoval),
                    cancel(),
                ],
            },
            Dialog::FinishOnSharedComputer { saved: false } => DialogView {
                title: "Finish on a shared computer".into(),
                paragraphs: vec![
                    "First your backup file is saved. Then everything is removed from this \
                     browser, and nothing can be put back here."
                        .into(),
                ],
                lists: vec![self.what_goes()],
                buttons: vec![
                    EventButton::new("Save the backup file", Event::SaveBackup),
                    cancel(),
                ],
            },
            // Nothing was entered, so there is no file.
            Dialog::FinishOnSharedComputer { saved: true } if self.document.is_empty() => {
                let goes = self.what_goes();
                let (first, lists, label) = match goes.1.is_empty() {
                    true => (
                        "Nothing was entered here, and this page keeps nothing in this browser.",
                        vec![],
                        "Finish",
                    ),
                    false => (
                        "Nothing is entered here now, but something is still kept. What is \
                         removed now cannot be put back here.",
                        vec![goes],
                        "Remove everything",
                    ),
                };
                DialogView {
                    title: "Finish on a shared computer".into(),
                    paragraphs: vec![first.into(), CANNOT_REMOVE.into()],
                    lists,
                    buttons: vec![EventButton::new(label, Event::ConfirmRemoval), cancel()],
                }
            }
            Dialog::FinishOnSharedComputer { saved: true } => DialogView {
                title: "Finish on a shared computer".into(),
                paragraphs: vec![
                    "Check that the backup file is among your downloads, and that you can take it \
                     with you. What is removed now cannot be put back here."
                        .into(),
                    CANNOT_REMOVE.into(),
                ],
                lists: vec![self.what_goes()],
                buttons: vec![
                    EventButton::new("I have the file: remove everything", Event::ConfirmRemoval),
                    cancel(),
                ],
            },
            Dialog::RemoveDraft { plan } => DialogView {
                title: "Remove your view?".into(),
                paragraphs: vec![
                    "What you said about this plan is removed from this browser, and the plan with it. It cannot be put back here."
                        .into(),
                ],
                lists: Vec::new(),
                buttons: vec![
                    EventButton::new("Remove it", Event::RemoveDraft(plan.clone())),
                    cancel(),
                ],
            },
            Dialog::RemoveReview { review } => DialogView {
                title: "Remove this view?".into(),
                paragraphs: vec![
                    "What this reader said no longer stands beside your ratings. Actions you took on stay in your plan. To have it here again, open their file again."
                        .into(),
                ],
                lists: Vec::new(),
                buttons: vec![
                    EventButton::new("Remove it", Event::RemoveReview(review.clone())),
                    cancel(),
                ],
            },
            Dialog::RemoveCopy { key } => DialogView {
                title: format!("Remove {}?", self.name_of(key)),
                paragraphs: vec!["Save it first if you may want to look at it again.".into()],
                lists: Vec::new(),
                buttons: vec![
                    EventButton::new("Save it as it is", Event::DownloadCopy { key: key.clone() }),
                    EventButton::new("Remove it", Event::ConfirmRemoval),
                    cancel(),
                ],
            },
        })
    }

    /// What a removal takes, by name.
    fn what_goes(&self) -> (String, Vec<String>) {
        let holding = part_counts(&self.document)
            .into_iter()
            .map(|holding| format!("{}: {}", holding.part.title(), holding.count));
        let keys = &self.config.keys;
        let undo = self
            .storage
            .has_undo_copy
            .then(|| self.name_of(&keys.undo()));
        let unreadable = self.storage.unreadable.as_ref();
        let unreadable = unreadable.map(|_| "what is stored and could not be read".to_owned());
        let copies = self.storage.copies.iter().map(|key| self.name_of(key));
        let reading = self.ui.shared_plan.as_ref();
        let reading = reading.filter(|plan| plan.reading.draft.is_some());
        let reading = reading.map(|plan| &plan.name);
        let drafts = self.ui.drafts.iter().map(|(_, name)| name).chain(reading);
        let drafts = drafts.map(|name| format!("your view of “{name}”, and that plan"));
        let all = holding
            .chain(undo)
            .chain(unreadable)
            .chain(copies)
            .chain(drafts);
        ("This is removed:".into(), all.collect())
    }

    /// How many more files come after this one.
    fn what_follows(&self) -> Option<String> {
        match self.ui.waiting.len() {
            0 => None,
            1 => Some("Another file you chose follows after this one.".into()),
            more => Some(format!(
                "{more} more files you chose follow after this one."
            )),
        }
    }

    fn is_of_the_shared_plan(&self, opening: &PendingFile) -> bool {
        let shared_plan = self.ui.shared_plan.as_ref();
        shared_plan.is_some_and(|shared_plan| shared_plan.opened.document == opening.document)
    }

    fn opening_dialog(&self, opening: &PendingFile) -> DialogView {
        let saved_on = opening
            .created
            .map(|created| format!("It was saved on {}.", created.utc_day().said(opening.today)));
        let mut paragraphs: Vec<String> = saved_on.into_iter().collect();
        paragraphs.extend(self.what_follows());
        let mut lists = Vec::new();
        let mut buttons = Vec::new();
        let is_plan = self.is_of_the_shared_plan(opening);
        if is_plan {
            paragraphs.push(
                "Only go on if this plan is yours. A plan file has what was chosen to share, and \
                 the actions are worked out anew from that: to move everything, use a backup file."
                    .into(),
            );
        }
        if self.document.is_empty() {
            lists.push((
                "This would be added:".into(),
                changes(&self.document, &opening.document),
            ));
            buttons.push(EventButton::new(
                "Open it",
                Event::OpenFile(OpenMode::Replace),
            ));
        } else {
            paragraphs.push(
                "You can put both together, or use the file in place of what is here. Either way \
                 you can undo it."
                    .into(),
            );
            match &opening.merged {
                Ok(merged) => {
                    let title = "If you put both together:".to_owned();
                    lists.push((title, changes(&self.document, &merged.document)));
                    lists.extend(self.before_and_after(&merged.document));
                    if !merged.replaced.is_empty() {
                        lists.push((
                            "Of these there are two versions. The one changed last is kept. This \
                             is what gives way:"
                                .into(),
                            self.describe_replaced(&merged.replaced, Some(opening.today)),
                        ));
                    }
                    buttons.push(EventButton::new(
                        "Put both together",
                        Event::OpenFile(OpenMode::Merge),
                    ));
                }
                Err(error) => paragraphs.push(format!(
                    "They cannot be put together: they are more than this page can keep. {}",
                    error.sentence()
                )),
            }
            let title = "If you use the file in place of what is here:".to_owned();
            lists.push((title, changes(&self.document, &opening.document)));
            lists.extend(self.before_and_after(&opening.document));
            buttons.push(EventButton::new(
                "Use the file instead",
                Event::OpenFile(OpenMode::Replace),
            ));
        }
        if opening.without_undo {
            paragraphs.push(
                "There is no room in this browser to store what is here now. Save a backup file \
                 first. If you go on, you can undo only until you close or reload this page."
                    .into(),
            );
            buttons.insert(0, EventButton::new("Save a backup file", Event::SaveBackup));
        }
        if !opening.remarks.is_empty() {
            let mut remarks = opening.remarks.clone();
            let more = remarks.len().saturating_sub(REMARKS);
            remarks.truncate(REMARKS);
            if more > 0 {
                remarks.push(format!("And {more} more like these."));
            }
            lists.push(("About this file:".into(), remarks));
        }
        buttons.push(cancel());
        DialogView {
            title: match is_plan {
                true => format!("Continue from “{}”?", opening.name),
                false => format!("Open “{}”?", opening.name),
            },
            paragraphs,
            lists,
            buttons,
        }
    }
}

impl Session {
    /// What says something now and would say another thing, each with both.
    fn before_and_after(&self, after: &Document) -> Option<(String, Vec<String>)> {
        let line = |it: &Difference| {
            format!(
                "{}: {}. Now: {}. Then: {}.",
                it.part.title(),
                self.called(it.part, &it.id),
                self.in_words(&it.before),
                self.in_words(&it.after)
            )
        };
        let all = differences(&self.document, after);
        let mut lines: Vec<_> = all.iter().take(LINES).map(line).collect();
        if all.len() > LINES {
            lines.push(format!("And {} more like these.", all.len() - LINES));
        }
        (!lines.is_empty()).then(|| ("What that changes of what is here:".to_owned(), lines))
    }
}

/// What would change, a line for each part.
fn changes(before: &Document, after: &Document) -> Vec<String> {
    let lines: Vec<_> = preview(before, after)
        .iter()
        .map(PartChange::sentence)
        .collect();
    if lines.is_empty() {
        return vec!["Nothing would change.".into()];
    }
    lines
}

fn cancel() -> EventButton {
    EventButton::new("Cancel", Event::CloseDialog)
}
