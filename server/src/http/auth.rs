//! Who asks: a guest by the session's cookie, a device by its bearer token, or nobody.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use demitasse_shared::api::Role;
use demitasse_shared::error::RefusalCode;

use super::Http;
use super::error::ApiError;
use crate::app::Venue;
use crate::domain::Refusal;
use crate::domain::event::Actor;
use crate::domain::order::Barista;
use crate::secret;
use crate::storage::devices::{Device, LOCAL_DEVICE, LOCAL_NAME};
use crate::storage::guests::{self, SESSION_SECONDS};

/// The session cookie's name.
pub const SESSION_COOKIE: &str = "demitasse_session";

/// The cookie that holds a paired tablet's token.
pub const TABLET_COOKIE: &str = "demitasse_tablet";

/// The cookie that holds the token of a monitor in a browser.
pub const DISPLAY_COOKIE: &str = "demitasse_display";

/// How long a browser stays paired: half a year, unless staff revoke it.
const PAIRED_SECONDS: u32 = 180 * 24 * 3_600;

/// A signed-in guest.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Who.
    pub guest: guests::Guest,
    /// The session's token.
    pub token: String,
}

/// A device that works behind the counter.
#[derive(Clone, Debug)]
pub struct Staff(pub Device);

/// A manager's device.
#[derive(Clone, Debug)]
pub struct Manager(pub Device);

/// A program of the server's own user.
#[derive(Clone, Copy, Debug)]
pub struct Local;

/// Whoever asks.
#[derive(Clone, Debug)]
pub enum Caller {
    /// A guest.
    Guest(Guest),
    /// A paired device, or a program of the server's own user.
    Device(Device),
    /// Nobody in particular.
    Nobody,
}

impl Caller {
    /// The device that asks, where it is one.
    pub fn device(&self) -> Option<&Device> {
        match self {
            Self::Device(device) => Some(device),
            Self::Guest(_) | Self::Nobody => None,
        }
    }
}

impl Staff {
    /// The device as the rules see it.
    pub fn barista(&self) -> Barista {
        Barista { device: self.0.id, name: self.0.name.clone() }
    }

    /// The device as the journal names it.
    pub fn actor(&self) -> Actor {
        actor(&self.0)
    }
}

/// A device as the journal names it.
pub fn actor(device: &Device) -> Actor {
    if device.id == LOCAL_DEVICE { Actor::Local } else { Actor::Device(device.id) }
}

impl FromRequestParts<Http> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ApiError> {
        if bearer(&parts.headers).is_some() {
            let device = device(http, &parts.headers).map(Caller::Device);
            return device
                .ok_or_else(|| not_signed_in("This device is not paired, or not any more."));
        }
        let Some(token) = cookie(&parts.headers, SESSION_COOKIE) else { return Ok(Caller::Nobody) };
        let Some(guest) = http.bar.guest(token).await? else { return Ok(Caller::Nobody) };
        Ok(Caller::Guest(Guest { guest, token: token.to_owned() }))
    }
}

impl FromRequestParts<Http> for Guest {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ApiError> {
        match Caller::from_request_parts(parts, http).await? {
            Caller::Guest(guest) => Ok(guest),
            Caller::Device(_) => Err(not_allowed("This is for guests.")),
            Caller::Nobody => Err(not_signed_in("Sign in first.")),
        }
    }
}

impl FromRequestParts<Http> for Staff {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ApiError> {
        match Caller::from_request_parts(parts, http).await? {
            Caller::Device(device) if device.role.is_staff() => Ok(Self(device)),
            Caller::Device(_) | Caller::Guest(_) => Err(not_allowed("This is for baristas.")),
            Caller::Nobody => Err(not_signed_in("This is for baristas' paired devices.")),
        }
    }
}

impl FromRequestParts<Http> for Manager {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ApiError> {
        match Caller::from_request_parts(parts, http).await? {
            Caller::Device(device) if device.role == Role::Manager => Ok(Self(device)),
            Caller::Device(_) | Caller::Guest(_) => Err(not_allowed("This is for managers.")),
            Caller::Nobody => Err(not_signed_in("This is for managers' paired devices.")),
        }
    }
}

impl FromRequestParts<Http> for Local {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ApiError> {
        match Caller::from_request_parts(parts, http).await? {
            Caller::Device(device) if device.id == LOCAL_DEVICE => Ok(Self),
            Caller::Device(_) | Caller::Guest(_) => {
                Err(not_allowed("This is for programs on the bar's own machine."))
            }
            Caller::Nobody => Err(not_signed_in("This is for programs on the bar's own machine.")),
        }
    }
}

/// The device whose bearer token the headers carry: a paired one, or a program of the server's own
/// user. Answers from memory.
pub fn device(http: &Http, headers: &HeaderMap) -> Option<Device> {
    let token = bearer(headers)?;
    if secret::equal(token, &*http.local_token) {
        let name = LOCAL_NAME.to_owned();
        return Some(Device { id: LOCAL_DEVICE, role: Role::Manager, name });
    }
    http.bar.device(token)
}

/// Whether the headers are those of a paired device, be it a program or a browser.
pub fn is_known(http: &Http, headers: &HeaderMap) -> bool {
    device(http, headers).is_some()
        || super::boards::device(http, headers).is_some()
        || super::displays::device(http, headers).is_some()
}

/// The bearer token (RFC 6750, section 2.1).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// A cookie's value.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The `Set-Cookie` value that begins a session (RFC 6265, section 4.1).
pub fn begin_session(token: &str, venue: &Venue) -> String {
    set_cookie(SESSION_COOKIE, token, SESSION_SECONDS, venue)
}

/// The `Set-Cookie` value that ends a session.
pub fn end_session(venue: &Venue) -> String {
    set_cookie(SESSION_COOKIE, "", 0, venue)
}

/// A cookie that scripts cannot read. A phone that reaches the bar over HTTPS never sends it in the
/// clear.
pub fn set_cookie(name: &str, value: &str, seconds: u32, venue: &Venue) -> String {
    let secure = if venue.public_url.starts_with("https://") { "; Secure" } else { "" };
    format!("{name}={value}; HttpOnly; SameSite=Lax; Path=/; Max-Age={seconds}{secure}")
}

/// The `Set-Cookie` value by which a browser stays paired. The token goes to the pages below this
/// path only.
pub(super) fn keep_paired(name: &str, token: &str, path: &str, venue: &Venue) -> String {
    let secure = if venue.public_url.starts_with("https://") { "; Secure" } else { "" };
    format!(
        "{name}={token}; HttpOnly; SameSite=Strict; Path={path}; Max-Age={PAIRED_SECONDS}{secure}"
    )
}

fn not_signed_in(detail: &str) -> ApiError {
    Refusal::new(RefusalCode::NotSignedIn, detail).into()
}

fn not_allowed(detail: &str) -> ApiError {
    Refusal::new(RefusalCode::NotAllowed, detail).into()
}
