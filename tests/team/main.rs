//! Many made-up plan files, read as `#/team` reads them, and counted again.

mod counting;
mod made_up;
mod recount;

use std::collections::BTreeSet;

use counting::same;
use made_up::{Chance, MadeUp, review, team};
use waymark::app::team::{COLUMNS, FilesRead, PEOPLE, TeamFile, choices, rows, shown};
use waymark::domain::export::workbook;
use waymark::domain::file::KnownIds;
use waymark::domain::framework::bundled;
use waymark::domain::team::{Count, Figures, Known, SmallestGroup};

const SEED: u64 = 17;

fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> FilesRead {
    let known = KnownIds::of(bundled());
    let mut read = FilesRead::default();
    for (name, bytes) in files {
        let file = TeamFile::Read {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        };
        read.take(file, &known, bundled());
    }
    read
}

fn read_plans(files: &[String]) -> FilesRead {
    read(files.iter().map(|it| ("plan.json", it.as_bytes())))
}

fn figures(read: &FilesRead) -> Figures {
    let smallest = SmallestGroup::default();
    read.figures(bundled(), smallest).expect("enough people")
}

#[test]
fn the_order_of_the_files_makes_no_difference() {
    let mut files = team(SEED, 12);
    let mut chance = Chance(5);
    let mut person = MadeUp::new(&mut chance);
    files.push(person.plan());
    person.later(&mut chance);
    files.push(person.plan());
    let read = read_plans(&files);
    let expected = figures(&read);
    assert_eq!(expected.people, 13);
    for turn in 1..files.len() {
        files.rotate_left(1);
        files.swap(0, turn);
        assert_eq!(figures(&read_plans(&files)), expected);
    }
}

#[test]
fn a_newer_file_of_the_same_plan_counts_once() {
    let mut chance = Chance(3);
    let mut person = MadeUp::new(&mut chance);
    let older = person.plan();
    person.later(&mut chance);
    let newer = person.plan();
    let mut files = team(SEED, 5);
    let five = figures(&read_plans(&files));
    files.extend([older.clone(), newer]);
    let six = read_plans(&files);
    assert_eq!((five.people, figures(&six).people), (5, 6));
    let said = six.not_counted();
    assert_eq!(said.len(), 1);
    assert_eq!(
        said[0].sentence,
        "“plan.json” is not counted: there is a newer file of the same plan."
    );
    // The very same bytes.
    files.push(older);
    let read = read_plans(&files);
    assert_eq!((figures(&read).people, read.count()), (6, 8));
    assert!(
        read.not_counted()[0]
            .sentence
            .contains("the very same file")
    );
}

#[test]
fn two_files_of_one_day_count_once_and_it_is_said() {
    let mut chance = Chance(3);
    let mut person = MadeUp::new(&mut chance);
    let one = person.plan();
    person
        .ticks
        .push(waymark::domain::file::ShareOption::Features);
    person
        .document
        .set_profile(
            waymark::domain::document::ProfileAnswer::Role(Some("other-role".into())),
            made_up::at(person.day),
        )
        .expect("an answer");
    let other = person.plan();
    assert_ne!(one, other);
    let mut files = team(SEED, 5);
    files.extend([one, other]);
    let read = read_plans(&files);
    assert_eq!(figures(&read).people, 6);
    let said = read.not_counted();
    assert!(said[0].sentence.contains("cannot be told"), "{said:?}");
}

#[test]
fn what_is_no_plan_is_named_with_why() {
    let files = team(SEED, 6);
    let backup = MadeUp::new(&mut Chance(9)).backup();
    let newer = files[0].replacen("\"version\": 1", "\"version\": 2", 1);
    let mut large = vec![b' '; 8 * 1024 * 1024 + 1];
    large[0] = b'{';
    let photograph = b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01 and so on";
    let mut mixed: Vec<(&str, &[u8])> = files
        .iter()
        .map(|it| ("plan.json", it.as_bytes()))
        .collect();
    let no_review = &review(&mut Chance(1), "another plan");
    mixed.extend([
        ("backup.json", backup.as_bytes()),
        ("newer.json", newer.as_bytes()),
        ("large.json", &large[..]),
        ("photo.json", &photograph[..]),
        ("other.json", br#"{"name": "something else"}"#),
        ("list.json", b"[1, 2, 3]"),
        ("empty.json", b""),
        ("broken.json", &files[0].as_bytes()[..200]),
        ("review.json", no_review.as_bytes()),
    ]);
    let read = read(mixed);
    assert_eq!(figures(&read).people, 6);
    let said: Vec<(String, String)> = read
        .not_counted()
        .into_iter()
        .map(|it| (it.file, it.sentence))
        .collect();
    let expected = [
        ("backup.json", "holds more than was chosen for sharing"),
        ("broken.json", "was not opened"),
        ("empty.json", "was not opened"),
        ("large.json", "was not opened"),
        ("list.json", "It comes from another program."),
        (
            "newer.json",
            "It was saved by a newer version of this page.",
        ),
        ("other.json", "It comes from another program."),
        ("photo.json", "was not opened"),
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for ((file, sentence), (name, why)) in said.iter().zip(expected) {
        assert_eq!(file, name);
        assert!(
            sentence.contains(why) && sentence.contains(name),
            "{sentence}"
        );
    }
    assert_eq!(
        read.summary(),
        "15 files were read: 6 plans are counted; 1 file has what a reader said of a plan (of which 1 is of no plan counted here, and left out); 8 files are not counted."
    );
}

#[test]
fn what_readers_saw_is_counted_beside_the_plan_it_is_of() {
    let plans = team(SEED, 40);
    let mut chance = Chance(8);
    let reviews: Vec<String> = plans[..25]
        .iter()
        .map(|it| review(&mut chance, it))
        .collect();
    // What came first makes no difference.
    let mut read_first = reviews.clone();
    read_first.extend(plans.iter().cloned());
    let mut read_last = plans.clone();
    read_last.extend(reviews.iter().cloned());
    let (first, last) = (read_plans(&read_first), read_plans(&read_last));
    assert_eq!(figures(&first), figures(&last));
    let told = figures(&first);
    assert_eq!(told.views, Known::Of(25));
    for (competency, scores) in bundled().competencies.iter().zip(&told.competencies) {
        let mut plain = [0; 7];
        for review in &reviews {
            let review: serde_json::Value = serde_json::from_str(review).expect("JSON");
            let said = &review["ratings"][competency.id.as_str()]["score"];
            plain[said.as_u64().map_or(0, |score| score as usize + 1)] += 1;
        }
        same(&scores.views, &plain, competency.title);
    }
    // Too few to tell anything.
    let few = read_plans(&[plans, reviews[..4].to_vec()].concat());
    assert_eq!(figures(&few).views, Known::TooFew);
    assert!(
        figures(&few)
            .competencies
            .iter()
            .all(|it| it.views.is_empty())
    );
}

#[test]
fn nobody_is_named_and_no_number_is_below_five() {
    for (seed, people) in [(1, 5), (2, 9), (3, 17), (4, 40), (5, 160)] {
        let read = read_plans(&team(seed, people));
        let figures = figures(&read);
        let texts = rows(bundled(), &figures);
        assert_eq!(texts.len() % COLUMNS.len(), 0);
        let mut lines = BTreeSet::new();
        for line in texts.chunks_exact(COLUMNS.len()) {
            if let Ok(people) = line[PEOPLE].parse::<usize>() {
                assert!(people == 0 || people >= 5, "{line:?}");
            }
            assert!(lines.insert(line), "told twice: {line:?}");
        }
        let mut all = texts.join("\n");
        for chosen in std::iter::once(None).chain((0..figures.groups.len()).map(Some)) {
            let page = shown(bundled(), &figures, chosen);
            all.push_str(&format!("{page:?}"));
            // Lists are keyed by their lines.
            for list in [
                &page.roles,
                &page.aims,
                &page.asked,
                &page.safety,
                &page.topics,
            ] {
                let titles: BTreeSet<&str> = list.iter().map(|it| it.title.as_str()).collect();
                assert_eq!(titles.len(), list.len());
            }
            for line in page.asked.iter().chain(&page.topics).chain(&page.safety) {
                let people = line
                    .words
                    .split(' ')
                    .next()
                    .and_then(|it| it.parse::<usize>().ok());
                assert!(people.is_none_or(|it| it >= 5), "{line:?}");
            }
        }
        assert!(!all.contains("Somebody Private"));
        assert!(!all.contains("plan.json"));
        // Each group can be looked at that is not everybody once more.
        let choices = choices(bundled(), &figures);
        let places: Vec<usize> = choices.iter().map(|it| it.place).collect();
        let smaller = |at: &usize| figures.groups[*at].people < figures.people;
        let wanted: Vec<usize> = (0..figures.groups.len()).filter(smaller).collect();
        assert_eq!(places, wanted);
    }
}

#[test]
fn a_spreadsheet_of_a_team_has_numbers_as_numbers_and_no_formula() {
    let columns = ["Thing", "People"];
    let texts = ["=1+1", "12", "@x", "fewer than 5"];
    let bytes = workbook("A & B", &columns, Some(1), &mut texts.into_iter());
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("<c r=\"B2\"><v>12</v></c>"));
    assert!(text.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>"));
    assert!(text.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">fewer than 5</t>"));
    assert!(text.contains("sheet name=\"A &amp; B\""));
    assert!(!text.contains("<f>"));
}

/// A folder as a workforce lead may have it, and the table of courses the page
/// makes of it: `scripts/query.py` asks the README's query the same.
#[test]
fn a_folder_for_the_query_gives_the_same_courses_when_read_again() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("team");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("plans")).expect("a folder");
    let mut chance = Chance(SEED);
    let mut files: Vec<(String, String)> = Vec::new();
    for at in 0..60 {
        let mut person = MadeUp::new(&mut chance);
        files.push((format!("waymark-plan-{at}.json"), person.plan()));
        if at % 10 == 0 {
            person.later(&mut chance);
            files.push((format!("waymark-plan-{at}-newer.json"), person.plan()));
        }
        if at == 1 {
            let backup = person.backup();
            files.push(("waymark-backup.json".to_owned(), backup));
        }
    }
    let view = review(&mut chance, &files[0].1);
    files.push(("waymark-review.json".to_owned(), view));
    files.push((
        "other.json".to_owned(),
        r#"{"name": "something else"}"#.to_owned(),
    ));
    for (name, text) in &files {
        std::fs::write(folder.join("plans").join(name), text).expect("a file");
    }
    let read = read(
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes())),
    );
    let figures = figures(&read);
    assert_eq!(figures.people, 60);
    let courses = figures.courses.iter().map(|course| {
        let resource = &bundled().resources[course.resource];
        let planned = match course.planned {
            Count::People(people) => Some(people),
            _ => None,
        };
        let helps = (course.helps_at_least > 0).then_some(course.helps_at_least);
        (planned.is_some() || helps.is_some())
            .then(|| serde_json::json!([resource.title, resource.provider, planned, helps]))
    });
    let courses: Vec<serde_json::Value> = courses.flatten().collect();
    assert!(courses.len() > 20, "{courses:?}");
    let text = serde_json::to_string(&courses).expect("JSON");
    std::fs::write(folder.join("courses.json"), text).expect("a file");
}
