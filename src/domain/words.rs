//! Small helpers for sentences the app says.

/// A number as it is written for people: `1,000,000`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The beginning of a text, short enough to stand in a sentence.
pub fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    let mut out: String = text
        .chars()
        .map(|c| {
            if c.is_control() || turns_text(c) {
                ' '
            } else {
                c
            }
        })
        .take(MOST)
        .collect();
    if text.chars().nth(MOST).is_some() {
        out.push('…');
    }
    out
}

/// Somebody's words within a sentence of ours: whichever way they are written,
/// the sentence goes on its own way after them.
pub fn isolated(text: &str) -> String {
    let is_right_to_left = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    let plain: String = text.chars().filter(|c| !turns_text(*c)).collect();
    match plain.contains(is_right_to_left) {
        true => format!("\u{2068}{plain}\u{2069}"),
        false => plain,
    }
}

/// A mark that changes the direction of the text after it: in a sentence it
/// would turn our own words around.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_for_people() {
        for (number, said) in [
            (0, "0"),
            (999, "999"),
            (5000, "5,000"),
            (1_000_000, "1,000,000"),
        ] {
            assert_eq!(thousands(number), said);
        }
    }

    #[test]
    fn words_of_another_direction_stand_apart() {
        for (text, said) in [
            ("plain – “quoted” é", "plain – “quoted” é"),
            ("\u{202e}turned\u{2069}", "turned"),
            ("עברית 12", "\u{2068}עברית 12\u{2069}"),
        ] {
            assert_eq!(isolated(text), said);
        }
    }

    #[test]
    fn a_long_text_is_cut_for_a_sentence() {
        assert_eq!(excerpt("a\nb"), "a b");
        assert_eq!(excerpt("a\u{202e}b"), "a b");
        assert_eq!(excerpt(&"😀".repeat(61)), format!("{}…", "😀".repeat(60)));
        assert_eq!(excerpt(&"x".repeat(60)), "x".repeat(60));
    }
}
