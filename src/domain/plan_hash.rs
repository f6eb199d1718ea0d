//! Which plan file somebody read, told by its bytes.

use sha2::{Digest, Sha256};

use crate::domain::ids::PlanHash;

/// The SHA-256 of a file as it was read, in hexadecimal. The browser's own is
/// not there on plain `http`, and this one works in tests.
pub fn plan_hash(bytes: &[u8]) -> PlanHash {
    let digest = Sha256::digest(bytes);
    let hex = |byte: &u8| {
        let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or('0');
        [digit(byte >> 4), digit(byte & 15)]
    };
    PlanHash::new(digest.iter().flat_map(hex).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_what_other_programs_say() {
        for (bytes, hash) in [
            (
                "",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ),
            (
                "abc",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
        ] {
            assert_eq!(plan_hash(bytes.as_bytes()).as_str(), hash, "{bytes:?}");
        }
    }
}
