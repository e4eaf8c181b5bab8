//! Orders: submit, withdraw, the baristas' steps, and looking them up.

use demitasse_shared::api::{ORDERS_LIMIT, OrdersAnswer, OrdersQuery, Submit};
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::order::{Order, Step};
use rusqlite::Connection;

use super::Bar;
use crate::domain::event::Actor;
use crate::domain::order::{self, Action, Barista, EntryKey, GuestId, OrderRecord, Outcome};
use crate::domain::{Refusal, limits, menu};
use crate::live::Owned;
use crate::storage::{self, Answer, Change, StorageError, journal, orders};

/// Who looks at an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A guest, who sees the own orders only.
    Guest(GuestId),
    /// Staff and monitors, who see all.
    Screen,
}

impl Bar {
    /// Submits a reservation. Asking again for the same is a success that changes nothing.
    ///
    /// # Errors
    /// What is wrong with the choice; the reservation stays.
    pub async fn submit(&self, guest: GuestId, id: OrderId, submit: Submit) -> Answer<Order> {
        self.counted(self.submit_uncounted(guest, id, submit).await)
    }

    async fn submit_uncounted(&self, guest: GuestId, id: OrderId, submit: Submit) -> Answer<Order> {
        let bar = self.clone();
        let order = self
            .writer
            .write(move |change| {
                let record = own(change.connection(), guest, id)?;
                if order::repeats(&record.order, &submit) {
                    return Ok(record.order);
                }
                let chosen = menu::choose(&*change.menu()?, &submit)?;
                let day = bar.day(change.now());
                let number = change.next_number(day)?;
                let action = Action::Submit { chosen: &chosen, number, day };
                bar.act(change, &record, &action, Actor::Guest(guest), "order_submitted")
            })
            .await?;
        Ok(self.hub.for_guest(order))
    }

    /// The guest's cancel.
    ///
    /// # Errors
    /// `wrong_state` once a barista has begun.
    pub async fn withdraw(&self, guest: GuestId, id: OrderId) -> Answer<Order> {
        let bar = self.clone();
        let order = self
            .writer
            .write(move |change| {
                let record = own(change.connection(), guest, id)?;
                bar.act(change, &record, &Action::Withdraw, Actor::Guest(guest), "order_withdrawn")
            })
            .await?;
        Ok(self.hub.for_guest(order))
    }

    /// A barista's step.
    ///
    /// # Errors
    /// `claimed_by_other` or `wrong_state`, with who was faster.
    pub async fn step(
        &self,
        barista: Barista,
        actor: Actor,
        id: OrderId,
        step: Step,
        reason: Option<String>,
    ) -> Answer<Order> {
        let reason = limits::note(reason.as_deref())?;
        let bar = self.clone();
        self.writer
            .write_first(move |change| {
                let record = orders::get(change.connection(), id)?;
                let record = record.ok_or_else(Refusal::no_such_order)?;
                let action = Action::Step { step, barista: &barista, reason: reason.as_deref() };
                bar.act(change, &record, &action, actor, step_kind(step))
            })
            .await
    }

    /// Enters an order for somebody without a phone. With a key it can be sent again: it is the
    /// order that it was.
    ///
    /// # Errors
    /// What is wrong with the choice.
    pub async fn walk_up(
        &self,
        actor: Actor,
        submit: Submit,
        entry: Option<EntryKey>,
    ) -> Answer<Order> {
        let bar = self.clone();
        self.writer
            .write_first(move |change| {
                let Some(entry) = &entry else {
                    return Ok(bar.enter(change, actor, &submit)?.order);
                };
                if let Some(record) = orders::entered(change.connection(), entry)? {
                    order::check_repeated_entry(&record.order, &submit)?;
                    return Ok(record.order);
                }
                let record = bar.enter(change, actor, &submit)?;
                orders::keep_entry(change.connection(), record.order.id, entry)?;
                Ok(record.order)
            })
            .await
    }

    pub(super) fn enter(
        &self,
        change: &mut Change<'_>,
        actor: Actor,
        submit: &Submit,
    ) -> Answer<OrderRecord> {
        let settings = change.bar(&self.venue.name)?.settings;
        let chosen = menu::choose(&*change.menu()?, submit)?;
        let now = change.now();
        let day = self.day(now);
        let (number, id) = (change.next_number(day)?, change.next_order()?);
        let record = order::walk_up(id, chosen, number, day, &settings, now);
        let lapse = order::lapses_at(&record.order, &settings);
        change.insert_order(&record, lapse)?;
        self.wake_by(lapse);
        Self::tell(change, "order_walked_up", actor, &record, None)?;
        Ok(record)
    }

    /// Decides and keeps what an action does to an order.
    pub(super) fn act(
        &self,
        change: &mut Change<'_>,
        record: &OrderRecord,
        action: &Action<'_>,
        actor: Actor,
        kind: &'static str,
    ) -> Answer<Order> {
        let settings = change.bar(&self.venue.name)?.settings;
        match order::act(record, action, &settings, change.now())? {
            Outcome::Unchanged => Ok(record.order.clone()),
            Outcome::Changed { record: mut after, place_back } => {
                if matches!(action, Action::Submit { .. }) {
                    after.order.promised = self.hub.foresee(&after.order, change.now());
                }
                let left = if place_back { Self::give_place_back(change, &after)? } else { None };
                self.keep(change, kind, actor, (record, &after), &settings, left)?;
                Ok(after.order)
            }
        }
    }

    /// One order.
    ///
    /// # Errors
    /// `not_found` where there is none, or it is somebody else's.
    pub async fn order(&self, reader: Reader, id: OrderId) -> Answer<Order> {
        if let Reader::Guest(guest) = reader
            && let Some(order) = self.hub.own_order(guest, id)
        {
            return Ok(order);
        }
        let found = self
            .readers
            .read(move |db| {
                let record = orders::get(db, id)?.filter(|record| match reader {
                    Reader::Guest(guest) => record.guest == Some(guest),
                    Reader::Screen => true,
                });
                Ok(record.map(|record| record.order))
            })
            .await?;
        let order = found.ok_or_else(Refusal::no_such_order)?;
        Ok(match reader {
            Reader::Guest(_) => self.hub.for_guest(order),
            Reader::Screen => Order { ahead: self.hub.ahead(&order), ..order },
        })
    }

    /// A guest's own orders of today, newest first.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn orders_of(&self, guest: GuestId) -> Result<OrdersAnswer, StorageError> {
        Ok(self.orders_as_of(guest).await?.0)
    }

    /// Those of the own orders of today that are asked for, newest first.
    ///
    /// # Errors
    /// `invalid_request` where the limit is out of its bounds.
    pub async fn some_orders_of(&self, guest: GuestId, asked: OrdersQuery) -> Answer<OrdersAnswer> {
        let limit = limits::rows(asked.limit, ORDERS_LIMIT, ORDERS_LIMIT)?;
        let mut answer = self.orders_of(guest).await?;
        answer.orders.retain(|order| asked.state.is_none_or(|state| order.state == state));
        answer.orders.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(answer)
    }

    /// All of them, with the last change that is in the answer.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn orders_as_of(&self, guest: GuestId) -> Result<(OrdersAnswer, Seq), StorageError> {
        let day = self.day(self.now());
        let owned = self.hub.owned(guest);
        if owned.left_at.is_none_or(|at| self.day(at) < day) {
            return Ok(self.on_board(owned, day));
        }
        self.stored_as_of(guest, day).await
    }

    /// The same, as the database has them. It may be a moment ahead of the hub, from which all that
    /// the guest hears next will come: whoever has read of a change gets it once the hub knows.
    async fn stored_as_of(
        &self,
        guest: GuestId,
        day: order::Day,
    ) -> Result<(OrdersAnswer, Seq), StorageError> {
        let (answer, seq) = self.readers.read(move |db| orders_as_of(db, guest, day)).await?;
        self.hub.reach(seq).await;
        let orders = answer.orders.into_iter().map(|order| self.hub.for_guest(order)).collect();
        Ok((OrdersAnswer { orders, ..answer }, seq))
    }

    /// The same, where all of them are on the board.
    fn on_board(&self, owned: Owned, day: order::Day) -> (OrdersAnswer, Seq) {
        let Owned { orders, seq, settings, .. } = owned;
        let counts =
            |order: &&Order| self.day(order.submitted_at.unwrap_or(order.reserved_at)) == day;
        let had = u32::try_from(orders.iter().filter(counts).count()).unwrap_or(u32::MAX);
        let drinks_left = Some(settings.drinks_per_day.saturating_sub(had));
        (OrdersAnswer { orders, drinks_left }, seq)
    }

    /// Everybody's orders of today, newest first; of one state, the last that came there first.
    ///
    /// # Errors
    /// `invalid_request` where the limit is out of its bounds.
    pub async fn orders_of_day(&self, asked: OrdersQuery) -> Answer<OrdersAnswer> {
        let limit = limits::rows(asked.limit, ORDERS_LIMIT, ORDERS_LIMIT)?;
        let day = self.day(self.now());
        let read = self.readers.read(move |db| match asked.state {
            Some(state) => orders::of_day_in(db, day, state, limit),
            None => orders::of_whole_day(db, day, limit),
        });
        let orders = read.await?.into_iter().map(|record| record.order).collect();
        Ok(OrdersAnswer { orders, drinks_left: None })
    }
}

/// Reads all in one transaction, so that orders and sequence number belong together.
fn orders_as_of(
    db: &Connection,
    guest: GuestId,
    day: order::Day,
) -> Result<(OrdersAnswer, Seq), StorageError> {
    let together = db.unchecked_transaction()?;
    let seq = journal::last(&together)?.map_or_else(Seq::default, |(seq, _)| seq);
    let list = orders::of_day(&together, guest, day)?;
    let list = list.into_iter().map(|record| record.order).collect();
    let settings = storage::bar::settings(&together)?;
    let had = orders::drinks_of(&together, guest, day)?;
    let drinks_left = Some(settings.drinks_per_day.saturating_sub(had));
    Ok((OrdersAnswer { orders: list, drinks_left }, seq))
}

fn own(db: &Connection, guest: GuestId, id: OrderId) -> Answer<OrderRecord> {
    orders::get(db, id)?
        .filter(|record| record.guest == Some(guest))
        .ok_or_else(|| Refusal::no_such_order().into())
}

/// The journal's word for a step.
fn step_kind(step: Step) -> &'static str {
    match step {
        Step::Make => "order_making",
        Step::Unmake => "order_unmade",
        Step::Complete => "order_ready",
        Step::Recall => "order_recalled",
        Step::Collect => "order_collected",
        Step::Cancel => "order_cancelled",
    }
}

#[cfg(test)]
mod tests;
