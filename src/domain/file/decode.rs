//! Opening a file, in a fixed order: size, byte order mark, text, JSON, format
//! and version, kinds, limits, addresses. Nothing is changed by it.

use serde_json::Value;

use super::check::Checker;
use super::field_reader::FieldReader;
use super::json_path::JsonPath;
use super::known_ids::KnownIds;
use super::written::WrittenAction;
use super::{FileRemark, FrameworkName, Kind, Refusal, from_json, json, number, v1};
use crate::domain::dates::Moment;
use crate::domain::document::{ChangeError, Document, JsonFields};
use crate::domain::limits::FILE_BYTES;

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedFile {
    pub kind: Kind,
    /// When it was saved, where it says so.
    pub created: Option<Moment>,
    /// The program that saved it; empty where it does not say.
    pub app: String,
    pub framework: FrameworkName,
    /// A shared plan's has no id until it is adopted.
    pub document: Document,
    /// The plan written out, to read; it is not part of the document.
    pub actions: Vec<WrittenAction>,
    /// What was noticed.
    pub remarks: Vec<FileRemark>,
}

/// Opens a file, or what is stored.
pub fn decode(bytes: &[u8], known: &KnownIds) -> Result<OpenedFile, Refusal> {
    let mut checker = Checker::default();
    let text = text(bytes, &mut checker)?;
    let value = json::parse(text, &mut checker.remarks)?;
    let mut file = FieldReader(checked(value, &mut checker)?);
    let mut remarks = checker.remarks;
    // The table asks for the kind and for all the document needs.
    let wrong = || Refusal::OtherProgram;
    let kind = file.word("kind").ok_or_else(wrong)?;
    let (created, app) = (file.moment("created"), file.text("app"));
    for name in ["format", "version", "about"] {
        file.value(name);
    }
    let mut group = file.group("framework");
    let framework = FrameworkName {
        id: group.text("id"),
        version: group.text("version"),
    };
    file.0.insert("framework".into(), Value::Object(group.0));
    let mut plan = file.group("plan");
    let actions = plan.list("actions").into_iter();
    let actions = actions.filter_map(from_json::action).collect();
    file.0.insert("plan".into(), Value::Object(plan.0));
    let mut parts = from_json::parts(file, &mut remarks).ok_or_else(wrong)?;
    if kind == Kind::Plan {
        parts.id = None;
    }
    if framework != FrameworkName::default() && framework != known.framework {
        remarks.push(FileRemark::OtherFramework {
            framework: framework.clone(),
        });
    }
    known.unknown_ids(&parts, &mut remarks);
    let document = Document::assemble(parts).map_err(too_large)?;
    Ok(OpenedFile {
        kind,
        created,
        app,
        framework,
        document,
        actions,
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

/// Checks that it is ours and of a version we read, then checks it all.
fn checked(mut value: Value, checker: &mut Checker) -> Result<JsonFields, Refusal> {
    if value.get("format").and_then(Value::as_str) != Some(v1::words::WAYMARK) {
        return Err(Refusal::OtherProgram);
    }
    let newer = |version: &Value| number::is_more_than(version, v1::VERSION);
    if value.get("version").is_some_and(newer) {
        return Err(Refusal::NewerVersion);
    }
    let Value::Object(file) = &mut value else {
        return Err(Refusal::OtherProgram);
    };
    checker.group(&v1::FILE, file, &JsonPath::FILE)?;
    // What stands inside the written plan is not read back, so no remark
    // should say that it is kept.
    let plan = JsonPath::FILE.field("plan");
    let actions = plan.field("actions").to_string();
    checker.remarks.retain(|remark| match remark {
        FileRemark::UnknownField { path } => !path.starts_with(&actions),
        _ => true,
    });
    let contradiction = || from_json::contradiction(file);
    match checker.limit_refusal.take().or_else(contradiction) {
        Some(refusal) => Err(refusal),
        None => Ok(std::mem::take(file)),
    }
}

/// Lists were counted when they were read; what is left is the whole.
fn too_large(_: ChangeError) -> Refusal {
    Refusal::DocumentTooLarge
}
