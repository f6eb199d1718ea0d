//! The worker's changes over a plan, each by its rule.

use waymark::domain::dates::{Day, Month};
use waymark::domain::document::TopicStatus::*;
use waymark::domain::document::*;
use waymark::domain::framework::model::Target;
use waymark::domain::plan::{ActionKind, Plan, summary, written};

use crate::worker::{Worker, at, find, ids, today};

const DEMENTIA: &str = "resource:dementia-friends";
const DEBT: &str = "job:caseload-topics/debt-management";

/// Two things to learn: one with training, one without.
fn worker() -> Worker {
    Worker::new(
        "social-prescribing-link-worker",
        Experience::OneToTwoYears,
        "entry",
    )
    .answers_all("local-induction", Confident)
    .says(ProfileAnswer::Caseload(Some(
        [
            "caseload-topics/dementia",
            "caseload-topics/debt-management",
        ]
        .map(Into::into)
        .into(),
    )))
}

fn month(month: u32) -> ActionEdit {
    ActionEdit::Month(Month::new(2026, month))
}

#[test]
fn before_any_change() {
    assert_eq!(ids(&worker().plan().next), [DEMENTIA, DEBT]);
}

#[test]
fn done_is_a_record_that_offers_to_answer() {
    let done = ActionEdit::Status(Some(ActionStatus::Done));
    let plan = worker().changes(DEMENTIA, done).plan();
    assert_eq!(
        (ids(&plan.next), ids(&plan.done)),
        (vec![DEBT], vec![DEMENTIA])
    );
    let offers: Vec<_> = plan.done[0]
        .offers()
        .iter()
        .map(|it| it.target.id())
        .collect();
    assert_eq!(offers, ["caseload-topics/dementia"]);
    assert_eq!(find(&plan, DEBT).offers(), []);
    // The answer is the worker's to give; then nothing more is offered.
    let done = ActionEdit::Status(Some(ActionStatus::Done));
    let plan = worker()
        .changes(DEMENTIA, done)
        .answers("caseload-topics/dementia", Confident)
        .plan();
    assert_eq!(plan.done[0].offers(), []);
    assert_eq!(
        plan.done[0].reasons[0].sentence,
        "You marked this as done on 23 November 2026."
    );
    assert!(summary(&plan).ends_with("1 done."), "{}", summary(&plan));
}

#[test]
fn put_aside_gives_way_to_the_next_and_comes_back() {
    let aside = ActionEdit::Dismissed(Some("no computer".into()));
    let worker = worker().changes(DEMENTIA, aside);
    let plan = worker.plan();
    assert_eq!(ids(&plan.dismissed), [DEMENTIA]);
    let about = "caseload-topics/dementia";
    let mut next = plan.next.iter();
    let instead = next.find(|it| it.helps_with[0].target.id() == about);
    assert_eq!(instead.map(|it| it.kind), Some(ActionKind::Learn));
    assert!(written(&plan).iter().all(|it| it.id.as_str() != DEMENTIA));
    let plan = worker.changes(DEMENTIA, ActionEdit::Dismissed(None)).plan();
    assert_eq!(ids(&plan.next), [DEMENTIA, DEBT]);
}

#[test]
fn where_everything_is_put_aside_it_is_open_by_name() {
    let aside = ActionEdit::Dismissed(Some(String::new()));
    let plan = worker().changes(DEBT, aside).plan();
    let open: Vec<_> = plan.open.iter().map(|it| it.title).collect();
    assert_eq!(open, ["Debt management"]);
}

#[test]
fn swapped_for_another_way() {
    let other = "job:caseload-topics/dementia";
    let swap = |to: &str| ActionEdit::Swapped(Some(to.into()));
    let swapped = worker().changes(DEMENTIA, swap(other));
    let plan = swapped.plan();
    assert_eq!(
        (ids(&plan.next), ids(&plan.dismissed)),
        (vec![other, DEBT], vec![DEMENTIA])
    );
    // A swap that leads back, or nowhere, is none.
    for to in [DEMENTIA, "resource:gone", "own:nothing"] {
        let plan = worker().changes(DEMENTIA, swap(to)).plan();
        assert_eq!(ids(&plan.next), [DEMENTIA, DEBT], "{to}");
    }
    let plan = swapped.changes(other, swap(DEMENTIA)).plan();
    assert!(plan.dismissed.is_empty());
    assert_eq!(plan.next.len(), 3);
}

#[test]
fn a_month_that_is_past_has_slipped() {
    let check = |part: ActionEdit, status: Option<ActionStatus>, slipped: bool| {
        let worker = worker()
            .changes(DEBT, part)
            .changes(DEBT, ActionEdit::Status(status));
        let plan = worker.plan();
        assert_eq!(find(&plan, DEBT).slipped, slipped);
        assert!(find(&plan, DEBT).month_is_yours());
    };
    check(month(10), None, true);
    check(month(10), Some(ActionStatus::Doing), true);
    check(month(10), Some(ActionStatus::Done), false);
    check(month(11), None, false);
    check(month(12), None, false);
}

#[test]
fn pinned_and_begun_come_first() {
    for part in [
        ActionEdit::Pinned(true),
        ActionEdit::Status(Some(ActionStatus::Doing)),
        month(11),
    ] {
        let plan = worker().changes(DEBT, part).plan();
        assert_eq!(ids(&plan.next), [DEBT, DEMENTIA]);
    }
    // But not before safety.
    let plan = worker()
        .answers("local-induction/clinical-escalation", NotYet)
        .changes(DEBT, ActionEdit::Pinned(true))
        .plan();
    let first = "ask:local-induction/clinical-escalation";
    assert_eq!(ids(&plan.next), [first, DEBT, DEMENTIA]);
}

#[test]
fn a_note_moves_nothing() {
    let starting = |experience| {
        Worker::new("social-prescribing-link-worker", experience, "early-career")
            .rates("person-centred-approach", 1)
    };
    for worker in [
        worker(),
        starting(Experience::JustStarting),
        starting(Experience::ThreeYearsOrMore),
    ] {
        let before = worker.plan();
        let order = |plan: &Plan| -> Vec<String> {
            let all = plan.actions().map(|it| it.id.to_string());
            all.collect()
        };
        for action in before.actions() {
            let note = ActionEdit::Notes("a word".into());
            let after = worker.clone().changes(action.id.as_str(), note).plan();
            assert_eq!(order(&after), order(&before), "a note on {}", action.id);
        }
    }
}

#[test]
fn an_action_of_ones_own() {
    let plan = worker()
        .changes("own:1", ActionEdit::Own("Visit the library".into()))
        .plan();
    let own = find(&plan, "own:1");
    assert_eq!(
        (own.title.as_str(), own.kind),
        ("Visit the library", ActionKind::Own)
    );
    assert_eq!(own.reasons[0].sentence, "This is an action of your own.");
}

#[test]
fn a_course_nearby_comes_before_what_is_listed() {
    let mut worker = worker();
    let mut course = Course::new("Dementia day", "The hospital", at());
    course.helps_with = vec![Target::Topic("caseload-topics/dementia".into())];
    worker
        .0
        .put_course(&"c1".into(), course, at())
        .expect("a course");
    let plan = worker.plan();
    assert_eq!(ids(&plan.next), ["resource:c1", DEBT]);
    let ways = &plan.next[0].other_ways;
    assert!(ways.iter().any(|it| it.id.as_str() == DEMENTIA), "{ways:?}");
}

#[test]
fn a_better_link_takes_the_place_of_the_listed_one() {
    let mut worker = worker();
    let better = "https://example.org/dementia";
    worker
        .0
        .replace_link(&"dementia-friends".into(), better, at())
        .expect("a link");
    let plan = worker.plan();
    let learning = find(&plan, DEMENTIA).resource.as_ref().expect("a resource");
    assert_eq!(
        (learning.url.as_deref(), learning.replaced),
        (Some(better), true)
    );
}

#[test]
fn months_follow_the_hours_there_are() {
    let check = |hours: u16, start: Option<Day>, months: [Option<&str>; 3]| {
        let plan = worker()
            .answers("local-induction/mandatory-training", NotYet)
            .says(ProfileAnswer::HoursAMonth(Some(LearningHours::Known(
                hours,
            ))))
            .says(ProfileAnswer::Start(start))
            .plan();
        let found = plan.next.iter().map(|it| it.month.map(|it| it.iso()));
        let months = months.map(|it| it.map(str::to_owned));
        assert_eq!(found.collect::<Vec<_>>(), months, "{hours} hours");
    };
    // Answered on the 23rd, so the first month is the next. What is learned for
    // safety comes first and takes no hours; the others take about one each.
    let [first, second] = [Some("2026-12"), Some("2027-01")];
    check(0, None, [None, None, None]);
    check(744, None, [first, second, second]);
    check(4, None, [first, second, second]);
    check(1, None, [first, second, Some("2027-02")]);
    let [now, next] = [Some("2027-02"), Some("2027-03")];
    check(744, Day::new(2027, 1, 4), [second, now, now]);
    check(744, Day::new(2027, 1, 30), [now, next, next]);
}

#[test]
fn a_suggested_month_that_has_passed_asks_and_does_not_slide() {
    let worker = worker().says(ProfileAnswer::HoursAMonth(Some(LearningHours::Known(4))));
    let month = |day: &str| {
        let plan = worker.clone().on(day).plan();
        let action = find(&plan, DEBT);
        let asks = plan
            .notes
            .iter()
            .any(|it| matches!(it, waymark::domain::plan::Note::MonthsPassed(_)));
        assert!(action.month_is_suggested() && !action.slipped);
        (action.month.expect("a month").iso(), action.overtaken, asks)
    };
    let is = |passed| ("2026-12".to_owned(), passed, passed);
    assert_eq!(month("2026-11-23"), is(false));
    assert_eq!(month("2026-12-31"), is(false));
    assert_eq!(month("2027-01-01"), is(true));
    assert_eq!(month("2027-05-28"), is(true));
    // An answer counts them anew, and the plan says from when.
    let again = worker
        .clone()
        .on("2027-05-10")
        .answers("caseload-topics/debt-management", InProgress);
    let plan = again.plan();
    assert_eq!(plan.months_from, Day::new(2027, 5, 10));
    assert!(!find(&plan, DEBT).overtaken);
}

#[test]
fn just_starting_ends_half_a_year_after_the_start_day() {
    let starting = |start: Option<&str>, day: &str| {
        let worker = Worker::default()
            .on("2026-01-12")
            .says(ProfileAnswer::Experience(Some(Experience::JustStarting)))
            .says(ProfileAnswer::Start(start.and_then(Day::parse)))
            .on(day);
        let plan = worker.plan();
        let asks = plan
            .notes
            .iter()
            .any(|it| matches!(it, waymark::domain::plan::Note::StillStarting(_)));
        let to_do = plan
            .actions()
            .any(|it| it.id.as_str() == "ask:local-induction/it-systems");
        assert!(asks != to_do, "{start:?} {day}");
        to_do
    };
    assert!(starting(Some("2026-03-02"), "2026-08-31"));
    assert!(!starting(Some("2026-03-02"), "2026-09-01"));
    // Without a start day, after they said so.
    assert!(starting(None, "2026-07-13"));
    assert!(!starting(None, "2026-07-14"));
}

#[test]
fn an_action_agreed_with_a_reader_stands_among_the_next() {
    let own = "own:agreed";
    let far = Month::parse("2027-09");
    let busy = Worker::new(
        "social-prescribing-link-worker",
        Experience::JustStarting,
        "early-career",
    );
    let mine = busy.changes(own, ActionEdit::Own("Visit the library".into()));
    let plan = mine.clone().changes(own, ActionEdit::Month(far)).plan();
    assert!(ids(&plan.later).contains(&own));
    let mut review = Review::new(today(), ReviewedPlan::new(None, "00ff".into()));
    let agreed = AgreedAction::new(own.into(), "Visit the library", far);
    review.actions.push(agreed);
    let plan = mine.agrees(review, own).plan();
    assert!(ids(&plan.next).contains(&own));
}
