//! The socket: a service manager's, or our own.

use std::io;
use std::net::SocketAddr;

use listenfd::ListenFd;
use tokio::net::TcpListener;

use crate::RunError;

/// The socket that the service manager listens at for us, so that nobody finds the door locked
/// while the server starts anew; else one of our own at this address.
pub(crate) async fn listener(address: SocketAddr) -> Result<TcpListener, RunError> {
    match handed_over().map_err(RunError::Socket)? {
        Some(socket) => Ok(socket),
        None => {
            TcpListener::bind(address).await.map_err(|source| RunError::Listen { address, source })
        }
    }
}

/// Takes it over. The variables that tell of it are ours alone and go, so that no program that the
/// server starts takes them for its own.
fn handed_over() -> io::Result<Option<TcpListener>> {
    let mut sockets = ListenFd::from_env();
    if sockets.len() > 1 {
        return Err(io::Error::other(
            "the service manager hands over several, and the bar has one door: leave one \
             ListenStream= in demitasse.socket",
        ));
    }
    let Some(socket) = sockets.take_tcp_listener(0)? else { return Ok(None) };
    socket.set_nonblocking(true)?;
    TcpListener::from_std(socket).map(Some)
}
