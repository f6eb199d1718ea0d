//! Handing the plan over: a file to share with what the person chose, and
//! files for other programs.

use leptos::prelude::AnyView;

use crate::app::handover as says;
use crate::app::plan_page;
use crate::app::session::Event;
use crate::app::shared_plan::SharedPlan;
use crate::domain::export;
use crate::domain::file::ShareOption;
use crate::domain::framework::bundled;
use crate::domain::plan::{self, Action};
use crate::platform::export::{Written, write};
use crate::platform::share::{self, Shared};
use crate::platform::{clock, dialog, files, page};
use crate::ui::components::form::{Answer, Question, boxes, button};
use crate::ui::element::{Element, Part, each, el, steady};
use crate::ui::session::Keeper;

use super::plan_read;

/// What opens the dialog; the focus comes back here.
const OPENER: &str = "save-plan-file";
/// Where it is said what became of a file.
const SAID: &str = "handed-over";
const WROTE: &str = "written";

/// The section "Hand over", for the end of the page of the plan.
pub fn section(keeper: Keeper) -> AnyView {
    // A dialog left open with the page is not open on the next visit.
    keeper.handing.quietly(|handing| *handing = None);
    let shown = el("section")
        .class("hand-over flow")
        .attr("aria-labelledby", "hand-over")
        .with(el("h2").attr("id", "hand-over").with("Hand over"))
        .with(mine(keeper));
    let asked = steady(move || {
        let ticks = keeper.handing.with(Clone::clone);
        ticks.map(|ticks| ask(keeper, &ticks))
    });
    vec![shown.view(), asked].part()
}

fn p(words: &'static str) -> Element {
    el("p").with(words)
}

fn mine(keeper: Keeper) -> Vec<Element> {
    let choose = button("button", "Save plan file", move || {
        page::say(SAID, "");
        keeper.handing.update(|handing| *handing = Some(Vec::new()));
    })
    .attr("id", OPENER);
    let to_calendar = button("button plain", "Save a calendar file", move || {
        save(keeper, Written::Calendar);
    });
    let to_spreadsheet = button("button plain", "Save a spreadsheet", move || {
        save(keeper, Written::Spreadsheet);
    });
    let h3 = |words: &'static str| el("h3").with(words);
    vec![
        p("This page sends nothing. You get a file, and you decide who sees it."),
        h3("A plan file to share"),
        p(
            "For your supervisor or line manager: they open it in Waymark, read it and can print it. You choose what goes in, and see it before it is saved.",
        ),
        el("p").class("buttons").with(choose),
        el("p").attr("id", SAID).attr("role", "status"),
        h3("Your calendar, and a spreadsheet"),
        p("These are for you: your notes are in them."),
        p(
            "The calendar file has an all-day entry, marked private, for each action that has a month and is not done. It stands on the first day of the month, or today where that day has passed. Add the file again after a change: entries are renewed, not doubled.",
        ),
        p("The spreadsheet file has a row for every action, for Excel, Numbers or LibreOffice."),
        el("p")
            .class("buttons")
            .with(to_calendar)
            .with(to_spreadsheet),
        el("p").attr("id", WROTE).attr("role", "status"),
    ]
}

/// The dialog, as it is with these ticks.
fn ask(keeper: Keeper, ticks: &[ShareOption]) -> Element {
    // Once it is in the page.
    clock::soon(dialog::open);
    let file = keeper.plan_file(ticks);
    let seen = keeper.plan_preview((&file.0, &file.1));
    let answers = ShareOption::ALL.iter().enumerate().map(|(place, tick)| {
        let (label, hint) = says::tick(*tick);
        Answer {
            value: place.to_string(),
            label: label.to_owned(),
            hint: hint.to_owned(),
        }
    });
    let ticked = ShareOption::ALL.iter().enumerate();
    let ticked = ticked.filter(|(_, tick)| ticks.contains(tick));
    let question = Question {
        name: "goes-in".to_owned(),
        legend: "What else goes in?".to_owned(),
        hint: says::ALWAYS.to_owned(),
        answers: answers.collect(),
        chosen: ticked.map(|(place, _)| place.to_string()).collect(),
        side_by_side: false,
    };
    let what = boxes(question, move |value, on| {
        let place = value.parse::<usize>().ok();
        if let Some(tick) = place.and_then(|place| ShareOption::ALL.get(place)) {
            keeper.handing.update(|handing| {
                let ticks = handing.get_or_insert_default();
                ticks.retain(|it| it != tick);
                if on {
                    ticks.push(*tick);
                }
            });
        }
    });
    let chosen = ticks.to_vec();
    let name = file.0.clone();
    let save = button("button", "Save file", move || {
        keeper.send(Event::SavePlan(chosen.clone()));
        // That it failed is said at the top of the page.
        let refused = keeper.was_not_saved(&name);
        let said = (!refused).then(|| says::given(&name));
        close(keeper, said.unwrap_or_default());
    });
    let (shared, text) = (says::shared_name(&file.0), file.1.clone());
    let share = share::takes_files().then(|| {
        button("button plain", "Share …", move || {
            share::share(&shared, &text, move |shared| match shared {
                Shared::Settled => close(keeper, String::new()),
                Shared::Refused => close(keeper, says::NOT_SHARED.to_owned()),
            });
        })
    });
    let cancel = button("button plain", "Cancel", move || {
        close(keeper, String::new())
    });
    let buttons = el("p")
        .class("buttons")
        .with(save)
        .with(each(share, |share| share))
        .with(cancel);
    el("dialog")
        .class("dialog hand-over-dialog")
        .attr("aria-labelledby", "hand-over-title")
        .on("cancel", move |event| {
            event.prevent_default();
            close(keeper, String::new());
        })
        .with(
            el("div")
                .class("flow")
                .with(
                    el("h2")
                        .attr("id", "hand-over-title")
                        .attr("tabindex", "-1")
                        .with("Save plan file"),
                )
                .with(
                    el("div").class("beside").with(el("div").with(what)).with(
                        el("div")
                            .class("flow")
                            .with(el("h3").with("What the file will say"))
                            .with(preview(seen, file.1)),
                    ),
                )
                .with(buttons),
        )
}

/// What the reader will see, and the very text.
fn preview(seen: Option<SharedPlan>, text: String) -> Element {
    el("div")
        .class("plan-preview flow")
        .attr("role", "group")
        .attr("aria-label", "What the file will say")
        .attr("tabindex", "0")
        .with(seen.map(|seen| plan_read::whole(seen, "h4", "h5")))
        .with(
            el("details")
                .with(el("summary").with("The file itself, letter for letter"))
                .with(el("pre").with(text)),
        )
}

/// Takes the dialog away, gives the focus back, and says what became of it.
fn close(keeper: Keeper, said: String) {
    keeper.handing.update(|handing| *handing = None);
    // Nothing outside an open dialog takes the focus.
    clock::after(0, move || {
        page::focus_on(OPENER);
        page::say(SAID, &said);
    });
}

fn save(keeper: Keeper, what: Written) {
    page::say(WROTE, "");
    let today = clock::today();
    let rows = keeper.look(|document| {
        let plan = plan::generate(bundled(), document, today);
        export::rows(&plan, document.id(), effort)
    });
    let kind = match what {
        Written::Calendar if !export::has_events(&rows) => {
            return page::say(WROTE, says::NO_MONTHS);
        }
        Written::Calendar => "ics",
        Written::Spreadsheet => "csv",
    };
    let name = format!("waymark-plan-{}.{kind}", today.iso());
    write(rows, what, move |text| {
        let saved = text.map(|text| files::save(&name, &text));
        match saved {
            Some(true) => page::say(WROTE, &says::given(&name)),
            Some(false) => page::say(WROTE, &says::not_given(&name)),
            None => page::say(WROTE, says::NO_EXPORTER),
        }
    });
}

fn effort(action: &Action) -> String {
    action.effort.map_or(String::new(), plan_page::effort)
}
