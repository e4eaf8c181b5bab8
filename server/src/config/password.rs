//! What a venue keeps to itself: the passwords and keys that it was given.

use std::fmt;

/// A password or a key: a network's, a mail server's, a gateway's. It is on its way to where it
/// belongs and shows nowhere else.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// No check here: what is refused while flags are read is quoted.
impl From<String> for Password {
    fn from(given: String) -> Self {
        Self(given)
    }
}

impl Password {
    /// The password, on its way to where it belongs.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}
