//! What lives as long as the program, and what was drawn from it.

use std::sync::{PoisonError, RwLock};

use leptos::prelude::*;

/// A value pages read: what reads it in a `live` part is drawn again when it
/// changes. Leptos' own signals are code for every type of value.
pub struct Kept<T: 'static>(&'static (RwLock<T>, ArcTrigger));

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T> Kept<T> {
    /// Never given back: only for what the program has one of.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new((RwLock::new(value), ArcTrigger::new()))))
    }

    /// Reads it as it is now.
    pub fn look<R>(self, read: impl FnOnce(&T) -> R) -> R {
        // A panic ends the program, so no lock is ever found broken.
        read(&self.0.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads it; what is being drawn is drawn again when it changes.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.1.track();
        self.look(read)
    }

    /// Changes it; nothing is drawn again.
    pub fn quietly<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.0.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes it; what was drawn from it is drawn again.
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let answer = self.quietly(change);
        self.0.1.notify();
        answer
    }
}
