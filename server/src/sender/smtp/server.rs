//! Where a mail server is, and how private the line to it must be.

use std::fmt;
use std::net::IpAddr;

/// The port for mail programs that ask for TLS in the open (RFC 6409).
const STARTTLS_PORT: u16 = 587;

/// The port that speaks TLS from the first byte (RFC 8314).
const TLS_PORT: u16 = 465;

/// The port between mail servers.
const OPEN_PORT: u16 = 25;

/// How the line is made private. Taking TLS only where the server happens to offer it is no choice:
/// whoever sits between would see to it that it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Tls {
    /// By STARTTLS; a server without it gets nothing.
    Starttls,
    /// From the first byte.
    Tls,
    /// Not at all.
    None,
}

/// A mail server's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServer {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line to it is made private.
    pub tls: Tls,
}

impl fmt::Display for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// Why a mail server cannot be used as it was given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSmtp {
    /// It is no place.
    #[error(
        "that is no mail server: give one like smtp://mail.example.org or \
         smtps://mail.example.org:465"
    )]
    Server,
    /// There is a login in it, where everybody can read it.
    #[error("keep the login out of --smtp: give it with --smtp-user and --smtp-password")]
    LoginInside,
    /// It says two things.
    #[error("smtps:// speaks TLS from the start: leave --smtp-tls away, or write smtp://")]
    TwoWays,
    /// The password would be there for all to read.
    #[error("a login needs a private line: leave --smtp-tls none away")]
    OpenPassword,
    /// The authority's file holds no certificate.
    #[error("the file of --sender-authority holds no certificate: give one in PEM")]
    Authority,
    /// The system's authorities cannot be used.
    #[error("cannot tell whom to trust: {0}")]
    Trust(String),
}

impl MailServer {
    /// Reads `smtp://HOST[:PORT]`, `smtps://HOST[:PORT]` or `HOST[:PORT]`.
    ///
    /// # Errors
    /// [`BadSmtp`] where it is none, or contradicts `tls`.
    pub fn new(text: &str, tls: Option<Tls>) -> Result<Self, BadSmtp> {
        let text = text.trim().trim_end_matches('/');
        let (scheme, place) = text.split_once("://").unwrap_or(("smtp", text));
        if place.contains('@') {
            return Err(BadSmtp::LoginInside);
        }
        let tls = match (scheme, tls) {
            ("smtps", None | Some(Tls::Tls)) => Tls::Tls,
            ("smtps", Some(_)) => return Err(BadSmtp::TwoWays),
            ("smtp", tls) => tls.unwrap_or(Tls::Starttls),
            _ => return Err(BadSmtp::Server),
        };
        let (host, port) = split(place).ok_or(BadSmtp::Server)?;
        let usual = match tls {
            Tls::Starttls => STARTTLS_PORT,
            Tls::Tls => TLS_PORT,
            Tls::None => OPEN_PORT,
        };
        Ok(Self { host, port: port.unwrap_or(usual), tls })
    }

    /// Whether it runs on this machine: nobody is between.
    pub(super) fn is_here(&self) -> bool {
        self.host == "localhost" || self.host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    }
}

/// A host and its port. An address of IPv6 stands in brackets.
fn split(place: &str) -> Option<(String, Option<u16>)> {
    let (host, rest) = match place.strip_prefix('[') {
        Some(inside) => inside.split_once(']')?,
        None => place.split_at(place.find(':').unwrap_or(place.len())),
    };
    let port = match rest.strip_prefix(':') {
        Some(port) => Some(port.parse().ok()?),
        None if rest.is_empty() => None,
        None => return None,
    };
    let is_host = |c: char| c.is_alphanumeric() || "-.:".contains(c);
    (!host.is_empty() && host.chars().all(is_host)).then(|| (host.to_owned(), port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, tls: Option<Tls>, host: &str, port: u16, expected: Tls) {
        let expected = MailServer { host: host.to_owned(), port, tls: expected };
        assert_eq!(MailServer::new(text, tls), Ok(expected), "{text}");
    }

    #[test]
    fn a_line_is_private_unless_the_venue_says_otherwise() {
        let host = "mail.example.org";
        check("smtp://mail.example.org", None, host, 587, Tls::Starttls);
        check("mail.example.org:2525", None, host, 2525, Tls::Starttls);
        check("smtps://mail.example.org/", None, host, 465, Tls::Tls);
        check("smtp://mail.example.org", Some(Tls::Tls), host, 465, Tls::Tls);
        check("smtp://mail.example.org", Some(Tls::None), host, 25, Tls::None);
        check("smtps://[::1]:4650", None, "::1", 4650, Tls::Tls);
    }

    #[test]
    fn what_is_no_server_is_refused() {
        for (text, tls, no) in [
            ("", None, BadSmtp::Server),
            ("http://mail.example.org", None, BadSmtp::Server),
            ("smtp://mail.example.org:x", None, BadSmtp::Server),
            ("smtp://mail.example.org/box", None, BadSmtp::Server),
            ("smtp://ana:secret@mail.example.org", None, BadSmtp::LoginInside),
            ("smtps://mail.example.org", Some(Tls::None), BadSmtp::TwoWays),
        ] {
            assert_eq!(MailServer::new(text, tls), Err(no), "{text}");
        }
    }
}
