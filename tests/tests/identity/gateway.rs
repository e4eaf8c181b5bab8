//! One-time codes by a gateway for short messages.

use std::collections::BTreeMap;

use demitasse::config::{Config, SmsFlags};
use demitasse::sender::{PRESETS, preset, sms};
use demitasse_shared::api::{SignInKind, route};
use demitasse_tests::{Bar, stranger};
use reqwest::header::ACCEPT_LANGUAGE;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::browser::{Answer, Browser};
use crate::gateway_server::{Asked, GatewayServer};

const NOON: &str = "2022-10-14T12:51:00Z";

/// What guests pay with and what nobody may read: a key that must be escaped wherever it stands.
const KEY: &str = "s3cret&=\"";

/// The key as it stands in an address or a form.
const KEY_IN_A_FORM: &str = "s3cret%26%3D%22";

fn flags(url: String) -> SmsFlags {
    SmsFlags {
        sms_url: Some(url),
        sms_from: Some("Café & Co".to_owned()),
        sms_user: Some("AC1".to_owned()),
        sms_key: Some(KEY.to_owned().into()),
        ..SmsFlags::default()
    }
}

async fn open(sms: SmsFlags) -> Bar {
    let public_url = Some("https://bar.example".to_owned());
    let venue = Config { sign_in: SignInKind::Sms, sms, public_url, ..Config::default() };
    Bar::of_venue(NOON, venue).await
}

/// A bar that sends by a named gateway, whose place the test's own takes.
async fn by_preset(name: &str, gateway: &GatewayServer) -> Bar {
    let url = preset(name).expect("a preset").url.unwrap_or("http://192.168.1.9:8080/message");
    let path = url.splitn(4, '/').nth(3).expect("a path");
    let flags = flags(format!("{}/{path}", gateway.base));
    open(SmsFlags { sms_preset: Some(name.to_owned()), ..flags }).await
}

async fn ask(phone: &mut Browser) -> Answer {
    phone.post(route::SESSION, &json!({ "phone": "+351 912 345 678" })).await
}

/// A form's fields, as the gateway understands them.
fn form(asked: &Asked) -> BTreeMap<String, String> {
    assert_eq!(asked.header("content-type"), "application/x-www-form-urlencoded");
    let url = reqwest::Url::parse(&format!("x:/?{}", asked.body)).expect("a form");
    url.query_pairs().into_owned().collect()
}

fn code(text: &str) -> &str {
    text.split(' ').next().expect("a word")
}

#[track_caller]
fn check(asked: &Asked, path: &str, authorization: &str, fields: &[(&str, &str)]) -> String {
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", path));
    assert_eq!(asked.header("authorization"), authorization);
    let mut form = form(asked);
    let names = ["Body", "text", "body", "message"];
    let text = names.into_iter().find_map(|name| form.remove(name)).expect("a text");
    let expected = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    assert_eq!(form, expected.collect());
    text
}

/// `AC1` and the key, as HTTP's basic authentication writes them.
const BASIC: &str = "Basic QUMxOnMzY3JldCY9Ig==";

#[tokio::test(flavor = "multi_thread")]
async fn each_named_gateway_is_asked_as_its_document_says() {
    for preset in PRESETS {
        let gateway = GatewayServer::start().await;
        gateway.answer(200, r#"{"message-count": "1", "messages": [{"status": "0"}]}"#);
        let bar = by_preset(preset.name, &gateway).await;
        let mut ana = Browser::at(&bar);
        ask(&mut ana).await.granted();
        let asked = gateway.last();
        let (to, from) = ("+351912345678", "Café & Co");
        let digits = "351912345678";
        let text = match preset.name {
            "twilio" => {
                let path = "/2010-04-01/Accounts/AC1/Messages.json";
                check(&asked, path, BASIC, &[("From", from), ("To", to)])
            }
            "vonage" => check(
                &asked,
                "/sms/json",
                "",
                &[
                    ("api_key", "AC1"),
                    ("api_secret", KEY),
                    ("from", from),
                    ("to", digits),
                    ("type", "text"),
                ],
            ),
            "messagebird" => {
                let authorization = format!("AccessKey {KEY}");
                let fields = [("originator", from), ("recipients", digits), ("datacoding", "auto")];
                check(&asked, "/messages", &authorization, &fields)
            }
            "46elks" => check(&asked, "/a1/sms", BASIC, &[("from", from), ("to", to)]),
            "android" => {
                assert_eq!(
                    (asked.path.as_str(), asked.header("authorization")),
                    ("/message", BASIC)
                );
                assert_eq!(asked.header("content-type"), "application/json");
                let mut body: Value = serde_json::from_str(&asked.body).expect("JSON");
                let text = body["textMessage"]["text"].take();
                let expected = json!({
                    "textMessage": { "text": null }, "phoneNumbers": [to], "ttl": 300,
                });
                assert_eq!(body, expected);
                text.as_str().expect("a text").to_owned()
            }
            other => panic!("nobody has checked {other}"),
        };
        assert!(text.ends_with(&format!("\n\n@bar.example #{}", code(&text))), "{text:?}");
        assert_eq!(sms::parts(&text), 1, "{text:?}");
        ana.verify(code(&text)).await.granted();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_venue_describes_any_other_gateway() {
    let gateway = GatewayServer::start().await;
    gateway.answer(200, "OK: queued");
    let bar = open(SmsFlags {
        sms_method: Some("PUT".to_owned()),
        sms_header: vec!["X-Key: {key}".to_owned(), "X-Venue: the bar's".to_owned()],
        sms_body: Some(
            r#"{"sms": [{"to": "{digits}", "text": "{text}", "as": "{from}"}]}"#.to_owned(),
        ),
        sms_expect: Some("OK:queued".to_owned()),
        ..flags(format!("{}/send/{{user}}?from={{from}}", gateway.base))
    })
    .await;
    ask(&mut Browser::at(&bar)).await.granted();
    let asked = gateway.last();
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("PUT", "/send/AC1?from=Caf%C3%A9%20%26%20Co")
    );
    assert_eq!((asked.header("x-key"), asked.header("x-venue")), (KEY, "the bar's"));
    let body: Value = serde_json::from_str(&asked.body).expect("JSON");
    assert_eq!(
        (&body["sms"][0]["to"], &body["sms"][0]["as"]),
        (&json!("351912345678"), &json!("Café & Co"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_the_gateway_is_told_and_costs_no_guest_anything() {
    let gateway = GatewayServer::start().await;
    let bar = by_preset("vonage", &gateway).await;
    let mut ana = Browser::at(&bar);
    let chatter = format!("{KEY} AC1 351912345678 {BASIC} {KEY_IN_A_FORM} and so on ").repeat(100);
    for (status, body, words) in [
        (401, "no such account", "--sms-key"),
        (500, chatter.as_str(), "status 500"),
        (302, "somewhere else", "status 302"),
        (200, r#"{"messages":[{"status":"4","error-text":"Bad Credentials"}]}"#, "Bad Credentials"),
    ] {
        gateway.answer(status, body);
        let no = bar.staff.manager.send_test("+351912345678").await.expect_err("it says no");
        let said = no.to_string();
        assert!(said.contains(words) && said.len() < 500, "{words:?} in {said:?}");
        for secret in [KEY, "351912345678", &BASIC[6..], KEY_IN_A_FORM] {
            assert!(!said.contains(secret), "{said}");
        }
        ask(&mut ana).await.refused(503, "unavailable");
    }
    gateway.answer(200, r#"{"messages":[{"status":"0"}]}"#);
    ask(&mut ana).await.granted();

    let nowhere = open(SmsFlags {
        sms_body: Some("to={to}&text={text}".to_owned()),
        ..flags("http://127.0.0.1:1/?key={key}".to_owned())
    })
    .await;
    let no = nowhere.staff.manager.send_test("+351912345678").await.expect_err("nobody is there");
    let said = no.to_string();
    assert!(said.contains("--sms-url") && !said.contains("s3cret"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_answer_was_lost_counts_as_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("it has one");
    tokio::spawn(async move {
        // It is asked, and hangs up.
        while let Ok((line, _)) = listener.accept().await {
            line.readable().await.expect("a request");
        }
    });
    let body = Some("to={to}&text={text}".to_owned());
    let bar = open(SmsFlags { sms_body: body, ..flags(format!("http://{address}/")) }).await;
    let no = bar.staff.manager.send_test("+351912345678").await.expect_err("no answer");
    assert!(no.to_string().contains("may still arrive"), "{no}");
    let mut ana = Browser::at(&bar);
    ask(&mut ana).await.granted();
    ask(&mut ana).await.refused(429, "too_many_tries");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_message_is_one_part_in_every_language() {
    let gateway = GatewayServer::start().await;
    let bar = by_preset("twilio", &gateway).await;
    for (number, language) in
        ["en", "de", "es", "fr", "it", "pt", "ar", "ja", "ko", "zh"].into_iter().enumerate()
    {
        let base = bar.staff.manager.base();
        let body = json!({ "phone": format!("+35191234567{number}") });
        let request = stranger().post(format!("{base}{}", route::SESSION)).json(&body);
        let answer = request.header(ACCEPT_LANGUAGE, language).send().await.expect("an answer");
        assert_eq!(answer.status(), 202, "{language}");
        let text = form(&gateway.last()).remove("Body").expect("a text");
        assert_eq!(sms::parts(&text), 1, "{language}: {text}");
        let plain = !["ar", "ja", "ko", "zh"].contains(&language);
        assert_eq!(sms::is_plain(&text), plain, "{language}: {text}");
    }
    assert_eq!(gateway.count(), 10);
}
