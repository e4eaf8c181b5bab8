//! An order's whole life without scripts, and where the bar has to say no.

use demitasse_shared::api::ShopChange;
use demitasse_shared::order::Step;
use demitasse_tests::{OpenBar, Phone, Scripts};

#[tokio::test(flavor = "multi_thread")]
async fn an_order_lives_its_whole_life_without_scripts() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::Off).await;
    phone.scan(&bar.staff().window().await.url, "Mina").await;
    phone.pick("Flat white").await;
    phone.pick("Oat").await;
    phone.tap("Order").await;
    phone.is_headed("In the queue").await;
    phone.says("You are next").await;
    phone.says("Flat white, Oat").await;

    // The page looks again by itself, every ten seconds.
    bar.step(Step::Make).await;
    phone.is_headed("Being made").await;
    bar.step(Step::Complete).await;
    phone.reload().await;
    phone.is_headed("✓ Ready").await;
    bar.step(Step::Collect).await;
    phone.reload().await;
    phone.is_headed("Enjoy it").await;

    phone.tap("My orders today").await;
    phone.is_headed("Today").await;
    phone.says("You can have 2 more drinks today.").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_changes_their_mind_without_scripts() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::Off).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;

    phone.pick("Cancel this order").await;
    phone.tap("Yes, cancel it").await;

    phone.is_headed("Cancelled").await;
    assert_eq!(bar.staff().window().await.left, 10, "the place came back");
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_too_late_reads_that_it_is_sold_out() {
    let bar = OpenBar::with_drinks(1).await;
    let code = bar.staff().window().await.url;
    let mut phone = Phone::new(Scripts::On).await;
    phone.open(&code).await;
    bar.staff().order("Ben").await;

    // The first touch asks for a place.
    phone.fill("Your first name", "Mina").await;
    phone.pick("Flat white").await;

    phone.is_headed("Sold out for now").await;
    phone.says("All drinks of this code are taken.").await;
    let text = phone.text().await;
    assert!(text.contains("Next code in "), "it says when to come back:\n{text}");
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_to_a_closed_bar_reads_so() {
    let bar = OpenBar::with_drinks(10).await;
    let code = bar.staff().window().await.url;
    bar.staff().manager.set_shop(&ShopChange::CLOSE).await.expect("a manager may close");
    let mut phone = Phone::new(Scripts::Off).await;

    phone.open(&code).await;

    phone.is_headed("The bar is closed").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_at_a_closed_bar_reads_when_it_opens_and_when_that_changes() {
    let bar = OpenBar::with_drinks(10).await;
    let manager = &bar.staff().manager;
    let now = manager.shop().await.expect("anyone may").at;
    let until = |days| ShopChange::close_until(now + jiff::SignedDuration::from_hours(24 * days));
    let mut phone = Phone::new(Scripts::On).await;
    phone.open(&bar.home()).await;

    // Days that are neither today nor tomorrow, wherever the test runs and whatever its clocks do.
    manager.set_shop(&until(3_i64)).await.expect("a manager may close");
    phone.is_headed("The bar is closed").await;
    phone.says_something_like("We open on ").await;

    manager.set_shop(&until(10)).await.expect("it takes longer");
    phone.says_nothing_like("We open").await;

    manager.set_shop(&until(4)).await.expect("it is sooner");
    phone.says_something_like("We open on ").await;

    manager.set_shop(&ShopChange::CLOSE).await.expect("nobody knows");
    phone.says_nothing_like("We open").await;
    phone.is_headed("The bar is closed").await;
    phone.close().await;
}
