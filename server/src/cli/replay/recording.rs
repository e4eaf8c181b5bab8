//! The recording: what is in the file, and what is drawn where the file has a gap.

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use super::draw::{Draw, Stream};

/// The longest recording that is played: a week.
const LONGEST_SECONDS: f64 = 7.0 * 86_400.0;

/// How long choosing takes where a recording kept no guest's scan and choice.
const USUAL_CHOOSING: Duration = Duration::from_secs(6);

/// How long making takes where a recording kept no order's way through the queue.
const USUAL_MAKING: Duration = Duration::from_secs(20);

/// Why a recording cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum RecordingProblem {
    /// It cannot be read, or its columns are others.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// A time makes no sense.
    #[error("order {order}: {seconds} is no time within a week, in seconds from the start")]
    Time {
        /// The order's running index in the file.
        order: u32,
        /// The number in the file.
        seconds: f64,
    },
    /// Nobody comes.
    #[error("there is no order in it")]
    Empty,
}

/// One row of the file, as assets/recordings/README.md describes it.
#[derive(Debug, Deserialize)]
struct Row {
    order: u32,
    first_seen_s: f64,
    scanned_s: Option<f64>,
    submitted_s: Option<f64>,
    queued_s: Option<f64>,
    ended_s: Option<f64>,
    drink: Option<String>,
    outcome: Option<String>,
}

/// One guest's visit, with every gap filled. All times are recorded ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The order's running index in the file.
    pub(super) order: u32,
    /// When the guest comes to the bar, from the start.
    pub(super) arrives: Duration,
    /// The drink's recorded name; nothing where the file names no drink at all.
    pub(super) drink: Option<String>,
    /// How long the guest takes to choose.
    pub(super) choosing: Duration,
    /// How long the barista's hands take.
    pub(super) making: Duration,
    /// Whether the order was cancelled. Only what was recorded as a cancel is one.
    pub(super) cancels: bool,
}

/// Reads a recording and fills its gaps, the same for the same seed.
pub(super) fn read(path: &Path, seed: u64) -> Result<Vec<Visit>, RecordingProblem> {
    visits(csv::Reader::from_path(path)?, seed)
}

/// The visits of a recording, however it is at hand.
///
/// # Errors
/// Why it cannot be played.
pub fn visits(
    mut file: csv::Reader<impl std::io::Read>,
    seed: u64,
) -> Result<Vec<Visit>, RecordingProblem> {
    let rows: Vec<Row> = file.deserialize().collect::<Result<_, _>>()?;
    rows.iter().try_for_each(Row::check)?;
    if rows.is_empty() {
        return Err(RecordingProblem::Empty);
    }
    let mix = Mix::of(&rows);
    Ok(rows.iter().map(|row| mix.fill(row, seed)).collect())
}

impl Row {
    fn check(&self) -> Result<(), RecordingProblem> {
        let times = [self.scanned_s, self.submitted_s, self.queued_s, self.ended_s];
        let mut times = times.into_iter().flatten().chain([self.first_seen_s]);
        match times.find(|seconds| !(0.0..=LONGEST_SECONDS).contains(seconds)) {
            Some(seconds) => Err(RecordingProblem::Time { order: self.order, seconds }),
            None => Ok(()),
        }
    }

    /// From the scan to the choice. The order's entry in the queue stands in for a choice that
    /// was not kept: it follows within a second or two.
    fn choosing(&self) -> Option<Duration> {
        span(self.scanned_s?, self.submitted_s.or(self.queued_s)?)
    }

    /// From the queue to the end.
    fn making(&self) -> Option<Duration> {
        span(self.queued_s?, self.ended_s?)
    }
}

fn span(from: f64, to: f64) -> Option<Duration> {
    (to > from).then(|| Duration::from_secs_f64(to - from))
}

/// What the recording did keep, to draw from.
struct Mix {
    drinks: Vec<String>,
    choosing: Vec<Duration>,
    making: Vec<Duration>,
}

impl Mix {
    fn of(rows: &[Row]) -> Self {
        Self {
            drinks: rows.iter().filter_map(|row| row.drink.clone()).collect(),
            choosing: rows.iter().filter_map(Row::choosing).collect(),
            making: rows.iter().filter_map(Row::making).collect(),
        }
    }

    /// Draws all three for every row, kept or not, so that a gap in one column changes nothing in
    /// another.
    fn fill(&self, row: &Row, seed: u64) -> Visit {
        let mut draw = Draw::new(seed, Stream::Recording(row.order));
        let drink = draw.one_of(&self.drinks).cloned();
        let choosing = draw.one_of(&self.choosing).copied().unwrap_or(USUAL_CHOOSING);
        let making = draw.one_of(&self.making).copied().unwrap_or(USUAL_MAKING);
        Visit {
            order: row.order,
            arrives: Duration::from_secs_f64(row.scanned_s.unwrap_or(row.first_seen_s)),
            drink: row.drink.clone().or(drink),
            choosing: row.choosing().unwrap_or(choosing),
            making: row.making().unwrap_or(making),
            cancels: row.outcome.as_deref() == Some("cancel"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "order,first_seen_s,scanned_s,submitted_s,queued_s,ended_s,number,drink,outcome\n";

    fn read_text(rows: &str) -> Result<Vec<Visit>, RecordingProblem> {
        visits(csv::Reader::from_reader(format!("{HEAD}{rows}").as_bytes()), 1)
    }

    #[test]
    fn what_was_recorded_is_played_as_it_was() {
        let visits = read_text("52,371,371,375,376,405,53,James Soda,cancel\n").expect("whole");
        let expected = Visit {
            order: 52,
            arrives: Duration::from_secs(371),
            drink: Some("James Soda".to_owned()),
            choosing: Duration::from_secs(4),
            making: Duration::from_secs(29),
            cancels: true,
        };
        assert_eq!(visits, [expected]);
    }

    #[test]
    fn gaps_are_drawn_from_what_was_recorded() {
        let visits =
            read_text("1,0,0,6,,,,Espresso,\n2,7,,,10,30,,,\n3,9,,,,,,,\n").expect("whole");
        for visit in &visits {
            assert_eq!(visit.drink.as_deref(), Some("Espresso"));
            assert_eq!(visit.choosing, Duration::from_secs(6));
            assert_eq!(visit.making, Duration::from_secs(20));
        }
        assert_eq!(visits[2].arrives, Duration::from_secs(9));
    }

    #[test]
    fn a_recording_without_any_detail_still_plays() {
        let visits = read_text("1,0,,,,,,,\n").expect("whole");
        assert_eq!(visits[0].drink, None);
        assert_eq!(visits[0].choosing, USUAL_CHOOSING);
        assert_eq!(visits[0].making, USUAL_MAKING);
    }

    #[test]
    fn what_cannot_be_played_is_named() {
        assert!(matches!(read_text(""), Err(RecordingProblem::Empty)));
        assert!(matches!(read_text("1,-1,,,,,,,\n"), Err(RecordingProblem::Time { order: 1, .. })));
        assert!(matches!(read_text("1,0,NaN,,,,,,\n"), Err(RecordingProblem::Time { .. })));
        assert!(matches!(read_text("one,0,,,,,,,\n"), Err(RecordingProblem::Csv(_))));
    }

    #[test]
    fn the_kept_rush_is_the_one_of_2022() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/recordings/2022-10-14.csv");
        let visits = read(Path::new(path), 20_221_014).expect("kept here");
        assert_eq!(visits.len(), 85);
        assert_eq!(visits[84].arrives, Duration::from_secs(596));
        assert_eq!(visits.iter().filter(|visit| visit.cancels).count(), 2);
        assert_eq!(read(Path::new(path), 20_221_014).expect("kept here"), visits);
    }
}
