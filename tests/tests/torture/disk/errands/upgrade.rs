//! An upgrade: data of an older version are brought up to date.

use std::collections::BTreeMap;
use std::path::Path;

use demitasse_disk::Watch;
use rusqlite::Connection;

use super::super::state::State;
use super::place::{Place, databases};
use super::places;

/// The first steps of the data's history, and the version that they come to.
const OLDEST: u32 = 2;
const OLDER: [&str; OLDEST as usize] = [
    include_str!("../../../../../server/migrations/0001_bar.sql"),
    include_str!("../../../../../server/migrations/0002_announcement.sql"),
];

/// What such a bar had.
const ROWS: &str = r#"
    INSERT INTO bar VALUES (1, 'open', NULL, '{}', '{"drinks":[],"options":[]}');
    INSERT INTO windows VALUES (1, 'c', zeroblob(32), 0, 300000, 10, 1);
    INSERT INTO guests VALUES (1, 'Ana', 0, NULL);
    INSERT INTO orders (guest, window, day, number, state, chosen, reserved_at)
        VALUES (1, 1, '2022-10-14', 1, 'collected', '{"drink":"Espresso"}', 0);
    INSERT INTO devices VALUES (1, 'barista', 'Eva', 'a tablet', zeroblob(32), 0, NULL);
    INSERT INTO journal VALUES (1, 0, 'opened', 'local', NULL, NULL, '{"type":"noted"}');
"#;

/// Data of an older version, with a device and an order in them.
fn older(data: &Path) {
    let db = Connection::open(data.join("demitasse.db")).expect("a file");
    db.pragma_update(None, "journal_mode", "wal").expect("it can");
    for step in OLDER {
        db.execute_batch(step).expect("a step");
    }
    db.pragma_update(None, "user_version", OLDEST).expect("it can");
    db.execute_batch(ROWS).expect("its own rows");
}

#[tokio::test]
async fn an_upgrade_that_is_cut_goes_on_and_has_a_way_back() {
    let (ordeal, each) = places();
    for seed in ordeal.seeds() {
        let place = Place::empty(seed, each);
        older(&place.data());
        let old = State::in_folder(&place.data()).expect("it is whole");
        let watch = Watch::over(&place.path()).expect("a folder");
        let new = place.upgraded();
        let record = watch.end().expect("a folder");
        let mut seen = BTreeMap::<u32, usize>::new();
        for cut in place.cuts(&record) {
            let version = version(&place.data());
            *seen.entry(version).or_default() += 1;
            let before = place.data().join("before-upgrade");
            let kept = databases(&before);
            for kept in &kept {
                let kept = State::in_file(kept).expect(&cut.story);
                assert!(kept == old, "{}\n{}", cut.story, old.difference(&kept));
            }
            let is_old = version == OLDEST;
            assert!(is_old || !kept.is_empty(), "there is no way back: {}", cut.story);
            let found = place.upgraded();
            assert!(found == new, "{}\n{}", cut.story, new.difference(&found));
        }
        println!("{} steps, with cuts at these versions: {seen:?}", record.acts.len());
        // The old one or the new one, and none between.
        let newest = version(&place.data());
        assert_eq!(seen.into_keys().collect::<Vec<_>>(), [OLDEST, newest]);
    }
}

fn version(data: &Path) -> u32 {
    let db = Connection::open(data.join("demitasse.db")).expect("a file");
    db.pragma_query_value(None, "user_version", |row| row.get(0)).expect("it can be read")
}
