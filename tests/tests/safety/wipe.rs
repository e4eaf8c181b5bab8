//! After the event: nobody's name is in any file, and the figures are what they were.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use demitasse_shared::api::{NewAnnouncement, Submit};
use demitasse_shared::order::Step;
use demitasse_shared::report::Report;
use demitasse_tests::Server;

use crate::backup::folders;
use crate::{back_up, demitasse, refused};

/// What people are called and wrote; it stands nowhere else.
const PERSONAL: [&str; 5] = [
    "Zebulonia",
    "extra-hot-for-xanthippe",
    "Ottokarine",
    "Happy birthday Wendeline",
    "Unpaired Ida",
];

/// The files below a folder in which one of the words stands, in any case.
fn holding(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            found.append(&mut holding(&path));
        } else {
            let bytes = fs::read(&path).expect("it can be read");
            let has = |word: &&str| {
                bytes.windows(word.len()).any(|at| at.eq_ignore_ascii_case(word.as_bytes()))
            };
            found.extend(PERSONAL.iter().any(has).then_some(path));
        }
    }
    found
}

/// A day with everything personal in it; answers with its figures.
async fn day(server: &Server) -> Report {
    let staff = &server.staff;
    staff.open().await;
    let barista = staff.barista(PERSONAL[2]).await;
    let code = staff.window().await.code;
    let guest = staff.guest(PERSONAL[0]).await;
    let place = guest.redeem(&code).await.expect("there is room");
    let note = Some(PERSONAL[1].to_owned());
    let order = Submit { drink: "espresso".into(), options: Vec::new(), note };
    guest.submit(place.id, &order).await.expect("it is on");
    for step in [Step::Make, Step::Complete, Step::Collect] {
        barista.step(place.id, step, None).await.expect("it is hers");
    }
    let (_, cancelled) = staff.order("Espresso").await;
    barista.step(cancelled.id, Step::Cancel, Some("Out of milk")).await.expect("she may");
    let line = NewAnnouncement { text: PERSONAL[3].to_owned(), minutes: None };
    barista.announce(&line).await.expect("she may");
    staff.code(PERSONAL[4]).await;
    staff.queue(3).await;
    staff.manager.report(None).await.expect("a manager may read it")
}

async fn figures(data: &Path) -> Report {
    let server = Server::serve(data).await;
    let report = server.staff.manager.report(None).await.expect("a manager may read it");
    assert!(server.stop().await.success());
    report
}

/// The figures without the moment of asking and staff's names.
fn nameless(report: Report) -> serde_json::Value {
    let mut figures = serde_json::to_value(report).expect("plain figures");
    let object = figures.as_object_mut().expect("an object");
    object.remove("at");
    for barista in object["baristas"].as_array_mut().expect("a list") {
        barista.as_object_mut().expect("an object").remove("name");
    }
    figures
}

#[tokio::test(flavor = "multi_thread")]
async fn names_go_and_figures_stay() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    let before = day(&server).await;
    let said = refused("wipe", data.path(), &[OsStr::new("--yes")]).await;
    assert!(said.contains("close the bar first"), "{said}");
    // A killed server leaves its log with everything in it.
    server.kill().await;
    assert!(!holding(data.path()).is_empty(), "the words are there");

    let wiped = demitasse("wipe", data.path(), &["--yes", "--json"].map(OsStr::new)).await;

    assert!(wiped.status.success(), "{wiped:?}");
    let proof: serde_json::Value = serde_json::from_str(&wiped.stdout).expect("JSON");
    assert_eq!((&proof["clean"], &proof["found"]), (&true.into(), &serde_json::json!([])));
    assert!(proof["looked_for"].as_u64() >= Some(8), "{proof}");
    assert_eq!(proof["common"], 1, "who is called Espresso cannot be told from the menu: {proof}");
    assert_eq!(holding(data.path()), [] as [PathBuf; 0]);
    assert!(before.baristas.iter().any(|barista| barista.name == PERSONAL[2]), "{before:?}");
    let after = figures(data.path()).await;
    assert!(after.baristas.iter().any(|barista| barista.name == "Barista 1"), "{after:?}");
    assert_eq!(nameless(after), nameless(before));
    drop(stick);
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_are_named_and_removed_where_that_is_asked_for() {
    let (data, stick, other) = folders();
    let server = Server::serve(data.path()).await;
    day(&server).await;
    let own = back_up(data.path(), stick.path()).await;
    let stranger = stick.path().join("demitasse-ffffffff-20200101-000000-1.db");
    fs::copy(&own.file, &stranger).expect("room");
    assert!(server.stop().await.success());
    let unasked = demitasse("wipe", data.path(), &[]).await;
    assert_eq!(unasked.status.code(), Some(1), "{unasked:?}");
    assert!(unasked.stdout.contains(&own.file), "{unasked:?}");
    assert!(!holding(data.path()).is_empty(), "nothing was done unasked");

    let said = demitasse("wipe", data.path(), &["--yes", "--backups"].map(OsStr::new)).await;

    assert!(said.status.success() && said.stdout.contains("None of them"), "{said:?}");
    assert!(!Path::new(&own.file).exists(), "the own backup is gone");
    assert!(stranger.exists(), "another bar's is not ours to remove");
    assert_eq!(holding(data.path()), [] as [PathBuf; 0]);
    drop(other);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_stays_is_told() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    day(&server).await;
    let copy = back_up(data.path(), stick.path()).await;
    assert!(server.stop().await.success());
    let said = demitasse("wipe", data.path(), &[OsStr::new("--yes")]).await;
    assert_eq!(said.status.code(), Some(1), "{said:?}");
    assert!(said.stdout.contains(&copy.file) && said.stdout.contains("--backups"), "{said:?}");
    assert_eq!(holding(data.path()), [] as [PathBuf; 0], "the data themselves are wiped");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_took_a_backups_place_is_left_alone() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    day(&server).await;
    let letter = stick.path().join("tonight.db");
    back_up(data.path(), &letter).await;
    assert!(server.stop().await.success());
    fs::write(&letter, "Dear Ana").expect("room");
    for time in ["the first", "a second"] {
        let said = demitasse("wipe", data.path(), &["--yes", "--backups"].map(OsStr::new)).await;
        assert!(said.status.success(), "{time} wipe: {said:?}");
    }
    assert_eq!(fs::read(&letter).expect("it is there"), b"Dear Ana");
}
