//! A day as rows for a spreadsheet: the orders one by one, or the figures one by one.
//!
//! The files begin with a byte order mark, without which Excel reads letters beyond ASCII wrongly,
//! and no cell of them can become a formula (`safe`).

mod safe;

use demitasse_shared::Timestamp;
use demitasse_shared::order::{Order, OrderState, Party};
use demitasse_shared::report::{DayOrder, Promises, Report, Waiting};

use super::words::Clocks;
pub use safe::safe;

/// What tells Excel that the letters are UTF-8.
const MARK: &str = "\u{feff}";

/// The columns of a file of orders.
const ORDER_COLUMNS: [&str; 19] = [
    "day",
    "number",
    "drink",
    "options",
    "walk_up",
    "outcome",
    "ended_by",
    "reason",
    "reserved_at",
    "ordered_at",
    "in_hand_at",
    "ready_at",
    "ended_at",
    "told_from",
    "told_to",
    "waiting_seconds",
    "in_hand_seconds",
    "barista",
    "utc_offset_minutes",
];

/// The columns of a file of figures.
const FIGURE_COLUMNS: [&str; 5] = ["day", "about", "item", "figure", "value"];

/// The orders of some days, one a row. Each report says what day and zone its orders are of.
///
/// # Errors
/// Never where memory lasts.
pub fn orders(days: &[(Report, Vec<DayOrder>)]) -> Result<String, csv::Error> {
    let rows = days.iter().flat_map(|(report, orders)| {
        let clocks = Clocks::of(report);
        orders.iter().map(move |order| order_row(report, &clocks, order))
    });
    write(&ORDER_COLUMNS, rows)
}

/// The figures of some days, one a row: long rather than wide, as pivot tables want it.
///
/// # Errors
/// Never where memory lasts.
pub fn figures(days: &[Report]) -> Result<String, csv::Error> {
    let rows = days.iter().flat_map(|report| {
        let mut sheet = Sheet { clocks: Clocks::of(report), report, rows: Vec::new() };
        sheet.fill();
        sheet.rows
    });
    write(&FIGURE_COLUMNS, rows)
}

fn write<const COLUMNS: usize>(
    columns: &[&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> Result<String, csv::Error> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![]);
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe(cell)))?;
    }
    let written = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(MARK.to_owned() + &String::from_utf8_lossy(&written))
}

fn order_row(report: &Report, clocks: &Clocks, line: &DayOrder) -> [String; 19] {
    let order = &line.order;
    let stamp = |at: Option<Timestamp>| at.map(|at| clocks.stamp(at)).unwrap_or_default();
    let served = matches!(order.state, OrderState::Ready | OrderState::Collected);
    let took = |from: Option<Timestamp>| {
        let took = order.ready_at.filter(|_| served)?.duration_since(from?);
        Some(took.as_secs().max(0).to_string())
    };
    let chosen = order.chosen.as_ref();
    let ended_by = order.ended_by.map(|side| match side {
        Party::Guest => "guest",
        Party::Bar => "bar",
    });
    [
        report.day.to_string(),
        order.number.map(|number| number.to_string()).unwrap_or_default(),
        chosen.map(|chosen| chosen.drink_name.clone()).unwrap_or_default(),
        chosen.map(|chosen| chosen.option_names.join(", ")).unwrap_or_default(),
        if order.walk_up { "yes" } else { "no" }.to_owned(),
        outcome(line).to_owned(),
        ended_by.unwrap_or_default().to_owned(),
        order.reason.clone().unwrap_or_default(),
        stamp(Some(order.reserved_at)),
        stamp(order.submitted_at),
        stamp(order.making_at),
        stamp(order.ready_at),
        stamp(order.ended_at),
        stamp(order.promised.map(|promised| promised.from)),
        stamp(order.promised.map(|promised| promised.to)),
        took(order.submitted_at).unwrap_or_default(),
        took(order.making_at).unwrap_or_default(),
        order.barista.clone().unwrap_or_default(),
        offset(clocks, order),
    ]
}

fn offset(clocks: &Clocks, order: &Order) -> String {
    clocks.offset_minutes(order.submitted_at.unwrap_or(order.reserved_at)).to_string()
}

/// Where an order stands, in a word; what nobody was seen to fetch has one of its own.
fn outcome(line: &DayOrder) -> &'static str {
    if line.aged_out { "uncollected" } else { line.order.state.as_str() }
}

/// A day's figures as they are written down, row by row.
struct Sheet<'a> {
    report: &'a Report,
    clocks: Clocks,
    rows: Vec<[String; 5]>,
}

impl Sheet<'_> {
    fn put(&mut self, about: &str, item: &str, figure: &str, value: u32) {
        let cells = [&*self.report.day.to_string(), about, item, figure, &*value.to_string()];
        self.rows.push(cells.map(str::to_owned));
    }

    fn put_waiting(&mut self, about: &str, item: &str, figure: &str, waiting: Option<Waiting>) {
        let Some(Waiting { p50, p95, max }) = waiting else { return };
        for (rank, value) in [("p50", p50), ("p95", p95), ("max", max)] {
            self.put(about, item, &format!("{figure}_seconds_{rank}"), value);
        }
    }

    fn put_promises(&mut self, about: &str, item: &str, promises: Option<Promises>) {
        let Some(promises) = promises else { return };
        let Promises { told, within, sooner, later, sooner_by, later_by } = promises;
        for (figure, value) in
            [("told", told), ("within", within), ("sooner", sooner), ("later", later)]
        {
            self.put(about, item, figure, value);
        }
        self.put_waiting(about, item, "sooner_by", sooner_by);
        self.put_waiting(about, item, "later_by", later_by);
    }

    fn fill(&mut self) {
        self.fill_totals();
        self.fill_hours();
        self.fill_lists();
    }

    fn fill_totals(&mut self) {
        let report = self.report;
        for (figure, value) in [
            ("redeemed", report.redeemed),
            ("walk_ups", report.walk_ups),
            ("submitted", report.submitted),
            ("under_way", report.under_way),
            ("served", report.served),
            ("collected", report.collected),
            ("uncollected", report.aged_out),
            ("expired_by_guest", report.expired.guest),
            ("expired_by_bar", report.expired.bar),
            ("codes_shown", report.codes.shown),
            ("codes_drinks", report.codes.drinks),
            ("codes_taken", report.codes.taken),
            ("codes_sold_out", report.codes.sold_out),
        ] {
            self.put("day", "", figure, value);
        }
        self.put_waiting("day", "", "waiting", report.waiting);
        self.put_waiting("day", "", "in_hand", report.making);
        self.put_promises("day", "", report.promises);
        if let Some(peak) = report.peak {
            let at = self.clocks.stamp(peak.at);
            self.put("peak", &at, "waiting", peak.waiting);
        }
    }

    fn fill_hours(&mut self) {
        let report = self.report;
        for hour in &report.hours {
            let item = format!("{:02}:00", hour.hour);
            self.put("hour", &item, "submitted", hour.submitted);
            self.put("hour", &item, "served", hour.served);
            self.put_waiting("hour", &item, "waiting", hour.waiting);
            self.put_promises("hour", &item, hour.promises);
        }
        for slot in &report.rush {
            let item = self.clocks.stamp(slot.from);
            self.put("rush", &item, "submitted", slot.submitted);
            self.put("rush", &item, "served", slot.served);
            self.put("rush", &item, "waiting", slot.waiting);
        }
    }

    fn fill_lists(&mut self) {
        let report = self.report;
        for drink in &report.drinks {
            self.put("drink", &drink.name, "submitted", drink.count);
            self.put("drink", &drink.name, "served", drink.served);
            self.put("drink", &drink.name, "uncollected", drink.aged_out);
            self.put_waiting("drink", &drink.name, "waiting", drink.waiting);
            self.put_waiting("drink", &drink.name, "in_hand", drink.making);
        }
        for option in &report.options {
            self.put("option", &option.name, "submitted", option.count);
        }
        for barista in &report.baristas {
            self.put("barista", &barista.name, "served", barista.served);
        }
        for cancelled in &report.cancelled {
            self.put("cancelled", &super::words::cancelled(cancelled), "count", cancelled.count);
        }
        for away in &report.turned_away {
            self.put("turned_away", away.code.title(), "answers", away.count);
        }
    }
}
