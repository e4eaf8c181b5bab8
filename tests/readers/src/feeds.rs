//! The live feed, as screens read it, fold it and show it.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::board::{Applied, Board};
use demitasse_shared::client::{EventReader, Update};
use demitasse_shared::monitor::sample::{Sample, venue};
use demitasse_shared::monitor::{Facts, Line, Moment, Screen, Voice};
use serde_json::json;

use crate::Reader;

/// Live feeds.
pub(crate) const FEEDS: Reader = Reader { name: "feeds", share: 600, good, read };

/// What every sample's server says: how things stand, then each of its orders once more as a change.
pub(crate) fn good() -> Vec<Vec<u8>> {
    let snapshots = Sample::ALL.iter().filter_map(|sample| sample.snapshot());
    let said = snapshots.map(|snapshot| {
        let word = serde_json::to_string(&snapshot).expect("plain data");
        let changes = snapshot.orders.iter().zip(snapshot.seq.0 + 1..).map(|(order, seq)| {
            let event = json!({ "type": "order", "order": order, "left": 7 });
            let change = json!({ "seq": seq, "at": snapshot.at, "event": event });
            format!("event: delta\nid: {seq}\ndata: {change}\n\n")
        });
        let beat = json!({ "at": snapshot.at });
        let changes: String = changes.take(4).collect();
        let said = format!(
            "retry: 500\n\nevent: snapshot\ndata: {word}\n\n{changes}event: beat\ndata: {beat}\n\n"
        );
        said.into_bytes()
    });
    said.collect()
}

/// A screen folds all that a reader understands, and asks for the beginning where it does not.
fn read(input: &[u8]) {
    let mut board: Option<Board> = None;
    for update in updates(input) {
        match (update, &mut board) {
            (Update::Snapshot(snapshot), board) => *board = Some(Board::new(*snapshot)),
            (Update::Change(change), Some(board)) => {
                let seq = change.seq;
                let applied = board.apply(*change);
                assert_ne!(applied, Applied::Gap, "a reader lets no gap through: {seq}");
            }
            _ => {}
        }
    }
    let Some(board) = board else { return };
    assert!(board.orders().count() < input.len());
    let again = Board::new(board.snapshot(board.at));
    assert!(again.orders().eq(board.orders()), "a snapshot is the board");
    shown(&board);
}

/// The updates in a feed, as far as it can be read.
pub(crate) fn updates(feed: &[u8]) -> Vec<Update> {
    let (mut reader, mut updates) = (EventReader::default(), Vec::new());
    reader.begin();
    for piece in feed.chunks(1_000) {
        if reader.read(piece, &mut updates).is_err() {
            break;
        }
    }
    updates
}

/// A monitor shows it, whatever time it is.
fn shown(board: &Board) {
    let (venue, line) = (venue(&[]), Line::Up);
    let voice = Voice::of(&venue.languages);
    let facts = Facts { line: &line, board: Some(board), venue: Some(&venue), voice: &voice };
    for now in [board.at, Timestamp::MIN, Timestamp::MAX] {
        for silence in [Duration::ZERO, Duration::MAX] {
            drop(Screen::of(facts, Moment { now: Some(now), silence }));
        }
    }
}
