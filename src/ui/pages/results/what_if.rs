//! "What if": another role or aim, without changing mine.

use leptos::prelude::*;

use super::Extension;
use super::levels::{Places, heading};
use crate::app::results::{self, Supposed, mine, what_if};
use crate::domain::framework::bundled;
use crate::ui::components::{Each, Select, SelectOption};
use crate::ui::session::use_session;

/// Where the same answers would stand in another role or with another aim.
#[component]
pub fn WhatIf() -> impl IntoView {
    let session = use_session();
    let mine = session.memo(|document| mine(bundled(), document));
    // Nothing where it is as mine.
    let (role, aim) = (RwSignal::new(None), RwSignal::new(None));
    let supposed = move || Supposed {
        role: role.get().unwrap_or(mine.get().role),
        aim: aim.get().unwrap_or(mine.get().aim),
    };
    let found = Memo::new(move |_| {
        let supposed = supposed();
        session.read(|document| what_if(bundled(), document, supposed))
    });
    let said = move || {
        found.with(|found| match found {
            None => "Choose another role or aim to see what would lie between.".to_owned(),
            Some(found) => found.covers.clone(),
        })
    };
    let option = |title: &str| SelectOption {
        label: title.to_owned(),
        group: None,
    };
    let roles = bundled().roles.iter().map(|role| option(role.title));
    let levels = bundled().ladder.iter().map(|level| option(level.title));
    view! {
        <section class="flow not-on-paper">
            <details>
                <summary>"What if I had another role or aim?"</summary>
                <div class="flow">
                    <p>"Look at another role or aim with the answers you have. Nothing of yours changes."</p>
                    <div class="filters">
                        <Select
                            id="what-if-role"
                            label="If my role were"
                            options=roles.collect()
                            chosen=Signal::derive(move || Some(supposed().role))
                            on_choose=move |place| role.set(place)
                        />
                        <Select
                            id="what-if-aim"
                            label="If I aimed for"
                            options=levels.collect()
                            chosen=Signal::derive(move || Some(supposed().aim))
                            on_choose=move |place| aim.set(place)
                        />
                    </div>
                    <p role="status" prop:textContent=said></p>
                    <Show when=move || found.with(Option::is_some)>
                        <Found found/>
                    </Show>
                </div>
            </details>
        </section>
    }
}

/// What would lie between, and what that aim looks for.
#[component]
fn Found(found: Memo<Option<results::WhatIf>>) -> impl IntoView {
    let of = move |read: fn(&results::WhatIf) -> Vec<String>| {
        found.with(|found| found.as_ref().map(read).unwrap_or_default())
    };
    let is_extension =
        move || found.with(|found| found.as_ref().is_some_and(|found| found.is_extension));
    let levels = move || {
        found.with(|found| {
            found
                .as_ref()
                .map(|it| it.levels.clone())
                .unwrap_or_default()
        })
    };
    let groups = move |title: &'static str| {
        let level = levels().into_iter().find(|(it, _)| *it == title);
        level.map_or_else(Vec::new, |(_, groups)| groups)
    };
    view! {
        <div class="flow">
            <Extension is_shown=Signal::derive(is_extension)/>
            <p prop:textContent=move || of(|it| vec![it.requirements.clone()]).pop()></p>
            <ul>
                <Each each=move || of(|it| it.competencies.clone()) key=String::clone let:words>
                    <li>{words}</li>
                </Each>
            </ul>
            <Each each=levels key=|(title, _)| *title let:level>
                <details>
                    <summary>{level.0}": what lies between"</summary>
                    <Each each=move || groups(level.0) key=|group| group.name let:group>
                        <div>
                            <h4 prop:textContent=move || heading(&groups(level.0), group.name)></h4>
                            <Places groups=Signal::derive(move || groups(level.0)) name=group.name/>
                        </div>
                    </Each>
                </details>
            </Each>
        </div>
    }
}
