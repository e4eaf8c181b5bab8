//! Before any handler: requests that another site's page sent are turned away.
//!
//! Over plain http browsers leave the `Sec-Fetch-*` headers out, so the `Origin` of every change is
//! compared with the own host, and the host with the names that the server goes by: a name that
//! somebody else points at this machine (DNS rebinding) is not one of them.

use std::net::IpAddr;
use std::sync::Arc;

use axum::http::{HeaderMap, Method, header};
use demitasse_shared::error::RefusalCode;

use crate::domain::Refusal;

/// The names that the server goes by, without ports, in any case of letters. Addresses and `localhost` are
/// always among them.
#[derive(Clone, Debug)]
pub struct Hosts(Arc<[String]>);

impl Hosts {
    /// The host of the public address, and whatever else was given.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().map(|name| host_of(&name).to_owned()).collect())
    }

    fn knows(&self, authority: &str) -> bool {
        let host = host_of(authority);
        host.eq_ignore_ascii_case("localhost")
            || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
            || self.0.iter().any(|name| host.eq_ignore_ascii_case(name))
    }
}

/// Whether a request asks for this machine by its own name for itself, or by an address.
pub(super) fn is_this_machine(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.is_some_and(|host| Hosts(Arc::default()).knows(host))
}

/// Whether a request is an own one. A page that came in the clear may be anybody's:
/// on a secure line it counts as foreign.
pub(super) fn verdict(
    hosts: &Hosts,
    method: &Method,
    headers: &HeaderMap,
    is_secure: bool,
) -> Result<(), Refusal> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(host) = text(header::HOST) else {
        return Err(Refusal::invalid("The request names no host."));
    };
    if !hosts.knows(host) {
        let detail = format!("This bar does not go by the name {:?}.", host_of(host));
        return Err(Refusal::new(RefusalCode::NotAllowed, detail));
    }
    let foreign = text(header::ORIGIN).is_some_and(|origin| {
        authority(origin) != Some(host) || (is_secure && !origin.starts_with("https://"))
    });
    if foreign && !matches!(*method, Method::GET | Method::HEAD) {
        return Err(Refusal::new(RefusalCode::NotAllowed, "This came from another site's page."));
    }
    Ok(())
}

/// `http://host:port` without its scheme.
fn authority(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, authority)| authority)
}

/// An address or authority without scheme and port.
fn host_of(authority_or_url: &str) -> &str {
    let rest = authority(authority_or_url).unwrap_or(authority_or_url);
    let rest = rest.split('/').next().unwrap_or(rest);
    match rest.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(method: &Method, host: &str, origin: Option<&str>) -> bool {
        let hosts = Hosts::new(["http://bar.example:8080".to_owned()]);
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().expect("a header"));
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().expect("a header"));
        }
        verdict(&hosts, method, &headers, false).is_ok()
    }

    #[test]
    fn the_server_answers_to_its_own_names_only() {
        for host in ["192.168.1.7:8080", "127.0.0.1", "[::1]:8080", "LOCALHOST:1", "Bar.Example"] {
            assert!(judged(&Method::GET, host, None), "{host}");
        }
        for host in ["evil.example", "bar.example.evil.example:8080", ""] {
            assert!(!judged(&Method::GET, host, None), "{host}");
        }
    }

    #[test]
    fn a_change_comes_from_the_own_pages() {
        let host = "192.168.1.7:8080";
        assert!(judged(&Method::POST, host, Some("http://192.168.1.7:8080")));
        assert!(judged(&Method::POST, host, None));
        assert!(judged(&Method::GET, host, Some("http://evil.example")));
        for origin in ["http://evil.example", "http://192.168.1.7", "null"] {
            assert!(!judged(&Method::PUT, host, Some(origin)), "{origin}");
        }
    }
}
