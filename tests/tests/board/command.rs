//! The board as a command: what it says where it cannot start, and how it ends then.

use std::process::Stdio;

use demitasse_tests::{Launch, Terminal, alone, program, within};
use tokio::process::Command;

/// Runs it without a terminal; its exit code, and what it told its person.
async fn piped(args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(program("demitasse-barista"));
    command.args(args).stdin(Stdio::null()).kill_on_drop(true);
    alone(command.as_std_mut());
    let output = within("the program to end", command.output()).await.expect("it can be started");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn in_terminal(args: &[&str]) -> Terminal {
    Launch::of("demitasse-barista").args(args).start()
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_it_says_so() {
    let (code, out, told) = piped(&[]).await;
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(told, "demitasse-barista: this is a board for a terminal, and here is none\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_does_not_know_it_names() {
    let (code, out, told) = piped(&["--barista", "Ana"]).await;
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(told.contains("--barista") && told.contains("--help"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn help_and_version_need_no_terminal() {
    let (code, out, told) = piped(&["--help"]).await;
    assert_eq!((code, told.as_str()), (Some(0), ""));
    for word in ["--server", "--pair", "NO_COLOR", "demitasse staff pair"] {
        assert!(out.contains(word), "{word} is not in:\n{out}");
    }
    let (code, out, _) = piped(&["--version"]).await;
    assert_eq!(
        (code, out),
        (Some(0), format!("demitasse-barista {}\n", demitasse_shared::VERSION))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_does_not_know_the_device_is_told_after_the_board() {
    let mut board = in_terminal(&["--server", "http://127.0.0.1:9"]);
    assert_eq!(board.end().await, 1);
    board.shows("what to do", |screen| screen.contains("not paired with http://127.0.0.1:9")).await;
    assert!(!board.text().contains("Waiting"), "the board is gone:\n{}", board.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_is_not_good_is_told_after_the_board() {
    let bar = demitasse_tests::OpenBar::with_drinks(1).await;
    let home = bar.home();
    let mut board = in_terminal(&["--server", home.trim_end_matches('/'), "--pair", "WRONG1"]);
    assert_eq!(board.end().await, 1);
    board.shows("why", |screen| screen.contains("demitasse-barista: ")).await;
    assert!(!board.is_raw(), "keys show again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_cannot_be_reached_is_waited_for() {
    let data = tempfile::tempdir().expect("a folder");
    let data = data.path().to_str().expect("a name");
    let mut board = in_terminal(&["--data", data]);
    board.shows("that it looks for a bar", |screen| screen.contains("No bar found")).await;
    board.press("q");
    assert_eq!(board.end().await, 0);
}
