//! The pages keep the API's rights: whoever has no right to an order sees no more of it than of one
//! that is not there.

use std::collections::BTreeSet;

use demitasse_shared::api::{Role, route};
use demitasse_shared::client::provide_tls;
use demitasse_shared::ids::OrderId;
use demitasse_tests::{source, within};
use reqwest::header::{CONTENT_TYPE, COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method};

use crate::rows;
use crate::wire::{Asked, Caller, Wire, open_bar};

const TABLE: &str = include_str!("pages.txt");

/// Who asks, in the order of the table.
const CALLERS: [&str; 5] = ["nobody", "the guest", "another", "a tablet", "a monitor"];

/// An order that there is none of.
const MISSING: &str = "987654321";

/// What stands in the order's page and nowhere else.
const NOTE: &str = "extra hot for Wendeline";

/// An answer: its status, where it sends to, and its text.
type Answer = (u16, String, String);

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_what_is_theirs_and_nothing_else() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let code = bar.staff.window().await.code;
    let tablet = bar.staff.token(Role::Barista, "Rui").await;
    let monitor = bar.staff.token(Role::Display, "Wall").await;
    let screens = [format!("demitasse_tablet={tablet}"), format!("demitasse_display={monitor}")];
    let (browser, mut wrong) = (browser(), Vec::new());
    for [route, statuses, form] in rows(TABLE) {
        for (column, expected) in statuses.split(' ').enumerate() {
            let guest = wire.guest("Ana").await;
            let id = ordered(&wire, &guest, &code).await.to_string();
            let caller = match column {
                0 => String::new(),
                1 => cookie(guest),
                2 => cookie(wire.guest("Somebody else").await),
                _ => screens[column - 3].clone(),
            };
            let who = CALLERS[column];
            let asked = |id: &str| {
                let real = route.replace("{id}", id).replace("{code}", &code);
                ask(&browser, &wire.base, real, caller.clone(), form.to_owned())
            };
            let heard = asked(&id).await;
            if heard.0.to_string() != expected {
                wrong.push(format!("{who} hears {}: {route}", heard.0));
            }
            if who == "the guest" {
                continue;
            }
            if heard.2.contains(NOTE) {
                wrong.push(format!("{who} reads the note: {route}"));
            }
            if route.contains("{id}") {
                let missing = nameless(asked(MISSING).await, MISSING);
                if nameless(heard, &id) != missing {
                    wrong.push(format!("{who} can tell it from none: {route}"));
                }
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

/// The answer without the order's address, and without the mark that each form has of its own.
fn nameless((status, to, text): Answer, id: &str) -> Answer {
    let path = format!("/orders/{id}");
    let mut text = text.replace(&path, "/orders/{id}");
    if let Some((before, after)) = text.split_once("name=\"visit\" value=\"") {
        let (_mark, after) = after.split_once('"').expect("a value ends");
        text = format!("{before}{after}");
    }
    (status, to.replace(&path, "/orders/{id}"), text)
}

/// A guest's fresh order with a note; answers with its id.
async fn ordered(wire: &Wire, guest: &Caller, code: &str) -> i64 {
    let id = wire.place(guest, code).await;
    let drink = format!(r#"{{"drink":"flat-white","options":["oat"],"note":"{NOTE}"}}"#);
    wire.json(&Asked::new("PUT", &route::order_drink(OrderId(id)), guest).body(drink)).await;
    id
}

fn cookie(caller: Caller) -> String {
    caller.expect("a guest").1
}

/// A browser that goes nowhere by itself.
fn browser() -> Client {
    provide_tls();
    Client::builder().redirect(Policy::none()).build().expect("a client")
}

async fn ask(browser: &Client, base: &str, route: String, cookie: String, form: String) -> Answer {
    let (method, path) = route.split_once(' ').expect("METHOD PATH");
    let method = Method::from_bytes(method.as_bytes()).expect("a method");
    let mut request = browser.request(method, format!("{base}{path}")).header(COOKIE, cookie);
    if !form.is_empty() {
        request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form);
    }
    let answer = within("an answer", request.send()).await.expect("an answer");
    let status = answer.status().as_u16();
    let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    let to = to.to_owned();
    let kind = answer.headers().get(CONTENT_TYPE);
    let has_end = kind.is_none_or(|kind| !kind.as_bytes().starts_with(b"text/event-stream"));
    let text = if has_end { answer.text().await.expect("text") } else { String::new() };
    (status, to, text)
}

#[test]
fn the_table_names_every_page() {
    let tabled = rows(TABLE).map(|[route, _, _]| route.to_owned());
    let mounted = source::files("server/src", &[".rs"]).into_iter().flat_map(|path| mounted(&path));
    assert_eq!(tabled.collect::<BTreeSet<_>>(), mounted.collect());
}

/// Every method and path that a file of the server mounts by hand.
fn mounted(file: &str) -> Vec<String> {
    let text = source::program(file);
    // Pages of samples, in the test's tools alone, and the API's routes, which have a table.
    if file.ends_with("/gallery.rs") || file.ends_with("/http/table.rs") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for mount in text.split(".route(").skip(1) {
        let (name, rest) = mount.split_once(',').expect("a path and its methods");
        let path = path(file, name.trim());
        let methods = rest.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        for (word, method) in [("get(", "GET"), ("post(", "POST")] {
            let is_word = |at: usize| !methods[..at].ends_with(|c: char| c.is_alphanumeric());
            if methods.match_indices(word).any(|(at, _)| is_word(at)) {
                found.push(format!("{method} {path}"));
            }
        }
    }
    found
}

/// A route's path: as it is written, or as the constant that it names says.
fn path(file: &str, name: &str) -> String {
    if let Some(literal) = name.strip_prefix('"') {
        return literal.trim_end_matches('"').to_owned();
    }
    let constant = format!("const {}: &str = \"/", name.rsplit("::").next().unwrap_or(name));
    let own = std::iter::once(file.to_owned());
    let others = ["server/src", "shared/src"].iter().flat_map(|room| source::files(room, &[".rs"]));
    let value = own.chain(others).find_map(|path| {
        let text = source::read(&path);
        Some(format!("/{}", text.split_once(&constant)?.1.split('"').next()?))
    });
    value.unwrap_or_else(|| panic!("{file}: nobody says what {name} is"))
}
