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
    let place = folder.path().join("backups");
    fs::create_dir(&place).expect("room");
    let file = place.join("backup.db");
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

/// An order of one day with that number.
fn number(number: u32) -> String {
    format!(
        "INSERT INTO orders (day, number, state, reserved_at)
         VALUES ('2026-05-13', {number}, 'collected', 0)"
    )
}

fn note(seq: i64) -> String {
    format!(
        "INSERT INTO journal (seq, at, kind, actor, data)
         VALUES ({seq}, 0, 'test', 'bar', '{{\"type\":\"noted\"}}')"
    )
}

fn back_up(folder: &Path, name: &str) -> PathBuf {
    let mut storage = Storage::open(folder).expect("the bar");
    let file = folder.join("backups").join(name);
    let at = Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC);
    let target = Target::File(file.clone());
    backup_files::make(storage.connection(), &target, &at).expect("a backup");
    file
}

#[test]
fn data_that_are_older_than_the_backup_do_not_know_the_last_number() {
    let (folder, older) = backed_up();
    change(folder.path(), &number(7));
    change(folder.path(), &note(50));
    let newer = back_up(folder.path(), "newer.db");
    fs::copy(older, folder.path().join(DATABASE)).expect("the old laptop");
    let mut prepared = Prepared::new(folder.path(), &newer).expect("a good backup");
    let carried = prepared.carry_over(Timestamp::UNIX_EPOCH, 20).expect("room");
    assert_eq!(carried.numbers, Some(("2026-05-13".to_owned(), 27)));
}

#[test]
fn data_that_lead_on_from_the_backup_know_it_and_what_was_left_out() {
    let (folder, _) = backed_up();
    change(folder.path(), &number(7));
    change(folder.path(), &note(50));
    let file = back_up(folder.path(), "tonight.db");
    change(folder.path(), "INSERT INTO number_floors (day, number) VALUES ('2026-05-13', 40)");
    let mut prepared = Prepared::new(folder.path(), &file).expect("a good backup");
    let carried = prepared.carry_over(Timestamp::UNIX_EPOCH, 20).expect("room");
    assert_eq!(carried.numbers, Some(("2026-05-13".to_owned(), 40)));
}

#[test]
fn a_pairing_code_of_then_is_not_good_any_more() {
    let (folder, _) = backed_up();
    let code = "INSERT INTO pairings (code_hash, role, name, expires_at)
                VALUES (zeroblob(32), 'manager', 'Eva', 9999999999999)";
    change(folder.path(), code);
    let file = back_up(folder.path(), "tonight.db");
    let mut prepared = Prepared::new(folder.path(), &file).expect("a good backup");
    prepared.carry_over(Timestamp::UNIX_EPOCH, 0).expect("room");
    prepared.finish().expect("room");
    let mut storage = Storage::open(folder.path()).expect("the restored bar");
    let codes = "SELECT count(*) FROM pairings";
    let left: i64 = storage.connection().query_row(codes, [], |row| row.get(0)).expect("read");
    assert_eq!(left, 0);
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
