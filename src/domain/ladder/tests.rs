//! The rules of "When a competency counts as achieved" and "The career ladder"
//! in the source's README, each by its name.

mod bearing;

use super::*;
use crate::domain::document::{Experience, ProfileAnswer, Wider};
use crate::domain::example::Example;
use crate::domain::framework::bundled;

const LEVEL_1: [&str; 3] = [
    "promoting-autonomy",
    "action-planning-and-goal-setting",
    "managing-setbacks-and-problem-solving",
];
const LEVEL_2: [&str; 2] = ["supporting-competence-and-self-efficacy", "self-monitoring"];

const ENTRY: usize = 0;
const EARLY: usize = 1;
const MID: usize = 2;
const ESTABLISHED: usize = 3;
const WIDER: usize = 4;

fn in_post() -> Example {
    Example::new().says(ProfileAnswer::Experience(Some(Experience::OneToTwoYears)))
}

fn early(example: Example) -> Example {
    example
        .section("local-induction", TopicStatus::Confident)
        .section("core-knowledge", TopicStatus::Confident)
        .scores("person-centred-approach", 3)
}

fn mid(example: Example) -> Example {
    let example = example.section("level-1-skills", TopicStatus::Confident);
    LEVEL_1.iter().fold(example, |it, id| it.scores(id, 3))
}

fn established(example: Example) -> Example {
    let example = example.section("level-2-skills", TopicStatus::Confident);
    LEVEL_2.iter().fold(example, |it, id| it.scores(id, 3))
}

fn taken_on(what: &[Wider]) -> ProfileAnswer {
    ProfileAnswer::Wider(Some(what.iter().copied().collect()))
}

fn at_five() -> Example {
    Example::new()
        .section("level-3-components", TopicStatus::Confident)
        .all(Rating::Score(Score::EXPERT))
}

#[track_caller]
fn check(rule: &str, example: Example, covered: &[usize]) {
    let document = example.document();
    let steps = steps(bundled(), &document);
    let found: Vec<usize> = (0..steps.len())
        .filter(|i| steps[*i].is_covered())
        .collect();
    assert_eq!(found, covered, "{rule}");
    let highest = Bearing::of(bundled(), &document).covered;
    assert_eq!(highest, covered.last().copied(), "{rule}: the highest");
}

#[test]
fn nothing_answered_covers_nothing() {
    check("nothing answered", Example::new(), &[]);
}

#[test]
fn entry_is_covered_when_the_person_says_they_are_in_post() {
    use ProfileAnswer::*;
    let day = crate::domain::dates::Day::parse("2025-09-01");
    check("how long", in_post(), &[ENTRY]);
    check(
        "just starting",
        Example::new().says(Experience(Some(
            crate::domain::document::Experience::JustStarting,
        ))),
        &[ENTRY],
    );
    check("since when", Example::new().says(Start(day)), &[ENTRY]);
    let here = Here(Some("mid-career".into()));
    check("at which level", Example::new().says(here), &[ENTRY]);
    let role = Role(Some("care-coordinator".into()));
    check(
        "a role alone does not say so",
        Example::new().says(role),
        &[],
    );
    let taken_back = in_post().says(Experience(None));
    check("an answer taken back does not say so", taken_back, &[]);
}

#[test]
fn induction_is_shown_beside_entry_and_decides_nothing() {
    let document = in_post()
        .section("local-induction", TopicStatus::NotYet)
        .document();
    let steps = steps(bundled(), &document);
    let entry = &steps[ENTRY];
    assert!(entry.is_covered());
    assert_eq!(entry.items.len(), 1);
    assert_eq!(entry.beside.len(), 11);
    assert!(entry.beside.iter().all(|(_, it)| *it == State::ToWorkOn));
    assert!(steps[1..].iter().all(|step| step.beside.is_empty()));
}

#[test]
fn early_career_needs_induction_core_knowledge_and_the_person_centred_approach() {
    check("all three", early(in_post()), &[ENTRY, EARLY]);
    let one_open = |topic| early(in_post()).topic(topic, TopicStatus::NotYet);
    let induction = one_open("local-induction/it-systems");
    check("an induction item open", induction, &[ENTRY]);
    let core = one_open("core-knowledge/mental-capacity");
    check("core knowledge open", core, &[ENTRY]);
    let two = early(in_post()).scores("person-centred-approach", 2);
    check("score 2", two, &[ENTRY]);
}

#[test]
fn mid_career_needs_the_level_1_skills_and_its_three_competencies() {
    check("all", mid(early(in_post())), &[ENTRY, EARLY, MID]);
    for id in LEVEL_1 {
        check(id, mid(early(in_post())).scores(id, 2), &[ENTRY, EARLY]);
    }
    let open = mid(early(in_post())).topic("level-1-skills/empathy", TopicStatus::InProgress);
    check("a skill under way", open, &[ENTRY, EARLY]);
    let unlike = mid(early(in_post())).scores("self-monitoring", 0);
    check(
        "a competency of Level 2 does not matter",
        unlike,
        &[ENTRY, EARLY, MID],
    );
}

#[test]
fn established_career_needs_the_same_for_level_2() {
    let all = || established(mid(early(in_post())));
    check("all", all(), &[ENTRY, EARLY, MID, ESTABLISHED]);
    for id in LEVEL_2 {
        check(id, all().scores(id, 2), &[ENTRY, EARLY, MID]);
    }
}

#[test]
fn wider_responsibilities_needs_level_3_all_six_at_5_and_the_worker_says_so() {
    let leads = taken_on(&[Wider::Leadership]);
    check("all", at_five().says(leads.clone()), &[WIDER]);
    check("not said", at_five(), &[]);
    check("none taken on", at_five().says(taken_on(&[])), &[]);
    for competency in &bundled().competencies {
        let four = at_five()
            .says(leads.clone())
            .scores(competency.id.as_str(), 4);
        check(competency.title, four, &[]);
    }
    let open = at_five()
        .says(leads)
        .section("level-3-components", TopicStatus::NotYet);
    check("the components open", open, &[]);
}

#[test]
fn the_chosen_pass_mark_never_changes_what_the_highest_level_looks_for() {
    let example = at_five()
        .says(taken_on(&[Wider::Specialism]))
        .achieves_at(2);
    check("all at 5", example.clone(), &[WIDER]);
    check("one at 4", example.scores("self-monitoring", 4), &[]);
}

#[test]
fn each_level_is_judged_by_itself() {
    let experienced = || established(mid(early(in_post())));
    let unticked = experienced().topic("local-induction/it-systems", TopicStatus::NotYet);
    check(
        "one induction item undoes no experience",
        unticked,
        &[ENTRY, MID, ESTABLISHED],
    );
    check("a level alone", mid(Example::new()), &[MID]);
}

#[test]
fn a_competency_counts_as_achieved_at_3_unless_another_is_chosen() {
    let pca = "person-centred-approach";
    let state = |example: Example| {
        let document = example.document();
        let competency = bundled().competency(pca).unwrap();
        competency_state(&document, competency, document.achieved_at())
    };
    for (score, chosen, expected) in [
        (0, None, State::ToWorkOn),
        (2, None, State::ToWorkOn),
        (3, None, State::Done),
        (5, None, State::Done),
        (3, Some(4), State::ToWorkOn),
        (4, Some(4), State::Done),
        (2, Some(2), State::Done),
        (1, Some(2), State::ToWorkOn),
    ] {
        let mut example = Example::new().scores(pca, score);
        if let Some(chosen) = chosen {
            example = example.achieves_at(chosen);
        }
        assert_eq!(
            state(example),
            expected,
            "{score} where {chosen:?} is chosen"
        );
    }
}

#[test]
fn five_things_a_competency_can_be_are_told_apart() {
    let pca = "person-centred-approach";
    for (name, example, expected) in [
        ("not rated", Example::new(), State::NotAnswered),
        ("0", Example::new().scores(pca, 0), State::ToWorkOn),
        (
            "no opportunity",
            Example::new().rates(pca, Rating::NoOpportunity),
            State::NoOpportunity,
        ),
        (
            "cleared",
            Example::new().scores(pca, 4).rates(pca, Rating::Cleared),
            State::NotAnswered,
        ),
        (
            "only a feature ticked",
            Example::new().sees(pca, 0, crate::domain::document::Seen::Seen),
            State::NotAnswered,
        ),
        ("achieved", Example::new().scores(pca, 3), State::Done),
    ] {
        let competency = bundled().competency(pca).unwrap();
        let state = competency_state(&example.document(), competency, Score::COMPETENT);
        assert_eq!(state, expected, "{name}");
    }
}

#[test]
fn four_answers_and_none_to_a_topic_are_told_apart() {
    let topic = bundled().topic("level-1-skills/empathy").unwrap();
    for (status, expected) in [
        (None, State::NotAnswered),
        (Some(TopicStatus::NotYet), State::ToWorkOn),
        (Some(TopicStatus::InProgress), State::ToWorkOn),
        (Some(TopicStatus::Confident), State::Done),
        (Some(TopicStatus::NotRelevant), State::SetAside),
    ] {
        let mut example = Example::new();
        if let Some(status) = status {
            example = example.topic(topic.id.as_str(), status);
        }
        assert_eq!(
            topic_state(&example.document(), topic),
            expected,
            "{status:?}"
        );
    }
}

#[test]
fn one_answer_serves_every_topic_that_is_the_same() {
    let other = Example::new().topic("workshop-competencies/empathy", TopicStatus::Confident);
    let topic = bundled().topic("level-1-skills/empathy").unwrap();
    assert_eq!(topic_state(&other.document(), topic), State::Done);
}

#[test]
fn what_is_marked_not_relevant_holds_nobody_back() {
    let set_aside = early(in_post()).topic("local-induction/it-systems", TopicStatus::NotRelevant);
    let document = set_aside.clone().document();
    assert_eq!(steps(bundled(), &document)[EARLY].count(State::SetAside), 1);
    check("set aside", set_aside, &[ENTRY, EARLY]);
}

#[test]
fn no_opportunity_and_cleared_cover_nothing_and_are_not_to_work_on() {
    let pca = "person-centred-approach";
    for (name, rating, counted) in [
        (
            "no opportunity",
            Rating::NoOpportunity,
            State::NoOpportunity,
        ),
        ("cleared", Rating::Cleared, State::NotAnswered),
    ] {
        let example = early(in_post()).rates(pca, rating);
        let document = example.clone().document();
        let step = &steps(bundled(), &document)[EARLY];
        assert_eq!(step.count(counted), 1, "{name}");
        assert_eq!(step.count(State::ToWorkOn), 0, "{name}");
        check(name, example, &[ENTRY]);
    }
}

#[test]
fn background_and_chosen_sections_hold_no_level_back() {
    use crate::domain::framework::model::Standing;
    let document = Example::new().document();
    for step in steps(bundled(), &document) {
        for (item, _) in step.items.iter().chain(&step.beside) {
            if let Item::Topic(topic) = item {
                let section = crate::domain::framework::section_of(&topic.id);
                let standing = bundled().section(section).unwrap().standing;
                assert_eq!(standing, Standing::Framework, "{}", topic.id);
            }
        }
    }
}
