//! The bar that a command is about: the server that runs on its data, or, where none does, the data
//! themselves. A command that finds a server speaks to it and leaves the file alone.

use std::path::{Path, PathBuf};

use demitasse_shared::client::{Client, ClientError, LocalServer};
use demitasse_shared::error::RefusalCode;

use crate::config::default_data;
use crate::storage::{Storage, StorageError};

/// Where a command finds its bar.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Place {
    /// Where everything is kept
    #[arg(long, value_name = "DIR", env = "DEMITASSE_DATA", default_value_os_t = default_data())]
    pub(super) data: PathBuf,
}

/// A bar that was found.
#[derive(Debug)]
pub(super) enum Reached {
    /// By its running server, with a manager's rights.
    Server(Client),
    /// By its data, locked for as long as this is held: no server runs on them.
    Data(Box<Storage>),
}

/// Why no bar was found.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReachError {
    /// The data cannot be used.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The server does not answer as it should.
    #[error(transparent)]
    Server(#[from] ClientError),
    /// There is no running server, and the command is for one.
    #[error(
        "no server runs on this data; start one with `demitasse serve`, or name its data with --data"
    )]
    NoServer,
}

/// The server that runs on the data, or the data.
pub(super) async fn reach(data: &Path) -> Result<Reached, ReachError> {
    match server(data).await {
        Ok(server) => Ok(Reached::Server(server)),
        Err(ReachError::NoServer) => Ok(Reached::Data(Box::new(Storage::open(data)?))),
        Err(error) => Err(error),
    }
}

/// The server that runs on the data. Word of one that was killed counts for nothing: nobody is
/// there, or somebody else is.
pub(super) async fn server(data: &Path) -> Result<Client, ReachError> {
    let local = LocalServer::read(data).map_err(|_none| ReachError::NoServer)?;
    let server = Client::new(&local.url)?.with_token(&local.token);
    match server.device().await {
        Ok(_manager) => Ok(server),
        Err(ClientError::Line(_) | ClientError::Tls(_) | ClientError::Foreign(_)) => {
            Err(ReachError::NoServer)
        }
        Err(ClientError::Refused(problem)) if problem.code == RefusalCode::NotSignedIn => {
            Err(ReachError::NoServer)
        }
        Err(error) => Err(error.into()),
    }
}
