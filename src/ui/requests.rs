//! What somebody asked for at a button: files, ways back, removal. A part of
//! its own, asked for with the first such request.

use crate::app::session::{Effect, Event, Session, StepContext, WritePlan};
use crate::domain::framework::bundled;
use crate::domain::plan;
use crate::platform::storage::BrowserStore;

/// Carries it out; the part's own function.
pub fn carry_out(session: &mut Session, asked: Event, context: &StepContext) -> Vec<Effect> {
    session.carry_out(asked, context, &BrowserStore, WRITE_PLAN)
}

/// The plan as files have it.
pub const WRITE_PLAN: WritePlan = |document, today| plan::write_out(bundled(), document, today);
