//! A board's pictures as a terminal understands them.

use std::io;

use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::{Backend, CrosstermBackend};

use crate::boards::canvas::Change;

/// Another screen, which leaves what stood there before; no cursor; presses and the wheel in the
/// form that has no bounds (xterm's modes 1000 and 1006); and marks around what is pasted, so that
/// it is not taken for keys.
pub(super) const BEGIN: &str = "\x1b[?1049h\x1b[?25l\x1b[?1000h\x1b[?1006h\x1b[?2004h";

/// All of it taken back.
pub(super) const END: &str = "\x1b[?2004l\x1b[?1006l\x1b[?1000l\x1b[0m\x1b[?1049l\x1b[?25h";

const BELL: u8 = 7;

/// What to write for a change.
///
/// # Errors
/// None: memory takes all that is written to it.
pub(super) fn written(change: &Change) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if change.is_whole() {
        queue!(bytes, Clear(ClearType::All))?;
    }
    let cells = change.cells();
    if !cells.is_empty() {
        CrosstermBackend::new(&mut bytes).draw(cells.into_iter())?;
    }
    if change.rang {
        bytes.push(BELL);
    }
    Ok(bytes)
}
