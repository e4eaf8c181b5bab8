//! Keys that make a request safe to repeat.

use crate::code;

/// Random bytes behind a key: 128 bits, so that no two requests of any device meet.
const KEY_BYTES: usize = 16;

/// The system gave no random numbers.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random numbers")]
pub struct NoRandomness(#[source] getrandom::Error);

/// A fresh key for one walk-up order: made once, sent with every try.
pub fn fresh_key() -> Result<String, NoRandomness> {
    let mut bytes = [0; KEY_BYTES];
    getrandom::fill(&mut bytes).map_err(NoRandomness)?;
    Ok(code::encode(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::IDEMPOTENCY_KEY_CHARS;

    #[test]
    fn no_two_keys_are_the_same_and_each_fits_into_the_header() {
        let keys = [fresh_key().expect("random"), fresh_key().expect("random")];
        assert_ne!(keys[0], keys[1]);
        for key in keys {
            assert!((1..=IDEMPOTENCY_KEY_CHARS).contains(&key.len()), "{key}");
            assert!(key.bytes().all(|byte| byte.is_ascii_graphic()), "{key}");
        }
    }
}
