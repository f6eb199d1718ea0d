//! What the page of the plan says of actions, months and notes, and what a
//! filter leaves.

use std::collections::BTreeSet;

use super::*;
use crate::domain::document::{AnswerChange, Experience, ProfileAnswer, TopicStatus};
use crate::domain::framework::{bundled, section_of};
use crate::domain::plan::generate;

fn today() -> Day {
    Day::new(2026, 11, 23).expect("a day")
}

fn at() -> ClockReading {
    ClockReading {
        now: Moment::start_of(today()),
        today: today(),
    }
}

/// A worker who answered "not yet" to all of core knowledge.
fn worker() -> Document {
    let mut document = Document::default();
    let role = ProfileAnswer::Role(Some("social-prescribing-link-worker".into()));
    document.set_profile(role, at()).expect("a role");
    for topic in bundled().topics.iter() {
        if section_of(&topic.id) == "core-knowledge" {
            let change = AnswerChange::Status(Some(TopicStatus::NotYet));
            document
                .answer_topic(&topic.id, &topic.same_as, change, at())
                .expect("an answer");
        }
    }
    document
}

fn ids(actions: &[Action]) -> Vec<&str> {
    actions.iter().map(|action| action.id.as_str()).collect()
}

fn month(text: &str) -> Option<Month> {
    Some(Month::parse(text).expect("a month"))
}

#[test]
fn no_two_ids_share_a_slug_and_none_breaks_an_attribute() {
    let ids = [
        "resource:a-b",
        "resource:a/b",
        "resource:a b",
        "resource-a-b",
        "resource:A-b",
        "resource:a.b",
        "resource:a_2f_b",
        "resource:aʻ",
        "resource:a/",
        "own:\"><script>",
        "own:שלום",
        "",
    ];
    let mut slugs: Vec<String> = ids.iter().map(|id| slug(&(*id).into())).collect();
    for slug in &slugs {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        assert!(slug.chars().all(plain), "{slug}");
    }
    slugs.sort();
    slugs.dedup();
    assert_eq!(slugs.len(), ids.len(), "{slugs:?}");
}

#[test]
fn a_first_visit_is_one_without_an_answer() {
    assert!(is_first_visit(&Document::default()));
    assert!(!is_first_visit(&worker()));
    let mut starting = Document::default();
    let answer = ProfileAnswer::Experience(Some(Experience::JustStarting));
    starting.set_profile(answer, at()).expect("room");
    assert!(!is_first_visit(&starting), "how long is an answer");
    let mut own = Document::default();
    let part = ActionEdit::Own("Visit the café".into());
    own.change_action(&"own:1".into(), part, at())
        .expect("room");
    assert!(is_first_visit(&own), "an action of one's own is no answer");
}

#[test]
fn what_is_marked_stays_where_it_is_until_the_page_is_left() {
    let mut document = worker();
    let first = generate(bundled(), &document, today());
    let action = first.next[1].id.clone();
    let marks = [
        ActionEdit::Status(Some(ActionStatus::Doing)),
        ActionEdit::Month(month("2027-03")),
        ActionEdit::Status(Some(ActionStatus::Done)),
    ];
    for mark in marks {
        document
            .change_action(&action, mark.clone(), at())
            .expect("room");
        let before = vec![(action.clone(), None, None)];
        let held = generate(
            bundled(),
            &before_marks(&document, today(), &before),
            today(),
        );
        assert_eq!(ids(&held.next), ids(&first.next), "{mark:?}");
        assert_eq!(ids(&held.later), ids(&first.later), "{mark:?}");
        // What is said of it is as it is now.
        let plan = generate(bundled(), &document, today());
        let page = shown(bundled(), &document, &held, &plan, today());
        let card = page.card(List::Next, &action).expect("in its place");
        assert_eq!(card.status, status_now(&document, &action), "{mark:?}");
        assert_eq!(card.chosen_month, month_now(&document, &action), "{mark:?}");
        let chosen = card.chosen_month.map(Month::long);
        assert!(chosen.is_none_or(|it| card.when == it), "{}", card.when);
    }
    let left = generate(bundled(), &document, today());
    assert_eq!(ids(&left.done), [action.as_str()]);
}

#[test]
fn months_are_the_next_eighteen_and_whatever_is_chosen() {
    // Chosen, suggested; then the first words, how many, which is chosen.
    let table = [
        (None, None, "Not chosen", 19, ""),
        (None, month("2027-01"), "Suggested: January 2027", 19, ""),
        (
            month("2027-01"),
            month("2026-12"),
            "Not chosen",
            19,
            "2027-01",
        ),
        (month("2026-10"), None, "Not chosen", 20, "2026-10"),
        (month("2029-10"), None, "Not chosen", 20, "2029-10"),
    ];
    for (chosen, suggested, none, count, is) in table {
        let months = months(today(), chosen, suggested);
        assert_eq!(months[0].1, none);
        assert_eq!(months.len(), count, "{is}");
        let marked: Vec<&str> = months
            .iter()
            .filter(|it| it.2)
            .map(|it| it.0.as_str())
            .collect();
        assert_eq!(marked, [is]);
        assert!(months.windows(2).all(|two| two[0].0 < two[1].0), "{is}");
    }
}

#[test]
fn a_filter_lets_through_what_it_names() {
    use ActionKind::{Ask, Learn};
    use ActionStatus::{Doing, ToDo};
    let filter = |status: &str, kind: &str, month: &str| Filter {
        status: status.into(),
        kind: kind.into(),
        month: month.into(),
    };
    let december = month("2026-12");
    let table = [
        (filter("", "", ""), Learn, ToDo, None, true),
        (filter("doing", "", ""), Learn, ToDo, None, false),
        (filter("doing", "", ""), Learn, Doing, None, true),
        (filter("", "ask", ""), Learn, Doing, None, false),
        (filter("", "ask", ""), Ask, Doing, december, true),
        (filter("", "", "none"), Ask, Doing, december, false),
        (filter("", "", "none"), Ask, Doing, None, true),
        (filter("", "", "2026-12"), Ask, Doing, december, true),
        (filter("to-do", "", "2026-12"), Ask, Doing, december, false),
    ];
    for (filter, kind, status, month, shows) in table {
        assert_eq!(filter.shows(kind, status, month), shows, "{filter:?}");
    }
}

#[test]
fn filters_are_for_long_plans_and_name_what_is_there() {
    assert_eq!(
        filter_options(&generate(bundled(), &Document::default(), today())),
        None
    );
    let plan = generate(bundled(), &worker(), today());
    let found = filter_options(&plan).expect("a long plan");
    for (word, _) in &found.kinds {
        assert!(plan.actions().any(|it| it.kind.word() == word), "{word}");
    }
    assert_eq!(found.months, [(NO_MONTH.to_owned(), "No month".to_owned())]);
}

#[test]
fn a_bad_address_gets_a_sentence() {
    for (typed, good) in [
        ("", true),
        ("  ", true),
        (" https://example.org/a ", true),
        ("javascript:alert(1)", false),
        ("example.org", false),
        ("data:text/html,x", false),
    ] {
        let problem = address_problem(typed);
        assert_eq!(problem.is_none(), good, "{typed:?}: {problem:?}");
        assert!(problem.is_none_or(|it| it.contains("not a web address")));
    }
}

#[test]
fn every_note_but_the_extension_says_where_to_change_it() {
    let plan = generate(bundled(), &Document::default(), today());
    assert!(!plan.notes.is_empty());
    for note in &plan.notes {
        assert!(note_link(note).is_some(), "{note:?}");
    }
    assert!(note_link(&Note::Extension(String::new())).is_none());
}

/// A coach who rates low above the aim, and has hours.
fn coach() -> Document {
    use crate::domain::document::{LearningHours, TopicStatus};
    use crate::domain::example::Example;
    Example::new()
        .says(ProfileAnswer::Role(Some(
            "health-and-wellbeing-coach".into(),
        )))
        .says(ProfileAnswer::Experience(Some(Experience::OneToTwoYears)))
        .says(ProfileAnswer::HoursAMonth(Some(LearningHours::Known(4))))
        .scores("self-monitoring", 1)
        .scores("promoting-autonomy", 2)
        .topic("level-1-skills/empathy", TopicStatus::NotYet)
        .topic("community-development/grants", TopicStatus::NotYet)
        .document()
}

#[test]
fn the_page_is_whole_and_each_action_stands_on_one_card() {
    for document in [Document::default(), worker(), coach()] {
        let plan = generate(bundled(), &document, today());
        let page = shown(bundled(), &document, &plan, &plan, today());
        let mut cards: Vec<&Card> = Vec::new();
        for list in [&page.next, &page.ask, &page.done, &page.put_aside] {
            cards.extend(list);
        }
        cards.extend(page.later.iter().flat_map(|(_, cards)| cards));
        let headings: BTreeSet<_> = page.later.iter().map(|(heading, _)| heading).collect();
        assert_eq!(headings.len(), page.later.len(), "a heading stands twice");
        assert!(page.next.len() <= 7);
        assert_eq!(cards.len(), plan.actions().count());
        for card in cards {
            assert!(
                !card.why.is_empty() && !card.title.is_empty(),
                "{}",
                card.id
            );
            // Its own link leads to what the title says.
            let link = card.link.as_ref().map(|(_, words, _)| words);
            assert!(link.is_none_or(|words| *words == card.title), "{}", card.id);
            let dead = card.kind == "Training" && card.link.is_none();
            assert!(
                !dead || !card.whom.is_empty(),
                "{} says not whom to ask",
                card.id
            );
            assert!(
                card.suggested || !card.when.contains("suggested"),
                "{}",
                card.id
            );
        }
        let shown: usize = page.open.iter().map(|it| it.things.len()).sum();
        assert_eq!(shown, plan.open.len());
    }
}

#[test]
fn a_filter_goes_through_every_list_of_what_is_to_do() {
    let document = coach();
    let plan = generate(bundled(), &document, today());
    let page = shown(bundled(), &document, &plan, &plan, today());
    for (kind, _) in KINDS {
        let filter = Filter {
            kind: kind.word().to_owned(),
            ..Filter::default()
        };
        let lists = [&plan.next, &plan.ask, &plan.later];
        let wanted: Vec<_> = lists
            .into_iter()
            .flatten()
            .filter(|it| it.kind == kind)
            .map(|it| it.id.clone())
            .collect();
        assert_eq!(page.passing(&filter), wanted, "{kind:?}");
    }
    let all = plan.next.len() + plan.ask.len() + plan.later.len();
    assert_eq!(page.passing(&Filter::default()).len(), all);
}

#[test]
fn a_supposed_aim_says_why_and_where_to_choose_one() {
    let document = coach();
    let plan = generate(bundled(), &document, today());
    let page = shown(bundled(), &document, &plan, &plan, today());
    assert_eq!(page.made_for.aim, "Established career");
    assert_eq!(
        page.made_for.supposed_because.as_deref(),
        Some("you rated Self-monitoring, which belongs to it")
    );
    assert_eq!(page.made_for.choose, Asked::about_you(AboutYou::Aim));
    assert_eq!(
        page.months,
        "Suggested months are counted from 5 October 2026, the day of your last answer, and stay as they are until you answer something else."
    );
    let first = &page.next[0];
    assert_eq!(first.id.as_str(), "practise:self-monitoring");
    assert_eq!(first.when, "This week");
    let practise = first.practise.as_ref().expect("how to practise");
    assert_eq!(
        practise.goal,
        "From score 1 (Novice) towards score 3 (Competent)"
    );
    assert!(
        practise
            .source
            .starts_with("This tool’s own words, drawn from Appendix 6")
    );
    // The months of October are past by 23 November: the page asks.
    let asks = page
        .next
        .iter()
        .filter(|it| it.past.starts_with("This tool suggested"));
    assert!(asks.count() > 0);
    let open: Vec<_> = page
        .open
        .iter()
        .flat_map(|it| &it.things)
        .map(|it| it.0)
        .collect();
    assert_eq!(open, ["National and local grants"]);
}

#[test]
fn what_a_page_of_this_tool_does_links_there() {
    let plan = generate(bundled(), &worker(), today());
    for action in plan.actions() {
        let link = start_link(action).map(|(route, _)| route.href());
        let expected = match action.kind {
            ActionKind::Rate | ActionKind::Practise => Some("#/assess/"),
            ActionKind::GoThrough => Some("#/topics/"),
            _ => None,
        };
        let fits = match (&link, expected) {
            (Some(link), Some(start)) => link.starts_with(start),
            (None, None) => true,
            _ => false,
        };
        assert!(fits, "{}: {link:?}", action.id);
    }
}

#[test]
fn offers_name_what_to_answer_and_where() {
    let competency = bundled().competencies.0[0].id.clone();
    let help = |target, title| Help {
        target,
        title,
        origin: Origin::Tool,
        part: None,
    };
    let table = [
        (
            help(Target::Competency(competency), "Listening"),
            "#/assess/person-centred-approach",
            "Rate Listening again",
        ),
        (
            help(
                Target::Topic("core-knowledge/disability".into()),
                "Disability",
            ),
            "#/topics/core-knowledge",
            "Answer “Disability” now",
        ),
        (
            help(Target::Requirement("link-worker-des-a".into()), "Learning"),
            "#/requirements",
            "Answer “Learning” now",
        ),
    ];
    for (help, href, words) in table {
        let (route, said) = offer(ActionKind::Practise, &help);
        assert_eq!((route.href().as_str(), said.as_str()), (href, words));
    }
    let competency = bundled().competencies.0[0].id.clone();
    let first = help(Target::Competency(competency), "Listening");
    assert_eq!(offer(ActionKind::Rate, &first).1, "Rate Listening now");
}

#[test]
fn a_course_may_help_with_anything_open_once() {
    let plan = generate(bundled(), &worker(), today());
    let things = open_things(&plan);
    assert!(things.len() >= 12, "{things:?}");
    for (place, (target, _)) in things.iter().enumerate() {
        let again = things[place + 1..].iter().any(|(other, _)| other == target);
        assert!(!again, "{target:?} twice");
    }
}

#[test]
fn paper_has_each_action_in_full_for_whoever_asks() {
    let document = worker();
    let plan = generate(bundled(), &document, today());
    let paper = paper::paper(bundled(), &document, &plan, today());
    let actions = plan.next.len() + plan.ask.len() + plan.later.len();
    assert_eq!(paper.full.len(), actions);
    for full in &paper.full {
        assert!(
            full.lines.iter().any(|(name, _)| *name == "Why"),
            "{full:?}"
        );
        assert!(
            full.lines.iter().all(|(_, words)| !words.is_empty()),
            "{full:?}"
        );
    }
    let has = |wanted: &str| {
        let mut all = paper.full.iter().flat_map(|it| &it.lines);
        all.any(|(name, _)| *name == wanted)
    };
    assert!(has("How") && has("From") && has("Address"));
}
