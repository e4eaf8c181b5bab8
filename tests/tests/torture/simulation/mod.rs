//! Years of bar days in a night: the real rules, use-cases, storage and live feed, on a clock that
//! only the story moves, with people and machines that do what people and machines do.
//!
//! Each seed is a bar of a temper of its own ([`temper`]): a rush, a calm month, weeks of closed nights,
//! bad lines, a machine that falls over, a wrong clock, restless managers. Guests, baristas and managers
//! ask ([`ask`]); the lines between lose, delay, repeat and reorder what they ask and what they are
//! answered ([`errands`]); the server stops, is killed, and comes back.
//!
//! Whatever is asked is put to the [`oracle`] first, which knows product.md and nothing of the product's
//! code, and what comes is held against what it foresaw. After every step the promises are looked at
//! ([`promises`]): the journal, folded by hand ([`ledger`]), the screens ([`screens`]), the guests' phones
//! ([`phones`]). Now and then, and after each restart, all that is stored is counted anew.
//!
//! `cargo xtask torture --seed N simulation` tells the same story again.

mod ask;
mod chronicle;
mod codes;
mod counter;
mod errands;
mod gateway;
mod guests;
mod house;
mod ledger;
mod machine;
mod menus;
mod office;
mod oracle;
mod people;
mod phones;
mod plan;
mod promises;
mod screens;
mod story;
mod temper;

use std::collections::BTreeMap;

use demitasse_tests::Ordeal;
use story::Story;

pub(crate) use chronicle::{Chronicle, broken, same};
pub(crate) use ledger::Ledger;
pub(crate) use promises::QUESTIONS;

/// How many bars are watched in a usual run: two of each temper.
const SHARE: u64 = 16;

/// What must have happened in that many, or else they prove nothing of it.
const MUST_HAPPEN: [&str; 38] = [
    "wrong_code",
    "old_code",
    "sold_out",
    "shop_closed",
    "shop_paused",
    "bar_full",
    "has_open_order",
    "daily_limit",
    "unknown_drink",
    "unknown_option",
    "missing_option",
    "duplicate_option",
    "drink_sold_out",
    "claimed_by_other",
    "wrong_state",
    "not_signed_in",
    "not_found",
    "too_many_tries",
    "wrong_proof",
    "old_proof",
    "a storm of guesses",
    "invalid_request",
    "order_recalled",
    "order_unmade",
    "order_aged_out",
    "order_expired",
    "order_walked_up",
    "guest_forgotten",
    "window_resized",
    "killed",
    "wiped",
    "backed up",
    "restored by a command",
    "offline",
    "the clock was set",
    "stopped",
    "a line broke",
    "a lost answer",
];

#[tokio::test]
async fn simulation() {
    let mut seen = BTreeMap::<String, u64>::new();
    let mut bars = 0;
    for seed in Ordeal::of("simulation", SHARE).seeds() {
        for (what, times) in Story::begin(seed).await.live().await {
            *seen.entry(what).or_default() += times;
        }
        bars += 1;
    }
    println!("{seen:#?}");
    let missing: Vec<_> = MUST_HAPPEN.iter().filter(|what| !seen.contains_key(**what)).collect();
    assert!(bars < SHARE || missing.is_empty(), "it proves nothing of {missing:?}");
}
