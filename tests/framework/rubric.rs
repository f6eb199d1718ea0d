//! Six statements for six scores, each unlike the others, and each like its cell.

use serde_json::Value;

use crate::check;
use crate::data::{list, set, text};
use crate::wording::says;

/// Complains where the scores of a list are not 0 to 5 in order.
fn in_order(owner: &str, items: &[Value]) -> Option<String> {
    let scores: Vec<Option<u64>> = items.iter().map(|item| item["score"].as_u64()).collect();
    let wanted: Vec<Option<u64>> = (0..=5).map(Some).collect();
    (scores != wanted).then(|| format!("{owner}: the scores are {scores:?}, not 0 to 5 in order"))
}

/// Complains of two items that say the same.
fn alike(owner: &str, items: &[Value], field: &str) -> Vec<String> {
    let said: Vec<Vec<String>> = items
        .iter()
        .map(|item| crate::source::plain_words(text(item, field)))
        .collect();
    let pairs = (0..said.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    pairs
        .filter(|&(a, b)| said[a] == said[b])
        .map(|(a, b)| format!("{owner}: {a} and {b} have the same {field}"))
        .collect()
}

fn rubrics(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for competency in list(data, "competencies") {
        let id = text(competency, "id");
        let statements = list(competency, "statements");
        complaints.extend(in_order(id, statements));
        complaints.extend(alike(id, statements, "text"));
        for (score, statement) in statements.iter().enumerate() {
            let place = format!("Appendix 6, {}, score {score}", text(competency, "title"));
            if text(statement, "source") != place {
                complaints.push(format!("{id}: statement {score} should cite “{place}”"));
            }
        }
    }
    complaints
}

#[test]
fn a_rubric_has_six_different_statements_in_order() {
    check(
        rubrics,
        &[
            (
                "two scores swapped",
                |d| {
                    set(d, "competencies.self-monitoring.statements.2.score", 3);
                    set(d, "competencies.self-monitoring.statements.3.score", 2);
                },
                "self-monitoring: the scores are",
            ),
            (
                "one missing",
                |d| crate::data::pop(d, "competencies.self-monitoring.statements"),
                "self-monitoring: the scores are",
            ),
            (
                "two alike but for a comma",
                |d| {
                    set(
                        d,
                        "competencies.self-monitoring.statements.1.text",
                        "I do, it.",
                    );
                    set(
                        d,
                        "competencies.self-monitoring.statements.4.text",
                        "I do it.",
                    );
                },
                "self-monitoring: 1 and 4 have the same text",
            ),
            (
                "cites another cell",
                |d| {
                    set(
                        d,
                        "competencies.self-monitoring.statements.4.source",
                        "Appendix 6, Self-monitoring, score 5",
                    );
                },
                "self-monitoring: statement 4 should cite",
            ),
        ],
    );
}

fn scale(data: &Value) -> Vec<String> {
    let levels = list(&data["scale"], "levels");
    let mut complaints = alike("scale", levels, "descriptor");
    complaints.extend(alike("scale", levels, "name"));
    complaints.extend(in_order("scale", levels));
    complaints
}

#[test]
fn the_scale_runs_from_0_to_5_in_order() {
    check(
        scale,
        &[
            (
                "out of order",
                |d| set(d, "scale.levels.0.score", 1),
                "scale: the scores are",
            ),
            (
                "one name twice",
                |d| set(d, "scale.levels.5.name", "Novice"),
                "scale: 1 and 5 have the same name",
            ),
        ],
    );
}

/// What tells one cell of the source from another, and the statements that say
/// it. `* 2` is score 2 of every competency, `self-monitoring *` every score
/// of one.
#[rustfmt::skip]
const TELLING: &[(&str, &[&str])] = &[
    ("unsuitable", &["* 0", "* 1"]),
    // Self-monitoring says the same of 0 and 1, as the source does.
    ("very unsuitable", &["* 0", "self-monitoring 1"]),
    // The source's delivery, and its interaction.
    ("the way i handle this", &["promoting-autonomy 0", "promoting-autonomy 1", "managing-setbacks-and-problem-solving 1", "self-monitoring 0", "self-monitoring 1"]),
    ("the way i work with people on this", &["action-planning-and-goal-setting 0", "action-planning-and-goal-setting 1", "managing-setbacks-and-problem-solving 0", "supporting-competence-and-self-efficacy 0", "supporting-competence-and-self-efficacy 1"]),
    ("no attempts", &["promoting-autonomy 0", "action-planning-and-goal-setting 0", "supporting-competence-and-self-efficacy 0"]),
    ("hardly any attempts", &["promoting-autonomy 1", "action-planning-and-goal-setting 1", "supporting-competence-and-self-efficacy 1"]),
    ("make limited attempts", &["person-centred-approach 1"]),
    ("many attempts", &["promoting-autonomy 4", "action-planning-and-goal-setting 4", "supporting-competence-and-self-efficacy 4"]),
    ("signs of competence", &["* 2"]),
    ("there are many problems", &["* 2"]),
    ("problems or many ups and downs", &["person-centred-approach 2", "promoting-autonomy 2"]),
    ("problems and many ups and downs", &["action-planning-and-goal-setting 2", "managing-setbacks-and-problem-solving 2", "supporting-competence-and-self-efficacy 2", "self-monitoring 2"]),
    ("competently", &["* 3"]),
    ("engaged and aware", &["promoting-autonomy 3", "action-planning-and-goal-setting 3", "managing-setbacks-and-problem-solving 3", "supporting-competence-and-self-efficacy 3", "self-monitoring 3"]),
    ("different contexts and situations", &["* 3"]),
    ("there are some small problems", &["* 3"]),
    ("in ways that suit the person", &["* 3", "* 4"]),
    ("many times", &["person-centred-approach 4"]),
    ("variety of contexts and situations", &["* 4"]),
    ("there are hardly any problems", &["* 4"]),
    ("the person very well indeed", &["* 5"]),
    ("enough of this", &["* 5"]),
    ("less obvious differences", &["* 5"]),
    ("there are no problems", &["* 5"]),
    ("them resist", &["person-centred-approach 0"]),
    ("say back enough of what i heard", &["person-centred-approach 2"]),
    ("focus too early on finding solutions", &["person-centred-approach 2"]),
    ("a person s strengths", &["person-centred-approach 3"]),
    ("take an active part", &["person-centred-approach 4", "person-centred-approach 5"]),
    ("drive the conversation", &["person-centred-approach 4"]),
    ("the same approach with everyone", &["person-centred-approach 1", "action-planning-and-goal-setting 2"]),
    ("enough detail", &["person-centred-approach 2", "promoting-autonomy 2", "action-planning-and-goal-setting 2", "supporting-competence-and-self-efficacy 2"]),
    ("deep enough", &["promoting-autonomy 2", "supporting-competence-and-self-efficacy 2"]),
    ("becoming dependent", &["promoting-autonomy 2", "promoting-autonomy 3"]),
    // Cell 3 does not say on whom.
    ("often leads to people becoming dependent on me", &["promoting-autonomy 2"]),
    ("now and then", &["promoting-autonomy 3"]),
    ("or to review suitable ways to solve problems", &["managing-setbacks-and-problem-solving 0", "managing-setbacks-and-problem-solving 1"]),
    ("or to review ways to solve problems", &["managing-setbacks-and-problem-solving 3", "managing-setbacks-and-problem-solving 4"]),
    ("in these talks i adapt to the context to some degree", &["managing-setbacks-and-problem-solving 2"]),
    ("keep track of how they are doing and about their own reflections on their progress", &["self-monitoring *"]),
];

/// What was said once, and is more or less than the cells say.
const NOT_THE_CELLS: [&str; 18] = [
    // To review is neither, and Self-monitoring speaks of reflection.
    "look back",
    "looking back",
    "work on",
    // Aware, engaged, contexts, and sufficient.
    "alert",
    "involved",
    "settings",
    "all that is needed",
    // Some evidence of adapting; a lack of rapport; numerous, which is a count.
    "i also adapt",
    "good enough connection",
    "very often",
    // A strong fault, limited attempts, and becoming dependent.
    "not at all suitable",
    "only limited",
    "depend on",
    // The person, not their choices, and not every person there is.
    "suit them",
    "each person",
    // No cell says with whom a setback is reviewed.
    "setbacks with them",
    // Their reflection and what they monitor: neither the manner of it, nor
    // records for their own use.
    "how they reflect",
    "keep track for themselves",
];

/// Every statement, by its competency and score, as plain words.
fn statements(data: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for competency in list(data, "competencies") {
        for statement in list(competency, "statements") {
            let place = format!("{} {}", text(competency, "id"), statement["score"]);
            let words = text(statement, "text").replace('’', " ");
            found.push((place, crate::source::plain_words(&words).join(" ")));
        }
    }
    found
}

fn out_of_place(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for (place, words) in statements(data) {
        let score = place.rsplit(' ').next().unwrap_or_default();
        let everywhere = format!("* {score}");
        let throughout = format!("{} *", place.trim_end_matches(score).trim_end());
        for (phrase, places) in TELLING {
            let wanted = [&place, &everywhere, &throughout]
                .iter()
                .any(|it| places.contains(&it.as_str()));
            match (says(&words, phrase), wanted) {
                (true, false) => complaints.push(format!("{place} says “{phrase}”: {words}")),
                (false, true) => complaints.push(format!("{place} lost “{phrase}”: {words}")),
                _ => {}
            }
        }
        for phrase in NOT_THE_CELLS.iter().filter(|it| says(&words, it)) {
            complaints.push(format!("{place} says “{phrase}”, and its cell does not"));
        }
    }
    complaints
}

#[test]
fn a_statement_says_what_tells_its_cell_from_others() {
    check(
        out_of_place,
        &[
            (
                "the ladder's words lost",
                |d| set(d, "competencies.self-monitoring.statements.5.text", "I do."),
                "self-monitoring 5 lost “there are no problems”",
            ),
            (
                "those of another score",
                |d| {
                    set(
                        d,
                        "competencies.self-monitoring.statements.5.text",
                        "There are hardly any problems.",
                    );
                },
                "self-monitoring 5 says “there are hardly any problems”",
            ),
            (
                "those of another competency",
                |d| {
                    set(
                        d,
                        "competencies.promoting-autonomy.statements.1.text",
                        "I tend to take the same approach with everyone.",
                    );
                },
                "promoting-autonomy 1 says “the same approach with everyone”",
            ),
            (
                "a review that became a look back",
                |d| {
                    set(
                        d,
                        "competencies.managing-setbacks-and-problem-solving.statements.4.text",
                        "I look back with people.",
                    );
                },
                "managing-setbacks-and-problem-solving 4 says “look back”",
            ),
            (
                "reflection lost from one score of a competency",
                |d| set(d, "competencies.self-monitoring.statements.1.text", "I do."),
                "self-monitoring 1 lost “keep track of how they are doing",
            ),
        ],
    );
}
