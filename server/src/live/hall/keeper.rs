//! Who keeps the hall: its thread goes on for as long as the bar does.
//!
//! Nothing in the hall should ever fail. Where something does, there is no telling which phones heard
//! what, so all of them are let go: they come back by themselves, to a hall that begins anew, with a
//! snapshot each. Until it has, `/ready` and the service manager's watchdog say so.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc;

use super::Watch;
use super::floor::Entry;
use super::room::Room;
use super::wire::Wire;
use crate::live::Hub;

/// How long a hall that cannot begin anew waits before it tries again: the system has no file left
/// for it just now.
const REST: Duration = Duration::from_millis(100);

/// What outlives a fault.
#[derive(Debug)]
pub(super) struct Keeper {
    hub: Hub,
    entries: mpsc::Receiver<Entry<Wire>>,
    watch: Arc<Watch>,
}

impl Keeper {
    /// Starts the thread.
    pub(super) fn open(
        hub: Hub,
        entries: mpsc::Receiver<Entry<Wire>>,
        watch: Arc<Watch>,
    ) -> io::Result<()> {
        let (room, waker) = Room::new(hub.clone(), Arc::clone(&watch))?;
        hub.hall.hang_first(waker)?;
        let keeper = Self { hub, entries, watch };
        thread::Builder::new().name("hall".to_owned()).spawn(move || keeper.keep(room))?;
        Ok(())
    }

    fn keep(mut self, mut room: Room) {
        while let Err(why) = fault_in(|| room.work(&mut self.entries)) {
            tracing::error!(why, "the hall broke off: all phones come back to a new one");
            self.let_go(room);
            match self.begin_anew() {
                Some(next) => room = next,
                None => break,
            }
        }
        self.entries.close();
        // Who is on the way in hears it, too.
        while let Ok(entry) = self.entries.try_recv() {
            entry.wire.end();
        }
    }

    /// Hangs up on everybody, and keeps nothing for them.
    fn let_go(&self, room: Room) {
        self.hub.hall.take_down();
        let gone = fault_in(|| {
            drop(room);
            Ok(())
        });
        if let Err(why) = gone {
            tracing::error!(why, "and again while its phones were let go");
        }
        self.watch.standing.store(0, Ordering::Relaxed);
        self.hub.rest();
    }

    /// An empty hall; nothing where the bar closes first.
    fn begin_anew(&self) -> Option<Room> {
        while !self.watch.is_over(&self.hub) {
            match Room::new(self.hub.clone(), Arc::clone(&self.watch)) {
                Ok((room, waker)) => {
                    self.hub.hall.hang(waker);
                    return Some(room);
                }
                // Ten times a second, for as long as it lasts: `/ready` and the watchdog say it.
                Err(error) => {
                    tracing::debug!(%error, "no hall yet; trying again");
                    thread::park_timeout(REST);
                }
            }
        }
        None
    }
}

/// Does something, and says what went wrong with it.
fn fault_in(work: impl FnOnce() -> io::Result<()>) -> Result<(), String> {
    let done = catch_unwind(AssertUnwindSafe(work)).map_err(|panic| words(&*panic))?;
    done.map_err(|error| error.to_string())
}

/// What a panic said.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic without words".to_owned())
}
