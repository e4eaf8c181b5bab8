//! Word to the service manager: its way is a socket whose path stands in `NOTIFY_SOCKET`.

/// The bar is open at this address.
pub(crate) fn opened(url: &str) {
    tell(&[Word::Ready, Word::Status(&format!("Serving at {url}"))]);
}

/// The bar closes; what was asked is still answered.
pub(crate) fn stopping() {
    tell(&[Word::Stopping, Word::Status("Closing")]);
}

/// What can be said.
#[derive(Clone, Copy, Debug)]
pub(super) enum Word<'a> {
    Ready,
    Stopping,
    /// A line for whoever asks how the service is.
    Status(&'a str),
    /// It lives.
    Alive,
}

/// Says it. A manager that does not hear is no reason to close the bar.
#[cfg(target_os = "linux")]
pub(super) fn tell(words: &[Word<'_>]) {
    use sd_notify::NotifyState;
    let states = words.iter().map(|word| match word {
        Word::Ready => NotifyState::Ready,
        Word::Stopping => NotifyState::Stopping,
        Word::Status(line) => NotifyState::Status(line),
        Word::Alive => NotifyState::Watchdog,
    });
    if let Err(error) = sd_notify::notify(&states.collect::<Vec<_>>()) {
        tracing::warn!(%error, "the service manager does not hear");
    }
}

/// Only Linux has service managers that listen.
#[cfg(not(target_os = "linux"))]
pub(super) fn tell(_words: &[Word<'_>]) {}
