//! What the doctor finds, provoked for real.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use demitasse_shared::doctor::{Diagnosis, Finding, Light};
use demitasse_tests::{Server, run};

use crate::text;

/// What the doctor finds about one thing, with its exit code.
async fn diagnosis(data: &Path, more: &[&str]) -> (Diagnosis, Option<i32>) {
    let args = [&["doctor", "--json", "--zone", "UTC", "--data", text(data)], more].concat();
    let finished = run(args).await;
    let found = serde_json::from_str(&finished.stdout);
    (found.unwrap_or_else(|_none| panic!("{finished:?}")), finished.status.code())
}

#[track_caller]
fn check<'a>(found: &'a Diagnosis, check: &str, light: Light, words: &str) -> &'a Finding {
    let mut about = found.findings.iter().filter(|finding| finding.check == check);
    let finding = about.find(|finding| finding.light == light && finding.says.contains(words));
    finding.unwrap_or_else(|| panic!("no {light} {check} with {words:?} in {found:#?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_nobody_opened_is_looked_at_without_making_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("bar");
    let (found, _) = diagnosis(&data, &[]).await;
    check(&found, "server", Light::Amber, "No server runs");
    check(&found, "data", Light::Green, "will be made");
    check(&found, "settings", Light::Green, "can be used");
    check(&found, "zone", Light::Green, "UTC");
    assert!(!data.exists(), "looking made {}", data.display());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_bar_looks_at_itself_and_loopback_is_red() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let (found, code) = diagnosis(data.path(), &[]).await;
    assert_eq!((found.light, code), (Light::Red, Some(1)));
    check(&found, "server", Light::Green, &server.address.to_string());
    check(&found, "address", Light::Red, "how this machine calls itself");
    check(&found, "address", Light::Green, "The bar answers");
    check(&found, "database", Light::Green, "whole");
    check(&found, "menu", Light::Green, "no text is missing");
    check(&found, "https", Light::Amber, "plain http");
    check(&found, "devices", Light::Amber, "No monitor");
    server.staff.code("Ana").await;
    assert!(server.stop().await.success());

    let (found, _) = diagnosis(data.path(), &[]).await;
    check(&found, "server", Light::Amber, "No server runs");
    check(&found, "database", Light::Green, "whole");
    check(&found, "clock", Light::Green, "journal");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_at_which_nobody_answers_is_red() {
    let data = tempfile::tempdir().expect("a folder");
    // Port 9 of this machine discards; nobody listens there.
    let more = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0"];
    let more = [&more[..], &["--public-url", "http://127.0.0.1:9"]].concat();
    let _server = Server::serve_with(data.path(), &more).await;
    let (found, code) = diagnosis(data.path(), &[]).await;
    check(&found, "address", Light::Red, "does not answer at http://127.0.0.1:9");
    assert_eq!(code, Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_takes_nothing_is_red() {
    // The kernel's own folder takes no file, whoever asks.
    let (found, code) = diagnosis(Path::new("/proc"), &[]).await;
    assert_eq!(code, Some(1));
    let finding = check(&found, "data", Light::Red, "Nothing can be written in /proc");
    assert!(finding.todo.as_deref().is_some_and(|todo| todo.contains("--data")), "{finding:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_others_may_look_into_is_amber() {
    let data = tempfile::tempdir().expect("a folder");
    fs::set_permissions(data.path(), Permissions::from_mode(0o755)).expect("it is ours");
    let (found, _) = diagnosis(data.path(), &[]).await;
    check(&found, "data", Light::Amber, "Other users");
}

#[tokio::test(flavor = "multi_thread")]
async fn data_that_somebody_else_holds_or_that_are_damaged_are_red() {
    let data = tempfile::tempdir().expect("a folder");
    Server::serve(data.path()).await.kill().await;
    let lock = File::options().write(true).open(data.path().join("lock")).expect("a lock");
    lock.lock().expect("nobody has it");
    let (found, code) = diagnosis(data.path(), &[]).await;
    check(&found, "server", Light::Red, "another demitasse is running");
    assert_eq!(code, Some(1));
    drop(lock);

    for log in ["demitasse.db-wal", "demitasse.db-shm"] {
        fs::remove_file(data.path().join(log)).expect("a killed server leaves them");
    }
    fs::write(data.path().join("demitasse.db"), "no database at all".repeat(100)).expect("ours");
    let (found, code) = diagnosis(data.path(), &[]).await;
    check(&found, "server", Light::Red, "is damaged");
    assert_eq!(code, Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_that_keep_the_bar_shut_are_red() {
    let data = tempfile::tempdir().expect("a folder");
    let (found, code) = diagnosis(data.path(), &["--sign-in", "email"]).await;
    check(&found, "settings", Light::Red, "--sign-in email");
    check(&found, "sign_in", Light::Red, "e-mail");
    assert_eq!(code, Some(1));
    let (found, _) = diagnosis(data.path(), &["--public-url", "http://nowhere.invalid"]).await;
    check(&found, "address", Light::Red, "Nobody here knows");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_language_lacks_on_the_menu_is_amber() {
    let folder = tempfile::tempdir().expect("a folder");
    let menu = folder.path().join("menu.toml");
    let drink = "[[drinks]]\nid = \"espresso\"\nname = \"Espresso\"\nabout = \"Short\"\n\
                 icon = \"espresso\"\n";
    fs::write(&menu, drink).expect("a file");
    let data = folder.path().join("bar");
    let more = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--menu", text(&menu)];
    let _server = Server::serve_with(&data, &more).await;
    let (found, _) = diagnosis(&data, &[]).await;
    check(&found, "menu", Light::Amber, "de lacks the line about \"Espresso\"");
    check(&found, "menu", Light::Amber, "ja lacks \"Espresso\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_read_columns_without_colours_on_paper() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("bar");
    let said = run(["doctor", "--zone", "UTC", "--data", text(&data)]).await.stdout;
    assert!(said.contains("amber  server    No server runs"), "{said}");
    assert!(said.contains("\n                 → ") && !said.contains('\u{1b}'), "{said}");
}
