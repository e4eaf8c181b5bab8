//! What a batch of changes means for guests.

use std::collections::HashMap;
use std::iter;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::place::next_edge;

use crate::domain::order::GuestId;
use crate::domain::pace::FARTHEST;
use crate::live::item::Item;
use crate::live::outlook::Place;
use crate::live::state::State;
use crate::live::{Hub, frames};

/// What has happened since the hall looked last.
#[derive(Debug)]
pub(in crate::live) struct News {
    pub(super) seq: Seq,
    pub(super) at: Timestamp,
    /// Changes of guests' own orders, in their order.
    pub(super) own: Vec<Arc<Item>>,
    /// The places of which guests may read something else now.
    pub(super) places: Vec<(GuestId, OrderId, Place)>,
    /// What is for everybody, in its order. Of the bar's states only the last: it says all.
    pub(super) common: Vec<(Seq, Bytes)>,
}

/// How things stand while nothing happens.
#[derive(Debug)]
pub(super) struct Outlooks {
    pub(super) at: Timestamp,
    pub(super) places: HashMap<usize, Vec<(OrderId, Place)>>,
}

/// Too much has happened: it is lost.
#[derive(Debug)]
pub(in crate::live) struct Lost;

impl Hub {
    /// What has happened since the last time; nothing is an answer too.
    pub(in crate::live) fn news(&self) -> Result<Option<News>, Lost> {
        let mut state = self.state();
        if std::mem::take(&mut state.pending.is_lost) {
            state.pending.items.clear();
            return Err(Lost);
        }
        let items = std::mem::take(&mut state.pending.items);
        let Some(last) = items.last() else { return Ok(None) };
        let moves = items.iter().filter(|item| item.moves).count();
        let places = if moves > 0 { state.places_after(moves) } else { Vec::new() };
        drop(state);
        let (seq, at) = (last.seq, last.at);
        let common = common(&items);
        let own = items.into_iter().filter(|item| item.own.is_some()).collect();
        Ok(Some(News { seq, at, own, places, common }))
    }

    /// How the estimates of these orders stand now, by where their guests' phones do.
    pub(super) fn outlook_for<'a>(
        &self,
        told: impl Iterator<Item = (usize, &'a [(OrderId, Place)])>,
    ) -> Outlooks {
        let at = self.clock.now();
        let mut state = self.state();
        let mut places = HashMap::new();
        for (standing, told) in told.filter(|(_, told)| !told.is_empty()) {
            state.refresh(at);
            // The place in the queue comes with its change, which may be on its way.
            let later = |(id, told): &(OrderId, Place)| {
                Some((*id, Place { ahead: told.ahead, ..state.place(*id)? }))
            };
            places.insert(standing, told.iter().filter_map(later).collect());
        }
        Outlooks { at, places }
    }

    /// Nobody stands in the hall.
    pub(in crate::live) fn rest(&self) {
        let mut state = self.state();
        state.pending.is_wanted = false;
        state.pending.items = Vec::new();
        state.pending.is_lost = false;
    }
}

impl State {
    /// The places of which guests may read something else, after so many orders have moved.
    fn places_after(&self, moves: usize) -> Vec<(GuestId, OrderId, Place)> {
        let making = self.board.making().into_iter().map(|order| order.id);
        let ranges = may_read_otherwise(self.board.waiting_len(), moves);
        let waiting = ranges.into_iter().flatten().filter_map(|at| self.board.waiting_at(at));
        let owned = making.chain(waiting).filter_map(|id| Some((self.own.whose(id)?, id)));
        owned.filter_map(|(guest, id)| Some((guest, id, self.place(id)?))).collect()
    }
}

fn common(items: &[Arc<Item>]) -> Vec<(Seq, Bytes)> {
    let said = items.iter().filter_map(|item| Some((item.seq, item.everybody.clone()?)));
    let mut common: Vec<_> = said.collect();
    let status = items.iter().rev().find_map(|item| Some((item.seq, item.status.as_ref()?)));
    common.extend(status.map(|(seq, status)| (seq, frames::status(seq, status))));
    common.sort_by_key(|(seq, _)| *seq);
    common
}

/// The places of a queue whose guests may read something else after so many moves. All that are near
/// enough for an estimate; beyond, an order that moved by at most so many places reads otherwise
/// only where that took it over an edge between two words. So with ten thousand waiting and one
/// order served some hundred are looked at, not ten thousand.
fn may_read_otherwise(waiting: usize, moves: usize) -> Vec<Range<usize>> {
    let near = FARTHEST.saturating_add(moves).min(waiting);
    let mut ranges: Vec<Range<usize>> = iter::once(0..near).collect();
    let (mut edge, mut done) = (FARTHEST, near);
    while done < waiting {
        edge = next(edge);
        let start = edge.saturating_sub(moves).max(done);
        if start >= waiting {
            break;
        }
        done = edge.saturating_add(moves).min(waiting).max(start);
        ranges.push(start..done);
    }
    ranges
}

fn next(edge: usize) -> usize {
    u32::try_from(edge)
        .ok()
        .and_then(|edge| usize::try_from(next_edge(edge)).ok())
        .unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use demitasse_shared::place::Said;

    use super::*;

    fn said(place: usize) -> Said {
        Said::of(u32::try_from(place).expect("a short queue"))
    }

    #[test]
    fn whoever_reads_otherwise_is_looked_at_whichever_way_they_moved() {
        for (waiting, moves) in [(0, 1), (150, 1), (260, 1), (5_000, 1), (5_000, 7), (5_000, 900)] {
            let ranges = may_read_otherwise(waiting, moves);
            for now in 0..waiting {
                let before = now.saturating_sub(moves)..=now + moves;
                if before.clone().any(|before| said(before) != said(now)) {
                    let is_seen = ranges.iter().any(|range| range.contains(&now));
                    assert!(is_seen, "{now} of {waiting} after {moves}");
                }
            }
        }
    }

    #[test]
    fn a_crowd_is_not_looked_through_for_one_cup() {
        let looked = |waiting| may_read_otherwise(waiting, 1).iter().map(Range::len).sum::<usize>();
        assert!(looked(15_000) < 300, "{}", looked(15_000));
        assert!(looked(15_000) - looked(10_000) <= 20);
    }

    #[test]
    fn nobody_is_looked_at_twice() {
        for moves in [1, 30, 400] {
            let ranges = may_read_otherwise(10_000, moves);
            assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{moves}");
        }
    }
}
