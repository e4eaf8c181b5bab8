//! `demitasse setup` as a person meets it.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use demitasse_tests::{Launch, Terminal, run};

use crate::text;

/// Answers a question once it is there.
async fn answer(setup: &mut Terminal, question: &str, typed: &str) {
    setup.shows(question, |screen| screen.contains(question)).await;
    setup.press(&format!("{typed}\r"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_venue_is_set_up_and_set_up_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demitasse.toml");
    let launch = || {
        let args = ["setup", "--zone", "Europe/Lisbon", "--config", text(&path)];
        Launch::of("demitasse").args(args).sized(100, 60).start()
    };
    let mut setup = launch();
    answer(&mut setup, "What is the bar called?", "The Corner Cup").await;
    answer(&mut setup, "Which address do phones reach?", "bar.example").await;
    answer(&mut setup, "is no address for phones", "http://bar.example").await;
    answer(&mut setup, "[Europe/Lisbon] >", "").await;
    answer(&mut setup, "Which language", "de,en").await;
    answer(&mut setup, "By what do guests sign in?", "1").await;
    answer(&mut setup, "Wi-Fi", "Corner Cup Guests").await;
    answer(&mut setup, "Enter writes this", "").await;
    assert_eq!(setup.end().await, 0, "{}", setup.text());
    let file = fs::read_to_string(&path).expect("it is written");
    for line in [
        "\nvenue = \"The Corner Cup\"\n",
        "\npublic_url = \"http://bar.example\"\n",
        "\nzone = \"Europe/Lisbon\"\n",
        "\nlanguages = [\"de\", \"en\"]\n",
        "\nwifi = \"Corner Cup Guests\"\n",
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }

    // The owner writes something of their own; what is asked again starts from the file.
    let file = file.replacen("\nvenue =", "\n# Ana's idea.\nvenue =", 1);
    fs::write(&path, format!("{file}\ncounter = \"the bar by the stairs\" # left\n"))
        .expect("ours");
    let mut setup = launch();
    answer(&mut setup, "[The Corner Cup] >", "The Other Cup").await;
    for question in ["[http://bar.example] >", "[Europe/Lisbon] >", "[de,en] >", "[name] >"] {
        answer(&mut setup, question, "").await;
    }
    answer(&mut setup, "[Corner Cup Guests] >", "-").await;
    answer(&mut setup, "Enter writes this", "").await;
    assert_eq!(setup.end().await, 0, "{}", setup.text());
    let file = fs::read_to_string(&path).expect("it is written");
    assert!(file.contains("\n# Ana's idea.\nvenue = \"The Other Cup\"\n"), "{file}");
    assert!(file.contains("\ncounter = \"the bar by the stairs\" # left\n"), "{file}");
    assert!(file.contains("\n# wifi = \"Corner Cup Guests\"\n"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demitasse.toml");
    let mut setup = Launch::of("demitasse").args(["setup", "--config", text(&path)]).start();
    answer(&mut setup, "What is the bar called?", "The Corner Cup").await;
    setup.shows("the next question", |screen| screen.contains("Which address")).await;
    setup.press("\u{4}");
    assert_eq!(setup.end().await, 1, "{}", setup.text());
    assert!(setup.text().contains("nothing was written"), "{}", setup.text());
    assert!(!path.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_it_says_what_to_give() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bar").join("demitasse.toml");
    let refused = run(["setup", "--config", text(&path)]).await;
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(
        refused.stderr.contains("give --yes") && refused.stderr.contains("--venue"),
        "{refused:?}"
    );
    assert!(!path.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn flags_are_written_without_a_question_and_secrets_are_kept_private() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demitasse.toml");
    let flags =
        ["--yes", "--venue", "The Cup", "--wifi", "Guests", "--wifi-password", "flat white"];
    let setup = [&["setup", "--config", text(&path)], &flags[..]].concat();
    let finished = run(setup).await;
    assert!(finished.status.success(), "{finished:?}");
    assert!(finished.stdout.contains("venue = \"The Cup\""), "{finished:?}");
    assert!(!finished.stdout.contains("flat white"), "{finished:?}");
    let file = fs::read_to_string(&path).expect("it is written");
    assert!(file.contains("\nwifi_password = \"flat white\"\n"), "{file}");
    let mode = fs::metadata(&path).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    let bad = ["setup", "--config", text(&path), "--yes", "--zone", "Mars/Base"];
    let refused = run(bad).await;
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), file);
}
