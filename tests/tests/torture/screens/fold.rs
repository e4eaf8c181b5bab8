//! What the reader makes of a feed whose events are lost, repeated, moved, cut and spoilt: the board
//! that it leads to is at every step one that the bar had, and after a gap nothing is current before
//! there is a whole board again.

use demitasse_shared::board::{Applied, Board};
use demitasse_shared::client::{EventReader, Update};
use demitasse_shared::ids::Seq;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::monitor::sample::{Sample, sampled_at};
use demitasse_shared::order::OrderState;
use demitasse_tests::{Chance, Ordeal};

use super::words::{beat, board, change};

/// How many changes a bar has.
const CHANGES: u32 = 60;

/// How many streams a screen opens until its line is good.
const STREAMS: u32 = 12;

/// How many screens there are for a seed.
const SCREENS: u32 = 150;

#[test]
fn whatever_is_lost_or_spoilt_the_board_is_one_that_the_bar_had() {
    for seed in Ordeal::of("screens", 1).seeds() {
        let mut chance = Chance::new(seed);
        let bar = Bar::new(&mut chance);
        let mut told = Told::default();
        for _ in 0..SCREENS {
            let mut screen = Screen::default();
            for _ in 0..STREAMS {
                let now = chance_place(&mut chance, bar.boards.len());
                screen.hear(&bar, &mut told, |awaits| bar.bent(awaits, now, &mut chance));
            }
            let last = bar.boards.len() - 1;
            screen.hear(&bar, &mut told, |awaits| bar.stream(awaits, last));
            assert_eq!(screen.board.as_ref(), bar.boards.last(), "the line was good at last");
        }
        println!("{told:?}");
        assert!(told.boards > 0 && told.changes > 0 && told.ended > 0, "{told:?}");
    }
}

/// What came of it all.
#[derive(Debug, Default)]
struct Told {
    boards: u32,
    changes: u32,
    beats: u32,
    ended: u32,
}

/// All that a bar ever was.
struct Bar {
    first: Seq,
    boards: Vec<Board>,
    changes: Vec<String>,
}

impl Bar {
    fn new(chance: &mut Chance) -> Self {
        let snapshot = Sample::Rush.snapshot().expect("the bar is open");
        let (first, mut orders) = (snapshot.seq, snapshot.orders.clone());
        let mut board = Board::new(snapshot);
        let (mut boards, mut changes) = (vec![board.clone()], Vec::new());
        for seq in (first.0 + 1..).take(CHANGES as usize) {
            let nth = chance_place(chance, orders.len());
            orders[nth].state = chance.one_of(&OrderState::ALL);
            let left = chance.percent(50).then(|| u32::try_from(chance.below(10)).unwrap_or(0));
            let event = LiveEvent::Order { order: Box::new(orders[nth].clone()), left };
            changes.push(change(seq, sampled_at(), &serde_json::json!(event)));
            let envelope = Envelope { seq: Seq(seq), at: sampled_at(), event };
            assert_eq!(board.apply(envelope), Applied::Changed);
            boards.push(board.clone());
        }
        Self { first, boards, changes }
    }

    /// A good stream, which goes up to one of the boards.
    fn stream(&self, seen: Option<Seq>, now: usize) -> Vec<u8> {
        self.frames(seen, now).concat().into_bytes()
    }

    fn frames(&self, seen: Option<Seq>, now: usize) -> Vec<String> {
        // A bar that was restored may be behind what a screen has seen.
        let seen = seen.map(|seq| usize::try_from(seq.0 - self.first.0).unwrap_or(0));
        let seen = seen.filter(|seen| *seen <= now);
        let from = seen.unwrap_or(now / 2);
        let whole = seen.is_none().then(|| board(&self.boards[from].snapshot(sampled_at())));
        let changes = self.changes[from..now].iter().cloned();
        whole.into_iter().chain(changes).chain([beat(&sampled_at())]).collect()
    }

    /// The same, after a bad journey.
    fn bent(&self, seen: Option<Seq>, now: usize, chance: &mut Chance) -> Vec<u8> {
        let mut frames = self.frames(seen, now);
        for _ in 0..=chance.below(4) {
            let (at, other) =
                (chance_place(chance, frames.len()), chance_place(chance, frames.len()));
            match chance.below(8) {
                0 if frames.len() > 1 => drop(frames.remove(at)),
                1 => frames.insert(other, frames[at].clone()),
                2 => frames.swap(at, other),
                3 => {
                    let half = frames[at].floor_char_boundary(frames[at].len() / 2);
                    frames[at].truncate(half);
                }
                4 => frames[at] = frames[at].replace('\n', chance.one_of(&["\r", "\r\n"])),
                5 => frames.insert(at, chance.one_of(&STRANGE).to_owned()),
                6 => frames.insert(at, beat(&chance.one_of(&TIMES))),
                _ => frames.rotate_left(at),
            }
        }
        frames.concat().into_bytes()
    }
}

/// What no bar says.
const STRANGE: [&str; 6] = [
    ": a remark\n\n",
    "event: omen\ndata: {}\n\n",
    "event: delta\ndata: {}\n\n",
    "event: snapshot\ndata: null\n\n",
    "data\n\nid\nretry: x\n\n",
    "event: delta\ndata: {\"seq\":-9223372036854775808,\"at\":\"2022-10-14T12:00:00Z\",\
     \"event\":{\"type\":\"noted\"}}\n\n",
];

const TIMES: [&str; 3] = ["1970-01-01T00:00:00Z", "2022-10-14T12:51:00Z", "9999-12-30T22:00:00Z"];

/// A screen, as both screens are.
#[derive(Default)]
struct Screen {
    reader: EventReader,
    board: Option<Board>,
    /// Something is missing, and nothing may count before there is a whole board.
    is_torn: bool,
}

impl Screen {
    /// Opens a stream and reads it to its end, in pieces.
    fn hear(&mut self, bar: &Bar, told: &mut Told, stream: impl FnOnce(Option<Seq>) -> Vec<u8>) {
        let stream = stream(self.reader.begin());
        let mut updates = Vec::new();
        for piece in stream.chunks(97) {
            let read = self.reader.read(piece, &mut updates);
            for update in updates.drain(..) {
                self.take(update, told);
            }
            self.is_the_bars(bar);
            if read.is_err() {
                told.ended += 1;
                self.is_torn |= self.reader.seen().is_none();
                return;
            }
        }
    }

    fn take(&mut self, update: Update, told: &mut Told) {
        match update {
            Update::Snapshot(snapshot) => {
                told.boards += 1;
                self.board = Some(Board::new(*snapshot));
                self.is_torn = false;
            }
            Update::Change(change) => {
                told.changes += 1;
                assert!(!self.is_torn, "a change on a board of which something is missing");
                let board = self.board.as_mut().expect("a board comes first");
                assert_eq!(board.apply(*change), Applied::Changed, "the reader skips nothing");
            }
            Update::Beat(_) => {
                told.beats += 1;
                assert!(!self.is_torn && self.board.is_some(), "it makes an old board current");
            }
            Update::Down(_) | Update::Refused(_) => {}
        }
    }

    /// Whether the bar was ever so.
    fn is_the_bars(&self, bar: &Bar) {
        let Some(board) = &self.board else { return };
        let nth = usize::try_from(board.seq.0 - bar.first.0).expect("it is one of the bar's");
        let mut own = bar.boards[nth].clone();
        own.at = board.at;
        assert_eq!(*board, own, "the bar was never so");
        let seen = self.reader.seen();
        assert!(seen.is_none() || seen == Some(board.seq), "reader and board agree");
    }
}

fn chance_place(chance: &mut Chance, of: usize) -> usize {
    usize::try_from(chance.below(of as u64)).unwrap_or(0)
}
