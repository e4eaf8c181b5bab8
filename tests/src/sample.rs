//! What a face with sample data must show, by the one place that decides it.

use std::time::Duration;

use demitasse_shared::board::Board;
use demitasse_shared::monitor::sample::{Sample, sampled_at, venue};
use demitasse_shared::monitor::{Facts, Lead, Mark, Moment, Screen, Voice, Why};

use crate::Standing;

/// What a sample's face shows in its first moment.
pub fn screen(face: Sample) -> Screen {
    let (line, board, venue) = (face.line(), face.snapshot().map(Board::new), venue(&[]));
    let voice = Voice::of(&venue.languages);
    let facts = Facts { line: &line, board: board.as_ref(), venue: Some(&venue), voice: &voice };
    Screen::of(facts, Moment { now: Some(sampled_at()), silence: Duration::ZERO })
}

/// What the codes on it say: the order's, or the network's, or none. A panel that rests shows none.
pub fn codes(screen: &Screen) -> Vec<String> {
    match &screen.lead {
        Lead::Code(card) => vec![card.url.clone()],
        Lead::Notice(notice) if notice.why == Why::Night => Vec::new(),
        Lead::Notice(notice) => notice.wifi.iter().map(|wifi| wifi.code.clone()).collect(),
    }
}

/// The numbers that stand so, in their order. When the line is down, none stands so any more.
pub fn numbers(screen: &Screen, standing: Standing) -> Vec<u32> {
    let Some(numbers) = &screen.numbers else { return Vec::new() };
    let is_stale = screen.warning.is_some();
    let stands_so = |mark: Mark| match standing {
        Standing::Stale => is_stale,
        Standing::Ready => !is_stale && matches!(mark, Mark::Ready | Mark::Fresh),
        Standing::Making => !is_stale && mark == Mark::Making,
        Standing::Waiting => !is_stale && mark == Mark::Waiting,
    };
    let all = numbers.ready.numbers.iter().chain(&numbers.preparing.numbers);
    all.filter(|number| stands_so(number.mark)).map(|number| number.figures).collect()
}
