//! Room to sign a plan.

use crate::ui::element::{Element, each, el};

/// Two places to sign and to date, for the worker and for the supervisor.
pub fn signatures() -> Element {
    el("div")
        .class("signatures")
        .with(each(["Worker", "Supervisor"], |who| {
            vec![
                el("p").with(format!("{who}, signature:")),
                el("p").with("Date:"),
            ]
        }))
}
