//! The door in a database from before it knew when it opens.

use std::path::Path;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::journal::JournalQuery;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::menu::Menu;
use rusqlite::Connection;

use super::*;
use crate::clock::Clock;
use crate::config::Config;

/// The steps up to the one that let the door know when it opens.
const BEFORE: [&str; 5] = [
    include_str!("../../../migrations/0001_bar.sql"),
    include_str!("../../../migrations/0002_announcement.sql"),
    include_str!("../../../migrations/0003_identity.sql"),
    include_str!("../../../migrations/0004_counter.sql"),
    include_str!("../../../migrations/0005_device_keys.sql"),
];

/// What the journal of those days says of an evening: opened at 20:00, closed at 23:00.
const EVENING: &str = r#"
    PRAGMA user_version = 5;
    INSERT INTO journal (at, kind, actor, data) VALUES
        (1665777600000, 'shop_opened', 'local',
         '{"type":"shop","shop":{"name":"Bar","state":"open"}}'),
        (1665788400000, 'shop_closed', 'local',
         '{"type":"shop","shop":{"name":"Bar","state":"closed"}}'),
        (1665788400000, 'window_hidden', 'local', '{"type":"window","window":null}');
"#;

fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

/// The bar on this data, at this moment.
fn open(data: &Path, now: &str) -> Bar {
    let config =
        Config { data: data.to_owned(), zone: Some("UTC".to_owned()), ..Config::default() };
    let address = "127.0.0.1:80".parse().expect("an address");
    crate::open(&config, &Clock::manual(at(now)), address).expect("it opens")
}

/// The first change after this one that a screen is told which comes back.
async fn told_after(bar: &Bar, seq: i64) -> Envelope {
    let mut stream = bar.hub().subscribe(Some(Seq(seq)));
    let mut told = String::new();
    loop {
        let bytes = stream.next().await.expect("it is open");
        told.push_str(&String::from_utf8_lossy(&bytes));
        let delta = told.split("event: delta\ndata: ").nth(1);
        if let Some((data, _)) = delta.and_then(|delta| delta.split_once("\n\n")) {
            return serde_json::from_str(data).expect("an envelope");
        }
    }
}

#[tokio::test]
async fn a_bar_from_before_opens_and_knows_since_when_it_is_closed() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = Connection::open(folder.path().join("demitasse.db")).expect("a file");
    for step in BEFORE {
        old.execute_batch(step).expect("it ran in those days");
    }
    crate::storage::bar::init(&old, &Menu::default()).expect("a bar");
    old.execute_batch(EVENING).expect("an evening");
    drop(old);

    let bar = open(folder.path(), "2022-10-15T07:00:00Z");
    let expected = (ShopState::Closed, None, Some(at("2022-10-14T23:00:00Z")));
    let found = bar.hub().snapshot().shop;
    assert_eq!((found.state, found.opens_at, found.since), expected);
    let LiveEvent::Shop { shop: closed } = told_after(&bar, 1).await.event else {
        panic!("the journal's second row is about the door");
    };
    assert_eq!((closed.state, closed.opens_at, closed.since), (ShopState::Closed, None, None));
    let journal = bar.journal(JournalQuery::default()).await.expect("it can be read");
    assert_eq!(journal.entries.len(), 3);

    let opens_at = at("2022-10-15T08:30:00Z");
    let status = bar.set_shop(Actor::Local, ShopChange::close_until(opens_at)).await;
    assert_eq!(status.expect("it is closed, and says so").opens_at, Some(opens_at));
}
