//! A bar's past, made in its database: many orders with all that the journal says of them. They are
//! copies of an order that was really served, so that their rows are what rows are.

use std::path::Path;

use demitasse::storage::Storage;
use demitasse_tests::Server;
use tempfile::TempDir;

use crate::counter::Counter;
use crate::load::{Line, address};
use crate::rush::{sign_in, visit};
use crate::{disk, orders};

/// Rows that an order from the counter leaves in the journal: entered, made, completed, collected.
pub(crate) const ROWS: u32 = 4;

/// The orders of one day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day {
    /// How many days ago.
    pub(crate) back: u32,
    pub(crate) orders: u32,
}

/// What is copied: the last order, as it was served.
const ORIGINAL: &str = "
    CREATE TEMP TABLE original AS SELECT *, (SELECT max(seq) FROM journal) AS seq
        FROM orders ORDER BY id DESC LIMIT 1;
    CREATE TEMP TABLE copies (id INTEGER PRIMARY KEY, guest INTEGER, day TEXT, number INTEGER,
        back INTEGER);";

/// Copies it so many times on a day. Where it is a guest's, each has a guest of its own.
const COPIES: &str = "
    WITH RECURSIVE
        laid (count) AS (SELECT count(*) FROM temp.copies),
        numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ?1)
    INSERT INTO temp.copies (id, guest, day, number, back)
    SELECT one.id + laid.count + numbers.number, one.guest + laid.count + numbers.number,
        date(one.day, '-' || ?2 || ' days'), one.number + numbers.number, ?2 * 86400000
    FROM temp.original AS one, laid, numbers;";

const ALL: &str = "
    INSERT INTO guests (id, name, created_at)
    SELECT copies.guest, name, created_at - back
    FROM temp.copies, (SELECT name, created_at FROM guests
        WHERE id = (SELECT guest FROM temp.original))
    WHERE copies.guest IS NOT NULL ORDER BY copies.guest;

    INSERT INTO sessions (token_hash, guest, created_at)
    SELECT randomblob(32), copies.guest, reserved_at - back
    FROM temp.copies, temp.original WHERE copies.guest IS NOT NULL;

    INSERT INTO orders (id, guest, window, day, number, state, chosen, walk_up, reserved_at,
        submit_by, submitted_at, making_at, ready_at, ended_at, barista, last_step, last_device,
        promised_from, promised_to)
    SELECT copies.id, copies.guest, window, copies.day, copies.number, state, chosen, walk_up,
        reserved_at - back, submit_by - back, submitted_at - back, making_at - back,
        ready_at - back, ended_at - back, barista, last_step, last_device, promised_from - back,
        promised_to - back
    FROM temp.copies, temp.original ORDER BY copies.id;

    INSERT INTO journal (at, kind, actor, about, guest, data)
    SELECT at - copies.back, kind, actor, copies.id, iif(rows.guest IS NULL, NULL, copies.guest), data
    FROM temp.copies, temp.original, journal AS rows
    WHERE rows.about = original.id AND rows.seq <= original.seq
    ORDER BY copies.id, rows.seq;

    DROP TABLE temp.copies;
    DROP TABLE temp.original;";

/// A bar that has served one order at the counter, and so many more on each of so many days that end
/// today.
pub(crate) async fn of(a_day: u32, days: u32) -> TempDir {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    let mut counter = Counter::of(data.path(), address(&server.staff.manager)).await;
    let order = counter.enter().await;
    counter.serve(order).await;
    server.stop().await;
    let days: Vec<_> = (0..days).rev().map(|back| Day { back, orders: a_day }).collect();
    lay(data.path(), &days);
    data
}

/// A bar that has served one guest, and on these days as many more as they have orders.
pub(crate) async fn of_guests(days: &[Day]) -> TempDir {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    serve_one(&data, &server).await;
    server.stop().await;
    lay(data.path(), days);
    data
}

async fn serve_one(data: &TempDir, server: &Server) {
    let at = address(&server.staff.manager);
    let code = server.staff.window().await.code;
    let guest = sign_in(at, 1, 1).await.remove(0);
    let mut line = Line::to(at).await;
    visit(&mut line, &guest, &code).await;
    let order = server.staff.manager.board().await.expect("the board").orders.remove(0);
    Counter::of(data.path(), at).await.serve(order.id).await;
}

fn lay(data: &Path, days: &[Day]) {
    let mut storage = Storage::open(data).expect("nobody has it");
    let together = storage.connection().transaction().expect("it can be written");
    together.execute_batch(ORIGINAL).expect("tables of its own");
    for day in days.iter().filter(|day| day.orders > 0) {
        together.execute(COPIES, (day.orders, day.back)).expect("numbers");
    }
    together.execute_batch(ALL).expect("its rows");
    together.commit().expect("the disk has room");
}
