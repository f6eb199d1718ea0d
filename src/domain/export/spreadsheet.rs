//! The plan as a spreadsheet file (RFC 4180), as Excel wants it: with a byte
//! order mark, or it shows every other letter than those of English wrongly.

use csv::{Terminator, WriterBuilder};

use super::rows::{COLUMNS, HIDDEN, clean};
use crate::domain::file::NOT_A_VERDICT;

/// A line for every action, under a line of names. `rows` are those of
/// [`super::rows`].
pub fn spreadsheet(rows: &[String]) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::from("\u{feff}"));
    let mut last = [""; COLUMNS.len()];
    last[HIDDEN] = "About this plan";
    last[HIDDEN + 1] = NOT_A_VERDICT;
    let names = COLUMNS.map(str::to_owned);
    let last = last.map(str::to_owned);
    for row in names
        .chunks(COLUMNS.len())
        .chain(rows.chunks_exact(COLUMNS.len()))
        .chain([&last[..]])
    {
        let cells = row[HIDDEN..].iter().map(|text| cell(text));
        // Writing to memory does not fail, and every row has as many cells.
        let written = writer.write_record(cells);
        debug_assert!(written.is_ok());
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula, whatever space or mark of
/// direction stands before its first letter.
fn cell(text: &str) -> String {
    let text = clean(text);
    let unseen = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let formula = text
        .trim_start_matches(unseen)
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let formula = formula || text.starts_with(['\t', '\r']);
    [if formula { "'" } else { "" }, &text].concat()
}
