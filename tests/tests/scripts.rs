//! What scripts rely on: first lines, exit codes, JSON where a program would read it.

use std::path::Path;

use demitasse_shared::api::{Claim, Role};
use demitasse_shared::client::{Client, local_server_file};
use demitasse_shared::error::RefusalCode;
use demitasse_tests::{Server, refusal, run};
use serde_json::Value;

#[tokio::test(flavor = "multi_thread")]
async fn a_pairing_code_is_good_once_whether_it_was_made_while_serving_or_not() {
    let data = tempfile::tempdir().expect("a folder");
    let made_before = pair(data.path(), "display").await;
    let server = Server::serve(data.path()).await;
    let made_while = pair(data.path(), "barista").await;
    let nobody = server.staff.nobody();

    for (code, role) in [(made_before, Role::Display), (made_while, Role::Barista)] {
        let claim = Claim { code, device: "A test".to_owned() };
        let claimed = nobody.claim(&claim).await.expect("it is fresh");
        assert_eq!(claimed.role, role);
        nobody.with_token(&claimed.token).board().await.expect("a device sees the board");
        let again = refusal(nobody.claim(&claim).await);
        assert_eq!(again.code, RefusalCode::WrongCode);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_can_be_made_after_the_plug_was_pulled() {
    let data = tempfile::tempdir().expect("a folder");
    Server::serve(data.path()).await.kill().await;
    let word = local_server_file(data.path());
    assert!(word.exists(), "a killed server leaves its word behind");

    let code = pair(data.path(), "manager").await;

    let server = Server::serve(data.path()).await;
    let claim = Claim { code, device: "A test".to_owned() };
    let claimed = server.staff.nobody().claim(&claim).await.expect("it is fresh");
    assert_eq!(claimed.role, Role::Manager);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_asked_to_stop_says_goodbye() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let address = server.staff.manager.base().to_owned();
    // An open live stream must not hold the door.
    let monitor = server.staff.monitor().await;

    let status = server.stop().await;

    assert!(status.success(), "{status}");
    assert!(!local_server_file(data.path()).exists(), "nobody is sent to a server that is gone");
    assert!(Client::new(&address).expect("an address").health().await.is_err());
    drop(monitor);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_line_that_makes_no_sense_ends_with_two() {
    for args in [&["brew"][..], &["serve", "--listen", "nowhere"], &["staff", "pair"]] {
        let finished = run(args).await;
        assert_eq!(finished.status.code(), Some(2), "{args:?}: {finished:?}");
        assert_eq!(finished.stdout, "", "what went wrong is for people");
    }
}

async fn pair(data: &Path, role: &str) -> String {
    let data = data.to_str().expect("a path in letters");
    let args = ["staff", "pair", "--data", data, "--role", role, "--name", "Ana", "--json"];
    let made = run(args).await;
    assert!(made.status.success(), "{made:?}");
    let said: Value = serde_json::from_str(&made.stdout).expect("it is JSON");
    said["code"].as_str().unwrap_or_else(|| panic!("no code in {said}")).to_owned()
}
