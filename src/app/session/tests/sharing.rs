//! What a person was shown is what is saved.

use super::fake::Fake;
use super::tab::{Tab, today};
use crate::app::session::{Effect, Event, StepContext};
use crate::domain::document::ClockReading;
use crate::domain::file::{Kind, ShareOption, file_name};
use crate::domain::framework::bundled;

#[test]
fn the_file_that_is_saved_is_the_file_that_was_shown() {
    for ticks in [
        &[][..],
        &[ShareOption::Name],
        &[ShareOption::Answers],
        &ShareOption::ALL,
    ] {
        let store = Fake::default();
        let mut tab = Tab::load("a", &store);
        tab.answer_and_save(&["local-induction/supervision"]);
        let effects = tab.send(Event::SavePlan(ticks.to_vec()));
        let saved = effects.into_iter().find_map(|effect| match effect {
            Effect::Download { name, text } => Some((name, text)),
            _ => None,
        });
        let context = StepContext {
            at: ClockReading {
                now: tab.now(),
                today: today(),
            },
            new_id: "fresh".into(),
        };
        let shown = tab.session.plan_file(ticks, &context);
        assert_eq!(saved.as_ref(), Some(&shown), "{ticks:?}");
        assert_eq!(shown.0, file_name(Kind::Plan, today()));
        let read = tab.session.plan_preview((&shown.0, &shown.1), bundled());
        assert!(read.is_some(), "what is shown does not open: {ticks:?}");
    }
}

#[test]
fn a_plan_is_saved_without_changing_anything() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["local-induction/supervision"]);
    let before = tab.session.document().clone();
    tab.send(Event::SavePlan(ShareOption::ALL.to_vec()));
    assert_eq!(tab.session.document(), &before);
}
