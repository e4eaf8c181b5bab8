//! The columns of numbers.

use std::time::Duration;

use super::wake::{Wake, time_until};
use super::{Column, Lead, Mark, Moment, Number, Numbers, Said, Voice};
use crate::board::Board;
use crate::order::Order;

/// How long a ready number stands out as new.
pub const FRESH_FOR: Duration = Duration::from_secs(30);

/// A ready number as a loudspeaker says it.
pub fn spoken(voice: &Voice, number: u32) -> Said {
    voice.say("ready-spoken", &[("number", number.into())])
}

/// The columns. Where the bar rests and nobody waits, a quiet face needs none.
pub(super) fn of(
    board: &Board,
    voice: &Voice,
    lead: &Lead,
    moment: Moment,
    wake: &mut Wake,
) -> Option<Numbers> {
    let mut fresh = |order: &Order| match fresh_for(order, moment) {
        Some(rest) => {
            wake.after(rest);
            Mark::Fresh
        }
        None => Mark::Ready,
    };
    let ready: Vec<_> =
        board.ready().into_iter().rev().filter_map(|order| number(order, fresh(order))).collect();
    let making = board.making().into_iter().filter_map(|order| number(order, Mark::Making));
    let waiting = board.waiting().into_iter().filter_map(|order| number(order, Mark::Waiting));
    let preparing: Vec<_> = making.chain(waiting).collect();

    let resting = matches!(lead, Lead::Notice(notice) if !notice.why.is_brief());
    if resting && ready.is_empty() && preparing.is_empty() {
        return None;
    }
    let column = |title: &str, empty: &str, numbers| Column {
        title: voice.plain(title),
        empty: voice.plain(empty),
        numbers,
    };
    Some(Numbers {
        ready: column("ready-title", "ready-none", ready),
        preparing: column("preparing-title", "preparing-none", preparing),
    })
}

/// How much longer a ready order counts as new.
fn fresh_for(order: &Order, moment: Moment) -> Option<Duration> {
    let until = order.ready_at?.checked_add(FRESH_FOR).ok()?;
    time_until(moment, until)
}

fn number(order: &Order, mark: Mark) -> Option<Number> {
    Some(Number { figures: order.number?, drink: order.label(), mark })
}
