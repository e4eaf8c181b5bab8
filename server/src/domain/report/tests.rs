//! Days as tables: an order a line, and the figures that they come to.

use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::order::Step;
use demitasse_shared::report::Waiting;

use super::*;
use crate::domain::code::WindowId;
use crate::domain::order::{GuestId, reserve, walk_up};

const DAY: Day = jiff::civil::date(2022, 10, 14);

/// A day in Lisbon, which is an hour ahead of UTC: who, how it ended, the drink with its option,
/// the venue's times of submission and of being set on the counter, the barista, and why it ended.
const TABLE: &str = "
guest   | collected | flat-white oat | 09:00:00 | 09:02:00 | Ana |
guest   | fetched   | flat-white soy | 09:10:00 | 09:14:00 | Ana |
guest   | ready     | espresso       | 09:59:30 | 10:00:30 | Rui |
walk-up | fetched   | espresso       | 12:00:00 | 12:00:40 | Ana |
guest   | making    | flat-white oat | 12:05:00 |          | Rui |
guest   | waiting   | espresso       | 12:06:00 |          |     |
guest   | reserved  |                |          |          |     |
guest   | withdrawn |                |          |          |     |
guest   | withdrawn | espresso       | 12:07:00 |          |     |
guest   | cancelled | flat-white oat | 12:08:00 |          |     | Out of milk
guest   | cancelled | flat-white oat | 12:09:00 |          | Ana | Out of milk
walk-up | cancelled | espresso       | 12:10:00 |          |     | Left
guest   | late      |                |          |          |     |
guest   | unclaimed | espresso       | 12:11:00 |          |     |
";

/// A moment of the day in Lisbon.
fn at(time: &str) -> Timestamp {
    format!("2022-10-14T{time}+01:00").parse().expect("a time")
}

fn lisbon() -> TimeZone {
    TimeZone::get("Europe/Lisbon").expect("a zone")
}

fn chosen(words: &str) -> Chosen {
    let (drink, option) = words.split_once(' ').unwrap_or((words, ""));
    let options = Some(option).filter(|option| !option.is_empty());
    Chosen {
        drink: drink.into(),
        drink_name: drink.to_uppercase(),
        options: options.into_iter().map(ChoiceId::from).collect(),
        option_names: options.into_iter().map(str::to_uppercase).collect(),
        note: None,
    }
}

/// An order as its line says.
fn record(line: &str) -> OrderRecord {
    let cells: Vec<_> = line.split('|').map(str::trim).collect();
    let cell = |index: usize| cells.get(index).copied().filter(|cell| !cell.is_empty());
    let settings = demitasse_shared::settings::Settings::default();
    let mut record = match cell(0) {
        Some("walk-up") => walk_up(OrderId(1), chosen("tea"), 1, DAY, &settings, at("08:00:00")),
        _ => reserve(OrderId(1), GuestId(1), WindowId(1), DAY, &settings, at("08:00:00")),
    };
    let (state, by) = match cell(1).expect("how it ended") {
        "fetched" => (OrderState::Collected, None),
        "withdrawn" => (OrderState::Cancelled, Some(Party::Guest)),
        "cancelled" => (OrderState::Cancelled, Some(Party::Bar)),
        "late" => (OrderState::Expired, Some(Party::Guest)),
        "unclaimed" => (OrderState::Expired, Some(Party::Bar)),
        word => (OrderState::from_word(word).expect("a state"), None),
    };
    record.order = Order {
        state,
        ended_by: by,
        chosen: cell(2).map(chosen),
        submitted_at: cell(3).map(at),
        ready_at: cell(4).map(at),
        barista: cell(5).map(str::to_owned),
        reason: cell(6).map(str::to_owned),
        ..record.order
    };
    let last = if cell(1) == Some("fetched") { Step::Collect } else { Step::Complete };
    record.last_step = Some((last, DeviceId(1)));
    record
}

fn reckon(table: &str, turned_away: Vec<TurnedAway>) -> Report {
    let mut reckoning = Reckoning::new(DAY, lisbon());
    for line in table.lines().filter(|line| !line.is_empty()) {
        reckoning.count(&record(line));
    }
    reckoning.report(at("18:00:00"), turned_away)
}

fn waits(p50: u32, p95: u32, max: u32) -> Waiting {
    Waiting { p50, p95, max }
}

#[test]
fn every_order_is_in_one_place_and_the_figures_add_up() {
    let day = reckon(TABLE, Vec::new());
    assert_eq!((day.day, day.at), (DAY, at("18:00:00")));
    assert_eq!((day.redeemed, day.walk_ups, day.submitted), (12, 2, 11));
    assert_eq!((day.under_way, day.served, day.collected, day.aged_out), (3, 4, 3, 1));
    assert_eq!(day.expired, Expired { guest: 1, bar: 1 });
    let cancelled = |by, reason: Option<&str>, count| Cancelled {
        by,
        reason: reason.map(str::to_owned),
        count,
    };
    let expected = [
        cancelled(Party::Bar, Some("Out of milk"), 2),
        cancelled(Party::Guest, None, 2),
        cancelled(Party::Bar, Some("Left"), 1),
    ];
    assert_eq!(day.cancelled, expected);
    let ended: u32 = day.cancelled.iter().map(|cancelled| cancelled.count).sum();
    let expired = day.expired.guest + day.expired.bar;
    assert_eq!(day.redeemed + day.walk_ups, day.under_way + day.served + ended + expired);
}

#[test]
fn only_served_drinks_have_waited() {
    let day = reckon(TABLE, Vec::new());
    assert_eq!(day.waiting, Some(waits(60, 240, 240)));
    let drinks: Vec<_> = day
        .drinks
        .iter()
        .map(|drink| (drink.drink.as_str(), &*drink.name, drink.count, drink.served, drink.waiting))
        .collect();
    assert_eq!(
        drinks,
        [
            ("espresso", "ESPRESSO", 6, 2, Some(waits(40, 60, 60))),
            ("flat-white", "FLAT-WHITE", 5, 2, Some(waits(120, 240, 240))),
        ]
    );
}

#[test]
fn an_hour_is_one_of_the_venues_day_and_quiet_ones_between_are_there() {
    let day = reckon(TABLE, Vec::new());
    let hours: Vec<_> =
        day.hours.iter().map(|hour| (hour.hour, hour.submitted, hour.served)).collect();
    assert_eq!(hours, [(9, 3, 2), (10, 0, 1), (11, 0, 0), (12, 8, 1)]);
    assert_eq!(day.hours[0].waiting, Some(waits(120, 240, 240)));
    assert_eq!(day.hours[1].waiting, Some(waits(60, 60, 60)));
    assert_eq!(day.hours[2].waiting, None);
}

#[test]
fn baristas_and_options_are_counted_the_most_frequent_first() {
    let day = reckon(TABLE, Vec::new());
    let baristas: Vec<_> = day.baristas.iter().map(|one| (&*one.name, one.served)).collect();
    assert_eq!(baristas, [("Ana", 3), ("Rui", 1)]);
    let options: Vec<_> =
        day.options.iter().map(|one| (one.option.as_str(), &*one.name, one.count)).collect();
    assert_eq!(options, [("oat", "OAT", 4), ("soy", "SOY", 1)]);
}

#[test]
fn what_is_served_after_midnight_counts_for_the_last_hour() {
    let mut late = record("guest | ready | espresso | 23:59:00 | | Ana |");
    late.order.ready_at = Some("2022-10-15T00:03:00+01:00".parse().expect("a time"));
    let mut reckoning = Reckoning::new(DAY, lisbon());
    reckoning.count(&late);
    let day = reckoning.report(at("23:59:00"), Vec::new());
    let hours: Vec<_> =
        day.hours.iter().map(|hour| (hour.hour, hour.submitted, hour.served)).collect();
    assert_eq!(hours, [(23, 1, 1)]);
    assert_eq!(day.waiting, Some(waits(240, 240, 240)));
}

#[test]
fn a_day_without_orders_is_a_report_all_the_same() {
    let away = |code, count| TurnedAway { code, count };
    let (closed, full) = (away(RefusalCode::ShopClosed, 2), away(RefusalCode::BarFull, 9));
    let day = reckon("", vec![closed, full]);
    assert_eq!((day.redeemed, day.served, day.waiting), (0, 0, None));
    assert!(day.hours.is_empty() && day.drinks.is_empty() && day.baristas.is_empty());
    assert_eq!(day.turned_away, [full, closed]);
}
