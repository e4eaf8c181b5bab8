//! What `up` says to the person at the terminal.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// How long the address stays before the board covers it: long enough to scan it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether a person sits at a terminal here.
pub(super) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Says where phones find the bar, in words and as a code.
pub(super) fn welcome(url: &str, is_demo: bool) {
    if let Ok(code) = QrCode::new(url) {
        say(&code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build());
    }
    say(&format!("\nThe bar is open. Phones reach it at {url}"));
    if is_demo {
        say("A recorded rush runs through it now. Its data are kept apart from a real bar's.");
    }
    say("Ctrl-C closes it.");
}

pub(super) fn board_opens_soon() {
    let seconds = PATIENCE.as_secs();
    say(&format!("The barista board opens here in {seconds} seconds; Enter opens it at once."));
}

pub(super) fn board_closed() {
    say("The board is closed, the bar is open. Enter shows the board again, Ctrl-C closes the bar.");
}

pub(super) fn goodbye() {
    say("\nClosing. Every order is kept.");
}

pub(super) fn could_not_start(what: &str, error: &io::Error) {
    say(&format!("Could not start {what}: {error}. The bar goes on without it."));
}

/// Waits until Enter is pressed, or the patience is over.
pub(super) async fn enter_or_patience() {
    // Over is over: both ways the board opens.
    drop(tokio::time::timeout(PATIENCE, enter()).await);
}

/// Waits until Enter is pressed. Nothing reads the terminal before there is something to read, so
/// that the board gets every key that is meant for it.
#[cfg(unix)]
pub(super) async fn enter() {
    use tokio::io::unix::AsyncFd;
    let Ok(stdin) = AsyncFd::register_with_interest(io::stdin(), tokio::io::Interest::READABLE) else {
        return std::future::pending().await;
    };
    if stdin.readable().await.is_ok() {
        let mut line = String::new();
        drop(io::stdin().read_line(&mut line));
    }
}

#[cfg(not(unix))]
pub(super) async fn enter() {
    let read = || drop(io::stdin().read_line(&mut String::new()));
    drop(tokio::task::spawn_blocking(read).await);
}

/// Writes to the terminal; where nobody reads, the bar is open all the same.
fn say(text: &str) {
    if let Err(error) = writeln!(io::stdout(), "{text}") {
        tracing::debug!(%error, "nobody reads");
    }
}
