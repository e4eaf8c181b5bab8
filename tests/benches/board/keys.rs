//! From a key to the last byte of the picture that answers it, and how many bytes that takes.

use std::time::Duration;

use demitasse_shared::live::Snapshot;

use crate::bar::{FullBar, ORDERS};
use crate::clock::now;
use crate::core_time::core_time;
use crate::feed::{Door, Visit};
use crate::terminal::{Paint, Terminal};
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::{mb, median, percentile, spread};

/// Keys that are pressed, and steps that are taken.
const KEYS: usize = 1_000;
const STEPS: usize = 200;

/// Changes by somebody else.
const CHANGES: usize = 50;

/// What one key came to.
struct Answer {
    /// To the last byte of all that came of it.
    wall: Duration,
    /// On a core, for all that came of it.
    own: Duration,
    bytes: usize,
}

pub(crate) async fn measure(table: &mut Table, bar: &FullBar) {
    let mut board = bar.board();
    let moves: Vec<_> =
        b"jk".iter().cycle().take(KEYS).map(|key| press(&mut board, *key)).collect();
    tell(table, "a key that moves the mark", &moves);
    let steps: Vec<_> = (0..STEPS).map(|_| press(&mut board, b'm')).collect();
    tell(table, "a key that makes, with the server's answer", &steps);
    table.row("bytes for a moved mark", bytes(moves.iter().map(|answer| answer.bytes)), "");
    table.row("bytes for an own step", bytes(steps.iter().map(|answer| answer.bytes)), "");

    let (mut ordered, mut made) = (Vec::new(), Vec::new());
    for _ in 0..CHANGES {
        board.settle();
        bar.order().await;
        ordered.push(size(board.next_paint(), board.settle()));
        bar.make_oldest().await;
        made.push(size(board.next_paint(), board.settle()));
    }
    table.row("bytes for a new order", bytes(ordered), "");
    table.row("bytes for the oldest order, made by somebody else", bytes(made), "");
    let memory = board.process().memory();
    let own = format!("{} of it anonymous; {ORDERS} orders, after all of this", mb(memory.own));
    table.row("memory", format!("{} resident", mb(memory.resident)), own);
}

/// A bar whose orders came seven seconds apart: nearly every digit turns alone.
pub(crate) async fn one_digit(table: &mut Table, mut snapshot: Snapshot) {
    const APART: Duration = Duration::from_secs(7);
    let mut at = snapshot.at;
    for order in snapshot.orders.iter_mut().rev() {
        at = at.checked_sub(APART).expect("a moment of this day");
        order.submitted_at = Some(at);
    }
    let door = Door::open().await;
    let Visit { board, mut line, .. } = door.board(&snapshot).await;
    let mut turned = Vec::new();
    // A sign of life every three seconds, as from the server; it never shows.
    for beat in 1..=10 {
        board.settle();
        crate::clock::pass(Duration::from_secs(3)).await;
        let seconds = i64::from(beat) * 3;
        let at = snapshot.at.checked_add(Duration::from_secs(seconds.unsigned_abs()));
        line.beat(at.expect("a moment of this day")).await;
        turned.extend(board.settle().into_iter().map(|paint| paint.bytes.len()));
    }
    table.row("bytes for one digit of an age", bytes(turned), "");
}

/// Presses a key, and waits until the program has nothing more to say.
fn press(board: &mut Terminal, key: u8) -> Answer {
    board.settle();
    let before = core_time(board.process());
    let pressed = now();
    board.press(&[key]);
    let first = board.next_paint();
    let rest = board.settle();
    let wall = rest.last().unwrap_or(&first).at.duration_since(pressed);
    let own = core_time(board.process()).saturating_sub(before);
    Answer { wall, own, bytes: size(first, rest) }
}

fn size(first: Paint, rest: Vec<Paint>) -> usize {
    std::iter::once(first).chain(rest).map(|paint| paint.bytes.len()).sum()
}

fn tell(table: &mut Table, what: &str, answers: &[Answer]) {
    let own: Vec<_> = answers.iter().map(|answer| answer.own).collect();
    let wall: Vec<_> = answers.iter().map(|answer| answer.wall).collect();
    table.row(
        format!("{what}: on a core"),
        spread(&own),
        format!("{} by the clock, to the last byte; {} keys", spread(&wall), own.len()),
    );
}

fn bytes(counts: impl IntoIterator<Item = usize>) -> String {
    let counts: Vec<_> = counts.into_iter().collect();
    let most = counts.iter().max().expect("it was measured");
    format!("{}, at most {most}", median(counts.iter().copied()).min(percentile(&counts, 100)))
}
