//! Random histories of a whole bar, held against the promises of the product.
//!
//! The little bar here keeps its orders in memory and decides with the domain's own functions, as
//! the use-cases do with the database. The same promises are tried through database and HTTP in
//! the package `tests`.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::{DeviceId, DrinkId, OrderId};
use demitasse_shared::order::{Chosen, OrderState, Step};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::clock::carry;

use super::code::{self, RedeemFacts, Redeemed, WindowId, WindowRecord, next_window};
use super::order::{
    Action, Barista, Day, GuestId, OrderRecord, Outcome, act, lapses_at, reserve, walk_up,
};

/// What may happen next. Guests, orders and windows are picked by number, modulo what is there.
#[derive(Clone, Debug)]
enum Happening {
    Time {
        seconds: u32,
    },
    /// Somebody sets the machine's clock, back or forth.
    ClockSet {
        by_seconds: i32,
    },
    Redeem {
        guest: u8,
        windows_ago: u8,
    },
    Submit {
        order: u8,
    },
    Withdraw {
        order: u8,
    },
    Step {
        order: u8,
        step: Step,
        barista: u8,
    },
    WalkUp,
    Door {
        state: ShopState,
    },
    Resize {
        drinks: u8,
        minutes: u8,
    },
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        4 => (0_u32..400).prop_map(|seconds| Happening::Time { seconds }),
        1 => (0_u32..100_000).prop_map(|seconds| Happening::Time { seconds }),
        1 => (-100_000_i32..100_000).prop_map(|by_seconds| Happening::ClockSet { by_seconds }),
        10 => (any::<u8>(), 0_u8..3).prop_map(|(guest, windows_ago)| Happening::Redeem { guest, windows_ago }),
        8 => any::<u8>().prop_map(|order| Happening::Submit { order }),
        2 => any::<u8>().prop_map(|order| Happening::Withdraw { order }),
        10 => (any::<u8>(), prop::sample::select(Step::ALL.to_vec()), 0_u8..3)
            .prop_map(|(order, step, barista)| Happening::Step { order, step, barista }),
        1 => Just(Happening::WalkUp),
        1 => prop::sample::select(vec![ShopState::Open, ShopState::Open, ShopState::Closed])
            .prop_map(|state| Happening::Door { state }),
        1 => (1_u8..20, 1_u8..60).prop_map(|(drinks, minutes)| Happening::Resize { drinks, minutes }),
    ]
}

/// A bar in memory.
struct Bar {
    now: Timestamp,
    /// What the machine's clock says.
    wall: Timestamp,
    shop: Shop,
    settings: Settings,
    windows: Vec<WindowRecord>,
    orders: Vec<OrderRecord>,
    /// Every number ever given, in the order of giving.
    numbers: BTreeMap<Day, Vec<u32>>,
}

impl Bar {
    fn new() -> Self {
        let start: Timestamp = "2022-10-14T22:30:00Z".parse().expect("a time");
        Self {
            now: start,
            wall: start,
            shop: Shop {
                name: String::new(),
                state: ShopState::Open,
                paused_until: None,
                opens_at: None,
                since: None,
            },
            settings: Settings { capacity: 12, ..Settings::default() },
            windows: Vec::new(),
            orders: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }

    fn happen(&mut self, happening: &Happening) {
        match happening {
            Happening::Time { seconds } => self.pass(*seconds),
            Happening::ClockSet { by_seconds } => {
                let jump = SignedDuration::from_secs(i64::from(*by_seconds));
                self.wall = self.wall.checked_add(jump).expect("in range");
                self.pass(0);
            }
            Happening::Redeem { guest, windows_ago } => self.redeem(*guest % 30, *windows_ago),
            Happening::Submit { order } => {
                let (chosen, day) = (chosen(), self.day());
                let number = self.next_number();
                self.act(*order, &Action::Submit { chosen: &chosen, number, day });
            }
            Happening::Withdraw { order } => self.act(*order, &Action::Withdraw),
            Happening::Step { order, step, barista } => {
                let device = DeviceId(i64::from(*barista));
                let barista = Barista { device, name: barista.to_string() };
                self.act(
                    *order,
                    &Action::Step { step: *step, barista: &barista, reason: Some("") },
                );
            }
            Happening::WalkUp => {
                let (id, number) = (self.next_id(), self.next_number());
                self.number(number);
                let record = walk_up(id, chosen(), number, self.day(), &self.settings, self.now);
                self.orders.push(record);
            }
            Happening::Door { state } => self.shop.state = *state,
            Happening::Resize { drinks, minutes } => {
                self.settings.window_drinks = u32::from(*drinks);
                self.settings.window_minutes = u32::from(*minutes);
            }
        }
        self.turn();
    }

    fn pass(&mut self, seconds: u32) {
        let span = Duration::from_secs(u64::from(seconds));
        self.wall = self.wall.checked_add(span).expect("in range");
        self.now = carry(self.now, span, self.wall);
        for index in 0..self.orders.len() {
            self.act_on(index, &Action::Lapse);
        }
    }

    fn turn(&mut self) {
        if self.shop.state != ShopState::Open {
            return;
        }
        if let Some((opens_at, closes_at)) =
            next_window(self.windows.last(), &self.settings, self.now)
        {
            self.windows.push(WindowRecord {
                id: WindowId(id(self.windows.len())),
                code: format!("{:016}", self.windows.len()),
                opens_at,
                closes_at,
                drinks: self.settings.window_drinks,
                taken: 0,
            });
        }
    }

    fn redeem(&mut self, guest: u8, windows_ago: u8) {
        self.turn();
        let guest = GuestId(i64::from(guest));
        let Some(index) = self.windows.len().checked_sub(1 + usize::from(windows_ago)) else {
            return;
        };
        let first = self.redeem_once(guest, index);
        // A double tap, a reload, a retry.
        let second = self.redeem_once(guest, index);
        if let Some(first) = first {
            assert_eq!(second, Some(first), "the same scan gives the same reservation");
        }
    }

    fn redeem_once(&mut self, guest: GuestId, index: usize) -> Option<OrderId> {
        let window = self.windows[index].clone();
        let own = |record: &&OrderRecord| record.guest == Some(guest);
        let stands = |record: &&OrderRecord| {
            !matches!(record.order.state, OrderState::Cancelled | OrderState::Expired)
        };
        let mine: Vec<_> = self.orders.iter().filter(own).filter(stands).cloned().collect();
        let held = mine.iter().find(|record| record.window == Some(window.id));
        let open: Vec<_> = mine.iter().filter(|r| r.order.state.is_alive()).cloned().collect();
        let today = mine.iter().filter(|record| record.day == self.day()).count();
        let facts = RedeemFacts {
            shop: &self.shop,
            window: Some(&window),
            on_show: self.windows.last(),
            held,
            open: &open,
            drinks_today: count(today),
            alive: self.alive(),
        };
        match code::redeem(&facts, &self.settings, self.now).ok()? {
            Redeemed::Again(record) => Some(record.order.id),
            Redeemed::Place(_) => {
                self.windows[index].taken += 1;
                let id = self.next_id();
                let day = self.day();
                self.orders.push(reserve(id, guest, window.id, day, &self.settings, self.now));
                Some(id)
            }
        }
    }

    fn act(&mut self, order: u8, action: &Action<'_>) {
        if !self.orders.is_empty() {
            // The latest orders are the interesting ones.
            let back = usize::from(order) % self.orders.len().min(24);
            self.act_on(self.orders.len() - 1 - back, action);
        }
    }

    fn act_on(&mut self, index: usize, action: &Action<'_>) {
        let before = self.orders[index].clone();
        let Ok(Outcome::Changed { record, place_back }) =
            act(&before, action, &self.settings, self.now)
        else {
            return;
        };
        if let (None, Some(number)) = (before.order.number, record.order.number) {
            self.number(number);
        }
        if place_back
            && let Some(window) = self.windows.iter_mut().find(|w| Some(w.id) == record.window)
            && window.shows(self.now)
        {
            window.taken -= 1;
        }
        self.orders[index] = *record;
    }

    fn day(&self) -> Day {
        self.now.to_zoned(TimeZone::UTC).date()
    }

    fn alive(&self) -> u32 {
        count(self.orders.iter().filter(|record| record.order.state.is_alive()).count())
    }

    fn next_id(&self) -> OrderId {
        OrderId(id(self.orders.len()) + 1)
    }

    fn next_number(&self) -> u32 {
        let today = self.day();
        let numbers = self.orders.iter().filter(|record| record.day == today);
        numbers.filter_map(|record| record.order.number).max().unwrap_or(0) + 1
    }

    fn number(&mut self, number: u32) {
        let day = self.day();
        self.numbers.entry(day).or_default().push(number);
    }

    fn keeps_its_promises(&self) {
        for window in &self.windows {
            let given = self.orders.iter().filter(|record| record.window == Some(window.id));
            let standing = given.filter(|record| record.order.state != OrderState::Cancelled);
            let standing = standing.filter(|record| record.order.state != OrderState::Expired);
            assert!(standing.count() <= window.drinks as usize, "oversold: {window:?}");
            assert!(window.taken <= window.drinks, "{window:?}");
        }
        for pair in self.windows.windows(2) {
            assert!(pair[0].closes_at <= pair[1].opens_at, "windows overlap: {pair:?}");
        }
        for (day, numbers) in &self.numbers {
            let expected: Vec<u32> = (1..=count(numbers.len())).collect();
            assert_eq!(*numbers, expected, "a gap or a repeat on {day}");
        }
        let mut guests = BTreeSet::new();
        for record in self.orders.iter().filter(|record| record.order.state.is_alive()) {
            if let Some(guest) = record.guest
                && record.last_step.is_none()
            {
                assert!(guests.insert(guest.0), "two open orders of one guest");
            }
            let due = lapses_at(&record.order, &self.settings);
            let timeless = record.order.state == OrderState::Making;
            assert_eq!(due.is_none(), timeless, "{:?} waits for no time", record.order.state);
        }
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("a short history")
}

fn id(length: usize) -> i64 {
    i64::from(count(length))
}

fn chosen() -> Chosen {
    Chosen {
        drink: DrinkId::from("filter"),
        drink_name: "Filter".to_owned(),
        options: Vec::new(),
        option_names: Vec::new(),
        note: None,
    }
}

proptest! {
    #![proptest_config(Config { cases: 256, failure_persistence: None, ..Config::default() })]

    #[test]
    fn whatever_happens_the_bar_keeps_its_promises(
        happenings in prop::collection::vec(happening(), 1..250),
    ) {
        let mut bar = Bar::new();
        for happening in &happenings {
            bar.happen(happening);
            bar.keeps_its_promises();
        }
    }
}

#[test]
fn the_histories_reach_every_state() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut reached = BTreeSet::new();
    for _ in 0..40 {
        let histories = prop::collection::vec(happening(), 250);
        let history = histories.new_tree(&mut runner).expect("a history").current();
        let mut bar = Bar::new();
        for happening in &history {
            bar.happen(happening);
            reached.extend(bar.orders.iter().map(|record| record.order.state));
        }
    }
    assert_eq!(reached.len(), OrderState::ALL.len(), "{reached:?}");
}
