//! A client that speaks HTTP by hand, so that it can also speak it badly.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::http::StatusCode;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A test whose server stays silent for so long has found something.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Phone {
    stream: TcpStream,
    /// What came in and was not read yet.
    heard: Vec<u8>,
}

pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: String,
    headers: Vec<(String, String)>,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Phone {
    pub(super) async fn connect(address: SocketAddr) -> Self {
        Self::try_connect(address).await.expect("a connection")
    }

    pub(super) async fn try_connect(address: SocketAddr) -> io::Result<Self> {
        Ok(Self { stream: TcpStream::connect(address).await?, heard: Vec::new() })
    }

    /// Sends something, or as much of it as the server wants to hear.
    pub(super) async fn say(&mut self, text: &str) {
        let mut left = text.as_bytes();
        while !left.is_empty() {
            self.stream.writable().await.expect("a socket");
            match self.stream.try_write(left) {
                Ok(sent) => left = &left[sent..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if is_end(&error) => return,
                Err(error) => panic!("{error}"),
            }
        }
    }

    /// Sends a request; `headers` are whole lines.
    pub(super) async fn ask(&mut self, path: &str, headers: &str) {
        self.say(&format!("GET {path} HTTP/1.1\r\nHost: bar\r\n{headers}\r\n")).await;
    }

    /// Sends a request and reads its answer.
    pub(super) async fn get(&mut self, path: &str, headers: &str) -> Answer {
        self.ask(path, headers).await;
        self.answer().await
    }

    /// Reads one answer.
    pub(super) async fn answer(&mut self) -> Answer {
        let head = self.head_length().await;
        let head: Vec<u8> = self.heard.drain(..head).collect();
        let head = String::from_utf8(head).expect("text");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
        let status = status.expect("a status line");
        let mut answer = Answer { status, body: String::new(), headers: headers.collect() };
        let length = answer.header("content-length").map_or(0, |size| size.parse().expect("size"));
        while self.heard.len() < length {
            assert!(self.hear().await, "the body ends early");
        }
        answer.body = String::from_utf8(self.heard.drain(..length).collect()).expect("text");
        answer
    }

    /// Reads to the end of the line.
    pub(super) async fn rest(mut self) -> String {
        while self.hear().await {}
        String::from_utf8(self.heard).expect("text")
    }

    /// Waits for a whole head and says how long it is.
    async fn head_length(&mut self) -> usize {
        const END: &[u8] = b"\r\n\r\n";
        loop {
            if let Some(start) = self.heard.windows(END.len()).position(|bytes| bytes == END) {
                return start + END.len();
            }
            assert!(self.hear().await, "the line ends before an answer");
        }
    }

    /// Waits for something to come in; false at the end of the line.
    async fn hear(&mut self) -> bool {
        let mut bytes = [0; 4096];
        loop {
            let waited = timeout(PATIENCE, self.stream.readable()).await;
            waited.expect("a sign of life in time").expect("a socket");
            match self.stream.try_read(&mut bytes) {
                Ok(length) => {
                    self.heard.extend_from_slice(&bytes[..length]);
                    return length > 0;
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if is_end(&error) => return false,
                Err(error) => panic!("{error}"),
            }
        }
    }
}

/// Whether the other end closed the line, with or without having read everything.
fn is_end(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe)
}
