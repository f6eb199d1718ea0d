//! The names under which this app keeps things in the browser's storage. The
//! storage belongs to the origin, so the names carry the app's path: two copies
//! of the app on one host keep apart.

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
            prefix: format!("waymark:{place}:"),
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
    pub fn document(&self, number: u32) -> String {
        match number {
            0 | 1 => format!("{}document", self.prefix),
            _ => format!("{}document:{number}", self.prefix),
        }
    }

    /// Where the one undo copy is kept.
    pub fn undo(&self) -> String {
        format!("{}undo", self.prefix)
    }

    /// Which document a name is for; None for any other name.
    pub fn number(&self, key: &str) -> Option<u32> {
        let name = key.strip_prefix(&self.prefix)?.strip_prefix("document")?;
        let number = match name.strip_prefix(':') {
            Some(digits) => digits.parse().ok()?,
            None => 1,
        };
        (self.document(number) == key).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_path() {
        let check = |path: Option<&str>, document: &str| {
            assert_eq!(Keys::new(path).document(1), document, "{path:?}");
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
        assert!(!inner.document(1).starts_with(outer.prefix()));
        assert_eq!(outer.number(&inner.document(1)), None);
    }

    #[test]
    fn a_name_says_which_document() {
        let keys = Keys::new(Some("/"));
        let check = |key: &str, number: Option<u32>| assert_eq!(keys.number(key), number, "{key}");
        check("waymark:/:document", Some(1));
        check("waymark:/:document:2", Some(2));
        check("waymark:/:document:17", Some(17));
        check("waymark:/:document:1", None);
        check("waymark:/:document:02", None);
        check("waymark:/:document:", None);
        check("waymark:/:document:99999999999", None);
        check("waymark:/:undo", None);
        check("waymark:/a/:document", None);
        check("document", None);
    }
}
