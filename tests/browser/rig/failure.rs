//! How a journey ends when it does not end well.

use std::error::Error;
use std::fmt;

/// One plain message: what was expected and what was there.
#[derive(Debug)]
pub struct Failure(pub String);

pub type Check<T = ()> = Result<T, Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure(error.to_string())
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
