//! Links that leave the app.

use leptos::prelude::*;

use super::hidden::Hidden;

/// A link that leaves the app: in a new tab, and says so. The other site
/// learns nothing of where the reader came from. Only `http` and `https`
/// become links; anything else is shown as the text it is.
#[component]
pub fn ExternalLink(
    #[prop(into)] url: String,
    #[prop(into)] text: String,
    /// Of what, said aloud after a text that many links share. Empty for none.
    #[prop(into, optional)]
    of: String,
) -> impl IntoView {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return view! { <span><bdi>{text}</bdi>" ("{url}")"</span> }.into_any();
    }
    let of = (!of.is_empty()).then(|| view! { <Hidden>": " <bdi>{of}</bdi></Hidden> });
    view! {
        <a href=url target="_blank" rel="noopener noreferrer" class="external">
            <bdi>{text}</bdi>
            {of}
            <span class="opens">" (opens in a new tab)"</span>
        </a>
    }
    .into_any()
}
