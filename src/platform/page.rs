//! The page around the program: its address, title, focus and frame.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::{
    AddEventListenerOptions, Document, Element, Event, FocusOptions, HtmlElement, MouseEvent,
    StorageEvent, Window,
};

fn window() -> Window {
    web_sys::window().expect("the program runs in a window")
}

/// The page.
pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The part of the address after `#`, without it.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Goes to an address of the app (`#/…`), as following a link to it would.
pub fn go_to(href: &str) {
    if href.strip_prefix('#') != Some(&fragment()) {
        FOLLOWED.set(true);
        let _ = window().location().set_hash(href);
    }
}

thread_local! {
    /// How far down each address was left, in CSS pixels.
    static LEFT_AT: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
    /// The address that is shown, for `LEFT_AT`.
    static SHOWN: RefCell<String> = RefCell::default();
    /// A link was followed, so the next address starts at its top.
    static FOLLOWED: Cell<bool> = const { Cell::new(false) };
}

/// Calls `arrived` with every new fragment, for as long as the page lives.
/// Links within a page (`#main`) move the focus and leave the address alone.
pub fn on_fragment_change(
    is_route: impl Fn(&str) -> bool + 'static,
    arrived: impl Fn(String) + 'static,
) {
    SHOWN.set(fragment());
    let clicked = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let mouse = event.unchecked_ref::<MouseEvent>();
        // To another tab or window, or not for us.
        let elsewhere = mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key();
        if elsewhere || event.default_prevented() {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let Some(link) = target.and_then(|t| t.closest("a[href^='#']").ok().flatten()) else {
            return;
        };
        let href = link.get_attribute("href").unwrap_or_default();
        if href.starts_with("#/") {
            FOLLOWED.set(true);
            if href[1..] == fragment() {
                // To the page one is on: back to its beginning.
                event.prevent_default();
                FOLLOWED.set(false);
                stay();
            }
        } else if focus_on(&href[1..]) {
            event.prevent_default();
        }
    });
    listen(&document(), "click", clicked);

    let changed = Closure::<dyn Fn(Event)>::new(move |_| {
        let new = fragment();
        if !is_route(&new) && focus_on(&new) {
            return;
        }
        let old = SHOWN.replace(new.clone());
        let y = window().scroll_y().unwrap_or_default();
        LEFT_AT.with_borrow_mut(|left| {
            left.retain(|(address, _)| *address != old);
            left.push((old, y));
        });
        if let Some(main) = by_id("main") {
            let _ = main.set_attribute("aria-busy", "true");
        }
        arrived(new);
    });
    listen(&window(), "hashchange", changed);
}

/// The second click of a double click presses nothing where the first one took
/// away what it was for: it would press what has come under the pointer.
pub fn leave_out_stray_clicks() {
    let first = RefCell::new(None::<Element>);
    let clicked = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        match event.unchecked_ref::<MouseEvent>().detail() {
            // Pressed with a key, or by a label.
            0 => {}
            1 => {
                first.replace(target);
            }
            _ if first.borrow().as_ref().is_some_and(|it| !it.is_connected()) => {
                event.prevent_default();
                event.stop_propagation();
            }
            _ => {}
        }
    });
    let capture = true;
    document()
        .add_event_listener_with_callback_and_bool(
            "click",
            clicked.as_ref().unchecked_ref(),
            capture,
        )
        .expect("the browser takes listeners");
    clicked.forget();
}

/// The address leads to the page that is shown: back to its beginning.
pub fn stay() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus_on_heading(false);
    if let Some(main) = by_id("main") {
        let _ = main.remove_attribute("aria-busy");
    }
}

/// Loads the page again.
pub fn load_again() {
    let _ = window().location().reload();
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = waymark, js_name = partIsGone)]
    fn part_is_gone() -> bool;
}

/// Whether the host answered, but no longer has a part that was asked for: it
/// has another release by now, and only loading the page again helps.
pub fn is_renewed() -> bool {
    part_is_gone()
}

/// Calls the handler whenever it happens, as long as the page is there.
pub(super) fn listen(target: &web_sys::EventTarget, name: &str, handler: Closure<dyn Fn(Event)>) {
    target
        .add_event_listener_with_callback(name, handler.as_ref().unchecked_ref())
        .expect("the browser takes listeners");
    // The page and the program end together.
    handler.forget();
}

/// Whether the page has an element with this id.
pub fn has(id: &str) -> bool {
    by_id(id).is_some()
}

/// Moves the focus to the element with this id. False if there is none.
pub fn focus_on(id: &str) -> bool {
    by_id(id).is_some_and(|element| focus(&element))
}

/// Moves the focus to an element, whether or not a tap would. False if it
/// cannot have it.
pub fn focus(element: &HtmlElement) -> bool {
    if !element.has_attribute("tabindex") && element.tab_index() < 0 {
        let _ = element.set_attribute("tabindex", "-1");
    }
    element.focus().is_ok()
}

/// Moves the focus to an element, and scrolls nothing.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Any element of the page.
pub trait TakesFocus: JsCast + Clone + AsRef<HtmlElement> + 'static {}

impl<E: JsCast + Clone + AsRef<HtmlElement> + 'static> TakesFocus for E {}

/// Whether what had the focus is gone, and nothing else has it.
pub fn focus_is_lost() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}

/// Where the focus was lost with what had it, it goes to the page's top.
pub fn hold_focus() {
    if focus_is_lost() {
        focus_on("main");
    }
}

/// The frame after a page is drawn: which navigation link is current, whether
/// the first words show, the title, and that nothing is pending any more.
/// `moved` is false on the first page, where the browser keeps its own focus
/// and place. `arrive_at` is the id of what the address points at, if it is
/// not the whole page.
pub fn show_arrival(
    title: &str,
    current: &str,
    first_words: bool,
    moved: bool,
    arrive_at: Option<&str>,
) {
    let document = document();
    document.set_title(title);
    show_words(first_words);
    if let Ok(links) = document.query_selector_all(".site-header a") {
        for i in 0..links.length() {
            let Some(link) = links.item(i).and_then(|n| n.dyn_into::<Element>().ok()) else {
                continue;
            };
            let _ = if link.get_attribute("href").as_deref() == Some(current) {
                link.set_attribute("aria-current", "page")
            } else {
                link.remove_attribute("aria-current")
            };
        }
    }
    let followed = FOLLOWED.replace(false);
    if let Some(id) = arrive_at {
        // From the top of the page: WebKit can leave it out of sight where the
        // last page was scrolled.
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_on(id);
    } else if moved {
        let here = fragment();
        let back_at = LEFT_AT.with_borrow(|left| {
            let before = left.iter().find(|(address, _)| *address == here);
            before.map(|(_, y)| *y)
        });
        let back_at = back_at.filter(|_| !followed);
        window().scroll_to_with_x_and_y(0.0, back_at.unwrap_or(0.0));
        focus_on_heading(back_at.is_some());
    }
    if let Some(main) = by_id("main") {
        let _ = main.remove_attribute("aria-busy");
    }
}

/// Moves the focus to the heading. Where the place is not kept, and the window
/// so small that the heading is out of sight at the page's top, to where it is.
fn focus_on_heading(keep_place: bool) {
    let heading = document()
        .query_selector("#words:not([hidden]) h1, #page h1")
        .ok()
        .flatten()
        .and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let options = FocusOptions::new();
        options.set_prevent_scroll(keep_place);
        let _ = heading.focus_with_options(&options);
    }
}

/// Shows or hides the words of a first visit, which stand in `index.html`.
pub fn show_words(shown: bool) {
    if let Some(words) = by_id("words") {
        words.set_hidden(!shown);
    }
}

/// Where the program draws in `index.html`.
pub enum Place {
    /// The messages of every page.
    Notices,
    Page,
    /// What the host of the site says, at the foot of every page.
    Host,
}

/// The element of a place.
pub fn place(place: Place) -> HtmlElement {
    by_id(match place {
        Place::Notices => "notices",
        Place::Page => "page",
        Place::Host => "host",
    })
    .expect("index.html has a place for it")
}

/// Prints one part of the page and nothing else: print rules read its name on
/// `body`. It is taken away again once the paper is done with, which some
/// browsers say long after `print` returns, and some never: then with the next
/// thing that is done on the page.
pub fn print_only(part: &str) {
    let Some(body) = document().body() else {
        return;
    };
    let _ = body.set_attribute(PRINTED, part);
    let done = Closure::<dyn Fn()>::new(move || {
        let _ = body.remove_attribute(PRINTED);
    })
    .into_js_value();
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    for sign in ["afterprint", "pointerdown", "keydown"] {
        let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
            sign,
            done.unchecked_ref(),
            &options,
        );
    }
    let _ = window().print();
}

/// Names on `body` the one part that is printed.
const PRINTED: &str = "data-print";

/// Shows in the frame whether what was entered is stored.
pub fn show_saved(sentence: &str, trouble: bool) {
    if let Some(saved) = by_id("saved") {
        saved.set_text_content(Some(sentence));
        let _ = saved.class_list().toggle_with_force("trouble", trouble);
    }
}

/// Says it aloud, to whoever listens to the page.
pub fn speak_saved(sentence: &str) {
    if let Some(spoken) = by_id("saved-spoken") {
        spoken.set_text_content(Some(sentence));
    }
}

/// What the browser tells of this tab's life.
pub enum Life {
    /// The page is hidden or left, perhaps for good.
    Hidden,
    /// It is shown again.
    Shown,
    /// Another tab changed what is stored; none where all of it.
    StorageChanged(Option<String>),
}

/// Calls with what happens to the tab, for as long as the page lives.
pub fn on_life(happened: impl Fn(Life) + Clone + 'static) {
    let visible = happened.clone();
    let visibility = Closure::<dyn Fn(Event)>::new(move |_| {
        visible(if document().hidden() {
            Life::Hidden
        } else {
            Life::Shown
        });
    });
    listen(&document(), "visibilitychange", visibility);
    let left = happened.clone();
    let leaving = Closure::<dyn Fn(Event)>::new(move |_| left(Life::Hidden));
    listen(&window(), "pagehide", leaving);
    let stored = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let key = event.unchecked_ref::<StorageEvent>().key();
        happened(Life::StorageChanged(key));
    });
    listen(&window(), "storage", stored);
}

/// The path the app was opened at; none for a file on a disk.
pub fn path() -> Option<String> {
    let location = window().location();
    match location.protocol().as_deref() {
        Ok("file:") => None,
        _ => Some(location.pathname().unwrap_or_default()),
    }
}
