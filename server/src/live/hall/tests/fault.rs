//! A fault in the hall's thread: all phones are let go, and whoever comes next is heard.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::*;
use crate::clock::Stopwatch;

/// Breaks the hall's thread off as soon as its phone's place is free.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("the hall stumbles");
    }
}

/// A phone on which the hall stumbles when it leaves.
fn stand_on_a_bomb(hall: &Hall) -> TcpStream {
    place(hall.welcome(Viewer::Nobody).expect("all is known"), Box::new(Bomb))
}

#[test]
fn a_hall_that_breaks_off_lets_all_go_and_begins_anew() {
    let mut hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    for seq in 1..=3 {
        let (mut other, is_free) = stand(&hall, 3);
        let mut leaving = stand_on_a_bomb(&hall);
        for phone in [&mut other, &mut leaving] {
            assert!(chunk(phone)[0].starts_with("snapshot"));
        }
        drop(leaving);
        is_free.recv_timeout(PATIENCE).expect("everybody is let go");
        other.read_to_end(&mut Vec::new()).expect("the line ends");

        let (mut back, _seat) = stand(&hall, 3);
        assert!(chunk(&mut back)[0].starts_with("snapshot"));
        tell(&mut hub, seq, 3, OrderState::Waiting);
        assert_eq!(chunk(&mut back), [format!("{seq} order waiting")]);
        assert!(!hub.is_deaf());
    }
}

/// Each test has a process of its own, whose files nobody else misses meanwhile.
#[test]
fn a_hall_that_cannot_begin_anew_says_so_and_tries_again() {
    let hub = hub();
    let hall = Hall::open(&hub).expect("a thread");
    assert!(!hub.is_deaf());
    let mut leaving = stand_on_a_bomb(&hall);
    assert_eq!(chunk(&mut leaving).len(), 3);
    let granted = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: Some(0), ..granted }).expect("less is granted");
    drop(leaving);
    let patience = Stopwatch::start();
    while !hub.is_deaf() {
        assert!(patience.passed() < PATIENCE, "it has broken off and does not say so");
        std::thread::yield_now();
    }
    setrlimit(Resource::Nofile, granted).expect("as it was");
    let (mut back, _seat) = stand(&hall, 3);
    assert_eq!(chunk(&mut back).len(), 3);
    while hub.is_deaf() {
        assert!(patience.passed() < PATIENCE, "it does not begin anew");
        std::thread::yield_now();
    }
}
