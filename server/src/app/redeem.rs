//! A scan.

use demitasse_shared::code::normalize;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::order::Order;

use super::{Bar, TRIERS};
use crate::domain::Refusal;
use crate::domain::code::{self, RedeemFacts, Redeemed, WindowRecord};
use crate::domain::event::Actor;
use crate::domain::limits::{GUEST_TRIES, TryBudget};
use crate::domain::order::{self, GuestId, OrderRecord};
use crate::storage::{Answer, Change, WriteError, bar, orders, windows};

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
        let bar = self.clone();
        let answer = self.writer.write(move |change| bar.redeem_now(change, guest, &code)).await;
        if let Err(WriteError::Refused(refusal)) = &answer
            && refusal.code == RefusalCode::WrongCode
        {
            self.note_wrong_try(guest);
        }
        Ok(self.hub.for_guest(answer?))
    }

    fn redeem_now(&self, change: &mut Change<'_>, guest: GuestId, code: &str) -> Answer<Order> {
        let bar = self.resume(change)?;
        let on_show = self.turn(change, &bar)?;
        let now = change.now();
        let db = change.connection();
        let window = windows::by_code(db, code)?;
        let held = match &window {
            Some(window) => orders::held(db, guest, window.id)?,
            None => None,
        };
        let facts = RedeemFacts {
            shop: &bar.shop,
            window: window.as_ref(),
            on_show: on_show.as_ref(),
            held: held.as_ref(),
            open: &orders::open_of(db, guest)?,
            drinks_today: orders::drinks_of(db, guest, self.day(now))?,
            alive: orders::alive(db)?,
        };
        match code::redeem(&facts, &bar.settings, now)? {
            Redeemed::Again(mut record) => {
                record.order.ahead = orders::ahead_of(db, &record.order)?;
                Ok(record.order)
            }
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
        let (db, now) = (change.connection(), change.now());
        window.taken += 1;
        windows::update(db, &window)?;
        let id = orders::next_id(db)?;
        let day = self.day(now);
        let record = order::reserve(id, guest, window.id, day, &bar.settings, now);
        let lapse = order::lapses_at(&record.order, &bar.settings);
        orders::insert(db, &record, lapse)?;
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
        let window = windows::get(change.connection(), id)?;
        let Some(mut window) = window.filter(|window| window.shows(change.now())) else {
            return Ok(None);
        };
        window.taken = window.taken.saturating_sub(1);
        windows::update(change.connection(), &window)?;
        Ok(Some(window.left()))
    }

    /// Wrong tries cost the guest who made them. Where all guests together have made too many, a
    /// code is looked at only if it is the one on show.
    fn check_tries(&self, guest: GuestId, code: &str) -> Result<(), Refusal> {
        let now = self.now();
        let tries = self.tries();
        tries.guests.get(&guest).map_or(Ok(()), |budget| budget.check(now))?;
        match tries.everybody.check(now) {
            Err(_) if self.hub.shows_code(code) => Ok(()),
            verdict => verdict,
        }
    }

    fn note_wrong_try(&self, guest: GuestId) {
        let now = self.now();
        let mut tries = self.tries();
        tries.everybody.note_wrong(now);
        if tries.guests.len() >= TRIERS {
            tries.guests.retain(|_, budget| budget.end().is_some_and(|end| end > now));
        }
        if tries.guests.len() >= TRIERS {
            tries.guests.clear();
        }
        let fresh = || TryBudget::new(GUEST_TRIES);
        tries.guests.entry(guest).or_insert_with(fresh).note_wrong(now);
    }
}
