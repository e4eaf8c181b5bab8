//! What changes take on their way: as the feed carries them, and into a board.

use demitasse_shared::board::{Applied, Board};
use demitasse_shared::ids::Seq;
use demitasse_shared::live::{Envelope, LiveEvent, Snapshot};
use demitasse_shared::monitor::sample::Sample;
use divan::{Bencher, black_box};

use crate::sample::life;

/// Orders of a busy day.
const ORDERS: u32 = 1_000;

/// A whole day, as a screen that was away folds it.
#[divan::bench]
fn fold_a_day(bencher: Bencher<'_, '_>) {
    let (morning, day) = (morning(), day());
    bencher.with_inputs(|| (Board::new(morning.clone()), day.clone())).bench_values(
        |(mut board, day)| {
            for envelope in day {
                assert_eq!(board.apply(envelope), Applied::Changed);
            }
            board
        },
    );
}

/// A journal row's data, which is the text that screens hear.
#[divan::bench]
fn write_a_change(bencher: Bencher<'_, '_>) {
    let event = change();
    bencher.bench(|| serde_json::to_string(black_box(&event)).expect("it is JSON"));
}

/// The same, as a screen reads it.
#[divan::bench]
fn read_a_change(bencher: Bencher<'_, '_>) {
    let event = change();
    let text = serde_json::to_string(&event).expect("it is JSON");
    bencher.bench(|| {
        let read: LiveEvent = serde_json::from_str(black_box(&text)).expect("it was written so");
        read
    });
}

fn change() -> LiveEvent {
    let [waiting, ..] = life(1);
    LiveEvent::Order { order: Box::new(waiting), left: Some(7) }
}

fn morning() -> Snapshot {
    Sample::Quiet.snapshot().expect("a quiet bar has a board")
}

/// Every change of the day, one after the other.
fn day() -> Vec<Envelope> {
    let orders = (0..ORDERS).flat_map(life);
    let changes = (morning().seq.0 + 1..).zip(orders);
    let envelopes = changes.map(|(seq, order)| Envelope {
        seq: Seq(seq),
        at: order.reserved_at,
        event: LiveEvent::Order { order: Box::new(order), left: None },
    });
    envelopes.collect()
}
