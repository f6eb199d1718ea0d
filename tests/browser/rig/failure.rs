//! How a journey ends when it does not end well.

use std::error::Error;
use std::fmt;

use fantoccini::error::{CmdError, ErrorStatus};

/// One plain message: what was expected and what was there.
#[derive(Debug)]
pub struct Failure(pub String);

pub type Check<T = ()> = Result<T, Failure>;

const BESIDE: &str = "the click fell on ";

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: Error + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        // Each driver has words of its own for a failure; the kind is common.
        match (&error as &dyn Error).downcast_ref() {
            Some(CmdError::Standard(said)) => Failure(format!("{}: {}", said.error, said.message)),
            _ => Failure(error.to_string()),
        }
    }
}

impl Failure {
    /// A click fell on something else, and did nothing.
    pub(super) fn beside(what: &str) -> Self {
        Failure(format!("{BESIDE}{what}"))
    }

    /// The element is no longer in the page.
    pub fn is_stale(&self) -> bool {
        self.is(ErrorStatus::StaleElementReference)
    }

    /// Nothing was done yet: what was found is no longer there, or something
    /// else stands in its place.
    pub(super) fn is_too_early(&self) -> bool {
        self.is_stale()
            || self.is(ErrorStatus::ElementClickIntercepted)
            || self.is(ErrorStatus::ElementNotInteractable)
            || self.0.starts_with(BESIDE)
    }

    fn is(&self, kind: ErrorStatus) -> bool {
        self.0.starts_with(&kind.to_string())
    }
}

/// `Err(Failure)` with a formatted message.
#[macro_export]
macro_rules! fail {
    ($($message:tt)*) => {
        return Err($crate::rig::Failure(format!($($message)*)))
    };
}

/// Fails with the message unless the condition holds.
#[macro_export]
macro_rules! ensure {
    ($condition:expr, $($message:tt)*) => {
        if !$condition {
            $crate::fail!($($message)*);
        }
    };
}
