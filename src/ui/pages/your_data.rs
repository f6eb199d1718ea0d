//! `#/your-data`: what is stored here, files to save and open, removal.

use leptos::prelude::*;

use super::{plan_read, title};
use crate::app::session::{Event, EventButton, YourData};
use crate::domain::limits::FILE_BYTES;
use crate::platform::{clock, files, page};
use crate::ui::components::row;
use crate::ui::element::{Element, Part, each, el, steady};
use crate::ui::session::{Keeper, OPEN_FILE};

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.send(Event::MeasureStorage);
    steady(move || draw(keeper, &heading))
}

fn draw(keeper: Keeper, heading: &str) -> Element {
    let data = keeper.your_data().get();
    let choice = |label: &str, event| EventButton {
        label: label.to_owned(),
        event,
    };
    let h2 = |words: &'static str| el("h2").with(words);
    let p = |words: &'static str| el("p").with(words);
    let open = el("input")
        .attr("id", OPEN_FILE)
        .class("input")
        .attr("type", "file")
        .attr("accept", ".json,.txt,application/json,text/plain")
        .attr("aria-describedby", "open-file-hint")
        .on("change", move |event| {
            files::chosen(&event, FILE_BYTES, move |chosen| keeper.open(chosen));
        });
    el("div")
        .class("flow")
        .with(title(heading))
        .with(p("What you enter stays in this browser, on this device. Only people who use this browser can see it, and nobody can bring it back once it is gone: save a backup file now and then.").class("lead"))
        .with(keeper.plan_read().map(plan_read::section))
        .with(page::path().is_none().then(|| {
            p("You opened Waymark from a file. What such files store, every other file opened from a disk in this browser could read, and a second copy of Waymark shares it with this one. If that worries you, save a backup file and remove everything when you finish.")
                .class("notice caution")
        }))
        .with(h2("What is stored here"))
        .with(stored(&data))
        .with(each(data.copies, |copy| {
            el("section")
                .class("card")
                .with(el("h3").with(copy.name))
                .with(row(keeper.buttons(copy.buttons)))
        }))
        .with(h2("Save a backup file"))
        .with(p("A backup file has everything you entered. Keep it where you keep your own papers. It is not protected by a password."))
        .with(row(keeper.buttons(vec![choice("Save a backup file", Event::SaveBackup)])))
        .with(h2("Open a file"))
        .with(p("A backup file, or a plan somebody shared. You see what would change before anything does. You can also drop a file anywhere on this page.").attr("id", "open-file-hint"))
        .with(
            el("div")
                .class("field")
                .with(el("label").attr("for", OPEN_FILE).with("Open a file"))
                .with(open),
        )
        .with(ways_back(keeper, data.undo, data.put_back))
        .with(h2("How long a browser keeps it"))
        .with(p("Until you remove it, as a rule. But a browser may clear what pages store: when the device runs out of room, when somebody clears “browsing data”, or at the end of a private window. Safari clears it after seven days of use in which you did not visit this page."))
        .with(keeping(keeper, data.persisted))
        .with(h2("Remove"))
        .with(p("On a shared computer, finish by saving your file and removing everything."))
        .with(row(keeper.buttons(vec![
            choice("Finish on a shared computer", Event::AskFinishOnSharedComputer),
            choice("Remove everything", Event::AskRemoveEverything),
        ])))
}

/// What there is, in words and in numbers.
fn stored(data: &YourData) -> Element {
    let fact =
        |name: &'static str, value: String| vec![el("dt").with(name), el("dd").with(value)].part();
    let saved = data.last_saved;
    el("dl")
        .class("facts")
        .with(fact(
            "Last saved in this browser",
            saved.map_or("Nothing is saved yet".to_owned(), clock::spoken),
        ))
        .with(fact("Backup file", data.backup_sentence.clone()))
        .with(each(&data.holdings, |holding| {
            fact(holding.part.title(), holding.count.to_string())
        }))
        .with(fact(
            "Room for your answers",
            data.fullness_sentence.clone(),
        ))
        .with(data.usage.map(|room| {
            let (used, left) = (kilobytes(room.used), kilobytes(room.left));
            fact(
                "Room in this browser",
                format!("{used} used, about {left} left"),
            )
        }))
}

/// Undo, where there is something to undo.
fn ways_back(
    keeper: Keeper,
    undo: Option<EventButton>,
    put_back: Option<EventButton>,
) -> Option<AnyView> {
    let mut choices = Vec::new();
    choices.extend(undo);
    choices.extend(put_back);
    if choices.is_empty() {
        return None;
    }
    let heading = el("h2").with("Go back").part();
    Some(vec![heading, row(keeper.buttons(choices)).part()].part())
}

/// Asking the browser to keep it, and its answer.
fn keeping(keeper: Keeper, keeps: Option<bool>) -> AnyView {
    let answer = match keeps {
        Some(true) => {
            "This browser has agreed to keep it, even when it runs out of room. Somebody can still clear it by hand."
        }
        Some(false) => {
            "This browser did not agree. It still keeps what you enter, but may clear it when it needs room. A backup file is safer."
        }
        None => {
            let ask = EventButton {
                label: "Ask this browser to keep it".to_owned(),
                event: Event::RequestPersistence,
            };
            return row(keeper.buttons(vec![ask])).part();
        }
    };
    el("p").attr("role", "status").with(answer).view()
}

/// "12 kB", "10.5 MB"; a kilobyte is 1,000 bytes.
fn kilobytes(bytes: usize) -> String {
    match bytes.div_ceil(1000) {
        kilo @ 0..1000 => format!("{kilo} kB"),
        kilo => format!("{}.{} MB", kilo / 1000, kilo % 1000 / 100),
    }
}
