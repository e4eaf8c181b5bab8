//! What people do around a service: a monitor that starts each morning with the same words, and
//! somebody with all rights who is helpful.

use std::os::unix::fs::chown;

use demitasse_shared::api::{NewPairing, Role};
use demitasse_shared::client::{DevicePairing, PairingError};
use demitasse_tests::{Server, run};

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_starts_each_morning_with_the_code_that_it_used_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::serve(&folder.path().join("data")).await;
    let new = NewPairing { role: Role::Display, name: "Door".to_owned() };
    let code = server.staff.manager.pair(&new).await.expect("a manager may").code;
    let url = format!("http://{}", server.address);
    let told = |code: &str, keep: &str| DevicePairing {
        role: Role::Display,
        server: Some(url.clone()),
        code: Some(code.to_owned()),
        name: "Monitor".to_owned(),
        data: None,
        authority: None,
        keep: Some(folder.path().join(keep)),
    };
    for morning in 1..=2 {
        let monitor = told(&code, "monitor.json").connect().await;
        let monitor = monitor.unwrap_or_else(|why| panic!("morning {morning}: {why}"));
        assert_eq!(monitor.device().await.expect("it is known").name, "Door");
    }
    let stranger = told(&code, "stranger.json").connect().await.expect_err("the code is used up");
    assert!(matches!(stranger, PairingError::Client(_)), "{stranger}");
}

/// Root would leave files that the service's user cannot open.
#[tokio::test(flavor = "multi_thread")]
async fn root_leaves_a_users_data_alone_and_says_how() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    chown(folder.path(), Some(65_534), None).expect("root may");
    let data = folder.path().to_str().expect("text");
    let asked = ["staff", "pair", "--role", "barista", "--name", "Ana", "--data", data];
    let refused = run(asked).await;
    assert_eq!(refused.status.code(), Some(1), "{}", refused.stderr);
    assert!(refused.stderr.contains("sudo -u nobody demitasse"), "{}", refused.stderr);
    assert_eq!(folder.path().read_dir().expect("it is there").count(), 0, "nothing was touched");
}
