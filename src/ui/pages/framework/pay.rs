//! The pay the framework suggested for its career levels.

use leptos::prelude::*;

use super::pieces::{Paragraphs, Place};
use crate::app::words::pounds;
use crate::domain::framework::model::{PayBand, Text};
use crate::domain::framework::{bundled, reading};

/// The pay that the framework suggests for each level.
#[component]
pub fn SuggestedPay() -> impl IntoView {
    let pay = &reading().pay;
    let year = pay.year;
    let levels = bundled().ladder.iter();
    let bands = pay.bands.iter();
    view! {
        <div class="notice caution"><p>{pay.warning}</p></div>
        <Paragraphs text=&pay.text/>
        <table class="stacks">
            <caption>{format!("What the framework suggested, {year}")}</caption>
            <thead>
                <tr>
                    <th scope="col">"Career level"</th>
                    <th scope="col">"Band"</th>
                    <th scope="col">"Pay a year"</th>
                </tr>
            </thead>
            <tbody>
                {levels.map(|level| view! {
                    <tr>
                        <th scope="row">{level.title}</th>
                        <td data-label="Band">{level.band}</td>
                        <td data-label="Pay a year">{level.pay}</td>
                    </tr>
                }).collect_view()}
            </tbody>
        </table>
        <h2>{format!("Agenda for Change, {year}")}</h2>
        {bands.map(|band| view! { <Band band year/> }).collect_view()}
        <Place source=pay.source/>
    }
}

#[component]
fn Band(band: &'static PayBand, year: Text) -> impl IntoView {
    let rows = band.rows.iter();
    view! {
        <table class="narrow">
            <caption>{format!("Band {}, {year}", band.band)}</caption>
            <thead>
                <tr><th scope="col">"Years"</th><th scope="col">"An hour"</th><th scope="col">"A year"</th></tr>
            </thead>
            <tbody>
                {rows.map(|row| view! {
                    <tr>
                        <th scope="row">{row.years}</th>
                        <td>{format!("£{}", row.hourly)}</td>
                        <td>{pounds(row.annual)}</td>
                    </tr>
                }).collect_view()}
            </tbody>
        </table>
    }
}
