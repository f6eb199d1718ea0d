//! Step 2. Ways to learn: training for the worker, never from above the aim
//! unless a requirement names it, local before national where the worker is
//! local. A link to a whole section covers none of its topics by itself: it
//! makes a resource one of the other ways.
//!
//! A link that is only this tool's view does by itself where the source lists
//! nothing for a topic, or where the resource is broad; otherwise what the
//! source lists comes in, and the tool's link is one of the other ways.
//!
//! The order is fixed by framework, role and aim, not by what is left to do,
//! so that finishing something never brings in something else.

use crate::domain::document::Course;
use crate::domain::framework::model::{
    Area, Audience, Framework, Kind, Origin, RequirementKind, Resource, Target,
};
use crate::domain::ids::{ActionId, CourseId};

use super::view::{Index, NONE, View};
use super::work_on::{What, WorkOn};

/// One way to learn something.
pub(super) struct Way<'a> {
    pub source: Source<'a>,
    /// The things to work on it is linked with.
    pub links: Vec<Link>,
    /// It helps with at least four topics that this role and aim ask for.
    is_broad: bool,
}

#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    Listed(&'static Resource),
    /// A course the worker added.
    Local(&'a CourseId, &'a Course),
}

#[derive(Clone, Copy)]
pub(super) struct Link {
    pub thing: u16,
    pub origin: Origin,
    pub fit: Fit,
}

/// How far a link may put a resource into a plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Not for this worker: only if they took it up themselves.
    Never,
    /// One of the other ways, and a help where it is in the plan anyway.
    OnRequest,
    /// By itself.
    Fully,
}

/// All ways, in the order in which they are considered.
pub(super) struct Ways<'a> {
    pub all: Vec<Way<'a>>,
    /// For each thing, its ways that fit, in order.
    pub of_thing: Vec<Vec<u16>>,
    /// For each section, the ways linked with it as a whole.
    pub of_section: Vec<Vec<u16>>,
    /// By the part of an action's id after `resource:`.
    pub by_id: Index<'a>,
}

impl Way<'_> {
    pub fn action_id(&self) -> ActionId {
        let id = match &self.source {
            Source::Listed(resource) => resource.id.as_str(),
            Source::Local(id, _) => id.as_str(),
        };
        ActionId::new(format!("resource:{id}"))
    }
}

pub(super) fn find<'a>(view: &View<'a>, work: &WorkOn) -> Ways<'a> {
    let framework = view.framework;
    let count = framework.resources.len();
    let mut keys = Vec::with_capacity(count);
    let mut found = Vec::with_capacity(count);
    for (place, resource) in framework.resources.0.iter().enumerate() {
        let (way, weight) = listed(view, work, resource);
        let band = resource.effort.band as u16;
        keys.push((
            [
                area_rank(view, resource.area),
                !weight.safety,
                !weight.all,
                band,
            ],
            place,
        ));
        found.push(Some(way));
    }
    keys.sort_unstable();
    let mut all: Vec<Way<'a>> = Vec::with_capacity(count);
    // What the worker knows of nearby comes before what the framework lists.
    for (id, course) in view.document.courses() {
        if framework.resource(id.as_str()).is_none() {
            all.push(local(view, work, id, course));
        }
    }
    let mut of_section = vec![Vec::new(); framework.sections.len()];
    for (_, place) in keys {
        let Some(way) = found[place].take() else {
            continue;
        };
        let at = all.len() as u16;
        if let Source::Listed(resource) = way.source
            && is_open_to(view, resource)
            && is_within_aim(view, resource)
        {
            for cover in &resource.covers {
                if let Target::Section(id) = &cover.target
                    && let Some(section) = framework.sections.iter().position(|it| it.id == *id)
                {
                    of_section[section].push(at);
                }
            }
        }
        all.push(way);
    }
    prefer_listed(work, &mut all);
    let mut of_thing = vec![Vec::new(); work.things.len()];
    for (at, way) in all.iter().enumerate() {
        for link in way.links.iter().filter(|link| link.fit > Fit::Never) {
            of_thing[usize::from(link.thing)].push(at as u16);
        }
    }
    Ways {
        by_id: by_id(&all),
        all,
        of_thing,
        of_section,
    }
}

/// Leaves a topic to what the source lists for it, where a resource with the
/// tool's link alone is not broad.
fn prefer_listed(work: &WorkOn, all: &mut [Way]) {
    let mut is_listed = vec![false; work.things.len()];
    for link in all.iter().flat_map(|way| &way.links) {
        is_listed[usize::from(link.thing)] |=
            link.origin == Origin::Framework && link.fit == Fit::Fully;
    }
    for way in all.iter_mut().filter(|way| !way.is_broad) {
        for link in &mut way.links {
            let place = usize::from(link.thing);
            let is_topic = matches!(work.things[place].what, What::Topic(_));
            let by_tool = link.origin == Origin::Tool && link.fit == Fit::Fully;
            if is_topic && by_tool && is_listed[place] {
                link.fit = Fit::OnRequest;
            }
        }
    }
}

fn by_id<'a>(all: &[Way<'a>]) -> Index<'a> {
    let mut ids = Vec::with_capacity(all.len());
    for (place, way) in all.iter().enumerate() {
        let id = match way.source {
            Source::Listed(resource) => resource.id.as_str(),
            Source::Local(id, _) => id.as_str(),
        };
        ids.push((id, place as u16));
    }
    Index::new(ids)
}

/// What a resource weighs for this role and aim: of safety topics, and of all.
#[derive(Default)]
struct Weight {
    safety: u16,
    all: u16,
}

const COMPETENCY: u16 = 3;
const REQUIREMENT: u16 = 3;
const SECTION: u16 = 1;
/// A resource that helps with so many topics is broad.
const BROAD: usize = 4;
/// From here on a topic is asked for, not only one to choose.
const ASKED: u16 = 2;
/// What a safety topic weighs.
const SAFETY: u16 = 4;

fn listed(view: &View, work: &WorkOn, resource: &'static Resource) -> (Way<'static>, Weight) {
    let (open, within) = (is_open_to(view, resource), is_within_aim(view, resource));
    let is_training = matches!(resource.kind, Kind::ELearning | Kind::Course);
    let mut weight = Weight::default();
    let mut links = Vec::new();
    let mut breadth = 0;
    for cover in &resource.covers {
        let (thing, weighs) = find_target(view, work, &cover.target);
        let is_topic = matches!(cover.target, Target::Topic(_));
        breadth += usize::from(is_topic && weighs >= ASKED);
        // What the source says counts double.
        let weighs = weighs
            * if cover.origin == Origin::Framework {
                2
            } else {
                1
            };
        weight.all += weighs;
        // Only what weighs as much can be about safety.
        if is_topic && weighs >= SAFETY && is_safety(view, &cover.target) {
            weight.safety += weighs;
        }
        if thing == NONE {
            continue;
        }
        let fit = match work.things[usize::from(thing)].what {
            _ if !open => Fit::Never,
            // A duty is the network's: only training the source names for it
            // stands in the plan for its sake.
            What::Requirement(requirement) if requirement.kind == RequirementKind::Scheme => {
                if cover.origin == Origin::Framework && is_training && within {
                    Fit::Fully
                } else {
                    Fit::OnRequest
                }
            }
            // The one thing that reaches above the aim.
            What::Requirement(_) => Fit::Fully,
            _ if within => Fit::Fully,
            _ => Fit::Never,
        };
        let origin = cover.origin;
        push_link(&mut links, Link { thing, origin, fit });
    }
    let way = Way {
        source: Source::Listed(resource),
        links,
        is_broad: breadth >= BROAD,
    };
    (way, weight)
}

fn local<'a>(view: &View, work: &WorkOn, id: &'a CourseId, course: &'a Course) -> Way<'a> {
    let mut links = Vec::new();
    for target in &course.helps_with {
        let (thing, _) = find_target(view, work, target);
        if thing != NONE {
            let fit = Fit::Fully;
            push_link(
                &mut links,
                Link {
                    thing,
                    origin: Origin::Tool,
                    fit,
                },
            );
        }
    }
    Way {
        source: Source::Local(id, course),
        links,
        is_broad: true,
    }
}

/// Each thing once, though a resource may name a topic and its namesake.
fn push_link(links: &mut Vec<Link>, link: Link) {
    if links.iter().all(|other| other.thing != link.thing) {
        links.push(link);
    }
}

/// The thing to work on behind a target, and what it weighs whether or not
/// there is anything left to do about it.
fn find_target(view: &View, work: &WorkOn, target: &Target) -> (u16, u16) {
    let framework = view.framework;
    match target {
        Target::Topic(id) => match view.topics.find(id.as_str()) {
            Some(place) => (work.of_topic[place], view.weights[place]),
            None => (NONE, 0),
        },
        Target::Competency(id) => match framework.competencies.iter().position(|it| it.id == *id) {
            Some(place) => (work.of_competency[place], COMPETENCY),
            None => (NONE, 0),
        },
        Target::Requirement(id) => {
            let all = &view.bearing.role.requirements;
            match all.iter().position(|it| it.id == *id) {
                Some(place) => (work.of_requirement[place], REQUIREMENT),
                None => (NONE, 0),
            }
        }
        Target::Section(_) => (NONE, SECTION),
    }
}

fn is_safety(view: &View, target: &Target) -> bool {
    view.topic(target.id()).is_some_and(|topic| topic.safety)
}

/// Training for the worker, in their role, where they work.
fn is_open_to(view: &View, resource: &Resource) -> bool {
    let role = resource.roles.is_empty() || resource.roles.contains(&view.bearing.role.id);
    let outside = view.document.profile().in_somerset.get() == Some(&false);
    resource.audience == Audience::Worker && role && !(outside && resource.area == Area::Somerset)
}

fn is_within_aim(view: &View, resource: &Resource) -> bool {
    is_within(view.framework, resource, view.bearing.aim_index)
}

fn is_within(framework: &Framework, resource: &Resource, aim: usize) -> bool {
    let Some(level) = &resource.level else {
        return true;
    };
    framework.ladder.iter().position(|it| it.id == *level) <= Some(aim)
}

/// Local first for who works in Somerset, national first for who does not.
fn area_rank(view: &View, area: Area) -> u16 {
    match view.document.profile().in_somerset.get() {
        None => 0,
        Some(true) => area as u16,
        Some(false) => Area::England as u16 - area as u16,
    }
}
