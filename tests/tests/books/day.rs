//! A bar's day, drawn at random and played through the real bar.

use std::collections::BTreeMap;

use demitasse_shared::api::Submit;
use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::journal::{JOURNAL_LIMIT, JournalEntry, JournalQuery};
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::report::{Report, TurnedAway};
use demitasse_shared::settings::Settings;
use demitasse_shared::{Date, Timestamp};
use demitasse_tests::{Bar, Chance, at, flat_white};
use jiff::SignedDuration;
use jiff::tz::TimeZone;

/// A bar while its day is played.
pub(crate) struct Day {
    pub(crate) seed: u64,
    chance: Chance,
    bar: Bar,
    zone: TimeZone,
    now: Timestamp,
    baristas: Vec<Client>,
    guests: Vec<(Client, OrderId)>,
    noes: BTreeMap<(Date, RefusalCode), u32>,
    walk_ups: u32,
}

/// What the bar says of some days, and the journal at the same moment.
pub(crate) struct Books {
    pub(crate) reports: Vec<Report>,
    pub(crate) journal: Vec<JournalEntry>,
}

impl Day {
    /// Opens a bar with few drinks a code, so that some are turned away.
    pub(crate) async fn begin(seed: u64, zone: &str, start: &str) -> Self {
        let bar = Bar::in_zone(start, zone).await;
        let rules =
            Settings { grace_seconds: 0, window_drinks: 3, capacity: 12, ..Settings::default() };
        bar.staff.rule(&rules).await;
        bar.staff.open().await;
        let baristas = vec![bar.staff.barista("Rui").await, bar.staff.barista("Zoé").await];
        Self {
            seed,
            chance: Chance::new(seed),
            bar,
            zone: TimeZone::get(zone).expect("a zone"),
            now: at(start),
            baristas,
            guests: Vec::new(),
            noes: BTreeMap::new(),
            walk_ups: 0,
        }
    }

    /// Lets a little time pass, and somebody do something.
    pub(crate) async fn step(&mut self) {
        let is_quiet = self.chance.percent(8);
        let millis = self.chance.below(if is_quiet { 400_000 } else { 70_000 });
        self.pass(SignedDuration::from_millis(i64::try_from(millis).expect("minutes")));
        match self.chance.below(100) {
            0..26 => self.guest_comes().await,
            26..32 => self.walk_up().await,
            32..36 => self.guest_withdraws().await,
            _ => self.barista_works().await,
        }
    }

    /// Finishes what somebody has in hand, and waits until time has ended all the rest.
    pub(crate) async fn end(&mut self) {
        for order in self.orders_in(OrderState::Making).await {
            self.work(order.id, Step::Complete).await;
        }
        self.pass(SignedDuration::from_hours(1));
        let mut monitor = self.bar.staff.monitor().await;
        monitor.board("nothing left", |board| board.orders().next().is_none()).await;
    }

    fn pass(&mut self, span: SignedDuration) {
        self.bar.advance(span);
        self.now = self.now.checked_add(span).expect("the same week");
    }

    async fn guest_comes(&mut self) {
        let guest = self.bar.staff.guest("Ana").await;
        let board = self.bar.staff.manager.board().await.expect("a manager sees it");
        let code = board.window.map(|window| window.code).unwrap_or_default();
        let code = if self.chance.percent(4) { "0000000000000000".to_owned() } else { code };
        let answer = guest.redeem(&code).await;
        let Some(place) = self.heard(answer) else { return };
        self.guests.push((guest.clone(), place.id));
        if self.chance.percent(10) {
            return; // Never chooses.
        }
        let choice = self.choice();
        let answer = guest.submit(place.id, &choice).await;
        self.heard(answer);
    }

    async fn walk_up(&mut self) {
        self.walk_ups += 1;
        let (choice, key) = (self.choice(), self.walk_ups.to_string());
        self.baristas[0].walk_up(&choice, &key).await.expect("it is on the menu");
    }

    fn choice(&mut self) -> Submit {
        let of = |drink: &str, options: &[&str]| Submit {
            drink: drink.into(),
            options: options.iter().map(|option| (*option).into()).collect(),
            note: Some("=not to be seen".to_owned()),
        };
        match self.chance.below(4) {
            0 => of("espresso", &[]),
            1 => of("tea", &["mint"]),
            _ => flat_white(),
        }
    }

    async fn guest_withdraws(&mut self) {
        let Some(index) = self.guests.len().checked_sub(1) else { return };
        let index = index - usize::try_from(self.chance.below(3)).expect("few").min(index);
        let (guest, order) = &self.guests[index];
        // Too late is no answer that is counted.
        drop(guest.step(*order, Step::Cancel, None).await);
    }

    async fn barista_works(&mut self) {
        use Step::{Cancel, Collect, Complete, Make, Recall, Unmake};
        let (state, step) = match self.chance.below(100) {
            0..40 => (OrderState::Waiting, Make),
            40..76 => (OrderState::Making, Complete),
            76..81 => (OrderState::Making, Unmake),
            81..90 => (OrderState::Ready, Collect),
            90..95 => (OrderState::Ready, Recall),
            _ => (OrderState::Waiting, Cancel),
        };
        let orders = self.orders_in(state).await;
        if let Some(order) = orders.first() {
            self.work(order.id, step).await;
        }
    }

    async fn orders_in(&self, state: OrderState) -> Vec<Order> {
        let board = self.bar.staff.manager.board().await.expect("a manager sees it");
        board.orders.into_iter().filter(|order| order.state == state).collect()
    }

    /// One of the baristas takes a step, if time was not faster.
    async fn work(&mut self, order: OrderId, step: Step) {
        let barista = &self.baristas[usize::try_from(self.chance.below(2)).expect("two")];
        let reason = (step == Step::Cancel).then_some("=Out of \"milk\"");
        match barista.step(order, step, reason).await {
            Ok(_) => {}
            Err(ClientError::Refused(problem)) => {
                let late = [RefusalCode::WrongState, RefusalCode::ClaimedByOther];
                assert!(late.contains(&problem.code), "{problem:?}");
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// Notes a no that a guest has heard.
    fn heard(&mut self, answer: Result<Order, ClientError>) -> Option<Order> {
        match answer {
            Ok(order) => Some(order),
            Err(ClientError::Refused(problem)) => {
                let day = self.now.to_zoned(self.zone.clone()).date();
                *self.noes.entry((day, problem.code)).or_default() += 1;
                None
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// How often guests heard no on a day.
    pub(crate) fn turned_away(&self, day: Date) -> Vec<TurnedAway> {
        let of_day = self.noes.iter().filter(|((of, _), _)| *of == day);
        of_day.map(|(&(_, code), &count)| TurnedAway { code, count }).collect()
    }

    /// Reports and journal of one moment: read again where time was still at work between them.
    pub(crate) async fn books(&self, days: &[Date]) -> Books {
        let manager = &self.bar.staff.manager;
        let seq = async || manager.board().await.expect("a manager sees it").seq;
        loop {
            let before = seq().await;
            let mut reports = Vec::new();
            for day in days {
                reports.push(manager.report(Some(*day)).await.expect("a manager may"));
            }
            let journal = self.journal().await;
            if seq().await == before {
                return Books { reports, journal };
            }
        }
    }

    async fn journal(&self) -> Vec<JournalEntry> {
        let mut all: Vec<JournalEntry> = Vec::new();
        loop {
            let seen = all.last().map_or(Seq(0), |entry| entry.seq);
            let query = JournalQuery::after(seen, JOURNAL_LIMIT);
            let page = self.bar.staff.manager.journal(&query).await.expect("a manager may");
            if page.entries.is_empty() {
                return all;
            }
            all.extend(page.entries);
        }
    }
}
