//! What a worker changes about the plan, by action id.

use super::{ChangeError, ClockReading, Document, JsonFields, change_time, check_id, check_text};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::ids::ActionId;
use crate::domain::limits::{CHANGES, NOTE, REASON, TITLE};

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionStatus {
    ToDo,
    Doing,
    Done,
}

/// What the worker laid over one action.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionChange {
    pub changed: Moment,
    pub status: Option<ActionStatus>,
    /// The day it was marked done.
    pub done_on: Option<Day>,
    /// When the worker wants to do it.
    pub month: Option<Month>,
    pub notes: String,
    /// What might get in the way.
    pub obstacles: String,
    /// Who can help.
    pub help: String,
    /// What was learned when a date slipped.
    pub learned: String,
    /// Put aside.
    pub dismissed: bool,
    /// Why it is put aside, or was before it was brought back.
    pub dismissed_because: String,
    pub pinned: bool,
    /// The other way taken instead.
    pub swapped: Option<ActionId>,
    /// The title of an action of the worker's own.
    pub own: Option<String>,
    pub(in crate::domain) extra: JsonFields,
}

/// One change to an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionEdit {
    /// None takes it back. `Done` also notes the day.
    Status(Option<ActionStatus>),
    Month(Option<Month>),
    Notes(String),
    Obstacles(String),
    Help(String),
    Learned(String),
    /// A reason, which may be empty, puts the action aside; None brings it
    /// back and keeps what was written.
    Dismissed(Option<String>),
    Pinned(bool),
    Swapped(Option<ActionId>),
    /// The title of an action of the worker's own.
    Own(String),
}

impl Document {
    /// Every action the worker changed.
    pub fn changes(&self) -> impl Iterator<Item = (&ActionId, &ActionChange)> {
        self.parts.changes.iter()
    }

    /// What the worker changed about an action; None for nothing.
    pub fn change(&self, action: &ActionId) -> Option<&ActionChange> {
        self.parts.changes.get(action)
    }

    /// Changes one thing about one action. `TooLong`, `TooMany`, `BadId`,
    /// `DocumentFull`.
    pub fn change_action(
        &mut self,
        action: &ActionId,
        part: ActionEdit,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        part.check()?;
        let old = self.change(action);
        let mut new = old.cloned().unwrap_or_else(|| ActionChange::none(at));
        new.apply(part, at);
        if old == Some(&new) {
            return Ok(());
        }
        new.changed = change_time(at, Some(new.changed));
        self.put(|parts| &mut parts.changes, action, new, CHANGES)
    }
}

impl ActionChange {
    fn none(at: ClockReading) -> Self {
        Self {
            changed: at.now,
            status: None,
            done_on: None,
            month: None,
            notes: String::new(),
            obstacles: String::new(),
            help: String::new(),
            learned: String::new(),
            dismissed: false,
            dismissed_because: String::new(),
            pinned: false,
            swapped: None,
            own: None,
            extra: JsonFields::new(),
        }
    }

    fn apply(&mut self, part: ActionEdit, at: ClockReading) {
        match part {
            ActionEdit::Status(status) if status == self.status => {}
            ActionEdit::Status(status) => {
                self.status = status;
                self.done_on = (status == Some(ActionStatus::Done)).then_some(at.today);
            }
            ActionEdit::Month(month) => self.month = month,
            ActionEdit::Notes(text) => self.notes = text,
            ActionEdit::Obstacles(text) => self.obstacles = text,
            ActionEdit::Help(text) => self.help = text,
            ActionEdit::Learned(text) => self.learned = text,
            ActionEdit::Dismissed(reason) => {
                self.dismissed = reason.is_some();
                self.dismissed_because =
                    reason.unwrap_or(std::mem::take(&mut self.dismissed_because));
            }
            ActionEdit::Pinned(pinned) => self.pinned = pinned,
            ActionEdit::Swapped(other) => self.swapped = other,
            ActionEdit::Own(title) => self.own = Some(title),
        }
    }
}

impl ActionEdit {
    fn check(&self) -> Result<(), ChangeError> {
        match self {
            Self::Notes(text) | Self::Obstacles(text) | Self::Help(text) | Self::Learned(text) => {
                check_text(text, NOTE)
            }
            Self::Dismissed(Some(reason)) => check_text(reason, REASON),
            Self::Own(title) => check_text(title, TITLE),
            Self::Swapped(Some(other)) => check_id(other.as_str()),
            Self::Status(_)
            | Self::Month(_)
            | Self::Pinned(_)
            | Self::Dismissed(None)
            | Self::Swapped(None) => Ok(()),
        }
    }
}
