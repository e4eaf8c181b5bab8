//! Shows the bar's certificate, and the new one once the files have changed.
//!
//! The files are looked at whenever somebody connects: two questions to the file system, little
//! beside the arithmetic that follows. So a renewed certificate counts from the next connection on
//! without a signal, a timer or a restart, and lines that are open stay as they are.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use rustls::ServerConfig;
use rustls::crypto::ring::{Ticketer, default_provider};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

use super::pair::Pair;
use super::{BadPair, Certificate, Files};

/// The one protocol that is spoken: HTTP/1.1, as on the plain port.
const PROTOCOL: &[u8] = b"http/1.1";

/// Holds the certificate that is shown.
#[derive(Debug)]
pub struct Keeper {
    files: Files,
    held: Mutex<Held>,
}

#[derive(Debug)]
struct Held {
    pair: Pair,
    /// What the files looked like when they were read last, with or without success.
    seen: Stamps,
}

/// By what a changed file is told: it is another one, or was written since.
type Stamp = Option<(SystemTime, u64, u64)>;

type Stamps = [Stamp; 2];

impl Keeper {
    /// Reads the files for the first time.
    ///
    /// # Errors
    /// Why there is nothing to show.
    pub fn new(files: Files) -> Result<Self, BadPair> {
        let seen = stamps(&files);
        let pair = files.read()?;
        Ok(Self { files, held: Mutex::new(Held { pair, seen }) })
    }

    /// What stands in the certificate that is shown now.
    pub fn certificate(&self) -> Certificate {
        self.look().pair.certificate.clone()
    }

    /// The certificate of the bar's own authority as text, where it has one.
    pub fn authority(&self) -> Option<Arc<str>> {
        self.look().pair.authority.clone()
    }

    /// TLS as all connections speak it: 1.2 and 1.3, with tickets that cost no memory to give.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub fn server_config(self: &Arc<Self>) -> Result<Arc<ServerConfig>, rustls::Error> {
        let builder = ServerConfig::builder_with_provider(Arc::new(default_provider()));
        let builder = builder.with_safe_default_protocol_versions()?.with_no_client_auth();
        let mut config = builder.with_cert_resolver(Arc::clone(self) as Arc<_>);
        config.alpn_protocols = vec![PROTOCOL.to_vec()];
        config.ticketer = Ticketer::new()?;
        Ok(Arc::new(config))
    }

    /// Takes what is new in the files. What cannot be used, such as a pair of which only half is
    /// written, changes nothing, and is not tried again until the files change once more.
    fn look(&self) -> MutexGuard<'_, Held> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = stamps(&self.files);
        if seen != held.seen {
            held.seen = seen;
            match self.files.read() {
                Ok(pair) => {
                    let ends_at = pair.certificate.ends_at;
                    tracing::info!(%ends_at, "a new certificate counts from now on");
                    held.pair = pair;
                }
                Err(why) => {
                    tracing::warn!("the new certificate cannot be used, the old one stays: {why}");
                }
            }
        }
        held
    }
}

impl ResolvesServerCert for Keeper {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.look().pair.certified))
    }
}

fn stamps(files: &Files) -> Stamps {
    [stamp(&files.certificate), stamp(&files.key)]
}

fn stamp(path: &Path) -> Stamp {
    let file = fs::metadata(path).ok()?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&file);
    #[cfg(not(unix))]
    let number = 0;
    Some((file.modified().ok()?, file.len(), number))
}
