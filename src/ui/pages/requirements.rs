//! `#/requirements`: what a network must make sure of, and what the sample job
//! description asks.

use leptos::prelude::*;

use super::answering::slug;
use super::{HostNotes, OwnView, PageTitle};
use crate::app::about_you::SCHEME;
use crate::app::requirements::{
    about, answers, current_answer, kinds, of_kind, progress, shown_for, status, value,
};
use crate::app::route::Route;
use crate::app::session::Change;
use crate::app::words::{self, count};
use crate::domain::document::{AnswerChange, ProfileAnswer, RequirementStatus};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{
    Origin, Requirement, RequirementKind, Responsibility, Role, Target,
};
use crate::domain::limits::NOTE;
use crate::ui::components::fields::Answer;
use crate::ui::components::{AnswerGroup, Each, Note};
use crate::ui::session::use_session;

/// The page, at `#/requirements`.
#[component]
pub fn Requirements() -> impl IntoView {
    let session = use_session();
    let shown_for = session.memo(|document| shown_for(bundled(), document));
    let role = move || {
        let shown_for = shown_for.get();
        let role = bundled().role(shown_for.role);
        role.unwrap_or(&bundled().roles[0])
    };
    let is_asked = move || !role().requirements.is_empty();
    let lead = move || {
        if is_asked() {
            "Answer what you know. It shows what to ask for, and is no judgement of your work."
        } else {
            "The framework lists no requirements for your role, so there is nothing here to answer."
        }
    };
    let remark = move || {
        if shown_for.get().is_chosen {
            ("", "Change my role")
        } else {
            (
                "You have not chosen a role yet, so this tool shows link worker.",
                "Choose my role",
            )
        }
    };
    let extension = move || {
        (role().levels_origin == Origin::Tool).then(|| view! {
            <div class="notice">
                <p>"The framework was written for link workers and health coaches. For this role, its career levels are this tool’s own extension."</p>
            </div>
        })
    };
    view! {
        <div class="flow">
            <PageTitle>{Route::Requirements.heading()}</PageTitle>
            <p class="lead" prop:textContent=lead></p>
            <p>
                "Shown for: "
                <strong prop:textContent=move || role().title></strong>
                ". "
                <span prop:textContent=move || remark().0></span>
                " "
                <a href=Route::AboutYou.href() prop:textContent=move || remark().1></a>
            </p>
            {extension}
            <Show when=is_asked fallback=move || view! { <NothingAsked role=role()/> }>
                <Scheme/>
                <p
                    class="progress"
                    prop:textContent=move || session.read(|document| format!("{}.", progress(document, role())))
                ></p>
                <Each each=move || kinds(role()) key=|(kind, _)| *kind let:kind>
                    <OneKind kind=kind.0 heading=kind.1 of_kind=Signal::derive(move || of_kind(role(), kind.0))/>
                </Each>
            </Show>
            {move || duties("What the role does", &role().responsibilities)}
            {move || duties("What the network owes you", &role().owed)}
        </div>
    }
}

/// Whether the post is paid for through the scheme, and why that is asked.
#[component]
fn Scheme() -> impl IntoView {
    let session = use_session();
    let funded = session.memo(|document| document.profile().scheme_funded.get().copied());
    let is_kept = RwSignal::new(true);
    let answers = SCHEME.map(|(_, value, label)| Answer {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
    });
    let chosen = move || {
        let funded = funded.get();
        let answer = SCHEME.iter().find(|(it, _, _)| Some(*it) == funded);
        answer.map(|(_, value, _)| (*value).to_owned())
    };
    let choose = move |given: Option<String>| {
        let answer = SCHEME
            .iter()
            .find(|(_, value, _)| Some(*value) == given.as_deref());
        let wanted = answer.map(|(funded, _, _)| *funded);
        session.change(Change::Profile(ProfileAnswer::SchemeFunded(wanted)));
        is_kept.set(funded.get_untracked() == wanted);
    };
    view! {
        <div class="scheme">
            <AnswerGroup
                name="scheme-funded"
                legend="Is your post paid for through the Additional Roles Reimbursement Scheme (ARRS)?"
                hint="The scheme pays for some posts in primary care networks (PCNs: groups of GP practices). Why we ask: if it pays for yours, your network had duties towards you, and the words below change with your answer. Your manager can tell you."
                answers=answers.into()
                chosen=Signal::derive(chosen)
                on_choose=choose
                of="the scheme"
                is_kept
            />
        </div>
    }
}

/// The requirements of one kind, and what to know of them.
#[component]
fn OneKind(
    kind: RequirementKind,
    heading: &'static str,
    of_kind: Signal<Vec<&'static Requirement>>,
) -> impl IntoView {
    let session = use_session();
    let about = move || {
        session.read(|document| about(kind, document.profile().scheme_funded.get().copied()))
    };
    view! {
        <h2>{heading}</h2>
        <p prop:textContent=about></p>
        <ul class="cards" role="list">
            <Each each=move || of_kind.get() key=|it| it.id.as_str() let:requirement>
                <RequirementCard requirement/>
            </Each>
        </ul>
    }
}

/// A requirement: its words, the answer, the note.
#[component]
fn RequirementCard(requirement: &'static Requirement) -> impl IntoView {
    let session = use_session();
    let standing = session.memo(move |document| {
        let (status, note) = current_answer(document, requirement);
        (status, note.to_owned())
    });
    let is_kept = RwSignal::new(true);
    let give = move |given: AnswerChange<RequirementStatus>| {
        session.change(Change::Requirement {
            requirement: requirement.id.clone(),
            change: given.clone(),
        });
        is_kept.set(standing.with_untracked(|(status, note)| match given {
            AnswerChange::Status(given) => *status == given,
            AnswerChange::Note(text) | AnswerChange::Reason(text) => *note == text,
        }));
    };
    let slug = slug(requirement.id.as_str());
    let answers = answers(requirement).map(|(status, words)| Answer {
        value: value(status).to_owned(),
        label: words.to_owned(),
        hint: String::new(),
    });
    let choose = move |given: Option<String>| {
        give(AnswerChange::Status(given.as_deref().and_then(status)));
    };
    let chosen = move || standing.with(|(status, _)| status.map(|it| value(it).to_owned()));
    view! {
        <li class="card topic">
            <h3 id=format!("requirement-{slug}")>{requirement.title}</h3>
            <ul class="tags" role="list">
                <li class="tag">{words::requirement_kind(requirement.kind)}</li>
                {requirement.ongoing.then(|| view! { <li class="tag">"Ongoing: never finished"</li> })}
            </ul>
            <p>{requirement.text}</p>
            <p><strong>"Met when: "</strong>{requirement.met_when}<OwnView origin=requirement.met_when_origin/></p>
            <HostNotes about=Target::Requirement(requirement.id.clone()) of=requirement.title/>
            <p class="small soft">"Source: "{requirement.source}"."</p>
            <AnswerGroup
                name=format!("answer-{slug}")
                legend=requirement.title
                answers=answers.into()
                chosen=Signal::derive(chosen)
                on_choose=choose
                of=requirement.title
                is_kept
            />
            <p class="how"><strong>"What you could do: "</strong>{requirement.how}<OwnView/></p>
            <Note
                id=format!("note-{slug}")
                of=requirement.title
                value=Signal::derive(move || standing.with(|(_, note)| note.clone()))
                limit=NOTE.most
                on_input=move |text| give(AnswerChange::Note(text))
            />
        </li>
    }
}

/// Responsibilities under the headings of their groups, for reading.
fn duties(heading: &'static str, all: &'static [Responsibility]) -> Option<impl IntoView> {
    if all.is_empty() {
        return None;
    }
    let groups = all.chunk_by(|a, b| a.group == b.group).map(|group| {
        let duties = group.iter().map(|duty| view! { <li>{duty.text}</li> });
        view! {
            <h3>{group[0].group}</h3>
            <ul class="duties">{duties.collect_view()}</ul>
        }
    });
    Some(view! {
        <h2>{heading}</h2>
        <p>"From the 2020/21 rules, for reading: there is nothing to answer here. Check this year’s."</p>
        {groups.collect_view()}
    })
}

/// A role the framework lists nothing for: what it is, and where to look.
#[component]
fn NothingAsked(role: &'static Role) -> impl IntoView {
    // The last of its texts speaks of the page it stands on in the framework.
    let texts = role.text.split_last().map_or(&[][..], |(_, first)| first);
    let others = bundled()
        .roles
        .iter()
        .filter(|other| !other.requirements.is_empty());
    let others = others.map(|other| {
        let many = count(other.requirements.len(), "requirement", "requirements");
        view! {
            <li>
                <a href=Route::FrameworkPart(other.id.to_string()).href()>{other.title}</a>
                <span>{many}". If your work is mostly this, you can choose this role."</span>
            </li>
        }
    });
    view! {
        {texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
        <h2>"What you can do instead"</h2>
        <ul>
            <li>"Look at your own job description with your manager: what it asks counts for you."</li>
            <li>
                "See where you are with "
                <a href=Route::Topics.href()>"induction, knowledge and skills"</a>
                ": those lists are useful in any role like this."
            </li>
        </ul>
        <h2>"To read: what other roles require"</h2>
        <ul class="ways" role="list">{others.collect_view()}</ul>
    }
}
