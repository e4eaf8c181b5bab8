//! Two baristas, one ticket.

use std::time::Duration;

use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_tests::{Feed, Launch, OpenBar, Terminal, within};
use tokio::time::timeout;

use crate::{DRINKS, holds};

/// How often they race.
const RACES: u32 = 100;

/// How long somebody looks before pressing again: a little longer than a ticket must have stood.
const A_LOOK: Duration = Duration::from_millis(600);

#[tokio::test(flavor = "multi_thread")]
async fn one_of_two_has_the_ticket_and_the_other_reads_who() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let mut monitor = bar.staff().monitor().await;
    let [mut ana, mut bo] =
        ["Ana", "Bo"].map(|name| Launch::board(bar.data(), name).sized(120, 40).start());
    for _ in 0..RACES {
        bar.queue(1).await;
        for board in [&mut ana, &mut bo] {
            board.shows("the ticket", |screen| holds(screen, [1, 0, 0])).await;
        }
        // Both have pressed before the server hears of it: neither key can come too late.
        bar.freeze(async || {
            for board in [&mut ana, &mut bo] {
                take(board).await;
            }
        })
        .await;
        let order = finish(&mut monitor, &mut ana, &mut bo).await;
        for step in [Step::Complete, Step::Collect] {
            bar.staff().manager.step(order.id, step, None).await.expect("it is the next step");
        }
    }
}

/// Takes the ticket. It stands where another one stood a blink ago: a board that has not shown it for
/// long enough says so, and is asked again.
async fn take(board: &mut Terminal) {
    let taken = |screen: &str| holds(screen, [0, 1, 0]);
    let press = async {
        while !taken(&board.text()) {
            board.press("m");
            drop(timeout(A_LOOK, board.shows("the ticket taken", taken)).await);
        }
    };
    within("the ticket taken", press).await;
}

/// Waits until both know whose it is, and hands out the order.
async fn finish(monitor: &mut Feed, ana: &mut Terminal, bo: &mut Terminal) -> Order {
    let board = monitor.board("one in hand", |board| board.making().len() == 1).await;
    let order = board.making()[0].clone();
    let number = order.number.expect("it was sent");
    let (winner, loser, name) = match order.barista.as_deref() {
        Some("Ana") => (ana, bo, "Ana"),
        Some("Bo") => (bo, ana, "Bo"),
        other => panic!("it is in the hands of {other:?}"),
    };
    let told = format!("{number} taken back: {name} has it.");
    loser.shows("who has it", |screen| screen.contains(&told)).await;
    loser.shows("it in other hands", |screen| screen.contains(&format!("with {name}"))).await;
    winner.shows("it in hand", |screen| screen.contains("in your hands")).await;
    assert!(!winner.text().contains(&format!("{number} taken back")), "both were refused");
    assert_eq!(order.state, OrderState::Making);
    order
}
