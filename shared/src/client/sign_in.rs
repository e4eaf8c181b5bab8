//! What staff set up for guests to sign in.

use std::time::Duration;

use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

use super::{Client, ClientError, accepted, decode};
use crate::api::{BadgesTaken, SendTest, route};

/// How long a test may take: longer than the server itself waits for what it sends by.
const SENT_WITHIN: Duration = Duration::from_secs(20);

impl Client {
    /// Takes over a list of badges, as CSV, in place of the last one.
    pub async fn take_badges(&self, list: Vec<u8>) -> Result<BadgesTaken, ClientError> {
        let request = self.request(Method::PUT, route::BADGES);
        decode(self.send(request.header(CONTENT_TYPE, "text/csv").body(list)).await?).await
    }

    /// Sends a message to see whether messages arrive.
    pub async fn send_test(&self, to: &str) -> Result<(), ClientError> {
        let body = SendTest { to: to.to_owned() };
        let request = self.request(Method::POST, route::SENDERS_TEST).json(&body);
        let answer = request.timeout(SENT_WITHIN).send().await.map_err(ClientError::Line)?;
        accepted(answer).await.map(drop)
    }
}
