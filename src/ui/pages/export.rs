//! The writers of other programs' files, whose libraries nothing else needs: a
//! part of their own.

use crate::app::handover::Format;
use crate::domain::document::ClockReading;
use crate::domain::export::{calendar, spreadsheet};

/// Rows of `domain::export` as the text of such a file.
pub fn write(format: Format, rows: &[String], at: ClockReading) -> String {
    match format {
        Format::Calendar => calendar(rows, at.now, at.today),
        Format::Spreadsheet => spreadsheet(rows),
    }
}
