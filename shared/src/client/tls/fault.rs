//! Why no secure line came about, in words that say what to do.

use std::error::Error;
use std::io;

use rustls::{AlertDescription, CertificateError};

/// What is wrong with a secure line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TlsFault {
    /// Nobody whom this device trusts vouches for the bar.
    #[error(
        "this device does not know who vouches for the bar's certificate: fetch /authority.crt from \
         the bar and give it with --authority FILE"
    )]
    Unknown,
    /// The certificate is for other names.
    #[error(
        "the bar's certificate is not for this address: use a name that it is for \
         (`demitasse tls show` lists them), or add this one with `demitasse tls init --name`"
    )]
    Name,
    /// It was good once.
    #[error(
        "the bar's certificate has run out: renew it (its own authority's with \
         `demitasse tls init`), or set this device's clock if that is wrong"
    )]
    Expired,
    /// It is not good yet.
    #[error("the bar's certificate is not good yet: see whether this device's clock is right")]
    TooEarly,
    /// Whoever answers speaks no TLS.
    #[error("the bar speaks plain http there: write http:// instead of https://")]
    Plain,
    /// Something else.
    #[error("no secure line to the bar came about")]
    Other,
}

impl TlsFault {
    /// What kept a request from going out, where that was TLS.
    pub(in crate::client) fn of(error: &reqwest::Error) -> Option<Self> {
        let mut cause: Option<&(dyn Error + 'static)> = error.source();
        while let Some(error) = cause {
            if let Some(fault) = error.downcast_ref::<rustls::Error>() {
                return Some(Self::from(fault));
            }
            // What is in an error of input and output is not its source, but in its place.
            cause = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
                Some(inner) => Some(inner),
                None => error.source(),
            };
        }
        None
    }
}

impl From<&rustls::Error> for TlsFault {
    fn from(error: &rustls::Error) -> Self {
        use CertificateError as Bad;
        match error {
            rustls::Error::InvalidCertificate(bad) => match bad {
                Bad::Expired | Bad::ExpiredContext { .. } => Self::Expired,
                Bad::NotValidYet | Bad::NotValidYetContext { .. } => Self::TooEarly,
                Bad::NotValidForName | Bad::NotValidForNameContext { .. } => Self::Name,
                Bad::UnknownIssuer | Bad::BadSignature => Self::Unknown,
                _ => Self::Other,
            },
            rustls::Error::InvalidMessage(_)
            | rustls::Error::AlertReceived(AlertDescription::ProtocolVersion) => Self::Plain,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use rustls::InvalidMessage;

    use super::*;

    #[test]
    fn every_fault_says_what_to_do() {
        let certificate = rustls::Error::InvalidCertificate;
        for (error, words) in [
            (certificate(CertificateError::UnknownIssuer), "--authority FILE"),
            (certificate(CertificateError::NotValidForName), "tls show"),
            (certificate(CertificateError::Expired), "tls init"),
            (certificate(CertificateError::NotValidYet), "clock"),
            (InvalidMessage::InvalidContentType.into(), "http://"),
            (rustls::Error::HandshakeNotComplete, "no secure line"),
        ] {
            let said = TlsFault::from(&error).to_string();
            assert!(said.contains(words), "{error:?}: {said}");
        }
    }
}
