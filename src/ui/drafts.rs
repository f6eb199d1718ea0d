//! What is typed and not used yet, such as an action that is not added: it
//! stays when its page is left, and in this tab when the page is loaded again.

use leptos::prelude::*;

use crate::platform::tab_store;

/// All of them, by the box they stand in.
#[derive(Clone, Copy)]
pub struct Drafts(RwSignal<Vec<(String, String)>>);

/// What is typed in one box.
#[derive(Clone, Copy)]
pub struct Draft {
    all: Drafts,
    of: StoredValue<String>,
}

/// The drafts, for a component of a page.
pub fn draft(of: impl Into<String>) -> Draft {
    Draft {
        all: expect_context(),
        of: StoredValue::new(of.into()),
    }
}

impl Drafts {
    /// Those that this tab had before the page was loaded, put into the context.
    pub fn provide() -> Self {
        let kept = tab_store::read().and_then(|text| serde_json::from_str(&text).ok());
        let drafts = Self(RwSignal::new(kept.unwrap_or_default()));
        provide_context(drafts);
        drafts
    }

    /// They go with everything else that is removed, in another tab too.
    pub fn go_when(self, is_empty: Memo<bool>) {
        Effect::new(move |before: Option<bool>| {
            let is_empty = is_empty.get();
            if is_empty && before == Some(false) {
                self.clear();
            }
            is_empty
        });
    }

    /// Removes them.
    pub fn clear(self) {
        self.0.set(Vec::new());
        tab_store::write("");
    }

    /// Keeps them for when the page is loaded again.
    pub fn keep(self) {
        let text = self.0.with_untracked(|all| match all.is_empty() {
            true => Ok(String::new()),
            false => serde_json::to_string(all),
        });
        tab_store::write(&text.unwrap_or_default());
    }
}

impl Draft {
    /// What is typed; none where nothing was typed yet.
    pub fn get(self) -> Option<String> {
        self.of.with_value(|of| {
            self.all.0.with(|all| {
                let mut all = all.iter();
                all.find(|(it, _)| it == of).map(|(_, text)| text.clone())
            })
        })
    }

    /// Whether anything stands in the box.
    pub fn is_written(self) -> bool {
        untrack(|| self.get()).is_some_and(|text| !text.is_empty())
    }

    /// Another text, or none once it is used.
    pub fn set(self, text: Option<String>) {
        let of = self.of.get_value();
        self.all.0.update(|all| {
            all.retain(|(it, _)| *it != of);
            all.extend(text.map(|text| (of, text)));
        });
    }

    /// The text of a box that is empty until something is typed.
    pub fn text(self) -> Signal<String> {
        Signal::derive(move || self.get().unwrap_or_default())
    }
}
