//! The data that comes with the program, written by `build.rs` from `data/`.

use super::model::*;
use crate::domain::ids::*;

include!(concat!(env!("OUT_DIR"), "/framework.rs"));

/// The bundled framework.
pub fn bundled() -> &'static Framework {
    &FRAMEWORK
}
