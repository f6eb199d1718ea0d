//! Every field of the table marked, and each tick alone: what leaves is what
//! was ticked, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Purpose, ShareOption};
use crate::domain::document::JsonFields;
use crate::domain::file::format_table::{Group, Shape};
use crate::domain::file::v1::FILE;
use crate::domain::file::write;

/// Marks every field, and remembers where each mark stands.
#[derive(Default)]
struct Marks(BTreeMap<String, String>);

impl Marks {
    fn group(&mut self, group: &Group, path: &str) -> JsonFields {
        let mut fields = JsonFields::new();
        for field in group.fields {
            let path = match path {
                "" => field.name.to_owned(),
                _ => format!("{path}.{}", field.name),
            };
            fields.insert(field.name.into(), self.value(&field.shape, &path));
        }
        fields
    }

    fn value(&mut self, shape: &Shape, path: &str) -> Value {
        match shape {
            Shape::Group(group) => Value::Object(self.group(group, path)),
            Shape::List(item, _) => Value::Array(vec![self.value(item, path)]),
            Shape::Table(item, _) => {
                let row = self.value(item, path);
                Value::Object([("row".to_owned(), row)].into_iter().collect())
            }
            // Shorter than a day, which is all that is left of a moment.
            _ => {
                let mark = format!("m{}", self.0.len());
                self.0.insert(mark.clone(), path.to_owned());
                Value::String(mark)
            }
        }
    }
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// The fields that go into this copy.
fn leaves(purpose: Purpose<'_>) -> BTreeSet<String> {
    let mut marks = Marks::default();
    let fields = marks.group(&FILE, "");
    let text = write::group(&FILE, &fields, purpose);
    let mut found = Vec::new();
    texts(&serde_json::from_str(&text).expect("JSON"), &mut found);
    found.iter().map(|mark| marks.0[mark].clone()).collect()
}

fn paths(words: &str) -> BTreeSet<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

const ALWAYS: &str = "format version kind about created app framework.id framework.version
    rules.achieved_at rules.changed worker.role.value worker.role.changed worker.aim.value
    worker.aim.changed ratings.id ratings.date ratings.started ratings.changed ratings.by
    ratings.score ratings.opportunity ratings.cleared ratings.rated_on changes.changed
    changes.status changes.done_on changes.month changes.dismissed changes.pinned changes.swapped
    plan.supposed_aim plan.actions.id plan.actions.kind plan.actions.title plan.actions.resource.title
    plan.actions.resource.provider plan.actions.resource.url plan.actions.status plan.actions.due
    plan.actions.suggested";

/// What each tick adds by itself; what needs two is under the second.
fn added(tick: ShareOption) -> &'static str {
    match tick {
        ShareOption::Name => "worker.name.value worker.name.changed",
        ShareOption::Workplace => "worker.workplace.value worker.workplace.changed",
        ShareOption::AboutMyPost => {
            "worker.experience.value worker.experience.changed worker.here.value
            worker.here.changed worker.scheme_funded.value worker.scheme_funded.changed
            worker.in_somerset.value worker.in_somerset.changed worker.area.value
            worker.area.changed worker.in_area.value worker.in_area.changed worker.hours_a_month.value
            worker.hours_a_month.changed worker.start.value worker.start.changed
            worker.caseload.value worker.caseload.changed worker.wider.value worker.wider.changed
            worker.next_review.value worker.next_review.changed worker.last_review.value
            worker.last_review.changed"
        }
        // Which entries, not which fields: `encode` sees to it.
        ShareOption::History => "",
        ShareOption::Features => "ratings.features",
        ShareOption::Reflections => "ratings.reflection",
        ShareOption::Evidence => {
            "ratings.evidence.id ratings.evidence.what ratings.evidence.when ratings.evidence.link"
        }
        ShareOption::Answers => {
            "topics.status topics.changed requirements.status requirements.changed"
        }
        ShareOption::AnswerNotes => "",
        ShareOption::ActionNotes => {
            "changes.notes changes.obstacles changes.help changes.learned
            changes.dismissed_because plan.actions.notes"
        }
        ShareOption::OwnActions => "changes.own",
        ShareOption::LocalCourses => {
            "local.links.changed local.links.url local.courses.changed local.courses.title
            local.courses.provider local.courses.url local.courses.notes local.courses.helps_with
            local.courses.removed"
        }
        ShareOption::Details => "plan.actions.why plan.actions.how plan.actions.score",
        ShareOption::ScoreFirst => "score_first",
    }
}

const ANSWER_NOTES: &str = "topics.note topics.reason requirements.note requirements.reason";

const NEVER: &str = "id reviews.changed reviews.review.created reviews.review.reviewer.name
    reviews.review.reviewer.role reviews.review.of.created reviews.review.of.sha256
    reviews.review.ratings.score reviews.review.ratings.not_seen reviews.review.comment
    reviews.review.actions.id reviews.review.actions.title reviews.review.actions.month
    reviews.review.next_review reviews.accepted saved_plans.changed in_calendar.changed";

#[test]
fn each_tick_alone() {
    let always = paths(ALWAYS);
    assert_eq!(leaves(Purpose::Plan(&[])), always);
    for tick in ShareOption::ALL {
        let all: BTreeSet<_> = always.union(&paths(added(tick))).cloned().collect();
        assert_eq!(leaves(Purpose::Plan(&[tick])), all, "{tick:?}");
    }
    let both = [ShareOption::Answers, ShareOption::AnswerNotes];
    let together = paths(added(ShareOption::Answers));
    let all: BTreeSet<_> = always
        .iter()
        .chain(&together)
        .cloned()
        .chain(paths(ANSWER_NOTES))
        .collect();
    assert_eq!(leaves(Purpose::Plan(&both)), all);
}

#[test]
fn all_ticks_let_out_all_but_what_is_never_shared() {
    let mut all = leaves(Purpose::Plan(&ShareOption::ALL));
    let never = paths(NEVER);
    assert!(all.is_disjoint(&never));
    all.extend(never);
    assert_eq!(leaves(Purpose::Backup), all);
}
