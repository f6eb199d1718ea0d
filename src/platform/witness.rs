//! What the browser itself tells of this page: its policy, and what was asked
//! for since it was opened.

use js_sys::Reflect;
use web_sys::Element;

use super::page::document;

/// The content security policy, one rule an item, as it stands in the page.
pub fn policy() -> Vec<String> {
    let meta = document()
        .query_selector("meta[http-equiv='Content-Security-Policy']")
        .ok()
        .flatten();
    let text = meta.and_then(|meta: Element| meta.get_attribute("content"));
    let text = text.unwrap_or_default();
    text.split(';').map(|rule| rule.trim().to_owned()).collect()
}

/// The address of the page and of each file it asked for, in that order; the
/// browser keeps the first few hundred.
pub fn asked_for() -> Vec<String> {
    let mut asked = Vec::new();
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else {
        return asked;
    };
    for kind in ["navigation", "resource"] {
        let entries = performance.get_entries_by_type(kind);
        for i in 0..entries.length() {
            let name = Reflect::get(&entries.get(i), &"name".into()).ok();
            asked.extend(name.and_then(|name| name.as_string()));
        }
    }
    asked
}
