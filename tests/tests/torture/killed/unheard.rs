//! Requests that are on their way when the server dies: sent, or half sent, and never waited for.

use demitasse_shared::api::{IDEMPOTENCY_KEY, Role, route};
use demitasse_shared::client::{Client, fresh_key};
use demitasse_tests::{Staff, flat_white};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::told::Told;

/// A barista who enters orders for people without phones.
#[derive(Debug)]
pub(super) struct Impatient {
    token: String,
    client: Client,
    /// One for each order that must come of it.
    keys: Vec<String>,
}

impl Impatient {
    pub(super) async fn hired_by(staff: &Staff) -> Self {
        let token = staff.token(Role::Barista, "Vi").await;
        let client = staff.nobody().with_token(&token);
        Self { token, client, keys: Vec::new() }
    }

    /// How many orders must have come of it.
    pub(super) fn orders(&self) -> usize {
        self.keys.len()
    }

    /// Sends requests, of each so many hundredths, and keeps the lines open: nobody has hung up.
    pub(super) async fn sends(&mut self, shares: &[u64]) -> Vec<TcpStream> {
        let mut lines = Vec::new();
        for share in shares {
            let key = fresh_key().expect("the system has randomness");
            let request = self.request(&key);
            let part = request.len() * usize::try_from(*share).unwrap_or(100) / 100;
            self.keys.push(key);
            let address = self.client.base().trim_start_matches("http://");
            let mut line = TcpStream::connect(address).await.expect("it listens");
            line.write_all(&request.as_bytes()[..part]).await.expect("it listens");
            lines.push(line);
        }
        lines
    }

    /// Sends the last so many again, whole, as whoever heard no answer does.
    pub(super) async fn sends_again(&self, count: usize, told: &Told) {
        for key in &self.keys[self.keys.len() - count..] {
            let order = self.client.walk_up(&flat_white(), key).await;
            told.note(&order.expect("staff may, and there is room"));
        }
    }

    fn request(&self, key: &str) -> String {
        let body = serde_json::to_string(&flat_white()).expect("it is JSON");
        let host = self.client.base().trim_start_matches("http://");
        format!(
            "POST {} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {}\r\n{IDEMPOTENCY_KEY}: \
             {key}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            route::ORDERS,
            self.token,
            body.len()
        )
    }
}
