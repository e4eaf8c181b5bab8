//! The power goes while a command is at work on the data beside the open bar: a backup, a restore, a
//! wipe, an upgrade.
//!
//! Each command runs once, as the program runs it, in a folder that is watched: not only what SQLite
//! does to it, but each name that changes and each sync. Then for every step of it the folder is
//! laid out as a cut of power there may have left it. The bar that opens on it is the old one or the
//! new one, whole; who wiped and wipes again is rid of everything personal.

mod place;
mod upgrade;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use demitasse_disk::{Act, Deed};
use demitasse_tests::Ordeal;
use rusqlite::Connection;

use super::state::State;
use place::{Place, path};

/// Where the bar remembers its backups. They go before anything else does, and are forgotten then.
const BACKUPS: &str = "backup_places";

/// Of so many steps of a command one is cut in a usual run; in an ordeal that somebody asked for,
/// each.
const EACH: usize = 3;

/// What people are called and wrote in such a day; it stands nowhere else.
const PERSONAL: [&str; 3] = ["Guest ", "for the left-handed", "Last orders at five"];

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

/// Deliberate bugs: a backup that never syncs the folder that it stands in, or never a file.
#[tokio::test]
async fn who_never_syncs_is_caught() {
    let place = Place::after_a_day(7, 1).await;
    let stick = place.stick();
    let mut record = place.watch(&["backup", "--to", path(&stick)]).await;
    let (whole, acts) = (place.backups(), record.acts.clone());
    let is_of_names = |act: &Act| matches!(act, Act::SyncNames(_));
    let is_of_files = |act: &Act| matches!(act, Act::Content(_, Deed::Sync));
    for is_left_out in [is_of_names, is_of_files] {
        record.acts.clone_from(&acts);
        record.acts.retain(|act| !is_left_out(act));
        let is_kept = |file: &PathBuf| file.exists() && State::in_file(file).is_ok();
        let done = place.cuts(&record).filter(|cut| cut.is_done);
        let betrayed = done.filter(|_| !whole.iter().all(is_kept)).count();
        assert!(betrayed > 0, "a backup was said to be there, and was lost");
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
