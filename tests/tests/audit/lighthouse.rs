//! Lighthouse, mobile, on every page of a guest's way through a real bar.
//!
//! Accessibility, best practices and SEO are facts about a page: they must be 100, or stand in
//! [`REASONS`]. Performance is a measurement, simulated from what the page loads and from how long
//! this machine took; the test asserts what a busy machine cannot break, and prints the score.

use std::collections::BTreeMap;

use demitasse_shared::order::Step;
use demitasse_tests::{Auditor, OpenBar};
use serde::Deserialize;
use serde_json::json;

use crate::PATIENCE;

/// What a page cannot have, and why: (page, category, reason).
const REASONS: &[(&str, &str, &str)] = &[];

/// A page with one script too many in its way falls below it; a page on a machine that also
/// compiles does not.
const PERFORMANCE_AT_LEAST: u32 = 90;

#[derive(Debug, Deserialize)]
struct Report {
    scores: BTreeMap<String, u32>,
    costly: Vec<String>,
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
        for (category, score) in scores {
            let least = if category == "performance" { PERFORMANCE_AT_LEAST } else { 100 };
            let reason = REASONS.iter().any(|(of, cost, _)| *of == page && *cost == category);
            if score < least && !reason {
                let why = costly.iter().filter(|audit| audit.starts_with(&category));
                let why: Vec<_> = why.map(String::as_str).collect();
                self.short.push(format!("{page} has {score}: {}", why.join("; ")));
            }
        }
    }
}

/// Takes the bar's one order a step further.
async fn take(bar: &OpenBar, step: Step) {
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let order = board.orders.first().expect("somebody has ordered");
    bar.staff().manager.step(order.id, step, None).await.expect("it is the next step");
}
