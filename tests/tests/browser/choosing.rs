//! Choosing: the usual, the way back, a place that is kept meanwhile.

use demitasse_shared::order::{OrderState, Step};
use demitasse_tests::{OpenBar, Phone, Scripts};

#[tokio::test(flavor = "multi_thread")]
async fn the_usual_is_offered_and_one_tap_chooses_it() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    let code = bar.staff().window().await.url;
    phone.scan(&code, "Mina").await;
    phone.pick("Flat white").await;
    phone.pick("Oat").await;
    phone.says("Flat white, Oat").await;
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;
    for step in [Step::Make, Step::Complete, Step::Collect] {
        bar.step(step).await;
    }
    phone.is_headed("Enjoy it").await;

    // One guest gets one drink of a code: somebody else borrows the phone.
    phone.becomes_a_stranger().await;
    phone.scan(&code, "Ben").await;
    phone.tap("Flat white, Oat, again?").await;
    phone.says("Flat white, Oat").await;
    phone.tap("Order").await;

    phone.is_headed("In the queue").await;
    phone.says("Flat white, Oat").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_forgotten_has_no_usual() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    let code = bar.staff().window().await.url;
    phone.order_flat_white(&code, "Mina").await;
    bar.step(Step::Make).await;
    bar.step(Step::Complete).await;
    bar.step(Step::Collect).await;
    phone.is_headed("Enjoy it").await;
    phone.open(&format!("{}forget-me", bar.home())).await;
    phone.tap("Yes, forget me").await;
    phone.is_headed("We have forgotten you").await;

    phone.scan(&code, "Mina").await;
    phone.pick("Flat white").await;
    phone.says("Give it back").await;

    assert!(!phone.text().await.contains("again?"));
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_kept_from_the_first_touch_and_the_code_leaves_the_address() {
    let bar = OpenBar::with_drinks(10).await;
    let mut board = bar.staff().monitor().await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.pick("Flat white").await;

    board
        .until("a place", |view| {
            view.orders().find(|order| order.state == OrderState::Reserved).map(drop)
        })
        .await;
    phone.says("Give it back").await;
    phone.says("Flat white").await;
    assert!(phone.address().await.contains("/orders/"), "the code has left the address");
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_leads_to_the_page_before_and_never_to_a_form_that_was_sent() {
    let bar = OpenBar::with_drinks(10).await;
    let code = bar.staff().window().await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.open(&bar.home()).await;
    phone.fill("Type the code from the monitor", &code.code).await;
    phone.tap("Use this code").await;
    phone.is_headed("What may it be?").await;
    phone.fill("Your first name", "Mina").await;
    phone.pick("Flat white").await;
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;

    phone.back().await;

    phone.is_headed("The bar is open").await;
    assert_eq!(phone.address().await, bar.home());
    phone.close().await;
}
