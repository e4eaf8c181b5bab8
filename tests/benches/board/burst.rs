//! Ten changes a millisecond for a second: when each of them shows.

use std::num::NonZero;
use std::time::{Duration, Instant};

use demitasse_shared::board::Board;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::{Envelope, LiveEvent, Snapshot};
use demitasse_shared::order::{Order, OrderState};
use tokio::time::interval;
use vt100::Parser;

use crate::SIZE;
use crate::core_time::core_time;
use crate::feed::{Door, Visit, change};
use crate::terminal::Terminal;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::{ms, per_second, percentile, spread};

/// Changes at once, and how often they come.
const AT_ONCE: usize = 10;
const TIMES: usize = 1_000;
const EVERY: Duration = Duration::from_millis(1);

/// Drinks of the window. Each change takes one of them: by what is left, the screen tells which
/// change it shows.
const DRINKS: u32 = 20_000;

/// What is read later than this after its forerunner belongs to another picture: one picture may
/// be read in two pieces.
const APART: Duration = Duration::from_millis(4);

/// When a picture came, and how many changes it showed.
struct Seen {
    at: Instant,
    changes: usize,
}

pub(crate) async fn measure(table: &mut Table, mut snapshot: Snapshot) {
    let window = snapshot.window.as_mut().expect("an open bar shows a code");
    (window.drinks, window.left) = (DRINKS, DRINKS);
    let (envelopes, last) = changes(&snapshot);
    let batches: Vec<String> =
        envelopes.chunks(AT_ONCE).map(|some| some.iter().map(change).collect()).collect();
    let Visit { board, mut line, written } = Door::open().await.board(&snapshot).await;
    let before = core_time(board.process());
    let mut sent = Vec::new();
    let mut ticks = interval(EVERY);
    for batch in &batches {
        ticks.tick().await;
        sent.push(line.send(batch).await);
    }
    let (seen, screen) = watch(&board, &written, AT_ONCE * TIMES);
    let own = core_time(board.process()).saturating_sub(before);
    let took = seen.last().expect("it was painted").at.duration_since(sent[0]);
    for (word, count) in [("Waiting", last.waiting().len()), ("Making", last.making().len())] {
        assert!(screen.contains(&format!("{word} {count} ")), "{word} is not {count}:\n{screen}");
    }
    tell(table, &sent, &seen);
    let cores = own.div_duration_f64(took);
    table.row("… busy cores", format!("{cores:.2}"), format!("for {}", ms(took)));
}

/// Orders go into hands and out of them again; and how things stand at the end.
fn changes(snapshot: &Snapshot) -> (Vec<Envelope>, Board) {
    let mut board = Board::new(snapshot.clone());
    let mut orders = snapshot.orders.clone();
    let mut envelopes = Vec::new();
    for place in 0..AT_ONCE * TIMES {
        let count = orders.len();
        let order = &mut orders[place % count];
        turn(order);
        let left = DRINKS - u32::try_from(place + 1).expect("fewer than there are drinks");
        let event = LiveEvent::Order { order: Box::new(order.clone()), left: Some(left) };
        let envelope = Envelope { seq: Seq(board.seq.0 + 1), at: snapshot.at, event };
        board.apply(envelope.clone());
        envelopes.push(envelope);
    }
    (envelopes, board)
}

fn turn(order: &mut Order) {
    if order.state == OrderState::Waiting {
        order.state = OrderState::Making;
        order.barista = Some("Bo".to_owned());
    } else {
        order.state = OrderState::Waiting;
        order.barista = None;
    }
}

/// Reads pictures until the last change shows.
fn watch(board: &Terminal, written: &[u8], changes: usize) -> (Vec<Seen>, String) {
    let cells = |count| NonZero::new(count).expect("a terminal has some");
    let mut parser = Parser::new(cells(SIZE.rows), cells(SIZE.cols), 0);
    parser.process(written);
    let mut seen: Vec<Seen> = Vec::new();
    while seen.last().is_none_or(|last| last.changes < changes) {
        let paint = board.next_paint();
        parser.process(&paint.bytes);
        let Some(changes) = shown(&parser) else { continue };
        if let Some(last) = seen.last_mut()
            && paint.at.duration_since(last.at) < APART
        {
            last.changes = changes;
        } else {
            seen.push(Seen { at: paint.at, changes });
        }
    }
    (seen, parser.screen().contents())
}

/// How many changes the screen shows, by the drinks that are left.
fn shown(parser: &Parser) -> Option<usize> {
    let head = parser.screen().rows(0, SIZE.cols).next()?;
    let (before, _) = head.split_once(&format!(" of {DRINKS}"))?;
    let left: u32 = before.rsplit(' ').next()?.parse().ok()?;
    usize::try_from(DRINKS - left).ok()
}

fn tell(table: &mut Table, sent: &[Instant], seen: &[Seen]) {
    let mut spans = Vec::new();
    for picture in seen {
        let fresh = spans.len()..picture.changes;
        spans.extend(fresh.map(|change| picture.at.duration_since(sent[change / AT_ONCE])));
    }
    let rate = per_second(sent.len() * AT_ONCE, sent[sent.len() - 1].duration_since(sent[0]));
    table.row(
        format!("a live change to its picture, {rate:.0} changes a second"),
        format!("{}, at most {}", spread(&spans), ms(percentile(&spans, 100))),
        format!("all of {} were shown", spans.len()),
    );
    let gaps: Vec<_> = seen.windows(2).map(|two| two[1].at.duration_since(two[0].at)).collect();
    table.row(
        "… pictures",
        seen.len().to_string(),
        format!(
            "{} apart at least, {} in the middle",
            ms(percentile(&gaps, 0)),
            ms(percentile(&gaps, 50))
        ),
    );
}
