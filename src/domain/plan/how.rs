//! What an action is called, how it is done and whom to ask: one sentence,
//! which no other action of a plan has.

use crate::domain::dates::Day;
use crate::domain::document::Rating;
use crate::domain::framework::model::{
    ArrangedBy, Competency, Kind, Requirement, RequirementKind, Resource, Section, Text, Topic,
};
use crate::domain::framework::section_of;

use crate::domain::ids::{ActionId, HOSTS_OWN};

use super::context::{Context, arranged_by};
use super::gaps::Gaps;
use super::model::Practice;
use super::practice;
use super::subject::{Matter, Subject};
use super::ways::{Source, Ways};

/// What the words of an action are made from.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a, 'b> {
    pub context: &'b Context<'a>,
    pub gaps: &'b Gaps,
    pub ways: &'b Ways<'a>,
}

impl Wording<'_, '_> {
    /// What an action is called; `own` is what the worker called theirs.
    pub fn title(&self, subject: Subject, own: Option<&str>) -> String {
        match subject {
            Subject::Learn(way) => match self.ways.all[way].source {
                Source::Listed(resource) => resource.title.to_owned(),
                Source::Own(_, course) => course.title.clone(),
            },
            Subject::Practise(it) => format!("Practise {}", it.title),
            Subject::Rate(it) if self.has_no_opportunity(it) => {
                format!("Find an opportunity for {}", it.title)
            }
            Subject::Rate(it) => format!("Rate {} from one recent conversation", it.title),
            Subject::Job(Matter::Topic(topic)) => format!("{}: learn it at work", topic.title),
            Subject::Job(Matter::Requirement(it)) => it.title.to_owned(),
            Subject::Ask(Matter::Topic(topic)) => match arranged_by(topic) {
                Some(ArrangedBy::SkilledProfessional) => {
                    format!("Agree {} with a skilled professional", lower(topic.title))
                }
                Some(ArrangedBy::PeerExpert) => {
                    format!("Ask a peer expert about {}", lower(topic.title))
                }
                _ => format!("Ask your employer about {}", lower(topic.title)),
            },
            Subject::Ask(Matter::Requirement(it)) => {
                format!("Ask your network about {}", lower(it.title))
            }
            Subject::Wider => "Ask what wider responsibility you could take on".to_owned(),
            Subject::GoThrough(section) => self.title_of_list(section),
            Subject::Own => own.unwrap_or_default().to_owned(),
            // A course that was taken out again leaves its name.
            Subject::Gone | Subject::Unknown => own
                .unwrap_or("Something this version does not know")
                .to_owned(),
        }
    }

    fn title_of_list(&self, section: &Section) -> String {
        let mut all = self.gaps.unanswered.iter();
        let Some(it) = all.find(|it| it.section.id == section.id) else {
            return format!("Go through {}", section.title);
        };
        let minutes = match it.count.div_ceil(A_MINUTE) {
            1 => "a minute".to_owned(),
            minutes => format!("{} minutes", number(minutes as u16)),
        };
        format!(
            "Go through {}: {} to answer, about {minutes}",
            section.title, it.count
        )
    }

    /// How to go about it; empty where the worker knows best.
    pub fn how(&self, subject: Subject, practice: Option<&Practice>) -> String {
        match subject {
            Subject::Learn(way) => match self.ways.all[way].source {
                Source::Listed(resource) => how_to_learn(resource, self.context.today),
                Source::Own(..) => String::new(),
            },
            Subject::Practise(it) => practice::how_to_practise(it, practice),
            Subject::Rate(it) => {
                let place = self.context.framework.competencies.iter().position(|c| c.id == it.id);
                practice::how_to_rate(it, place.unwrap_or_default(), self.has_no_opportunity(it))
            }
            Subject::Job(Matter::Topic(topic)) => match topic.on_the_job() {
                Some(how) if arranged_by(topic).is_none() => how.to_owned(),
                _ => format!("Ask a colleague to show you what {} means in their work, and note what you will try ({}).", topic.title, self.section_title(topic)),
            },
            Subject::Ask(Matter::Topic(topic)) => match topic.on_the_job() {
                Some(how) if arranged_by(topic).is_some() => how.to_owned(),
                _ => format!("Ask your employer who could show you {} ({}), and agree a day.", topic.title, self.section_title(topic)),
            },
            Subject::Job(Matter::Requirement(it)) => match it.kind {
                RequirementKind::Scheme => format!("Find out for yourself what {} would take ({}), and write it down for your manager.", it.title, self.role_title(it)),
                _ => it.how.to_owned(),
            },
            Subject::Ask(Matter::Requirement(it)) => match it.kind {
                RequirementKind::Scheme => it.how.to_owned(),
                _ => format!("Ask your manager what would help you with {} ({}).", it.title, self.role_title(it)),
            },
            Subject::Wider => "Bring one idea to your next appraisal, for something to lead, a specialism or wider work, and ask which part of it you could begin with.".to_owned(),
            Subject::GoThrough(section) => format!("Read down the list of {} once, and answer each point you are sure of.", section.title),
            Subject::Own | Subject::Gone | Subject::Unknown => String::new(),
        }
    }

    /// Whom to ask, where somebody else arranges it.
    pub fn whom(&self, subject: Subject) -> Option<&'static str> {
        match subject {
            Subject::Ask(Matter::Topic(topic)) => Some(match arranged_by(topic) {
                Some(ArrangedBy::SkilledProfessional) => {
                    "A skilled professional: your supervisor, or the clinician who is your contact"
                }
                Some(ArrangedBy::PeerExpert) => "Somebody experienced in your role",
                _ => "Your employer: your line manager",
            }),
            Subject::Ask(Matter::Requirement(_)) => {
                Some("Your primary care network: its manager, or your line manager")
            }
            Subject::Wider => Some("Your line manager"),
            Subject::Learn(way) => match self.ways.all[way].source {
                Source::Listed(resource) if !can_be_booked(resource) => {
                    Some("Your line manager or network: there is no page to book it on")
                }
                Source::Listed(resource) if resource.addresses.is_empty() => match resource.host {
                    Some(host) if host.booking.is_some() => None,
                    Some(host) if host.is_gone => Some(
                        "Your line manager or network: the address listed in March 2021 is gone",
                    ),
                    Some(host) if host.offers.is_some() => {
                        Some("Whoever runs this site: no address is given")
                    }
                    _ => Some("Your line manager or network: no address was listed in March 2021"),
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// The worker says there was no opportunity to show it.
    pub fn has_no_opportunity(&self, competency: &Competency) -> bool {
        self.context.document.rating(&competency.id) == Some(Rating::NoOpportunity)
    }

    fn role_title(&self, requirement: &Requirement) -> &'static str {
        let role = self.context.framework.role_of(&requirement.id);
        role.map_or("", |role| role.title)
    }

    fn section_title(&self, topic: &Topic) -> &'static str {
        let section = self.context.framework.section(section_of(&topic.id));
        section.map_or("", |section| section.title)
    }
}

/// What stands for a course of a host's that is listed no more: all that is
/// left of it is its id.
pub(super) fn title_of_gone(action: &ActionId) -> String {
    let word = action.as_str().rsplit(HOSTS_OWN).next();
    let mut word = word.unwrap_or_default().replace('-', " ");
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{word} (no longer listed here)")
}

/// What to do about it.
pub(super) fn how_of_gone(action: &ActionId) -> String {
    format!(
        "Ask whoever runs this site what became of {}, or put it aside. What you wrote about it is kept.",
        title_of_gone(action)
    )
}

/// So many topics are answered in a minute (the tool's estimate).
const A_MINUTE: usize = 5;

/// A course can be booked where its first address is its own page, and not
/// something about it; and where its host added it or says how to book.
pub(super) fn can_be_booked(resource: &Resource) -> bool {
    let first = resource.addresses.first();
    let host = resource.host;
    resource.kind != Kind::Course
        || first.is_some_and(|it| it.label.is_none())
        || host.is_some_and(|it| it.offers.is_some() || it.booking.is_some())
}

/// What to do with a resource, by what kind it is.
fn how_to_learn(resource: &Resource, today: Day) -> String {
    // What a host writes may begin with a name.
    let lower = |words: Text| match resource.is_hosts_own() {
        true => words.to_owned(),
        false => lower(words),
    };
    let name = format!("“{}” ({})", resource.title, resource.provider);
    let time = match (resource.sessions, resource.duration) {
        (Some(sessions), Some(duration)) => {
            format!(": {} sessions, {}", number(sessions), lower(duration))
        }
        (Some(sessions), None) => format!(": {} sessions", number(sessions)),
        (None, Some(duration)) => format!(": {}", lower(duration)),
        (None, None) => String::new(),
    };
    let mut how = match resource.kind {
        Kind::ELearning => format!("Take the e-learning {name}{time}."),
        Kind::Course if can_be_booked(resource) => {
            format!("Ask your manager to agree the dates, and book {name}{time}.")
        }
        Kind::Course => format!(
            "Ask your manager or network who runs {name} near you, and agree the dates{time}."
        ),
        Kind::Video => format!("Watch {name} with a colleague, and talk about it{time}."),
        Kind::Forum => format!("Join {name}, and go to the next meeting{time}."),
        Kind::Organisation => {
            format!("See what {name} offers, and choose one thing to take part in{time}.")
        }
        Kind::Document => format!("Read {name}, and mark the page you will come back to{time}."),
        Kind::Website => format!("Look through {name}, and keep what you will use{time}."),
        Kind::Tool => format!("Get to know {name}, and try it on yourself first{time}."),
        Kind::Service => format!("Find out what {name} does{time}."),
    };
    if let Some(host) = resource.host {
        if let Some(booking) = host.booking {
            how.push_str(" To book: ");
            how.push_str(booking);
            if !booking.ends_with(['.', '!', '?', '\u{2069}']) {
                how.push('.');
            }
        }
        let dates = host.next_dates(today);
        if !dates.is_empty() {
            how.push_str(&format!(" Next: {}.", dates.join(", ")));
        }
    }
    how
}

fn number(number: u16) -> String {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    match WORDS.get(usize::from(number).wrapping_sub(1)) {
        Some(word) => (*word).to_owned(),
        None => number.to_string(),
    }
}

/// A title inside a sentence: its first letter small, unless it begins with a
/// short form such as IT.
fn lower(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first
            .to_lowercase()
            .chain(std::iter::once(second))
            .chain(chars)
            .collect(),
        _ => title.to_owned(),
    }
}
