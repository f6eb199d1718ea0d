//! The plan for files, and in a few words.

use crate::domain::dates::Day;
use crate::domain::document::Document;
use crate::domain::file::{WrittenAction, WrittenPlan, WrittenResource};
use crate::domain::framework::model::Framework;
use crate::domain::ladder::Bearing;
use crate::domain::web_address::WebAddress;

use super::model::{Action, Plan};

/// The plan as it is on this day, written out for a file.
pub fn write_out(framework: &Framework, document: &Document, today: Day) -> WrittenPlan {
    let bearing = Bearing::of(framework, document);
    WrittenPlan {
        supposed_aim: (!bearing.aim_chosen).then(|| bearing.aim.id.clone()),
        actions: written(&super::generate(framework, document, today)),
    }
}

/// The actions written out for a file: all but what was put aside.
pub fn written(plan: &Plan) -> Vec<WrittenAction> {
    let mut all = Vec::new();
    for list in [&plan.next, &plan.ask, &plan.later, &plan.done] {
        all.extend(list.iter().map(action));
    }
    all
}

fn action(action: &Action) -> WrittenAction {
    let resource = action.resource.as_ref().map(|it| WrittenResource {
        title: it.title.clone(),
        provider: it.provider.clone(),
        url: it.url.as_deref().and_then(WebAddress::parse),
    });
    let mut why = Vec::with_capacity(action.reasons.len());
    for reason in &action.reasons {
        why.push(reason.sentence.clone());
    }
    WrittenAction {
        id: action.id.clone(),
        kind: action.kind.word().to_owned(),
        title: action.title.clone(),
        why,
        how: how(action),
        score: action.practice.as_ref().map(|it| it.now),
        resource,
        status: action.status(),
        due: action.month,
        suggested: action.month_is_suggested(),
        notes: action
            .yours
            .as_ref()
            .map_or(String::new(), |it| it.notes.clone()),
    }
}

/// What it asks to do: how, and for practice its steps.
fn how(action: &Action) -> Vec<String> {
    let steps = action.practice.iter().flat_map(|it| it.steps.iter());
    let steps = steps.map(|step| (*step).to_owned());
    let how = Some(action.how.clone()).filter(|how| !how.is_empty());
    how.into_iter().chain(steps).collect()
}

/// A short text to read out: how much there is, and what comes first.
pub fn summary(plan: &Plan) -> String {
    let mut text = match plan.next.len() {
        0 => "There is nothing to do next.".to_owned(),
        1 => "There is one thing to do next.".to_owned(),
        count => format!("There are {count} things to do next."),
    };
    for (place, action) in plan.next.iter().enumerate() {
        let title = action.title.as_str();
        let stop = if title.ends_with(['.', '?', '!']) {
            ""
        } else {
            "."
        };
        text.push_str(&format!(" {}. {title}{stop}", place + 1));
        if !action.how.is_empty() {
            text.push(' ');
            text.push_str(&action.how);
        }
    }
    for (count, what) in [
        (plan.ask.len(), "more to ask your employer or network for"),
        (plan.later.len(), "for later"),
        (plan.done.len(), "done"),
    ] {
        if count > 0 {
            text.push_str(&format!(" {count} {what}."));
        }
    }
    text
}
