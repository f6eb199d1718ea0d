//! A reader's view of somebody's plan: kept through a reload, a second tab, a
//! store that fails, and apart from the reader's own data. And a review that
//! comes back.

use super::fake::{Fails, Fake};
use super::tab::{DOCUMENT, Tab, backup_of, plan_of, stored};
use crate::app::session::{Effect, Event, FocusTarget, ReviewEdit, StoreError};
use crate::domain::document::{ReaderView, Review};
use crate::domain::file::{KnownIds, OpenedReview, decode_review};
use crate::domain::ids::ReviewId;
use crate::domain::plan_hash::plan_hash;
use crate::domain::score::Score;

const COMPETENCY: &str = "promoting-autonomy";

fn sam() -> Vec<u8> {
    plan_of(&["local-induction/supervision"])
}

fn alex() -> Vec<u8> {
    plan_of(&["local-induction/mandatory-training"])
}

fn key(plan: &[u8]) -> String {
    format!("waymark:/:review:{}", plan_hash(plan))
}

fn beside(plan: &[u8]) -> String {
    format!("waymark:/:reviewed-plan:{}", plan_hash(plan))
}

fn read(tab: &mut Tab, name: &str, plan: Vec<u8>) -> Vec<Effect> {
    tab.send(Event::FileChosen {
        name: name.into(),
        bytes: plan,
    })
}

fn say(tab: &mut Tab, comment: &str) {
    tab.send(Event::EditReview(ReviewEdit::Comment(comment.into())));
}

fn score(tab: &mut Tab, score: u8) {
    let view = Score::new(score).map(ReaderView::Score);
    tab.send(Event::EditReview(ReviewEdit::View(COMPETENCY.into(), view)));
}

fn comment<'a>(tab: &'a Tab) -> &'a str {
    tab.session.review_draft().map_or("", |it| &it.comment)
}

#[test]
fn a_plan_opens_without_a_trace_until_something_is_said() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    let effects = read(&mut tab, "sam.json", sam());
    assert!(effects.contains(&Effect::Focus(FocusTarget::SharedPlan)));
    assert_eq!(tab.session.review_draft(), None);
    assert_eq!(store.names(), [""; 0]);
}

#[test]
fn a_draft_comes_back_after_a_reload() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    score(&mut tab, 3);
    say(&mut tab, "Well done");
    assert_eq!(tab.session.review_failure(), None);
    // Nothing of it is among the reader's own.
    assert!(tab.session.document().is_empty());
    tab.reload();
    assert_eq!(tab.session.review_draft(), None);
    tab.send(Event::FindDrafts);
    let drafts = tab.session.review_drafts().to_vec();
    assert_eq!(drafts, [(plan_hash(&sam()), "sam.json".to_owned())]);
    tab.send(Event::OpenDraft(drafts[0].0.clone()));
    assert_eq!(comment(&tab), "Well done");
    let view = tab
        .session
        .review_draft()
        .and_then(|it| it.view(&COMPETENCY.into()));
    assert_eq!(view, Score::new(3).map(ReaderView::Score));
    // So does opening the file again.
    tab.reload();
    read(&mut tab, "another-name.json", sam());
    assert_eq!(comment(&tab), "Well done");
}

#[test]
fn several_plans_have_a_draft_each() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    say(&mut tab, "To Sam");
    read(&mut tab, "alex.json", alex());
    assert_eq!(comment(&tab), "");
    say(&mut tab, "To Alex");
    let others: Vec<_> = tab
        .session
        .review_drafts()
        .iter()
        .map(|it| it.1.as_str())
        .collect();
    assert_eq!(others, ["sam.json"]);
    read(&mut tab, "sam.json", sam());
    assert_eq!(comment(&tab), "To Sam");
    tab.send(Event::RemoveDraft(plan_hash(&sam())));
    assert_eq!(tab.session.review_draft(), None);
    assert_eq!(store.get(&key(&sam())), None);
    assert_eq!(store.get(&beside(&sam())), None);
    assert!(store.get(&key(&alex())).is_some());
}

#[test]
fn two_tabs_of_one_draft() {
    let store = Fake::default();
    let mut one = Tab::load("a", &store);
    let mut other = Tab::load("b", &store);
    read(&mut one, "sam.json", sam());
    score(&mut one, 1);
    read(&mut other, "sam.json", sam());
    say(&mut one, "From one");
    score(&mut other, 4);
    assert_eq!(comment(&other), "From one");
    say(&mut one, "From one, more");
    let view = |tab: &Tab| {
        tab.session
            .review_draft()
            .and_then(|it| it.view(&COMPETENCY.into()))
    };
    assert_eq!(view(&one), Score::new(4).map(ReaderView::Score));
    // What one wrote shows in the other at once, and is not doubled by it.
    other.send(Event::FindDrafts);
    assert_eq!(comment(&other), "From one, more");
    say(&mut other, "From other");
    one.send(Event::FindDrafts);
    assert_eq!(comment(&one), "From other");
    score(&mut one, 2);
    assert_eq!(comment(&one), "From other");
    // Removed in one, it is still in front of whoever reads the other.
    other.send(Event::RemoveDraft(plan_hash(&sam())));
    one.send(Event::FindDrafts);
    assert_eq!(comment(&one), "From other");
    assert_eq!(store.get(&key(&sam())), None);
    // Begun in both at once: one draft, and both comments.
    let store = Fake::default();
    let (mut one, mut other) = (Tab::load("a", &store), Tab::load("b", &store));
    read(&mut one, "sam.json", sam());
    read(&mut other, "sam.json", sam());
    say(&mut one, "One");
    say(&mut other, "Other");
    assert_eq!(comment(&other), "One\n\nOther");
}

#[test]
fn where_nothing_can_be_stored_the_page_has_it_and_says_so() {
    let errors = [
        StoreError::Blocked,
        StoreError::Full,
        StoreError::Other("DataError".into()),
    ];
    for error in errors {
        let store = Fake::default();
        let mut tab = Tab::load("a", &store);
        read(&mut tab, "sam.json", sam());
        say(&mut tab, "Before");
        let before = store.get(&key(&sam()));
        store.fail(Fails::Always(error.clone()));
        say(&mut tab, "Before, and after");
        assert_eq!(comment(&tab), "Before, and after");
        assert_eq!(tab.session.review_failure(), Some(&error));
        // What was stored before still is, and the file has everything.
        assert_eq!(store.get(&key(&sam())), before);
        let file = saved(&mut tab);
        assert_eq!(file.comment, "Before, and after");
        store.fail(Fails::Never);
        score(&mut tab, 2);
        assert_eq!(tab.session.review_failure(), None);
        assert!(
            store
                .get(&key(&sam()))
                .is_some_and(|it| it.contains("and after"))
        );
    }
}

#[test]
fn no_single_failure_loses_a_word() {
    for failing in 0..12 {
        let store = Fake::default();
        let mut tab = Tab::load("a", &store);
        store.fail(Fails::At(failing, StoreError::Full));
        read(&mut tab, "sam.json", sam());
        say(&mut tab, "Kept");
        assert_eq!(comment(&tab), "Kept", "call {failing}");
        say(&mut tab, "Kept too");
        assert_eq!(comment(&tab), "Kept too", "call {failing}");
        store.fail(Fails::Never);
        score(&mut tab, 2);
        let mut again = Tab::load("b", &store);
        read(&mut again, "sam.json", sam());
        assert_eq!(comment(&again), "Kept too", "call {failing}");
    }
}

#[test]
fn with_room_for_the_draft_alone_the_plan_is_asked_for_again() {
    let store = Fake::default();
    store.quota.set(Some(1_500));
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    let room = store.quota.get();
    store.quota.set(Some(sam().len()));
    say(&mut tab, "Small");
    assert_eq!(tab.session.review_failure(), None, "{room:?}");
    assert_eq!(store.get(&beside(&sam())), None);
    tab.reload();
    tab.send(Event::OpenDraft(plan_hash(&sam())));
    tab.says("Open that plan file again");
    read(&mut tab, "sam.json", sam());
    assert_eq!(comment(&tab), "Small");
}

/// What the review file says.
fn saved(tab: &mut Tab) -> Review {
    saved_file(tab).review
}

/// The review file as it is saved.
fn saved_file(tab: &mut Tab) -> OpenedReview {
    let effects = tab.send(Event::SaveReview);
    let text = effects.into_iter().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text),
        _ => None,
    });
    let text = text.expect("a file");
    decode_review(text.as_bytes(), &KnownIds::default()).expect("it opens")
}

#[test]
fn the_file_names_the_plan_by_its_bytes() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    say(&mut tab, "Well done");
    let review = saved(&mut tab);
    assert_eq!(review.of.sha256, plan_hash(&sam()));
}

#[test]
fn what_was_saved_as_a_file_is_kept_until_the_plan_is_closed() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    say(&mut tab, "Well done");
    let first = saved_file(&mut tab).id;
    tab.send(Event::ReviewGiven);
    assert!(tab.session.review_is_saved());
    // It can be put right, and is a file of the same view.
    say(&mut tab, "Well done!");
    assert!(!tab.session.review_is_saved());
    assert_eq!(saved_file(&mut tab).id, first);
    tab.send(Event::ReviewGiven);
    assert!(store.get(&key(&sam())).is_some());
    tab.send(Event::CloseSharedPlan);
    assert_eq!(store.names(), [""; 0]);
    // Closed without a file, it is kept and listed.
    read(&mut tab, "sam.json", sam());
    say(&mut tab, "Not sent");
    tab.send(Event::CloseSharedPlan);
    assert_eq!(tab.session.review_drafts().len(), 1);
    read(&mut tab, "sam.json", sam());
    assert_eq!(comment(&tab), "Not sent");
    // Where nothing can be removed, that is said.
    tab.send(Event::ReviewGiven);
    store.fail(Fails::Always(StoreError::Blocked));
    tab.send(Event::CloseSharedPlan);
    tab.says("did not remove your view");
}

#[test]
fn an_action_without_words_goes_into_no_file() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    for (id, title) in [("own:1", ""), ("own:2", "Visit"), ("own:3", "  ")] {
        let agree = ReviewEdit::Agree(id.into(), title.into());
        tab.send(Event::EditReview(agree));
    }
    let actions = saved(&mut tab).actions;
    let titles: Vec<_> = actions.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Visit"]);
}

#[test]
fn removing_a_view_is_asked_about() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    say(&mut tab, "Well done");
    tab.send(Event::AskRemoveDraft(plan_hash(&sam())));
    assert!(tab.session.has_dialog());
    tab.send(Event::CloseDialog);
    assert_eq!(comment(&tab), "Well done");
    tab.send(Event::AskRemoveDraft(plan_hash(&sam())));
    tab.send(Event::RemoveDraft(plan_hash(&sam())));
    assert!(!tab.session.has_dialog());
    assert_eq!(tab.session.review_draft(), None);
    assert_eq!(tab.session.plan_being_read(), None);
    tab.says("not in this browser any more");
}

#[test]
fn the_frame_says_that_a_view_is_kept() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    let said = |tab: &Tab| tab.session.save_status().1;
    assert_eq!(said(&tab), "Nothing to save yet.");
    say(&mut tab, "Well done");
    assert_eq!(said(&tab), "Your view is kept in this browser.");
    store.fail(Fails::Always(StoreError::Full));
    say(&mut tab, "Well done, and more");
    assert_eq!(said(&tab), "Nothing to save yet.");
}

#[test]
fn removing_everything_takes_drafts_too_and_can_be_undone() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    say(&mut tab, "Well done");
    // It is named, whether its plan is open or not.
    let named = |tab: &Tab| {
        let dialog = tab.session.frame(super::tab::today()).dialog;
        format!("{dialog:?}").contains("your view of “sam.json”")
    };
    tab.send(Event::AskRemoveEverything);
    assert!(named(&tab));
    tab.send(Event::CloseDialog);
    tab.reload();
    tab.send(Event::AskRemoveEverything);
    assert!(named(&tab));
    tab.send(Event::ConfirmRemoval);
    assert_eq!(store.names(), [""; 0]);
    tab.send(Event::UndoRemoval);
    assert!(
        store
            .get(&key(&sam()))
            .is_some_and(|it| it.contains("Well done"))
    );
}

/// A review file of somebody's plan.
fn review_file(store: &Fake) -> Vec<u8> {
    let mut reader = Tab::load("reader", store);
    read(&mut reader, "sam.json", sam());
    say(&mut reader, "Well done");
    score(&mut reader, 4);
    let effects = reader.send(Event::SaveReview);
    let text = effects.into_iter().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text),
        _ => None,
    });
    text.expect("a file").into_bytes()
}

#[test]
fn a_review_is_shown_before_it_is_taken_in_and_can_be_undone_and_removed() {
    let file = review_file(&Fake::default());
    let store = Fake::default();
    let mut tab = Tab::load("worker", &store);
    tab.answer_and_save(&["local-induction/supervision"]);
    read(&mut tab, "waymark-review.json", file.clone());
    let dialog = tab
        .session
        .frame(super::tab::today())
        .dialog
        .expect("a question");
    assert!(format!("{dialog:?}").contains("Well done"));
    assert_eq!(tab.session.document().reviews().count(), 0);
    tab.send(Event::CloseDialog);
    assert_eq!(tab.session.document().reviews().count(), 0);
    read(&mut tab, "waymark-review.json", file.clone());
    tab.send(Event::TakeInReview);
    assert_eq!(tab.session.document().reviews().count(), 1);
    let kept = stored(&store, DOCUMENT).expect("stored");
    assert_eq!(kept.reviews().count(), 1);
    tab.send(Event::Undo);
    assert_eq!(tab.session.document().reviews().count(), 0);
    // And once more: the same review does not stand twice.
    for _ in 0..2 {
        read(&mut tab, "waymark-review.json", file.clone());
        tab.send(Event::TakeInReview);
    }
    assert_eq!(tab.session.document().reviews().count(), 1);
    let id: ReviewId = {
        let mut reviews = tab.session.document().reviews();
        reviews.next().expect("one").0.clone()
    };
    tab.send(Event::AskRemoveReview(id.clone()));
    assert!(tab.session.has_dialog());
    tab.send(Event::CloseDialog);
    assert_eq!(tab.session.document().reviews().count(), 1);
    tab.send(Event::AskRemoveReview(id.clone()));
    tab.send(Event::RemoveReview(id));
    assert!(!tab.session.has_dialog());
    assert_eq!(tab.session.document().reviews().count(), 0);
    tab.says("The view was removed.");
}

#[test]
fn a_draft_that_cannot_be_read_is_never_written_over() {
    let store = Fake::default();
    store.put(&key(&sam()), "damaged");
    let mut tab = Tab::load("a", &store);
    read(&mut tab, "sam.json", sam());
    assert_eq!(store.get(&key(&sam())).as_deref(), Some("damaged"));
    say(&mut tab, "Anew");
    let aside = format!("waymark:/:unread-review:{}", plan_hash(&sam()));
    assert_eq!(store.get(&aside).as_deref(), Some("damaged"));
    tab.says("could not be read");
    say(&mut tab, "Anew, and more");
    assert_eq!(store.get(&aside).as_deref(), Some("damaged"));
    assert_eq!(comment(&tab), "Anew, and more");
}

#[test]
fn a_review_a_backup_and_plans_dropped_together_come_one_after_the_other() {
    let review = review_file(&Fake::default());
    let store = Fake::default();
    let mut tab = Tab::load("worker", &store);
    tab.answer_and_save(&["local-induction/supervision"]);
    let file = |name: &str, bytes: Vec<u8>| Event::FileChosen {
        name: name.into(),
        bytes,
    };
    tab.send(Event::FilesChosen(vec![
        file("review.json", review),
        file("backup.json", backup_of(&["monday"])),
        file("sam.json", sam()),
        file("alex.json", alex()),
    ]));
    tab.says("Take in “review.json”?");
    tab.says("3 more files you chose follow after this one.");
    tab.press("Put it beside my ratings");
    assert_eq!(tab.session.document().reviews().count(), 1);
    tab.says("Open “backup.json”?");
    tab.press("Put both together");
    assert_eq!(tab.session.document().reviews().count(), 1);
    assert_eq!(tab.session.plan_being_read(), Some(&plan_hash(&sam())));
    say(&mut tab, "Well done");
    tab.send(Event::CloseSharedPlan);
    assert_eq!(tab.session.plan_being_read(), Some(&plan_hash(&alex())));
    assert_eq!(comment(&tab), "");
    let drafts = tab.session.review_drafts().to_vec();
    assert_eq!(drafts, [(plan_hash(&sam()), "sam.json".to_owned())]);
}

#[test]
fn what_a_backup_would_change_of_a_review_is_told_by_its_readers_name() {
    let review = review_file(&Fake::default());
    let store = Fake::default();
    let mut tab = Tab::load("worker", &store);
    tab.answer_and_save(&["local-induction/supervision"]);
    read(&mut tab, "review.json", review);
    tab.send(Event::TakeInReview);
    tab.send(Event::FileChosen {
        name: "backup.json".into(),
        bytes: backup_of(&["monday"]),
    });
    tab.says("What others sent back: 1 removed");
    tab.says("What others sent back: somebody’s view of your plan. Now: ");
    tab.says("comment “Well done”");
}
