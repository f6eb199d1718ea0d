//! Where in a pack something stands, as the form and people call it.

/// `links › 3 › moved_to` as “link 3, where it moved to”. What no table has
/// stays as it is in the file.
pub(super) fn in_words(path: &str) -> String {
    let mut steps = path.split(" › ");
    let first = steps.next().unwrap_or_default();
    let things = [
        ("contacts", "contact"),
        ("links", "link"),
        ("resources", "listed resource"),
        ("courses", "course"),
        ("notes", "note"),
    ];
    let thing = things.iter().find(|(name, _)| *name == first);
    let mut out = match (thing, steps.next()) {
        (Some((_, thing)), Some(which)) => format!("{thing} {which}"),
        _ => field(first).to_owned(),
    };
    for (at, step) in steps.enumerate() {
        // An item of a list within, such as the second date.
        let is_number = at > 0 && step.bytes().all(|it| it.is_ascii_digit());
        out.push_str(if is_number { " " } else { ", " });
        out.push_str(field(step));
    }
    out
}

/// A field as the form calls it.
fn field(name: &str) -> &str {
    match name {
        "url" => "web page",
        "moved_to" => "where it moved to",
        "checked" => "the day it was checked",
        "dates" => "next dates",
        "helps_with" => "what it helps with",
        "about" => "what it is about",
        "text" => "words",
        "booking" => "how to book",
        "who" => "who may come",
        "area" => "the place it is for",
        "name" => "who hosts this page",
        "smallest_group" => "smallest group of people",
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_as_in_the_form() {
        let check = |path: &str, words: &str| assert_eq!(in_words(path), words);
        check("links › 3 › moved_to", "link 3, where it moved to");
        check("courses › first-aid › url", "course first-aid, web page");
        check(
            "courses › first-aid › dates › 2",
            "course first-aid, next dates 2",
        );
        check("contacts › 1 › fax", "contact 1, fax");
        check("resources › mycaw", "listed resource mycaw");
        check("notes › 2 › about", "note 2, what it is about");
        check("checked", "the day it was checked");
        check("links", "links");
        check("the file", "the file");
        check("", "");
    }
}
