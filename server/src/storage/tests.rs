//! The writer's promises, on a real file.

use std::cell::Cell;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{DeviceId, OrderId, Seq};
use demitasse_shared::menu::Menu;
use demitasse_shared::order::OrderState;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::ShopState;

use super::writer::LOG_RETRY_SECONDS;
use super::*;
use crate::clock::Clock;
use crate::domain::Refusal;
use crate::domain::event::{Actor, Event};

/// What was published, commit by commit.
struct Published(SyncSender<Vec<Seq>>);

impl Publish for Published {
    fn publish(&mut self, committed: Vec<Committed>) {
        let seqs = committed.iter().map(|change| change.seq).collect();
        self.0.send(seqs).expect("the test listens");
    }
}

struct House {
    folder: tempfile::TempDir,
    writer: Writer,
    readers: Readers,
    published: Receiver<Vec<Seq>>,
}

fn house() -> House {
    let folder = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(folder.path()).expect("a fresh bar");
    bar::init(storage.connection(), &Menu::default()).expect("a row");
    let (sender, published) = sync_channel(64);
    let clock = Clock::manual(Timestamp::UNIX_EPOCH);
    let (writer, readers) = storage.start(clock, Published(sender)).expect("it starts");
    House { folder, writer, readers, published }
}

fn note(change: &mut Change<'_>) -> Answer<Seq> {
    Ok(change.record(Event::noted("test", Actor::Bar))?)
}

#[test]
fn nothing_from_before_a_wipe_is_told_to_a_screen_that_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(folder.path()).expect("a fresh bar");
    let (db, now) = (storage.connection(), Timestamp::UNIX_EPOCH);
    bar::init(db, &Menu::default()).expect("a row");
    let noted = Event::noted("test", Actor::Bar);
    let note = |db: &_| journal::append(db, now, &noted, r#"{"type":"noted"}"#).expect("a row");
    note(db);
    wipe::wipe(db, now).expect("nobody reads it");
    assert_eq!(journal::tail(db, 10).expect("it can be read"), []);
    let after = note(db);
    let told: Vec<_> = journal::tail(db, 10).expect("it can be read");
    assert_eq!(told.into_iter().map(|(seq, ..)| seq).collect::<Vec<_>>(), [after]);
}

/// Waits at the gate, the first time.
fn once(gate: Receiver<()>) -> impl Fn() + Send + 'static {
    let is_through = Cell::new(false);
    move || {
        if !is_through.replace(true) {
            gate.recv().expect("the test opens the gate");
        }
    }
}

/// Rows of the journal, as another connection sees them.
async fn rows(readers: &Readers) -> i64 {
    let count =
        readers.read(|db| Ok(db.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?));
    count.await.expect("it can be read")
}

#[tokio::test]
async fn one_bad_request_does_not_sink_the_others_in_its_commit() {
    let house = house();
    // The first request holds the writer until the others wait behind it.
    let (open, gate) = sync_channel::<()>(1);
    let wait = once(gate);
    let first = house.writer.write(move |change| {
        wait();
        note(change)
    });
    let refused = house.writer.write(|change| {
        note(change)?;
        Err::<(), _>(Refusal::new(RefusalCode::SoldOut, "No.").into())
    });
    let broken = house.writer.write(|change| {
        note(change)?;
        change.connection().execute("INSERT INTO journal (nonsense) VALUES (1)", [])?;
        Ok(())
    });
    let panicking = house.writer.write(|change| -> Answer<()> {
        note(change)?;
        panic!("a use-case breaks off");
    });
    let good = house.writer.write(note);
    let opened = async { open.send(()).expect("the writer waits") };
    let (first, refused, broken, panicking, good, ()) =
        tokio::join!(first, refused, broken, panicking, good, opened);

    assert!(matches!(refused, Err(WriteError::Refused(_))));
    assert!(matches!(broken, Err(WriteError::Storage(_))));
    assert!(matches!(panicking, Err(WriteError::Storage(_))));
    assert_eq!(first.expect("kept"), Seq(1));
    // What the three wrote is gone, and left no gap.
    assert_eq!(good.expect("kept"), Seq(2));
    assert_eq!(rows(&house.readers).await, 2);
    let published: Vec<_> = house.published.try_iter().flatten().collect();
    assert_eq!(published, [Seq(1), Seq(2)]);
}

#[tokio::test]
async fn who_ends_the_transaction_is_refused_alone() {
    let house = house();
    let (open, gate) = sync_channel::<()>(1);
    let wait = once(gate);
    let first = house.writer.write(move |change| {
        wait();
        note(change)
    });
    // As SQLite does by itself where the disk fails.
    let broken = house.writer.write(|change| {
        note(change)?;
        change.connection().execute_batch("ROLLBACK")?;
        Err::<(), _>(Refusal::new(RefusalCode::SoldOut, "The disk.").into())
    });
    let deaf = house.writer.write(|change| {
        note(change)?;
        Ok(change.connection().execute_batch("ROLLBACK")?)
    });
    let last = house.writer.write(note);
    let opened = async { open.send(()).expect("the writer waits") };
    let (first, broken, deaf, last, ()) = tokio::join!(first, broken, deaf, last, opened);

    assert!(matches!(broken, Err(WriteError::Refused(_))), "{broken:?}");
    assert!(matches!(deaf, Err(WriteError::Storage(StorageError::BrokenOff))), "{deaf:?}");
    assert_eq!((first.expect("kept"), last.expect("kept")), (Seq(1), Seq(2)));
    assert_eq!(rows(&house.readers).await, 2);
    let published: Vec<_> = house.published.try_iter().flatten().collect();
    assert_eq!(published, [Seq(1), Seq(2)]);
}

#[tokio::test]
async fn a_long_log_is_folded_as_soon_as_nobody_comes() {
    let house = house();
    let long = "x".repeat(40_000);
    let many = house.writer.write(move |change| {
        let mut statement = change.connection().prepare(
            "INSERT INTO journal (at, kind, actor, data) VALUES (0, 'long', 'bar', json_quote(?))",
        )?;
        for _ in 0..600 {
            statement.execute([&long])?;
        }
        Ok(())
    });
    many.await.expect("24 MB");
    let folded = async {
        while house.readers.read(|db| Ok(unfolded(db)?)).await.expect("it can be asked") > 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(BUSY_TIMEOUT * 12, folded).await.expect("nobody comes");
    assert_eq!(rows(&house.readers).await, 600);
}

#[tokio::test]
async fn an_answer_comes_after_the_commit_and_after_it_was_published() {
    let house = house();
    for number in 1..=20 {
        let seq = house.writer.write(note).await.expect("kept");
        assert_eq!(house.published.try_recv(), Ok(vec![seq]));
        assert_eq!(rows(&house.readers).await, number);
    }
}

#[tokio::test]
async fn a_commit_that_fails_answers_nobody_with_yes_and_publishes_nothing() {
    let house = house();
    house.writer.write(note).await.expect("kept");
    house.published.recv().expect("published");
    // A check that SQLite makes at the commit, not at the statement.
    let failed = house.writer.write(|change| {
        note(change)?;
        change.connection().pragma_update(None, "defer_foreign_keys", true)?;
        change.connection().execute(
            "INSERT INTO sessions (token_hash, guest, created_at) VALUES (zeroblob(32), 99, 0)",
            [],
        )?;
        Ok(())
    });
    assert!(matches!(failed.await, Err(WriteError::Storage(_))));
    assert_eq!(house.published.try_iter().count(), 0);
    assert_eq!(rows(&house.readers).await, 1);
    assert_eq!(house.writer.write(note).await.expect("it goes on"), Seq(2));
}

#[tokio::test]
async fn a_commit_that_fails_refuses_nobody_for_what_it_did_not_keep() {
    let house = house();
    let (open, gate) = sync_channel::<()>(1);
    let failed = house.writer.write(move |change| {
        gate.recv().expect("the test opens the gate");
        change.connection().pragma_update(None, "defer_foreign_keys", true)?;
        change.connection().execute(
            "INSERT INTO sessions (token_hash, guest, created_at) VALUES (zeroblob(32), 99, 0)",
            [],
        )?;
        Ok(())
    });
    let refused = house
        .writer
        .write(|_change| Err::<(), _>(Refusal::new(RefusalCode::SoldOut, "To the first.").into()));
    let opened = async { open.send(()).expect("the writer waits") };
    let (failed, refused, ()) = tokio::join!(failed, refused, opened);
    for answer in [failed, refused] {
        assert!(matches!(answer, Err(WriteError::Storage(StorageError::Commit(_)))), "{answer:?}");
    }
}

#[tokio::test]
async fn readers_can_only_read() {
    let house = house();
    let wrote = house.readers.read(|db| Ok(db.execute("DELETE FROM bar", [])?)).await;
    let error = wrote.expect_err("refused");
    assert!(format!("{error:?}").contains("readonly"), "{error:?}");
}

#[tokio::test]
async fn a_read_that_breaks_off_takes_nothing_from_the_next_ones() {
    let house = house();
    for _ in 0..5 {
        let broken = house.readers.read(|_db| -> Result<(), _> { panic!("a read breaks off") });
        assert!(matches!(broken.await, Err(StorageError::BrokenOff)));
    }
    assert_eq!(rows(&house.readers).await, 0);
}

#[tokio::test]
async fn a_second_server_is_kept_off_the_data() {
    let house = house();
    let refused = Storage::open(house.folder.path()).expect_err("taken");
    assert!(refused.to_string().contains("another demitasse is running"), "{refused}");
}

#[test]
fn a_newer_or_damaged_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(DATABASE);
    drop(Storage::open(folder.path()).expect("a fresh bar"));
    let newer = Connection::open(&path).expect("a file");
    newer.execute_batch("PRAGMA user_version = 99").expect("a version");
    // As a backup is that somebody copied here: its own log would be begun in the file's first page.
    newer.pragma_update(None, "journal_mode", "delete").expect("nobody else is there");
    drop(newer);
    let before = fs::read(&path).expect("it is there");
    let refused = Storage::open(folder.path()).expect_err("newer");
    assert!(refused.to_string().contains("newer demitasse"), "{refused}");
    assert!(fs::read(&path).is_ok_and(|after| after == before), "nothing was changed");

    fs::write(&path, b"this was a database once, long ago, before the flood").expect("written");
    let refused = Storage::open(folder.path()).expect_err("damaged");
    assert!(refused.to_string().contains("restore a backup"), "{refused}");
    let kept = fs::read(&path).expect("still there");
    assert!(kept.starts_with(b"this was a database"));
}

#[test]
fn an_older_database_is_brought_up_with_all_that_is_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = Connection::open(folder.path().join(DATABASE)).expect("a file");
    old.execute_batch(include_str!("../../migrations/0001_bar.sql")).expect("the first step");
    old.execute_batch("PRAGMA user_version = 1").expect("a version");
    bar::init(&old, &Menu::default()).expect("a bar");
    old.execute_batch("UPDATE bar SET shop_state = 'open'").expect("it opens");
    drop(old);

    let mut storage = Storage::open(folder.path()).expect("the same bar");
    let db = storage.connection();
    assert_eq!(bar::get(db, "Bar").expect("it is there").shop.state, ShopState::Open);
    assert_eq!(announcement::get(db).expect("it can be asked"), None);
}

#[tokio::test]
async fn a_log_that_somebody_reads_is_emptied_once_nobody_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(folder.path()).expect("a fresh bar");
    bar::init(storage.connection(), &Menu::default()).expect("a row");
    let (sender, _published) = sync_channel(64);
    let clock = Clock::manual(Timestamp::UNIX_EPOCH);
    let (writer, _readers) = storage.start(clock.clone(), Published(sender)).expect("it starts");
    let path = folder.path().join(DATABASE);
    let log = || fs::metadata(folder.path().join("demitasse.db-wal")).expect("it is there").len();
    let reader = Connection::open(&path).expect("a file");
    reader.execute_batch("BEGIN; SELECT count(*) FROM journal").expect("it can be read");
    let forget = writer.write(|change| {
        note(change)?;
        change.wipe_log();
        Ok(())
    });
    forget.await.expect("it is answered all the same");
    assert!(log() > 0, "the reader holds it");
    drop(reader);
    clock.advance(jiff::SignedDuration::from_secs(LOG_RETRY_SECONDS));
    writer.write(note).await.expect("somebody orders");
    assert_eq!(log(), 0);
}

/// A database as its first version made it.
fn first_version(folder: &Path) {
    let first = Connection::open(folder.join(DATABASE)).expect("a file");
    first.execute_batch(include_str!("../../migrations/0001_bar.sql")).expect("a database");
    first.execute_batch("PRAGMA user_version = 1").expect("a version");
}

fn version_of(path: &Path) -> i64 {
    let connection = Connection::open(path).expect("a database");
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a version")
}

#[test]
fn what_was_there_before_an_upgrade_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    first_version(folder.path());
    drop(Storage::open(folder.path()).expect("it is brought up"));
    let kept = folder.path().join(BEFORE_UPGRADE).join("demitasse-version-1-0.db");
    assert_eq!(version_of(&kept), 1);
    assert!(version_of(&folder.path().join(DATABASE)) > 1);
    // An upgrade happens once.
    fs::remove_file(&kept).expect("it is there");
    drop(Storage::open(folder.path()).expect("it is what it is"));
    assert!(!kept.exists());
}

#[test]
fn without_a_way_back_there_is_no_upgrade() {
    let folder = tempfile::tempdir().expect("a folder");
    first_version(folder.path());
    fs::write(folder.path().join(BEFORE_UPGRADE), "in the way").expect("room");
    let refused = Storage::open(folder.path()).expect_err("there is no place for a copy");
    assert!(refused.to_string().contains("nothing was changed"), "{refused}");
    assert_eq!(version_of(&folder.path().join(DATABASE)), 1);
}

#[test]
fn an_upgrade_that_breaks_off_leaves_the_version_that_was() {
    let folder = tempfile::tempdir().expect("a folder");
    first_version(folder.path());
    let path = folder.path().join(DATABASE);
    let other = Connection::open(&path).expect("a file");
    other.execute_batch("CREATE TABLE care (in_the_way TEXT)").expect("a table");
    Storage::open(folder.path()).expect_err("a late step cannot be taken");
    assert_eq!(version_of(&path), 1);
    other.prepare("SELECT * FROM announcement").expect_err("the steps before it are taken back");
    other.execute_batch("DROP TABLE care").expect("it is there");
    Storage::open(folder.path()).expect("the whole upgrade");
}

#[test]
fn commits_are_synced_before_they_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(folder.path()).expect("a fresh bar");
    let db = storage.connection();
    let mode: String = db.pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("it");
    let synchronous: i64 =
        db.pragma_query_value(None, "synchronous", |row| row.get(0)).expect("it");
    // SQLite's numbers: 2 is FULL.
    assert_eq!((mode.as_str(), synchronous), ("wal", 2));
}

#[test]
fn the_first_versions_guests_come_along_with_their_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Connection::open(folder.path().join(DATABASE)).expect("a file");
    first.execute_batch(include_str!("../../migrations/0001_bar.sql")).expect("a database");
    first
        .execute_batch(
            "PRAGMA user_version = 1;
             INSERT INTO guests (name, created_at) VALUES ('Ana', 0);
             INSERT INTO sessions (token_hash, guest, created_at)
                 VALUES (CAST('0123456789abcdef0123456789abcdef' AS BLOB), 1, 0);",
        )
        .expect("a guest");
    drop(first);

    let mut storage = Storage::open(folder.path()).expect("it is brought up");
    let db = storage.connection();
    let hash = *b"0123456789abcdef0123456789abcdef";
    let ana = guests::session(db, &hash).expect("it").expect("her session").guest;
    assert_eq!(ana.name.as_deref(), Some("Ana"));
    guests::forget(db, ana.id, Timestamp::UNIX_EPOCH).expect("a name is not a must");
    assert_eq!(guests::session(db, &hash).expect("it"), None);
    let name: Option<String> =
        db.query_row("SELECT name FROM guests", [], |row| row.get(0)).expect("the row stays");
    assert_eq!(name, None);
}

#[test]
fn an_older_databases_orders_come_along_and_none_comes_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Connection::open(folder.path().join(DATABASE)).expect("a file");
    first.execute_batch(include_str!("../../migrations/0001_bar.sql")).expect("a database");
    first
        .execute_batch(
            "PRAGMA user_version = 1;
             INSERT INTO guests (name, created_at) VALUES ('Ana', 0);
             INSERT INTO orders (guest, day, number, state, reserved_at)
                 VALUES (1, '2022-10-14', 7, 'waiting', 0), (1, '2022-10-14', 8, 'ready', 0);
             DELETE FROM orders WHERE id = 2;",
        )
        .expect("two orders, of which one is gone");
    drop(first);

    let mut storage = Storage::open(folder.path()).expect("it is brought up");
    let db = storage.connection();
    let waiting = orders::get(db, OrderId(1)).expect("it").expect("hers");
    assert_eq!((waiting.order.number, waiting.order.state), (Some(7), OrderState::Waiting));
    assert_eq!(orders::on_board(db).expect("them").len(), 1);
    assert_eq!(orders::next_id(db).expect("it"), OrderId(3), "the second was given out");
    let nonsense = db.execute("UPDATE orders SET state = 'lost'", []);
    assert!(nonsense.expect_err("no state").to_string().contains("CHECK"));
}

#[test]
fn a_database_keeps_its_key_and_has_its_own() {
    let (one, other) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let key_of = |folder: &Path| {
        let mut storage = Storage::open(folder).expect("a bar");
        *keys::own(storage.connection()).expect("a key").bytes()
    };
    assert_eq!(key_of(one.path()), key_of(one.path()));
    assert_ne!(key_of(one.path()), key_of(other.path()));
}

#[test]
fn a_count_never_goes_down_and_is_of_its_own_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(folder.path()).expect("a fresh bar");
    let db = storage.connection();
    let day = |day| jiff::civil::date(2022, 10, day);
    for (of, code, count) in [
        (13, RefusalCode::BarFull, 7),
        (14, RefusalCode::BarFull, 2),
        (14, RefusalCode::BarFull, 2),
        (14, RefusalCode::BarFull, 1),
        (14, RefusalCode::OldCode, 4),
        (15, RefusalCode::OldCode, 5),
    ] {
        turned_away::keep(db, (day(of), code, count)).expect("kept");
    }
    let friday = [(day(14), RefusalCode::BarFull, 2), (day(14), RefusalCode::OldCode, 4)];
    assert_eq!(turned_away::of_day(db, day(14)).expect("read"), friday);
    let since = turned_away::since(db, day(14)).expect("read");
    assert_eq!(since, [&friday[..], &[(day(15), RefusalCode::OldCode, 5)]].concat());
}

#[test]
fn two_orders_never_have_one_key() {
    use crate::domain::order::{self, EntryKey};
    let folder = tempfile::tempdir().expect("a folder");
    let mut storage = Storage::open(folder.path()).expect("a fresh bar");
    let db = storage.connection();
    let chosen = demitasse_shared::order::Chosen {
        drink: "tea".into(),
        drink_name: "Tea".to_owned(),
        options: Vec::new(),
        option_names: Vec::new(),
        note: None,
    };
    let (day, settings) = (jiff::civil::date(2022, 10, 14), Settings::default());
    let key = |device| EntryKey { device: DeviceId(device), key: "k".to_owned() };
    for number in 1..=3 {
        let id = orders::next_id(db).expect("an id");
        let now = Timestamp::UNIX_EPOCH;
        let record = order::walk_up(id, chosen.clone(), number, day, &settings, now);
        orders::insert(db, &record, None).expect("kept");
    }
    orders::keep_entry(db, OrderId(1), &key(1)).expect("free");
    orders::keep_entry(db, OrderId(2), &key(2)).expect("another device's");
    orders::keep_entry(db, OrderId(3), &key(1)).expect_err("taken");
    let entered = orders::entered(db, &key(2)).expect("read").expect("there");
    assert_eq!(entered.order.id, OrderId(2));
    assert_eq!(orders::entered(db, &key(3)).expect("read"), None);
}
