//! What a screen sees: the live feed, folded as the screens fold it.

use std::fmt;

use demitasse_shared::board::{Applied, Board};
use demitasse_shared::client::{Client, LiveReader, UPDATE_QUEUE, Update};
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::order::Order;
use tokio::sync::{mpsc, watch};

use crate::within;

/// Everything that came in so far.
#[derive(Clone, Debug)]
pub struct View {
    /// The board that the feed began with.
    pub began: Board,
    /// The board as the feed has it.
    pub board: Board,
    /// Every change, in order.
    pub changes: Vec<Envelope>,
    /// How many snapshots there were. One that resumes without loss needs no second.
    pub snapshots: usize,
    /// How often the line went down.
    pub downs: usize,
    /// How many signs of life came in.
    pub beats: usize,
}

impl View {
    /// Every order's states, in order, as the changes told them.
    pub fn orders(&self) -> impl Iterator<Item = &Order> {
        self.changes.iter().filter_map(|change| match &change.event {
            LiveEvent::Order { order, .. } => Some(&**order),
            _ => None,
        })
    }

    /// Whether it showed that an order has left the board. An order that is not on it may as well
    /// not have come in yet.
    pub fn has_lost(&self, id: OrderId) -> bool {
        self.orders().any(|order| order.id == id && !order.state.is_on_board())
    }
}

/// A screen's live feed. It comes back by itself, as the screens' own does: it is the same reader.
pub struct Feed {
    name: &'static str,
    client: Client,
    view: watch::Receiver<View>,
}

impl fmt::Debug for Feed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Feed").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Feed {
    /// Follows the feed with a device's rights, and returns once it shows the board.
    pub async fn follow(name: &'static str, client: &Client) -> Self {
        let (sender, mut updates) = mpsc::channel(UPDATE_QUEUE);
        tokio::spawn(LiveReader::new(client.clone()).run(sender));
        let first = within("the first snapshot", updates.recv()).await;
        let Some(Update::Snapshot(snapshot)) = first else {
            panic!("{name}'s feed begins with {first:?} instead of a snapshot")
        };
        let board = Board::new(*snapshot);
        let view = View {
            began: board.clone(),
            board,
            changes: Vec::new(),
            snapshots: 1,
            downs: 0,
            beats: 0,
        };
        let (show, view) = watch::channel(view);
        tokio::spawn(fold(updates, show));
        Self { name, client: client.clone(), view }
    }

    /// Waits until the feed shows what `look` looks for, beginning with what it shows already.
    pub async fn until<T>(&mut self, what: &str, mut look: impl FnMut(&View) -> Option<T>) -> T {
        let what = format!("{} to show {what}", self.name);
        within(&what, async {
            loop {
                if let Some(found) = look(&self.view.borrow_and_update()) {
                    return found;
                }
                self.view.changed().await.expect("the fold goes on while somebody looks");
            }
        })
        .await
    }

    /// The same, for a question about the board; answers with the board.
    pub async fn board(&mut self, what: &str, look: impl Fn(&Board) -> bool) -> Board {
        self.until(what, |view| look(&view.board).then(|| view.board.clone())).await
    }

    /// What has come in so far.
    pub fn view(&self) -> View {
        self.view.borrow().clone()
    }

    /// Waits until the feed has come to where the server is, and checks that it shows the same.
    pub async fn agrees(&mut self) -> Board {
        loop {
            let snapshot = self.client.board().await.expect("a device sees the board");
            let seq = snapshot.seq;
            let mine = self.board("the server's last change", |board| board.seq >= seq).await;
            // Past it already? Then the server's board is of yesterday: ask again.
            if mine.seq == seq {
                let mut server = Board::new(snapshot);
                server.at = mine.at;
                assert_eq!(mine, server, "{} shows another board than the server", self.name);
                return mine;
            }
        }
    }
}

/// Folds updates into the view until nobody looks any more.
async fn fold(mut updates: mpsc::Receiver<Update>, show: watch::Sender<View>) {
    loop {
        let update = tokio::select! {
            update = updates.recv() => update,
            () = show.closed() => return,
        };
        let Some(update) = update else { return };
        show.send_modify(|view| match update {
            Update::Snapshot(snapshot) => {
                view.board = Board::new(*snapshot);
                view.snapshots += 1;
            }
            Update::Change(change) => {
                view.changes.push((*change).clone());
                assert_eq!(view.board.apply(*change), Applied::Changed, "the reader skips nothing");
            }
            Update::Beat(_) => view.beats += 1,
            Update::Down(_) | Update::Refused(_) => view.downs += 1,
        });
    }
}
