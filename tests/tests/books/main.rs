//! The report's figures, held against a second calculation that knows nothing but the journal.
//!
//! Days are played at random through the real bar: over midnight, through the night in which clocks
//! are set, with everything that guests, baristas and time do to orders. Then a bookkeeper who has
//! only the journal's rows reckons each figure in the plainest way, and both must come to the same.

mod bookkeeper;
mod day;
mod forms;
mod life;

use bookkeeper::Bookkeeper;
use day::Day;
use demitasse_shared::Date;
use demitasse_shared::order::Party;
use demitasse_shared::report::Report;

/// Steps that a day is made of.
const STEPS: u32 = 260;

/// A report without an order among what is equal.
fn sorted(mut report: Report) -> Report {
    report.cancelled.sort_by_key(|one| (one.by == Party::Bar, one.reason.clone()));
    report.turned_away.sort_by_key(|one| one.code);
    report.drinks.sort_by(|a, b| a.drink.cmp(&b.drink));
    report.options.sort_by(|a, b| a.option.cmp(&b.option));
    report.baristas.sort_by(|a, b| a.name.cmp(&b.name));
    report
}

async fn check(day: &Day, zone: &str, dates: &[Date]) -> Vec<Report> {
    let mut reports = Vec::new();
    let books = day.books(dates).await;
    let keeper = Bookkeeper::new(&books.journal, zone);
    for report in books.reports {
        let told = day.turned_away(report.day);
        let expected = keeper.report(report.day, report.at, &told);
        assert_eq!(sorted(report.clone()), sorted(expected), "{}, seed {}", report.day, day.seed);
        reports.push(report);
    }
    reports
}

/// Plays a day, and checks the books in its middle and after its end.
async fn play(seed: u64, zone: &str, start: &str, dates: [&str; 2]) -> Vec<Report> {
    let dates = dates.map(|date| date.parse().expect("a day"));
    let mut day = Day::begin(seed, zone, start).await;
    for step in 0..STEPS {
        day.step().await;
        if step == STEPS / 2 {
            check(&day, zone, &dates).await;
        }
    }
    day.end().await;
    let reports = check(&day, zone, &dates).await;
    let all = |figure: fn(&Report) -> u32| reports.iter().map(figure).sum::<u32>();
    assert!(all(|day| day.served) > 20 && all(|day| day.walk_ups) > 5, "seed {seed}: a quiet day");
    assert!(
        all(|day| day.promises.map_or(0, |kept| kept.told)) > 3,
        "seed {seed}: nobody was told"
    );
    assert!(all(|day| day.cancelled.iter().map(|one| one.count).sum()) > 3, "seed {seed}");
    assert!(all(|day| day.expired.guest + day.expired.bar) > 1, "seed {seed}: nothing expired");
    assert!(all(|day| day.under_way) == 0, "seed {seed}: the day is over");
    reports
}

#[tokio::test(flavor = "multi_thread")]
async fn both_calculations_agree_on_a_night_over_midnight() {
    let dates = ["2022-10-14", "2022-10-15"];
    let reports = play(1, "Europe/Lisbon", "2022-10-14T20:30:00Z", dates).await;
    assert!(reports.iter().all(|day| day.submitted > 0), "both days have orders");
}

#[tokio::test(flavor = "multi_thread")]
async fn both_calculations_agree_on_the_night_in_which_clocks_are_set_back() {
    let dates = ["2022-10-29", "2022-10-30"];
    let reports = play(2, "Europe/Lisbon", "2022-10-29T21:00:00Z", dates).await;
    let twice = reports[1].hours.iter().find(|hour| hour.hour == 1).expect("it comes twice");
    assert!(twice.submitted > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn both_calculations_agree_on_the_night_in_which_clocks_are_set_forth() {
    let dates = ["2023-03-25", "2023-03-26"];
    let reports = play(3, "Europe/Lisbon", "2023-03-25T22:00:00Z", dates).await;
    assert!(reports[1].hours.iter().all(|hour| hour.hour != 1 || hour.submitted == 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_calculations_agree_where_hours_begin_at_odd_minutes() {
    let dates = ["2022-10-14", "2022-10-15"];
    play(4, "Asia/Kathmandu", "2022-10-14T14:15:00Z", dates).await;
}
