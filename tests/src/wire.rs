//! A page as it crosses the wire, byte by byte: no library between the socket and the count.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::within;

/// One whole answer.
#[derive(Debug)]
pub struct Answer {
    /// Status line and header fields.
    pub head: String,
    /// The body as it was sent.
    pub body: Vec<u8>,
    /// All of it, in bytes.
    pub bytes: usize,
}

impl Answer {
    /// Whether the head has this line, in any case.
    pub fn has(&self, line: &str) -> bool {
        self.head.lines().any(|other| other.eq_ignore_ascii_case(line))
    }

    /// The body, where it is text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

/// Gets a path with these header fields, each `Name: value`.
pub async fn fetch(server: SocketAddr, path: &str, fields: &[&str]) -> Answer {
    let mut request = format!("GET {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n");
    for field in fields {
        request.push_str(field);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    let answer = within(path, async {
        let mut socket = TcpStream::connect(server).await?;
        socket.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await.map(|_length| answer)
    });
    let answer = answer.await.expect("the server answers and closes");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
    let head = String::from_utf8(answer[..end].to_vec()).expect("a head is text");
    Answer { head, body: answer[end..].to_vec(), bytes: answer.len() }
}

/// A client that is not the bar's own: for requests that the bar's client would never send. Each goes
/// over a line of its own: where the bar says no before it has read all, it ends the line, perhaps
/// just as the next request would set out on it.
pub fn stranger() -> reqwest::Client {
    demitasse_shared::client::provide_tls();
    reqwest::Client::builder().pool_max_idle_per_host(0).build().expect("a client")
}
