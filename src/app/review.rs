//! The conversation about a plan, as plain data: what a reader sees of
//! somebody's plan and says about it, and what the worker makes of what came
//! back.

mod back;
mod draft;
mod reader;
mod third_person;

#[cfg(test)]
mod tests;

pub use back::{
    AgreedShown, ReviewShown, SideBySide, SideRow, agreed_with, before_it_is_taken_in, from_whom,
    next_review_offered, reviews, side_by_side, views_of,
};
pub use draft::{ReviewEdit, together};
pub use reader::{
    PlanLine, ReaderPage, ToAgree, on_paper, reader_page, reader_view, shown_to_reader, view_word,
};
pub use third_person::third_person;
