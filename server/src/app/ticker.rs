//! The ticker: does what is due at the time that it is due, and sleeps in between.
//!
//! Every change on the writer's thread says by when the ticker must wake at the latest; each round
//! works off what is due and finds the next moment. After a restart the first round comes at once
//! and catches up with what was slept through.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::order::OrderState;
use demitasse_shared::shop::ShopState;

use super::Bar;
use crate::domain::event::Actor;
use crate::domain::order::{Action, OrderRecord};
use crate::storage::{Answer, Change, guests, orders, proofs};

/// Orders that one round works off; a longer list takes several, so that guests' requests are not
/// kept waiting behind it.
const ROUND: u32 = 200;

/// How many seconds lie at least between two times that a device's last sign of life is written.
const HEARD_APART: u32 = 60;

/// How long the ticker waits before it tries again where the disk said no.
const RETRY_AFTER: Duration = Duration::from_secs(1);

impl Bar {
    /// Runs until the future is dropped.
    pub async fn tick(&self) {
        let mut due = self.due.subscribe();
        loop {
            let next = *due.borrow_and_update();
            tokio::select! {
                () = self.clock.wait_until(next) => {}
                // It fails only where the bar is gone, and this bar holds itself.
                _ = due.changed() => continue,
            }
            if let Err(error) = self.catch_up().await {
                tracing::error!(error = &error as &dyn std::error::Error, "a round failed");
                tokio::time::sleep(RETRY_AFTER).await;
            }
        }
    }

    /// Does all that is due by now, round by round.
    ///
    /// # Errors
    /// Where the database says no; what is due stays due.
    pub async fn catch_up(&self) -> Answer<()> {
        loop {
            let bar = self.clone();
            match self.writer.write_first(move |change| bar.round(change)).await {
                Ok(Some(next)) if next <= self.now() => {}
                Ok(_) => return Ok(()),
                Err(error) => {
                    // The round has moved the moment on, and was taken back.
                    self.wake_by(Some(self.now()));
                    return Err(error);
                }
            }
        }
    }

    /// Works off what is due, up to [`ROUND`] orders, and returns the next moment.
    fn round(&self, change: &mut Change<'_>) -> Answer<Option<Timestamp>> {
        let state = self.resume(change)?;
        let window = self.turn(change, &state)?;
        for record in orders::due(change.connection(), change.now(), ROUND)? {
            self.lapse(change, &record)?;
        }
        let line_due = Self::fade(change)?;
        if guests::forget_due(change.connection(), change.now())? > 0 {
            change.wipe_log();
        }
        proofs::tidy(change.connection(), change.now())?;
        self.write_turned_away(change)?;
        self.write_heard(change, HEARD_APART)?;
        let order_due = orders::next_due(change.connection())?;
        let forget_due = guests::next_forget(change.connection())?;
        let resume_due = state.shop.paused_until.filter(|_| state.shop.state == ShopState::Paused);
        let window_due = window.map(|window| window.closes_at);
        // Guests are turned away on other threads: held, so that none of them is overlooked.
        let tally = self.tally();
        let due = [order_due, forget_due, resume_due, window_due, line_due, tally.due()];
        let next = due.into_iter().flatten().min();
        // Only here may the moment move back; all changes run on this thread, one at a time.
        self.due.send_replace(next.unwrap_or(Timestamp::MAX));
        Ok(next)
    }

    fn lapse(&self, change: &mut Change<'_>, record: &OrderRecord) -> Answer<()> {
        let kind = match record.order.state {
            OrderState::Ready => "order_aged_out",
            _ => "order_expired",
        };
        let before = record.order.clone();
        let after = self.act(change, record, &Action::Lapse, Actor::Bar, kind)?;
        if after == before {
            // The rules changed since the moment was written down: it is due later now.
            let bar = change.bar(&self.venue.name)?;
            let lapse = crate::domain::order::lapses_at(&record.order, &bar.settings);
            orders::put_lapse(change.connection(), record.order.id, lapse)?;
        }
        Ok(())
    }
}
