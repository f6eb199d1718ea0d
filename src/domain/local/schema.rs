//! The JSON Schema of the pack, made from its table; `schema.rs` of the file
//! says how it is written anew.

use super::table::PACK;
use crate::domain::file::schema::{assert_committed, of_group};

#[test]
fn the_committed_schema_of_the_pack_is_up_to_date() {
    const PATH: &str = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/schema/waymark-local-1.schema.json"
    );
    assert_committed(PATH, &of_group(&PACK, "Waymark local pack, version 1"));
}
