//! What Waymark is about, as plain data and pure functions.

pub mod dates;
pub mod document;
#[cfg(test)]
pub mod example;
pub mod export;
pub mod file;
pub mod framework;
pub mod ids;
pub mod ladder;
pub mod limits;
pub mod local;
pub mod plan;
pub mod plan_hash;
pub mod rating_remark;
pub mod score;
pub mod sorted_map;
pub mod sorted_set;
pub mod supervision;
pub mod team;
pub mod web_address;
pub mod words;
