//! The six competencies against the aim, what is strong, what is to work on.

use crate::app::rating_words::{CurrentRating, capital, score_words};
use crate::domain::document::{Document, Entry, FeatureSeen, TopicStatus};
use crate::domain::framework::model::{Competency, Framework, Standing, StepUp, Text};
use crate::domain::framework::section_of;
use crate::domain::ladder::Bearing;
use crate::domain::score::Score;

/// A competency, and what the aim looks for in it.
#[derive(Clone, Copy, Debug)]
pub struct CompetencyResult<'a> {
    pub competency: &'a Competency,
    pub current_rating: CurrentRating,
    /// None where the aim does not look at it yet.
    pub looks_for: Option<Score>,
    /// What the aim looks for, or else what counts as achieved.
    pub expected: Score,
}

impl CompetencyResult<'_> {
    /// It has a score below what is expected, whatever the aim.
    pub fn is_to_work_on(&self) -> bool {
        matches!(self.current_rating, CurrentRating::Score(is) if is < self.expected)
    }

    /// "Mid-career looks for 3".
    pub fn aim(&self, aim: Text) -> String {
        match self.looks_for {
            Some(score) => format!("{aim} looks for {score}"),
            None if self.is_to_work_on() => {
                format!(
                    "{aim} does not look at it yet; {} counts as achieved",
                    self.expected
                )
            }
            None => format!("{aim} does not look at it yet"),
        }
    }

    /// Where it is, beside the aim.
    pub fn remark(&self) -> &'static str {
        match (self.current_rating, self.looks_for) {
            (CurrentRating::Score(_), _) if self.is_to_work_on() => "to work on",
            (CurrentRating::Score(_), Some(_)) => "there",
            (CurrentRating::Score(_), None) => "rated already",
            (CurrentRating::NoOpportunity, _) => "waits for an opportunity",
            (CurrentRating::Cleared, _) => "your rating was taken back",
            (CurrentRating::NotRated, Some(_)) => "to rate",
            (CurrentRating::NotRated, None) => "for later",
        }
    }

    /// Where it is rated.
    pub fn href(&self) -> String {
        format!("#/assess/{}", self.competency.id)
    }
}

/// All six, in the framework's order.
pub fn competency_results<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing,
) -> Vec<CompetencyResult<'a>> {
    let mut lines = Vec::new();
    for competency in &framework.competencies {
        lines.push(CompetencyResult {
            competency,
            current_rating: CurrentRating::of(document.rating(&competency.id)),
            looks_for: bearing.looks_for(framework, document, competency),
            expected: bearing.expects(framework, document, competency),
        });
    }
    lines
}

/// What is strong.
#[derive(Debug, Default)]
pub struct Strengths {
    /// "Promoting Autonomy: score 4 (Proficient)".
    pub competencies: Vec<String>,
    /// A competency's title and its features that the worker can see.
    pub features: Vec<(Text, Vec<Text>)>,
    /// A section's title, "9 of 14", and the topics the worker is confident in.
    pub topics: Vec<(Text, String, Vec<Text>)>,
}

impl Strengths {
    /// Whether nothing is known to be strong yet.
    pub fn is_empty(&self) -> bool {
        self.competencies.is_empty() && self.features.is_empty() && self.topics.is_empty()
    }
}

/// What reaches the aim, what is seen in the work, and what is known well.
pub fn strengths(
    framework: &Framework,
    document: &Document,
    lines: &[CompetencyResult],
) -> Strengths {
    let mut found = Strengths::default();
    for line in lines {
        let title = line.competency.title;
        let enough = line.looks_for.unwrap_or(document.achieved_at());
        if let CurrentRating::Score(score) = line.current_rating
            && score >= enough
        {
            let words = score_words(framework, score);
            found.competencies.push(format!("{title}: {words}"));
        }
        let features = ticked(document, line.competency, FeatureSeen::Seen);
        if !features.is_empty() {
            found.features.push((title, features));
        }
    }
    for section in &framework.sections {
        let mut all = 0;
        let mut confident = Vec::new();
        for topic in framework.topics_of(section) {
            all += 1;
            // What is the same in a background section is shown once.
            let elsewhere = section.standing == Standing::Background
                && topic.same_as.iter().any(|id| {
                    let other = framework.section(section_of(id));
                    other.is_some_and(|it| it.standing != Standing::Background)
                });
            let answer = document.topic(&topic.id, &topic.same_as);
            let status = answer.and_then(|(_, answer)| answer.status);
            if !elsewhere && status == Some(TopicStatus::Confident) {
                confident.push(topic.title);
            }
        }
        if !confident.is_empty() {
            let count = format!("{} of {all}", confident.len());
            found.topics.push((section.title, count, confident));
        }
    }
    found
}

/// A competency to work on.
#[derive(Debug)]
pub struct WorkOn<'a> {
    pub title: Text,
    /// "Score 2 (Advanced Beginner); Mid-career looks for 3."
    pub now: String,
    pub href: String,
    /// What the ticked features say: a heading and the features.
    pub ticks: Vec<(&'static str, Vec<Text>)>,
    /// "Towards score 3 (Competent)".
    pub up: String,
    /// What one score up asks for: things to do.
    pub step: &'a StepUp,
}

/// Those with a score below what is expected, the lowest first, as in the plan.
pub fn work_on<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing<'a>,
) -> Vec<WorkOn<'a>> {
    let aim = bearing.aim.title;
    let mut found = Vec::new();
    for weak in bearing.weak(framework, document) {
        let competency = weak.competency;
        let Some(step) = framework.step_up(&competency.id, weak.now.get()) else {
            continue;
        };
        let mut ticks = Vec::new();
        for (heading, seen) in [
            ("You can see", FeatureSeen::Seen),
            ("Partly there", FeatureSeen::Partly),
            ("Not there", FeatureSeen::NotThere),
        ] {
            let features = ticked(document, competency, seen);
            if !features.is_empty() {
                ticks.push((heading, features));
            }
        }
        let looks_for = bearing.looks_for(framework, document, competency);
        let expected = match looks_for {
            Some(score) => format!("{aim} looks for {score}"),
            None => format!("{} counts as achieved", weak.expected),
        };
        // Nobody aims at Novice.
        let up = Score::new(weak.now.get() + 1).unwrap_or(Score::EXPERT);
        let up = score_words(framework, up.max(Score::COMPETENT));
        found.push(WorkOn {
            title: competency.title,
            now: format!(
                "{}; {expected}.",
                capital(&score_words(framework, weak.now))
            ),
            href: format!("#/assess/{}", competency.id),
            ticks,
            up: format!("Towards {up}"),
            step,
        });
    }
    found
}

/// The features ticked so, as they were last said.
fn ticked(document: &Document, competency: &Competency, as_: FeatureSeen) -> Vec<Text> {
    let said: Option<&Entry> = document
        .latest_entry(&competency.id)
        .filter(|entry| !entry.features.is_empty())
        .or_else(|| document.standing_entry(&competency.id));
    let mut found = Vec::new();
    for feature in &competency.features {
        let seen = said.and_then(|entry| entry.features.get(&feature.id));
        if seen == Some(&as_) {
            found.push(feature.text);
        }
    }
    found
}
