//! The model: what a worker may expect to be kept after what they did. Plain
//! words by what they are about, with none of the app's own rules in it.

use std::collections::{BTreeMap, BTreeSet};

use waymark::domain::document::{
    Document, Entry, FeatureSeen, LearningHours, Rating, ReaderView, SchemeFunded,
};
use waymark::domain::framework::bundled;

use waymark::app::about_you::{EXPERIENCE, wider_words, word};
use waymark::app::plan_page::{slug, status_value};
use waymark::app::{requirements, topics};

/// What must be kept. A thing that is not named was not answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    said: BTreeMap<String, String>,
    /// Competencies of which something was ever said.
    pub begun: BTreeSet<String>,
    /// What was said of competencies before they were rated again.
    earlier: Vec<(String, Vec<String>)>,
    /// The place the pack of the host is for, where it says so: one question
    /// is about that.
    pub area: Option<String>,
    /// What a reader said of somebody's plan and has not sent: it is no part of
    /// what is their own.
    pub view: Option<View>,
}

/// A view of somebody's plan: the statement chosen, and the comment.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub seen: String,
    pub comment: String,
}

impl Kept {
    pub fn get(&self, what: &str) -> Option<&str> {
        self.said.get(what).map(String::as_str)
    }

    /// Nothing was said yet.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// Says something; no words take it back.
    pub fn set(&mut self, what: impl Into<String>, said: impl Into<String>) {
        let (what, said) = (what.into(), said.into());
        match said.is_empty() {
            true => self.said.remove(&what),
            false => self.said.insert(what, said),
        };
    }

    pub fn take_back(&mut self, what: &str) {
        self.said.remove(what);
    }

    /// Takes back all that begins so.
    pub fn take_back_all(&mut self, begins: &str) {
        self.said.retain(|what, _| !what.starts_with(begins));
    }

    /// What of it begins so, by what follows.
    pub fn all<'a>(&'a self, begins: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let rest = move |what: &'a String| what.strip_prefix(begins);
        self.said
            .iter()
            .filter_map(move |(what, said)| Some((rest(what)?, said.as_str())))
    }

    /// The competency is rated again: what stood stays, apart.
    pub fn rate_again(&mut self, competency: &str) {
        let stood = of_competency(self, competency);
        self.earlier.push((competency.to_owned(), stood));
        self.take_back_all(&format!("{competency} "));
    }

    /// What a stored document has kept otherwise, a line each.
    pub fn differences(&self, document: &Document) -> Vec<String> {
        let stored = of(document).said;
        let all: BTreeSet<&String> = self.said.keys().chain(stored.keys()).collect();
        let mut lines: Vec<String> = all
            .into_iter()
            .filter(|what| self.said.get(*what) != stored.get(*what))
            .map(|what| {
                let words = |said: Option<&String>| {
                    said.map_or("nothing".to_owned(), |it| format!("{it:?}"))
                };
                format!(
                    "{what}: {} is kept, not {}",
                    words(stored.get(what)),
                    words(self.said.get(what))
                )
            })
            .collect();
        for (competency, stood) in &self.earlier {
            let history = document.history(&competency.as_str().into());
            let before = &history[..history.len().saturating_sub(1)];
            if !before.iter().any(|entry| {
                of_entry(competency, entry)
                    .all("")
                    .map(line)
                    .eq(stood.iter().cloned())
            }) {
                lines.push(format!(
                    "{competency}: what was said before is gone: {stood:?}"
                ));
            }
        }
        lines
    }
}

fn line((what, said): (&str, &str)) -> String {
    format!("{what}: {said}")
}

fn of_competency(kept: &Kept, competency: &str) -> Vec<String> {
    let begins = format!("{competency} ");
    let here = kept
        .said
        .iter()
        .filter(|(what, _)| what.starts_with(&begins));
    here.map(|(what, said)| line((what, said))).collect()
}

/// One name for topics that are the same thing.
pub fn topic_name(id: &str) -> &str {
    let same = bundled().topic(id).map_or(&[][..], |topic| &topic.same_as);
    let all = same.iter().map(|id| id.as_str());
    all.chain([id]).min().unwrap_or(id)
}

/// The same, read from a document.
pub fn of(document: &Document) -> Kept {
    let mut kept = Kept::default();
    about_the_worker(&mut kept, document);
    for (competency, entries) in document.ratings() {
        let Some(last) = entries.last() else { continue };
        kept.said.extend(of_entry(competency.as_str(), last).said);
        kept.begun.insert(competency.to_string());
    }
    for topic in &bundled().topics {
        let Some((_, answer)) = document.topic(&topic.id, &topic.same_as) else {
            continue;
        };
        let name = topic_name(topic.id.as_str());
        kept.set(
            format!("topic {name}"),
            answer.status.map_or("", topics::value),
        );
        kept.set(format!("note on {name}"), answer.note.as_str());
    }
    for (id, answer) in document.requirements() {
        kept.set(
            format!("requirement {id}"),
            answer.status.map_or("", requirements::value),
        );
        kept.set(format!("note on {id}"), answer.note.as_str());
    }
    for (id, change) in document.changes() {
        let slug = slug(id);
        let mut set = |what: &str, said: &str| kept.set(format!("{what} {slug}"), said);
        set("status", change.status.map_or("", status_value));
        set("month", &change.month.map_or(String::new(), |it| it.iso()));
        set("notes", &change.notes);
        set("obstacles", &change.obstacles);
        set("help", &change.help);
        set("pinned", if change.pinned { "yes" } else { "" });
        if change.dismissed {
            set("aside", &format!("because: {}", change.dismissed_because));
        }
        if let Some(title) = &change.own {
            kept.set(format!("own {title}"), "there");
        }
    }
    for (id, received, review) in document.reviews() {
        kept.set(format!("review {id}"), review.comment.as_str());
        for (action, _) in received.accepted.iter() {
            kept.set(format!("agreed {action}"), "accepted");
        }
        for (competency, _) in review.ratings.iter() {
            let view = match review.view(competency) {
                Some(ReaderView::Score(score)) => score.to_string(),
                Some(ReaderView::NotSeen) => "not seen".to_owned(),
                None => String::new(),
            };
            kept.set(format!("view of {competency}"), view);
        }
    }
    kept
}

fn about_the_worker(kept: &mut Kept, document: &Document) {
    let profile = document.profile();
    let yes_or_no = |it: &bool| if *it { "yes" } else { "no" };
    kept.set("role", profile.role.get().map_or("", |it| it.as_str()));
    kept.set(
        "experience",
        word(&EXPERIENCE, profile.experience.get()).unwrap_or_default(),
    );
    kept.set("aim", profile.aim.get().map_or("", |it| it.as_str()));
    kept.set("here", profile.here.get().map_or("", |it| it.as_str()));
    kept.set("name", profile.name.get().cloned().unwrap_or_default());
    kept.set(
        "workplace",
        profile.workplace.get().cloned().unwrap_or_default(),
    );
    kept.set(
        "scheme",
        match profile.scheme_funded.get() {
            Some(SchemeFunded::Yes) => "yes",
            Some(SchemeFunded::No) => "no",
            Some(SchemeFunded::DontKnow) => "dont-know",
            None => "",
        },
    );
    kept.set(
        "in Somerset",
        profile.in_somerset.get().map_or("", yes_or_no),
    );
    if let Some(area) = profile.area.get() {
        kept.set(
            format!("in {area}"),
            profile.in_area.get().map_or("", yes_or_no),
        );
    }
    kept.set(
        "hours",
        match profile.hours_a_month.get() {
            Some(LearningHours::Known(hours)) => hours.to_string(),
            Some(LearningHours::Unknown) => "unknown".to_owned(),
            None => String::new(),
        },
    );
    kept.set(
        "start",
        profile.start.get().map_or(String::new(), |it| it.iso()),
    );
    kept.set(
        "next-review",
        profile
            .next_review
            .get()
            .map_or(String::new(), |it| it.iso()),
    );
    for topic in profile.caseload.get().into_iter().flatten() {
        kept.set(format!("picked {topic}"), "yes");
    }
    for taken_on in wider_words(profile.wider.get()) {
        kept.set(format!("taken on {taken_on}"), "yes");
    }
}

fn of_entry(competency: &str, entry: &Entry) -> Kept {
    let mut kept = Kept::default();
    let rating = match entry.rating {
        Some(Rating::Score(score)) => score.to_string(),
        Some(Rating::NoOpportunity) => "none".to_owned(),
        Some(Rating::Cleared) => "cleared".to_owned(),
        None => String::new(),
    };
    kept.set(format!("{competency} rating"), rating);
    kept.set(
        format!("{competency} reflection"),
        entry.reflection.as_str(),
    );
    for (feature, seen) in entry.features.iter() {
        let seen = match seen {
            FeatureSeen::Seen => "seen",
            FeatureSeen::Partly => "partly",
            FeatureSeen::NotThere => "not-there",
        };
        kept.set(format!("{competency} feature {feature}"), seen);
    }
    for (place, evidence) in entry.evidence.iter().enumerate() {
        kept.set(
            format!("{competency} evidence {place:02}"),
            evidence.what.as_str(),
        );
    }
    kept
}
