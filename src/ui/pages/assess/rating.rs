//! `#/assess/{competency}`: think of recent conversations, look at the key
//! features, choose a statement, reflect.

use leptos::html;
use leptos::prelude::*;

use super::earlier::EarlierRatings;
use super::evidence::EvidenceList;
use super::state::RatingState;
use crate::app::assess::{self, RateAgain};
use crate::app::review::views_of;
use crate::domain::document::{ClockReading, EntryChange, Rating};
use crate::domain::framework::bundled;
use crate::domain::framework::model::Competency;
use crate::domain::limits::REFLECTION;
use crate::platform::clock;
use crate::ui::components::Each;
use crate::ui::components::fields::{Answer, RadioGroup, Shape, TextArea};
use crate::ui::focus::focus_when_there;
use crate::ui::pages::PageTitle;
use crate::ui::parts::{self, DrawBelowRating};
use crate::ui::session::use_session;
use crate::ui::when_here::WhenHere;

/// The page on which one competency is rated.
#[component]
pub fn RateCompetency(competency: &'static Competency) -> impl IntoView {
    let session = use_session();
    let state = RatingState::new(session, competency);
    let chosen = session.memo(move |document| {
        let sitting = state.sitting.read();
        assess::chosen(bundled(), document, competency, &sitting)
    });
    let ways = session.memo(move |document| assess::ways_on(bundled(), document, competency));
    let features = competency
        .features
        .iter()
        .enumerate()
        .map(|(place, feature)| {
            let chosen =
                Signal::derive(move || chosen.with(|it| it.features[place].map(str::to_owned)));
            let choose = move |word: Option<String>| {
                let seen = word.as_deref().and_then(assess::seen);
                state.change(EntryChange::Feature(feature.id.clone(), seen));
            };
            view! {
                <RadioGroup
                    name=feature.id.as_str().replace('/', "-")
                    legend=feature.text
                    answers=assess::SEEN.map(|(value, label)| answer(value, label, "")).into()
                    chosen
                    on_choose=choose
                    shape=Shape::Feature
                    clear="Clear my answer"
                    clear_of=feature.text
                />
            }
        });
    let prompts = bundled().scale.prompts.iter().map(|prompt| {
        view! { <p><strong>{prompt.title}</strong> " " {prompt.text.join(" ")}</p> }
    });
    let rate = move |word: Option<String>| {
        let rating = match word {
            Some(word) => assess::rating(&word),
            None => Some(Rating::Cleared),
        };
        if let Some(rating) = rating {
            state.change(EntryChange::Rating(rating));
        }
    };
    view! {
        <div class="flow asking">
            <p class="crumb"><a href="#/assess">"Rate your practice"</a></p>
            <PageTitle>{competency.title}</PageTitle>
            <p class="lead">{competency.summary}</p>
            <p class="standing" prop:textContent=move || chosen.with(|it| it.status.clone())></p>
            <div class="flow">
                <RatingAgain state/>
                <h2>"Step 1: what can I see?"</h2>
                <p>
                    "Think of two or three recent conversations. For each key feature, say whether you can see it in them. You may leave out any or all of these."
                </p>
                {features.collect_view()}
                <h2>"Step 2: which statement is most like what I did?"</h2>
                {prompts.collect_view()}
                <RadioGroup
                    name="rating"
                    legend="What I did was most like this"
                    hint="Read all six, then choose one."
                    answers=statements(competency)
                    chosen=Signal::derive(move || chosen.with(|it| it.rating.clone()))
                    on_choose=rate
                    shape=Shape::Statements
                    clear="Clear my rating"
                />
                <div role="status">
                    {move || chosen.with(|it| it.remark.clone()).map(|said| view! {
                        <p class="notice"><strong>"A remark, this tool’s own: "</strong> {said}</p>
                    })}
                </div>
                <Others competency/>
                <p class="soft">
                    "The scale was made for rating what somebody does, perhaps by someone who watches. Rating yourself with it is this tool’s own use. "
                    <a href="#/framework/scale">"How to score"</a>
                </p>
                <WhenHere part=parts::below_rating draw=move |draw: DrawBelowRating| draw(state)/>
            </div>
            <h2>"Where to go on"</h2>
            <p class="buttons">
                <a href="#/plan" class="button">"Save and continue: my training plan"</a>
            </p>
            <ul class="plain-list" role="list">
                {move || ways.get().into_iter().map(|way| view! {
                    <li><a href=way.href prop:textContent=way.words></a></li>
                }).collect_view()}
                <li><a href="#/assess">"All competencies"</a></li>
            </ul>
        </div>
    }
}

/// What stands below the statements: what the worker writes, and what was
/// before.
#[component]
pub fn Below(state: RatingState) -> impl IntoView {
    let reflection = Memo::new(move |_| {
        state.read(|entry| entry.map_or(String::new(), |entry| entry.reflection.clone()))
    });
    view! {
        <TextArea
            id="reflection"
            label="My reflection"
            hint="What went well? What would I do differently? What do I want to try next?"
            value=reflection
            limit=REFLECTION.most
            on_input=move |text| state.change(EntryChange::Reflection(text))
            rows=8
            free=true
        />
        <h2>"Evidence"</h2>
        <EvidenceList state/>
        <EarlierRatings state/>
    }
}

/// What readers of the plan said of it.
#[component]
fn Others(competency: &'static Competency) -> impl IntoView {
    let session = use_session();
    let said = session.memo(move |document| views_of(bundled(), document, &competency.id));
    view! {
        <Show when=move || said.with(|it| !it.is_empty())>
            <div class="notice">
                <p><strong>"How others see it"</strong></p>
                <ul>
                    <Each each=move || said.get() key=String::clone let:line><li><bdi>{line}</bdi></li></Each>
                </ul>
            </div>
        </Show>
    }
}

/// The six statements, and that there was no opportunity.
fn statements(competency: &Competency) -> Vec<Answer> {
    let levels = &bundled().scale.levels;
    let statement = competency.statements.iter().map(|statement| {
        let level = levels.iter().find(|level| level.score == statement.score);
        answer(
            &statement.score.to_string(),
            &format!("{} – {}", statement.score, statement.text),
            level.map_or("", |level| level.name),
        )
    });
    let no_opportunity = answer(
        assess::NO_OPPORTUNITY,
        "I have had no opportunity to show this",
        "This is not a score, and never counts as 0.",
    );
    statement.chain([no_opportunity]).collect()
}

fn answer(value: &str, label: &str, hint: &str) -> Answer {
    Answer {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
    }
}

/// "Rate again", or that it has just been pressed.
#[component]
fn RatingAgain(state: RatingState) -> impl IntoView {
    let part = NodeRef::<html::Div>::new();
    let offer = state.session.memo(move |document| {
        let at = ClockReading {
            now: clock::now(),
            today: clock::today(),
        };
        state.sitting.read().offer(document, at)
    });
    // The button that was pressed goes.
    let press = move |again| {
        state.rate_again(again);
        focus_when_there(part);
    };
    view! {
        <div
            id="again"
            node_ref=part
            class=move || offer.with(|it| (*it == RateAgain::Begun).then_some("notice"))
        >
            {move || match offer.get() {
                RateAgain::NotOffered => ().into_any(),
                RateAgain::Offered(said) => view! {
                    <p class="soft" prop:textContent=said></p>
                    <p>
                        <button type="button" class="button plain" on:click=move |_| press(true)>
                            "Rate again"
                        </button>
                    </p>
                }
                .into_any(),
                RateAgain::Begun => view! {
                    <p>
                        "You are rating this again. What you said before is under “Earlier ratings” and stays as it is."
                    </p>
                    <p>
                        <button type="button" class="link-button" on:click=move |_| press(false)>
                            "Go back to what I said before"
                        </button>
                    </p>
                }
                .into_any(),
            }}
        </div>
    }
}
