//! A gateway for short messages: any service, or a phone in the venue, that takes one by HTTP.

mod fault;
mod preset;
mod request;
mod template;

use std::cmp::Reverse;
use std::fmt;
use std::time::Duration;

pub use self::fault::{BadGateway, GatewayFault};
pub use self::preset::{PRESETS, Preset, preset};
use self::request::Request;
use self::template::Values;
use super::{HandOver, Message, discreet};

/// The most that is read of an answer, in bytes.
const ANSWER_BYTES: usize = 16 * 1024;

/// How long a gateway may take to be reached. It ends before a message's time does, so that a line
/// that did not come about is told from an answer that did not come.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);

/// The most of an answer that goes into the log, in characters.
const TOLD_CHARS: usize = 300;

/// What a gateway wants, as the venue gives it. In `url`, `headers` and `body` stand the
/// placeholders of `Values`.
#[derive(Clone, Default)]
pub struct GatewaySettings {
    /// The address that takes messages.
    pub url: String,
    /// The method; `POST` where nothing is said.
    pub method: Option<String>,
    /// Headers, as `NAME: VALUE`.
    pub headers: Vec<String>,
    /// The body: JSON, or a form's fields.
    pub body: Option<String>,
    /// What an answer must hold, apart from a status of success.
    pub expect: Option<String>,
    /// Whom messages are from.
    pub from: Option<String>,
    /// The account's name.
    pub user: Option<String>,
    /// The account's key.
    pub key: Option<String>,
    /// The authority (PEM) that alone is trusted, in place of the system's.
    pub authority: Option<Vec<u8>>,
}

/// Keys may stand anywhere in it.
impl fmt::Debug for GatewaySettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewaySettings").finish_non_exhaustive()
    }
}

/// A gateway that takes the bar's short messages.
#[derive(Clone)]
pub struct Gateway {
    http: reqwest::Client,
    request: Request,
    expect: Option<String>,
    from: Option<String>,
    user: Option<String>,
    key: Option<String>,
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway").finish_non_exhaustive()
    }
}

impl Gateway {
    /// A gateway, as the venue described it.
    ///
    /// # Errors
    /// [`BadGateway`], before a guest finds out.
    pub fn new(settings: GatewaySettings) -> Result<Self, BadGateway> {
        let GatewaySettings { url, method, headers, body, expect, from, user, key, authority } =
            settings;
        let request = Request::new(&url, method.as_deref(), &headers, body.as_deref())?;
        let http = client(authority.as_deref())?;
        let expect = expect.map(|expect| without_space(&expect)).filter(|text| !text.is_empty());
        let gateway = Self { http, request, expect, from, user, key };
        let sample = gateway.values("+351912345678", "\"&=\\ \u{1f642}\n");
        gateway.request.check(&gateway.http, &sample)?;
        Ok(gateway)
    }

    pub(super) async fn send(
        &self,
        message: &Message,
        hand_over: &HandOver,
    ) -> Result<(), GatewayFault> {
        let request = self.request.fill(&self.http, &self.values(&message.to, &message.text));
        let request = request.map_err(|bad| GatewayFault::Unwritable(bad.to_string()))?;
        hand_over.begin();
        let sent = self.http.execute(request).await;
        let answer = sent.map_err(|error| GatewayFault::unanswered(&error.without_url()))?;
        let status = answer.status();
        let (said, is_whole) = hear(answer).await;
        let said = String::from_utf8_lossy(&said);
        if status.is_success() && self.is_expected(&said) {
            return Ok(());
        }
        Err(GatewayFault::refused(status, &self.told(&said, message), is_whole))
    }

    fn values<'a>(&'a self, to: &'a str, text: &'a str) -> Values<'a> {
        let (from, user, key) = (self.from.as_deref(), self.user.as_deref(), self.key.as_deref());
        Values { to, text, from, user, key }
    }

    /// Spaces do not count: they stand in JSON as somebody likes.
    fn is_expected(&self, said: &str) -> bool {
        self.expect.as_ref().is_none_or(|expected| without_space(said).contains(expected))
    }

    /// The beginning of what the gateway said, for the log.
    pub fn told(&self, said: &str, message: &Message) -> String {
        let values = self.values(&message.to, &message.text);
        let mut secrets = values.secrets();
        secrets.extend(self.request.header_values(&values));
        // A short one may stand in a longer one.
        secrets.sort_by_key(|secret| Reverse(secret.len()));
        let secrets: Vec<_> = secrets.iter().map(String::as_str).collect();
        discreet(said, message, &secrets).chars().take(TOLD_CHARS).collect()
    }
}

/// Hears an answer: the beginning of it, and whether that is all.
async fn hear(mut answer: reqwest::Response) -> (Vec<u8>, bool) {
    let mut said = Vec::new();
    while said.len() < ANSWER_BYTES {
        match answer.chunk().await {
            Ok(Some(piece)) => said.extend_from_slice(&piece),
            Ok(None) => return (said, true),
            Err(_broke_off) => break,
        }
    }
    (said, false)
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Speaks to the gateway and to nobody that it points to: key and code are for it alone.
fn client(authority: Option<&[u8]>) -> Result<reqwest::Client, BadGateway> {
    demitasse_shared::client::provide_tls();
    let mut client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT_WITHIN);
    if let Some(pem) = authority {
        let own =
            reqwest::Certificate::from_pem_bundle(pem).map_err(|_bad| BadGateway::Authority)?;
        if own.is_empty() {
            return Err(BadGateway::Authority);
        }
        client = client.tls_certs_only(own);
    }
    client.build().map_err(|error| BadGateway::Trust(error.to_string()))
}
