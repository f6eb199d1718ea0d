//! Links to resources, for pages of what they help with.

use leptos::prelude::*;

use crate::app::resource_card::{ResourceLink, link, nothing_listed};
use crate::app::words;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Resource, Target};
use crate::ui::components::Hidden;

/// What is listed for one thing, as links; a sentence where nothing is.
#[component]
pub fn HelpedBy(
    target: Target,
    /// What it is called.
    of: &'static str,
) -> impl IntoView {
    let resources = bundled().resources_for(&target);
    if !resources.is_empty() {
        return view! { <ResourceLinks resources of/> }.into_any();
    }
    let class = matches!(target, Target::Topic(_)).then_some("small");
    nothing_listed(bundled(), &target)
        .map(|text| view! { <p class=class>{text}</p> })
        .into_any()
}

/// Links to resources in the list, with their kind and who they are for;
/// nothing where there are none.
#[component]
pub fn ResourceLinks(
    resources: Vec<&'static Resource>,
    /// What they help with.
    of: &'static str,
) -> impl IntoView {
    (!resources.is_empty()).then(|| {
        let count = words::count(resources.len(), "resource", "resources");
        let links = resources
            .into_iter()
            .map(|resource| {
                let ResourceLink { href, title, kind } = link(resource);
                view! { <li><a href=href>{title}</a>{kind}</li> }
            })
            .collect_view();
        view! {
            <details class="helps">
                <summary>{count}<Hidden>" for " {of}</Hidden></summary>
                <ul>{links}</ul>
            </details>
        }
    })
}
