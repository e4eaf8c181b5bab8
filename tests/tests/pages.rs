//! The guests' pages as a browser without a script meets them: links, forms, redirects.

use demitasse_tests::{Bar, within};
use reqwest::header::{LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

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
    let form = format!("name=Ana&visit={visit}");
    let request =
        browser().post(url).header("content-type", "application/x-www-form-urlencoded").body(form);
    within("the answer", request.send()).await.expect("it answers")
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
