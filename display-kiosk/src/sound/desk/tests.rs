//! What waits at the desk, and in which order it is heard.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;

fn saying(number: u32) -> Saying {
    Saying { number, sentences: Vec::new() }
}

fn take(desk: &Desk, rings: bool, new: &[u32], still_ready: &[u32]) {
    desk.take(rings, new.iter().copied().map(saying), still_ready.iter().copied());
}

/// All that waits, `0` for the chime, as it is heard.
fn heard(desk: &Desk) -> Vec<u32> {
    let mut context = Context::from_waker(Waker::noop());
    let next = || match pin!(desk.next()).poll(&mut context) {
        Poll::Ready(Turn::Chime) => Some(0),
        Poll::Ready(Turn::Say(saying)) => Some(saying.number),
        Poll::Pending => None,
    };
    std::iter::from_fn(next).collect()
}

#[test]
fn the_chime_comes_before_its_numbers() {
    let desk = Desk::default();
    take(&desk, true, &[1, 2], &[1, 2]);
    take(&desk, false, &[3], &[1, 2, 3]);
    assert_eq!(heard(&desk), [0, 1, 2, 3]);
    assert!(heard(&desk).is_empty());
}

#[test]
fn chimes_that_wait_are_one() {
    let desk = Desk::default();
    take(&desk, true, &[1], &[1]);
    take(&desk, true, &[2], &[1, 2]);
    assert_eq!(heard(&desk), [0, 1, 2]);
}

#[test]
fn the_newest_numbers_are_said_where_there_are_too_many() {
    let desk = Desk::default();
    let numbers: Vec<_> = (1..=10).collect();
    take(&desk, true, &numbers, &numbers);
    assert_eq!(heard(&desk), [0, 5, 6, 7, 8, 9, 10]);
}

#[test]
fn a_number_that_was_fetched_meanwhile_is_not_said() {
    let desk = Desk::default();
    take(&desk, true, &[1, 2, 3], &[1, 2, 3]);
    take(&desk, false, &[], &[1, 3]);
    assert_eq!(heard(&desk), [0, 1, 3]);
}

#[test]
fn a_number_that_waits_is_said_once() {
    let desk = Desk::default();
    take(&desk, true, &[1, 2], &[1, 2]);
    take(&desk, true, &[1], &[1, 2]);
    assert_eq!(heard(&desk), [0, 2, 1]);
}

#[test]
fn who_waits_is_woken() {
    let desk = Desk::default();
    let mut context = Context::from_waker(Waker::noop());
    let mut next = pin!(desk.next());
    assert!(next.as_mut().poll(&mut context).is_pending());
    take(&desk, true, &[], &[]);
    assert_eq!(next.poll(&mut context), Poll::Ready(Turn::Chime));
}
