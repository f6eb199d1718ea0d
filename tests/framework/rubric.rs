//! Six statements for six scores, each unlike the others.

use serde_json::Value;

use crate::check;
use crate::data::{list, set, text};

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
