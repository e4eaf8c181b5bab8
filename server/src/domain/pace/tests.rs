//! What the pace learns, and when it stays silent.

use serde_json::json;

use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

/// A flat white that was ordered at this second.
fn waiting(id: i64, second: i64) -> Order {
    of("flat-white", id, second)
}

fn of(drink: &str, id: i64, second: i64) -> Order {
    let order = json!({
        "id": id, "state": "waiting", "reserved_at": at(second), "submitted_at": at(second),
        "drink": drink, "drink_name": drink, "options": [], "option_names": [],
    });
    serde_json::from_value(order).expect("an order")
}

fn in_hand(order: Order, barista: &str, second: i64) -> Order {
    let (state, barista) = (OrderState::Making, Some(barista.to_owned()));
    Order { state, barista, making_at: Some(at(second)), ..order }
}

fn done(order: Order, second: i64) -> Order {
    Order { state: OrderState::Ready, ready_at: Some(at(second)), ..order }
}

/// Takes an order in hand and sets it on the counter.
fn serve(pace: &mut Pace, order: Order, barista: &str, making: i64, ready: i64) {
    let order = in_hand(order, barista, making);
    pace.learn(&order);
    pace.learn(&done(order, ready));
}

/// A bar where this barista has made so many flat whites, a minute each, until this second.
fn practised(baristas: &[&str], drinks: i64, until: i64) -> Pace {
    let mut pace = Pace::default();
    for round in 0..drinks {
        let begun = until - (drinks - round) * 60;
        for barista in baristas {
            serve(&mut pace, waiting(round, begun), barista, begun, begun + 60);
        }
    }
    pace
}

fn mean(pace: &Pace, now: i64) -> Option<f64> {
    Known::of(pace, at(now)).map(|known| known.all.mean)
}

/// The seconds from now to the range's ends, of each order in the queue.
fn ranges(pace: &Pace, queue: &[Order], now: i64) -> Vec<(f64, f64)> {
    let queue: Vec<_> = queue.iter().collect();
    let outlook = pace.outlook(&[], &queue, at(now));
    let found = queue.iter().filter_map(|order| outlook.get(&order.id));
    found.map(|range| (seconds(at(now), range.from), seconds(at(now), range.to))).collect()
}

#[test]
fn nothing_is_said_until_enough_drinks_were_made() {
    let queue = [waiting(100, 10_000)];
    assert_eq!(ranges(&practised(&["Ana"], 4, 10_000), &queue, 10_000), []);
    let told = ranges(&practised(&["Ana"], 5, 10_000), &queue, 10_000);
    assert!(
        matches!(told[..], [(from, to)] if from <= 60.0 && to > 60.0 && to <= 120.0),
        "{told:?}"
    );
}

#[test]
fn nothing_is_said_while_nobody_is_at_work() {
    let pace = practised(&["Ana"], 10, 10_000);
    assert_eq!(ranges(&pace, &[waiting(100, 10_600)], 10_600).len(), 1);
    assert_eq!(ranges(&pace, &[waiting(100, 10_601)], 10_601), []);
}

#[test]
fn what_was_long_ago_is_forgotten() {
    let mut pace = practised(&["Ana"], 10, 0);
    assert_eq!(mean(&pace, MEMORY_SECONDS - 300), Some(60.0));
    assert_eq!(mean(&pace, MEMORY_SECONDS + 1), None);
    for drink in 0..1_000 {
        serve(&mut pace, waiting(drink, drink * 20), "Ana", drink * 20, drink * 20 + 20);
    }
    assert_eq!(mean(&pace, 20_000), Some(20.0), "the latest times count");
}

#[test]
fn drinks_made_together_count_for_what_they_added() {
    let mut pace = Pace::default();
    for batch in 0..4 {
        let begun = batch * 1_000;
        let together: Vec<_> =
            (0..3).map(|drink| in_hand(waiting(drink, begun), "Ana", begun)).collect();
        for order in &together {
            pace.learn(order);
        }
        for (order, taken) in together.into_iter().zip([50, 80, 110]) {
            pace.learn(&done(order, begun + taken));
        }
    }
    let mean = mean(&pace, 4_000).expect("twelve drinks");
    assert!((mean - 110.0 / 3.0).abs() < 0.01, "three take 110 s, and the pauses nothing: {mean}");
}

#[test]
fn a_handover_counts_while_orders_wait_and_a_break_does_not() {
    // Every second drink is begun so many seconds after the first one, which takes a minute.
    let taken = |making: i64| {
        let mut pace = Pace::default();
        for drink in 0..6 {
            let free = drink * 3_500;
            serve(&mut pace, waiting(0, free - 60), "Ana", free - 60, free);
            serve(&mut pace, waiting(1, free - 30), "Ana", free + making, free + making + 60);
        }
        mean(&pace, 21_000).map(|mean| 2.0 * mean - 60.0)
    };
    assert_eq!(taken(10), Some(70.0), "ten seconds to wipe");
    assert_eq!(taken(3_000), Some(60.0 + HANDOVER_SECONDS), "away for most of an hour");
}

#[test]
fn a_drink_that_was_hardly_ever_made_takes_what_drinks_take_here() {
    let mut pace = practised(&["Ana"], 20, 10_000);
    let slow = |pace: &Pace| {
        let known = Known::of(pace, at(10_000)).expect("enough drinks");
        (known.drink(&of("filter", 1, 0)).mean, known.drink(&waiting(1, 0)).mean)
    };
    serve(&mut pace, of("filter", 1, 10_000), "Ana", 10_000, 10_300);
    assert_eq!(Some(slow(&pace).0), mean(&pace, 10_000), "one filter says little");
    for drink in 1..5 {
        let begun = 10_000 + drink * 300;
        serve(&mut pace, of("filter", 1, begun), "Ana", begun, begun + 300);
    }
    assert_eq!(slow(&pace), (300.0, 60.0));
}

#[test]
fn more_hands_are_faster_and_a_longer_queue_is_slower() {
    let queue: Vec<_> = (100..106).map(|id| waiting(id, 10_000)).collect();
    let one = ranges(&practised(&["Ana"], 10, 10_000), &queue, 10_000);
    let two = ranges(&practised(&["Ana", "Rui"], 10, 10_000), &queue, 10_000);
    assert!(one.is_sorted_by(|a, b| a.1 <= b.1) && one[5].0 > one[0].1, "{one:?}");
    assert!(two[5].1 < one[5].0, "{two:?} is sooner than {one:?}");
}

#[test]
fn who_leaves_the_queue_alone_is_not_counted_on() {
    let mut pace = practised(&["Ana", "Rui"], 10, 10_000);
    let queue: Vec<_> = (100..106).map(|id| waiting(id, 10_000)).collect();
    // Ana goes on. Rui has not been seen for four minutes, and orders wait.
    for drink in 0..4 {
        let begun = 10_000 + drink * 60;
        serve(&mut pace, waiting(drink, begun), "Ana", begun, begun + 60);
    }
    let now = 10_240;
    let alone = ranges(&pace, &queue, now);
    pace.learn(&in_hand(waiting(7, now), "Rui", now));
    let both = ranges(&pace, &queue, now);
    assert!(both[5].1 < alone[5].1, "{both:?} is sooner than {alone:?}");
}

#[test]
fn an_order_in_hand_is_told_for_its_batch_and_its_time_runs() {
    let mut pace = practised(&["Ana"], 20, 10_000);
    let pair = [1, 2].map(|id| in_hand(waiting(id, 10_000), "Ana", 10_000));
    for order in &pair {
        pace.learn(order);
    }
    let making: Vec<_> = pair.iter().collect();
    let to = |pace: &Pace, making: &[&Order], now: i64| {
        pace.outlook(making, &[], at(now)).values().map(|range| range.to.as_second()).max()
    };
    assert!(to(&pace, &making, 10_000) >= Some(10_120), "either may be the second");
    assert!(to(&pace, &making[..1], 10_000) <= Some(10_110), "one alone");
    let late = to(&pace, &making[..1], 10_300).expect("she is still here");
    assert!(late > 10_300, "what is overdue may come any moment, not before now: {late}");
}

#[test]
fn a_range_begins_and_ends_on_half_minutes() {
    let queue = [waiting(100, 10_007)];
    let told = ranges(&practised(&["Ana"], 9, 10_000), &queue, 10_007);
    let [(from, to)] = told[..] else { panic!("one range: {told:?}") };
    assert_eq!(((from + 10_007.0) % 30.0, (to + 10_007.0) % 30.0), (0.0, 0.0));
}

/// A bar whose menu says how much work its drinks are.
fn weighed(drinks: &[(&str, u32)]) -> Menu {
    let drinks: Vec<_> = drinks
        .iter()
        .map(|(id, work)| json!({"id": id, "name": id, "icon": "tea", "work": work}))
        .collect();
    serde_json::from_value(json!({ "drinks": drinks })).expect("a menu")
}

#[test]
fn a_drink_that_was_never_made_takes_as_long_as_its_points_say() {
    let menu = weighed(&[("espresso", 1), ("pour-over", 4), ("flat-white", 2)]);
    let mut pace = Pace::of(&menu);
    for round in 0..10 {
        let begun = 9_000 + round * 60;
        // An espresso in half a minute, a flat white in a minute: 30 seconds a point.
        let (drink, takes) = if round % 2 == 0 { ("espresso", 30) } else { ("flat-white", 60) };
        serve(&mut pace, of(drink, round, begun), "Ana", begun, begun + takes);
    }
    let mean_of = |pace: &Pace, drink: &str| {
        let known = Known::of(pace, at(10_000)).expect("ten drinks were made");
        format!("{:.0}", known.drink(&of(drink, 100, 10_000)).mean)
    };
    assert_eq!(mean_of(&pace, "pour-over"), "120");
    assert_eq!(mean_of(&pace, "mate"), "30", "what the menu does not know has one point");
    assert_eq!(mean_of(&pace, "espresso"), "30", "it was made often enough to be known");
    pace.weigh(&weighed(&[("pour-over", 2)]));
    assert_eq!(mean_of(&pace, "pour-over"), "60");
    assert_eq!(mean_of(&pace, "flat-white"), "60", "what drinks took stays known");
}
