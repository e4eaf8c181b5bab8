//! How SQLite finds what the bar asks for: through an index, whatever a year has put into the
//! tables.
//!
//! A whole day is lived through the use-cases. Then each connection tells which statements it has
//! prepared (SQLite's table `sqlite_stmt`), and SQLite how it goes about each of them. A statement
//! that reads a whole table fails the test, unless it stands here with its reason.

use std::collections::BTreeSet;

use demitasse_shared::api::{NewAnnouncement, OrdersQuery, ShopChange, Submit};
use demitasse_shared::ids::{DeviceId, DrinkId};
use demitasse_shared::journal::JournalQuery;
use demitasse_shared::menu::Item;
use demitasse_shared::order::Step;
use demitasse_shared::report::DayOrdersQuery;
use jiff::SignedDuration;

use super::*;
use crate::config::Config;
use crate::domain::order::{Barista, EntryKey};

/// What may be read from end to end: the part of SQLite's plan, and why.
const READ_WHOLE: &[(&str, &str)] = &[
    ("SCAN journal", "backwards by its key, as far as a LIMIT says"),
    ("SCAN windows USING INDEX sqlite_autoindex_windows_2", "backwards: the last one"),
    ("SCAN devices", "a bar has a dozen, and their list shows them all"),
    ("SCAN sessions", "once, when the bar opens: what is over goes"),
    ("SCAN backup_places", "there are as many as folders that backups went to"),
    ("SCAN turned_away", "there are a dozen counts a day"),
    ("SCAN sqlite_sequence", "a row for each kind of number, and remembered"),
    ("SCAN sqlite_stmt", "this test's own question"),
    ("SCAN ordered", "days, of which the statement before has found the next"),
];

/// What each scan, order and step writes: the beginnings of its statements.
const WRITTEN: [&str; 3] = ["INSERT INTO orders", "INSERT INTO journal", "UPDATE windows"];

/// Lives through a day: each use-case that happens while guests are there.
async fn day(bar: &Bar, clock: &Clock) {
    bar.catch_up().await.expect("the first round");
    bar.set_shop(Actor::Local, ShopChange::OPEN).await.expect("it opens");
    let barista = Barista { device: DeviceId(1), name: "Cem".to_owned() };
    let mut orders = Vec::new();
    for name in ["Ana", "Ben", "Dina"] {
        let session = bar.sign_in(None, name, Some(name)).await.expect("a name");
        let (guest, token) = (session.guest.id, session.token.expect("a new session"));
        bar.guest(&token).await.expect("it can be read");
        bar.sessions.changed(guest);
        bar.guest(&token).await.expect("it can be read");
        let code = bar.hub.snapshot().window.expect("it shows").code;
        let order = bar.redeem(guest, &code).await.expect("a place");
        bar.redeem(guest, "0123456789ABCDEF").await.expect_err("no code");
        orders.push(bar.submit(guest, order.id, flat_white()).await.expect("a drink"));
        bar.orders_of(guest).await.expect("hers");
        bar.order(Reader::Guest(guest), order.id).await.expect("hers");
        bar.journey(Reader::Guest(guest), order.id).await.expect("hers");
        bar.sign_in(Some(guest), "Anna", None).await.expect("another name");
        bar.sign_out(guest, &token).await.expect("out");
    }
    for step in [Step::Make, Step::Complete, Step::Collect] {
        let stepped = bar.step(barista.clone(), Actor::Local, orders[0].id, step, None);
        stepped.await.expect("the next step");
    }
    let ben = GuestId(2);
    bar.withdraw(ben, orders[1].id).await.expect("not begun");
    bar.forget(ben).await.expect("nothing is on its way");
    let key = EntryKey { device: DeviceId(1), key: "k".to_owned() };
    bar.walk_up(Actor::Local, flat_white(), Some(key)).await.expect("a drink");
    let item = Item::Drink(DrinkId::from("flat-white"));
    bar.mark(Actor::Local, item, false).await.expect("it ran out");
    let line = NewAnnouncement { text: "Last orders!".to_owned(), minutes: Some(5) };
    bar.announce(Actor::Local, line).await.expect("said");
    clock.advance(SignedDuration::from_hours(1));
    bar.catch_up().await.expect("what is due");
    books(bar).await;
}

/// Looks the day up, as managers and screens do.
async fn books(bar: &Bar) {
    bar.menu().await.expect("it");
    bar.settings().await.expect("it");
    bar.report(None).await.expect("the day");
    bar.report_days().await.expect("its name");
    bar.report_orders(DayOrdersQuery::default()).await.expect("its orders");
    for state in [None, Some(OrderState::Collected)] {
        let asked = OrdersQuery { state, ..OrdersQuery::default() };
        bar.orders_of_day(asked).await.expect("them");
    }
    for (after, before) in [(Some(1), None), (None, Some(9))] {
        let asked = JournalQuery { after, before, ..JournalQuery::default() };
        bar.journal(asked).await.expect("rows");
    }
    bar.devices().await.expect("none");
    bar.facts().await.expect("the doctor's");
}

/// The steps of SQLite's plans for all that a connection has prepared, and the statement of each.
fn plans(db: &Connection) -> Result<BTreeSet<(String, String)>, StorageError> {
    let mut statements = db.prepare("SELECT sql FROM sqlite_stmt")?;
    let statements = statements.query_map([], |row| row.get(0))?;
    let mut plans = BTreeSet::new();
    for sql in statements.collect::<Result<Vec<String>, _>>()? {
        let about = ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"];
        if !about.iter().any(|word| sql.trim_start().starts_with(word)) {
            continue;
        }
        let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let steps =
            plan.raw_query().mapped(|row| row.get(3)).collect::<Result<Vec<String>, _>>()?;
        plans.extend(steps.into_iter().map(|step| (step, sql.clone())));
    }
    Ok(plans)
}

/// What a connection has prepared that writes one row of a scan, an order or a step, and builds a
/// table for itself meanwhile; and how many write one.
fn detours(db: &Connection) -> Result<(Vec<String>, usize), StorageError> {
    let mut statements = db.prepare("SELECT sql FROM sqlite_stmt")?;
    let statements = statements.query_map([], |row| row.get::<_, String>(0))?;
    let (mut detours, mut written) = (Vec::new(), 0);
    for sql in statements.collect::<Result<Vec<_>, _>>()? {
        let step = sql.starts_with("UPDATE orders") && sql.trim_end().ends_with("WHERE id = ?");
        if !step && !WRITTEN.iter().any(|written| sql.starts_with(written)) {
            continue;
        }
        written += 1;
        let mut program = db.prepare(&format!("EXPLAIN {sql}"))?;
        let opcodes =
            program.raw_query().mapped(|row| row.get(1)).collect::<Result<Vec<String>, _>>()?;
        if opcodes.iter().any(|opcode| opcode == "OpenEphemeral") {
            detours.push(sql);
        }
    }
    Ok((detours, written))
}

#[tokio::test]
async fn a_row_is_written_without_a_table_beside_it() {
    let (bar, _folder) = lived().await;
    let detours = bar.writer.write(|change| Ok(detours(change.connection())?)).await;
    let (detours, written) = detours.expect("they can be read");
    assert!(written >= 5, "the writer keeps what it has prepared: {written}");
    assert!(detours.is_empty(), "these build a table each time:\n{}", detours.join("\n"));
}

/// A bar that has lived through a day, and its folder.
async fn lived() -> (Bar, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Clock::manual("2022-10-14T12:00:00Z".parse().expect("a time"));
    let config = Config {
        data: folder.path().to_owned(),
        zone: Some("UTC".to_owned()),
        ..Config::default()
    };
    let address = "127.0.0.1:80".parse().expect("an address");
    let bar = crate::open(&config, &clock, address).expect("a bar");
    day(&bar, &clock).await;
    (bar, folder)
}

#[tokio::test]
async fn nothing_that_guests_or_staff_wait_for_reads_a_whole_table() {
    let (bar, _folder) = lived().await;
    let mut plans_of_all =
        bar.writer.write(|change| Ok(plans(change.connection())?)).await.expect("they can be read");
    assert!(plans_of_all.len() > 30, "the writer keeps what it has prepared");
    plans_of_all.extend(bar.readers.read(plans).await.expect("they can be read"));
    let allowed = |step: &str| {
        step == "SCAN CONSTANT ROW" || READ_WHOLE.iter().any(|(part, _why)| step.starts_with(part))
    };
    let whole: Vec<_> = plans_of_all
        .iter()
        .filter(|(step, _)| step.starts_with("SCAN") && !allowed(step))
        .map(|(step, sql)| format!("{step}:\n  {sql}"))
        .collect();
    assert!(whole.is_empty(), "these read a whole table:\n{}", whole.join("\n"));
    for (part, _why) in READ_WHOLE {
        let used = plans_of_all.iter().any(|(step, _)| step.starts_with(part));
        assert!(used, "nothing reads {part:?} any more");
    }
}

fn flat_white() -> Submit {
    Submit { drink: "flat-white".into(), options: vec!["oat".into()], note: None }
}
