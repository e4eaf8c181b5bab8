//! The guests' pages as a browser without a script meets them: links, forms, redirects, bytes.

use demitasse_tests::{Bar, within};
use reqwest::header::{LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn browser() -> Client {
    Client::builder().redirect(Policy::none()).build().expect("a client")
}

/// The secret of the page, as its form would send it back.
fn visit_of(page: &str) -> String {
    let (_, rest) = page.split_once(r#"name="visit" value=""#).expect("the form has it");
    rest.split('"').next().expect("it ends").to_owned()
}

/// Sends the name form from a browser that has no cookie yet.
async fn send(url: &str, visit: &str) -> Response {
    post(url, format!("name=Ana&visit={visit}")).await
}

/// Sends a form.
async fn post(url: &str, form: String) -> Response {
    let request =
        browser().post(url).header("content-type", "application/x-www-form-urlencoded").body(form);
    within("the answer", request.send()).await.expect("it answers")
}

/// What goes over the wire when a browser that speaks this language opens an address: all of it.
async fn on_the_wire(url: &str, language: &str) -> Vec<u8> {
    let (host, path) = url.trim_start_matches("http://").split_once('/').expect("a path");
    let mut line = TcpStream::connect(host).await.expect("it listens");
    let asked = format!(
        "GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, deflate\r\n\
         Accept-Language: {language}\r\nConnection: close\r\n\r\n"
    );
    line.write_all(asked.as_bytes()).await.expect("it hears");
    let mut answer = Vec::new();
    within("the answer", line.read_to_end(&mut answer)).await.expect("it answers");
    answer
}

fn leads_to(answer: &Response) -> String {
    assert_eq!(answer.status(), 303);
    answer.headers()[LOCATION].to_str().expect("an address").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_a_codes_page_takes_nothing() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let window = bar.staff.window().await;
    for url in [window.url.clone(), window.url.replace("/Q/", "/q/")] {
        let page = within("the page", browser().get(url).send()).await.expect("it answers");
        assert_eq!(page.status(), 200);
        assert!(page.headers().get(SET_COOKIE).is_none(), "a preview is nobody");
    }
    assert_eq!(bar.staff.window().await.left, window.left);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_takes_one_place() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let url = bar.staff.window().await.url.replace("/Q/", "/q/");
    let page = browser().get(&url).send().await.expect("it answers");
    let visit = visit_of(&page.text().await.expect("a page"));

    // A double tap, or a phone that never got the first answer: neither has a cookie.
    let (first, second) = tokio::join!(send(&url, &visit), send(&url, &visit));
    assert_eq!(leads_to(&first), leads_to(&second));
    assert_eq!(bar.staff.window().await.left, 9);

    // Another phone has a page of its own.
    let page = browser().get(&url).send().await.expect("it answers");
    let other = visit_of(&page.text().await.expect("a page"));
    assert_ne!(other, visit);
    assert_ne!(leads_to(&send(&url, &other).await), leads_to(&first));
    assert_eq!(bar.staff.window().await.left, 8);
}

/// The first flight of packets that a server may send without hearing back (RFC 6928): ten of 1,460
/// bytes. A page that fits is there after one round trip.
const FIRST_FLIGHT: usize = 14_600;

#[tokio::test(flavor = "multi_thread")]
async fn all_that_is_needed_to_choose_comes_in_the_first_flight_in_every_language() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let url = bar.staff.window().await.url.replace("HTTP://", "http://");
    for language in ["en", "es", "fr", "de", "pt", "it", "ja", "zh", "ko", "ar"] {
        let answer = on_the_wire(&url, language).await;
        let head = String::from_utf8_lossy(&answer[..answer.len().min(1_000)]).to_lowercase();
        assert!(head.starts_with("http/1.1 200"), "{language}: {head}");
        assert!(head.contains("content-encoding: gzip"), "{language}: {head}");
        let bytes = answer.len();
        assert!(bytes <= FIRST_FLIGHT, "{language}: the page has {bytes} bytes");
    }
}

/// What one packet carries of an answer on a phone's line: 1,500 bytes without the heads of IP and TCP
/// and TCP's time stamps.
const PACKET: usize = 1_448;

#[tokio::test(flavor = "multi_thread")]
async fn the_usual_first_page_travels_in_five_packets() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let url = bar.staff.window().await.url.replace("HTTP://", "http://");
    let bytes = on_the_wire(&url, "en").await.len();
    assert!(bytes <= 5 * PACKET, "the page has {bytes} bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_live_feed_is_never_compressed() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let url = bar.staff.window().await.url;
    let (home, _) = url.split_once("/Q/").expect("an address");
    let live = browser().get(format!("{home}/api/live")).header("accept-encoding", "gzip").send();
    let live = within("the feed", live).await.expect("it answers");
    assert_eq!(live.headers()["content-type"], "text/event-stream");
    assert_eq!(live.headers().get("content-encoding"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_form_signs_in_takes_a_place_and_orders() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let url = bar.staff.window().await.url;
    let page = browser().get(&url).send().await.expect("it answers");
    let visit = visit_of(&page.text().await.expect("a page"));
    let form = format!("name=Ana&visit={visit}&drink=flat-white&flat-white.milk=oat&note=");

    // Twice, as a browser does that never got the first answer.
    let (first, second) = tokio::join!(post(&url, form.clone()), post(&url, form.clone()));
    assert_eq!(leads_to(&first), leads_to(&second));

    let board = bar.staff.manager.board().await.expect("a manager sees it");
    let [order] = board.orders.as_slice() else { panic!("{:?}", board.orders) };
    assert_eq!((order.number, order.label().as_str()), (Some(1), "Flat white, Oat"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drink_that_runs_out_under_the_finger_costs_neither_the_place_nor_the_rest() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let url = bar.staff.window().await.url;
    let page = browser().get(&url).send().await.expect("it answers");
    let visit = visit_of(&page.text().await.expect("a page"));
    bar.staff.manager.mark_drink(&"latte".into(), false).await.expect("it has run out");

    let form = format!("name=Ana&visit={visit}&drink=latte&latte.milk=oat&note=hot");
    let refused = post(&url, form).await;

    assert_eq!(refused.status(), 409);
    let page = refused.text().await.expect("a page");
    assert!(page.contains("Latte has just run out."), "{page}");
    assert!(page.contains("id=\"flat-white.milk.oat\" type=\"radio\""), "{page}");
    assert!(page.contains("value=\"hot\"") && page.contains("action=\"/orders/1\""), "{page}");
    assert_eq!(bar.staff.window().await.left, 9, "the place is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_that_is_chosen_is_remembered() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let url = bar.staff.window().await.url;
    let (home, _) = url.split_once("/Q/").expect("an address");
    let chosen = post(&format!("{home}/language"), "language=ar&next=/sign-in".to_owned()).await;
    assert_eq!(leads_to(&chosen), "/sign-in");
    let cookie = chosen.headers()[SET_COOKIE].to_str().expect("a cookie").to_owned();
    let (cookie, _) = cookie.split_once(';').expect("it has more to say");
    let page = browser().get(home).header("cookie", cookie).send().await.expect("it answers");
    let page = page.text().await.expect("a page");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
}
