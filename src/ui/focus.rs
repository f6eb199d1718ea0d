//! Where the focus goes when what had it goes.

use leptos::prelude::*;
use leptos::tachys::html::element::ElementType;

use crate::platform::{clock, page};

/// Moves the focus to an element, once what was just changed is drawn.
pub fn focus_when_there<E>(element: NodeRef<E>)
where
    E: ElementType,
    E::Output: page::TakesFocus,
{
    clock::soon(move || {
        if let Some(element) = element.try_get_untracked().flatten() {
            page::focus(element.as_ref());
        }
    });
}

/// The same, but only where what had the focus is gone by then.
pub fn focus_if_lost<E>(element: NodeRef<E>)
where
    E: ElementType,
    E::Output: page::TakesFocus,
{
    clock::soon(move || {
        if page::focus_is_lost() {
            focus_when_there(element);
        }
    });
}

/// Moves the focus to an element now, and nothing under the pointer.
pub fn focus_in_place<E>(element: NodeRef<E>)
where
    E: ElementType,
    E::Output: page::TakesFocus,
{
    if let Some(element) = element.get_untracked() {
        page::focus_in_place(element.as_ref());
    }
}
