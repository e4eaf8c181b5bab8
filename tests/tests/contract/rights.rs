//! Everybody may do what is theirs, and nothing else.

use std::collections::BTreeSet;

use demitasse_shared::api::{Role, route};
use demitasse_shared::client::{Client, LocalServer};
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{OrderState, Step};
use reqwest::header::DATE;

use crate::wire::{Asked, Caller, Wire, bearer, device, open_bar};
use crate::{document, rows};

const TABLE: &str = include_str!("rights.txt");

/// Who asks, in the order of the table.
const CALLERS: [&str; 7] =
    ["nobody", "the guest", "another", "a display", "a barista", "a manager", "the machine"];

/// An order, a device, a drink that there is none of.
const MISSING: &str = "987654321";

#[tokio::test(flavor = "multi_thread")]
async fn everybody_may_do_what_is_theirs_and_nothing_else() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let code = bar.staff.window().await.code;
    let settings = bar.staff.manager.settings().await.expect("a manager sees them");
    let settings = serde_json::to_string(&settings).expect("plain numbers");
    let barista = bar.staff.token(Role::Barista, "Rui").await;
    let hands = bar.staff.nobody().with_token(&barista);
    let display = device(&bar, Role::Display).await;
    let manager = device(&bar, Role::Manager).await;
    let machine = LocalServer::read(bar.data()).expect("a running server leaves word of itself");
    let devices = [display, Some(bearer(&barista)), manager, Some(bearer(&machine.token))];
    for [route, state, statuses, body] in rows(TABLE) {
        let state = OrderState::from_word(state).expect("a state");
        let body = body.replace("CODE", &code).replace("SETTINGS", &settings);
        for (column, expected) in statuses.split(' ').enumerate() {
            let guest = wire.guest("Ana").await;
            let id = order_in(state, &wire, &guest, &code, &hands).await;
            let caller = match column {
                0 => None,
                1 => guest,
                2 => wire.guest("Somebody else").await,
                _ => devices[column - 3].clone(),
            };
            let who = CALLERS[column];
            let heard = ask(&wire, (route, &id.to_string()), &caller, &body).await;
            assert_eq!(heard.0, expected, "{who}: {route}, {state} order");
            if !route.contains("{id}") {
                continue;
            }
            let missing = ask(&wire, (route, MISSING), &caller, &body).await;
            let expected = if matches!(expected, "401" | "403") { expected } else { "404" };
            assert_eq!(missing.0, expected, "{who}: {route}, none there");
            if who == "another" {
                assert_eq!(heard, missing, "{route}: a guest can tell others' orders from none");
            }
        }
    }
}

/// The whole answer to a route with this id, but for when it was given.
async fn ask(
    wire: &Wire,
    (route, id): (&str, &str),
    caller: &Caller,
    body: &str,
) -> (String, String, String) {
    let real = route.replace("{id}", id);
    let (method, path) = real.split_once(' ').expect("METHOD PATH");
    let answer = wire.send(&Asked::new(method, path, caller).body(body)).await;
    let status = answer.status().as_str().to_owned();
    let mut fields = answer.headers().clone();
    fields.remove(DATE);
    // The live feed has no end.
    let is_feed = path == route::LIVE;
    let text = if is_feed { String::new() } else { answer.text().await.expect("text") };
    (status, format!("{fields:?}"), text)
}

/// A guest's fresh order that has come to this state, in the barista's hands.
async fn order_in(
    state: OrderState,
    wire: &Wire,
    guest: &Caller,
    code: &str,
    hands: &Client,
) -> i64 {
    let id = wire.place(guest, code).await;
    if state >= OrderState::Waiting {
        let path = route::order_drink(OrderId(id));
        let drink = r#"{"drink":"flat-white","options":["oat"]}"#;
        wire.json(&Asked::new("PUT", &path, guest).body(drink)).await;
    }
    for (reached, step) in [(OrderState::Making, Step::Make), (OrderState::Ready, Step::Complete)] {
        if state >= reached {
            hands.step(OrderId(id), step, None).await.expect("it is waiting for that");
        }
    }
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_names_every_route() {
    let documented = document::routes(&document::read(&open_bar().await).await);
    let tabled = rows(TABLE).map(|[route, _, _, _]| {
        let (method, path) = route.split_once(' ').expect("METHOD PATH");
        (method.to_owned(), path.to_owned())
    });
    assert_eq!(tabled.collect::<BTreeSet<_>>(), documented);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_nobody_gave_out_opens_nothing() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    for value in ["Bearer 0000", "Bearer ", "Basic 0000"] {
        let caller = Some(("authorization", value.to_owned()));
        let status = wire.send(&Asked::new("GET", route::BOARD, &caller)).await.status();
        assert_eq!(status, 401, "{value}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_signed_out_is_nobody() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let ana = wire.guest("Ana").await;
    let left = wire.send(&Asked::new("DELETE", route::SESSION, &ana)).await;
    assert_eq!(left.status(), 204);
    let status = wire.send(&Asked::new("GET", route::ORDERS, &ana)).await.status();
    assert_eq!(status, 401, "the cookie is worth nothing any more");
}
