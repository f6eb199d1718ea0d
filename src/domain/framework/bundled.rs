//! The data that comes with the program, packed by `build.rs` from `data/`.

use std::sync::OnceLock;

use super::model::{Description, Framework, List, OnTheJob, Reading};
use super::packed::{Pack, Words};

static HERE: OnceLock<Framework> = OnceLock::new();

/// The framework on this site: the bundled one, and what its host adds.
///
/// In the browser its text travels with the parts of the program that read it,
/// so nothing of the first part may: a first visit waits for the first part.
pub fn bundled() -> &'static Framework {
    HERE.get().unwrap_or_else(shipped)
}

/// Takes what the host adds, once, before anything of the framework is shown.
/// False where it was taken already, and nothing is changed.
pub fn take_with_host(framework: Framework) -> bool {
    HERE.set(framework).is_ok()
}

/// The bundled framework as it is shipped; unpacked once.
pub fn shipped() -> &'static Framework {
    static FRAMEWORK: OnceLock<Framework> = OnceLock::new();
    FRAMEWORK.get_or_init(|| {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/framework.txt"));
        Framework::unpack(&mut Words::new(packed))
    })
}

/// The descriptions of sections and topics, in the framework's order.
pub(super) fn descriptions() -> &'static (List<Description>, List<Description>) {
    static DESCRIPTIONS: OnceLock<(List<Description>, List<Description>)> = OnceLock::new();
    DESCRIPTIONS.get_or_init(|| {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/descriptions.txt"));
        Pack::unpack(&mut Words::new(packed))
    })
}

/// What resources offer, in the framework's order.
pub(super) fn offers() -> &'static List<Description> {
    static OFFERS: OnceLock<List<Description>> = OnceLock::new();
    OFFERS.get_or_init(|| {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/offers.txt"));
        Pack::unpack(&mut Words::new(packed))
    })
}

/// How topics are learned at work, in the framework's order.
pub(super) fn on_the_job() -> &'static List<OnTheJob> {
    static ON_THE_JOB: OnceLock<List<OnTheJob>> = OnceLock::new();
    ON_THE_JOB.get_or_init(|| {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/on-the-job.txt"));
        Pack::unpack(&mut Words::new(packed))
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
