//! The browser: the only room that names `web_sys`, `js_sys` and `gloo`.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod local_pack;
pub mod many_files;
pub mod page;
pub mod press;
mod promise;
pub mod share;
pub mod storage;
pub mod tab_store;
pub mod witness;
pub mod worker;
