//! A gateway for short messages, which the tests start: it keeps what it is asked, and answers as it
//! is told.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use demitasse::http::listener::{self, Limits};
use tokio::net::TcpListener;

/// What the gateway was asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Asked {
    /// A header's text; empty where it is missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }
}

#[derive(Debug)]
struct Kept {
    asked: Vec<Asked>,
    answer: (StatusCode, String),
}

/// A gateway on this machine.
#[derive(Clone, Debug)]
pub(crate) struct GatewayServer {
    /// Where it is.
    pub(crate) base: String,
    kept: Arc<Mutex<Kept>>,
}

impl GatewayServer {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("it has one"));
        let answer = (StatusCode::OK, String::new());
        let kept = Arc::new(Mutex::new(Kept { asked: Vec::new(), answer }));
        let keeping = Arc::clone(&kept);
        let router = Router::new().fallback(
            move |method: Method, uri: Uri, headers: HeaderMap, body: Bytes| async move {
                let body = String::from_utf8(body.to_vec()).expect("text");
                let (method, path) = (method.to_string(), uri.to_string());
                let mut kept = keeping.lock().expect("nobody panicked");
                kept.asked.push(Asked { method, path, headers, body });
                kept.answer.clone()
            },
        );
        let limits = Limits::new(|_headers| false);
        tokio::spawn(listener::serve(listener, router, limits, None, std::future::pending()));
        Self { base, kept }
    }

    /// Answers like this from now on.
    pub(crate) fn answer(&self, status: u16, body: &str) {
        let status = StatusCode::from_u16(status).expect("a status");
        self.kept.lock().expect("nobody panicked").answer = (status, body.to_owned());
    }

    /// How often it was asked.
    pub(crate) fn count(&self) -> usize {
        self.kept.lock().expect("nobody panicked").asked.len()
    }

    /// What it was asked last.
    pub(crate) fn last(&self) -> Asked {
        self.kept.lock().expect("nobody panicked").asked.last().expect("a message").clone()
    }
}
