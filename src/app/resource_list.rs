//! The list of training resources: what is asked of it, and what it then
//! shows.

use crate::app::resource_search::{Filter, Index, Query};
use crate::app::words::count;

/// How many are shown until somebody asks for all: few enough that the browser
/// lays them out anew within a frame of each keystroke.
pub const FIRST: usize = 20;

/// What somebody asked of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQuery {
    pub query: Query,
    /// All that is found is shown, not only the first.
    pub all: bool,
}

impl ListQuery {
    /// Another query; its first results are shown.
    pub fn ask(&mut self, query: Query) {
        *self = ListQuery { query, all: false };
    }

    /// Other words.
    pub fn search(&mut self, words: String) {
        let query = Query {
            words,
            ..self.query.clone()
        };
        self.ask(query);
    }

    /// Another choice of a filter, by its place, or none.
    pub fn narrow(&mut self, filter: Filter, choice: Option<usize>) {
        let mut query = self.query.clone();
        query.chosen[filter as usize] = choice;
        self.ask(query);
    }

    /// Whether nothing is searched for and no filter is set.
    pub fn is_everything(&self) -> bool {
        self.query == Query::default()
    }

    /// Drops what would hide the resource at this place.
    pub fn bring_to_light(&mut self, index: &Index, place: usize) {
        if !Listed::new(index, self).found.contains(&place) {
            self.ask(Query::default());
        }
        if !Listed::new(index, self).shows(place) {
            self.all = true;
        }
    }
}

/// What the list then shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The places of the resources that are found, in their order.
    found: Vec<usize>,
    /// How many of them are shown.
    shown: usize,
    /// Of how many.
    total: usize,
}

impl Listed {
    /// Finds what was asked for.
    pub fn new(index: &Index, asked: &ListQuery) -> Self {
        let found = index.find(&asked.query);
        let total = found.len();
        let places = found.iter().enumerate();
        let found: Vec<usize> = places.filter(|it| *it.1).map(|it| it.0).collect();
        let most = if asked.all { total } else { FIRST };
        Listed {
            shown: found.len().min(most),
            found,
            total,
        }
    }

    /// How many are found.
    pub fn found(&self) -> usize {
        self.found.len()
    }

    /// Whether the resource at this place is shown.
    pub fn shows(&self, place: usize) -> bool {
        self.found[..self.shown].binary_search(&place).is_ok()
    }

    /// The place of the first that is found and not shown.
    pub fn first_left_out(&self) -> Option<usize> {
        self.found.get(self.shown).copied()
    }

    /// How many there are, in words.
    pub fn sentence(&self) -> String {
        let found = self.found.len();
        let total = self.total;
        let first = if self.shown < found {
            format!(", the first {} shown", self.shown)
        } else {
            String::new()
        };
        if found == total {
            format!("All {total} resources{first}")
        } else {
            format!(
                "{} of {total}{first}",
                count(found, "resource", "resources")
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::framework::bundled;

    fn words(words: &str) -> ListQuery {
        let mut asked = ListQuery::default();
        asked.search(words.to_owned());
        asked
    }

    fn place_of(id: &str) -> usize {
        let mut all = bundled().resources.iter();
        all.position(|it| it.id.as_str() == id).unwrap()
    }

    #[test]
    fn it_says_how_many_are_found_and_shown() {
        let index = Index::new(bundled());
        let total = bundled().resources.len();
        let everything = ListQuery {
            all: true,
            ..ListQuery::default()
        };
        for (asked, expected) in [
            (
                ListQuery::default(),
                format!("All {total} resources, the first 20 shown"),
            ),
            (everything, format!("All {total} resources")),
            (words("mycaw"), format!("1 resource of {total}")),
            (words("xylophone"), format!("0 resources of {total}")),
        ] {
            assert_eq!(Listed::new(&index, &asked).sentence(), expected);
        }
    }

    #[test]
    fn the_first_are_shown_until_all_are_asked_for() {
        let index = Index::new(bundled());
        let mut asked = ListQuery::default();
        let first = Listed::new(&index, &asked);
        assert!(first.shows(FIRST - 1) && !first.shows(FIRST));
        assert_eq!(first.first_left_out(), Some(FIRST));
        asked.all = true;
        let all = Listed::new(&index, &asked);
        assert!((0..all.found()).all(|place| all.shows(place)));
        assert_eq!(all.first_left_out(), None);
    }

    #[test]
    fn another_query_shows_its_first_again() {
        let mut asked = ListQuery {
            all: true,
            ..words("a")
        };
        asked.narrow(Filter::Kind, Some(0));
        assert!(!asked.all && !asked.is_everything());
        assert_eq!(asked.query.words, "a");
        asked.narrow(Filter::Kind, None);
        asked.search(String::new());
        assert!(asked.is_everything());
    }

    #[test]
    fn what_an_address_names_is_shown_whatever_was_searched_for() {
        let index = Index::new(bundled());
        let far = bundled().resources.len() - 1;
        // Before, the place, whether the search is kept, whether all is shown.
        for (before, place, kept, all) in [
            (ListQuery::default(), 0, true, false),
            (ListQuery::default(), far, true, true),
            (words("mycaw"), place_of("mycaw"), true, false),
            (words("xylophone"), place_of("mycaw"), false, true),
        ] {
            let mut asked = before.clone();
            asked.bring_to_light(&index, place);
            assert!(Listed::new(&index, &asked).shows(place), "{before:?}");
            assert_eq!(asked.query == before.query, kept, "{before:?}");
            let needed = all && place >= FIRST;
            assert_eq!(asked.all, needed, "{before:?}");
        }
    }
}
