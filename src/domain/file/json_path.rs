//! Where in a file something stands, for sentences that name it.

use std::fmt;

use crate::domain::words::excerpt;

/// A place in a file: `ratings › person-centred-approach › 2 › score`.
#[derive(Clone, Copy)]
pub struct JsonPath<'a> {
    within: Option<&'a JsonPath<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    File,
    Field(&'a str),
    /// Counted from 0.
    Item(usize),
}

impl JsonPath<'_> {
    /// The file as a whole.
    pub const FILE: JsonPath<'static> = JsonPath {
        within: None,
        step: Step::File,
    };

    /// A field of what this path names.
    pub fn field<'a>(&'a self, name: &'a str) -> JsonPath<'a> {
        JsonPath {
            within: Some(self),
            step: Step::Field(name),
        }
    }

    /// An item of the list this path names, counted from 0.
    pub fn item(&self, index: usize) -> JsonPath<'_> {
        JsonPath {
            within: Some(self),
            step: Step::Item(index),
        }
    }
}

impl fmt::Display for JsonPath<'_> {
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
