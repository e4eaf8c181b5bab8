//! TLS, on the same port as plain HTTP: the first byte tells them apart.
//!
//! ```text
//! first byte 0x16 ─► whole hello ─► arithmetic, a few at once ─► rest of the handshake ─► HTTP
//! any other ─► served, or shown the way to the secure address
//! ```
//!
//! All of it lies within the time for the first request head, so that whoever is silent here holds
//! a seat no longer than anybody else. Nobody waits with a turn at the arithmetic in hand: a hello
//! has come whole before its turn, and the client's answer is waited for after it.

use std::io;
use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use rustls::ServerConfig;
use rustls::server::Acceptor;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio_rustls::LazyConfigAcceptor;
use tokio_rustls::server::TlsStream;

use super::Peer;
use crate::tls::Keeper;

/// What every TLS record of a handshake begins with (RFC 8446, section 5.1).
const HANDSHAKE: u8 = 0x16;

/// The most that TLS keeps of answers that the line does not take yet, in bytes: a record and a
/// little. The line's own buffer comes after it.
const BUFFER_BYTES: usize = 16 * 1024;

/// The secure side of the bar's port.
#[derive(Debug)]
pub struct Secure {
    config: Arc<ServerConfig>,
    /// Turns at the arithmetic of a handshake: half a millisecond each. A hall that connects at
    /// once would otherwise keep every processor from staff's requests.
    turns: Semaphore,
    /// Where those who come in the clear are sent, where guests are to come over https.
    elsewhere: Option<Arc<str>>,
    /// Whether somebody is at home, and may go on in the clear.
    at_home: fn(Peer) -> bool,
}

/// How a connection speaks, once that is known.
pub(super) enum Line {
    /// In the clear.
    Plain(TcpStream),
    /// Over TLS. In a box, because it is large and most lines are the other kind.
    Secure(Box<TlsStream<TcpStream>>),
}

impl Secure {
    /// Shows the keeper's certificate; `public_url` is where phones are to come.
    ///
    /// # Errors
    /// Where TLS cannot be spoken at all.
    pub fn new(keeper: &Arc<Keeper>, public_url: &str) -> Result<Self, rustls::Error> {
        let processors = available_parallelism().map_or(1, NonZero::get);
        let elsewhere = public_url.starts_with("https://").then(|| Arc::from(public_url));
        let turns = Semaphore::new((processors / 2).max(1));
        Ok(Self {
            config: keeper.server_config()?,
            turns,
            elsewhere,
            at_home: |peer| peer.is_at_home,
        })
    }

    /// Where a plain line is sent. Programs on the bar's own machine are at home: what they say
    /// leaves it only through a tunnel, which is secure itself.
    pub(super) fn elsewhere(&self, peer: Peer) -> Option<Arc<str>> {
        self.elsewhere.clone().filter(|_| !(self.at_home)(peer))
    }

    /// The same for a test, whose sockets are all on this machine: nobody is at home.
    #[cfg(test)]
    pub(super) fn for_strangers(self) -> Self {
        Self { at_home: |_| false, ..self }
    }

    /// Hears how the other end speaks, and shakes hands where it is TLS.
    pub(super) async fn welcome(&self, stream: TcpStream) -> io::Result<Line> {
        if !begins_handshake(&stream).await? {
            return Ok(Line::Plain(stream));
        }
        let hello = LazyConfigAcceptor::new(Acceptor::default(), stream).await?;
        let turn = self.turns.acquire().await.map_err(io::Error::other)?;
        let handshake = hello.into_stream_with(Arc::clone(&self.config), |connection| {
            connection.set_buffer_limit(Some(BUFFER_BYTES));
        });
        drop(turn);
        Ok(Line::Secure(Box::new(handshake.await?)))
    }
}

/// Waits for the first byte and leaves it where it is.
async fn begins_handshake(stream: &TcpStream) -> io::Result<bool> {
    let mut first = [0];
    Ok(stream.peek(&mut first).await? == 1 && first[0] == HANDSHAKE)
}
