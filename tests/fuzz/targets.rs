//! What must hold. Each panics where it does not, and says whether the bytes
//! could be opened.

use waymark::app::plan_page::shown;
use waymark::app::review::{reviews, side_by_side};
use waymark::domain::dates::{Day, Moment};
use waymark::domain::document::{ClockReading, Document};
use waymark::domain::file::{
    AnyFile, FrameworkName, Header, KnownIds, OpenedFile, OpenedReview, Prefer, Purpose,
    ShareOption, WrittenPlan, decode_any, encode, encode_review, reconcile,
};
use waymark::domain::framework::bundled;
use waymark::domain::ids::ActionId;
use waymark::domain::local;
use waymark::domain::plan;

use crate::seeds::BETWEEN;

/// A target: its name, and what holds of any bytes.
pub type Target = (&'static str, fn(&[u8]) -> bool);

pub const ALL: [Target; 5] = [
    ("decode", decode),
    ("merge", merge),
    ("review", review),
    ("pack", pack),
    ("generate", generate),
];

/// The target that `WAYMARK_FUZZ` names.
#[cfg(fuzzing)]
pub fn chosen() -> Target {
    static CHOSEN: std::sync::OnceLock<Target> = std::sync::OnceLock::new();
    *CHOSEN.get_or_init(|| {
        let name = std::env::var("WAYMARK_FUZZ").expect("WAYMARK_FUZZ names a target");
        let found = ALL.into_iter().find(|(it, _)| *it == name);
        found.expect("WAYMARK_FUZZ names a target there is")
    })
}

fn at() -> ClockReading {
    let now = Moment::parse("2026-11-25T10:00:00Z").expect("a moment");
    ClockReading {
        now,
        today: now.utc_day(),
    }
}

fn header() -> Header {
    Header {
        created: at().now,
        app: "waymark".to_owned(),
        framework: FrameworkName::of(bundled()),
    }
}

fn known() -> &'static KnownIds {
    static KNOWN: std::sync::OnceLock<KnownIds> = std::sync::OnceLock::new();
    KNOWN.get_or_init(|| KnownIds::of(bundled()))
}

/// Opens bytes; a refusal and a remark are sentences.
fn open(bytes: &[u8]) -> Option<AnyFile> {
    let opened = decode_any(bytes, known());
    if let Err(refusal) = &opened {
        assert!(refusal.sentence("x").ends_with('.'));
    }
    let opened = opened.ok()?;
    let remarks = match &opened {
        AnyFile::Document(opened) => &opened.remarks,
        AnyFile::Review(opened) => &opened.remarks,
    };
    for remark in remarks {
        assert!(remark.sentence("x").ends_with('.'));
    }
    Some(opened)
}

fn open_document(bytes: &[u8]) -> Option<OpenedFile> {
    match open(bytes)? {
        AnyFile::Document(opened) => Some(*opened),
        AnyFile::Review(_) => None,
    }
}

/// What is stored of a document, and its backup, open again and are the same.
fn is_kept(document: &Document) {
    for purpose in [Purpose::Stored, Purpose::Backup] {
        let text = encode(document, purpose, &header(), &WrittenPlan::default());
        let again = open_document(text.as_bytes()).expect("what is written opens again");
        assert_eq!(&again.document, document);
    }
}

/// A file that opens is kept, and its plan can be shared.
fn decode(bytes: &[u8]) -> bool {
    match open(bytes) {
        Some(AnyFile::Document(opened)) => {
            is_kept(&opened.document);
            let everything = Purpose::Plan(&ShareOption::ALL);
            let plan = encode(&opened.document, everything, &header(), &opened.plan);
            assert!(open_document(plan.as_bytes()).is_some());
            true
        }
        Some(AnyFile::Review(opened)) => {
            is_written_again(&opened);
            true
        }
        None => false,
    }
}

/// Two documents together are the same whichever comes first, and nothing more
/// comes of it the second time. A third is what both began from.
fn merge(bytes: &[u8]) -> bool {
    let mut files = bytes.split(|byte| *byte == BETWEEN);
    let mut next = || {
        files
            .next()
            .and_then(open_document)
            .map(|opened| opened.document)
    };
    let (Some(one), Some(other)) = (next(), next()) else {
        return false;
    };
    let together = |a: &Document, b: &Document| waymark::domain::file::merge(a, b, at().now);
    if let (Ok(merged), Ok(turned)) = (together(&one, &other), together(&other, &one)) {
        assert_eq!(merged.document, turned.document);
        is_kept(&merged.document);
        if let Ok(again) = together(&merged.document, &other) {
            assert_eq!(again.document, merged.document);
        }
    }
    let base = next().unwrap_or_default();
    for prefer in [Prefer::Mine, Prefer::Theirs] {
        if let Ok(both) = reconcile(&base, &one, &other, prefer) {
            is_kept(&both.document);
        }
        if let Ok(same) = reconcile(&base, &one, &one, prefer) {
            assert!(same.conflicts.is_empty(), "{:?}", same.conflicts);
        }
    }
    true
}

fn is_written_again(opened: &OpenedReview) {
    for stored in [true, false] {
        let text = encode_review(&opened.id, &opened.review, &header(), stored);
        match open(text.as_bytes()) {
            Some(AnyFile::Review(again)) => {
                assert_eq!((&again.id, &again.review), (&opened.id, &opened.review));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// A review that opens is kept, and each of its actions can be taken on, left,
/// and taken on after all.
fn review(bytes: &[u8]) -> bool {
    let Some(AnyFile::Review(opened)) = open(bytes) else {
        return false;
    };
    is_written_again(&opened);
    let mut document = Document::default();
    let received = document.receive_review(&opened.id, opened.review.clone(), at());
    if received.is_err() {
        return true;
    }
    let actions: Vec<ActionId> = opened
        .review
        .actions
        .iter()
        .map(|it| it.id.clone())
        .collect();
    for action in &actions {
        // There may be no room; then nothing has changed.
        let before = document.clone();
        if document.decline_agreed(&opened.id, action, at()).is_err() {
            assert_eq!(document, before);
        }
        let before = document.clone();
        if document.accept_agreed(&opened.id, action, at()).is_err() {
            assert_eq!(document, before);
        }
    }
    is_kept(&document);
    assert_eq!(reviews(&document).len(), 1);
    side_by_side(bundled(), &document);
    document
        .remove_review(&opened.id, at())
        .expect("it is there");
    is_kept(&document);
    true
}

/// A pack that opens is written and opens the same, changes no rule, and a plan
/// can be made with it.
fn pack(bytes: &[u8]) -> bool {
    let opened = match local::decode(bytes, bundled()) {
        Ok(opened) => opened,
        Err(refusal) => {
            assert!(refusal.sentence("x").ends_with('.'));
            return false;
        }
    };
    let text = local::encode(&opened.pack);
    let again = local::decode(text.as_bytes(), bundled()).expect("what is written opens again");
    assert_eq!(again.pack, opened.pack);
    // A framework lives as long as the program: not one for every pack.
    if bytes.len().is_multiple_of(16) {
        let here = bundled().with_pack(&opened.pack);
        assert_eq!(here.competencies.len(), bundled().competencies.len());
        assert_eq!(here.topics.len(), bundled().topics.len());
        holds_of_plan(&plan::generate(&here, &Document::default(), at().today));
    }
    true
}

fn holds_of_plan(plan: &plan::Plan) {
    let mut ids: Vec<&ActionId> = plan.actions().map(|it| &it.id).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "one action twice");
    for action in plan.actions() {
        assert!(!action.reasons.is_empty(), "{} has no reason", action.id);
    }
    assert!(plan.next.len() <= 7);
    assert_eq!(plan::written(plan).len() + plan.dismissed.len(), count);
}

/// Of any document there is a plan, the same each time, to show and to share.
fn generate(bytes: &[u8]) -> bool {
    let Some(opened) = open_document(bytes) else {
        return false;
    };
    let document = opened.document;
    for today in ["2026-11-25", "2031-02-28"] {
        let today = Day::parse(today).expect("a day");
        let plan = plan::generate(bundled(), &document, today);
        assert_eq!(plan, plan::generate(bundled(), &document, today));
        holds_of_plan(&plan);
        shown(bundled(), &document, &plan, &plan, today);
        let written = plan::write_out(bundled(), &document, today);
        let file = encode(
            &document,
            Purpose::Plan(&ShareOption::ALL),
            &header(),
            &written,
        );
        let read = open_document(file.as_bytes()).expect("a plan that is saved opens");
        assert_eq!(read.plan.actions.len(), written.actions.len());
        assert_eq!(read.plan.supposed_aim, written.supposed_aim);
    }
    true
}
