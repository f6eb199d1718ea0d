//! What a person was shown is what is saved.

use super::fake::Fake;
use super::tab::{NO_PLAN, Tab, today, written};
use crate::app::session::{Effect, Event, StepContext};
use crate::domain::document::ClockReading;
use crate::domain::file::{FileKind, Purpose, ShareOption, file_name};
use crate::domain::framework::bundled;
use crate::domain::plan_hash::plan_hash;

/// What an event saves: a name and a text.
fn saved_by(tab: &mut Tab, event: Event) -> Option<(String, String)> {
    let mut effects = tab.send(event).into_iter();
    effects.find_map(|effect| match effect {
        Effect::Download { name, text } => Some((name, text)),
        _ => None,
    })
}

fn context(tab: &Tab) -> StepContext {
    StepContext {
        at: ClockReading {
            now: tab.now(),
            today: today(),
        },
        new_id: "fresh".into(),
    }
}

#[test]
fn the_backup_that_is_copied_is_the_backup_that_is_saved() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["local-induction/supervision"]);
    let saved = saved_by(&mut tab, Event::SaveBackup);
    let shown = tab.session.backup_file(&context(&tab), NO_PLAN);
    assert_eq!(saved.as_ref(), Some(&shown));
    assert!(shown.1.contains("local-induction/supervision"));
    assert_eq!(shown.0, file_name(FileKind::Backup, today()));
}

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
        let saved = saved_by(&mut tab, Event::SavePlan(ticks.to_vec()));
        let context = context(&tab);
        let shown = tab.session.plan_file(ticks, &context, NO_PLAN);
        assert_eq!(saved.as_ref(), Some(&shown), "{ticks:?}");
        assert_eq!(shown.0, file_name(FileKind::Plan, today()));
        let read = tab.session.plan_preview((&shown.0, &shown.1), bundled());
        assert!(read.is_some(), "what is shown does not open: {ticks:?}");
    }
}

#[test]
fn a_saved_plan_is_noted_by_its_hash_and_changes_nothing_else() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["local-induction/supervision"]);
    let before = tab.session.document().clone();
    let file = saved_by(&mut tab, Event::SavePlan(ShareOption::ALL.to_vec()));
    let (_, text) = file.expect("a file");
    let after = tab.session.document();
    let hashes: Vec<_> = after.saved_plans().map(|(hash, _)| hash.clone()).collect();
    assert_eq!(hashes, [plan_hash(text.as_bytes())]);
    assert_eq!(written(after, Purpose::Plan(&ShareOption::ALL)), {
        written(&before, Purpose::Plan(&ShareOption::ALL))
    });
    tab.send(Event::SaveDue);
    let stored = Tab::load("b", &store);
    assert_eq!(stored.session.document().saved_plans().count(), 1);
}

#[test]
fn the_page_of_ones_data_says_what_there_is() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    let names = |tab: &Tab| -> Vec<String> {
        let facts = tab.session.your_data(today()).facts(None);
        facts.into_iter().map(|(name, _)| name).collect()
    };
    let nothing = [
        "Last saved in this browser",
        "Backup file",
        "Room for your answers",
    ];
    assert_eq!(names(&tab), nothing);
    tab.answer_and_save(&["local-induction/supervision"]);
    let data = tab.session.your_data(today());
    let facts = data.facts(Some("today".into()));
    assert_eq!(facts[0].1, "today");
    assert!(
        facts
            .iter()
            .any(|(name, value)| name == "Topics" && value == "1"),
        "{facts:?}"
    );
    tab.send(Event::MeasureStorage);
    assert_eq!(names(&tab).last().unwrap(), "Room in this browser");
}
