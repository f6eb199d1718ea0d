//! Somebody's plan as its reader sees it: in the third person, each score
//! beside the aim, and nothing of the reader's own.

use super::third_person;
use crate::app::shared_plan::{HOW, SCORE, STEPS, SharedPlan, describe};
use crate::domain::document::{ActionStatus, Rating, ReaderView, Review};
use crate::domain::file::OpenedFile;
use crate::domain::framework::model::{Framework, Scale};
use crate::domain::ids::{ActionId, CompetencyId};
use crate::domain::ladder::Bearing;
use crate::domain::limits::{TITLE, utf16_units};
use crate::domain::score::Score;

/// All a reader sees of somebody's plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReaderPage {
    /// "The training plan of Sam", or "A plan somebody sent you".
    pub title: String,
    pub plan: SharedPlan,
    /// "Early career", as the plan says or this tool supposes.
    pub aim: String,
    /// Nobody chose that aim.
    pub is_aim_supposed: bool,
    pub lines: Vec<PlanLine>,
    /// The actions that can be agreed.
    pub actions: Vec<ToAgree>,
    /// The worker asked to be scored first.
    pub score_first: bool,
    /// How many actions tell of a score that is hidden still, and so are too.
    pub hidden_actions: usize,
}

impl ReaderPage {
    /// Some of the worker's scores are to be seen only after the reader's.
    pub fn hides_scores(&self) -> bool {
        self.lines.iter().any(|line| line.theirs.is_none())
    }
}

/// An action of the plan that can be agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToAgree {
    pub id: ActionId,
    /// As the plan says it to the worker, who will read it again.
    pub title: String,
    /// As its reader reads it.
    pub shown: String,
}

/// An agreed action's title as whoever agrees it reads it.
pub fn shown_to_reader(id: &ActionId, title: &str) -> String {
    // Only what this tool wrote for the worker is worded anew.
    match is_own(id) {
        true => title.to_owned(),
        false => third_person(title),
    }
}

fn is_own(id: &ActionId) -> bool {
    id.as_str().starts_with("own:")
}

/// A competency: what the worker said, beside the aim, and what the reader
/// says.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    pub competency: CompetencyId,
    pub title: &'static str,
    /// The worker's; None while it is hidden.
    pub theirs: Option<Option<Score>>,
    /// In words; says that it is hidden where it is.
    pub words: String,
    /// What the aim looks for; None where it does not look at it yet.
    pub looks_for: Option<Score>,
    pub view: Option<ReaderView>,
    /// That in words.
    pub view_words: String,
    /// What was answered is two or more apart.
    pub worth_talking: bool,
}

/// What a reader says besides scores, each under its name.
pub fn on_paper(review: &Review) -> Vec<(&'static str, String)> {
    let mut all = vec![("What the reader wants to say", review.comment.clone())];
    for action in review.agreed() {
        let month = action
            .month
            .map_or(String::new(), |it| format!(", by {}", it.long()));
        let title = shown_to_reader(&action.id, &action.title);
        all.push(("Agreed", format!("{title}{month}")));
    }
    let next = review.next_review.map_or(String::new(), |day| day.long());
    all.push(("Next review", next));
    all.push(("Who gave this view", review.reviewer.name.clone()));
    all.push(("Their role", review.reviewer.role.clone()));
    all.retain(|(_, words)| !words.is_empty());
    all
}

/// What stands for an answer on the page.
pub fn view_word(view: ReaderView) -> String {
    match view {
        ReaderView::Score(score) => score.to_string(),
        ReaderView::NotSeen => NOT_SEEN.to_owned(),
    }
}

/// The answer a word of the page stands for.
pub fn reader_view(word: &str) -> Option<ReaderView> {
    if word == NOT_SEEN {
        return Some(ReaderView::NotSeen);
    }
    word.parse()
        .ok()
        .and_then(Score::new)
        .map(ReaderView::Score)
}

const NOT_SEEN: &str = "not-seen";

/// What the page says in place of a score that is not to be seen yet.
const HIDDEN: &str = "Choose yours first: they asked for that";

/// The page of an opened plan and what its reader has said so far.
pub fn reader_page(
    file: &str,
    opened: &OpenedFile,
    review: Option<&Review>,
    framework: &Framework,
) -> ReaderPage {
    let mut plan = describe(file, opened, framework);
    let written = opened.plan.actions.iter();
    let mut titled = Vec::new();
    for (item, action) in plan.actions.iter_mut().zip(written) {
        item.title = shown_to_reader(&action.id, &item.title);
        for why in &mut item.why {
            *why = third_person(why);
        }
        for (name, words) in &mut item.facts {
            if !is_own(&action.id) && (name == HOW || name == STEPS) {
                *words = third_person(words);
            }
        }
        if action.status != Some(ActionStatus::Done) {
            // No title of this tool's is as long; a file's may be.
            let mut title = action.title.clone();
            while utf16_units(&title) > TITLE.most {
                title.pop();
            }
            titled.push(ToAgree {
                id: action.id.clone(),
                title,
                shown: item.title.clone(),
            });
        }
    }
    let document = &opened.document;
    let bearing = Bearing::of_shared(framework, opened);
    let mut lines = Vec::new();
    for competency in &framework.competencies {
        let view = review.and_then(|review| review.view(&competency.id));
        let rating = document.rating(&competency.id);
        let score = document.score(&competency.id);
        // What has no score has none to hide.
        let hidden = opened.score_first && view.is_none() && score.is_some();
        let apart = match (score, view) {
            (Some(theirs), Some(ReaderView::Score(mine))) => theirs.get().abs_diff(mine.get()),
            _ => 0,
        };
        lines.push(PlanLine {
            competency: competency.id.clone(),
            title: competency.title,
            theirs: (!hidden).then_some(score),
            words: match (hidden, rating) {
                (true, _) => HIDDEN.to_owned(),
                (false, Some(Rating::Score(score))) => score_of(&framework.scale, score),
                (false, Some(Rating::NoOpportunity)) => "No opportunity to show it yet".to_owned(),
                (false, Some(Rating::Cleared) | None) => "Not rated".to_owned(),
            },
            looks_for: bearing.looks_for(framework, document, competency),
            view,
            view_words: match view {
                Some(ReaderView::Score(score)) => score_of(&framework.scale, score),
                Some(ReaderView::NotSeen) => "Not seen".to_owned(),
                None => "–".to_owned(),
            },
            worth_talking: apart >= 2,
        });
    }
    let mut hidden_actions = 0;
    if lines.iter().any(|line| line.theirs.is_none()) {
        // What is to be practised or rated tells of its score.
        let tells = |id: &ActionId| {
            let id = id.as_str();
            id.starts_with("practise:") || id.starts_with("rate:")
        };
        let mut ids = opened.plan.actions.iter().map(|action| tells(&action.id));
        plan.actions.retain(|_| !ids.next().unwrap_or(false));
        titled.retain(|it| !tells(&it.id));
        hidden_actions = opened
            .plan
            .actions
            .iter()
            .filter(|it| tells(&it.id))
            .count();
        // Reasons and histories name the scores, too.
        plan.scores.clear();
        plan.more.clear();
        for action in &mut plan.actions {
            action.why.clear();
            action
                .facts
                .retain(|(name, _)| name != SCORE && name != STEPS);
        }
    }
    ReaderPage {
        title: match document.profile().name.get() {
            Some(name) => format!("The training plan of {name}"),
            None => "A plan somebody sent you".to_owned(),
        },
        plan,
        aim: bearing.aim.title.to_owned(),
        is_aim_supposed: !bearing.aim_chosen,
        lines,
        actions: titled,
        score_first: opened.score_first,
        hidden_actions,
    }
}

fn score_of(scale: &Scale, score: Score) -> String {
    let level = scale.levels.iter().find(|it| it.score == score.get());
    format!("Score {score} ({})", level.map_or("", |level| level.name))
}
