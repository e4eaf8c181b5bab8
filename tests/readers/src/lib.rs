//! Whatever reads bytes from outside, and what each promises for any input at all.
//!
//! A reader stands here once, and is tried in two ways: every test run bends what is good by a chance
//! that repeats (`torture::parsers`), and `cargo xtask torture fuzz` goes on with whatever reaches
//! code that nothing reached before (`fuzz/`). What broke one lies in its folder of `corpus`, and is
//! read in every run from then on.

mod bodies;
mod databases;
mod feeds;
mod files;
mod gateways;
mod hands;
mod photos;
mod requests;
mod words;

use std::fs;
use std::io;
use std::panic;
use std::path::{Path, PathBuf};

/// Something that reads bytes from outside.
#[derive(Debug)]
pub struct Reader {
    /// What it is called: also a folder of `corpus`, and a target in `fuzz`.
    pub name: &'static str,
    /// How many bent inputs are its share of a usual run.
    pub share: u32,
    /// Good ones, to bend.
    good: fn() -> Vec<Vec<u8>>,
    /// Reads, and panics where a promise is broken.
    read: fn(&[u8]),
}

/// All of them.
pub const READERS: &[Reader] = &[
    words::WORDS,
    words::CELLS,
    bodies::BODIES,
    bodies::PAIRINGS,
    files::MENUS,
    files::SETTINGS,
    files::BADGES,
    files::RECORDINGS,
    feeds::FEEDS,
    hands::KEYS,
    hands::WISHES,
    hands::BOARDS,
    photos::PHOTOS,
    databases::DATABASES,
    gateways::GATEWAYS,
    requests::REQUESTS,
];

/// Good requests, one a line.
pub const GOOD_REQUESTS: &str = include_str!("../corpus/requests.txt");

impl Reader {
    /// The reader of this name.
    ///
    /// # Panics
    /// Where there is none.
    pub fn named(name: &str) -> &'static Self {
        let found = READERS.iter().find(|reader| reader.name == name);
        found.unwrap_or_else(|| panic!("no reader is called {name:?}"))
    }

    /// Good inputs, and those that once broke it.
    ///
    /// # Panics
    /// Where its folder of `corpus` cannot be read.
    pub fn good(&self) -> Vec<Vec<u8>> {
        let kept = kept(&corpus().join(self.name));
        let kept = kept.unwrap_or_else(|why| panic!("what {} keeps: {why}", self.name));
        (self.good)().into_iter().chain(kept).collect()
    }

    /// Reads an input.
    ///
    /// # Panics
    /// Where a promise is broken.
    pub fn read(&self, input: &[u8]) {
        (self.read)(input);
    }

    /// Lays the good inputs into a folder, for a program that bends them.
    ///
    /// # Errors
    /// Where it takes none.
    pub fn plant(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let numbered = self.good().into_iter().enumerate();
        numbered
            .into_iter()
            .try_for_each(|(nth, input)| fs::write(folder.join(format!("good-{nth:03}")), input))
    }
}

/// Lets panics be that somebody is known to catch: the library that looks for codes in a photo
/// stumbles now and then, and takes its own work alone with it. All others go the usual way.
pub fn forgive_what_is_caught() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let is_caught = panic.location().is_some_and(|place| place.file().contains("rqrr"));
        if !is_caught {
            usual(panic);
        }
    }));
}

/// Texts as inputs.
fn bytes(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// What lies in a folder, by name; nothing where there is none.
fn kept(folder: &Path) -> io::Result<Vec<Vec<u8>>> {
    let mut files = match fs::read_dir(folder) {
        Err(none) if none.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files?.map(|file| Ok(file?.path())).collect::<io::Result<Vec<_>>>()?,
    };
    files.sort();
    files.iter().map(fs::read).collect()
}
