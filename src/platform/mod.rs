//! The only room that knows the browser.

pub mod storage;
