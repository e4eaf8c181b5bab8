//! Every sample page of the guests' web app, served as guests get them.

use std::net::Ipv4Addr;

use demitasse::web::gallery::serve;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::{stranger, within};

/// The gallery, open for as long as this lives.
#[derive(Debug)]
pub struct Gallery {
    base: String,
    names: Vec<String>,
    served: JoinHandle<()>,
}

impl Gallery {
    /// Opens it with the pages in these languages.
    pub async fn open(languages: &'static [&'static str]) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("it has one"));
        let served = tokio::spawn(serve(listener, languages, std::future::pending()));
        let names = within("the gallery's names", stranger().get(&base).send()).await;
        let names = names.expect("it answers");
        let names = names.text().await.expect("names, one a line");
        let names: Vec<_> = names.lines().map(str::to_owned).collect();
        assert!(names.len() > 20, "a gallery of {names:?}");
        Self { base, names, served }
    }

    /// The pages of a language: their names without it, and their addresses.
    pub fn names_in(&self, language: &str) -> impl Iterator<Item = (&str, String)> {
        let prefix = format!("{language}/");
        self.names.iter().filter_map(move |name| {
            let page = name.strip_prefix(&prefix)?;
            Some((page, format!("{}/{name}", self.base)))
        })
    }

    /// The addresses of all pages.
    pub fn addresses(&self) -> Vec<String> {
        self.names.iter().map(|name| format!("{}/{name}", self.base)).collect()
    }
}

impl Drop for Gallery {
    fn drop(&mut self) {
        self.served.abort();
    }
}
