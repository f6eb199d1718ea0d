//! Step 2. The way that fits best, not the one that covers most. For each gap
//! the ways to learn it, in one order that framework, role, aim, time in the
//! role, place and the worker's own courses fix, and never what else is open:
//! so that finishing something only removes.
//!
//! What fits, in this order: a course the worker knows of nearby; the source's
//! own link before this tool's; narrower before broader; learned the way the
//! section says its things are learned; less time first; local before national
//! where the worker is local; the order of the data. A link to a whole section
//! names none of its topics: it makes a resource one of the other ways.
//!
//! The host of the site vouches for what its local pack adds: to somebody who
//! works there its link is as good as the source's own, but never where safety
//! is concerned; to others it stands between the source's and this tool's. What
//! claims to help with many things never comes by itself.

use crate::domain::document::Course;
use crate::domain::framework::model::{
    Area, Audience, Band, Cover, Kind, LearnedBy, Origin, Resource, Section, Standing, Target, Text,
};
use crate::domain::framework::section_of;
use crate::domain::ids::{ActionId, CourseId};

use super::context::{Context, is_duty};
use super::gaps::{About, Gap, Gaps};
use super::index::{Index, NONE};
use super::order::in_order;

/// One way to learn something.
pub(super) struct Way<'a> {
    pub source: Source<'a>,
    /// What it names and is open.
    pub links: Vec<Link>,
}

/// Where a way to learn comes from.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    Listed(&'static Resource),
    /// A course the worker added.
    Own(&'a CourseId, &'a Course),
}

/// A way names a gap.
#[derive(Clone, Copy)]
pub(super) struct Link {
    pub gap: u16,
    pub origin: Origin,
    /// The part of it that helps.
    pub part: Option<Text>,
}

/// A way among those of a gap.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub way: u16,
    /// It may come into a plan by itself; otherwise only as another way.
    pub by_itself: bool,
}

/// All ways to learn there are, and which of them fits what.
pub(super) struct Ways<'a> {
    pub all: Vec<Way<'a>>,
    /// For each gap its ways, the best first.
    pub of_gap: Vec<Vec<Choice>>,
    /// For each gap the services the source lists for it: to tell people about.
    pub services: Vec<Vec<&'static Resource>>,
    /// For each section, the ways linked with it as a whole.
    pub of_section: Vec<Vec<u16>>,
    /// Places in `all`, by the part of an action's id after `resource:`.
    pub by_id: Index<'a>,
}

impl<'a> Way<'a> {
    /// The id of the resource or course.
    pub fn id(&self) -> &'a str {
        match self.source {
            Source::Listed(resource) => resource.id.as_str(),
            Source::Own(id, _) => id.as_str(),
        }
    }

    /// The id of the action that takes it.
    pub fn action_id(&self) -> ActionId {
        ActionId::new(format!("resource:{}", self.id()))
    }

    /// How it is linked with a gap.
    pub fn link(&self, gap: usize) -> Option<&Link> {
        self.links.iter().find(|it| usize::from(it.gap) == gap)
    }
}

/// What puts one way before another; less is better.
type Fit = [u16; 6];

/// The second step of a plan: the ways that fit each gap, the best first.
pub(super) fn find<'a>(context: &Context<'a>, gaps: &Gaps) -> Ways<'a> {
    let framework = context.framework;
    let mut all: Vec<Way<'a>> = Vec::with_capacity(framework.resources.len());
    let mut ranked: Vec<Vec<(bool, Fit, u16)>> = vec![Vec::new(); gaps.all.len()];
    let mut services: Vec<Vec<&'static Resource>> = vec![Vec::new(); gaps.all.len()];
    let mut of_section = vec![Vec::new(); framework.sections.len()];
    for (id, course) in context.document.courses() {
        if framework.known_resource(id.as_str()).is_some() {
            continue;
        }
        let at = all.len() as u16;
        let links = links_of_course(context, gaps, course);
        for link in &links {
            ranked[usize::from(link.gap)].push((false, [0; 6], at));
        }
        let source = Source::Own(id, course);
        all.push(Way { source, links });
    }
    let taught = Taught::new(context, gaps);
    for resource in &framework.resources {
        let at = all.len() as u16;
        let facts = Facts::of(context, resource);
        let mut links = Vec::new();
        for cover in &resource.covers {
            let gap = place_of(context, gaps, &cover.target);
            let known = links.iter().any(|it: &Link| it.gap == gap);
            if gap == NONE || known {
                continue;
            }
            links.push(Link {
                gap,
                origin: cover.origin,
                part: cover.teaches,
            });
            if facts.is_service && cover.origin == Origin::Framework {
                services[usize::from(gap)].push(resource);
            }
            let about = &gaps.all[usize::from(gap)];
            if let Some(by_itself) = facts.may_come(cover, about) {
                let section = taught.of_gap[usize::from(gap)];
                let fit = facts.fit(context, resource, cover, about, section);
                let is_skill = matches!(about.about, About::Topic(_));
                let too_long = is_skill
                    && cover.origin == Origin::Tool
                    && facts.breadth == MANY
                    && section.is_some_and(|it| !is_in_proportion(context, resource, it));
                let claims = cover.origin == Origin::Host && facts.breadth == MANY;
                let by_itself =
                    by_itself && !too_long && !claims && is_taught_so(resource, section);
                ranked[usize::from(gap)].push((!by_itself, fit, at));
            }
        }
        if facts.suits && facts.within_aim {
            push_sections(context, resource, &mut of_section, at);
        }
        let source = Source::Listed(resource);
        all.push(Way { source, links });
    }
    // Known by name: what the worker took up stays theirs.
    for resource in &framework.hidden {
        all.push(Way {
            source: Source::Listed(resource),
            links: Vec::new(),
        });
    }
    let mut of_gap = Vec::with_capacity(ranked.len());
    for ways in ranked {
        // Those that fit as well stay in the data's order.
        let ways = in_order(ways, |(not, fit, _)| {
            let [a, b, c, d, e, f] = *fit;
            [u16::from(*not), a, b, c, d, e, f]
        });
        let choices = ways.into_iter().map(|(not, _, way)| Choice {
            way,
            by_itself: !not,
        });
        of_gap.push(choices.collect());
    }
    let ids = all.iter().enumerate();
    Ways {
        by_id: Index::new(ids.map(|(at, way)| (way.id(), at as u16)).collect()),
        all,
        of_gap,
        services,
        of_section,
    }
}

/// For each gap, the section that says how it is learned.
struct Taught {
    of_gap: Vec<Option<&'static Section>>,
}

impl Taught {
    fn new(context: &Context, gaps: &Gaps) -> Self {
        let sections = context.framework.sections.0;
        let mut of_gap = Vec::with_capacity(gaps.all.len());
        for gap in &gaps.all {
            of_gap.push(match gap.about {
                About::Topic(topic) => {
                    let id = section_of(&topic.id);
                    sections.iter().find(|it| it.id.as_str() == id)
                }
                // As the things of its level are learned.
                About::Competency(competency, ..) => sections.iter().find(|it| {
                    it.level.as_ref() == Some(&competency.level)
                        && it.standing == Standing::Framework
                }),
                About::Requirement(_) => None,
            });
        }
        Self { of_gap }
    }
}

/// What is known of a resource for this worker, whatever is open.
struct Facts {
    /// Training for the worker, in their role, where they work.
    suits: bool,
    within_aim: bool,
    /// A service near enough to tell people about.
    is_service: bool,
    /// An introduction, and the worker has years in the role.
    too_easy: bool,
    /// The source lists it for a topic of the framework's own sections.
    has_its_topic: bool,
    breadth: u8,
}

impl Facts {
    fn of(context: &Context, resource: &Resource) -> Self {
        let (mut named, mut has_its_topic) = (0, false);
        for cover in &resource.covers {
            match &cover.target {
                Target::Topic(id) => {
                    let section = context.framework.section(section_of(id));
                    let standing = section.map(|it| it.standing);
                    has_its_topic |=
                        cover.origin == Origin::Framework && standing == Some(Standing::Framework);
                    // Background asks for nothing and does not count.
                    named += usize::from(standing != Some(Standing::Background));
                }
                Target::Competency(_) => named += 1,
                Target::Section(_) | Target::Requirement(_) => {}
            }
        }
        Self {
            suits: resource.audience == Audience::Worker && suits(context, resource),
            is_service: resource.audience == Audience::Service && suits(context, resource),
            within_aim: is_within_aim(context, resource),
            too_easy: resource.introductory && context.experienced,
            has_its_topic,
            breadth: match named {
                0..=FEW => 0,
                count if count <= SOME => 1,
                _ => MANY,
            },
        }
    }

    /// Whether it may stand beside a gap at all, and if so whether it may come
    /// into a plan by itself.
    fn may_come(&self, cover: &Cover, gap: &Gap) -> Option<bool> {
        let named = cover.origin == Origin::Framework;
        let reaches = match gap.about {
            // The one thing that reaches above the aim.
            About::Requirement(requirement) => self.within_aim || named && !is_duty(requirement),
            _ => self.within_aim,
        };
        // What is owed is asked for. An introduction is none for somebody with
        // years in the role, who learns it at work instead. And what the
        // source lists for a thing asked of everyone stays with that thing.
        let by_itself = !gap.is_owed() && !self.too_easy && (named || !self.has_its_topic);
        (self.suits && reaches).then_some(by_itself)
    }

    fn fit(
        &self,
        context: &Context,
        resource: &Resource,
        cover: &Cover,
        gap: &Gap,
        section: Option<&Section>,
    ) -> Fit {
        let is_near = context.whereabouts.at_host == Some(true);
        [
            1,
            match cover.origin {
                Origin::Framework => 0,
                Origin::Host if is_near && !gap.is_safety() => 0,
                Origin::Host => 1,
                Origin::Tool => 2,
            },
            u16::from(self.breadth),
            u16::from(section.is_some_and(|section| !offers_a_way_of(resource, section))),
            resource.effort.band as u16,
            area(context, resource.area).into(),
        ]
    }
}

/// So many things a resource names are few, and so many are some (the tool's
/// rule).
const FEW: usize = 5;
const SOME: usize = 10;
/// The breadth of what names more.
const MANY: u8 = 2;

/// What is learned at the workplace is learned there: only training stands for
/// it, not a page or a tool to look at.
fn is_taught_so(resource: &Resource, section: Option<&Section>) -> bool {
    let is_training = matches!(resource.kind, Kind::ELearning | Kind::Course);
    let at_work = section.is_some_and(|it| it.learned_by.contains(&LearnedBy::Workplace));
    !at_work || is_training
}

/// A course of days that names many things is no way to learn a single skill,
/// unless it is the course of the whole section: it names most of it.
fn is_in_proportion(context: &Context, resource: &Resource, section: &Section) -> bool {
    let is_of = |cover: &&Cover| matches!(&cover.target, Target::Topic(id) if section_of(id) == section.id.as_str());
    let named = resource.covers.iter().filter(is_of).count();
    resource.effort.band != Band::ADayOrMore
        || 2 * named > context.framework.topics_of(section).count()
}

fn offers_a_way_of(resource: &Resource, section: &Section) -> bool {
    let ways = resource.kind.learned_by();
    section.learned_by.iter().any(|way| ways.contains(way))
}

/// What the host adds first for who works there; then local first for who
/// works in Somerset, national first for who does not.
fn area(context: &Context, area: Area) -> u8 {
    let near = context.whereabouts;
    match (area, near.at_host, near.in_somerset) {
        (Area::Local, Some(true), _) => 0,
        (_, _, None) => 1,
        (_, _, Some(true)) => 1 + area as u8,
        (_, _, Some(false)) => 1 + Area::England as u8 - area as u8,
    }
}

fn push_sections(context: &Context, resource: &Resource, of_section: &mut [Vec<u16>], at: u16) {
    for cover in &resource.covers {
        if let Target::Section(id) = &cover.target
            && let Some(place) = context
                .framework
                .sections
                .iter()
                .position(|it| it.id == *id)
        {
            of_section[place].push(at);
        }
    }
}

fn links_of_course(context: &Context, gaps: &Gaps, course: &Course) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for target in &course.helps_with {
        let gap = place_of(context, gaps, target);
        if gap != NONE && links.iter().all(|it| it.gap != gap) {
            links.push(Link {
                gap,
                origin: Origin::Tool,
                part: None,
            });
        }
    }
    links
}

/// The gap behind a target; `NONE` where there is none.
fn place_of(context: &Context, gaps: &Gaps, target: &Target) -> u16 {
    match target {
        Target::Topic(id) => match context.topics.find(id.as_str()) {
            Some(place) => gaps.of_topic[place],
            None => NONE,
        },
        Target::Competency(id) => {
            let mut all = context.framework.competencies.iter();
            all.position(|it| it.id == *id)
                .map_or(NONE, |place| gaps.of_competency[place])
        }
        Target::Requirement(id) => {
            let mut all = context.bearing.role.requirements.iter();
            all.position(|it| it.id == *id)
                .map_or(NONE, |place| gaps.of_requirement[place])
        }
        Target::Section(_) => NONE,
    }
}

/// For the worker's role, where they work.
fn suits(context: &Context, resource: &Resource) -> bool {
    let role = resource.roles.is_empty() || resource.roles.contains(&context.bearing.role.id);
    let near = context.whereabouts;
    let is_there = match resource.area {
        Area::Local => near.at_host,
        Area::Somerset => near.in_somerset,
        _ => None,
    };
    role && is_there != Some(false)
}

fn is_within_aim(context: &Context, resource: &Resource) -> bool {
    let level = resource.level.as_ref();
    let place = level.map(|id| context.level(id));
    place.is_none_or(|place| place <= Some(context.bearing.aim_index))
}
