use leptos::prelude::*;

/// A link that leaves the app: in a new tab, and says so. The other site
/// learns nothing of where the reader came from. Only `http` and `https`
/// become links; anything else is shown as the text it is.
#[component]
pub fn ExternalLink(#[prop(into)] url: String, #[prop(into)] text: String) -> impl IntoView {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return view! { <span><bdi>{text}</bdi>" ("{url}")"</span> }.into_any();
    }
    view! {
        <a href=url target="_blank" rel="noopener noreferrer" class="external">
            <bdi>{text}</bdi>
            <span class="opens">" (opens in a new tab)"</span>
        </a>
    }
    .into_any()
}
