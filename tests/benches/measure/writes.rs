//! The least that telling everybody can cost: a loop of nothing but `write()` over as many sockets.
//! It is this program once more, in a process of its own.

use std::env;
use std::io::{BufRead, Read, Write, stdin};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};

use crate::processes::Process;

/// The word by which this program becomes the loop.
const WORD: &str = "--writes";

/// What a phone is told before anything else: enough to count it as standing there.
const OPENING: &[u8] = b"HTTP/1.1 200 OK\r\n\r\nid: 0\nevent: snapshot\ndata: {}\n\n";

/// A loop that waits for words to write; it ends with its owner.
#[derive(Debug)]
pub(crate) struct Writes {
    pub(crate) address: SocketAddr,
    input: ChildStdin,
    child: Child,
}

impl Writes {
    pub(crate) async fn start() -> Self {
        let mut command = Command::new(env::current_exe().expect("this program"));
        command.arg(WORD).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().expect("this program runs");
        let input = child.stdin.take().expect("it is piped");
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let line = lines.next_line().await.expect("it speaks").expect("it listens");
        Self { address: line.parse().expect("an address"), input, child }
    }

    /// Has it write a line to all.
    pub(crate) async fn write(&mut self, line: &str) {
        self.input.write_all(format!("{line}\n").as_bytes()).await.expect("it reads");
    }

    pub(crate) fn process(&self) -> Process {
        Process::of(self.child.id().expect("it runs"))
    }
}

pub(crate) fn is_asked() -> bool {
    env::args().nth(1).is_some_and(|word| word == WORD)
}

/// Takes in whoever comes, and writes each line of its input to all of them, until it is killed.
#[expect(clippy::print_stdout, reason = "the one who asked reads it")]
pub(crate) fn run() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    println!("{}", listener.local_addr().expect("it is bound"));
    let streams: Arc<Mutex<Vec<TcpStream>>> = Arc::default();
    thread::spawn({
        let streams = Arc::clone(&streams);
        move || {
            for mut stream in listener.incoming().flatten() {
                let mut asked = [0; 1024];
                if stream.read(&mut asked).is_ok() && stream.write_all(OPENING).is_ok() {
                    streams.lock().unwrap_or_else(PoisonError::into_inner).push(stream);
                }
            }
        }
    });
    for line in stdin().lock().lines().map_while(Result::ok) {
        let event = format!("{line}\n\n");
        for stream in streams.lock().unwrap_or_else(PoisonError::into_inner).iter_mut() {
            // Who is gone is not missed here.
            stream.write(event.as_bytes()).unwrap_or_default();
        }
    }
}
