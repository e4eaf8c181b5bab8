//! The real monitor, in a real window.

use demitasse_shared::api::Role;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, Kiosk, Ordeal, Picture, Standing, Vitals, within};

use super::forms::{CROWD, Form, Tells};
use super::hell::Hell;
use super::rounds;

/// The most memory that a monitor may ever have held, in kilobytes: whatever is said to it, it keeps no
/// more than two of the longest boards that there are, beside the window that the processor draws.
const MOST_KILOBYTES: u64 = 500_000;

/// When the story takes place. The bar's clock stands still: no code turns meanwhile.
const NOON: &str = "2022-10-14T12:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_at_the_end_of_a_line_from_hell_shows_no_code_but_the_bars_own() {
    for seed in Ordeal::of("screens", 1).seeds() {
        let bar = open().await;
        let mut hell = Hell::before(&bar.staff.manager).await;
        let mut monitor = far_away(&bar, &hell.url()).await;
        let code = monitor.code().await;
        for (orders, round) in (1..).zip(rounds(seed)) {
            hell.cut();
            monitor.shows("no code", |panel| panel.code().is_none()).await;
            bar.staff.queue(1).await;
            for form in round {
                println!("{}", form.name);
                bear(&mut hell, &mut monitor, (form, seed, &code)).await;
            }
            hell.mend();
            monitor.shows("how things stand", |panel| shows(panel, &code, orders)).await;
        }
        assert_eq!(hell.astray(), 0, "it let itself be sent elsewhere");
        println!("{} visits, {:?}", hell.visits(), monitor.vitals());
        judge(&monitor);
    }
}

/// Meets one form. No code shows that the monitor was not told, and none that is not the bar's.
async fn bear(
    hell: &mut Hell,
    monitor: &mut Kiosk,
    (form, seed, code): (&'static Form, u64, &str),
) {
    let wrong = |panel: &Picture| match panel.code() {
        Some(shown) => form.tells == Tells::Nothing || shown != code,
        None => false,
    };
    let meets = within(form.name, hell.meets(form, seed));
    monitor.never_shows(&format!("a wrong code: {}", form.name), wrong, meets).await;
    hell.cut();
    monitor.shows("no code", |panel| panel.code().is_none()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_numbers_are_turned_like_any_others() {
    let bar = open().await;
    bar.staff.queue(1).await;
    let hell = Hell::before(&bar.staff.manager).await;
    hell.breaks_loose(&CROWD, 0);
    let mut monitor = far_away(&bar, &hell.url()).await;
    let many = |panel: &Picture| panel.numbers(Standing::Waiting).len() > 1;
    monitor.shows("many numbers", many).await;
    hell.cut();
    hell.mend();
    monitor.shows("how things stand", |panel| panel.numbers(Standing::Waiting) == [1]).await;
    println!("{:?}", monitor.vitals());
    judge(&monitor);
}

/// A bar with more drinks than the story needs.
async fn open() -> Bar {
    let bar = Bar::at(NOON).await;
    let rules = Settings { window_minutes: 60, window_drinks: 1_000, ..Settings::default() };
    bar.staff.rule(&rules).await;
    bar.staff.open().await;
    bar
}

/// A monitor at the other end of a line.
async fn far_away(bar: &Bar, server: &str) -> Kiosk {
    Kiosk::paired(server, &bar.staff.code_for(Role::Display, "Door").await).await
}

/// Whether the panel shows this code, and that orders up to this number are made.
fn shows(panel: &Picture, code: &str, orders: u32) -> bool {
    panel.code().is_some_and(|shown| shown == code)
        && panel.numbers(Standing::Waiting).contains(&orders)
}

fn judge(monitor: &Kiosk) {
    let vitals: Vitals = monitor.vitals();
    assert!(vitals.peak_kilobytes <= MOST_KILOBYTES, "{vitals:?}");
    assert_eq!(monitor.complaints(), "", "it complains");
}
