//! What a client's terminal says of itself, as far as it matters for the board's looks.

use std::collections::BTreeMap;

use demitasse_barista::{Theme, Words};

/// The variables that count; whatever else a client sends is not even kept.
const KNOWN: [&str; 6] = ["COLORTERM", "LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "TERM"];

/// The longest value that is taken, in bytes.
const VALUE_BYTES: usize = 64;

/// A client's variables.
#[derive(Clone, Debug, Default)]
pub(super) struct Surroundings(BTreeMap<&'static str, String>);

impl Surroundings {
    /// Takes a variable, if it is one that counts.
    pub(super) fn set(&mut self, name: &str, value: String) -> bool {
        let known = KNOWN.into_iter().find(|known| *known == name);
        match known {
            Some(name) if value.len() <= VALUE_BYTES => {
                self.0.insert(name, value);
                true
            }
            _ => false,
        }
    }

    /// How things look there, and in which language they are said.
    pub(super) fn look(&self) -> (Theme, Words) {
        let var = |name: &str| self.0.get(name).cloned();
        (Theme::from_env(var), Words::from_env(var))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_counts_is_taken() {
        let mut surroundings = Surroundings::default();
        for name in KNOWN {
            assert!(surroundings.set(name, "1".to_owned()), "{name}");
        }
        for name in ["PATH", "LD_PRELOAD", "term", ""] {
            assert!(!surroundings.set(name, "1".to_owned()), "{name}");
        }
        assert!(!surroundings.set("TERM", "x".repeat(VALUE_BYTES + 1)));
    }
}
