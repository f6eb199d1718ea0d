//! Finding a resource: words and filters over all of them, fast enough to
//! answer every keystroke.

use std::sync::OnceLock;

use crate::app::words;
use crate::domain::framework::model::{
    Area, Audience, Framework, Kind, Origin, Resource, Target, Text,
};
use crate::domain::framework::{bundled, section_of};

/// A way to narrow the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    Stage,
    Kind,
    Role,
    Area,
    /// A topic, a competency, a whole section or a requirement.
    HelpsWith,
}

impl Filter {
    /// All of them, in the order they are offered.
    pub const ALL: [Filter; 5] = [
        Filter::Stage,
        Filter::Kind,
        Filter::Role,
        Filter::Area,
        Filter::HelpsWith,
    ];
}

/// One choice of a filter; only choices that find something are offered.
#[derive(Clone, Debug)]
pub struct FilterOption {
    pub label: String,
    /// The heading it stands under, if any; choices of one group stand together.
    pub group: Option<String>,
    /// For each resource, whether it belongs.
    members: Vec<bool>,
}

impl FilterOption {
    /// How many resources belong.
    pub fn count(&self) -> usize {
        self.members.iter().filter(|m| **m).count()
    }
}

/// What somebody asks for. Nothing set finds everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Every word must occur somewhere; case and the kind of quotes do not matter.
    pub words: String,
    /// For each filter, the place of the choice made.
    pub chosen: [Option<usize>; Filter::ALL.len()],
}

/// All resources, prepared for searching.
pub struct Index {
    /// For each resource: title, provider, description, parts and what it
    /// covers, in lower case.
    texts: Vec<String>,
    choices: [Vec<FilterOption>; Filter::ALL.len()],
}

impl Index {
    /// Prepares the framework's resources, in their order.
    pub fn new(framework: &Framework) -> Index {
        Index {
            texts: framework
                .resources
                .iter()
                .map(|resource| searchable(framework, resource))
                .collect(),
            choices: Filter::ALL.map(|filter| choices(framework, filter)),
        }
    }

    /// The choices of a filter.
    pub fn choices(&self, filter: Filter) -> &[FilterOption] {
        &self.choices[filter as usize]
    }

    /// For each resource, whether it is found. A choice that does not exist
    /// narrows nothing.
    pub fn find(&self, query: &Query) -> Vec<bool> {
        let asked = fold(&query.words);
        let asked: Vec<&str> = asked.split_whitespace().collect();
        let chosen: Vec<&FilterOption> = Filter::ALL
            .iter()
            .filter_map(|filter| self.choices(*filter).get(query.chosen[*filter as usize]?))
            .collect();
        self.texts
            .iter()
            .enumerate()
            .map(|(place, text)| {
                chosen.iter().all(|choice| choice.members[place])
                    && asked.iter().all(|word| text.contains(word))
            })
            .collect()
    }
}

/// The index of the bundled framework, prepared when it is first asked for.
pub fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(bundled()))
}

/// The choices of a filter, without those that would find nothing.
fn choices(framework: &Framework, filter: Filter) -> Vec<FilterOption> {
    let choice =
        |label: &str, group: Option<&str>, belongs: &dyn Fn(&Resource) -> bool| FilterOption {
            label: label.to_owned(),
            group: group.map(str::to_owned),
            members: framework.resources.iter().map(belongs).collect(),
        };
    let mut all: Vec<FilterOption> = match filter {
        Filter::Stage => {
            let levels = framework.ladder.iter().map(|level| {
                choice(level.training, None, &|r| {
                    r.level.as_ref() == Some(&level.id)
                })
            });
            let behind = |r: &Resource| r.audience == Audience::Reference;
            let unlevelled = |r: &Resource| r.level.is_none() && !behind(r);
            levels
                .chain([
                    choice("At any level", None, &|r| unlevelled(r) && !is_caseload(r)),
                    choice("Other training", None, &|r| unlevelled(r) && is_caseload(r)),
                    choice("Documents behind the framework", None, &behind),
                ])
                .collect()
        }
        Filter::Kind => Kind::ALL
            .iter()
            .map(|kind| choice(words::kind(*kind), None, &|r| r.kind == *kind))
            .collect(),
        Filter::Role => framework
            .roles
            .iter()
            .map(|role| {
                choice(role.title, None, &|r| {
                    r.roles.is_empty() || r.roles.contains(&role.id)
                })
            })
            .collect(),
        Filter::Area => Area::ALL
            .iter()
            .map(|area| choice(words::area(framework, *area), None, &|r| r.area == *area))
            .collect(),
        Filter::HelpsWith => targets(framework)
            .into_iter()
            .map(|(target, label, group)| {
                choice(label, Some(&group), &|r| {
                    r.covers.iter().any(|cover| cover.target == target)
                })
            })
            .collect(),
    };
    all.retain(|choice| choice.count() > 0);
    all
}

/// Everything a resource could help with: its name and its group.
pub fn targets(framework: &Framework) -> Vec<(Target, Text, String)> {
    let mut all = Vec::new();
    for it in &framework.competencies {
        let group = "Assessed competencies".to_owned();
        all.push((Target::Competency(it.id.clone()), it.title, group));
    }
    for section in &framework.sections {
        let whole = Target::Section(section.id.clone());
        all.push((whole, "The whole section", section.title.to_owned()));
        for topic in framework.topics_of(section) {
            let target = Target::Topic(topic.id.clone());
            all.push((target, topic.title, section.title.to_owned()));
        }
    }
    for role in &framework.roles {
        for it in &role.requirements {
            let group = format!("Requirements: {}", role.title);
            all.push((Target::Requirement(it.id.clone()), it.title, group));
        }
    }
    all
}

/// The name of what a resource helps with.
pub fn target_title(framework: &Framework, target: &Target) -> Text {
    match target {
        Target::Topic(id) => framework.topic(id.as_str()).map(|t| t.title),
        Target::Competency(id) => framework.competency(id.as_str()).map(|c| c.title),
        Target::Section(id) => framework.section(id.as_str()).map(|s| s.title),
        Target::Requirement(id) => framework
            .role_of(id)
            .and_then(|role| role.requirements.iter().find(|r| &r.id == id))
            .map(|r| r.title),
    }
    .unwrap_or_default()
}

/// True where the source lists it for a caseload topic.
fn is_caseload(resource: &Resource) -> bool {
    resource.covers.iter().any(|cover| match &cover.target {
        Target::Topic(id) => {
            cover.origin == Origin::Framework && section_of(id) == "caseload-topics"
        }
        _ => false,
    })
}

fn searchable(framework: &Framework, resource: &Resource) -> String {
    let mut text = [resource.title, resource.provider].join("\n");
    let description = resource.description();
    let covered = resource
        .covers
        .iter()
        .map(|cover| target_title(framework, &cover.target));
    let told = description.text.iter().chain(&description.own);
    for part in told.chain(&resource.parts).copied().chain(covered) {
        text.push('\n');
        text.push_str(part);
    }
    fold(&text)
}

/// Lower case, without apostrophes, and with a space for every other mark: what
/// stands in, between and around words is typed one way here and another there.
fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '‘' | '’' | '\''))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: Query, expected: &[&str], unexpected: &[&str]) {
        let framework = bundled();
        let found: Vec<&str> = Index::new(framework)
            .find(&query)
            .iter()
            .zip(&framework.resources)
            .filter(|(found, _)| **found)
            .map(|(_, r)| r.id.as_str())
            .collect();
        for id in expected {
            assert!(found.contains(id), "{query:?} misses {id}: {found:?}");
        }
        for id in unexpected {
            assert!(!found.contains(id), "{query:?} finds {id}");
        }
    }

    fn words(words: &str) -> Query {
        Query {
            words: words.to_owned(),
            ..Query::default()
        }
    }

    #[test]
    fn nothing_asked_finds_everything() {
        let framework = bundled();
        let found = Index::new(framework).find(&Query::default());
        assert_eq!(found, vec![true; framework.resources.len()]);
    }

    #[test]
    fn every_word_must_occur_in_any_order_and_case() {
        check(
            words("LEARNING  dementia"),
            &["e-lfh-dementia"],
            &["e-lfh-obesity"],
        );
    }

    #[test]
    fn the_provider_the_parts_and_what_it_covers_count_too() {
        check(words("warwick"), &["wemwbs"], &["mycaw"]);
        check(
            words("keeping records"),
            &["e-lfh-social-prescribing"],
            &["mycaw"],
        );
        check(
            words("empathy"),
            &["e-lfh-communicating-with-empathy"],
            &["mycaw"],
        );
    }

    #[test]
    fn marks_as_people_type_them() {
        check(words("e-learning"), &["e-lfh-dementia"], &[]);
        for typed in ["shilpa's", "Shilpa’s", "(shilpas)", "'Shilpa's'"] {
            check(words(typed), &["shilpas-story"], &["mycaw"]);
        }
        for typed in [
            "dementia.",
            "“dementia”",
            "dementia, ",
            "dementia/",
            "DEMENTIA …",
        ] {
            check(words(typed), &["e-lfh-dementia"], &["mycaw"]);
        }
        let found = |typed| Index::new(bundled()).find(&words(typed));
        assert_eq!(found("mental-health"), found("mental health"));
        assert!(found("self-care").contains(&true));
    }

    #[test]
    fn a_word_nobody_wrote_finds_nothing() {
        let found = Index::new(bundled()).find(&words("xylophone"));
        assert!(!found.contains(&true));
    }

    fn chosen(filter: Filter, label: &str) -> Query {
        let index = Index::new(bundled());
        let place = index.choices(filter).iter().position(|c| c.label == label);
        assert!(place.is_some(), "{filter:?} has no {label}");
        let mut query = Query::default();
        query.chosen[filter as usize] = place;
        query
    }

    #[test]
    fn each_filter_keeps_only_what_fits() {
        let table = [
            (
                Filter::Stage,
                "Level 1: engaging people",
                "hello-my-name-is",
            ),
            (Filter::Stage, "Other training", "e-lfh-minded"),
            (
                Filter::Stage,
                "At any level",
                "future-nhs-social-prescribing",
            ),
            (
                Filter::Stage,
                "Documents behind the framework",
                "pci-curriculum",
            ),
            (Filter::Kind, "Video", "ace-video"),
            (Filter::Area, "Somerset", "sasp"),
            (Filter::HelpsWith, "Dementia", "e-lfh-dementia"),
            (
                Filter::HelpsWith,
                "Self-monitoring",
                "four-day-health-coaching-programme",
            ),
        ];
        for (filter, label, expected) in table {
            check(chosen(filter, label), &[expected], &["mycaw"]);
        }
    }

    #[test]
    fn a_choice_that_finds_nothing_is_not_offered() {
        let index = Index::new(bundled());
        for filter in Filter::ALL {
            assert!(!index.choices(filter).is_empty(), "{filter:?}");
            for choice in index.choices(filter) {
                assert!(choice.count() > 0, "{filter:?}: {}", choice.label);
            }
        }
    }
}
