//! How the hub reaches the hall's thread, and learns that it is not there.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use mio::Waker;

/// Wakes the hall's thread, if there is one.
#[derive(Clone, Debug, Default)]
pub(in crate::live) struct Rouser(Arc<Mutex<Bell>>);

/// What is rung.
#[derive(Debug, Default)]
enum Bell {
    /// Nobody has opened a hall.
    #[default]
    None,
    /// The thread waits at this.
    Hung(Waker),
    /// A fault has broken the hall off, and it has yet to begin anew.
    Broken,
}

impl Rouser {
    pub(in crate::live) fn rouse(&self) {
        if let Bell::Hung(waker) = &*self.bell()
            && let Err(error) = waker.wake()
        {
            tracing::debug!(%error, "the hall hears of it with its next beat");
        }
    }

    /// Whether a hall was opened, and nobody hears in it.
    pub(in crate::live) fn is_broken(&self) -> bool {
        matches!(*self.bell(), Bell::Broken)
    }

    /// The first hall's bell; a hub has one hall.
    pub(super) fn hang_first(&self, waker: Waker) -> io::Result<()> {
        let mut bell = self.bell();
        if !matches!(*bell, Bell::None) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        *bell = Bell::Hung(waker);
        Ok(())
    }

    /// The bell of a hall that begins anew. It rings at once: somebody may have come meanwhile.
    pub(super) fn hang(&self, waker: Waker) {
        *self.bell() = Bell::Hung(waker);
        self.rouse();
    }

    pub(super) fn take_down(&self) {
        *self.bell() = Bell::Broken;
    }

    fn bell(&self) -> MutexGuard<'_, Bell> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
