//! The chime, for real: the real monitor, built with sound, plays into a file what a real bar's
//! orders make it play.

use demitasse::config::Config;
use demitasse_tests::Standing::Ready;
use demitasse_tests::{Bar, Ears, Kiosk, OpenBar};
use jiff::SignedDuration;

/// So little is silence. At full volume the chime gets to a half.
const SILENCE: f32 = 0.001;

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_rings_once_before_its_numbers_are_said() {
    let bar = OpenBar::with_drinks(10).await;
    let mut ears = Ears::open();
    let [flag, speaker] = ears.speaker();
    bar.staff().queue(3).await;

    let args = ["--volume", "100", &flag, &speaker];
    let mut kiosk = Kiosk::open_with(bar.data(), &args, ears.environment()).await;
    kiosk.code().await;
    // However slow this machine is, the monitor hears of all three at once.
    kiosk.freeze(async || bar.staff().complete(&[1, 2, 3]).await).await;

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
async fn quiet_hours_are_the_venues() {
    let zone = Some("Europe/Lisbon".to_owned());
    // Half past ten in the evening there.
    let bar = Bar::of_venue("2026-05-12T21:30:00Z", Config { zone, ..Config::default() }).await;
    bar.staff.open().await;
    let mut ears = Ears::open();
    let [flag, speaker] = ears.speaker();
    let args = ["--quiet-hours", "22:00-8:00", &flag, &speaker];
    let mut kiosk = Kiosk::open_with(bar.data(), &args, ears.environment()).await;
    kiosk.code().await;

    bar.staff.queue(1).await;
    bar.staff.complete(&[1]).await;
    kiosk.shows("the number", |panel| panel.numbers(Ready) == [1]).await;
    bar.advance(SignedDuration::from_hours(10));
    bar.staff.queue(1).await;
    bar.staff.complete(&[1]).await;

    assert_eq!(ears.said().await, "begins in en: Number 1 is ready.");
    assert_eq!(ears.played().len(), 1, "it played in the night");
}
