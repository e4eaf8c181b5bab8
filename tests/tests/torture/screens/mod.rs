//! Screens at the end of a line from hell.
//!
//! The real baristas' board and the real monitor, in front of a real bar, with a line between them on
//! which hell breaks loose: [`forms`] says how. Whatever comes, they live, complain of nothing, stay
//! within their memory, show nothing wrong as current, and are current by themselves once the line is
//! good. [`fold`] bends what the reader reads, thousands of times, without a line.

mod barista;
mod fold;
mod forms;
mod hell;
mod kiosk;
mod words;

use demitasse_tests::Chance;

use forms::{FORMS, Form};

/// After so many forms the line is mended, and the screen must show how things stand.
const AT_ONCE: usize = 3;

/// Every form of hell once, in an order that chance decides, a few at a time.
fn rounds(seed: u64) -> Vec<Vec<&'static Form>> {
    let mut chance = Chance::new(seed);
    let mut left: Vec<_> = FORMS.iter().collect();
    let mut shuffled = Vec::new();
    while !left.is_empty() {
        let nth = usize::try_from(chance.below(left.len() as u64)).unwrap_or(0);
        shuffled.push(left.swap_remove(nth));
    }
    shuffled.chunks(AT_ONCE).map(<[_]>::to_vec).collect()
}
