//! One connection: its socket, its HTTP, its end.
//!
//! A phone that falls asleep or walks out of the Wi-Fi says no goodbye. Three settings of the
//! socket end what it leaves behind: keep-alive probes for a silent line, a limit on how long sent
//! data may stay unacknowledged, and a small send buffer, so that a stalled live stream holds
//! little of the kernel's memory and is noticed by the feed's own bound soon.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{HttpService, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use socket2::{SockRef, TcpKeepalive};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::sleep;

use super::leave::{Departure, Tap};
use super::secure::Line;
use super::visit::{Peer, Visit};
use super::{House, Limits, Seat};

/// The longest request head. There are at most 100 header lines in it: hyper's own bound, left as
/// it is because naming it would cost every request an allocation.
const HEAD_BYTES: usize = 16 * 1024;

/// The most that a connection keeps in memory of what it reads or has yet to write.
const BUFFER_BYTES: usize = 64 * 1024;

/// What the kernel keeps of unacknowledged answers (Linux doubles it). Enough to fill a venue's
/// Wi-Fi with one page, and for the board of a rush in one write; little enough for thousands of
/// sleeping phones.
const SEND_BUFFER_BYTES: usize = 64 * 1024;

/// How long sent data may stay unacknowledged before the line counts as dead.
#[cfg(target_os = "linux")]
const UNACKNOWLEDGED: Duration = Duration::from_secs(30);

/// A line that was silent for so long is probed: longer than a phone's stream ever is, whose beats
/// find out as well …
const PROBE_AFTER: Duration = Duration::from_secs(90);

/// … again and again after so long …
const PROBE_EVERY: Duration = Duration::from_secs(10);

/// … and is dead after so many probes without an answer.
const PROBES: u32 = 3;

/// HTTP as all connections speak it.
pub(super) fn http(limits: &Limits) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.idle)
        .max_header_size(HEAD_BYTES)
        .max_buf_size(BUFFER_BYTES);
    http
}

/// Serves one connection to its end.
pub(super) async fn attend(
    house: Arc<House>,
    stream: TcpStream,
    peer: SocketAddr,
    seat: Seat,
    mut closing: watch::Receiver<()>,
) {
    if let Err(error) = tune(&stream) {
        tracing::debug!(%error, "a socket would not take its settings");
    }
    let first_head =
        if seat.is_on_trial() { house.limits.reserve_head } else { house.limits.first_head };
    let patience = sleep(first_head);
    let peer = Peer::new(peer, stream.local_addr().ok());
    let Some(secure) = &house.secure else {
        let visit = Visit::new(Arc::clone(&house), peer, seat, None);
        return talk_plainly(stream, visit, patience, closing).await;
    };
    let mut patience = pin!(patience);
    let line = tokio::select! {
        line = secure.welcome(stream) => line,
        () = patience.as_mut() => return,
        _ = closing.changed() => return,
    };
    match line {
        Ok(Line::Plain(stream)) => {
            let elsewhere = secure.elsewhere(peer);
            let visit = Visit::new(Arc::clone(&house), peer, seat, elsewhere);
            talk_plainly(stream, visit, patience, closing).await;
        }
        Ok(Line::Secure(stream)) => {
            let visit = Visit::new(Arc::clone(&house), peer.secure(), seat, None);
            talk(stream, Arc::new(visit), patience, closing).await;
        }
        Err(error) => tracing::debug!(%error, "no secure line came about"),
    }
}

/// Serves the requests of one plain connection, which may leave HTTP with one of its answers.
async fn talk_plainly(
    stream: TcpStream,
    visit: Visit,
    patience: impl Future<Output = ()>,
    closing: watch::Receiver<()>,
) {
    let visit = Arc::new(visit);
    if let Some(stream) = talk(stream, Arc::clone(&visit), patience, closing).await {
        visit.leave(stream);
    }
}

/// Serves the requests of one connection. The first head must come before the patience is over;
/// hyper's limit counts for the later ones. Gives the line back where it leaves HTTP.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    visit: Arc<Visit>,
    patience: impl Future<Output = ()>,
    mut closing: watch::Receiver<()>,
) -> Option<S> {
    let (http, departure) = (visit.http(), visit.departure());
    let service = service_fn(|request| Arc::clone(&visit).answer(request));
    let line = TokioIo::new(Tap::new(stream, departure.clone()));
    let mut connection = http.serve_connection(line, service);
    let mut patience = pin!(patience);
    let mut is_closing = false;
    tokio::select! {
        ended = until(&mut connection, &departure) => return left(connection, ended),
        () = visit.greeted() => {}
        () = patience.as_mut() => return None,
        _ = closing.changed() => is_closing = true,
    }
    if !is_closing {
        tokio::select! {
            ended = until(&mut connection, &departure) => return left(connection, ended),
            _ = closing.changed() => {}
        }
    }
    Pin::new(&mut connection).graceful_shutdown();
    let ended = until(&mut connection, &departure).await;
    left(connection, ended)
}

/// How a connection's HTTP ends.
enum Ended {
    /// With the line.
    Over(hyper::Result<()>),
    /// The line goes on without it.
    Leaves,
}

/// Waits for the end of a connection's HTTP.
async fn until<C>(connection: &mut C, departure: &Departure) -> Ended
where
    C: Future<Output = hyper::Result<()>> + Unpin,
{
    poll_fn(|cx| match Pin::new(&mut *connection).poll(cx) {
        Poll::Ready(ended) => Poll::Ready(Ended::Over(ended)),
        Poll::Pending if departure.is_due() => Poll::Ready(Ended::Leaves),
        Poll::Pending => Poll::Pending,
    })
    .await
}

/// The line of a connection whose HTTP has ended, where it goes on.
fn left<S, F>(connection: http1::Connection<TokioIo<Tap<S>>, F>, ended: Ended) -> Option<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: HttpService<Incoming, ResBody = Body>,
    F::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    match ended {
        Ended::Leaves => Some(connection.into_parts().io.into_inner().into_inner()),
        Ended::Over(ended) => {
            note(ended);
            None
        }
    }
}

/// Prepares the socket for short answers, live streams and phones that vanish.
fn tune(stream: &TcpStream) -> io::Result<()> {
    let socket = SockRef::from(stream);
    socket.set_tcp_nodelay(true)?;
    socket.set_send_buffer_size(SEND_BUFFER_BYTES)?;
    let probes =
        TcpKeepalive::new().with_time(PROBE_AFTER).with_interval(PROBE_EVERY).with_retries(PROBES);
    socket.set_tcp_keepalive(&probes)?;
    #[cfg(target_os = "linux")]
    {
        socket.set_tcp_user_timeout(Some(UNACKNOWLEDGED))?;
        // Answers come at once, and carry the acknowledgement of what was asked.
        socket.set_tcp_quickack(false)?;
    }
    Ok(())
}

/// A connection that breaks is everyday life: worth a line only to those who look for it.
fn note(ended: hyper::Result<()>) {
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    #[tokio::test]
    async fn a_socket_is_ready_for_phones_that_vanish() -> io::Result<()> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let (_phone, accepted) =
            tokio::try_join!(TcpStream::connect(listener.local_addr()?), listener.accept())?;
        tune(&accepted.0)?;

        let socket = SockRef::from(&accepted.0);
        assert!(socket.tcp_nodelay()?);
        assert!(socket.keepalive()?);
        assert!(socket.send_buffer_size()? <= 2 * SEND_BUFFER_BYTES);
        #[cfg(target_os = "linux")]
        assert_eq!(socket.tcp_user_timeout()?, Some(UNACKNOWLEDGED));
        Ok(())
    }
}
