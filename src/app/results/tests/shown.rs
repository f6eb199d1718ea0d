//! The parts of the page in words, and what another choice would make of them.

use super::*;

#[test]
fn a_list_on_request_says_how_long_it_is() {
    let document = begun()
        .sees(AUTONOMY, 0, FeatureSeen::Seen)
        .sees(PCA, 0, FeatureSeen::Seen)
        .topic("level-1-skills/empathy", TopicStatus::Confident)
        .document();
    let strong = strong(bundled(), &document);
    assert!(!strong.is_empty);
    assert_eq!(
        strong.features.summary,
        "Features you can see in your work (2)"
    );
    assert_eq!(
        strong.topics.summary,
        "Topics you know well or have done (1)"
    );
    assert_eq!(
        strong.topics.lists[0].heading,
        "Level 1: engaging people: 1 of 14"
    );
    assert!(super::strong(bundled(), &Document::default()).is_empty);
}

#[test]
fn a_group_keeps_its_name_while_things_come_and_go() {
    let of = |example: Example| -> Vec<(&'static str, String)> {
        let rung = ladder(bundled(), &example.document()).rungs.swap_remove(1);
        let groups = rung.groups.into_iter();
        groups.map(|group| (group.name, group.heading)).collect()
    };
    let begun = begun();
    let [before, after] = [of(begun.clone()), of(begun.scores(PCA, 2))];
    let not_answered = |groups: &[(&'static str, String)]| {
        let found = groups.iter().find(|(name, _)| *name == "Not answered yet");
        found.expect("a group").1.clone()
    };
    assert_ne!(not_answered(&before), not_answered(&after));
    assert!(after.contains(&("To work on", "To work on (1)".to_owned())));
}

#[test]
fn a_chart_has_room_for_the_last_ratings_and_the_table_for_all() {
    for (ratings, charted, once, remark) in [
        (0, None, 0, ""),
        (1, None, 1, ""),
        (2, Some(0), 0, ""),
        (MOST_POINTS, Some(0), 0, ""),
        (
            MOST_POINTS + 3,
            Some(3),
            0,
            "The last 12 of 15. All are in the table.",
        ),
    ] {
        let mut example = begun();
        for n in 0..ratings {
            example = example
                .on(&format!("2026-10-{:02}", n + 1))
                .scores(PCA, (n % 6) as u8);
        }
        let shown = trends(bundled(), &example.document());
        let left_out = shown.trends.first().map(|trend| trend.left_out);
        assert_eq!((left_out, shown.once.len()), (charted, once), "{ratings}");
        for trend in shown.trends {
            assert_eq!(trend.points.len(), ratings);
            assert_eq!(trend.remark, remark);
        }
    }
}

#[test]
fn what_if_shows_another_role_or_aim_and_nothing_for_mine() {
    let document = begun().scores(AUTONOMY, 2).document();
    let mine = mine(bundled(), &document);
    assert_eq!(bundled().ladder[mine.aim].title, "Mid-career");
    assert_eq!(what_if(bundled(), &document, mine), None);
    let shown = |role, aim| what_if(bundled(), &document, Supposed { role, aim });
    for (role, aim) in [(99, 0), (0, 99)] {
        assert_eq!(shown(role, aim), None, "there is no such thing");
    }
    let care = bundled()
        .roles
        .iter()
        .position(|it| it.id.as_str() == "care-coordinator");
    let found = shown(care.expect("a role"), 4).expect("another role");
    assert!(found.is_extension);
    assert!(
        found
            .covers
            .contains("Between here and Wider responsibilities:")
    );
    assert_eq!(
        found.competencies[1],
        "Promoting Autonomy: Score 2 (Advanced Beginner). Wider responsibilities looks for 5: to work on."
    );
    assert_eq!(
        found.levels.last().expect("a level").0,
        "Wider responsibilities"
    );
    // One level lies below the aim at Entry, and nothing above it is shown.
    let entry = shown(mine.role, 0).expect("another aim");
    assert!(entry.levels.len() <= 1);
}

#[test]
fn another_pass_score_is_said_with_what_it_changes() {
    let document = begun().achieves_at(2).document();
    assert_eq!(
        pass_mark_chosen(bundled(), &document).split(". ").next(),
        Some("A competency counts as achieved from score 2 (Advanced Beginner)")
    );
    assert!(pass_mark_chosen(bundled(), &document).contains("Mid-career"));
}
