//! The accept loop over real sockets. Nothing sleeps: limits that are to run out are short, all
//! others are long, and each test waits for the answer or the end of the line itself.

#[cfg(unix)]
mod few_files;
mod phone;
mod secure;

use std::future::pending;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::routing::get;
use demitasse_shared::error::{Problem, RefusalCode};
use tokio::net::TcpListener;
use tokio::sync::{Barrier, Notify, oneshot};
use tokio::task::JoinHandle;

use super::{Limits, Secure, serve};
use phone::Phone;

const SHORT: Duration = Duration::from_millis(20);
const LONG: Duration = Duration::from_mins(1);

/// A server for one test.
struct Bar {
    address: SocketAddr,
    shutdown: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Bar {
    async fn open(router: Router, limits: Limits) -> Self {
        Self::open_with(router, limits, None).await
    }

    async fn open_with(router: Router, limits: Limits, secure: Option<Secure>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (shutdown, asked) = oneshot::channel();
        let served = tokio::spawn(serve(listener, router, limits, secure, async {
            asked.await.expect("the test says when");
        }));
        Self { address, shutdown, served }
    }

    async fn phone(&self) -> Phone {
        Phone::connect(self.address).await
    }

    /// Begins to shut down; the handle ends when the server does.
    fn close(self) -> JoinHandle<()> {
        self.shutdown.send(()).expect("the server runs");
        self.served
    }
}

/// Limits that no test meets by accident; "barista" is the one token that counts.
fn patient() -> Limits {
    Limits {
        first_head: LONG,
        reserve_head: LONG,
        idle: LONG,
        drain: LONG,
        ..Limits::new(|headers| headers.get(AUTHORIZATION).is_some_and(|v| v == "Bearer barista"))
    }
}

/// Two seats: one for anybody, one for staff.
fn tiny() -> Limits {
    Limits { connections: 2, reserve: 1, ..patient() }
}

fn router() -> Router {
    Router::new().route("/", get(async || "flat white"))
}

#[tokio::test]
async fn a_silent_socket_is_closed() {
    let bar = Bar::open(router(), Limits { first_head: SHORT, ..patient() }).await;
    assert_eq!(bar.phone().await.rest().await, "");
}

#[tokio::test]
async fn half_a_head_is_closed() {
    let bar = Bar::open(router(), Limits { first_head: SHORT, ..patient() }).await;
    let mut phone = bar.phone().await;
    phone.say("GET / HTTP/1.1\r\nHost: b").await;
    assert_eq!(phone.rest().await, "");
}

#[tokio::test]
async fn a_silent_socket_gets_less_time_on_a_reserved_seat() {
    let bar = Bar::open(router(), Limits { reserve_head: SHORT, ..tiny() }).await;
    let mut first = bar.phone().await;
    first.get("/", "").await;
    assert_eq!(bar.phone().await.rest().await, "");
    assert_eq!(first.get("/", "").await.status, StatusCode::OK, "the open seat has its time");
}

#[tokio::test]
async fn an_idle_connection_is_closed_and_a_second_head_must_come_whole() {
    let bar = Bar::open(router(), Limits { idle: SHORT, ..patient() }).await;
    for second in ["", "GET / HT"] {
        let mut phone = bar.phone().await;
        assert_eq!(phone.get("/", "").await.body, "flat white");
        phone.say(second).await;
        assert_eq!(phone.rest().await, "");
    }
}

#[tokio::test]
async fn a_head_too_long_or_with_too_many_lines_is_refused() {
    let bar = Bar::open(router(), patient()).await;
    for headers in [format!("Long: {}\r\n", "x".repeat(17_000)), "Many: x\r\n".repeat(101)] {
        let answer = bar.phone().await.get("/", &headers).await;
        assert_eq!(answer.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
}

#[tokio::test]
async fn a_full_house_turns_guests_away_and_lets_staff_in() {
    let bar = Bar::open(router(), tiny()).await;
    let mut first = bar.phone().await;
    assert_eq!(first.get("/", "").await.status, StatusCode::OK);

    for headers in ["", "Authorization: Bearer guess\r\n"] {
        let mut guest = bar.phone().await;
        assert_eq!(guest.get("/", headers).await.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(guest.rest().await, "", "the seat is free again");
    }
    let mut barista = bar.phone().await;
    let answer = barista.get("/", "Authorization: Bearer barista\r\n").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(barista.get("/", "").await.status, StatusCode::OK, "and the seat is theirs");
}

#[tokio::test]
async fn a_guest_without_a_seat_is_told_in_problem_details() {
    let bar = Bar::open(router(), Limits { connections: 1, reserve: 1, ..patient() }).await;
    let answer = bar.phone().await.get("/", "").await;

    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer.header("connection"), Some("close"));
    let seconds = answer.header("retry-after").expect("when to come back");
    assert!((3..=10).contains(&seconds.parse::<u16>().expect("seconds")), "{seconds}");
    let problem: Problem = serde_json::from_str(&answer.body).expect("problem details");
    assert_eq!(problem.code, RefusalCode::Unavailable);
    assert_eq!(problem.status, answer.status.as_u16());
    assert!(problem.detail.contains(&format!("{seconds} seconds")), "{}", problem.detail);
}

#[tokio::test]
async fn there_are_never_more_connections_than_seats() {
    const SEATS: usize = 3;
    let inside = Arc::new(AtomicUsize::new(0));
    let most = Arc::new(AtomicUsize::new(0));
    let all_seats_taken = Arc::new(Barrier::new(SEATS));
    let handler = {
        let most = Arc::clone(&most);
        async move || {
            most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            all_seats_taken.wait().await;
            inside.fetch_sub(1, Ordering::SeqCst);
        }
    };
    let limits = Limits { connections: SEATS, reserve: 0, ..patient() };
    let bar = Bar::open(Router::new().route("/", get(handler)), limits).await;

    let mut crowd = Vec::new();
    for _ in 0..SEATS * 5 {
        let mut phone = bar.phone().await;
        crowd.push(tokio::spawn(async move { phone.get("/", "Connection: close\r\n").await }));
    }
    for phone in crowd {
        assert_eq!(phone.await.expect("an answer").status, StatusCode::OK);
    }
    assert_eq!(most.load(Ordering::SeqCst), SEATS);
}

/// The test's one thread knocks without giving the server a turn, so the kernel must hold them all.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_hall_that_knocks_at_once_finds_room_in_the_queue() {
    const MORE_THAN_THE_USUAL_QUEUE: usize = 300;
    let bar = Bar::open(router(), patient()).await;
    assert_eq!(bar.phone().await.get("/", "").await.body, "flat white");

    let patience = Duration::from_millis(900);
    let knock = |_| std::net::TcpStream::connect_timeout(&bar.address, patience);
    let hall: Result<Vec<_>, _> = (0..MORE_THAN_THE_USUAL_QUEUE).map(knock).collect();
    assert!(hall.is_ok(), "{hall:?}");
}

#[tokio::test]
async fn shutdown_ends_idle_connections_and_waits_for_a_running_request() {
    let (brewing, served) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let slow = {
        let (brewing, served) = (Arc::clone(&brewing), Arc::clone(&served));
        async move || {
            brewing.notify_one();
            served.notified().await;
            "filter"
        }
    };
    let bar = Bar::open(router().route("/slow", get(slow)), patient()).await;
    let (mut idle, silent, mut waiting) = (bar.phone().await, bar.phone().await, bar.phone().await);
    idle.get("/", "").await;
    waiting.ask("/slow", "").await;
    brewing.notified().await;

    let address = bar.address;
    let closed = bar.close();
    assert_eq!(idle.rest().await, "");
    assert_eq!(silent.rest().await, "");
    assert!(Phone::try_connect(address).await.is_err(), "nobody new comes in");
    served.notify_one();
    let answer = waiting.answer().await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "filter"));
    closed.await.expect("the server ends well");
}

#[tokio::test]
async fn shutdown_does_not_wait_for_ever() {
    let brewing = Arc::new(Notify::new());
    let endless = {
        let brewing = Arc::clone(&brewing);
        async move || {
            brewing.notify_one();
            pending::<()>().await;
        }
    };
    let limits = Limits { drain: SHORT, ..patient() };
    let bar = Bar::open(Router::new().route("/", get(endless)), limits).await;
    let mut waiting = bar.phone().await;
    waiting.ask("/", "").await;
    brewing.notified().await;

    bar.close().await.expect("the server ends well");
    assert_eq!(waiting.rest().await, "");
}

#[tokio::test]
async fn a_panic_closes_one_connection_only() {
    let spill = get(async || -> () { panic!("spilled milk") });
    let bar = Bar::open(router().route("/spill", spill), tiny()).await;
    let mut clumsy = bar.phone().await;
    clumsy.ask("/spill", "").await;
    assert_eq!(clumsy.rest().await, "");
    assert_eq!(bar.phone().await.get("/", "").await.body, "flat white", "its seat is free again");
}
