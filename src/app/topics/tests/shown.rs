//! What the pages are drawn from.

use super::*;

#[test]
fn a_card_says_where_its_answer_was_given_and_what_follows_from_a_reason() {
    const ESCALATION: &str = "local-induction/clinical-escalation";
    const EMPATHY: &str = "level-1-skills/empathy";
    let elsewhere = "The answer shown here, “Not yet”, was given for “Empathy” in The Somerset workshop’s competencies.";
    let open = "You need not say why now. Until there is a reason, this is still listed as open.";
    let reason = |words: &str| AnswerChange::Reason(words.into());
    let table: [(&str, All, &str, &str); 8] = [
        (EMPATHY, &[], "", ""),
        (EMPATHY, &[(EMPATHY, is(NotYet))], "", ""),
        (
            EMPATHY,
            &[("workshop-competencies/empathy", is(NotYet))],
            elsewhere,
            "",
        ),
        (EMPATHY, &[(EMPATHY, is(NotRelevant))], "", ""),
        (ESCALATION, &[(ESCALATION, is(NotYet))], "", ""),
        (ESCALATION, &[(ESCALATION, is(NotRelevant))], "", open),
        (
            ESCALATION,
            &[(ESCALATION, is(NotRelevant)), (ESCALATION, reason("  "))],
            "",
            open,
        ),
        (
            ESCALATION,
            &[(ESCALATION, is(NotRelevant)), (ESCALATION, reason("a GP"))],
            "",
            "Thank you. It is set aside.",
        ),
    ];
    for (id, all, given_elsewhere, of_the_reason) in table {
        let card = card(bundled(), &answered(all), topic(id));
        assert_eq!(card.given_elsewhere, given_elsewhere, "{id} {all:?}");
        assert_eq!(card.of_the_reason, of_the_reason, "{id} {all:?}");
    }
}

#[test]
fn the_newest_press_with_something_to_undo_is_the_one_spoken_of() {
    let section = section("level-2-skills");
    let topics = topics(section);
    let ids = |from: usize, to: usize| topics[from..to].iter().map(|it| it.id.clone()).collect();
    let presses = [
        MarkAll {
            status: NotYet,
            topics: ids(0, 2),
        },
        MarkAll {
            status: Confident,
            topics: ids(2, 3),
        },
    ];
    let [a, b, c] = [0, 1, 2].map(|at| topics[at].id.as_str());
    let undo = "Undo takes this back, apart from any you change by hand.";
    let table: [(All, &str, String); 4] = [
        (&[], "7 of 7 are unanswered. Mark them as:", String::new()),
        (
            &[(a, is(NotYet)), (b, is(NotYet)), (c, is(Confident))],
            "4 of 7 are unanswered. Mark them as:",
            format!("1 marked as “I am confident in this”. {undo}"),
        ),
        (
            &[(a, is(NotYet)), (b, is(NotYet)), (c, is(NotYet))],
            "4 of 7 are unanswered. Mark them as:",
            format!("2 marked as “Not yet”. {undo}"),
        ),
        (
            &[(a, is(Confident)), (b, is(NotYet))],
            "5 of 7 are unanswered. Mark them as:",
            format!("1 marked as “Not yet”. {undo}"),
        ),
    ];
    for (all, left, done) in table {
        let marking = marking(bundled(), &answered(all), section, &topics, &presses);
        assert_eq!((marking.left.as_str(), marking.done), (left, done));
        assert!(marking.can_mark);
    }
    let document = topics.iter().fold(Document::default(), |mut it, topic| {
        it.answer_topic(&topic.id, &topic.same_as, is(Confident), at(0))
            .expect("an answer");
        it
    });
    let marking = marking(bundled(), &document, section, &topics, &presses);
    assert_eq!(marking.left, "Nothing is unanswered here.");
    assert!(!marking.can_mark);
}

#[test]
fn the_page_of_all_sections_has_each_once_with_how_far_it_is() {
    let document = answered(&[("level-1-skills/empathy", is(NotYet))]);
    let shown = overview(bundled(), &document);
    assert_eq!(
        (shown.remark, shown.change),
        (
            "This is where the tool starts until you choose.",
            "Choose my role and aim"
        )
    );
    let rows = || shown.groups.iter().flat_map(|group| &group.rows);
    let mut hrefs: Vec<&str> = rows().map(|row| row.href.as_str()).collect();
    hrefs.sort_unstable();
    hrefs.dedup();
    assert_eq!(hrefs.len(), bundled().sections.len());
    let level_1 = rows().find(|row| row.href == "#/topics/level-1-skills");
    assert_eq!(
        level_1.expect("the section").words,
        "For Mid-career. 1 of 14 answered, 1 to work on."
    );
}

#[test]
fn every_section_leads_to_the_next_the_one_before_and_all() {
    let document = Document::default();
    let ways = |id| -> Vec<(&str, String)> {
        let ways = ways_on(bundled(), &document, section(id));
        ways.into_iter().map(|way| (way.label, way.href)).collect()
    };
    let to = |label, section: &str| (label, format!("#/topics{section}"));
    assert_eq!(
        ways("local-induction"),
        [to("Next: ", "/core-knowledge"), to("", "")]
    );
    let core = ways("core-knowledge");
    assert_eq!(core.len(), 3);
    assert_eq!(core[1], to("Previous: ", "/local-induction"));
}
