//! Requests, to a real bar without a line: the route table with its guard, the rules, the database.

mod house;
mod wire;

use std::cell::RefCell;

use crate::{GOOD_REQUESTS, Reader};
use house::{Heard, House};
use wire::Asked;

/// Requests: who, method and path in the first line, headers below it, a body behind an empty line.
pub(crate) const REQUESTS: Reader = Reader { name: "requests", share: 400, good, read };

/// How many requests a bar gets before a new one opens: budgets of tries run out, tables fill up.
const REQUESTS_OF_A_BAR: u32 = 4_000;

/// How often what was refused is asked again where something was stored meanwhile: what the bar does
/// by itself comes once, what comes of the request comes each time.
const AGAIN: u32 = 3;

thread_local! {
    /// The bar that is open, and how many requests it has had.
    static OPEN: RefCell<Option<(House, u32)>> = const { RefCell::new(None) };
}

/// The good requests as inputs.
fn good() -> Vec<Vec<u8>> {
    let lines = GOOD_REQUESTS.lines().filter(|line| line.contains('|') && !line.starts_with('#'));
    lines.map(|line| wire::written(line).into_bytes()).collect()
}

/// Whatever comes is answered in the bar's own words, and what is refused leaves nothing behind.
fn read(input: &[u8]) {
    OPEN.with_borrow_mut(|open| {
        let is_tired = open.as_ref().is_some_and(|(_, asked)| *asked >= REQUESTS_OF_A_BAR);
        if is_tired {
            open.take();
        }
        let (house, asked) = open.get_or_insert_with(|| (House::open(), 0));
        *asked += 1;
        try_out(house, input);
    });
}

fn try_out(house: &mut House, input: &[u8]) {
    let Some(asked) = Asked::read(input, house) else { return };
    let heard = house.ask(&asked);
    judge(&asked, &heard);
    // A form that signs in and orders at once may be refused in its second half alone: the session's
    // cookie says that the first was granted.
    let is_refused = |heard: &Heard| heard.status >= 400 && !heard.sets_cookies;
    if !house.was_written() || !is_refused(&heard) {
        return;
    }
    let stores_again = (0..AGAIN).all(|_| is_refused(&house.ask(&asked)) && house.was_written());
    assert!(!stores_again, "it was refused, and something was stored: {asked:?} → {heard:?}");
}

fn judge(asked: &Asked, heard: &Heard) {
    let Heard { status, media, problem, .. } = heard;
    assert!(*status < 500, "{status} is no answer: {asked:?} → {heard:?}");
    if *status < 400 || asked.method == "HEAD" {
        return;
    }
    let is_page = media.starts_with("text/html") && !asked.path.starts_with("/api/");
    assert!(is_page || *problem == Some(*status), "in whose words? {asked:?} → {heard:?}");
}
