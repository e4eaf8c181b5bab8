//! The bar over HTTPS: the real programs, certificates of its own authority and bad ones, and peers
//! that are not ours.

mod browser;
mod faults;
mod own;
mod peers;
mod reload;
mod screens;

use std::path::{Path, PathBuf};

use demitasse::tls::authority::init;
use demitasse::tls::{Folder, Name};
use demitasse_shared::Timestamp;
use demitasse_shared::client::{Authority, Client, ClientError, TlsFault};
use demitasse_tests::{Server, run};

/// Runs `demitasse tls init` on a data directory.
async fn tls_init(data: &Path, more: &[&str]) -> String {
    let data = data.to_str().expect("a path in UTF-8");
    let done = run(["tls", "init", "--data", data].iter().chain(more)).await;
    assert!(done.status.success(), "{}", done.stderr);
    done.stdout
}

/// A certificate that was made at another time.
fn made_at(time: &str, data: &Path, names: &[&str]) -> Folder {
    let folder = Folder::of(data);
    let names: Vec<Name> = names.iter().map(|name| name.parse().expect("a name")).collect();
    let now: Timestamp = time.parse().expect("a time");
    init(&folder, &names, false, now).expect("it can be made");
    folder
}

fn authority_file(data: &Path) -> PathBuf {
    Folder::of(data).authority()
}

fn authority(data: &Path) -> Authority {
    Authority::read(&authority_file(data)).expect("an authority")
}

/// Serves both http and https, with the bar's own certificate.
async fn serve(data: &Path, more: &[&str]) -> Server {
    let own = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--tls", "own"];
    Server::serve_with(data, &[&own, more].concat()).await
}

fn url(server: &Server) -> String {
    format!("https://{}", server.address)
}

/// Asks over https, trusting this authority and no other.
async fn asked(server: &Server, trusted: &Authority) -> Result<bool, ClientError> {
    let client = Client::trusting(&url(server), Some(trusted)).expect("an address");
    client.health().await.map(|health| health.ok)
}

/// Why no secure line came about.
#[track_caller]
fn fault<T: std::fmt::Debug>(answer: Result<T, ClientError>) -> TlsFault {
    match answer {
        Err(ClientError::Tls(fault)) => fault,
        other => panic!("this line must not come about, and came to {other:?}"),
    }
}
