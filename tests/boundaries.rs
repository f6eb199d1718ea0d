//! Imports run one way: `ui → app → domain` and `platform → app`; `domain` and
//! `app` know no browser, clock or chance.

use std::collections::{BTreeMap, BTreeSet};
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

/// Files of one folder that import each other in a ring and wait to be parted.
/// An entry whose ring is gone must go too.
const RINGS_LEFT: &[(&str, &[&str])] = &[("src/ui", &["notices", "pages", "parts", "session"])];

/// A module as its path from the crate's root: `app`, `session`, `view`.
type Module = Vec<String>;

/// The paths of a `use`, without the braces.
fn expand(tree: &str) -> Vec<String> {
    let Some((head, rest)) = tree.split_once('{') else {
        return tree
            .split(" as ")
            .take(1)
            .map(|it| it.trim().into())
            .collect();
    };
    let mut depth = 0;
    rest[..rest.rfind('}').unwrap_or(rest.len())]
        .split(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == ',' && depth == 0
        })
        .filter(|part| !part.trim().is_empty())
        .flat_map(expand)
        .map(|path| [head.trim(), &path].concat())
        .collect()
}

/// Every path that some code names, as it would be from the crate's root.
fn paths(code: &str, module: &[String]) -> Vec<Module> {
    let code = code.split("\nmod tests {").next().unwrap_or_default();
    let lines = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    let uses = code.split(';').filter_map(|it| it.rsplit_once("use "));
    let uses =
        uses.filter(|(before, _)| before.is_empty() || before.ends_with(char::is_whitespace));
    let mut paths: Vec<String> = uses.flat_map(|(_, tree)| expand(tree)).collect();
    paths.extend(
        code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
            .filter(|word| word.starts_with("crate::") || word.starts_with("super::"))
            .map(str::to_owned),
    );
    let absolute = |path: String| {
        let mut from = module.to_vec();
        let mut steps = path.split("::").peekable();
        while let Some(step) = steps.next_if(|step| ["crate", "super", "self"].contains(step)) {
            match step {
                "crate" => from.clear(),
                "super" => drop(from.pop()),
                _ => {}
            }
        }
        from.extend(steps.filter(|step| !step.is_empty()).map(str::to_owned));
        from
    };
    paths.into_iter().map(absolute).collect()
}

/// The rings among some modules: the folder, who is in it, and who imports whom.
fn rings(sources: &[(Module, String)]) -> Vec<(String, Vec<String>, Vec<String>)> {
    let named: Vec<_> = sources
        .iter()
        .map(|(module, code)| (module, paths(code, module)))
        .collect();
    let modules: BTreeSet<&[String]> = sources
        .iter()
        .map(|(module, _)| module.as_slice())
        .collect();
    // What a folder passes on from one of its files belongs to that file.
    let mut passed_on = BTreeMap::new();
    for (module, path) in named
        .iter()
        .flat_map(|(module, paths)| paths.iter().map(move |it| (module, it)))
    {
        if let Some(name) = path
            .last()
            .filter(|_| path.len() > module.len() + 1 && path.starts_with(module))
        {
            passed_on.insert(
                [module.as_slice(), std::slice::from_ref(name)].concat(),
                path,
            );
        }
    }
    let mut imports: BTreeMap<(&[String], &str), BTreeSet<&str>> = BTreeMap::new();
    for (module, path) in named
        .iter()
        .flat_map(|(module, paths)| paths.iter().map(move |it| (*module, it)))
    {
        let path = (1..=path.len())
            .find_map(|end| passed_on.get(&path[..end]))
            .copied()
            .unwrap_or(path);
        let level = module.iter().zip(path).take_while(|(a, b)| a == b).count();
        if level < module.len() && level < path.len() && modules.contains(&path[..=level]) {
            imports
                .entry((&module[..level], &module[level]))
                .or_default()
                .insert(&path[level]);
        }
    }
    let reached = |folder, from| {
        let mut seen = BTreeSet::new();
        let mut next = vec![from];
        while let Some(file) = next.pop() {
            next.extend(
                imports
                    .get(&(folder, file))
                    .into_iter()
                    .flatten()
                    .filter(|it| seen.insert(**it)),
            );
        }
        seen
    };
    let mut rings = BTreeMap::new();
    for &(folder, file) in imports.keys() {
        let ring: Vec<&str> = reached(folder, file)
            .into_iter()
            .filter(|it| reached(folder, it).contains(file))
            .collect();
        if !ring.is_empty() {
            rings.insert((folder, ring), ());
        }
    }
    let told = |(folder, ring): (&[String], Vec<&str>)| {
        let within = |file: &&str| {
            imports[&(folder, *file)]
                .iter()
                .filter(|it| ring.contains(it))
                .copied()
                .collect::<Vec<_>>()
                .join(", ")
        };
        let arrows = ring
            .iter()
            .map(|file| format!("{file} → {}", within(file)))
            .collect();
        (
            ["src", &folder.join("/")].join("/"),
            ring.iter().map(|it| (*it).to_owned()).collect(),
            arrows,
        )
    };
    rings.into_keys().map(told).collect()
}

#[test]
fn no_files_of_a_folder_import_each_other_in_a_ring() {
    let src = root().join("src");
    let mut sources = Vec::new();
    for file in files(&src) {
        let path = file
            .strip_prefix(&src)
            .expect("it is in there")
            .with_extension("");
        let mut module: Module = path
            .iter()
            .map(|it| it.to_str().expect("UTF-8").to_owned())
            .collect();
        module.pop_if(|last| last == "mod");
        let is_program = ["main", "bin", "lib"].contains(&module[0].as_str());
        if !is_program && !module.iter().any(|it| it == "tests") {
            sources.push((module, fs::read_to_string(&file).expect("readable")));
        }
    }
    let (mut unknown, mut left) = (Vec::new(), RINGS_LEFT.to_vec());
    for (folder, ring, arrows) in rings(&sources) {
        let known = |(place, known): &(&str, &[&str])| {
            *place == folder && ring.iter().all(|file| known.contains(&file.as_str()))
        };
        if !RINGS_LEFT.iter().any(known) {
            unknown.push((folder.clone(), arrows));
        }
        left.retain(|it| !known(it));
    }
    assert!(unknown.is_empty(), "rings: {unknown:#?}");
    assert!(
        left.is_empty(),
        "no longer rings, so no longer exceptions: {left:?}"
    );
}

#[test]
fn a_ring_is_seen_however_it_is_written() {
    let check = |files: &[(&str, &str)], expected: &[&str]| {
        let sources: Vec<_> = files
            .iter()
            .map(|(module, code)| {
                (
                    module.split("::").map(str::to_owned).collect(),
                    (*code).to_owned(),
                )
            })
            .collect();
        let found: Vec<_> = rings(&sources)
            .iter()
            .map(|(folder, ring, _)| format!("{folder}: {}", ring.join(" ")))
            .collect();
        assert_eq!(found, expected, "{files:?}");
    };
    let a = ("f::a", "use super::b::B;");
    check(&[a, ("f::b", "use super::a::A;")], &["src/f: a b"]);
    check(
        &[a, ("f::b", "use super::{Other, a::{A, C as D}};")],
        &["src/f: a b"],
    );
    check(
        &[a, ("f::b", "fn f() -> crate::f::a::A {}")],
        &["src/f: a b"],
    );
    check(
        &[
            a,
            (
                "f::b",
                "pub use std::fmt;\n/// use super::a::A;\nuse super::c;",
            ),
            ("f::c", "fn f() { super::a::g() }"),
        ],
        &["src/f: a b c"],
    );
    check(
        &[("f", "mod a;\npub use a::A;"), a, ("f::b", "use super::A;")],
        &["src/f: a b"],
    );
    check(
        &[
            ("f::a::c", "use super::super::b::B;"),
            ("f::a", ""),
            ("f::b", "use crate::f::a::c::C;"),
        ],
        &["src/f: a b"],
    );
    check(
        &[
            a,
            (
                "f::b",
                "// use super::a::A;\nmod tests {\n use super::a;\n}",
            ),
        ],
        &[],
    );
    check(
        &[a, ("f::b", "use super::Root;"), ("f", "pub struct Root;")],
        &[],
    );
    check(
        &[
            ("f::a", "use super::Root;"),
            ("f", "mod a;\npub use a::A;\npub struct Root;"),
        ],
        &[],
    );
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let found = ["src", "tests", "benches"].map(|folder| files(&root().join(folder)));
    let silent = found.iter().flatten().filter(|file| {
        let code = fs::read_to_string(file).expect("readable");
        !code.starts_with("//! ")
    });
    let silent: Vec<_> = silent.collect();
    assert!(silent.is_empty(), "no `//!` on the first line: {silent:#?}");
}

#[test]
fn every_page_in_the_navigation_is_there() {
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
            route.as_ref().is_some_and(|it| *it != Route::NotFound),
            "index.html links to #/{link}, which is {route:?}"
        );
    }
}
