//! Who works the queue: Ana, with keys in a real terminal, and Bo, over the API.

use std::time::Duration;

use demitasse_shared::board::Board;
use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_tests::{Chance, Feed, Launch, Staff, Terminal};
use tokio::sync::watch;
use tokio::time::timeout;

use super::rows::{Rows, is_live};
use super::told::Told;

/// Where nothing came of a key for so long, Ana presses again.
const PRESS_AGAIN: Duration = Duration::from_millis(500);

/// So many orders are left on the board between two rounds: few enough for every screen to show them.
const LEFT: usize = 5;

/// Bo's name, by which he knows his orders.
const BO: &str = "Bo";

/// Both of them.
#[derive(Debug)]
pub(super) struct Counter {
    pub(super) ana: Terminal,
    bo: Client,
    keys: watch::Sender<u64>,
    chance: Chance,
    told: Told,
}

impl Counter {
    pub(super) async fn open(data: &std::path::Path, staff: &Staff, seed: u64, told: Told) -> Self {
        let ana = Launch::board(data, "Ana").args(["--rush-from", "never"]).sized(100, 60).start();
        let (bo, keys) = (staff.barista(BO).await, watch::Sender::new(0));
        Self { ana, bo, keys, chance: Chance::new(seed ^ 0xA7A), told }
    }

    /// Tells of keys that are pressed.
    pub(super) fn keys(&self) -> watch::Receiver<u64> {
        self.keys.subscribe()
    }

    /// Works for as long as it is let.
    pub(super) async fn works(&mut self, board: &mut Feed) {
        let Self { ana, bo, keys, chance, told } = self;
        tokio::join!(press_on(ana, keys, chance), help(bo, board, told));
    }

    /// Sees to it that the board is short.
    pub(super) async fn tidy(&self, staff: &Staff) {
        let manager = &staff.manager;
        loop {
            let board = Board::new(manager.board().await.expect("a manager sees it"));
            if board.orders().count() <= LEFT {
                return;
            }
            let next = board.orders().find_map(|order| Some((order.id, onward(order)?)));
            let (id, step) = next.expect("nobody is still choosing");
            // Ana's last key may have come in before.
            if let Ok(order) = manager.step(id, step, None).await {
                self.told.note(&order);
            }
        }
    }
}

/// The natural next step.
fn onward(order: &Order) -> Option<Step> {
    match order.state {
        OrderState::Waiting => Some(Step::Make),
        OrderState::Making => Some(Step::Complete),
        OrderState::Ready => Some(Step::Collect),
        _ => None,
    }
}

/// Presses keys, as somebody in a hurry does.
async fn press_on(ana: &mut Terminal, keys: &watch::Sender<u64>, chance: &mut Chance) {
    loop {
        ana.shows("something to do", |screen| !chores(screen).is_empty()).await;
        let before = ana.text();
        let chores = chores(&before);
        if chores.is_empty() {
            continue;
        }
        ana.press(chance.one_of(&chores));
        keys.send_modify(|keys| *keys += 1);
        let changed = ana.shows("another board", |screen| screen != before);
        drop(timeout(PRESS_AGAIN, changed).await);
    }
}

/// What can be done by keys on this screen: each begins at the column to the left.
fn chores(screen: &str) -> Vec<&'static str> {
    let Some(rows) = Rows::of(screen).filter(|_| is_live(screen)) else { return Vec::new() };
    let [waiting, making, ready] = rows.open.map(|column| !column.is_empty());
    let chores = [(rows.struck > 0, "-"), (waiting, "hhgm"), (making, "hhlgc"), (ready, "hhllgd")];
    chores.into_iter().filter(|(is_due, _)| *is_due).map(|(_, keys)| keys).collect()
}

/// Serves every second number, and notes each answer.
async fn help(bo: &Client, board: &mut Feed, told: &Told) {
    loop {
        let look = |board: &Board| board.orders().find_map(his);
        let (id, state, step) = board.until("an order for Bo", |view| look(&view.board)).await;
        match bo.step(id, step, None).await {
            Ok(order) => told.note(&order),
            // Ana or the guest was faster.
            Err(ClientError::Refused(_)) => {}
            // The line is down: his board will say how it stands.
            Err(ClientError::Line(_)) => return std::future::pending().await,
            Err(other) => panic!("Bo heard {other}"),
        }
        let moved = |board: &Board| board.order(id).is_none_or(|order| order.state != state);
        board.until("that it moved", |view| moved(&view.board).then_some(())).await;
    }
}

fn his(order: &Order) -> Option<(OrderId, OrderState, Step)> {
    let is_his = match order.state {
        OrderState::Waiting => order.number?.is_multiple_of(2),
        _ => order.barista.as_deref() == Some(BO),
    };
    Some((order.id, order.state, onward(order).filter(|_| is_his)?))
}
