//! What a reader says of somebody's plan, one change at a time.

use crate::domain::dates::{Day, Month};
use crate::domain::document::{AgreedAction, ChangeError, ReaderView, Review, ReviewRating};
use crate::domain::ids::{ActionId, CompetencyId};

/// One change to a reader's view.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewEdit {
    Name(String),
    Role(String),
    /// None takes it back.
    View(CompetencyId, Option<ReaderView>),
    Comment(String),
    /// One of the plan's actions, or one of the reader's own.
    Agree(ActionId, String),
    ActionTitle(ActionId, String),
    ActionMonth(ActionId, Option<Month>),
    NoLonger(ActionId),
    NextReview(Option<Day>),
}

impl ReviewEdit {
    /// The view with this change. `TooLong`, `TooMany`, `BadId`.
    pub fn apply(self, review: &Review) -> Result<Review, ChangeError> {
        let mut new = review.clone();
        match self {
            Self::Name(name) => new.reviewer.name = name,
            Self::Role(role) => new.reviewer.role = role,
            Self::View(competency, Some(view)) => {
                new.ratings.entry(&competency).view = Some(view);
            }
            Self::View(competency, None) => {
                new.ratings.remove(&competency);
            }
            Self::Comment(comment) => new.comment = comment,
            Self::Agree(id, title) => {
                if new.action(&id).is_none() {
                    new.actions.push(AgreedAction::new(id, title, None));
                }
            }
            Self::ActionTitle(id, title) => {
                if let Some(action) = action(&mut new, &id) {
                    action.title = title;
                }
            }
            Self::ActionMonth(id, month) => {
                if let Some(action) = action(&mut new, &id) {
                    action.month = month;
                }
            }
            Self::NoLonger(id) => new.actions.retain(|action| action.id != id),
            Self::NextReview(day) => new.next_review = day,
        }
        new.check()?;
        Ok(new)
    }
}

fn action<'a>(review: &'a mut Review, id: &ActionId) -> Option<&'a mut AgreedAction> {
    review.actions.iter_mut().find(|action| &action.id == id)
}

/// Two tabs' copies of one draft, of which `base` was both: what either
/// changed. Of one thing changed in both, this tab's; but of what was written
/// nothing is lost, it stands one below the other.
pub fn together(base: &Review, mine: &Review, theirs: &Review) -> Review {
    let mut all = mine.clone();
    let (was, here, there) = (&base.reviewer, &mine.reviewer, &theirs.reviewer);
    all.reviewer.name = one(&was.name, &here.name, &there.name).clone();
    all.reviewer.role = one(&was.role, &here.role, &there.role).clone();
    all.next_review = *one(&base.next_review, &mine.next_review, &theirs.next_review);
    all.comment = comment(&base.comment, &mine.comment, &theirs.comment);
    let gone = ReviewRating::default();
    for competency in theirs.ratings.keys().chain(base.ratings.keys()) {
        let of = |review: &Review| review.ratings.get(competency).cloned();
        let (base, mine, theirs) = (of(base), of(mine), of(theirs));
        let rating = one(&base, &mine, &theirs).clone().unwrap_or(gone.clone());
        if rating == gone {
            all.ratings.remove(competency);
        } else {
            all.ratings.insert(competency.clone(), rating);
        }
    }
    for theirs in &theirs.actions {
        match action(&mut all, &theirs.id) {
            Some(mine) => {
                if let Some(base) = base.action(&theirs.id) {
                    *mine = one(base, mine, theirs).clone();
                }
            }
            // Agreed there, and not taken out here.
            None if base.action(&theirs.id).is_none() => all.actions.push(theirs.clone()),
            None => {}
        }
    }
    all.actions.retain(|action| {
        let untouched = base.action(&action.id) == Some(action);
        !untouched || theirs.action(&action.id).is_some()
    });
    // Together they may be more than there may be: then this tab's own.
    match all.check() {
        Ok(()) => all,
        Err(_) => mine.clone(),
    }
}

fn one<'a, T: PartialEq>(base: &'a T, mine: &'a T, theirs: &'a T) -> &'a T {
    if mine == base { theirs } else { mine }
}

fn comment(base: &str, mine: &str, theirs: &str) -> String {
    if mine == base || theirs.contains(mine) {
        return theirs.to_owned();
    }
    if theirs == base || mine.contains(theirs) {
        return mine.to_owned();
    }
    [theirs, mine].join("\n\n")
}
