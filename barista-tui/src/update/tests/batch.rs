//! Marks, batches, and one key for many tickets.

use super::*;
use crate::fixture::{chosen, menu};

/// Waiting: two flat whites with oat, a latte with oat and decaf, one with soy, an espresso. Ana
/// has a flat white with oat in hand, Bo an espresso.
fn rush() -> Model {
    let drink = |order: Order, name: &str, options: &[&str]| Order {
        chosen: Some(chosen(name, options, None)),
        ..order
    };
    let orders = vec![
        waiting(1, 10),
        drink(waiting(2, 20), "Latte", &["Oat", "Decaf"]),
        waiting(3, 30),
        drink(waiting(4, 40), "Latte", &["Soy"]),
        drink(waiting(5, 50), "Espresso", &[]),
        making(6, 0, "Ana"),
        drink(making(7, 0, "Bo"), "Espresso", &[]),
    ];
    let mut model = model(orders, 60);
    update(&mut model, Msg::Menu(Box::new(menu())));
    model
}

fn marked(model: &Model) -> Vec<i64> {
    model.marked().iter().map(|ticket| ticket.order.id.0).collect()
}

/// What is marked after some keys, and what is said about it.
#[test]
fn marks_and_batches() {
    let table: &[(&str, &[i64], &str)] = &[
        ("v", &[1], ""),
        ("vv", &[], ""),
        ("vjjv", &[1, 3], ""),
        ("b", &[1, 3], "2 marked: the same drink."),
        ("bb", &[1, 2, 3], "3 marked: all with Oat."),
        ("bbb", &[], "No ticket is marked now."),
        ("bbbb", &[1, 3], "2 marked: the same drink."),
        // Nobody else has this very drink: the milk comes first.
        ("jb", &[1, 2, 3], "3 marked: all with Oat."),
        ("jbb", &[], "No ticket is marked now."),
        ("Gkb", &[], "Nothing like 104 waits."),
        ("Gb", &[], "Nothing like 105 waits."),
        // What is in hand looks for its like among those that wait.
        ("lb", &[1, 3], "2 marked: the same drink."),
        ("lbb", &[1, 2, 3], "3 marked: all with Oat."),
        ("ljb", &[5], "1 marked: the same drink."),
        ("llv", &[], "There is no ticket at that place."),
        ("llb", &[], "There is no ticket at that place."),
    ];
    for (typed, expected, said) in table {
        let mut model = rush();
        keys(&mut model, typed);
        assert_eq!((marked(&model).as_slice(), notice(&model)), (*expected, *said), "{typed}");
    }
}

#[test]
fn one_key_acts_on_all_that_are_marked_in_the_order_of_the_queue() {
    let table: &[(&str, Vec<Effect>)] = &[
        ("b⏎", vec![step(1, Step::Make), step(3, Step::Make)]),
        ("bm", vec![step(1, Step::Make), step(3, Step::Make)]),
        ("Gvggv⏎", vec![step(1, Step::Make), step(5, Step::Make)]),
        ("bc", vec![]),
        // A digit is for its own place alone.
        ("b4", vec![step(4, Step::Make)]),
        ("bx1", vec![cancel(1, &reason(0)), cancel(3, &reason(0))]),
        ("lvjvc", vec![step(6, Step::Complete), step(7, Step::Complete)]),
    ];
    for (typed, expected) in table {
        assert_eq!(&keys(&mut rush(), typed), expected, "{typed}");
    }
}

#[test]
fn a_key_says_what_it_left_out_and_why() {
    let mut model = rush();
    keys(&mut model, "bb");
    changed(&mut model, Order { chosen: waiting(3, 30).chosen, ..making(3, 30, "Bo") });
    assert_eq!(keys(&mut model, "⏎"), [step(1, Step::Make), step(2, Step::Make)]);
    assert_eq!(notice(&model), "Left out: 103 is with Bo.");
    // Without its mark, lest the next key makes Bo's drink ready.
    assert_eq!(marked(&model), [] as [i64; 0]);
    // A key that does nothing at all leaves the marks.
    keys(&mut model, "v");
    let before = marked(&model);
    keys(&mut model, "d");
    assert_eq!(marked(&model), before);
}

#[test]
fn marks_stay_on_their_tickets_and_go_with_them() {
    let mut model = rush();
    keys(&mut model, "bb");
    let ended_by = Some(Party::Guest);
    changed(&mut model, Order { state: OrderState::Cancelled, ended_by, ..waiting(1, 10) });
    assert_eq!(marked(&model), [2, 3]);
    changed(&mut model, waiting(9, 5));
    assert_eq!(marked(&model), [2, 3]);
    changed(&mut model, Order { state: OrderState::Collected, ..ready(3, 30) });
    assert_eq!(marked(&model), [2]);
    keys(&mut model, "⏎");
    assert_eq!(marked(&model), [] as [i64; 0]);
}

#[test]
fn one_of_several_cancels_may_end_before_the_reason_is_chosen() {
    let mut model = rush();
    keys(&mut model, "bx");
    let ended_by = Some(Party::Guest);
    changed(&mut model, Order { state: OrderState::Cancelled, ended_by, ..waiting(1, 10) });
    assert_eq!(keys(&mut model, "1"), [cancel(3, &reason(0))]);
}

#[test]
fn what_is_like_the_drink_in_hand_says_so() {
    use crate::model::Likeness;
    let model = rush();
    let alike = |id| model.alike_in_hand(&model.ticket(OrderId(id)).expect("a ticket"));
    assert_eq!(alike(1), Some(Likeness::Drink));
    assert_eq!(alike(2), Some(Likeness::Base("Oat".to_owned())));
    assert_eq!(alike(4), None);
    // Bo's espresso is none of Ana's business, and what is in hand is not alike to itself.
    assert_eq!(alike(5), None);
    assert_eq!(alike(6), None);
}
