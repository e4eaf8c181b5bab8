//! Codes and tokens: made from the system's random numbers, kept as hashes, compared in constant
//! time.

use demitasse_shared::code::{
    self, LONG_PAIRING_CODE_BYTES, PAIRING_CODE_BYTES, WINDOW_CODE_BYTES,
};
use hmac::{Hmac, KeyInit, Mac};
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

/// A fresh pairing code that nobody guesses, however often they try.
pub fn long_pairing_code() -> Result<String, NoRandomness> {
    random::<LONG_PAIRING_CODE_BYTES>()
}

/// A fresh token for a session or a device.
pub fn token() -> Result<String, NoRandomness> {
    random::<TOKEN_BYTES>()
}

/// What a fresh key pair is made from.
pub fn seed() -> Result<[u8; 32], NoRandomness> {
    bytes()
}

/// A fresh one-time code: six digits, each of the million equally likely.
pub fn one_time_code() -> Result<String, NoRandomness> {
    // What lies above the last whole million would make low codes likelier.
    const CODES: u32 = 1_000_000;
    const BOUND: u32 = u32::MAX - u32::MAX % CODES;
    loop {
        let number = u32::from_le_bytes(bytes()?);
        if number < BOUND {
            return Ok(format!("{:06}", number % CODES));
        }
    }
}

fn random<const BYTES: usize>() -> Result<String, NoRandomness> {
    Ok(code::encode(&bytes::<BYTES>()?))
}

fn bytes<const BYTES: usize>() -> Result<[u8; BYTES], NoRandomness> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(NoRandomness)?;
    Ok(bytes)
}

/// What a keyed hash is for: the same text under two purposes has two hashes that nobody can tie
/// together. The numbers are hashed, too, and stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Whom an e-mail address stands for.
    Email = 1,
    /// Whom a telephone number stands for.
    Phone = 2,
    /// Whom a badge stands for, and that it is on the list.
    Badge = 3,
    /// The one-time code of one waiting session.
    Proof = 4,
    /// The word that lets others see an order's journey.
    Share = 5,
}

/// The key of one database. What is short enough to be guessed, such as a telephone number, is kept
/// as a hash under it: a list of such hashes says nothing to whoever has not the key as well.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// A fresh key.
    pub fn fresh() -> Result<Self, NoRandomness> {
        Ok(Self(bytes()?))
    }

    /// The hash of a text for one purpose (HMAC, RFC 2104).
    pub fn hash(&self, purpose: Purpose, text: &str) -> [u8; 32] {
        // A key shorter than the hash's block is filled up with zeros (RFC 2104, section 2).
        let mut block = [0; 64];
        block[..self.0.len()].copy_from_slice(&self.0);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(&[purpose as u8]);
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The key itself, to be kept.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Key {
    fn from(kept: [u8; 32]) -> Self {
        Self(kept)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// What is kept of a secret: enough to know it again. The secrets are random and long, so that a
/// plain hash is as hard to reverse as a slow one.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Compares in a time that tells nothing of where the two differ.
pub fn equal(one: impl AsRef<[u8]>, other: impl AsRef<[u8]>) -> bool {
    one.as_ref().ct_eq(other.as_ref()).into()
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

    #[test]
    fn one_time_codes_are_six_digits_and_spread_over_all_of_them() {
        let codes: Vec<_> = (0..2_000).map(|_| one_time_code().expect("random numbers")).collect();
        for code in &codes {
            assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        }
        for first in '0'..='9' {
            let share = codes.iter().filter(|code| code.starts_with(first)).count();
            assert!((100..=300).contains(&share), "{share} of 2,000 begin with {first}");
        }
    }

    #[test]
    fn a_keyed_hash_is_one_keys_and_one_purposes() {
        let (one, other) = (Key::from([1; 32]), Key::from([2; 32]));
        let hash = one.hash(Purpose::Email, "ana@example.org");
        assert_eq!(hash, Key::from([1; 32]).hash(Purpose::Email, "ana@example.org"));
        assert_ne!(hash, other.hash(Purpose::Email, "ana@example.org"));
        assert_ne!(hash, one.hash(Purpose::Badge, "ana@example.org"));
        assert_ne!(hash, one.hash(Purpose::Email, "ana@example.com"));
    }
}
