//! What the server and a service manager, such as systemd, say to each other: who listens, when the
//! bar is open, and that it still lives. Without a service manager nothing here does anything.

mod socket;
mod watchdog;
mod word;

pub(crate) use socket::listener;
pub(crate) use watchdog::watch;
pub(crate) use word::{opened, stopping};
