//! How often somebody was refused, by the reason: what an attack looks like from outside.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::response::Response;
use demitasse_shared::error::RefusalCode;

/// The reasons that are also logged: somebody asked for what is not theirs, or guessed.
const SUSPICIOUS: [RefusalCode; 7] = [
    RefusalCode::NotSignedIn,
    RefusalCode::NotAllowed,
    RefusalCode::NotFound,
    RefusalCode::WrongCode,
    RefusalCode::WrongProof,
    RefusalCode::UnknownBadge,
    RefusalCode::TooManyTries,
];

/// The counts since the server began. Clones share them.
#[derive(Clone, Debug, Default)]
pub(super) struct Noes(Arc<Mutex<BTreeMap<RefusalCode, u64>>>);

impl Noes {
    /// Counts an answer where it is a refusal. What is suspicious is logged the 1st, 2nd, 4th, 8th …
    /// time: whoever tries on and on must not fill the log, nor the disk.
    pub(super) fn note(&self, answer: &Response) {
        let Some(code) = answer.extensions().get::<RefusalCode>().copied() else { return };
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(code).or_default();
        *count += 1;
        if count.is_power_of_two() && SUSPICIOUS.contains(&code) {
            tracing::warn!(code = code.as_str(), times = *count, "somebody was refused");
        }
    }

    /// Every count there is.
    pub(super) fn counts(&self) -> BTreeMap<RefusalCode, u64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse;

    use super::*;
    use crate::domain::Refusal;
    use crate::http::error::ApiError;

    #[test]
    fn refusals_are_counted_by_their_code_and_answers_are_not() {
        let noes = Noes::default();
        let no = |code| ApiError::from(Refusal::new(code, "No.")).into_response();
        noes.note(&no(RefusalCode::NotAllowed));
        noes.note(&no(RefusalCode::NotAllowed));
        noes.note(&no(RefusalCode::SoldOut));
        noes.note(&"well".into_response());
        let counts = noes.counts();
        assert_eq!(counts, [(RefusalCode::SoldOut, 1), (RefusalCode::NotAllowed, 2)].into());
    }
}
