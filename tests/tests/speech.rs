//! Spoken numbers, for real: the real monitor hears of a real bar's orders and has them said by a
//! program of the test's.

use demitasse_tests::{Ears, Kiosk, OpenBar};

#[tokio::test(flavor = "multi_thread")]
async fn ready_numbers_are_said_one_after_the_other() {
    let bar = OpenBar::with_drinks(10).await;
    let mut ears = Ears::open();
    let speaker = ears.speaker();
    let args = ["--no-chime", speaker[0].as_str(), speaker[1].as_str()];
    bar.queue(4).await;
    // It stands ready before the monitor is there: old news.
    bar.complete(&[1]).await;

    let mut kiosk = Kiosk::open_with(bar.data(), &args, []).await;
    kiosk.code().await;
    bar.complete(&[3, 2, 4]).await;

    for number in [3, 2, 4] {
        assert_eq!(ears.said().await, format!("begins in en: Number {number} is ready."));
        assert_eq!(ears.said().await, "ends");
    }
}
