//! The journal, folded by hand: what it says must be all that there is to know.

use std::collections::{BTreeMap, BTreeSet};

use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::journal::JournalEntry;
use demitasse_shared::live::{LiveEvent, Snapshot};
use demitasse_shared::menu::SoldOut;
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Announcement, Shop, Window};
use demitasse_shared::{Date, Timestamp};
use jiff::tz::TimeZone;

use super::chronicle::{broken, same};
use super::oracle::Numbers;

/// The journal's word for a restore.
const RESTORED: &str = "restored";

/// What the rows so far come to.
#[derive(Debug)]
pub(crate) struct Ledger {
    zone: TimeZone,
    pub(crate) seq: Seq,
    at: Timestamp,
    pub(super) orders: BTreeMap<OrderId, Order>,
    /// The last number of each day.
    numbers: BTreeMap<Date, u32>,
    codes: BTreeSet<String>,
    last_window: Option<Window>,
    window: Option<Window>,
    shop: Option<Shop>,
    rules: Option<Settings>,
    sold_out: Option<SoldOut>,
    announcement: Option<Announcement>,
    /// What each restore has left out, the last one's first.
    restored: Vec<Numbers>,
}

impl Ledger {
    /// An empty one, for a venue in this zone whose data were restored so often.
    pub(crate) fn new(zone: TimeZone, mut restored: Vec<Numbers>) -> Self {
        restored.reverse();
        Self {
            zone,
            seq: Seq(0),
            at: Timestamp::MIN,
            orders: BTreeMap::new(),
            numbers: BTreeMap::new(),
            codes: BTreeSet::new(),
            last_window: None,
            window: None,
            shop: None,
            rules: None,
            sold_out: None,
            announcement: None,
            restored,
        }
    }

    /// Takes in the next row.
    pub(crate) fn take(&mut self, row: &JournalEntry) {
        if row.kind == RESTORED {
            self.leave_out(row);
        } else {
            let next = self.seq.0 + 1;
            same("always 5: the journal's numbers run without a hole", &next, &row.seq.0);
        }
        if row.at < self.at {
            broken("always 3: the bar's time never runs backwards", &self.at, row);
        }
        (self.seq, self.at) = (row.seq, row.at);
        match &row.event {
            LiveEvent::Order { order, left } => self.take_order(row, order, *left),
            LiveEvent::Window { window } => self.take_window(row, window.clone()),
            LiveEvent::Shop { shop } => self.shop = Some(shop.clone()),
            LiveEvent::Settings { settings } => self.rules = Some(*settings),
            LiveEvent::Stock { sold_out } => self.sold_out = Some(sold_out.clone()),
            LiveEvent::Announcement { announcement } => {
                self.announcement.clone_from(announcement);
            }
            _ if row.kind == "wiped" => self.announcement = None,
            _ => {}
        }
    }

    /// After a restore the journal goes on where it has never been, and so do the numbers.
    fn leave_out(&mut self, row: &JournalEntry) {
        let Some(left_out) = self.restored.pop() else {
            return broken("nobody has restored anything", &self.seq, row);
        };
        for (day, last) in left_out {
            let known = self.numbers.entry(day).or_insert(0);
            *known = last.max(*known);
        }
    }

    fn take_order(&mut self, row: &JournalEntry, order: &Order, left: Option<u32>) {
        if let (Some(left), Some(window)) = (left, &mut self.window) {
            window.left = left;
        }
        let before = self.orders.insert(order.id, order.clone());
        check_move(row, before.as_ref().map(|order| order.state), order.state);
        let is_new = before.is_none_or(|before| before.number.is_none());
        if let Some(number) = order.number.filter(|_| is_new) {
            let day = row.at.to_zoned(self.zone.clone()).date();
            let last = self.numbers.entry(day).or_insert(0);
            *last += 1;
            same("rule 4: numbers run 1, 2, 3 within a venue day", last, &number);
        }
    }

    fn take_window(&mut self, row: &JournalEntry, window: Option<Window>) {
        if let Some(window) = window.as_ref().filter(|_| row.kind == "window_opened") {
            if !self.codes.insert(window.code.clone()) {
                broken("rule 8: no code comes twice", &"a new code", window);
            }
            let last = self.last_window.replace(window.clone());
            if last.as_ref().is_some_and(|last| window.opens_at < last.closes_at) {
                broken("rule 8: windows never overlap", &last, window);
            }
        }
        self.window = window;
    }

    /// What screens show follows from the journal alone.
    pub(crate) fn is_shown_by(&self, snapshot: &Snapshot) {
        let promise = "the journal replays to what screens show";
        let on_board = |order: &&Order| {
            use OrderState::{Making, Ready, Reserved, Waiting};
            matches!(order.state, Reserved | Waiting | Making | Ready)
        };
        let orders: Vec<_> = self.orders.values().filter(on_board).cloned().collect();
        same(promise, &orders, &snapshot.orders);
        same(promise, &self.window, &snapshot.window);
        same(promise, &self.announcement, &snapshot.announcement);
        same(promise, &self.seq, &snapshot.seq);
        if let Some(shop) = &self.shop {
            same(promise, shop, &snapshot.shop);
        }
        if let Some(rules) = &self.rules {
            same(promise, rules, &snapshot.settings);
        }
        if let Some(sold_out) = &self.sold_out {
            same(promise, sold_out, &snapshot.sold_out);
        }
    }
}

/// The picture of an order's life, arrow by arrow, by the journal's words. So every reservation ends
/// exactly once: nothing leads out of an end but a recall.
fn check_move(row: &JournalEntry, from: Option<OrderState>, to: OrderState) {
    use OrderState::{Cancelled, Collected, Expired, Making, Ready, Reserved, Waiting};
    let is_drawn = match row.kind.as_str() {
        "order_reserved" => from.is_none() && to == Reserved,
        "order_walked_up" => from.is_none() && to == Waiting,
        "order_submitted" => (from, to) == (Some(Reserved), Waiting),
        "order_withdrawn" => matches!(from, Some(Reserved | Waiting)) && to == Cancelled,
        "order_making" => (from, to) == (Some(Waiting), Making),
        "order_unmade" => (from, to) == (Some(Making), Waiting),
        "order_ready" => (from, to) == (Some(Making), Ready),
        "order_recalled" => matches!(from, Some(Ready | Collected)) && to == Making,
        "order_collected" | "order_aged_out" => (from, to) == (Some(Ready), Collected),
        "order_cancelled" => matches!(from, Some(Waiting | Making)) && to == Cancelled,
        "order_expired" => matches!(from, Some(Reserved | Waiting)) && to == Expired,
        "order_note_wiped" => (from, to) == (Some(Ready), Ready),
        _ => false,
    };
    if !is_drawn {
        broken("an order's life goes along the arrows of product.md", &from, row);
    }
}
