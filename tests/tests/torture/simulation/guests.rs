//! What guests do: they sign in, scan, choose, choose again, change their minds, walk off.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::api::Submit;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState};

use super::ask::{Ask, Told};
use super::errands::Who;
use super::people::NOTE;
use super::story::{Act, Story, WALL};

/// How many scan in the same instant at most.
const CROWD: u64 = 12;

/// A person, and which of the phones.
type Hand = (usize, usize);

impl Story {
    /// Somebody takes a phone out, and signs in where that has not been done.
    pub(super) fn visit(&mut self, person: usize, phone: usize) {
        let Some(token) = self.people[person].phones[phone].clone() else {
            if self.temper.by_code() {
                return self.ask_code(person, phone);
            }
            let page = format!("page {}", self.sent);
            return self.sign_in((person, phone), None, page);
        };
        let from = Who::Guest(person, phone);
        match self.chance.below(100) {
            0 | 1 => self.send(from, Ask::SignOut { token }),
            2..=4 => self.send(from, Ask::Forget { token }),
            5 if self.temper.by_code() => self.ask_code(person, phone),
            // Another name, or the same badge once more.
            5 => {
                let page = format!("page {}", self.sent);
                self.sign_in((person, phone), Some(token), page);
            }
            6..=12 => self.send(from, Ask::List { token }),
            _ => self.scan(person, phone),
        }
    }

    fn sign_in(&mut self, (person, phone): Hand, token: Option<String>, page: String) {
        let ask = Ask::SignIn { token, person, page };
        if self.chance.percent(10) {
            // A double tap.
            let at = self.now + self.chance.seconds(0, 200);
            self.plan.at(at, Act::Send(Who::Guest(person, phone), ask.clone()));
        }
        self.send(Who::Guest(person, phone), ask);
    }

    /// Somebody scans: what the wall shows, or something else.
    pub(super) fn scan(&mut self, person: usize, phone: usize) {
        let Some(token) = self.people[person].phones[phone].clone() else { return };
        let code = self.code();
        let from = Who::Guest(person, phone);
        if self.chance.percent(2) {
            // Who tries codes out tries many.
            for _ in 0..self.chance.below(25) {
                let code = format!("{:016}", self.chance.below(1_000));
                self.send(from, Ask::Redeem { token: token.clone(), code });
            }
        }
        if self.chance.percent(10)
            && let Some(at) = self.grace_ends()
        {
            self.plan
                .at(at, Act::Send(from, Ask::Redeem { token: token.clone(), code: code.clone() }));
        }
        self.send(from, Ask::Redeem { token, code });
    }

    /// The code on the wall, as that screen knows it; now and then another one.
    fn code(&mut self) -> String {
        let board = self.screens[WALL].board();
        let shown = board.and_then(|board| board.window.as_ref()).map(|window| window.code.clone());
        let known = self.oracle.windows.len() as u64;
        match self.chance.below(100) {
            0..=2 => "0123456789ABCDEF".to_owned(),
            3..=9 if known > 0 => {
                let back = usize::try_from(self.chance.below(known.min(4))).expect("few");
                self.oracle.windows[self.oracle.windows.len() - 1 - back].code.clone()
            }
            _ => shown.unwrap_or_else(|| "FEDCBA9876543210".to_owned()),
        }
    }

    /// The very moment at which the code on the wall stops to count, or one beside it.
    fn grace_ends(&mut self) -> Option<Timestamp> {
        let board = self.screens[WALL].board()?;
        let grace = Duration::from_secs(board.settings.grace_seconds.into());
        let at = board.window.as_ref()?.closes_at + grace;
        Some(self.about(at))
    }

    /// When people's time has come to a moment of the bar's, to the millisecond, give or take one.
    pub(super) fn about(&mut self, at: Timestamp) -> Timestamp {
        let away = at.duration_since(self.house.now()).as_millis();
        let away = u64::try_from(away).unwrap_or(0) + self.chance.below(3);
        self.now + Duration::from_millis(away.saturating_sub(1))
    }

    /// Many scan in the same instant: rule 1 is for them.
    pub(super) async fn crowd(&mut self) {
        let code = self.code();
        let mut asks = Vec::new();
        for _ in 0..=self.chance.below(CROWD) {
            let person = usize::try_from(self.chance.below(self.people.len() as u64)).expect("few");
            let token = self.people[person].phones[0].clone();
            // Who is not signed in does it for next time.
            let Some(token) = token else {
                self.visit(person, 0);
                continue;
            };
            asks.push((Who::Guest(person, 0), Ask::Redeem { token, code: code.clone() }));
        }
        self.ask_at_once(asks).await;
    }

    /// Somebody chooses for the order in mind.
    pub(super) fn choose(&mut self, person: usize, phone: usize) {
        let (token, order) = (self.people[person].phones[phone].clone(), self.people[person].order);
        let (Some(token), Some(order)) = (token, order) else { return };
        let order = if self.chance.percent(2) { self.anybodys_order() } else { order };
        let submit = self.choice(Some(person));
        self.send(Who::Guest(person, phone), Ask::Submit { token, order, submit });
    }

    pub(super) fn anybodys_order(&mut self) -> OrderId {
        let last = self.oracle.orders.keys().next_back().map_or(1, |id| id.0);
        OrderId((last + 1 - i64::try_from(self.chance.below(12)).expect("few")).max(1))
    }

    /// What somebody has, and sometimes what nobody can have.
    pub(super) fn choice(&mut self, person: Option<usize>) -> Submit {
        let (drink, options) = self.chance.one_of::<(&str, &[&str])>(&[
            ("espresso", &[]),
            ("flat-white", &["oat"]),
            ("flat-white", &["whole", "sugar"]),
            ("flat-white", &["sugar", "oat", "honey"]),
            ("tea", &["honey"]),
            ("tea", &[]),
            ("espresso", &[]),
            ("flat-white", &["oat"]),
            ("tea", &["sugar", "honey"]),
            ("flat-white", &[]),
            ("flat-white", &["oat", "oat"]),
            ("flat-white", &["oat", "whole"]),
            ("tea", &["oat"]),
            ("petrol", &[]),
        ]);
        let words = person.filter(|_| self.chance.percent(20));
        let note = words.map(|person| format!("{NOTE} {person}"));
        let options = options.iter().copied().map(Into::into).collect();
        Submit { drink: drink.into(), options, note }
    }

    /// A guest has heard the answer.
    pub(super) fn guest_heard(&mut self, (person, phone): Hand, ask: &Ask, told: &Told) {
        match (ask, told) {
            (_, Told::No(RefusalCode::NotSignedIn, _)) | (Ask::SignOut { .. }, Told::Done) => {
                self.people[person].phones[phone] = None;
            }
            (Ask::SignIn { .. } | Ask::Prove { .. }, Told::Session(_, token)) => {
                if let Some(token) = token {
                    self.people[person].phones[phone] = Some(token.clone());
                }
                let at = self.now + self.chance.seconds(0, 5);
                self.plan.at(at, Act::Scan(person, phone));
            }
            (Ask::Code { .. } | Ask::Prove { .. }, told) => {
                self.code_heard((person, phone), told);
            }
            (Ask::Redeem { .. }, Told::Order(order)) => self.has_place((person, phone), order),
            (Ask::Submit { .. }, Told::Order(order)) => {
                self.has_ordered((person, phone), ask, order);
            }
            (Ask::Submit { .. }, Told::No(code, _)) if *code != RefusalCode::WrongState => {
                self.people[person].tries += 1;
                if self.people[person].tries < 5 {
                    let at = self.now + self.chance.seconds(1, 10);
                    self.plan.at(at, Act::Choose(person, phone));
                }
            }
            _ => {}
        }
    }

    /// The scan was good.
    fn has_place(&mut self, (person, phone): Hand, order: &Order) {
        self.people[person].order = Some(order.id);
        self.people[person].tries = 0;
        let Some(by) = order.submit_by.filter(|_| order.state == OrderState::Reserved) else {
            return;
        };
        if self.chance.percent(25) {
            self.plan.at(self.now, Act::Listen(person));
        }
        let at = match self.chance.below(100) {
            // Walks off.
            0..=4 => return,
            5..=10 => return self.changes_mind((person, phone), order.id, 120),
            // In the very last moment, or one after it.
            11..=16 => self.about(by),
            _ => self.now + self.chance.seconds(1, 90),
        };
        self.plan.at(at, Act::Choose(person, phone));
    }

    /// The order is in the queue.
    fn has_ordered(&mut self, (person, phone): Hand, ask: &Ask, order: &Order) {
        self.call_baristas();
        let from = Who::Guest(person, phone);
        let later = self.now + self.chance.seconds(0, 300);
        match self.chance.below(100) {
            0..=9 => self.plan.at(later, Act::Send(from, ask.clone())),
            10..=14 => self.plan.at(later, Act::Choose(person, phone)),
            15..=24 => self.changes_mind((person, phone), order.id, 400),
            25..=29 => {
                if let Some(at) = order.expires_at {
                    let at = self.about(at);
                    self.plan.at(at, Act::Race(order.id));
                }
            }
            30..=49 => {
                let Some(token) = self.people[person].phones[phone].clone() else { return };
                self.plan.at(later, Act::Send(from, Ask::Look { token, order: order.id }));
            }
            // The same code again, after all is over perhaps.
            50..=54 => self.plan.at(later + Duration::from_mins(5), Act::Scan(person, 1)),
            _ => {}
        }
    }

    fn changes_mind(&mut self, (person, phone): Hand, order: OrderId, within: u64) {
        let Some(token) = self.people[person].phones[phone].clone() else { return };
        let at = self.now + self.chance.seconds(0, within);
        self.plan.at(at, Act::Send(Who::Guest(person, phone), Ask::Withdraw { token, order }));
    }
}
