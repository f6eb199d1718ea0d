//! Opening a file, in a fixed order: size, byte order mark, text, JSON, format
//! and version, kinds, limits, addresses. Nothing is changed by it.

use serde_json::Value;

use super::check::Checker;
use super::field_reader::FieldReader;
use super::format_table::Group;
use super::json_path::JsonPath;
use super::known_ids::KnownIds;
use super::written::WrittenPlan;
use super::{FileKind, FileRemark, FrameworkName, Refusal, from_json, json, number, v1};
use crate::domain::dates::Moment;
use crate::domain::document::{ChangeError, Document, JsonFields, Review};
use crate::domain::ids::{LevelId, ReviewId};
use crate::domain::limits::FILE_BYTES;

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedFile {
    pub kind: FileKind,
    /// When it was saved, where it says so.
    pub created: Option<Moment>,
    /// The program that saved it; empty where it does not say.
    pub app: String,
    pub framework: FrameworkName,
    /// A shared plan's has no id until it is adopted.
    pub document: Document,
    /// The plan written out, to read; it is not part of the document.
    pub plan: WrittenPlan,
    /// The worker asks to be scored before the reader sees their own scores.
    pub score_first: bool,
    /// What was noticed.
    pub remarks: Vec<FileRemark>,
}

/// A review that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedReview {
    pub id: ReviewId,
    pub review: Review,
    /// What was noticed.
    pub remarks: Vec<FileRemark>,
}

/// Opens a document: a plan, a backup, or what is stored.
pub fn decode(bytes: &[u8], known: &KnownIds) -> Result<OpenedFile, Refusal> {
    let mut checker = Checker::default();
    let value = ours(bytes, &mut checker)?;
    document(value, checker, known)
}

/// Opens a review.
pub fn decode_review(bytes: &[u8], known: &KnownIds) -> Result<OpenedReview, Refusal> {
    let mut checker = Checker::default();
    let value = ours(bytes, &mut checker)?;
    review(value, checker, known)
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum AnyFile {
    Document(Box<OpenedFile>),
    Review(Box<OpenedReview>),
}

/// Opens a file of any kind.
pub fn decode_any(bytes: &[u8], known: &KnownIds) -> Result<AnyFile, Refusal> {
    let mut checker = Checker::default();
    let value = ours(bytes, &mut checker)?;
    if value.get("kind").and_then(Value::as_str) == Some(v1::words::REVIEW.words[0]) {
        let opened = review(value, checker, known)?;
        return Ok(AnyFile::Review(Box::new(opened)));
    }
    let opened = document(value, checker, known)?;
    Ok(AnyFile::Document(Box::new(opened)))
}

/// A file's text as JSON of ours.
fn ours(bytes: &[u8], checker: &mut Checker) -> Result<Value, Refusal> {
    of_format(v1::words::WAYMARK, bytes, checker)
}

/// A file's text as JSON that says it is of this format, and of no version
/// after the first.
pub(in crate::domain) fn of_format(
    format: &str,
    bytes: &[u8],
    checker: &mut Checker,
) -> Result<Value, Refusal> {
    let text = text(bytes, checker)?;
    let value = json::parse(text, &mut checker.remarks)?;
    if value.get("format").and_then(Value::as_str) != Some(format) {
        return Err(Refusal::OtherProgram);
    }
    let newer = |version: &Value| number::is_more_than(version, v1::VERSION);
    if value.get("version").is_some_and(newer) {
        return Err(Refusal::NewerVersion);
    }
    Ok(value)
}

fn review(value: Value, mut checker: Checker, known: &KnownIds) -> Result<OpenedReview, Refusal> {
    let fields = checked(value, &v1::REVIEW_FILE, &mut checker, |file| {
        from_json::review_contradiction(file, &JsonPath::FILE)
    })?;
    let mut file = FieldReader(fields);
    let mut remarks = checker.remarks;
    let wrong = || Refusal::OtherProgram;
    let id = file.some_text("id").ok_or_else(wrong)?;
    for name in ["format", "version", "kind", "about", "app"] {
        file.value(name);
    }
    let (framework, unknown) = framework(&mut file);
    if !unknown.0.is_empty() {
        file.0.insert("framework".into(), Value::Object(unknown.0));
    }
    other_framework(&framework, known, &mut remarks);
    let review = from_json::review(file).ok_or_else(wrong)?;
    known.unknown_ids_of_review(&review, &JsonPath::FILE, &mut remarks);
    Ok(OpenedReview {
        id: ReviewId::new(id),
        review,
        remarks,
    })
}

/// The framework's name, and what else stands in its group.
fn framework(file: &mut FieldReader) -> (FrameworkName, FieldReader) {
    let mut group = file.group("framework");
    let framework = FrameworkName {
        id: group.text("id"),
        version: group.text("version"),
    };
    (framework, group)
}

fn other_framework(framework: &FrameworkName, known: &KnownIds, remarks: &mut Vec<FileRemark>) {
    if *framework != FrameworkName::default() && *framework != known.framework {
        remarks.push(FileRemark::OtherFramework {
            framework: framework.clone(),
        });
    }
}

fn document(value: Value, mut checker: Checker, known: &KnownIds) -> Result<OpenedFile, Refusal> {
    let fields = checked(value, &v1::FILE, &mut checker, |file| {
        from_json::contradiction(file).or_else(|| from_json::reviews_contradiction(file))
    })?;
    let mut file = FieldReader(fields);
    let mut remarks = checker.remarks;
    // The table asks for the kind and for all the document needs.
    let wrong = || Refusal::OtherProgram;
    let kind = file.word("kind").ok_or_else(wrong)?;
    let (created, app) = (file.moment("created"), file.text("app"));
    for name in ["format", "version", "about"] {
        file.value(name);
    }
    let (framework, group) = framework(&mut file);
    file.0.insert("framework".into(), Value::Object(group.0));
    let score_first = file.flag("score_first");
    let mut plan = file.group("plan");
    let supposed_aim = Some(plan.text("supposed_aim")).filter(|it| !it.is_empty());
    let actions = plan.list("actions").into_iter();
    let written = WrittenPlan {
        supposed_aim: supposed_aim.map(LevelId::new),
        actions: actions.filter_map(from_json::action).collect(),
    };
    file.0.insert("plan".into(), Value::Object(plan.0));
    let mut parts = from_json::parts(file, &mut remarks).ok_or_else(wrong)?;
    if kind == FileKind::Plan {
        parts.id = None;
    }
    other_framework(&framework, known, &mut remarks);
    known.unknown_ids(&parts, &mut remarks);
    let document = Document::assemble(parts).map_err(too_large)?;
    Ok(OpenedFile {
        kind,
        created,
        app,
        framework,
        document,
        plan: written,
        score_first,
        remarks,
    })
}

/// The bytes as text, without a byte order mark.
fn text<'a>(bytes: &'a [u8], checker: &mut Checker) -> Result<&'a str, Refusal> {
    if bytes.len() > FILE_BYTES {
        return Err(Refusal::TooLarge { bytes: bytes.len() });
    }
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => {
            checker.remarks.push(FileRemark::ByteOrderMark);
            rest
        }
        None => bytes,
    };
    if is_utf16(bytes) {
        return Err(Refusal::Utf16);
    }
    // A copy that broke off is often filled up with zero bytes.
    let bytes = match bytes.iter().rposition(|byte| *byte != 0) {
        Some(last) if last + 1 < bytes.len() => {
            checker.remarks.push(FileRemark::ZerosAtTheEnd);
            &bytes[..=last]
        }
        Some(_) => bytes,
        None => return Err(Refusal::Empty),
    };
    // Ours begins like this, whatever became of it later.
    let is_ours = bytes.trim_ascii_start().starts_with(b"{");
    let text = std::str::from_utf8(bytes).map_err(|_| match is_ours {
        // No text of one byte a letter has a zero byte.
        true if !bytes.contains(&0) => Refusal::OldEncoding,
        true => Refusal::Damaged,
        false => Refusal::NotText,
    })?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    // No JSON has a zero byte; a photograph that happens to be UTF-8 may.
    match bytes.contains(&0) {
        true if is_ours => Err(Refusal::Damaged),
        true => Err(Refusal::NotText),
        false => Ok(text),
    }
}

/// By its byte order mark, or by how `{"` looks in it. UTF-32 too.
fn is_utf16(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 5] = [b"\xFF\xFE", b"\xFE\xFF", b"{\0", b"\0{", b"\0\0\xFE\xFF"];
    begins.into_iter().any(|begin| bytes.starts_with(begin))
}

/// Holds a file against the table of its kind.
fn checked(
    mut value: Value,
    group: &Group,
    checker: &mut Checker,
    contradiction: fn(&JsonFields) -> Option<Refusal>,
) -> Result<JsonFields, Refusal> {
    let Value::Object(file) = &mut value else {
        return Err(Refusal::OtherProgram);
    };
    checker.group(group, file, &JsonPath::FILE)?;
    // What stands inside the written plan is not read back, so no remark
    // should say that it is kept.
    let plan = JsonPath::FILE.field("plan");
    let actions = plan.field("actions").to_string();
    checker.remarks.retain(|remark| match remark {
        FileRemark::UnknownField { path } => !path.starts_with(&actions),
        _ => true,
    });
    match checker.limit_refusal.take().or_else(|| contradiction(file)) {
        Some(refusal) => Err(refusal),
        None => Ok(std::mem::take(file)),
    }
}

/// Lists were counted when they were read; what is left is the whole.
fn too_large(_: ChangeError) -> Refusal {
    Refusal::DocumentTooLarge
}
