use crate::ui::element::{Element, el};

/// A link that leaves the app: in a new tab, and says so. The other site
/// learns nothing of where the reader came from. Only `http` and `https`
/// become links; anything else is shown as the text it is.
pub fn external_link(url: &str, text: &str) -> Element {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return el("span").with(format!("{text} ({url})"));
    }
    el("a")
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .class("external")
        .with(text.to_owned())
        .with(el("span").class("opens").with(" (opens in a new tab)"))
}
