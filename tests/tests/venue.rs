//! What the venue's monitors are told beside the board, over the real line.

use std::fs;

use demitasse::config::{Config, MonitorFlags};
use demitasse_shared::api::Role;
use demitasse_shared::venue::{ClocksChange, Venue, Wifi};
use demitasse_tests::Bar;
use jiff::SignedDuration;

const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg'/>";

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_reads_the_venue_and_its_clocks() {
    let folder = tempfile::tempdir().expect("a folder");
    let logo = folder.path().join("logo.svg");
    fs::write(&logo, LOGO).expect("it takes a file");
    let monitors = MonitorFlags {
        languages: vec!["de".to_owned(), "en".to_owned()],
        wifi: Some("Guests".to_owned()),
        wifi_password: Some("flat white".to_owned().into()),
        wifi_code: true,
    };
    let config = Config {
        zone: Some("Europe/Lisbon".to_owned()),
        accent: "#0a7cff".parse().ok(),
        logo: Some(logo),
        monitors,
        ..Config::default()
    };
    // Half an hour before Lisbon's summer time ends.
    let bar = Bar::of_venue("2026-10-25T00:30:00Z", config).await;
    let monitor = bar.staff.device(Role::Display, "Door").await;

    let venue = monitor.venue().await.expect("a paired monitor may");
    let path = venue.logo.clone().expect("it has a logo");
    let code = Some("WIFI:T:WPA;S:Guests;P:flat white;;".to_owned());
    let expected = Venue {
        name: "The test's bar".to_owned(),
        languages: vec!["de".to_owned(), "en".to_owned()],
        accent: "#0a7cff".parse().ok(),
        logo: Some(path.clone()),
        wifi: Some(Wifi { name: "Guests".to_owned(), code }),
        utc_offset_seconds: 3_600,
        clocks_change: Some(change("2026-10-25T01:00:00Z", 0)),
    };
    assert_eq!(venue, expected);

    assert_eq!(monitor.logo(&path).await.expect("it is there"), LOGO.as_bytes());

    bar.advance(SignedDuration::from_hours(1));
    let winter = monitor.venue().await.expect("a paired monitor may");
    let clocks_change = Some(change("2027-03-28T01:00:00Z", 3_600));
    assert_eq!(winter, Venue { utc_offset_seconds: 0, clocks_change, ..expected });
}

fn change(at: &str, utc_offset_seconds: i32) -> ClocksChange {
    ClocksChange { at: at.parse().expect("a time"), utc_offset_seconds }
}
