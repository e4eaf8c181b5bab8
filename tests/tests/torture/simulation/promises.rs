//! What is looked at after every step: each promise by its place in product.md or ARCHITECTURE.md.

use std::collections::BTreeMap;

use demitasse::app::Bar;
use demitasse_shared::code::ALPHABET;
use demitasse_shared::ids::OrderId;
use demitasse_shared::journal::JournalQuery;
use demitasse_shared::live::{LiveEvent, Snapshot};
use demitasse_shared::order::Order;
use demitasse_shared::report::Report;
use demitasse_shared::shop::{Face, ShopState, Window};
use futures_util::future::join_all;
use rusqlite::{Connection, OpenFlags};
use tokio::task::unconstrained;

use super::ask::{Ask, Told};
use super::chronicle::{broken, same};
use super::errands::Who;
use super::oracle::{Foreseen, Oracle, Row, Verdict, gone, is_alive};
use super::phones::seen;
use super::story::Story;

/// Rows of the journal that are read at once.
const PAGE: u32 = 500;

/// Plain questions to what is stored, each with the promise that is broken where a row comes back.
pub(crate) const QUESTIONS: [(&str, &str); 9] = [
    (
        "rule 1: no window gives more than its drinks",
        "SELECT id FROM windows WHERE taken > drinks OR taken < 0",
    ),
    (
        "rule 1: what is taken of a window is what was not given back while it showed",
        "SELECT id FROM windows WHERE taken <> (
             SELECT count(*) FROM orders WHERE orders.window = windows.id AND NOT (
                 state IN ('cancelled', 'expired') AND making_at IS NULL
                 AND ended_at < windows.closes_at))",
    ),
    (
        "rule 2: nobody holds two orders of one window",
        "SELECT min(id) FROM orders WHERE guest IS NOT NULL
             AND state NOT IN ('cancelled', 'expired')
             GROUP BY guest, window HAVING count(*) > 1",
    ),
    (
        "rule 4: numbers run 1, 2, 3 within a day",
        "SELECT max(id) FROM orders WHERE number IS NOT NULL
             AND day NOT IN (SELECT day FROM number_floors) GROUP BY day
             HAVING count(DISTINCT number) <> max(number) OR count(*) <> max(number)",
    ),
    (
        "rule 4: no number is given twice on a day, whatever was restored",
        "SELECT max(id) FROM orders WHERE number IS NOT NULL GROUP BY day, number
             HAVING count(*) > 1",
    ),
    (
        "rule 8: windows never overlap",
        "SELECT a.id FROM windows AS a JOIN windows AS b
             ON b.id = (SELECT min(id) FROM windows WHERE id > a.id)
             WHERE b.opens_at < a.closes_at",
    ),
    (
        "an order that is over says when it ended, and only such a one",
        "SELECT id FROM orders
             WHERE (state IN ('collected', 'cancelled', 'expired')) <> (ended_at IS NOT NULL)",
    ),
    (
        "always 7: sessions of the forgotten hold nothing",
        "SELECT guests.id FROM guests JOIN sessions ON sessions.guest = guests.id
             WHERE (name IS NULL AND identity IS NULL) OR forget_at IS NOT NULL",
    ),
    (
        "always 7: the forgotten have left no words, neither in orders nor in the journal",
        "SELECT orders.id FROM orders JOIN guests ON guests.id = orders.guest
             LEFT JOIN journal ON journal.about = orders.id
             WHERE guests.name IS NULL AND guests.identity IS NULL
             AND (orders.chosen LIKE '%Please, for%' OR journal.data LIKE '%Please, for%')",
    ),
];

impl Story {
    /// Puts a request to the bar, and what it says to the oracle. Nothing where no server runs.
    pub(super) async fn ask(&mut self, ask: &Ask) -> Option<Told> {
        let bar = self.house.bar()?.clone();
        let foreseen = self.oracle.foresee(ask, self.house.now());
        let told = ask.send(&bar, self.temper.by_badge()).await;
        self.judge(ask, &foreseen, &told);
        self.read_journal(&foreseen.rows).await;
        Some(told)
    }

    /// Several ask in the same instant; they are heard in the order in which they came.
    pub(super) async fn ask_at_once(&mut self, asks: Vec<(Who, Ask)>) {
        let Some(bar) = self.house.bar().cloned() else { return };
        let (now, by_badge) = (self.house.now(), self.temper.by_badge());
        // Whose session it is is remembered from now on, so that nobody is overtaken by a look-up.
        for (_, ask) in &asks {
            if let Ask::Redeem { token, .. } = ask {
                drop(bar.guest(token).await);
            }
        }
        let foreseen: Vec<_> = asks.iter().map(|(_, ask)| self.oracle.foresee(ask, now)).collect();
        let told = join_all(asks.iter().map(|(_, ask)| ask.send(&bar, by_badge)));
        let told = unconstrained(told).await;
        let mut rows = Vec::new();
        for (((_, ask), foreseen), told) in asks.iter().zip(&foreseen).zip(&told) {
            self.judge(ask, foreseen, told);
            rows.extend_from_slice(&foreseen.rows);
        }
        self.read_journal(&rows).await;
        for ((from, ask), told) in asks.iter().zip(&told) {
            self.react(*from, ask, told);
        }
    }

    /// Holds an answer against what was foreseen.
    fn judge(&mut self, ask: &Ask, foreseen: &Foreseen, told: &Told) {
        self.chronicle.note(self.house.now(), &format!("{ask:?} → {}", brief(told)));
        let verdict = match told {
            Told::Session(guest, token) => self.recognise(foreseen, *guest, token.as_deref()),
            Told::Sent { pending, code, expires_at, resend_at } => {
                self.oracle.proofs.learn(pending, code);
                let had = matches!(ask, Ask::Code { pending: Some(had), .. } if had == pending);
                Verdict::Sent { expires_at: *expires_at, resend_at: *resend_at, is_new: !had }
            }
            Told::Order(order) => Verdict::Order(Box::new(bare(order))),
            Told::Orders(answer) => Verdict::Orders(
                answer.orders.iter().map(bare).collect(),
                answer.drinks_left.unwrap_or_default(),
            ),
            Told::Done => Verdict::Done,
            Told::No(code, until) => {
                self.count(code.as_str());
                Verdict::No(*code, *until)
            }
            Told::Failed(why) => return broken("rule 3: the bar answers", &foreseen.answer, why),
        };
        if verdict != foreseen.answer {
            let promise = format!("product.md says what comes of {ask:?}");
            broken(&promise, &foreseen.answer, &verdict);
        }
    }

    /// Who somebody is whom the bar has never seen only the bar can say.
    fn recognise(
        &mut self,
        foreseen: &Foreseen,
        guest: demitasse::domain::order::GuestId,
        token: Option<&str>,
    ) -> Verdict {
        let is_new = matches!(foreseen.answer, Verdict::Session { guest: None, .. });
        if is_new && self.oracle.guests.has_been(guest) {
            broken("one guest, one identity", &"somebody new", &guest);
        }
        self.oracle.guests.learn(guest, token, self.house.now());
        let guest = (!is_new).then_some(guest);
        Verdict::Session { guest, has_token: token.is_some() }
    }

    /// Reads what the journal has got since, which must be these rows and no others: what was refused
    /// has left nothing behind.
    pub(super) async fn read_journal(&mut self, expected: &[Row]) {
        let Some(bar) = self.house.bar().cloned() else { return };
        if expected.is_empty() && bar.hub().moment().0 == self.ledger.seq {
            return;
        }
        let found = self.read_rows(&bar).await;
        let mut expected: Vec<_> = expected.iter().map(|(k, id)| ((*k).to_owned(), *id)).collect();
        let mut got = found;
        for (kind, _) in &got {
            *self.seen.entry(kind.clone()).or_default() += 1;
        }
        // A long list is worked off in several rounds, between which other things are done.
        if expected.len() > 100 {
            expected.sort();
            got.sort();
        }
        same("rule 3: the journal gets what happened, and nothing else", &expected, &got);
    }

    /// Folds the rows that are new into the ledger.
    pub(super) async fn read_rows(&mut self, bar: &Bar) -> Vec<(String, Option<OrderId>)> {
        let mut found = Vec::new();
        loop {
            let page = bar.journal(JournalQuery::after(self.ledger.seq, PAGE)).await;
            let entries = page.expect("it can be read").entries;
            let is_last = entries.len() < PAGE as usize;
            for row in entries {
                self.ledger.take(&row);
                if let (LiveEvent::Window { window: Some(window) }, "window_opened") =
                    (&row.event, row.kind.as_str())
                {
                    learn_window(&mut self.oracle, window);
                }
                found.push((row.kind, row.order));
            }
            if is_last {
                return found;
            }
        }
    }

    /// After every step: what the bar shows is what it must be, on every screen that has heard it.
    pub(super) async fn hold(&mut self) {
        let Some(bar) = self.house.bar().cloned() else { return };
        let (snapshot, (fresh, _)) = (bar.hub().snapshot(), bar.hub().board());
        self.oracle.now = self.house.now();
        shows_what_is_so(&self.oracle, &snapshot);
        same("rule 6: why not, and when again", &self.oracle.status(), &bar.hub().status());
        self.ledger.is_shown_by(&snapshot);
        for screen in &mut self.screens {
            screen.hear();
            screen.is_current(&fresh);
        }
        // What is overdue will be done as soon as the bar looks, whatever it is.
        let due = self.oracle.next_due().map(|due| due.max(self.house.now()));
        if due.is_some_and(|due| due < bar.due()) {
            broken("the bar wakes when something is due", &due, &bar.due());
        }
        self.tell_phones(fresh.face()).await;
    }

    /// Each phone comes to show its guest's orders as they are.
    async fn tell_phones(&mut self, face: Face) {
        let face_now = face;
        let mut ears = std::mem::take(&mut self.ears);
        let mut kept = Vec::new();
        for mut ear in ears.drain(..) {
            let own = self.oracle.orders.values().filter(|life| life.guest == Some(ear.guest));
            let alive = own.filter(|life| is_alive(life.order.state));
            let orders =
                alive.map(|life| (life.order.id, seen(&self.oracle.for_guest(&life.order))));
            let orders: BTreeMap<_, _> = orders.collect();
            if ear.comes_to(&orders, face_now).await {
                kept.push(ear);
            }
        }
        self.ears = kept;
    }

    /// All that is stored is counted anew, with plain questions.
    pub(super) async fn audit(&mut self) {
        let Some(bar) = self.house.bar().cloned() else { return };
        let file = self.house.data().join("demitasse.db");
        let db = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
        let db = db.expect("it can be read");
        for (promise, question) in QUESTIONS {
            let mut statement = db.prepare(question).expect("SQL");
            let rows =
                statement.query_map([], |row| row.get::<_, i64>(0)).expect("it can be asked");
            let found: Vec<_> = rows.map(|row| row.expect("a number")).collect();
            if !found.is_empty() {
                broken(promise, &"nothing", &found);
            }
        }
        drop(db);
        let mut days: Vec<_> = self.oracle.orders.values().map(|life| life.day).collect();
        days.dedup();
        for day in days.into_iter().rev().take(2) {
            let report = bar.report(Some(day)).await.expect("it can be read");
            adds_up(&self.oracle, &report);
        }
    }
}

/// Every reservation is in one place at a time, and the figures say so.
fn adds_up(oracle: &Oracle, report: &Report) {
    let cancelled: u32 = report.cancelled.iter().map(|cancelled| cancelled.count).sum();
    let expired = report.expired.guest + report.expired.bar;
    let ends = report.under_way + report.served + cancelled + expired;
    same("every order ends exactly once", &(report.redeemed + report.walk_ups), &ends);
    let figures = oracle.figures(report.day);
    let told = (
        [report.redeemed, report.walk_ups, report.submitted, report.under_way],
        [report.served, report.collected, report.aged_out, cancelled],
        [report.expired.guest, report.expired.bar],
        [report.codes.shown, report.codes.drinks, report.codes.taken, report.codes.sold_out],
    );
    same("the report counts what happened", &figures, &told);
    let away = report.turned_away.iter().map(|away| (away.code, away.count)).collect();
    same("the report counts who was turned away", &oracle.turned_away(report.day), &away);
}

/// Rules 4 to 8 on the board: what screens show follows from all that was asked.
fn shows_what_is_so(oracle: &Oracle, snapshot: &Snapshot) {
    let orders: Vec<_> = snapshot.orders.iter().map(bare).collect();
    let expected: Vec<_> = oracle.on_board().into_iter().cloned().collect();
    same("the board shows what was promised", &expected, &orders);
    same("the door is what staff made it", &oracle.shop, &snapshot.shop);
    same("the rules are what managers made them", &oracle.rules, &snapshot.settings);
    same("the line is what staff said", &oracle.announcement, &snapshot.announcement);
    let sold_out = &snapshot.sold_out;
    let told = (sold_out.drinks.clone(), sold_out.choices.clone(), sold_out.ingredients.clone());
    same("rule 7: what has run out", &gone(&oracle.menu), &told);
    let shown = oracle.shown.map(|(window, left)| {
        let window = &oracle.windows[window];
        (window.code.clone(), window.drinks, left, window.opens_at, window.closes_at)
    });
    let told = snapshot.window.as_ref();
    let told = told.map(|w| (w.code.clone(), w.drinks, w.left, w.opens_at, w.closes_at));
    same("rule 5: the code that shows", &shown, &told);
    if snapshot.shop.state != ShopState::Open && told.is_some() {
        broken("rule 6: a bar that takes no orders shows no code", &"no code", &told);
    }
}

/// Rule 5: a new code has 80 bits, and its address is short and easy to scan.
fn learn_window(oracle: &mut Oracle, window: &Window) {
    let is_written = |c: u8| ALPHABET.contains(&c);
    if window.code.len() != 16 || !window.code.bytes().all(is_written) {
        broken("rule 5: a code has 80 bits", &"16 characters", window);
    }
    if window.url.bytes().any(|c| c.is_ascii_lowercase()) || !window.url.ends_with(&window.code) {
        broken("rule 5: the address is easy to scan", &"upper case", window);
    }
    if oracle.lost.contains(&window.code) {
        broken("rule 8: no code comes twice, whatever was restored", &"a new code", window);
    }
    if let Some(new) = oracle.windows.last_mut().filter(|new| new.code.is_empty()) {
        new.code.clone_from(&window.code);
    }
}

/// An order without what only the bar can know: when it will likely be ready.
fn bare(order: &Order) -> Order {
    Order { promised: None, estimate: None, ..order.clone() }
}

/// An answer, in a few words.
fn brief(told: &Told) -> String {
    match told {
        Told::Order(order) => {
            format!("order {} is {}, number {:?}", order.id, order.state, order.number)
        }
        Told::Orders(answer) => format!("{} orders", answer.orders.len()),
        other => format!("{other:?}"),
    }
}
