//! The server's own clock jumps: back and forth, seconds and years, over midnight and into summer.

#![expect(clippy::print_stdout, reason = "the story, shown where it fails")]

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::client::Client;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Party, Step};
use demitasse_shared::settings::Settings;
use demitasse_tests::{Chance, Feed, Ordeal, Server, Staff, at, flat_white};
use jiff::SignedDuration;
use tempfile::TempDir;

use super::witness::Witness;
use super::{WallClock, any_port};

/// Where a bar stands, and a moment there just before the clock does something of its own.
const EVES: [(&str, &str); 6] = [
    // The end of summer time, and its beginning; in Apia half a world away.
    ("Europe/Lisbon", "2022-10-30T00:59:30Z"),
    ("Europe/Lisbon", "2023-03-26T00:59:30Z"),
    ("America/New_York", "2022-11-06T05:59:30Z"),
    // Midnight: of a quarter of an hour's zone, into a leap day, into a new year.
    ("Asia/Kathmandu", "2022-10-14T18:14:30Z"),
    ("UTC", "2024-02-28T23:59:30Z"),
    ("Pacific/Apia", "2022-12-31T10:59:30Z"),
];

/// How far clocks jump, in seconds: from what a time server corrects to a battery that was empty.
const SPANS: [i64; 10] =
    [5, 40, 200, 700, 3_600, 26 * 3_600, 40 * 86_400, -3_600, -7 * 86_400, 5 * 365 * 86_400];

/// Jumps in one story. Later ones may be longer: a bar that was years ahead stays there.
const JUMPS: usize = 16;

/// So near to the end of an order's time it may as well have ended: the clock goes on meanwhile.
const NEAR: SignedDuration = SignedDuration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_set_in_the_rush_ends_nothing_but_what_its_time_ends() {
    for seed in Ordeal::of("nature::clock", 3).seeds() {
        let mut story = Story::begin(seed).await;
        for nth in 0..JUMPS {
            story.jumps(nth).await;
        }
        story.clock_is_set_right().await;
    }
}

/// A bar on a machine whose clock jumps.
struct Story {
    chance: Chance,
    wall: WallClock,
    right: Timestamp,
    zone: &'static str,
    data: TempDir,
    server: Option<Server>,
    barista: Client,
    screen: Feed,
    told: BTreeMap<OrderId, Order>,
    /// The latest that the bar has ever shown.
    latest: Timestamp,
    guests: u32,
}

impl Story {
    async fn begin(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let (zone, eve) = chance.one_of(&EVES);
        let (right, data) = (at(eve), tempfile::tempdir().expect("a folder"));
        let wall = WallClock::showing(right);
        let server = wall.serve(data.path(), any_port(), zone).await;
        let window_minutes = chance.one_of(&[1, 5, 60]);
        let settings = Settings { window_minutes, capacity: 1_000, ..Settings::default() };
        server.staff.rule(&Settings { window_drinks: 1_000, ..settings }).await;
        server.staff.open().await;
        let barista = server.staff.barista("Rui").await;
        let screen = Feed::follow("Rui's board", &barista).await;
        let (told, latest) = (BTreeMap::new(), right);
        let mut story = Self {
            chance,
            wall,
            right,
            zone,
            data,
            server: Some(server),
            barista,
            screen,
            told,
            latest,
            guests: 0,
        };
        story.goes_on().await;
        story
    }

    /// The clock jumps; now and then the plug is pulled meanwhile.
    async fn jumps(&mut self, nth: usize) {
        let spans = &SPANS[..SPANS.len().min(3 + nth / 2)];
        let by = SignedDuration::from_secs(self.chance.one_of(spans));
        let by = if self.chance.percent(40) { -by } else { by };
        println!("the clock of {} jumps by {by:#} at {}", self.zone, self.wall.now());
        self.wall.jump(by);
        if self.chance.percent(20) {
            println!("the plug is pulled");
            self.restart().await;
        }
        self.holds().await;
        self.goes_on().await;
    }

    async fn restart(&mut self) {
        let server = self.server.take().expect("it runs");
        let address = server.address;
        server.kill().await;
        self.server = Some(self.wall.serve(self.data.path(), address, self.zone).await);
    }

    /// Somebody sets the clock right again: the bar goes on.
    async fn clock_is_set_right(mut self) {
        self.wall.set(self.right);
        self.holds().await;
        self.goes_on().await;
        self.holds().await;
        self.screen.agrees().await;
        Witness::new(self.zone).hears(&self.screen.view());
        assert!(self.told.len() > JUMPS, "somebody came after each jump");
    }

    /// What is due is done, nothing else is, and the bar's time has not run back.
    async fn holds(&mut self) {
        let now = self.barista.board().await.expect("a barista sees it").at;
        assert!(now >= self.latest, "{now} after {}", self.latest);
        assert!(now >= self.wall.now() - NEAR, "the bar is behind the clock: {now}");
        self.latest = now;
        let due = |order: &&Order| lapses_at(order).is_some_and(|at| at <= now);
        let due: Vec<_> = self.told.values().filter(due).map(|order| order.id).collect();
        let gone = "the end of all that is due";
        self.screen.until(gone, |view| due.iter().all(|id| view.has_lost(*id)).then_some(())).await;
        let good = |board: &demitasse_shared::board::Board| {
            board.window.as_ref().is_some_and(|window| window.closes_at > now)
        };
        self.screen.board("a code that is good", good).await;
        let told: Vec<_> = self.told.values().cloned().collect();
        for told in told {
            let found = self.staff().manager.order(told.id).await.expect("it is known");
            judge(&told, &found, now);
            self.told.insert(found.id, found);
        }
    }

    /// Guests come; some only take a place, some drinks are made, some are ready.
    async fn goes_on(&mut self) {
        for _ in 0..=self.chance.below(3) {
            self.guests += 1;
            let guest = self.staff().guest(&format!("Guest {}", self.guests)).await;
            let code = self.staff().window().await.code;
            let place = guest.redeem(&code).await.expect("the code on show is good");
            let id = place.id;
            self.note(place);
            if self.chance.percent(25) {
                continue;
            }
            let order = guest.submit(id, &flat_white()).await.expect("it is on the menu");
            assert!(order.number.is_some_and(|number| number > 0));
            self.note(order);
            let steps = usize::try_from(self.chance.below(3)).expect("it is small");
            for step in &[Step::Make, Step::Complete][..steps] {
                let order = self.barista.step(id, *step, None).await.expect("it is the next one");
                self.note(order);
            }
        }
    }

    fn staff(&self) -> &Staff {
        &self.server.as_ref().expect("it runs").staff
    }

    fn note(&mut self, order: Order) {
        self.told.insert(order.id, order);
    }
}

/// When an order ends by itself, as product and settings say.
fn lapses_at(order: &Order) -> Option<Timestamp> {
    match order.state {
        OrderState::Reserved => Some(order.reserved_at + SignedDuration::from_mins(5)),
        OrderState::Waiting => Some(order.submitted_at? + SignedDuration::from_mins(15)),
        OrderState::Ready => Some(order.ready_at? + SignedDuration::from_mins(10)),
        _ => None,
    }
}

/// An order is where its people were told, or its time has come and it ended as it must.
fn judge(told: &Order, found: &Order, now: Timestamp) {
    let ends = match told.state {
        OrderState::Reserved => (OrderState::Expired, Some(Party::Guest)),
        OrderState::Waiting => (OrderState::Expired, Some(Party::Bar)),
        OrderState::Ready => (OrderState::Collected, None),
        state => (state, told.ended_by),
    };
    let story = format!("told {told:?}, found {found:?} at {now}");
    match lapses_at(told) {
        Some(at) if at <= now => assert_eq!((found.state, found.ended_by), ends, "{story}"),
        Some(at) if at <= now + NEAR && found.state == ends.0 => {}
        _ => assert_eq!(found.state, told.state, "{story}"),
    }
    assert_eq!((found.number, &found.chosen), (told.number, &told.chosen), "{story}");
}
