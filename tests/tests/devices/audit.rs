//! Who did what, in plain words and in the venue's time.

use demitasse_shared::api::{NewAnnouncement, Role, ShopChange};
use demitasse_shared::order::Step;
use demitasse_tests::{Bar, flat_white, run};
use jiff::SignedDuration;

/// In Lisbon it is nine.
const MORNING: &str = "2026-05-13T08:00:00Z";

const TOLD: &str = "\
09:00:00  The bar's own machine opened the bar.
09:00:00  The bar's own machine made a pairing code.
09:00:00  Beatriz was paired.
09:00:00  The bar's own machine made a pairing code.
09:00:00  Rita was paired.
09:01:00  Beatriz entered 1 (Flat white) at the counter.
09:01:00  Beatriz began 1 (Flat white).
09:02:00  Beatriz finished 1 (Flat white).
09:02:00  Beatriz entered 2 (Flat white) at the counter.
09:02:00  Beatriz cancelled 2 (Flat white): Out of milk.
09:03:00  Rita marked what has run out: oat.
09:03:00  Rita announced: No oat milk today.
09:03:00  Rita renamed a device, which is called Beatriz by now.
09:03:00  Rita paused the bar.
09:04:00  Rita revoked Beatriz.
";

async fn day() -> Bar {
    let bar = Bar::in_zone(MORNING, "Europe/Lisbon").await;
    bar.staff.open().await;
    let ana = bar.staff.barista("Ana").await;
    let rita = bar.staff.device(Role::Manager, "Rita").await;
    let minute = SignedDuration::from_mins(1);
    bar.advance(minute);
    let order = ana.walk_up(&flat_white(), "one").await.expect("there is room");
    ana.step(order.id, Step::Make, None).await.expect("it waits");
    bar.advance(minute);
    ana.step(order.id, Step::Complete, None).await.expect("it is in hand");
    let order = ana.walk_up(&flat_white(), "two").await.expect("there is room");
    ana.step(order.id, Step::Cancel, Some("Out of milk")).await.expect("it waits");
    bar.advance(minute);
    rita.mark_choice(&"oat".into(), false).await.expect("it is on the menu");
    let line = NewAnnouncement { text: "No oat milk today".to_owned(), minutes: None };
    rita.announce(&line).await.expect("staff may");
    let id = ana.device().await.expect("it is paired").id;
    rita.rename_device(id, "Beatriz").await.expect("a manager may");
    rita.set_shop(&ShopChange::pause(5)).await.expect("staff may");
    bar.advance(minute);
    rita.revoke_device(id).await.expect("a manager may");
    bar
}

#[tokio::test(flavor = "multi_thread")]
async fn it_tells_a_day_in_plain_words() {
    let bar = day().await;
    let data = bar.data().to_str().expect("letters");
    let told = run(["staff", "audit", "--data", data]).await;
    assert_eq!(told.stdout, TOLD, "{}", told.stderr);

    let rita = run(["staff", "audit", "--device", "rita", "--data", data]).await.stdout;
    let expected: Vec<_> = TOLD.lines().filter(|line| line.contains(" Rita ")).collect();
    assert_eq!(rita.lines().collect::<Vec<_>>(), expected);
    let other = run(["staff", "audit", "--day", "2026-05-12", "--data", data]).await.stdout;
    assert_eq!(other, "Nothing stands in the journal for 2026-05-12.\n");
    let nobody = run(["staff", "audit", "--device", "Eve", "--data", data]).await;
    assert!(nobody.stderr.contains("no device called \"Eve\" is paired"), "{nobody:?}");
    let all = run(["staff", "audit", "--all", "--data", data]).await.stdout;
    assert!(all.contains("09:00:00  The bar showed a new code.\n"), "{all}");
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_read_it_too() {
    let bar = day().await;
    let data = bar.data().to_str().expect("letters");
    let rows = run(["staff", "audit", "--json", "--data", data]).await.stdout;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&rows).expect("it is JSON");
    let last = rows.last().expect("much has happened");
    let told = (last["kind"].as_str(), last["device"].as_str(), last["by"]["name"].as_str());
    assert_eq!(told, (Some("device_revoked"), Some("Beatriz"), Some("Rita")));

    let table = run(["staff", "audit", "--csv", "--data", data]).await.stdout;
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("at,who,kind,what"));
    assert_eq!(lines.clone().count(), TOLD.lines().count());
    let cancelled =
        "2026-05-13 09:02:00,Beatriz,order_cancelled,cancelled 2 (Flat white): Out of milk";
    assert!(lines.any(|line| line == cancelled), "{table}");
    let both = run(["staff", "audit", "--csv", "--json", "--data", data]).await;
    assert_eq!(both.status.code(), Some(2), "one form at a time");
}
