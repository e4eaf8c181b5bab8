//! What the monitor says when it cannot open a window.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};
use winit::error::EventLoopError;

/// Why there is no window.
#[derive(Debug)]
pub enum Failure {
    /// Nothing to open it on.
    NoDisplay,
    /// There is a display, but the window could not be drawn; in the words of who tried.
    Window(String),
    /// The display went away.
    Lost(EventLoopError),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDisplay if cfg!(all(unix, not(target_os = "macos"))) => write!(
                f,
                "There is no display to show the bar on. Start the monitor in a graphical session, \
                 or say which one in DISPLAY or WAYLAND_DISPLAY."
            ),
            Self::NoDisplay => write!(f, "There is no display to show the bar on."),
            Self::Window(why) => write!(f, "The monitor cannot open a window: {why}"),
            Self::Lost(_) => write!(f, "The monitor has lost its display."),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Lost(cause) = self { Some(cause) } else { None }
    }
}

/// Keeps the last thing that went wrong. The window's library only writes it to the log.
#[derive(Debug)]
pub(super) struct LastWords(Mutex<Option<String>>);

static LAST_WORDS: LastWords = LastWords(Mutex::new(None));

/// What the window's library begins its last words with.
const FAREWELL: &str = "Exiting because of error: ";

impl LastWords {
    /// Begins to listen. Where somebody listens already, that is left so.
    pub(super) fn listen() -> &'static Self {
        if log::set_logger(&LAST_WORDS).is_ok() {
            log::set_max_level(LevelFilter::Error);
        }
        &LAST_WORDS
    }

    /// Why the windows are gone, where they did not simply close.
    pub(super) fn failure(&self) -> Option<Failure> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        last.map(Failure::Window)
    }
}

impl Log for LastWords {
    fn enabled(&self, _of: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let said = record.args().to_string();
        if let Some(why) = said.strip_prefix(FAREWELL) {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(why.to_owned());
        }
    }

    fn flush(&self) {}
}
