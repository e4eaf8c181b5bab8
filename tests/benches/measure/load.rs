//! The lightest client that still speaks HTTP: one keep-alive connection, bytes out, bytes in. What
//! it takes of the machine the server lacks, so it parses no more than where an answer ends.

use std::net::SocketAddr;

use demitasse_shared::client::Client;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The longest answer's head that is expected here.
const HEAD_BYTES: usize = 4_096;

/// What ends an answer that comes in chunks (RFC 9112, section 7.1).
const LAST_CHUNK: &[u8] = b"\r\n0\r\n\r\n";

/// One connection, which asks one thing after the other.
#[derive(Debug)]
pub(crate) struct Line {
    stream: TcpStream,
    read: Vec<u8>,
    head: usize,
}

/// What came back: good until the next request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) head: &'a str,
    pub(crate) body: &'a [u8],
}

impl Line {
    pub(crate) async fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.expect("the server listens");
        stream.set_nodelay(true).expect("it is a TCP socket");
        Self { stream, read: Vec::with_capacity(HEAD_BYTES), head: 0 }
    }

    /// Sends a request as it is, and waits for the whole answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Answer<'_> {
        self.stream.write_all(request).await.expect("the server reads");
        self.read.clear();
        let length = loop {
            let more = self.stream.read_buf(&mut self.read).await.expect("the server answers");
            assert_ne!(more, 0, "the server hung up");
            if let Some(head) = self.read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                self.head = head + 4;
                break length_of(text(&self.read[..head]));
            }
        };
        while !self.is_whole(length) {
            let more = self.stream.read_buf(&mut self.read).await.expect("the server answers");
            assert_ne!(more, 0, "the server hung up");
        }
        let head = text(&self.read[..self.head]);
        let status = head.get(9..12).and_then(|code| code.parse().ok()).expect("a status line");
        Answer { status, head, body: &self.read[self.head..] }
    }

    /// Whether all of the answer is there; one of unknown length says where it ends.
    fn is_whole(&self, length: Option<usize>) -> bool {
        match length {
            Some(length) => self.read.len() >= self.head + length,
            None => self.read.ends_with(LAST_CHUNK),
        }
    }
}

impl Answer<'_> {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(self.body).expect("the API answers with JSON")
    }

    /// The session that the answer begins, as the cookie that later requests carry.
    pub(crate) fn cookie(&self) -> String {
        let line = self.head.lines().find_map(|line| line.strip_prefix("set-cookie: "));
        let cookie = line.and_then(|line| line.split(';').next());
        cookie.expect("a session begins").to_owned()
    }
}

/// A request's bytes. `headers` are whole lines without their ends.
pub(crate) fn request(method: &str, path: &str, headers: &[&str], body: &str) -> Vec<u8> {
    let own: String = headers.iter().flat_map(|header| [*header, "\r\n"]).collect();
    let about = match body.len() {
        0 => String::new(),
        length => format!("content-type: application/json\r\ncontent-length: {length}\r\n"),
    };
    format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n{own}{about}\r\n{body}").into_bytes()
}

/// Where a client's server listens.
pub(crate) fn address(client: &Client) -> SocketAddr {
    let url = client.base();
    let authority = url.trim_start_matches("http://").trim_end_matches('/');
    authority.parse().expect("an address on this machine")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("heads are ASCII")
}

/// The body's length; nothing where it comes in chunks.
fn length_of(head: &str) -> Option<usize> {
    let line = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let is_chunked = head.contains("transfer-encoding: chunked");
    let length = line.map_or(0, |length| length.parse().expect("a number"));
    (!is_chunked).then_some(length)
}
