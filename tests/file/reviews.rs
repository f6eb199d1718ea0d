//! What a reader of a plan sends back: opened, refused, taken in, taken out.

use std::{env, fs};

use waymark::domain::dates::{Day, Month};
use waymark::domain::document::{
    ActionEdit, AgreedAction, ChangeError, Document, ReaderView, Review, ReviewRating,
    ReviewedPlan, SinceAgreed,
};
use waymark::domain::file::{
    AnyFile, FileRemark, FrameworkName, OpenedReview, Refusal, decode_any, decode_review,
    encode_review, file_name_of, merge,
};
use waymark::domain::ids::{ActionId, PlanHash, ReviewId};
use waymark::domain::limits;
use waymark::domain::plan_hash::plan_hash;
use waymark::domain::score::Score;

use crate::support::{
    assert_valid, at, fixture, fixture_path, fixtures, header, known, open, reopened, schema,
    stored,
};

const NOW: &str = "2026-11-25T10:00:00Z";

fn id() -> ReviewId {
    ReviewId::from("review-9a1")
}

fn autonomy() -> ActionId {
    ActionId::from("practise:promoting-autonomy")
}

fn visit() -> ActionId {
    ActionId::from("own:b32")
}

/// A supervisor's view of the plan in `plan-default.json`.
pub fn review() -> Review {
    let of = ReviewedPlan::new(
        Day::parse("2026-11-23"),
        plan_hash(&fixture("plan-default.json")),
    );
    let mut review = Review::new(Day::parse("2026-11-25").expect("a day"), of);
    review.reviewer.name = "Jo Sample".into();
    review.reviewer.role = "Supervisor".into();
    review.comment = "A good half-year.\nنعم 👍".into();
    let score = |score| ReaderView::Score(Score::new(score).expect("0 to 5"));
    for (competency, view) in [
        ("person-centred-approach", score(3)),
        ("promoting-autonomy", score(2)),
        ("self-monitoring", ReaderView::NotSeen),
    ] {
        let rating = ReviewRating::new(view);
        review.ratings.insert(competency.into(), rating);
    }
    let title = "Practise Promoting Autonomy";
    review.actions = vec![
        AgreedAction::new(autonomy(), title, Month::parse("2027-02")),
        AgreedAction::new(visit(), "Shadow a first visit", None),
    ];
    review.next_review = Day::parse("2027-05-20");
    review
}

fn open_review(bytes: &[u8]) -> Result<OpenedReview, Refusal> {
    decode_review(bytes, &known())
}

fn with_review() -> Document {
    let mut document = Document::default();
    let taken = document.receive_review(&id(), review(), at(NOW));
    assert_eq!(taken, Ok(()));
    document
}

#[test]
fn a_review_is_written_as_the_fixture_says() {
    let text = encode_review(&id(), &review(), &header(), false);
    let name = "reviews/review.json";
    if env::var_os("WAYMARK_WRITE_FIXTURES").is_some() {
        fs::write(fixture_path(name), &text).expect("written");
    }
    assert_eq!(String::from_utf8(fixture(name)).expect("text"), text);
    let opened = open_review(text.as_bytes()).expect("it opens");
    assert_eq!(opened.remarks, []);
    assert_eq!((opened.id, opened.review), (id(), review()));
    let day = Day::parse("2026-11-25").expect("a day");
    assert_eq!(
        file_name_of("review", None, day),
        "waymark-review-2026-11-25.json"
    );
}

#[test]
fn a_file_is_told_by_what_it_says_it_is() {
    for (name, is_review) in [
        ("reviews/review.json", true),
        ("plan-default.json", false),
        ("backup.json", false),
    ] {
        let opened = decode_any(&fixture(name), &known()).expect("it opens");
        assert_eq!(matches!(opened, AnyFile::Review(_)), is_review, "{name}");
    }
    // A document's reader is not handed a review, nor the other way round.
    let wrong = |wanted| Refusal::WrongKind {
        path: "kind".into(),
        wanted,
    };
    assert_eq!(
        open(&fixture("reviews/review.json")).err(),
        Some(wrong("one of: plan backup"))
    );
    assert_eq!(
        open_review(&fixture("backup.json")).err(),
        Some(wrong("one of: review"))
    );
}

/// Opens a review, checks its remarks, and that it is kept in a document as
/// it was.
fn check(name: &str, remarks: &[FileRemark]) -> Review {
    let name = format!("reviews/{name}");
    let opened = open_review(&fixture(&name)).unwrap_or_else(|why| panic!("{name}: {why:?}"));
    assert_eq!(opened.remarks, remarks, "{name}");
    let again = encode_review(&opened.id, &opened.review, &header(), true);
    let again = open_review(again.as_bytes()).expect("it opens again");
    assert_eq!((&again.id, &again.review), (&opened.id, &opened.review));
    let mut document = Document::default();
    document
        .receive_review(&opened.id, opened.review.clone(), at(NOW))
        .expect("it is taken in");
    let kept = reopened(&stored(&document));
    assert_eq!(kept, document, "{name}");
    assert_eq!(kept.review(&opened.id), Some(&opened.review), "{name}");
    opened.review
}

#[test]
fn opened_with_a_remark() {
    let unknown = |path: &str| FileRemark::UnknownField { path: path.into() };
    check(
        "unknown-fields.json",
        &[
            unknown("framework › edition"),
            unknown("reviewer › pronouns"),
            unknown("of › size"),
            unknown("ratings › promoting-autonomy › sure"),
            unknown("actions › 1 › cost"),
            unknown("mood"),
        ],
    );
    check(
        "unknown-competency.json",
        &[FileRemark::UnknownId {
            path: "ratings".into(),
            id: "juggling".into(),
        }],
    );
    let framework = FrameworkName {
        id: "another-county".into(),
        version: "1.0".into(),
    };
    check(
        "other-framework.json",
        &[FileRemark::OtherFramework { framework }],
    );
    let review = check("markup-and-right-to-left.json", &[]);
    assert!(review.comment.starts_with("<script>alert(1)</script>"));
    assert!(review.reviewer.name.contains('\u{202e}'));
    let review = check("smallest.json", &[]);
    assert!(review.is_empty());
}

fn expected(name: &str) -> Refusal {
    let wrong = |path: &str, wanted| Refusal::WrongKind {
        path: path.into(),
        wanted,
    };
    let missing = |path: &str| Refusal::Missing { path: path.into() };
    let twice = |path: &str| Refusal::Contradiction { path: path.into() };
    match name {
        "no-id.json" => missing("id"),
        "no-plan.json" => missing("of"),
        "no-hash.json" => missing("of › sha256"),
        "empty-hash.json" => wrong("of › sha256", "a name"),
        "not-saved.json" => missing("created"),
        "newer-version.json" => Refusal::NewerVersion,
        "score-6.json" => Refusal::NotAScore {
            path: "ratings › promoting-autonomy › score".into(),
        },
        "seen-and-not-seen.json" => twice("ratings › promoting-autonomy"),
        "entries-of-a-plan.json" => {
            wrong("ratings › promoting-autonomy", "a group of named fields")
        }
        "one-action-twice.json" => twice("actions › 2"),
        "action-without-id.json" => missing("actions › 1 › id"),
        "month-13.json" => wrong("actions › 1 › month", "a month such as 2026-11"),
        "next-review-never.json" => wrong("next_review", "a date such as 2026-11-23"),
        "comment-too-long.json" => Refusal::TooLong {
            path: "comment".into(),
            most: limits::REVIEW_COMMENT.most,
            units: limits::REVIEW_COMMENT.most + 1,
        },
        "actions-too-many.json" => Refusal::TooMany {
            path: "actions".into(),
            most: limits::REVIEW_ACTIONS.most,
            count: limits::REVIEW_ACTIONS.most + 1,
        },
        other => panic!("no refusal is expected for {other}"),
    }
}

/// What JSON Schema cannot see.
const BEYOND_THE_SCHEMA: [&str; 2] = ["seen-and-not-seen.json", "one-action-twice.json"];

#[test]
fn refused_each_for_its_own_reason() {
    let schema = schema();
    for path in fixtures("reviews/refused/") {
        let name = path.trim_start_matches("reviews/refused/");
        let refusal = expected(name);
        let bytes = fixture(&path);
        assert_eq!(open_review(&bytes), Err(refusal.clone()), "{name}");
        assert_eq!(decode_any(&bytes, &known()), Err(refusal), "{name}");
        let json = serde_json::from_slice(&bytes).expect("JSON");
        let valid = schema.is_valid(&json);
        assert_eq!(valid, BEYOND_THE_SCHEMA.contains(&name), "{name}");
        // Nor does a document have one like it.
        let review = String::from_utf8(bytes).expect("text");
        if !matches!(name, "no-id.json" | "newer-version.json") {
            let document = format!(
                r#"{{"format":"waymark","version":1,"kind":"backup","reviews":
                {{"r":{{"changed":"2026-11-25T10:00:00Z","review":{review}}}}}}}"#
            );
            assert!(open(document.as_bytes()).is_err(), "{name} in a document");
        }
    }
}

#[test]
fn every_fixture_is_valid_under_the_schema() {
    let schema = schema();
    for name in fixtures("reviews/") {
        let text = String::from_utf8(fixture(&name)).expect("text");
        assert_valid(&schema, &name, &text);
    }
    assert_valid(&schema, "a document", &stored(&with_review()));
}

#[test]
fn agreed_actions_are_taken_on_one_by_one() {
    let mut document = with_review();
    assert_eq!(document.changes().count(), 0);
    document
        .accept_agreed(&id(), &autonomy(), at(NOW))
        .expect("it is agreed");
    let change = document.change(&autonomy()).expect("it is in the plan");
    assert_eq!(change.month, Month::parse("2027-02"));
    assert_eq!(change.own, None);
    assert_eq!(document.agreed(&visit()).count(), 0);
    document
        .accept_agreed(&id(), &visit(), at(NOW))
        .expect("it is agreed");
    let taken = document.change(&visit()).cloned();
    let own = taken.as_ref().and_then(|it| it.own.as_deref());
    assert_eq!(own, Some("Shadow a first visit"));
    // Without a month it stays at the top.
    assert!(taken.as_ref().is_some_and(|it| it.pinned));
    let visit = visit();
    let agreed: Vec<_> = document.agreed(&visit).collect();
    assert_eq!(agreed.len(), 1);
    assert_eq!(agreed[0].0.reviewer.name, "Jo Sample");
    assert_eq!(agreed[0].2, at(NOW).today);
    let gone = document.accept_agreed(&id(), &"own:nobody".into(), at(NOW));
    let id = "own:nobody".into();
    assert_eq!(gone, Err(ChangeError::NotThere { id }));
    assert_eq!(reopened(&stored(&document)), document);
}

#[test]
fn an_action_of_the_workers_own_keeps_its_words() {
    let mut document = with_review();
    let mine = ActionEdit::Own("In my words".into());
    document
        .change_action(&visit(), mine, at(NOW))
        .expect("an action");
    document
        .accept_agreed(&id(), &visit(), at(NOW))
        .expect("it is agreed");
    let own = document.change(&visit()).and_then(|it| it.own.clone());
    assert_eq!(own.as_deref(), Some("In my words"));
}

#[test]
fn what_is_different_since_it_was_agreed() {
    let check = |action: ActionId, edit: Option<ActionEdit>, wanted: &[SinceAgreed]| {
        let mut document = with_review();
        document
            .accept_agreed(&id(), &action, at(NOW))
            .expect("it is agreed");
        if let Some(edit) = edit.clone() {
            document
                .change_action(&action, edit, at(NOW))
                .expect("a change");
        }
        let (_, agreed, _) = document.agreed(&action).next().expect("it is agreed");
        let since = agreed.since(document.change(&action));
        assert_eq!(since, wanted, "{edit:?}");
    };
    let later = Month::parse("2027-06");
    check(autonomy(), None, &[]);
    check(visit(), None, &[]);
    check(autonomy(), Some(ActionEdit::Notes("mine".into())), &[]);
    check(
        autonomy(),
        Some(ActionEdit::Month(later)),
        &[SinceAgreed::Month(later)],
    );
    check(
        autonomy(),
        Some(ActionEdit::Month(None)),
        &[SinceAgreed::Month(None)],
    );
    // It had no month, so one of the worker's own takes nothing back.
    check(visit(), Some(ActionEdit::Month(later)), &[]);
    check(
        visit(),
        Some(ActionEdit::Own("Shadow two visits".into())),
        &[SinceAgreed::Title("Shadow two visits".into())],
    );
    check(
        visit(),
        Some(ActionEdit::Dismissed(Some("no time".into()))),
        &[SinceAgreed::PutAside],
    );
    check(
        autonomy(),
        Some(ActionEdit::Swapped(Some(visit()))),
        &[SinceAgreed::Swapped],
    );
}

#[test]
fn a_newer_copy_takes_the_place_of_the_older() {
    let mut document = with_review();
    for action in [autonomy(), visit()] {
        document
            .accept_agreed(&id(), &action, at(NOW))
            .expect("it is agreed");
    }
    let mut newer = review();
    newer.actions.remove(1);
    newer.comment = "Better".into();
    document
        .receive_review(&id(), newer.clone(), at(NOW))
        .expect("taken in");
    assert_eq!(document.reviews().count(), 1);
    assert_eq!(document.review(&id()), Some(&newer));
    assert_eq!(document.agreed(&autonomy()).count(), 1);
    assert_eq!(document.agreed(&visit()).count(), 0);
}

#[test]
fn a_removed_review_stays_removed_and_its_actions_stay() {
    let mut document = with_review();
    let before = document.clone();
    document
        .accept_agreed(&id(), &visit(), at(NOW))
        .expect("it is agreed");
    document
        .remove_review(&id(), at("2026-11-26T10:00:00Z"))
        .expect("it is there");
    assert_eq!(document.reviews().count(), 0);
    assert!(!stored(&document).contains("Jo Sample"));
    assert!(document.change(&visit()).is_some());
    assert_eq!(reopened(&stored(&document)), document);
    let again = document.remove_review(&id(), at(NOW));
    assert!(matches!(again, Err(ChangeError::NotThere { .. })));
    let merged = merge(&before, &document, at("2026-11-27T10:00:00Z").now).expect("room");
    assert_eq!(merged.document.reviews().count(), 0);
    // What was removed is named.
    assert_eq!(merged.replaced.len(), 1);
}

#[test]
fn two_readers_stand_side_by_side() {
    let (mut one, mut other) = (Document::default(), Document::default());
    one.receive_review(&"r-1".into(), review(), at(NOW))
        .expect("taken in");
    let mut second = review();
    second.reviewer.name = "Alex".into();
    other
        .receive_review(&"r-2".into(), second, at(NOW))
        .expect("taken in");
    let merged = merge(&one, &other, at("2026-11-27T10:00:00Z").now).expect("room");
    assert_eq!(merged.replaced, []);
    let names: Vec<_> = merged
        .document
        .reviews()
        .map(|(_, _, review)| review.reviewer.name.as_str())
        .collect();
    assert_eq!(names, ["Jo Sample", "Alex"]);
}

#[test]
fn texts_and_lists_stop_at_their_limits() {
    let check = |change: fn(&mut Review), wanted: ChangeError| {
        let mut too_much = review();
        change(&mut too_much);
        let mut document = Document::default();
        let refused = document.receive_review(&id(), too_much, at(NOW));
        assert_eq!(refused, Err(wanted));
        assert!(document.is_empty());
    };
    let long = |limit: limits::Limit| ChangeError::TooLong {
        limit,
        units: limit.most + 1,
    };
    check(
        |it| it.reviewer.name = "x".repeat(limits::NAME.most + 1),
        long(limits::NAME),
    );
    check(
        |it| it.reviewer.role = "x".repeat(limits::REVIEWER_ROLE.most + 1),
        long(limits::REVIEWER_ROLE),
    );
    check(
        |it| it.comment = "x".repeat(limits::REVIEW_COMMENT.most + 1),
        long(limits::REVIEW_COMMENT),
    );
    check(
        |it| it.actions[0].title = "x".repeat(limits::TITLE.most + 1),
        long(limits::TITLE),
    );
    check(
        |it| {
            let action = |i: usize| AgreedAction::new(format!("own:{i}").as_str().into(), "", None);
            it.actions = (0..=limits::REVIEW_ACTIONS.most).map(action).collect();
        },
        ChangeError::TooMany {
            limit: limits::REVIEW_ACTIONS,
        },
    );
    check(
        |it| it.actions[1].id = it.actions[0].id.clone(),
        ChangeError::BadId {
            id: autonomy().as_str().into(),
        },
    );
    check(
        |it| it.of.sha256 = PlanHash::from(""),
        ChangeError::BadId { id: String::new() },
    );
}

#[test]
fn of_very_many_saved_plans_the_oldest_is_forgotten() {
    let mut document = Document::default();
    let most = limits::SHARED_PLANS.most;
    for n in 0..=most {
        let day = Day::parse("2026-01-01").expect("a day").plus_days(n as i64);
        let at = at(&format!("{}T09:00:00Z", day.iso()));
        let plan = plan_hash(&[n as u8]);
        document.note_saved_plan(&plan, at).expect("room");
    }
    assert_eq!(document.saved_plans().count(), most);
    let has = |n: u8| document.saved_plans().any(|(it, _)| *it == plan_hash(&[n]));
    assert!(!has(0) && has(1) && has(most as u8));
    assert_eq!(reopened(&stored(&document)), document);
    assert_eq!(document.units(), reopened(&stored(&document)).units());
}
