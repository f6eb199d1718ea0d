//! The writers of other programs' files, whose libraries nothing else needs: a
//! part of their own.

use crate::app::handover::Format;
use crate::app::team;
use crate::domain::document::ClockReading;
use crate::domain::export::{calendar, spreadsheet, workbook};

/// Rows of `domain::export` as the bytes of such a file.
pub fn write(format: Format, rows: &[String], at: ClockReading) -> Vec<u8> {
    match format {
        Format::Calendar => calendar(rows, at.now, at.today).into_bytes(),
        Format::Spreadsheet => spreadsheet(rows),
        Format::Team => {
            let texts = &mut rows.iter().map(String::as_str);
            workbook(
                "What a team needs",
                &team::COLUMNS,
                Some(team::PEOPLE),
                texts,
            )
        }
    }
}
