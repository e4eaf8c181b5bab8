//! After each kill: the journal, what is stored, the figures and the screens, held against what people
//! were told.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::journal::{JournalEntry, JournalQuery};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::Order;
use demitasse_tests::{Feed, Staff};
use jiff::tz::TimeZone;
use rusqlite::{Connection, OpenFlags};

use super::told::{Told, lasting};
use crate::simulation::{Ledger, QUESTIONS, broken, same};

/// Rows of the journal that are read at once.
const PAGE: u32 = 500;

/// What the journal has said so far.
#[derive(Debug)]
pub(super) struct Books {
    file: PathBuf,
    told: Told,
    /// So many of what was told were held against the journal already.
    held: usize,
    ledger: Ledger,
    rows: Vec<JournalEntry>,
    /// Each order, as it stood after each change.
    orders: BTreeMap<OrderId, Vec<Order>>,
}

impl Books {
    pub(super) async fn open(data: &Path, staff: &Staff, told: Told) -> Self {
        let report = staff.manager.report(None).await.expect("a manager reads it");
        let zone = TimeZone::get(&report.zone).expect("the venue has one");
        Self {
            file: data.join("demitasse.db"),
            told,
            held: 0,
            ledger: Ledger::new(zone, Vec::new()),
            rows: Vec::new(),
            orders: BTreeMap::new(),
        }
    }

    /// Holds all of it against each other. Nobody asks for anything meanwhile.
    pub(super) async fn hold(&mut self, staff: &Staff, screens: [&mut Feed; 2], walk_ups: usize) {
        let before = self.ledger.seq;
        self.read_on(staff).await;
        for order in self.told.after(self.held) {
            self.has(&order);
            self.held += 1;
        }
        for screen in screens {
            screen.agrees().await;
            screen
                .until("what it heard", |view| {
                    let news = view.changes.iter().rev().take_while(|change| change.seq > before);
                    for change in news.filter(|change| change.seq <= self.ledger.seq) {
                        self.happened(change.seq, &change.event);
                    }
                    assert_eq!(view.snapshots, 1, "it went on from the last that it heard");
                    Some(())
                })
                .await;
        }
        let entered = self.rows.iter().filter(|row| row.kind == "order_walked_up").count();
        same("an order is made once, however often it is sent", &walk_ups, &entered);
        self.ask_what_is_stored();
        self.adds_up(staff).await;
    }

    /// Reads the whole journal again: not a row of it has changed.
    pub(super) async fn read_anew(&self, staff: &Staff) {
        let mut seq = Seq(0);
        while seq < self.ledger.seq {
            for row in self.page(staff, seq).await {
                seq = row.seq;
                if row.seq <= self.ledger.seq {
                    self.happened(row.seq, &row.event);
                }
            }
        }
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Reads what is new, until that is all that the board shows.
    async fn read_on(&mut self, staff: &Staff) {
        loop {
            for row in self.page(staff, self.ledger.seq).await {
                self.ledger.take(&row);
                if let LiveEvent::Order { order, .. } = &row.event {
                    self.orders.entry(order.id).or_default().push(lasting(order));
                }
                self.rows.push(row);
            }
            let board = staff.manager.board().await.expect("a manager sees it");
            assert!(board.seq >= self.ledger.seq, "rows that were read are lost: {}", board.seq);
            if board.seq == self.ledger.seq {
                return self.ledger.is_shown_by(&board);
            }
        }
    }

    async fn page(&self, staff: &Staff, seq: Seq) -> Vec<JournalEntry> {
        let page = staff.manager.journal(&JournalQuery::after(seq, PAGE)).await;
        page.expect("a manager reads it").entries
    }

    /// Rule 3: what somebody was told of an order stands in the journal.
    fn has(&self, told: &Order) {
        let found = self.orders.get(&told.id);
        if found.is_none_or(|found| !found.contains(told)) {
            broken("rule 3: an answer is a promise", told, &found);
        }
    }

    /// What a screen was told stands in the journal, at the same place.
    fn happened(&self, seq: Seq, told: &LiveEvent) {
        let row = usize::try_from(seq.0 - 1).ok().and_then(|place| self.rows.get(place));
        same("nothing is announced that did not happen", &Some(told), &row.map(|row| &row.event));
    }

    fn ask_what_is_stored(&self) {
        let db = Connection::open_with_flags(&self.file, OpenFlags::SQLITE_OPEN_READ_ONLY);
        let db = db.expect("it can be read");
        for (promise, question) in QUESTIONS {
            let mut statement = db.prepare(question).expect("SQL");
            let rows = statement.query_map([], |row| row.get(0)).expect("it can be asked");
            let found: Vec<i64> = rows.map(|row| row.expect("a number")).collect();
            same(promise, &Vec::new(), &found);
        }
    }

    /// Every order is in one place at a time, and the figures say so.
    async fn adds_up(&self, staff: &Staff) {
        let report = staff.manager.report(None).await.expect("a manager reads it");
        let cancelled: u32 = report.cancelled.iter().map(|cancelled| cancelled.count).sum();
        let expired = report.expired.guest + report.expired.bar;
        let ends = report.under_way + report.served + cancelled + expired;
        same("every order ends exactly once", &(report.redeemed + report.walk_ups), &ends);
        let orders = u32::try_from(self.orders.len()).expect("a few hundred");
        same("the figures are of all orders", &orders, &(report.redeemed + report.walk_ups));
    }
}
