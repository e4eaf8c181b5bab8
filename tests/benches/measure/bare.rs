//! What the machine can do at best: a server without rules behind the bar's own accept loop. It
//! answers `pong`, or as many bytes as it is asked for, and keeps a row through the bar's own writer. It is this program once more, in a
//! process of its own, so that it has what the bar's server has.

use std::env;
use std::net::SocketAddr;
use std::path::{self, PathBuf};
use std::process::Stdio;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use demitasse::clock::Clock;
use demitasse::http::listener::{Limits, serve};
use demitasse::storage::{Committed, Publish, Storage, Writer};
use demitasse_shared::Timestamp;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};

use crate::processes::Process;

/// The word by which this program becomes the bare server.
const WORD: &str = "--bare";

/// As much as anybody asks for.
static ZEROS: [u8; 1_024 * 1_024] = [0; 1_024 * 1_024];

/// A bare server that runs; it ends with its owner.
#[derive(Debug)]
pub(crate) struct Bare {
    pub(crate) address: SocketAddr,
    child: Child,
}

impl Bare {
    /// Starts one with its data in a folder.
    pub(crate) async fn start(data: &path::Path) -> Self {
        let own = env::current_exe().expect("this program");
        let mut command = Command::new(own);
        command.arg(WORD).arg(data).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().expect("this program runs");
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let line = lines.next_line().await.expect("it speaks").expect("it listens");
        Self { address: line.parse().expect("an address"), child }
    }

    /// The process that it is.
    pub(crate) fn process(&self) -> Process {
        Process::of(self.child.id().expect("it runs"))
    }
}

/// The data folder, where this program is to be the bare server.
pub(crate) fn is_asked() -> Option<PathBuf> {
    let mut args = env::args_os().skip(1);
    args.next().filter(|word| word == WORD)?;
    args.next().map(PathBuf::from)
}

/// Serves until it is killed.
#[expect(clippy::print_stdout, reason = "the one who asked reads it")]
pub(crate) async fn run(data: &path::Path) {
    let mut storage = Storage::open(data).expect("a folder of its own");
    let table = "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, at INTEGER NOT NULL)";
    storage.connection().execute_batch(table).expect("the disk takes it");
    let (writer, _readers) = storage.start(Clock::system(Timestamp::MIN), Nobody).expect("threads");
    let router = Router::new()
        .route("/pong", get(async || "pong"))
        .route("/bytes/{length}", get(bytes))
        .route("/row", post(row))
        .with_state(writer);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("{}", listener.local_addr().expect("it is bound"));
    serve(listener, router, Limits::new(|_| false), None, std::future::pending()).await;
}

/// What is there already, as long as it is asked for.
async fn bytes(Path(length): Path<usize>) -> Bytes {
    Bytes::from_static(&ZEROS).slice(..length.min(ZEROS.len()))
}

async fn row(State(writer): State<Writer>) -> StatusCode {
    let kept = writer.write(|change| {
        let at = change.now().as_millisecond();
        let sql = "INSERT INTO bare (at) VALUES (?)";
        change.connection().prepare_cached(sql)?.execute([at])?;
        Ok(())
    });
    kept.await.map_or(StatusCode::INTERNAL_SERVER_ERROR, |()| StatusCode::NO_CONTENT)
}

/// Nobody hears of rows.
struct Nobody;

impl Publish for Nobody {
    fn publish(&mut self, _committed: Vec<Committed>) {}
}
