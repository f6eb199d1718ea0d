//! A number of people in words and as a bar: told, or "fewer than 5".

use crate::app::words::count;
use crate::domain::team::{Count, Figures};

/// A number of people, as a bar of all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CountLine {
    pub title: String,
    /// "12 people".
    pub words: String,
    /// Of all, in hundredths; none where no number is told.
    pub share: Option<u8>,
    /// The score that is aimed for is among these answers.
    pub aim: bool,
}

/// People of so many.
pub(super) fn line(title: String, people: usize, of: usize) -> CountLine {
    CountLine {
        title,
        words: count(people, "person", "people"),
        share: Some((people * 100).checked_div(of).unwrap_or(0) as u8),
        aim: false,
    }
}

/// None where there is nothing to say.
pub(super) fn counted(
    title: String,
    told: Count,
    of: usize,
    figures: &Figures,
) -> Option<CountLine> {
    let words = match told {
        Count::People(people) => return Some(line(title, people, of)),
        Count::AllButFew => all_but_few(figures),
        Count::Few => return None,
        Count::NotTold => return None,
    };
    Some(CountLine {
        title,
        words,
        share: None,
        aim: false,
    })
}

/// "all but fewer than 5".
pub(super) fn all_but_few(figures: &Figures) -> String {
    format!("all but fewer than {}", figures.smallest.get())
}

/// "fewer than 5".
pub(super) fn few(figures: &Figures) -> String {
    format!("fewer than {}", figures.smallest.get())
}

/// The first of them in a sentence, or why there is none.
pub(super) fn first_of(lines: &[CountLine], what: &str, figures: &Figures) -> String {
    match lines.first() {
        Some(first) => {
            let mut what = what.to_owned();
            what[..1].make_ascii_uppercase();
            format!("{what}: {} ({}).", first.title, first.words)
        }
        None => format!(
            "There is nothing here that {} people or more have in common, or what there is would tell of fewer.",
            figures.smallest.get()
        ),
    }
}

/// Those without a number are nearly all.
pub(super) fn most_first(mut lines: Vec<CountLine>) -> Vec<CountLine> {
    lines.sort_by_key(|it| std::cmp::Reverse(it.share.unwrap_or(100)));
    lines
}
