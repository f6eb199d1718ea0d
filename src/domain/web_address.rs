//! The only kind of link the app keeps: one a browser can open safely.

use std::fmt;

use crate::domain::limits::{ADDRESS, utf16_units};

/// An `http://` or `https://` address. A `javascript:` link would run when
/// clicked, so no other kind can be built.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(String);

impl WebAddress {
    /// Reads an address as a person pastes it: spaces around it are dropped.
    /// None for another scheme, no host, a space or control character inside,
    /// or more than 2,000 UTF-16 units.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://")?;
        let web = ["http", "https"]
            .iter()
            .any(|s| scheme.eq_ignore_ascii_case(s));
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        // Browsers read `\` as `/`, so what looks like a path could be a host.
        let odd = |c: char| c.is_whitespace() || c.is_control() || c == '\\';
        let good = web
            && host.contains(|c: char| c.is_alphanumeric())
            && !text.contains(odd)
            && utf16_units(text) <= ADDRESS.most;
        good.then(|| Self(text.to_owned()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_browser_opens_safely() {
        let check = |text: &str, kept: Option<&str>| {
            assert_eq!(
                WebAddress::parse(text).as_ref().map(WebAddress::as_str),
                kept,
                "{text:?}"
            );
        };
        check("https://example.org", Some("https://example.org"));
        check(
            " http://example.org/a?b=c#d \n",
            Some("http://example.org/a?b=c#d"),
        );
        check("HTTPS://EXAMPLE.ORG", Some("HTTPS://EXAMPLE.ORG"));
        check("https://例え.jp/ü", Some("https://例え.jp/ü"));
        check("javascript:alert(1)", None);
        check("JavaScript://example.org/%0aalert(1)", None);
        check(" java\nscript:alert(1)", None);
        check("data:text/html,<script>", None);
        check("file:///etc/hosts", None);
        check("mailto:a@example.org", None);
        check("//example.org", None);
        check("example.org", None);
        check("https://", None);
        check("https:///path", None);
        check("https://exa mple.org", None);
        check("https://example.org/\u{0}", None);
        check("https:\\\\example.org", None);
        check("https://example.org\\@elsewhere.org", None);
        check("", None);
        let longest = format!("https://example.org/{}", "x".repeat(ADDRESS.most - 20));
        check(&longest, Some(&longest));
        check(&format!("{longest}x"), None);
    }
}
