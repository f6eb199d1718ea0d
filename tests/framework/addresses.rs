//! Web addresses: those of the source, all of them, clean and well formed.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::check;
use crate::data::{list, pop, resources, set, text};
use crate::source;

/// An address and the resource it stands on.
fn addresses(data: &Value) -> impl Iterator<Item = (&str, &str)> {
    resources(data).flat_map(|resource| {
        list(resource, "addresses")
            .iter()
            .map(|address| (text(address, "url"), text(resource, "id")))
    })
}

/// The different addresses over all resources.
pub fn distinct(data: &Value) -> BTreeSet<&str> {
    addresses(data).map(|(url, _)| url).collect()
}

fn fault_in(url: &str) -> Option<&'static str> {
    let Some(rest) = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
    else {
        return Some("starts with neither http:// nor https://");
    };
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    if !url.chars().all(allowed) {
        return Some("has a space or another sign that no address has");
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let label = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if !host.contains('.') || !host.split('.').all(label) {
        return Some("has no proper host name");
    }
    let escaped =
        |part: &str| part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
    if !url.split('%').skip(1).all(escaped) {
        return Some("has a broken % escape");
    }
    if host.contains("safelinks") || rest.contains("://") {
        return Some("is wrapped in another address");
    }
    if url.matches('#').count() > 1 || url.matches('?').count() > 1 {
        return Some("has two queries or two fragments");
    }
    let query = rest.split('#').next().and_then(|r| r.split_once('?'));
    let tracks = query.is_some_and(|(_, query)| {
        query
            .split('&')
            .any(|pair| source::is_tracking(pair.split('=').next().unwrap_or_default()))
    });
    tracks.then_some("has a parameter that only tracks")
}

fn well_formed(data: &Value) -> Vec<String> {
    addresses(data)
        .filter_map(|(url, id)| Some(format!("{id}: {url} {}", fault_in(url)?)))
        .collect()
}

const SPARK: &str = "resources.caseload.spark-community-connector-training.addresses.0.url";

#[test]
fn an_address_is_well_formed_and_tracks_nobody() {
    check(
        well_formed,
        &[
            (
                "no scheme",
                |d| set(d, SPARK, "www.a.org/x"),
                "www.a.org/x starts",
            ),
            (
                "a mailbox",
                |d| set(d, SPARK, "mailto:x@a.org"),
                "mailto:x@a.org starts",
            ),
            (
                "a space",
                |d| set(d, SPARK, "https://a.org/a b"),
                "a b has a space",
            ),
            (
                "no host",
                |d| set(d, SPARK, "https:///x"),
                "https:///x has no proper host",
            ),
            (
                "an escape",
                |d| set(d, SPARK, "https://a.org/%2"),
                "broken % escape",
            ),
            (
                "a wrapper",
                |d| {
                    set(
                        d,
                        SPARK,
                        "https://eur01.safelinks.protection.outlook.com/?url=a",
                    )
                },
                "wrapped",
            ),
            (
                "two joined",
                |d| set(d, SPARK, "https://a.org/https://b.org/"),
                "wrapped",
            ),
            (
                "a tracker",
                |d| set(d, SPARK, "https://a.org/?id=1&fbclid=2"),
                "only tracks",
            ),
            (
                "a campaign",
                |d| set(d, SPARK, "https://a.org/?utm_source=2#x"),
                "only tracks",
            ),
            (
                "a time stamp",
                |d| set(d, SPARK, "https://a.org/?ts=6363"),
                "only tracks",
            ),
        ],
    );
}

fn same_as_in(source: &str, data: &Value) -> Vec<String> {
    let wanted = source::addresses(source);
    let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
    let here = distinct(data);
    let lost = wanted.difference(&here);
    let added = here.difference(&wanted);
    lost.map(|url| format!("{url} is in the source and on no resource"))
        .chain(added.map(|url| format!("{url} is on a resource and not in the source")))
        .collect()
}

#[test]
fn the_addresses_are_those_of_the_source() {
    let Some(text) = source::read("the addresses of the source beside those of the data") else {
        return;
    };
    check(
        |data| same_as_in(&text, data),
        &[
            (
                "one lost",
                |d| {
                    pop(
                        d,
                        "resources.caseload.spark-community-connector-training.addresses",
                    )
                },
                "wellbeing-south-somerset is in the source",
            ),
            (
                "one changed",
                |d| set(d, SPARK, "https://www.sparksomerset.org.uk/"),
                "https://www.sparksomerset.org.uk/ is on a resource and not",
            ),
        ],
    );
}
