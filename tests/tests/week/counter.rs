//! What happens behind the counter.

use std::time::Duration;

use demitasse::domain::event::Actor;
use demitasse::domain::order::Barista;
use demitasse_shared::api::{NewAnnouncement, ShopChange};
use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::menu::Item;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;

use crate::plan::Act;
use crate::story::Story;

/// The baristas' devices.
const BARISTAS: [i64; 2] = [1, 2];

/// How often the bar looks whether its doors can be moved again, while its server is down.
const TRY_AGAIN: Duration = Duration::from_secs(20);

impl Story {
    /// Baristas who have nothing in hand look up.
    pub(crate) fn call_baristas(&mut self) {
        let now = self.house.clock.now();
        for device in BARISTAS {
            if self.busy.insert(device) {
                self.plan.at(now + self.chance.seconds(1, 15), Act::Work(device));
            }
        }
    }

    /// A barista finishes what is in hand, or takes the oldest order.
    pub(crate) async fn work(&mut self, device: i64) {
        let now = self.house.clock.now();
        self.busy.remove(&device);
        let name = format!("Barista {device}");
        let Some(board) = self.house.board() else {
            return self.call_baristas();
        };
        let mine = board.making().into_iter().find(|o| o.barista.as_deref() == Some(&name));
        let (id, step) = match (mine, board.waiting().first()) {
            (Some(order), _) if self.chance.percent(4) => (order.id, Step::Unmake),
            (Some(order), _) => (order.id, Step::Complete),
            (None, Some(order)) => (order.id, Step::Make),
            (None, None) => return,
        };
        self.step(device, id, step).await;
        self.busy.insert(device);
        self.plan.at(now + self.chance.seconds(20, 70), Act::Work(device));
        if step == Step::Complete {
            self.seen.readies += 1;
            self.seen.readies_in_the_dark += u32::from(!self.wire.is_whole());
            // One in eight is never fetched and ages out.
            if !self.chance.percent(12) {
                self.plan.at(now + self.chance.seconds(5, 300), Act::Collect(id));
            }
        }
    }

    /// A step that may come too late: the order has expired, or its drink was fetched.
    pub(crate) async fn step(&mut self, device: i64, id: OrderId, step: Step) {
        let Some(bar) = self.house.bar() else { return };
        let barista = Barista { device: DeviceId(device), name: format!("Barista {device}") };
        drop(bar.step(barista, Actor::Local, id, step, None).await);
    }

    /// Opens, pauses or closes; a little later where the server is down.
    pub(crate) async fn door(&mut self, act: Act) {
        let change = match act {
            Act::Open => ShopChange::OPEN,
            Act::Pause(minutes) => ShopChange::pause(minutes),
            _ => ShopChange::CLOSE,
        };
        match self.house.bar() {
            // A pause of a bar that is closed is refused, and that is fine.
            Some(bar) => drop(bar.set_shop(Actor::Local, change).await),
            None => self.plan.at(self.house.clock.now() + TRY_AGAIN, act),
        }
    }

    /// A line for everybody.
    pub(crate) async fn announce(&mut self) {
        let minutes = Some(1 + u32::try_from(self.chance.below(20)).expect("small"));
        let new = NewAnnouncement { text: "Last orders at five".to_owned(), minutes };
        if let Some(bar) = self.house.bar() {
            bar.announce(Actor::Local, new).await.expect("it is short enough");
        }
    }

    /// The cakes run out, or are there again: a drink that nobody here orders.
    pub(crate) async fn stock(&mut self) {
        self.is_out = !self.is_out;
        if let Some(bar) = self.house.bar() {
            bar.mark(Actor::Local, Item::Drink("hot-chocolate".into()), !self.is_out)
                .await
                .expect("it is on the menu");
        }
    }

    /// Other rules: shorter windows, fewer drinks, a smaller house, no grace.
    pub(crate) async fn rule(&mut self) {
        let settings = Settings {
            window_minutes: self.chance.one_of(&[3, 5, 10]),
            window_drinks: self.chance.one_of(&[2, 5, 10]),
            grace_seconds: self.chance.one_of(&[0, 20, 60]),
            capacity: self.chance.one_of(&[4, 8, 20]),
            ready_for_seconds: self.chance.one_of(&[60, 600]),
            ..Settings::default()
        };
        if let Some(bar) = self.house.bar() {
            bar.set_settings(Actor::Local, settings).await.expect("they are within bounds");
        }
    }
}
