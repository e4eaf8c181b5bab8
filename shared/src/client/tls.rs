//! TLS, for bars that serve HTTPS: whom a device trusts, and what it says where it does not.

mod fault;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use reqwest::{Certificate, ClientBuilder};
use serde::{Deserialize, Serialize};

pub use fault::TlsFault;

/// The longest file of an authority, in bytes. A certificate has two thousand.
const AUTHORITY_BYTES: u64 = 64 * 1024;

/// Chooses the library that does TLS's arithmetic, for this whole process. Whatever speaks TLS
/// needs it first; to choose again changes nothing.
pub fn provide_tls() {
    // The one way in which this fails is that a choice was made already.
    drop(rustls::crypto::ring::default_provider().install_default());
}

/// The authority that a device trusts for its bar, as the text of a certificate (PEM). Nothing of
/// it is secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Authority(String);

/// Why a file names no authority.
#[derive(Debug, thiserror::Error)]
pub enum NoAuthority {
    /// The file cannot be read.
    #[error("cannot read the authority {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is no certificate in it.
    #[error("{0} holds no certificate: the bar gives its own at /authority.crt")]
    Content(PathBuf),
}

impl Authority {
    /// Reads one from a file, as the bar gives it.
    pub fn read(path: &Path) -> Result<Self, NoAuthority> {
        let in_file = |source| NoAuthority::File { path: path.to_owned(), source };
        let no_certificate = || NoAuthority::Content(path.to_owned());
        if fs::metadata(path).map_err(in_file)?.len() > AUTHORITY_BYTES {
            return Err(no_certificate());
        }
        let content = fs::read(path).map_err(in_file)?;
        let authority = String::from_utf8(content).map(Self).map_err(|_binary| no_certificate())?;
        if authority.certificates().is_empty() { Err(no_certificate()) } else { Ok(authority) }
    }

    fn certificates(&self) -> Vec<Certificate> {
        Certificate::from_pem_bundle(self.0.as_bytes()).unwrap_or_default()
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authority")
    }
}

/// Builds a client for this address. An authority that was given is the only one that counts: no
/// other can vouch for somebody else's bar. The system's are read only where they are needed: that
/// takes longer than all the rest of a start.
pub(super) fn builder(base: &str, authority: Option<&Authority>) -> ClientBuilder {
    provide_tls();
    let builder = reqwest::Client::builder();
    match authority {
        Some(authority) => builder.tls_certs_only(authority.certificates()),
        None if base.starts_with("https:") => builder,
        None => builder.tls_certs_only([]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_no_certificate_is_named() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let refused = Authority::read(&own).expect_err("no certificate").to_string();
        assert!(refused.contains("Cargo.toml") && refused.contains("/authority.crt"), "{refused}");
        let missing = Authority::read(Path::new("nowhere.crt")).expect_err("no file").to_string();
        assert!(missing.contains("nowhere.crt"), "{missing}");
    }
}
