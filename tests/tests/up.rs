//! `demitasse up`: a whole bar by one command.

use std::ffi::OsStr;
use std::path::Path;

use demitasse_shared::client::local_server_file;
use demitasse_shared::shop::Face;
use demitasse_tests::{Server, Staff, Terminal};

fn up<'a>(data: &'a Path, more: &[&'a str]) -> Terminal {
    let args = ["up", "--listen", "127.0.0.1:0", "--data"].map(OsStr::new);
    let more = more.iter().map(OsStr::new);
    Terminal::run("demitasse", args.into_iter().chain([data.as_os_str()]).chain(more))
}

#[tokio::test(flavor = "multi_thread")]
async fn opens_a_bar_with_its_board_and_ctrl_c_closes_it() {
    let data = tempfile::tempdir().expect("a folder");
    let mut terminal = up(data.path(), &[]);
    terminal.shows("the address", |screen| screen.contains("Phones reach it at http://")).await;
    terminal.shows("the offer", |screen| screen.contains("Enter opens it at once")).await;
    let status = Staff::of(data.path()).nobody().shop().await.expect("it answers");
    assert_eq!(status.face, Face::Open);

    terminal.press("\r");
    terminal.shows("the board, paired and live", |screen| screen.contains("● live")).await;
    terminal.press("q");
    terminal.shows("the way back", |screen| screen.contains("Enter shows the board again")).await;
    terminal.press("\r");
    terminal.shows("the board again", |screen| screen.contains("● live")).await;
    terminal.press("\u{3}");
    assert_eq!(terminal.ended().await, 0);

    assert!(!local_server_file(data.path()).exists(), "it took its word back");
    let server = Server::serve(data.path()).await;
    let status = server.staff.nobody().shop().await.expect("it answers");
    assert_eq!(status.face, Face::Open, "a bar stays as it was left");
}

#[tokio::test(flavor = "multi_thread")]
async fn lets_the_recorded_rush_run_through_a_bar_of_its_own() {
    let data = tempfile::tempdir().expect("a folder");
    let mut terminal = up(data.path(), &["--demo", "--speed", "60"]);
    terminal.shows("the offer", |screen| screen.contains("Enter opens it at once")).await;
    terminal.press("\r");
    terminal.shows("a drink in a barista's hands", |screen| screen.contains("with Replay")).await;
    assert!(!local_server_file(data.path()).exists(), "the real bar's data are left alone");
    terminal.press("\u{3}");
    assert_eq!(terminal.ended().await, 0);
}
