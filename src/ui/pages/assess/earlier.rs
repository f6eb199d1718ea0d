//! What was said of a competency before.

use leptos::prelude::*;

use super::rating::{Desk, Part};
use crate::app::assess::{self, EarlierEntry};
use crate::domain::document::EntryChange;
use crate::domain::framework::bundled;
use crate::platform::{clock, page};
use crate::ui::components::form::button;
use crate::ui::element::{Element, each, el, nothing};

/// How many are shown at once; a browser takes its time over a long page with
/// every letter somebody types, and what is folded away costs nothing.
const SHOWN: usize = 5;

impl Desk {
    /// What was said before, newest first.
    pub(super) fn earlier(self) -> AnyView {
        let mut list = self.keeper.look(|document| {
            assess::earlier_entries(bundled(), document, self.competency, self.again.get_value())
        });
        if list.is_empty() {
            return nothing();
        }
        let older = list.split_off(list.len().min(SHOWN));
        let first = older.last().map(|it| it.date.clone());
        el("div")
            .class("flow")
            .attr("id", "earlier")
            .with(el("h2").with("Earlier ratings"))
            .with(self.put_back(Part::Earlier, move || {
                self.redraw.update(|count| *count += 1);
                clock::soon(|| {
                    page::focus_on("earlier");
                });
            }))
            .with(self.earlier_list(list))
            .with(first.map(|first| {
                el("details")
                    .with(el("summary").with(format!("{} more, back to {first}", older.len())))
                    .with(self.earlier_list(older))
            }))
            .view()
    }

    fn earlier_list(self, list: Vec<EarlierEntry>) -> Element {
        el("ul")
            .class("earlier")
            .with(each(list, |it| self.earlier_one(it)))
    }

    fn earlier_one(self, it: EarlierEntry) -> Element {
        let id = it.id;
        let date = it.date.clone();
        let words = it.has_words.then(|| {
            el("details")
                .with(
                    el("summary").with("What I wrote").with(
                        el("span")
                            .class("visually-hidden")
                            .with(format!(" on {}", it.date)),
                    ),
                )
                .with(
                    el("p")
                        .class("written")
                        .attr("dir", "auto")
                        .with(it.reflection),
                )
                .with(each(it.evidence, |evidence| {
                    el("p").class("written").attr("dir", "auto").with(evidence)
                }))
                .with(
                    button(
                        "link-button",
                        "Take out this answer and what I wrote",
                        move || {
                            let was = self.keeper.look(|document| {
                                let mut all = document.history(&self.competency.id).iter();
                                all.find(|it| it.id == id).cloned()
                            });
                            if let Some(was) = was {
                                let back = EntryChange::PutBack(Box::new(was));
                                let entry = Some(id.clone());
                                self.take_out(Part::Earlier, entry, EntryChange::Blank, back);
                            }
                            self.redraw.update(|count| *count += 1);
                            clock::soon(|| {
                                page::focus_on("earlier");
                            });
                        },
                    )
                    .with(
                        el("span")
                            .class("visually-hidden")
                            .with(format!(" of {date}")),
                    ),
                )
        });
        el("li")
            .with(el("p").with(format!("{}: {}", it.date, it.rating)))
            .with(words)
    }
}
