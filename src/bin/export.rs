//! The writers of other programs' files, apart from the app: a browser fetches
//! this when somebody asks for such a file. `boot.js` loads it, and
//! `platform::export` calls it.

use waymark::domain::dates::{Day, Moment};
use waymark::domain::export;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// The plan's rows as a calendar file. `now` and `today` are as in the file
/// format; None where they are not.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn calendar(rows: Vec<String>, now: &str, today: &str) -> Option<String> {
    let (now, today) = (Moment::parse(now)?, Day::parse(today)?);
    Some(export::calendar(&rows, now, today))
}

/// The plan's rows as a spreadsheet file.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn spreadsheet(rows: Vec<String>) -> String {
    export::spreadsheet(&rows)
}

/// Nothing happens before it is called.
fn main() {}
