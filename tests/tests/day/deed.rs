//! What people do in a story, by the words of its sentences.

use demitasse_shared::api::{ShopChange, Submit};
use demitasse_shared::board::Board;
use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::report::Report;
use demitasse_tests::Feed;
use serde_json::Value;

use crate::laptop::Laptop;

/// Does what a sentence says, and says what came of it.
pub(crate) async fn done(laptop: &mut Laptop, sentence: &str) -> String {
    let words: Vec<_> = sentence.trim_end_matches('.').split([' ', ',']).collect();
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        ["The", "plug", "is", "pulled"] => {
            laptop.pull_the_plug().await;
            String::new()
        }
        ["The", "laptop", "is", "lost"] => {
            laptop.is_lost().await;
            String::new()
        }
        ["The", "doctor", "is", "asked"] => asked(laptop).await,
        ["The", "first", "backup", "is", "made"] => {
            // The server makes it by itself, as soon as it is open.
            while asked(laptop).await.contains("No backup was ever made") {}
            String::new()
        }
        ["The", "figures", "are", "read", "from", data] => figures(laptop, data).await,
        ["The", "bar", "pauses"] => {
            let pause = ShopChange::pause(10);
            let paused = laptop.manager().set_shop(&pause).await.expect("a manager may");
            format!("{:?}", paused.face).to_lowercase()
        }
        [guest, "orders", drink] => order(laptop, guest, drink, &[]).await,
        [guest, "orders", drink, "with", options @ ..] => {
            order(laptop, guest, drink, options).await
        }
        [count, "guests", "order", drink, "with", options @ ..] => {
            rush(laptop, count.parse().expect("a number"), drink, options).await
        }
        [_barista, "makes", numbers @ ..] => steps(laptop, Step::Make, numbers).await,
        [_barista, "completes", numbers @ ..] => steps(laptop, Step::Complete, numbers).await,
        [_barista, "hands", "over", numbers @ ..] => steps(laptop, Step::Collect, numbers).await,
        [_barista, "serves", "everybody"] => serve_everybody(laptop).await,
        _ => panic!("nobody knows how to do this: {sentence}"),
    }
}

/// Checks whose light says the same on every machine.
const CHECKS: [&str; 8] =
    ["server", "settings", "database", "zone", "devices", "menu", "backup", "sign_in"];

/// What the doctor finds, as far as it does not hang on the machine.
async fn asked(laptop: &Laptop) -> String {
    let (_ended, said) = laptop.ends("demitasse doctor --json").await;
    let diagnosis: Value = serde_json::from_str(&said).expect("it is JSON");
    let findings = diagnosis["findings"].as_array().expect("there are some");
    let known = findings.iter().filter(|finding| CHECKS.iter().any(|c| finding["check"] == *c));
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let lines = known.map(|finding| {
        format!(
            "{:5}  {:8}  {}",
            word(finding, "light"),
            word(finding, "check"),
            shown(&word(finding, "says"))
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A finding without the name that the server gives its backups: every bar has another one.
fn shown(says: &str) -> String {
    let named = says.split_once("/demitasse-").and_then(|(folder, name)| {
        let (_name, rest) = name.split_once(".db")?;
        Some(format!("{folder}/BACKUP{rest}"))
    });
    named.unwrap_or_else(|| says.to_owned())
}

/// The day in figures, waiting in whole minutes: the seconds go on while a story is played.
async fn figures(laptop: &Laptop, data: &str) -> String {
    let line = format!("demitasse report --data {data} --day 2026-05-12 --json");
    let (ended, said) = laptop.ends(&line).await;
    assert!(ended.success(), "{said}");
    let report: Report = serde_json::from_str(&said).expect("it is a report");
    let turned_away = report.turned_away.iter().map(|no| format!("{} {}", no.count, no.code));
    let drinks = report.drinks.iter().map(|drink| format!("{} {}", drink.count, drink.name));
    let minutes = report.waiting.map(|waiting| (waiting.p50 + 30) / 60);
    format!(
        "{} places, {} served, {} cancelled, {} expired\n{}\nturned away: {}\n\
         half waited at most {} minutes",
        report.redeemed,
        report.served,
        report.cancelled.iter().map(|cancelled| cancelled.count).sum::<u32>(),
        report.expired.guest + report.expired.bar,
        drinks.collect::<Vec<_>>().join(", "),
        turned_away.collect::<Vec<_>>().join(", "),
        minutes.unwrap_or_default(),
    )
}

/// A guest scans the code on the monitor and orders.
async fn order(laptop: &Laptop, name: &str, drink: &str, options: &[&str]) -> String {
    match try_order(&laptop.manager(), name, drink, options).await {
        Ok(order) => format!("number {}", order.number.expect("an order in the queue has one")),
        Err(ClientError::Refused(problem)) => format!("{}: {}", problem.code, problem.detail),
        Err(error) => panic!("{name} got no answer: {error}"),
    }
}

async fn try_order(
    manager: &Client,
    name: &str,
    drink: &str,
    options: &[&str],
) -> Result<Order, ClientError> {
    let code = code_on_show(manager).await;
    let guest = Client::new(manager.base())?.sign_in(name).await?;
    let place = guest.redeem(&code).await?;
    let options = options.iter().map(|option| (*option).into()).collect();
    guest.submit(place.id, &Submit { drink: drink.into(), options, note: None }).await
}

/// The code on the monitor, once that has noticed what time it is; none where it shows none.
async fn code_on_show(manager: &Client) -> String {
    let now = manager.shop().await.expect("it answers").at;
    let mut monitor = Feed::follow("the monitor", manager).await;
    let is_now = |board: &Board| board.window.as_ref().is_none_or(|window| window.closes_at > now);
    let board = monitor.board("what is shown now", is_now).await;
    board.window.map(|window| window.code).unwrap_or_default()
}

/// Many guests, one after the other.
async fn rush(laptop: &Laptop, guests: u32, drink: &str, options: &[&str]) -> String {
    let mut came = std::collections::BTreeMap::<String, u32>::new();
    for guest in 1..=guests {
        let said = order(laptop, &format!("Guest {guest}"), drink, options).await;
        let what = match said.split_once(':') {
            Some((code, _)) => code.to_owned(),
            None => "served a number".to_owned(),
        };
        *came.entry(what).or_default() += 1;
    }
    let came: Vec<_> = came.iter().map(|(what, count)| format!("{count} {what}")).collect();
    came.join(", ")
}

/// A barista takes a step with orders, by their numbers.
async fn steps(laptop: &Laptop, step: Step, numbers: &[&str]) -> String {
    let manager = laptop.manager();
    let board = manager.board().await.expect("staff see the board");
    let mut said = Vec::new();
    for number in numbers {
        let number: u32 = number.parse().expect("a number");
        let order = board.orders.iter().find(|order| order.number == Some(number));
        let order = order.unwrap_or_else(|| panic!("{number} is not on the board"));
        let order = manager.step(order.id, step, None).await.expect("it is the next step");
        said.push(format!("{number} {:?}", order.state).to_lowercase());
    }
    said.join(", ")
}

/// All that waits or is in hand is made and handed over, oldest first.
async fn serve_everybody(laptop: &Laptop) -> String {
    let manager = laptop.manager();
    let board = manager.board().await.expect("staff see the board");
    let mut served = 0;
    for order in &board.orders {
        let left: &[Step] = match order.state {
            OrderState::Waiting => &[Step::Make, Step::Complete, Step::Collect],
            OrderState::Making => &[Step::Complete, Step::Collect],
            OrderState::Ready => &[Step::Collect],
            _ => continue,
        };
        for step in left {
            manager.step(order.id, *step, None).await.expect("it is the next step");
        }
        served += 1;
    }
    format!("{served} served")
}
