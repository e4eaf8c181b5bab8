//! Who counts first, and what a slip in the file is answered with.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;

use demitasse_tests::{Server, run, run_with};

use crate::{config, text};

const FILE: &str = "\
venue = \"From the file\"
languages = [\"de\", \"en\"]
barista_names = true
# Another command's line: it is read, and left alone.
listen = \"127.0.0.1:0\"
";

#[tokio::test(flavor = "multi_thread")]
async fn a_flag_counts_before_the_file_and_the_file_before_the_houses_way() {
    let (_folder, path) = config(FILE);
    let data = tempfile::tempdir().expect("a folder");
    let ssh = ["--ssh", "127.0.0.1:0", "--config", text(&path)];
    let server = Server::serve_with(data.path(), &ssh).await;
    let venue = server.staff.manager.venue().await.expect("a manager may");
    assert_eq!((venue.name.as_str(), venue.languages.join(",")), ("From the file", "de,en".into()));
    assert!(server.address.ip().is_loopback(), "{}", server.address);
    assert!(server.stop().await.success());

    let flag = [&ssh[..], &["--venue", "From the flag"]].concat();
    let server = Server::serve_with(data.path(), &flag).await;
    let venue = server.staff.manager.venue().await.expect("a manager may");
    assert_eq!((venue.name.as_str(), venue.languages.join(",")), ("From the flag", "de,en".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_environment_counts_before_the_file() {
    let (_folder, path) = config(FILE);
    let show = ["settings", "file", "--config", text(&path)];
    let said = run(show).await.stdout;
    assert!(said.contains("\nvenue = \"From the file\"\n"), "{said}");
    assert!(said.contains("\nbarista_names = true\n"), "{said}");
    assert!(said.contains("\n# sign_in = \"name\"\n"), "{said}");
    let variables =
        [("DEMITASSE_VENUE", "From the environment"), ("DEMITASSE_WIFI_PASSWORD", "flat white")];
    let said = run_with(show, &variables).await.stdout;
    assert!(said.contains("\nvenue = \"From the environment\"\n"), "{said}");
    assert!(said.contains("wifi_password is set") && !said.contains("flat white"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_variable_names_the_file_too() {
    let (_folder, path) = config(FILE);
    let said = run_with(["settings", "file"], &[("DEMITASSE_CONFIG", text(&path))]).await.stdout;
    assert!(said.contains("\nvenue = \"From the file\"\n"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_refused_with_its_line_and_the_word_that_was_meant() {
    for (file, words) in [
        ("\nvennue = \"The Cup\"\n", "line 2: there is no \"vennue\": did you mean \"venue\"?"),
        ("espresso = 1\n", "line 1: there is no \"espresso\""),
        ("sign_in = \"fax\"\n", "line 1: sign_in cannot be \"fax\": \"fax\" is no way to sign in"),
        ("boards = \"maybe\"\n", "line 1: boards cannot be \"maybe\": it takes on, off"),
        ("barista_names = \"yes\"\n", "line 1: barista_names takes true or false"),
        ("venue = [\"a\"]\n", "line 1: venue takes a word or a number"),
        // Nothing that this command would use: wrong all the same.
        ("listen = \"everywhere\"\n", "line 1: listen cannot be \"everywhere\""),
        ("venue = \n", "line 1: "),
    ] {
        let (_folder, path) = config(file);
        let data = tempfile::tempdir().expect("a folder");
        let pair = ["staff", "pair", "--role", "display", "--name", "Door"];
        let more = ["--data", text(data.path()), "--config", text(&path)];
        let refused = run(pair.iter().chain(&more)).await;
        assert_eq!(refused.status.code(), Some(2), "{file:?}: {refused:?}");
        let words = format!("demitasse: {}, {words}", path.display());
        assert!(refused.stderr.starts_with(&words), "{file:?}: {}", refused.stderr);
        assert_eq!(refused.stdout, "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_sent_where_rules_are_changed_by_every_command() {
    let (_folder, path) = config("capacity = 30\n");
    let data = tempfile::tempdir().expect("a folder");
    let pair = ["staff", "pair", "--role", "display", "--name", "Door", "--data"];
    let pair = [&pair[..], &[text(data.path())]].concat();
    for command in [&pair[..], &["settings", "file"]] {
        let refused = run([command, &["--config", text(&path)]].concat()).await;
        assert_eq!(refused.status.code(), Some(2), "{refused:?}");
        let words = "line 1: \"capacity\" is a rule";
        assert!(refused.stderr.contains(words), "{}", refused.stderr);
        assert!(refused.stderr.contains("demitasse settings set capacity=30"), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_named_has_to_be_there() {
    let refused = run(["doctor", "--config", "/nowhere/demitasse.toml"]).await;
    assert_eq!(refused.status.code(), Some(2));
    let words = "cannot read the configuration /nowhere/demitasse.toml";
    assert!(refused.stderr.contains(words), "{}", refused.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_everybody_may_read_is_told_of() {
    let (_folder, path) = config("wifi = \"Guests\"\nwifi_password = \"flat white\"\n");
    let data = tempfile::tempdir().expect("a folder");
    let pair = ["staff", "pair", "--role", "display", "--name", "Door", "--config", text(&path)];
    let pair = [&pair[..], &["--data", text(data.path())]].concat();
    for (mode, is_told) in [(0o644, true), (0o640, false), (0o600, false)] {
        set_permissions(&path, Permissions::from_mode(mode)).expect("it is ours");
        let finished = run(&pair).await;
        assert!(finished.status.success(), "{finished:?}");
        assert_eq!(finished.stderr.contains("chmod 600"), is_told, "{mode:o}: {finished:?}");
        assert!(!finished.stderr.contains("flat white"), "{finished:?}");
    }
}
