//! The career ladder, and the choice of what counts as achieved.

use leptos::prelude::*;

use crate::app::results::{self, StateGroup, ladder, pass_mark_chosen};
use crate::app::session::Change;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{CareerLevel, Origin};
use crate::domain::score::Score;
use crate::ui::components::fields::{Answer, RadioGroup, Shape};
use crate::ui::components::{Each, Hidden};
use crate::ui::session::use_session;

use super::competencies::items;

/// The five career levels, and what of each is met (“Career levels”).
#[component]
pub fn Ladder() -> impl IntoView {
    let session = use_session();
    let ladder = session.memo(|document| ladder(bundled(), document));
    let levels = bundled().ladder.iter().enumerate();
    let levels = levels.map(|(place, level)| view! { <Level level place ladder/> });
    view! {
        <section class="flow">
            <h2>"The career levels"</h2>
            <p>"The framework describes five levels. This page counts your answers; it is no verdict on you, and a level here is no claim to pay."</p>
            <Each each=move || ladder.with(|it| it.covers.clone()) key=String::clone let:words>
                <p>{words}</p>
            </Each>
            <Sentence words=Signal::derive(move || ladder.with(|it| it.here.clone()))/>
            <p>
                <span prop:textContent=move || ladder.with(|it| it.requirements.clone())></span>
                " "
                <a href="#/requirements">"See them"</a>
            </p>
            <ol class="cards ladder" role="list">{levels.collect_view()}</ol>
        </section>
    }
}

/// A sentence that is not always there.
#[component]
fn Sentence(words: Signal<String>) -> impl IntoView {
    view! {
        <p hidden=move || words.with(String::is_empty) prop:textContent=move || words.get()></p>
    }
}

#[component]
fn Level(
    level: &'static CareerLevel,
    /// Among the levels.
    place: usize,
    ladder: Memo<results::Ladder>,
) -> impl IntoView {
    let is_highest = place + 1 == bundled().ladder.len();
    let groups = move || ladder.with(|it| it.rungs[place].groups.clone());
    let tags = move || ladder.with(|it| (it.rungs[place].is_covered, it.rungs[place].is_aim));
    view! {
        <li class="card">
            <h3>{level.title}</h3>
            <p class="tags" hidden=move || tags() == (false, false)>
                <Show when=move || tags().0><span class="tag score">"Covered"</span></Show>
                <Show when=move || tags().1><span class="tag">"What you aim for"</span></Show>
            </p>
            <p prop:textContent=move || ladder.with(|it| it.rungs[place].says.clone())></p>
            <Sentence words=Signal::derive(move || ladder.with(|it| it.rungs[place].beside.clone()))/>
            {is_highest.then(|| view! { <p>"Few people score 5, and 4 is very good."</p> })}
            <Each each=groups key=|group| group.name let:group>
                <details>
                    <summary>
                        <span prop:textContent=move || heading(&groups(), group.name)></span>
                        <Hidden>{format!(": {}", level.title)}</Hidden>
                    </summary>
                    <Places groups=Signal::derive(groups) name=group.name/>
                </details>
            </Each>
            <p class="small">
                {(level.covered_origin == Origin::Tool).then(|| view! {
                    <span class="tag own">"This tool’s own rule"</span>
                    " "
                })}
                <strong>"When it counts as covered: "</strong>
                {level.covered_when}
            </p>
            <p class="small">"Band the framework suggested: "{level.band}", or equivalent; offered as a suggestion only."</p>
        </li>
    }
}

/// The heading a group has now.
pub fn heading(groups: &[StateGroup], name: &str) -> Option<String> {
    let group = groups.iter().find(|group| group.name == name);
    group.map(|group| group.heading.clone())
}

/// Links to where each thing of a group is answered.
#[component]
pub fn Places(groups: Signal<Vec<StateGroup>>, name: &'static str) -> impl IntoView {
    let places = Memo::new(move |_| {
        groups.with(|groups| {
            let group = groups.iter().find(|group| group.name == name);
            group.map_or_else(Vec::new, |group| group.links.clone())
        })
    });
    view! {
        <ul>
            <Each each=move || places.get() key=|place| place.href.clone() let:place>
                <OnePlace href=place.href places/>
            </Each>
        </ul>
    }
}

#[component]
fn OnePlace(href: String, places: Memo<Vec<results::AnswerLink>>) -> impl IntoView {
    let (of, of_topics) = (href.clone(), href.clone());
    let words = move || {
        places.with(|places| {
            let place = places.iter().find(|place| place.href == of);
            place.map(|place| place.words.clone())
        })
    };
    let topics = move || {
        places.with(|places| {
            let place = places.iter().find(|place| place.href == of_topics);
            let topics = place.map(|place| place.topics.clone()).unwrap_or_default();
            (!topics.is_empty()).then(|| items(topics))
        })
    };
    view! {
        <li><a href=href prop:textContent=words></a>{topics}</li>
    }
}

/// The choice of what counts as achieved.
#[component]
pub fn PassMark() -> impl IntoView {
    let session = use_session();
    let achieved_at = session.memo(|document| document.achieved_at().get());
    // At 0 everything would count: only shown where a file says so, and then
    // for as long as the page is.
    let offers_zero = Memo::new(move |was| was == Some(&true) || achieved_at.get() == 0);
    // What it changes stands above and below, so it is said once chosen.
    let was_chosen = RwSignal::new(false);
    let said = move || {
        let words = || session.read(|document| pass_mark_chosen(bundled(), document));
        was_chosen.get().then(words)
    };
    let question = move || {
        let offered = Score::ALL
            .into_iter()
            .filter(|score| score.get() > 0 || offers_zero.get());
        let answers = offered.map(|score| Answer {
            value: score.to_string(),
            label: format!(
                "{score} ({})",
                bundled().scale.levels[usize::from(score.get())].name
            ),
            hint: String::new(),
        });
        let choose = move |given: Option<String>| {
            if let Some(score) = given
                .and_then(|given| given.parse().ok())
                .and_then(Score::new)
            {
                session.change(Change::AchievedAt(score));
                was_chosen.set(true);
            }
        };
        view! {
            <RadioGroup
                name="achieved-at"
                legend="From which score does a competency count as achieved?"
                hint="The framework names no pass score. Score 3 (Competent) is this tool’s own rule, and you may choose another. At the highest level it is 5 whatever you choose here."
                answers=answers.collect()
                chosen=Signal::derive(move || Some(achieved_at.get().to_string()))
                on_choose=choose
                shape=Shape::Row
            />
        }
    };
    view! {
        <section class="flow not-on-paper">
            {question}
            <p class="said" role="status" prop:textContent=said></p>
        </section>
    }
}
