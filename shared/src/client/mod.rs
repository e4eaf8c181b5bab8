//! The bar's one HTTP client: a method for each endpoint, and the live reader.

mod backup;
mod clock;
mod device;
mod events;
mod key;
mod live;
mod menu;
pub mod nearby;
mod sign_in;
mod sse;
mod tls;

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use clock::{ScreenClock, Steady};
pub use device::{
    LocalServer, Paired, Pairing as DevicePairing, PairingError, data_dir, local_server_file,
    sync_folder, write_private, write_whole,
};
pub use events::EventReader;
use events::not_understood;
pub use key::{NoRandomness, fresh_key};
pub use live::{LiveReader, UPDATE_QUEUE, Update};
pub use tls::{Authority, NoAuthority, TlsFault, provide_tls};

use crate::Date;
use crate::api::{
    Cancel, Claim, Claimed, DeviceAnswer, IDEMPOTENCY_KEY, NewAnnouncement, NewPairing,
    OrderAnswer, OrdersAnswer, Pairing, Redeem, ShopChange, SignIn, SignedIn, Submit, route,
};
use crate::device::{DevicesAnswer, PairedDevice, RenameDevice};
use crate::doctor::Diagnosis;
use crate::error::Problem;
use crate::ids::{DeviceId, OrderId};
use crate::journal::{JournalPage, JournalQuery};
use crate::live::Snapshot;
use crate::order::{Order, OrderState, Step};
use crate::report::{DayOrders, DayOrdersQuery, Report, ReportDays};
use crate::settings::Settings;
use crate::shop::{Announcement, ShopStatus};
use crate::venue::{LOGO_BYTES, Venue};

/// How long an answer may take before the line counts as broken.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// How long a connection waits for the next request: long enough for a row of keys, and shorter than
/// the server's own patience, so that no request meets a door that is just closing.
const IDLE: Duration = Duration::from_secs(5);

/// How long a connection may take to come about.
const CONNECT_WITHIN: Duration = Duration::from_secs(3);

/// The longest answer, in bytes, but for a whole board.
const ANSWER_BYTES: usize = 8 * 1024 * 1024;

/// The longest refusal, in bytes. A bar's own have some hundred.
const REFUSAL_BYTES: usize = 64 * 1024;

/// Why a call came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The server said no.
    #[error("{}", .0.detail)]
    Refused(Box<Problem>),
    /// The server did not answer, or the line broke.
    #[error("the bar cannot be reached")]
    Line(#[source] reqwest::Error),
    /// The server is there, but the line to it would not be secure.
    #[error(transparent)]
    Tls(TlsFault),
    /// The answer is not the bar's.
    #[error("not an answer of the bar: {0}")]
    Foreign(String),
}

impl ClientError {
    /// The refusal, where the server said no.
    pub fn refusal(&self) -> Option<&Problem> {
        match self {
            Self::Refused(problem) => Some(problem),
            Self::Line(_) | Self::Tls(_) | Self::Foreign(_) => None,
        }
    }

    /// Why a request did not come back.
    fn on_the_line(error: reqwest::Error) -> Self {
        TlsFault::of(&error).map_or_else(|| Self::Line(error), Self::Tls)
    }
}

/// Speaks to one server as one guest, one device, or nobody in particular.
///
/// Cheap to clone: clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    base: String,
    http: reqwest::Client,
    credential: Option<(reqwest::header::HeaderName, HeaderValue)>,
}

impl Client {
    /// A client without rights; `base` is the server's address, such as `http://127.0.0.1:8080`.
    pub fn new(base: &str) -> Result<Self, ClientError> {
        Self::trusting(base, None)
    }

    /// The same, for a bar whose certificate comes from this authority and no other.
    pub fn trusting(base: &str, authority: Option<&Authority>) -> Result<Self, ClientError> {
        let http = tls::builder(base, authority)
            .connect_timeout(CONNECT_WITHIN)
            // The bar is next door: no proxy has to see its tokens.
            .no_proxy()
            // It never sends a program elsewhere. Who does is a network's page for signing in.
            .redirect(Policy::none())
            .pool_idle_timeout(IDLE)
            .tcp_nodelay(true)
            .build()
            .map_err(ClientError::Line)?;
        Ok(Self { base: base.trim_end_matches('/').to_owned(), http, credential: None })
    }

    /// The same client with a device's bearer token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        let value = sensitive(&format!("Bearer {token}"));
        Self { credential: value.map(|value| (AUTHORIZATION, value)), ..self.clone() }
    }

    /// The same line to the same server, as nobody in particular.
    #[must_use]
    pub fn without_rights(&self) -> Self {
        Self { credential: None, ..self.clone() }
    }

    /// The server's address.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Signs in by name: the same client, with the guest's session.
    pub async fn sign_in(&self, name: &str) -> Result<Self, ClientError> {
        let body = SignIn::by_name(name);
        let response = self.send(self.request(Method::POST, route::SESSION).json(&body)).await?;
        let cookie = session_cookie(response.headers())
            .ok_or_else(|| ClientError::Foreign("no session in the answer".to_owned()))?;
        let _: SignedIn = decode(response).await?;
        Ok(Self { credential: Some((COOKIE, cookie)), ..self.clone() })
    }

    /// Redeems a code.
    pub async fn redeem(&self, code: &str) -> Result<Order, ClientError> {
        let body = Redeem { code: code.to_owned() };
        self.order_call(Method::POST, route::RESERVATIONS, &body).await
    }

    /// Submits a reservation.
    pub async fn submit(&self, id: OrderId, submit: &Submit) -> Result<Order, ClientError> {
        self.order_call(Method::PUT, &route::order_drink(id), submit).await
    }

    /// Takes a barista's step, or the guest's cancel. Only `Cancel` has a reason.
    pub async fn step(
        &self,
        id: OrderId,
        step: Step,
        reason: Option<&str>,
    ) -> Result<Order, ClientError> {
        let body = Cancel { reason: reason.map(str::to_owned) };
        self.order_call(Method::POST, &route::order_step(id, step), &body).await
    }

    /// Enters an order for somebody without a phone. Whatever is sent again with the same key, such
    /// as a [`fresh_key`], is the same order: after a broken line it can be tried again.
    pub async fn walk_up(&self, submit: &Submit, key: &str) -> Result<Order, ClientError> {
        let request = self.request(Method::POST, route::ORDERS).header(IDEMPOTENCY_KEY, key);
        let answer: OrderAnswer = decode(self.send(request.json(submit)).await?).await?;
        Ok(answer.order)
    }

    /// One order.
    pub async fn order(&self, id: OrderId) -> Result<Order, ClientError> {
        let answer: OrderAnswer = self.get(&route::order(id)).await?;
        Ok(answer.order)
    }

    /// The guest's own orders of today.
    pub async fn orders(&self) -> Result<OrdersAnswer, ClientError> {
        self.get(route::ORDERS).await
    }

    /// Everybody's orders of today in one state, the last that came there first; at most `limit`.
    pub async fn orders_in(
        &self,
        state: OrderState,
        limit: u32,
    ) -> Result<Vec<Order>, ClientError> {
        let path = format!("{}?state={state}&limit={limit}", route::ORDERS);
        let answer: OrdersAnswer = self.get(&path).await?;
        Ok(answer.orders)
    }

    /// The bar as anyone may see it.
    pub async fn shop(&self) -> Result<ShopStatus, ClientError> {
        self.get(route::SHOP).await
    }

    /// Opens, closes or pauses.
    pub async fn set_shop(&self, change: &ShopChange) -> Result<ShopStatus, ClientError> {
        self.call(Method::PUT, route::SHOP, change).await
    }

    /// Says a line to everybody, in place of the last one.
    pub async fn announce(&self, new: &NewAnnouncement) -> Result<Announcement, ClientError> {
        self.call(Method::POST, route::ANNOUNCEMENTS, new).await
    }

    /// Takes the line down.
    pub async fn take_down(&self) -> Result<(), ClientError> {
        self.send(self.request(Method::DELETE, route::ANNOUNCEMENTS)).await.map(drop)
    }

    /// The rules.
    pub async fn settings(&self) -> Result<Settings, ClientError> {
        self.get(route::SETTINGS).await
    }

    /// Changes the rules.
    pub async fn set_settings(&self, settings: &Settings) -> Result<Settings, ClientError> {
        self.call(Method::PUT, route::SETTINGS, settings).await
    }

    /// All that a screen shows.
    pub async fn board(&self) -> Result<Snapshot, ClientError> {
        let response = self.send(self.request(Method::GET, route::BOARD)).await?;
        decode_up_to(sse::SNAPSHOT_LIMIT, response).await
    }

    /// The venue, as its monitors need it.
    pub async fn venue(&self) -> Result<Venue, ClientError> {
        self.get(route::VENUE).await
    }

    /// The venue's logo, from where [`Venue::logo`] says. It is read no further than a logo may be
    /// long.
    pub async fn logo(&self, path: &str) -> Result<Vec<u8>, ClientError> {
        if !path.starts_with('/') {
            return Err(ClientError::Foreign(format!("{path:?} is no path")));
        }
        content(self.send(self.request(Method::GET, path)).await?, LOGO_BYTES).await
    }

    /// Rows of the journal.
    pub async fn journal(&self, query: &JournalQuery) -> Result<JournalPage, ClientError> {
        self.get(&route::journal(query)).await
    }

    /// A day in figures; the venue's today where no day is said.
    pub async fn report(&self, day: Option<Date>) -> Result<Report, ClientError> {
        self.get(&route::report(day)).await
    }

    /// The days that there are figures of, oldest first.
    pub async fn report_days(&self) -> Result<ReportDays, ClientError> {
        self.get(route::REPORT_DAYS).await
    }

    /// Some of the orders that a day's figures are made of, oldest first.
    pub async fn report_orders(&self, query: &DayOrdersQuery) -> Result<DayOrders, ClientError> {
        self.get(&query.address()).await
    }

    /// Has everything looked at that breaks bars.
    pub async fn doctor(&self) -> Result<Diagnosis, ClientError> {
        self.get(route::DOCTOR).await
    }

    /// Who this device is to the bar.
    pub async fn device(&self) -> Result<DeviceAnswer, ClientError> {
        self.get(route::DEVICE).await
    }

    /// Every device that is paired.
    pub async fn devices(&self) -> Result<Vec<PairedDevice>, ClientError> {
        let answer: DevicesAnswer = self.get(route::DEVICES).await?;
        Ok(answer.devices)
    }

    /// Calls a device by another name.
    pub async fn rename_device(
        &self,
        id: DeviceId,
        name: &str,
    ) -> Result<PairedDevice, ClientError> {
        let body = RenameDevice { name: name.to_owned() };
        self.call(Method::PATCH, &route::one_device(id), &body).await
    }

    /// Lets a device go. One that is gone already stays so.
    pub async fn revoke_device(&self, id: DeviceId) -> Result<(), ClientError> {
        self.send(self.request(Method::DELETE, &route::one_device(id))).await.map(drop)
    }

    /// Makes a pairing code.
    pub async fn pair(&self, new: &NewPairing) -> Result<Pairing, ClientError> {
        self.call(Method::POST, route::PAIRINGS, new).await
    }

    /// Turns a pairing code into a token.
    pub async fn claim(&self, claim: &Claim) -> Result<Claimed, ClientError> {
        self.call(Method::POST, route::PAIRINGS_CLAIM, claim).await
    }

    /// Whether the process lives.
    pub async fn health(&self) -> Result<crate::api::Health, ClientError> {
        self.get(route::HEALTH).await
    }

    async fn order_call<B: Serialize>(
        &self,
        method: Method,
        path: &str,
        body: &B,
    ) -> Result<Order, ClientError> {
        let answer: OrderAnswer = self.call(method, path, body).await?;
        Ok(answer.order)
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        decode(self.send(self.request(Method::GET, path)).await?).await
    }

    async fn call<B: Serialize, T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &B,
    ) -> Result<T, ClientError> {
        decode(self.send(self.request(method, path).json(body)).await?).await
    }

    /// A request without a time limit yet: a live stream must have none.
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        match &self.credential {
            Some((name, value)) => request.header(name, value),
            None => request,
        }
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response, ClientError> {
        let response =
            request.timeout(ANSWER_WITHIN).send().await.map_err(ClientError::on_the_line)?;
        accepted(response).await
    }
}

/// Passes an accepted answer on and turns a refused one into its problem.
async fn accepted(response: Response) -> Result<Response, ClientError> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    match serde_json::from_slice::<Problem>(&content(response, REFUSAL_BYTES).await?) {
        Ok(problem) => Err(ClientError::Refused(Box::new(problem))),
        Err(_) => Err(ClientError::Foreign(foreign(status))),
    }
}

async fn decode<T: DeserializeOwned>(response: Response) -> Result<T, ClientError> {
    decode_up_to(ANSWER_BYTES, response).await
}

async fn decode_up_to<T: DeserializeOwned>(
    most_bytes: usize,
    response: Response,
) -> Result<T, ClientError> {
    let body = content(response, most_bytes).await?;
    serde_json::from_slice(&body).map_err(|error| ClientError::Foreign(not_understood(&error)))
}

/// What an answer holds. It is read no further than it may be long.
async fn content(mut response: Response, most_bytes: usize) -> Result<Vec<u8>, ClientError> {
    let mut content = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(ClientError::Line)? {
        if content.len() + piece.len() > most_bytes {
            return Err(ClientError::Foreign(format!("it has over {most_bytes} bytes")));
        }
        content.extend_from_slice(&piece);
    }
    Ok(content)
}

fn foreign(status: StatusCode) -> String {
    format!("status {status} without problem details")
}

/// A header value that debug output hides.
fn sensitive(text: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// Keeps `name=value` of the first cookie that the server set.
fn session_cookie(headers: &HeaderMap) -> Option<HeaderValue> {
    let set = headers.get(SET_COOKIE)?.to_str().ok()?;
    sensitive(set.split(';').next()?.trim())
}
