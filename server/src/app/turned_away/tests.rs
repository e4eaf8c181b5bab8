//! Noes between memory and disk.

use std::path::Path;

use demitasse_shared::report::TurnedAway;
use jiff::SignedDuration;

use super::*;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::turned_away::DayCount;

/// A bar in a folder, on a clock that only the test moves.
fn bar(folder: &Path, clock: &Clock) -> Bar {
    let config =
        Config { data: folder.to_owned(), zone: Some("UTC".to_owned()), ..Config::default() };
    let address = "127.0.0.1:80".parse().expect("an address");
    crate::open(&config, clock, address).expect("a bar")
}

fn noon() -> Clock {
    Clock::manual("2022-10-14T12:00:00Z".parse().expect("a time"))
}

/// What the disk knows of.
async fn on_disk(bar: &Bar) -> Vec<DayCount> {
    let today = bar.day(bar.now());
    bar.readers.read(move |db| turned_away::since(db, today)).await.expect("it can be read")
}

async fn told(bar: &Bar) -> Vec<TurnedAway> {
    bar.report(None).await.expect("it can be read").turned_away
}

/// Runs SQL that the bar would never run.
async fn meddle(bar: &Bar, sql: &'static str) {
    let meddled = bar.writer.write(move |change| Ok(change.connection().execute_batch(sql)?));
    meddled.await.expect("it is SQL");
}

#[tokio::test]
async fn a_flood_of_wrong_codes_is_told_at_once_and_written_in_one_go() {
    let (folder, clock) = (tempfile::tempdir().expect("a folder"), noon());
    let bar = bar(folder.path(), &clock);
    bar.catch_up().await.expect("the first round");
    let guest = bar.sign_in(None, "Eve", None).await.expect("a name").guest.id;
    for guess in 0..30 {
        bar.redeem(guest, &format!("{guess:016}")).await.expect_err("not a code");
    }
    let flood = [(RefusalCode::WrongCode, 20), (RefusalCode::TooManyTries, 10)];
    assert_eq!(told(&bar).await, flood.map(|(code, count)| TurnedAway { code, count }));
    assert_eq!(on_disk(&bar).await, [], "no disk was asked for it");
    let wakes = *bar.due.borrow();
    assert_eq!(wakes, clock.now() + SignedDuration::from_secs(10), "but the ticker will come");

    clock.advance(SignedDuration::from_secs(10));
    bar.catch_up().await.expect("its round");
    assert_eq!(on_disk(&bar).await.len(), 2);
    assert!(*bar.due.borrow() > clock.now() + SignedDuration::from_secs(10), "nothing is pending");
    assert_eq!(told(&bar).await, flood.map(|(code, count)| TurnedAway { code, count }));
}

#[tokio::test]
async fn what_the_disk_did_not_take_is_written_once_it_does() {
    let (folder, clock) = (tempfile::tempdir().expect("a folder"), noon());
    let bar = bar(folder.path(), &clock);
    bar.catch_up().await.expect("the first round");
    let day = bar.day(clock.now());
    bar.turn_away(RefusalCode::BarFull);
    meddle(&bar, "ALTER TABLE turned_away RENAME TO away").await;
    bar.catch_up().await.expect_err("there is no such table");
    meddle(&bar, "ALTER TABLE away RENAME TO turned_away").await;
    bar.turn_away(RefusalCode::BarFull);
    bar.catch_up().await.expect("it is there again");
    assert_eq!(on_disk(&bar).await, [(day, RefusalCode::BarFull, 2)]);
}
