//! Of two answers to one thing: which stands, and whether they say the same.

use std::cmp::Ordering;

use serde_json::Value;

use super::format_table::Group;
use super::scope::Purpose;
use super::v1::ENTRY;
use super::write;
use crate::domain::dates::Moment;
use crate::domain::document::JsonFields;

/// As it stands in a file, where every moment has one shape: later is larger.
pub fn changed(answer: &Value) -> &str {
    text(answer, "changed")
}

fn text<'a>(group: &'a Value, name: &str) -> &'a str {
    group.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// An answer as it is stored, to compare; empty where there is none.
pub fn as_text(group: &Group, answer: &Value) -> String {
    match answer {
        Value::Object(fields) => write::group(group, fields, Purpose::Stored),
        _ => String::new(),
    }
}

/// Until when a moment in a file can be true, as it stands there: a clock that
/// ran ahead makes nothing newer.
pub struct Believed(String);

impl Believed {
    /// A day may be two where the clocks of two places are compared.
    pub fn until(now: Moment) -> Self {
        let tomorrow = Moment::from_unix(now.unix() + 24 * 60 * 60);
        Self(tomorrow.unwrap_or(now).iso())
    }

    /// Whatever a file says.
    pub fn all() -> Self {
        Self("~".to_owned())
    }

    /// Whether a moment can be true.
    pub fn is(&self, moment: &str) -> bool {
        moment <= self.0.as_str()
    }

    /// When something was changed, to compare: what is not believed was so
    /// before all that is.
    fn changed<'a>(&self, answer: &'a Value) -> (bool, &'a str) {
        let changed = changed(answer);
        (self.is(changed), changed)
    }
}

/// The one changed later; of two changed at once, the one whose text is later
/// in the alphabet, so that the order they come in makes no difference. And
/// the other, where it says something else.
pub fn later(believed: &Believed, group: &Group, a: Value, b: Value) -> (Value, Option<Value>) {
    let a_wins = match believed.changed(&a).cmp(&believed.changed(&b)) {
        Ordering::Equal => as_text(group, &a) > as_text(group, &b),
        order => order.is_gt(),
    };
    let (winner, loser) = if a_wins { (a, b) } else { (b, a) };
    let loser = Some(loser).filter(|loser| !says_the_same(&winner, loser));
    (winner, loser)
}

/// Says the same, whenever it was begun or changed.
pub fn says_the_same(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.as_object(), b.as_object()) else {
        return false;
    };
    let same = |(name, said): (&String, &Value)| {
        matches!(name.as_str(), "changed" | "started") || b.get(name) == Some(said)
    };
    a.len() == b.len() && a.iter().all(same)
}

/// Entries oldest first, each id once; and those that gave way to another with
/// their id that says something else, with that other.
pub fn by_id(believed: &Believed, entries: Vec<Value>) -> (Vec<Value>, Vec<(Value, Value)>) {
    let mut kept = JsonFields::new();
    let mut gone = Vec::new();
    for entry in entries {
        let id = text(&entry, "id").to_owned();
        let one = match kept.remove(&id) {
            Some(other) => {
                let (winner, loser) = later(believed, &ENTRY, other, entry);
                gone.extend(loser.map(|loser| (loser, winner.clone())));
                winner
            }
            None => entry,
        };
        kept.insert(id, one);
    }
    // An entry of which no moment is believed was begun before those that say
    // when: only so does it not count as the newest.
    let began = |entry: &Value| {
        let started = text(entry, "started");
        let is_believed = believed.is(started);
        Moment::parse(if is_believed { started } else { changed(entry) })
    };
    let says_when = |entry: &&Value| believed.changed(entry).0;
    let first = kept.values().filter(says_when).filter_map(began).min();
    let before_all = first.and_then(|first| Moment::from_unix(first.unix() - 1));
    let mut in_order: Vec<Value> = Vec::new();
    // In order of id, which stays for equal times.
    for (_, mut entry) in kept {
        if let Some(before_all) = before_all
            && !believed.is(text(&entry, "started"))
        {
            let when = match believed.changed(&entry) {
                (true, changed) => changed.to_owned(),
                (false, _) => before_all.iso(),
            };
            entry["started"] = when.into();
        }
        let started = text(&entry, "started");
        let after = in_order
            .iter()
            .rposition(|other| text(other, "started") <= started);
        let at = after.map_or(0, |before| before + 1);
        in_order.insert(at, entry);
    }
    (in_order, gone)
}
