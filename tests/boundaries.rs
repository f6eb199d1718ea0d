//! Imports run one way: `ui → app → domain` and `platform → app`; `domain` and
//! `app` know no browser, clock or chance.

use std::fs;
use std::path::{Path, PathBuf};

/// Asked when the test runs: checkouts that share a build folder share tests.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .expect("run by cargo")
        .into()
}

/// A room, and the words that must not stand in its code.
const ROOMS: [(&str, &[&str]); 5] = [
    (
        "src/domain",
        &[
            "crate::app",
            "crate::platform",
            "crate::ui",
            "leptos",
            "web_sys",
            "js_sys",
            "gloo",
            "wasm_bindgen",
            "std::time",
            "std::fs",
            "std::env",
            "std::thread",
            "chrono::Utc",
            "chrono::Local",
            "::now(",
            "rand::",
            "getrandom",
        ],
    ),
    (
        "src/app",
        &[
            "crate::platform",
            "crate::ui",
            "leptos",
            "web_sys",
            "js_sys",
            "gloo",
            "wasm_bindgen",
            "std::time",
            "std::fs",
            "std::env",
            "std::thread",
            "::now(",
            "rand::",
            "getrandom",
        ],
    ),
    ("src/platform", &["crate::ui", "leptos"]),
    ("src/ui", &["web_sys", "js_sys", "gloo", "wasm_bindgen"]),
    (
        "src/ui/components",
        &[
            "crate::app",
            "crate::domain",
            "crate::platform",
            "crate::ui::pages",
        ],
    ),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the room is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

/// The lines of code that name a forbidden word, comments left out.
fn trespasses(code: &str, forbidden: &[&str]) -> Vec<String> {
    code.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .filter(|line| forbidden.iter().any(|word| line.contains(word)))
        .map(|line| line.trim().to_owned())
        .collect()
}

#[test]
fn imports_run_one_way() {
    let root = root();
    for (room, forbidden) in ROOMS {
        let files = files(&root.join(room));
        assert!(!files.is_empty(), "{room} is empty");
        for file in files {
            let code = fs::read_to_string(&file).expect("readable");
            let found = trespasses(&code, forbidden);
            assert!(found.is_empty(), "{}: {found:?}", file.display());
        }
    }
}

#[test]
fn a_trespass_is_seen_and_a_comment_is_none() {
    let code = "use leptos::prelude::*; // fine\n// leptos is only named here\nlet a = 1;";
    assert_eq!(trespasses(code, &["leptos"]), ["use leptos::prelude::*;"]);
}

#[test]
fn every_page_in_the_navigation_is_built() {
    use waymark::app::route::Route;
    let root = root();
    let page = fs::read_to_string(root.join("index.html")).expect("readable");
    let links: Vec<&str> = page
        .split("href=\"#/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(links.len() > 5, "{links:?}");
    for link in links {
        let route = Route::parse(&format!("/{link}"));
        assert!(
            route.as_ref().is_some_and(Route::is_built),
            "index.html links to #/{link}, which is {route:?}"
        );
    }
}
