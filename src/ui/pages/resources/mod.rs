//! `#/resources`: every training resource, to search and filter.

mod card;
mod links;
mod search;

use leptos::html;
use leptos::prelude::*;

use super::PageTitle;
use crate::app::resource_card::about;
use crate::app::resource_list::Listed;
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::domain::ids::ResourceId;
use crate::ui::focus::focus_when_there;

use card::Card;
use search::SearchForm;

pub use links::{HelpedBy, ResourceLinks};
pub use search::Search;

/// The element the address of one resource arrives at.
pub fn element_id(id: &ResourceId) -> String {
    format!("resource-{id}")
}

/// The page, at `#/resources`.
#[component]
pub fn Resources(
    /// The place of the resource the address names.
    opened: Option<usize>,
) -> impl IntoView {
    let search = expect_context::<Search>();
    if let Some(place) = opened {
        search.bring_to_light(place);
    }
    let listed = search.listed();
    let (headings, cards): (Vec<_>, Vec<_>) = bundled()
        .resources
        .iter()
        .enumerate()
        .map(|(place, resource)| {
            let heading = NodeRef::<html::H3>::new();
            let is_shown = Signal::derive(move || listed.with(|listed| listed.shows(place)));
            (heading, view! { <Card resource is_shown heading/> })
        })
        .unzip();
    // The button hides when all is shown, so the focus goes on in the list.
    let show_all = move |_| {
        let next = listed.with_untracked(Listed::first_left_out);
        search.show_all();
        if let Some(heading) = next.and_then(|place| headings.get(place)) {
            focus_when_there(*heading);
        }
    };
    let found = move || listed.with(Listed::found);
    view! {
        <div class="flow">
            <PageTitle>{Route::Resources.heading()}</PageTitle>
            <p>{about(bundled())}</p>
            <SearchForm search/>
            <p role="status" class="found" prop:textContent=move || listed.with(Listed::sentence)></p>
            <div class="notice" hidden=move || found() != 0>
                <p>"Nothing is listed for that. Try fewer words or fewer filters."</p>
            </div>
            <h2 class="visually-hidden">"Resources"</h2>
            <ul class="cards resources" role="list">{cards}</ul>
            <p>
                <button
                    type="button"
                    class="button plain"
                    hidden=move || listed.with(Listed::first_left_out).is_none()
                    prop:textContent=move || format!("Show all {}", found())
                    on:click=show_all
                ></button>
            </p>
            <p class="small"><a href=Route::Local.href()>"For whoever runs this page: mend links and add what is near you"</a></p>
        </div>
    }
}
