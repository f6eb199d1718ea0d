//! Questions and boxes to write in.

use leptos::prelude::*;

use super::DrawnOnOpening;
use crate::ui::components::fields::{
    Answer, CheckboxGroup, DateField, NOBODY_NAMED, RadioGroup, Shape, TextArea, TextField,
};
use crate::ui::components::{Select, SelectOption};

#[component]
pub fn Fields() -> impl IntoView {
    view! {
        <h2>"Fields"</h2>
        <Boxes/>
        <DrawnOnOpening summary="Boxes near and over their limit">
            <NearTheLimit/>
        </DrawnOnOpening>
        <Dates/>
        <h2>"Selects"</h2>
        <Selects/>
        <h2>"One of several answers"</h2>
        <OneOfSeveral/>
        <h2>"Several of several answers"</h2>
        <SeveralOfSeveral/>
        <p class="hint">{format!("Where somebody could be named it says: “{NOBODY_NAMED}”")}</p>
    }
}

#[component]
fn Boxes() -> impl IntoView {
    let words = RwSignal::new(String::new());
    let hours = RwSignal::new(String::new());
    let lines = RwSignal::new(String::new());
    let wrong = || Some("Write a number of hours, such as 3 or 7.5.".to_owned());
    view! {
        <TextField
            id="gallery-words"
            label="A text field"
            hint="With a hint"
            value=words
            limit=200
            on_input=move |text| words.set(text)
        />
        <TextField
            id="gallery-hours"
            label="A short text field with an error"
            value=hours
            limit=20
            on_input=move |text| hours.set(text)
            short=true
            problem=Signal::derive(wrong)
        />
        <TextArea
            id="gallery-lines"
            label="A text area in which somebody could be named"
            hint="With a hint"
            value=lines
            limit=2000
            on_input=move |text| lines.set(text)
            rows=4
            free=true
        />
    }
}

#[component]
fn NearTheLimit() -> impl IntoView {
    let areas = [
        ("near", "A text area near its limit", 1_900),
        ("last", "A text area with room for one character", 1_999),
        ("full", "A full text area", 2_000),
        ("over", "A text area over its limit", 2_500),
    ]
    .map(|(name, label, many)| {
        let text = RwSignal::new("word ".repeat(500)[..many].to_owned());
        view! {
            <TextArea
                id=format!("gallery-{name}")
                label
                value=text
                limit=2000
                on_input=move |typed| text.set(typed)
                rows=3
            />
        }
    });
    let title = RwSignal::new("A title ".repeat(27));
    view! {
        <div class="flow">
            <TextField
                id="gallery-title"
                label="A text field over its limit"
                value=title
                limit=200
                on_input=move |typed| title.set(typed)
                free=true
            />
            {areas}
        </div>
    }
}

#[component]
fn Dates() -> impl IntoView {
    let empty = RwSignal::new(String::new());
    let kept = RwSignal::new("2026-03-29".to_owned());
    let keep = |value: RwSignal<String>| {
        move |(text, broken): (String, bool)| {
            if broken {
                return Some("This is not a whole date. The earlier one is kept.".to_owned());
            }
            value.set(text);
            None
        }
    };
    view! {
        <DateField
            id="gallery-day"
            label="A day"
            hint="With a hint"
            value=empty
            latest="2026-11-23"
            on_date=keep(empty)
        />
        <DateField
            id="gallery-kept-day"
            label="A day that is kept"
            hint="With a hint"
            value=kept
            latest="2026-11-23"
            on_date=keep(kept)
        />
    }
}

#[component]
fn Selects() -> impl IntoView {
    let first = RwSignal::new(None);
    let second = RwSignal::new(Some(1));
    let third = RwSignal::new(Some(0));
    let options = || {
        [
            ("One (1)", None),
            ("Two (2)", Some("A group")),
            (
                "Three, with a long name that has to fit into a narrow column (3)",
                Some("A group"),
            ),
        ]
        .map(|(label, group)| SelectOption {
            label: label.to_owned(),
            group: group.map(str::to_owned),
        })
        .to_vec()
    };
    view! {
        <div class="filters">
            <Select
                id="gallery-any"
                label="Nothing chosen"
                none="Anything"
                options=options()
                chosen=first
                on_choose=move |place| first.set(place)
            />
            <Select
                id="gallery-filter"
                label="A filter"
                none="Anything"
                options=options()
                chosen=second
                on_choose=move |place| second.set(place)
            />
            <Select
                id="gallery-always"
                label="One is always chosen"
                options=options()
                chosen=third
                on_choose=move |place| third.set(place)
            />
        </div>
    }
}

/// Three answers; the second has a hint.
fn answers() -> Vec<Answer> {
    [
        ("a", "One", ""),
        ("b", "Two", "With a hint"),
        ("c", "Three", ""),
    ]
    .map(|(value, label, hint)| Answer {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
    })
    .to_vec()
}

#[component]
fn OneOfSeveral() -> impl IntoView {
    [
        ("column", "Nothing chosen yet", Shape::Column, None),
        (
            "chosen",
            "One chosen, to be taken back",
            Shape::Column,
            Some("b"),
        ),
        ("row", "Side by side", Shape::Row, Some("a")),
        ("feature", "A key feature", Shape::Feature, Some("c")),
        (
            "statements",
            "The statements of a rubric",
            Shape::Statements,
            Some("b"),
        ),
    ]
    .map(|(name, legend, shape, chosen)| {
        let chosen = RwSignal::new(chosen.map(str::to_owned));
        view! {
            <RadioGroup
                name=format!("gallery-{name}")
                legend
                hint="Why it is asked"
                answers=answers()
                chosen
                on_choose=move |answer| chosen.set(answer)
                shape
                clear="Clear my answer"
                clear_of=legend
            >
                <p class="hint">"What follows from the answer."</p>
            </RadioGroup>
        }
    })
}

#[component]
fn SeveralOfSeveral() -> impl IntoView {
    [
        ("none", "None ticked", Shape::Column, &[][..]),
        ("some", "Some ticked, side by side", Shape::Row, &["a", "c"]),
    ]
    .map(|(name, legend, shape, ticked)| {
        let ticked: Vec<String> = ticked.iter().map(|it: &&str| (*it).to_owned()).collect();
        let ticked = RwSignal::new(ticked);
        let tick = move |(value, on): (String, bool)| {
            ticked.update(|all| {
                all.retain(|it| *it != value);
                if on {
                    all.push(value);
                }
            });
        };
        view! {
            <CheckboxGroup
                name=format!("gallery-{name}")
                legend
                answers=answers()
                chosen=ticked
                on_tick=tick
                shape
            />
        }
    })
}
