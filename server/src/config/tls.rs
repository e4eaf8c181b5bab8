//! What a venue decides about HTTPS.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{ConfigError, loopback, reachable};
use crate::tls::{BadPair, Files, Folder, Keeper, Pair};

/// The port that addresses leave out.
const HTTPS_PORT: u16 = 443;

/// Under which heading the help has these flags. Each says so itself: a heading for all of them
/// would go on over the flags that follow them.
const HEADING: &str = "HTTPS";

/// A venue's decisions about HTTPS, as they were given.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct TlsFlags {
    /// Serve https beside http on the same port, with a certificate of the bar's own authority for
    /// staff's devices (`demitasse tls init` makes it). Guests stay on http
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "off|own",
        env = "DEMITASSE_TLS",
        default_value = "off"
    )]
    pub tls: Tls,

    /// A certificate that guests' phones know, with its chain (PEM): the bar serves https and
    /// sends those who come by http there. A renewed one counts at once
    #[arg(long, help_heading = HEADING, value_name = "FILE", env = "DEMITASSE_TLS_CERTIFICATE")]
    pub tls_certificate: Option<PathBuf>,

    /// The key (PEM) of --tls-certificate
    #[arg(long, help_heading = HEADING, value_name = "FILE", env = "DEMITASSE_TLS_KEY")]
    pub tls_key: Option<PathBuf>,
}

/// Whether the bar shows a certificate of its own authority.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Tls {
    /// No; a certificate from files counts all the same.
    #[default]
    Off,
    /// Yes, for staff's devices.
    Own,
}

/// Why HTTPS cannot be served as the venue decided.
#[derive(Debug, thiserror::Error)]
pub enum BadTls {
    /// One of two is missing.
    #[error("{0} needs {1}: a certificate and its key belong together")]
    Half(&'static str, &'static str),
    /// Both were given.
    #[error("--tls own shows the bar's own certificate: leave it out, or --tls-certificate")]
    Both,
    /// The bar has no authority of its own yet.
    #[error("--tls own needs the bar's own certificate: make it with `demitasse tls init`")]
    NotMade,
    /// The certificate cannot be shown.
    #[error(transparent)]
    Pair(#[from] BadPair),
}

impl TlsFlags {
    /// Where the certificate is, if there is to be one.
    pub(crate) fn files(&self, data: &Path) -> Result<Option<Files>, BadTls> {
        match (self.tls, &self.tls_certificate, &self.tls_key) {
            (Tls::Off, None, None) => Ok(None),
            (Tls::Off, Some(certificate), Some(key)) => {
                let (certificate, key) = (certificate.clone(), key.clone());
                Ok(Some(Files { certificate, key, authority: None }))
            }
            (Tls::Own, None, None) => {
                let files = Folder::of(data).files();
                if files.certificate.exists() { Ok(Some(files)) } else { Err(BadTls::NotMade) }
            }
            (Tls::Own, ..) => Err(BadTls::Both),
            (Tls::Off, Some(_), None) => Err(BadTls::Half("--tls-certificate", "--tls-key")),
            (Tls::Off, None, Some(_)) => Err(BadTls::Half("--tls-key", "--tls-certificate")),
        }
    }

    /// The certificate as it is on the disk now, if there is to be one.
    pub(crate) fn pair(&self, data: &Path) -> Result<Option<Pair>, BadTls> {
        Ok(self.files(data)?.as_ref().map(Files::read).transpose()?)
    }

    /// What shows the certificate, if there is to be one.
    pub(crate) fn keeper(&self, data: &Path) -> Result<Option<Arc<Keeper>>, BadTls> {
        let files = self.files(data)?;
        Ok(files.map(Keeper::new).transpose()?.map(Arc::new))
    }

    /// The address that phones reach where the venue names none: https only where they know the
    /// certificate, by the first name that it is for.
    pub(super) fn public_url(&self, address: SocketAddr) -> Result<String, BadTls> {
        let reachable = reachable(address);
        if self.tls_certificate.is_none() && self.tls_key.is_none() {
            return Ok(format!("http://{reachable}"));
        }
        self.secure_url(Path::new(""), reachable)
            .map(|url| url.unwrap_or_else(|| format!("http://{reachable}")))
    }

    /// Where programs and devices reach the bar over https, if they do. The bar's own certificate
    /// is for the machine's addresses, others are for names.
    fn secure_url(&self, data: &Path, address: SocketAddr) -> Result<Option<String>, BadTls> {
        let Some(pair) = self.pair(data)? else { return Ok(None) };
        let own_name = pair.certificate.host().filter(|_| !pair.is_own());
        Ok(Some(match (own_name, address.port()) {
            (Some(host), HTTPS_PORT) => format!("https://{host}"),
            (Some(host), port) => format!("https://{host}:{port}"),
            (None, _) => format!("https://{address}"),
        }))
    }
}

impl super::Config {
    /// The address that whoever started the server is told.
    pub(crate) fn told_url(&self, address: SocketAddr) -> Result<String, ConfigError> {
        let own = loopback(address);
        let secure = self.tls.secure_url(&self.data, own)?;
        Ok(secure.unwrap_or_else(|| format!("http://{own}")))
    }

    /// The address that staff's tablets and monitors open: over https where the bar serves it.
    pub(crate) fn staff_url(&self, address: SocketAddr) -> Result<String, ConfigError> {
        let public = self.public_url(address)?;
        if public.starts_with("https://") {
            return Ok(public);
        }
        Ok(self.tls.secure_url(&self.data, reachable(address))?.unwrap_or(public))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(tls: Tls, certificate: Option<&str>, key: Option<&str>) -> TlsFlags {
        let file = |path: Option<&str>| path.map(PathBuf::from);
        TlsFlags { tls, tls_certificate: file(certificate), tls_key: file(key) }
    }

    #[test]
    fn half_a_pair_and_two_of_them_are_refused() {
        let refused = |flags: TlsFlags| {
            flags.files(Path::new("nowhere")).expect_err("they do not fit").to_string()
        };
        assert!(refused(flags(Tls::Off, Some("a"), None)).contains("needs --tls-key"));
        assert!(refused(flags(Tls::Off, None, Some("a"))).contains("needs --tls-certificate"));
        assert!(refused(flags(Tls::Own, Some("a"), Some("b"))).contains("leave it out"));
        assert!(refused(flags(Tls::Own, None, None)).contains("demitasse tls init"));
        let none = flags(Tls::Off, None, None).files(Path::new("nowhere"));
        assert!(none.is_ok_and(|files| files.is_none()));
    }
}
