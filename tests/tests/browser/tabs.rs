//! One browser with many tabs has one live stream, and every tab is right.

use demitasse_shared::order::Step;
use demitasse_tests::{OpenBar, Phone, Scripts};

#[tokio::test(flavor = "multi_thread")]
async fn tabs_share_one_stream_and_the_next_takes_over_when_one_goes() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    let order = phone.address().await;
    phone.open_tab(&order).await;
    phone.open_tab(&order).await;
    phone.has_streams(1).await;

    // Every tab hears, also those that nobody looks at.
    bar.step(Step::Make).await;
    phone.is_headed("Being made").await;
    phone.turn_to(0).await;
    phone.is_headed("Being made").await;
    phone.has_streams(1).await;

    // The tab that listens goes, and takes nothing with it.
    phone.shut_tab_for(1).await;
    bar.step(Step::Complete).await;
    phone.is_headed("✓ Ready").await;
    phone.turn_to(2).await;
    phone.is_headed("✓ Ready").await;
    phone.has_streams(1).await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_in_the_background_hears_through_the_one_in_sight() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    let order = phone.address().await;
    phone.open_tab(&order).await;
    phone.has_streams(1).await;

    bar.step(Step::Make).await;
    bar.step(Step::Complete).await;

    phone.is_headed("✓ Ready").await;
    // The one in the background had the guest's tap, so it is the one that may sound.
    phone.glance_at(0).await;
    phone.sounds().await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_that_dies_is_missed_and_another_one_listens() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.hold_time().await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    let order = phone.address().await;
    phone.open_tab(&order).await;
    phone.has_streams(1).await;

    phone.loses_tab_for(0).await;
    phone.pass(28).await;

    phone.has_streams(1).await;
    bar.step(Step::Make).await;
    phone.is_headed("Being made").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_comes_back_is_heard_by_all_tabs() {
    let mut bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.order_flat_white(&bar.staff().window().await.url, "Mina").await;
    let order = phone.address().await;
    phone.open_tab(&order).await;
    phone.has_streams(1).await;

    bar.pull_the_plug(async || {}).await;
    bar.step(Step::Make).await;

    phone.is_headed("Being made").await;
    phone.glance_at(0).await;
    phone.is_headed("Being made").await;
    phone.has_streams(1).await;
    phone.close().await;
}
