//! What the plan is filtered by: opened on request.

use leptos::prelude::*;

use super::state::PlanState;
use crate::app::plan_page::{Filter, FilterOptions, STATUSES, filter_options};
use crate::ui::components::Each;

/// Selects that leave some of the cards; for long plans.
#[component]
pub fn Filters(state: PlanState) -> impl IntoView {
    let found = Memo::new(move |_| state.plan.with(filter_options));
    let of = move |list: fn(FilterOptions) -> Vec<(String, String)>| {
        Signal::derive(move || found.get().map_or_else(Vec::new, list))
    };
    let statuses = || {
        STATUSES
            .iter()
            .map(|(_, value, words)| ((*value).to_owned(), (*words).to_owned()))
            .collect::<Vec<_>>()
    };
    view! {
        <FilterBy state id="filter-status" label="How far" any="All" options=Signal::derive(statuses) set=|filter, value| filter.status = value/>
        <FilterBy state id="filter-kind" label="Kind" any="All kinds" options=of(|it| it.kinds) set=|filter, value| filter.kind = value/>
        <FilterBy state id="filter-month" label="Month" any="Any month" options=of(|it| it.months) set=|filter, value| filter.month = value/>
    }
}

#[component]
fn FilterBy(
    state: PlanState,
    id: &'static str,
    label: &'static str,
    any: &'static str,
    options: Signal<Vec<(String, String)>>,
    set: fn(&mut Filter, String),
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select
                id=id
                class="select"
                on:change=move |event| state.filter(|filter| set(filter, event_target_value(&event)))
            >
                <option value="">{any}</option>
                <Each each=move || options.get() key=|option| option.clone() let:option>
                    <option value=option.0>{option.1}</option>
                </Each>
            </select>
        </div>
    }
}
