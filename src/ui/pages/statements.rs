//! `#/privacy` and `#/accessibility`: short and true.

use leptos::prelude::*;

pub fn privacy(heading: String) -> AnyView {
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p class="lead">"Waymark has no server of its own, no account and no tracking. It runs in your browser."</p>
            <h2>"What happens when you open it"</h2>
            <p>"Your browser fetches the page and its program from the place you opened it from. Whoever runs that place can see that somebody asked for it, as with any web page. After that nothing is asked from anywhere."</p>
            <h2>"What leaves your browser"</h2>
            <p>"Only what you take out yourself: a file you save, or a link you follow to somebody else’s website. A link opens in a new tab, and that website is not told where you came from."</p>
            <h2>"What never happens"</h2>
            <ul>
                <li>"Nothing you type is sent anywhere."</li>
                <li>"No cookies are set, and nobody counts visits."</li>
                <li>"Nothing is loaded from another website."</li>
            </ul>
            <h2>"How to check"</h2>
            <p>"The page carries a rule (a content security policy) that makes the browser refuse any request to another place. Your browser’s developer tools show the rule, and list every request the page makes."</p>
        </div>
    }
    .into_any()
}

pub fn accessibility(heading: String) -> AnyView {
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p class="lead">"Waymark is meant to work for everyone, and to meet the Web Content Accessibility Guidelines 2.2 at level AA."</p>
            <h2>"What you can do"</h2>
            <ul>
                <li>"Use every page with the keyboard alone. The first Tab offers a link past the menu."</li>
                <li>"Use a screen reader: pages have one main heading each, and the focus moves to it when you change page."</li>
                <li>"Zoom to 400 %, or use a screen 320 pixels wide, without scrolling sideways."</li>
                <li>"Use your own colours, dark colours or reduced motion, as set in your device."</li>
                <li>"Print any page."</li>
            </ul>
            <h2>"How it is tested"</h2>
            <p>"Every page is checked by the axe rules in two browser engines, in light and dark, and used by keyboard before a release. It has not been tested by people who use screen readers every day, and no outside audit has been made."</p>
            <h2>"What does not work yet"</h2>
            <p>"The linked training belongs to other organisations. We have not checked how accessible it is."</p>
        </div>
    }
    .into_any()
}
