//! The real thing killed and stopped: server, monitor and baristas' board as the build made them, in
//! the middle of a rush.
//!
//! Each seed is an evening of real time ([`house`]). Guests come with phones that try again as the page
//! does ([`guests`], [`handset`], [`ear`]); a barista works the queue with keys in a real terminal, and
//! a colleague over the API ([`counter`], [`rows`]); a real monitor hangs on the wall. At a moment that
//! chance chose ([`plan`]) one program is killed with SIGKILL and started again. After each kill the
//! rush goes on to its end, and then everything is held against what people were told ([`told`],
//! [`books`]): phones, board, monitor, journal, what is stored.
//!
//! [`stopped`] is the same with SIGSTOP: a program that stands still, and goes on.

mod books;
mod counter;
mod ear;
mod guests;
mod handset;
mod house;
mod line;
mod old_word;
mod plan;
mod rows;
mod screens;
mod stopped;
mod tally;
mod told;
mod unheard;
mod up;
mod wreck;

use demitasse_tests::Ordeal;
use house::Evening;
use tally::Tally;

/// Evenings in a usual run.
const SHARE: u64 = 2;

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_killed_in_a_rush_comes_back_with_all_that_it_promised() {
    let mut seen = Tally::default();
    let mut evenings = 0;
    for seed in Ordeal::of("whatever_is_killed", SHARE).seeds() {
        seen.add(&Evening::begin(seed).await.live().await);
        evenings += 1;
        println!("{evenings} evenings: {seen:?}");
    }
    assert!(evenings < SHARE || seen.is_enough(), "it proves too little: {seen:?}");
}
