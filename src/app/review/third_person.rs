//! What the tool tells a worker, worded for somebody else who reads it.

/// "You rated …; your aim" becomes "They rated …; their aim". Somebody else's
/// words are never changed: only for what this tool wrote.
pub fn third_person(sentence: &str) -> String {
    let mut said = String::with_capacity(sentence.len() + 8);
    let mut before = String::new();
    let mut rest = sentence;
    while !rest.is_empty() {
        let is_letter = |c: char| c.is_alphabetic() || matches!(c, '’' | '\'');
        let end = rest
            .find(|c| !is_letter(c))
            .unwrap_or(rest.len())
            .max(usize::from(rest.starts_with(is_letter)));
        if end == 0 {
            let next = rest.find(is_letter).unwrap_or(rest.len());
            let (between, after) = rest.split_at(next);
            said.push_str(between);
            if between.contains(['.', '?', '!', ':', ';']) {
                before.clear();
            }
            rest = after;
            continue;
        }
        let (word, after) = rest.split_at(end);
        let lower = word.to_lowercase();
        let other = match lower.as_str() {
            "you" if takes_an_object(&before) => "them",
            "you" => "they",
            "you’re" | "you're" => "they are",
            "you’ve" | "you've" => "they have",
            "your" => "their",
            "yours" => "theirs",
            "yourself" => "themselves",
            _ => word,
        };
        let capital = word.starts_with(char::is_uppercase) && other != word;
        if capital {
            let mut letters = other.chars();
            said.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            said.push_str(letters.as_str());
        } else {
            said.push_str(other);
        }
        before = lower;
        rest = after;
    }
    said
}

/// After these, "you" is whom something is done to.
fn takes_an_object(before: &str) -> bool {
    matches!(
        before,
        "for"
            | "to"
            | "with"
            | "of"
            | "by"
            | "from"
            | "about"
            | "around"
            | "beside"
            | "helps"
            | "help"
            | "helped"
            | "gives"
            | "give"
            | "gave"
            | "tells"
            | "tell"
            | "ask"
            | "asks"
            | "shows"
            | "show"
            | "near"
            | "lets"
            | "makes"
            | "holds"
    )
}
