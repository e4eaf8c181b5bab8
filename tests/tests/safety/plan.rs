//! Backups that the server makes by itself, by a clock that the test moves.

use std::fs;
use std::time::Duration;

use demitasse::config::{BackupFlags, Config, Every};
use demitasse_shared::backup::BackupSchedule;
use demitasse_tests::{Bar, within};
use jiff::SignedDuration;

use crate::files;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

#[tokio::test(flavor = "multi_thread")]
async fn the_server_keeps_the_newest_and_says_where_it_cannot() {
    let place = tempfile::tempdir().expect("a folder");
    let stick = place.path().join("stick");
    let backup = BackupFlags {
        backup_to: Some(stick.clone()),
        backup_every: Every(Duration::from_mins(1)),
        backup_keep: 2,
    };
    let config = Config { backup, ..Config::default() };
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", config).await;
    until(&bar, "the first backup", |plan| plan.fresh_at.is_some()).await;
    let [first] = &files(&stick)[..] else { panic!("one backup") };
    assert!(first.to_string_lossy().contains("-20221014-125100-"), "{first:?}");

    bar.advance(MINUTE);
    until(&bar, "a look", |plan| plan.fresh_at > Some(demitasse_tests::at("2022-10-14T12:51:59Z")))
        .await;
    assert_eq!(files(&stick).len(), 1, "nothing has changed");

    for name in ["Ana", "Ben", "Cem"] {
        let before = schedule(&bar).await.fresh_at;
        bar.staff.barista(name).await;
        bar.advance(MINUTE);
        until(&bar, "the next backup", |plan| plan.fresh_at > before).await;
    }
    assert_eq!(files(&stick).len(), 2, "the newest stay");
    assert!(!first.exists());

    let pulled = place.path().join("pulled");
    fs::rename(&stick, &pulled).expect("it can be pulled out");
    bar.staff.barista("Dora").await;
    bar.advance(MINUTE);
    let plan = until(&bar, "that it cannot", |plan| plan.failing.is_some()).await;
    let fault = plan.failing.expect("just seen");
    assert!(fault.why.contains("plug in"), "{fault:?}");
    assert!(!stick.exists(), "nothing is put in the stick's stead");
    fs::rename(&pulled, &stick).expect("it is back");
    bar.advance(SignedDuration::from_secs(10));
    until(&bar, "that it can again", |plan| plan.failing.is_none()).await;
    let known = bar.staff.manager.backups().await.expect("a manager may ask");
    assert_eq!(known.last.expect("a backup").behind, 0);
}

async fn schedule(bar: &Bar) -> BackupSchedule {
    let known = bar.staff.manager.backups().await.expect("a manager may ask");
    known.schedule.expect("the server was told to")
}

/// Asks until it is so.
async fn until(bar: &Bar, what: &str, is_so: impl Fn(&BackupSchedule) -> bool) -> BackupSchedule {
    within(what, async {
        loop {
            // Before the first round the server has not said anything yet.
            let known = bar.staff.manager.backups().await.expect("a manager may ask");
            if let Some(plan) = known.schedule.filter(&is_so) {
                return plan;
            }
        }
    })
    .await
}
