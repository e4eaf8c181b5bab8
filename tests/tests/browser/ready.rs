//! Ready: unmistakable, by whatever the browser allows.

use demitasse_shared::order::Step;
use demitasse_tests::{OpenBar, Phone, Scripts};

#[tokio::test(flavor = "multi_thread")]
async fn a_drink_that_is_ready_sounds_buzzes_and_shows_in_the_title() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    phone.is_titled("1 In the queue").await;
    phone.keeps_awake(true).await;

    bar.step(Step::Make).await;
    phone.is_titled("1 Being made").await;
    phone.keeps_awake(true).await;
    bar.step(Step::Complete).await;

    phone.sounds().await;
    phone.buzzes().await;
    phone.is_titled("✓ 1 is ready").await;
    phone.keeps_awake(false).await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_may_sleep_in_a_pocket_and_stays_awake_again_afterwards() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    phone.keeps_awake(true).await;

    phone.into_pocket().await;
    phone.keeps_awake(false).await;
    phone.out_of_pocket().await;
    phone.keeps_awake(true).await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_in_a_pocket_is_notified() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    phone.allow("notifications").await;
    phone.into_pocket().await;

    bar.step(Step::Make).await;
    bar.step(Step::Complete).await;

    phone.notifies("✓ 1 is ready").await;
    phone.sounds().await;
    phone.close().await;
}
