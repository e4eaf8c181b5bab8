//! The terminal: taken over at the start, given back at the end, whatever the end is.

use std::io::{self, BufWriter, Stdout, Write};
use std::mem::ManuallyDrop;
use std::panic;

use crossterm::cursor::{Hide, Show};
use crossterm::style::Print;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Frame, Terminal};

use crate::session::Surface;

/// One frame fits, so that a paint is one write.
const FRAME_BYTES: usize = 256 * 1024;

/// Presses and the wheel, in the form that has no bounds (xterm's modes 1000 and 1006). Mere
/// moves stay unreported: over a thin line they would cost more than all the rest.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Rings, or flashes, as the terminal is set.
const BELL: char = '\u{7}';

/// The terminal, as long as it is ours.
#[derive(Debug)]
pub struct Screen {
    /// Never dropped: its own end speaks on standard error where the terminal is gone, and that
    /// would be a panic.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<BufWriter<Stdout>>>>,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// Where there is none, or it is gone.
    pub fn enter() -> io::Result<Self> {
        restore_on_panic();
        enable_raw_mode()?;
        let mut out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
        queue!(out, EnterAlternateScreen, Hide, Print(MOUSE_ON))?;
        out.flush()?;
        let terminal = Terminal::new(CrosstermBackend::new(out))?;
        Ok(Self { terminal: ManuallyDrop::new(terminal) })
    }
}

impl Surface for Screen {
    fn area(&self) -> io::Result<Rect> {
        let size = self.terminal.size()?;
        Ok(Rect::new(0, 0, size.width, size.height))
    }

    /// The terminal is asked for its size with each picture.
    fn resize(&mut self, _size: Size) -> io::Result<()> {
        Ok(())
    }

    /// Only cells that changed are written.
    fn draw(&mut self, paint: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(paint).map(drop)
    }

    fn ring(&mut self) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), Print(BELL))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back. There is nobody left to tell if that fails: the line may be gone.
fn restore() {
    drop(disable_raw_mode());
    drop(execute!(io::stdout(), Print(MOUSE_OFF), LeaveAlternateScreen, Show));
}

/// Gives the terminal back before a panic is told, so that its words can be read.
fn restore_on_panic() {
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        restore();
        told(info);
    }));
}
