//! A crowd: guests who all want a drink, so many of them at once.

use std::net::SocketAddr;
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_shared::ids::OrderId;
use demitasse_tests::{Staff, flat_white};
use futures_util::future::join_all;

use crate::children::{SERVER, Watch, child};
use crate::clock::now;
use crate::figures::per_second;
use crate::load::{Line, address, request};
use crate::processes::Process;

/// What came of a crowd.
pub(crate) struct Rush {
    /// How long each answer took.
    pub(crate) spans: Vec<Duration>,
    /// How long all of them together took.
    pub(crate) took: Duration,
    /// Cores that the server and this program, its client, kept busy.
    pub(crate) cores: [f64; 2],
}

impl Rush {
    pub(crate) fn answers_per_second(&self) -> f64 {
        per_second(self.spans.len(), self.took)
    }

    /// What an answer costs the server, in microseconds of a core.
    pub(crate) fn server_micros(&self) -> f64 {
        self.cores[0] / self.answers_per_second() * 1_000_000.0
    }
}

/// Signs guests in, then lets each of them redeem and submit.
pub(crate) async fn rush(staff: &Staff, at_once: usize, guests: usize) -> Rush {
    let code = staff.window().await.code;
    let address = address(&staff.manager);
    let came = sign_in(address, at_once, guests).await;
    let watches = [child(SERVER), Process::of(std::process::id())].map(Watch::begin);
    let began = now();
    let spans = each(address, at_once, guests, async |line, number| {
        visit(line, &came[number], &code).await
    });
    let spans = spans.await;
    let (took, cores) = (began.elapsed(), watches.map(Watch::cores));
    Rush { spans: spans.into_iter().flatten().collect(), took, cores }
}

/// Signs guests in, and says by which header each of them is known.
pub(crate) async fn sign_in(address: SocketAddr, at_once: usize, guests: usize) -> Vec<String> {
    let came = each(address, at_once, guests, async |line, number| {
        let body = format!(r#"{{"name":"Guest {number}"}}"#);
        let cookie = line.ask(&request("POST", route::SESSION, &[], &body)).await.cookie();
        format!("cookie: {cookie}")
    });
    came.await
}

/// A guest's two requests, and how long each answer took.
pub(crate) async fn visit(line: &mut Line, cookie: &str, code: &str) -> [Duration; 2] {
    let body = format!(r#"{{"code":"{code}"}}"#);
    let scan = request("POST", route::RESERVATIONS, &[cookie], &body);
    let began = now();
    let answer = line.ask(&scan).await;
    let redeemed = began.elapsed();
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(answer.body));
    let place = answer.json();
    let id = OrderId(place["order"]["id"].as_i64().expect("an order has an id"));
    let choice = serde_json::to_string(&flat_white()).expect("it is JSON");
    let choose = request("PUT", &route::order_drink(id), &[cookie], &choice);
    let began = now();
    let answer = line.ask(&choose).await;
    let submitted = began.elapsed();
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(answer.body));
    [redeemed, submitted]
}

/// The same request over and over to this server, over so many lines, and how long each answer took.
pub(crate) async fn over_and_over(
    address: SocketAddr,
    server: Process,
    at_once: usize,
    times: usize,
    bytes: &[u8],
) -> Rush {
    let watches = [server, Process::of(std::process::id())].map(Watch::begin);
    let began = now();
    let spans = each(address, at_once, times, async |line, _number| {
        let asked = now();
        let answer = line.ask(bytes).await;
        assert!((200..300).contains(&answer.status), "{}", answer.head);
        asked.elapsed()
    });
    let spans = spans.await;
    let (took, cores) = (began.elapsed(), watches.map(Watch::cores));
    Rush { spans, took, cores }
}

/// Does it for every number below `times`, over so many lines at once, each of which takes its share
/// one after the other. The results are in the order of the numbers.
pub(crate) async fn each<T>(
    address: SocketAddr,
    at_once: usize,
    times: usize,
    work: impl AsyncFn(&mut Line, usize) -> T,
) -> Vec<T> {
    let lines = (0..at_once.min(times)).map(async |first| {
        let mut line = Line::to(address).await;
        let mut done = Vec::new();
        for number in (first..times).step_by(at_once) {
            done.push((number, work(&mut line, number).await));
        }
        done
    });
    let mut done: Vec<_> = join_all(lines).await.into_iter().flatten().collect();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}
