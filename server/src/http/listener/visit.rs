//! One connection's requests: whether they are answered, and what the router learns about them.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::Json;
use axum::http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use demitasse_shared::api::route;
use demitasse_shared::error::{Problem, RefusalCode};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::leave::{Departure, Leaving, MayLeave, is_for_leaving};
use super::way::{is_for_all, way};
use super::{House, Seat};

/// The soonest that somebody who found no seat is asked to come back, in seconds.
const RETRY_AFTER_SECONDS: u16 = 3;

/// Over how many seconds those who found no seat are spread, so that they don't come back as one.
const RETRY_SPREAD_SECONDS: u16 = 8;

/// Who calls, as the network knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The other end of the connection. A whole venue may share one.
    pub address: SocketAddr,
    /// Whether nobody between here and there can listen, by this server's own doing.
    pub is_secure: bool,
    /// Whether both ends of the line are on this machine.
    pub is_at_home: bool,
}

/// A request that came from this machine itself. Only those that ask for what is for it alone are
/// marked.
#[derive(Clone, Copy, Debug)]
pub struct AtHome;

impl Peer {
    /// Somebody who speaks in the clear.
    pub(super) fn new(address: SocketAddr, own: Option<SocketAddr>) -> Self {
        let (peer, own) = (address.ip().to_canonical(), own.map(|own| own.ip().to_canonical()));
        let is_at_home = peer.is_loopback() || own == Some(peer);
        Self { address, is_secure: false, is_at_home }
    }

    /// The same, over TLS.
    pub(super) fn secure(self) -> Self {
        Self { is_secure: true, ..self }
    }
}

/// One connection, from its first request to its last.
#[derive(Debug)]
pub(super) struct Visit {
    house: Arc<House>,
    peer: Peer,
    /// Its seat, until it takes that along.
    seat: Mutex<Option<Seat>>,
    greeted: Notify,
    /// Whether it may leave HTTP, and whether it does.
    may_leave: bool,
    departure: Departure,
    leaving: OnceLock<Leaving>,
    /// The address over https, where this line is none and should be.
    elsewhere: Option<Arc<str>>,
}

impl Visit {
    pub(super) fn new(
        house: Arc<House>,
        peer: Peer,
        seat: Seat,
        elsewhere: Option<Arc<str>>,
    ) -> Self {
        let seat = Mutex::new(Some(seat));
        let (greeted, departure, leaving) = (Notify::new(), Departure::default(), OnceLock::new());
        Self {
            house,
            peer,
            seat,
            greeted,
            may_leave: !peer.is_secure,
            departure,
            leaving,
            elsewhere,
        }
    }

    /// HTTP as it is spoken here.
    pub(super) fn http(&self) -> http1::Builder {
        self.house.http.clone()
    }

    /// Waits for the first whole request head.
    pub(super) async fn greeted(&self) {
        self.greeted.notified().await;
    }

    /// Answers one request.
    pub(super) async fn answer(
        self: Arc<Self>,
        mut request: Request<Incoming>,
    ) -> Result<Response, Infallible> {
        self.greeted.notify_one();
        if !self.may_stay(request.headers()) {
            return Ok(no_seat(self.peer.address.port()));
        }
        if let Some(elsewhere) = self.elsewhere.as_deref().filter(|_| !is_for_all(&request)) {
            return Ok(way(elsewhere, &request));
        }
        if self.may_leave && is_for_leaving(&request) {
            request.extensions_mut().insert(MayLeave);
        }
        if self.peer.is_at_home && request.uri().path() == route::METRICS {
            request.extensions_mut().insert(AtHome);
        }
        let mut response = self.house.front.answer(request, self.peer.is_secure).await;
        if let Some(leaving) = response.extensions_mut().remove::<Leaving>()
            && self.leaving.set(leaving).is_ok()
        {
            response = response.map(|body| self.departure.after_first_words(body));
        }
        Ok(response)
    }

    /// What tells when the connection leaves HTTP.
    pub(super) fn departure(&self) -> Departure {
        self.departure.clone()
    }

    /// Leaves HTTP with the socket, and takes the seat along.
    pub(super) fn leave(&self, stream: TcpStream) {
        let seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner).take();
        let (Some(leaving), Some(seat)) = (self.leaving.get(), seat) else { return };
        if let Err(error) = leaving.hand_over(stream, Box::new(seat)) {
            tracing::debug!(%error, "a connection ended on its way into the hall");
        }
    }

    fn may_stay(&self, headers: &HeaderMap) -> bool {
        let mut seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(seat) = seat.as_mut() else { return false };
        let is_staff = seat.is_on_trial() && self.house.limits.vouch_for(headers);
        seat.keep(&self.house.seats, is_staff)
    }
}

/// The answer to a guest for whom there is no seat. The port spreads their return: it is as good
/// as random, and the same phone gets another one each time.
fn no_seat(port: u16) -> Response {
    let seconds = RETRY_AFTER_SECONDS + port % RETRY_SPREAD_SECONDS;
    let code = RefusalCode::Unavailable;
    let problem = Problem {
        code,
        title: code.title().to_owned(),
        status: code.status(),
        detail: format!("Too many guests at once just now. Try again in {seconds} seconds."),
        order: None,
        by: None,
        retry_at: None,
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
        (RETRY_AFTER, HeaderValue::from(seconds)),
        (CONNECTION, HeaderValue::from_static("close")),
    ];
    (StatusCode::SERVICE_UNAVAILABLE, headers, Json(problem)).into_response()
}
