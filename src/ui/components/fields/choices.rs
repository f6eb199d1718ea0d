//! Several answers of which one or more may be chosen.

use leptos::html;
use leptos::prelude::*;

use crate::ui::components::Hidden;
use crate::ui::focus::focus_in_place;

/// One of several answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What the page is told.
    pub value: String,
    pub label: String,
    /// Empty for none.
    pub hint: String,
}

/// How the answers stand.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Shape {
    /// One below the other.
    #[default]
    Column,
    /// Short answers side by side, where there is room.
    Row,
    /// A key feature beside its three answers.
    Feature,
    /// The six statements of a rubric.
    Statements,
}

/// A radio group, with a button that takes the answer back where `clear` names
/// one. The button shows once there is something to take back.
#[component]
pub fn RadioGroup(
    /// Unique in the page; names the controls and the parts.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: String,
    /// Why it is asked, or how to answer. Empty for none.
    #[prop(into, optional)]
    hint: String,
    answers: Vec<Answer>,
    /// The value chosen now.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// Is told the value, or None where the answer is taken back.
    #[prop(into)]
    on_choose: Callback<Option<String>>,
    #[prop(optional)] shape: Shape,
    /// What the button that takes the answer back is called. Empty for none.
    #[prop(into, optional)]
    clear: String,
    /// Of what, said aloud after `clear` where the label alone does not tell.
    #[prop(into, optional)]
    clear_of: String,
    /// What follows from the answer, below it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let inputs = controls(&answers);
    let first = inputs.first().map(|(_, input)| *input);
    let shown = inputs.clone();
    let choose = Callback::new(move |(value, _): (String, bool)| {
        on_choose.run(Some(value));
        // What was refused is not shown as if it were kept.
        let kept = chosen.get_untracked();
        show(&shown, |value| kept.as_deref() == Some(value));
    });
    let clear = (!clear.is_empty()).then(|| {
        let take_back = move |_| {
            // The button goes with the answer, so the focus goes first.
            // Nothing moves under the pointer.
            if let Some(first) = first {
                focus_in_place(first);
            }
            on_choose.run(None);
        };
        let of = (!clear_of.is_empty()).then(|| view! { <Hidden>{format!(": {clear_of}")}</Hidden> });
        view! {
            <button type="button" class="link-button take-back" on:click=take_back>{clear}{of}</button>
        }
    });
    let is_chosen =
        Callback::new(move |value: String| chosen.with(|chosen| chosen.as_ref() == Some(&value)));
    view! {
        <Group kind="radio" name legend hint answers=answers.into_iter().zip(inputs).collect() is_chosen on_change=choose shape>
            {children.map(|children| children())}
            {clear}
        </Group>
    }
}

/// Boxes to tick. `on_tick` is told the value and whether it is ticked now.
#[component]
pub fn CheckboxGroup(
    /// Unique in the page; names the controls and the parts.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: String,
    /// Why it is asked, or how to answer. Empty for none.
    #[prop(into, optional)]
    hint: String,
    answers: Vec<Answer>,
    /// The values ticked now.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    #[prop(into)] on_tick: Callback<(String, bool)>,
    #[prop(optional)] shape: Shape,
    /// What follows from the answer, below it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let inputs = controls(&answers);
    let shown = inputs.clone();
    let tick = Callback::new(move |ticked: (String, bool)| {
        on_tick.run(ticked);
        let kept = chosen.get_untracked();
        show(&shown, |value| kept.iter().any(|it| it == value));
    });
    let is_chosen =
        Callback::new(move |value: String| chosen.with(|chosen| chosen.contains(&value)));
    view! {
        <Group kind="checkbox" name legend hint answers=answers.into_iter().zip(inputs).collect() is_chosen on_change=tick shape>
            {children.map(|children| children())}
        </Group>
    }
}

/// The control of each value.
type Controls = Vec<(String, NodeRef<html::Input>)>;

fn controls(answers: &[Answer]) -> Controls {
    let control = |answer: &Answer| (answer.value.clone(), NodeRef::new());
    answers.iter().map(control).collect()
}

fn show(controls: &Controls, is_chosen: impl Fn(&str) -> bool) {
    for (value, control) in controls {
        if let Some(control) = control.get_untracked() {
            control.set_checked(is_chosen(value));
        }
    }
}

#[component]
fn Group(
    kind: &'static str,
    name: String,
    legend: String,
    hint: String,
    answers: Vec<(Answer, (String, NodeRef<html::Input>))>,
    is_chosen: Callback<String, bool>,
    on_change: Callback<(String, bool)>,
    shape: Shape,
    children: Children,
) -> impl IntoView {
    let described = (!hint.is_empty()).then(|| format!("{name}-hint"));
    let hint = described
        .clone()
        .map(|id| view! { <p class="hint" id=id>{hint}</p> });
    let choices = answers
        .into_iter()
        .map(|(Answer { value, label, hint }, (_, node))| {
            let id = format!("{name}-{}", value.replace('/', "-"));
            let hint_id = format!("{id}-hint");
            let described = (!hint.is_empty()).then(|| hint_id.clone());
            let of = value.clone();
            let hint = (!hint.is_empty()).then(|| {
                view! { <span class="choice-hint" id=hint_id>{hint}</span> }
            });
            view! {
                <div class="choice">
                    <input
                        node_ref=node
                        type=kind
                        id=id.clone()
                        name=name.clone()
                        value=value
                        aria-describedby=described
                        prop:checked=move || is_chosen.run(of.clone())
                    />
                    <label for=id>{label}</label>
                    {hint}
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset
            id=name.clone()
            class=if matches!(shape, Shape::Column | Shape::Statements) { "question" } else { "question side" }
            data-feature=(shape == Shape::Feature).then_some("")
            data-statements=(shape == Shape::Statements).then_some("")
            aria-describedby=described
        >
            <legend>{legend}</legend>
            {hint}
            <div
                class="choices"
                on:change=move |event| on_change.run((event_target_value(&event), event_target_checked(&event)))
            >
                {choices}
            </div>
            {children()}
        </fieldset>
    }
}
