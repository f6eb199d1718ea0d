//! What must hold of any bytes at all: of a file, of two or three to put
//! together, of a review, of a local pack, and of the plan made from a file.
//!
//! `cargo test` tries every fixture. `make soak` builds the same with coverage
//! counters, which the stable compiler has, and lets libFuzzer look for bytes
//! that reach what no others have:
//! `WAYMARK_FUZZ=decode|merge|review|pack|generate` says which. What it finds
//! is kept beside its corpus; given as an argument it is tried once more.

#![cfg_attr(fuzzing, no_main)]

mod seeds;
mod targets;

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(
    init: seeds::write(targets::chosen().0),
    |bytes: &[u8]| { targets::chosen().1(bytes); }
);

#[cfg(not(fuzzing))]
fn main() {
    for (name, holds) in targets::ALL {
        let seeds = seeds::of(name);
        let opened = seeds.iter().filter(|(_, bytes)| holds(bytes)).count();
        println!("{name}: {} tried, {opened} opened", seeds.len());
        assert!(opened > 3, "{name}: only {opened} of its seeds open");
    }
}
