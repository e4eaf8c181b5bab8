//! The keyboard alone is enough for the whole life of an order, and axe finds nothing on the way.

use demitasse_shared::order::{OrderState, Step};
use demitasse_tests::{Auditor, OpenBar};
use serde_json::json;

use crate::PATIENCE;
use crate::findings::Walk;

#[tokio::test(flavor = "multi_thread")]
async fn a_keyboard_is_enough_for_an_order_and_axe_finds_nothing_on_the_way() {
    let bar = OpenBar::with_drinks(10).await;
    let mut auditor = Auditor::new(PATIENCE).await;
    let mut looks = Vec::new();

    let code = bar.staff().window().await.url;
    auditor.ask::<()>("arrive", json!({ "address": code })).await;
    looks.push(auditor.ask::<Walk>("look", json!({})).await);
    let faults: Vec<String> = auditor.ask("orderByKeyboard", json!({ "name": "Mina" })).await;
    looks.push(auditor.ask("look", json!({})).await);
    for step in [Step::Make, Step::Complete, Step::Collect] {
        take(&bar, step).await;
        looks.push(auditor.ask("look", json!({})).await);
    }

    auditor.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    looks.into_iter().for_each(Walk::found_nothing);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keyboard_is_enough_to_take_an_order_back() {
    let bar = OpenBar::with_drinks(10).await;
    let mut auditor = Auditor::new(PATIENCE).await;
    let code = bar.staff().window().await.url;
    auditor.ask::<()>("arrive", json!({ "address": code })).await;
    auditor.ask::<()>("order", json!({ "name": "Mina" })).await;
    assert_eq!(states(&bar).await, [OrderState::Waiting]);

    let faults: Vec<String> = auditor.ask("cancelByKeyboard", json!({})).await;
    let look: Walk = auditor.ask("look", json!({})).await;

    auditor.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(states(&bar).await, [], "the place came back");
    look.found_nothing();
}

/// Takes the bar's one order a step further.
async fn take(bar: &OpenBar, step: Step) {
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let order = board.orders.first().expect("somebody has ordered");
    bar.staff().manager.step(order.id, step, None).await.expect("it is the next step");
}

async fn states(bar: &OpenBar) -> Vec<OrderState> {
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    board.orders.iter().map(|order| order.state).collect()
}
