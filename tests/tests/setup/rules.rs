//! The rules from the command line: live where the bar runs, and in its data where it does not.

use demitasse_shared::settings::Settings;
use demitasse_tests::{Finished, Server, run};

use crate::text;

async fn settings(data: &std::path::Path, args: &[&str]) -> Finished {
    run([&["settings"], args, &["--data", text(data)]].concat()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_change_while_the_bar_runs_and_while_it_does_not() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let set = settings(data.path(), &["set", "capacity=30", "window-drinks=12", "--json"]).await;
    let said: Settings = serde_json::from_str(&set.stdout).expect("the rules as JSON");
    let expected = Settings { capacity: 30, window_drinks: 12, ..Settings::default() };
    assert_eq!(said, expected);
    assert_eq!(server.staff.manager.settings().await.expect("a manager may"), expected);
    assert!(server.stop().await.success());

    let set = settings(data.path(), &["set", "capacity=40"]).await;
    assert!(set.stdout.contains("capacity"), "{set:?}");
    assert_eq!(settings(data.path(), &["get", "capacity"]).await.stdout, "40\n");
    let server = Server::serve(data.path()).await;
    let found = server.staff.manager.settings().await.expect("a manager may");
    assert_eq!(found, Settings { capacity: 40, ..expected });
    assert_eq!(settings(data.path(), &["get", "window_drinks"]).await.stdout, "12\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_rule_and_what_is_out_of_bounds_is_told() {
    let data = tempfile::tempdir().expect("a folder");
    for (change, words) in [
        ("capacty=30", "did you mean \"capacity\"?"),
        ("capacity=0", "it goes from 1 to 100000"),
        ("capacity", "capacity=30"),
    ] {
        let refused = settings(data.path(), &["set", change]).await;
        assert_eq!(refused.status.code(), Some(2), "{refused:?}");
        assert!(refused.stderr.contains(words), "{}", refused.stderr);
    }
    let early = settings(data.path(), &["show"]).await;
    assert_eq!(early.status.code(), Some(1), "{early:?}");
    assert!(early.stderr.contains("demitasse serve"), "{}", early.stderr);
}
