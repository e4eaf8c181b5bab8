//! However the board ends, the terminal is a plain one again.

use std::env::current_exe;

use demitasse_barista::{Screen, Surface};
use demitasse_tests::{Launch, OpenBar, Terminal};
use rustix::process::Signal;
use vt100::MouseProtocolMode;

use crate::{DRINKS, is_live};

/// Exit codes of a program that a signal ended are this plus the signal's number.
const SIGNALLED: u32 = 128;

/// What the board says where it fails.
const LAST_WORDS: &str = "the beans are gone";

/// Tells the test's second self that it is the one that fails.
const FAILS: &str = "DEMITASSE_TEST_FAILS";

fn is_taken_over(screen: &vt100::Screen) -> bool {
    screen.alternate_screen()
        && screen.hide_cursor()
        && screen.mouse_protocol_mode() != MouseProtocolMode::None
}

fn is_plain(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen()
        && !screen.hide_cursor()
        && !screen.bracketed_paste()
        && screen.mouse_protocol_mode() == MouseProtocolMode::None
}

/// Ends a board, and looks at what it leaves behind.
async fn check(end: impl FnOnce(&mut Terminal), code: u32) {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    board.shows("a live board", is_live).await;
    board.looks("a terminal taken over", is_taken_over).await;
    assert!(board.is_raw(), "keys reach it one by one");
    end(&mut board);
    assert_eq!(board.end().await, code);
    assert!(!board.is_raw(), "keys show again");
    board.looks("a plain terminal", is_plain).await;
    assert_eq!(board.text(), "", "it left no word");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_somebody_quit() {
    check(|board| board.press("q"), 0).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_interrupt() {
    check(|board| board.press("\u{3}"), SIGNALLED + 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_it_was_told_to_end() {
    check(|board| board.signal(Signal::TERM), SIGNALLED + 15).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_its_session_ended() {
    check(|board| board.signal(Signal::HUP), SIGNALLED + 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_board_whose_line_is_lost_ends_by_itself() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let mut board = Terminal::open(bar.data(), "Ana");
    board.shows("a live board", is_live).await;
    assert_eq!(board.hang_up("?").await, SIGNALLED + 1);
}

/// Runs itself once more, in a terminal that it takes over and where it fails.
#[tokio::test(flavor = "multi_thread")]
async fn after_a_panic_whose_words_can_be_read() {
    if std::env::var_os(FAILS).is_some() {
        fail();
    }
    let own = current_exe().expect("a test knows where it is");
    let only = ["--exact", "restored::after_a_panic_whose_words_can_be_read", "--nocapture"];
    let mut board = Launch::at(own).args(only).env(FAILS, "1").start();
    assert_ne!(board.end().await, 0, "it failed there");
    assert!(!board.is_raw(), "keys show again");
    board.looks("a plain terminal", is_plain).await;
    board.shows("a picture that is gone", |screen| !screen.contains("a picture")).await;
    board.shows("its last words", |screen| screen.contains(LAST_WORDS)).await;
}

fn fail() -> ! {
    let mut screen = Screen::enter().expect("a terminal");
    screen.draw(&mut |frame| frame.render_widget("a picture", frame.area())).expect("a terminal");
    panic!("{LAST_WORDS}");
}
