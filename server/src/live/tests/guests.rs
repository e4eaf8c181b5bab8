//! What guests hear in the hall.

use demitasse_shared::shop::Announcement;

use super::phones::Phones;
use super::*;

#[test]
fn a_guest_hears_of_the_own_order_and_the_own_place_only() {
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    let phone = phones.guest(3, Vec::new(), 0);
    assert_eq!(phones.heard(phone), ["snapshot 0", "0 status", "beat"]);
    for seq in 1..=4 {
        tell(&mut hub, seq, seq, OrderState::Waiting);
    }
    assert_eq!(phones.heard(phone), ["3 order waiting"]);
    tell(&mut hub, 5, 4, OrderState::Cancelled);
    assert_eq!(phones.heard(phone), Vec::<String>::new());
    tell(&mut hub, 6, 1, OrderState::Making);
    assert_eq!(phones.heard(phone), ["6 place of 3: 1"]);
    tell(&mut hub, 7, 3, OrderState::Making);
    tell(&mut hub, 8, 2, OrderState::Making);
    assert_eq!(phones.heard(phone), ["7 order making"]);
}

#[test]
fn each_of_a_guests_phones_hears_until_it_leaves() {
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    let [first, second] = [0; 2].map(|seq| phones.guest(3, Vec::new(), seq));
    let another = phones.guest(4, Vec::new(), 0);
    tell(&mut hub, 1, 3, OrderState::Waiting);
    for phone in [first, second] {
        assert_eq!(phones.heard(phone)[3..], ["1 order waiting"]);
    }
    phones.leave(first);
    tell(&mut hub, 2, 3, OrderState::Making);
    assert_eq!(phones.heard(second), ["2 order making"]);
    assert_eq!(phones.heard(another).len(), 3, "nothing but the opening");
    // A place is used again, and the beats of who stood there are not.
    let third = phones.enter(Viewer::Nobody);
    assert_eq!(third, first);
    phones.heard(third);
    phones.beat();
    assert_eq!(phones.heard(third), ["beat"]);
}

#[test]
fn a_phone_that_listens_for_one_order_goes_with_the_last_word_about_it() {
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    let (leaves, stays) = (phones.guest_until(3, 3), phones.guest(3, Vec::new(), 0));
    for (seq, state) in [(1, OrderState::Waiting), (2, OrderState::Making), (3, OrderState::Ready)]
    {
        tell(&mut hub, seq, 3, state);
    }
    assert_eq!(phones.heard(leaves)[3..], ["1 order waiting", "2 order making", "3 order ready"]);
    assert_eq!(phones.gone(), None);
    tell(&mut hub, 4, 3, OrderState::Collected);
    assert_eq!(phones.heard(leaves), ["4 order collected", "end"]);
    assert_eq!(phones.gone(), Some(leaves), "its seat is free");
    phones.leave(leaves);
    assert_eq!(phones.heard(stays).last().map(String::as_str), Some("4 order collected"));
    assert_eq!(phones.gone(), None, "who listens for nothing in particular stays");
}

#[test]
fn a_phone_is_never_silent_for_longer_than_was_promised() {
    let hub = hub();
    let mut phones = Phones::of(&hub);
    let phone = phones.guest(3, Vec::new(), 0);
    phones.heard(phone);
    let mut silent = 0;
    for _ in 0..20 * demitasse_shared::live::GUEST_BEAT_SECONDS {
        silent += 1;
        phones.pass_a_second();
        if !phones.heard(phone).is_empty() {
            silent = 0;
        }
        assert!(silent < demitasse_shared::live::GUEST_BEAT_SECONDS, "{silent} s");
    }
}

#[test]
fn what_happens_between_a_guests_read_and_the_welcome_is_not_lost() {
    let mut hub = hub();
    tell(&mut hub, 1, 3, OrderState::Waiting);
    // The read saw change 1; change 2 came before the phone was welcomed.
    tell(&mut hub, 2, 3, OrderState::Making);
    let mut phones = Phones::of(&hub);
    let phone = phones.guest(3, vec![order(3, OrderState::Waiting)], 1);
    assert_eq!(phones.heard(phone), ["snapshot 1", "1 status", "2 order making", "beat"]);
}

#[test]
fn what_happens_on_the_way_into_the_hall_is_not_lost() {
    let mut hub = hub();
    let viewer = Viewer::Guest { guest: GuestId(3), orders: Vec::new(), seq: Seq(0) };
    let (mut told, _opening) = hub.welcome(viewer, 0).expect("all is known");
    let announcement = Some(Announcement {
        text: "Last orders".to_owned(),
        at: Timestamp::UNIX_EPOCH,
        until: Timestamp::UNIX_EPOCH,
    });
    tell(&mut hub, 1, 3, OrderState::Waiting);
    let live = LiveEvent::Announcement { announcement };
    publish(&mut hub, 2, Timestamp::UNIX_EPOCH, Event::bar("test", Actor::Bar, live));
    let missed = hub.let_in(&told).expect("all is known");
    let heard: Vec<_> = told.catch_up(&missed).iter().flat_map(events).collect();
    assert_eq!(heard, ["1 order waiting", "2 says Some(\"Last orders\")"]);
    assert_eq!(told.catch_up(&missed), Vec::<Bytes>::new(), "and it comes once");
}

#[test]
fn a_read_that_is_ahead_of_the_hub_repeats_rather_than_loses() {
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    // The database has change 1 already; the hub is about to hear of it.
    let phone = phones.guest(3, vec![order(3, OrderState::Waiting)], 1);
    assert_eq!(phones.heard(phone)[0], "snapshot 0");
    tell(&mut hub, 1, 3, OrderState::Waiting);
    assert_eq!(phones.heard(phone), ["1 order waiting"]);
}

#[tokio::test]
async fn who_has_read_of_a_change_waits_until_the_hub_knows() {
    let mut hub = hub();
    let behind = hub.clone();
    let mut reached = std::pin::pin!(behind.reach(Seq(2)));
    for seq in 1..=2 {
        let is_early = tokio::select! {
            biased;
            () = &mut reached => false,
            () = std::future::ready(()) => true,
        };
        assert!(is_early, "before change {seq}");
        tell(&mut hub, seq, 3, OrderState::Waiting);
    }
    reached.await;
    behind.reach(Seq(1)).await;
}

#[test]
fn who_has_missed_more_than_the_hub_remembers_is_not_welcomed() {
    let mut hub = hub();
    for seq in 1..=i64::try_from(TAIL).expect("small") + 2 {
        tell(&mut hub, seq, 1, OrderState::Waiting);
    }
    let viewer = |seq| Viewer::Guest { guest: GuestId(3), orders: Vec::new(), seq: Seq(seq) };
    assert!(hub.welcome(viewer(1), 0).is_none());
    assert!(hub.welcome(viewer(2), 0).is_some());
}

#[tokio::test]
async fn what_concerns_everybody_reaches_everybody_once() {
    let mut hub = hub();
    let mut screen = hub.subscribe(None);
    let mut phones = Phones::of(&hub);
    let guest = phones.guest(3, Vec::new(), 0);
    let nobody = phones.enter(Viewer::Nobody);
    let at = Timestamp::UNIX_EPOCH;
    let stock = SoldOut { drinks: vec!["tea".into()], ..SoldOut::default() };
    let line = Announcement { text: "Last orders".to_owned(), at, until: at };
    for (seq, live) in [
        (1, LiveEvent::Stock { sold_out: stock }),
        (2, LiveEvent::Announcement { announcement: Some(line) }),
    ] {
        publish(&mut hub, seq, at, Event::bar("test", Actor::Bar, live));
    }
    for heard in [heard(&mut screen).await, phones.heard(guest), phones.heard(nobody)] {
        assert_eq!(
            heard[heard.len() - 2..],
            ["1 stock [DrinkId(\"tea\")]", "2 says Some(\"Last orders\")"]
        );
    }
    // Who comes later has it from the snapshot, also where the own orders are of an older change.
    let late = phones.guest(3, Vec::new(), 0);
    assert_eq!(phones.heard(late), ["snapshot 0", "0 status", "beat"]);
}

#[test]
fn one_write_carries_all_that_a_commit_means() {
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    let phone = phones.guest(1, Vec::new(), 0);
    phones.bytes(phone);
    tell(&mut hub, 1, 1, OrderState::Waiting);
    let line = LiveEvent::Announcement { announcement: None };
    publish(&mut hub, 2, Timestamp::UNIX_EPOCH, Event::bar("test", Actor::Bar, line));
    let writes = phones.bytes(phone);
    assert_eq!(writes.len(), 1);
    assert_eq!(events(&writes[0]), ["1 order waiting", "2 says None"]);
}

#[test]
fn a_phone_hears_in_the_order_in_which_it_happened() {
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    let phone = phones.guest(2, Vec::new(), 0);
    tell(&mut hub, 1, 1, OrderState::Waiting);
    tell(&mut hub, 2, 2, OrderState::Waiting);
    phones.bytes(phone);
    let shop = Shop { state: ShopState::Closed, ..snapshot().shop };
    let line = LiveEvent::Announcement { announcement: None };
    for (seq, live) in [(3, LiveEvent::Shop { shop }), (4, line)] {
        publish(&mut hub, seq, Timestamp::UNIX_EPOCH, Event::bar("test", Actor::Bar, live));
    }
    tell(&mut hub, 5, 1, OrderState::Making);
    assert_eq!(phones.heard(phone), ["3 status", "4 says None", "5 place of 2: 0"]);
}

#[test]
fn one_cup_is_told_to_those_who_read_something_else_by_it() {
    const GUESTS: i64 = 1_500;
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    let places: Vec<_> = (1..=GUESTS).map(|guest| phones.guest(guest, Vec::new(), 0)).collect();
    for guest in 1..=GUESTS {
        tell(&mut hub, guest, guest, OrderState::Waiting);
    }
    for place in &places {
        phones.bytes(*place);
    }
    tell(&mut hub, GUESTS + 1, 1, OrderState::Making);
    let told: usize = places.iter().map(|place| phones.bytes(*place).len()).sum();
    // The order's own guest, the 20 next, and the edges: 8 by tens, 18 by fifties, 1 beyond.
    assert_eq!(told, 1 + 20 + 1 + 8 + 18 + 1);
}

#[test]
fn nobody_in_the_hall_costs_the_hub_nothing() {
    let mut hub = hub();
    tell(&mut hub, 1, 1, OrderState::Waiting);
    assert!(!hub.state().pending.is_some(), "nobody came yet");
    let mut phones = Phones::of(&hub);
    phones.enter(Viewer::Nobody);
    tell(&mut hub, 2, 1, OrderState::Making);
    assert!(hub.state().pending.is_some());
    hub.rest();
    tell(&mut hub, 3, 1, OrderState::Ready);
    assert!(!hub.state().pending.is_some(), "everybody left");
}

#[test]
fn a_hall_that_stands_still_loses_everything_and_says_so() {
    let mut hub = hub();
    let mut phones = Phones::of(&hub);
    phones.enter(Viewer::Nobody);
    let most = i64::try_from(super::super::hall::PENDING).expect("small");
    for seq in 1..=most {
        tell(&mut hub, seq, 1, OrderState::Waiting);
    }
    assert!(hub.news().is_ok());
    for seq in most + 1..=2 * most + 1 {
        tell(&mut hub, seq, 1, OrderState::Waiting);
    }
    assert!(hub.news().is_err());
    assert!(hub.news().is_ok_and(|news| news.is_none()), "and begins anew");
}
