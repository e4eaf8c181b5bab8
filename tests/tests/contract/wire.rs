//! A stranger's HTTP client.

use demitasse_shared::api::{Role, route};
use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, stranger, within};
use reqwest::header::{CONTENT_TYPE, HeaderName};
use reqwest::{Method, Response};
use serde_json::{Value, json};

/// Who asks: the header that says so.
pub(crate) type Caller = Option<(&'static str, String)>;

/// One request.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) caller: &'a Caller,
    pub(crate) headers: Vec<(HeaderName, &'a str)>,
    pub(crate) body: Vec<u8>,
}

impl<'a> Asked<'a> {
    /// A request that says that its body, if it has one, is JSON.
    pub(crate) fn new(method: &'a str, path: &'a str, caller: &'a Caller) -> Self {
        let headers = vec![(CONTENT_TYPE, "application/json")];
        Self { method, path, caller, headers, body: Vec::new() }
    }

    pub(crate) fn body(self, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..self }
    }
}

/// The way to one bar.
#[derive(Debug)]
pub(crate) struct Wire {
    http: reqwest::Client,
    pub(crate) base: String,
}

impl Wire {
    pub(crate) fn to(bar: &Bar) -> Self {
        let http = stranger();
        Self { http, base: bar.staff.manager.base().to_owned() }
    }

    pub(crate) async fn send(&self, asked: &Asked<'_>) -> Response {
        let method = Method::from_bytes(asked.method.as_bytes()).expect("a method");
        let mut request = self.http.request(method, format!("{}{}", self.base, asked.path));
        if let Some((name, value)) = asked.caller {
            request = request.header(*name, value);
        }
        for (name, value) in &asked.headers {
            request = request.header(name, *value);
        }
        if !asked.body.is_empty() {
            request = request.body(asked.body.clone());
        }
        within("an answer", request.send()).await.expect("an answer")
    }

    /// A request that must succeed.
    pub(crate) async fn json(&self, asked: &Asked<'_>) -> Value {
        let answer = self.send(asked).await;
        assert!(answer.status().is_success(), "{} {}: {answer:?}", asked.method, asked.path);
        answer.json().await.expect("it is JSON")
    }

    /// Signs in and returns the session's cookie.
    pub(crate) async fn guest(&self, name: &str) -> Caller {
        let body = json!({ "name": name }).to_string();
        let answer = self.send(&Asked::new("POST", route::SESSION, &None).body(body)).await;
        let cookie = answer.headers()["set-cookie"].to_str().expect("text");
        for must in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(must), "{cookie}");
        }
        let pair = cookie.split(';').next().expect("name=value");
        Some(("cookie", pair.to_owned()))
    }

    /// Redeems a code and returns the order's id.
    pub(crate) async fn place(&self, guest: &Caller, code: &str) -> i64 {
        let answer = self.json(&scan(guest, code)).await;
        answer["order"]["id"].as_i64().expect("an id")
    }
}

/// A scan of a code.
pub(crate) fn scan<'a>(guest: &'a Caller, code: &str) -> Asked<'a> {
    Asked::new("POST", route::RESERVATIONS, guest).body(json!({ "code": code }).to_string())
}

/// A device's header.
pub(crate) fn bearer(token: &str) -> (&'static str, String) {
    ("authorization", format!("Bearer {token}"))
}

/// A freshly paired device's header.
pub(crate) async fn device(bar: &Bar, role: Role) -> Caller {
    Some(bearer(&bar.staff.token(role, role.as_str()).await))
}

/// A bar that is open for all that these tables do.
pub(crate) async fn open_bar() -> Bar {
    let bar = Bar::at("2022-10-14T12:51:00Z").await;
    let roomy = Settings { window_drinks: 10_000, capacity: 10_000, ..Settings::default() };
    bar.staff.rule(&roomy).await;
    bar.staff.open().await;
    bar
}
