//! What managers see of the devices, and do about them.

use demitasse_shared::api::Role;
use demitasse_shared::client::{Client, LiveReader, UPDATE_QUEUE, Update};
use demitasse_shared::device::PairedDevice;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::DeviceId;
use demitasse_shared::journal::{Doer, JournalQuery};
use demitasse_shared::order::Step;
use demitasse_tests::{Bar, Feed, at, refusal, within};
use jiff::SignedDuration;
use tokio::sync::mpsc;

const MORNING: &str = "2026-05-13T08:00:00Z";

/// The one device of this name.
async fn listed(manager: &Client, name: &str) -> PairedDevice {
    let devices = manager.devices().await.expect("a manager sees them");
    let mut named = devices.into_iter().filter(|device| device.name == name);
    named.next().unwrap_or_else(|| panic!("{name} is not listed"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_is_listed_with_when_it_was_last_heard() {
    let bar = Bar::open_at(MORNING).await;
    let manager = &bar.staff.manager;
    let ana = bar.staff.barista("Ana").await;
    let paired = listed(manager, "Ana").await;
    assert_eq!((paired.role, paired.device.as_str()), (Role::Barista, "Ana"));
    assert_eq!((paired.paired_at, paired.heard_at, paired.connected), (at(MORNING), None, false));

    bar.advance(SignedDuration::from_secs(90));
    ana.board().await.expect("a barista sees it");
    let heard = listed(manager, "Ana").await;
    assert_eq!(heard.heard_at, Some(at("2026-05-13T08:01:30Z")));
    assert!(!heard.connected, "it has asked, and does not listen");

    let _feed = Feed::follow("Ana's", &ana).await;
    bar.advance(SignedDuration::from_secs(30));
    let listens = listed(manager, "Ana").await;
    assert!(listens.connected);
    assert_eq!(listens.heard_at, Some(at("2026-05-13T08:02:00Z")), "whoever listens, is there");
}

#[tokio::test(flavor = "multi_thread")]
async fn when_it_was_last_heard_outlives_the_server() {
    let bar = Bar::open_at(MORNING).await;
    let ana = bar.staff.barista("Ana").await;
    bar.advance(SignedDuration::from_secs(10));
    ana.board().await.expect("a barista sees it");
    let bar = bar.restart_at("2026-05-13T09:00:00Z").await;
    let listed = listed(&bar.staff.manager, "Ana").await;
    assert_eq!(listed.heard_at, Some(at("2026-05-13T08:00:10Z")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_name_counts_from_now_on_and_orders_keep_the_old_one() {
    let bar = Bar::open_at(MORNING).await;
    let manager = &bar.staff.manager;
    let ana = bar.staff.barista("Ana").await;
    bar.staff.queue(2).await;
    let board = manager.board().await.expect("a manager sees it");
    let [first, second] = [0, 1].map(|place| board.orders[place].id);
    ana.step(first, Step::Make, None).await.expect("it waits");

    let id = listed(manager, "Ana").await.id;
    let renamed = manager.rename_device(id, "  Ana\u{a0}María ").await.expect("a name");
    assert_eq!(renamed.name, "Ana María");
    assert_eq!(ana.device().await.expect("it is paired").name, "Ana María");
    let made = ana.step(second, Step::Make, None).await.expect("it waits");
    assert_eq!(made.barista.as_deref(), Some("Ana María"));
    let before = manager.order(first).await.expect("it is there");
    assert_eq!(before.barista.as_deref(), Some("Ana"), "as it stood on the order");

    let refused = refusal(manager.rename_device(id, "\u{200b}").await);
    assert_eq!(refused.code, RefusalCode::InvalidRequest);
    let refused = refusal(manager.rename_device(DeviceId(99), "Eve").await);
    assert_eq!(refused.code, RefusalCode::NotFound);
    let bar = bar.restart_at("2026-05-13T08:10:00Z").await;
    listed(&bar.staff.manager, "Ana María").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_device_hears_nothing_more_from_that_moment_on() {
    let bar = Bar::open_at(MORNING).await;
    let manager = &bar.staff.manager;
    let ana = bar.staff.barista("Ana").await;
    let rui = bar.staff.barista("Rui").await;
    let (updates, mut heard) = mpsc::channel(UPDATE_QUEUE);
    tokio::spawn(LiveReader::new(ana.clone()).run(updates));
    let first = within("the first board", heard.recv()).await;
    assert!(matches!(first, Some(Update::Snapshot(_))), "{first:?}");
    let rui_feed = Feed::follow("Rui's", &rui).await;

    let id = listed(manager, "Ana").await.id;
    manager.revoke_device(id).await.expect("a manager may");
    let turned_away = async {
        while let Some(update) = heard.recv().await {
            if let Update::Refused(problem) = update {
                return problem;
            }
        }
        panic!("the reader goes on")
    };
    let problem = within("the line to be cut", turned_away).await;
    assert_eq!(problem.code, RefusalCode::NotSignedIn);
    assert_eq!(refusal(ana.board().await).code, RefusalCode::NotSignedIn);
    rui.board().await.expect("nobody else is touched");
    drop(rui_feed);

    manager.revoke_device(id).await.expect("again is the same as once");
    let unknown = refusal(manager.revoke_device(DeviceId(99)).await);
    assert_eq!(unknown.code, RefusalCode::NotFound);
    let own = refusal(manager.revoke_device(DeviceId(0)).await);
    assert_eq!(own.code, RefusalCode::NotAllowed, "{}", own.detail);

    let rows = manager.journal(&JournalQuery::latest(500)).await.expect("a manager reads it");
    let revoked: Vec<_> = rows.entries.iter().filter(|row| row.kind == "device_revoked").collect();
    assert_eq!(revoked.len(), 1, "it happened once");
    assert_eq!((revoked[0].device.as_deref(), &revoked[0].by), (Some("Ana"), &Doer::Local));

    let bar = bar.restart_at("2026-05-13T08:10:00Z").await;
    let names = bar.staff.manager.devices().await.expect("a manager sees them");
    assert!(names.iter().all(|device| device.name != "Ana"), "{names:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_may_revoke_the_own_device() {
    let bar = Bar::open_at(MORNING).await;
    let rita = bar.staff.device(Role::Manager, "Rita").await;
    let id = rita.device().await.expect("it is paired").id;
    rita.revoke_device(id).await.expect("a manager may");
    assert_eq!(refusal(rita.devices().await).code, RefusalCode::NotSignedIn);
}
