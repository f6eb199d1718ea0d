//! `#/assess/{competency}`: think of recent conversations, look at the key
//! features, choose a statement, reflect. A tap draws one line of words and
//! nothing else; a letter typed draws nothing.

use leptos::prelude::*;

use super::evidence;
use crate::app::assess;
use crate::app::session::Change;
use crate::domain::document::{Entry, EntryChange, Rating, WhichEntry};
use crate::domain::framework::bundled;
use crate::domain::framework::model::Competency;
use crate::domain::ids::EntryId;
use crate::domain::limits::{REFLECTION, utf16_units};
use crate::platform::{clock, page as browser};
use crate::ui::components::form::{Answer, Question, TextBox, button, link, radios, text_box};
use crate::ui::element::{Element, each, el, live, steady};
use crate::ui::pages::answering::{CLEAR, clearable};
use crate::ui::pages::title;
use crate::ui::session::Keeper;

pub fn page(competency: &'static Competency) -> AnyView {
    let keeper = expect_context::<Keeper>();
    let desk = Desk {
        keeper,
        competency,
        again: StoredValue::new(false),
        rated: RwSignal::new(0),
        redraw: RwSignal::new(0),
        taken: StoredValue::new(None),
    };
    keeper.page(move || desk.page())
}

/// One competency while it is rated.
#[derive(Clone, Copy)]
pub struct Desk {
    pub keeper: Keeper,
    pub competency: &'static Competency,
    /// "Rate again" was pressed, and nothing has been said since: the next
    /// change begins a new entry.
    pub(super) again: StoredValue<bool>,
    /// Counts changes of rating and features: the few words that hang on them
    /// are drawn again.
    rated: RwSignal<u32>,
    /// Counts how often the controls were drawn again by a button.
    pub(super) redraw: RwSignal<u32>,
    /// What was taken out last, to put back until the page is left.
    taken: StoredValue<Option<Taken>>,
}

/// Something taken out, and the change that brings it back.
#[derive(Clone)]
struct Taken {
    of: Part,
    /// The entry; None for the one that is written in.
    entry: Option<EntryId>,
    back: EntryChange,
}

/// What can be taken out.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Part {
    Evidence,
    Earlier,
}

impl Desk {
    /// Takes something out of an entry with this change.
    pub(super) fn take_out(
        self,
        of: Part,
        entry: Option<EntryId>,
        change: EntryChange,
        back: EntryChange,
    ) {
        self.change_in(entry.clone(), change);
        self.taken.set_value(Some(Taken { of, entry, back }));
    }

    fn change_in(self, entry: Option<EntryId>, change: EntryChange) {
        match entry {
            Some(entry) => self.send(WhichEntry::Existing(entry), change),
            None => self.change(change),
        }
    }

    /// That it was taken out, and the button that puts it back; drawn where
    /// it was.
    pub(super) fn put_back(self, of: Part, then: impl Fn() + 'static) -> Option<Element> {
        let is_it = |taken: &Option<Taken>| taken.as_ref().is_some_and(|it| it.of == of);
        self.taken.with_value(is_it).then(|| {
            let press = button("link-button", "Put it back", move || {
                if let Some(taken) = self.taken.try_update_value(Option::take).flatten() {
                    self.change_in(taken.entry, taken.back);
                }
                then();
            });
            el("p")
                .attr("role", "status")
                .with("It was taken out. ")
                .with(press)
        })
    }

    /// The entry the controls show.
    pub fn entry(self) -> Option<Entry> {
        if self.again.get_value() {
            return None;
        }
        self.keeper
            .look(|document| document.latest_entry(&self.competency.id).cloned())
    }

    /// Changes the entry of today, or begins the new one.
    pub fn change(self, change: EntryChange) {
        let new = EntryId::new(clock::random_word());
        let again = self.again.get_value();
        let which = if again {
            WhichEntry::RateAgain { new }
        } else {
            WhichEntry::Today { new }
        };
        let before = self.entries();
        self.send(which, change);
        if again && self.entries() > before {
            self.again.set_value(false);
            self.rated.update(|count| *count += 1);
        }
    }

    pub(super) fn send(self, which: WhichEntry, change: EntryChange) {
        self.keeper.change(Change::Rate {
            competency: self.competency.id.clone(),
            which,
            change,
        });
    }

    fn entries(self) -> usize {
        self.keeper
            .look(|document| document.history(&self.competency.id).len())
    }

    /// A change of rating or feature, which words on the page speak of.
    fn rate(self, change: EntryChange) {
        self.change(change);
        self.rated.update(|count| *count += 1);
    }

    fn page(self) -> AnyView {
        let (before, after) = self
            .keeper
            .look(|document| assess::neighbours(bundled(), document, self.competency));
        let way = |words: &str, it: &Competency| {
            el("li").with(link(
                format!("#/assess/{}", it.id),
                format!("{words}: {}", it.title),
            ))
        };
        el("div")
            .class("flow asking")
            .with(
                el("p")
                    .class("crumb")
                    .with(link("#/assess", "Rate your practice")),
            )
            .with(title(self.competency.title))
            .with(el("p").class("lead").with(self.competency.summary))
            .with(self.status())
            .with(live(move || {
                self.redraw.track();
                untrack(|| self.controls())
            }))
            .with(el("h2").with("Where to go on"))
            .with(
                el("p")
                    .class("buttons")
                    .with(link("#/plan", "Save and continue: my training plan").class("button")),
            )
            .with(
                el("ul")
                    .class("plain-list")
                    .with(after.map(|it| way("Next", it)))
                    .with(before.map(|it| way("Previous", it)))
                    .with(el("li").with(link("#/assess", "All competencies"))),
            )
            .view()
    }

    /// What stands now, in words.
    fn status(self) -> Element {
        el("p").class("standing").with(steady(move || {
            self.rated.track();
            let said = self
                .keeper
                .look(|document| assess::status(bundled(), document, self.competency));
            format!("{said}.")
        }))
    }

    fn controls(self) -> AnyView {
        let entry = self.entry();
        let entry = entry.as_ref();
        el("div")
            .class("flow")
            .with(self.rating_again(entry))
            .with(el("h2").with("Step 1: what can I see?"))
            .with(el("p").with(
                "Think of two or three recent conversations. For each key feature, say whether you can see it in them. You may leave out any or all of these.",
            ))
            .with(each(&self.competency.features, |feature| {
                let id = feature.id.clone();
                let cleared = id.clone();
                let chosen = entry.and_then(|entry| entry.features.get(&feature.id).copied());
                let name = feature.id.as_str().replace('/', "-");
                let question = Question {
                    name: name.clone(),
                    legend: feature.text.to_owned(),
                    hint: String::new(),
                    answers: assess::SEEN
                        .map(|(value, label)| answer(value, label, ""))
                        .into(),
                    chosen: chosen
                        .map(|seen| assess::seen_word(seen).to_owned())
                        .into_iter()
                        .collect(),
                    side_by_side: true,
                };
                clearable(
                    radios(question, move |word| {
                        self.rate(EntryChange::Feature(id.clone(), assess::seen(&word)));
                    }),
                    name,
                    assess::SEEN[0].0,
                    CLEAR,
                    feature.text,
                    move || self.rate(EntryChange::Feature(cleared.clone(), None)),
                )
                .attr("data-feature", "")
            }))
            .with(el("h2").with("Step 2: which statement is most like what I did?"))
            .with(each(&bundled().scale.prompts, |prompt| {
                el("p")
                    .with(el("strong").with(prompt.title))
                    .with(" ")
                    .with(prompt.text.join(" "))
            }))
            .with(self.statements(entry))
            .with(
                el("div").attr("role", "status").with(steady(move || {
                    self.rated.track();
                    let said = self.entry().and_then(|entry| {
                        assess::remark_in_words(bundled(), self.competency, &entry)
                    });
                    said.map(|said| {
                        el("p")
                            .class("notice")
                            .with(el("strong").with("A remark, this tool’s own: "))
                            .with(said)
                    })
                })),
            )
            .with(
                el("p")
                    .class("soft")
                    .with("The scale was made for rating what somebody does, perhaps by someone who watches. Rating yourself with it is this tool’s own use. ")
                    .with(link("#/framework/scale", "How to score")),
            )
            .with(self.reflection(entry))
            .with(el("h2").with("Evidence"))
            .with(evidence::part(self))
            .with(self.earlier())
            .view()
    }

    fn statements(self, entry: Option<&Entry>) -> Element {
        let mut answers: Vec<Answer> = self
            .competency
            .statements
            .iter()
            .map(|statement| {
                let name = bundled()
                    .scale
                    .levels
                    .iter()
                    .find(|l| l.score == statement.score);
                answer(
                    &statement.score.to_string(),
                    &format!("{} – {}", statement.score, statement.text),
                    name.map_or("", |level| level.name),
                )
            })
            .collect();
        answers.push(answer(
            assess::NO_OPPORTUNITY,
            "I have had no opportunity to show this",
            "This is not a score, and never counts as 0.",
        ));
        let chosen = entry.and_then(|entry| assess::rating_word(entry.rating));
        let question = Question {
            name: "rating".to_owned(),
            legend: "What I did was most like this".to_owned(),
            hint: "Read all six, then choose one.".to_owned(),
            answers,
            chosen: chosen.into_iter().collect(),
            side_by_side: false,
        };
        clearable(
            radios(question, move |word| {
                if let Some(rating) = assess::rating(&word) {
                    self.rate(EntryChange::Rating(rating));
                }
            }),
            "rating".to_owned(),
            "0",
            "Clear my rating",
            "",
            move || self.rate(EntryChange::Rating(Rating::Cleared)),
        )
        .attr("data-statements", "")
    }

    fn reflection(self, entry: Option<&Entry>) -> Element {
        // Only near the end is there anything to say of the room.
        const NEAR: usize = 200;
        let value = entry.map_or(String::new(), |entry| entry.reflection.clone());
        let left = |text: &str| REFLECTION.most.saturating_sub(utf16_units(text)).min(NEAR) as u32;
        let room = RwSignal::new(left(&value));
        text_box(
            TextBox {
                id: "reflection".to_owned(),
                label: "My reflection".to_owned(),
                hint: "What went well? What would I do differently? What do I want to try next?"
                    .to_owned(),
                value,
                limit: REFLECTION.most,
                rows: 8,
                free: true,
            },
            move |text| {
                let now = left(&text);
                if now != room.get_untracked() {
                    room.set(now);
                }
                self.change(EntryChange::Reflection(text));
            },
        )
        .with(
            el("p")
                .class("hint")
                .attr("role", "status")
                .with(live(move || match room.get() as usize {
                    NEAR.. => String::new(),
                    0 => {
                        "This is full: 5,000 characters. What goes beyond was not taken.".to_owned()
                    }
                    left => format!("Room for {left} more characters."),
                })),
        )
    }

    /// "Rate again", or that it has just been pressed.
    fn rating_again(self, entry: Option<&Entry>) -> AnyView {
        let again = self.again.get_value();
        let date = entry.map(|entry| entry.date);
        // Steady: an element put in anew here has the browser style the whole
        // page again, on every tap.
        steady(move || {
            self.rated.track();
            let begun = self.again.get_value();
            match (again, date) {
                (true, _) if begun => el("div")
                    .class("notice")
                    .attr("id", "again")
                    .with(el("p").with(
                        "You are rating this again. What you said before is under “Earlier ratings” and stays as it is.",
                    ))
                    .with(el("p").with(button(
                        "link-button",
                        "Go back to what I said before",
                        move || self.begin(false),
                    ))),
                (false, Some(date)) => {
                    let said = if date == clock::today() {
                        "What you change today becomes part of today’s answer.".to_owned()
                    } else {
                        format!(
                            "Below is what you said on {}. What you change today is kept as a new answer; the old one stays.",
                            date.long()
                        )
                    };
                    el("div")
                        .attr("id", "again")
                        .with(el("p").class("soft").with(said))
                        .with(el("p").with(button("button plain", "Rate again", move || {
                            self.begin(true);
                        })))
                }
                _ => el("div").attr("id", "again"),
            }
        })
    }

    fn begin(self, again: bool) {
        self.again.set_value(again);
        self.redraw.update(|count| *count += 1);
        // Once it is drawn.
        clock::soon(|| {
            browser::focus_on("again");
        });
    }
}

fn answer(value: &str, label: &str, hint: &str) -> Answer {
    Answer {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
    }
}
