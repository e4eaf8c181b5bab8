//! A bar's past, made in its database: many orders with all that the journal says of them. They are
//! copies of an order that was really served, so that their rows are what rows are.

use std::path::Path;

use demitasse::storage::Storage;
use tempfile::TempDir;

use crate::counter::Counter;
use crate::load::address;
use crate::{disk, orders};

/// Rows that a served order leaves in the journal: entered, made, completed, collected.
pub(crate) const ROWS: u32 = 4;

/// Copies the last order so many times a day, on so many days that end today.
const COPIES: &str = "
    CREATE TEMP TABLE copies (id INTEGER PRIMARY KEY, day TEXT, number INTEGER, back INTEGER);
    WITH RECURSIVE
        days (back) AS (SELECT ?2 - 1 UNION ALL SELECT back - 1 FROM days WHERE back > 0),
        numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ?1)
    INSERT INTO temp.copies (id, day, number, back)
    SELECT one.id + row_number() OVER (ORDER BY back DESC, numbers.number),
        date(one.day, '-' || back || ' days'), one.number + numbers.number, back * 86400000
    FROM (SELECT id, day, number FROM orders ORDER BY id DESC LIMIT 1) AS one, days, numbers;";

const ORDERS: &str = "
    INSERT INTO orders (id, day, number, state, chosen, walk_up, reserved_at, submitted_at,
        making_at, ready_at, ended_at, barista, last_step, last_device)
    SELECT copies.id, copies.day, copies.number, state, chosen, walk_up, reserved_at - back,
        submitted_at - back, making_at - back, ready_at - back, ended_at - back, barista,
        last_step, last_device
    FROM temp.copies, (SELECT * FROM orders ORDER BY id DESC LIMIT 1)
    ORDER BY copies.id;";

const JOURNAL: &str = "
    INSERT INTO journal (at, kind, actor, about, data)
    SELECT at - back, kind, actor, copies.id, data
    FROM temp.copies,
        (SELECT * FROM journal
         WHERE about = (SELECT max(about) FROM journal WHERE seq <= ?1) AND seq <= ?1)
    ORDER BY copies.id, seq;";

/// A bar that has served one order, and so many more on each of so many days.
pub(crate) async fn of(a_day: u32, days: u32) -> TempDir {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    let mut counter = Counter::of(data.path(), address(&server.staff.manager)).await;
    let order = counter.enter().await;
    counter.serve(order).await;
    server.stop().await;
    if a_day > 0 && days > 0 {
        copy(data.path(), a_day, days);
    }
    data
}

fn copy(data: &Path, a_day: u32, days: u32) {
    let mut storage = Storage::open(data).expect("nobody has it");
    let together = storage.connection().transaction().expect("it can be written");
    let last: i64 = together
        .query_row("SELECT max(seq) FROM journal", [], |row| row.get(0))
        .expect("it has rows");
    let (table, fill) = COPIES.split_once(';').expect("two statements");
    together.execute_batch(table).expect("a table of its own");
    together.execute(fill.trim_end_matches(';'), (a_day, days)).expect("numbers");
    together.execute(ORDERS, []).expect("orders");
    together.execute(JOURNAL, [last]).expect("their rows");
    together.execute_batch("DROP TABLE temp.copies").expect("it is there");
    together.commit().expect("the disk has room");
}
