//! A bar with a thousand orders, and boards on it.

use demitasse_shared::board::Board;
use demitasse_shared::client::fresh_key;
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::Snapshot;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Server, flat_white};
use futures_util::stream::{self, StreamExt};
use tempfile::TempDir;

use crate::terminal::Terminal;
use crate::{SIZE, barista, show_columns};

/// Orders in the model; a tenth of them in baristas' hands.
pub(crate) const ORDERS: usize = 1_000;

/// What is asked of the server together.
const AT_ONCE: usize = 64;

/// The real server with them.
pub(crate) struct FullBar {
    server: Server,
    data: TempDir,
}

impl FullBar {
    pub(crate) async fn open() -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let server = Server::serve(data.path()).await;
        let rules = Settings {
            window_minutes: 60,
            window_drinks: 100_000,
            unclaimed_after_seconds: 86_400,
            capacity: 100_000,
            ..Settings::default()
        };
        server.staff.rule(&rules).await;
        server.staff.open().await;
        let bar = Self { server, data };
        at_once((0..ORDERS).map(|_| bar.order())).await;
        let board = Board::new(bar.snapshot().await);
        at_once(board.waiting().into_iter().take(ORDERS / 10).map(|order| bar.make(order.id)))
            .await;
        bar
    }

    /// Somebody orders.
    pub(crate) async fn order(&self) {
        let key = fresh_key().expect("the system has randomness");
        let order = self.server.staff.manager.walk_up(&flat_white(), &key).await;
        order.expect("there is room");
    }

    /// Somebody else makes the oldest order.
    pub(crate) async fn make_oldest(&self) {
        let board = Board::new(self.snapshot().await);
        let oldest = board.waiting().first().map(|order| order.id).expect("somebody waits");
        self.make(oldest).await;
    }

    async fn make(&self, order: OrderId) {
        let made = self.server.staff.manager.step(order, Step::Make, None).await;
        made.expect("it waits");
    }

    /// How things stand.
    pub(crate) async fn snapshot(&self) -> Snapshot {
        self.server.staff.manager.board().await.expect("a manager sees it")
    }

    /// A barista's board, with all of it on the screen.
    pub(crate) fn board(&self) -> Terminal {
        let mut command = barista(&self.data.path().join("barista.json"));
        command.arg("--data");
        command.arg(self.data.path());
        let mut board = Terminal::open(command, SIZE);
        show_columns(&mut board);
        board
    }
}

/// The server writes many changes to the disk together, if they come together.
async fn at_once(work: impl Iterator<Item = impl Future<Output = ()>>) {
    stream::iter(work).buffer_unordered(AT_ONCE).collect::<()>().await;
}
