//! A press of the mouse or a finger, from its beginning to its click.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::Closure;
use web_sys::Event;

use super::clock;
use super::page::{document, listen};

thread_local! {
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
    static IS_DOWN: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Watches for presses, for as long as the page lives: a box that is left is
/// told after the press that leaves it has begun.
pub fn watch() {
    if IS_WATCHED.replace(true) {
        return;
    }
    // A press can end without a word: then it has with the next key.
    for name in ["mousedown", "mouseup", "dragend", "keydown"] {
        let is_down = name == "mousedown";
        let told = Closure::<dyn Fn(Event)>::new(move |_| {
            IS_DOWN.set(is_down);
            let waiting = WAITING.take();
            if !waiting.is_empty() {
                // The click comes with the end of the press, and goes first.
                clock::after(0, || waiting.into_iter().for_each(|call| call()));
            }
        });
        listen(&document(), name, told);
    }
}

/// Calls once nothing is pressed: now, or after the click. What would move the
/// page between the two would take the click from what it was for.
pub fn after(call: impl FnOnce() + 'static) {
    if IS_DOWN.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(call)));
    } else {
        call();
    }
}
