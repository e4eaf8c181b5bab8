//! A bad line: what a guest does arrives once, and what the bar does shows as soon as it can.

use demitasse_shared::order::{OrderState, Step};
use demitasse_tests::{Line, OpenBar, Phone, Scripts};

#[tokio::test(flavor = "multi_thread")]
async fn an_order_on_a_dead_line_arrives_once_when_the_line_is_back() {
    let bar = OpenBar::with_drinks(10).await;
    let line = Line::to(&bar.staff().manager).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.scan(&line.url(&bar.staff().window().await.url), "Mina").await;
    phone.pick("Flat white").await;

    line.cut();
    phone.tap("Order").await;
    phone.says("No answer yet. Trying again by itself.").await;
    phone.tap_all_the_same("Order").await;
    assert_eq!(numbers(&bar).await, [None; 0], "nothing has arrived");
    line.mend();

    phone.is_headed("In the queue").await;
    assert_eq!(numbers(&bar).await, [Some(1)]);
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_whose_answer_is_lost_is_not_made_twice() {
    let bar = OpenBar::with_drinks(10).await;
    let line = Line::to(&bar.staff().manager).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.scan(&line.url(&bar.staff().window().await.url), "Mina").await;
    phone.pick("Flat white").await;
    let mut board = bar.staff().monitor().await;

    line.lose_answers();
    phone.tap("Order").await;
    board.until("the order", |view| (!view.board.waiting().is_empty()).then_some(())).await;
    line.mend();

    phone.is_headed("In the queue").await;
    assert_eq!(numbers(&bar).await, [Some(1)]);
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_back_from_flight_mode_shows_what_it_missed() {
    let bar = OpenBar::with_drinks(10).await;
    let line = Line::to(&bar.staff().manager).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&line.url(&bar.staff().window().await.url), "Mina").await;
    phone.has_streams(1).await;

    line.fall_silent();
    phone.offline().await;
    bar.step(Step::Make).await;
    bar.step(Step::Complete).await;
    line.mend();
    phone.online().await;

    phone.is_headed("✓ Ready").await;
    phone.has_streams(1).await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_line_is_told_and_tried_again() {
    let bar = OpenBar::with_drinks(10).await;
    let line = Line::to(&bar.staff().manager).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.hold_time().await;
    phone.order_flat_white(&line.url(&bar.staff().window().await.url), "Mina").await;
    phone.has_streams(1).await;
    let before = phone.asked("GET /api/live").await;

    line.fall_silent();
    phone.pass(30).await;
    phone.says_something_like("Last heard from the bar").await;
    phone.pass(2).await;
    phone.asks("GET /api/live", before + 1).await;
    bar.step(Step::Make).await;
    line.mend();
    phone.pass(11).await;

    phone.is_headed("Being made").await;
    assert!(!phone.text().await.contains("Last heard"), "it has heard from the bar again");
    phone.close().await;
}

/// The numbers of all orders on the board.
async fn numbers(bar: &OpenBar) -> Vec<Option<u32>> {
    let board = bar.staff().manager.board().await.expect("a manager sees it");
    let submitted = board.orders.iter().filter(|order| order.state != OrderState::Reserved);
    submitted.map(|order| order.number).collect()
}
