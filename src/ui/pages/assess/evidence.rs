//! Evidence under a rating: what, when, and a link. Kept while it is typed.

use leptos::prelude::*;

use super::rating::{Desk, Part as Taken};
use crate::domain::document::{ChangeError, EntryChange, Evidence};
use crate::domain::ids::EvidenceId;
use crate::domain::limits::{ADDRESS, EVIDENCE, EVIDENCE_WHAT, EVIDENCE_WHEN};
use crate::domain::web_address::WebAddress;
use crate::platform::{clock, page};
use crate::ui::components::form::{TextBox, button, text_box};
use crate::ui::element::{Element, el, live};
use crate::ui::pages::about_you::problem;

/// The evidence of an entry, to add to, change and remove.
pub fn part(desk: Desk) -> Element {
    let shown = RwSignal::new(0u32);
    el("div")
        .class("flow")
        .with(el("p").attr("id", "evidence-hint").with(
            "One real conversation or piece of work that your rating rests on, with nobody named. You may leave this out.",
        ))
        .with(live(move || {
            // Odd: with an empty one at the end, to write in.
            let count = shown.get();
            untrack(|| list(desk, shown, count % 2 == 1))
        }))
}

/// Each piece with its fields, and the button that adds one.
fn list(desk: Desk, shown: RwSignal<u32>, with_empty: bool) -> Element {
    let mut all = desk.entry().map_or(Vec::new(), |entry| entry.evidence);
    if with_empty {
        let id = EvidenceId::new(clock::random_word());
        all.push(Evidence::new(id, "", "", None));
    }
    let count = all.len();
    let mut part = el("div").class("flow").attr("id", "evidence");
    for (index, evidence) in all.into_iter().enumerate() {
        part = part.with(one(desk, shown, index + 1, evidence));
    }
    part.with(desk.put_back(Taken::Evidence, move || {
        shown.update(|count| *count += 2 - *count % 2);
        clock::soon(|| {
            page::focus_on("evidence-add");
        });
    }))
    .with((count < EVIDENCE.most).then(|| {
        button("button plain", "Add evidence", move || {
            // The next odd number.
            shown.update(|count| *count += 1 + *count % 2);
            clock::soon(move || {
                page::focus_on(&format!("evidence-{}-what", count + 1));
            });
        })
        .attr("id", "evidence-add")
    }))
}

/// A part of a piece of evidence.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    What,
    When,
    Link,
}

impl Part {
    fn word(self) -> &'static str {
        match self {
            Part::What => "what",
            Part::When => "when",
            Part::Link => "link",
        }
    }
}

/// One piece of evidence. Whatever is typed is kept at once; a link that is
/// no web address stays in its field and says so.
fn one(desk: Desk, shown: RwSignal<u32>, number: usize, evidence: Evidence) -> Element {
    let field = move |part: &str| format!("evidence-{number}-{part}");
    let empty = Evidence::new(evidence.id.clone(), "", "", None);
    // Only the part that is typed changes; the others stay as they are kept.
    let keep = move |part: Part, text: String| {
        let mut kept = desk
            .entry()
            .and_then(|entry| entry.evidence.into_iter().find(|it| it.id == empty.id))
            .unwrap_or_else(|| empty.clone());
        match part {
            Part::What => kept.what = text,
            Part::When => kept.when = text,
            Part::Link => {
                let link = WebAddress::parse(&text);
                if link.is_none() && !text.trim().is_empty() {
                    return;
                }
                kept.link = link;
            }
        }
        desk.change(EntryChange::Evidence(kept));
    };
    let text = move |part: Part, label: &str, hint: &str, limit: usize, value: String| {
        let keep = keep.clone();
        let it = TextBox {
            id: field(part.word()),
            label: label.to_owned(),
            hint: hint.to_owned(),
            value,
            limit,
            rows: if part == Part::What { 3 } else { 1 },
            free: part == Part::What,
        };
        text_box(it, move |text| keep(part, text))
    };
    let wrong = RwSignal::new(0u32);
    let said = move || {
        let text = page::value_of(&field("link"));
        if text.trim().is_empty() || WebAddress::parse(&text).is_some() {
            return None;
        }
        Some(format!(
            "This link is not saved yet. {}",
            ChangeError::NotAWebAddress { text }.sentence()
        ))
    };
    let link = evidence.link.as_ref().map_or("", WebAddress::as_str);
    let remove = evidence.id.clone();
    el("fieldset")
        .class("question piece")
        .with(el("legend").with(format!("Evidence {number}")))
        .with(text(
            Part::What,
            "What happened",
            "",
            EVIDENCE_WHAT.most,
            evidence.what,
        ))
        .with(text(
            Part::When,
            "When",
            "In your words: “last week”, “14 November”.",
            EVIDENCE_WHEN.most,
            evidence.when,
        ))
        .with(
            text(
                Part::Link,
                "Link, if there is one",
                "To a note of your own, for example. It begins with https:// or http://.",
                ADDRESS.most,
                link.to_owned(),
            )
            .on("change", move |_| wrong.update(|count| *count += 1))
            .with(problem(move || (wrong.get() > 0).then(said).flatten())),
        )
        .with(
            button("link-button", "Remove", move || {
                let kept = desk
                    .entry()
                    .and_then(|entry| entry.evidence.into_iter().find(|it| it.id == remove));
                if let Some(evidence) = kept {
                    let change = EntryChange::RemoveEvidence(remove.clone());
                    let back = EntryChange::Evidence(evidence);
                    desk.take_out(Taken::Evidence, None, change, back);
                }
                // The next even number: without an empty one.
                shown.update(|count| *count += 2 - *count % 2);
                clock::soon(|| {
                    page::focus_on("evidence-add");
                });
            })
            .with(
                el("span")
                    .class("visually-hidden")
                    .with(format!(" evidence {number}")),
            ),
        )
}
