//! The plan for other programs: a calendar and a spreadsheet. [`rows`] says
//! what goes into them, as plain texts; [`calendar`] writes them with a library,
//! [`spreadsheet`] by hand. In the browser the writers are a part of their own
//! (`ui::parts::export`), which is fetched when somebody asks for a file: rows
//! go over to it as one flat list of texts.

mod calendar;
mod rows;
mod spreadsheet;

pub use calendar::{calendar, has_events};
pub use rows::{COLUMNS, CalendarChoice, calendar_rows, rows};
pub use spreadsheet::{spreadsheet, workbook};
