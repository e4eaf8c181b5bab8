//! The week: who does what when, and how time passes in between.

use std::collections::HashSet;
use std::time::Duration;

use demitasse_kiosk::Panel;
use demitasse_shared::Timestamp;
use demitasse_shared::client::{Steady, Update};
use demitasse_shared::monitor::Screen;
use demitasse_shared::order::Step;
use demitasse_tests::at;

use crate::bar::House;
use crate::line::{BEAT, Line, Wire};
use crate::plan::{Act, Plan};
use crate::witness::{Seen, look};
use demitasse_tests::Chance;

/// A Monday.
const MONDAY: &str = "2022-10-10T00:00:00Z";

/// How long the story is, in days.
const DAYS: u64 = 7;

/// A line that is broken already breaks so much later.
const BETWEEN_BREAKS: Duration = Duration::from_mins(5);

/// The bar, the monitor, the line between them, and what is to come.
pub(crate) struct Story {
    pub(crate) house: House,
    pub(crate) wire: Wire,
    pub(crate) panel: Panel,
    pub(crate) steady: Steady,
    pub(crate) plan: Plan,
    pub(crate) chance: Chance,
    pub(crate) seen: Seen,
    /// Baristas who have something to do.
    pub(crate) busy: HashSet<i64>,
    /// Whether a drink has run out.
    pub(crate) is_out: bool,
}

impl Story {
    /// A closed bar at midnight, and a monitor that finds it.
    pub(crate) async fn begin(seed: u64) -> Self {
        let (steady, house) = (Steady::manual(), House::at(at(MONDAY)).await);
        let panel = Panel::new(steady.clone());
        let mut story = Self {
            house,
            wire: Wire::new(),
            panel,
            steady,
            plan: Plan::default(),
            chance: Chance::new(seed),
            seen: Seen::default(),
            busy: HashSet::new(),
            is_out: false,
        };
        story.mend();
        story
    }

    /// Lives through the week.
    pub(crate) async fn live(mut self, breaks: u32) -> Seen {
        for day in 0..DAYS {
            let midnight = at(MONDAY) + Duration::from_secs(day * 86_400);
            self.plan.day(midnight, &mut self.chance);
        }
        self.plan.breaks(breaks, at(MONDAY), DAYS, &mut self.chance);
        let end = at(MONDAY) + Duration::from_secs(DAYS * 86_400);
        while let Some(next) = self.plan.next().filter(|next| *next < end) {
            self.pass_until(next).await;
            let act = self.plan.take().expect("it is the next");
            self.play(act).await;
            self.hear();
            self.look();
        }
        self.seen
    }

    async fn play(&mut self, act: Act) {
        match act {
            Act::Arrive { until, apart } => self.arrive(until, apart).await,
            Act::Submit(guest, order) => self.submit(guest, order).await,
            Act::Withdraw(guest, order) => self.withdraw(guest, order).await,
            Act::Work(device) => self.work(device).await,
            Act::Collect(order) => self.step(1, order, Step::Collect).await,
            Act::Open | Act::Pause(_) | Act::Close => self.door(act).await,
            Act::Announce => self.announce().await,
            Act::Stock => self.stock().await,
            Act::Rule => self.rule().await,
            Act::Break => self.snap(),
            Act::Mend => self.mend(),
            Act::Stop => self.stop().await,
            Act::Start => self.start().await,
        }
    }

    /// Lets time pass, and with it the bar do what is due.
    async fn pass_until(&mut self, then: Timestamp) {
        loop {
            let due = self.house.bar().map(demitasse::app::Bar::due);
            let stops = [Some(then), due, self.wire.gives_up()];
            let stop = stops.into_iter().flatten().min().unwrap_or(then);
            self.wait(stop);
            if due.is_some_and(|due| due <= self.house.clock.now()) {
                self.tick().await;
            }
            if self.wire.gives_up().is_some_and(|end| end <= self.house.clock.now()) {
                self.wire.line = Line::Cut;
                self.tell(Update::Down("the line is silent".to_owned()));
            }
            self.hear();
            self.look();
            if stop >= then {
                return;
            }
        }
    }

    /// The bar does what is due; now and then a little late, as on a busy machine.
    async fn tick(&mut self) {
        if self.chance.percent(20) {
            let late = self.chance.seconds(0, 2);
            self.forward(late);
            self.look();
        }
        let bar = self.house.bar().expect("something is due in it");
        bar.catch_up().await.expect("the disk takes it");
    }

    /// Nothing happens until a moment, but for signs of life and what time alone shows.
    fn wait(&mut self, until: Timestamp) {
        let now = self.house.clock.now();
        let Ok(span) = Duration::try_from(until.duration_since(now)) else { return };
        self.check_wake(span);
        let now = self.house.clock.now();
        let Ok(span) = Duration::try_from(until.duration_since(now)) else { return };
        let last_beat = span.min(self.chance.part(BEAT));
        self.forward(span.saturating_sub(last_beat));
        if span > BEAT {
            self.wire.beat();
            self.hear();
        }
        self.forward(last_beat);
    }

    /// What is on the panel stays true until the moment at which the panel itself wants to be
    /// looked at again.
    fn check_wake(&mut self, span: Duration) {
        let before = self.panel.screen();
        let quiet = before.wake.unwrap_or(span).min(span);
        if quiet.is_zero() || !self.wire.is_whole() {
            return;
        }
        let part = self.chance.part(quiet).min(BEAT);
        self.forward(part);
        let after = Screen { wake: before.wake, ..self.panel.screen() };
        assert_eq!(after, before, "the panel changed without a reason");
    }

    /// Both clocks go on.
    fn forward(&mut self, by: Duration) {
        self.house.clock.advance(by.try_into().expect("short"));
        self.steady.advance(by);
    }

    /// Takes in what has come over the line.
    fn hear(&mut self) {
        for update in self.wire.hear(&mut self.chance) {
            self.tell(update);
        }
    }

    fn tell(&mut self, update: Update) {
        self.panel.take(update);
    }

    fn look(&mut self) {
        look(&mut self.house, &self.wire, &mut self.panel, &mut self.seen);
    }

    /// The line breaks: with a bang that the reader hears, or without a word. It comes back soon,
    /// mostly.
    fn snap(&mut self) {
        let now = self.house.clock.now();
        if !self.wire.is_whole() {
            return self.plan.at(now + BETWEEN_BREAKS, Act::Break);
        }
        self.seen.breaks += 1;
        if self.chance.percent(50) {
            self.wire.silence(now);
        } else {
            self.cut();
        }
        let (least, most) = self.chance.one_of(&[(0, 2), (0, 15), (10, 60), (60, 1_200)]);
        self.plan.at(now + self.chance.seconds(least, most), Act::Mend);
    }

    fn cut(&mut self) {
        let down = self.wire.cut(self.house.clock.now(), &mut self.chance);
        self.tell(down);
    }

    /// The line comes back, if there is a server at its end. One line in ten ends at a monitor that
    /// was started anew.
    fn mend(&mut self) {
        let Some(bar) = self.house.bar() else { return };
        if self.chance.percent(10) {
            self.wire = Wire::new();
            self.panel = Panel::new(self.steady.clone());
        }
        self.panel.set_venue(bar.monitor_venue());
        self.wire.mend(bar);
    }

    /// The server goes; every line with it.
    async fn stop(&mut self) {
        self.cut();
        self.house.stop().await;
        self.seen.restarts += 1;
        let away = self.chance.seconds(1, 240);
        self.plan.at(self.house.clock.now() + away, Act::Start);
    }

    /// The server comes back, and the monitor with it.
    async fn start(&mut self) {
        self.house.start().await;
        self.mend();
    }
}
