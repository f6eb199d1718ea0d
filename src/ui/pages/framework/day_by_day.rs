//! Outcome tools, referral codes and directories.

use leptos::prelude::AnyView;

use super::{all, fact, names, paragraphs, place};
use crate::domain::framework::model::{Framework, Origin, Resource};
use crate::domain::ids::ResourceId;
use crate::ui::element::{Part, each, el};
use crate::ui::pages::own_words;
use crate::ui::pages::resources::resource_links;

pub fn outcome_tools(framework: &Framework) -> AnyView {
    let tools = each(framework.practice.outcome_tools.iter(), |tool| {
        let mut name = tool.title.to_owned();
        if tool.short != tool.title {
            name += &format!(" ({})", tool.short);
        }
        el("li")
            .class("card")
            .with(el("h2").with(name))
            .with(el("p").with(tool.text))
            .with(fact("Licence: ", tool.licence))
            .with(tool.cost.map(|cost| fact("Cost: ", cost)))
            .with(tool.training.map(|training| fact("Training: ", training)))
            .with(resource_links(those(framework, &tool.resources)))
            .with(place(tool.source, tool.origin))
    });
    all([
        el("p").class("lead").with("Tools that show what changes for a person. Nothing of the tools themselves is copied here.").part(),
        el("p").class("notice caution").with("Licences and costs are as in March 2021. Check with your practice before you use a tool.").part(),
        el("ul").class("cards").with(tools).part(),
    ])
}

pub fn referral_codes(framework: &Framework) -> AnyView {
    let codes = &framework.practice.referral_codes;
    let uses = each(codes.uses.iter(), |it| {
        let code = it.code.map(|code| {
            fact("Code: ", "")
                .with(el("code").with(code))
                .with(it.name.map_or(String::new(), |name| format!(" – {name}")))
        });
        el("li")
            .class("card")
            .with(el("h2").with(it.title))
            .with(code)
            .with(el("p").with(it.text))
            .with(names(&it.when))
    });
    all([
        paragraphs(&codes.text),
        own_words(codes.own.iter().copied()),
        el("p").class("notice caution").with(codes.dated).part(),
        el("ul").class("cards").with(uses).part(),
        place(codes.source, Origin::Framework),
    ])
}

pub fn directories(framework: &Framework) -> AnyView {
    let directories = each(framework.practice.directories.iter(), |directory| {
        let planned = (!directory.launched).then(|| {
            el("p").with(
                el("span")
                    .class("tag")
                    .with("Not yet launched in March 2021"),
            )
        });
        el("li")
            .class("card")
            .with(el("h2").with(directory.title))
            .with(planned)
            .with(el("p").with(directory.text))
            .with(resource_links(those(
                framework,
                directory.resource.as_slice(),
            )))
            .with(place(directory.source, Origin::Framework))
    });
    all([
        el("p").class("lead").with("Where link workers and health coaches in Somerset looked up what there is nearby, as in March 2021.").part(),
        el("ul").class("cards").with(directories).part(),
    ])
}

fn those<'a>(framework: &'a Framework, ids: &[ResourceId]) -> Vec<&'a Resource> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(framework.resource(id.as_str()));
    }
    found
}
