//! What handing a plan over says: each tick in plain words, and what is said
//! when a file was made.

use crate::domain::file::ShareOption;

#[cfg(test)]
mod tests;

/// What a tick adds to a plan file, and more about it; empty for nothing more.
pub fn tick(tick: ShareOption) -> (&'static str, &'static str) {
    match tick {
        ShareOption::Name => ("My name", ""),
        ShareOption::Workplace => ("My workplace", ""),
        ShareOption::AboutMyPost => (
            "About my post",
            "How long I have done this, where I say I am now, scheme-funded or not, where I work, hours for learning, start and review dates, the people I support, wider responsibilities.",
        ),
        ShareOption::History => (
            "My earlier ratings",
            "Otherwise only the latest of each competency is in it.",
        ),
        ShareOption::Features => ("Which key features I saw in my practice", ""),
        ShareOption::Reflections => ("My reflections", "What I wrote beside my ratings."),
        ShareOption::Evidence => (
            "My evidence",
            "The conversations and pieces of work I noted.",
        ),
        ShareOption::Answers => (
            "My answers to topics and requirements",
            "Without the notes and reasons beside them.",
        ),
        ShareOption::AnswerNotes => (
            "My notes and reasons beside those answers",
            "Only together with the answers.",
        ),
        ShareOption::ActionNotes => (
            "My notes on actions",
            "Also what might get in the way, who can help, what I learned, and why I put something aside.",
        ),
        ShareOption::OwnActions => ("Actions I added myself", ""),
        ShareOption::LocalCourses => ("Courses and links I added", ""),
        ShareOption::Details => (
            "How and why of each action",
            "Also the score it is about. A reason can name an answer of yours: “not yet” or “not met”, that you are just starting, that your post is scheme-funded, or whom you support.",
        ),
        ShareOption::ScoreFirst => (
            "Ask the reader to score first",
            "Waymark hides your scores from them until they have chosen. It hides, it does not lock: your scores are in the file.",
        ),
    }
}

/// A file for another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Calendar,
    Spreadsheet,
    /// The spreadsheet of a team.
    Team,
}

impl Format {
    /// How the name of such a file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Calendar => "ics",
            Self::Spreadsheet | Self::Team => "xlsx",
        }
    }
}

/// What is in every plan file.
pub const ALWAYS: &str = "Always in it: your role and aim (where you chose none, the one this tool supposes), the latest score of each competency, the score that counts as achieved, and your actions with their months, how far each is, and what you put aside. An action can show an answer of yours: “Ask for supervision” shows that you do not have it yet. The file has days, not times. Read what it will say before you save it.";

/// Where a file went.
pub fn given(name: &str) -> String {
    format!("“{name}” was given to your browser. Look for it among your downloads.")
}

/// Where a plan went, and the way from there and back.
pub fn plan_given(name: &str) -> String {
    format!(
        "{} To hand it over, attach it to a message. Whoever gets it opens it on this same site, under “Somebody sent me a plan”, and can send a file with their view back: open that one under “Your data”.",
        given(name)
    )
}

/// The name of a plan file as the system's share sheet takes it: every sheet
/// shares text, many refuse JSON.
pub fn shared_name(name: &str) -> String {
    [name.strip_suffix(".json").unwrap_or(name), ".txt"].concat()
}

/// The browser refused it.
pub fn not_given(name: &str) -> String {
    format!("“{name}” was not saved: the browser did not take it. Try again.")
}

/// The system would not share the file.
pub const NOT_SHARED: &str =
    "This browser would not share the file. Save it instead, and attach it to a message.";

/// The part that writes calendars and spreadsheets is not here. After a new
/// release the host may no longer have the part of this one, and only loading
/// the page again helps: that keeps what `is_stored`.
pub fn no_exporter(is_stored: bool) -> &'static str {
    if is_stored {
        "The part of Waymark that writes this file did not arrive. Check your connection and try again. If it still does not arrive, Waymark has perhaps been renewed: load this page again, and everything you entered is kept."
    } else {
        "The part of Waymark that writes this file did not arrive. Check your connection and try again. If it still does not arrive, Waymark has perhaps been renewed. What you entered is not stored in this browser: save a backup file first, then load this page again."
    }
}

/// A calendar would have nothing in it.
pub const NO_MONTHS: &str = "You have chosen no month for anything that is still to do, and no day for your next review, so there is nothing for a calendar yet. Choose a month first, or tick the months this tool suggests.";
