//! The progress bar: on a terminal only, and on stderr, so that stdout holds the result alone.

use indicatif::{ProgressBar, ProgressStyle};

use super::report::Tally;

const TEMPLATE: &str = "{elapsed_precise} {bar:32} {pos} of {len} guests · {wide_msg}";

#[derive(Debug)]
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new(guests: usize) -> Self {
        let bar = ProgressBar::new(u64::try_from(guests).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style.progress_chars("━━─"));
        }
        bar.set_message(Tally::default().line());
        Self(bar)
    }

    pub(super) fn show(&self, tally: &Tally) {
        // In this order: a new message is drawn at once.
        self.0.set_position(tally.guests());
        self.0.set_message(tally.line());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
