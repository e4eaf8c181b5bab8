//! A person behind the counter, who enters orders and takes them through their steps on one line.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_shared::client::LocalServer;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use demitasse_tests::flat_white;

use crate::clock::now;
use crate::load::{Line, request};

/// One person's device.
#[derive(Debug)]
pub(crate) struct Counter {
    line: Line,
    token: String,
}

impl Counter {
    /// Comes in as a program of the server's own user.
    pub(crate) async fn of(data: &Path, address: SocketAddr) -> Self {
        let local = LocalServer::read(data).expect("a running server leaves word of itself");
        Self {
            line: Line::to(address).await,
            token: format!("authorization: Bearer {}", local.token),
        }
    }

    /// Asks one thing, which must succeed, and says how long that took.
    pub(crate) async fn ask(&mut self, method: &str, path: &str, body: &str) -> Duration {
        let bytes = request(method, path, &[&self.token], body);
        let began = now();
        let answer = self.line.ask(&bytes).await;
        let took = began.elapsed();
        assert_eq!(answer.status / 100, 2, "{path}: {}", String::from_utf8_lossy(answer.body));
        took
    }

    /// Enters an order.
    pub(crate) async fn enter(&mut self) -> OrderId {
        let choice = serde_json::to_string(&flat_white()).expect("it is JSON");
        let bytes = request("POST", route::ORDERS, &[&self.token], &choice);
        let answer = self.line.ask(&bytes).await;
        assert_eq!(answer.status / 100, 2, "{}", String::from_utf8_lossy(answer.body));
        OrderId(answer.json()["order"]["id"].as_i64().expect("an order has an id"))
    }

    /// Makes, completes and collects an order, and says how long each answer took.
    pub(crate) async fn serve(&mut self, id: OrderId) -> [Duration; 3] {
        let mut spans = [Duration::ZERO; 3];
        for (span, step) in spans.iter_mut().zip([Step::Make, Step::Complete, Step::Collect]) {
            *span = self.ask("POST", &route::order_step(id, step), "").await;
        }
        spans
    }
}
