//! A guest's phone: what it asks it asks again until there is an answer, as the page does.

use demitasse_shared::api::route;
use demitasse_shared::error::Problem;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, Step};
use demitasse_tests::{flat_white, stranger};
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::{Method, Response};
use serde_json::{Value, json};

use super::line::Line;

/// What an answer was: the order, or a no.
pub(super) type Answer = Result<Order, Box<Problem>>;

/// A phone, signed in or not.
#[derive(Clone, Debug)]
pub(super) struct Handset {
    http: reqwest::Client,
    base: String,
    cookie: String,
    line: Line,
}

impl Handset {
    /// A new phone, which asks the server at this address.
    pub(super) fn new(base: &str, line: Line) -> Self {
        Self { http: stranger(), base: base.to_owned(), cookie: String::new(), line }
    }

    /// Signs in. Whoever hears no answer signs in again, and may be somebody else then.
    pub(super) async fn sign_in(&mut self, name: &str) {
        let (answer, _) =
            self.ask(Method::POST, route::SESSION, Some(json!({ "name": name }))).await;
        let cookie = answer.get(SET_COOKIE).expect("a session").to_str().expect("text");
        cookie.split(';').next().unwrap_or_default().clone_into(&mut self.cookie);
    }

    /// Scans a code.
    pub(super) async fn redeem(&self, code: &str) -> Answer {
        self.order_call(Method::POST, route::RESERVATIONS, Some(json!({ "code": code }))).await
    }

    /// Orders a flat white.
    pub(super) async fn submit(&self, id: OrderId) -> Answer {
        self.order_call(Method::PUT, &route::order_drink(id), Some(json!(flat_white()))).await
    }

    /// Changes its mind.
    pub(super) async fn cancel(&self, id: OrderId) -> Answer {
        let path = route::order_step(id, Step::Cancel);
        self.order_call(Method::POST, &path, Some(json!({}))).await
    }

    /// Looks the order up.
    pub(super) async fn order(&self, id: OrderId) -> Answer {
        self.order_call(Method::GET, &route::order(id), None).await
    }

    /// How many orders it has.
    pub(super) async fn orders(&self) -> usize {
        let (_, answer) = self.ask(Method::GET, route::ORDERS, None).await;
        answer["orders"].as_array().expect("a list").len()
    }

    /// Opens the live feed about an order; nothing where the server is gone.
    pub(super) async fn live(&self, id: OrderId, last: Option<i64>) -> Option<Response> {
        self.line.is_up().await;
        self.line.sends();
        let url = format!("{}{}?order={id}", self.base, route::LIVE);
        let mut request = self.http.get(url).header(COOKIE, &self.cookie);
        if let Some(last) = last {
            request = request.header("Last-Event-ID", last);
        }
        request.send().await.ok()
    }

    async fn order_call(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let (_, mut answer) = self.ask(method, path, body).await;
        if answer["order"].is_object() {
            return Ok(serde_json::from_value(answer["order"].take()).expect("an order"));
        }
        Err(Box::new(serde_json::from_value(answer).expect("an order or a problem")))
    }

    /// Asks until there is an answer. What is sent again is what was sent.
    async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> (reqwest::header::HeaderMap, Value) {
        loop {
            self.line.is_up().await;
            self.line.sends();
            let request = self.http.request(method.clone(), format!("{}{path}", self.base));
            let request = request.header(COOKIE, &self.cookie);
            let request = body.iter().fold(request, reqwest::RequestBuilder::json);
            if let Ok(response) = request.send().await {
                let (status, head) = (response.status(), response.headers().clone());
                if let Ok(body) = response.bytes().await {
                    assert!(!status.is_server_error(), "{path} came to {status}: {body:?}");
                    return (head, serde_json::from_slice(&body).expect("JSON"));
                }
            }
            tokio::task::yield_now().await;
        }
    }
}
