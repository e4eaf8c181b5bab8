//! Every sample page of the guests' web app, served as guests get them.

use std::net::Ipv4Addr;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::within;

/// The gallery, open for as long as this lives.
#[derive(Debug)]
pub struct Gallery {
    base: String,
    names: Vec<String>,
    served: JoinHandle<()>,
}

impl Gallery {
    /// Opens it.
    pub async fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("it has one"));
        let served = tokio::spawn(demitasse::web::gallery::serve(listener, std::future::pending()));
        let names = within("the gallery's names", reqwest::get(&base)).await.expect("it answers");
        let names = names.text().await.expect("names, one a line");
        let names: Vec<_> = names.lines().map(str::to_owned).collect();
        assert!(names.len() > 20, "a gallery of {names:?}");
        Self { base, names, served }
    }

    /// The pages' names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// A page's address.
    pub fn address(&self, name: &str) -> String {
        format!("{}/{name}", self.base)
    }

    /// The addresses of all pages whose name is wanted.
    pub fn addresses(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        self.names().filter(|name| wanted(name)).map(|name| self.address(name)).collect()
    }
}

impl Drop for Gallery {
    fn drop(&mut self) {
        self.served.abort();
    }
}
