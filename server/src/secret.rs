//! Codes and tokens: made from the system's random numbers, kept as hashes, compared in constant
//! time.

use demitasse_shared::code::{self, PAIRING_CODE_BYTES, WINDOW_CODE_BYTES};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Random bytes behind a session or a device's token: 160 bits.
const TOKEN_BYTES: usize = 20;

/// The system gave no random numbers: nothing that must not be guessed can be made.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random numbers")]
pub struct NoRandomness(#[source] getrandom::Error);

/// A fresh code for a window.
pub fn window_code() -> Result<String, NoRandomness> {
    random::<WINDOW_CODE_BYTES>()
}

/// A fresh pairing code.
pub fn pairing_code() -> Result<String, NoRandomness> {
    random::<PAIRING_CODE_BYTES>()
}

/// A fresh token for a session or a device.
pub fn token() -> Result<String, NoRandomness> {
    random::<TOKEN_BYTES>()
}

fn random<const BYTES: usize>() -> Result<String, NoRandomness> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(NoRandomness)?;
    Ok(code::encode(&bytes))
}

/// What is kept of a secret: enough to know it again. The secrets are random and long, so that a
/// plain hash is as hard to reverse as a slow one.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Compares in a time that tells nothing of where the two differ.
pub fn equal(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_long_enough_and_new_each_time() {
        let codes: std::collections::BTreeSet<_> =
            (0..100).map(|_| window_code().expect("random numbers")).collect();
        assert_eq!(codes.len(), 100);
        assert!(codes.iter().all(|code| code.len() * 5 >= 80));
    }
}
