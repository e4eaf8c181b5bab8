//! A report for a terminal of eighty columns.

mod table;

use std::fmt::Write as _;

use demitasse_shared::report::{Promises, Report, RushSlot, Waiting};
use jiff::civil::Date;

use super::words::{self, Clocks, many, number, share, stopwatch};
use super::{Masthead, NOTHING, QUIET, Totals, is_empty};
use table::Table;

/// The most signs that the rush is drawn with.
const RUSH_SIGNS: usize = 60;

/// The rows that the rush is high.
const RUSH_ROWS: u32 = 4;

/// The steps of a row.
const EIGHTHS: u32 = 8;

/// The steps as signs.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// One day, or several: then a table of the days comes first.
pub fn text(masthead: &Masthead, days: &[Report]) -> String {
    let mut out = String::new();
    if let [first, .., last] = days {
        line(&mut out, &format!("{}: {}", masthead.venue, words::days(first.day, last.day)));
        section(&mut out, "Day by day, waiting in min:s", &overview(days));
    }
    if days.is_empty() {
        line(&mut out, NOTHING);
    }
    for report in days {
        if !out.is_empty() {
            out.push('\n');
        }
        day(&mut out, masthead, report);
    }
    out
}

/// The days that there are figures of.
pub fn day_list(days: &[Date]) -> String {
    let mut out = String::new();
    for day in days {
        line(&mut out, &format!("{day}  {}", words::long_day(*day)));
    }
    if days.is_empty() {
        line(&mut out, "Nothing has happened here yet.");
    }
    out
}

fn day(out: &mut String, masthead: &Masthead, report: &Report) {
    let clocks = Clocks::of(report);
    line(out, &format!("{}: {}", masthead.venue, words::long_day(report.day)));
    if let Some(now) = clocks.as_of(report) {
        line(out, &format!("So far, at {now}."));
    }
    if is_empty(report) {
        line(out, QUIET);
        return;
    }
    section(out, "", &headline(report, &clocks));
    section(out, "Orders", &orders(report));
    if !report.rush.is_empty() {
        line(out, "\nHow many waited at once");
        rush(out, report, &clocks);
    }
    section(out, "By hour, waiting in min:s", &hours(report));
    section(out, "Drinks, waiting in min:s", &drinks(report));
    section(out, "Options", &options(report));
    if let Some(promises) = &report.promises {
        line(out, "\nWhat guests were told");
        wrapped(out, &words::promises(promises));
    }
    section(out, "Cancelled and expired", &lost(report));
    section(out, "Turned away (answers, not people)", &turned_away(report));
    section(out, "Baristas", &baristas(report));
}

fn section(out: &mut String, title: &str, table: &Table) {
    if table.is_empty() {
        return;
    }
    line(out, &if title.is_empty() { String::new() } else { format!("\n{title}") });
    out.push_str(&table.to_string());
}

fn line(out: &mut String, text: &str) {
    // Writing into a string cannot fail.
    writeln!(out, "{text}").unwrap_or_default();
}

/// Sentences in lines of eighty columns.
fn wrapped(out: &mut String, text: &str) {
    let mut row = String::from(" ");
    for word in text.split(' ') {
        if row.chars().count() + 1 + word.chars().count() > table::COLUMNS {
            line(out, &row);
            row = String::from(" ");
        }
        row.push(' ');
        row.push_str(word);
    }
    line(out, &row);
}

fn headline(report: &Report, clocks: &Clocks) -> Table {
    let mut table = Table::notes();
    let of = format!("of {} orders", number(Totals::of(report).orders));
    table.row(["Drinks served", &number(report.served), &of]);
    if let Some(Waiting { p50, p95, max }) = report.waiting {
        let what = "minutes from ordered to ready";
        table.row(["Half waited at most", &stopwatch(p50), what]);
        table.row(["95 in 100 at most", &stopwatch(p95), ""]);
        table.row(["The longest wait", &stopwatch(max), ""]);
    }
    if let Some(Promises { told, within, sooner, later, .. }) = report.promises {
        let of = format!("of {}; {sooner} sooner, {later} later", many(told, "drink"));
        table.row(["Ready as told", &share(within, told), &of]);
    }
    if let Some(peak) = report.peak {
        let at = format!("people, at {}", clocks.time(peak.at));
        table.row(["Most waiting at once", &number(peak.waiting), &at]);
    }
    let codes = report.codes;
    if codes.shown > 0 {
        let (drinks, shown) = (many(codes.drinks, "drink"), many(codes.shown, "code"));
        let of = format!("of {drinks} in {shown}; {} sold out", number(codes.sold_out));
        table.row(["Taken of the codes", &share(codes.taken, codes.drinks), &of]);
    }
    table
}

fn orders(report: &Report) -> Table {
    let totals = Totals::of(report);
    let mut table = Table::notes();
    let (coded, walk_ups) = (number(report.redeemed), many(report.walk_ups, "walk-up"));
    let split = format!("{coded} with a code, {walk_ups}");
    table.row(["Begun", &number(totals.orders), &split]);
    let uncollected = match report.aged_out {
        0 => String::new(),
        count => format!("nobody was seen to fetch {} of them", number(count)),
    };
    table.row(["  Served", &number(totals.served), &uncollected]);
    table.row(["  Cancelled", &number(totals.cancelled), ""]);
    table.row(["  Expired", &number(totals.expired), ""]);
    if report.under_way > 0 {
        table.row(["  Under way", &number(report.under_way), ""]);
    }
    table.row(["Turned away", &number(totals.turned_away), ""]);
    table
}

/// The rush as bars of a few rows, with its height beside and the times of its ends below.
fn rush(out: &mut String, report: &Report, clocks: &Clocks) {
    let most = report.peak.map_or(0, |peak| peak.waiting);
    let together = report.rush.len().div_ceil(RUSH_SIGNS);
    let bars: Vec<u32> = report.rush.chunks(together).map(|slots| height(slots, most)).collect();
    let label = number(most);
    let width = label.chars().count();
    for row in (0..RUSH_ROWS).rev() {
        let label = if row + 1 == RUSH_ROWS { label.as_str() } else { "" };
        let signs: String = bars.iter().map(|height| sign(*height, row)).collect();
        line(out, format!("  {label:>width$} {signs}").trim_end());
    }
    let ends = [report.rush.first(), report.rush.last()];
    let [from, to] = ends.map(|slot| slot.map(|slot| clocks.time(slot.from)).unwrap_or_default());
    let gap = bars.len().saturating_sub(from.len() + to.len()).max(1);
    line(out, &format!("  {:width$} {from}{}{to}", "", " ".repeat(gap)));
}

/// How high a bar is, in the eighths of a row.
fn height(slots: &[RushSlot], most: u32) -> u32 {
    let highest = slots.iter().map(|slot| slot.waiting).max().unwrap_or_default();
    (highest * RUSH_ROWS * EIGHTHS).div_ceil(most.max(1))
}

/// What of a bar stands in a row; the lowest is 0.
fn sign(height: u32, row: u32) -> char {
    let eighths = height.saturating_sub(row * EIGHTHS).min(EIGHTHS);
    let index = usize::try_from(eighths).unwrap_or_default().checked_sub(1);
    index.and_then(|index| HEIGHTS.get(index)).copied().unwrap_or(' ')
}

/// `p50 p95 max`, or dashes.
fn waits(waiting: Option<Waiting>) -> [String; 3] {
    waiting.map_or_else(
        || ["–", "–", "–"].map(str::to_owned),
        |Waiting { p50, p95, max }| [p50, p95, max].map(stopwatch),
    )
}

fn told(promises: Option<Promises>) -> String {
    promises.map_or_else(|| "–".to_owned(), |kept| format!("{} of {}", kept.within, kept.told))
}

fn hours(report: &Report) -> Table {
    let mut table =
        Table::new(["", "ordered", "served", "half in", "95 % in", "longest", "as told"]);
    for hour in &report.hours {
        let [p50, p95, max] = waits(hour.waiting);
        let (ordered, served) = (number(hour.submitted), number(hour.served));
        let name = format!("{:>2}:00", hour.hour);
        table.row([&name, &ordered, &served, &p50, &p95, &max, &told(hour.promises)]);
    }
    table
}

fn drinks(report: &Report) -> Table {
    let mut table =
        Table::new(["", "ordered", "served", "half in", "95 % in", "longest", "not fetched"]);
    for drink in &report.drinks {
        let [p50, p95, max] = waits(drink.waiting);
        let (ordered, served) = (number(drink.count), number(drink.served));
        let left = number(drink.aged_out);
        table.row([&drink.name, &ordered, &served, &p50, &p95, &max, &left]);
    }
    table
}

fn options(report: &Report) -> Table {
    let mut table = Table::plain();
    for option in &report.options {
        table.row([&option.name, &number(option.count)]);
    }
    table
}

fn lost(report: &Report) -> Table {
    let mut table = Table::plain();
    for cancelled in &report.cancelled {
        table.row([&words::cancelled(cancelled), &number(cancelled.count)]);
    }
    let expired = report.expired;
    for (whose, count) in [
        ("Expired: the guest did not choose in time", expired.guest),
        ("Expired: nobody at the bar took it in time", expired.bar),
    ] {
        if count > 0 {
            table.row([whose, &number(count)]);
        }
    }
    table
}

fn turned_away(report: &Report) -> Table {
    let mut table = Table::plain();
    for reason in &report.turned_away {
        table.row([reason.code.title(), &number(reason.count)]);
    }
    table
}

fn baristas(report: &Report) -> Table {
    let mut table = Table::plain();
    for barista in &report.baristas {
        table.row([&barista.name, &number(barista.served)]);
    }
    table
}

/// A row for each day, and their sum.
fn overview(days: &[Report]) -> Table {
    let columns = ["", "orders", "served", "cancelled", "expired", "away", "half in", "95 % in"];
    let mut table = Table::new(columns);
    for report in days {
        let [p50, p95, _] = waits(report.waiting);
        sums(&mut table, &words::short_day(report.day), Totals::of(report), [&p50, &p95]);
    }
    sums(&mut table, "Together", Totals::of_all(days), ["", ""]);
    table
}

fn sums(table: &mut Table, name: &str, totals: Totals, [p50, p95]: [&str; 2]) {
    let Totals { orders, served, cancelled, expired, turned_away } = totals;
    let [orders, served, cancelled, expired, away] =
        [orders, served, cancelled, expired, turned_away].map(number);
    table.row([name, &orders, &served, &cancelled, &expired, &away, p50, p95]);
}
