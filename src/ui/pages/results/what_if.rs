//! "What if": another role or aim, without changing mine.

use leptos::prelude::*;

use super::{EXTENSION, Seen, details, own, places};
use crate::app::results::{capital, covers, levels, requirements};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Origin, Text};
use crate::domain::ladder::Bearing;
use crate::ui::element::{Element, each, el, live};
use crate::ui::session::Keeper;

/// Both choices in one number: that is a signal of a type there is already.
const PLACES: u32 = 16;

pub fn section(keeper: Keeper) -> Element {
    let bearing = keeper.look(|document| Bearing::of(bundled(), document));
    let roles = &bundled().roles;
    let role = roles
        .iter()
        .position(|role| role.id == bearing.role.id)
        .unwrap_or(0);
    let begin = role as u32 * PLACES + bearing.aim_index as u32;
    let chosen = RwSignal::new(begin);
    let role_titles = roles.iter().map(|role| role.title).collect();
    let aim_titles = bundled().ladder.iter().map(|level| level.title).collect();
    let inside = el("div")
        .class("flow")
        .with(el("p").with(
            "Look at another role or aim with the answers you have. Nothing of yours changes.",
        ))
        .with(
            el("div")
                .class("filters")
                .with(select(
                    "what-if-role",
                    "If my role were",
                    role_titles,
                    role,
                    move |place| {
                        chosen.update(|it| *it = place * PLACES + *it % PLACES);
                    },
                ))
                .with(select(
                    "what-if-aim",
                    "If I aimed for",
                    aim_titles,
                    bearing.aim_index,
                    move |place| {
                        chosen.update(|it| *it = *it / PLACES * PLACES + place);
                    },
                )),
        )
        .with(el("p").attr("role", "status").with(live(move || {
            let chosen = chosen.get();
            if chosen == begin {
                return "Choose another role or aim to see what would lie between.".to_owned();
            }
            keeper.read(|document| {
                let bearing = supposed(Bearing::of(bundled(), document), chosen);
                covers(bundled(), document, &bearing).swap_remove(0)
            })
        })))
        .with(live(move || {
            let chosen = chosen.get();
            (chosen != begin).then(|| {
                keeper.read(|document| {
                    shown(&Seen::new(
                        document,
                        supposed(Bearing::of(bundled(), document), chosen),
                    ))
                })
            })
        }));
    el("section").class("flow not-on-paper").with(details(
        "What if I had another role or aim?".to_owned(),
        false,
        inside.view(),
    ))
}

/// The same answers for another role and aim.
fn supposed(bearing: Bearing<'static>, chosen: u32) -> Bearing<'static> {
    let (role, aim) = ((chosen / PLACES) as usize, (chosen % PLACES) as usize);
    let framework = bundled();
    Bearing {
        role: framework.roles.get(role).unwrap_or(bearing.role),
        aim: framework.ladder.get(aim).unwrap_or(bearing.aim),
        aim_index: aim.min(framework.ladder.len() - 1),
        ..bearing
    }
}

fn select(
    id: &'static str,
    label: &'static str,
    titles: Vec<Text>,
    chosen: usize,
    choose: impl Fn(u32) + 'static,
) -> Element {
    let options = titles.into_iter().enumerate().map(|(place, title)| {
        el("option")
            .attr("value", place.to_string())
            .flag("selected", place == chosen)
            .with(title)
    });
    el("div")
        .class("field")
        .with(el("label").attr("for", id).with(label))
        .with(
            el("select")
                .class("select")
                .attr("id", id)
                .with(options.collect::<Vec<_>>())
                .on("change", move |event| {
                    if let Ok(place) = event_target_value(&event).parse() {
                        choose(place);
                    }
                }),
        )
}

/// What would lie between, and what that aim looks for.
fn shown(seen: &Seen) -> AnyView {
    let aim = seen.bearing.aim.title;
    let lines = each(&seen.lines, |line| {
        let words = capital(&line.current_rating.words(seen.framework));
        el("li").with(format!(
            "{}: {words}. {}: {}.",
            line.competency.title,
            line.aim(aim),
            line.remark()
        ))
    });
    let mut between = levels(seen.framework, seen.document, &seen.bearing);
    between.truncate(seen.bearing.aim_index + 1);
    between.retain(|level| !level.is_covered);
    let between = each(between, |level| {
        let groups = each(level.groups, |group| {
            el("div")
                .with(el("h4").with(group.heading))
                .with(places(group.links))
        });
        details(
            format!("{}: what lies between", level.level.title),
            false,
            groups,
        )
    });
    let extension = (seen.bearing.role.levels_origin == Origin::Tool).then(|| own(EXTENSION));
    el("div")
        .class("flow")
        .with(extension)
        .with(el("p").with(requirements(seen.document, seen.bearing.role)))
        .with(el("ul").with(lines))
        .with(between)
        .view()
}
