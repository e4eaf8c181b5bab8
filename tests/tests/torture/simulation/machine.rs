//! What happens to the machine and its lines: the server stops, is killed, starts; clocks are set;
//! screens lose their lines.

use demitasse::live::Hall;
use jiff::SignedDuration;

use super::ask::Ask;
use super::chronicle::{broken, same};
use super::ledger::Ledger;
use super::menus;
use super::phones::Ear;
use super::story::{Act, Story};

/// Guests who are watched listening, at most.
const EARS: usize = 3;

impl Story {
    /// The server starts, and does what it has slept through before anybody is answered.
    pub(super) async fn start(&mut self) {
        if self.house.bar().is_some() {
            return;
        }
        self.house.start();
        let Some(bar) = self.house.bar().cloned() else { return };
        let now = self.house.now();
        self.chronicle.note(now, "the server starts");
        self.oracle.shop.name.clone_from(&bar.venue().name);
        self.read_journal_again().await;
        self.oracle.restart(now);
        bar.catch_up().await.expect("the disk takes it");
        let rows = self.oracle.tick(now);
        self.read_journal(&rows).await;
        self.audit().await;
        self.hall = Some(Hall::open(bar.hub()).expect("a thread"));
        for screen in 0..self.screens.len() {
            self.connect(screen);
        }
    }

    /// The journal is read from its beginning: it says what it said, but for what was wiped, or
    /// comes after what was restored.
    async fn read_journal_again(&mut self) {
        let last = self.ledger.seq;
        self.ledger = Ledger::new(self.oracle.zone.clone(), self.oracle.restored.clone());
        let Some(bar) = self.house.bar().cloned() else { return };
        self.read_rows(&bar).await;
        if !std::mem::take(&mut self.is_restored) {
            same("rule 3: what was answered survives", &last, &self.ledger.seq);
        } else if self.ledger.seq <= last {
            broken("a restored journal goes on where none has been", &last, &self.ledger.seq);
        }
        self.learn_aliases();
    }

    /// After a wipe baristas are called otherwise: each the same everywhere.
    fn learn_aliases(&mut self) {
        let mut aliases = std::collections::BTreeMap::new();
        for (id, life) in &mut self.oracle.orders {
            let told = self.ledger.orders.get(id).and_then(|order| order.barista.clone());
            if life.order.barista == told {
                continue;
            }
            let was = std::mem::replace(&mut life.order.barista, told.clone());
            let alias = aliases.entry(was.clone()).or_insert_with(|| told.clone());
            let is_alias = told.as_ref().is_some_and(|told| told.starts_with("Somebody "));
            if !is_alias || *alias != told {
                broken("who made what is wiped under one name", &was, &told);
            }
        }
    }

    /// The server goes, and every line with it; it comes back soon, mostly.
    pub(super) async fn fall(&mut self, is_killed: bool) {
        if self.house.bar().is_none() {
            return;
        }
        self.stop(is_killed).await;
        if self.chance.percent(20) {
            self.change_offline();
        }
        let (least, most) = self.chance.one_of(&[(0, 1), (1, 20), (20, 400), (400, 7_200)]);
        let at = self.now + self.chance.seconds(least, most);
        self.plan.at(at, Act::Start);
    }

    /// Somebody uses a command while the server does not run.
    fn change_offline(&mut self) {
        let (ask, now) = if self.chance.percent(50) {
            let rules = self.rules();
            (Ask::Rule(rules), self.house.rule(rules))
        } else {
            let (item, there) = (menus::item(&mut self.chance), self.chance.percent(60));
            let now = self.house.mark(&item, there);
            (Ask::Stock(item, there), now)
        };
        let foreseen = self.oracle.foresee_offline(&ask, now);
        self.chronicle.note(now, &format!("offline: {ask:?} → {:?}", foreseen.answer));
        self.count("offline");
        self.ledger.seq.0 += i64::try_from(foreseen.rows.len()).expect("few");
    }

    pub(super) async fn stop(&mut self, is_killed: bool) {
        self.chronicle.note(self.house.now(), if is_killed { "killed" } else { "stopped" });
        self.count(if is_killed { "killed" } else { "stopped" });
        (self.hall, self.ears) = (None, Vec::new());
        if is_killed {
            self.screens.iter_mut().for_each(super::screens::Screen::cut);
            self.house.kill().await;
        } else {
            self.house.stop().await;
            for screen in &mut self.screens {
                screen.hear();
                screen.cut();
            }
        }
        self.oracle.stop(is_killed);
    }

    /// Everything personal goes.
    pub(super) async fn wipe(&mut self) {
        self.stop(false).await;
        let now = self.house.wipe();
        self.chronicle.note(now, "wiped");
        self.count("wiped");
        self.oracle.wipe();
        self.ledger.seq.0 += 1;
        self.start().await;
    }

    /// Everything is copied while the bar is open.
    pub(super) async fn back_up(&mut self) {
        let name = format!("backup {}.db", self.seen.get("backed up").unwrap_or(&0));
        let Some(file) = self.house.back_up(&name).await else { return };
        self.count("backed up");
        self.chronicle.note(self.house.now(), &name);
        self.backups.push((file, self.oracle.copy()));
    }

    /// Somebody goes back to a backup. Those that were made after it belong to a time that never
    /// was.
    pub(super) async fn restore(&mut self) {
        let count = self.backups.len() as u64;
        if count == 0 {
            return;
        }
        let is_killed = self.chance.percent(50);
        self.stop(is_killed).await;
        self.backups.truncate(usize::try_from(1 + self.chance.below(count)).expect("few"));
        let (file, copy) = self.backups.last().expect("there is one");
        let now = self.house.restore(file);
        self.oracle.restore(copy, now);
        self.is_restored = true;
        self.chronicle.note(now, &format!("restored: {}", file.display()));
        self.count("restored by a command");
        self.start().await;
    }

    /// Somebody sets the machine's clock, or the machine has slept.
    pub(super) fn set_clock(&mut self) {
        let minutes = self.chance.one_of(&[1, 7, 90, 1_440, 20_160]);
        let forward = self.chance.percent(50);
        let by = SignedDuration::from_mins(if forward { minutes } else { -minutes });
        self.house.set_clock(by);
        self.count("the clock was set");
        self.chronicle.note(self.house.now(), &format!("the machine's clock was set by {by:#}"));
    }

    /// A screen's line breaks, or nothing comes through for a while.
    pub(super) fn cut(&mut self, screen: usize) {
        self.count("a line broke");
        if self.chance.percent(40) {
            self.screens[screen].is_stalled = true;
        } else {
            self.screens[screen].cut();
        }
        let back = self.now + self.chance.seconds(0, 900);
        self.plan.at(back, Act::Connect(screen));
    }

    /// The line comes back, if there is a server at its end.
    pub(super) fn connect(&mut self, screen: usize) {
        let Some(bar) = self.house.bar() else { return };
        if self.screens[screen].is_connected() {
            self.screens[screen].is_stalled = false;
        } else {
            self.screens[screen].connect(bar, &mut self.chance);
        }
    }

    /// A guest opens the order's page, and puts the phone down.
    pub(super) async fn listen(&mut self, person: usize) {
        let token = self.people[person].phones[0].as_deref();
        let guest = token.and_then(|token| self.oracle.guests.of(token, self.house.now()));
        let (Some(guest), Some(bar), Some(hall)) = (guest, self.house.bar(), &self.hall) else {
            return;
        };
        if self.ears.len() == EARS {
            self.ears.remove(0);
        }
        let ear = Ear::open(bar, hall, guest).await;
        self.ears.push(ear);
    }
}
