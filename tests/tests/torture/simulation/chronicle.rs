//! The last things that happened, for whoever has to understand why a promise broke.

use std::collections::VecDeque;

use demitasse_shared::Timestamp;

/// How much of the story is told when it ends badly.
const LINES: usize = 40;

/// The story so far. It is told where a test panics.
#[derive(Debug)]
pub(crate) struct Chronicle {
    title: String,
    lines: VecDeque<String>,
}

impl Chronicle {
    pub(crate) fn new(title: String) -> Self {
        Self { title, lines: VecDeque::new() }
    }

    /// Writes down who did what, and what came of it.
    pub(crate) fn note(&mut self, at: Timestamp, line: &str) {
        if self.lines.len() == LINES {
            self.lines.pop_front();
        }
        self.lines.push_back(format!("{at}  {line}"));
    }
}

impl Drop for Chronicle {
    #[expect(clippy::print_stderr, reason = "it is for whoever reads why the test failed")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("\nThe story of {}, its last {} lines:", self.title, self.lines.len());
            for line in &self.lines {
                eprintln!("  {line}");
            }
        }
    }
}

/// Ends the story: a promise is broken.
#[track_caller]
pub(crate) fn broken(promise: &str, expected: &dyn std::fmt::Debug, found: &dyn std::fmt::Debug) {
    panic!("broken: {promise}\n expected: {expected:#?}\n found:    {found:#?}");
}

/// Ends the story where two things are not the same.
#[track_caller]
pub(crate) fn same<T: PartialEq + std::fmt::Debug>(promise: &str, expected: &T, found: &T) {
    if expected != found {
        broken(promise, expected, found);
    }
}
