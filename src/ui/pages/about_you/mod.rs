//! `#/about-you`: the role, how long, the aim; and what else helps a plan.
//! Nothing is required, and what is answered is kept at once.

mod fields;

use leptos::prelude::*;

pub use fields::problem;

use super::answering::{CLEAR, clearable};
use super::title;
use crate::app::about_you::{self as asked, FieldOption};
use crate::app::assess;
use crate::app::session::Change;
use crate::domain::document::{Document, Profile, ProfileAnswer};
use crate::domain::framework::bundled;
use crate::ui::components::form::{Answer, Question, link, radios};
use crate::ui::element::{Element, el, live};
use crate::ui::session::Keeper;

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.page(move || Form::new(keeper).draw(&heading))
}

/// The page while it is filled in.
#[derive(Clone, Copy)]
struct Form {
    keeper: Keeper,
    /// Counts changes of role, experience and aim: what hangs on them is drawn
    /// again, and not for every letter of a name.
    main: RwSignal<u32>,
}

/// One question of radios.
struct Asked {
    name: &'static str,
    legend: &'static str,
    why: &'static str,
    answers: Vec<FieldOption>,
    chosen: Option<String>,
}

impl Form {
    fn new(keeper: Keeper) -> Self {
        Form {
            keeper,
            main: RwSignal::new(0u32),
        }
    }

    fn answer(self, answer: ProfileAnswer) {
        self.keeper.change(Change::Profile(answer));
    }

    fn profile<T>(self, read: impl FnOnce(&Profile) -> T) -> T {
        self.keeper.look(|document| read(document.profile()))
    }

    fn draw(self, heading: &str) -> AnyView {
        el("div")
            .class("flow asking")
            .with(title(heading))
            .with(el("p").class("lead").with(
                "Two answers are enough to begin. Nothing here is required, and you can change it at any time.",
            ))
            .with(self.role())
            .with(self.experience())
            .with(self.way_on(true))
            .with(self.aim())
            .with(el("h2").with("If you like"))
            .with(el("p").with(
                "Each of these makes your plan fit you a little better. Leave out what you do not want to say. It all stays in this browser; your name and workplace go into a plan file only if you tick them there.",
            ))
            .with(self.here())
            .with(self.hours())
            .with(self.somerset())
            .with(self.scheme())
            .with(self.caseload())
            .with(self.wider())
            .with(self.words())
            .with(self.day(
                "start",
                "When I began in this post",
                "With it, what belongs into your first weeks gets dates that fit.",
                self.profile(|it| it.start.get().map(|day| day.iso())),
                ProfileAnswer::Start,
            ))
            .with(self.day(
                "next-review",
                "My next review",
                "Supervision or appraisal, for example. It stands on your plan and your supervision sheet, and the next sheet says what changed since.",
                self.profile(|it| it.next_review.get().map(|day| day.iso())),
                ProfileAnswer::NextReview,
            ))
            .with(self.way_on(false))
            .view()
    }

    /// Where to go on and, if `whole`, what everything is shown for.
    fn way_on(self, whole: bool) -> AnyView {
        live(move || {
            self.main.track();
            let (sentence, chosen, next) = self.keeper.look(|document: &Document| {
                (
                    asked::bearing_sentence(bundled(), document),
                    document.profile().aim.get().is_some(),
                    assess::next_unrated(bundled(), document),
                )
            });
            let choose = if chosen {
                "Change my aim"
            } else {
                "Choose my aim"
            };
            let (href, place) = match next {
                Some(competency) => (
                    format!("#/assess/{}", competency.id),
                    format!("rate “{}”", competency.title),
                ),
                None => ("#/plan".to_owned(), "my training plan".to_owned()),
            };
            let on = if whole {
                "Save and continue"
            } else {
                "Done: go on"
            };
            let on = link(href, format!("{on}: {place}"));
            el("div")
                .class("way-on")
                .with(whole.then(|| el("p").with(sentence).with(" ").with(link("#aim", choose))))
                .with(el("p").with(on.class("button")))
        })
    }

    fn radios(
        self,
        it: Asked,
        answer: impl Fn(Option<&str>) -> ProfileAnswer + Clone + 'static,
    ) -> Element {
        let main = matches!(it.name, "role" | "experience" | "aim");
        let change = move |word: Option<&str>| {
            self.answer(answer(word));
            if main {
                self.main.update(|count| *count += 1);
            }
        };
        let first = it.answers.first().map(|first| first.value.clone());
        let clear = change.clone();
        let short = it.answers.iter().all(|answer| answer.label.len() < 16);
        let question = Question {
            name: it.name.to_owned(),
            legend: it.legend.to_owned(),
            hint: it.why.to_owned(),
            answers: answers(it.answers),
            chosen: it.chosen.into_iter().collect(),
            side_by_side: short,
        };
        clearable(
            radios(question, move |value| change(Some(&value))),
            it.name.to_owned(),
            &first.unwrap_or_default(),
            CLEAR,
            it.legend,
            move || clear(None),
        )
    }

    fn role(self) -> Element {
        self.radios(
            Asked {
                name: "role",
                legend: "My role",
                why: "Roles have different requirements. Your plan then has those of yours.",
                answers: asked::roles(bundled()),
                chosen: self.profile(|it| it.role.get().map(|id| id.as_str().to_owned())),
            },
            |word| ProfileAnswer::Role(word.map(Into::into)),
        )
    }

    fn experience(self) -> Element {
        self.radios(
            Asked {
                name: "experience",
                legend: "How long I have done this",
                why: "If you are just starting, your induction and the core topics come first.",
                answers: asked::options(&asked::EXPERIENCE),
                chosen: self.profile(|it| asked::word(&asked::EXPERIENCE, it.experience.get())),
            },
            |word| {
                ProfileAnswer::Experience(
                    word.and_then(|word| asked::from_word(&asked::EXPERIENCE, word)),
                )
            },
        )
    }

    fn aim(self) -> Element {
        self.radios(
            Asked {
                name: "aim",
                legend: "The level I aim for",
                why: "These are the framework’s career levels (Table 1). Your aim decides which competencies and topics come first. It is your choice, and no claim to a post or to pay.",
                answers: asked::levels(bundled()),
                chosen: self.profile(|it| it.aim.get().map(|id| id.as_str().to_owned())),
            },
            |word| ProfileAnswer::Aim(word.map(Into::into)),
        )
    }

    fn here(self) -> Element {
        self.radios(
            Asked {
                name: "here",
                legend: "Where I say I am now",
                why: "Your own view. It stands as you say it and is never corrected.",
                answers: asked::levels(bundled()),
                chosen: self.profile(|it| it.here.get().map(|id| id.as_str().to_owned())),
            },
            |word| ProfileAnswer::Here(word.map(Into::into)),
        )
    }

    fn scheme(self) -> Element {
        self.radios(
            Asked {
                name: "scheme",
                legend: "Is my post paid for through a primary care network’s additional roles scheme?",
                why: "The Additional Roles Reimbursement Scheme (ARRS). If it is, the 2020/21 rules say what your network must make sure of. Your plan names it; check this year’s rules. Your manager will know.",
                answers: asked::options(&asked::SCHEME),
                chosen: self.profile(|it| asked::word(&asked::SCHEME, it.scheme_funded.get())),
            },
            |word| {
                ProfileAnswer::SchemeFunded(word.and_then(|word| asked::from_word(&asked::SCHEME, word)))
            },
        )
    }

    fn somerset(self) -> Element {
        self.radios(
            Asked {
                name: "somerset",
                legend: "Do I work in Somerset?",
                why: "If you do, local training comes before national training.",
                answers: asked::options(&asked::SOMERSET),
                chosen: self.profile(|it| asked::word(&asked::SOMERSET, it.in_somerset.get())),
            },
            |word| {
                ProfileAnswer::InSomerset(
                    word.and_then(|word| asked::from_word(&asked::SOMERSET, word)),
                )
            },
        )
    }
}

fn answers(choices: Vec<FieldOption>) -> Vec<Answer> {
    let answer = |it: FieldOption| Answer {
        value: it.value,
        label: it.label,
        hint: it.hint,
    };
    choices.into_iter().map(answer).collect()
}
