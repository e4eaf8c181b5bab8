//! What staff set up for guests to sign in.

use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

use super::{Client, ClientError, decode};
use crate::api::{BadgesTaken, SendTest, route};

impl Client {
    /// Takes over a list of badges, as CSV, in place of the last one.
    pub async fn take_badges(&self, list: Vec<u8>) -> Result<BadgesTaken, ClientError> {
        let request = self.request(Method::PUT, route::BADGES);
        decode(self.send(request.header(CONTENT_TYPE, "text/csv").body(list)).await?).await
    }

    /// Sends a message to see whether messages arrive.
    pub async fn send_test(&self, to: &str) -> Result<(), ClientError> {
        let body = SendTest { to: to.to_owned() };
        self.send(self.request(Method::POST, route::SENDERS_TEST).json(&body)).await.map(drop)
    }
}
