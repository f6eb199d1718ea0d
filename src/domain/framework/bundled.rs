//! The data that comes with the program, packed by `build.rs` from `data/`.
//! In the browser it is a file of its own, so that the first page does not
//! wait for it; natively it is part of the program.

use std::sync::OnceLock;

use super::model::Framework;
use super::packed::{Pack, Words};

static FRAMEWORK: OnceLock<Framework> = OnceLock::new();

/// A section of the wasm file that is no part of the running program: the
/// build takes it out into a file of its own.
#[cfg(target_arch = "wasm32")]
#[allow(dead_code)]
#[unsafe(link_section = "waymark-words")]
pub static PACKED: [u8; include_bytes!(concat!(env!("OUT_DIR"), "/framework.txt")).len()] =
    *include_bytes!(concat!(env!("OUT_DIR"), "/framework.txt"));

/// The bundled framework; unpacked once.
///
/// In the browser only after [`install`]: whoever draws a page asks
/// [`is_here`] first.
pub fn bundled() -> &'static Framework {
    #[cfg(not(target_arch = "wasm32"))]
    return FRAMEWORK.get_or_init(|| {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/framework.txt"));
        Framework::unpack(&mut Words::new(packed))
    });
    #[cfg(target_arch = "wasm32")]
    FRAMEWORK.get().expect("the framework has arrived")
}

/// Whether the framework has arrived.
#[cfg(target_arch = "wasm32")]
pub fn is_here() -> bool {
    FRAMEWORK.get().is_some()
}

/// Takes the packed words, whole as the build wrote them.
#[cfg(target_arch = "wasm32")]
pub fn install(packed: String) {
    FRAMEWORK.get_or_init(|| Framework::unpack(&mut Words::new(packed.leak())));
}
