//! The names under which this app keeps things in the browser's storage. The
//! storage belongs to the origin, so the names carry the app's path: two copies
//! of the app on one host keep apart.

use crate::domain::ids::PlanHash;

const REVIEW: &str = "review:";
/// What the names of every copy of the app begin with.
pub(super) const OURS: &str = "waymark:";

/// Which document a key is for, counted from 1. Any number a key can have, and
/// there is always a next: whatever stands in the storage, the app can go on
/// beside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentNumber {
    /// Before the digits, so that more of them are the larger number.
    length: usize,
    digits: String,
}

impl DocumentNumber {
    fn of(digits: String) -> Self {
        Self {
            length: digits.len(),
            digits,
        }
    }

    /// The first.
    pub fn first() -> Self {
        Self::of("1".to_owned())
    }

    /// The one after it.
    pub fn next(&self) -> Self {
        let nines = self.digits.bytes().rev().take_while(|it| *it == b'9');
        let (kept, zeros) = (self.length - nines.count(), "0");
        let (before, last) = self.digits.split_at(kept.saturating_sub(1));
        let (before, last) = match kept {
            0 => ("", 0),
            _ => (before, last.as_bytes()[0] - b'0'),
        };
        Self::of(format!(
            "{before}{}{}",
            last + 1,
            zeros.repeat(self.length - kept)
        ))
    }

    /// As it stands in a key.
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

impl Default for DocumentNumber {
    fn default() -> Self {
        Self::first()
    }
}

/// The names of one copy of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    prefix: String,
}

impl Keys {
    /// For the page at this path, such as `/tools/waymark/index.html`; None on
    /// `file:`, where every local page shares one storage.
    pub fn new(path: Option<&str>) -> Self {
        let place = match path {
            Some(path) => {
                let folder = path.rfind('/').map_or("", |end| &path[..=end]);
                folder.replace(':', "%3A")
            }
            None => "file".to_owned(),
        };
        Self {
            prefix: format!("{OURS}{place}:"),
        }
    }

    /// Whether the app was opened from a disk.
    pub fn is_file(&self) -> bool {
        self.prefix == Self::new(None).prefix
    }

    /// What every name begins with, and no name of another copy.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Where a document is kept; 1 is the first. A higher number follows when
    /// what stands under the one before could not be read.
    pub fn document(&self, number: &DocumentNumber) -> String {
        match number.digits() {
            "1" => format!("{}document", self.prefix),
            digits => format!("{}document:{digits}", self.prefix),
        }
    }

    /// Where the one undo copy is kept.
    pub fn undo(&self) -> String {
        format!("{}undo", self.prefix)
    }

    /// Where the view of somebody's plan is kept until it is sent back.
    pub fn review(&self, plan: &PlanHash) -> String {
        format!("{}{REVIEW}{plan}", self.prefix)
    }

    /// Where that plan itself is kept meanwhile.
    pub fn reviewed_plan(&self, plan: &PlanHash) -> String {
        format!("{}reviewed-plan:{plan}", self.prefix)
    }

    /// Where a view is kept that could not be read.
    pub fn unread_review(&self, plan: &PlanHash) -> String {
        format!("{}unread-review:{plan}", self.prefix)
    }

    /// Where a local pack is kept that is tried out in this browser; `boot.js`
    /// reads it.
    pub fn local_trial(&self) -> String {
        format!("{}local-trial", self.prefix)
    }

    /// Where a local pack is kept that is being made or mended.
    pub fn local_draft(&self) -> String {
        format!("{}local-draft", self.prefix)
    }

    /// Where the one is kept that another took the place of.
    pub fn local_draft_before(&self) -> String {
        format!("{}local-draft-before", self.prefix)
    }

    /// Of which plan a name keeps a view; None for any other name.
    pub fn reviewed(&self, key: &str) -> Option<PlanHash> {
        let hash = key.strip_prefix(&self.prefix)?.strip_prefix(REVIEW)?;
        Some(PlanHash::new(hash))
    }

    /// Which document a name is for; None for any other name.
    pub fn number(&self, key: &str) -> Option<DocumentNumber> {
        number_of(key.strip_prefix(&self.prefix)?)
    }

    /// The address of another copy of the app on this site, where a name is
    /// for a document of that; None for any other name.
    pub fn elsewhere<'a>(&self, key: &'a str) -> Option<&'a str> {
        let (place, name) = key.strip_prefix(OURS)?.split_once(':')?;
        number_of(name)?;
        (!key.starts_with(&self.prefix)).then_some(place)
    }
}

fn number_of(name: &str) -> Option<DocumentNumber> {
    let digits = match name.strip_prefix("document")? {
        "" => return Some(DocumentNumber::first()),
        more => more.strip_prefix(':')?,
    };
    let is_number = digits.bytes().all(|it| it.is_ascii_digit()) && !digits.starts_with('0');
    (is_number && !digits.is_empty() && digits != "1")
        .then(|| DocumentNumber::of(digits.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(digits: &str) -> DocumentNumber {
        DocumentNumber::of(digits.to_owned())
    }

    #[test]
    fn after_every_number_there_is_another() {
        for (before, after) in [
            ("1", "2"),
            ("9", "10"),
            ("109", "110"),
            ("199", "200"),
            ("999", "1000"),
            ("2147483647", "2147483648"),
            ("4294967295", "4294967296"),
            ("18446744073709551615", "18446744073709551616"),
            ("99999999999999999999", "100000000000000000000"),
        ] {
            assert_eq!(number(before).next(), number(after));
            assert!(number(before) < number(after), "{before}");
        }
    }

    #[test]
    fn another_copy_on_the_site_is_known_by_its_address() {
        let keys = Keys::new(Some("/waymark/"));
        let check = |key: &str, place: Option<&str>| assert_eq!(keys.elsewhere(key), place);
        check("waymark:/Waymark/:document", Some("/Waymark/"));
        check("waymark://waymark/:document:12", Some("//waymark/"));
        check("waymark:/a%3Ab/:document", Some("/a%3Ab/"));
        check("waymark:/waymark/:document", None);
        check("waymark:/Waymark/:undo", None);
        check("waymark:/Waymark/:documents", None);
        check("theme", None);
    }

    #[test]
    fn names_carry_the_path() {
        let check = |path: Option<&str>, document: &str| {
            assert_eq!(Keys::new(path).document(&number("1")), document, "{path:?}");
        };
        check(Some("/"), "waymark:/:document");
        check(Some("/tools/waymark/"), "waymark:/tools/waymark/:document");
        check(
            Some("/tools/waymark/index.html"),
            "waymark:/tools/waymark/:document",
        );
        check(Some("/a:b/"), "waymark:/a%3Ab/:document");
        check(Some(""), "waymark::document");
        check(None, "waymark:file:document");
    }

    #[test]
    fn only_a_page_from_a_disk_is_a_file() {
        let check = |path: Option<&str>, file: bool| {
            assert_eq!(Keys::new(path).is_file(), file, "{path:?}");
        };
        check(None, true);
        check(Some("/"), false);
        check(Some("/file"), false);
        check(Some("/file/"), false);
    }

    #[test]
    fn copies_on_one_host_keep_apart() {
        let (outer, inner) = (Keys::new(Some("/")), Keys::new(Some("/:document/")));
        let of_inner = inner.document(&number("1"));
        assert!(!of_inner.starts_with(outer.prefix()));
        assert_eq!(outer.number(&of_inner), None);
    }

    #[test]
    fn a_name_says_of_which_plan_it_keeps_a_view() {
        let keys = Keys::new(Some("/"));
        let plan = PlanHash::from("00ff");
        assert_eq!(keys.reviewed(&keys.review(&plan)), Some(plan.clone()));
        for other in [
            keys.reviewed_plan(&plan),
            keys.document(&number("1")),
            keys.undo(),
        ] {
            assert_eq!(keys.reviewed(&other), None, "{other}");
        }
    }

    #[test]
    fn a_name_says_which_document() {
        let keys = Keys::new(Some("/"));
        let check = |key: &str, digits: Option<&str>| {
            assert_eq!(keys.number(key), digits.map(number), "{key}");
        };
        check("waymark:/:document", Some("1"));
        check("waymark:/:document:2", Some("2"));
        check("waymark:/:document:17", Some("17"));
        check("waymark:/:document:99999999999", Some("99999999999"));
        check("waymark:/:document:0", None);
        check("waymark:/:document:-2", None);
        check("waymark:/:document:1", None);
        check("waymark:/:document:02", None);
        check("waymark:/:document:", None);
        check("waymark:/:undo", None);
        check("waymark:/a/:document", None);
        check("waymark:/:review:00ff", None);
        check("document", None);
    }
}
