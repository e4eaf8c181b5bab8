//! Lists that are open while the bar goes on: a line keeps its place, and one that has gone is
//! refused in words.

use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::shop::Shop;

use super::*;
use crate::fixture::{changed, making, ready};

fn recall(order: i64) -> Effect {
    let order = demitasse_shared::ids::OrderId(order);
    Effect::Step { order, step: Step::Recall, reason: None }
}

/// 5 and 6 are ready, 6 the latest.
fn two_ready() -> Model {
    let mut model = model(vec![ready(5, 0), ready(6, 5)], 60);
    assert_eq!(keys(&mut model, "r"), []);
    model
}

#[test]
fn what_can_be_recalled_stands_still_while_others_come_and_go() {
    // One that is ready later would have come first.
    let mut model = two_ready();
    changed(&mut model, ready(7, 30));
    assert_eq!(keys(&mut model.clone(), "1"), [recall(6)]);
    assert_eq!(keys(&mut model.clone(), "⏎"), [recall(6)]);
    assert_eq!(keys(&mut model, "3"), [recall(7)], "new ones come behind the others");
    // Somebody else was faster: its line stays, and says so.
    let mut model = two_ready();
    changed(&mut model, making(6, 5, "Bo"));
    assert_eq!(keys(&mut model, "1"), []);
    assert_eq!(notice(&model), "106 has moved on: it cannot be taken back any more.");
    assert_eq!(keys(&mut model, "2"), [recall(5)]);
    // Handed over, it can still come back.
    let mut model = two_ready();
    changed(&mut model, Order { state: OrderState::Collected, ..ready(6, 5) });
    assert_eq!(keys(&mut model, "1"), [recall(6)]);
}

fn door(model: &mut Model, state: ShopState) {
    let shop = Shop { state, ..model.board.as_ref().expect("a board").shop.clone() };
    change(model, LiveEvent::Shop { shop });
    model.settle();
}

#[test]
fn a_pause_that_ends_or_begins_moves_no_line() {
    let mut model = paused();
    keys(&mut model, "p");
    door(&mut model, ShopState::Open);
    assert_eq!(keys(&mut model, "1"), []);
    assert_eq!(notice(&model), "The pause is over already.");
    assert_eq!(keys(&mut model, "2"), [pause(5)]);

    let mut model = bar();
    keys(&mut model, "p");
    door(&mut model, ShopState::Paused);
    assert_eq!(keys(&mut model.clone(), "1"), [pause(5)]);
    assert_eq!(keys(&mut model, "6"), [open()], "it comes behind the others");
}

#[test]
fn only_the_line_that_was_read_is_taken_down() {
    let line = |text: &str| Announcement { text: text.to_owned(), at: after(0), until: after(600) };
    let say = |model: &mut Model, announcement| {
        change(model, LiveEvent::Announcement { announcement });
        model.settle();
    };
    let standing = || {
        let mut model = bar();
        say(&mut model, Some(line("Back soon")));
        keys(&mut model, "a");
        model
    };
    assert_eq!(keys(&mut standing(), "1"), [Effect::Bar(BarAsk::TakeDown)]);
    for meanwhile in [None, Some(line("Last orders"))] {
        let mut model = standing();
        say(&mut model, meanwhile);
        assert_eq!(keys(&mut model, "1"), []);
        assert_eq!(notice(&model), "That line does not stand any more: Esc, then look again.");
        assert_eq!(keys(&mut model, "21").len(), 1, "the others keep their places");
    }
}
