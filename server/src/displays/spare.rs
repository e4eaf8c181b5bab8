//! What a page shows by itself once it hears nobody: rendered beforehand, in the venue's languages,
//! so that the words are those of every monitor.

use std::time::Duration;

use demitasse_shared::monitor::sample::Sample;
use demitasse_shared::monitor::{Line, Moment, Voice};
use demitasse_shared::venue::Venue;
use serde_json::{Map, Value};

use super::picture::Scene;
use super::sample_board;

/// Minutes and hours for which there are words; numbers that are older than a day tell nothing.
const MINUTES: u64 = 60;
const HOURS: u64 = 24;

/// The faces that need no server.
const FACES: [Sample; 3] = [Sample::Connecting, Sample::Turning, Sample::LineLost];

/// The faces by their words, and warnings by the minutes and then hours of silence.
pub(super) fn faces(venue: &Venue, voice: &Voice) -> Value {
    let mut faces: Map<String, Value> = FACES
        .into_iter()
        .map(|sample| (sample.as_str().to_owned(), Value::from(words(sample, venue, voice))))
        .collect();
    let minutes = (0..MINUTES).map(|minutes| 60 * minutes);
    let hours = (1..=HOURS).map(|hours| 3_600 * hours);
    let ages = minutes.chain(hours).map(|seconds| age(Duration::from_secs(seconds), venue, voice));
    faces.insert("ages".to_owned(), ages.collect());
    Value::from(faces)
}

/// A face's words.
fn words(sample: Sample, venue: &Venue, voice: &Voice) -> String {
    // No code that joins the network: it is for bars that say so, not for lines that are lost.
    let venue = Venue { wifi: None, ..venue.clone() };
    let (line, board) = (sample.line(), sample_board(sample));
    let scene = Scene { line: &line, board: board.as_ref(), venue: &venue, voice };
    let moment = Moment { now: board.as_ref().map(|board| board.at), ..Moment::default() };
    scene.picture(&scene.screen(moment)).part("words").to_owned()
}

/// The warning over numbers that nobody has heard of for so long.
fn age(silence: Duration, venue: &Venue, voice: &Voice) -> String {
    let board = sample_board(Sample::LineLost);
    let scene = Scene { line: &Line::Down, board: board.as_ref(), venue, voice };
    let moment = Moment { silence, ..Moment::default() };
    scene.picture(&scene.screen(moment)).part("warning").to_owned()
}
