//! What came back to the worker: whose it is, of which plan, side by side
//! with their own ratings, and what both agreed.

use crate::app::rating_words::{CurrentRating, capital, score_words};
use crate::domain::dates::{Day, Month};
use crate::domain::document::{Document, ReaderView, Review, SinceAgreed};
use crate::domain::framework::model::Framework;
use crate::domain::ids::{ActionId, CompetencyId, ReviewId};
use crate::domain::ladder::Bearing;
use crate::domain::score::Score;

/// A review as the worker reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewShown {
    pub id: ReviewId,
    /// "Jo Sample, supervisor".
    pub from: String,
    pub on: Day,
    /// Which plan it is about: a sentence where that is not the newest.
    pub about: String,
    pub comment: String,
    pub actions: Vec<AgreedShown>,
    pub next_review: Option<Day>,
}

/// An agreed action, taken on or not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AgreedShown {
    pub id: ActionId,
    pub title: String,
    pub month: Option<Month>,
    /// The day the worker took it on.
    pub accepted: Option<Day>,
    /// The worker said no.
    pub declined: bool,
    /// What is different since, a sentence each.
    pub since: Vec<String>,
}

/// The worker's ratings beside those of everybody who gave a view.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// Who gave a view, in the order of the columns.
    pub readers: Vec<String>,
    pub rows: Vec<SideRow>,
    pub aim: &'static str,
}

/// One competency, seen by the worker and by others. Never averaged.
#[derive(Clone, Debug, PartialEq)]
pub struct SideRow {
    pub competency: CompetencyId,
    pub title: &'static str,
    pub mine: Option<Score>,
    pub my_words: String,
    /// A score and its words for each reader.
    pub theirs: Vec<(Option<Score>, String)>,
    pub looks_for: Option<Score>,
    /// Two of these are two or more apart.
    pub worth_talking: bool,
}

/// Who a review is from.
pub fn from_whom(review: &Review) -> String {
    let (name, role) = (review.reviewer.name.trim(), review.reviewer.role.trim());
    match (name, role) {
        ("", "") => "Somebody who gave no name".to_owned(),
        ("", only) | (only, "") => only.to_owned(),
        (name, role) => format!("{name}, {role}"),
    }
}

/// The reviews there are, newest first.
pub fn reviews(document: &Document) -> Vec<ReviewShown> {
    let mut all = Vec::new();
    for (id, received, review) in document.reviews() {
        let mut actions = Vec::new();
        for action in review.agreed() {
            let accepted = received.accepted.get(&action.id).copied();
            let now = document.change(&action.id);
            let since = accepted.map(|_| action.since(now)).unwrap_or_default();
            actions.push(AgreedShown {
                id: action.id.clone(),
                title: action.title.clone(),
                month: action.month,
                accepted,
                declined: accepted.is_none() && now.is_some_and(|it| it.dismissed),
                since: since.iter().map(since_words).collect(),
            });
        }
        all.push(ReviewShown {
            id: id.clone(),
            from: from_whom(review),
            on: review.created,
            about: about_which_plan(document, review),
            comment: review.comment.clone(),
            actions,
            next_review: review.next_review,
        });
    }
    all.sort_by_key(|review| std::cmp::Reverse(review.on));
    all
}

fn since_words(since: &SinceAgreed) -> String {
    match since {
        SinceAgreed::Month(Some(month)) => format!("You moved it to {}.", month.long()),
        SinceAgreed::Month(None) => "You took its month out.".to_owned(),
        SinceAgreed::Title(title) => format!("You call it “{title}” now."),
        SinceAgreed::PutAside => "You put it aside.".to_owned(),
        SinceAgreed::Swapped => "You took another way instead.".to_owned(),
    }
}

/// Which plan a review is about, told by its hash. Empty where it is the one
/// saved last and nothing was rated since.
fn about_which_plan(document: &Document, review: &Review) -> String {
    let mut saved = document.saved_plans();
    let Some((_, plan)) = saved.find(|(hash, _)| **hash == review.of.sha256) else {
        let of_that_day = |day: Day| {
            let mut all = document.saved_plans();
            all.any(|(_, plan)| plan.changed.utc_day() == day)
        };
        return match review.of.created {
            Some(day) if of_that_day(day) => format!(
                "It is about a plan file of {} that was changed after you saved it, or one saved elsewhere.",
                day.long()
            ),
            Some(day) => format!(
                "It is about a plan file of {} that was not saved here. Check that it is yours.",
                day.long()
            ),
            None => "It is about a plan file that was not saved here. Check that it is yours."
                .to_owned(),
        };
    };
    let read = plan.changed.utc_day();
    let mut saved = document.saved_plans();
    if saved.any(|(_, other)| other.changed.utc_day() > read) {
        return format!(
            "It is about the plan you saved on {}. You have saved a newer one since.",
            read.long()
        );
    }
    let mut entries = document.ratings().flat_map(|(_, entries)| entries);
    if entries.any(|entry| entry.new_rating().is_some() && entry.changed > plan.changed) {
        return format!(
            "It is about the plan you saved on {}. You have rated something since.",
            read.long()
        );
    }
    String::new()
}

/// The worker's ratings beside the readers'; None where nobody gave a view.
pub fn side_by_side(framework: &Framework, document: &Document) -> Option<SideBySide> {
    let mut all: Vec<&Review> = document.reviews().map(|(_, _, review)| review).collect();
    all.retain(|review| review.ratings.values().any(|it| it.view.is_some()));
    all.sort_by_key(|review| review.created);
    if all.is_empty() {
        return None;
    }
    let bearing = Bearing::of(framework, document);
    let mut rows = Vec::new();
    for competency in &framework.competencies {
        let mine = document.score(&competency.id);
        let rating = CurrentRating::of(document.rating(&competency.id));
        let mut theirs = Vec::new();
        for review in &all {
            theirs.push(match review.view(&competency.id) {
                Some(ReaderView::Score(score)) => {
                    (Some(score), capital(&score_words(framework, score)))
                }
                Some(ReaderView::NotSeen) => (None, "Has not seen this".to_owned()),
                None => (None, "Not answered".to_owned()),
            });
        }
        let scores = || theirs.iter().filter_map(|it| it.0).chain(mine);
        let apart = scores().max().zip(scores().min());
        let worth_talking = apart.is_some_and(|(high, low)| high.get().abs_diff(low.get()) >= 2);
        rows.push(SideRow {
            competency: competency.id.clone(),
            title: competency.title,
            mine,
            my_words: capital(&rating.words(framework)),
            theirs,
            looks_for: bearing.looks_for(framework, document, competency),
            worth_talking,
        });
    }
    Some(SideBySide {
        readers: all.into_iter().map(from_whom).collect(),
        rows,
        aim: bearing.aim.title,
    })
}

/// What each reader said of one competency, and whether that is worth talking
/// about: a line each.
pub fn views_of(
    framework: &Framework,
    document: &Document,
    competency: &CompetencyId,
) -> Vec<String> {
    let Some(side) = side_by_side(framework, document) else {
        return Vec::new();
    };
    let Some(row) = side.rows.iter().find(|row| row.competency == *competency) else {
        return Vec::new();
    };
    let said = side.readers.iter().zip(&row.theirs);
    let mut all: Vec<String> = said.map(|(who, it)| format!("{who}: {}", it.1)).collect();
    if row.worth_talking {
        all.push("These are two or more apart: worth talking about.".to_owned());
    }
    all
}

/// "Agreed with Jo Sample, supervisor, on 25 November 2026", and what is
/// different since; for each review an action was taken on from.
pub fn agreed_with(document: &Document, action: &ActionId) -> Vec<String> {
    let now = document.change(action);
    let mut all = Vec::new();
    for (review, agreed, on) in document.agreed(action) {
        let mut said = format!("Agreed with {}, taken on {}.", from_whom(review), on.long());
        let since = agreed.since(now);
        if !since.is_empty() {
            let words: Vec<String> = since.iter().map(since_words).collect();
            said.push_str(" Changed since it was agreed: ");
            said.push_str(&words.join(" "));
        }
        all.push(said);
    }
    all
}

/// The review days that were named and are not the worker's yet.
pub fn next_review_offered(document: &Document, today: Day) -> Option<Day> {
    let mine = document.profile().next_review.get().copied();
    let offered = document.reviews().filter_map(|(_, _, it)| it.next_review);
    offered
        .filter(|day| *day >= today && Some(*day) != mine)
        .max()
}

/// What a review has in it, before the worker takes it in: paragraphs, and
/// lists with a heading each.
pub fn before_it_is_taken_in(
    framework: &Framework,
    document: &Document,
    id: &ReviewId,
    review: &Review,
) -> (Vec<String>, Vec<(String, Vec<String>)>) {
    let mut paragraphs = vec![format!(
        "From {}, saved on {}.",
        from_whom(review),
        review.created.long()
    )];
    let about = about_which_plan(document, review);
    if !about.is_empty() {
        paragraphs.push(about);
    }
    if !document
        .saved_plans()
        .any(|(hash, _)| *hash == review.of.sha256)
    {
        paragraphs.push(
            "Did you write it yourself? Then it is not for here: send the file to the person whose plan it is.".to_owned(),
        );
    }
    if document.review(id).is_some() {
        paragraphs.push("You have an earlier copy of it: this one takes its place.".to_owned());
    }
    paragraphs.push(
        "It stands beside your own ratings and changes none of them. You can remove it again."
            .to_owned(),
    );
    let mut lists = Vec::new();
    let mut views = Vec::new();
    for competency in &framework.competencies {
        let said = match review.view(&competency.id) {
            Some(ReaderView::Score(score)) => score_words(framework, score),
            Some(ReaderView::NotSeen) => "has not seen this".to_owned(),
            None => continue,
        };
        views.push(format!("{}: {said}", competency.title));
    }
    let mut agreed = Vec::new();
    for action in review.agreed() {
        let month = action
            .month
            .map_or(String::new(), |it| format!(", {}", it.long()));
        agreed.push(format!("{}{month}", action.title));
    }
    let comment = Some(review.comment.clone()).filter(|it| !it.is_empty());
    for (heading, list) in [
        ("Their view", views),
        ("What they wrote", comment.into_iter().collect()),
        ("Agreed actions, for you to take on one by one", agreed),
    ] {
        if !list.is_empty() {
            lists.push((heading.to_owned(), list));
        }
    }
    if let Some(day) = review.next_review {
        paragraphs.push(format!("The next review: {}.", day.long()));
    }
    (paragraphs, lists)
}
