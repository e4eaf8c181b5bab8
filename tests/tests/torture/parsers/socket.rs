//! A line to the bar on which bytes go out as they are.

use std::net::SocketAddr;

use demitasse_tests::within;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream};
use tokio::net::TcpStream;

/// One answer.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) media: String,
    pub(crate) cookies: Vec<String>,
    pub(crate) body: Vec<u8>,
}

/// A line that is kept for the next request where the bar keeps it.
#[derive(Debug)]
pub(crate) struct Socket {
    server: SocketAddr,
    open: Option<BufStream<TcpStream>>,
}

impl Socket {
    pub(crate) fn to(server: SocketAddr) -> Self {
        Self { server, open: None }
    }

    /// The answer to a whole request. A live stream's is its head.
    pub(crate) async fn ask(&mut self, request: &[u8], is_head: bool) -> Option<Answer> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.connect().await,
        };
        within("an answer", async {
            open.write_all(request).await.ok()?;
            open.flush().await.ok()?;
            let (answer, stays) = hear(&mut open, is_head).await?;
            self.open = stays.then_some(open);
            Some(answer)
        })
        .await
    }

    /// The answer to bytes that may be no request at all, on a line of their own that says no more.
    pub(crate) async fn blurt(&self, bytes: &[u8]) -> Option<Answer> {
        let mut open = self.connect().await;
        within("an answer, or the end", async {
            // Who has heard enough closes before it has heard all.
            drop(open.write_all(bytes).await);
            drop(open.shutdown().await);
            hear(&mut open, bytes.starts_with(b"HEAD")).await.map(|(answer, _stays)| answer)
        })
        .await
    }

    async fn connect(&self) -> BufStream<TcpStream> {
        let open = within("a line", TcpStream::connect(self.server)).await.expect("it listens");
        open.set_nodelay(true).expect("a socket takes it");
        BufStream::new(open)
    }
}

/// An answer, and whether the line stays open behind it.
async fn hear(open: &mut BufStream<TcpStream>, is_head: bool) -> Option<(Answer, bool)> {
    let mut answer = Answer::default();
    let (mut length, mut stays) = (None, true);
    loop {
        let mut line = String::new();
        open.read_line(&mut line).await.ok().filter(|length| *length > 0)?;
        let line = line.trim_end();
        if answer.status == 0 {
            answer.status = line.split(' ').nth(1)?.parse().ok()?;
        } else if let Some((name, value)) = line.split_once(':') {
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-type" => value.clone_into(&mut answer.media),
                "content-length" => length = value.parse().ok(),
                "connection" => stays = value != "close",
                "set-cookie" => answer.cookies.push(value.to_owned()),
                _ => {}
            }
        } else if answer.status == 100 {
            answer.status = 0;
        } else {
            break;
        }
    }
    if is_head || matches!(answer.status, 204 | 304) {
        return Some((answer, stays));
    }
    let Some(length) = length else { return Some((answer, false)) };
    answer.body.resize(length, 0);
    open.read_exact(&mut answer.body).await.ok()?;
    Some((answer, stays))
}
