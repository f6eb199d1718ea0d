//! The calendar and the spreadsheet, read back: whatever a worker wrote is
//! there, whole, and starts nothing.

use std::io::Write;
use std::process::{Command, Stdio};

use icalendar::parser::{Component, read_calendar, unfold};
use waymark::domain::dates::{Day, Moment, Month};
use waymark::domain::document::{
    ActionEdit, ActionStatus, ClockReading, Document, Experience, LearningHours, ProfileAnswer,
};
use waymark::domain::export::{
    COLUMNS, CalendarChoice, calendar, calendar_rows, has_events, rows, spreadsheet,
};
use waymark::domain::file::NOT_A_VERDICT;
use waymark::domain::framework::bundled;
use waymark::domain::ids::{ActionId, DocumentId};
use waymark::domain::plan;

/// Texts that break a careless writer, and how a reader must see them.
const EVIL: [(&str, &str); 14] = [
    ("Plain words", "Plain words"),
    (
        "commas, and; semicolons: colons",
        "commas, and; semicolons: colons",
    ),
    (
        "\"quoted\" and “quoted” and 'quoted'",
        "\"quoted\" and “quoted” and 'quoted'",
    ),
    ("two\nlines\n\nand a gap", "two\nlines\n\nand a gap"),
    (
        "Windows\r\nlines and a bare\rreturn",
        "Windows\nlines and a bare\nreturn",
    ),
    (
        "back\\slash, \\n is no line and neither is \\N",
        "back\\slash, \\n is no line and neither is \\N",
    ),
    ("👩‍👩‍👧 family, 👍🏽 thumb", "👩‍👩‍👧 family, 👍🏽 thumb"),
    ("نعم، شكراً \u{200f}عربي", "نعم، شكراً \u{200f}عربي"),
    ("BEGIN:VEVENT\nEND:VCALENDAR", "BEGIN:VEVENT\nEND:VCALENDAR"),
    (
        "=HYPERLINK(\"https://example.org\",\"x\")",
        "=HYPERLINK(\"https://example.org\",\"x\")",
    ),
    ("+44 1234", "+44 1234"),
    ("-1, @SUM(A1:A9)", "-1, @SUM(A1:A9)"),
    ("@here", "@here"),
    ("no \u{0}\u{7}\u{1b}bells", "no bells"),
];

fn at() -> ClockReading {
    ClockReading {
        now: Moment::parse("2026-11-23T14:05:09Z").expect("a moment"),
        today: Day::parse("2026-11-23").expect("a day"),
    }
}

/// A worker who wrote this note on an action of their own, to do in January.
fn worker(note: &str) -> Document {
    let mut document = Document::new(DocumentId::from("doc-5f2c")).expect("an id");
    let parts = [
        ActionEdit::Own(note.chars().take(150).collect()),
        ActionEdit::Notes(note.to_owned()),
        ActionEdit::Month(Month::parse("2027-01")),
    ];
    for part in parts {
        document
            .change_action(&ActionId::from("own:7d1e"), part, at())
            .expect("a change");
    }
    document
}

fn rows_of(document: &Document) -> Vec<String> {
    let plan = plan::generate(bundled(), document, at().today);
    rows(&plan, document.id(), |_| "half a day".to_owned())
}

fn text_of(event: &Component, name: &str) -> String {
    let property = event.properties.iter().find(|it| it.name == name);
    property.map_or(String::new(), |it| it.val.to_string())
}

/// Reads events with the library's reader, whose code is not its writer's.
fn events<T>(text: &str, each: impl Fn(&Component) -> T) -> Vec<T> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let events = calendar.components.iter();
    events.filter(|it| it.name == "VEVENT").map(each).collect()
}

/// Reads a workbook with a reader that knows nothing of how it was written.
fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let script = "import io, json, sys, zipfile, xml.etree.ElementTree as tree
book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert book.testzip() is None
for name in book.namelist(): tree.fromstring(book.read(name))
main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
cell = lambda c: (c.get('t'), ''.join(t.text or '' for t in c.iter(main + 't')).replace('_x005F_', '_'))
print(json.dumps([[cell(c) for c in row.iter(main + 'c')] for row in sheet.iter(main + 'row')]))";
    let mut python = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut stdin = python.stdin.take().expect("its input");
    stdin.write_all(bytes).expect("it reads");
    drop(stdin);
    let read = python.wait_with_output().expect("it ends");
    let rows: Vec<Vec<(String, String)>> =
        serde_json::from_slice(&read.stdout).expect("a workbook that opens");
    let text = |(kind, text): (String, String)| {
        assert_eq!(kind, "inlineStr", "a cell that is no text");
        text
    };
    rows.into_iter()
        .map(|row| row.into_iter().map(text).collect())
        .collect()
}

#[test]
fn the_calendar_has_what_was_written() {
    for (written, read) in EVIL {
        let text = calendar(&rows_of(&worker(written)), at().now, at().today);
        let own = "own:7d1e-";
        let found = events(&text, |event| {
            [
                "UID",
                "SUMMARY",
                "DESCRIPTION",
                "DTSTART",
                "DTEND",
                "DTSTAMP",
                "CLASS",
            ]
            .map(|name| text_of(event, name))
        });
        let found: Vec<_> = found.iter().filter(|it| it[0].starts_with(own)).collect();
        assert_eq!(found.len(), 1, "{written:?}: {text}");
        let [_, summary, description, start, end, stamp, class] = found[0];
        assert_eq!(*summary, format!("Waymark: {read}"), "{text}");
        let note = format!("Notes: {read}");
        assert!(description.contains(&note), "{written:?}: {description:?}");
        let rest = [start, end, stamp, class].map(String::as_str);
        assert_eq!(
            rest,
            ["20270101", "20270102", "20261123T140509Z", "PRIVATE"]
        );
    }
}

#[test]
fn a_suggested_month_says_so_in_both() {
    let mut document = worker("");
    for answer in [
        ProfileAnswer::HoursAMonth(Some(LearningHours::Known(6))),
        ProfileAnswer::Experience(Some(Experience::JustStarting)),
    ] {
        document.set_profile(answer, at()).expect("an answer");
    }
    let rows = rows_of(&document);
    let column = |name: &str| COLUMNS.iter().position(|it| *it == name).expect(name);
    let (mut suggested, mut chosen) = (0, 0);
    for row in rows.chunks(COLUMNS.len()) {
        let by = row[column("Month chosen by")].as_str();
        assert_eq!(row[column("Month")].is_empty(), by.is_empty(), "{row:?}");
        suggested += usize::from(by == "suggested by the tool");
        chosen += usize::from(by == "you");
    }
    assert!(suggested > 3, "{suggested}");
    assert_eq!(chosen, 1);
    let text = calendar(&rows, at().now, at().today);
    let said = events(&text, |event| {
        let (summary, why) = (text_of(event, "SUMMARY"), text_of(event, "DESCRIPTION"));
        (
            summary.ends_with(" (month suggested)"),
            why.contains("is this tool’s suggestion"),
        )
    });
    assert_eq!(
        said.iter().filter(|it| **it == (true, true)).count(),
        suggested
    );
    assert_eq!(
        said.iter().filter(|it| **it == (false, false)).count(),
        chosen
    );
    // What time has overtaken asks, and is not moved.
    let later = Day::new(2027, 6, 1).expect("a day");
    let text = calendar(&rows, at().now, later);
    let asks = events(&text, |event| {
        text_of(event, "DESCRIPTION").contains("that month is past")
    });
    let months = rows.chunks(COLUMNS.len()).map(|row| &row[column("Month")]);
    let past = months.filter(|it| !it.is_empty() && it.as_str() < "2027-06");
    assert_eq!(asks.iter().filter(|asks| **asks).count(), past.count());
}

#[test]
fn the_calendar_keeps_to_the_letter_of_the_standard() {
    for (written, _) in EVIL {
        let text = calendar(&rows_of(&worker(written)), at().now, at().today);
        assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        for line in [
            "VERSION:2.0",
            "PRODID:-//Waymark//Training plan//EN",
            "DTSTART;VALUE=DATE:20270101",
        ] {
            assert!(text.split("\r\n").any(|it| it == line), "no {line}: {text}");
        }
        assert!(
            text.contains("X-WR-CALDESC:A self-assessment for development"),
            "{text}"
        );
    }
}

#[test]
fn the_same_action_has_the_same_id_in_every_file() {
    let ids = |document: &Document, today: &str| {
        let today = Day::parse(today).expect("a day");
        let plan = plan::generate(bundled(), document, today);
        let text = calendar(
            &rows(&plan, document.id(), |_| String::new()),
            at().now,
            today,
        );
        let own = events(&text, |event| text_of(event, "UID"));
        own.into_iter()
            .find(|id| id.starts_with("own:"))
            .expect("an event")
    };
    let mut document = worker("Plain words");
    let first = ids(&document, "2026-11-23");
    assert!(!first.contains("doc-5f2c"), "{first} names the document");
    let moved = ActionEdit::Month(Month::parse("2027-03"));
    document
        .change_action(&"own:7d1e".into(), moved, at())
        .expect("a month");
    assert_eq!(ids(&document, "2026-12-24"), first);
    document.adopt(DocumentId::from("somebody-else")).ok();
    let mut other = Document::new(DocumentId::from("somebody-else")).expect("an id");
    for part in [
        ActionEdit::Own("Mine".into()),
        ActionEdit::Month(Month::parse("2027-01")),
    ] {
        other
            .change_action(&"own:7d1e".into(), part, at())
            .expect("a change");
    }
    assert_ne!(ids(&other, "2026-11-23"), first);
}

#[test]
fn an_event_for_what_has_a_month_and_is_not_done() {
    let check = |status: Option<ActionStatus>, month: &str, start: Option<&str>| {
        let mut document = worker("Plain words");
        for part in [
            ActionEdit::Status(status),
            ActionEdit::Month(Month::parse(month)),
        ] {
            document
                .change_action(&"own:7d1e".into(), part, at())
                .expect("a change");
        }
        let mut rows = rows_of(&document);
        // The others have months the tool suggests.
        rows = rows
            .chunks(COLUMNS.len())
            .filter(|row| row[0].starts_with("own:"))
            .flatten()
            .cloned()
            .collect();
        assert_eq!(has_events(&rows), start.is_some(), "{status:?} {month}");
        let text = calendar(&rows, at().now, at().today);
        let found = events(&text, |event| text_of(event, "DTSTART"));
        assert_eq!(
            found.first().map(String::as_str),
            start,
            "{status:?} {month}"
        );
    };
    check(None, "2027-01", Some("20270101"));
    check(Some(ActionStatus::Doing), "2027-01", Some("20270101"));
    check(Some(ActionStatus::Done), "2027-01", None);
    // Its first day has passed: today.
    check(None, "2026-11", Some("20261123"));
    check(None, "2026-02", Some("20261123"));
    check(None, "9999-12", Some("99991201"));
}

/// The calendar file of a document, and the ids it has entries for.
fn calendar_of(document: &Document, suggested: bool, when: &str) -> (String, Vec<ActionId>) {
    let now = Moment::parse(when).expect("a moment");
    let plan = plan::generate(bundled(), document, now.utc_day());
    let earlier: Vec<_> = document.in_calendar().cloned().collect();
    let choice = CalendarChoice {
        suggested,
        review: document.profile().next_review.get().copied(),
    };
    let rows = rows(&plan, document.id(), |_| String::new());
    let (rows, ids) = calendar_rows(rows, document.id(), &earlier, choice);
    (calendar(&rows, now, now.utc_day()), ids)
}

fn starting() -> Document {
    let mut document = worker("Plain words");
    for answer in [
        ProfileAnswer::HoursAMonth(Some(LearningHours::Known(6))),
        ProfileAnswer::Experience(Some(Experience::JustStarting)),
        ProfileAnswer::NextReview(Day::parse("2027-02-10")),
    ] {
        document.set_profile(answer, at()).expect("an answer");
    }
    document
}

#[test]
fn suggested_months_only_where_they_were_asked_for() {
    let document = starting();
    let titles = |suggested| {
        let (text, _) = calendar_of(&document, suggested, "2026-11-23T14:05:09Z");
        events(&text, |event| text_of(event, "SUMMARY"))
    };
    let few = titles(false);
    assert_eq!(
        few,
        ["Waymark: Plain words", "Waymark: review with my supervisor"]
    );
    let all = titles(true);
    assert!(all.len() > 5, "{all:?}");
    assert!(
        all.iter().all(|title| title.starts_with("Waymark: ")),
        "{all:?}"
    );
    let suggested = all.iter().filter(|it| it.ends_with(" (month suggested)"));
    assert_eq!(suggested.count(), all.len() - 2);
}

#[test]
fn the_review_stands_on_its_day() {
    let check = |when: &str, start: &str| {
        let (text, _) = calendar_of(&starting(), false, when);
        let days = events(&text, |event| {
            (text_of(event, "UID"), text_of(event, "DTSTART"))
        });
        let review = days.iter().find(|(id, _)| id.starts_with("review-"));
        assert_eq!(review.map(|it| it.1.as_str()), Some(start), "{when}");
    };
    check("2026-11-23T14:05:09Z", "20270210");
    // Never in the past.
    check("2027-03-01T09:00:00Z", "20270301");
}

#[test]
fn the_next_file_moves_and_cancels_and_never_doubles() {
    let mut document = starting();
    let (first, ids) = calendar_of(&document, true, "2026-11-23T14:05:09Z");
    for id in &ids {
        document.note_in_calendar(id, at()).expect("room");
    }
    let of = |text: &str| {
        events(text, |event| {
            ["UID", "STATUS", "SEQUENCE", "LAST-MODIFIED"].map(|name| text_of(event, name))
        })
    };
    let first = of(&first);
    assert!(first.iter().all(|event| event[1].is_empty()), "{first:?}");
    // Done, moved, and suggestions no longer wanted.
    let done = ActionEdit::Status(Some(ActionStatus::Done));
    document
        .change_action(&"own:7d1e".into(), done, at())
        .expect("a change");
    let (text, now) = calendar_of(&document, false, "2026-11-24T08:00:00Z");
    let second = of(&text);
    let mut both: Vec<_> = second.iter().map(|event| event[0].as_str()).collect();
    both.sort_unstable();
    both.dedup();
    assert_eq!(both.len(), second.len(), "one is there twice");
    assert_eq!(now, [ActionId::from("review")]);
    assert_eq!(second.len(), first.len());
    for [id, status, sequence, modified] in &second {
        let wanted = if id.starts_with("review-") {
            ""
        } else {
            "CANCELLED"
        };
        assert_eq!(status, wanted, "{id}");
        let before = first
            .iter()
            .find(|event| event[0] == *id)
            .expect("the same id");
        let number = |text: &str| text.parse::<u32>().expect("a number");
        assert!(number(sequence) > number(&before[2]), "{id}");
        assert_eq!(modified, "20261124T080000Z");
    }
}

#[test]
fn no_line_of_any_length_is_folded_too_late() {
    for letter in ["x", "é", "न", "👍", "\\", ",", "\n"] {
        for length in 1..100 {
            let document = worker(&letter.repeat(length));
            let own: Vec<_> = rows_of(&document)
                .chunks(COLUMNS.len())
                .filter(|row| row[0].starts_with("own:"))
                .flatten()
                .cloned()
                .collect();
            let text = calendar(&own, at().now, at().today);
            for line in text.split_terminator("\r\n") {
                assert!(line.len() <= 75, "{} bytes: {line}", line.len());
            }
        }
    }
}

#[test]
fn the_spreadsheet_has_what_was_written() {
    // What other programs take for a number, a day, a formula or a code.
    let looks = [
        "07700900123",
        "00123",
        "1e5",
        "3/4",
        "- ring Ann",
        "=1+1",
        "+44 1823",
        "@home",
        "TRUE",
        "_x0041_ and <b>&amp;</b>",
    ];
    let looks = looks.iter().map(|text| (*text, *text));
    for (written, read) in EVIL.iter().copied().chain(looks) {
        let table = table(&spreadsheet(&rows_of(&worker(written))));
        let (head, rows) = table.split_first().expect("a line of names");
        assert_eq!(head, &COLUMNS[1..]);
        let column = |name: &str| head.iter().position(|it| it == name).expect(name);
        let row = rows.iter().find(|row| row[column("Action")] == read);
        let row = row.unwrap_or_else(|| panic!("{written:?}: {table:?}"));
        assert_eq!(row[column("Notes")], read);
        assert_eq!(row[column("Month")], "2027-01");
        assert_eq!(row[column("Status")], "to do");
        let last = rows.last().expect("a last line");
        assert_eq!(last[column("Action")], NOT_A_VERDICT);
    }
}

#[test]
fn no_cell_has_more_than_a_spreadsheet_takes() {
    let long = "é😀".repeat(20_000);
    let table = table(&spreadsheet(&vec![long; COLUMNS.len()]));
    assert_eq!(table[1][0].encode_utf16().count(), 32_767);
}

#[test]
fn no_action_put_aside_is_in_either() {
    let mut document = worker("Plain words");
    let aside = ActionEdit::Dismissed(Some("Not this year".into()));
    document
        .change_action(&"own:7d1e".into(), aside, at())
        .expect("a change");
    let rows = rows_of(&document);
    assert!(
        !rows.iter().any(|text| text.starts_with("own:")),
        "{rows:?}"
    );
}
