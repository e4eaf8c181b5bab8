//! Staff's screens: the hub's own bytes, over a line that stalls and breaks, read and folded as every
//! screen reads and folds them.

use demitasse::app::Bar;
use demitasse::live::LiveStream;
use demitasse_shared::board::{Applied, Board};
use demitasse_shared::client::{EventReader, Update};
use demitasse_shared::ids::Seq;
use demitasse_tests::Chance;
use futures_util::FutureExt;
use tokio::task::unconstrained;

use super::chronicle::{broken, same};

/// A screen.
#[derive(Debug)]
pub(super) struct Screen {
    /// Where bytes are cut. It is this screen's own, since signs of life come by the machine's clock,
    /// and the story must not depend on that.
    cuts: Chance,
    reader: EventReader,
    line: Option<Box<LiveStream>>,
    board: Option<Board>,
    /// A line on which nothing comes through just now.
    pub(super) is_stalled: bool,
}

impl Screen {
    /// A screen without a line yet.
    pub(super) fn new(seed: u64) -> Self {
        let (cuts, reader) = (Chance::new(seed), EventReader::default());
        Self { cuts, reader, line: None, board: None, is_stalled: false }
    }

    /// The board as this screen has it, which may be of a while ago.
    pub(super) fn board(&self) -> Option<&Board> {
        self.board.as_ref()
    }

    pub(super) fn is_connected(&self) -> bool {
        self.line.is_some()
    }

    /// The line breaks.
    pub(super) fn cut(&mut self) {
        self.line = None;
        self.is_stalled = false;
    }

    /// The line comes back: most screens go on after the last change that they have seen, some ask
    /// for a few once more, some begin anew.
    pub(super) fn connect(&mut self, bar: &Bar, chance: &mut Chance) {
        if chance.percent(10) {
            *self = Self::new(chance.below(u64::MAX));
        }
        let seen = self.reader.begin();
        let again =
            if chance.percent(20) { i64::try_from(chance.below(5)).unwrap_or(0) } else { 0 };
        let last = seen.map(|seq| Seq((seq.0 - again).max(0)));
        self.line = Some(Box::new(bar.hub().subscribe(last)));
    }

    /// Takes in what has come, in pieces as a network hands them out.
    pub(super) fn hear(&mut self) {
        if self.is_stalled {
            return;
        }
        let Some(mut line) = self.line.take() else { return };
        while let Some(bytes) = unconstrained(line.next()).now_or_never() {
            // Whoever was too slow, or whose server has gone, comes back later.
            let Some(bytes) = bytes else { return };
            let cut = usize::try_from(self.cuts.below(bytes.len() as u64)).unwrap_or(0);
            for piece in [&bytes[..cut], &bytes[cut..]] {
                self.read(piece);
            }
        }
        self.line = Some(line);
    }

    fn read(&mut self, bytes: &[u8]) {
        let mut updates = Vec::new();
        if let Err(why) = self.reader.read(bytes, &mut updates) {
            broken("always 5: a reader is told of every change", &"the next change", &why);
        }
        for update in updates {
            match update {
                Update::Snapshot(snapshot) => self.board = Some(Board::new(*snapshot)),
                Update::Change(change) => {
                    let board = self.board.as_mut().expect("a feed begins with a snapshot");
                    same("always 5: no change is missed", &Applied::Changed, &board.apply(*change));
                }
                _ => {}
            }
        }
    }

    /// Whoever has heard everything shows what a fresh screen would show.
    pub(super) fn is_current(&self, fresh: &Board) {
        let (Some(board), true, false) = (&self.board, self.line.is_some(), self.is_stalled) else {
            return;
        };
        let mut board = board.clone();
        board.at = fresh.at;
        if board != *fresh {
            let (fresh, board) = (fresh.snapshot(fresh.at), board.snapshot(fresh.at));
            broken("the fold is the same board as a fresh snapshot", &fresh, &board);
        }
    }
}
