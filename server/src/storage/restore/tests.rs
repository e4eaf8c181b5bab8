//! What a restore takes over, and that it can be cut off anywhere.

use demitasse_shared::api::Role;
use tempfile::TempDir;

use super::*;
use crate::storage::backup_files::{self, Target};
use crate::storage::devices::{self, OpenPairing};
use crate::storage::{Storage, journal};

const TOKEN: [u8; 32] = [7; 32];

/// A bar with a paired device, and its backup.
fn backed_up() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(folder.path()).expect("a fresh bar");
    let db = storage.connection();
    let then = Timestamp::UNIX_EPOCH;
    let pairing = OpenPairing { role: Role::Barista, name: "Ana".to_owned(), expires_at: then };
    devices::insert(db, &pairing, "a tablet", &TOKEN, then).expect("kept");
    let file = folder.path().join("backup.db");
    let at = then.to_zoned(jiff::tz::TimeZone::UTC);
    backup_files::make(db, &Target::File(file.clone()), &at).expect("a backup");
    (folder, file)
}

fn change(folder: &Path, sql: &str) {
    let mut storage = Storage::open(folder).expect("the bar");
    storage.connection().execute_batch(sql).expect("it can be changed");
}

#[test]
fn a_device_that_was_turned_out_stays_outside() {
    let (folder, file) = backed_up();
    change(folder.path(), "UPDATE devices SET revoked_at = 1");
    let mut prepared = Prepared::new(folder.path(), &file).expect("a good backup");
    let carried = prepared.carry_over(Timestamp::UNIX_EPOCH, 0).expect("room");
    assert_eq!(carried.revoked, 1);
    prepared.finish().expect("room");
    let mut storage = Storage::open(folder.path()).expect("the restored bar");
    assert_eq!(devices::all(storage.connection()).expect("read"), []);
}

#[test]
fn journal_and_ids_go_on_where_nobody_has_been() {
    let (folder, file) = backed_up();
    let row = "INSERT INTO journal (seq, at, kind, actor, data)
               VALUES (5000, 0, 'test', 'bar', '{\"type\":\"noted\"}')";
    change(folder.path(), row);
    change(folder.path(), "UPDATE sqlite_sequence SET seq = 400 WHERE name = 'devices'");
    let mut prepared = Prepared::new(folder.path(), &file).expect("a good backup");
    prepared.carry_over(Timestamp::UNIX_EPOCH, 0).expect("room");
    prepared.finish().expect("room");
    let mut storage = Storage::open(folder.path()).expect("the restored bar");
    let db = storage.connection();
    let tail = journal::tail(db, 10).expect("read");
    assert!(tail.len() == 1 && tail[0].0.0 > 5_000, "the feed goes on across it: {tail:?}");
    let ids = "SELECT seq FROM sqlite_sequence WHERE name = 'devices'";
    let last: i64 = db.query_row(ids, [], |row| row.get(0)).expect("read");
    assert!(last > 400, "{last}");
}

#[test]
fn another_bars_data_are_kept_and_tell_nothing() {
    let (folder, _) = backed_up();
    let (other, file) = backed_up();
    change(folder.path(), "UPDATE devices SET revoked_at = 1");
    let mut prepared = Prepared::new(folder.path(), &file).expect("a good backup");
    let carried = prepared.carry_over(Timestamp::UNIX_EPOCH, 20).expect("room");
    assert_eq!(carried, Carried::default());
    let kept = prepared.finish().expect("room").expect("there was a bar");
    assert!(kept.join(DATABASE).exists());
    drop(other);
}

#[test]
fn cut_off_after_each_step_it_is_finished_by_whoever_comes_next() {
    let steps: [fn(&Path, &Path); 3] = [
        |_, _| {},
        |path, kept| keep(path, &kept.join(DATABASE)).expect("room"),
        |path, kept| keep_all(path.parent().expect("a folder"), path, kept).expect("room"),
    ];
    for step in steps {
        let (folder, file) = backed_up();
        change(folder.path(), "UPDATE devices SET name = 'Since'");
        let (ready, path) = (folder.path().join(READY), folder.path().join(DATABASE));
        fs::copy(&file, &ready).expect("room");
        let decided = fs::metadata(&ready).and_then(|ready| ready.modified()).expect("a time");
        let kept = kept_folder(folder.path(), decided).expect("a time");
        fs::create_dir_all(&kept).expect("room");
        step(&path, &kept);
        let mut storage = Storage::open(folder.path()).expect("it finishes the restore");
        let [(_, device)] = &devices::all(storage.connection()).expect("read")[..] else {
            panic!("one device")
        };
        assert_eq!(device.name, "Ana");
        assert!(!ready.exists() && kept.join(DATABASE).exists());
    }
}
