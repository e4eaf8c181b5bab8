//! Holds the machine's screen saver and sleep off for as long as the monitor runs.
//!
//! Everything here ends with the process, however that ends: the X server and the buses take back
//! what they gave as soon as a connection is closed. Nothing is written into anybody's settings.

#[cfg(all(unix, not(target_os = "macos")))]
mod desktop;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Keeps the machine awake until it is dropped.
pub(crate) struct Awake {
    _until_dropped: SyncSender<()>,
}

impl Awake {
    /// Asks everybody who could put the screen out not to. On a thread of its own: who is asked
    /// may take time to answer, and the window shall not wait for it.
    pub(crate) fn hold() -> io::Result<Self> {
        let (until_dropped, dropped) = sync_channel(1);
        thread::Builder::new().name("awake".to_owned()).spawn(move || hold_until(&dropped))?;
        Ok(Self { _until_dropped: until_dropped })
    }
}

fn hold_until(dropped: &Receiver<()>) {
    #[cfg(all(unix, not(target_os = "macos")))]
    let _held = (x11::hold(), desktop::hold_session(), desktop::hold_machine());
    #[cfg(target_os = "macos")]
    let _held = macos::hold();
    // It ends when nobody is left to send anything.
    while dropped.recv().is_ok() {}
}
