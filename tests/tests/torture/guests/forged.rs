//! Credentials where they do not belong, and codes whose time is over.

use demitasse_shared::api::{Role, route};
use demitasse_shared::board::Board;
use demitasse_shared::client::LocalServer;
use demitasse_tests::{Bar, Chance, Ordeal, at};
use jiff::ToSpan;
use reqwest::Method;
use serde_json::{Value, json};

use super::eve::Eve;

const NOON: &str = "2022-10-14T12:51:00Z";

/// The same token, spoilt.
fn spoilt(token: &str, chance: &mut Chance) -> Vec<String> {
    let place = usize::try_from(chance.below(token.len() as u64)).expect("few");
    let mut other = token.to_owned();
    let letter = if other[place..].starts_with('0') { "1" } else { "0" };
    other.replace_range(place..=place, letter);
    let half = &token[..token.len() / 2];
    let mut all = vec![
        other,
        half.to_owned(),
        format!("{token}0"),
        format!("\"{token}\""),
        format!("{token}%00"),
    ];
    let turned =
        if token == token.to_lowercase() { token.to_uppercase() } else { token.to_lowercase() };
    if turned != token {
        all.push(turned);
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_open_nothing_but_their_own_door() {
    for seed in Ordeal::of("guests::forged", 1).seeds() {
        let mut chance = Chance::new(seed);
        let bar = Bar::open_at(NOON).await;
        let ana = Eve::at(&bar).named("Ana").await;
        assert_eq!(ana.get(route::ORDERS).await.word(), "ok");
        let session = ana.cookie().split_once('=').expect("a pair").1.to_owned();
        let barista = bar.staff.token(Role::Barista, "Rui").await;
        let local = LocalServer::read(bar.data()).expect("it runs").token;

        let mut cookies: Vec<_> = spoilt(&session, &mut chance);
        cookies.extend([barista.clone(), local.clone(), String::new()]);
        let cookies = cookies.into_iter().map(|token| format!("demitasse_session={token}"));
        let elsewhere = [
            "Demitasse_Session",
            "demitasse_sessions",
            "xdemitasse_session",
            "demitasse_tablet",
            "demitasse_display",
        ];
        let elsewhere = elsewhere.iter().map(|name| format!("{name}={session}"));
        for cookie in cookies.chain(elsewhere) {
            let heard = ana.with(&cookie).get(route::ORDERS).await;
            assert_eq!(heard.word(), "not_signed_in", "{cookie}");
        }
        let mut bearers = spoilt(&barista, &mut chance);
        bearers.extend(spoilt(&local, &mut chance));
        bearers.push(session);
        for token in bearers {
            let field = format!("Bearer {token}");
            let head = [("authorization", field.as_str())];
            let nobody = Eve::at(&bar);
            let answer = nobody.ask_with(Method::GET, route::BOARD, &Value::Null, &head).await;
            assert_eq!(answer.word(), "not_signed_in", "{token}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn heads_that_name_another_give_no_rights() {
    let bar = Bar::open_at(NOON).await;
    let eve = Eve::at(&bar).named("Eve").await;
    let host = bar.staff.manager.base().to_owned();
    let heads = [
        ("x-forwarded-for", "127.0.0.1"),
        ("forwarded", "for=127.0.0.1;host=localhost;proto=https"),
        ("x-real-ip", "127.0.0.1"),
        ("x-forwarded-host", "localhost"),
        ("x-original-url", route::SHOP),
        ("x-rewrite-url", route::SHOP),
        ("x-http-method-override", "GET"),
        ("origin", &host),
        ("x-user", "manager"),
    ];
    for head in heads {
        for (method, path, body) in [
            (Method::GET, route::SETTINGS, Value::Null),
            (Method::PUT, route::SHOP, json!({ "open": false })),
            (Method::GET, route::JOURNAL, Value::Null),
        ] {
            let heard = eve.ask_with(method, path, &body, &[head]).await;
            assert_eq!(heard.word(), "not_allowed", "{head:?} {path}");
        }
    }
    for origin in
        ["null", "http://evil.example", "http://127.0.0.1", "https://127.0.0.1:1", "file://"]
    {
        let scan = json!({ "code": bar.staff.window().await.code });
        let head = [("origin", origin)];
        let answer = eve.ask_with(Method::POST, route::RESERVATIONS, &scan, &head).await;
        assert_eq!(answer.word(), "not_allowed", "{origin}");
    }
    let board = bar.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(board.orders.len(), 0, "nothing was taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_whose_time_is_over_are_worth_nothing_and_cost_nobody() {
    let bar = Bar::open_at(NOON).await;
    let mut monitor = bar.staff.monitor().await;
    let mut old = Vec::new();
    for window in 1..=3 {
        let code = bar.staff.window().await.code;
        let turns = at("2022-10-14T12:50:00Z") + (5 * window).minutes() + 30.seconds();
        bar.advance_to(&turns.to_string());
        let turned = |board: &Board| board.window.as_ref().is_some_and(|w| w.code != code);
        monitor.board("the next code", turned).await;
        old.push(code);
    }
    let eve = Eve::at(&bar).named("Eve").await;
    let before = bar.staff.manager.board().await.expect("a manager sees it").seq;
    let scans = old.iter().cycle().take(150).map(|code| json!({ "code": code })).collect();
    let answers = eve.post_at_once(route::RESERVATIONS, scans).await;
    assert_eq!(answers.into_iter().collect::<Vec<_>>(), [("old_code".to_owned(), 150)]);
    let after = bar.staff.manager.board().await.expect("a manager sees it").seq;
    assert_eq!(before, after, "nothing was written down");
    let code = bar.staff.window().await.code;
    assert_eq!(eve.redeem(&code).await.word(), "ok", "an old code is no guess");
}
