//! A certificate and its key, from files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;

use super::Certificate;

/// The longest file that is read, in bytes: long chains have some ten thousand.
const FILE_BYTES: u64 = 256 * 1024;

/// Where a certificate and its key are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The certificate, and whatever lies between it and an authority (PEM).
    pub certificate: PathBuf,
    /// Its key (PEM, without a passphrase).
    pub key: PathBuf,
    /// The certificate of the authority that devices are to trust, where it is the bar's own.
    pub authority: Option<PathBuf>,
}

/// Why there is no certificate to show.
#[derive(Debug, thiserror::Error)]
pub enum BadPair {
    /// A file cannot be read.
    #[error("cannot read {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// No certificate is in it.
    #[error("{0} holds no certificate: give the full chain as PEM")]
    Certificate(PathBuf),
    /// No key is in it.
    #[error("{0} holds no key that can be used: give it as PEM, without a passphrase")]
    Key(PathBuf),
    /// The two are not a pair.
    #[error("the key {key} is not that of the certificate {certificate}")]
    Mismatch {
        /// The certificate's file.
        certificate: PathBuf,
        /// The key's file.
        key: PathBuf,
    },
}

/// A certificate that can be shown.
#[derive(Clone, Debug)]
pub struct Pair {
    /// What TLS needs of it.
    pub(super) certified: Arc<CertifiedKey>,
    /// What stands in it.
    pub certificate: Certificate,
    /// The authority's certificate as text, where it is the bar's own.
    pub authority: Option<Arc<str>>,
}

impl Files {
    /// Reads both, and sees that they belong together.
    ///
    /// # Errors
    /// Which file cannot be used, and why.
    pub fn read(&self) -> Result<Pair, BadPair> {
        let chain = self.chain()?;
        let no_certificate = || BadPair::Certificate(self.certificate.clone());
        let certificate = Certificate::read(&chain).ok_or_else(no_certificate)?;
        let certified = CertifiedKey::from_der(chain, self.key()?, &default_provider());
        let certified = certified.map_err(|error| match error {
            rustls::Error::InconsistentKeys(_) => {
                BadPair::Mismatch { certificate: self.certificate.clone(), key: self.key.clone() }
            }
            _ => BadPair::Key(self.key.clone()),
        })?;
        let authority = self.authority.as_deref().map(text).transpose()?.map(Arc::from);
        Ok(Pair { certified: Arc::new(certified), certificate, authority })
    }

    fn chain(&self) -> Result<Vec<CertificateDer<'static>>, BadPair> {
        let text = text(&self.certificate)?;
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text.as_bytes()).collect();
        let chain = chain.ok().filter(|chain| !chain.is_empty());
        chain.ok_or_else(|| BadPair::Certificate(self.certificate.clone()))
    }

    fn key(&self) -> Result<PrivateKeyDer<'static>, BadPair> {
        let text = text(&self.key)?;
        let key = PrivateKeyDer::from_pem_slice(text.as_bytes());
        key.map_err(|_none| BadPair::Key(self.key.clone()))
    }
}

/// A file's text. Bytes that are none become signs that no certificate has.
pub(super) fn text(path: &Path) -> Result<String, BadPair> {
    let in_file = |source| BadPair::File { path: path.to_owned(), source };
    if fs::metadata(path).map_err(in_file)?.len() > FILE_BYTES {
        return Err(in_file(io::ErrorKind::FileTooLarge.into()));
    }
    let bytes = fs::read(path).map_err(in_file)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
