//! How a screen gets its rights: from a pairing code, from what it kept, or, on the server's own
//! machine, by itself.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::nearby::{Nearby, NoSearch, nearby};
use super::{Authority, Client, ClientError, NoAuthority};
use crate::api::{Claim, NewPairing, Role};
use crate::error::RefusalCode;

/// The file in a server's data directory that lets programs of the same user in.
const LOCAL_SERVER_FILE: &str = "local.json";

/// Where a server keeps its data that is a service of a Linux machine.
const SERVICE_DATA: &str = "/var/lib/demitasse";

/// Where the server keeps its data unless it is told otherwise.
pub fn data_dir() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "demitasse")?;
    Some(own_or_service(dirs.data_dir(), Path::new(SERVICE_DATA)).to_path_buf())
}

/// The user's own bar. Who has none, and may look into the machine's, means that one:
/// `sudo demitasse staff …` on a laptop that runs it as a service.
fn own_or_service<'a>(own: &'a Path, service: &'a Path) -> &'a Path {
    if !own.exists() && service.read_dir().is_ok() { service } else { own }
}

/// Where a running server with this data directory leaves word of itself.
pub fn local_server_file(data: &Path) -> PathBuf {
    data.join(LOCAL_SERVER_FILE)
}

/// A running server's word to programs of the same user, readable by that user alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalServer {
    /// Its address on this machine.
    pub url: String,
    /// A manager's token, good as long as the process lives.
    pub token: String,
    /// Where it serves the baristas' board to ssh clients, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ssh: Option<SocketAddr>,
}

impl LocalServer {
    /// Reads the word of the server that runs on a data directory.
    pub fn read(data: &Path) -> io::Result<Self> {
        let text = fs::read(local_server_file(data))?;
        serde_json::from_slice(&text).map_err(io::Error::other)
    }
}

/// What a device keeps between two runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paired {
    /// The server's address.
    pub server: String,
    /// The device's token.
    pub token: String,
    /// Whose it is, or where it stands.
    pub name: String,
    /// Who vouches for the server, where the device was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
}

/// How a screen was asked to find its server. All of it may be missing on the server's machine.
#[derive(Clone, Debug)]
pub struct Pairing {
    /// What the screen needs to be.
    pub role: Role,
    /// The server's address, where it was given.
    pub server: Option<String>,
    /// A pairing code, where it was given.
    pub code: Option<String>,
    /// Whose the device is, or where it stands.
    pub name: String,
    /// The data directory of a server on this machine.
    pub data: Option<PathBuf>,
    /// The file in which this device keeps its token.
    pub keep: Option<PathBuf>,
    /// The file of the authority that vouches for the server, where it was given. It is kept with
    /// the token.
    pub authority: Option<PathBuf>,
}

/// Why a screen has no rights yet.
#[derive(Debug, thiserror::Error)]
pub enum PairingError {
    /// Nothing says where the server is.
    #[error(
        "no bar found on this machine: start one, or give --server ADDRESS --pair CODE \
         (staff get a code with `demitasse staff pair`)"
    )]
    Unknown,
    /// A code was given without an address, and no bar answers on the network.
    #[error("no bar answers on this network: give its address with --server ADDRESS")]
    NobodyNearby,
    /// A code was given without an address, and several bars answer.
    #[error("several bars answer on this network; say which one it is:{}", listed(.0))]
    SeveralNearby(Vec<Nearby>),
    /// The network cannot be asked.
    #[error("{0}: give the bar's address with --server ADDRESS")]
    NoSearch(#[from] NoSearch),
    /// An address was given, but this device is not paired with it.
    #[error("not paired with {0}: give --pair CODE (staff get one with `demitasse staff pair`)")]
    NotPaired(String),
    /// The word that a server left on this machine is not that of the one which answers: it was
    /// started anew a moment ago, or another one has come to its address.
    #[error("another server answers in the place of this machine's bar")]
    Another,
    /// The server said no, or cannot be reached.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// The authority that was given is none.
    #[error(transparent)]
    Authority(#[from] NoAuthority),
    /// The token could not be kept.
    #[error("cannot keep the pairing in {path}: {source}")]
    Keep {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
}

impl PairingError {
    /// Whether waiting may help, after a code may have been refused for some reason: where nothing
    /// but the code said where the server is, it does not.
    pub fn may_pass_after(&self, code_refused: Option<&Self>) -> bool {
        self.may_pass() && !(code_refused.is_some() && matches!(self, Self::Unknown))
    }

    /// Whether waiting may help: the server is not there yet, or cannot take this just now, or
    /// somebody else answers in its place.
    fn may_pass(&self) -> bool {
        match self {
            Self::Unknown
            | Self::NobodyNearby
            | Self::Another
            | Self::Client(ClientError::Line(_) | ClientError::Tls(_) | ClientError::Foreign(_)) => {
                true
            }
            Self::Client(ClientError::Refused(problem)) => matches!(problem.status, 429 | 500..),
            Self::SeveralNearby(_)
            | Self::NoSearch(_)
            | Self::NotPaired(_)
            | Self::Authority(_)
            | Self::Keep { .. } => false,
        }
    }
}

impl Pairing {
    /// The file in which a program keeps its token unless it is told otherwise.
    pub fn default_keep(program: &str) -> Option<PathBuf> {
        let dirs = directories::ProjectDirs::from("", "", "demitasse")?;
        Some(dirs.config_dir().join(format!("{program}.json")))
    }

    /// Finds the server and the right to speak to it: by the code, then by what was kept, then by
    /// the word of a server on this machine.
    pub async fn connect(&self) -> Result<Client, PairingError> {
        if let Some(code) = &self.code {
            let server = match &self.server {
                Some(server) => Ok(server.clone()),
                None => self.find().await,
            };
            match server {
                Ok(server) => {
                    let claimed = self.claim(&server, code, self.authority()?).await;
                    return claimed.or_else(|refused| self.known_already(&server, refused));
                }
                // Started again with the same words, what was kept counts.
                Err(none) if self.kept().is_none() => return Err(none),
                Err(_none) => {}
            }
        }
        let kept =
            self.kept().filter(|kept| self.server.as_ref().is_none_or(|s| *s == kept.server));
        let is_elsewhere = kept.as_ref().is_some_and(|kept| !is_this_machine(&kept.server));
        if self.server.is_none()
            && (self.data.is_some() || !is_elsewhere)
            && let Some(local) = self.local()
        {
            return self.connect_locally(&local, kept).await;
        }
        match (kept, &self.server) {
            (Some(kept), _) => self.resume(kept),
            (None, Some(server)) => Err(PairingError::NotPaired(server.clone())),
            (None, None) => Err(PairingError::Unknown),
        }
    }

    /// Goes on with what was kept. An authority that is given now counts from now on.
    fn resume(&self, mut kept: Paired) -> Result<Client, PairingError> {
        let given = self.authority()?;
        if given.is_some() && given != kept.authority {
            kept.authority = given;
            self.keep(&kept)?;
        }
        let client = Client::trusting(&kept.server, kept.authority.as_ref())?;
        Ok(client.with_token(&kept.token))
    }

    /// The authority that was given.
    fn authority(&self) -> Result<Option<Authority>, NoAuthority> {
        self.authority.as_deref().map(Authority::read).transpose()
    }

    /// The bar that a code without an address is for: the one on this machine, else the only one
    /// that answers on the network.
    async fn find(&self) -> Result<String, PairingError> {
        if let Some(local) = self.local() {
            return Ok(local.url);
        }
        let mut bars = nearby().await?;
        match (bars.pop(), bars.is_empty()) {
            (Some(bar), true) => Ok(bar.url),
            (Some(bar), false) => {
                bars.push(bar);
                Err(PairingError::SeveralNearby(bars))
            }
            (None, _) => Err(PairingError::NobodyNearby),
        }
    }

    /// Speaks to the server of this machine, wherever it listens now: with the token of an earlier
    /// run while that is good, else with a fresh one.
    async fn connect_locally(
        &self,
        local: &LocalServer,
        kept: Option<Paired>,
    ) -> Result<Client, PairingError> {
        let Some(kept) = kept else { return self.pair_locally(local).await };
        let client = Client::new(&local.url)?.with_token(&kept.token);
        match client.board().await {
            Ok(_) => Ok(client),
            Err(ClientError::Refused(_)) => self.pair_locally(local).await,
            Err(error) => Err(error.into()),
        }
    }

    /// What this device keeps from an earlier run, or from the pairing that has just come about.
    pub fn kept(&self) -> Option<Paired> {
        serde_json::from_slice(&fs::read(self.keep.as_ref()?).ok()?).ok()
    }

    /// The server of this machine, where there is one whose folder this device knows.
    pub fn local(&self) -> Option<LocalServer> {
        LocalServer::read(&self.data.clone().or_else(data_dir)?).ok()
    }

    /// Makes a code with the machine's own right and claims it, so that the device is listed and
    /// can be revoked like any other.
    async fn pair_locally(&self, local: &LocalServer) -> Result<Client, PairingError> {
        let manager = Client::new(&local.url)?.with_token(&local.token);
        let new = NewPairing { role: self.role, name: self.name.clone() };
        let pairing = manager.pair(&new).await.map_err(|error| match error.refusal() {
            Some(problem) if problem.status == 401 => PairingError::Another,
            _ => error.into(),
        })?;
        self.claim(&local.url, &pairing.code, None).await
    }

    /// A code is good once. Where this device used it up, what it has kept since counts: a machine
    /// that is started with the same words each morning is paired all the same.
    fn known_already(&self, server: &str, refused: PairingError) -> Result<Client, PairingError> {
        let is_used_up = |error: &ClientError| {
            error.refusal().is_some_and(|problem| problem.code == RefusalCode::WrongCode)
        };
        let kept = self.kept().filter(|kept| kept.server == server.trim_end_matches('/'));
        match (&refused, kept) {
            (PairingError::Client(error), Some(kept)) if is_used_up(error) => self.resume(kept),
            _ => Err(refused),
        }
    }

    async fn claim(
        &self,
        server: &str,
        code: &str,
        authority: Option<Authority>,
    ) -> Result<Client, PairingError> {
        let client = Client::trusting(server, authority.as_ref())?;
        let claim = Claim { code: code.to_owned(), device: self.name.clone() };
        let claimed = client.claim(&claim).await?;
        let (server, token) = (client.base().to_owned(), claimed.token.clone());
        self.keep(&Paired { server, token, name: claimed.name, authority })?;
        Ok(client.with_token(&claimed.token))
    }

    /// Keeps the pairing for the next run, where there is a place for it.
    fn keep(&self, paired: &Paired) -> Result<(), PairingError> {
        let Some(path) = &self.keep else { return Ok(()) };
        write_private(path, paired)
            .map_err(|source| PairingError::Keep { path: path.clone(), source })
    }
}

/// Each bar on a line of its own, by the flag that means it.
fn listed(bars: &[Nearby]) -> String {
    bars.iter().flat_map(|bar| ["\n  --server ", &bar.url, "  (", &bar.name, ")"]).collect()
}

/// Whether an address leads back to this machine.
fn is_this_machine(url: &str) -> bool {
    ["://127.", "://localhost", "://[::1]"].iter().any(|own| url.contains(own))
}

/// Writes a secret so that only its owner can read it, whole or not at all.
pub fn write_private<T: Serialize>(path: &Path, secret: &T) -> io::Result<()> {
    let text = serde_json::to_vec(secret).map_err(io::Error::other)?;
    write_whole(path, &text, |_private| Ok(()))
}

/// Writes a file whole or not at all, and for good: a cut of power leaves it or the old one. It is
/// its owner's alone until `hand_over`, just before it takes the old one's place, gives it other
/// rights.
pub fn write_whole(
    path: &Path,
    content: &[u8],
    hand_over: impl FnOnce(&fs::File) -> io::Result<()>,
) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension("new");
    // A file left by a run that was killed here may have other rights.
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = private_file(&fresh)?;
    io::Write::write_all(&mut file, content)?;
    file.sync_all()?;
    hand_over(&file)?;
    fs::rename(&fresh, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// What is said of a folder whose names cannot be made to last.
#[cfg(unix)]
const CANNOT_BE_SYNCED: [io::ErrorKind; 3] =
    [io::ErrorKind::InvalidInput, io::ErrorKind::PermissionDenied, io::ErrorKind::Unsupported];

/// Makes a folder's names last.
///
/// # Errors
/// What the system says; nothing where its file system has no way to do that, such as a stick's, or the
/// folder may be written and not read.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match fs::File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if CANNOT_BE_SYNCED.contains(&error.kind()) => Ok(()),
        done => done,
    }
}

/// Other systems write names down by themselves, and open no folder as a file.
#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<fs::File> {
    fs::OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machines_bar_is_meant_by_who_has_none_and_may_look_into_it() {
        let (there, missing) = (Path::new("/"), Path::new("/no/bar/here"));
        let elsewhere = Path::new("/no/bar/there");
        assert_eq!(own_or_service(there, missing), there);
        assert_eq!(own_or_service(missing, there), there);
        assert_eq!(own_or_service(missing, elsewhere), missing);
    }
}
