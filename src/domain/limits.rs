//! One table of limits, enforced when typing as when opening. Text is counted
//! in UTF-16 units, as a browser's `maxlength` does, so that a text box stops
//! where the document would.

/// The most there may be of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is limited, in words that can begin a sentence.
    pub what: &'static str,
    /// UTF-16 units of a text, or how many of a list.
    pub most: usize,
}

macro_rules! limits {
    ($($name:ident $what:literal $most:literal)*) => {$(
        #[doc = $what]
        pub const $name: Limit = Limit { what: $what, most: $most };
    )*};
}

// Texts, in UTF-16 units.
limits! {
    ID "An id" 120
    NAME "A name" 200
    WORKPLACE "A workplace" 200
    REFLECTION "A reflection" 5_000
    EVIDENCE_WHAT "A piece of evidence" 2_000
    EVIDENCE_WHEN "The date of a piece of evidence" 100
    ADDRESS "A web address" 2_000
    NOTE "A note" 2_000
    REASON "A reason" 500
    TITLE "A title" 200
    REVIEW_COMMENT "A comment" 5_000
    REVIEWER_ROLE "A role" 200
    PROVIDER "A provider's name" 200
    // Written into files by the app itself.
    APP "The name of the program that saved the file" 100
    SENTENCE "A sentence of a written plan" 1_000
    // Of a local pack.
    LOCAL_TEXT "A text of a local pack" 1_000
    LOCAL_LINE "A line of a local pack" 300
}

// Lists, in items.
limits! {
    COMPETENCIES "The list of competencies" 100
    ENTRIES "The ratings of one competency" 1_000
    EVIDENCE "The evidence of one rating" 50
    FEATURES "The features of one rating" 100
    TOPICS "The list of topic answers" 1_000
    REQUIREMENTS "The list of requirement answers" 200
    CHANGES "The list of changes to the plan" 2_000
    LINKS "The list of replaced links" 500
    COURSES "The list of local courses" 200
    HELPS_WITH "What one local course helps with" 50
    REVIEWS "The list of reviews" 100
    REVIEW_ACTIONS "The actions agreed in one review" 50
    SHARED_PLANS "The list of plans saved to share" 100
    CASELOAD "The list of caseload topics" 100
    WIDER "The list of wider responsibilities" 3
    WRITTEN_ACTIONS "The actions of a written plan" 2_500
    WHY "The reasons of one action" 50
    LOCAL_CONTACTS "The contacts of a local pack" 10
    LOCAL_LINKS "The links of a local pack" 500
    LOCAL_RESOURCES "The resources of a local pack" 500
    LOCAL_NOTES "The notes of a local pack" 300
    LOCAL_DATES "The dates of one course" 24
}

/// The most hours there are in a month.
pub const HOURS_A_MONTH: u16 = 744;

/// The most UTF-16 units a document may take as it is stored. Browsers hold
/// about five million an origin, some half of that.
pub const DOCUMENT_UNITS: usize = 1_000_000;

/// From here on the app says that the document is nearly full.
pub const DOCUMENT_WARNING_UNITS: usize = DOCUMENT_UNITS / 10 * 8;

/// The most bytes a file may have: 8 MiB.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;

/// The most bytes a local pack may have: every visit waits for it.
pub const LOCAL_BYTES: usize = 500_000;

/// How deep lists and groups may stand inside each other in a file. Our own
/// fields need nine; the rest is room for what later versions add.
pub const DEPTH: usize = 32;

/// How many UTF-16 units a text has: what `maxlength` and `String.length` count.
pub fn utf16_units(text: &str) -> usize {
    // One for every character, two for those outside the basic plane. UTF-8
    // begins a character with any byte but 10xxxxxx, those with 1111xxxx.
    text.bytes()
        .map(|b| usize::from(b & 0xC0 != 0x80) + usize::from(b >= 0xF0))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_a_browser() {
        for text in [
            "",
            "abc",
            "é",
            "नमस्ते",
            "😀 and 👩‍👩‍👧",
            "\u{0}\u{7f}\u{ffff}\u{10ffff}",
        ] {
            assert_eq!(utf16_units(text), text.encode_utf16().count(), "{text:?}");
        }
    }
}
