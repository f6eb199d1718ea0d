//! The time, chance, and waiting.

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

use crate::domain::dates::{Day, Moment};

/// Now, to the second. Where the clock shows a year that cannot be written, the
/// last moment or the first; every page then says that it is wrong.
pub fn now() -> Moment {
    let seconds = (Date::now() / 1000.0) as i64;
    let end = if seconds < 0 { Day::FIRST } else { Day::LAST };
    Moment::from_unix(seconds).unwrap_or(Moment::start_of(end))
}

/// The day where the worker is.
pub fn today() -> Day {
    let date = Date::new_0();
    // A year before 1 arrives as a very large number where it is unsigned.
    let year = date.get_full_year() as i32;
    let end = if year < 1 { Day::FIRST } else { Day::LAST };
    Day::new(year, date.get_month() + 1, date.get_date()).unwrap_or(end)
}

/// A moment as a person here says it: "23 November 2026, 15:04".
pub fn spoken(moment: Moment) -> String {
    let date = Date::new(&(moment.unix() as f64 * 1000.0).into());
    let day = Day::new(
        date.get_full_year() as i32,
        date.get_month() + 1,
        date.get_date(),
    );
    let day = day.unwrap_or(moment.utc_day()).long();
    format!("{day}, {:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// A word nobody else will draw: 128 random bits in base 16.
pub fn random_word() -> String {
    let mut bytes = [0u8; 16];
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok())
        .expect("every browser that runs this has random numbers");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Calls once, after so many milliseconds.
pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = callable(Box::new(call));
    let set = web_sys::window().map(|window| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(
            call.unchecked_ref(),
            milliseconds,
        )
    });
    debug_assert!(matches!(set, Some(Ok(_))));
}

/// Calls once, as soon as what is being done now is done, before the browser
/// paints or hears of another key. What was changed before this was asked for
/// is drawn again by then: Leptos draws in a microtask too, which it queues
/// with the first change, and microtasks run in the order of the queue.
pub fn soon(call: impl FnOnce() + 'static) {
    let call = callable(Box::new(call));
    if let Some(window) = web_sys::window() {
        window.queue_microtask(call.unchecked_ref());
    }
}

/// One type for all: each type of closure is code of its own.
fn callable(call: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(call)
}

/// Milliseconds from some beginning, to measure how long something takes.
pub fn ticks() -> f64 {
    Date::now()
}
