//! What a barista feels of guests who mean harm, and whether honest guests behind the same address are
//! still served: everybody here comes from one.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_shared::client::Client;
use demitasse_tests::measure::Goal;
use demitasse_tests::measure::goals;
use demitasse_tests::{Server, Staff, flat_white};

use crate::counter::Counter;
use crate::figures::{percentile, spread};
use crate::load::{Line, request};
use crate::mischief::Kind;
use crate::mob::Mob;
use crate::rush::visit;
use crate::table::Table;
use crate::{disk, orders};

/// Drinks that are served alone, and as many meanwhile: three steps each.
const DRINKS: usize = 500;

/// Honest guests who come during each attack.
const HONEST: usize = 50;

/// An attack: who comes, how many, and what must hold.
struct Attack {
    kind: Kind,
    many: usize,
    goal: &'static Goal,
    does: &'static str,
}

/// Where guests sign in by a name.
const ATTACKS: [Attack; 5] = [
    Attack {
        kind: Kind::Silent,
        many: 15_000,
        goal: &goals::HOSTILE_SILENT,
        does: "connections that say nothing, half a head, or one request and no more, each made anew when it is ended",
    },
    Attack {
        kind: Kind::SlowSender,
        many: 2_000,
        goal: &goals::HOSTILE_SLOW_SENDERS,
        does: "connections that send a head or a body, a byte a second",
    },
    Attack {
        kind: Kind::SlowReader,
        many: 2_000,
        goal: &goals::HOSTILE_SLOW_READERS,
        does: "connections that read the live feed, a byte a second",
    },
    Attack {
        kind: Kind::Guesser,
        many: 64,
        goal: &goals::HOSTILE_GUESSERS,
        does: "lines that try codes out as fast as they are answered, under ever new names",
    },
    Attack {
        kind: Kind::Hoarder,
        many: 64,
        goal: &goals::HOSTILE_HOARDERS,
        does: "lines that take a place under a new name and give it back, as fast as they are answered",
    },
];

/// Where guests prove an address.
const FORCING: Attack = Attack {
    kind: Kind::Forcer,
    many: 64,
    goal: &goals::HOSTILE_FORCERS,
    does: "lines that try one-time codes out as fast as they are answered",
};

pub(crate) async fn measure(table: &mut Table) {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    let mut turned_away = 0;
    for attack in &ATTACKS {
        let meanwhile = async || honest(&server.staff).await;
        turned_away += under(table, attack, (&server, data.path()), meanwhile).await;
    }
    server.stop().await;
    turned_away += by_mail(table).await;
    let came = (ATTACKS.len() + 1) * HONEST;
    let beside =
        format!("{came} came, {HONEST} during each attack, from the attackers' own address");
    let turned_away = f64::from(u32::try_from(turned_away).expect("few"));
    table.goal(&goals::HOSTILE_TURNED_AWAY, turned_away, beside, "");
}

/// The same where guests prove an address by a one-time code.
async fn by_mail(table: &mut Table) -> usize {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    server.stop().await;
    let letter = data.path().join("letter");
    let letter = letter.to_str().expect("cargo's folder");
    // The recipient comes last: it is the script's `$0`.
    let command = format!("/bin/sh -c 'cat > \"{letter}\"'");
    let own = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--sign-in", "email"];
    let server =
        Server::serve_with(data.path(), &[&own[..], &["--code-command", &command]].concat()).await;
    let meanwhile = async || by_letter(&server, letter).await;
    let turned_away = under(table, &FORCING, (&server, data.path()), meanwhile).await;
    server.stop().await;
    turned_away
}

/// Serves drinks alone, then under attack; then honest guests come. Says how many of them were
/// turned away.
async fn under(
    table: &mut Table,
    attack: &Attack,
    (server, data): (&Server, &Path),
    honest: impl AsyncFn() -> usize,
) -> usize {
    let Attack { kind, many, goal, does } = attack;
    let code = server.staff.window().await.code;
    let mut counter = Counter::of(data, server.address).await;
    let alone = work(&mut counter).await;
    let many = if cfg!(debug_assertions) { many / 16 } else { *many };
    let mut mob = Mob::of(*kind, many, server.address, &code).await;
    let before = mob.look().await;
    let meanwhile = work(&mut counter).await;
    let after = mob.look().await;
    let turned_away = HONEST - honest().await;
    drop(mob);
    let (idle, busy) = (percentile(&alone, 99), percentile(&meanwhile, 99));
    let beside = format!(
        "{} of {} steps; alone {}; {many} {does}: {} answers meanwhile",
        spread(&meanwhile),
        meanwhile.len(),
        spread(&alone),
        after.answers - before.answers,
    );
    table.goal(goal, busy.div_duration_f64(idle), beside, "");
    turned_away
}

/// One order after the other is served.
async fn work(counter: &mut Counter) -> Vec<Duration> {
    let mut spans = Vec::new();
    for _ in 0..DRINKS {
        let order = counter.enter().await;
        spans.extend(counter.serve(order).await);
    }
    spans
}

/// Honest guests come one after the other. Says how many were served.
async fn honest(staff: &Staff) -> usize {
    let (nobody, code) = (staff.nobody(), staff.window().await.code);
    let mut served = 0;
    for number in 0..HONEST {
        let is_served = order(&nobody, &format!("Ana {number}"), &code).await;
        served += usize::from(is_served);
    }
    served
}

async fn order(nobody: &Client, name: &str, code: &str) -> bool {
    let Ok(guest) = nobody.sign_in(name).await else { return false };
    let Ok(place) = guest.redeem(code).await else { return false };
    guest.submit(place.id, &flat_white()).await.is_ok()
}

/// The same where each gets a letter, coming from the code on the monitor.
async fn by_letter(server: &Server, letter: &str) -> usize {
    let code = server.staff.window().await.code;
    let mut through = 0;
    for number in 0..HONEST {
        let is_served = prove(server.address, number, &code, letter).await;
        through += usize::from(is_served);
    }
    through
}

async fn prove(address: SocketAddr, number: usize, code: &str, letter: &str) -> bool {
    let mut line = Line::to(address).await;
    let asked = format!(r#"{{"email":"ana{number}@example.org","code":"{code}"}}"#);
    let answer = line.ask(&request("POST", route::SESSION, &[], &asked)).await;
    if answer.status != 202 {
        return false;
    }
    let waiting = format!("cookie: {}", answer.cookie());
    let letter = std::fs::read_to_string(letter).expect("it has come before the answer");
    let mut words = letter.split(|c: char| !c.is_ascii_digit());
    let proof = words.find(|word| word.len() == 6).expect("a code");
    let proof = format!(r#"{{"code":"{proof}"}}"#);
    let answer = line.ask(&request("POST", route::SESSION_VERIFY, &[&waiting], &proof)).await;
    if answer.status != 200 {
        return false;
    }
    let mut cookies = answer.head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let session = cookies.find(|cookie| cookie.starts_with("demitasse_session="));
    let session = session.and_then(|cookie| cookie.split(';').next()).expect("a session begins");
    let cookie = format!("cookie: {session}");
    visit(&mut line, &cookie, code).await;
    true
}
