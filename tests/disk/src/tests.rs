//! The disk itself, under a small database.

use std::path::Path;

use rusqlite::Connection;

use super::*;

/// A table of its own, in write-ahead mode, as the bar's is.
fn open(folder: &Path) -> Connection {
    let db = Connection::open(folder.join("small.db")).expect("a database");
    db.pragma_update(None, "journal_mode", "wal").expect("it can");
    db.pragma_update(None, "synchronous", "full").expect("it can");
    db.execute_batch("CREATE TABLE IF NOT EXISTS cups (size INTEGER) STRICT").expect("a table");
    db
}

fn put(db: &Connection, size: i64) -> rusqlite::Result<()> {
    db.execute("INSERT INTO cups VALUES (?)", [size]).map(drop)
}

/// The cups that are kept in some files.
fn cups(files: &Files) -> Vec<i64> {
    let folder = tempfile::tempdir().expect("a folder");
    lay_out(files, folder.path()).expect("there is room");
    let db = Connection::open(folder.path().join("small.db")).expect("a database");
    let whole: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("it");
    assert_eq!(whole, "ok");
    let Ok(mut query) = db.prepare("SELECT size FROM cups ORDER BY rowid") else { return vec![] };
    let cups = query.query_map([], |row| row.get(0)).expect("a table");
    cups.map(|cup| cup.expect("a number")).collect()
}

/// The smallest generator that there is, for tests that need no good one.
fn draw(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |below| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}

#[test]
fn what_was_committed_outlives_a_cut_at_any_moment() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::under(folder.path());
    let db = open(folder.path());
    let mut kept = Vec::new();
    for size in 0..20 {
        put(&db, size).expect("the disk is well");
        kept.push(disk.count());
        if size % 7 == 6 {
            db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("the disk is well");
        }
    }
    drop(db);
    let (log, mut below) = (disk.log(), draw(1));
    let (mut crash, mut torn) = (Crash::new(&log), 0);
    for moment in 0..=log.len() {
        crash.go_on_to(moment);
        for _ in 0..4 {
            let found = cups(&crash.now(&mut below));
            let promised = kept.iter().filter(|count| **count <= moment).count();
            let all: Vec<_> = (0..20).take(found.len()).collect();
            assert!(found.len() >= promised && found == all, "after {moment}: {found:?}");
            torn += usize::from(found.len() == promised);
        }
    }
    assert!(torn > log.len(), "much of what was not promised was lost: {torn}");
}

#[test]
fn a_sync_that_comes_late_loses_what_was_promised() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::under(folder.path());
    let db = open(folder.path());
    disk.sync_late();
    put(&db, 1).expect("the disk says yes");
    let log = disk.log();
    let mut crash = Crash::new(&log);
    crash.go_on_to(log.len());
    let mut found: Vec<_> = (0..20).map(|seed| cups(&crash.now(&mut draw(seed)))).collect();
    found.sort();
    found.dedup();
    assert_eq!(found, [vec![], vec![1]], "now it is there, now it is not");
}

#[test]
fn a_disk_that_fails_keeps_what_it_had_and_works_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::under(folder.path());
    let db = open(folder.path());
    put(&db, 0).expect("the disk is well");
    for ailment in [Ailment::Full, Ailment::Broken, Ailment::Short] {
        disk.fall_ill(ailment, 0..1);
        put(&db, 9).expect_err("the disk is ill");
        assert_eq!(disk.recover().len(), 1, "{ailment:?}");
        put(&db, 1).expect("the disk is well again");
    }
    let kept: Vec<i64> = db
        .prepare("SELECT size FROM cups")
        .and_then(|mut query| query.query_map([], |row| row.get(0))?.collect())
        .expect("it can be read");
    assert_eq!(kept, [0, 1, 1, 1]);
}

#[test]
fn other_folders_are_on_the_systems_own_disk() {
    let (watched, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir());
    let disk = Disk::under(watched.path());
    let db = open(other.expect("a folder").path());
    put(&db, 1).expect("the disk is well");
    assert_eq!(disk.count(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_lasts_by_its_own_sync_and_its_name_by_the_folders() {
    let folder = tempfile::tempdir().expect("a folder");
    let (part, whole) = (folder.path().join("part"), folder.path().join("whole"));
    let watch = Watch::over(folder.path()).expect("a folder");
    std::fs::write(&part, "beans").expect("room");
    std::fs::File::open(&part).and_then(|file| file.sync_all()).expect("the disk is well");
    std::fs::rename(&part, &whole).expect("the disk is well");
    std::fs::File::open(folder.path()).and_then(|names| names.sync_all()).expect("it is well");
    let record = watch.end().expect("a folder");
    let mut wreck = Wreck::new(&record);
    // Whoever always draws nothing loses all that can be lost.
    let mut left = |count: usize| {
        wreck.go_on_to(count);
        let left = tempfile::tempdir().expect("a folder");
        wreck.now(&mut |_| 0).lay_out(left.path()).expect("room");
        std::fs::read_to_string(left.path().join("whole")).ok()
    };
    let all = record.acts.len();
    assert_eq!((all, left(all - 1), left(all)), (5, None, Some("beans".to_owned())));
}
