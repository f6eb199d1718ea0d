//! Where the worker was, what is next, and how far each part is.

use super::*;
use crate::app::tests::Worker;
use crate::domain::document::{EntryChange, Experience, ProfileAnswer, TopicStatus};
use crate::domain::framework::bundled;
use crate::domain::score::Score;

const FIRST: &str = "person-centred-approach";

fn started() -> Worker {
    let mut worker = Worker::new();
    worker.says(ProfileAnswer::Role(Some("care-coordinator".into())));
    worker.says(ProfileAnswer::Experience(Some(Experience::UnderAYear)));
    worker
}

fn score(n: u8) -> EntryChange {
    EntryChange::Rating(Rating::Score(Score::new(n).unwrap()))
}

#[test]
fn the_last_change_says_where_i_was() {
    let mut worker = Worker::new();
    let is = |worker: &Worker| {
        last_place(bundled(), &worker.document).map_or(String::new(), |place| place.href)
    };
    assert_eq!(is(&worker), "");
    worker.says(ProfileAnswer::Name("Sam".to_owned()));
    assert_eq!(is(&worker), "#/about-you");
    worker.rates(FIRST, score(0));
    assert_eq!(is(&worker), "#/assess/person-centred-approach");
    worker.answers("level-1-skills/empathy", Some(TopicStatus::NotYet));
    assert_eq!(is(&worker), "#/topics/level-1-skills");
    worker.says(ProfileAnswer::Name(String::new()));
    assert_eq!(is(&worker), "#/about-you");
    worker.rates("unknown-competency", score(3));
    assert_eq!(is(&worker), "#/assess");
    worker.answers("unknown/topic", None);
    assert_eq!(is(&worker), "#/topics");

    let mut quick = Worker::within_a_second();
    quick.says(ProfileAnswer::Name("Sam".to_owned()));
    quick.rates(FIRST, score(0));
    assert_eq!(is(&quick), "#/assess/person-centred-approach");
}

#[test]
fn what_is_next_is_the_first_thing_open() {
    let is = |worker: &Worker| {
        let next = next(bundled(), &worker.document, worker.today);
        (next.link.href, next.minutes)
    };
    let at = |href: &str, minutes| (href.to_owned(), minutes);
    assert_eq!(is(&Worker::new()), at("#/about-you", Some(1)));
    let mut worker = Worker::new();
    worker.says(ProfileAnswer::Role(Some("care-coordinator".into())));
    let title = next(bundled(), &worker.document, worker.today).link.title;
    assert_eq!(title, "Say how long you have done this");
    let mut worker = started();
    assert_eq!(is(&worker), at("#/assess/person-centred-approach", Some(5)));
    worker.rates(FIRST, EntryChange::Rating(Rating::NoOpportunity));
    assert_eq!(is(&worker), at("#/topics/local-induction", Some(3)));
    for topic in &bundled().topics {
        worker.answers(topic.id.as_str(), Some(TopicStatus::Confident));
    }
    assert_eq!(is(&worker).0, "#/requirements");
    worker.says(ProfileAnswer::Role(Some("other-role".into())));
    worker.rates(FIRST, score(5));
    // The answers now cover more, so that the aim, not chosen, is higher.
    assert_eq!(is(&worker).0, "#/assess/promoting-autonomy");
    worker.says(ProfileAnswer::Aim(Some("early-career".into())));
    assert_eq!(is(&worker), at("#/plan", None));
}

#[test]
fn each_part_says_how_far_it_is() {
    let status = |worker: &Worker, href: &str| {
        tasks(bundled(), &worker.document, "Never saved.")
            .into_iter()
            .find(|task| task.link.href == href)
            .unwrap()
            .status
    };
    let mut worker = started();
    worker.says(ProfileAnswer::Aim(Some("mid-career".into())));
    assert_eq!(
        status(&worker, "#/about-you"),
        "3 of 3 main questions answered"
    );
    assert_eq!(status(&worker, "#/assess"), "0 of 4 rated");
    assert_eq!(status(&worker, "#/topics"), "Nothing answered yet");
    assert_eq!(status(&worker, "#/requirements"), "Nothing answered yet");
    assert_eq!(
        status(&worker, "#/results"),
        "What you have recorded covers Entry"
    );
    assert_eq!(status(&worker, "#/your-data"), "Never saved.");
    worker.rates(FIRST, score(0));
    worker.rates(
        "promoting-autonomy",
        EntryChange::Rating(Rating::NoOpportunity),
    );
    worker.rates("action-planning-and-goal-setting", score(4));
    worker.rates(
        "action-planning-and-goal-setting",
        EntryChange::Rating(Rating::Cleared),
    );
    worker.rates("self-monitoring", score(4));
    assert_eq!(
        status(&worker, "#/assess"),
        "1 of 4 rated, 1 no opportunity yet, 1 cleared"
    );
    worker.answers("level-1-skills/empathy", Some(TopicStatus::NotYet));
    assert!(status(&worker, "#/topics").starts_with("1 of "));
    worker.says(ProfileAnswer::Role(Some("other-role".into())));
    assert_eq!(
        status(&worker, "#/requirements"),
        "The framework lists nothing for your role"
    );
}

#[test]
fn the_day_is_about_what_is_near_past_slipped_or_old() {
    use crate::domain::dates::Month;
    use crate::domain::document::{ActionEdit, ActionStatus};
    let check = |what: &str, change: &dyn Fn(&mut Worker), wanted: &[&str]| {
        let mut worker = started();
        change(&mut worker);
        let said = today_is_about(bundled(), &worker.document, worker.today);
        assert_eq!(said.len(), wanted.len(), "{what}: {said:?}");
        for (line, begins) in said.iter().zip(wanted) {
            assert!(line.sentence.starts_with(begins), "{what}: {line:?}");
            assert!(!line.links.is_empty(), "{what}");
        }
    };
    let review = |days: i64| {
        move |worker: &mut Worker| {
            let day = worker.today.plus_days(days);
            worker.says(ProfileAnswer::NextReview(Some(day)));
        }
    };
    check("nothing", &|_| {}, &[]);
    check("today", &review(0), &["Your review is today."]);
    check("in five days", &review(5), &["Your review is on "]);
    check("in fourteen days", &review(14), &["Your review is on "]);
    check("in fifteen days", &review(15), &[]);
    check("yesterday", &review(-1), &["Your review was on "]);
    let slip = |status: Option<ActionStatus>| {
        move |worker: &mut Worker| {
            let (id, at) = ("own:1".into(), worker.at());
            for edit in [
                ActionEdit::Own("Visit".into()),
                ActionEdit::Month(Month::new(2020, 1)),
                ActionEdit::Status(status),
            ] {
                worker.document.change_action(&id, edit, at).unwrap();
            }
        }
    };
    check("slipped", &slip(None), &["1 action is still open"]);
    check("done", &slip(Some(ActionStatus::Done)), &[]);
    let rated = |days: i64| {
        move |worker: &mut Worker| {
            worker.rates(FIRST, score(3));
            worker.today = worker.today.plus_days(days);
        }
    };
    check("a young rating", &rated(OLD_DAYS - 1), &[]);
    check(
        "an old rating",
        &rated(OLD_DAYS),
        &["1 of your ratings is half a year old"],
    );
}
