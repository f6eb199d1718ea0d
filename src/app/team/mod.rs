//! `#/team`, as plain data: what was read of many files, and what the page, its
//! print and its spreadsheet say of them.

mod courses;
mod files;
mod lines;
mod scores;
mod sheet;
mod shown;
#[cfg(test)]
mod tests;
mod topics;

pub use courses::{CourseLine, course_cells};
pub use files::{FileNote, FilesRead, TeamFile};
pub use lines::CountLine;
pub use scores::ScoreChart;
pub use sheet::{COLUMNS, PEOPLE, file_name, rows};
pub use shown::{Choice, TeamShown, choices, shown};
