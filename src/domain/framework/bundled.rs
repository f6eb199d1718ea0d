//! The data that comes with the program, packed by `build.rs` from `data/`.

use std::sync::OnceLock;

use super::model::{Framework, Reading};
use super::packed::{Pack, Words};

/// The bundled framework; unpacked once.
///
/// In the browser its text travels with the parts of the program that read it,
/// so nothing of the first part may: a first visit waits for the first part.
pub fn bundled() -> &'static Framework {
    static FRAMEWORK: OnceLock<Framework> = OnceLock::new();
    FRAMEWORK.get_or_init(|| {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/framework.txt"));
        Framework::unpack(&mut Words::new(packed))
    })
}

/// What is bundled to read; unpacked once, and travels with its pages.
pub fn reading() -> &'static Reading {
    static READING: OnceLock<Reading> = OnceLock::new();
    READING.get_or_init(|| {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/reading.txt"));
        Reading::unpack(&mut Words::new(packed))
    })
}
