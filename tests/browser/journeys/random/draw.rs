//! What is done, drawn from a seed: the same from the same seed everywhere.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::action::{
    Action, about_the_worker, action, of_a_competency, of_requirements, of_topics, said,
};

/// One thing that is done or that happens.
#[derive(Clone, Debug)]
pub enum Step {
    Do(Action),
    /// In a second tab.
    Elsewhere(Action),
    /// One thing here and another in the second tab, before either is stored.
    InBoth(Action, Action),
    /// While there is no room left in the browser.
    WhileFull(Vec<Action>),
    /// While the server is not there.
    WhileAway(Vec<Action>),
    /// A file that cannot be opened.
    BadFile(&'static str),
    /// Another file in place of what is here, or put together with it; and back.
    OpenAndUndo(&'static str, bool),
    RemoveAndPutBack,
    /// A backup is saved, everything is removed, the backup is opened.
    Restore,
    /// Somebody's plan is answered: which statement, and a comment.
    AnswerPlan(&'static str, String),
    /// What a reader sent back is taken in.
    TakeReview,
    /// An action that was agreed is taken on, or not.
    Agree(&'static str, bool),
    RemoveReview,
    /// The host changes `local.json`, and the page is loaded again.
    ChangePack(&'static str),
    /// The browser is closed and opened again.
    CloseBrowser,
}

/// How far it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// What a worker does on a good day.
    Everyday,
    /// That, and all that goes wrong around it.
    Everything,
}

/// So many steps of a seed.
pub fn drawn(seed: u64, count: usize, range: Range) -> Vec<Step> {
    let parts = (1..=4_u64).flat_map(|part| seed.wrapping_mul(part).to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &parts.collect::<Vec<u8>>());
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let step = match range {
        Range::Everyday => action().prop_map(Step::Do).boxed(),
        Range::Everything => prop_oneof![7 => action().prop_map(Step::Do), 3 => mishap()].boxed(),
    };
    let all = proptest::collection::vec(step, count);
    let all = all.new_tree(&mut runner).expect("nothing is filtered");
    all.current()
}

fn mishap() -> BoxedStrategy<Step> {
    let other_room = || prop_oneof![of_a_competency(), of_topics(), of_requirements()];
    // What is not stored does not survive a reload, and the page says so.
    let stays = || {
        action().prop_map(|action| match action {
            Action::Reload => Action::Look("#/"),
            other => other,
        })
    };
    let some = |of: BoxedStrategy<Action>| proptest::collection::vec(of, 1..4);
    let bad = vec![
        "photograph.jpg",
        "empty.json",
        "not-json.json",
        "cut-short.json",
        "utf-16-big.json",
        "newer-version.json",
        "other-program.json",
        "score-6.json",
        "web-page.json",
    ];
    let files = vec![
        "smallest.json",
        "zero-no-opportunity-cleared.json",
        "backup.json",
    ];
    let packs = vec![
        "mallowshire.json",
        "helps-with-everything.json",
        "nothing-in-it.json",
        "refused/broken.json",
        "refused/empty.json",
    ];
    let agreed = vec!["Practise Promoting Autonomy", "Shadow a first visit"];
    prop_oneof![
        4 => action().prop_map(Step::Elsewhere),
        3 => (about_the_worker(), other_room()).prop_map(|(here, there)| Step::InBoth(here, there)),
        2 => some(stays().boxed()).prop_map(Step::WhileFull),
        2 => some(action()).prop_map(Step::WhileAway),
        2 => select(bad).prop_map(Step::BadFile),
        2 => (select(files), any::<bool>()).prop_map(|(file, merge)| Step::OpenAndUndo(file, merge)),
        1 => Just(Step::RemoveAndPutBack),
        1 => Just(Step::Restore),
        2 => (select(vec!["0", "1", "2", "3", "4", "5", "not-seen"]), said())
            .prop_map(|(seen, comment)| Step::AnswerPlan(seen, comment)),
        1 => Just(Step::TakeReview),
        2 => (select(agreed), any::<bool>()).prop_map(|(title, yes)| Step::Agree(title, yes)),
        1 => Just(Step::RemoveReview),
        2 => select(packs).prop_map(Step::ChangePack),
        1 => Just(Step::CloseBrowser),
    ]
    .boxed()
}
