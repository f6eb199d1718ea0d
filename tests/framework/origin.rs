//! What is the tool's own is not told as the framework's: where the source
//! gives a bare name the text says no more than the name, and what speaks to
//! the reader in the tool's voice stands in a field that is marked.

use serde_json::Value;

use crate::check;
use crate::data::{Field, fields, resources, set, text, topics};
use crate::source::{self, plain_words};
use crate::wording::says;

/// Resources of which the source gives a name and little else: the resource,
/// the line, and words of that line that the text may use beside the name.
#[rustfmt::skip]
const BARE: [(&str, usize, &str); 28] = [
    ("health-confidence-score", 382, "Health Confidence score"),
    ("ted-what-matters-to-me", 583, "a Ted Talk"),
    ("tpc-videos", 629, "video demonstrating TGROW approach to health coaching"),
    ("better-conversation", 635, "is a resource with a focus on health coaching"),
    ("rcn-supporting-behaviour-change", 699, "Stages of Change and Motivational interviewing"),
    ("motivational-interviewing-manual", 704, "Free sample modules from charged for Motivational Interviewing courses"),
    ("sw-social-prescribing-network", 738, "NHS England Regional Facilitator & South West Social Prescribing Network Chair"),
    ("future-nhs-social-prescribing", 743, "platform Social Prescribing workspace"),
    ("national-academy-for-social-prescribing", 748, "National Academy for Social Prescribing"),
    ("dementia-friends", 822, "Dementia Friends training online"),
    ("money-advice-service-debt", 836, "debt-and-borrowing"),
    ("citizens-advice-debt", 837, "debt-and-money"),
    ("healthier-you", 841, "Diabetes Prevention Programme, contact Diabetes"),
    ("ava-training", 850, "Trauma informed training around domestic abuse, alcohol etc"),
    ("homeless-link-understanding-homelessness", 884, "Understanding homelessness"),
    ("mental-health-first-aid", 920, "half day / two day training"),
    ("e-lfh-escape-pain", 954, "using education and exercise to support people with chronic joint pain"),
    ("sasp", 962, "Somerset Sports & Activity Partnership"),
    ("sasp-health-walks", 972, "Health Walks"),
    ("flexercise", 974, "Flexercise"),
    ("person-centred-approaches-framework", 1114, "a core skills education and training framework"),
    ("care-navigation-framework", 1128, "A Competency Framework"),
    ("link-worker-competency-framework-northumbria", 1131, "Link Worker Competency Framework"),
    ("maternity-support-worker-framework", 1135, "Competency, Education and Career Development Framework"),
    ("level-3-certificate-in-social-prescribing", 1138, "Level 3 Certificate in Social Prescribing"),
    ("link-worker-welcome-pack", 1145, "Welcome and induction pack for link workers in PCNs"),
    ("social-prescribing-summary-guide", 1147, "Social prescribing and community support summary guide"),
    ("social-prescribing-handout", 1171, "Social prescribing handout for Primary care staff"),
];

/// Words that say what kind of thing it is, where it is listed or that it is
/// joined to something, and nothing of what is in it.
const NEUTRAL: &str = "2021 about address also another approach classes contact days document documents \
     draft eighth eleventh fifth first framework guide half its kind lead level linked lists \
     listed local long lasting march named national networks officer online outcome page pages \
     paid paper people person primary care published reading recorded region register related \
     reviewed role second seventh shared shows sixth subjects talk that thirteenth through tool \
     training twelfth video website what which with become covers effects keeps mind help chair \
     communities";

/// The start of a word, so that “prescribe” is known by “prescribing”.
fn stem(word: &str) -> &str {
    word.char_indices()
        .nth(5)
        .map_or(word, |(end, _)| &word[..end])
}

fn says_more_than_its_name(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for (id, line, said) in BARE {
        let Some(it) = resources(data).find(|it| text(it, "id") == id) else {
            complaints.push(format!("{id} is not there"));
            continue;
        };
        let name = [text(it, "title"), text(it, "provider"), said, NEUTRAL].join(" ");
        let known: Vec<String> = plain_words(&name);
        let added: Vec<String> = plain_words(text(it, "text"))
            .into_iter()
            .filter(|word| word.len() > 3)
            .filter(|word| !known.iter().any(|known| stem(known) == stem(word)))
            .collect();
        if !added.is_empty() {
            complaints.push(format!(
                "{id}: line {line} has a name only, and the text adds “{}”: put it in `own`",
                added.join(", ")
            ));
        }
    }
    complaints
}

#[test]
fn a_bare_name_is_told_as_a_bare_name() {
    check(
        says_more_than_its_name,
        &[
            (
                "what the tool makes of a title",
                |d| {
                    set(
                        d,
                        "resources.level-1.ted-what-matters-to-me.text",
                        "A recorded talk. It treats what matters as a vital sign, like a pulse.",
                    );
                },
                "ted-what-matters-to-me: line 583",
            ),
            (
                "praise for an organisation",
                |d| {
                    set(
                        d,
                        "resources.level-3.national-academy-for-social-prescribing.text",
                        "The leading body for social prescribing.",
                    );
                },
                "the text adds “leading, body”",
            ),
        ],
    );
}

#[test]
fn the_bare_names_stand_in_the_lines_given() {
    let Some(text) = source::read("the lines of the source that give a bare name") else {
        return;
    };
    let lines: Vec<&str> = text.lines().collect();
    let astray: Vec<String> = BARE
        .iter()
        .filter(|(_, line, said)| !lines[line - 1].contains(said))
        .map(|(id, line, said)| format!("{id}: line {line} does not say “{said}”"))
        .collect();
    assert!(!lines[0].contains(BARE[0].2), "every line says everything");
    assert!(astray.is_empty(), "\n- {}\n", astray.join("\n- "));
}

/// What only the tool says: of itself, to the reader, or to explain a word.
const OUR_VOICE: [&str; 13] = [
    "this tool",
    "this page",
    "which means",
    "commonly",
    "ask your",
    "you can tell",
    "look here",
    "is a way of talking",
    "a final national version",
    "no legal advice",
    "not about treatment",
    "practice is what counts",
    "goes on for as long as",
];

/// The fields that are told as the framework's, unless their item is the tool's.
const TOLD: [&str; 3] = ["text", "about", "met_when"];

/// Every field that belongs to an item whose origin is the tool.
fn is_the_tools(data: &Value, field: &Field) -> bool {
    let item = |steps: &[&str]| {
        let mut value = data;
        for step in steps {
            value = match value {
                Value::Array(list) => {
                    let by_id = list.iter().find(|it| it["id"] == **step);
                    match by_id.or_else(|| list.get(step.parse::<usize>().ok()?)) {
                        Some(value) => value,
                        None => return None,
                    }
                }
                other => &other[*step],
            };
        }
        Some(value)
    };
    let steps: Vec<&str> = field.place.split('.').collect();
    (0..steps.len()).any(|end| {
        item(&steps[..end]).is_some_and(|it| {
            it["origin"] == "tool" || (field.name == "met_when" && it["met_when_origin"] == "tool")
        })
    })
}

fn unmarked(data: &Value) -> Vec<String> {
    fields(data)
        .iter()
        .filter(|field| TOLD.contains(&field.name))
        .filter_map(|field| {
            let words = plain_words(field.text).join(" ");
            let ours = OUR_VOICE.iter().find(|ours| says(&words, ours))?;
            (!is_the_tools(data, field)).then(|| {
                format!(
                    "{}: “{ours}” is the tool speaking, and not marked",
                    field.place
                )
            })
        })
        .collect()
}

#[test]
fn where_the_tool_speaks_it_is_marked() {
    check(
        unmarked,
        &[
            (
                "in a section",
                |d| {
                    set(
                        d,
                        "sections.key-conditions.text.0",
                        "It is about support, and not about treatment.",
                    );
                },
                "sections.key-conditions.text.0",
            ),
            (
                "in a resource",
                |d| {
                    set(
                        d,
                        "resources.level-2.bmj-motivational-interviewing.text",
                        "It is a way of talking that helps.",
                    );
                },
                "bmj-motivational-interviewing.text",
            ),
            (
                "in a role",
                |d| {
                    set(d, "roles.other-role.text.1", "The levels are this tool’s.");
                    set(d, "roles.other-role.text.0", "Of this tool it is.");
                },
                "roles.other-role.text.0",
            ),
            (
                "in what meets a requirement",
                |d| {
                    set(
                        d,
                        "roles.care-coordinator.requirements.coordinator-des-b.met_when_origin",
                        "framework",
                    );
                },
                "coordinator-des-b.met_when",
            ),
            (
                "in a topic of the framework’s",
                |d| {
                    set(
                        d,
                        "topics.level-1-skills.level-1-skills/empathy.text",
                        "It is empathy, which means feeling with someone.",
                    );
                },
                "level-1-skills/empathy.text",
            ),
        ],
    );
}

/// `own` is what is added to the framework's words; where all words are the
/// tool's there is nothing to add to.
fn added_to_nothing(data: &Value) -> Vec<String> {
    topics(data)
        .filter(|it| it["origin"] == "tool" && !it["own"].is_null())
        .map(|it| format!("{}: all of it is the tool’s already", text(it, "id")))
        .collect()
}

#[test]
fn only_the_frameworks_words_are_added_to() {
    check(
        added_to_nothing,
        &[(
            "twice the tool’s",
            |d| {
                set(
                    d,
                    "topics.level-1-skills.level-1-skills/hello-my-name-is.own",
                    "Smile.",
                );
            },
            "hello-my-name-is: all of it",
        )],
    );
}
