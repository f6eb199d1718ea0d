//! The pack that came with the page.

use crate::domain::framework::model::{Framework, Host, Text};
use crate::domain::local::{FILE_NAME, Pack, decode};

/// Where a pack came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFrom {
    /// `local.json`, beside the page.
    Host,
    /// It stands in the page itself, in the edition of one file.
    File,
    /// Somebody tries it out, in this browser alone.
    Trial,
}

/// The button that ends a trial.
pub const STOP: &str = "Stop trying it out";

/// What came of it. A pack that cannot be used changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct AtStart {
    pub from: PackFrom,
    /// As it came.
    pub text: String,
    /// None where it could not be used.
    pub pack: Option<Pack>,
    /// Why not, and what was noticed: a sentence each.
    pub said: Vec<String>,
}

impl AtStart {
    /// Reads what came, for the framework as it is shipped.
    pub fn read(from: PackFrom, text: String, framework: &Framework) -> Self {
        let file = match from {
            PackFrom::Host | PackFrom::File => FILE_NAME,
            PackFrom::Trial => "The pack you are trying",
        };
        let (pack, said) = match decode(text.as_bytes(), framework) {
            Ok(opened) => {
                let said = opened.said(file);
                (Some(opened.pack), said)
            }
            Err(refusal) => (None, vec![refusal.sentence(file)]),
        };
        Self {
            from,
            text,
            pack,
            said,
        }
    }

    /// What every page says while a pack is tried out, and how to end that;
    /// none otherwise. A page that is a file has no other way to a pack than to
    /// open one, so there it is no trial.
    pub fn trial(&self, is_file: bool) -> Option<(&'static str, &'static str)> {
        let says = match (self.from, &self.pack) {
            (PackFrom::Trial, Some(_)) if is_file => Some(
                "You are using a local pack that you opened. It is used in this browser alone; nobody else sees it.",
            ),
            (PackFrom::Trial, Some(_)) => Some(
                "You are trying out a local pack. It is used in this browser alone, until you take it back; nobody else sees it.",
            ),
            (PackFrom::Trial, None) => Some(
                "The local pack that you are trying out in this browser cannot be used, so nothing is added.",
            ),
            _ => None,
        };
        says.map(|says| (says, if is_file { "Stop using it" } else { STOP }))
    }
}

/// Who hosts the site and whom to ask, as lines of words and a web address.
pub fn host_lines(host: &Host) -> (String, Vec<(String, Option<Text>)>) {
    let area = match host.area {
        "" => String::new(),
        area => format!(" for {area}"),
    };
    let checked = host
        .checked
        .map_or(String::new(), |day| format!(", last gone through on {day}"));
    let first = format!(
        "{} hosts this page and has added what is near you{area}{checked}.",
        host.name
    );
    let contacts = host.contacts.iter().map(|it| {
        let words = match it.about {
            "" => it.text.to_owned(),
            about => format!("{about}: {}", it.text),
        };
        (words, it.url)
    });
    (first, contacts.collect())
}
