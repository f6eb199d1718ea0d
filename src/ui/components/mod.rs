//! Components: props in, view out. They know neither session nor domain.

mod answering;
mod bars;
mod buttons;
mod counts;
mod each;
pub mod fields;
mod hidden;
mod link;
mod message;
mod modal;
mod select;
mod signatures;
mod table;
mod trend;

pub use answering::{AnswerGroup, NOT_KEPT, Note};
pub use bars::{Bar, Bars};
pub use buttons::{Action, Buttons};
pub use counts::{CountBar, Counts};
pub use each::Each;
pub use hidden::Hidden;
pub use link::ExternalLink;
#[cfg(feature = "gallery")]
pub use message::Lines;
pub use message::{Message, Urgency};
pub use modal::{Modal, QuestionText};
pub use select::{Select, SelectOption};
pub use signatures::Signatures;
pub use table::{Table, TableRow};
pub use trend::{TrendChart, TrendColumn};
