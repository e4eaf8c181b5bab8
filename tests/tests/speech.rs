//! Spoken numbers, for real: the real monitor hears of a bar's orders and has them said by a
//! program of the test's.

use demitasse::config::{Config, MonitorFlags};
use demitasse_shared::api::ShopChange;
use demitasse_tests::{Bar, Ears, Kiosk};

#[tokio::test(flavor = "multi_thread")]
async fn ready_numbers_are_said_one_after_the_other_in_the_venues_languages() {
    let monitors = MonitorFlags {
        languages: ["de", "en"].map(str::to_owned).into(),
        wifi: Some("Guests".to_owned()),
        wifi_password: None,
        wifi_code: true,
    };
    let config = Config { monitors, ..Config::default() };
    let bar = Bar::of_venue("2026-05-12T08:41:50Z", config).await;
    bar.staff.open().await;
    bar.staff.queue(4).await;
    // It stands ready before the monitor is there: old news.
    bar.staff.complete(&[1]).await;
    let pause = ShopChange { pause_minutes: Some(10), ..ShopChange::default() };
    bar.staff.manager.set_shop(&pause).await.expect("a manager may pause");

    let mut ears = Ears::open();
    let [flag, speaker] = ears.speaker();
    let mut kiosk = Kiosk::open_with(bar.data(), &["--no-chime", &flag, &speaker], []).await;
    // In a pause there is the network's code. It comes from the venue, and the languages with it.
    assert_eq!(kiosk.code().await, "WIFI:S:Guests;;");
    bar.staff.complete(&[3, 2, 4]).await;

    for number in [3, 2, 4] {
        assert_eq!(ears.said().await, format!("begins in de: Nummer {number} ist fertig."));
        assert_eq!(ears.said().await, "ends");
        assert_eq!(ears.said().await, format!("begins in en: Number {number} is ready."));
        assert_eq!(ears.said().await, "ends");
    }
}
