//! No two resources, topics or requirements are explained in one sentence.

use std::collections::HashMap;

use waymark::domain::document::ActionEdit;
use waymark::domain::framework::bundled;

use crate::worker::Worker;

#[test]
fn every_action_there_can_be_has_its_own_sentence() {
    let framework = bundled();
    let mut worker = Worker::default();
    let mut ids = Vec::new();
    ids.extend(
        framework
            .resources
            .iter()
            .map(|it| format!("resource:{}", it.id)),
    );
    for topic in &framework.topics {
        ids.extend([format!("job:{}", topic.id), format!("ask:{}", topic.id)]);
    }
    for it in &framework.competencies {
        ids.extend([format!("practise:{}", it.id), format!("rate:{}", it.id)]);
    }
    for section in &framework.sections {
        ids.push(format!("go-through:{}", section.id));
    }
    for requirement in framework.roles.iter().flat_map(|role| &role.requirements) {
        ids.extend([
            format!("job:{}", requirement.id),
            format!("ask:{}", requirement.id),
        ]);
    }
    ids.push("ask:wider-responsibilities".to_owned());
    for id in &ids {
        worker = worker.changes(id, ActionEdit::Pinned(true));
    }
    let plan = worker.plan();
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for action in plan.actions() {
        assert!(action.how.ends_with('.'), "{}: {:?}", action.id, action.how);
        let other = seen.insert(&action.how, action.id.as_str());
        assert_eq!(other, None, "{}: {}", action.id, action.how);
    }
    assert_eq!(seen.len(), ids.len());
}
