//! Journeys through the built app in the three engines people have.
//!
//! ```text
//! cargo test --test browser                                all of them
//! cargo test --test browser -- --engine chromium plan      one engine, one name
//! cargo test --test browser -- --list                      what there is
//! ```
//!
//! The app is read from `dist`, or the folder that `WAYMARK_DIST` names; axe
//! from `node_modules` (`npm ci`). A failure leaves a picture, the HTML and a
//! report under `target/screens`.
//!
//! `journeys` holds what people do, in words of roles and names; `rig` holds
//! everything that knows about browsers. A journey also fails if the page
//! reported an error or asked anything of another machine.

mod journeys;
mod options;
mod rig;
mod runner;

use std::process::ExitCode;

use options::Options;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(problem) => {
            eprintln!("{problem}\n{}", options::USAGE);
            return ExitCode::FAILURE;
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    match runtime.block_on(runner::run(&options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
