//! What pages draw from, and drawing it again when it has changed. Leptos
//! makes 1 to 3 kB of code for every type of value in a signal and of closure
//! in a view; with these there is one type of each.

use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;

/// A value that lives as long as the program.
pub struct Kept<T: 'static>(&'static (Mutex<T>, ArcTrigger));

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T> Kept<T> {
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new((Mutex::new(value), ArcTrigger::new()))))
    }

    /// Reads or changes it; nothing is drawn again.
    pub fn quietly<R>(self, use_it: impl FnOnce(&mut T) -> R) -> R {
        // A panic ends the program, so no lock is ever found broken.
        use_it(&mut self.0.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads it; what is being drawn is drawn again when it changes.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.1.track();
        self.quietly(|value| read(value))
    }

    /// Changes it; what was drawn from it is drawn again.
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let answer = self.quietly(change);
        self.0.1.notify();
        answer
    }
}

/// A part of a page that is drawn again when what it reads has changed.
pub fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let draw: Value<AnyView> = Box::new(draw);
    draw.into_any()
}

/// The value of a property, read again when what it reads has changed.
pub type Value<T> = Box<dyn Fn() -> T + Send>;

pub fn value<T: 'static>(read: impl Fn() -> T + Send + 'static) -> Value<T> {
    Box::new(read)
}

/// What is done when something happens to an element.
pub fn then<E: 'static>(call: impl Fn(E) + 'static) -> Box<dyn Fn(E)> {
    Box::new(call)
}
