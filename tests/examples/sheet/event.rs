//! A conference of three days at a simulated bar: the recorded rush comes at each coffee break.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::api::Submit;
use demitasse_shared::client::{Client, fresh_key};
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use demitasse_shared::report::Report;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, Chance, at, source};

/// What happens next.
enum Act {
    /// Somebody comes, for the so-manieth time.
    Come { tries: u32 },
    /// Somebody without a phone comes.
    WalkUp,
    /// A barista looks up: from the drink in hand, if there is one.
    Work { barista: usize, in_hand: Option<OrderId> },
    /// A guest fetches a cup.
    Fetch(OrderId),
    /// A guest gives up.
    GiveUp(Client, OrderId),
}

/// A guest who was refused comes back so often.
const TRIES: u32 = 2;

/// The drinks that people take, as often as they stand here.
const DRINKS: [(&str, &[&str]); 9] = [
    ("flat-white", &["oat"]),
    ("flat-white", &["whole"]),
    ("cappuccino", &["whole"]),
    ("cappuccino", &["oat"]),
    ("latte", &["oat"]),
    ("espresso", &[]),
    ("espresso", &[]),
    ("americano", &[]),
    ("tea", &["black"]),
];

/// The bar while the conference goes on.
pub(crate) struct Event {
    bar: Bar,
    chance: Chance,
    now: Timestamp,
    plan: BTreeMap<(Timestamp, u64), Act>,
    planned: u64,
    queue: VecDeque<OrderId>,
    baristas: Vec<Client>,
}

impl Event {
    /// Lives through the days and returns what they came to.
    pub(crate) async fn held(days: &[&str]) -> Vec<Report> {
        let first = format!("{}T07:00:00Z", days[0]);
        let bar = Bar::in_zone(&first, "Europe/Lisbon").await;
        let rules = Settings { window_drinks: 25, capacity: 40, ..Settings::default() };
        bar.staff.rule(&rules).await;
        bar.staff.open().await;
        let mut baristas = Vec::new();
        for name in ["Ana", "Rui", "Zoé"] {
            baristas.push(bar.staff.barista(name).await);
        }
        let mut event = Self {
            bar,
            chance: Chance::new(8),
            now: at(&first),
            plan: BTreeMap::new(),
            planned: 0,
            queue: VecDeque::new(),
            baristas,
        };
        for (index, day) in days.iter().enumerate() {
            event.live_through(day, 100 - 20 * u64::try_from(index).expect("few")).await;
        }
        let mut reports = Vec::new();
        for day in days {
            let day = Some(day.parse().expect("a day"));
            reports.push(event.bar.staff.manager.report(day).await.expect("a manager may"));
        }
        reports
    }

    /// `share` of a hundred of the recorded people come.
    async fn live_through(&mut self, day: &str, share: u64) {
        let hour = |time: &str| at(&format!("{day}T{time}:00Z"));
        for (start, part) in [("08:00", 40), ("09:30", 100), ("12:05", 70), ("14:45", 85)] {
            self.plan_rush(hour(start), part * share / 100);
        }
        let (mut moment, end) = (hour("07:30"), hour("16:45"));
        while moment < end {
            let act = if self.chance.percent(12) { Act::WalkUp } else { Act::Come { tries: 0 } };
            self.at(moment, act);
            moment += self.chance.seconds(20, 260);
        }
        for barista in 0..self.baristas.len() {
            self.at(hour("07:30"), Act::Work { barista, in_hand: None });
        }
        while let Some(((moment, _), act)) = self.plan.pop_first() {
            self.bar.advance(moment.duration_since(self.now));
            self.now = self.now.max(moment);
            let is_over = self.now > end && self.queue.is_empty();
            self.act(act, is_over).await;
        }
        self.bar.advance(jiff::SignedDuration::from_hours(1));
        self.now += Duration::from_hours(1);
    }

    /// The recording's people, from a moment on.
    fn plan_rush(&mut self, start: Timestamp, share: u64) {
        let recording = source::read("assets/recordings/2022-10-14.csv");
        for line in recording.lines().skip(1) {
            let seconds = line.split(',').nth(1).and_then(|seen| seen.parse().ok());
            let seconds: u64 = seconds.expect("it is never empty");
            if self.chance.percent(share) {
                self.at(start + Duration::from_secs(seconds), Act::Come { tries: 0 });
            }
        }
    }

    fn at(&mut self, moment: Timestamp, act: Act) {
        self.planned += 1;
        self.plan.insert((moment.max(self.now), self.planned), act);
    }

    fn soon(&mut self, least: u64, most: u64, act: Act) {
        let moment = self.now + self.chance.seconds(least, most);
        self.at(moment, act);
    }

    async fn act(&mut self, act: Act, is_over: bool) {
        match act {
            Act::Come { tries } => self.come(tries).await,
            Act::WalkUp => {
                let (choice, key) = (self.choice(), fresh_key().expect("random"));
                let order = self.baristas[0].walk_up(&choice, &key).await.expect("on the menu");
                self.queue.push_back(order.id);
            }
            Act::Work { barista, in_hand } => self.work(barista, in_hand, is_over).await,
            Act::Fetch(order) => {
                drop(self.baristas[0].step(order, Step::Collect, None).await);
            }
            Act::GiveUp(guest, order) => {
                if guest.step(order, Step::Cancel, None).await.is_ok() {
                    self.queue.retain(|other| *other != order);
                }
            }
        }
    }

    async fn come(&mut self, tries: u32) {
        let guest = self.bar.staff.guest("Guest").await;
        let code = self.bar.staff.window().await.code;
        let Ok(place) = guest.redeem(&code).await else {
            if tries < TRIES {
                self.soon(60, 300, Act::Come { tries: tries + 1 });
            }
            return;
        };
        if self.chance.percent(2) {
            return; // Scans, and looks at a talk instead.
        }
        let choice = self.choice();
        let order = guest.submit(place.id, &choice).await.expect("it is on the menu");
        self.queue.push_back(order.id);
        if self.chance.percent(3) {
            self.soon(60, 400, Act::GiveUp(guest, order.id));
        }
    }

    fn choice(&mut self) -> Submit {
        let (drink, options) = self.chance.one_of(&DRINKS);
        let options = options.iter().map(|option| (*option).into()).collect();
        Submit { drink: drink.into(), options, note: None }
    }

    async fn work(&mut self, barista: usize, in_hand: Option<OrderId>, is_over: bool) {
        let device = self.baristas[barista].clone();
        if let Some(order) = in_hand {
            drop(device.step(order, Step::Complete, None).await);
            if self.chance.percent(93) {
                self.soon(10, 240, Act::Fetch(order));
            }
        }
        if self.chance.percent(1) {
            self.soon(120, 600, Act::Work { barista, in_hand: None }); // A break.
            return;
        }
        let Some(order) = self.queue.pop_front() else {
            if !is_over {
                self.soon(10, 20, Act::Work { barista, in_hand: None });
            }
            return;
        };
        if self.chance.percent(1) {
            let reason = Some("Something it needs has run out");
            drop(device.step(order, Step::Cancel, reason).await);
            self.soon(5, 10, Act::Work { barista, in_hand: None });
        } else if device.step(order, Step::Make, None).await.is_ok() {
            self.soon(22, 62, Act::Work { barista, in_hand: Some(order) });
        } else {
            self.soon(1, 2, Act::Work { barista, in_hand: None });
        }
    }
}
