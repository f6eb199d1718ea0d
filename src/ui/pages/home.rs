//! `#/`, once something was entered: where the worker was, what is next, and
//! how far each part is. Before that the words of `index.html` stand there.

use leptos::prelude::*;

use super::PageTitle;
use crate::app::about_you::bearing_sentence;
use crate::app::home::{self, PageLink, TodayLine};
use crate::app::route::Route;
use crate::app::words::count;
use crate::domain::framework::bundled;
use crate::ui::components::Each;
use crate::ui::session::use_session;

/// The first page, at `#/`.
#[component]
pub fn Home() -> impl IntoView {
    let session = use_session();
    let data = session.your_data();
    let bearing = session.memo(|document| bearing_sentence(bundled(), document));
    let was = session.memo(|document| home::last_place(bundled(), document));
    let next = session.memo(move |document| home::next(bundled(), document, session.today()));
    let about =
        session.memo(move |document| home::today_is_about(bundled(), document, session.today()));
    let tasks = Memo::new(move |_| {
        let backup = data.with(|data| data.backup_sentence.clone());
        session.read(|document| home::tasks(bundled(), document, &backup))
    });
    view! {
        <div class="flow">
            <PageTitle>{Route::Home.heading()}</PageTitle>
            <Show when=move || about.with(|all| !all.is_empty())>
                <section class="notice flow" aria-labelledby="today">
                    <h2 id="today">"Today"</h2>
                    <ul class="plain-list" role="list">
                        <Each each=move || about.get() key=TodayLine::clone let:line>
                            <li>
                                {line.sentence}
                                {line.links.into_iter().map(|(href, words)| view! { " " <a href=href>{words}</a> }).collect_view()}
                            </li>
                        </Each>
                    </ul>
                </section>
            </Show>
            <ul class="ways" role="list">
                {move || was.get().map(|PageLink { href, title }| view! {
                    <li><a href=href>"Continue where I was"</a> <span>{title}</span></li>
                })}
                <li>
                    <a href=move || next.get().link.href prop:textContent=move || format!("Next: {}", next.get().link.title)></a>
                    {move || next.get().minutes.map(|minutes| view! {
                        <span>
                            "About " {count(minutes, "minute", "minutes")}
                            ", by this tool’s own estimate. You can stop at any point: what you enter is kept."
                        </span>
                    })}
                </li>
            </ul>
            <h2>"Your task list"</h2>
            <p><span prop:textContent=bearing></span> " Nothing has to be finished. " <a href="#/about-you">"Change role or aim"</a></p>
            <ul class="tasks" role="list">
                <Each each=move || tasks.get() key=|task| (task.link.href.clone(), task.status.clone()) let:task>
                    <li>
                        <a href=task.link.href>{task.link.title}</a>
                        <span class="status">{task.status}</span>
                    </li>
                </Each>
            </ul>
            <p>"Did somebody send you a file? " <a href="#/review">"Open their plan, or their view of yours"</a></p>
        </div>
    }
}
