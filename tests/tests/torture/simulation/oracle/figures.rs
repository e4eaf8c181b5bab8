//! A day in figures, as they must be.

use std::collections::BTreeMap;

use demitasse_shared::error::RefusalCode;
use demitasse_shared::order::{OrderState, Party};
use demitasse_shared::{Date, Timestamp};

use super::{Life, Oracle, is_alive};
use demitasse_shared::shop::ShopState;

/// Orders by how they came, by what became of them, those that ran out of time, and codes.
pub(in crate::simulation) type Figures = ([u32; 4], [u32; 4], [u32; 2], [u32; 4]);

impl Oracle {
    /// The day's figures.
    pub(in crate::simulation) fn figures(&self, day: Date) -> Figures {
        let count = |is: &dyn Fn(&Life) -> bool| {
            let of_day = self.orders.values().filter(|life| life.day == day);
            u32::try_from(of_day.filter(|life| is(life)).count()).expect("few")
        };
        let stands = |state| move |life: &Life| life.order.state == state;
        let expired = |by: Party| {
            move |life: &Life| {
                life.order.state == OrderState::Expired && life.order.ended_by == Some(by)
            }
        };
        let collected = count(&stands(OrderState::Collected));
        let windows = || self.windows.iter().filter(|window| self.day(window.opens_at) == day);
        let shown = u32::try_from(windows().count()).expect("few");
        let sold_out = u32::try_from(windows().filter(|w| w.left() == 0).count()).expect("few");
        (
            [
                count(&|life| !life.order.walk_up),
                count(&|life| life.order.walk_up),
                count(&|life| life.order.submitted_at.is_some()),
                count(&|life| is_alive(life.order.state)),
            ],
            [
                collected + count(&stands(OrderState::Ready)),
                collected,
                count(&|life| life.aged_out),
                count(&stands(OrderState::Cancelled)),
            ],
            [count(&expired(Party::Guest)), count(&expired(Party::Bar))],
            [shown, windows().map(|w| w.drinks).sum(), windows().map(|w| w.taken).sum(), sold_out],
        )
    }

    /// How often guests heard no on a day.
    pub(in crate::simulation) fn turned_away(&self, day: Date) -> BTreeMap<RefusalCode, u32> {
        let of_day = self.away.iter().filter(|((of, _), _)| *of == day);
        of_day.map(|((_, code), count)| (*code, *count)).collect()
    }

    /// When time alone changes something next.
    pub(in crate::simulation) fn next_due(&self) -> Option<Timestamp> {
        let orders = self.orders.values().filter_map(|life| self.due(life)).map(|(at, _)| at);
        let is_open = self.shop.state == ShopState::Open;
        let window = self.windows.last().filter(|_| is_open).map(|window| window.closes_at);
        let line = self.announcement.as_ref().map(|line| line.until);
        orders.chain(window).chain(line).chain(self.shop.paused_until).min()
    }
}
