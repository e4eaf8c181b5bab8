//! Somebody with a script: requests that the bar's own client would never send, as many at once as
//! the script likes.

use std::collections::BTreeMap;

use demitasse_shared::api::route;
use demitasse_tests::{Bar, stranger, within};
use futures_util::future::join_all;
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::{Client, Method};
use serde_json::{Value, json};

/// How often each answer came: `ok`, or a refusal's code.
pub(super) type Answers = BTreeMap<String, usize>;

/// A script that carries the cookies it likes.
#[derive(Clone, Debug)]
pub(super) struct Eve {
    http: Client,
    base: String,
    cookie: Option<String>,
}

/// What the script hears.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) status: u16,
    /// The first cookie that it was given, without its attributes.
    pub(super) cookie: Option<String>,
    pub(super) body: Value,
}

impl Heard {
    /// `ok`, or the refusal's code.
    pub(super) fn word(&self) -> String {
        let code = self.body["code"].as_str().unwrap_or("no code").to_owned();
        if self.status < 300 { "ok".to_owned() } else { code }
    }

    /// The order's id.
    #[track_caller]
    pub(super) fn order(&self) -> i64 {
        self.body["order"]["id"].as_i64().unwrap_or_else(|| panic!("no order: {self:?}"))
    }
}

impl Eve {
    /// A script without a session.
    pub(super) fn at(bar: &Bar) -> Self {
        Self { http: stranger(), base: bar.staff.manager.base().to_owned(), cookie: None }
    }

    /// The same script under another session.
    pub(super) async fn named(&self, name: &str) -> Self {
        let nobody = Self { cookie: None, ..self.clone() };
        let signed_in = nobody.post(route::SESSION, &json!({ "name": name })).await;
        assert_eq!(signed_in.word(), "ok", "{signed_in:?}");
        self.with(signed_in.cookie.as_deref().expect("a session"))
    }

    /// The same script with this for its cookies.
    pub(super) fn with(&self, cookie: &str) -> Self {
        Self { cookie: Some(cookie.to_owned()), ..self.clone() }
    }

    /// Its cookies.
    pub(super) fn cookie(&self) -> &str {
        self.cookie.as_deref().unwrap_or_default()
    }

    /// Asks one thing, with more in its head where that is said.
    pub(super) async fn ask(&self, method: Method, path: &str, body: &Value) -> Heard {
        self.ask_with(method, path, body, &[]).await
    }

    pub(super) async fn ask_with(
        &self,
        method: Method,
        path: &str,
        body: &Value,
        more: &[(&str, &str)],
    ) -> Heard {
        let mut ask = self.http.request(method, format!("{}{path}", self.base));
        if let Some(cookie) = &self.cookie {
            ask = ask.header(COOKIE, cookie);
        }
        for (name, value) in more {
            ask = ask.header(*name, *value);
        }
        if !body.is_null() {
            ask = ask.json(body);
        }
        let answer = within("an answer", ask.send()).await.expect("an answer");
        let cookie = answer.headers().get(SET_COOKIE).and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next()).map(str::to_owned);
        let status = answer.status().as_u16();
        let body = within("all of it", answer.bytes()).await.expect("all of it");
        Heard { status, cookie, body: serde_json::from_slice(&body).unwrap_or_default() }
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> Heard {
        self.ask(Method::POST, path, body).await
    }

    pub(super) async fn get(&self, path: &str) -> Heard {
        self.ask(Method::GET, path, &Value::Null).await
    }

    pub(super) async fn redeem(&self, code: &str) -> Heard {
        self.post(route::RESERVATIONS, &json!({ "code": code })).await
    }

    /// Posts all of these in the same instant, and counts the answers.
    pub(super) async fn post_at_once(&self, path: &str, bodies: Vec<Value>) -> Answers {
        let asked = bodies.into_iter().map(|body| {
            let (eve, path) = (self.clone(), path.to_owned());
            tokio::spawn(async move { eve.post(&path, &body).await.word() })
        });
        let mut answers = Answers::new();
        for word in within("every answer", join_all(asked)).await {
            *answers.entry(word.expect("no panic")).or_default() += 1;
        }
        answers
    }
}
