//! The chime, for real: the real monitor, built with sound, plays into a file what a real bar's
//! orders make it play.

use demitasse_tests::{Ears, Kiosk, OpenBar};

/// So little is silence. At the volume of this test the chime gets to a half.
const SILENCE: f32 = 0.001;

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_rings_once_before_its_numbers_are_said() {
    let bar = OpenBar::with_drinks(10).await;
    let mut ears = Ears::open();
    let speaker = ears.speaker();
    let args = ["--volume", "100", speaker[0].as_str(), speaker[1].as_str()];
    bar.queue(3).await;

    let mut kiosk = Kiosk::open_with(bar.data(), &args, ears.environment()).await;
    kiosk.code().await;
    // However slow this machine is, the monitor hears of all three at once.
    kiosk.freeze(async || bar.complete(&[1, 2, 3]).await).await;

    for number in 1..=3 {
        assert_eq!(ears.said().await, format!("begins in en: Number {number} is ready."));
        assert_eq!(ears.said().await, "ends");
    }
    let played = ears.played();
    let [chime] = played.as_slice() else { panic!("the card played {} times", played.len()) };
    let loudest = chime.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
    assert!((0.4..0.6).contains(&loudest), "{loudest}");
    assert!(chime.first().is_some_and(|first| first.abs() < SILENCE), "it begins with a click");
    let sounding = chime.iter().rposition(|sample| sample.abs() > SILENCE).expect("it sounds");
    assert!(sounding + 1_000 < chime.len(), "it is cut off");
}

#[tokio::test(flavor = "multi_thread")]
async fn quiet_hours_are_quiet() {
    let bar = OpenBar::with_drinks(10).await;
    let ears = Ears::open();
    bar.queue(1).await;
    let args = ["--quiet-hours", "0:00-12:00,12:00-24:00"];
    let mut kiosk = Kiosk::open_with(bar.data(), &args, ears.environment()).await;
    kiosk.code().await;
    bar.complete(&[1]).await;
    kiosk.shows("the number", |panel| panel.numbers(demitasse_tests::Standing::Ready) == [1]).await;
    assert!(ears.played().is_empty(), "it played in the night");
}
