//! Seats: how many connections there may be, and the reserve that a crowd cannot fill.
//!
//! Nobody's face is known at the door: who calls is written in the first request head, and that
//! comes after the connection was accepted. So when the open seats are taken, newcomers are
//! accepted onto a *reserved* seat *on trial*: they have a short time for their first head, and
//! stay only if it is that of staff or a display, or if an open seat came free meanwhile. All
//! others get a short answer and leave, so the reserve turns over within a moment and staff who
//! knock find a place in it, however many phones knock too.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Limits;

/// The seats that are free.
#[derive(Debug)]
pub(super) struct Seats {
    open: Arc<Semaphore>,
    reserved: Arc<Semaphore>,
}

/// A seat that is taken; free again once it is dropped.
#[derive(Debug)]
pub(super) struct Seat {
    #[expect(dead_code, reason = "held, not read: dropping it frees the seat")]
    permit: OwnedSemaphorePermit,
    on_trial: bool,
}

impl Seats {
    pub(super) fn new(limits: &Limits) -> Self {
        let open = limits.connections.saturating_sub(limits.reserve);
        Self {
            open: Arc::new(Semaphore::new(open)),
            reserved: Arc::new(Semaphore::new(limits.reserve)),
        }
    }

    /// The next free seat: an open one if there is one, else a reserved one, on trial.
    pub(super) async fn next(&self) -> Seat {
        tokio::select! {
            biased;
            Ok(permit) = Arc::clone(&self.open).acquire_owned() => Seat { permit, on_trial: false },
            Ok(permit) = Arc::clone(&self.reserved).acquire_owned() => Seat { permit, on_trial: true },
            else => unreachable!("the semaphores are never closed"),
        }
    }
}

impl Seat {
    /// Whether it has yet to be seen who sits here.
    pub(super) fn is_on_trial(&self) -> bool {
        self.on_trial
    }

    /// Ends the trial. Staff keep the reserved seat; others move to an open one, or must go.
    pub(super) fn keep(&mut self, seats: &Seats, is_staff: bool) -> bool {
        if self.on_trial {
            if is_staff {
                self.on_trial = false;
            } else if let Ok(permit) = Arc::clone(&seats.open).try_acquire_owned() {
                *self = Self { permit, on_trial: false };
            }
        }
        !self.on_trial
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(connections: usize, reserve: usize) -> Seats {
        Seats::new(&Limits { connections, reserve, ..Limits::new(|_| false) })
    }

    #[tokio::test]
    async fn open_seats_go_first_and_the_reserve_only_on_trial() {
        let seats = seats(2, 1);
        let open = seats.next().await;
        let mut reserved = seats.next().await;
        assert!(!open.is_on_trial());
        assert!(reserved.is_on_trial());
        assert!(!reserved.keep(&seats, false), "a guest cannot stay");
        assert!(reserved.keep(&seats, true), "staff can");
        assert!(reserved.keep(&seats, false), "and who has the seat keeps it");
    }

    #[tokio::test]
    async fn a_guest_on_trial_moves_to_a_seat_that_came_free() {
        let seats = seats(2, 1);
        let open = seats.next().await;
        let mut reserved = seats.next().await;
        drop(open);
        assert!(reserved.keep(&seats, false));
        assert_eq!(seats.open.available_permits(), 0);
        assert_eq!(seats.reserved.available_permits(), 1, "the reserve has its seat back");
    }
}
