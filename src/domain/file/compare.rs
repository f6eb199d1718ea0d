//! Of two answers to one thing: which stands, and whether they say the same.

use std::cmp::Ordering;

use serde_json::Value;

use super::format_table::Group;
use super::scope::Purpose;
use super::v1::ENTRY;
use super::write;
use crate::domain::document::JsonFields;

/// As it stands in a file, where every moment has one shape: later is larger.
pub fn changed(answer: &Value) -> &str {
    text(answer, "changed")
}

fn text<'a>(group: &'a Value, name: &str) -> &'a str {
    group.get(name).and_then(Value::as_str).unwrap_or_default()
}

pub fn as_text(group: &Group, answer: &Value) -> String {
    match answer {
        Value::Object(fields) => write::group(group, fields, Purpose::Stored),
        _ => String::new(),
    }
}

/// The one changed later; of two changed at once, the one whose text is later
/// in the alphabet, so that the order they come in makes no difference. And
/// the other, where it says something else.
pub fn later(group: &Group, a: Value, b: Value) -> (Value, Option<Value>) {
    let a_wins = match changed(&a).cmp(changed(&b)) {
        Ordering::Equal => as_text(group, &a) > as_text(group, &b),
        order => order.is_gt(),
    };
    let (winner, loser) = if a_wins { (a, b) } else { (b, a) };
    let loser = Some(loser).filter(|loser| !says_the_same(&winner, loser));
    (winner, loser)
}

/// Says the same, whenever it was changed.
pub fn says_the_same(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.as_object(), b.as_object()) else {
        return false;
    };
    let same = |(name, said): (&String, &Value)| name == "changed" || b.get(name) == Some(said);
    a.len() == b.len() && a.iter().all(same)
}

/// Entries oldest first, each id once; and those that gave way to another with
/// their id that says something else.
pub fn by_id(entries: Vec<Value>) -> (Vec<Value>, Vec<Value>) {
    let mut kept = JsonFields::new();
    let mut gone = Vec::new();
    for entry in entries {
        let id = text(&entry, "id").to_owned();
        let one = match kept.remove(&id) {
            Some(other) => {
                let (winner, loser) = later(&ENTRY, other, entry);
                gone.extend(loser);
                winner
            }
            None => entry,
        };
        kept.insert(id, one);
    }
    let mut in_order: Vec<Value> = Vec::new();
    // In order of id, which stays for equal times.
    for (_, entry) in kept {
        let started = text(&entry, "started");
        let after = in_order
            .iter()
            .rposition(|other| text(other, "started") <= started);
        let at = after.map_or(0, |before| before + 1);
        in_order.insert(at, entry);
    }
    (in_order, gone)
}
