//! One action: what it is, why it is there, how far it is.

use leptos::prelude::*;

use super::lists::is_shown;
use super::{BEFORE, Desk, changing};
use crate::app::plan_page::{
    STATUSES, effort, helps, kind, month_now, months, offer, score, slipped, slug, start_link,
    status, status_now, status_value,
};
use crate::app::words;
use crate::domain::dates::Month;
use crate::domain::document::{ActionPart, ActionStatus};
use crate::domain::framework::bundled;
use crate::domain::ids::ActionId;
use crate::domain::plan::{Action, Practice};
use crate::platform::{clipboard, clock, page};
use crate::ui::components::external_link;
use crate::ui::components::form::{Answer, Question, button, link, radios};
use crate::ui::element::{Element, each, el, live};
use crate::ui::pages::answering::{said, say_kept, unseen};

/// Where a card stands: the focus goes to its list once the card has gone.
pub struct Place {
    pub list: String,
}

pub fn title_id(id: &ActionId) -> String {
    format!("action-{}", slug(id))
}

pub fn card(desk: Desk, action: &Action, place: &Place) -> Element {
    let slug = slug(&action.id);
    // Counts the marks on this card.
    let touched = RwSignal::new(0);
    let of_filter = action.clone();
    el("li")
        .class("card topic action")
        .live_attr("hidden", move || {
            desk.filtered.track();
            (!is_shown(desk, &of_filter)).then(String::new)
        })
        .with(
            el("h3")
                .attr("id", title_id(&action.id))
                .attr("tabindex", "-1")
                .with(action.title.clone()),
        )
        .with(tags(action))
        .with((!action.how.is_empty()).then(|| el("p").with(action.how.clone())))
        .with(action.practice.as_ref().map(practice))
        .with(start_link(action).map(|(route, words)| {
            el("p").with(link(route.href(), words).with(unseen(format!(": {}", action.title))))
        }))
        .with(learning(desk, action, touched))
        .with(why(action))
        .with(helping(action))
        .with(steer(desk, action, touched))
        .with(slip(desk, action, touched))
        .with(done_here(desk, action, place, touched))
        .with(changing::notes(desk, action))
        .with(changing::more(desk, action, place, touched))
        .with(said(&slug))
}

fn tags(action: &Action) -> Element {
    let tag = |words: String| el("li").class("tag").with(words);
    el("ul")
        .class("tags")
        .with(
            action
                .is_pinned()
                .then(|| el("li").class("tag score").with("Kept at the top")),
        )
        .with(tag(kind(action.kind).to_owned()))
        .with(action.effort.map(|it| tag(effort(it))))
        .with(tag(action.stage.title.to_owned()))
}

fn practice(it: &Practice) -> Element {
    let features = (!it.features.is_empty()).then(|| {
        vec![
            el("dt").with(match it.ticked {
                true => "Seen least so far",
                false => "Look for",
            }),
            el("dd").with(el("ul").with(each(&it.features, |feature| el("li").with(*feature)))),
        ]
    });
    el("dl")
        .class("practice")
        .with(el("dt").with(format!("My goal: {}", score(bundled(), it.goal))))
        .with(el("dd").with(el("ul").with(each(&it.steps, |step| el("li").with(*step)))))
        .with(features)
        .with(el("dt").with("Watch for"))
        .with(el("dd").with(it.watch_for))
}

/// The link of a course or page, and how to find it without.
fn learning(desk: Desk, action: &Action, touched: RwSignal<u32>) -> Option<Element> {
    let it = action.resource.clone()?;
    let words = format!("{}, {}", it.title, it.provider);
    let copy = el("button")
        .attr("type", "button")
        .class("link-button")
        .with("Copy title and provider")
        .with(unseen(format!(": {}", it.title)))
        .on("click", move |event| clipboard::copy(&words, &event));
    let link = live(move || {
        touched.track();
        let better = it.id.as_ref().and_then(|id| {
            desk.keeper
                .look(|document| document.link(id).map(|link| link.as_str().to_owned()))
        });
        let listed = it.id.as_ref().and_then(|id| {
            let resource = bundled().resource(id.as_str())?;
            resource.addresses.first().map(|address| address.url)
        });
        let (url, remark) = match (better, listed, &it.id) {
            (Some(url), ..) => (Some(url), "Your own link."),
            (None, Some(url), _) => (Some(url.to_owned()), "As listed in March 2021."),
            (None, None, Some(_)) => (None, "No address was listed in March 2021."),
            (None, None, None) => (it.url.clone(), "A course you added."),
        };
        let url = url.map(|url| external_link(&url, &it.title));
        let name = match url {
            Some(url) => url.view(),
            None => el("strong").with(it.title.clone()).view(),
        };
        vec![
            name,
            el("span")
                .with(match it.provider.is_empty() {
                    true => format!(". {remark} "),
                    false => format!(", {}. {remark} ", it.provider),
                })
                .view(),
        ]
    });
    Some(el("p").class("learn-from").with(link).with(copy))
}

fn why(action: &Action) -> Element {
    let reasons = &action.reasons;
    match reasons.as_slice() {
        [one] => el("p")
            .with(el("strong").with("Why: "))
            .with(one.sentence.clone()),
        many => el("div")
            .with(el("p").with(el("strong").with("Why:")))
            .with(el("ul").with(each(many, |reason| el("li").with(reason.sentence.clone())))),
    }
}

fn helping(action: &Action) -> Option<Element> {
    let [listed, added] = helps(action);
    let words = match (listed.is_empty(), added.is_empty()) {
        (true, true) => return None,
        (false, true) => format!("{listed}."),
        (true, false) => format!("{added} (this tool’s own link)."),
        (false, false) => format!("{listed}. This tool’s own links: {added}."),
    };
    Some(
        el("p")
            .class("small")
            .with(el("strong").with("Helps with: "))
            .with(words),
    )
}

/// How far it is, and when.
fn steer(desk: Desk, action: &Action, touched: RwSignal<u32>) -> Element {
    let slug = slug(&action.id);
    let now = desk
        .keeper
        .look(|document| status_now(document, &action.id));
    let question = Question {
        name: format!("status-{slug}"),
        legend: format!("How far are you: {}", action.title),
        hint: String::new(),
        answers: STATUSES
            .iter()
            .map(|(_, value, label)| Answer {
                value: (*value).to_owned(),
                label: (*label).to_owned(),
                hint: String::new(),
            })
            .collect(),
        chosen: vec![status_value(now).to_owned()],
        side_by_side: true,
    };
    let id = action.id.clone();
    let named = slug.clone();
    let choose = move |value: String| {
        let Some(wanted) = status(&value) else { return };
        remember(desk, &id);
        desk.change(&id, ActionPart::Status(Some(wanted)));
        let kept = desk.keeper.look(|document| status_now(document, &id));
        if kept != wanted {
            for (status, value, _) in STATUSES {
                page::show_checked(&format!("status-{named}-{value}"), status == kept);
            }
        }
        say_kept(&named, kept == wanted);
        touched.update(|count| *count += 1);
        desk.marked.update(|count| *count += 1);
    };
    el("div")
        .class("steer")
        .with(radios(question, choose))
        .with(month(desk, action, touched))
}

/// Notes what the status was before the first change of this visit.
fn remember(desk: Desk, id: &ActionId) {
    let was = desk
        .keeper
        .look(|document| document.change(id).and_then(|it| it.status));
    BEFORE.with_borrow_mut(|before| {
        if before.iter().all(|(known, _)| known != id) {
            before.push((id.clone(), was));
        }
    });
}

fn month(desk: Desk, action: &Action, touched: RwSignal<u32>) -> Element {
    let slug = slug(&action.id);
    let select = format!("month-{slug}");
    let chosen = desk.keeper.look(|document| month_now(document, &action.id));
    let suggested = action.month.filter(|_| !action.month_is_yours());
    let options = each(
        months(clock::today(), chosen, suggested),
        |(value, words, chosen)| {
            el("option")
                .attr("value", value)
                .flag("selected", chosen)
                .with(words)
        },
    );
    let id = action.id.clone();
    let shown = select.clone();
    let control = el("select")
        .class("select")
        .attr("id", select.clone())
        .with(options)
        .on("change", move |event| {
            let wanted = Month::parse(&event_target_value(&event));
            desk.change(&id, ActionPart::Month(wanted));
            let kept = desk.keeper.look(|document| month_now(document, &id));
            if kept != wanted {
                page::show_value(&shown, &kept.map_or_else(String::new, Month::iso));
            }
            say_kept(&slug, kept == wanted);
            touched.update(|count| *count += 1);
            desk.marked.update(|count| *count += 1);
        });
    el("div")
        .class("field month")
        .with(
            el("label")
                .attr("for", select)
                .with("Month")
                .with(unseen(format!(" for {}", action.title))),
        )
        .with(control)
}

/// The question a past month asks; the answer stays when the month moves.
fn slip(desk: Desk, action: &Action, touched: RwSignal<u32>) -> Option<Element> {
    let was = action.yours.as_ref()?.month;
    let written = action.yours.as_ref().map(|it| !it.learned.is_empty());
    if !action.slipped && written != Some(true) {
        return None;
    }
    let id = action.id.clone();
    let words = live(move || {
        touched.track();
        let (month, status) = desk
            .keeper
            .look(|document| (month_now(document, &id), status_now(document, &id)));
        let today = clock::today().month();
        match month {
            Some(month) if month < today && status != ActionStatus::Done => slipped(month),
            Some(month) if Some(month) != was => format!("Moved to {}.", month.long()),
            _ => String::new(),
        }
    });
    Some(
        el("div")
            .class("slip")
            .with(el("p").attr("role", "status").with(words))
            .with(changing::written(desk, action, changing::LEARNED)),
    )
}

/// Marked as done, and still in its place: what it offers now.
fn done_here(desk: Desk, action: &Action, place: &Place, touched: RwSignal<u32>) -> AnyView {
    let (id, title) = (action.id.clone(), action.title.clone());
    let list = place.list.clone();
    live(move || {
        touched.track();
        let now = desk.keeper.look(|document| status_now(document, &id));
        (now == ActionStatus::Done).then(|| {
            let list = list.clone();
            let tidy = button("button plain", "Move finished ones to Done", move || {
                let count = finished_here(desk);
                BEFORE.take();
                let said = format!(
                    "{} moved to Done.",
                    words::count(count, "action", "actions")
                );
                desk.show(None, list.clone(), said);
            })
            .with(unseen(format!(", with {title}")));
            let plan = desk.plan_now();
            let offered = plan.actions().find(|it| it.id == id).map(offers);
            el("div")
                .class("notice done-here")
                .with(
                    el("p").with(el("strong").with("Done. ")).with(
                        "It stays here until you leave this page, and then stands under “Done”.",
                    ),
                )
                .with(offered)
                .with(el("p").with(tidy))
        })
    })
}

/// How many were marked as done on this visit.
fn finished_here(desk: Desk) -> usize {
    BEFORE.with_borrow(|before| {
        desk.keeper.look(|document| {
            let done = before.iter().filter(|(id, was)| {
                *was != Some(ActionStatus::Done) && status_now(document, id) == ActionStatus::Done
            });
            done.count()
        })
    })
}

/// What to answer now that it is done. Nothing is answered by itself.
pub fn offers(action: &Action) -> Option<Element> {
    let offers = action.offers();
    if offers.is_empty() {
        return None;
    }
    let items = each(offers, |help| {
        let (route, words) = offer(help);
        el("li").with(link(route.href(), words))
    });
    Some(
        el("div")
            .with(
                el("p").with("Has it changed an answer? You decide: nothing is answered for you."),
            )
            .with(el("ul").with(items)),
    )
}
