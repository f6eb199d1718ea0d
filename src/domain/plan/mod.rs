//! The training plan a good mentor would write: what one worker could do next,
//! and why. A pure function of the framework, the document and today, in five
//! steps, a file each:
//!
//! 1. What to work on is in [`gaps`].
//! 2. The way that fits each best is in [`ways`].
//! 3. How they are kept few is in [`selection`].
//! 4. Practice, from what one score up asks for, is in [`practice`].
//! 5. Order and time are in [`schedule`].
//!
//! [`decisions`] reads what the worker changed, [`actions`] puts an action
//! together, [`how`], [`reasons`] and [`notes`] put it into words; [`model`] is
//! what comes out, [`written`] its form in a file. What several share stands
//! below them: [`context`], [`index`], [`subject`], [`effort`].
//!
//! Laws (`tests/plan/laws.rs`, `tests/plan/mentor.rs`): the same input gives
//! the same plan; each answer that says "not there yet" acts or is named as
//! open, whatever the aim; finishing only removes; nothing the worker wrote
//! disappears; one job stands once; no month moves by itself.

mod actions;
mod context;
mod decisions;
mod effort;
mod gaps;
mod how;
mod index;
mod model;
mod notes;
mod order;
mod practice;
mod reasons;
mod schedule;
mod selection;
mod subject;
mod ways;
mod written;

pub use context::{arranged_by, is_somerset, works_at_host};
pub use model::{
    Action, ActionKind, Growth, GrowthChoice, Help, Learning, NamedLink, Note, OpenBecause,
    OtherWay, Plan, Practice, Reason, Stage, StillOpen,
};
pub use written::{summary, write_out, written};

use crate::domain::dates::Day;
use crate::domain::document::Document;
use crate::domain::framework::model::Framework;

/// The plan of one worker on one day.
pub fn generate(framework: &Framework, document: &Document, today: Day) -> Plan {
    let context = context::Context::new(framework, document, today);
    let gaps = gaps::find(&context);
    let ways = ways::find(&context, &gaps);
    let decisions = decisions::read(&context, &ways);
    let selection = selection::choose(&gaps, &ways, &decisions);
    let mut proposals = decisions.proposals();
    selection::list(&mut proposals, &gaps, &ways, &selection);
    practice::list(&mut proposals, &gaps);
    let found = actions::Found {
        context: &context,
        gaps: &gaps,
        ways: &ways,
        selection: &selection,
        decisions: &decisions,
    };
    let actions = actions::build(&found, proposals);
    let open = selection::open(&gaps, &actions);
    let growth = practice::growth(&context, &gaps);
    schedule::arrange(&context, actions, open, growth)
}
