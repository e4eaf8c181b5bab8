//! TLS, for bars that serve HTTPS.

use reqwest::ClientBuilder;

/// Chooses the library that does TLS's arithmetic, for this whole process. Whatever speaks TLS
/// needs it first; to choose again changes nothing.
pub fn provide_tls() {
    // The one way in which this fails is that a choice was made already.
    drop(rustls::crypto::ring::default_provider().install_default());
}

/// Builds a client for this address. The system's authorities are read only where they are needed:
/// that takes longer than all the rest of a start.
pub(super) fn builder(base: &str) -> ClientBuilder {
    provide_tls();
    let builder = reqwest::Client::builder();
    if base.starts_with("https:") { builder } else { builder.tls_certs_only([]) }
}
