//! Readers who look at the board themselves.

use super::*;

#[tokio::test]
async fn many_changes_are_one_word_and_the_board_is_the_latest() {
    let mut hub = hub();
    let mut changes = hub.changes();
    // More than the hub keeps for anybody.
    let last = i64::try_from(TAIL).expect("a small number") + 5;
    for seq in 1..=last {
        tell(&mut hub, seq, seq, OrderState::Waiting);
    }
    assert_eq!(changes.next(None).await, Some(()));
    assert_eq!(hub.board().0.seq, Seq(last));

    tell(&mut hub, last + 1, 1, OrderState::Making);
    assert_eq!(changes.next(None).await, Some(()));
    assert_eq!(hub.board().0.making().len(), 1);
}

#[tokio::test]
async fn a_moment_that_has_come_is_a_word_too_and_a_closed_hub_none() {
    let clock = Clock::manual(Timestamp::UNIX_EPOCH);
    let hub = hub_at(&clock);
    let mut changes = hub.changes();
    let due = Timestamp::from_second(5).expect("a moment");
    clock.advance(jiff::SignedDuration::from_secs(5));
    assert_eq!(changes.next(Some(due)).await, Some(()));
    hub.close();
    assert_eq!(changes.next(Some(due)).await, None);
}
