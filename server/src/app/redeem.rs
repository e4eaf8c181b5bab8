//! A scan.

use demitasse_shared::code::normalize;
use demitasse_shared::order::Order;

use super::Bar;
use super::tries::Guess;
use crate::domain::Refusal;
use crate::domain::code::{self, RedeemFacts, Redeemed, WindowId, WindowRecord};
use crate::domain::event::Actor;
use crate::domain::order::{self, Day, GuestId, OrderRecord};
use crate::storage::{Answer, Change, bar, orders};

impl Bar {
    /// Redeems a code for a guest. The same guest with the same window gets the same reservation.
    ///
    /// # Errors
    /// The rule that says no; a wrong code costs the guest who tried it.
    pub async fn redeem(&self, guest: GuestId, code: &str) -> Answer<Order> {
        self.counted(self.redeem_uncounted(guest, code).await)
    }

    async fn redeem_uncounted(&self, guest: GuestId, code: &str) -> Answer<Order> {
        // What no code looks like is looked up all the same: it is wrong, and costs a try.
        let code = normalize(code).unwrap_or_default();
        self.check_tries(guest, &code)?;
        let (bar, tried) = (self.clone(), Guess::default());
        let order = self.writer.write(move |change| {
            tried.may(|| bar.check_tries(guest, &code))?;
            bar.redeem_now(change, guest, &code, &tried)
        });
        Ok(self.hub.for_guest(order.await?))
    }

    fn redeem_now(
        &self,
        change: &mut Change<'_>,
        guest: GuestId,
        code: &str,
        tried: &Guess,
    ) -> Answer<Order> {
        let bar = self.resume(change)?;
        let on_show = self.turn(change, &bar)?;
        let (db, now, alive) = (change.connection(), change.now(), change.alive()?);
        let day = self.day(now);
        let window = change.window_by_code(code)?;
        if window.is_none() {
            tried.is_wrong(|| self.tries().note_code(guest, self.now()));
        }
        let standing = orders::standing(db, guest, day, window.as_ref().map(|window| window.id))?;
        let held = window.as_ref().and_then(|window| held(&standing, window.id));
        let facts = RedeemFacts {
            shop: &bar.shop,
            window: window.as_ref(),
            on_show: on_show.as_ref(),
            held,
            open: &open(&standing),
            drinks_today: drinks_of(&standing, day),
            alive,
        };
        match code::redeem(&facts, &bar.settings, now)? {
            Redeemed::Again(record) => Ok(record.order),
            Redeemed::Place(window) => self.reserve(change, guest, window, &bar),
        }
    }

    fn reserve(
        &self,
        change: &mut Change<'_>,
        guest: GuestId,
        mut window: WindowRecord,
        bar: &bar::Bar,
    ) -> Answer<Order> {
        let now = change.now();
        window.taken += 1;
        change.update_window(&window)?;
        let id = change.next_order()?;
        let day = self.day(now);
        let record = order::reserve(id, guest, window.id, day, &bar.settings, now);
        let lapse = order::lapses_at(&record.order, &bar.settings);
        change.insert_order(&record, lapse)?;
        self.wake_by(lapse);
        let left = window.shows(now).then(|| window.left());
        Self::tell(change, "order_reserved", Actor::Guest(guest), &record, left)?;
        Ok(record.order)
    }

    /// Gives an order's place back to its window while that still shows, and says how many drinks
    /// the window has left then.
    pub(super) fn give_place_back(
        change: &mut Change<'_>,
        record: &OrderRecord,
    ) -> Answer<Option<u32>> {
        let Some(id) = record.window else { return Ok(None) };
        let window = change.window(id)?;
        let Some(mut window) = window.filter(|window| window.shows(change.now())) else {
            return Ok(None);
        };
        window.taken = window.taken.saturating_sub(1);
        change.update_window(&window)?;
        Ok(Some(window.left()))
    }

    /// Wrong tries cost the guest who made them. Where all guests together have made too many, a
    /// code is looked at only if it is the one on show, or was a moment ago.
    fn check_tries(&self, guest: GuestId, code: &str) -> Result<(), Refusal> {
        let now = self.now();
        let tries = self.tries();
        tries.guests.get(&guest).map_or(Ok(()), |budget| budget.check(now))?;
        match tries.everybody.check(now) {
            Err(_) if self.hub.takes_code(code) => Ok(()),
            verdict => verdict,
        }
    }
}

/// What the guest holds from this window.
fn held(standing: &[OrderRecord], window: WindowId) -> Option<&OrderRecord> {
    standing.iter().rev().find(|record| record.window == Some(window))
}

/// The guest's orders that are alive.
fn open(standing: &[OrderRecord]) -> Vec<OrderRecord> {
    standing.iter().filter(|record| record.order.state.is_alive()).cloned().collect()
}

/// Drinks that the guest has had or has under way on a day.
fn drinks_of(standing: &[OrderRecord], day: Day) -> u32 {
    let of_day = standing.iter().filter(|record| record.day == day);
    u32::try_from(of_day.count()).unwrap_or(u32::MAX)
}
