//! Struck-through tickets: where they stand, what they say, and how they go.

use super::*;

fn cancelled(order: Order, by: Party) -> Order {
    let reason = (by == Party::Bar).then(|| "No milk".to_owned());
    Order { state: OrderState::Cancelled, ended_by: Some(by), reason, ..order }
}

fn shown(model: &Model, column: Column) -> Vec<i64> {
    model.shown(column).iter().map(|ticket| ticket.order.id.0).collect()
}

#[test]
fn a_cancelled_ticket_stays_in_its_place_but_counts_no_more() {
    let mut model = six();
    changed(&mut model, cancelled(waiting(1, 10), Party::Guest));
    changed(&mut model, cancelled(making(4, 5, "Bo"), Party::Bar));
    assert_eq!(
        (shown(&model, Column::Waiting), ids(&model, Column::Waiting)),
        (vec![1, 2], vec![2])
    );
    assert_eq!((shown(&model, Column::Making), ids(&model, Column::Making)), (vec![3, 4], vec![3]));
    // The digits of the others stay what they were.
    assert_eq!(keys(&mut model, "2"), [step(2, Step::Make)]);
}

#[test]
fn it_survives_a_broken_line_and_a_whole_new_board() {
    let mut model = six();
    changed(&mut model, cancelled(waiting(1, 10), Party::Guest));
    down(&mut model);
    update(&mut model, Msg::Live(Update::Snapshot(Box::new(snapshot(vec![waiting(2, 20)], 90)))));
    assert_eq!(shown(&model, Column::Waiting), [1, 2]);
}

#[test]
fn what_is_missing_after_a_break_is_looked_for() {
    let mut model = six();
    down(&mut model);
    let orders = vec![waiting(2, 20), making(3, 0, "Ana")];
    let update_of = Msg::Live(Update::Snapshot(Box::new(snapshot(orders, 90))));
    let effects = update(&mut model, update_of);
    let looks = [Effect::Look(OrderId(1)), Effect::Look(OrderId(4))];
    assert_eq!(effects, [looks.as_slice(), &[Effect::Menu, Effect::Recent]].concat());
    update(&mut model, Msg::Looked(Box::new(cancelled(waiting(1, 10), Party::Guest))));
    update(
        &mut model,
        Msg::Looked(Box::new(Order { state: OrderState::Collected, ..ready(4, 5) })),
    );
    assert_eq!(shown(&model, Column::Waiting), [1, 2]);
    assert_eq!(shown(&model, Column::Making), [3]);
}

/// Which struck-through tickets are left after some keys; 1 and 3 are struck through.
#[test]
fn ways_to_let_them_go() {
    let table: &[(&str, &[i64], &str)] = &[
        ("⏎", &[3], "101 let go. One more is crossed out."),
        ("1", &[3], "101 let go. One more is crossed out."),
        ("-", &[3], "101 let go. One more is crossed out."),
        ("l-", &[1], "103 let go. One more is crossed out."),
        // From anywhere, the one that has been there longest.
        ("j-", &[3], "101 let go. One more is crossed out."),
        ("j--", &[], "103 let go. Nothing else is crossed out."),
        ("j---", &[], "Nothing is crossed out."),
        ("m", &[1, 3], "101 has ended: nobody needs to make it."),
        ("x", &[1, 3], "101 has ended: nobody needs to make it."),
        ("v", &[1, 3], "101 has ended: nobody needs to make it."),
    ];
    for (typed, expected, said) in table {
        let mut model = six();
        changed(&mut model, cancelled(waiting(1, 10), Party::Guest));
        changed(&mut model, cancelled(making(3, 0, "Ana"), Party::Bar));
        assert_eq!(keys(&mut model, typed), [], "{typed}");
        let left: Vec<_> = model.gone.all().map(|struck| struck.order.id.0).collect();
        assert_eq!((left.as_slice(), notice(&model)), (*expected, *said), "{typed}");
    }
}

#[test]
fn they_go_without_the_server_too() {
    let mut model = six();
    changed(&mut model, cancelled(waiting(1, 10), Party::Guest));
    down(&mut model);
    keys(&mut model, "-");
    assert_eq!(model.gone.len(), 0);
}

#[test]
fn ones_own_cancel_is_struck_through_at_once_and_never_in_between_gone() {
    let mut model = six();
    keys(&mut model, "x2");
    let struck = |model: &Model| {
        let ticket = model.ticket(OrderId(1)).expect("a ticket");
        (ticket.is_open(), ticket.by_me, ticket.reason.map(str::to_owned), ticket.pending)
    };
    let why = Some(reason(1));
    assert_eq!(struck(&model), (false, true, why.clone(), true));
    let ended = Order { reason: why.clone(), ..cancelled(waiting(1, 10), Party::Bar) };
    answer(&mut model, ended.clone());
    assert_eq!(struck(&model), (false, true, why.clone(), false));
    changed(&mut model, ended);
    assert_eq!(struck(&model), (false, true, why, false));
    // A refusal brings the ticket back.
    keys(&mut model, "2");
    let mut model = six();
    keys(&mut model, "x2");
    refuse(&mut model, 1, "It was collected.");
    assert!(model.ticket(OrderId(1)).expect("a ticket").is_open());
}
