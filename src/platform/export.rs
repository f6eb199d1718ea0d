//! The writers of calendars and spreadsheets: a second program, which
//! `boot.js` fetches when it is first asked for. See `src/bin/export.rs`.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use super::clock;
use super::promise::settle;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = waymark, js_name = fetchExporter)]
    fn fetch_exporter() -> Promise;

    type Exporter;
    #[wasm_bindgen(method)]
    fn calendar(this: &Exporter, rows: Vec<String>, now: &str, today: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn spreadsheet(this: &Exporter, rows: Vec<String>) -> String;
}

/// A file of another program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Calendar,
    Spreadsheet,
}

/// Writes rows of `domain::export` as such a file. `done` is told its text,
/// or None where the program that writes it did not arrive.
pub fn write(rows: Vec<String>, what: Written, done: impl FnOnce(Option<String>) + 'static) {
    settle(fetch_exporter(), move |program| {
        let program: Option<Exporter> = program.ok().map(JsCast::unchecked_into);
        done(program.and_then(|program| match what {
            Written::Calendar => program.calendar(rows, &clock::now().iso(), &clock::today().iso()),
            Written::Spreadsheet => Some(program.spreadsheet(rows)),
        }));
    });
}
