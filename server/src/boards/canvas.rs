//! What a hosted board is painted on: a picture that whoever sends it takes when the line has room.
//!
//! The board paints as often as it likes; each picture takes the last one's place. A slow line takes
//! fewer of them, and never holds more than the newest and the one that its far end shows.

use std::io::{self, Sink};
use std::sync::Arc;

use demitasse_barista::Surface;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use tokio::sync::watch;

/// The largest picture: wider and higher than any screen that people read.
const MOST_COLUMNS: u16 = 400;
const MOST_ROWS: u16 = 200;

/// The last picture, and how often the bell has rung.
#[derive(Clone, Debug)]
struct Picture {
    cells: Arc<Buffer>,
    rings: u64,
}

/// A surface that keeps its last picture for a [`Viewer`].
#[derive(Debug)]
pub(super) struct Canvas {
    terminal: Terminal<CrosstermBackend<Sink>>,
    area: Rect,
    picture: watch::Sender<Picture>,
}

/// Sees what is painted on a canvas, as far as the line allows.
#[derive(Debug)]
pub(super) struct Viewer {
    picture: watch::Receiver<Picture>,
    seen: Option<Picture>,
}

/// What is new since the last look.
#[derive(Debug)]
pub(super) struct Change {
    /// What was shown before, where it has the same size.
    before: Option<Arc<Buffer>>,
    now: Arc<Buffer>,
    /// Whether the bell rang.
    pub(super) rang: bool,
}

/// A canvas of this size, and who looks at it.
pub(super) fn canvas(size: Size) -> io::Result<(Canvas, Viewer)> {
    let area = area(size);
    let terminal = terminal(area)?;
    let (picture, viewer) =
        watch::channel(Picture { cells: Arc::new(Buffer::empty(area)), rings: 0 });
    Ok((Canvas { terminal, area, picture }, Viewer { picture: viewer, seen: None }))
}

/// What paints a picture. What it would write to a terminal goes nowhere.
fn terminal(area: Rect) -> io::Result<Terminal<CrosstermBackend<Sink>>> {
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    Terminal::with_options(CrosstermBackend::new(io::sink()), options)
}

/// A size that can be painted.
fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.width.clamp(1, MOST_COLUMNS), size.height.clamp(1, MOST_ROWS))
}

impl Surface for Canvas {
    fn area(&self) -> io::Result<Rect> {
        Ok(self.area)
    }

    fn resize(&mut self, size: Size) -> io::Result<()> {
        self.area = area(size);
        // Resizing one would ask a terminal where its cursor is.
        self.terminal = terminal(self.area)?;
        Ok(())
    }

    fn draw(&mut self, paint: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        let done = self.terminal.draw(|frame| paint(frame))?;
        self.picture.send_modify(|picture| picture.cells = Arc::new(done.buffer.clone()));
        Ok(())
    }

    fn ring(&mut self) -> io::Result<()> {
        self.picture.send_modify(|picture| picture.rings += 1);
        Ok(())
    }
}

impl Viewer {
    /// What is new, once something is; nothing once the board has ended. Safe to cancel.
    pub(super) async fn next(&mut self) -> Option<Change> {
        self.picture.changed().await.ok()?;
        let now = self.picture.borrow_and_update().clone();
        let before = self.seen.replace(now.clone());
        let rang = before.as_ref().is_some_and(|before| before.rings != now.rings);
        let before = before.map(|before| before.cells);
        let before = before.filter(|before| before.area == now.cells.area);
        Some(Change { before, now: now.cells, rang })
    }

    /// Another look from the start, for a line that begins anew.
    pub(super) fn afresh(&self) -> Self {
        let mut picture = self.picture.clone();
        picture.mark_changed();
        Self { picture, seen: None }
    }
}

impl Change {
    /// Whether nothing that is shown so far counts any more.
    pub(super) fn is_whole(&self) -> bool {
        self.before.is_none()
    }

    /// How large the picture is.
    pub(super) fn size(&self) -> Size {
        self.now.area.as_size()
    }

    /// The cells that have changed, row by row; of a whole picture those that are not empty.
    pub(super) fn cells(&self) -> Vec<(u16, u16, &Cell)> {
        match &self.before {
            Some(before) => before.diff(&self.now),
            None => Buffer::empty(self.now.area).diff(&self.now),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::text::Line;

    use super::*;

    fn write(canvas: &mut Canvas, text: &str) {
        let mut paint = |frame: &mut Frame<'_>| frame.render_widget(Line::raw(text), frame.area());
        canvas.draw(&mut paint).expect("nothing can fail here");
    }

    fn text(change: &Change) -> String {
        change.cells().iter().map(|(_, _, cell)| cell.symbol()).collect()
    }

    #[tokio::test]
    async fn a_slow_viewer_sees_the_last_picture_and_no_other() {
        let (mut canvas, mut viewer) = canvas(Size::new(8, 1)).expect("a canvas");
        write(&mut canvas, "one");
        let first = viewer.next().await.expect("painted");
        assert_eq!((first.is_whole(), text(&first).as_str()), (true, "one"));
        write(&mut canvas, "two");
        write(&mut canvas, "ore");
        let next = viewer.next().await.expect("painted");
        assert_eq!((next.is_whole(), text(&next).as_str()), (false, "r"), "one became ore");
    }

    #[tokio::test]
    async fn another_size_or_another_line_begins_with_a_whole_picture() {
        let (mut canvas, mut viewer) = canvas(Size::new(8, 1)).expect("a canvas");
        write(&mut canvas, "one");
        viewer.next().await.expect("painted");
        canvas.resize(Size::new(9, 1)).expect("room");
        write(&mut canvas, "one");
        assert!(viewer.next().await.expect("painted").is_whole());
        let again = viewer.afresh().next().await.expect("there is a picture");
        assert!(again.is_whole() && text(&again) == "one");
    }

    #[tokio::test]
    async fn a_bell_is_heard_once_and_the_end_is_seen() {
        let (mut canvas, mut viewer) = canvas(Size::new(8, 1)).expect("a canvas");
        write(&mut canvas, "one");
        viewer.next().await.expect("painted");
        canvas.ring().expect("a bell");
        let rung = viewer.next().await.expect("rung");
        assert!(rung.rang && rung.cells().is_empty());
        write(&mut canvas, "two");
        assert!(!viewer.next().await.expect("painted").rang);
        drop(canvas);
        assert!(viewer.next().await.is_none());
    }

    #[test]
    fn no_size_is_too_small_or_too_large() {
        assert_eq!(area(Size::new(0, 0)).as_size(), Size::new(1, 1));
        let most = Size::new(MOST_COLUMNS, MOST_ROWS);
        assert_eq!(area(Size::new(u16::MAX, u16::MAX)).as_size(), most);
    }
}
