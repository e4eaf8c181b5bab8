//! The accept loop: every TCP connection to the bar comes in here.
//!
//! # Why the bar has its own
//!
//! `axum::serve` gives every socket a task and lets it sit there for as long as it likes, so a
//! few thousand phones that opened a socket and fell asleep, or one laptop that does it on
//! purpose, take all the files that the process may open. Then nobody gets in any more, and the
//! barista's terminal is nobody too. Three things are different here:
//!
//! 1. **Nobody sits in silence.** A connection must bring its first whole request head within
//!    [`Limits::first_head`], each later one within [`Limits::idle`]. A phone that vanished
//!    without a word is noticed by the kernel (`connection.rs`).
//! 2. **Seats are counted, and some are kept for staff and displays** (`seats.rs`). A seat is
//!    taken *before* a connection is accepted, so the number of open sockets is bounded whatever
//!    comes in; the rest waits in the kernel's own queue.
//! 3. **Nothing that happens to one connection reaches the others.** Each has its own task: a
//!    panic in a handler closes one connection. When the process runs out of files, the loop rests
//!    for a moment and goes on.
//!
//! # A connection's way
//!
//! ```text
//! seat free ─► accept ─► first head in time? ─► seat in the reserve? ─► router, request by request
//!                          └ no: closed           │                        └ a phone's live stream:
//!                                                 │                          the hall (`leave.rs`)
//!                                                 └ neither staff nor an open seat by now: 503
//! ```
//!
//! # The end
//!
//! When `shutdown` resolves, the loop stops accepting, idle connections close, and requests that
//! are being answered get [`Limits::drain`] to finish. A live stream never finishes by itself: the
//! router ends its streams on the same signal.

mod connection;
mod leave;
mod limits;
mod seats;
mod secure;
#[cfg(test)]
mod tests;
mod visit;
mod way;

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use socket2::SockRef;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};
use tokio::time::{sleep, timeout};

use super::Front;
pub use leave::{Leaving, MayLeave};
pub use limits::{Limits, StaffCheck};
use seats::{Seat, Seats};
pub use secure::Secure;
pub use visit::{AtHome, Peer};

/// How long the loop rests when the system has no file or memory for another connection. Short:
/// it also tries again as soon as one of its own connections ends.
const REST: Duration = Duration::from_millis(100);

/// How many connections may stand in the kernel's queue. When a hall scans one code, all knock in
/// the same instant; who finds the usual queue of 128 full tries again only after a whole second.
/// The system's own bound (`net.core.somaxconn` on Linux, 4,096) holds too.
const QUEUE: i32 = 4_096;

/// What all connections share.
#[derive(Debug)]
struct House {
    front: Front,
    limits: Limits,
    seats: Seats,
    secure: Option<Secure>,
    http: http1::Builder,
}

/// Serves what stands behind the front on the listener until `shutdown` resolves and the last answer is out, or
/// [`Limits::drain`] is over. Where there is a certificate, the same port speaks TLS too.
///
/// Dropping the future closes every connection at once.
pub async fn serve(
    listener: TcpListener,
    front: impl Into<Front>,
    limits: Limits,
    secure: Option<Secure>,
    shutdown: impl Future<Output = ()>,
) {
    lengthen_queue(&listener);
    let seats = Seats::new(&limits);
    let http = connection::http(&limits);
    let house = Arc::new(House { front: front.into(), limits, seats, secure, http });
    let (closing, _) = watch::channel(());
    let mut connections = JoinSet::new();
    let mut door = Door { listener, rests: 0 };
    let mut shutdown = pin!(shutdown);
    loop {
        tokio::select! {
            biased;
            () = &mut shutdown => break,
            Some(ended) = connections.join_next() => note(ended),
            (stream, peer, seat) = door.next(&house.seats) => {
                let house = Arc::clone(&house);
                let closing = closing.subscribe();
                connections.spawn(connection::attend(house, stream, peer, seat, closing));
            }
        }
    }
    drop(door);
    closing.send_replace(());
    drain(connections, house.limits.drain).await;
}

/// Listening once more changes the queue of a socket that listens already.
fn lengthen_queue(listener: &TcpListener) {
    if let Err(error) = SockRef::from(listener).listen(QUEUE) {
        tracing::debug!(%error, "the queue for new connections stays short");
    }
}

/// Waits for the connections to end, and cuts those that take too long.
async fn drain(mut connections: JoinSet<()>, within: Duration) {
    let all_ended = async {
        while let Some(ended) = connections.join_next().await {
            note(ended);
        }
    };
    if timeout(within, all_ended).await.is_err() {
        tracing::warn!(connections = connections.len(), "cutting what would not finish");
        connections.shutdown().await;
    }
}

/// Tells the log about a panic, whose connection ended with its task.
fn note(ended: Result<(), JoinError>) {
    if let Err(error) = ended
        && error.is_panic()
    {
        tracing::error!(%error, "a handler panicked; its connection is closed");
    }
}

/// Where connections come in, one per free seat.
struct Door {
    listener: TcpListener,
    /// How often the system had no room for another connection.
    rests: u64,
}

impl Door {
    /// The next connection, once there is a seat for it. Safe to cancel.
    async fn next(&mut self, seats: &Seats) -> (TcpStream, SocketAddr, Seat) {
        let seat = seats.next().await;
        loop {
            match self.listener.accept().await {
                Ok((stream, peer)) => return (stream, peer, seat),
                Err(error) if concerns_one_connection(&error) => {}
                Err(error) => self.rest(&error).await,
            }
        }
    }

    /// Waits a moment. Says so the 1st, 2nd, 4th, 8th … time: room comes and goes with every
    /// connection that ends, and a log that repeats it would fill the disk.
    async fn rest(&mut self, error: &io::Error) {
        self.rests += 1;
        if self.rests.is_power_of_two() {
            tracing::warn!(%error, times = self.rests, "no room for another connection; waiting");
        }
        sleep(REST).await;
    }
}

/// Whether only the connection that was about to be accepted is lost: the next one may be well.
/// Everything else, above all too many open files, would fail again at once.
fn concerns_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}
