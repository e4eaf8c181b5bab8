//! "Forget me": what says who a guest is goes; counts and numbers stay.

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::Seq;
use demitasse_shared::order::OrderState;

use super::Bar;
use crate::domain::Refusal;
use crate::domain::event::{Actor, Event};
use crate::domain::order::GuestId;
use crate::storage::{Answer, Change, StorageError, guests, journal, orders};

impl Bar {
    /// Wipes a guest's name, notes and sessions, from the journal too. The keyed hash of an address
    /// or a badge goes when the venue's day is over, so that the limits of the day hold.
    ///
    /// # Errors
    /// `has_open_order` while a drink is on its way.
    pub async fn forget(&self, guest: GuestId) -> Answer<()> {
        let bar = self.clone();
        // To its end, even where the phone has hung up meanwhile: the change stands then, too.
        let forgetting = tokio::spawn(async move {
            let (own, writer) = (bar.clone(), &bar.writer);
            let rows = writer.write(move |change| own.forget_now(change, guest)).await?;
            // Screens that come back are told the journal's rows as they are now.
            bar.hub.retell(rows);
            Ok(())
        });
        forgetting.await.unwrap_or_else(|_broke_off| Err(StorageError::BrokenOff.into()))
    }

    fn forget_now(
        &self,
        change: &mut Change<'_>,
        guest: GuestId,
    ) -> Answer<Vec<(Seq, Timestamp, String)>> {
        let (db, now) = (change.connection(), change.now());
        if let Some(open) = orders::open_of(db, guest)?.first() {
            return Err(still_open().about(open.order.id).into());
        }
        let day_ends = self.day_ends(now);
        orders::wipe_notes(db, guest)?;
        journal::wipe_notes(db, guest)?;
        guests::forget(db, guest, day_ends)?;
        self.wake_by(Some(day_ends));
        // What stands on the counter is on the screens, perhaps with its note.
        let own = orders::of_day(db, guest, self.day(now))?;
        for ready in own.iter().filter(|record| record.order.state == OrderState::Ready) {
            Self::tell(change, "order_note_wiped", Actor::Guest(guest), ready, None)?;
        }
        change.record(Event::noted("guest_forgotten", Actor::Guest(guest)))?;
        let sessions = self.sessions.clone();
        change.once_kept(move || sessions.changed(guest));
        change.wipe_log();
        Ok(journal::of_guest(change.connection(), guest)?)
    }

    /// The venue's next midnight.
    fn day_ends(&self, now: Timestamp) -> Timestamp {
        let tomorrow =
            self.day(now).tomorrow().and_then(|day| day.to_zoned(self.venue.zone.clone()));
        tomorrow.map_or(Timestamp::MAX, |midnight| midnight.timestamp())
    }
}

fn still_open() -> Refusal {
    Refusal::new(
        RefusalCode::HasOpenOrder,
        "Your drink is still on its way. Fetch it, or cancel it; then we forget you.",
    )
}

#[cfg(test)]
mod tests;
