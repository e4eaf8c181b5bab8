//! What the bar must answer, by product.md alone: a model of its own, in plain words and plain data.
//!
//! It knows nothing of the product's rules in code, only of its vocabulary. Whatever is asked is put
//! to it first; what it foresees (the answer or the refusal's code, when to try again, and which rows
//! the journal gets) is held against what the real bar says.

mod door;
mod figures;
mod guests;
mod menu;
mod office;
mod orders;
mod proofs;
mod restore;
mod scan;
mod steps;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use demitasse::domain::order::GuestId;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Announcement, Face, Shop, ShopState, ShopStatus};
use demitasse_shared::{Date, Timestamp};
use jiff::tz::TimeZone;

use super::ask::Ask;
use guests::Guests;
pub(super) use menu::gone;
use proofs::Proofs;
pub(super) use restore::Numbers;

/// All that the bar has been told, and what follows from it.
#[derive(Clone, Debug)]
pub(super) struct Oracle {
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
    pub(super) shop: Shop,
    pub(super) rules: Settings,
    pub(super) menu: Menu,
    /// Every code window, oldest first.
    pub(super) windows: Vec<CodeWindow>,
    /// The window that screens show, and how many drinks they say are left of it.
    pub(super) shown: Option<(usize, u32)>,
    pub(super) orders: BTreeMap<OrderId, Life>,
    pub(super) guests: Guests,
    pub(super) proofs: Proofs,
    pub(super) announcement: Option<Announcement>,
    /// The walk-up orders by the key that they came with.
    entries: BTreeMap<(i64, String), OrderId>,
    /// How often guests heard no, by day and reason; and how much of it is on the disk.
    pub(super) away: BTreeMap<(Date, RefusalCode), u32>,
    written: BTreeMap<(Date, RefusalCode), u32>,
    /// The last order's id that may have been given out.
    last_order: i64,
    /// The last number of each day that a restore has left out.
    floors: Numbers,
    /// What each restore has left out, the first one's first.
    pub(super) restored: Vec<Numbers>,
    /// Codes that were shown and that the bar does not know any more.
    pub(super) lost: BTreeSet<String>,
}

/// A code window, as it has been and is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CodeWindow {
    /// Nothing until the bar has drawn it.
    pub(super) code: String,
    pub(super) opens_at: Timestamp,
    pub(super) closes_at: Timestamp,
    pub(super) drinks: u32,
    pub(super) taken: u32,
}

impl CodeWindow {
    /// Whether screens of an open bar show it.
    pub(super) fn shows(&self, now: Timestamp) -> bool {
        self.opens_at <= now && now < self.closes_at
    }

    pub(super) fn left(&self) -> u32 {
        self.drinks - self.taken
    }
}

/// An order's life so far.
#[derive(Clone, Debug)]
pub(super) struct Life {
    pub(super) order: Order,
    pub(super) guest: Option<GuestId>,
    pub(super) window: Option<usize>,
    pub(super) day: Date,
    /// The last step, and whose device took it.
    last: Option<(Step, i64)>,
    pub(super) aged_out: bool,
}

/// A row of the journal, by its word and the order that it is about.
pub(super) type Row = (&'static str, Option<OrderId>);

/// What must come of a request.
#[derive(Clone, Debug)]
pub(super) struct Foreseen {
    pub(super) answer: Verdict,
    pub(super) rows: Vec<Row>,
}

/// What the bar must answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Signed in as this guest, or as one who was never here; with a token for a new session.
    Session { guest: Option<GuestId>, has_token: bool },
    /// A one-time code is on its way, to a phone that has just begun to wait or waits already.
    Sent { expires_at: Timestamp, resend_at: Timestamp, is_new: bool },
    /// The order, as whoever asked may see it.
    Order(Box<Order>),
    /// The orders of today, and how many drinks are left.
    Orders(Vec<Order>, u32),
    /// It is done.
    Done,
    /// No, by this rule, until then.
    No(RefusalCode, Option<Timestamp>),
}

/// A rule that says no.
type No = (RefusalCode, Option<Timestamp>);

impl Foreseen {
    fn no(code: RefusalCode) -> Self {
        Self::refused((code, None))
    }

    /// What is refused leaves nothing behind.
    fn refused((code, until): No) -> Self {
        Self { answer: Verdict::No(code, until), rows: Vec::new() }
    }

    fn done(rows: Vec<Row>) -> Self {
        Self { answer: Verdict::Done, rows }
    }

    fn order(order: &Order, rows: Vec<Row>) -> Self {
        Self { answer: Verdict::Order(Box::new(order.clone())), rows }
    }
}

impl Oracle {
    /// A bar that has just been opened for the first time, with the doors closed.
    pub(super) fn new(now: Timestamp, zone: TimeZone, by_badge: bool, menu: Menu) -> Self {
        let shop = Shop {
            name: String::new(),
            state: ShopState::Closed,
            paused_until: None,
            opens_at: None,
            since: None,
        };
        Self {
            now,
            zone,
            shop,
            rules: Settings::default(),
            menu,
            windows: Vec::new(),
            shown: None,
            orders: BTreeMap::new(),
            guests: Guests::new(by_badge),
            proofs: Proofs::default(),
            announcement: None,
            entries: BTreeMap::new(),
            away: BTreeMap::new(),
            written: BTreeMap::new(),
            last_order: 0,
            floors: Numbers::new(),
            restored: Vec::new(),
            lost: BTreeSet::new(),
        }
    }

    /// What must come of a request at this moment. From then on it has come to that.
    pub(super) fn foresee(&mut self, ask: &Ask, now: Timestamp) -> Foreseen {
        self.now = now;
        let Some(token) = token(ask) else { return self.foresee_others(ask) };
        let Some(guest) = self.guests.of(token, now) else {
            return Foreseen::no(RefusalCode::NotSignedIn);
        };
        match ask {
            Ask::SignOut { token } => self.guests.sign_out(token),
            Ask::Forget { .. } => self.forget(guest),
            Ask::Redeem { code, .. } => {
                let foreseen = self.redeem(guest, code);
                self.count(foreseen)
            }
            Ask::Submit { order, submit, .. } => {
                let foreseen = self.submit(guest, *order, submit);
                self.count(foreseen)
            }
            Ask::Withdraw { order, .. } => self.withdraw(guest, *order),
            Ask::Look { order, .. } => self.look(guest, *order),
            _ => self.list(guest),
        }
    }

    /// What must come of a command while no server runs: nobody is there to tell the screens, so a
    /// window goes on as it was.
    pub(super) fn foresee_offline(&mut self, ask: &Ask, now: Timestamp) -> Foreseen {
        self.now = now;
        let windows = self.windows.clone();
        let mut foreseen = self.foresee_others(ask);
        self.windows = windows;
        foreseen.rows.retain(|(kind, _)| *kind != "window_resized");
        foreseen
    }

    fn foresee_others(&mut self, ask: &Ask) -> Foreseen {
        match ask {
            Ask::SignIn { token, person, page } => {
                self.guests.sign_in(token.as_deref(), *person, page, self.now)
            }
            Ask::Code { person, pending } => self.ask_code(*person, pending.as_deref()),
            Ask::Prove { pending, code, token } => self.prove(pending, code, token.as_deref()),
            Ask::Step { barista, order, step, reason } => {
                self.step(*barista, *order, *step, reason.as_deref())
            }
            Ask::WalkUp { barista, submit, key } => self.walk_up(*barista, submit, key),
            Ask::Door(wish) => self.door(*wish),
            Ask::Rule(rules) => self.rule(*rules),
            Ask::Stock(item, there) => self.stock(item, *there),
            Ask::Menu(menu, marks) => self.replace_menu(menu, *marks),
            Ask::Announce(new) => self.announce(new),
            _ => self.take_down(),
        }
    }

    /// Scans and orders that are refused are counted.
    fn count(&mut self, foreseen: Foreseen) -> Foreseen {
        if let Verdict::No(code, _) = foreseen.answer {
            *self.away.entry((self.day(self.now), code)).or_default() += 1;
        }
        foreseen
    }

    /// The venue's day.
    pub(super) fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// Orders that take part of the bar's capacity.
    pub(super) fn alive(&self) -> u32 {
        let alive = self.orders.values().filter(|life| is_alive(life.order.state));
        u32::try_from(alive.count()).expect("few")
    }

    /// What anyone may see of the bar: rule 6.
    pub(super) fn status(&self) -> ShopStatus {
        let (state, full) = (self.shop.state, self.alive() >= self.rules.capacity);
        let left = self.shown.map_or(0, |(_, left)| left);
        let face = match state {
            ShopState::Closed => Face::Closed,
            ShopState::Paused => Face::Paused,
            ShopState::Open if full => Face::Full,
            ShopState::Open if left == 0 => Face::SoldOut,
            ShopState::Open => Face::Open,
        };
        let next_code_at = self.shown.map(|(window, _)| self.windows[window].closes_at);
        let opens_at = self.shop.opens_at.filter(|opens_at| *opens_at > self.now);
        let (name, paused_until) = (self.shop.name.clone(), self.shop.paused_until);
        ShopStatus { at: self.now, name, face, left, next_code_at, paused_until, opens_at }
    }

    /// The orders that screens show.
    pub(super) fn on_board(&self) -> Vec<&Order> {
        let orders = self.orders.values().map(|life| &life.order);
        orders.filter(|order| is_alive(order.state) || order.state == OrderState::Ready).collect()
    }

    /// An order as its own guest may see it: who makes it is the bar's own affair here.
    pub(super) fn for_guest(&self, order: &Order) -> Order {
        Order { barista: None, ahead: self.ahead(order), ..order.clone() }
    }

    /// How many stand before an order in the queue.
    pub(super) fn ahead(&self, order: &Order) -> Option<u32> {
        let key = |order: &Order| (order.submitted_at, order.number, order.id);
        let waits = |other: &&Life| other.order.state == OrderState::Waiting;
        let before = self.orders.values().filter(waits).filter(|o| key(&o.order) < key(order));
        let before = u32::try_from(before.count()).expect("few");
        (order.state == OrderState::Waiting).then_some(before)
    }
}

/// Whose request it is, where a guest's session makes it.
fn token(ask: &Ask) -> Option<&str> {
    match ask {
        Ask::SignOut { token }
        | Ask::Forget { token }
        | Ask::Redeem { token, .. }
        | Ask::Submit { token, .. }
        | Ask::Withdraw { token, .. }
        | Ask::Look { token, .. }
        | Ask::List { token } => Some(token),
        _ => None,
    }
}

/// Reserved, waiting or being made.
pub(super) fn is_alive(state: OrderState) -> bool {
    matches!(state, OrderState::Reserved | OrderState::Waiting | OrderState::Making)
}

/// So many seconds later.
pub(super) fn later(at: Timestamp, seconds: u32) -> Timestamp {
    at + std::time::Duration::from_secs(u64::from(seconds))
}
