//! What `up` says to the person at the terminal.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::cli::qr;

/// How long the address stays before the board covers it: long enough to scan it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether a person sits at a terminal here.
pub(super) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Says where phones find the bar, in words and as a code.
pub(super) fn welcome(url: &str, tablets: Option<&str>, is_demo: bool) {
    if let Some(picture) = qr::fitting(url) {
        say(&picture);
    }
    say(&format!("\nThe bar is open. Phones reach it at {url}"));
    if let Some(words) = tablets {
        say(words);
    }
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
    say(
        "The board is closed, the bar is open. Enter shows the board again, Ctrl-C closes the bar.",
    );
}

pub(super) fn goodbye() {
    say("\nClosing. Every order is kept.");
}

pub(super) fn could_not_start(what: &str, error: &io::Error) {
    say(&format!("Could not start {what}: {error}. The bar goes on without it."));
}

/// Waits until Enter is pressed, or the patience is over.
pub(super) async fn enter_or_patience() {
    pressed(Some(PATIENCE)).await;
}

/// Waits until Enter is pressed.
pub(super) async fn enter() {
    pressed(None).await;
}

/// Waits for a line, or for the time to be over. A thread of its own waits, since a read of the
/// terminal cannot be taken back: it ends with the program, or when the time is over.
async fn pressed(within: Option<Duration>) {
    let (done, is_done) = oneshot::channel::<()>();
    std::thread::spawn(move || {
        if has_input(within) {
            drop(io::stdin().read_line(&mut String::new()));
        }
        drop(done);
    });
    drop(is_done.await);
}

/// Whether there is something to read, at the latest when the time is over. It reads nothing: what
/// is typed later is the board's.
#[cfg(unix)]
fn has_input(within: Option<Duration>) -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = io::stdin();
    let timeout = within.and_then(|within| Timespec::try_from(within).ok());
    let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
    poll(&mut fds, timeout.as_ref()).is_ok_and(|ready| ready > 0)
}

#[cfg(not(unix))]
fn has_input(_within: Option<Duration>) -> bool {
    true
}

/// Writes to the terminal; where nobody reads, the bar is open all the same.
fn say(text: &str) {
    if let Err(error) = writeln!(io::stdout(), "{text}") {
        tracing::debug!(%error, "nobody reads");
    }
}
