//! Backups: when one is reminded of, and when one counts.

use super::fake::Fake;
use super::tab::{Tab, today};
use crate::app::session::{Effect, Event};

#[test]
fn backups_and_the_reminder() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    let reminded = |tab: &Tab<'_>, days: i64| {
        let notices = tab.session.frame(today().plus_days(days)).notices;
        notices
            .iter()
            .any(|notice| notice.text.contains("a page stores; a file stays"))
    };
    (0..24).for_each(|n| tab.answer_and_save(&[&format!("t-{n}")]));
    assert!(!reminded(&tab, 0) && reminded(&tab, 5));
    tab.answer_and_save(&["t-24"]);
    assert!(reminded(&tab, 0));
    tab.reload();
    assert!(reminded(&tab, 0));

    // The browser did not take the file; then it did.
    let effects = tab.press("Save a backup file");
    let [Effect::Download { name, text }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(name, "waymark-backup-2026-11-23.json");
    assert!(text.contains("\"t-24\""));
    tab.send(Event::DownloadFailed { name: name.clone() });
    assert!(reminded(&tab, 0) && tab.session.was_not_saved(name));
    tab.press_and_save("Save a backup file");
    assert!(!tab.session.was_not_saved(name));
    // The browser does not tell whether it kept it.
    tab.says("A backup was given to your browser on 23 November 2026");
    tab.says("It counts as saved once you say that it is there");
    tab.reload_unless_unsaved();
    tab.press("It is there");
    tab.send(Event::SaveDue);
    assert!(!reminded(&tab, 30));
    let sentence =
        "You last saved a backup file on 23 November 2026. You have changed nothing since.";
    assert_eq!(tab.session.your_data(today()).backup_sentence, sentence);
    tab.reload();
    assert_eq!(tab.session.your_data(today()).backup_sentence, sentence);
    tab.answer_and_save(&["new"]);
    assert!(!reminded(&tab, 4) && reminded(&tab, 5));
    tab.send(Event::RemindLater);
    assert!(!reminded(&tab, 5));
}

#[test]
fn a_change_while_the_backup_is_saved_is_not_in_it() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["one"]);
    let effects = tab.send(Event::SaveBackup);
    let [Effect::Download { name, .. }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    tab.answer_and_save(&["two"]);
    tab.send(Event::Downloaded { name: name.clone() });
    tab.press("It is there");
    let sentence = tab.session.your_data(today()).backup_sentence;
    assert!(
        sentence.ends_with("You have made a change since."),
        "{sentence}"
    );
}

#[test]
fn a_backup_that_is_opened_again_is_there() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["mine"]);
    let effects = tab.send(Event::SaveBackup);
    let [Effect::Download { name, text }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    tab.send(Event::Downloaded { name: name.clone() });
    assert!(tab.said().contains("counts as saved once"));
    tab.choose_file("waymark-backup.json", text.as_bytes());
    tab.press("Cancel");
    assert!(
        !tab.said().contains("counts as saved once"),
        "{}",
        tab.said()
    );
    let sentence = tab.session.your_data(today()).backup_sentence;
    assert!(sentence.starts_with("You last saved a backup file on 23 November"));
}
