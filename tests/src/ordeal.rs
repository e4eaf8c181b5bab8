//! By which chance, and for how long, the bar is put to an ordeal.
//!
//! Every test run takes a share of each ordeal: a few seeds, always the same. `cargo xtask torture`
//! asks for another seed, or for as many as go into some minutes.

use std::str::FromStr;
use std::time::{Duration, Instant};

/// The first seed where nobody says another.
const FIRST: u64 = 20_221_014;

/// The seeds of one ordeal.
#[derive(Debug)]
pub struct Ordeal {
    part: &'static str,
    first: u64,
    share: u64,
    until: Option<Instant>,
    is_asked_for: bool,
}

impl Ordeal {
    /// An ordeal by the name of its test, and how many seeds are its share of a usual run.
    pub fn of(part: &'static str, share: u64) -> Self {
        let (seed, minutes) = (asked("DEMITASSE_SEED"), asked("DEMITASSE_MINUTES"));
        let until = minutes.map(|minutes: u64| now() + Duration::from_secs(60 * minutes));
        let is_asked_for = seed.is_some() || until.is_some();
        let share = if seed.is_some() { 1 } else { share };
        Self { part, first: seed.unwrap_or(FIRST), share, until, is_asked_for }
    }

    /// One seed after the other. Before each, how to repeat it is printed: where the test fails,
    /// that is the last word before the story.
    #[expect(clippy::print_stdout, reason = "the test's own output, shown where it fails")]
    pub fn seeds(&self) -> impl Iterator<Item = u64> {
        let seeds = (0u64..).map(|nth| (nth, self.first.wrapping_add(nth)));
        let seeds = seeds.take_while(|(nth, _)| self.goes_on(*nth));
        seeds.map(|(_, seed)| seed).inspect(|seed| {
            println!("repeat with: cargo xtask torture --seed {seed} {}", self.part);
        })
    }

    /// Whether somebody asked for this ordeal, and so for all of it.
    pub fn is_asked_for(&self) -> bool {
        self.is_asked_for
    }

    fn goes_on(&self, nth: u64) -> bool {
        self.until.map_or(nth < self.share, |until| nth == 0 || now() < until)
    }
}

fn asked<T: FromStr>(name: &str) -> Option<T> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} is no whole number: {value}")))
}

#[expect(clippy::disallowed_methods, reason = "minutes that were asked for are the machine's")]
fn now() -> Instant {
    Instant::now()
}
