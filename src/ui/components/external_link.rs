use leptos::prelude::*;

/// A link that leaves the app: in a new tab, and says so. The other site
/// learns nothing of where the reader came from. Only `http` and `https`
/// become links; anything else is shown as the text it is.
pub fn external_link(url: &str, text: &str) -> AnyView {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return view! { <span>{text.to_owned()} " (" {url.to_owned()} ")"</span> }.into_any();
    }
    view! {
        <a href=url.to_owned() target="_blank" rel="noopener noreferrer" class="external">
            {text.to_owned()}
            <span class="opens">" (opens in a new tab)"</span>
        </a>
    }
    .into_any()
}
