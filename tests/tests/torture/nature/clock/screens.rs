//! Each program's own clock is wrong, in its own way: the screens count by the server's times, and
//! show what is so.

use demitasse_shared::settings::Settings;
use demitasse_tests::{Kiosk, Launch, Picture, Server, Standing, at};
use jiff::SignedDuration;

use super::{WallClock, any_port};

/// How old a ticket is that has just come.
const NEW: &str = "Flat white  <1 min";

#[tokio::test(flavor = "multi_thread")]
async fn screens_whose_own_clocks_are_years_away_show_the_servers_time() {
    let wall = WallClock::showing(at("2022-10-14T12:50:05Z"));
    let (past, future) = (at("1999-12-31T23:59:50Z"), at("2041-03-31T00:59:50Z"));
    let (monitors, ranas) = (WallClock::showing(past), WallClock::showing(future));
    let data = tempfile::tempdir().expect("a folder");
    let server = wall.serve(data.path(), any_port(), "UTC").await;
    let settings = Settings { window_minutes: 60, grace_seconds: 300, ..Settings::default() };
    server.staff.rule(&settings).await;
    server.staff.open().await;
    server.staff.queue(1).await;
    let mut monitor = Kiosk::open_with(data.path(), &[], monitors.environment()).await;
    let mut launch = Launch::board(data.path(), "Rana");
    for (name, value) in ranas.environment() {
        launch = launch.env(name, value);
    }
    let mut board = launch.start();
    let first = shows_the_code(&mut monitor, &server).await;
    board.shows("a new ticket", |screen| is_live(screen) && are_new(screen, 1)).await;

    // The screens' own clocks are set, each the other way.
    let years = SignedDuration::from_hours(24 * 365 * 30);
    monitors.jump(years);
    ranas.jump(-years);
    server.staff.queue(1).await;
    preparing(&mut monitor, &[1, 2]).await;
    board.shows("two new tickets", |screen| are_new(screen, 2)).await;
    assert_eq!(shows_the_code(&mut monitor, &server).await, first);

    // The server's is, by seven minutes: what waits has waited for so long.
    wall.jump(SignedDuration::from_mins(7));
    board.shows("that they are late", |screen| screen.contains("7 min")).await;
    assert_eq!(shows_the_code(&mut monitor, &server).await, first, "the hour is not over");

    // And to the next hour: the orders' time is over, and the code's.
    wall.jump(SignedDuration::from_hours(1));
    board.shows("nothing that waits", |screen| screen.contains("Waiting 0 ")).await;
    server.staff.queue(1).await;
    preparing(&mut monitor, &[3]).await;
    let second = shows_the_code(&mut monitor, &server).await;
    assert_ne!(second, first);

    // Back again: the bar goes on from where it was, and so do they.
    wall.jump(SignedDuration::from_hours(-30));
    server.staff.queue(1).await;
    preparing(&mut monitor, &[3, 4]).await;
    board.shows("two new tickets", |screen| are_new(screen, 2)).await;
    assert_eq!(shows_the_code(&mut monitor, &server).await, second);

    // A server that falls silent takes its code along, whatever the monitor's clock says.
    server
        .freeze(async || {
            monitors.jump(-years);
            monitor.shows("no code", |panel| panel.code().is_none()).await;
        })
        .await;
    assert_eq!(shows_the_code(&mut monitor, &server).await, second);
}

/// The code that a camera reads is the one that the server has.
async fn shows_the_code(monitor: &mut Kiosk, server: &Server) -> String {
    let url = server.staff.window().await.url;
    monitor.shows(&url, |panel| panel.code().as_ref() == Some(&url)).await;
    url
}

async fn preparing(monitor: &mut Kiosk, numbers: &[u32]) {
    let look = |panel: &Picture| panel.numbers(Standing::Waiting) == numbers;
    monitor.shows(&format!("{numbers:?}"), look).await;
}

fn is_live(screen: &str) -> bool {
    screen.contains("● live")
}

/// Whether so many tickets stand there, all of them new.
fn are_new(screen: &str, tickets: usize) -> bool {
    screen.contains(&format!("Waiting {tickets} ")) && screen.matches(NEW).count() == tickets
}
