//! Where in a file something stands, for sentences that name it.

use std::fmt;

use crate::domain::words::excerpt;

/// A place in a file: `ratings › person-centred-approach › 2 › score`.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    within: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    File,
    Field(&'a str),
    /// Counted from 0.
    Item(usize),
}

impl Place<'_> {
    /// The file as a whole.
    pub const FILE: Place<'static> = Place {
        within: None,
        step: Step::File,
    };

    pub fn field<'a>(&'a self, name: &'a str) -> Place<'a> {
        Place {
            within: Some(self),
            step: Step::Field(name),
        }
    }

    pub fn item(&self, index: usize) -> Place<'_> {
        Place {
            within: Some(self),
            step: Step::Item(index),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(within) = self.within
            && !matches!(within.step, Step::File)
        {
            write!(f, "{within} › ")?;
        }
        match self.step {
            Step::File => f.write_str("the file"),
            Step::Field(name) => f.write_str(&excerpt(name)),
            Step::Item(index) => write!(f, "{}", index + 1),
        }
    }
}
