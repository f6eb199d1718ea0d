//! What `#/local` shows and what its boxes stand for.

use crate::app::words;
use crate::domain::dates::{Day, Month};
use crate::domain::framework::model::{Band, Framework, Kind, Text};
use crate::domain::ids::ResourceId;
use crate::domain::limits::LOCAL_DATES;
use crate::domain::local::{FoundLink, ListedLink, LocalCourse, Pack, listed_links, own_id};
use crate::domain::words::excerpt;

/// What may be found at an address: the form's word and its label.
pub const FOUND: [(&str, &str); 3] = [
    ("works", "Works"),
    ("gone", "Gone"),
    ("moved", "Moved to …"),
];

/// The form's word for what was found at an address; none where nobody looked.
pub fn found(pack: &Pack, address: &str) -> Option<&'static str> {
    pack.found(address).map(|it| match it.found {
        FoundLink::Works => FOUND[0].0,
        FoundLink::Gone => FOUND[1].0,
        FoundLink::Moved(_) => FOUND[2].0,
    })
}

/// Where it moved to; empty where it did not.
pub fn moved_to(pack: &Pack, address: &str) -> String {
    match pack.found(address).map(|it| &it.found) {
        Some(FoundLink::Moved(url)) => url.as_str().to_owned(),
        _ => String::new(),
    }
}

/// How far somebody is with the links.
pub fn progress(pack: &Pack, links: &[ListedLink]) -> String {
    let answers: Vec<_> = links
        .iter()
        .filter_map(|it| found(pack, it.address))
        .collect();
    let count = |word: &str| answers.iter().filter(|it| **it == word).count();
    format!(
        "{} of {} answered: {} work, {} gone, {} moved.",
        answers.len(),
        links.len(),
        count("works"),
        count("gone"),
        count("moved"),
    )
}

/// The place of the first link that nobody has looked at.
pub fn first_open(pack: &Pack, links: &[ListedLink]) -> Option<usize> {
    links.iter().position(|it| pack.found(it.address).is_none())
}

/// An id for a new course, made of its title, which no other course has.
pub fn new_id(pack: &Pack, title: &str) -> ResourceId {
    const MOST: usize = 60;
    let mut word = String::new();
    for c in title.chars().filter(|c| !matches!(c, '’' | '\'')) {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => word.push(c),
            _ if !word.is_empty() && !word.ends_with('-') => word.push('-'),
            _ => {}
        }
    }
    word.truncate(MOST);
    let word = match word.trim_end_matches('-') {
        "" => "course",
        word => word,
    };
    let free = |id: &ResourceId| !pack.courses.contains_key(id);
    let first = own_id(word);
    let more = (2..).map(|number| own_id(&format!("{word}-{number}")));
    std::iter::once(first)
        .chain(more)
        .find(free)
        .expect("there is always a next number")
}

/// The days typed into one box, as `14 January 2027`, `14/01/2027` or
/// `2027-01-14`, with commas, spaces, lines or “and” between. The sentence says
/// what is wrong.
pub fn days(typed: &str) -> Result<Vec<Day>, String> {
    let words: Vec<&str> = typed
        .split(|c: char| c == ',' || c == ';' || c.is_whitespace())
        .filter(|it| !matches!(*it, "" | "and" | "&"))
        .collect();
    let mut days = Vec::new();
    let mut rest = &words[..];
    while let [word, more @ ..] = rest {
        let (day, after) = match (Day::parse(word).or_else(|| british(word)), more) {
            (None, [month, year, after @ ..]) => (in_words(word, month, year), after),
            (day, after) => (day, after),
        };
        match day {
            Some(day) => days.push(day),
            None => return Err(no_day(rest)),
        }
        rest = after;
    }
    match days.len() <= LOCAL_DATES.most {
        true => Ok(days),
        false => Err(format!(
            "Not kept yet: give {} dates at most.",
            LOCAL_DATES.most
        )),
    }
}

/// So many units the box for them takes.
pub const DAYS_UNITS: usize = 500;

/// What to do about words that begin with none.
fn no_day(words: &[&str]) -> String {
    let (word, month) = (words[0], words.get(..2).unwrap_or(words).join(" "));
    match words.get(1).filter(|it| year(it).is_some()) {
        Some(_) if month_named(word).is_some() => format!(
            "Not kept yet: “{month}” has no day. If you know only the month, put it under “How to book”."
        ),
        _ => format!(
            "Not kept yet: “{}” is no date. Write 14 January 2027 or 14/01/2027, with a comma between two.",
            excerpt(word)
        ),
    }
}

/// `14 January 2027`, `14th Jan 2027`.
fn in_words(day: &str, month: &str, of: &str) -> Option<Day> {
    let day = day.trim_end_matches(|c: char| c.is_ascii_lowercase());
    Day::new(year(of)?, month_named(month)?, day.parse().ok()?)
}

/// A year of four digits, as a month alone has beside it.
fn year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|it| (1000..10_000).contains(it))
}

/// The number of a month, by its name or the first letters of it.
fn month_named(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    (1..=12).find(|number| {
        let name = Month::new(2000, *number).map_or(String::new(), Month::long);
        word.len() > 2 && name.to_ascii_lowercase().starts_with(&word)
    })
}

/// `12/01/2027`: the day first.
fn british(word: &str) -> Option<Day> {
    let mut parts = word.split('/');
    let mut number = || parts.next()?.parse::<u32>().ok();
    let (day, month, year) = (number()?, number()?, number()?);
    let is_whole = parts.next().is_none() && year > 999;
    Day::new(year as i32, month, day).filter(|_| is_whole)
}

/// The days as the box shows them.
pub fn days_text(days: &[Day]) -> String {
    let days: Vec<String> = days.iter().map(|day| day.long()).collect();
    days.join(", ")
}

/// The kinds a course can be of; services are not learned from.
pub fn kinds() -> &'static [Kind] {
    let all = Kind::ALL;
    &all[..all.len() - 1]
}

/// What will stand on a course's card: names and words.
pub fn preview(pack: &Pack, course: &LocalCourse) -> Vec<(Text, String)> {
    let dates: Vec<String> = course.dates.iter().map(|day| day.long()).collect();
    let url = course.url.as_ref().map_or("", |url| url.as_str());
    let checked = course
        .checked
        .map_or(String::new(), |day| format!(", checked on {}", day.long()));
    let kind = words::kind(course.kind.unwrap_or(Kind::Course));
    let time = words::effort(course.time.unwrap_or(Band::HalfADay));
    let helps = match course.helps_with.len() {
        0 => "Nothing yet: it will be listed, and will come into no plan.".to_owned(),
        count => words::count(count, "thing", "things"),
    };
    let all = [
        ("From", course.provider.clone()),
        ("Kind and time", format!("{kind}, {}", time.to_lowercase())),
        ("What it offers", course.about.clone()),
        ("Length", course.length.clone()),
        ("Cost", course.cost.clone()),
        ("Who may come", course.who.clone()),
        ("How to book", course.booking.clone()),
        ("Next dates", dates.join(", ")),
        ("Web page", url.to_owned()),
        ("Helps with", helps),
        ("Marked", format!("Added by {}{checked}", pack.host())),
    ];
    all.into_iter()
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

/// What stands above a link that is gone through: a resource with several
/// names what is there.
pub fn link_title(link: &ListedLink) -> String {
    match link.label {
        Some(label) => format!("{}: {label}", link.resource.title),
        None => link.resource.title.to_owned(),
    }
}

/// What is in the draft, and whether the site has it already; nothing is said
/// of a site that was not asked.
pub fn state(draft: &Pack, site: Option<&Pack>, framework: &Framework) -> String {
    if draft.is_empty() {
        return "There is nothing in your draft yet.".to_owned();
    }
    let first = summary(draft, framework);
    let then = match site {
        Some(site) if site == draft => " It is what this site has now.",
        Some(_) => " It differs from what this site has now: save it and put it there.",
        None => "",
    };
    format!("{first}{then}")
}

/// What is in a draft, in a sentence.
fn summary(pack: &Pack, framework: &Framework) -> String {
    let links = listed_links(framework);
    let answered = links
        .iter()
        .filter(|it| pack.found(it.address).is_some())
        .count();
    let hidden = pack.resources.values().filter(|it| it.hidden).count();
    format!(
        "Your draft in this browser has {}, {} of {} links gone through, {}, {}, and {} left out.",
        words::count(
            pack.courses.len(),
            "course or page of your own",
            "courses and pages of your own"
        ),
        answered,
        links.len(),
        words::count(pack.contacts.len(), "contact", "contacts"),
        words::count(pack.notes.len(), "note", "notes"),
        words::count(hidden, "resource", "resources"),
    )
}
