//! Reads files byte by byte for values that must not be in them any more.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Value;

/// Shorter ones turn up by chance in any file, and say nothing.
const SHORTEST: usize = 4;

/// Two bytes lead to the values that begin with them.
const PAIRS: usize = 1 << 16;

/// What a search came to.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    /// How many values were looked for.
    pub looked_for: usize,
    /// How many were too short to be told from chance.
    pub too_short: usize,
    /// How many are words that the bar itself uses.
    pub common: usize,
    /// The files that were read to their end.
    pub files: usize,
    /// How many bytes they have.
    pub bytes: u64,
    /// What was found all the same.
    pub found: BTreeSet<Found>,
}

/// A value that is still there. Which one is nobody's business.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The file.
    pub file: PathBuf,
    /// What kind of value.
    pub what: &'static str,
}

/// Reads every file of a folder, and of the folders in it, for each of the values. What is among
/// `plain`, the words that stay, cannot be told from them and is only counted.
///
/// # Errors
/// Where a file cannot be read: what cannot be read proves nothing.
pub fn search(folder: &Path, values: &BTreeSet<Value>, plain: &[u8]) -> io::Result<Proof> {
    let mut proof = Proof::default();
    let (long, short): (Vec<_>, Vec<_>) =
        values.iter().partition(|value| value.bytes.len() >= SHORTEST);
    proof.too_short = short.len();
    let all = Index::of(&long);
    let common = all.matches(plain);
    proof.common = common.len();
    let wanted: Vec<_> =
        (0..).zip(long).filter(|(at, _)| !common.contains(at)).map(|(_, value)| value).collect();
    proof.looked_for = wanted.len();
    read_all(folder, &Index::of(&wanted), &mut proof)?;
    Ok(proof)
}

fn read_all(folder: &Path, index: &Index<'_>, proof: &mut Proof) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            read_all(&path, index, proof)?;
        } else if kind.is_file() {
            let content = fs::read(&path)?;
            proof.files += 1;
            proof.bytes += u64::try_from(content.len()).unwrap_or(u64::MAX);
            let found = index.matches(&content).into_iter();
            proof
                .found
                .extend(found.map(|at| Found { file: path.clone(), what: index.values[at].what }));
        }
    }
    Ok(())
}

/// The values by their first two bytes: a file is read once, however many there are.
struct Index<'a> {
    values: Vec<&'a Value>,
    starts: Vec<Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(values: &[&'a Value]) -> Self {
        let mut starts = vec![Vec::new(); PAIRS];
        for (at, value) in values.iter().enumerate() {
            if let [first, second, ..] = *value.bytes {
                starts[pair(first, second)].push(at);
            }
        }
        Self { values: values.to_vec(), starts }
    }

    /// The values that stand somewhere in a content.
    fn matches(&self, content: &[u8]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for (begin, two) in content.windows(2).enumerate() {
            for at in &self.starts[pair(two[0], two[1])] {
                if content[begin..].starts_with(&self.values[*at].bytes) {
                    found.insert(*at);
                }
            }
        }
        found
    }
}

fn pair(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(what: &'static str, text: &str) -> Value {
        Value { what, bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn what_is_there_is_found_wherever_it_stands() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("old");
        fs::create_dir(&deep).expect("room");
        fs::write(folder.path().join("log"), b"\0\0Xanthippe").expect("room");
        fs::write(deep.join("copy.db"), b"Zebulon\xffespresso").expect("room");
        let names = ["Xanthippe", "Zebulon", "Barnabas", "espresso", "Al"];
        let values = names.map(|name| value("names", name)).into();
        let proof = search(folder.path(), &values, b"an espresso").expect("all can be read");
        let counts = (proof.looked_for, proof.common, proof.too_short, proof.files);
        assert_eq!(counts, (3, 1, 1, 2));
        let files: Vec<_> = proof.found.iter().map(|found| found.file.clone()).collect();
        assert_eq!(files, [folder.path().join("log"), deep.join("copy.db")]);
    }
}
