//! The parts of the run, by the names by which they are asked for. Each is measured in a process of
//! its own: this program once more. So none feels what another left behind, and one that fails
//! takes nothing with it.

use std::fs;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use futures_util::FutureExt as _;

use crate::table::Table;
use crate::{day, hostile, idle, journal, orders, phones, programs, reads, sizes, start, window};

/// The word by which this program becomes one part. A file follows, which takes the rows, and the
/// part's name.
pub(crate) const ROWS: &str = "--rows";

/// The word before how many seconds a build from nothing took, as who ran it counted.
const COLD: &str = "--cold-seconds";

/// How long a cold build took is handed in; nobody runs it as a part.
pub(crate) const COLD_PART: &str = "cold";

/// A part, and how long it may take.
pub(crate) struct Bounded {
    pub(crate) name: &'static str,
    pub(crate) minutes: u64,
    /// It is a bench of its own, beside this one.
    pub(crate) is_apart: bool,
    /// It only counts: a busy machine changes nothing.
    pub(crate) only_counts: bool,
}

const fn within(minutes: u64, name: &'static str) -> Bounded {
    Bounded { name, minutes, is_apart: false, only_counts: false }
}

/// All parts in the order in which they are measured and told.
pub(crate) const PARTS: &[Bounded] = &[
    within(5, "orders"),
    within(3, "reads"),
    within(3, "window"),
    within(8, "phones"),
    within(5, "hostile"),
    within(5, "journal"),
    within(2, "start"),
    within(4, "day"),
    within(3, "idle"),
    within(2, "programs"),
    // It makes networks of its own, for which it needs root, and lives through nine minutes.
    Bounded { is_apart: true, only_counts: true, ..within(12, "wire") },
    Bounded { only_counts: true, ..within(1, "sizes") },
];

/// What this program was started for.
#[derive(Debug, PartialEq)]
pub(crate) enum Asked {
    /// To be one part.
    One { part: String, rows: PathBuf },
    /// To run these parts, or all of them, and to tell what came out.
    Many { names: Vec<String>, cold: Option<f64> },
}

impl Asked {
    /// Reads it from the command line. Cargo's own words for benches say nothing here.
    pub(crate) fn of(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut names, mut cold) = (Vec::new(), None);
        while let Some(word) = words.next() {
            match word.as_str() {
                ROWS => {
                    let both = words.next().zip(words.next());
                    let (rows, part) = both.ok_or("--rows needs a file and a part")?;
                    return Ok(Self::One { part, rows: rows.into() });
                }
                COLD => cold = words.next().and_then(|seconds| seconds.parse().ok()),
                _ if word.starts_with('-') => {}
                name if PARTS.iter().any(|part| part.name == name) => names.push(word),
                name => return Err(format!("no part is called {name}; choose of {}", all_names())),
            }
        }
        Ok(Self::Many { names, cold })
    }
}

fn all_names() -> String {
    PARTS.iter().map(|part| part.name).collect::<Vec<_>>().join(", ")
}

/// Measures one part, and writes its rows to a file: also those that it came to before it failed.
pub(crate) async fn run(part: &str, rows: &Path) -> ExitCode {
    let mut table = Table::default();
    let went_well = AssertUnwindSafe(measure(part, &mut table)).catch_unwind().await.is_ok();
    let text = serde_json::to_vec(&table).expect("rows are JSON");
    fs::write(rows, text).expect("the file can be written");
    if went_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn measure(part: &str, table: &mut Table) {
    match part {
        "day" => day::measure(table).await,
        "hostile" => hostile::measure(table).await,
        "idle" => idle::measure(table).await,
        "journal" => journal::measure(table).await,
        "orders" => orders::measure(table).await,
        "reads" => reads::measure(table).await,
        "phones" => phones::measure(table).await,
        "programs" => programs::measure(table).await,
        "sizes" => sizes::measure(table),
        "start" => start::measure(table).await,
        "window" => window::measure(table).await,
        _ => panic!("no part is called {part}"),
    }
}
