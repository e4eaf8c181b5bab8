//! HTTPS: whose certificate the bar shows, and the authority of its own that can make one.
//!
//! [`pair`] reads a certificate and its key from files, [`certificate`] says what is in it,
//! [`keeper`] shows it to whoever connects and takes the new one when the files change,
//! [`authority`] makes what staff's devices trust where nobody else vouches for the bar, [`ailment`]
//! says what is wrong before devices do.

pub mod ailment;
pub mod authority;
pub mod certificate;
pub mod keeper;
pub mod names;
pub mod pair;

use std::path::{Path, PathBuf};

pub use ailment::Ailment;
pub use authority::{Made, NoAuthority};
pub use certificate::{Certificate, Chain};
pub use keeper::Keeper;
pub use names::Name;
pub use pair::{BadPair, Files, Pair};

/// The folder of the bar's own authority, in the data directory.
const FOLDER: &str = "tls";

/// Where the bar's own authority keeps its things.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// That of a data directory.
    pub fn of(data: &Path) -> Self {
        Self(data.join(FOLDER))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The authority's certificate: what devices trust, and nothing secret.
    pub fn authority(&self) -> PathBuf {
        self.0.join("authority.crt")
    }

    /// The authority's key: whoever has it can pretend to be the bar.
    pub fn authority_key(&self) -> PathBuf {
        self.0.join("authority.key")
    }

    /// What the server shows.
    pub fn files(&self) -> Files {
        Files {
            certificate: self.0.join("server.crt"),
            key: self.0.join("server.key"),
            authority: Some(self.authority()),
        }
    }
}
