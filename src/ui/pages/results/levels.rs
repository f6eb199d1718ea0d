//! The career ladder, and the choice of what counts as achieved.

use leptos::prelude::*;

use super::{Seen, details, h2, places};
use crate::app::results::{LevelResult, covers, levels, requirements};
use crate::app::session::Change;
use crate::domain::framework::bundled;
use crate::domain::framework::model::Origin;
use crate::domain::score::Score;
use crate::ui::components::form::{Answer, Question, link, radios};
use crate::ui::element::{Element, each, el};
use crate::ui::session::Keeper;

pub fn ladder(seen: &Seen) -> AnyView {
    let says = each(
        covers(seen.framework, seen.document, &seen.bearing),
        |words| el("p").with(words),
    );
    let here = seen.document.profile().here.get();
    let here = here.and_then(|id| seen.framework.ladder.iter().find(|level| level.id == *id));
    let here = here.map(|level| {
        el("p").with(format!(
            "You say you are at {} now. That is yours to say, and nothing here changes it.",
            level.title
        ))
    });
    let shown = levels(seen.framework, seen.document, &seen.bearing);
    let last = shown.len() - 1;
    let cards = shown
        .into_iter()
        .enumerate()
        .map(|(place, it)| level(it, place == last));
    el("section")
        .class("flow")
        .with(h2("The career levels"))
        .with(el("p").with("The framework describes five levels. This page counts your answers; it is no verdict on you, and a level here is no claim to pay."))
        .with(says)
        .with(here)
        .with(el("p").with(requirements(seen.document, seen.bearing.role)).with(" ").with(link("#/requirements", "See them")))
        .with(el("ol").class("cards ladder").with(cards.collect::<Vec<_>>()))
        .view()
}

fn level(it: LevelResult, is_highest: bool) -> Element {
    let level = it.level;
    let groups = each(it.groups, |group| {
        details(group.heading, false, places(group.links))
    });
    let tags = el("p")
        .class("tags")
        .with(
            it.is_covered
                .then(|| el("span").class("tag score").with("Covered")),
        )
        .with(
            it.is_aim
                .then(|| el("span").class("tag").with("What you aim for")),
        );
    let has_tags = it.is_covered || it.is_aim;
    let highest = is_highest.then(|| el("p").with("Few people score 5, and 4 is very good."));
    el("li")
        .class("card")
        .with(el("h3").with(level.title))
        .with(has_tags.then_some(tags))
        .with(el("p").with(it.says))
        .with((!it.beside.is_empty()).then(|| el("p").with(it.beside)))
        .with(highest)
        .with(groups)
        .with(
            el("p")
                .class("small")
                .with((level.covered_origin == Origin::Tool).then(|| {
                    vec![
                        el("span").class("tag own").with("This tool’s own rule"),
                        el("span").with(" "),
                    ]
                }))
                .with(el("strong").with("When it counts as covered: "))
                .with(level.covered_when),
        )
        .with(el("p").class("small").with(format!(
            "Band the framework suggested: {}, or equivalent; offered as a suggestion only.",
            level.band
        )))
}

/// The choice of what counts as achieved.
pub fn pass_mark(keeper: Keeper) -> Element {
    let chosen = keeper.look(|document| document.achieved_at());
    // At 0 everything would count: only shown where a file says so.
    let offered = Score::ALL
        .into_iter()
        .filter(|score| score.get() > 0 || *score == chosen);
    let answers = offered.map(|score| Answer {
        value: score.to_string(),
        label: format!(
            "{score} ({})",
            bundled().scale.levels[usize::from(score.get())].name
        ),
        hint: String::new(),
    });
    let question = Question {
        name: "achieved-at".to_owned(),
        legend: "From which score does a competency count as achieved?".to_owned(),
        hint: "The framework names no pass score. Score 3 (Competent) is this tool’s own rule, and you may choose another. At the highest level it is 5 whatever you choose here.".to_owned(),
        answers: answers.collect(),
        chosen: vec![chosen.to_string()],
        side_by_side: true,
    };
    el("section")
        .class("flow not-on-paper")
        .with(radios(question, move |value| {
            if let Some(score) = value.parse().ok().and_then(Score::new) {
                keeper.change(Change::AchievedAt(score));
            }
        }))
}
