//! A menu as a venue writes it: a TOML file, read with all its faults and their lines at once, and
//! written so that it reads back to the same menu.

mod read;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;

pub use read::read;
pub use write::write;

/// Something that is wrong with a menu file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// Its line, counted from one, where it is about one.
    pub line: Option<usize>,
    /// What is wrong and what was meant most likely, without a full stop.
    pub words: String,
}

/// Everything that is wrong with a menu file, line by line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Faults {
    /// The file's name, as it was given.
    pub file: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the menu cannot be used:")?;
        for Fault { line, words } in &self.faults {
            match line {
                Some(line) => write!(f, "\n  {}:{line}: {words}", self.file)?,
                None => write!(f, "\n  {}: {words}", self.file)?,
            }
        }
        Ok(())
    }
}
