//! The power goes while a command is at work on the data beside the open bar: a backup, a restore, a
//! wipe, an upgrade.
//!
//! Each command runs once, as the program runs it, in a folder that is watched: not only what SQLite
//! does to it, but each name that changes and each sync. Then for every step of it the folder is
//! laid out as a cut of power there may have left it. The bar that opens on it is the old one or the
//! new one, whole; who wiped and wipes again is rid of everything personal.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use demitasse::storage::Storage;
use demitasse_disk::{Record, Watch, Wreck};
use demitasse_tests::{Chance, Ordeal, quick_folder};
use rusqlite::Connection;
use tempfile::TempDir;

use super::crash::pause;
use super::day::Command;
use super::house::House;
use super::state::State;

/// Where the bar remembers its backups. They go before anything else does, and are forgotten then.
const BACKUPS: &str = "backup_places";

/// Commands in the day before.
const COMMANDS: usize = 60;

/// Of so many steps of a command one is cut in a usual run; in an ordeal that somebody asked for,
/// each, and as often.
const EACH: usize = 3;
const OUTCOMES: usize = 3;

/// The first steps of the data's history, and the version that they come to.
const OLDEST: u32 = 2;
const OLDER: [&str; OLDEST as usize] = [
    include_str!("../../../../server/migrations/0001_bar.sql"),
    include_str!("../../../../server/migrations/0002_announcement.sql"),
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

/// What people are called and wrote in such a day; it stands nowhere else.
const PERSONAL: [&str; 3] = ["Guest ", "for the left-handed", "Last orders at five"];

/// A bar's data and a stick, in one folder.
struct Place {
    root: TempDir,
    seed: u64,
    each: usize,
}

impl Place {
    fn empty(seed: u64, each: usize) -> Self {
        let place = Self { root: quick_folder(), seed, each };
        for folder in [place.data(), place.stick()] {
            fs::create_dir(folder).expect("room");
        }
        place
    }

    /// A day's data, as a server that was killed leaves them.
    async fn after_a_day(seed: u64, each: usize) -> Self {
        let place = Self::empty(seed, each);
        let mut house = House::new();
        house.start().await;
        let mut chance = Chance::new(seed);
        for _ in 0..COMMANDS {
            house.clock.advance(pause(&mut chance));
            let board = house.bar().hub().snapshot();
            let command = Command::draw(&mut chance, &house.people, &board);
            // Some are refused.
            house.ask(&command).await.ok();
        }
        for command in [Command::SignIn(0), Command::Announce] {
            house.ask(&command).await.expect("the disk is well");
        }
        for name in ["demitasse.db", "demitasse.db-wal"] {
            fs::copy(house.folder().join(name), place.data().join(name)).expect("room");
        }
        house.stop().await;
        place
    }

    fn path(&self) -> PathBuf {
        self.root.path().canonicalize().expect("it is there")
    }

    fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    fn stick(&self) -> PathBuf {
        self.path().join("stick")
    }

    /// Runs a command of the program on the data.
    async fn run(&self, words: &[&str]) -> ExitCode {
        let (data, nothing) = (self.data(), self.path().join("settings.toml"));
        if !nothing.exists() {
            fs::write(&nothing, "").expect("room");
        }
        let own = ["--data", path(&data), "--config", path(&nothing)];
        let words = ["demitasse"].iter().chain(words).chain(&own).map(OsString::from);
        demitasse::cli::run(&words.collect::<Vec<_>>()).await
    }

    /// Runs it and says what it did to the folder.
    async fn watch(&self, words: &[&str]) -> Record {
        let watch = Watch::over(&self.path()).expect("a folder");
        assert_eq!(self.run(words).await, ExitCode::SUCCESS, "{words:?}");
        watch.end().expect("a folder")
    }

    /// Where the backups are that have their names.
    fn backups(&self) -> Vec<PathBuf> {
        databases(&self.stick())
    }

    /// The same as `opened`, but for what each upgrade draws by chance.
    fn upgraded(&self) -> State {
        self.opened().without("care").without("keys")
    }

    /// What a bar that opens on the data finds.
    fn opened(&self) -> State {
        let mut storage = Storage::open(&self.data()).expect("the bar opens on what is left");
        State::read(storage.connection()).expect("it can be read")
    }

    /// Lays out what a cut of power may leave, at one step after the other.
    fn cuts<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = Cut> + 'a {
        let (mut wreck, mut chance) = (Wreck::new(record), Chance::new(!self.seed));
        let all = record.acts.len();
        let steps = (0..all).step_by(self.each).chain([all]);
        steps
            .flat_map(move |step| {
                wreck.go_on_to(step);
                let trees = (0..OUTCOMES).map(|_| wreck.now(&mut |below| chance.below(below)));
                trees.map(|tree| (step, tree)).collect::<Vec<_>>()
            })
            .map(move |(step, tree)| {
                tree.lay_out(&self.path()).expect("room");
                let next =
                    record.acts.get(step).map_or("none".to_owned(), |act| format!("{act:?}"));
                let story =
                    format!("seed {}: cut after {step} of {all}, before: {next}", self.seed);
                Cut { is_done: step == all, story }
            })
    }
}

/// One moment at which the power went.
struct Cut {
    /// Whether the command had said that it was done.
    is_done: bool,
    story: String,
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a plain name")
}

/// What is called a database; nothing where there is no such folder.
fn databases(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).into_iter().flatten();
    let found = found.map(|entry| entry.expect("a file").path());
    found.filter(|file| file.extension().is_some_and(|ending| ending == "db")).collect()
}

/// Where something personal stands still.
fn holding(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            found.append(&mut holding(&path));
            continue;
        }
        let bytes = fs::read(&path).expect("it can be read");
        let has = |word: &&str| bytes.windows(word.len()).any(|at| at == word.as_bytes());
        found.extend(PERSONAL.iter().any(has).then_some(path));
    }
    found
}

fn places() -> (Ordeal, usize) {
    let ordeal = Ordeal::of("errands", 1);
    let each = if ordeal.is_asked_for() { 1 } else { EACH };
    (ordeal, each)
}

#[tokio::test]
async fn a_backup_that_is_cut_is_whole_or_not_there() {
    let (ordeal, each) = places();
    for seed in ordeal.seeds() {
        let place = Place::after_a_day(seed, each).await;
        let old = place.opened();
        let stick = place.stick();
        let record = place.watch(&["backup", "--to", path(&stick)]).await;
        let new = place.opened();
        let kept = State::in_file(&place.backups()[0]).expect("it is whole");
        let (mut without, mut with) = (0, 0);
        for cut in place.cuts(&record) {
            let found = place.opened();
            assert!(found == old || found == new, "{}\n{}", cut.story, old.difference(&found));
            for backup in place.backups() {
                let found = State::in_file(&backup).expect(&cut.story);
                assert!(found == kept, "{}\n{}", cut.story, kept.difference(&found));
            }
            let has = !place.backups().is_empty();
            assert!(has || found == old, "the bar counts on a backup that is lost: {}", cut.story);
            assert!(has && found == new || !cut.is_done, "it was said to be there: {}", cut.story);
            *(if has { &mut with } else { &mut without }) += 1;
        }
        println!("{} steps: {without} cuts left no backup, {with} a whole one", record.acts.len());
        assert!(without > 0 && with > 0);
    }
}

#[tokio::test]
async fn a_restore_that_is_cut_leaves_the_old_or_the_new() {
    let (ordeal, each) = places();
    for seed in ordeal.seeds() {
        let place = Place::after_a_day(seed, each).await;
        let stick = place.stick();
        assert_eq!(place.run(&["backup", "--to", path(&stick)]).await, ExitCode::SUCCESS);
        let backup = place.backups().remove(0);
        change_something(&place.data());
        let old = State::in_folder(&place.data()).expect("it is whole");
        let record = place.watch(&["restore", "--yes", path(&backup)]).await;
        let new = place.opened();
        let (mut olds, mut news) = (0, 0);
        for cut in place.cuts(&record) {
            let found = place.opened();
            assert!(found == old || found == new, "{}\n{}", cut.story, new.difference(&found));
            assert!(found == new || !cut.is_done, "it was said to be done: {}", cut.story);
            let kept = place.data().join("before-restore");
            if found == new {
                let kept = fs::read_dir(&kept).expect(&cut.story).next().expect(&cut.story);
                let kept = State::in_folder(&kept.expect("a folder").path()).expect(&cut.story);
                assert!(kept == old, "{}\n{}", cut.story, old.difference(&kept));
            }
            *(if found == new { &mut news } else { &mut olds }) += 1;
        }
        println!("{} steps: {olds} cuts left the old bar, {news} the new one", record.acts.len());
        assert!(olds > 0 && news > 0);
    }
}

/// The bar goes on after its backup, and is killed.
fn change_something(data: &Path) {
    let db = Connection::open(data.join("demitasse.db")).expect("a bar");
    db.execute("UPDATE guests SET name = name || ' the Second'", []).expect("it can be changed");
}

#[tokio::test]
async fn who_is_cut_off_while_wiping_wipes_again_and_nothing_is_left() {
    let (ordeal, each) = places();
    for seed in ordeal.seeds() {
        let place = Place::after_a_day(seed, each).await;
        let stick = place.stick();
        assert_eq!(place.run(&["backup", "--to", path(&stick)]).await, ExitCode::SUCCESS);
        let old = place.opened().without(BACKUPS);
        assert!(holding(&place.path()).len() > 1, "there is something to be wiped");
        let record = place.watch(&["wipe", "--yes", "--backups"]).await;
        let new = place.opened().without(BACKUPS);
        let (mut olds, mut news) = (0, 0);
        for cut in place.cuts(&record) {
            if cut.is_done {
                let left = holding(&place.path());
                assert!(left.is_empty(), "it was said to be gone: {}: {left:?}", cut.story);
            }
            let found = place.opened().without(BACKUPS);
            assert!(found == old || found == new, "{}\n{}", cut.story, old.difference(&found));
            *(if found == new { &mut news } else { &mut olds }) += 1;
            let again = place.run(&["wipe", "--yes", "--backups"]).await;
            assert_eq!(again, ExitCode::SUCCESS, "{}", cut.story);
            let left = holding(&place.path());
            assert!(left.is_empty(), "{}: {left:?}", cut.story);
        }
        println!("{} steps: {olds} cuts left all, {news} left it wiped", record.acts.len());
        assert!(olds > 0 && news > 0);
    }
}

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
        assert!(seen.len() > 5, "{seen:?}");
    }
}

fn version(data: &Path) -> u32 {
    let db = Connection::open(data.join("demitasse.db")).expect("a file");
    db.pragma_query_value(None, "user_version", |row| row.get(0)).expect("it can be read")
}
