//! One part of the run as it is kept between its process and whoever tells of all parts.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::goal::Goal;
use super::goals;
use super::table::{Row, Table};

/// Cores that others may keep busy before a part without spoiling it.
const QUIET_CORES: f64 = 0.2;

/// What one part came to.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Part {
    /// Its name, by which it is asked for.
    pub name: String,
    /// What it measured.
    pub table: Table,
    /// Why it measured nothing, where it failed.
    pub failed: Option<String>,
    /// When it began.
    pub at: String,
    /// How long it took.
    pub seconds: f64,
    /// Cores that others kept busy just before.
    pub others_cores: f64,
}

impl Part {
    /// Whether the machine had something else to do, so that nobody should trust the figures.
    pub fn was_disturbed(&self) -> bool {
        self.others_cores > QUIET_CORES
    }

    /// The part's goals with the row of each, where there is one.
    pub fn goals(&self) -> impl Iterator<Item = (&'static Goal, Option<&Row>)> {
        let own = goals::ALL.iter().filter(|goal| goal.part == self.name);
        own.map(|goal| (goal, self.table.rows.iter().find(|row| row.what == goal.what)))
    }

    /// Keeps it in a folder until all are told together.
    pub fn keep(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(file(folder, &self.name), serde_json::to_vec_pretty(self)?)
    }

    /// Forgets a part that is measured anew.
    pub fn forget(folder: &Path, name: &str) -> io::Result<()> {
        match fs::remove_file(file(folder, name)) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => Err(why),
            _ => Ok(()),
        }
    }

    /// All parts of these names: those that were not measured are empty.
    pub fn all<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        names.into_iter().map(|name| Self::read(folder, name)).collect()
    }

    fn read(folder: &Path, name: &str) -> Self {
        let kept = fs::read(file(folder, name)).ok();
        let part = kept.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        part.unwrap_or_else(|| Self { name: name.to_owned(), ..Self::default() })
    }
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension("json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::goals::{LIFE_BYTES, LIFE_PACKETS};

    #[test]
    fn is_the_same_after_it_was_kept_and_empty_where_it_was_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut part = Part { name: "wire".to_owned(), seconds: 1.5, ..Part::default() };
        part.table.goal(&LIFE_BYTES, 24.3, "", "");
        part.keep(folder.path()).expect("it can be written");
        let parts = Part::all(folder.path(), ["wire", "orders"]);
        assert_eq!(parts[0], part);
        assert_eq!((parts[1].name.as_str(), parts[1].table.rows.len()), ("orders", 0));
        Part::forget(folder.path(), "wire").expect("it was there");
        Part::forget(folder.path(), "wire").expect("nothing is left to forget");
        assert_eq!(Part::all(folder.path(), ["wire"])[0].table.rows, []);
    }

    #[test]
    fn a_goal_that_nobody_measured_is_not_lost() {
        let mut part = Part { name: "wire".to_owned(), ..Part::default() };
        part.table.goal(&LIFE_PACKETS, 58.0, "", "");
        let measured: Vec<_> = part.goals().map(|(goal, row)| (goal.what, row.is_some())).collect();
        assert_eq!(measured, [(LIFE_BYTES.what, false), (LIFE_PACKETS.what, true)]);
    }

    #[test]
    fn a_busy_machine_is_noticed() {
        for (cores, expected) in [(0.0, false), (0.2, false), (0.4, true)] {
            let part = Part { others_cores: cores, ..Part::default() };
            assert_eq!(part.was_disturbed(), expected, "{cores}");
        }
    }
}
