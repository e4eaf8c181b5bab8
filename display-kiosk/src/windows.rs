//! The monitor's windows, as those know them who only want to wake them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use egui::{Context, ViewportId};

/// All windows of the monitor. Any thread may wake them.
#[derive(Clone)]
pub(crate) struct Windows {
    context: Context,
    beside: Arc<Mutex<Vec<ViewportId>>>,
}

impl Windows {
    /// The main window of a context; there is none beside it yet.
    pub(crate) fn new(context: Context) -> Self {
        Self { context, beside: Arc::default() }
    }

    /// Says which windows there are beside the main one.
    pub(crate) fn set_beside(&self, beside: Vec<ViewportId>) {
        *self.beside.lock().unwrap_or_else(PoisonError::into_inner) = beside;
    }

    /// Has each window painted anew, once, a breath from now.
    pub(crate) fn repaint_after(&self, breath: Duration) {
        let beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for window in std::iter::once(ViewportId::ROOT).chain(beside) {
            self.context.request_repaint_after_for(breath, window);
        }
    }
}
