//! The framework's own text, where a checkout has it beside it. It is not part
//! of the project: the checks against it are skipped, with a word, without it.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::Write;

use crate::data::checkout;

/// The text of the framework, or none, with a message that `part` is skipped.
pub fn read(part: &str) -> Option<String> {
    let folder = checkout().join("../shared/source");
    let text = fs::read_dir(folder).ok().and_then(|entries| {
        entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.extension().is_some_and(|e| e == "txt"))
            .map(|path| fs::read_to_string(path).expect("the source can be read"))
    });
    if text.is_none() {
        // Straight to the stream: the test harness would keep a print to itself.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED {part}: the framework's own text is not beside this checkout"
        );
    }
    text
}

/// Lower-case words without punctuation; an apostrophe joins, a hyphen parts.
pub fn plain_words(text: &str) -> Vec<String> {
    text.chars()
        .filter(|c| !matches!(c, '\'' | '’' | '‘'))
        .collect::<String>()
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every run of `length` words. Twice over: as it stands, and without the
/// addresses and page feet that cut a sentence in two at the turn of a page.
pub fn runs(text: &str, length: usize) -> HashSet<String> {
    let sentences: String = text
        .lines()
        .filter(|line| !line.starts_with("Version "))
        .flat_map(|line| line.split_whitespace().chain(["\n"]))
        .filter(|word| {
            !["http", "mailto:", "mailbox]"]
                .iter()
                .any(|a| word.contains(a))
        })
        .map(|word| format!("{word} "))
        .collect();
    [text, &sentences]
        .into_iter()
        .flat_map(|text| {
            let words = plain_words(text);
            words
                .windows(length)
                .map(|run| run.join(" "))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Parameters that say where a reader came from, or how a page is to look.
pub const TRACKING: [&str; 7] = [
    "fbclid",
    "mc_cid",
    "mc_eid",
    "ts",
    // How YouTube's player is shown.
    "app",
    "edufilter",
    "feature",
];

/// True for a parameter that is no part of an address.
pub fn is_tracking(key: &str) -> bool {
    TRACKING.contains(&key) || key.starts_with("utm_")
}

/// The addresses in a text: joined again where a line broke them, taken out of
/// mail-filter wrappers, without what only tracks.
pub fn addresses(text: &str) -> BTreeSet<String> {
    let lines: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let mut whole = HashSet::new();
    let mut at_line_end = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        for (place, word) in line.iter().enumerate() {
            let Some(start) = word.find("http") else {
                continue;
            };
            let address = &word[start..];
            let next = lines.get(number + 1).and_then(|line| line.first());
            match next {
                Some(next) if place + 1 == line.len() => at_line_end.push((address, *next)),
                _ => {
                    whole.insert(trim(address));
                }
            }
        }
    }
    // A page lists its addresses whole at its foot, so a break is known by
    // this: with the next line's first word it is an address seen elsewhere.
    let alone: HashSet<&str> = at_line_end.iter().map(|(a, _)| trim(a)).collect();
    for (address, next) in at_line_end {
        let joined = format!("{address}{next}");
        let joined = trim(&joined);
        if !alone.contains(joined) && !whole.contains(joined) {
            whole.insert(trim(address));
        }
    }
    whole.into_iter().map(clean).collect()
}

fn trim(address: &str) -> &str {
    address.trim_end_matches([',', ';', '.', ')'])
}

fn clean(address: &str) -> String {
    if address.contains("safelinks") {
        let wrapped = address
            .split(['?', '&'])
            .find_map(|p| p.strip_prefix("url="));
        return clean(&decode(wrapped.expect("a wrapper holds an address")));
    }
    let (address, fragment) = match address.split_once('#') {
        Some((address, fragment)) => (address, format!("#{fragment}")),
        None => (address, String::new()),
    };
    let Some((path, query)) = address.split_once('?') else {
        return format!("{address}{fragment}");
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !is_tracking(pair.split('=').next().unwrap_or_default()))
        .collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    format!("{path}{mark}{}{fragment}", kept.join("&"))
}

fn decode(text: &str) -> String {
    let mut parts = text.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(code.expect("an escape has two digits").into());
        plain.push_str(&part[2..]);
    }
    plain
}

/// A broken line, a wrapper, a tracker and a page's look, as the source has them.
#[test]
fn addresses_are_found_whole_and_clean() {
    let table = [
        (
            "a line broken in two, whole at the foot of the page",
            "See https://a.org/long-\nname/x.pdf, and more\nhttps://a.org/long-name/x.pdf\nend",
            "https://a.org/long-name/x.pdf",
        ),
        (
            "the next line is no part of it",
            "https://a.org/one\nSPARK training\nhttps://a.org/one\nhttps://a.org/one",
            "https://a.org/one",
        ),
        (
            "a mail filter's wrapper",
            "https://x.safelinks.com/?url=https%3A%2F%2Fa.org%2Fw%3Fedufilter%3DNULL%26v%3Dx&data=1 x",
            "https://a.org/w?v=x",
        ),
        (
            "a tracker, and a fragment that stays",
            "(https://a.org/?fbclid=1&id=3&utm_source=x#Upcoming) x",
            "https://a.org/?id=3#Upcoming",
        ),
        (
            "nothing but trackers",
            "https://a.org/?ts=6 x",
            "https://a.org/",
        ),
    ];
    for (what, text, expected) in table {
        let found: Vec<String> = addresses(text).into_iter().collect();
        assert_eq!(found, [expected], "{what}");
    }
}
