//! The training plan: what one worker could do next, and why. A pure function
//! of the framework, the document and today, in five steps, a file each:
//!
//! 1. [`work_on`]: what to work on, up to the aim.
//! 2. [`ways`]: ways to learn each of them.
//! 3. [`few`]: the few that help most.
//! 4. [`practice`]: practice, and chances to practise.
//! 5. [`order`]: order and time.
//!
//! [`changes`] lays over what the worker changed, [`actions`] puts an action
//! together and [`how`] into words, [`model`] is what comes out, [`written`] its form in a file.
//!
//! Laws (`tests/plan/laws.rs`): the same input gives the same plan; everything
//! to work on is helped by an action or named as open; finishing only removes;
//! nothing the worker wrote disappears.

mod actions;
mod changes;
mod few;
mod how;
mod model;
mod notes;
mod order;
mod practice;
mod sentences;
mod view;
mod ways;
mod work_on;
mod written;

pub use model::{
    Action, ActionKind, Help, Learning, Named, Note, OtherWay, Plan, Practice, Reason, Stage,
};
pub use written::{summary, written};

use crate::domain::dates::Day;
use crate::domain::document::Document;
use crate::domain::framework::model::Framework;

/// The plan of one worker on one day.
pub fn generate(framework: &Framework, document: &Document, today: Day) -> Plan {
    let view = view::View::new(framework, document, today);
    let work = work_on::find(&view);
    let ways = ways::find(&view, &work);
    let laid = changes::read(&view, &ways);
    let few = few::choose(&work, &ways, &laid);
    let mut list = changes::listed(&laid);
    few::list(&mut list, &work, &ways, &few);
    practice::list(&mut list, &work);
    let actions = actions::build(&view, &work, &ways, &few, &laid, list);
    let open = few::open(&work, &actions);
    order::arrange(&view, actions, open)
}
