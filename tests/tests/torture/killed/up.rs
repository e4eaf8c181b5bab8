//! A whole bar by one command, `demitasse up`, killed: what it has started does not outlive it, and
//! the same command opens the same bar again.

use std::path::Path;
use std::process::Stdio;

use demitasse_tests::{Display, Panel, Picture, Staff, alone, program, within};
use tokio::process::{Child, Command};

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_bar_that_is_killed_leaves_no_monitor_behind_and_opens_again() {
    let data = tempfile::tempdir().expect("a folder");
    let mut display = Display::start(Panel::SMALL).await;
    let mut bar = open(data.path(), &display);
    display.until("a code", Picture::code).await;

    within("the killed bar to end", bar.kill()).await.expect("it ran until now");

    display.until("nothing", |panel| panel.is_blank().then_some(())).await;
    let _bar = open(data.path(), &display);
    display.until("a code", Picture::code).await;
    let good = Staff::of(data.path()).window().await.url;
    display.until("the code that is good", |panel| panel.code().filter(|code| *code == good)).await;
}

/// Opens the bar without a terminal, as a desktop does by a click.
fn open(data: &Path, display: &Display) -> Child {
    let mut command = Command::new(program("demitasse"));
    alone(command.as_std_mut()).envs(display.environment()).env("HOME", data);
    command.args(["up", "--listen", "127.0.0.1:0", "--data"]).arg(data);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
    command.spawn().expect("it can be started")
}
