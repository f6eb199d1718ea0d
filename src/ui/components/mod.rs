//! Components: props in, view out. They know neither session nor domain.

mod answering;
mod bars;
mod buttons;
mod dialog;
mod external_link;
pub mod fields;
mod filter;
pub mod form;
mod hidden;
mod link;
mod message;
mod modal;
mod notice;
mod select;
mod signatures;
mod table;
mod trend;

pub use answering::{AnswerGroup, NOT_KEPT, Note};
pub use bars::{Bar, Bars};
pub use buttons::{Action, Buttons};
pub use dialog::{Question, dialog};
pub use external_link::external_link;
pub use filter::{Choice, filter};
pub use hidden::Hidden;
pub use link::ExternalLink;
pub use message::{Lines, Message, Urgency};
pub use modal::{Modal, QuestionText};
pub use notice::{Button, Tone, notice, row};
pub use select::{Select, SelectOption};
pub use signatures::{Signatures, signatures};
pub use table::{Table, TableRow};
pub use trend::{TrendChart, TrendColumn};
