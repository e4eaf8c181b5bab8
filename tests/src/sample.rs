//! What a face with sample data must show, by the one place that decides it.

use std::time::Duration;

use demitasse_shared::board::Board;
use demitasse_shared::monitor::sample::{Sample, sampled_at, venue};
use demitasse_shared::monitor::{Facts, Lead, Mark, Moment, Screen, Voice};

use crate::Standing;

/// What a sample's face shows in its first moment.
pub fn screen(face: Sample) -> Screen {
    let (line, board, venue) = (face.line(), face.snapshot().map(Board::new), venue(&[]));
    let voice = Voice::of(&venue.languages);
    let facts = Facts { line: &line, board: board.as_ref(), venue: Some(&venue), voice: &voice };
    Screen::of(facts, Moment { now: Some(sampled_at()), silence: Duration::ZERO })
}

/// What the codes on it say: the order's, or the network's, or none.
pub fn codes(screen: &Screen) -> Vec<String> {
    match &screen.lead {
        Lead::Code(card) => vec![card.url.clone()],
        Lead::Notice(notice) => notice.wifi.iter().map(|wifi| wifi.code.clone()).collect(),
    }
}

/// The numbers that stand so, in their order.
pub fn numbers(screen: &Screen, standing: Standing) -> Vec<u32> {
    let Some(numbers) = &screen.numbers else { return Vec::new() };
    let column = match standing {
        Standing::Ready => &numbers.ready,
        Standing::Making | Standing::Waiting => &numbers.preparing,
    };
    let stands_so = |mark: Mark| match standing {
        Standing::Ready => true,
        Standing::Making => mark == Mark::Making,
        Standing::Waiting => mark == Mark::Waiting,
    };
    let here = column.numbers.iter().filter(|number| stands_so(number.mark));
    here.map(|number| number.figures).collect()
}
