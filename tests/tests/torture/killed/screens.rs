//! What the two screens must show.

use demitasse_shared::board::Board;
use demitasse_shared::order::Order;
use demitasse_shared::shop::Face;
use demitasse_tests::{Feed, Kiosk, Picture, Standing, Terminal};

use super::rows::{Rows, is_live};

/// So often the bar may move on while a screen is looked at: a window turns, and in the first round
/// programs are still being paired, step by step.
const TURNS: u32 = 12;

/// Waits until a screen shows the bar's board as it stands; where that changes meanwhile, the new one.
pub(super) async fn agree(witness: &mut Feed, mut shows: impl AsyncFnMut(&Board)) {
    for _ in 0..TURNS {
        let board = witness.agrees().await;
        let moved = |now: &Board| now.seq > board.seq;
        let moved = witness.until("another change", |view| moved(&view.board).then_some(()));
        tokio::select! {
            biased;
            () = shows(&board) => return,
            () = moved => {}
        }
    }
    panic!("the bar moved on {TURNS} times before the screen showed how it stands");
}

/// The baristas' board has every ticket in its place.
pub(super) async fn board_shows(terminal: &mut Terminal, board: &Board) {
    let columns = [board.waiting(), board.making(), board.ready()].map(|column| numbers(&column));
    let is_so =
        |screen: &str| is_live(screen) && Rows::of(screen).is_some_and(|rows| rows.open == columns);
    terminal.shows(&format!("{columns:?}"), is_so).await;
}

/// The monitor has every number in its place, and the code that is good, or none.
pub(super) async fn monitor_shows(monitor: &mut Kiosk, board: &Board) {
    let window = board.window.as_ref().filter(|_| board.face() == Face::Open);
    let url = window.map(|window| window.url.clone());
    let columns = [
        (Standing::Waiting, sorted(numbers(&board.waiting()))),
        (Standing::Making, sorted(numbers(&board.making()))),
        (Standing::Ready, sorted(numbers(&board.ready()))),
    ];
    let is_so = |panel: &Picture| {
        columns.iter().all(|(standing, wanted)| sorted(panel.numbers(*standing)) == *wanted)
            && panel.code() == url
    };
    monitor.shows(&format!("{url:?} and {columns:?}"), is_so).await;
}

/// The monitor shows no code, and no number as if it were current.
pub(super) fn is_stale(panel: &Picture) -> bool {
    let current = [Standing::Waiting, Standing::Making, Standing::Ready];
    panel.code().is_none() && current.iter().all(|standing| panel.numbers(*standing).is_empty())
}

fn numbers(orders: &[&Order]) -> Vec<u32> {
    orders.iter().filter_map(|order| order.number).collect()
}

fn sorted(mut numbers: Vec<u32>) -> Vec<u32> {
    numbers.sort_unstable();
    numbers
}
