//! What is secret stands nowhere but where a table says that it does, and why.

use std::collections::{BTreeMap, BTreeSet};

use crate::day::{Day, stands_in};
use crate::modes;

/// Secrets, the places where each stands in clear, and the reason.
const TABLE: &str = include_str!("secrets.txt");

/// Every place that is searched.
const PLACES: [&str; 8] =
    ["data", "word of the server", "log", "refusals", "journal", "figures", "backups", "wiped"];

#[tokio::test(flavor = "multi_thread")]
async fn a_day_leaves_secrets_where_the_table_says_and_nowhere_else() {
    let day = Day::live().await;
    for place in PLACES {
        assert!(day.places[place].len() > 100, "nothing was read of {place}");
    }
    let tabled = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let tabled = tabled.map(|line| {
        let cells: Vec<_> = line.splitn(3, '|').map(str::trim).collect();
        assert!(cells.len() == 3 && !cells[2].is_empty(), "{line:?} gives no reason");
        (cells[0], PLACES.into_iter().filter(|place| cells[1].contains(place)).collect())
    });
    let tabled: BTreeMap<_, BTreeSet<_>> = tabled.collect();
    let found = day.secrets.iter().map(|(what, secret)| {
        let places = PLACES.into_iter().filter(|place| stands_in(&day.places[place], secret));
        (*what, places.collect::<BTreeSet<_>>())
    });
    assert_eq!(found.collect::<BTreeMap<_, _>>(), tabled, "a secret strays, or the table is wrong");
    assert_eq!(modes::open(&day.data()), [] as [String; 0], "others can read the bar's files");
}
