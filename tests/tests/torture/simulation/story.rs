//! The story of one seed: who does what when, and how time passes in between.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use demitasse::live::Hall;
use demitasse_shared::Timestamp;
use demitasse_shared::api::ShopChange;
use demitasse_shared::ids::OrderId;
use demitasse_tests::Chance;
use jiff::tz::TimeZone;

use super::ask::Ask;
use super::chronicle::{Chronicle, broken};
use super::errands::{Errand, Who};
use super::house::House;
use super::ledger::Ledger;
use super::menus;
use super::oracle::Oracle;
use super::people::Person;
use super::phones::Ear;
use super::plan::Plan;
use super::screens::Screen;
use super::temper::Temper;

/// The baristas' screens, and one on the wall.
const SCREENS: usize = 4;

/// The one on the wall.
pub(super) const WALL: usize = 3;

/// Steps between two times that all that is stored is counted anew.
const AUDIT_EVERY: u64 = 150;

/// What somebody does, or what happens to a line or the machine.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// A day begins.
    Day,
    /// Somebody takes a phone out.
    Visit(usize, usize),
    /// Somebody scans, with this phone.
    Scan(usize, usize),
    /// Several do, in the same instant.
    Crowd,
    /// Somebody asks for a one-time code, or types it.
    AskCode(usize, usize),
    Type(usize, usize),
    /// Somebody tries codes out by the thousand.
    Storm,
    /// Somebody chooses.
    Choose(usize, usize),
    /// A barista does the next thing.
    Work(i64),
    /// Two baristas press the same key at once.
    Race(OrderId),
    /// A manager has an idea.
    Whim,
    /// Somebody asks for something.
    Send(Who, Ask),
    /// What was asked reaches the bar.
    Arrives(u64, Ask),
    /// No answer has come: it is asked again.
    Tired(u64),
    /// The server stops, or its process is killed.
    Stop {
        is_killed: bool,
    },
    /// Everything personal is wiped, while the server does not run.
    Wipe,
    /// Everything is copied, or the bar goes back to a copy.
    BackUp,
    Restore,
    /// The server starts.
    Start,
    /// The machine's clock is set, or it has slept.
    SetClock,
    /// A screen's line breaks or stalls, or comes back.
    Cut(usize),
    Connect(usize),
    /// A guest opens the order's page.
    Listen(usize),
}

/// A bar, everybody in it, and what is to come.
pub(super) struct Story {
    pub(super) temper: Temper,
    pub(super) chance: Chance,
    pub(super) plan: Plan<Act>,
    /// The time that people live in. Clocks may say another.
    pub(super) now: Timestamp,
    pub(super) house: House,
    pub(super) oracle: Oracle,
    pub(super) ledger: Ledger,
    pub(super) chronicle: Chronicle,
    pub(super) people: Vec<Person>,
    pub(super) busy: BTreeSet<i64>,
    pub(super) errands: BTreeMap<u64, Errand>,
    pub(super) screens: [Screen; SCREENS],
    pub(super) hall: Option<Hall>,
    pub(super) ears: Vec<Ear>,
    /// How late the bar looks at what is due next.
    lateness: Option<(Timestamp, Duration)>,
    /// Copies of the data, and what they know.
    pub(super) backups: Vec<(PathBuf, Oracle)>,
    /// Whether the server starts on other data than it stopped with.
    pub(super) is_restored: bool,
    /// What happened how often.
    pub(super) seen: BTreeMap<String, u64>,
    /// What was sent so far.
    pub(super) sent: u64,
    steps: u64,
}

impl Story {
    /// A closed bar at its first midnight.
    pub(super) async fn begin(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let temper = Temper::of(seed, &mut chance);
        let zone = TimeZone::get(temper.zone).expect("a zone");
        let house = House::new(&temper).await;
        let oracle = Oracle::new(temper.begins, zone.clone(), temper.by_badge(), menus::usual());
        let title = format!("seed {seed}: {}, in {}", temper.kind, temper.zone);
        let mut story = Self {
            people: vec![Person::default(); temper.people],
            now: temper.begins,
            temper,
            chance,
            plan: Plan::new(),
            house,
            oracle,
            ledger: Ledger::new(zone, Vec::new()),
            chronicle: Chronicle::new(title),
            busy: BTreeSet::new(),
            errands: BTreeMap::new(),
            screens: std::array::from_fn(|nth| Screen::new(seed ^ nth as u64)),
            hall: None,
            ears: Vec::new(),
            lateness: None,
            backups: Vec::new(),
            is_restored: false,
            seen: BTreeMap::new(),
            sent: 0,
            steps: 0,
        };
        story.start().await;
        story
    }

    /// Lives through all of its days, and says what happened how often.
    pub(super) async fn live(mut self) -> BTreeMap<String, u64> {
        let day = Duration::from_hours(24);
        for nth in 0..self.temper.days {
            self.plan.at(self.now + day * u32::try_from(nth).expect("few"), Act::Day);
        }
        let end = self.now + day * u32::try_from(self.temper.days).expect("few");
        while let Some((at, act)) = self.plan.next(end) {
            self.pass_until(at).await;
            self.play(act).await;
            self.hold().await;
            self.steps += 1;
            if self.steps.is_multiple_of(AUDIT_EVERY) {
                self.audit().await;
            }
        }
        self.stop(false).await;
        self.start().await;
        self.hold().await;
        self.seen.insert("days".to_owned(), self.temper.days);
        self.seen.insert("steps".to_owned(), self.steps);
        self.seen
    }

    async fn play(&mut self, act: Act) {
        match act {
            Act::Day => self.plan_day(),
            Act::Visit(person, phone) => self.visit(person, phone),
            Act::Scan(person, phone) => self.scan(person, phone),
            Act::Crowd => self.crowd().await,
            Act::AskCode(person, phone) => self.ask_code(person, phone),
            Act::Type(person, phone) => self.type_code(person, phone),
            Act::Storm => self.storm().await,
            Act::Choose(person, phone) => self.choose(person, phone),
            Act::Work(barista) => self.work(barista),
            Act::Race(order) => self.race(order).await,
            Act::Whim => self.whim(),
            Act::Send(from, ask) => self.send(from, ask),
            Act::Arrives(id, ask) => self.arrives(id, &ask).await,
            Act::Tired(id) => self.tired(id),
            Act::Stop { is_killed } => self.fall(is_killed).await,
            Act::Wipe => self.wipe().await,
            Act::BackUp => self.back_up().await,
            Act::Restore => self.restore().await,
            Act::Start => self.start().await,
            Act::SetClock => self.set_clock(),
            Act::Cut(screen) => self.cut(screen),
            Act::Connect(screen) => self.connect(screen),
            Act::Listen(person) => self.listen(person).await,
        }
    }

    /// What a day brings, from its midnight on.
    fn plan_day(&mut self) {
        let (hours, temper) = (|n: u64| Duration::from_secs(n * 3_600), &self.temper);
        let (midnight, chance) = (self.now, &mut self.chance);
        let mut sometime = |from: u64, span: u64, times: u64, act: Act| {
            for _ in 0..times {
                self.plan.at(midnight + hours(from) + chance.seconds(0, span * 3_600), act.clone());
            }
        };
        sometime(0, 24, temper.stops, Act::Stop { is_killed: false });
        sometime(0, 24, temper.kills, Act::Stop { is_killed: true });
        sometime(0, 24, temper.clock_jumps, Act::SetClock);
        sometime(0, 24, temper.backups, Act::BackUp);
        sometime(0, 24, temper.restores, Act::Restore);
        let (opens, open) = (temper.opens_at_hour, temper.open_hours);
        let people = temper.people as u64;
        let (guests, crowds, whims) = (temper.guests_a_day, temper.crowds, temper.whims);
        let (wipes, opens_today) = (temper.wipes, temper.open);
        if self.chance.percent(wipes) {
            self.plan.at(midnight + self.chance.seconds(0, 86_400), Act::Wipe);
        }
        if !self.chance.percent(opens_today) {
            return;
        }
        let at = midnight + hours(opens) + self.chance.seconds(0, 900);
        self.plan.at(at, Act::Send(Who::Office, Ask::Door(ShopChange::OPEN)));
        if open < 24 {
            let at = midnight + hours(opens + open) + self.chance.seconds(0, 900);
            self.plan.at(at, Act::Send(Who::Office, Ask::Door(ShopChange::CLOSE)));
        }
        for _ in 0..guests {
            let person = usize::try_from(self.chance.below(people)).expect("few");
            let phone = usize::from(self.chance.percent(15));
            let at = midnight + hours(opens) + self.chance.seconds(0, open * 3_600);
            self.plan.at(at, Act::Visit(person, phone));
        }
        for (times, act) in [(crowds, Act::Crowd), (whims, Act::Whim)] {
            for _ in 0..times {
                let at = midnight + hours(opens) + self.chance.seconds(0, open * 3_600);
                self.plan.at(at, act.clone());
            }
        }
        if self.temper.has_storms {
            let at = midnight + hours(opens) + self.chance.seconds(0, open * 3_600);
            self.plan.at(at, Act::Storm);
        }
        for screen in 0..SCREENS {
            let at = midnight + hours(opens) + self.chance.seconds(0, open * 3_600);
            self.plan.at(at, Act::Cut(screen));
        }
    }

    /// Lets time pass, and the bar do what is due in it.
    async fn pass_until(&mut self, then: Timestamp) {
        let left =
            |now: Timestamp| Duration::try_from(then.duration_since(now)).unwrap_or_default();
        while let Some(wait) = self.next_round().filter(|wait| *wait <= left(self.now)) {
            self.forward(wait);
            self.tick().await;
            self.hold().await;
        }
        self.forward(left(self.now));
    }

    fn forward(&mut self, by: Duration) {
        self.now += by;
        self.house.forward(by);
    }

    /// How long until the bar looks at what is due next; now and then it is late, as on a machine that
    /// is busy or asleep.
    fn next_round(&mut self) -> Option<Duration> {
        let due = self.house.bar()?.due();
        if self.lateness.is_none_or(|(of, _)| of != due) {
            let is_late = self.chance.percent(20);
            let late = if is_late { self.temper.late } else { 0 };
            self.lateness = Some((due, self.chance.seconds(0, late.max(1)) * u32::from(is_late)));
        }
        let late = self.lateness.map_or(Duration::ZERO, |(_, late)| late);
        let wait = Duration::try_from(due.duration_since(self.house.now())).unwrap_or_default();
        Some(wait + late)
    }

    /// The bar does what is due.
    async fn tick(&mut self) {
        let Some(bar) = self.house.bar().cloned() else { return };
        bar.catch_up().await.expect("the disk takes it");
        let rows = self.oracle.tick(self.house.now());
        self.lateness = None;
        if bar.due() <= self.house.now() {
            broken("a round leaves nothing that is due", &self.house.now(), &bar.due());
        }
        self.read_journal(&rows).await;
    }

    /// Counts what happened.
    pub(super) fn count(&mut self, what: &str) {
        *self.seen.entry(what.to_owned()).or_default() += 1;
    }
}
