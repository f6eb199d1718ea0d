//! Boxes to write in. A box keeps its own text while somebody is in it: what
//! another tab or a file changed shows once it is left.

use leptos::html;
use leptos::prelude::*;

use super::said::below;
use crate::ui::components::Hidden;

/// Stands by every box in which somebody could be named.
pub const NOBODY_NAMED: &str = "Do not write anything that could identify a person you support.";

/// Only this near the limit, in UTF-16 units, is there anything to say of it.
const NEAR: usize = 200;

/// A box of one line.
#[component]
pub fn TextField(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    /// Of what, said aloud after the label. Empty for nothing.
    #[prop(into, optional)]
    label_of: String,
    /// Empty for none.
    #[prop(into, optional)]
    hint: String,
    /// What is kept.
    #[prop(into)]
    value: Signal<String>,
    /// In UTF-16 units, as browsers count.
    limit: usize,
    /// Is told all of the text, up to the limit, at every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether somebody could be named in it: then it says not to.
    #[prop(optional)]
    free: bool,
    /// Whether a short box is enough.
    #[prop(optional)]
    short: bool,
    /// What is wrong with the text; None where nothing is.
    #[prop(optional, into)]
    problem: MaybeProp<String>,
    /// Called when the box is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// To move the focus here.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let draft = Draft::new(value, limit, on_input);
    let show = move || {
        if let Some(field) = node_ref.get()
            && let Some(text) = draft.to_show(field.matches(":focus").unwrap_or(false))
        {
            field.set_value(&text);
        }
    };
    Effect::new(move |_| {
        value.track();
        show();
    });
    let of = label_of_words(label_of);
    let parts = Parts::new(&id, &hint, free);
    let described = parts.described(true);
    let wrong = problem;
    view! {
        <div class=if short { "field short" } else { "field" }>
            <label for=id.clone()>{label}{of}</label>
            {parts.hints(hint)}
            <input
                node_ref=node_ref
                type="text"
                class="input"
                id=id
                dir="auto"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || wrong.get().map(|_| "true")
                prop:value=value.get_untracked()
                on:input=move |event| draft.type_in(event_target_value(&event))
                on:change=move |event| draft.settle(event_target_value(&event))
                on:blur=move |_| {
                    show();
                    if let Some(leave) = on_leave {
                        leave.run(());
                    }
                }
            />
            {parts.remarks(draft, problem)}
        </div>
    }
}

/// A box of several lines.
#[component]
pub fn TextArea(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    /// Of what, said aloud after the label. Empty for nothing.
    #[prop(into, optional)]
    label_of: String,
    /// Empty for none.
    #[prop(into, optional)]
    hint: String,
    /// What is kept.
    #[prop(into)]
    value: Signal<String>,
    /// In UTF-16 units, as browsers count.
    limit: usize,
    /// Is told all of the text, up to the limit, at every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// How many lines show at first.
    rows: u8,
    /// Whether somebody could be named in it: then it says not to.
    #[prop(optional)]
    free: bool,
    /// To move the focus here.
    #[prop(optional)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let draft = Draft::new(value, limit, on_input);
    let show = move || {
        if let Some(field) = node_ref.get()
            && let Some(text) = draft.to_show(field.matches(":focus").unwrap_or(false))
        {
            field.set_value(&text);
        }
    };
    // Words of another tab that what is typed on would take the place of.
    let elsewhere = RwSignal::new(String::new());
    Effect::new(move |_| {
        value.track();
        show();
        if let Some(kept) = draft.unseen() {
            elsewhere.set(kept);
        }
    });
    let said = move || {
        elsewhere.with(|text| match text.is_empty() {
            true => String::new(),
            false => format!(
                "Another tab wrote here: “{text}”. What you write now takes its place. Leave the box as it is, and it shows here instead."
            ),
        })
    };
    let of = label_of_words(label_of);
    let parts = Parts::new(&id, &hint, free);
    let described = parts.described(true);
    view! {
        <div class="field">
            <label for=id.clone()>{label}{of}</label>
            {parts.hints(hint)}
            <textarea
                node_ref=node_ref
                class="input"
                id=id
                dir="auto"
                autocomplete="off"
                rows=rows.to_string()
                aria-describedby=described
                prop:value=value.get_untracked()
                on:input=move |event| draft.type_in(event_target_value(&event))
                on:change=move |event| draft.settle(event_target_value(&event))
                on:blur=move |_| show()
            ></textarea>
            <p class="problem" role="status" prop:textContent=said></p>
            {parts.remarks(draft, MaybeProp::default())}
        </div>
    }
}

/// Said aloud after a label that stands on the page several times.
fn label_of_words(of: String) -> Option<impl IntoView> {
    (!of.is_empty()).then(|| view! { <Hidden>{format!(": {of}")}</Hidden> })
}

/// What stands in a box, beside what is kept of it.
#[derive(Clone, Copy)]
struct Draft {
    kept: Signal<String>,
    /// What the box showed last, typed or kept.
    shown: StoredValue<String>,
    limit: usize,
    /// How many units are left; below zero, how many do not fit.
    room: RwSignal<isize>,
    on_input: Callback<String>,
}

impl Draft {
    fn new(kept: Signal<String>, limit: usize, on_input: Callback<String>) -> Self {
        let text = kept.get_untracked();
        Self {
            kept,
            room: RwSignal::new(limit as isize - units(&text) as isize),
            shown: StoredValue::new(text),
            limit,
            on_input,
        }
    }

    fn type_in(self, text: String) {
        let room = self.limit as isize - units(&text) as isize;
        if self.room.get_untracked().min(NEAR as isize) != room.min(NEAR as isize) {
            self.room.set(room);
        }
        let kept = if room < 0 {
            cut(&text, self.limit)
        } else {
            text
        };
        self.shown.set_value(kept.clone());
        self.on_input.run(kept);
    }

    /// The text at the end: some keyboards and helpers put words into a box and
    /// tell of the change alone.
    fn settle(self, text: String) {
        if self
            .shown
            .with_value(|shown| *shown != cut(&text, self.limit))
        {
            self.type_in(text);
        }
    }

    /// What the box should show instead, unless somebody is in it.
    fn to_show(self, is_in_use: bool) -> Option<String> {
        let kept = self.kept.get_untracked();
        if is_in_use || self.shown.with_value(|shown| *shown == kept) {
            return None;
        }
        self.room.set(self.limit as isize - units(&kept) as isize);
        self.shown.set_value(kept.clone());
        Some(kept)
    }

    /// What is kept, where it is not what the box shows.
    fn unseen(self) -> Option<String> {
        let kept = self.kept.get_untracked();
        (!kept.is_empty() && self.shown.with_value(|shown| *shown != kept)).then_some(kept)
    }

    /// What there is to say of the room left; empty far from the limit.
    fn remark(self) -> String {
        match self.room.get() {
            room if room >= NEAR.min(self.limit / 5) as isize => String::new(),
            1 => "Room for 1 more character.".to_owned(),
            0 => "This is full.".to_owned(),
            -1 => "1 character does not fit, and is not kept.".to_owned(),
            room if room < 0 => {
                format!(
                    "{} characters at the end do not fit, and are not kept.",
                    -room
                )
            }
            room => format!("Room for {room} more characters."),
        }
    }
}

/// UTF-16 units, as browsers count.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As many whole characters as fit.
fn cut(text: &str, limit: usize) -> String {
    let mut left = limit;
    text.chars()
        .take_while(|it| {
            let fits = it.len_utf16() <= left;
            left = left.saturating_sub(it.len_utf16());
            fits
        })
        .collect()
}

/// The ids of what stands around a box.
struct Parts {
    hint: Option<String>,
    nobody: Option<String>,
    remark: String,
}

impl Parts {
    fn new(id: &str, hint: &str, free: bool) -> Self {
        Self {
            hint: (!hint.is_empty()).then(|| format!("{id}-hint")),
            nobody: free.then(|| format!("{id}-nobody")),
            remark: format!("{id}-problem"),
        }
    }

    fn described(&self, with_remark: bool) -> String {
        let remark = with_remark.then_some(&self.remark);
        let ids: Vec<&str> = [self.hint.as_ref(), self.nobody.as_ref(), remark]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        ids.join(" ")
    }

    fn hints(&self, hint: String) -> impl IntoView + use<> {
        let hint = self
            .hint
            .clone()
            .map(|id| view! { <p class="hint" id=id>{hint}</p> });
        let nobody = self
            .nobody
            .clone()
            .map(|id| view! { <p class="hint" id=id>{NOBODY_NAMED}</p> });
        (hint, nobody)
    }

    fn remarks(&self, draft: Draft, problem: MaybeProp<String>) -> impl IntoView + use<> {
        let id = Some(self.remark.clone());
        (
            below("hint", "status", None, move || draft.remark()),
            below("problem", "alert", id, move || {
                problem.get().unwrap_or_default()
            }),
        )
    }
}
