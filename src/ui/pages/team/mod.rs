//! `#/team`: what the people behind many plan files need. All of it lives in
//! this page's own signals, so leaving the page forgets it.

mod figures;
mod reading;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, html};

use super::PageTitle;
use crate::app::route::Route;
use crate::app::team::{FileNote, FilesRead};
use crate::domain::framework::bundled;
use crate::domain::team::SmallestGroup;
use crate::platform::many_files::{self, Waiting};
use crate::ui::components::Each;
use crate::ui::focus::focus_when_there;
use crate::ui::parts::{self, DrawTeam};
use crate::ui::when_here::WhenHere;

use figures::TeamFigures;
use reading::{Progress, read};

/// The page on which many plan files are counted as one team.
#[component]
pub fn TeamPage() -> impl IntoView {
    let files = RwSignal::new(FilesRead::default());
    let progress = RwSignal::new(None::<Progress>);
    // What was said when reading ended.
    let said = RwSignal::new(String::new());
    let chooser = NodeRef::<html::Input>::new();
    let take = move |waiting: Vec<Waiting>| {
        if progress.with_untracked(Option::is_some) || waiting.is_empty() {
            return;
        }
        spawn_local(read(waiting, files, progress, said));
    };
    let drop = move |event: ev::DragEvent| {
        let waiting = many_files::dropped(&event);
        spawn_local(async move { take(waiting.await) });
    };
    let forget = move |_| {
        files.set(FilesRead::default());
        said.set(String::new());
        focus_when_there(chooser);
    };
    let has_files = Memo::new(move |_| files.with(|it| it.count() > 0));
    let is_reading = Memo::new(move |_| progress.with(Option::is_some));
    let ended = move || has_files.get() && !is_reading.get();
    view! {
        <div class="flow team" on:drop=drop>
            <PageTitle>{Route::Team.heading()}</PageTitle>
            <p class="lead">
                "Choose the plan files people sent you, and see what they need together: how they rate themselves, which courses would help how many, and what is still owed to them."
            </p>
            <p>
                {format!("No names, and nobody is compared with anybody. Nothing is told of fewer than {} people: they are told together with others, or not at all.", smallest().get())}
            </p>
            <p class="notice" id="team-forgets">
                "Nothing of this is stored, sent or kept. Leaving or reloading this page forgets it."
            </p>
            <div class="no-print flow" hidden=move || is_reading.get()>
                <div class="field">
                    <label for="team-files">"Choose plan files"</label>
                    <p class="hint" id="team-files-hint">
                        "As many as you like: their names begin with “waymark-plan-”. You can also drop them, or a folder, on this page. What a reader sent back (“waymark-review-”) is counted beside the plan it is of."
                    </p>
                    <input
                        node_ref=chooser
                        id="team-files"
                        class="input"
                        type="file"
                        multiple
                        accept=".json,.txt,application/json,text/plain"
                        aria-describedby="team-files-hint"
                        on:change=move |event| take(many_files::chosen(&event))
                    />
                </div>
                <div class="field">
                    <label for="team-folder">"Or choose a folder"</label>
                    <input
                        id="team-folder"
                        class="input"
                        type="file"
                        prop:webkitdirectory=true
                        on:change=move |event| take(many_files::chosen(&event))
                    />
                </div>
            </div>
            <Show when=move || is_reading.get()>
                <Reading progress/>
            </Show>
            <p role="status" prop:textContent=said></p>
            <Show when=ended>
                <NotCounted files/>
                <details class="no-print">
                    <summary>"How one person is counted once"</summary>
                    <p>
                        "A plan file does not say whose it is. Two files of one plan are told by the random number each rating has: if they share one, the file saved later counts. Somebody who rated everything anew between two files, or rated nothing, is counted twice; nothing in the files can tell."
                    </p>
                    <p>
                        "What a reader saw counts only beside the very file it is of, not beside a newer one."
                    </p>
                </details>
                <p class="buttons no-print">
                    <button type="button" class="button plain" on:click=forget>
                        "Forget these files"
                    </button>
                </p>
                <WhenHere part=parts::team_figures draw=move |draw: DrawTeam| draw(files)/>
            </Show>
        </div>
    }
}

/// What is told of the files once they are read. The focus comes to it.
#[component]
pub fn Told(files: RwSignal<FilesRead>) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    heading.on_load(move |_| focus_when_there(heading));
    match files.with_untracked(|it| it.figures(bundled(), smallest())) {
        Ok(figures) => view! { <TeamFigures figures heading/> }.into_any(),
        Err(_) => view! { <TooFew heading/> }.into_any(),
    }
}

/// While files are read.
#[component]
fn Reading(progress: RwSignal<Option<Progress>>) -> impl IntoView {
    let now = move || progress.get().unwrap_or_default();
    let stop = move |_| {
        progress.update(|it| {
            if let Some(it) = it {
                it.stopped = true;
            }
        });
    };
    view! {
        <div class="reading flow">
            <label for="team-progress" prop:textContent=move || now().sentence()></label>
            <progress
                id="team-progress"
                max=move || now().all.to_string()
                prop:value=move || now().read as f64
            ></progress>
            <p class="buttons">
                <button type="button" class="button plain" on:click=stop>"Stop"</button>
            </p>
        </div>
    }
}

/// The files that are not counted, each with why.
#[component]
fn NotCounted(files: RwSignal<FilesRead>) -> impl IntoView {
    let all = Memo::new(move |_| files.with(FilesRead::not_counted));
    let first = move || all.with(|all| all.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>());
    let more = move || all.with(Vec::len).saturating_sub(MOST_NAMED);
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <details class="no-print" open>
                <summary prop:textContent=move || format!("Files that are not counted ({})", all.with(Vec::len))></summary>
                <ul class="remarks">
                    <Each each=first key=FileNote::clone let:note>
                        <li><bdi>{note.sentence}</bdi></li>
                    </Each>
                </ul>
                <p hidden=move || more() == 0 prop:textContent=move || format!("And {} more.", more())></p>
            </details>
        </Show>
    }
}

/// More are not named: nobody reads a list of a thousand files.
const MOST_NAMED: usize = 100;

/// Of how many people something is told: the host may ask for more.
fn smallest() -> SmallestGroup {
    SmallestGroup::raised_to(bundled().host.map_or(0, |host| host.smallest_group))
}

/// Nothing can be told.
#[component]
fn TooFew(heading: NodeRef<html::H2>) -> impl IntoView {
    let sentence = format!(
        "Fewer than {} plans are counted, so nothing is told of them: it would be about one person or another. Choose more files.",
        smallest().get()
    );
    view! {
        <section class="flow">
            <h2 node_ref=heading tabindex="-1">"Too few to tell"</h2>
            <p>{sentence}</p>
        </section>
    }
}
