//! Days that have some of everything.

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Chosen, Estimate, Order, OrderState, Party};
use demitasse_shared::report::{
    BaristaFigures, Cancelled, Codes, DayOrder, DrinkFigures, Expired, HourFigures, OptionFigures,
    Peak, Promises, Report, RushSlot, TurnedAway, Waiting,
};
use jiff::civil::{Date, date};

/// A reason that a barista typed to see what happens.
const REASON: &str = "=HYPERLINK(\"x\"; \"Out of milk\")";

fn at(time: &str) -> Timestamp {
    format!("2022-10-14T{time}+01:00").parse().expect("a time")
}

fn waits(p50: u32, p95: u32, max: u32) -> Waiting {
    Waiting { p50, p95, max }
}

fn kept(within: u32, sooner: u32, later: u32) -> Promises {
    Promises {
        told: within + sooner + later,
        within,
        sooner,
        later,
        sooner_by: (sooner > 0).then(|| waits(20, 45, 45)),
        later_by: (later > 0).then(|| waits(40, 130, 185)),
    }
}

/// A day on which nothing happened.
pub(super) fn empty() -> Report {
    blank(date(2022, 10, 16))
}

fn blank(day: Date) -> Report {
    Report {
        day,
        at: at("23:00:00"),
        zone: "Europe/Lisbon".to_owned(),
        redeemed: 0,
        walk_ups: 0,
        submitted: 0,
        under_way: 0,
        served: 0,
        collected: 0,
        aged_out: 0,
        cancelled: Vec::new(),
        expired: Expired::default(),
        turned_away: Vec::new(),
        waiting: None,
        making: None,
        promises: None,
        codes: Codes::default(),
        peak: None,
        rush: Vec::new(),
        hours: Vec::new(),
        drinks: Vec::new(),
        baristas: Vec::new(),
        options: Vec::new(),
    }
}

/// A morning with a rush, still under way.
pub(super) fn friday() -> Report {
    let by = |by, reason: Option<&str>, count| Cancelled {
        by,
        reason: reason.map(str::to_owned),
        count,
    };
    let away = |code, count| TurnedAway { code, count };
    let barista = |name: &str, served| BaristaFigures { name: name.to_owned(), served };
    let option = |name: &str, count| OptionFigures {
        option: name.to_lowercase().as_str().into(),
        name: name.to_owned(),
        count,
    };
    Report {
        redeemed: 1_290,
        walk_ups: 9,
        submitted: 1_280,
        under_way: 7,
        served: 1_268,
        collected: 1_260,
        aged_out: 4,
        cancelled: vec![by(Party::Guest, None, 8), by(Party::Bar, Some(REASON), 3)],
        expired: Expired { guest: 12, bar: 1 },
        turned_away: vec![
            away(RefusalCode::SoldOut, 41),
            away(RefusalCode::BarFull, 12),
            away(RefusalCode::WrongCode, 1),
        ],
        waiting: Some(waits(130, 400, 3_812)),
        making: Some(waits(48, 95, 240)),
        promises: Some(kept(236, 5, 10)),
        codes: Codes { shown: 48, drinks: 1_440, taken: 1_290, sold_out: 31 },
        peak: Some(Peak { at: at("10:42:10"), waiting: 31 }),
        rush: rush(),
        hours: hours(),
        drinks: drinks(),
        baristas: vec![barista("Zoé", 700), barista("@Rui", 568)],
        options: vec![option("Oat milk", 402), option("Decaf", 31)],
        at: at("13:05:00"),
        ..blank(date(2022, 10, 14))
    }
}

/// A quieter day.
pub(super) fn saturday() -> Report {
    Report {
        redeemed: 2,
        submitted: 2,
        served: 1,
        collected: 1,
        cancelled: vec![Cancelled { by: Party::Guest, reason: None, count: 1 }],
        waiting: Some(waits(60, 60, 60)),
        hours: vec![hour(9, 1, 60, 60)],
        at: "2022-10-16T09:00:00Z".parse().expect("a time"),
        ..blank(date(2022, 10, 15))
    }
}

fn rush() -> Vec<RushSlot> {
    let start = at("08:00:00").as_second();
    let slot = |index: i64| {
        let height = 31 - (index - 32).abs().min(31);
        let count = |value: i64| u32::try_from(value).expect("no less than none");
        RushSlot {
            from: Timestamp::from_second(start + index * 300).expect("a time"),
            submitted: count(height / 2 + 1),
            served: count(height / 2),
            waiting: count(height),
        }
    };
    (0..61).map(slot).collect()
}

fn hour(hour: u8, served: u32, p50: u32, p95: u32) -> HourFigures {
    HourFigures {
        hour,
        submitted: served + 2,
        served,
        waiting: (served > 0).then(|| waits(p50, p95, p95 + 40)),
        promises: (served > 10).then(|| kept(served / 2, 0, 1)),
    }
}

fn hours() -> Vec<HourFigures> {
    vec![
        hour(8, 131, 80, 150),
        hour(9, 260, 110, 260),
        hour(10, 504, 190, 470),
        hour(11, 358, 120, 3_700),
        hour(12, 0, 0, 0),
        hour(13, 15, 70, 140),
    ]
}

fn drinks() -> Vec<DrinkFigures> {
    let drink = |name: &str, count: u32, lost: u32| DrinkFigures {
        drink: name.to_lowercase().as_str().into(),
        name: name.to_owned(),
        count,
        served: count - lost,
        aged_out: lost / 2,
        waiting: Some(waits(130, 400, 700)),
        making: Some(waits(48, 90, 240)),
    };
    vec![
        drink("Flat white", 621, 8),
        drink("Cappuccino", 384, 2),
        drink("Hot chocolate with everything that we could find, and cream", 12, 1),
        DrinkFigures { waiting: None, making: None, ..drink("Tea", 1, 1) },
    ]
}

/// Orders of that day: one of each kind.
pub(super) fn orders() -> Vec<DayOrder> {
    let fetched = order(1, OrderState::Collected);
    let left = DayOrder { aged_out: true, ..order(2, OrderState::Collected) };
    let mut cancelled = order(3, OrderState::Cancelled);
    cancelled.order.reason = Some(REASON.to_owned());
    cancelled.order.ended_by = Some(Party::Bar);
    cancelled.order.ready_at = None;
    let mut never_chosen = order(4, OrderState::Expired);
    never_chosen.order = Order {
        number: None,
        chosen: None,
        submitted_at: None,
        making_at: None,
        ready_at: None,
        promised: None,
        barista: None,
        ended_by: Some(Party::Guest),
        ..never_chosen.order
    };
    let mut walk_up = order(5, OrderState::Making);
    walk_up.order.walk_up = true;
    walk_up.order.promised = None;
    walk_up.order.ready_at = None;
    walk_up.order.ended_at = None;
    vec![fetched, left, cancelled, never_chosen, walk_up]
}

fn order(id: i64, state: OrderState) -> DayOrder {
    let chosen = Chosen {
        drink: "flat-white".into(),
        drink_name: "Flat white".to_owned(),
        options: vec!["oat".into(), "decaf".into()],
        option_names: vec!["Oat milk".to_owned(), "Decaf".to_owned()],
        note: None,
    };
    let order = Order {
        id: OrderId(id),
        state,
        number: u32::try_from(id).ok(),
        chosen: Some(chosen),
        walk_up: false,
        reserved_at: at("09:00:00"),
        submit_by: None,
        submitted_at: Some(at("09:00:30")),
        expires_at: None,
        making_at: Some(at("09:02:00")),
        ready_at: Some(at("09:02:40")),
        ended_at: Some(at("09:04:00")),
        barista: Some("@Rui".to_owned()),
        ended_by: None,
        reason: None,
        promised: Some(Estimate { from: at("09:02:00"), to: at("09:03:00") }),
        ahead: None,
        estimate: None,
    };
    DayOrder { order, aged_out: false }
}
