use std::collections::HashMap;

use demitasse_shared::monitor::Said;

use super::*;

fn column(numbers: &[(u32, Mark)]) -> Column {
    let number =
        |&(figures, mark): &(u32, Mark)| Number { figures, drink: "Filter".to_owned(), mark };
    let numbers = numbers.iter().map(number).collect();
    Column { title: Said::default(), empty: Said::default(), numbers }
}

fn ready(figures: impl IntoIterator<Item = u32>, fresh_from: u32) -> Column {
    let mark = |figures| if figures >= fresh_from { Mark::Fresh } else { Mark::Ready };
    let numbers: Vec<_> = figures.into_iter().map(|figures| (figures, mark(figures))).collect();
    column(&numbers)
}

/// A time so many seconds after a page was turned.
fn at(second: u32) -> Option<Timestamp> {
    Timestamp::from_second(8_000 + i64::from(second)).ok()
}

/// The numbers on show after so many seconds, which page that is, and of how many.
fn look(pages: &mut Pages, column: &Column, second: u32, size: usize) -> (Vec<u32>, usize, usize) {
    pages.hear(at(second));
    let Page { numbers, nth, of } = pages.page(column, size);
    (numbers.into_iter().map(|number| number.figures).collect(), nth, of)
}

#[test]
fn what_is_new_stands_on_every_page_and_the_rest_turns_on() {
    let mut pages = Pages::default();
    let old = ready((1..=7).rev(), 90);
    let new = ready((1..=8).rev(), 8);
    let steps = [
        (0, &old, vec![7, 6, 5], 0, 3),
        (7, &old, vec![7, 6, 5], 0, 3),
        (8, &old, vec![4, 3, 2], 1, 3),
        // It shows at once, and whoever makes room for it comes on the next page.
        (9, &new, vec![8, 4, 3], 1, 3),
        (16, &new, vec![8, 2, 1], 2, 3),
        (24, &new, vec![8, 7, 6], 0, 4),
        // It ages out, and the page is filled up.
        (30, &ready((1..=8).rev(), 90), vec![7, 6, 5], 0, 3),
        (32, &ready((1..=8).rev(), 90), vec![4, 3, 2], 1, 3),
    ];
    for (second, column, numbers, nth, of) in steps {
        assert_eq!(look(&mut pages, column, second, 3), (numbers, nth, of), "at {second}");
    }
}

#[test]
fn what_is_collected_makes_room_at_once() {
    let mut pages = Pages::default();
    assert_eq!(look(&mut pages, &ready(1..=7, 90), 0, 3), (vec![1, 2, 3], 0, 3));
    assert_eq!(look(&mut pages, &ready([1, 3, 4, 5, 6, 7], 90), 1, 3), (vec![1, 3, 4], 0, 2));
    assert_eq!(look(&mut pages, &ready([5, 6, 7, 8], 90), 2, 3), (vec![5, 6, 7], 0, 1));
    assert_eq!(look(&mut pages, &ready([8, 9, 10, 11], 90), 3, 3), (vec![8, 9, 10], 0, 2));
    assert_eq!(look(&mut pages, &ready([9, 10], 90), 4, 3), (vec![9, 10], 0, 1));
}

#[test]
fn so_many_new_ones_that_they_fill_pages_turn_too() {
    let mut pages = Pages::default();
    let column = ready((1..=6).rev(), 1);
    assert_eq!(look(&mut pages, &column, 0, 3), (vec![6, 5, 4], 0, 4));
    assert_eq!(look(&mut pages, &column, 8, 3), (vec![6, 5, 3], 1, 4));
    assert_eq!(look(&mut pages, &column, 8, 1), (vec![3], 1, 4));
}

#[test]
fn pages_turn_at_the_same_moment_on_every_monitor() {
    let mut pages = Pages::default();
    for (second, expected) in [(0, 8), (3, 5), (7, 1), (8, 8)] {
        pages.hear(at(second));
        assert_eq!(pages.next(), Duration::from_secs(expected), "after {second} seconds");
    }
}

#[test]
fn without_a_clock_the_first_page_stays() {
    let (mut pages, column) = (Pages::default(), ready([7, 6], 90));
    for _ in 0..3 {
        pages.hear(None);
        assert_eq!(pages.page(&column, 1).numbers, [&column.numbers[0]]);
        assert_eq!(pages.next(), PAGE);
    }
}

/// A rush: something becomes ready every `every` seconds, counts as new for half a minute, and
/// somebody at random collects something as often.
fn rush(every: u32, size: usize, seed: u32) {
    let mut pages = Pages::default();
    let mut dice = seed;
    let mut numbers: Vec<u32> = (1..=30).rev().collect();
    let mut ready_at: HashMap<u32, u32> = HashMap::new();
    let mut unseen_since: HashMap<u32, u32> = HashMap::new();
    for second in 0..400 {
        let is_new = second % every == 0;
        if is_new {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            numbers.remove(usize::try_from(dice >> 16).expect("small") % numbers.len());
            let figures = 31 + second;
            numbers.insert(0, figures);
            ready_at.insert(figures, second);
        }
        let fresh = |figures: &u32| ready_at.get(figures).is_some_and(|at| at + 30 > second);
        let mark = |figures| if fresh(&figures) { Mark::Fresh } else { Mark::Ready };
        let marked: Vec<_> = numbers.iter().map(|&figures| (figures, mark(figures))).collect();
        let (shown, ..) = look(&mut pages, &column(&marked), second, size);
        assert_eq!(shown.len().min(size), shown.len(), "more than fit");
        assert!(!is_new || shown.contains(&numbers[0]), "new, and not shown at once");
        for figures in &numbers {
            let since = unseen_since.entry(*figures).or_insert(second);
            if shown.contains(figures) {
                *since = second;
            }
            // The rest of a round and a whole one after it, with the fewest that a page turns.
            let turning = size - usize::try_from(30 / every).expect("few").min(size - 1);
            let round = u32::try_from(30_usize.div_ceil(turning)).expect("few") * 8;
            assert!(second - *since <= 2 * round, "{figures} waits since {since} at {second}");
        }
    }
}

#[test]
fn every_number_has_its_turn_in_any_rush() {
    for every in [2, 3, 5, 7, 8, 9, 13] {
        for size in [2, 6, 12, 17] {
            for seed in 0..3 {
                rush(every, size, seed);
            }
        }
    }
}
