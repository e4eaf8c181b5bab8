//! Which texts the pages have said, so that a test finds the ones that nobody says any more.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Notes that a text was said.
pub(super) fn note(id: &str) {
    SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned());
}

/// All that was said.
pub(super) fn all() -> BTreeSet<String> {
    SAID.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
