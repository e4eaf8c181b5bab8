//! The board on an ssh line: `ssh bar@laptop -p 2222`.
//!
//! `key` is how clients know this bar again, `door` decides who comes in, `line` is one person's
//! board, `parser` reads keys and `ink` writes pictures. There is nothing behind the line but the
//! board: no commands, no files, no forwarding of anything.

mod door;
mod ink;
mod key;
mod line;
mod parser;
mod strangers;
mod surroundings;

use std::borrow::Cow;
use std::io;
use std::net::{self, Shutdown, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::PrivateKey;
use russh::server::{Config, RunningSession, run_stream};
use russh::{MethodKind, MethodSet, Preferred, SshId, kex};
use socket2::{SockRef, TcpKeepalive};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::Boards;
use door::Door;
pub use key::host_key;
pub use parser::Parser;
use strangers::{Stranger, Strangers};

/// Lines at once, of people who are in and of strangers.
const CONNECTIONS: usize = 96;

/// Of those, how many may be strangers' at once. One more takes the place of another one.
const STRANGERS: usize = 32;

/// How long a stranger may take to come in: enough to fetch a pairing code.
const COME_IN_WITHIN: Duration = Duration::from_mins(2);

/// How long both sides may take to agree on a language.
const GREET_WITHIN: Duration = Duration::from_secs(10);

/// A client that was silent for so long is asked whether it is there …
const ASK_AFTER: Duration = Duration::from_secs(7);

/// … and is gone once it has not answered so often: 28 seconds in all.
const ASKS: usize = 3;

/// How long sent data may stay unacknowledged before the line counts as dead.
#[cfg(target_os = "linux")]
const UNACKNOWLEDGED: Duration = Duration::from_secs(25);

/// How many keys a client may offer, and codes it may try. Codes have a bound of their own.
const ATTEMPTS: usize = 16;

/// How long a refused try takes at least.
const REFUSED_AFTER: Duration = Duration::from_millis(500);

/// What a client may send before it must wait: keys are short.
const WINDOW_BYTES: u32 = 64 * 1024;

/// How much may wait between the line and its board, in messages.
const MESSAGES: usize = 32;

/// How long lines may take to say goodbye once the bar closes.
const GOODBYE_WITHIN: Duration = Duration::from_secs(2);

/// How long the loop rests when the system has no file for another connection.
const REST: Duration = Duration::from_millis(200);

/// How keys are agreed upon: on curves alone. The old groups would let a stranger keep a processor
/// busy with a packet.
const EXCHANGES: &[kex::Name] = &[
    kex::MLKEM768X25519_SHA256,
    kex::CURVE25519,
    kex::CURVE25519_PRE_RFC_8731,
    kex::EXTENSION_SUPPORT_AS_SERVER,
    kex::EXTENSION_OPENSSH_STRICT_KEX_AS_SERVER,
];

/// Why there are no boards on ssh lines.
#[derive(Debug, thiserror::Error)]
pub enum NoSsh {
    /// The address cannot be listened at.
    #[error("cannot listen at {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The host key cannot be made, read or kept.
    #[error(transparent)]
    Key(#[from] key::NoKey),
}

/// Where people come in.
#[derive(Debug)]
pub struct Ssh {
    listener: TcpListener,
    config: Arc<Config>,
    boards: Boards,
}

impl Ssh {
    /// Listens at an address, with the bar's own key from its data directory.
    ///
    /// # Errors
    /// Where the address or the key cannot be used.
    pub async fn listen(address: SocketAddr, data: &Path, boards: Boards) -> Result<Self, NoSsh> {
        let key = host_key(data)?;
        let listener = TcpListener::bind(address).await;
        let listener = listener.map_err(|source| NoSsh::Listen { address, source })?;
        Ok(Self { listener, config: Arc::new(config(key)), boards })
    }

    /// The address that it listens at.
    ///
    /// # Errors
    /// Where the system does not know it.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until the bar closes, and says goodbye to everybody.
    pub async fn serve(self) {
        let seats = Arc::new(Semaphore::new(CONNECTIONS));
        let strangers = Strangers::new(STRANGERS);
        let mut lines = JoinSet::new();
        loop {
            tokio::select! {
                biased;
                () = self.boards.closed() => break,
                Some(_ended) = lines.join_next() => {}
                Some((stream, seat, stranger)) = self.next(&seats, &strangers) => {
                    let (config, boards) = (Arc::clone(&self.config), self.boards.clone());
                    lines.spawn(attend(stream, config, boards, seat, stranger));
                }
            }
        }
        drop(self.listener);
        let all = async { while lines.join_next().await.is_some() {} };
        if timeout(GOODBYE_WITHIN, all).await.is_err() {
            lines.shutdown().await;
        }
    }

    /// The next connection, and its place among the strangers. Safe to cancel.
    async fn next(
        &self,
        seats: &Arc<Semaphore>,
        strangers: &Strangers,
    ) -> Option<(TcpStream, OwnedSemaphorePermit, Stranger)> {
        let seat = Arc::clone(seats).acquire_owned().await.ok()?;
        match self.listener.accept().await {
            Ok((stream, from)) => return Some((stream, seat, strangers.admit(from.ip()))),
            Err(error) => tracing::debug!(%error, "an ssh connection did not come about"),
        }
        tokio::time::sleep(REST).await;
        None
    }
}

/// Ssh as all lines speak it.
fn config(key: PrivateKey) -> Config {
    let methods = [MethodKind::PublicKey, MethodKind::KeyboardInteractive, MethodKind::Password];
    Config {
        preferred: Preferred { kex: Cow::Borrowed(EXCHANGES), ..Preferred::DEFAULT },
        server_id: SshId::Standard("SSH-2.0-demitasse".into()),
        methods: MethodSet::from(methods.as_slice()),
        auth_rejection_time: REFUSED_AFTER,
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![key],
        window_size: WINDOW_BYTES,
        channel_buffer_size: MESSAGES,
        max_auth_attempts: ATTEMPTS,
        inactivity_timeout: None,
        keepalive_interval: Some(ASK_AFTER),
        keepalive_max: ASKS,
        ..Config::default()
    }
}

/// Serves one connection to its end.
async fn attend(
    stream: TcpStream,
    config: Arc<Config>,
    boards: Boards,
    seat: OwnedSemaphorePermit,
    mut stranger: Stranger,
) {
    let (stream, _cut) = match tuned(stream) {
        Ok(tuned) => tuned,
        Err(error) => return tracing::debug!(%error, "an ssh connection broke at once"),
    };
    let session = tokio::select! {
        session = enter(stream, config, &boards) => session,
        () = stranger.gives_way() => None,
    };
    let Some(session) = session else { return };
    drop(stranger);
    // Once the bar closes, the line says so and ends by itself.
    if let Err(error) = session.await {
        tracing::debug!(%error, "an ssh line ended early");
    }
    drop(seat);
}

/// Hears a stranger until the stranger has come in.
async fn enter(
    stream: TcpStream,
    config: Arc<Config>,
    boards: &Boards,
) -> Option<RunningSession<Door>> {
    let (come_in, is_in) = oneshot::channel();
    let greeted = run_stream(config, stream, Door::new(boards.clone(), come_in));
    let mut session = timeout(GREET_WITHIN, greeted).await.ok()?.ok()?;
    tokio::select! {
        _ended = &mut session => None,
        is_in = timeout(COME_IN_WITHIN, is_in) => is_in.ok()?.ok().map(|()| session),
        () = boards.closed() => None,
    }
}

/// Cuts a connection when it is dropped: what reads from it then comes to its end, wherever it is.
struct Cut(net::TcpStream);

impl Drop for Cut {
    fn drop(&mut self) {
        if let Err(error) = self.0.shutdown(Shutdown::Both) {
            tracing::trace!(%error, "the connection was gone already");
        }
    }
}

/// Prepares a socket for short answers and for people who vanish.
fn tuned(stream: TcpStream) -> io::Result<(TcpStream, Cut)> {
    let socket = SockRef::from(&stream);
    socket.set_tcp_nodelay(true)?;
    socket.set_tcp_keepalive(&TcpKeepalive::new().with_time(ASK_AFTER))?;
    #[cfg(target_os = "linux")]
    socket.set_tcp_user_timeout(Some(UNACKNOWLEDGED))?;
    let stream = stream.into_std()?;
    let cut = Cut(stream.try_clone()?);
    Ok((TcpStream::from_std(stream)?, cut))
}
