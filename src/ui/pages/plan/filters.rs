use leptos::prelude::*;

use super::state::PlanState;
use crate::app::plan_page::{Choices, Filter, STATUSES, choices, counted};

/// Selects that leave some of the cards; for long plans.
#[component]
pub fn Filters(page: PlanState) -> impl IntoView {
    let found = Memo::new(move |_| page.plan.with(choices));
    let is_long = Memo::new(move |_| found.with(Option::is_some));
    let statuses = Signal::derive(|| {
        STATUSES
            .map(|(_, value, words)| (value.to_owned(), words.to_owned()))
            .to_vec()
    });
    let found = move || found.get().unwrap_or_default();
    let kinds = Signal::derive(move || {
        let Choices { kinds, .. } = found();
        kinds
    });
    let months = Signal::derive(move || {
        let Choices { months, .. } = found();
        months
    });
    let set = move |change: fn(&mut Filter, String), value: String| {
        page.filter.update(|filter| change(filter, value));
        page.said.set(what_is_left(page));
    };
    let status = Callback::new(move |value| set(|filter, value| filter.status = value, value));
    let kind = Callback::new(move |value| set(|filter, value| filter.kind = value, value));
    let month = Callback::new(move |value| set(|filter, value| filter.month = value, value));
    move || {
        is_long.get().then(|| {
            view! {
                <details class="more" id="plan-filters">
                    <summary>"Show only some of the actions"</summary>
                    <div class="filters">
                        <Choice id="filter-status" label="How far" any="All" options=statuses on_choose=status/>
                        <Choice id="filter-kind" label="Kind" any="All kinds" options=kinds on_choose=kind/>
                        <Choice id="filter-month" label="Month" any="Any month" options=months on_choose=month/>
                    </div>
                </details>
            }
        })
    }
}

/// How much the filter leaves, in words; empty where it leaves everything.
fn what_is_left(page: PlanState) -> String {
    let (left, all) = page.shown.with_untracked(|shown| {
        let left = shown.to_do().filter(|card| page.is_left(&card.id));
        (left.count(), shown.to_do().count())
    });
    match left == all {
        true => String::new(),
        false => format!("{}.", counted(left, all)),
    }
}

#[component]
fn Choice(
    id: &'static str,
    label: &'static str,
    any: &'static str,
    /// Value and words of each.
    options: Signal<Vec<(String, String)>>,
    on_choose: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select
                class="select"
                id=id
                on:change=move |event| on_choose.run(event_target_value(&event))
            >
                <option value="">{any}</option>
                <For each=move || options.get() key=|option| option.clone() let((value, words))>
                    <option value=value>{words}</option>
                </For>
            </select>
        </div>
    }
}
