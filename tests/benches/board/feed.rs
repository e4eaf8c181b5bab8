//! A live feed of the benchmark's own: it speaks as the server does, as fast as the board shall
//! hear it. The real server waits for the disk before it tells anything.

use std::time::Instant;

use demitasse_shared::Timestamp;
use demitasse_shared::api::route;
use demitasse_shared::client::{Paired, write_private};
use demitasse_shared::live::{Beat, Envelope, Snapshot, event_name};
use demitasse_tests::within;
use serde::Serialize;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::clock::now;
use crate::terminal::Terminal;
use crate::{SIZE, barista, show_columns};

/// More than the head of any question.
const HEAD_BYTES: usize = 8_192;

/// Where the board finds it.
pub(crate) struct Door {
    listener: TcpListener,
    way: Way,
}

/// The way there, as a paired board keeps it.
pub(crate) struct Way {
    home: TempDir,
    server: String,
}

/// A board that has come.
pub(crate) struct Visit {
    pub(crate) board: Terminal,
    pub(crate) line: Line,
    /// What it has written so far.
    pub(crate) written: Vec<u8>,
}

/// The board's line, open.
pub(crate) struct Line(TcpStream);

impl Door {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has one");
        let home = tempfile::tempdir().expect("a folder");
        Self { listener, way: Way { home, server: format!("http://{address}") } }
    }

    /// Closes it; the way leads nowhere then.
    pub(crate) fn leave(self) -> Way {
        self.way
    }

    /// A board that comes here.
    pub(crate) fn knock(&self) -> Terminal {
        self.way.knock()
    }

    /// A board that shows this.
    pub(crate) async fn board(&self, snapshot: &Snapshot) -> Visit {
        let mut board = self.knock();
        let mut line = within("the board to come", self.live()).await;
        line.send(&event(event_name::SNAPSHOT, snapshot)).await;
        let written = show_columns(&mut board);
        Visit { board, line, written }
    }

    /// Waits until somebody asks for the live feed; nothing else is to be had here.
    async fn live(&self) -> Line {
        loop {
            let (mut stream, _) = self.listener.accept().await.expect("the door is open");
            stream.set_nodelay(true).expect("it can be told");
            let mut head = vec![0; HEAD_BYTES];
            let length = stream.read(&mut head).await.expect("it asks");
            let asked = format!("GET {} ", route::LIVE);
            let is_live = head[..length].starts_with(asked.as_bytes());
            let answer = if is_live {
                "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
            } else {
                "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            };
            stream.write_all(answer.as_bytes()).await.expect("it listens");
            if is_live {
                return Line(stream);
            }
        }
    }
}

impl Way {
    /// A board that goes this way.
    pub(crate) fn knock(&self) -> Terminal {
        let keep = self.home.path().join("barista.json");
        let server = self.server.clone();
        let paired =
            Paired { server, token: "token".to_owned(), name: "Ana".to_owned(), authority: None };
        write_private(&keep, &paired).expect("the folder can be written");
        Terminal::open(barista(&keep), SIZE)
    }
}

impl Line {
    /// Says something, and returns when it was said.
    pub(crate) async fn send(&mut self, events: &str) -> Instant {
        let said = now();
        self.0.write_all(events.as_bytes()).await.expect("the board listens");
        said
    }

    /// A sign of life.
    pub(crate) async fn beat(&mut self, at: Timestamp) {
        self.send(&event(event_name::BEAT, &Beat { at })).await;
    }
}

/// A change as it travels.
pub(crate) fn change(envelope: &Envelope) -> String {
    event(event_name::DELTA, envelope)
}

fn event(name: &str, data: &impl Serialize) -> String {
    let data = serde_json::to_string(data).expect("it can be written");
    format!("event: {name}\ndata: {data}\n\n")
}
