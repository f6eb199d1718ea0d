//! The reading grade of the 36 statements and the 30 steps up (Flesch–Kincaid):
//! years of school.

use serde_json::Value;

use crate::check;
use crate::data::{list, set, text, words};

const MEDIAN: f64 = 7.0;
const HIGHEST: f64 = 9.0;

/// Compounds whose inner e is silent, and vowels that part where none of the
/// rules below says so.
const EXCEPTIONS: [(&str, usize); 8] = [
    ("sometimes", 2),
    ("something", 2),
    ("somewhere", 2),
    ("therefore", 2),
    ("idea", 3),
    ("ideas", 3),
    ("create", 2),
    ("quiet", 2),
];

fn is_vowel(c: char) -> bool {
    "aeiouy".contains(c)
}

/// The syllables of a word; a hyphen joins two.
fn syllables(word: &str) -> usize {
    word.split('-').map(syllables_of_part).sum()
}

/// Counted by groups of vowels.
fn syllables_of_part(word: &str) -> usize {
    let word = word.to_lowercase().replace(['’', '\''], "'");
    let word = word.strip_suffix("'s").unwrap_or(&word);
    if let Some((_, count)) = EXCEPTIONS.iter().find(|(known, _)| *known == word) {
        return *count;
    }
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |at: usize| letters.get(at).copied().is_some_and(is_vowel);
    let starts = |at: &usize| vowel(*at) && (*at == 0 || !vowel(at - 1));
    let mut count = (0..letters.len()).filter(starts).count();
    // Vowels side by side that are said apart: obv-i-ous, sit-u-ation, do-ing.
    for (at, pair) in letters.windows(2).enumerate() {
        let before = at.checked_sub(1).map(|i| letters[i]);
        count += match (before, pair[0], pair[1]) {
            (Some(b), 'i', 'a' | 'o' | 'u') if !"tscgx".contains(b) => 1,
            (Some(b), 'u', 'a') if !"qg".contains(b) => 1,
            _ => 0,
        };
    }
    let ends = |end: &str| word.ends_with(end);
    let back = |from_end: usize| letters.len().checked_sub(from_end).map(|i| letters[i]);
    if ends("ing") && back(4).is_some_and(is_vowel) {
        count += 1;
    }
    // A silent e: make, themselves, involved; not lit-tle, choic-es, need-ed.
    let after_consonant = |from_end| back(from_end).is_some_and(|c| !is_vowel(c));
    let said = if ends("e") {
        ends("le") && after_consonant(3)
    } else if ends("es") {
        back(3).is_some_and(|c| "scgxz".contains(c))
            || ends("ches")
            || ends("shes")
            || ends("les") && after_consonant(4)
    } else if ends("ed") {
        back(3).is_some_and(|c| "td".contains(c)) || ends("red") && after_consonant(4)
    } else {
        true
    };
    // After another vowel the e is of one group with it: see, tried, goes.
    let alone = after_consonant(if ends("e") { 2 } else { 3 });
    let silent = alone && !said;
    if silent && count > 1 {
        count -= 1;
    }
    count.max(1)
}

#[test]
fn the_syllable_counter_knows_these_words() {
    let table: [(usize, &str); 6] = [
        (
            1,
            "I a skill make made skills use help don’t quite through goals times tried they’re",
        ),
        (
            2,
            "people people’s centred someone sometimes little often support themselves choices \
             needed doing saying rapport setbacks aware problem wanted finer involved",
        ),
        (
            3,
            "encourage however suitable obvious different everyone example connection idea \
             opening important solution attention wellbeing",
        ),
        (
            4,
            "situation conversation autonomy competently information difficulties",
        ),
        (5, "opportunity decision-making"),
        (6, "responsibilities sustainability"),
    ];
    for (expected, words) in table {
        for word in words.split_whitespace() {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }
}

/// The Flesch–Kincaid grade of a text.
fn grade(text: &str) -> f64 {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || "’'-".contains(c)))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    let sentences = text
        .split_inclusive(['.', '!', '?'])
        .filter(|sentence| sentence.chars().any(char::is_alphanumeric))
        .count();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let per_sentence = words.len() as f64 / sentences.max(1) as f64;
    let per_word = syllables as f64 / words.len().max(1) as f64;
    0.39 * per_sentence + 11.8 * per_word - 15.59
}

#[test]
fn the_grade_is_that_of_the_formula() {
    // Six words, six syllables, one sentence; then ten words, twenty syllables.
    assert!((grade("The cat sat on the mat.") - (0.39 * 6.0 + 11.8 - 15.59)).abs() < 1e-9);
    let two = "Many people often support little children. Only very happy ladies.";
    assert!((grade(two) - (0.39 * 5.0 + 11.8 * 2.0 - 15.59)).abs() < 1e-9);
}

fn median(grades: &mut [f64]) -> f64 {
    grades.sort_by(f64::total_cmp);
    let middle = grades.len() / 2;
    if grades.len().is_multiple_of(2) {
        f64::midpoint(grades[middle - 1], grades[middle])
    } else {
        grades[middle]
    }
}

/// A text with its place.
type Placed = (String, String);

/// Every statement, by its competency and score.
fn statements(data: &Value) -> Vec<Placed> {
    list(data, "competencies")
        .iter()
        .flat_map(|competency| {
            let id = text(competency, "id");
            list(competency, "statements")
                .iter()
                .enumerate()
                .map(move |(score, statement)| {
                    (format!("{id} {score}"), text(statement, "text").to_owned())
                })
        })
        .collect()
}

/// Every step up as it is read: the things to do, and the one to watch for.
fn steps_up(data: &Value) -> Vec<Placed> {
    list(data, "steps-up")
        .iter()
        .map(|step| {
            let place = format!("{} from {}", text(step, "competency"), step["from"]);
            let mut said = words(step, "steps");
            said.push(text(step, "watch_for"));
            (place, said.join(" "))
        })
        .collect()
}

/// The middle of all grades, and the highest.
fn median_and_highest(texts: &[Placed]) -> (f64, f64) {
    let mut grades: Vec<f64> = texts.iter().map(|(_, text)| grade(text)).collect();
    let highest = grades.iter().copied().fold(f64::MIN, f64::max);
    (median(&mut grades), highest)
}

fn too_hard(texts: &[Placed]) -> Vec<String> {
    let mut complaints: Vec<String> = texts
        .iter()
        .map(|(place, text)| (place, grade(text), text))
        .filter(|(_, grade, _)| *grade > HIGHEST)
        .map(|(place, grade, text)| format!("{place}: grade {grade:.1}, above {HIGHEST}: {text}"))
        .collect();
    let (median, _) = median_and_highest(texts);
    if median > MEDIAN {
        complaints.push(format!("the median grade is {median:.1}, above {MEDIAN}"));
    }
    complaints
}

/// Shown with `cargo test --test framework grade -- --nocapture`.
#[test]
fn the_statements_can_be_read_at_twelve() {
    let (median, highest) = median_and_highest(&statements(crate::data::bundled_files()));
    println!("reading grade of the statements: median {median:.1}, highest {highest:.1}");
    check(
        |data| too_hard(&statements(data)),
        &[
            (
                "one hard statement",
                |d| {
                    set(
                        d,
                        "competencies.promoting-autonomy.statements.5.text",
                        "I discriminate subtly between situations and contexts, adjusting accordingly.",
                    );
                },
                "promoting-autonomy 5: grade",
            ),
            (
                "all a little hard",
                |d| {
                    for competency in crate::data::list_mut(&mut d["competencies"]) {
                        for score in 0..6 {
                            competency["statements"][score]["text"] =
                                "I adapt to the situation in ways that suit the person and I \
                                 encourage people."
                                    .into();
                        }
                    }
                },
                "the median grade is",
            ),
        ],
    );
}

/// Shown with `cargo test --test framework grade -- --nocapture`.
#[test]
fn the_steps_up_can_be_read_at_twelve() {
    let (median, highest) = median_and_highest(&steps_up(crate::data::bundled_files()));
    println!("reading grade of the steps up: median {median:.1}, highest {highest:.1}");
    check(
        |data| too_hard(&steps_up(data)),
        &[
            (
                "one that is hard by what it says to watch for",
                |d| {
                    set(
                        d,
                        "steps-up.7.watch_for",
                        "Notice opportunities to facilitate individuals’ intrinsically motivated \
                         decision-making capabilities, discriminating between contextual \
                         considerations and situational inconsistencies.",
                    );
                },
                "promoting-autonomy from 2: grade",
            ),
            (
                "all a little hard",
                |d| {
                    for step in crate::data::list_mut(&mut d["steps-up"]) {
                        step["steps"] = serde_json::json!([
                            "Adapt to the situation in ways that suit the person and encourage \
                             people."
                        ]);
                        step["watch_for"] =
                            "Notice the situation and how you adapt to it together.".into();
                    }
                },
                "the median grade is",
            ),
        ],
    );
}
