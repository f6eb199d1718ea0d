//! Answers, bars and a trend, each in every state.

use leptos::prelude::*;

use crate::ui::components::fields::Answer;
use crate::ui::components::{
    AnswerGroup, Bar, Bars, CountBar, Counts, Note, TableRow, TrendChart, TrendColumn,
};

const LOOKS: [(&str, &str); 9] = [
    ("not-rated", "not rated"),
    ("no-opportunity", "no opportunity"),
    ("cleared", "cleared"),
    ("0", "0"),
    ("1", "1"),
    ("2", "2"),
    ("3", "3"),
    ("4", "4"),
    ("5", "5"),
];

/// A thing to answer: open, answered, refused.
#[component]
pub fn Answers() -> impl IntoView {
    let states = [
        ("open", None, true),
        ("answered", Some("yes"), true),
        ("refused", None, false),
    ];
    let cards = states.map(|(name, chosen, is_kept)| {
        let chosen = RwSignal::new(chosen.map(str::to_owned));
        let note = RwSignal::new(
            if chosen.get_untracked().is_some() {
                "A note"
            } else {
                ""
            }
            .to_owned(),
        );
        let answers = ["yes", "no", "unsure"].map(|value| Answer {
            value: value.to_owned(),
            label: format!("The answer “{value}”"),
            hint: String::new(),
        });
        view! {
            <li class="card topic">
                <h3>"A thing that is "{name}</h3>
                <AnswerGroup
                    name=format!("gallery-{name}")
                    legend=name
                    answers=answers.into()
                    chosen
                    on_choose=move |value| chosen.set(value)
                    of=name
                    is_kept=Signal::stored(is_kept)
                />
                <Note
                    id=format!("gallery-note-{name}")
                    of=name
                    value=note
                    limit=100
                    on_input=move |text| note.set(text)
                />
            </li>
        }
    });
    view! { <ul class="cards" role="list">{cards.into_iter().collect_view()}</ul> }
}

/// Numbers of people: some, nobody, not told, and marked.
#[component]
pub fn People() -> impl IntoView {
    let bars = [
        ("Some", Some(30), ""),
        ("Nobody", Some(0), ""),
        ("Not told", None, ""),
        ("All", Some(100), "Looked for"),
    ];
    let bars = bars.map(|(title, share, mark)| CountBar {
        title: title.to_owned(),
        sentence: share.map_or("fewer than 5.".to_owned(), |share| {
            format!("{share} people.")
        }),
        share,
        mark,
        cells: vec![share.map_or("fewer than 5".to_owned(), |share| share.to_string())],
    });
    view! {
        <Counts
            bars=Signal::stored(bars.to_vec())
            caption="Numbers of people"
            headings=vec!["Thing", "People"]
        />
    }
}

/// Bars and columns of every look.
#[component]
pub fn Charts() -> impl IntoView {
    let bars = LOOKS.iter().enumerate().map(|(place, (look, short))| Bar {
        title: format!("Thing {place}"),
        sentence: format!("{short}."),
        look: (*look).to_owned(),
        aim: (place % 6 > 0).then_some((place % 6) as u8),
        href: "#/gallery".to_owned(),
        cells: vec![(*short).to_owned()],
    });
    let columns = LOOKS
        .iter()
        .enumerate()
        .map(|(place, (look, short))| TrendColumn {
            date: format!("{} October 2026", place + 1),
            short: (*short).to_owned(),
            look: (*look).to_owned(),
        });
    let rows = LOOKS
        .iter()
        .enumerate()
        .map(|(place, (_, short))| TableRow {
            heading: format!("{} October 2026", place + 1),
            href: String::new(),
            cells: vec![(*short).to_owned()],
        });
    view! {
        <Bars
            bars=Signal::stored(bars.collect::<Vec<_>>())
            caption="Nine things"
            headings=vec!["Thing".to_owned(), "Score".to_owned()]
        />
        <TrendChart
            title="A thing"
            sentence=Signal::stored("First not rated; now score 5.".to_owned())
            columns=Signal::stored(columns.collect::<Vec<_>>())
            remark=Signal::stored("The last 9 of 12.".to_owned())
            headings=vec!["Date".to_owned(), "Score".to_owned()]
            rows=Signal::stored(rows.collect::<Vec<_>>())
        />
    }
}
