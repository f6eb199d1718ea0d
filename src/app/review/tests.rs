//! What a reader sees and says, and what the worker makes of it.

use super::*;
use crate::domain::dates::Moment;
use crate::domain::dates::{Day, Month};
use crate::domain::document::{
    ActionEdit, AgreedAction, ClockReading, Document, EntryChange, Experience, ProfileAnswer,
    Rating, ReaderView, Review, ReviewRating, ReviewedPlan, WhichEntry,
};
use crate::domain::example::Example;
use crate::domain::file::{Header, KnownIds, OpenedFile, Purpose, ShareOption, decode, encode};
use crate::domain::framework::bundled;
use crate::domain::ids::{CompetencyId, PlanHash, ReviewId};
use crate::domain::plan;
use crate::domain::score::Score;

fn at(moment: &str) -> ClockReading {
    let now = Moment::parse(moment).expect("a moment");
    ClockReading {
        now,
        today: now.utc_day(),
    }
}

fn now() -> ClockReading {
    at("2026-11-23T10:00:00Z")
}

fn score(score: u8) -> Score {
    Score::new(score).expect("0 to 5")
}

const AUTONOMY: &str = "promoting-autonomy";
const MONITORING: &str = "self-monitoring";

/// A worker who rated two competencies.
fn worker() -> Document {
    let mut document = Document::new("doc".into()).expect("an id");
    for (competency, given) in [(AUTONOMY, 2), (MONITORING, 4)] {
        let which = WhichEntry::Today {
            new: competency.into(),
        };
        let rating = EntryChange::Rating(Rating::Score(score(given)));
        document
            .rate(&competency.into(), which, rating, now())
            .expect("a rating");
    }
    document
}

fn shared(document: &Document, ticks: &[ShareOption]) -> OpenedFile {
    let known = KnownIds::of(bundled());
    let header = Header {
        created: now().now,
        app: "test".into(),
        framework: known.framework.clone(),
    };
    let actions = plan::write_out(bundled(), document, now().today);
    let text = encode(document, Purpose::Plan(ticks), &header, &actions);
    decode(text.as_bytes(), &known).expect("it opens")
}

fn empty() -> Review {
    Review::new(now().today, ReviewedPlan::new(None, PlanHash::from("00ff")))
}

fn said(views: &[(&str, ReaderView)]) -> Review {
    let mut review = empty();
    for (competency, view) in views {
        let id = CompetencyId::from(*competency);
        review.ratings.insert(id, ReviewRating::new(*view));
    }
    review
}

#[test]
fn what_the_tool_says_is_worded_for_whoever_reads() {
    for (to_the_worker, to_the_reader) in [
        (
            "You rated Promoting Autonomy 2; Mid-career looks for 3.",
            "They rated Promoting Autonomy 2; Mid-career looks for 3.",
        ),
        (
            "You said that you are just starting, and your post is scheme-funded.",
            "They said that they are just starting, and their post is scheme-funded.",
        ),
        ("Ask your employer for it.", "Ask their employer for it."),
        ("It helps you with this.", "It helps them with this."),
        (
            "If you’ve done it yourself.",
            "If they have done it themselves.",
        ),
        (
            "This is for you: you asked.",
            "This is for them: they asked.",
        ),
        (
            "A young person’s course, “Youth”.",
            "A young person’s course, “Youth”.",
        ),
        ("", ""),
        ("नमस्ते 👍 you", "नमस्ते 👍 they"),
    ] {
        assert_eq!(third_person(to_the_worker), to_the_reader);
    }
}

#[test]
fn no_reason_of_a_plan_speaks_to_its_reader() {
    use crate::domain::document::{RequirementStatus, TopicStatus};
    let everything = |status, required, rating, experience| {
        let worker = Example::new().says(ProfileAnswer::Experience(Some(experience)));
        let worker = bundled().sections.iter().fold(worker, |it, section| {
            it.section(section.id.as_str(), status)
        });
        let mut roles = bundled().roles.iter().flat_map(|it| it.requirements.iter());
        let worker = roles.by_ref().fold(worker, |it, requirement| {
            it.requirement(requirement.id.as_str(), required)
        });
        worker.all(rating).document()
    };
    let workers = [
        worker(),
        Example::new().document(),
        Example::new()
            .says(ProfileAnswer::Experience(Some(Experience::JustStarting)))
            .document(),
        everything(
            TopicStatus::NotYet,
            RequirementStatus::NotMet,
            Rating::Score(score(1)),
            Experience::ThreeYearsOrMore,
        ),
        everything(
            TopicStatus::InProgress,
            RequirementStatus::Unsure,
            Rating::NoOpportunity,
            Experience::JustStarting,
        ),
    ];
    let mut reasons = Vec::new();
    for worker in &workers {
        let opened = shared(worker, &[ShareOption::Details]);
        let page = reader_page("plan.json", &opened, None, bundled());
        reasons.extend(page.plan.actions.into_iter().flat_map(|it| it.why));
    }
    assert!(reasons.len() > 40, "{reasons:?}");
    for why in reasons {
        let words = why.to_lowercase();
        let mut words = words.split(|c: char| !c.is_alphabetic());
        assert!(
            !words.any(|it| matches!(it, "you" | "your" | "yours")),
            "{why}"
        );
    }
}

#[test]
fn a_score_stands_beside_what_the_aim_looks_for() {
    let opened = shared(&worker(), &[]);
    let review = said(&[(MONITORING, ReaderView::Score(score(2)))]);
    let page = reader_page("plan.json", &opened, Some(&review), bundled());
    assert_eq!(page.title, "A plan somebody sent you");
    assert!(!page.aim.is_empty());
    assert_eq!(page.lines.len(), 6);
    let line = |id: &str| {
        let mut lines = page.lines.iter();
        lines.find(|line| line.competency.as_str() == id).expect(id)
    };
    assert_eq!(line(AUTONOMY).words, "Score 2 (Advanced Beginner)");
    assert!(!line(AUTONOMY).worth_talking);
    assert_eq!(line(MONITORING).theirs, Some(Some(score(4))));
    assert!(line(MONITORING).worth_talking);
    assert!(page.lines.iter().any(|line| line.looks_for.is_some()));
}

#[test]
fn asked_to_score_first_the_reader_sees_a_score_once_theirs_is_chosen() {
    let ticks = ShareOption::ALL;
    let opened = shared(&worker(), &ticks);
    let blind = reader_page("plan.json", &opened, None, bundled());
    assert!(blind.score_first);
    // What has no score has none to hide, and asks for no answer.
    for line in &blind.lines {
        let rated = [AUTONOMY, MONITORING].contains(&line.competency.as_str());
        assert_eq!(line.theirs.is_none(), rated, "{}", line.title);
    }
    let text = format!("{blind:?}");
    assert!(blind.hidden_actions > 0);
    for tells in [
        "Advanced Beginner",
        "They rated",
        "rated Promoting",
        "Practise ",
    ] {
        assert!(!text.contains(tells), "{tells} in {text}");
    }
    let review = said(&[(AUTONOMY, ReaderView::NotSeen)]);
    let one = reader_page("plan.json", &opened, Some(&review), bundled());
    let seen: Vec<_> = one
        .lines
        .iter()
        .filter(|line| line.theirs.is_some())
        .collect();
    assert_eq!(seen.len(), one.lines.len() - 1);
    assert!(seen.iter().any(|line| line.competency.as_str() == AUTONOMY));
    let all: Vec<_> = one
        .lines
        .iter()
        .map(|line| (line.competency.as_str(), ReaderView::NotSeen))
        .collect();
    let page = reader_page("plan.json", &opened, Some(&said(&all)), bundled());
    assert!(page.lines.iter().all(|line| line.theirs.is_some()));
    assert!(!page.plan.scores.is_empty());
    assert_eq!(page.hidden_actions, 0);
    assert_eq!(page.plan.actions.len(), opened.plan.actions.len());
    let text = format!("{:?}", page.actions);
    assert!(text.contains("Practise "), "{text}");
}

#[test]
fn an_answer_and_its_word_on_the_page_agree() {
    let all = Score::ALL.map(ReaderView::Score);
    for view in all.into_iter().chain([ReaderView::NotSeen]) {
        assert_eq!(reader_view(&view_word(view)), Some(view));
    }
    for other in ["", "6", "seen", "-1"] {
        assert_eq!(reader_view(other), None, "{other}");
    }
}

#[test]
fn one_change_to_a_view_at_a_time() {
    let mut review = empty();
    let own = || "own:1".into();
    for edit in [
        ReviewEdit::Name("Jo".into()),
        ReviewEdit::Role("Supervisor".into()),
        ReviewEdit::View(AUTONOMY.into(), Some(ReaderView::Score(score(3)))),
        ReviewEdit::View(MONITORING.into(), Some(ReaderView::NotSeen)),
        ReviewEdit::View(MONITORING.into(), None),
        ReviewEdit::Comment("Well done".into()),
        ReviewEdit::Agree(own(), "Visit".into()),
        ReviewEdit::Agree(own(), "Twice is once".into()),
        ReviewEdit::ActionTitle(own(), "Visit twice".into()),
        ReviewEdit::ActionMonth(own(), Month::parse("2027-02")),
        ReviewEdit::Agree("own:2".into(), "No".into()),
        ReviewEdit::NoLonger("own:2".into()),
        ReviewEdit::NextReview(Day::parse("2027-05-20")),
    ] {
        review = edit.apply(&review).expect("it fits");
    }
    let mut wanted = said(&[(AUTONOMY, ReaderView::Score(score(3)))]);
    wanted.reviewer.name = "Jo".into();
    wanted.reviewer.role = "Supervisor".into();
    wanted.comment = "Well done".into();
    wanted.actions = vec![AgreedAction::new(
        own(),
        "Visit twice",
        Month::parse("2027-02"),
    )];
    wanted.next_review = Day::parse("2027-05-20");
    assert_eq!(review, wanted);
    let long = ReviewEdit::Comment("x".repeat(5_001));
    assert!(long.apply(&review).is_err());
}

#[test]
fn two_tabs_of_one_draft_lose_nothing() {
    let edit = |review: &Review, edits: &[ReviewEdit]| {
        edits.iter().fold(review.clone(), |review, edit| {
            edit.clone().apply(&review).expect("it fits")
        })
    };
    let agree = |id: &str| ReviewEdit::Agree(id.into(), id.to_owned());
    let comment = |text: &str| ReviewEdit::Comment(text.into());
    let see = |it: &str, to| ReviewEdit::View(it.into(), Some(ReaderView::Score(score(to))));
    let base = edit(
        &empty(),
        &[
            comment("Begun"),
            agree("own:1"),
            agree("own:2"),
            see(AUTONOMY, 1),
        ],
    );
    let check = |mine: &[ReviewEdit], theirs: &[ReviewEdit], wanted: &[ReviewEdit]| {
        let both = together(&base, &edit(&base, mine), &edit(&base, theirs));
        assert_eq!(both, edit(&base, wanted), "{mine:?} and {theirs:?}");
    };
    check(&[], &[], &[]);
    check(&[see(MONITORING, 3)], &[], &[see(MONITORING, 3)]);
    check(&[], &[see(MONITORING, 3)], &[see(MONITORING, 3)]);
    check(
        &[see(AUTONOMY, 2)],
        &[see(AUTONOMY, 3)],
        &[see(AUTONOMY, 2)],
    );
    let back = || ReviewEdit::View(AUTONOMY.into(), None);
    check(&[back()], &[], &[back()]);
    check(&[], &[back()], &[back()]);
    check(
        &[agree("own:3")],
        &[agree("own:4")],
        &[agree("own:3"), agree("own:4")],
    );
    let gone = |id: &str| ReviewEdit::NoLonger(id.into());
    check(
        &[gone("own:1")],
        &[gone("own:2")],
        &[gone("own:1"), gone("own:2")],
    );
    check(&[comment("Mine")], &[], &[comment("Mine")]);
    check(
        &[comment("Mine")],
        &[comment("Theirs")],
        &[comment("Theirs\n\nMine")],
    );
    let name = |name: &str| ReviewEdit::Name(name.into());
    let role = |role: &str| ReviewEdit::Role(role.into());
    check(&[name("Jo")], &[role("Lead")], &[name("Jo"), role("Lead")]);
}

fn taken_in(reviews: &[(&str, Review)]) -> Document {
    let mut document = worker();
    for (id, review) in reviews {
        document
            .receive_review(&ReviewId::from(*id), review.clone(), now())
            .expect("it is taken in");
    }
    document
}

#[test]
fn views_stand_side_by_side_and_are_never_averaged() {
    assert_eq!(side_by_side(bundled(), &worker()), None);
    // Only words: nothing to put beside a score.
    assert_eq!(side_by_side(bundled(), &taken_in(&[("a", empty())])), None);
    let mut jo = said(&[
        (AUTONOMY, ReaderView::Score(score(4))),
        (MONITORING, ReaderView::NotSeen),
    ]);
    jo.reviewer.name = "Jo".into();
    jo.reviewer.role = "supervisor".into();
    let mut al = said(&[(MONITORING, ReaderView::Score(score(3)))]);
    al.reviewer.role = "Manager".into();
    let document = taken_in(&[("a", jo), ("b", al)]);
    let side = side_by_side(bundled(), &document).expect("two views");
    assert_eq!(side.readers, ["Jo, supervisor", "Manager"]);
    let row = |id: &str| {
        let mut rows = side.rows.iter();
        rows.find(|row| row.competency.as_str() == id).expect(id)
    };
    let autonomy = row(AUTONOMY);
    assert_eq!(autonomy.mine, Some(score(2)));
    let theirs: Vec<_> = autonomy.theirs.iter().map(|it| it.1.as_str()).collect();
    assert_eq!(theirs, ["Score 4 (Proficient)", "Not answered"]);
    assert!(autonomy.worth_talking);
    let monitoring = row(MONITORING);
    let theirs: Vec<_> = monitoring.theirs.iter().map(|it| it.0).collect();
    assert_eq!(theirs, [None, Some(score(3))]);
    assert!(!monitoring.worth_talking);
}

#[test]
fn a_review_says_of_which_plan_it_is() {
    let of = |hash: &str, day: Option<&str>| {
        let mut review = empty();
        review.of = ReviewedPlan::new(day.and_then(Day::parse), PlanHash::from(hash));
        review
    };
    let check = |review: Review, change: &dyn Fn(&mut Document), about: &str| {
        let mut document = taken_in(&[("a", review)]);
        document
            .note_saved_plan(&PlanHash::from("mine"), at("2026-11-23T12:00:00Z"))
            .expect("room");
        change(&mut document);
        let said = reviews(&document)[0].about.clone();
        match about {
            "" => assert_eq!(said, ""),
            _ => assert!(said.contains(about), "{said}"),
        }
    };
    check(of("mine", None), &|_| {}, "");
    check(of("other", None), &|_| {}, "not saved here. Check");
    check(
        of("other", Some("2026-11-20")),
        &|_| {},
        "of 20 November 2026 that was not saved here",
    );
    check(
        of("other", Some("2026-11-23")),
        &|_| {},
        "changed after you saved it",
    );
    let saved_again = |document: &mut Document| {
        let later = at("2026-11-25T12:00:00Z");
        document
            .note_saved_plan(&PlanHash::from("newer"), later)
            .expect("room");
    };
    check(of("mine", None), &saved_again, "a newer one since");
    let rated = |document: &mut Document| {
        let which = WhichEntry::Today {
            new: "later".into(),
        };
        let rating = EntryChange::Rating(Rating::Score(score(3)));
        document
            .rate(&AUTONOMY.into(), which, rating, at("2026-11-25T12:00:00Z"))
            .expect("a rating");
    };
    check(of("mine", None), &rated, "rated something since");
}

#[test]
fn an_agreed_action_says_with_whom_and_what_changed() {
    let mut review = empty();
    review.reviewer.name = "Jo".into();
    let id = || "own:1".into();
    review.actions = vec![AgreedAction::new(id(), "Visit", Month::parse("2027-02"))];
    review.next_review = Day::parse("2027-05-20");
    let mut document = taken_in(&[("a", review)]);
    assert_eq!(agreed_with(&document, &id()), [""; 0]);
    assert_eq!(reviews(&document)[0].actions[0].accepted, None);
    document
        .accept_agreed(&"a".into(), &id(), now())
        .expect("it is agreed");
    assert_eq!(
        agreed_with(&document, &id()),
        ["Agreed with Jo, taken on 23 November 2026."]
    );
    let later = ActionEdit::Month(Month::parse("2027-06"));
    document
        .change_action(&id(), later, now())
        .expect("a month");
    assert_eq!(
        agreed_with(&document, &id()),
        [
            "Agreed with Jo, taken on 23 November 2026. Changed since it was agreed: You moved it to June 2027."
        ]
    );
    assert_eq!(
        reviews(&document)[0].actions[0].since,
        ["You moved it to June 2027."]
    );
    assert_eq!(
        next_review_offered(&document, now().today),
        Day::parse("2027-05-20")
    );
    let past = Day::parse("2027-06-01").expect("a day");
    assert_eq!(next_review_offered(&document, past), None);
}

#[test]
fn what_is_in_a_review_is_read_before_it_is_taken_in() {
    let mut review = said(&[(AUTONOMY, ReaderView::Score(score(4)))]);
    review.reviewer.name = "Jo".into();
    review.comment = "Well done".into();
    review.actions = vec![AgreedAction::new(
        "own:1".into(),
        "Visit",
        Month::parse("2027-02"),
    )];
    let id = ReviewId::from("a");
    let (paragraphs, lists) = before_it_is_taken_in(bundled(), &worker(), &id, &review);
    assert_eq!(paragraphs[0], "From Jo, saved on 23 November 2026.");
    let all: Vec<_> = lists.into_iter().flat_map(|it| it.1).collect();
    assert_eq!(
        all,
        [
            "Promoting Autonomy: score 4 (Proficient)",
            "Well done",
            "Visit, February 2027"
        ]
    );
    let again = taken_in(&[("a", review.clone())]);
    let (paragraphs, _) = before_it_is_taken_in(bundled(), &again, &id, &review);
    assert!(paragraphs.iter().any(|it| it.contains("takes its place")));
}

#[test]
fn a_plan_without_a_chosen_aim_is_read_by_the_one_it_was_made_for() {
    let mut document = worker();
    let long = ProfileAnswer::Experience(Some(Experience::ThreeYearsOrMore));
    document.set_profile(long, now()).expect("an answer");
    // How long is not shared, so it cannot be supposed again.
    let opened = shared(&document, &[]);
    assert_eq!(opened.document.profile().experience.get(), None);
    let page = reader_page("sam.json", &opened, None, bundled());
    assert_eq!(
        (page.aim.as_str(), page.is_aim_supposed),
        ("Established career", true)
    );
    assert!(page.lines.iter().all(|it| it.looks_for == Some(score(3))));
    let aims = page.plan.facts.iter().find(|(name, _)| name == "Aims at");
    let said = "Established career (supposed by this tool, not chosen)";
    assert_eq!(aims.map(|it| it.1.as_str()), Some(said));
    document
        .set_profile(ProfileAnswer::Aim(Some("mid-career".into())), now())
        .expect("an answer");
    let opened = shared(&document, &[]);
    assert_eq!(opened.plan.supposed_aim, None);
    let page = reader_page("sam.json", &opened, None, bundled());
    assert_eq!(
        (page.aim.as_str(), page.is_aim_supposed),
        ("Mid-career", false)
    );
}
