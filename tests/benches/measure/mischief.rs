//! What a hostile guest does, over and over.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

use crate::clock::pass;
use crate::load::{Line, request};
use crate::mob::Count;

/// Between two bytes of somebody slow.
const BYTE_EVERY: Duration = Duration::from_secs(1);

/// What the kernel keeps for somebody who reads slowly, in bytes: as little as it lets one ask for.
const READ_BUFFER_BYTES: u32 = 2_304;

/// Over which time those who hold a line come: as long as the bar waits for somebody silent, so that
/// they come back one by one as well.
const COME_WITHIN: Duration = Duration::from_secs(10);

/// More wrong codes than one session may try.
const GUESSES: usize = 25;

/// The kinds of mischief.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) enum Kind {
    /// Connects and says nothing, half a head, or one request and nothing more.
    Silent,
    /// Sends heads and bodies byte by byte.
    SlowSender,
    /// Reads the live feed byte by byte.
    SlowReader,
    /// Tries codes out, the monitor's and staff's, under ever new names.
    Guesser,
    /// Tries one-time codes out.
    Forcer,
    /// Takes a place under a new name and gives it back, without ever ordering.
    Hoarder,
}

/// Does it until the process ends. A line that the bar ends is made anew.
pub(crate) async fn of(
    kind: Kind,
    (nth, many): (usize, usize),
    address: SocketAddr,
    code: &str,
    count: &Count,
) {
    match kind {
        Kind::Silent | Kind::SlowSender | Kind::SlowReader => {
            let [before, all] = [nth, many].map(|n| u32::try_from(n).expect("few"));
            pass(COME_WITHIN * before / all).await;
            loop {
                if hold(kind, nth, address, count).await.is_err() {
                    // No port or no room just now.
                    pass(BYTE_EVERY).await;
                }
            }
        }
        Kind::Guesser => guess(nth, address, count).await,
        Kind::Forcer => force(nth, address, count).await,
        Kind::Hoarder => hoard(nth, address, code, count).await,
    }
}

/// Holds one connection for as long as the bar lets it.
async fn hold(kind: Kind, nth: usize, address: SocketAddr, count: &Count) -> io::Result<()> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    if kind == Kind::SlowReader {
        socket.set_recv_buffer_size(READ_BUFFER_BYTES)?;
    }
    let mut stream = socket.connect(address).await?;
    stream.set_nodelay(true)?;
    count.standing.fetch_add(1, Ordering::SeqCst);
    let ended = match kind {
        Kind::SlowSender => send_slowly(&mut stream, nth).await,
        Kind::SlowReader => read_slowly(&mut stream).await,
        _ => sit(&mut stream, nth).await,
    };
    count.standing.fetch_sub(1, Ordering::SeqCst);
    ended
}

/// Says nothing, half of a head, or one request, and waits for the end.
async fn sit(stream: &mut TcpStream, nth: usize) -> io::Result<()> {
    let whole = request("GET", route::SHOP, &[], "");
    let said: &[u8] = match nth % 3 {
        0 => b"",
        1 => b"GET / HTTP/1.1\r\nhost:",
        _ => &whole,
    };
    stream.write_all(said).await?;
    let mut heard = [0; 1_024];
    while stream.read(&mut heard).await? > 0 {}
    Ok(())
}

/// Every other sends its head byte by byte, the rest a body that was promised.
async fn send_slowly(stream: &mut TcpStream, nth: usize) -> io::Result<()> {
    let whole = request("POST", route::SESSION, &[], &format!(r#"{{"name":"{nth:0500}"}}"#));
    let body = whole.windows(4).position(|four| four == b"\r\n\r\n").map_or(0, |end| end + 4);
    let (at_once, slowly) = whole.split_at(if nth.is_multiple_of(2) { 0 } else { body });
    stream.write_all(at_once).await?;
    let mut heard = [0; 1_024];
    for byte in slowly {
        stream.write_all(&[*byte]).await?;
        if let Ok(read) = timeout(BYTE_EVERY, stream.read(&mut heard)).await {
            read?;
            return Ok(());
        }
    }
    Ok(())
}

async fn read_slowly(stream: &mut TcpStream) -> io::Result<()> {
    stream.write_all(&request("GET", route::LIVE, &[], "")).await?;
    let mut heard = [0; 1];
    while stream.read(&mut heard).await? > 0 {
        pass(BYTE_EVERY).await;
    }
    Ok(())
}

/// Asks, counts the answer, and says whether it was a yes.
async fn ask(line: &mut Line, bytes: &[u8], count: &Count) -> bool {
    let is_yes = line.ask(bytes).await.status / 100 == 2;
    count.answers.fetch_add(1, Ordering::SeqCst);
    is_yes
}

/// A line, and the cookie under which somebody of this name is known.
async fn sign_in(line: &mut Line, name: &str, count: &Count) -> String {
    let body = format!(r#"{{"name":"{name}"}}"#);
    let cookie = line.ask(&request("POST", route::SESSION, &[], &body)).await.cookie();
    count.answers.fetch_add(1, Ordering::SeqCst);
    format!("cookie: {cookie}")
}

async fn guess(nth: usize, address: SocketAddr, count: &Count) {
    let mut line = Line::to(address).await;
    count.standing.fetch_add(1, Ordering::SeqCst);
    for round in 0_usize.. {
        let cookie = sign_in(&mut line, &format!("Eve {nth} {round}"), count).await;
        for guess in 0..GUESSES {
            let code = format!(r#"{{"code":"{nth:04}{round:08}{guess:04}"}}"#);
            let scan = request("POST", route::RESERVATIONS, &[&cookie], &code);
            assert!(!ask(&mut line, &scan, count).await, "nobody guesses a code");
        }
        let claim = format!(r#"{{"code":"{:08}","device":"Eve"}}"#, round % 100_000_000);
        ask(&mut line, &request("POST", route::PAIRINGS_CLAIM, &[], &claim), count).await;
    }
}

async fn force(nth: usize, address: SocketAddr, count: &Count) {
    let mut line = Line::to(address).await;
    let asked = format!(r#"{{"email":"eve{nth}@host{nth}.example.org"}}"#);
    let answer = line.ask(&request("POST", route::SESSION, &[], &asked)).await;
    let cookie = format!("cookie: {}", answer.cookie());
    count.standing.fetch_add(1, Ordering::SeqCst);
    for guess in 0_usize.. {
        let code = format!(r#"{{"code":"{:06}"}}"#, guess % 1_000_000);
        let verify = request("POST", route::SESSION_VERIFY, &[&cookie], &code);
        ask(&mut line, &verify, count).await;
    }
}

async fn hoard(nth: usize, address: SocketAddr, code: &str, count: &Count) {
    let mut line = Line::to(address).await;
    count.standing.fetch_add(1, Ordering::SeqCst);
    let scan = format!(r#"{{"code":"{code}"}}"#);
    for round in 0_usize.. {
        let cookie = sign_in(&mut line, &format!("Eve {nth} {round}"), count).await;
        let place = line.ask(&request("POST", route::RESERVATIONS, &[&cookie], &scan)).await;
        count.answers.fetch_add(1, Ordering::SeqCst);
        let Some(id) = place.json()["order"]["id"].as_i64() else { continue };
        let cancel = request("POST", &route::order_step(OrderId(id), Step::Cancel), &[&cookie], "");
        ask(&mut line, &cancel, count).await;
    }
}
