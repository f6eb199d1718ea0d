//! What the people behind many plan files need, and nothing of any one of them.
//!
//! - [`Team`] takes files one at a time and keeps of each only
//!   numbers, no name and nothing anybody wrote.
//! - [`Figures`] are what may be shown and exported. [`SmallestGroup`] folds
//!   whatever is smaller together, so that no sum or difference of two numbers
//!   tells of fewer people than that; a property test holds it to it.

mod figures;
mod fold;
mod open;
mod person;
mod sum;
#[cfg(test)]
mod tests;

pub use figures::{
    Answers, Asked, Cell, Count, CourseFigure, Figures, Group, GroupBy, Known, Scores, TooFew,
    TopicFigure, answers, topic_answers, view_answers,
};
pub use fold::SmallestGroup;
pub use sum::{NotCounted, SetAside, Taken, Team};
