//! All sections on one page, and the ways from one to the next.

use super::{groups, neighbours, progress};
use crate::app::route::Route;
use crate::domain::document::Document;
use crate::domain::framework::model::{Framework, Section, Topic};
use crate::domain::ladder::Bearing;

/// The page of all sections.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// "Social prescribing link worker, aiming for Mid-career".
    pub shown_for: String,
    /// What to know of that; empty for nothing.
    pub remark: &'static str,
    /// What the link to where it is chosen says.
    pub change: &'static str,
    pub groups: Vec<GroupShown>,
}

/// Sections that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupShown {
    pub heading: &'static str,
    /// What they are; empty where nothing need be said.
    pub about: &'static str,
    /// Shown only on request.
    pub closed: bool,
    pub rows: Vec<SectionRow>,
}

/// A section, and how far it is.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionRow {
    pub href: String,
    pub title: &'static str,
    pub words: String,
}

/// Every section with how far it is.
pub fn overview(framework: &'static Framework, document: &Document) -> Overview {
    let bearing = Bearing::of(framework, document);
    let (remark, change) = match (bearing.role_chosen, bearing.aim_chosen) {
        (true, true) => ("", "Change my role or aim"),
        (false, false) => (
            "This is where the tool starts until you choose.",
            "Choose my role and aim",
        ),
        (true, false) => (
            "The aim is where the tool starts until you choose one.",
            "Choose my aim",
        ),
        (false, true) => (
            "The role is where the tool starts until you choose yours.",
            "Choose my role",
        ),
    };
    let mut shown = Vec::new();
    for group in groups(framework, &bearing) {
        let rows = group.sections.iter();
        shown.push(GroupShown {
            heading: group.heading,
            about: group.about,
            closed: group.closed,
            rows: rows
                .map(|section| row(framework, document, &bearing, section))
                .collect(),
        });
    }
    Overview {
        shown_for: format!("{}, aiming for {}", bearing.role.title, bearing.aim.title),
        remark,
        change,
        groups: shown,
    }
}

fn row(
    framework: &Framework,
    document: &Document,
    bearing: &Bearing,
    section: &Section,
) -> SectionRow {
    let topics: Vec<&Topic> = framework.topics_of(section).collect();
    let level = section.level.as_ref();
    let level = level.and_then(|id| framework.ladder.iter().find(|level| level.id == *id));
    let mut words = level.map_or_else(String::new, |level| format!("For {}. ", level.title));
    words.push_str(&progress(document, section, &topics));
    words.push('.');
    if !section.roles.is_empty() && !section.roles.contains(&bearing.role.id) {
        words.push_str(" Written for link workers.");
    }
    SectionRow {
        href: href(section),
        title: section.title,
        words,
    }
}

fn href(section: &Section) -> String {
    Route::TopicsSection(section.id.clone()).href()
}

/// A way on from a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// "Next: "; empty for none.
    pub label: &'static str,
    pub href: String,
    pub title: &'static str,
}

/// The sections after and before this one, and all of them.
pub fn ways_on(framework: &'static Framework, document: &Document, section: &Section) -> Vec<Way> {
    let groups = groups(framework, &Bearing::of(framework, document));
    let (before, after) = neighbours(&groups, section);
    let mut ways = Vec::new();
    for (label, to) in [("Next: ", after), ("Previous: ", before)] {
        ways.extend(to.map(|to| Way {
            label,
            href: href(to),
            title: to.title,
        }));
    }
    ways.push(Way {
        label: "",
        href: Route::Topics.href(),
        title: "All sections",
    });
    ways
}
