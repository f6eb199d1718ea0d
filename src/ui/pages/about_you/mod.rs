//! `#/about-you`: the role, how long, the aim; and what else helps a plan.
//! Nothing is required, and what is answered is kept at once.

mod fields;

use leptos::prelude::*;

use self::fields::{Caseload, DayOf, HoursAMonth, NameAndWorkplace, TakenOn};
use super::PageTitle;
use crate::app::about_you::{self as asked, FieldOption, WayOn};
use crate::app::route::Route;
use crate::app::session::Change;
use crate::domain::document::{Profile, ProfileAnswer};
use crate::domain::framework::bundled;
use crate::domain::plan::works_at_host;
use crate::platform::clock;
use crate::ui::components::fields::{Answer, RadioGroup, Shape};
use crate::ui::session::use_session;

/// The page, at `#/about-you`.
#[component]
pub fn AboutYou() -> impl IntoView {
    let session = use_session();
    let way = session.memo(|document| asked::way_on(bundled(), document));
    view! {
        <div class="flow asking">
            <PageTitle>{Route::AboutYou.heading()}</PageTitle>
            <p class="lead">
                "Two answers are enough to begin. Nothing here is required, and you can change it at any time."
            </p>
            <OneOf
                name="role"
                legend="My role"
                why="Roles have different requirements. Your plan then has those of yours."
                choices=asked::roles(bundled())
                chosen=|it| it.role.get().map(|id| id.as_str().to_owned())
                answer=|word| ProfileAnswer::Role(word.map(Into::into))
            />
            <OneOf
                name="experience"
                legend="How long I have done this"
                why="If you are just starting, your induction and the core topics come first."
                choices=asked::options(&asked::EXPERIENCE)
                chosen=|it| asked::word(&asked::EXPERIENCE, it.experience.get())
                answer=|word| ProfileAnswer::Experience(
                    word.and_then(|word| asked::from_word(&asked::EXPERIENCE, word)),
                )
            />
            <div class="way-on">
                <p>
                    <span prop:textContent=move || way.with(|it| it.bearing.clone())></span>
                    " "
                    <a href="#aim" prop:textContent=move || way.with(|it| it.choose)></a>
                </p>
                <Onward way words="Save and continue"/>
            </div>
            <OneOf
                name="aim"
                legend="The level I aim for"
                why="These are the framework’s career levels (Table 1). Your aim decides which competencies and topics come first. It is your choice, and no claim to a post or to pay."
                choices=asked::levels(bundled())
                chosen=|it| it.aim.get().map(|id| id.as_str().to_owned())
                answer=|word| ProfileAnswer::Aim(word.map(Into::into))
            />
            <h2>"If you like"</h2>
            <p>
                "Each of these makes your plan fit you a little better. Leave out what you do not want to say. It all stays in this browser; your name and workplace go into a plan file only if you tick them there."
            </p>
            <OneOf
                name="here"
                legend="Where I say I am now"
                why="Your own view. It stands as you say it and is never corrected."
                choices=asked::levels(bundled())
                chosen=|it| it.here.get().map(|id| id.as_str().to_owned())
                answer=|word| ProfileAnswer::Here(word.map(Into::into))
            />
            <HoursAMonth/>
            <OneOf
                name="somerset"
                legend=asked::works_here_question(bundled())
                why="If you do, local training comes before national training."
                choices=asked::options(&asked::WORKS_HERE)
                chosen=|it| asked::word(&asked::WORKS_HERE, works_at_host(bundled(), it).as_ref())
                answer=|word| asked::works_here(
                    bundled(),
                    word.and_then(|word| asked::from_word(&asked::WORKS_HERE, word)),
                )
            />
            <OneOf
                name="scheme"
                legend="Is my post paid for through a primary care network’s additional roles scheme?"
                why="The Additional Roles Reimbursement Scheme (ARRS). If it is, the 2020/21 rules say what your network must make sure of. Your plan names it; check this year’s rules. Your manager will know."
                choices=asked::options(&asked::SCHEME)
                chosen=|it| asked::word(&asked::SCHEME, it.scheme_funded.get())
                answer=|word| ProfileAnswer::SchemeFunded(
                    word.and_then(|word| asked::from_word(&asked::SCHEME, word)),
                )
            />
            <Caseload/>
            <TakenOn/>
            <NameAndWorkplace/>
            <DayOf
                id="start"
                label="When I began in this post"
                hint="With it, what belongs to your first weeks gets dates that fit."
                kept=|it| it.start.get().copied()
                latest=clock::today
                answer=ProfileAnswer::Start
            />
            <DayOf
                id="next-review"
                label="My next review"
                hint="Supervision or appraisal, for example. It stands on your plan and your supervision sheet, and the next sheet says what changed since."
                kept=|it| it.next_review.get().copied()
                latest=asked::last_day
                answer=ProfileAnswer::NextReview
            />
            <div class="way-on">
                <Onward way words="Go on"/>
            </div>
        </div>
    }
}

/// The link to where to go on.
#[component]
fn Onward(way: Memo<WayOn>, words: &'static str) -> impl IntoView {
    let href = move || way.with(|it| it.href.clone());
    let text = move || way.with(|it| format!("{words}: {}", it.place));
    view! { <p><a class="button" href=href prop:textContent=text></a></p> }
}

/// A question about the worker with one answer, which can be taken back.
#[component]
fn OneOf(
    name: &'static str,
    legend: &'static str,
    why: &'static str,
    choices: Vec<FieldOption>,
    /// The form's word for the answer.
    chosen: fn(&Profile) -> Option<String>,
    /// The answer a form's word stands for; None takes it back.
    answer: fn(Option<&str>) -> ProfileAnswer,
) -> impl IntoView {
    let session = use_session();
    let chosen = session.memo(move |document| chosen(document.profile()));
    let choose = move |word: Option<String>| {
        session.change(Change::Profile(answer(word.as_deref())));
    };
    let are_short = choices.iter().all(|choice| choice.label.len() < 16);
    view! {
        <RadioGroup
            name
            legend
            hint=why
            answers=answers(choices)
            chosen
            on_choose=choose
            shape=if are_short { Shape::Row } else { Shape::Column }
            clear="Clear my answer"
            clear_of=legend
        />
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
