//! Data that turn out to be damaged while the bar is open: people are told what helps.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_tests::{Server, refusal};
use rusqlite::Connection;

use crate::close;

/// Where a table's first page lies in the database, and how long a page is.
fn first_page(data: &Path, table: &str) -> (u32, u32) {
    let db = Connection::open(data.join("demitasse.db")).expect("nobody has it");
    let number = "SELECT rootpage FROM sqlite_schema WHERE name = ?";
    let number: u32 = db.query_row(number, [table], |row| row.get(0)).expect("a table");
    let bytes: u32 = db.query_row("PRAGMA page_size", [], |row| row.get(0)).expect("a number");
    (number - 1, bytes)
}

/// Writes over a page, as a bad disk does.
fn damage(data: &Path, (page, bytes): (u32, u32)) {
    let mut file = File::options().write(true).open(data.join("demitasse.db")).expect("a file");
    file.seek(SeekFrom::Start(u64::from(page) * u64::from(bytes))).expect("it is long enough");
    let nonsense: Vec<u8> = (0..bytes).map(|_| 0xA5).collect();
    file.write_all(&nonsense).expect("the disk takes it");
}

#[track_caller]
fn check(problem: &Problem) {
    assert_eq!(problem.code, RefusalCode::Unavailable);
    for words in ["damaged", "`demitasse doctor`", "restore a backup"] {
        assert!(problem.detail.contains(words), "{words}: {problem:?}");
    }
    assert!(!problem.detail.contains("try again"), "it would not help: {problem:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_page_says_so_to_whoever_reads_or_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let server = Server::serve(data).await;
    server.staff.open().await;
    server.staff.order("Ana").await;
    close(server, data).await;
    // Of what is read when the bar opens, a copy is in memory already.
    let pages = ["guests", "orders"].map(|table| first_page(data, table));

    let server = Server::serve(data).await;
    for page in pages {
        damage(data, page);
    }
    let stranger = server.staff.manager.without_rights();
    check(&refusal(stranger.sign_in("Ben").await));
    check(&refusal(server.staff.manager.orders().await));
    server.kill().await;
}
