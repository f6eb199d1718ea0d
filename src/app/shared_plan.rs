//! What a plan file says, in words: for whoever opens it, and for whoever is
//! about to save it. Everything a person wrote or chose is in it.

use crate::app::{requirements, topics};
use crate::domain::document::{
    ActionStatus, Answer, Entry, Experience, FeatureSeen, LearningHours, Profile, Rating,
    SchemeFunded, WiderWork,
};
use crate::domain::file::OpenedFile;
use crate::domain::framework::model::Framework;
use crate::domain::framework::section_of;
use crate::domain::ids::LevelId;
use crate::domain::words::isolated;

#[cfg(test)]
mod tests;

/// The names of what tells of a score.
pub const SCORE: &str = "Score";
/// The name of the ways to begin an action.
pub const STEPS: &str = "To do more, or begin";
/// The name of what an action asks one to do.
pub const HOW: &str = "How";

/// A name and what stands beside it.
pub type Fact = (String, String);

/// A plan from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedPlan {
    /// The file's name.
    pub file: String,
    /// Whose it is, as a heading says it.
    pub title: String,
    pub facts: Vec<Fact>,
    /// A rating for every competency of the framework.
    pub scores: Vec<Fact>,
    /// In the file's order.
    pub actions: Vec<SharedPlanItem>,
    /// What else it has in it, under headings.
    pub more: Vec<(&'static str, Vec<SharedPlanItem>)>,
    /// What was noticed when it was opened.
    pub remarks: Vec<String>,
}

/// An action, an answer, a rating of an earlier day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedPlanItem {
    pub title: String,
    /// Sentences.
    pub why: Vec<String>,
    pub facts: Vec<Fact>,
    /// An address and the words of its link.
    pub link: Option<Fact>,
}

impl SharedPlanItem {
    fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    fn fact(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.facts.push((name.to_owned(), value.to_owned()));
        }
    }

    fn answered<S>(&mut self, answer: &Answer<S>) {
        self.fact("Reason", &answer.reason);
        self.fact("Notes", &answer.note);
    }
}

/// Puts an opened plan into words.
pub fn describe(file: &str, opened: &OpenedFile, framework: &Framework) -> SharedPlan {
    let document = &opened.document;
    let profile = document.profile();
    let name = profile.name.get();
    let mut scores = Vec::new();
    for competency in &framework.competencies {
        let rating = document.rating(&competency.id);
        scores.push((competency.title.to_owned(), rated(framework, rating)));
    }
    let remarks = opened.remarks.iter();
    SharedPlan {
        file: file.to_owned(),
        title: name.map_or("A training plan".to_owned(), |name| {
            format!("The training plan of {name}")
        }),
        facts: facts(opened, profile, framework),
        scores,
        actions: actions(opened, framework),
        more: more(opened, framework),
        remarks: remarks.map(|remark| remark.sentence(file)).collect(),
    }
}

fn facts(opened: &OpenedFile, profile: &Profile, framework: &Framework) -> Vec<Fact> {
    // All of it: whatever a file tells of somebody is shown to them.
    let Profile {
        role,
        experience,
        aim,
        here,
        name,
        workplace,
        scheme_funded,
        in_somerset,
        area,
        in_area,
        hours_a_month,
        start,
        caseload,
        wider,
        next_review,
        last_review,
    } = profile;
    let mut all = SharedPlanItem::default();
    let level = |id: Option<&LevelId>| {
        let found = framework.ladder.iter().find(|it| Some(&it.id) == id);
        found.map_or("", |level| level.title)
    };
    if let Some(created) = opened.created {
        all.fact("Saved on", &created.utc_day().long());
    }
    all.fact("Name", name.get().map_or("", String::as_str));
    all.fact("Workplace", workplace.get().map_or("", String::as_str));
    let role = role.get().and_then(|id| framework.role(id.as_str()));
    all.fact("Role", role.map_or("", |role| role.title));
    let supposed = opened.plan.supposed_aim.as_ref();
    match (aim.get(), level(supposed)) {
        (None, title) if !title.is_empty() => {
            let supposed = format!("{title} (supposed by this tool, not chosen)");
            all.fact("Aims at", &supposed);
        }
        _ => all.fact("Aims at", level(aim.get())),
    }
    let achieved = Rating::Score(opened.document.achieved_at());
    all.fact("Counts as achieved", &rated(framework, Some(achieved)));
    all.fact("Says they are now", level(here.get()));
    let experience = experience.get().map(|it| match it {
        Experience::JustStarting => "just starting",
        Experience::UnderAYear => "under a year",
        Experience::OneToTwoYears => "one to two years",
        Experience::ThreeYearsOrMore => "three years or more",
    });
    all.fact("Has done this for", experience.unwrap_or_default());
    if let Some(day) = start.get() {
        all.fact("Began in this post", &day.long());
    }
    let funded = scheme_funded.get().map(|it| match it {
        SchemeFunded::Yes => "yes",
        SchemeFunded::No => "no",
        SchemeFunded::DontKnow => "not sure",
    });
    all.fact("Scheme-funded post", funded.unwrap_or_default());
    let local = in_somerset.get();
    let local = local.map(|yes| if *yes { "yes" } else { "no" });
    all.fact("Works in Somerset", local.unwrap_or_default());
    if let (Some(area), Some(is_there)) = (area.get(), in_area.get()) {
        let answer = if *is_there { "yes" } else { "no" };
        all.fact(
            "Works in the area of their site",
            &format!("{answer} ({})", isolated(area)),
        );
    }
    match hours_a_month.get() {
        Some(LearningHours::Known(hours)) => {
            all.fact("Hours a month for learning", &hours.to_string())
        }
        Some(LearningHours::Unknown) => all.fact("Hours a month for learning", "not known"),
        None => {}
    }
    if let Some(topics) = caseload.get() {
        let titles: Vec<&str> = topics
            .iter()
            .map(|id| titled(framework, id.as_str()))
            .collect();
        all.fact("People they support", &titles.join("; "));
    }
    if let Some(wider) = wider.get() {
        let titles: Vec<&str> = wider
            .iter()
            .map(|it| match it {
                WiderWork::WiderResponsibilities => "wider responsibilities",
                WiderWork::Leadership => "leadership",
                WiderWork::Specialism => "a specialism",
            })
            .collect();
        let none = titles.is_empty();
        let taken = if none { "none" } else { &titles.join("; ") };
        all.fact("Has taken on", taken);
    }
    if let Some(day) = last_review.get() {
        all.fact("Last review", &day.long());
    }
    if let Some(day) = next_review.get() {
        all.fact("Next review", &day.long());
    }
    all.facts
}

fn rated(framework: &Framework, rating: Option<Rating>) -> String {
    match rating {
        Some(Rating::Score(score)) => {
            let mut levels = framework.scale.levels.iter();
            let level = levels.find(|level| level.score == score.get());
            let name = level.map_or("", |level| level.name);
            format!("score {} ({name})", score.get())
        }
        Some(Rating::NoOpportunity) => "no opportunity to show it yet".to_owned(),
        Some(Rating::Cleared) | None => "not rated".to_owned(),
    }
}

/// The title of a topic, section, competency or resource; an id that is not
/// known stays as it is.
fn titled<'a>(framework: &Framework, id: &'a str) -> &'a str {
    let found = framework.topic(id).map(|it| it.title);
    let found = found.or_else(|| framework.competency(id).map(|it| it.title));
    let found = found.or_else(|| framework.section(id).map(|it| it.title));
    let found = found.or_else(|| framework.known_resource(id).map(|it| it.title));
    found.unwrap_or(id)
}

fn status_words(status: Option<ActionStatus>) -> &'static str {
    match status {
        None | Some(ActionStatus::ToDo) => "to do",
        Some(ActionStatus::Doing) => "doing",
        Some(ActionStatus::Done) => "done",
    }
}

/// What one score up asks for, for practising a competency.
fn goal(opened: &OpenedFile, framework: &Framework, action: &str) -> Option<String> {
    let competency = framework.competency(action.strip_prefix("practise:")?)?;
    let score = opened.document.score(&competency.id)?;
    let step = framework.step_up(&competency.id, score.get())?;
    Some(step.steps.join(" "))
}

fn actions(opened: &OpenedFile, framework: &Framework) -> Vec<SharedPlanItem> {
    let mut all = Vec::new();
    for action in &opened.plan.actions {
        let mut item = SharedPlanItem::new(action.title.as_str());
        item.why = action.why.clone();
        if let Some(score) = action.score {
            item.fact(SCORE, &score.to_string());
        }
        if action.how.is_empty() {
            let goal = goal(opened, framework, action.id.as_str());
            item.fact(STEPS, &goal.unwrap_or_default());
        } else {
            item.fact(HOW, &action.how.join(" "));
        }
        if let Some(resource) = &action.resource {
            item.fact("With", &resource.title);
            item.fact("From", &resource.provider);
            let url = resource.url.as_ref().map(|url| url.as_str().to_owned());
            item.link = url.map(|url| (url, resource.title.clone()));
        }
        let change = opened.document.change(&action.id);
        let month = action.due.map(|month| match action.suggested {
            false => month.long(),
            true => format!("{} (suggested by this tool)", month.long()),
        });
        item.fact("Month", &month.unwrap_or_default());
        item.fact("Status", status_words(action.status));
        let day = change.and_then(|change| change.done_on);
        item.fact("Done on", &day.map_or(String::new(), |day| day.long()));
        item.fact("Notes", &action.notes);
        if let Some(change) = change {
            item.fact("What might get in the way", &change.obstacles);
            item.fact("Who can help", &change.help);
            item.fact("Learned", &change.learned);
        }
        all.push(item);
    }
    all
}

fn more(opened: &OpenedFile, framework: &Framework) -> Vec<(&'static str, Vec<SharedPlanItem>)> {
    let document = &opened.document;
    let mut aside = Vec::new();
    for (id, change) in document.changes() {
        if opened.plan.actions.iter().any(|action| &action.id == id) {
            continue;
        }
        let subject = id
            .as_str()
            .split_once(':')
            .map_or("", |(_, subject)| subject);
        let own = change.own.as_deref();
        let mut item = SharedPlanItem::new(own.unwrap_or(titled(framework, subject)));
        item.fact("Why", &change.dismissed_because);
        item.fact("Notes", &change.notes);
        item.fact("What might get in the way", &change.obstacles);
        item.fact("Who can help", &change.help);
        item.fact("Learned", &change.learned);
        aside.push(item);
    }
    let mut ratings = Vec::new();
    for (id, entries) in document.ratings() {
        for entry in entries.iter().rev() {
            ratings.push(rating(framework, id.as_str(), entry));
        }
    }
    let (mut answers, mut required) = (Vec::new(), Vec::new());
    for (id, answer) in document.topics() {
        let section = framework.section(section_of(id));
        let mut said = section.into_iter().flat_map(topics::answers);
        let words = said.find(|(status, _)| Some(*status) == answer.status);
        let mut item = SharedPlanItem::new(titled(framework, id.as_str()));
        item.fact("Answer", words.map_or("not answered", |(_, words)| words));
        item.answered(answer);
        answers.push(item);
    }
    for (id, answer) in document.requirements() {
        let role = framework.role_of(id);
        let mut of_role = role.into_iter().flat_map(|role| role.requirements.iter());
        let requirement = of_role.find(|it| &it.id == id);
        let mut said = requirement.into_iter().flat_map(requirements::answers);
        let words = said.find(|(status, _)| Some(*status) == answer.status);
        let title = requirement.map_or(id.as_str(), |it| it.text);
        let mut item = SharedPlanItem::new(title);
        item.fact("Answer", words.map_or("not answered", |(_, words)| words));
        item.answered(answer);
        required.push(item);
    }
    let mut local = Vec::new();
    for (_, course) in document.courses() {
        let mut item = SharedPlanItem::new(course.title.as_str());
        item.fact("From", &course.provider);
        item.fact("Notes", &course.notes);
        let helps = course.helps_with.iter();
        let helps: Vec<&str> = helps.map(|it| titled(framework, it.id())).collect();
        item.fact("Helps with", &helps.join("; "));
        let url = course.url.as_ref().map(|url| url.as_str().to_owned());
        item.link = url.map(|url| (url, course.title.clone()));
        local.push(item);
    }
    for (id, link) in document.links() {
        if let Some(url) = &link.url {
            let title = titled(framework, id.as_str());
            let mut item = SharedPlanItem::new(title);
            item.link = Some((
                url.as_str().to_owned(),
                format!("A better link for {title}"),
            ));
            local.push(item);
        }
    }
    let mut all = vec![
        ("Put aside, or changed and not in the plan now", aside),
        ("When each was rated", ratings),
        ("Topics answered", answers),
        ("Requirements answered", required),
        ("Own courses and links", local),
    ];
    all.retain(|(_, items)| !items.is_empty());
    all
}

fn rating(framework: &Framework, competency: &str, entry: &Entry) -> SharedPlanItem {
    let mut item = SharedPlanItem::new(titled(framework, competency));
    item.fact("On", &entry.date.long());
    let mut said = rated(framework, entry.rating);
    if let Some(day) = entry.rated_on {
        said = format!("{said}, given on {}", day.long());
    }
    item.fact("Rated", &said);
    let known = framework.competency(competency);
    for (id, seen) in entry.features.iter() {
        let mut features = known.into_iter().flat_map(|it| it.features.iter());
        let feature = features.find(|feature| &feature.id == id);
        let said = match seen {
            FeatureSeen::Seen => "seen",
            FeatureSeen::Partly => "partly",
            FeatureSeen::NotThere => "not there",
        };
        item.fact(feature.map_or(id.as_str(), |feature| feature.text), said);
    }
    item.fact("Reflection", &entry.reflection);
    for evidence in &entry.evidence {
        let link = evidence.link.as_ref().map_or("", |link| link.as_str());
        let parts = [evidence.what.as_str(), evidence.when.as_str(), link];
        let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        item.fact("Evidence", &parts.join("; "));
    }
    item
}
