//! Questions and boxes to write in. Each control shows what was chosen or typed
//! by itself, in the same frame; the page is told after. What the page says is
//! kept is what the control shows, but never under somebody's hands.

mod choices;
mod date;
mod said;
mod text;

pub use choices::{Answer, CheckboxGroup, RadioGroup, Shape};
pub use date::DateField;
#[cfg(feature = "gallery")]
pub use text::NOBODY_NAMED;
pub use text::{TextArea, TextField};
