//! `#/topics` and `#/topics/{section}`: where a worker is with induction,
//! knowledge and skills.

mod card;
mod mark;
mod section;

use leptos::prelude::*;

use super::PageTitle;
use crate::app::route::Route;
use crate::app::topics::{GroupShown, Overview, SectionRow, overview};
use crate::app::words::count;
use crate::domain::framework::bundled;
use crate::ui::components::{Each, Hidden};
use crate::ui::session::use_session;

pub use section::SectionPage;

/// All sections, with how far each is.
#[component]
pub fn Topics() -> impl IntoView {
    let session = use_session();
    let overview = session.memo(|document| overview(bundled(), document));
    view! {
        <div class="flow">
            <PageTitle>{Route::Topics.heading()}</PageTitle>
            <p class="lead">"Say where you are with each topic. What you leave out stays unanswered: nothing is guessed."</p>
            <p>
                "Shown for: "
                <strong prop:textContent=move || overview.with(|it| it.shown_for.clone())></strong>
                ". "
                <span prop:textContent=move || overview.with(|it| it.remark)></span>
                " "
                <a href=Route::AboutYou.href() prop:textContent=move || overview.with(|it| it.change)></a>
            </p>
            <Each each=move || overview.with(|it| it.groups.clone()) key=|group| group.heading let:group>
                <Group group overview/>
            </Each>
        </div>
    }
}

/// Sections that stand together, shown or folded away.
#[component]
fn Group(group: GroupShown, overview: Memo<Overview>) -> impl IntoView {
    let GroupShown {
        heading,
        about,
        closed,
        ..
    } = group;
    let rows = move || {
        overview.with(|it| {
            let group = it.groups.iter().find(|it| it.heading == heading);
            group.map_or_else(Vec::new, |group| group.rows.clone())
        })
    };
    let sections = view! {
        <ul class="ways" role="list">
            <Each each=rows key=|row| row.href.clone() let:row>
                <Row row overview/>
            </Each>
        </ul>
    };
    let sections = if closed {
        let many = move || format!("Show {}", count(rows().len(), "list", "lists"));
        view! {
            <details class="more">
                <summary><span prop:textContent=many></span><Hidden>{format!(": {heading}")}</Hidden></summary>
                {sections}
            </details>
        }
        .into_any()
    } else {
        sections.into_any()
    };
    view! {
        <h2>{heading}</h2>
        {(!about.is_empty()).then(|| view! { <p>{about}</p> })}
        {sections}
    }
}

/// A section, and how far it is.
#[component]
fn Row(row: SectionRow, overview: Memo<Overview>) -> impl IntoView {
    let SectionRow { href, title, .. } = row;
    let of = href.clone();
    let words = move || {
        overview.with(|it| {
            let mut rows = it.groups.iter().flat_map(|group| &group.rows);
            let row = rows.find(|row| row.href == of);
            row.map_or_else(String::new, |row| row.words.clone())
        })
    };
    view! {
        <li><a href=href>{title}</a><span prop:textContent=words></span></li>
    }
}
