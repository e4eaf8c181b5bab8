use axum::body::HttpBody as _;
use demitasse_shared::live::{LiveEvent, Snapshot};
use demitasse_shared::menu::SoldOut;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState};
use jiff::SignedDuration;

use super::*;
use crate::clock::Clock;
use crate::domain::event::{Actor, Event};
use crate::domain::pace::Pace;
use crate::live::{Opening, Owners};
use crate::storage::{Committed, Publish};

fn shop(state: ShopState, opens_at: Option<Timestamp>) -> Shop {
    Shop { name: "Bar".to_owned(), state, paused_until: None, opens_at, since: None }
}

fn hub(clock: &Clock) -> Hub {
    let snapshot = Snapshot {
        seq: Seq(7),
        at: Timestamp::UNIX_EPOCH,
        shop: shop(ShopState::Open, None),
        window: None,
        orders: Vec::new(),
        settings: Settings::default(),
        sold_out: SoldOut::default(),
        announcement: None,
    };
    let (tail, pace, owners) = (Vec::new(), Pace::default(), Owners::default());
    Hub::new(Opening { snapshot, tail, pace, barista_names: false, owners }, clock.clone())
}

fn tell(hub: &mut Hub, seq: i64, shop: Shop) {
    let event = Event::bar("test", Actor::Bar, LiveEvent::Shop { shop });
    let (at, data) = (Timestamp::UNIX_EPOCH, String::new());
    hub.publish(vec![Committed { seq: Seq(seq), at, event, data }]);
}

/// What is kept reads as if it had just been written.
#[track_caller]
fn check(kept: &Kept, hub: &Hub) {
    let fresh = |answer: serde_json::Result<String>| answer.expect("it serialises");
    assert_eq!(kept.board(hub).0.text(), fresh(serde_json::to_string(&hub.snapshot())));
    assert_eq!(kept.shop(hub).0.text(), fresh(serde_json::to_string(&hub.status())));
}

#[test]
fn what_is_kept_reads_as_if_it_had_just_been_written() {
    let clock = Clock::manual(Timestamp::UNIX_EPOCH);
    let (mut hub, kept) = (hub(&clock), Kept::default());
    check(&kept, &hub);
    for millis in [1, 999, 120_000] {
        clock.advance(SignedDuration::from_millis(millis));
        check(&kept, &hub);
    }
    let in_a_minute = clock.now().checked_add(SignedDuration::from_mins(1)).expect("in range");
    tell(&mut hub, 8, shop(ShopState::Closed, Some(in_a_minute)));
    for _ in 0..3 {
        check(&kept, &hub);
        clock.advance(SignedDuration::from_secs(30));
    }
}

#[test]
fn it_is_written_once_for_each_change() {
    let clock = Clock::manual(Timestamp::UNIX_EPOCH);
    let (mut hub, kept) = (hub(&clock), Kept::default());
    let page = |kept: &Kept| kept.board.lock().expect("nobody panicked").clone().expect("asked");
    kept.board(&hub);
    let first = page(&kept);
    clock.advance(SignedDuration::from_mins(1));
    kept.board(&hub);
    assert!(Arc::ptr_eq(&first, &page(&kept)), "time alone writes nothing");
    tell(&mut hub, 8, shop(ShopState::Paused, None));
    kept.board(&hub);
    assert!(!Arc::ptr_eq(&first, &page(&kept)));
}

#[test]
fn a_menu_is_another_one_only_by_being_another_one() {
    let (kept, menu) = (Kept::default(), Arc::new(Menu::default()));
    let (tag, written) = kept.menu(Arc::clone(&menu));
    assert_eq!(tag, format!("\"{}\"", version(&menu)));
    assert_eq!(written.0.text(), serde_json::to_string(&*menu).expect("it serialises"));
    let (_, again) = kept.menu(Arc::clone(&menu));
    assert_eq!(again.0.places(), written.0.places(), "the same bytes");
    let (_, other) = kept.menu(Arc::new(Menu::default()));
    assert_ne!(other.0.places(), written.0.places());
}

#[test]
fn what_does_not_change_of_a_board_is_not_copied() {
    let clock = Clock::manual(Timestamp::UNIX_EPOCH);
    let (hub, kept) = (hub(&clock), Kept::default());
    let answers = [0; 2].map(|_| kept.board(&hub));
    let [first, then] = answers.each_ref().map(|answer| answer.0.places());
    assert_eq!([first[0], first[2]], [then[0], then[2]]);
    assert_ne!(first[1], then[1], "the moment is another one");
}

#[tokio::test]
async fn an_answer_in_pieces_is_one_answer_of_known_length() {
    let clock = Clock::manual(Timestamp::UNIX_EPOCH);
    let (hub, kept) = (hub(&clock), Kept::default());
    let answer = kept.board(&hub).into_response();
    let length = answer.body().size_hint().exact();
    let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("it is there");
    assert_eq!(length, u64::try_from(body.len()).ok());
    assert_eq!(body, serde_json::to_string(&hub.snapshot()).expect("it serialises"));
}
