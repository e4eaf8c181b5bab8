//! Lighthouse, mobile, on every page of a guest's way through a real bar.
//!
//! Accessibility, best practices and SEO are facts about a page: nothing may cost points there but
//! what stands in [`REASONS`]. Performance is a measurement, simulated from what the page loads and from how long
//! this machine took; the test asserts what a busy machine cannot break, and prints the score.

use std::collections::BTreeMap;

use demitasse_shared::order::Step;
use demitasse_tests::{Auditor, OpenBar};
use serde::Deserialize;
use serde_json::json;

use crate::PATIENCE;

/// What costs a page points on purpose: (audit, pages, reason).
const REASONS: &[(&str, &[&str], &str)] = &[(
    "is-crawlable",
    &["sign-in", "waiting", "making", "ready", "collected", "orders", "journey", "forget me"],
    "a guest's own page asks search engines to stay away",
)];

/// With more than one script or style in its way a page falls below it; on a machine that also
/// compiles it does not. Bytes and round trips are held to the byte elsewhere (`wire`, `line`).
const PERFORMANCE_AT_LEAST: u32 = 80;

#[derive(Debug, Deserialize)]
struct Report {
    scores: BTreeMap<String, u32>,
    costly: Vec<Cost>,
}

/// An audit that costs points.
#[derive(Debug, Deserialize)]
struct Cost {
    category: String,
    audit: String,
    title: String,
}

impl Cost {
    fn has_reason(&self, page: &str) -> bool {
        REASONS.iter().any(|(audit, pages, _)| self.audit == *audit && pages.contains(&page))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lighthouse_gives_every_page_a_hundred() {
    let bar = OpenBar::with_drinks(10).await;
    let mut tour = Tour { auditor: Auditor::new(PATIENCE).await, short: Vec::new() };
    let base = bar.staff().manager.base().to_owned();
    let code = bar.staff().window().await.url;

    tour.visit("home", &base).await;
    tour.visit("sign-in", &format!("{base}/sign-in")).await;
    tour.visit("code", &code).await;
    tour.visit("wrong code", &format!("{base}/q/0123456789ABCDEF")).await;
    tour.auditor.ask::<()>("arrive", json!({ "address": code, "home": true })).await;
    tour.auditor.ask::<()>("order", json!({ "name": "Mina" })).await;
    let order: String = tour.auditor.ask("address", json!({})).await;
    tour.visit("waiting", &order).await;
    for (name, step) in
        [("making", Step::Make), ("ready", Step::Complete), ("collected", Step::Collect)]
    {
        take(&bar, step).await;
        tour.visit(name, &order).await;
    }
    tour.visit("orders", &format!("{base}/orders")).await;
    tour.visit("journey", &format!("{order}/journey")).await;
    tour.visit("forget me", &format!("{base}/forget-me")).await;

    tour.auditor.close().await;
    assert!(tour.short.is_empty(), "\n{}", tour.short.join("\n"));
}

struct Tour {
    auditor: Auditor,
    short: Vec<String>,
}

impl Tour {
    #[expect(clippy::print_stdout, reason = "the scores are worth reading when all is well, too")]
    async fn visit(&mut self, page: &str, address: &str) {
        let wish = json!({ "address": address });
        let Report { scores, costly } = self.auditor.ask("lighthouse", wish).await;
        println!("{page:12} {scores:?}");
        if scores["performance"] < PERFORMANCE_AT_LEAST {
            self.short.push(format!("{page} has a performance of {}", scores["performance"]));
        }
        let owed = costly.iter().filter(|cost| cost.category != "performance");
        for Cost { category, audit, title } in owed.filter(|cost| !cost.has_reason(page)) {
            self.short
                .push(format!("{page} has {} in {category}: {audit}, {title}", scores[category]));
        }
    }
}

/// Takes the bar's one order a step further.
async fn take(bar: &OpenBar, step: Step) {
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let order = board.orders.first().expect("somebody has ordered");
    bar.staff().manager.step(order.id, step, None).await.expect("it is the next step");
}
