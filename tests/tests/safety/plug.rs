//! `kill -9` in the middle of it, at points that are scattered over the whole time it takes.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use demitasse_tests::{Server, start};

use crate::backup::folders;
use crate::{back_up, close, files, restore};

/// How often it is killed.
const TIMES: u32 = 12;

/// The golden ratio's fraction: its multiples scatter evenly.
const SCATTER: f64 = 0.618_033_988_75;

/// Starts a command and kills it after so many looks at it; says how many it took to its end.
async fn killed_after(args: &[&OsStr], looks: u64) -> u64 {
    let mut child = start(args);
    let mut looked = 0;
    while looked < looks {
        if child.try_wait().expect("it is our own child").is_some() {
            return looked;
        }
        looked += 1;
        tokio::task::yield_now().await;
    }
    child.kill().await.expect("it is our own child");
    looked
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a point between nothing and all"
)]
fn point(time: u32, all: u64) -> u64 {
    ((f64::from(time) * SCATTER).fract() * all as f64) as u64
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_leaves_the_old_or_the_new() {
    let (data, stick, scratch) = folders();
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    server.staff.queue(2).await;
    let new = back_up(data.path(), stick.path()).await;
    server.staff.queue(3).await;
    close(server, data.path()).await;
    let (new, old) = (PathBuf::from(new.file), data.path().join("demitasse.db"));
    let mut all = None;
    let mut seen = Vec::new();
    for time in 0..=TIMES {
        let folder = scratch.path().join(time.to_string());
        fs::create_dir(&folder).expect("room");
        fs::copy(&old, folder.join("demitasse.db")).expect("room");
        let args = ["restore", "--yes", "--data"].map(OsStr::new);
        let args: Vec<_> = args.into_iter().chain([folder.as_os_str(), new.as_os_str()]).collect();
        let looks = killed_after(&args, all.map_or(u64::MAX, |all| point(time, all))).await;
        all.get_or_insert(looks);
        let orders = back_up(&folder, stick.path()).await.orders;
        assert!(matches!(orders, 2 | 5), "neither the old data nor the new: {orders} orders");
        let kept = folder.join("before-restore");
        assert_eq!(kept.exists(), orders == 2, "what is replaced is kept, and nothing else");
        seen.push(orders);
    }
    assert_eq!(seen[0], 2, "the first was not killed: {seen:?}");
    assert!(seen.contains(&5), "none was killed before its end: {seen:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_whole_or_not_there() {
    let (data, stick, scratch) = folders();
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    server.staff.queue(5).await;
    assert!(server.stop().await.success());
    let mut all = None;
    let args = ["backup", "--data"].map(OsStr::new);
    let place = [data.path().as_os_str(), OsStr::new("--to"), stick.path().as_os_str()];
    let args: Vec<_> = args.into_iter().chain(place).collect();
    for time in 0..=TIMES {
        let looks = killed_after(&args, all.map_or(u64::MAX, |all| point(time, all))).await;
        all.get_or_insert(looks);
    }
    let whole = |path: &Path| path.extension() == Some(OsStr::new("db"));
    for (number, file) in files(stick.path()).into_iter().filter(|file| whole(file)).enumerate() {
        let restored = restore(&scratch.path().join(number.to_string()), &file).await;
        assert_eq!(restored["orders"], 5, "{file:?}");
    }
    let more = ["--keep", "1"].map(OsStr::new);
    let args: Vec<_> = args.into_iter().chain(more).collect();
    killed_after(&args, u64::MAX).await;
    let left = files(stick.path());
    assert!(left.len() == 1 && whole(&left[0]), "what was left half done is gone: {left:?}");
}
