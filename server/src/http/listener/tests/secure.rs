//! TLS and plain HTTP on one port.

use std::sync::Arc;

use axum::http::StatusCode;
use demitasse_shared::Timestamp;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::super::Secure;
use super::{Bar, LONG, SHORT, patient, router, tiny};
use crate::http::listener::Limits;
use crate::tls::authority::init;
use crate::tls::{Folder, Keeper};

/// A secure bar, and what its devices trust.
struct SecureBar {
    bar: Bar,
    connector: TlsConnector,
    _folder: TempDir,
}

impl SecureBar {
    async fn open(limits: Limits, public_url: &str) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let folder = Folder::of(data.path());
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a time");
        init(&folder, &[], false, now).expect("made");
        let keeper = Arc::new(Keeper::new(folder.files()).expect("a pair"));
        let secure = Secure::new(&keeper, public_url).expect("TLS").for_strangers();
        let bar = Bar::open_with(router(), limits, Some(secure)).await;
        Self { bar, connector: trusting(&folder), _folder: data }
    }

    async fn connect(&self) -> std::io::Result<TlsStream<TcpStream>> {
        let stream = TcpStream::connect(self.bar.address).await?;
        self.connector.connect(ServerName::from(self.bar.address.ip()), stream).await
    }

    /// What the bar answers over TLS.
    async fn says(&self) -> String {
        let mut line = self.connect().await.expect("a handshake");
        line.write_all(b"GET / HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n")
            .await
            .expect("sent");
        let mut answer = String::new();
        // Without a goodbye this fails: somebody may have cut the answer short.
        line.read_to_string(&mut answer).await.expect("a goodbye");
        answer
    }
}

fn trusting(folder: &Folder) -> TlsConnector {
    let text = std::fs::read(folder.authority()).expect("it is there");
    let mut roots = RootCertStore::empty();
    let authority = CertificateDer::from_pem_slice(&text).expect("a certificate");
    roots.add(authority).expect("an authority");
    demitasse_shared::client::provide_tls();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    Arc::new(config).into()
}

#[tokio::test]
async fn one_port_speaks_both() {
    let secure = SecureBar::open(patient(), "http://bar.example").await;
    assert!(secure.says().await.ends_with("flat white"));
    let plain = secure.bar.phone().await.get("/", "").await;
    assert_eq!((plain.status, plain.body.as_str()), (StatusCode::OK, "flat white"));
}

#[tokio::test]
async fn who_comes_in_the_clear_is_sent_to_the_secure_address() {
    let secure = SecureBar::open(patient(), "https://bar.example").await;
    let page = secure.bar.phone().await.get("/?x=1", "").await;
    assert_eq!(page.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(page.header("location"), Some("https://bar.example/?x=1"));
    let program = secure.bar.phone().await.get("/api/shop", "").await;
    assert_eq!(program.status, StatusCode::BAD_REQUEST);
    assert!(program.body.contains("https://bar.example"), "{}", program.body);
    assert!(secure.says().await.ends_with("flat white"));
}

#[tokio::test]
async fn a_handshake_that_stops_is_closed_like_any_silence() {
    let secure = SecureBar::open(Limits { first_head: SHORT, ..patient() }, "").await;
    for half in ["", "\u{16}", "\u{16}\u{3}\u{1}\u{1}\u{0}\u{1}"] {
        let mut phone = secure.bar.phone().await;
        phone.say(half).await;
        assert_eq!(phone.rest().await, "", "{half:?}");
    }
    let mut silent = secure.connect().await.expect("a handshake");
    let mut rest = Vec::new();
    // Cut, with or without a goodbye.
    drop(silent.read_to_end(&mut rest).await);
    assert!(rest.is_empty(), "a handshake is no request");
}

#[tokio::test]
async fn a_silent_handshake_on_a_reserved_seat_gets_less_time() {
    let limits = Limits { reserve_head: SHORT, first_head: LONG, ..tiny() };
    let secure = SecureBar::open(limits, "").await;
    let first = secure.connect().await.expect("a handshake");
    let mut phone = secure.bar.phone().await;
    phone.say("\u{16}").await;
    assert_eq!(phone.rest().await, "");
    drop(first);
}

/// More of them than there are turns: nobody may hold a turn while he waits.
#[tokio::test]
async fn handshakes_that_stop_half_way_are_in_nobodys_way() {
    const CROWD: usize = 200;
    let secure = SecureBar::open(patient(), "").await;
    let mut crowd = Vec::new();
    for _ in 0..CROWD {
        let mut phone = secure.bar.phone().await;
        phone.say("\u{16}\u{3}\u{1}\u{1}\u{0}\u{1}").await;
        crowd.push(phone);
    }
    assert!(secure.says().await.ends_with("flat white"));
    drop(crowd);
}

#[tokio::test]
async fn shutdown_does_not_wait_for_a_handshake() {
    let secure = SecureBar::open(patient(), "").await;
    let mut phone = secure.bar.phone().await;
    phone.say("\u{16}").await;
    assert!(secure.says().await.ends_with("flat white"));
    let SecureBar { bar, .. } = secure;
    bar.close().await.expect("the server ends well");
    assert_eq!(phone.rest().await, "");
}
