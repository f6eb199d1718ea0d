//! Lists that change while somebody is in them.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;

/// A list with a key for each item, written as Leptos' `<For>` is: an item
/// that stays keeps its elements and what was typed in them. All lists of the
/// program share one `<For>`, as each with types of its own is 2 kB to send.
#[component]
pub fn Each<Items, Item, Key, View>(
    /// The items in their order.
    each: impl Fn() -> Items + Send + 'static,
    /// What tells an item from the others of its list.
    key: impl Fn(&Item) -> Key + Send + 'static,
    /// Draws an item that is new in the list.
    children: impl Fn(Item) -> View + Send + Sync + Clone + 'static,
) -> impl IntoView
where
    Items: IntoIterator<Item = Item>,
    Item: Send + Sync + 'static,
    Key: Hash,
    View: IntoView + 'static,
{
    keyed(Box::new(move || {
        let row = |item: Item| {
            let mut hasher = DefaultHasher::new();
            key(&item).hash(&mut hasher);
            let children = children.clone();
            Row {
                key: hasher.finish(),
                draw: Box::new(move || children(item).into_any()),
            }
        };
        each().into_iter().map(row).collect()
    }))
}

struct Row {
    /// A hash of the item's key; that two of a list are the same is as good as
    /// impossible.
    key: u64,
    draw: Box<dyn FnOnce() -> AnyView + Send + Sync>,
}

fn keyed(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=rows key=|row| row.key let:row>{(row.draw)()}</For> }.into_any()
}
