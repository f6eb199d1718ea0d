//! `#/requirements`: what a network must make sure of, and what the sample job
//! description asks.

use leptos::prelude::*;

use super::answering::{self, slug};
use super::title;
use crate::app::about_you::SCHEME;
use crate::app::requirements::{answers, of_kind, progress, scheme_words, standing, status, value};
use crate::app::route::Route;
use crate::app::session::Change;
use crate::app::words;
use crate::domain::document::{AnswerChange, Document, ProfileAnswer};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Origin, Requirement, RequirementKind, Responsibility, Role};
use crate::domain::ladder::Bearing;
use crate::platform::page;
use crate::ui::components::form::{Answer, Question, link, radios};
use crate::ui::element::{Element, each, el, live};
use crate::ui::session::Keeper;

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.page(move || keeper.look(|document| whole(keeper, &heading, document)))
}

fn whole(keeper: Keeper, heading: &str, document: &Document) -> AnyView {
    let bearing = Bearing::of(bundled(), document);
    // Of the bundled framework, so that controls can keep it.
    let Some(role) = bundled().role(bearing.role.id.as_str()) else {
        return super::not_found();
    };
    let extension = (role.levels_origin == Origin::Tool).then(|| {
        el("div").class("notice").with(el("p").with("The framework was written for link workers and health coaches. For this role, its career levels are this tool’s own extension."))
    });
    let body = if role.requirements.is_empty() {
        without(role)
    } else {
        with(keeper, role, document)
    };
    let lead = if role.requirements.is_empty() {
        "The framework lists no requirements for your role, so there is nothing here to answer."
    } else {
        "Answer what you know. It shows what to ask for, and is no judgement of your work."
    };
    el("div")
        .class("flow")
        .with(title(heading))
        .with(el("p").class("lead").with(lead))
        .with(shown_for(role, bearing.role_chosen))
        .with(extension)
        .with(body)
        .with(duties("What the role does", &role.responsibilities))
        .with(duties("What the network owes you", &role.owed))
        .view()
}

fn shown_for(role: &'static Role, chosen: bool) -> Element {
    let (remark, change) = if chosen {
        ("", "Change my role")
    } else {
        (
            "You have not chosen a role yet, so this tool shows link worker. ",
            "Choose my role",
        )
    };
    el("p")
        .with("Shown for: ")
        .with(el("strong").with(role.title))
        .with(". ")
        .with(remark)
        .with(link(Route::AboutYou.href(), change))
}

/// A role with requirements: the scheme question, then each kind.
fn with(keeper: Keeper, role: &'static Role, document: &Document) -> AnyView {
    let kinds = [
        (
            RequirementKind::Scheme,
            "What the scheme asked of your network",
        ),
        (
            RequirementKind::Essential,
            "What the sample job description calls essential",
        ),
        (
            RequirementKind::Desirable,
            "What the sample job description calls desirable",
        ),
    ];
    let lists = each(kinds, |(kind, heading)| {
        let found = of_kind(role, kind);
        if found.is_empty() {
            return Vec::new();
        }
        let about = match kind {
            RequirementKind::Scheme => el("p").with(live(move || {
                scheme_words(keeper.read(|document| document.profile().scheme_funded.get().copied()))
            })),
            RequirementKind::Essential => el("p").with("This is from a national sample person specification. Your own job description may ask for other things."),
            RequirementKind::Desirable => el("p").with("Good to have, and not a must."),
        };
        vec![
            el("h2").with(heading),
            about,
            el("ul")
                .class("cards")
                .with(each(found, |it| requirement(keeper, it, document))),
        ]
    });
    let counted = live(move || format!("{}.", keeper.read(|document| progress(document, role))));
    vec![
        scheme(keeper, document),
        el("p").class("progress").with(counted).view(),
        lists,
    ]
    .into_any()
}

/// Whether the post is paid for through the scheme, and why that is asked.
fn scheme(keeper: Keeper, document: &Document) -> AnyView {
    const NAME: &str = "scheme-funded";
    let chosen = document.profile().scheme_funded.get().copied();
    let choose = move |given: Option<String>| {
        let wanted = SCHEME
            .iter()
            .find(|(_, value, _)| Some(*value) == given.as_deref())
            .map(|(funded, _, _)| *funded);
        keeper.change(Change::Profile(ProfileAnswer::SchemeFunded(wanted)));
        let kept = keeper.look(|document| document.profile().scheme_funded.get().copied());
        if wanted.is_none() || kept != wanted {
            for (funded, value, _) in SCHEME {
                page::show_checked(&format!("{NAME}-{value}"), kept == Some(funded));
            }
        }
        answering::say_kept(NAME, kept == wanted);
    };
    let question = Question {
        name: NAME.to_owned(),
        legend: "Is your post paid for through the Additional Roles Reimbursement Scheme (ARRS)?".to_owned(),
        hint: "The scheme pays for some posts in primary care networks (PCNs: groups of GP practices). Why we ask: if it pays for yours, your network had duties towards you, and the words below change with your answer. Your manager can tell you.".to_owned(),
        answers: SCHEME
            .iter()
            .map(|(_, value, label)| Answer {
                value: (*value).to_owned(),
                label: (*label).to_owned(),
                hint: String::new(),
            })
            .collect(),
        chosen: SCHEME
            .iter()
            .filter(|(funded, _, _)| Some(*funded) == chosen)
            .map(|(_, value, _)| (*value).to_owned())
            .collect(),
        side_by_side: true,
    };
    el("div")
        .class("scheme")
        .with(answering::clearable(
            radios(question, move |value| choose(Some(value))),
            NAME.to_owned(),
            SCHEME[0].1,
            answering::CLEAR,
            "the scheme",
            move || choose(None),
        ))
        .with(answering::said(NAME))
        .view()
}

fn requirement(keeper: Keeper, it: &'static Requirement, document: &Document) -> Element {
    let slug = slug(it.id.as_str());
    let (chosen, note) = standing(document, it);
    let choices = answers(it).map(|(status, words)| (value(status), words));
    let change = move |change| Change::Requirement {
        requirement: it.id.clone(),
        change,
    };
    let choose = move |given: Option<String>| {
        let wanted = given.as_deref().and_then(status);
        keeper.change(change(AnswerChange::Status(wanted)));
        let kept = keeper.look(|document| standing(document, it).0);
        let slug = self::slug(it.id.as_str());
        if wanted.is_none() || kept != wanted {
            answering::show(&slug, &choices, kept.map(value));
        }
        answering::say_kept(&slug, kept == wanted);
    };
    let write = move |text: String| {
        keeper.change(change(AnswerChange::Note(text.clone())));
        let kept = keeper.look(|document| standing(document, it).1 == text);
        answering::say_kept(&self::slug(it.id.as_str()), kept);
    };
    let fact =
        |name: &'static str, words: &'static str| el("p").with(el("strong").with(name)).with(words);
    el("li")
        .class("card topic")
        .with(
            el("h3")
                .attr("id", format!("requirement-{slug}"))
                .with(it.title),
        )
        .with(
            el("ul")
                .class("tags")
                .with(el("li").class("tag").with(words::requirement_kind(it.kind)))
                .with(
                    it.ongoing
                        .then(|| el("li").class("tag").with("Ongoing: never finished")),
                ),
        )
        .with(el("p").with(it.text))
        .with(fact("Met when: ", it.met_when))
        .with(
            el("p")
                .class("small soft")
                .with(format!("Source: {}.", it.source)),
        )
        .with(answering::question(
            &slug,
            it.title,
            &choices,
            chosen.map(value),
            choose,
        ))
        .with(fact("What you could do: ", it.how).class("how"))
        .with(answering::note(&slug, it.title, note.to_owned(), write))
}

/// Responsibilities under the headings of their groups, for reading.
fn duties(heading: &'static str, all: &'static [Responsibility]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let groups = each(all.chunk_by(|a, b| a.group == b.group), |group| {
        vec![
            el("h3").with(group[0].group),
            el("ul")
                .class("duties")
                .with(each(group, |duty| el("li").with(duty.text))),
        ]
    });
    let parts = vec![
        el("h2").with(heading).view(),
        el("p").with("From the 2020/21 rules, for reading: there is nothing to answer here. Check this year’s.").view(),
        groups,
    ];
    Some(parts.into_any())
}

/// A role the framework lists nothing for: what it is, and where to look.
fn without(role: &'static Role) -> AnyView {
    let others = bundled()
        .roles
        .iter()
        .filter(|other| !other.requirements.is_empty());
    vec![
        // The last of its texts speaks of the page it stands on in the framework.
        each(
            role.text.split_last().map_or(&[][..], |(_, first)| first),
            |text| el("p").with(*text),
        ),
        el("h2").with("What you can do instead").view(),
        el("ul")
            .with(el("li").with(
                "Look at your own job description with your manager: what it asks counts for you.",
            ))
            .with(
                el("li")
                    .with("See where you are with ")
                    .with(link(
                        Route::Topics.href(),
                        "induction, knowledge and skills",
                    ))
                    .with(": those lists are useful in any role like this."),
            )
            .view(),
        el("h2").with("To read: what other roles require").view(),
        el("ul")
            .class("ways")
            .with(each(others, |other| {
                let count = words::count(other.requirements.len(), "requirement", "requirements");
                el("li")
                    .with(link(
                        Route::FrameworkPart(other.id.to_string()).href(),
                        other.title,
                    ))
                    .with(el("span").with(format!(
                        "{count}. If your work is mostly this, you can choose this role."
                    )))
            }))
            .view(),
    ]
    .into_any()
}
