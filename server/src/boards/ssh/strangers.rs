//! Strangers: connections whose people have not come in yet.
//!
//! Nobody's key is known at the door. So nobody is kept waiting there: when all places are taken, a
//! newcomer takes the place of the one who has stood there longest, among those from the address
//! with the most places. A known key is in within a second; whoever only stands there gives way.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// The strangers' places. Clones are the same.
#[derive(Clone, Debug)]
pub(super) struct Strangers {
    places: usize,
    taken: Arc<Mutex<Taken>>,
}

#[derive(Debug, Default)]
struct Taken {
    /// Who stands there, the longest first.
    places: Vec<Place>,
    next: u64,
}

#[derive(Debug)]
struct Place {
    id: u64,
    from: IpAddr,
    /// Dropped once somebody else has the place.
    _held: oneshot::Sender<()>,
}

/// One stranger; the place is free again once it is dropped.
#[derive(Debug)]
pub(super) struct Stranger {
    id: u64,
    strangers: Strangers,
    held: oneshot::Receiver<()>,
}

impl Strangers {
    /// So many places.
    pub(super) fn new(places: usize) -> Self {
        Self { places, taken: Arc::default() }
    }

    /// Gives a newcomer a place, if need be that of somebody else.
    pub(super) fn admit(&self, from: IpAddr) -> Stranger {
        let mut taken = self.taken();
        if taken.places.len() >= self.places
            && let Some(place) = taken.gives_way()
        {
            taken.places.remove(place);
        }
        let (holds, held) = oneshot::channel();
        let id = taken.next;
        taken.next += 1;
        taken.places.push(Place { id, from, _held: holds });
        Stranger { id, strangers: self.clone(), held }
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    /// Whose place goes: of the address that has the most, the one that was taken first.
    fn gives_way(&self) -> Option<usize> {
        let has = |from| self.places.iter().filter(|place| place.from == from).count();
        let most = self.places.iter().map(|place| has(place.from)).max()?;
        self.places.iter().position(|place| has(place.from) == most)
    }
}

impl Stranger {
    /// Waits until somebody else has the place.
    pub(super) async fn gives_way(&mut self) {
        // Nothing is ever sent: it ends with the place.
        drop((&mut self.held).await);
    }
}

impl Drop for Stranger {
    fn drop(&mut self) {
        self.strangers.taken().places.retain(|place| place.id != self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 168, 1, last])
    }

    /// Whether somebody has to go.
    fn goes(stranger: &mut Stranger) -> bool {
        stranger.held.try_recv() == Err(oneshot::error::TryRecvError::Closed)
    }

    #[test]
    fn the_longest_from_the_address_with_the_most_gives_way() {
        let strangers = Strangers::new(3);
        let mut honest = strangers.admit(address(1));
        let mut crowd = [2, 2].map(|last| strangers.admit(address(last)));
        assert!(!goes(&mut honest) && !crowd.iter_mut().any(goes));
        let mut newcomer = strangers.admit(address(3));
        assert!(goes(&mut crowd[0]), "the crowd's first");
        assert!(!goes(&mut crowd[1]) && !goes(&mut honest) && !goes(&mut newcomer));
        let _other = strangers.admit(address(4));
        assert!(goes(&mut honest), "all have one: who has stood there longest");
    }

    #[test]
    fn whoever_leaves_makes_room() {
        let strangers = Strangers::new(2);
        let mut first = strangers.admit(address(1));
        drop(strangers.admit(address(1)));
        let _next = strangers.admit(address(1));
        assert!(!goes(&mut first));
    }

    #[tokio::test]
    async fn who_has_to_go_hears_of_it() {
        let strangers = Strangers::new(1);
        let mut first = strangers.admit(address(1));
        let (_second, ()) = tokio::join!(async { strangers.admit(address(1)) }, first.gives_way());
    }
}
