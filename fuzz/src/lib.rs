//! Coverage-guided fuzzing of everything that reads bytes from outside.
//!
//! A target is a reader of `tests/readers` by its name. `cargo xtask torture fuzz` builds and runs all
//! of them with the usual toolchain; `cargo fuzz run NAME` runs one where there is a nightly.

use std::path::Path;

use demitasse_readers::{Reader, forgive_what_is_caught};

#[doc(hidden)]
pub use libfuzzer_sys;

/// The fuzzer's program for the reader that the program is named after.
#[macro_export]
macro_rules! target {
    () => {
        use $crate::libfuzzer_sys;
        $crate::libfuzzer_sys::fuzz_target!(
            init: $crate::begin(env!("CARGO_BIN_NAME")),
            |input| $crate::read(env!("CARGO_BIN_NAME"), input)
        );
    };
}

/// Lays good inputs into the corpus that the fuzzer goes on from.
///
/// # Panics
/// Where that cannot be written.
pub fn begin(name: &str) {
    forgive_what_is_caught();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    Reader::named(name).plant(&corpus).expect("the corpus can be written");
}

/// Gives a reader an input.
pub fn read(name: &str, input: &[u8]) {
    Reader::named(name).read(input);
}
