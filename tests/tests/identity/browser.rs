//! A phone's browser, without its pages.

use std::collections::BTreeMap;

use demitasse_shared::api::route;
use demitasse_tests::{Bar, stranger, within};
use reqwest::Method;
use reqwest::header::{COOKIE, SET_COOKIE};
use serde_json::{Value, json};

/// A browser with its cookies.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    base: String,
    http: reqwest::Client,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) set_cookies: Vec<String>,
}

impl Answer {
    /// The refusal's stable word.
    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// A text of the body.
    pub(crate) fn text(&self, field: &str) -> &str {
        let text = self.body[field].as_str();
        text.unwrap_or_else(|| panic!("no {field} in {}", self.body))
    }

    /// The same, where it must be a yes.
    #[track_caller]
    pub(crate) fn granted(self) -> Self {
        assert!((200..300).contains(&self.status), "{self:?}");
        self
    }

    /// The same, where it must be this no.
    #[track_caller]
    pub(crate) fn refused(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status, self.code()), (status, code), "{}", self.body);
        self
    }
}

impl Browser {
    /// A browser that has never been here.
    pub(crate) fn at(bar: &Bar) -> Self {
        let base = bar.staff.manager.base().to_owned();
        Self { base, http: stranger(), cookies: BTreeMap::new() }
    }

    /// Whether it has this cookie.
    pub(crate) fn has(&self, cookie: &str) -> bool {
        self.cookies.contains_key(cookie)
    }

    /// Asks, and keeps what cookies are set.
    pub(crate) async fn ask(&mut self, method: Method, path: &str, body: &Value) -> Answer {
        let jar: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if !jar.is_empty() {
            request = request.header(COOKIE, jar.join("; "));
        }
        if !body.is_null() {
            request = request.json(body);
        }
        let answer = within("an answer", request.send()).await.expect("an answer");
        let status = answer.status().as_u16();
        let set = answer.headers().get_all(SET_COOKIE).iter();
        let set_cookies: Vec<_> =
            set.map(|value| value.to_str().expect("text").to_owned()).collect();
        for cookie in &set_cookies {
            self.keep(cookie);
        }
        let body = answer.bytes().await.expect("it can be read");
        let body = serde_json::from_slice(&body).unwrap_or_default();
        Answer { status, body, set_cookies }
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().expect("a pair");
        let (name, value) = pair.split_once('=').expect("name=value");
        if cookie.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    pub(crate) async fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.ask(Method::POST, path, body).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.ask(Method::GET, path, &Value::Null).await
    }

    /// Asks for a code by e-mail.
    pub(crate) async fn ask_code(&mut self, email: &str) -> Answer {
        self.post(route::SESSION, &json!({ "email": email })).await
    }

    /// Types a code.
    pub(crate) async fn verify(&mut self, code: &str) -> Answer {
        self.post(route::SESSION_VERIFY, &json!({ "code": code })).await
    }

    /// Redeems the code on show.
    pub(crate) async fn redeem(&mut self, bar: &Bar) -> Answer {
        let code = bar.staff.window().await.code;
        self.post(route::RESERVATIONS, &json!({ "code": code })).await
    }

    /// Orders a flat white and returns the order's id.
    pub(crate) async fn order(&mut self, bar: &Bar, note: &str) -> i64 {
        let place = self.redeem(bar).await.granted();
        let id = place.body["order"]["id"].as_i64().expect("an id");
        let drink = json!({ "drink": "flat-white", "options": ["oat"], "note": note });
        self.ask(Method::PUT, &format!("/api/orders/{id}/drink"), &drink).await.granted();
        id
    }

    /// How many drinks are left today.
    pub(crate) async fn drinks_left(&mut self) -> u64 {
        let orders = self.get(route::ORDERS).await.granted();
        orders.body["drinks_left"].as_u64().expect("a guest has a measure")
    }
}
