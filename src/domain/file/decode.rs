//! Opening a file, in a fixed order: size, byte order mark, text, JSON, format
//! and version, kinds, limits, addresses. Nothing is changed by it.

use serde_json::Value;

use super::encode::{WrittenAction, WrittenResource};
use super::known::Known;
use super::place::Place;
use super::wire::{Reading, Wire};
use super::{FrameworkName, Kind, Refusal, Remark, from_wire, json, v1};
use crate::domain::dates::Moment;
use crate::domain::document::{ChangeError, Document};
use crate::domain::limits::FILE_BYTES;

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
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
    pub remarks: Vec<Remark>,
}

/// Opens a file, or what is stored.
pub fn decode(bytes: &[u8], known: &Known) -> Result<Opened, Refusal> {
    let mut reading = Reading::default();
    let text = text(bytes, &mut reading)?;
    let value = json::parse(text, &mut reading.remarks)?;
    let mut file = file(value, &mut reading)?;
    if let Some(over) = reading.over.take() {
        return Err(over);
    }
    let (kind, created) = (file.kind.0, file.created);
    let app = std::mem::take(&mut file.app.0);
    let framework = FrameworkName {
        id: std::mem::take(&mut file.framework.id.0),
        version: std::mem::take(&mut file.framework.version.0),
    };
    let actions = std::mem::take(&mut file.plan.actions.0)
        .into_iter()
        .map(action)
        .collect();
    let mut parts = from_wire::parts(file, &mut reading)?;
    if kind == Kind::Plan {
        parts.id = None;
    }
    let mut remarks = reading.remarks;
    if framework != FrameworkName::default() && framework != known.framework {
        remarks.push(Remark::OtherFramework {
            framework: framework.clone(),
        });
    }
    known.unknown_ids(&parts, &mut remarks);
    let document = Document::assemble(parts).map_err(too_large)?;
    Ok(Opened {
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
fn text<'a>(bytes: &'a [u8], reading: &mut Reading) -> Result<&'a str, Refusal> {
    if bytes.len() > FILE_BYTES {
        return Err(Refusal::TooLarge { bytes: bytes.len() });
    }
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => {
            reading.remarks.push(Remark::ByteOrderMark);
            rest
        }
        None => bytes,
    };
    if is_utf16(bytes) {
        return Err(Refusal::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    // No JSON has a zero byte; a photograph that happens to be UTF-8 may.
    if bytes.contains(&0) {
        return Err(Refusal::NotText);
    }
    Ok(text)
}

/// By its byte order mark, or by how `{"` looks in it. UTF-32 too.
fn is_utf16(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 5] = [b"\xFF\xFE", b"\xFE\xFF", b"{\0", b"\0{", b"\0\0\xFE\xFF"];
    begins.into_iter().any(|begin| bytes.starts_with(begin))
}

/// Checks that it is ours and of a version we read, then reads it all.
fn file(value: Value, reading: &mut Reading) -> Result<v1::File, Refusal> {
    if value.get("format").and_then(Value::as_str) != Some(v1::FORMAT) {
        return Err(Refusal::OtherProgram);
    }
    let newer = |version: &Value| {
        version
            .as_f64()
            .is_some_and(|version| version > v1::VERSION as f64)
    };
    if value.get("version").is_some_and(newer) {
        return Err(Refusal::NewerVersion);
    }
    let file = v1::File::read(value, &Place::FILE, reading).map_err(|refusal| *refusal)?;
    // What stands inside the written plan is not read back, so no remark
    // should say that it is kept.
    let plan = Place::FILE.field("plan");
    let actions = plan.field("actions").to_string();
    reading.remarks.retain(|remark| match remark {
        Remark::UnknownField { place } => !place.starts_with(&actions),
        _ => true,
    });
    Ok(file)
}

fn action(wire: v1::Action) -> WrittenAction {
    WrittenAction {
        id: wire.id,
        kind: wire.kind.0,
        title: wire.title.0,
        why: wire.why.0.into_iter().map(|why| why.0).collect(),
        resource: wire.resource.map(|resource| WrittenResource {
            title: resource.title.0,
            provider: resource.provider.0,
            url: resource.url.0,
        }),
        status: wire.status.map(|word| word.0),
        due: wire.due,
        notes: wire.notes.0,
    }
}

/// Lists were counted when they were read; what is left is the whole.
fn too_large(_: ChangeError) -> Refusal {
    Refusal::DocumentTooLarge
}
