//! From the start to the first picture, whatever the network does.

use std::num::NonZero;
use std::time::Duration;

use vt100::Parser;

use crate::SIZE;
use crate::clock::now;
use crate::feed::Door;
use crate::terminal::Terminal;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::{median, ms, range};

/// Starts of each kind.
const STARTS: usize = 20;

pub(crate) async fn measure(table: &mut Table) {
    // It takes the call, and never says a word.
    let silent = Door::open().await;
    tell(table, "nobody answers", || silent.knock());
    // Its port is nobody's once it is gone.
    let gone = Door::open().await.leave();
    tell(table, "nobody is there", || gone.knock());
}

fn tell(table: &mut Table, what: &str, open: impl Fn() -> Terminal) {
    let spans: Vec<_> = (0..STARTS).map(|_| first_paint(&open)).collect();
    let all = range(spans.iter().map(|span| span.as_secs_f64() * 1_000.0));
    table.row(
        format!("start to first picture, {what}"),
        ms(median(spans)),
        format!("{all} ms in {STARTS} starts"),
    );
}

fn first_paint(open: impl Fn() -> Terminal) -> Duration {
    let cells = |count| NonZero::new(count).expect("a terminal has some");
    let mut parser = Parser::new(cells(SIZE.rows), cells(SIZE.cols), 0);
    let began = now();
    let board = open();
    loop {
        let paint = board.next_paint();
        parser.process(&paint.bytes);
        if !parser.screen().contents().trim().is_empty() {
            return paint.at.duration_since(began);
        }
    }
}
