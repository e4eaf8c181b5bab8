//! How big the programs are.

use std::fs;
use std::path::PathBuf;

use demitasse_tests::measure::Goal;
use demitasse_tests::measure::goals::{SIZE_BARISTA, SIZE_KIOSK, SIZE_SERVER};

use crate::table::Table;

/// The three programs, and what takes most of each by crates (`nm --size-sort`).
const PROGRAMS: [(&str, &Goal, &str); 3] = [
    ("demitasse", &SIZE_SERVER, "own code, a fifth; SQLite, axum, TLS and ssh"),
    ("demitasse-barista", &SIZE_BARISTA, "own code, an eighth; TLS, the HTTP client, JSON"),
    ("demitasse-kiosk", &SIZE_KIOSK, "drawing and fonts: vello, egui, winit, harfrust"),
];

/// Whether all programs are there.
pub(crate) fn are_built() -> bool {
    PROGRAMS.iter().all(|(name, ..)| built(name).is_some())
}

pub(crate) fn measure(table: &mut Table) {
    for (name, goal, limit) in PROGRAMS {
        let path = built(name).expect("it was there when the run began");
        let bytes = fs::metadata(path).expect("it is there").len();
        let bytes = u32::try_from(bytes).expect("less than four gigabytes");
        table.goal(goal, f64::from(bytes) / 1e6, format!("{bytes} bytes"), limit);
    }
}

/// The program's path, where it was built.
fn built(name: &str) -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let path = own.parent()?.parent()?.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    path.exists().then_some(path)
}
