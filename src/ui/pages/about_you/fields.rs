//! The questions that are not radios: boxes, words, a number, dates.

use leptos::prelude::*;

use super::{Form, answers};
use crate::app::about_you::{self as asked, FieldOption};
use crate::domain::dates::Day;
use crate::domain::document::{LearningHours, ProfileAnswer};
use crate::domain::framework::bundled;
use crate::domain::ids::TopicId;
use crate::domain::limits::{NAME, WORKPLACE};
use crate::platform::page;
use crate::ui::components::form::{Answer, Question, TextBox, boxes, text_box};
use crate::ui::element::{Element, el, live};

impl Form {
    pub(super) fn caseload(self) -> Element {
        let chosen = self.profile(|it| {
            let topics = it.caseload.get().into_iter().flatten();
            topics.map(|id| id.as_str().to_owned()).collect()
        });
        boxes(
            Question {
                name: "caseload".to_owned(),
                legend: "Topics that come up in my work".to_owned(),
                hint: "Tick those you want to learn about. Only these enter your plan.".to_owned(),
                answers: answers(asked::caseload(bundled())),
                chosen,
                side_by_side: true,
            },
            move |topic, ticked| {
                let topics = self
                    .profile(|it| it.caseload.get().cloned())
                    .unwrap_or_default()
                    .changed(TopicId::new(topic), ticked);
                self.answer(ProfileAnswer::Caseload(
                    Some(topics).filter(|topics| !topics.is_empty()),
                ));
            },
        )
    }

    pub(super) fn wider(self) -> Element {
        let chosen = self.profile(|it| match it.wider.get() {
            None => Vec::new(),
            Some(none) if none.is_empty() => vec![asked::NONE_OF_THESE.to_owned()],
            Some(all) => all
                .iter()
                .filter_map(|wider| asked::word(&asked::WIDER, Some(wider)))
                .collect(),
        });
        let mut choices = asked::options(&asked::WIDER);
        choices.push(FieldOption {
            value: asked::NONE_OF_THESE.to_owned(),
            label: "None of these".to_owned(),
            hint: String::new(),
        });
        boxes(
            Question {
                name: "wider".to_owned(),
                legend: "What I have taken on beyond my own caseload".to_owned(),
                hint: "The highest career level looks for one of these.".to_owned(),
                answers: answers(choices),
                chosen,
                side_by_side: false,
            },
            move |word, ticked| {
                if ticked {
                    // "None" and the others put each other out.
                    page::untick(if word == asked::NONE_OF_THESE {
                        "#wider input:not([value='none'])"
                    } else {
                        "#wider input[value='none']"
                    });
                }
                let before = self.profile(|it| it.wider.get().cloned());
                self.answer(ProfileAnswer::Wider(asked::wider_after(
                    before, &word, ticked,
                )));
            },
        )
    }

    pub(super) fn words(self) -> Vec<Element> {
        let text =
            |id: &str, label: &str, hint: &str, limit: usize, value: Option<String>| TextBox {
                id: id.to_owned(),
                label: label.to_owned(),
                hint: hint.to_owned(),
                value: value.unwrap_or_default(),
                limit,
                rows: 1,
                free: false,
            };
        let name = self.profile(|it| it.name.get().cloned());
        let workplace = self.profile(|it| it.workplace.get().cloned());
        vec![
            text_box(
                text(
                    "name",
                    "My name",
                    "For the top of a plan you print or share.",
                    NAME.most,
                    name,
                ),
                move |text| self.answer(ProfileAnswer::Name(text)),
            ),
            text_box(
                text(
                    "workplace",
                    "My workplace",
                    "Your practice, network or organisation, for the same place.",
                    WORKPLACE.most,
                    workplace,
                ),
                move |text| self.answer(ProfileAnswer::Workplace(text)),
            ),
        ]
    }

    /// A number, or "I don't know": ticking the box puts the number away.
    pub(super) fn hours(self) -> Element {
        let wrong = RwSignal::new(0u32);
        let known = self.profile(|it| it.hours_a_month.get().copied());
        let take = move || match asked::hours(&page::value_of("hours")) {
            Ok(hours) => {
                wrong.set(0);
                self.answer(ProfileAnswer::HoursAMonth(hours));
            }
            Err(_) => wrong.set(1),
        };
        let field = text_box(
            TextBox {
                id: "hours".to_owned(),
                label: "Number of hours".to_owned(),
                hint: String::new(),
                value: asked::hours_text(known.as_ref()),
                limit: 5,
                rows: 1,
                free: false,
            },
            move |_| take(),
        );
        let unknown = "unknown".to_owned();
        let is_unknown = known == Some(LearningHours::Unknown);
        boxes(
            Question {
                name: "hours-known".to_owned(),
                legend: "Hours a month I have for learning".to_owned(),
                hint: "Your plan then spreads over months that you can manage. 0 is an answer too."
                    .to_owned(),
                answers: vec![Answer {
                    value: unknown.clone(),
                    label: "I don’t know".to_owned(),
                    hint: String::new(),
                }],
                chosen: is_unknown.then_some(unknown).into_iter().collect(),
                side_by_side: false,
            },
            move |value, ticked| {
                if value != "unknown" {
                    // The number's own event, on its way up.
                    return;
                }
                if ticked {
                    wrong.set(0);
                    self.answer(ProfileAnswer::HoursAMonth(Some(LearningHours::Unknown)));
                } else {
                    take();
                }
            },
        )
        .attr("data-hours", "")
        .with(field.class("field short"))
        .with(problem(move || {
            (wrong.get() == 1)
                .then(|| said(asked::hours(&page::value_of("hours"))))
                .flatten()
        }))
    }

    pub(super) fn day(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        value: Option<String>,
        answer: fn(Option<Day>) -> ProfileAnswer,
    ) -> Element {
        let wrong = RwSignal::new(0u32);
        let read = move || asked::day(&page::value_of(id), page::is_broken(id));
        let hint_id = format!("{id}-hint");
        let control = el("input")
            .class("input date")
            .attr("type", "date")
            .attr("id", id)
            .attr("max", "2100-12-31")
            .attr("value", value.unwrap_or_default())
            .attr("aria-describedby", format!("{hint_id} {id}-problem"))
            .on("change", move |_| match read() {
                Ok(day) => {
                    wrong.set(0);
                    self.answer(answer(day));
                }
                Err(_) => wrong.update(|count| *count += 1),
            });
        el("div")
            .class("field")
            .with(el("label").attr("for", id).with(label))
            .with(el("p").class("hint").attr("id", hint_id).with(hint))
            .with(control)
            .with(
                problem(move || (wrong.get() > 0).then(|| said(read())).flatten())
                    .attr("id", format!("{id}-problem")),
            )
    }
}

/// What is wrong with what was typed, beside it; nothing where nothing is.
pub fn problem(said: impl Fn() -> Option<String> + Send + 'static) -> Element {
    el("p")
        .class("problem")
        .attr("role", "alert")
        .with(live(move || said().unwrap_or_default()))
}

fn said<T>(read: Result<T, &str>) -> Option<String> {
    read.err().map(str::to_owned)
}
