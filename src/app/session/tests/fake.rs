//! A store that fails on purpose.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use crate::app::session::{StorageUsage, Store, StoreError};
use crate::domain::limits::utf16_units;

/// Which calls fail.
#[derive(Clone, Debug, Default)]
pub enum Fails {
    #[default]
    Never,
    Always(StoreError),
    /// The n-th call from now on, counted from 0.
    At(usize, StoreError),
    /// That one and all after it.
    From(usize, StoreError),
    /// Calls in a row, as drawn; then none.
    Drawn(Vec<Option<StoreError>>),
}

#[derive(Default)]
pub struct Fake {
    pub texts: RefCell<BTreeMap<String, String>>,
    fails: RefCell<Fails>,
    calls: Cell<usize>,
    /// UTF-16 units there is room for; None for plenty.
    pub quota: Cell<Option<usize>>,
}

impl Fake {
    pub fn fail(&self, fails: Fails) {
        *self.fails.borrow_mut() = fails;
        self.calls.set(0);
    }

    /// Calls since the last `fail`.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    pub fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    pub fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.into(), text.into());
    }

    pub fn names(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    /// Counts the call; an error where it is to fail.
    fn call(&self) -> Result<(), StoreError> {
        let call = self.calls.replace(self.calls.get() + 1);
        let error = match &*self.fails.borrow() {
            Fails::Never => None,
            Fails::Always(error) => Some(error.clone()),
            Fails::At(n, error) => (call == *n).then(|| error.clone()),
            Fails::From(n, error) => (call >= *n).then(|| error.clone()),
            Fails::Drawn(drawn) => drawn.get(call).cloned().flatten(),
        };
        error.map_or(Ok(()), Err)
    }
}

impl Store for Fake {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.get(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call()?;
        let mut texts = self.texts.borrow_mut();
        let others = texts.iter().filter(|(other, _)| *other != key);
        let units: usize = others.map(|(_, text)| utf16_units(text)).sum();
        if self
            .quota
            .get()
            .is_some_and(|quota| units + utf16_units(text) > quota)
        {
            return Err(StoreError::Full);
        }
        texts.insert(key.into(), text.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.call()?;
        let names = self.names();
        Ok(names
            .into_iter()
            .filter(|name| name.starts_with(prefix))
            .collect())
    }

    fn usage(&self, _: &str) -> Result<StorageUsage, StoreError> {
        self.call()?;
        let used = self
            .texts
            .borrow()
            .values()
            .map(|text| 2 * utf16_units(text))
            .sum();
        Ok(StorageUsage { used, left: 0 })
    }
}
