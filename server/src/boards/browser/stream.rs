//! What a page hears of its board: pictures, the bell, signs of life, and how it ended.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::cells::Painter;
use super::{Page, Watched};
use crate::boards::NoBoard;
use crate::boards::canvas::Viewer;
use crate::boards::host::{self, End};

/// How often a page hears that the line is alive. It counts as down after ten seconds of silence.
const BEAT: Duration = Duration::from_secs(3);

/// One page's stream, as server-sent events. Its board goes on without it for a while.
#[derive(Debug)]
pub struct Stream {
    page: Arc<Page>,
    viewer: Viewer,
    painter: Painter,
    watched: watch::Receiver<Watched>,
    own: u64,
    beat: Interval,
    is_over: bool,
}

/// What comes next on a stream.
enum Next {
    Cells(Bytes),
    Beat,
    /// Another page has taken the board over.
    Elsewhere,
    Ended(End),
}

impl Stream {
    /// The newest stream of a page; an older one gives way to it.
    pub(super) fn new(page: &Arc<Page>) -> Self {
        let mut own = 0;
        page.watched.send_modify(|watched| {
            own = watched.stream + 1;
            *watched = Watched { stream: own, is_there: true };
        });
        let mut beat = interval(BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            page: Arc::clone(page),
            viewer: page.viewer.afresh(),
            painter: Painter::default(),
            watched: page.watched.subscribe(),
            own,
            beat,
            is_over: false,
        }
    }

    /// The next event, ready to be sent; nothing after the last one.
    pub async fn next(&mut self) -> Option<Bytes> {
        if self.is_over {
            return None;
        }
        Some(match self.happens().await {
            Next::Cells(event) => event,
            Next::Beat => event("beat", "1"),
            Next::Elsewhere => self.last("elsewhere"),
            Next::Ended(end) => self.last(word(end)),
        })
    }

    async fn happens(&mut self) -> Next {
        let (own, watched) = (self.own, &mut self.watched);
        let newer = async { drop(watched.wait_for(|watched| watched.stream != own).await) };
        tokio::select! {
            biased;
            () = newer => Next::Elsewhere,
            change = self.viewer.next() => match change {
                Some(change) => Next::Cells(self.painter.event(&change)),
                None => Next::Ended(host::end(self.page.end.clone()).await),
            },
            _ = self.beat.tick() => Next::Beat,
        }
    }

    fn last(&mut self, why: &str) -> Bytes {
        self.is_over = true;
        event("end", &format!("\"{why}\""))
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.page.watched.send_if_modified(|watched| {
            let is_newest = watched.stream == self.own;
            watched.is_there &= !is_newest;
            is_newest
        });
    }
}

/// The whole stream of a board that does not open.
pub fn refused(why: &NoBoard) -> Bytes {
    let word = match why {
        NoBoard::Full => "full",
        NoBoard::Closing => "closed",
        NoBoard::NotPaired => "revoked",
        why => {
            tracing::error!(error = why as &dyn std::error::Error, "a board did not open");
            "failed"
        }
    };
    event("end", &format!("\"{word}\""))
}

/// An event on the wire.
pub(super) fn event(name: &str, data: &str) -> Bytes {
    Bytes::from(format!("event: {name}\ndata: {data}\n\n"))
}

/// How the page names an end.
fn word(end: End) -> &'static str {
    match end {
        End::Quit | End::Interrupted | End::HungUp => "quit",
        End::Revoked => "revoked",
        End::Closed => "closed",
        End::Failed => "failed",
    }
}
