//! Where the search begins: the fixtures.

use std::fs;
use std::path::{Path, PathBuf};

/// Parts two files in one input: no UTF-8 text has it.
pub const BETWEEN: u8 = 0xFF;

/// The seeds of a target, each with a name.
pub fn of(target: &str) -> Vec<(String, Vec<u8>)> {
    let folders: &[&str] = match target {
        "pack" => &["local", "local/refused"],
        "review" => &["v1/reviews", "v1/reviews/refused"],
        "decode" => &["v1", "v1/refused", "v1/reviews", "v1/reviews/refused"],
        _ => &["v1"],
    };
    let mut seeds: Vec<_> = folders.iter().flat_map(|folder| files(folder)).collect();
    if target == "merge" {
        let two_or_three = |at: usize| {
            let count = 2 + at % 2;
            let those = seeds.iter().cycle().skip(at).take(count);
            let bytes: Vec<&[u8]> = those.map(|(_, bytes)| bytes.as_slice()).collect();
            (format!("{at}"), bytes.join(&BETWEEN))
        };
        seeds = (0..seeds.len()).map(two_or_three).collect();
    }
    seeds
}

fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
    let entries = fs::read_dir(root.join("tests/fixtures").join(folder)).expect("the fixtures");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    let read = |path: &PathBuf| (name(path), fs::read(path).expect("readable"));
    paths.iter().map(read).collect()
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Writes them where libFuzzer reads them: the folder `WAYMARK_FUZZ_SEEDS`.
#[cfg(fuzzing)]
pub fn write(target: &str) {
    if let Some(folder) = std::env::var_os("WAYMARK_FUZZ_SEEDS").map(PathBuf::from) {
        fs::create_dir_all(&folder).expect("a folder for the seeds");
        for (name, bytes) in of(target) {
            fs::write(folder.join(name), bytes).expect("a seed written");
        }
    }
}
