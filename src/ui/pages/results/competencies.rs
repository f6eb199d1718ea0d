//! What is strong, and the six competencies against the aim.

use leptos::prelude::*;

use crate::app::results::{Fold, OneUp, Titled, against, one_up, strong};
use crate::domain::framework::bundled;
use crate::domain::ladder::Bearing;
use crate::ui::components::{Bar, Bars, Each};
use crate::ui::session::use_session;

/// What the worker does well.
#[component]
pub fn Strong() -> impl IntoView {
    let session = use_session();
    let strong = session.memo(|document| strong(bundled(), document));
    view! {
        <section class="flow">
            <h2>"What is strong"</h2>
            <p hidden=move || strong.with(|it| !it.is_empty)>"What you do well shows here as you answer: scores that reach what your aim looks for, features you can see in your work, and topics you know well."</p>
            <Show when=move || strong.with(|it| !it.competencies.is_empty())>
                <ul>
                    <Each each=move || strong.with(|it| it.competencies.clone()) key=String::clone let:words>
                        <li>{words}</li>
                    </Each>
                </ul>
            </Show>
            <OnRequest fold=Signal::derive(move || strong.with(|it| it.features.clone())) is_open=true/>
            <OnRequest fold=Signal::derive(move || strong.with(|it| it.topics.clone())) is_open=false/>
        </section>
    }
}

/// Lists that open by themselves or on request; nothing where there are none.
#[component]
fn OnRequest(fold: Signal<Fold>, is_open: bool) -> impl IntoView {
    view! {
        <Show when=move || fold.with(|fold| !fold.lists.is_empty())>
            <details open=is_open>
                <summary prop:textContent=move || fold.get().summary></summary>
                <Each each=move || fold.get().lists key=Titled::clone let:list>
                    <div>
                        <h3>{list.heading}</h3>
                        {items(list.lines)}
                    </div>
                </Each>
            </details>
        </Show>
    }
}

/// Items of the framework, as a list.
pub fn items(lines: Vec<&'static str>) -> impl IntoView {
    let items = lines.into_iter().map(|line| view! { <li>{line}</li> });
    view! { <ul>{items.collect_view()}</ul> }
}

/// Each score beside what the aim looks for, as bars and in sentences.
#[component]
pub fn AgainstTheAim() -> impl IntoView {
    let session = use_session();
    let bars = session.memo(|document| -> Vec<Bar> {
        let lines = against(bundled(), document, &Bearing::of(bundled(), document));
        let lines = lines.into_iter();
        let bars = lines.map(|line| Bar {
            title: line.title.to_owned(),
            sentence: line.sentence,
            look: line.look,
            aim: line.looks_for,
            href: line.href,
            cells: vec![line.answer, line.aim, line.remark],
        });
        bars.collect()
    });
    let headings = ["Competency", "Your answer", "Your aim", "So"].map(str::to_owned);
    let one_up = session.memo(|document| one_up(bundled(), document));
    view! {
        <section class="flow">
            <h2>"The six competencies and your aim"</h2>
            <p>"Each bar is your latest score, from 0 to 5. The line across it marks what your aim looks for."</p>
            <Bars bars caption="The six competencies and your aim" headings=headings.into()/>
            <Show when=move || one_up.with(|all| !all.is_empty())>
                <div class="flow">
                    <h2>"To work on, and one score up"</h2>
                    <ul class="cards" role="list">
                        <Each each=move || one_up.get() key=|it| it.title let:it>
                            <OneUpCard it one_up/>
                        </Each>
                    </ul>
                </div>
            </Show>
        </section>
    }
}

/// A competency to work on, and what one score up looks like.
#[component]
fn OneUpCard(it: OneUp, one_up: Memo<Vec<OneUp>>) -> impl IntoView {
    let title = it.title;
    let now = move || one_up.with(|all| all.iter().find(|it| it.title == title).cloned());
    let ticks = move || now().map_or_else(Vec::new, |it| it.ticks);
    view! {
        <li class="card">
            <h3>{title}</h3>
            <p prop:textContent=move || now().map(|it| it.now)></p>
            <p hidden=move || !ticks().is_empty()>"You have not ticked its key features yet. They show what is there already."</p>
            <Each each=ticks key=Titled::clone let:list>
                <div>
                    <h4>{list.heading}</h4>
                    {items(list.lines)}
                </div>
            </Each>
            <h4 prop:textContent=move || now().map(|it| it.up)></h4>
            <ul>
                <Each each=move || now().map_or_else(Vec::new, |it| it.steps) key=|step| *step let:step>
                    <li>{step}</li>
                </Each>
            </ul>
            <p prop:textContent=move || now().map(|it| format!("Watch for: {}", it.watch_for))></p>
            <p><a href=it.href>{format!("Look at {title} again")}</a></p>
        </li>
    }
}
