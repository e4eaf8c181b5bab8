//! What machines hear of the bar's health.

use std::fs;

use demitasse_shared::api::Health;
use demitasse_shared::doctor::Light;
use demitasse_tests::Server;

/// The status and the body of `/ready`.
async fn ready(server: &Server) -> (u16, String, Health) {
    let url = format!("http://{}/ready", server.address);
    let answer = reqwest::get(url).await.expect("it answers");
    let status = answer.status().as_u16();
    let text = answer.text().await.expect("a text");
    let health = serde_json::from_str(&text).expect("JSON");
    (status, text, health)
}

#[tokio::test(flavor = "multi_thread")]
async fn lights_stand_beside_the_answer_and_nothing_private() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let (status, text, health) = ready(&server).await;
    // Only this machine can reach it: red, and yet it keeps its promises.
    assert!(status == 200 && health.ok && health.reason.is_none(), "{text}");
    let light = |check: &str| {
        let mut found = health.checks.iter().filter(|found| found.check == check);
        found.next().expect(check).light
    };
    assert_eq!((light("address"), light("database")), (Light::Red, Light::Green));
    assert!(!text.contains(data.path().to_str().expect("letters")), "{text}");
    assert!(!text.contains("says") && !text.contains("127.0.0.1"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_whose_folder_is_gone_is_not_ready() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("bar");
    let server = Server::serve(&data).await;
    fs::rename(&data, folder.path().join("elsewhere")).expect("it is ours");
    let (status, text, health) = ready(&server).await;
    assert!(status == 503 && !health.ok, "{text}");
    assert!(health.reason.is_some_and(|reason| reason.contains("demitasse doctor")), "{text}");
}
