//! The data that comes with the program, packed by `build.rs` from `data/`.

use std::sync::OnceLock;

use super::model::Framework;
use super::packed::{Pack, Words};

/// The bundled framework; unpacked once, when it is first asked for.
pub fn bundled() -> &'static Framework {
    static FRAMEWORK: OnceLock<Framework> = OnceLock::new();
    FRAMEWORK.get_or_init(|| {
        Framework::unpack(&mut Words::new(include_str!(concat!(
            env!("OUT_DIR"),
            "/framework.txt"
        ))))
    })
}
