//! One sitting at the page of a competency, from when it is opened until it is
//! left: which entry it shows, and which one the next change goes into.

use crate::domain::document::{ClockReading, Document, Entry, WhichEntry};
use crate::domain::ids::{CompetencyId, EntryId};

/// From how many days on the same score is worth saying anew.
const OLD_DAYS: i64 = 90;

/// What a page knows besides the document. Everything it says is worked out
/// from the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    competency: CompetencyId,
    /// Nothing was said of the competency before.
    begins_with_nothing: bool,
    /// "Rate again" was pressed when this was the last entry. Once there is a
    /// later one, it has begun.
    again_after: Option<EntryId>,
    /// The entry written in last.
    writes_in: Option<EntryId>,
}

/// What is said of rating again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RateAgain {
    /// Nothing was said before this sitting.
    NotOffered,
    /// The sentence says where the next change goes.
    Offered(String),
    /// The next change begins a new entry.
    Begun,
}

impl Sitting {
    /// Begins when the page is opened.
    pub fn begin(document: &Document, competency: CompetencyId) -> Self {
        Self {
            begins_with_nothing: document.latest_entry(&competency).is_none(),
            competency,
            again_after: None,
            writes_in: None,
        }
    }

    /// The next change begins a new entry that is empty.
    pub fn rate_again(&mut self, document: &Document) {
        self.again_after = document
            .latest_entry(&self.competency)
            .map(|it| it.id.clone());
    }

    /// Back to what was said before.
    pub fn go_back(&mut self) {
        self.again_after = None;
    }

    /// A change was made.
    pub fn wrote(&mut self, document: &Document) {
        self.writes_in = document
            .latest_entry(&self.competency)
            .map(|it| it.id.clone());
    }

    /// The entry that is shown, and that the next change amends or copies;
    /// None before the first, and where a new one is about to begin.
    pub fn entry<'a>(&self, document: &'a Document) -> Option<&'a Entry> {
        let latest = document.latest_entry(&self.competency)?;
        (self.again_after.as_ref() != Some(&latest.id)).then_some(latest)
    }

    /// The entries before the one that is shown, newest last.
    pub fn earlier<'a>(&self, document: &'a Document) -> &'a [Entry] {
        let all = document.history(&self.competency);
        &all[..all.len() - usize::from(self.entry(document).is_some())]
    }

    /// Where the next change goes. `new` is an id in case that a new entry is
    /// begun.
    pub fn which(&self, document: &Document, new: EntryId) -> WhichEntry {
        let is_again = self.again_after.is_some() && self.entry(document).is_none();
        match &self.writes_in {
            _ if is_again => WhichEntry::RateAgain { new },
            Some(entry) => WhichEntry::Sitting {
                entry: entry.clone(),
                new,
            },
            None => WhichEntry::Today { new },
        }
    }

    /// What to say of rating again.
    pub fn offer(&self, document: &Document, at: ClockReading) -> RateAgain {
        let count = document.history(&self.competency).len();
        match self.entry(document) {
            None if count > 0 => RateAgain::Begun,
            // Put in above what somebody is just answering, it would move that
            // from under their hands.
            Some(_) if self.begins_with_nothing && count == 1 => RateAgain::NotOffered,
            Some(entry) => RateAgain::Offered(if entry.date == at.today {
                "What you change today becomes part of today’s answer.".to_owned()
            } else if entry.goes_on(self.writes_in.as_ref(), at) {
                format!(
                    "What you change now becomes part of the answer you began on {}.",
                    entry.date.long()
                )
            } else if entry.rated_day().days_until(at.today) >= OLD_DAYS {
                format!(
                    "Below is what you said on {}. To say the same again as a rating of today, choose “Rate again”. The old one stays.",
                    entry.date.long()
                )
            } else {
                format!(
                    "Below is what you said on {}. What you change today is kept as a new answer; the old one stays.",
                    entry.date.long()
                )
            }),
            None => RateAgain::NotOffered,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::assess::chosen;
    use crate::app::tests::{Worker, day};
    use crate::domain::dates::Moment;
    use crate::domain::document::{EntryChange, Rating};
    use crate::domain::framework::bundled;
    use crate::domain::score::Score;

    const FIRST: &str = "person-centred-approach";

    /// A worker with the page of a competency open.
    struct Page {
        worker: Worker,
        sitting: Sitting,
    }

    impl Page {
        fn open(worker: Worker) -> Self {
            let sitting = Sitting::begin(&worker.document, FIRST.into());
            Self { worker, sitting }
        }

        fn change(&mut self, change: EntryChange) {
            let at = self.worker.at();
            self.change_at(change, at);
        }

        fn change_at(&mut self, change: EntryChange, at: ClockReading) {
            let document = &mut self.worker.document;
            let new = format!("entry-{}", at.now.unix()).as_str().into();
            let which = self.sitting.which(document, new);
            document.rate(&FIRST.into(), which, change, at).unwrap();
            self.sitting.wrote(document);
        }

        fn status(&self) -> String {
            let competency = bundled().competency(FIRST).unwrap();
            chosen(bundled(), &self.worker.document, competency, &self.sitting).status
        }

        fn offer(&self) -> RateAgain {
            let today = self.worker.today;
            let now = Moment::start_of(today);
            self.sitting
                .offer(&self.worker.document, ClockReading { now, today })
        }

        /// How many entries there are before the one that is shown, and the
        /// reflection in that.
        fn shows(&self) -> (usize, Option<&str>) {
            let entry = self.sitting.entry(&self.worker.document);
            (
                self.sitting.earlier(&self.worker.document).len(),
                entry.map(|entry| entry.reflection.as_str()),
            )
        }
    }

    fn score(score: u8) -> EntryChange {
        EntryChange::Rating(Rating::Score(Score::new(score).unwrap()))
    }

    fn reflection(text: &str) -> EntryChange {
        EntryChange::Reflection(text.to_owned())
    }

    #[test]
    fn a_first_reflection_is_spoken_of() {
        let mut page = Page::open(Worker::new());
        assert_eq!(page.status(), "Not rated.");
        page.change(reflection("I"));
        assert_eq!(
            page.status(),
            "Not rated. You have written or ticked something."
        );
        page.change(reflection(""));
        assert_eq!(page.shows(), (0, Some("")));
        assert_eq!(page.offer(), RateAgain::NotOffered);
    }

    #[test]
    fn what_is_taken_out_while_rating_again_is_no_longer_said() {
        let mut page = Page::open(Worker::new());
        page.change(score(3));
        page.sitting.rate_again(&page.worker.document);
        assert_eq!(page.status(), "Score 3 (Competent), 23 November 2026.");
        let id = page
            .worker
            .document
            .latest_entry(&FIRST.into())
            .unwrap()
            .id
            .clone();
        let at = page.worker.at();
        page.worker
            .document
            .rate(
                &FIRST.into(),
                WhichEntry::Existing(id),
                EntryChange::Blank,
                at,
            )
            .unwrap();
        assert_eq!(page.status(), "Rating cleared, 23 November 2026.");
        // The new one has still not begun.
        assert_eq!(page.shows(), (1, None));
        assert_eq!(page.offer(), RateAgain::Begun);
    }

    #[test]
    fn rating_again_begins_with_the_next_change_and_can_be_left() {
        let mut worker = Worker::new();
        worker.rates(FIRST, reflection("Before"));
        let mut page = Page::open(worker);
        assert!(matches!(page.offer(), RateAgain::Offered(_)));
        page.sitting.rate_again(&page.worker.document);
        assert_eq!((page.shows(), page.offer()), ((1, None), RateAgain::Begun));
        page.sitting.go_back();
        assert_eq!(page.shows(), (0, Some("Before")));
        page.sitting.rate_again(&page.worker.document);
        page.change(score(4));
        assert_eq!(page.shows(), (1, Some("")));
        page.change(reflection("Now"));
        assert_eq!(page.shows(), (1, Some("Now")));
        assert!(matches!(page.offer(), RateAgain::Offered(_)));
    }

    #[test]
    fn an_entry_begun_in_another_tab_is_the_one_that_was_to_begin() {
        let mut worker = Worker::new();
        worker.rates(FIRST, reflection("Before"));
        let mut page = Page::open(worker);
        page.sitting.rate_again(&page.worker.document);
        page.worker.rates_again(FIRST, reflection("Elsewhere"));
        assert_eq!(page.shows(), (1, Some("Elsewhere")));
    }

    #[test]
    fn one_sitting_over_midnight_is_one_entry_and_says_so() {
        let at = |now: &str, today| ClockReading {
            now: Moment::parse(now).unwrap(),
            today: day(today),
        };
        let mut page = Page::open(Worker::new());
        page.change_at(
            reflection("Before midnight"),
            at("2026-11-23T23:59:00Z", "2026-11-23"),
        );
        page.change_at(score(2), at("2026-11-24T00:03:00Z", "2026-11-24"));
        assert_eq!(page.shows(), (0, Some("Before midnight")));
        assert_eq!(
            page.status(),
            "Score 2 (Advanced Beginner), 23 November 2026."
        );
        // The page stays open; the next evening is another sitting.
        let evening = at("2026-11-24T19:00:00Z", "2026-11-24");
        page.change_at(reflection("In the evening"), evening);
        assert_eq!(page.shows(), (1, Some("In the evening")));
        let night = at("2026-11-25T00:01:00Z", "2026-11-25");
        let said = |page: &Page, at| match page.sitting.offer(&page.worker.document, at) {
            RateAgain::Offered(said) => said,
            other => panic!("{other:?}"),
        };
        assert!(said(&page, evening).ends_with("part of today’s answer."));
        assert!(said(&page, night).starts_with("Below is what you said on"));
        page.change_at(score(3), at("2026-11-24T23:59:00Z", "2026-11-24"));
        assert_eq!(
            said(&page, night),
            "What you change now becomes part of the answer you began on 24 November 2026."
        );
        // Opened anew, it is a new day.
        let page = Page::open(page.worker);
        assert!(said(&page, night).starts_with("Below is what you said on"));
    }
}
