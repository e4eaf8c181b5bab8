//! The line between the bar's live hub and the monitor: whole, silent, or cut.

use std::time::Duration;

use demitasse::app::Bar;
use demitasse::live::LiveStream;
use demitasse_shared::Timestamp;
use demitasse_shared::client::{EventReader, Update};
use demitasse_shared::live::{Beat, LINE_DEAD_AFTER};
use futures_util::FutureExt;
use tokio::task::unconstrained;

use demitasse_tests::Chance;

/// How the line is, as nobody in the house knows it.
pub(crate) enum Line {
    /// Bytes come.
    Whole(Box<LiveStream>),
    /// Bytes have stopped coming, and nobody was told: since when.
    Silent(Timestamp),
    /// The reader knows that it is gone.
    Cut,
}

/// The line, and the reader at its end.
pub(crate) struct Wire {
    pub(crate) line: Line,
    reader: EventReader,
}

impl Wire {
    /// A reader without a line yet.
    pub(crate) fn new() -> Self {
        Self { line: Line::Cut, reader: EventReader::default() }
    }

    /// Whether the line is whole.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(self.line, Line::Whole(_))
    }

    /// When the reader gives a silent line up.
    pub(crate) fn gives_up(&self) -> Option<Timestamp> {
        match self.line {
            Line::Silent(since) => since.checked_add(LINE_DEAD_AFTER).ok(),
            Line::Whole(_) | Line::Cut => None,
        }
    }

    /// Opens a stream afresh, as the monitor does.
    pub(crate) fn mend(&mut self, bar: &Bar) {
        self.reader.begin();
        self.line = Line::Whole(Box::new(bar.hub().subscribe(None)));
    }

    /// The server stops speaking.
    pub(crate) fn silence(&mut self, now: Timestamp) {
        self.line = Line::Silent(now);
    }

    /// The line breaks in the middle of a word, and the reader knows.
    pub(crate) fn cut(&mut self, now: Timestamp, chance: &mut Chance) -> Update {
        let word = serde_json::to_string(&Beat { at: now }).expect("it is plain data");
        let frame = format!("event: beat\ndata: {word}\n\n");
        let heard = usize::try_from(chance.below(frame.len() as u64 - 2)).unwrap_or(0);
        let mut updates = Vec::new();
        let read = self.reader.read(&frame.as_bytes()[..heard], &mut updates);
        assert!(read.is_ok() && updates.is_empty(), "half a word says nothing");
        self.line = Line::Cut;
        Update::Down("the line broke".to_owned())
    }

    /// The server's next sign of life.
    pub(crate) fn beat(&mut self) {
        if let Line::Whole(stream) = &mut self.line {
            stream.beat();
        }
    }

    /// All that has come in, in pieces as a network hands them out.
    pub(crate) fn hear(&mut self, chance: &mut Chance) -> Vec<Update> {
        let mut updates = Vec::new();
        let Line::Whole(stream) = &mut self.line else { return updates };
        while let Some(bytes) = unconstrained(stream.next()).now_or_never() {
            let bytes = bytes.expect("a reader who keeps up is not cut off");
            let cut = usize::try_from(chance.below(bytes.len() as u64)).unwrap_or(0);
            for piece in [&bytes[..cut], &bytes[cut..]] {
                self.reader.read(piece, &mut updates).expect("the hub makes sense");
            }
        }
        updates
    }
}

/// Between two signs of life of the server.
pub(crate) const BEAT: Duration = Duration::from_secs(demitasse_shared::live::STAFF_BEAT_SECONDS);
