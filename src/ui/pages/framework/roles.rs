//! Roles, what a network must make sure of, and what a role is responsible for.

use leptos::prelude::AnyView;

use super::{all, fact, paragraphs, place};
use crate::app::framework_parts::Part;
use crate::app::words;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Framework, Origin, Responsibility, Role, Target};
use crate::ui::components::form::link;
use crate::ui::element::{Part as _, each, el};
use crate::ui::pages::own_words;
use crate::ui::pages::resources::helped_by;

pub fn overview(framework: &Framework) -> AnyView {
    let roles = each(framework.roles.iter(), |role| {
        let requirements = words::count(role.requirements.len(), "requirement", "requirements");
        el("li")
            .class("card")
            .with(el("h2").with(link(Part::Role(role).href(), role.title)))
            .with(role.text.first().map(|text| el("p").with(*text)))
            .with(el("p").with(requirements))
    });
    all([
        el("p").class("lead").with("What the additional roles scheme asked of a primary care network for each role, and what the sample person specifications ask.").part(),
        el("div").class("notice").with(el("p").with("The scheme’s rules are those of 2020/21. They bind the network that employs or engages somebody, not the worker; the sample person specifications bind nobody. Check this year’s rules.")).part(),
        el("ul").class("cards").with(roles).part(),
    ])
}

pub fn body(role: &Role) -> AnyView {
    let requirements = (!role.requirements.is_empty()).then(|| {
        let items = each(role.requirements.iter(), |it| {
            let tag = |words: &'static str| el("li").class("tag").with(words);
            let tags = el("ul")
                .class("tags")
                .with(tag(words::requirement_kind(it.kind)))
                .with(it.ongoing.then(|| tag("Ongoing")));
            el("li")
                .class("card")
                .with(el("h3").with(it.title))
                .with(tags)
                .with(el("p").with(it.text))
                .with(fact("Met when: ", it.met_when))
                .with(fact("If it is not met: ", it.how))
                .with(helped_by(bundled(), &Target::Requirement(it.id.clone())))
                .with(place(it.source, Origin::Framework))
        });
        all([
            el("h2").with("Requirements").part(),
            el("ul").class("cards").with(items).part(),
        ])
    });
    let also_called = (!role.also_called.is_empty())
        .then(|| el("p").with(format!("Also called: {}.", words::list(&role.also_called))));
    let extension = (role.levels_origin == Origin::Tool).then(|| {
        el("p").class("notice").with("The framework was written for link workers and health coaches. For this role its levels are this tool’s extension.")
    });
    all([
        also_called.part(),
        paragraphs(&role.text),
        own_words(role.own.iter().copied()),
        extension.part(),
        place(role.source, Origin::Framework),
        requirements.part(),
        duties(&role.responsibilities),
        duties(&role.owed),
    ])
}

/// Responsibilities under the headings of their groups.
fn duties(duties: &[Responsibility]) -> AnyView {
    each(duties.chunk_by(|a, b| a.group == b.group), |group| {
        let items = each(group, |duty| el("li").with(duty.text));
        all([
            el("h2").with(group[0].group).part(),
            el("ol").attr("type", "a").class("flow").with(items).part(),
            place(group[0].source, Origin::Framework),
        ])
    })
}
