//! What is told of a team, for everybody or one of the groups.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::handover::{self as says, Format};
use crate::app::team::{
    self, CountLine, CourseLine, ScoreChart, TeamShown, choices, course_cells, shown,
};
use crate::domain::document::ClockReading;
use crate::domain::file::NOT_A_VERDICT;
use crate::domain::framework::bundled;
use crate::domain::team::Figures;
use crate::platform::{clock, files, page};
use crate::ui::components::{CountBar, Counts, Select, SelectOption};
use crate::ui::parts;
use crate::ui::session::use_session;

/// How many bars a long list shows; its table has all.
const MOST_BARS: usize = 12;

/// What may be told of a team, as bars and tables.
#[component]
pub fn TeamFigures(figures: Figures, heading: NodeRef<html::H2>) -> impl IntoView {
    // Which of the options, and which group that is.
    let picked = RwSignal::new(None::<usize>);
    let choices = choices(bundled(), &figures);
    let places: Vec<usize> = choices.iter().map(|it| it.place).collect();
    let options = choices.into_iter().map(|it| SelectOption {
        label: it.label,
        group: Some(it.by.to_owned()),
    });
    let options: Vec<SelectOption> = options.collect();
    let no_choice = options.is_empty();
    let smallest = figures.smallest.get();
    let figures = StoredValue::new(figures);
    let shown = Memo::new(move |_| {
        let chosen = picked.get().and_then(|at| places.get(at).copied());
        figures.with_value(|figures| shown(bundled(), figures, chosen))
    });
    let word = move |of: fn(&TeamShown) -> &String| move || shown.with(|it| of(it).clone());
    let lines = move |of: fn(&TeamShown) -> &Vec<CountLine>| {
        Signal::derive(move || shown.with(|it| of(it).iter().map(bar).collect::<Vec<_>>()))
    };
    let courses = Signal::derive(move || {
        shown.with(|it| it.courses.iter().map(course_bar).collect::<Vec<_>>())
    });
    let of_group = move || !shown.with(|it| it.is_everybody);
    let charts = (0..bundled().competencies.len()).map(|at| view! { <Chart shown at/> });
    view! {
        <section class="flow team-figures" aria-labelledby="team-figures">
            <h2 id="team-figures" node_ref=heading tabindex="-1">"What they need"</h2>
            <p>{NOT_A_VERDICT}</p>
            <p class="on-paper">
                {format!("Figures of {}. Nothing is told of fewer than {} people: they are told together with others, or not at all. On paper each list has its first nine; the spreadsheet has all.", clock::today().long(), smallest)}
            </p>
            <div class="filters" hidden=no_choice>
                <Select
                    id="team-group"
                    label="Show the figures of"
                    none="Everybody"
                    options=options
                    chosen=picked
                    on_choose=move |at| picked.set(at)
                />
            </div>
            <p class="hint no-print" hidden=no_choice>
                "One role or one aim at a time: both at once would soon tell of too few people."
            </p>
            <p class="whose" role="status" prop:textContent=word(|it| &it.whose)></p>
            <p class="buttons no-print"><Takeaway figures/></p>

            <h3>"Who they are"</h3>
            <p>"Each chose a role and a level to aim for, or has not yet."</p>
            <div class="charts">
                <div class="chart"><Counts bars=lines(|it| &it.roles) caption="People by role" headings=vec!["Role", "People"]/></div>
                <div class="chart"><Counts bars=lines(|it| &it.aims) caption="People by aim" headings=vec!["Aim", "People"]/></div>
            </div>

            <h3>"Courses and other training"</h3>
            <p prop:textContent=word(|it| &it.courses_say)></p>
            <Counts
                bars=courses
                caption="Training by how many plans it is in"
                headings=vec!["Training", "In the plans of", "Would help", "From", "Time", "Where", "Helps with"]
                most=MOST_BARS
            />

            <h3>"How they rate themselves"</h3>
            <p>
                "Each bar is how many people are at a score. What counts as achieved is 3 unless somebody chose otherwise; the highest level looks for 5."
            </p>
            <div class="charts">{charts.collect_view()}</div>

            <h3>"What is still owed to them"</h3>
            <p prop:textContent=word(|it| &it.asked_say)></p>
            <Counts
                bars=lines(|it| &it.asked)
                caption="What plans ask the employer or network for"
                headings=vec!["Asked for", "In the plans of"]
                most=MOST_BARS
            />

            <h3>"Safety topics that are open"</h3>
            <p prop:textContent=word(|it| &it.answers)></p>
            <p hidden=move || !of_group()>"Topics are told of everybody only: of one group too little is known."</p>
            <p prop:textContent=word(|it| &it.safety_say)></p>
            <Counts
                bars=lines(|it| &it.safety)
                caption="Safety topics that are open"
                headings=vec!["Topic", "People"]
            />
            <h3>"Topics most often “not yet”"</h3>
            <p prop:textContent=word(|it| &it.topics_say)></p>
            <Counts
                bars=lines(|it| &it.topics)
                caption="Topics most often “not yet”"
                headings=vec!["Topic", "People"]
                most=MOST_BARS
            />
        </section>
    }
}

/// One competency.
#[component]
fn Chart(shown: Memo<TeamShown>, at: usize) -> impl IntoView {
    let chart = Memo::new(move |_| shown.with(|it| it.scores.get(at).cloned()));
    let title = bundled().competencies[at].title;
    let lines = move |of: fn(&ScoreChart) -> &Vec<CountLine>| {
        Signal::derive(move || {
            let bars = |it: &ScoreChart| of(it).iter().map(bar).collect::<Vec<_>>();
            chart.with(|it| it.as_ref().map_or_else(Vec::new, bars))
        })
    };
    let seen =
        Memo::new(move |_| chart.with(|it| it.as_ref().is_some_and(|it| !it.views.is_empty())));
    view! {
        <div class="chart">
            <h4>{title}</h4>
            <p prop:textContent=move || chart.get().map(|it| it.sentence)></p>
            <Counts bars=lines(|it| &it.lines) caption=title headings=vec!["Answer", "People"]/>
            <Show when=move || seen.get()>
                <h5>"What readers of their plans saw"</h5>
                <p prop:textContent=move || chart.get().map(|it| it.of_views)></p>
                <Counts
                    bars=lines(|it| &it.views)
                    caption=format!("{title}: what readers saw")
                    headings=vec!["Answer", "People"]
                />
            </Show>
        </div>
    }
}

/// The print and the spreadsheet.
#[component]
fn Takeaway(figures: StoredValue<Figures>) -> impl IntoView {
    let session = use_session();
    let said = RwSignal::new(String::new());
    let save = move |_| {
        said.set(String::new());
        let at = ClockReading {
            now: clock::now(),
            today: clock::today(),
        };
        let rows = figures.with_value(|figures| team::rows(bundled(), figures));
        let name = team::file_name(at.today);
        spawn_local(async move {
            let sentence = match parts::export().await {
                Ok(write) if files::save_bytes(&name, &write(Format::Team, &rows, at)) => {
                    says::given(&name)
                }
                Ok(_) => says::not_given(&name),
                Err(_) => says::no_exporter(session.is_stored()).to_owned(),
            };
            // The page may have been left meanwhile.
            said.try_set(sentence);
        });
    };
    view! {
        <button type="button" class="button plain" on:click=|_| page::print_only("team")>
            "Print these figures"
        </button>
        <button type="button" class="button plain" on:click=save>"Save as a spreadsheet"</button>
        <span role="status" prop:textContent=said></span>
    }
}

fn bar(line: &CountLine) -> CountBar {
    CountBar {
        title: line.title.clone(),
        sentence: format!("{}.", line.words),
        share: line.share,
        mark: if line.aim { "Looked for" } else { "" },
        cells: vec![line.words.clone()],
    }
}

fn course_bar(course: &CourseLine) -> CountBar {
    CountBar {
        sentence: format!(
            "in the plans of {}; would help {}. {}; {}; {}. Helps with: {}.",
            course.line.words,
            course.would_help,
            course.provider,
            course.time.to_lowercase(),
            course.place,
            course.helps_with,
        ),
        cells: course_cells(course),
        ..bar(&course.line)
    }
}
