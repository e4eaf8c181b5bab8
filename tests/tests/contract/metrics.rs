//! The bar in figures, as a program that watches it reads them.

use std::collections::BTreeMap;

use demitasse::config::Config;
use demitasse_shared::api::route;
use demitasse_tests::Bar;
use reqwest::header::{CONTENT_TYPE, HOST, HeaderName};

use crate::wire::{Asked, Wire, open_bar, scan};

/// The figures by their names, labels and all.
async fn figures(wire: &Wire) -> BTreeMap<String, i64> {
    let answer = wire.send(&Asked::new("GET", route::METRICS, &None)).await;
    assert_eq!(answer.headers()[CONTENT_TYPE], "text/plain; version=0.0.4; charset=utf-8");
    let text = answer.text().await.expect("a text");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let figure = |line: &str| {
        let (name, value) = line.rsplit_once(' ').expect("a name and a value");
        (name.to_owned(), value.parse().unwrap_or_else(|_| panic!("{line:?} is no figure")))
    };
    lines.map(figure).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn they_say_what_is_so() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let before = figures(&wire).await;
    let is = |figures: &BTreeMap<_, _>, name: &str| {
        *figures.get(&format!("demitasse_{name}")).unwrap_or_else(|| panic!("{name}: {figures:?}"))
    };
    assert_eq!(is(&before, "open"), 1);
    assert_eq!(is(&before, "time_seconds"), 1_665_751_860);
    assert_eq!(is(&before, "window_left"), 10_000);
    assert!(!before.contains_key("demitasse_oldest_waiting_since_seconds"), "nobody waits");

    let ana = wire.guest("Ana").await;
    let id = wire.place(&ana, &bar.staff.window().await.code).await;
    let path = format!("/api/orders/{id}/drink");
    wire.json(&Asked::new("PUT", &path, &ana).body(r#"{"drink":"espresso"}"#)).await;
    for code in ["AAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBB"] {
        let answer = wire.send(&scan(&ana, code)).await;
        assert_eq!(answer.status(), 404, "{answer:?}");
    }
    let after = figures(&wire).await;
    assert_eq!(is(&after, "orders{state=\"waiting\"}"), 1);
    assert_eq!(is(&after, "oldest_waiting_since_seconds"), is(&after, "time_seconds"));
    assert_eq!(is(&after, "window_left"), 9_999);
    assert_eq!(is(&after, "refusals_total{code=\"wrong_code\"}"), 2);
    assert!(is(&after, "journal_rows_total") > is(&before, "journal_rows_total"));
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_for_programs_on_this_machine_unless_the_venue_opens_them() {
    let strangers: [(HeaderName, &str); 4] = [
        (HOST, "bar.example"),
        (HeaderName::from_static("forwarded"), "for=192.0.2.7"),
        (HeaderName::from_static("x-forwarded-for"), "192.0.2.7"),
        (HeaderName::from_static("via"), "1.1 tunnel"),
    ];
    for (open_metrics, status) in [(false, 403), (true, 200)] {
        let public_url = Some("http://bar.example".to_owned());
        let config = Config { open_metrics, public_url, ..Config::default() };
        let bar = Bar::of_venue("2022-10-14T12:51:00Z", config).await;
        let wire = Wire::to(&bar);
        for stranger in &strangers {
            let mut asked = Asked::new("GET", route::METRICS, &None);
            asked.headers.push(stranger.clone());
            assert_eq!(wire.send(&asked).await.status(), status, "{open_metrics} {stranger:?}");
        }
        let own = wire.send(&Asked::new("GET", route::METRICS, &None)).await;
        assert_eq!(own.status(), 200, "{open_metrics}");
    }
}
