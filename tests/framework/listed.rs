//! A link says no more than the source does: to a section only where the
//! source lists the resource for it, and by the tool's own view never to what
//! an employer alone can show.

use serde_json::{Value, json};

use crate::check;
use crate::data::{at_mut, list, push, resources, set, text, topics, words};
use crate::source;

/// Where the source lists a resource for a section: the resource, the section,
/// the part of it (empty for all of it), the line, and the words found there.
type Listing = (
    &'static str,
    &'static str,
    &'static str,
    usize,
    &'static str,
);

const VALUES: &str = "Values in personalised care";
const COMPONENTS: &str = "The six components of personalised care";

#[rustfmt::skip]
const LISTED: [Listing; 32] = [
    ("e-lfh-person-centred-approaches", "core-knowledge", VALUES, 483, "Person centred approaches"),
    ("pci-core-skills", "core-knowledge", VALUES, 494, "Core skills in personalised care"),
    ("sw-integrated-personal-care-videos", "core-knowledge", VALUES, 499, "SW Integrated Personal Care videos"),
    ("hello-my-name-is", "level-1-skills", "", 575, "Hello my name is"),
    ("what-matters-to-you-world", "level-1-skills", "", 578, "What matters to you?"),
    ("ihi-what-matters", "level-1-skills", "", 581, "IHI website"),
    ("ted-what-matters-to-me", "level-1-skills", "", 583, "What Matters to me – a new vital sign"),
    ("e-lfh-making-every-contact-count", "level-1-skills", "", 585, "Making Every Contact Count"),
    ("e-lfh-communicating-with-empathy", "level-1-skills", "", 591, "Communicating with empathy"),
    ("two-day-health-coaching-course", "level-1-skills", "", 600, "Two-day introductory Health coaching skills"),
    ("tpc-structuring-a-coaching-conversation", "level-1-skills", "", 627, "Structuring a health coaching conversation"),
    ("tpc-videos", "level-1-skills", "", 629, "video demonstrating TGROW"),
    ("better-conversation", "level-1-skills", "", 635, "betterconversation.co.uk"),
    ("four-day-health-coaching-programme", "level-2-skills", "", 663, "4 day accredited health coaching programme"),
    ("e-lfh-health-literacy", "level-2-skills", "", 668, "Health Literacy"),
    ("e-lfh-all-our-health", "level-2-skills", "", 673, "Health Promotion"),
    ("e-lfh-behaviour-change-literacy", "level-2-skills", "", 692, "Behaviour Change Literacy"),
    ("rcn-supporting-behaviour-change", "level-2-skills", "", 699, "Supporting behaviour change"),
    ("bmj-motivational-interviewing", "level-2-skills", "", 701, "Motivational interviewing (MI) in brief consultations"),
    ("motivational-interviewing-manual", "level-2-skills", "", 704, "Free sample modules"),
    ("e-lfh-population-wellbeing-portal", "level-2-skills", "", 706, "Population Wellbeing Portal"),
    ("local-supervision-and-learning-sets", "level-3-components", COMPONENTS, 734, "local and regional Action Learning Sets"),
    ("sw-social-prescribing-matters-forum", "level-3-components", COMPONENTS, 736, "SW Social Prescribing matters forum"),
    ("sw-social-prescribing-network", "level-3-components", COMPONENTS, 738, "South West Social Prescribing Network"),
    ("sw-personalised-care-webinars", "level-3-components", COMPONENTS, 741, "Social Prescribing Collaborative webinars"),
    ("future-nhs-social-prescribing", "level-3-components", COMPONENTS, 743, "Future NHS platform Social Prescribing workspace"),
    ("cempac", "level-3-components", COMPONENTS, 745, "Centre for Empowering Patients and Communities"),
    ("national-academy-for-social-prescribing", "level-3-components", COMPONENTS, 748, "National Academy for Social Prescribing"),
    ("pcn-reference-guide-technical-annex", "community-development", "", 1367, "NHSE/I reference guide"),
    ("pci-curriculum", "professional-practice", "", 1390, "drawn from the core"),
    ("pcn-reference-guide-technical-annex", "professional-practice", "", 1391, "NHSE/I Social Prescribing Reference Guide"),
    ("national-association-of-link-workers", "professional-practice", "", 1392, "Association of Link Worker’s Code of Practice"),
];

/// Section links that the source does not have, and those it has and we have not.
fn not_listed(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut seen = Vec::new();
    for resource in resources(data) {
        let id = text(resource, "id");
        for cover in list(resource, "covers") {
            let group = text(cover, "group");
            let Some(section) = cover["target"]["section"].as_str() else {
                if !group.is_empty() {
                    complaints.push(format!("{id}: only a section has the part “{group}”"));
                }
                continue;
            };
            if cover["origin"] != "framework" {
                complaints.push(format!("{id}: {section} is linked whole by the tool"));
            }
            let in_group = |topic: &&Value| {
                text(topic, "group") == group
                    && text(topic, "id").split('/').next() == Some(section)
            };
            if !group.is_empty() && topics(data).filter(in_group).count() == 0 {
                complaints.push(format!("{id}: {section} has no part “{group}”"));
            }
            seen.push((id, section, group));
        }
    }
    for row in &seen {
        if !LISTED.iter().any(|it| (it.0, it.1, it.2) == *row) {
            complaints.push(format!("{row:?}: the source does not list it there"));
        }
    }
    for (id, section, group, line, _) in LISTED {
        if !seen.contains(&(id, section, group)) {
            complaints.push(format!("line {line} lists {id} for {section} {group}"));
        }
    }
    complaints
}

const FORUM: &str = "resources.level-3.cempac.covers";

#[test]
fn a_section_is_linked_where_the_source_lists_the_resource_for_it() {
    check(
        not_listed,
        &[
            (
                "listed elsewhere",
                |d| {
                    push(
                        d,
                        FORUM,
                        json!({"target": {"section": "level-2-skills"}, "origin": "framework"}),
                    );
                },
                "\"level-2-skills\", \"\"): the source does not list it",
            ),
            (
                "all of a section for a part",
                |d| {
                    let cover = at_mut(d, FORUM)[0].as_object_mut();
                    cover.expect("a link").remove("group");
                },
                "\"level-3-components\", \"\"): the source does not list it",
            ),
            (
                "a part there is not",
                |d| set(d, &format!("{FORUM}.0.group"), "The rest"),
                "cempac: level-3-components has no part “The rest”",
            ),
            (
                "a part of a competency",
                |d| at_mut(d, &format!("{FORUM}.1"))["group"] = "The rest".into(),
                "cempac: only a section has the part",
            ),
            (
                "by the tool",
                |d| set(d, &format!("{FORUM}.0.origin"), "tool"),
                "cempac: level-3-components is linked whole by the tool",
            ),
        ],
    );
}

fn astray(source: &str, table: &[Listing]) -> Vec<String> {
    let lines: Vec<&str> = source.lines().collect();
    table
        .iter()
        .filter(|(_, _, _, line, words)| !lines[line - 1].contains(words))
        .map(|(id, _, _, line, words)| format!("{id}: line {line} does not say “{words}”"))
        .collect()
}

#[test]
fn the_lines_that_list_them_are_there() {
    let Some(text) = source::read("the lines of the source that list a resource for a section")
    else {
        return;
    };
    assert_eq!(
        astray(&text, &[("x", "", "", 483, "Core skills")]).len(),
        1,
        "a line that says something else was let through"
    );
    let complaints = astray(&text, &LISTED);
    assert!(complaints.is_empty(), "\n- {}\n", complaints.join("\n- "));
}

/// What only the employer, a professional or a peer at work can show.
const AT_WORK: [&str; 7] = [
    "local-induction/it-systems",
    "local-induction/supervision-and-appraisal",
    "local-induction/clinical-escalation",
    "local-induction/policies-and-procedures",
    "local-induction/referral-codes",
    "local-induction/online-directories",
    "legislation-and-policy/lone-working",
];

fn taught_from_afar(data: &Value) -> Vec<String> {
    let by_tool = |cover: &&Value| cover["origin"] == "tool";
    resources(data)
        .flat_map(|resource| {
            list(resource, "covers")
                .iter()
                .filter(by_tool)
                .map(|cover| (text(resource, "id"), text(&cover["target"], "topic")))
        })
        .filter(|(_, topic)| AT_WORK.contains(topic))
        .map(|(id, topic)| format!("{id}: {topic} is learned at work, and not from this"))
        .collect()
}

#[test]
fn what_is_the_employers_to_show_is_taught_by_no_resource() {
    check(
        taught_from_afar,
        &[(
            "e-learning on the employer’s own rules",
            |d| {
                push(
                    d,
                    FORUM,
                    json!({
                        "target": {"topic": "local-induction/policies-and-procedures"},
                        "origin": "tool",
                        "teaches": "health and safety"
                    }),
                );
            },
            "cempac: local-induction/policies-and-procedures is learned at work",
        )],
    );
}

/// Words that say nothing of what a resource is about.
const GENERIC: &str = "about care check choose counts framework from have health help helps here know learn \
     learning listed lists make more network other people person person’s skills some support \
     that their them they this used what when which with work your";

/// What the tool says a resource teaches, in no word that the resource has.
fn not_in_the_resource(data: &Value) -> Vec<String> {
    let generic = source::plain_words(GENERIC);
    let content = |text: &str| -> Vec<String> {
        let words = source::plain_words(text).into_iter();
        let words = words.filter(|word| word.len() > 3 && !generic.contains(word));
        words.map(|word| word.chars().take(5).collect()).collect()
    };
    let mut complaints = Vec::new();
    for resource in resources(data) {
        let mut said = words(resource, "parts");
        said.extend(["title", "provider", "text"].map(|field| text(resource, field)));
        let said = content(&said.join(" "));
        for cover in list(resource, "covers") {
            let teaches = text(cover, "teaches");
            let borne = content(teaches).iter().any(|word| said.contains(word));
            if cover["origin"] == "tool" && !borne {
                let id = text(resource, "id");
                complaints.push(format!("{id}: nothing in it says “{teaches}”"));
            }
        }
    }
    complaints
}

#[test]
fn what_the_tool_says_is_taught_stands_in_the_description() {
    check(
        not_in_the_resource,
        &[(
            "a skill that is not spoken of",
            |d| {
                push(
                    d,
                    "resources.level-1.e-lfh-communicating-with-empathy.covers",
                    json!({
                        "target": {"topic": "level-1-skills/body-language"},
                        "origin": "tool",
                        "teaches": "what your posture and face tell a person"
                    }),
                );
            },
            "e-lfh-communicating-with-empathy: nothing in it says “what your posture",
        )],
    );
}

/// How a title or a description says that something is an introduction.
const INTRODUCTION: [&str; 8] = [
    "introduction",
    "introductory",
    "introduces",
    "foundation",
    "foundations",
    "basics",
    "first look",
    "first step",
];

fn introductions(data: &Value) -> Vec<String> {
    resources(data)
        .filter_map(|resource| {
            let words = format!("{} {}", text(resource, "title"), text(resource, "text"));
            let words = source::plain_words(&words).join(" ");
            let says = INTRODUCTION
                .iter()
                .any(|word| crate::wording::says(&words, word));
            let id = text(resource, "id");
            match (says, resource["introductory"] == true) {
                (true, false) => Some(format!("{id} calls itself an introduction")),
                (false, true) => Some(format!("{id} does not call itself an introduction")),
                _ => None,
            }
        })
        .collect()
}

#[test]
fn an_introduction_is_marked_as_one() {
    check(
        introductions,
        &[
            (
                "one not marked",
                |d| at_mut(d, "resources.caseload.e-lfh-obesity")["introductory"] = false.into(),
                "e-lfh-obesity calls",
            ),
            (
                "one that is none",
                |d| at_mut(d, "resources.level-3.cempac")["introductory"] = true.into(),
                "cempac does not call",
            ),
        ],
    );
}
