//! The hall: where all phones stand that listen to the live feed.
//!
//! # Why it is a room of its own
//!
//! A stream of the usual kind is a task, two buffers of HTTP, a place in a broadcast and a timer:
//! 14 kB and a wake-up of each for every word that the bar says. With a conference's whole audience
//! on the line that is what the laptop does all day. A phone only ever listens, so once it has been
//! answered nothing of that is needed any more: its socket is taken out of HTTP and stands here, in
//! a slab, with what its guest was told last. One thread owns all of it. What is for everybody is
//! made into bytes once and written to each; what concerns one guest finds that guest's phones by a
//! map; who neither hears nor says anything costs nothing.
//!
//! ```text
//! hub ─ pending changes ─► News ─► Floor ─ what each guest reads anew ─► Wire ─► socket, or body
//!                            └ places near the edges of words              └ full for too long: cut
//! ```
//!
//! - `told` decides what one guest hears, `news` what a batch of changes means for all of them, and
//!   `floor` brings both together: no sockets, no clock, tested as they are.
//! - `wire` is a phone's line. Over plain HTTP that is the socket; over TLS it is a bounded channel
//!   into an ordinary answer's body, and everything else is the same.
//! - `room` is the thread, which waits for sockets, changes and beats at once; where a fault has broken
//!   it off, `keeper` lets all phones go and begins anew.
//!
//! # What is bounded
//!
//! Changes that the hall has yet to work off ([`PENDING`]), phones that have yet to come in
//! ([`ENTRANCE`]), those who stand there ([`room::PLACES`]), and what a phone's line would not take
//! ([`wire::LEFT_BYTES`]). Whoever would lose a change is cut off instead, comes back by itself, and
//! begins with a snapshot.

mod comeback;
pub(super) mod floor;
mod keeper;
mod news;
mod room;
mod rouser;
pub(super) mod told;
mod welcome;
pub(super) mod wire;

use std::any::Any;
use std::io;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use bytes::Bytes;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::order::Order;
use tokio::sync::mpsc;

use super::Hub;
use super::item::Item;
use crate::domain::order::GuestId;
use floor::Entry;
use keeper::Keeper;
pub(super) use rouser::Rouser;
use wire::{Said, Wire};

/// Changes that wait for the hall at most. It takes all of them at once, so that there are more only
/// where it stands still; then everybody in it is cut off.
pub(super) const PENDING: usize = 16_384;

/// Phones that have been answered and wait to be let in, at most.
const ENTRANCE: usize = 16_384;

/// Events that wait in an ordinary answer's body, at most.
const BODY_EVENTS: usize = 32;

/// Who listens, and so what may be heard.
#[derive(Clone, Debug)]
pub enum Viewer {
    /// A guest, with what the guest's own orders are as of a place in the journal.
    Guest {
        /// Who.
        guest: GuestId,
        /// The guest's own orders of today.
        orders: Vec<Order>,
        /// The last change that is in them.
        seq: Seq,
    },
    /// Somebody who has not signed in: whether the bar is open.
    Nobody,
}

/// The hall. Clones are the same hall; it is empty once the last one is dropped.
#[derive(Clone, Debug)]
pub struct Hall {
    hub: Hub,
    door: Arc<Door>,
}

/// What the hall's owners share with its thread.
#[derive(Debug)]
struct Door {
    entrance: mpsc::Sender<Entry<Wire>>,
    watch: Arc<Watch>,
    rouser: Rouser,
}

/// What can be seen of the hall from outside, and it of its owners.
#[derive(Debug, Default)]
struct Watch {
    standing: AtomicUsize,
    is_over: AtomicBool,
}

impl Watch {
    /// Whether the bar closes, or nobody owns the hall any more.
    fn is_over(&self, hub: &Hub) -> bool {
        *hub.closing.borrow() || self.is_over.load(Ordering::Acquire)
    }
}

/// A phone that has been welcomed and has yet to take its place.
#[derive(Debug)]
pub struct Phone {
    hall: Hall,
    told: told::Told,
    opening: Said,
}

impl Hall {
    /// Opens the hall and starts its thread.
    ///
    /// # Errors
    /// Where the system has no thread or no way to wait for sockets, or the hub has a hall already.
    pub fn open(hub: &Hub) -> io::Result<Self> {
        let (entrance, entries) = mpsc::channel(ENTRANCE);
        let watch = Arc::new(Watch::default());
        Keeper::open(hub.clone(), entries, Arc::clone(&watch))?;
        let door = Door { entrance, watch, rouser: hub.hall.clone() };
        Ok(Self { hub: hub.clone(), door: Arc::new(door) })
    }

    /// Reckons what a phone hears first. Nothing where so much has changed since its orders were
    /// read that they have to be read again.
    pub fn welcome(&self, viewer: Viewer) -> Option<Phone> {
        let crowd = self.phones();
        let (told, opening) = self.hub.welcome(viewer, crowd)?;
        Some(Phone { hall: self.clone(), told, opening })
    }

    /// How many phones stand in it.
    pub fn phones(&self) -> usize {
        self.door.watch.standing.load(Ordering::Relaxed)
    }

    fn admit(&self, told: told::Told, wire: Wire) {
        // A full entrance, or a closed hall, hangs up on the phone: it comes back.
        if self.door.entrance.try_send(Entry { told, wire }).is_ok() {
            self.door.rouser.rouse();
        }
    }
}

impl Phone {
    /// The same phone, which listens until this order is over: the last word about it ends the line.
    #[must_use]
    pub fn until(mut self, order: Option<OrderId>) -> Self {
        self.told.listens_until(order);
        self
    }

    /// What it hears first, for the answer's body.
    pub fn opening(&self) -> Bytes {
        self.opening.events()
    }

    /// Takes its place with a socket on which the answer's head and the opening are written. `held`
    /// is kept for as long as it stands there.
    ///
    /// # Errors
    /// Where the socket is gone already.
    pub fn stand(self, stream: TcpStream, held: Box<dyn Any + Send>) -> io::Result<()> {
        self.hall.admit(self.told, Wire::socket(stream, held)?);
        Ok(())
    }

    /// Takes its place behind an ordinary answer's body, which these events are for.
    pub fn listen(self) -> mpsc::Receiver<Bytes> {
        let (events, heard) = mpsc::channel(BODY_EVENTS);
        let mut wire = Wire::body(events);
        if floor::Line::say(&mut wire, &self.opening).is_ok() {
            self.hall.admit(self.told, wire);
        }
        heard
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.watch.is_over.store(true, Ordering::Release);
        self.rouser.rouse();
    }
}

/// Changes that the hall has yet to work off. Nothing is kept while nobody stands there.
#[derive(Debug, Default)]
pub(super) struct Pending {
    items: Vec<Arc<Item>>,
    is_wanted: bool,
    is_lost: bool,
}

impl Pending {
    pub(super) fn push(&mut self, item: &Arc<Item>) {
        let concerns_guests =
            item.moves || item.own.is_some() || item.everybody.is_some() || item.status.is_some();
        if !self.is_wanted || !concerns_guests {
            return;
        }
        if self.items.len() == PENDING {
            self.items.clear();
            self.is_lost = true;
        }
        self.items.push(Arc::clone(item));
    }

    /// Whether there is something to work off.
    pub(super) fn is_some(&self) -> bool {
        self.is_lost || !self.items.is_empty()
    }
}

#[cfg(test)]
mod tests;
