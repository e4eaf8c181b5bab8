//! What the rules take to decide.

use demitasse::domain::code::{self, RedeemFacts, Redeemed, WindowId, WindowRecord};
use demitasse::domain::order::{Action, Barista, Outcome, act};
use demitasse::domain::pace::Pace;
use demitasse_shared::ids::DeviceId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Order, Step};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState};
use divan::{Bencher, black_box};

use crate::sample::{at, life, record, waiting};

/// Orders that may wait in a rush.
const QUEUE: u32 = 200;

/// A scan that gets a place.
#[divan::bench]
fn scan(bencher: Bencher<'_, '_>) {
    let shop = Shop {
        name: "Corner Cup".to_owned(),
        state: ShopState::Open,
        paused_until: None,
        opens_at: None,
        since: None,
    };
    let window = WindowRecord {
        id: WindowId(1),
        code: "7K3MQ2XW9VBCDEFG".to_owned(),
        opens_at: at(0),
        closes_at: at(300),
        drinks: 10,
        taken: 3,
    };
    let facts = RedeemFacts {
        shop: &shop,
        window: Some(&window),
        on_show: Some(&window),
        held: None,
        open: &[],
        drinks_today: 0,
        alive: 17,
    };
    let settings = Settings::default();
    bencher.bench(|| {
        let decided = code::redeem(black_box(&facts), &settings, at(20));
        assert!(matches!(decided, Ok(Redeemed::Place(_))));
    });
}

/// A barista takes an order in hand.
#[divan::bench]
fn step(bencher: Bencher<'_, '_>) {
    let (record, settings) = (record(1), Settings::default());
    let barista = Barista { device: DeviceId(1), name: "Ana".to_owned() };
    let make = Action::Step { step: Step::Make, barista: &barista, reason: None };
    bencher.bench(|| {
        let decided = act(black_box(&record), &make, &settings, at(60));
        assert!(matches!(decided, Ok(Outcome::Changed { .. })));
    });
}

/// When each drink of a long queue will likely be ready.
#[divan::bench]
fn outlook(bencher: Bencher<'_, '_>) {
    let mut pace = Pace::of(&Menu::default());
    for order in (0..20).flat_map(life) {
        pace.learn(&order);
    }
    let queue: Vec<Order> = (20..20 + QUEUE).map(waiting).collect();
    let queue: Vec<&Order> = queue.iter().collect();
    bencher.bench(|| {
        let outlook = pace.outlook(&[], black_box(&queue), at(170));
        assert!(!outlook.is_empty(), "somebody is at work");
    });
}
