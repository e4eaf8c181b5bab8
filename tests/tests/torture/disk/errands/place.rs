//! A bar's data and a stick, a command at work on them, and what is left of both.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use demitasse::storage::Storage;
use demitasse_disk::{Record, Watch, Wreck};
use demitasse_tests::{Chance, quick_folder};
use tempfile::TempDir;

use super::super::crash::pause;
use super::super::day::Command;
use super::super::house::House;
use super::super::state::State;

/// Commands in the day before.
const COMMANDS: usize = 60;

/// How often a cut of power at one step is tried.
const OUTCOMES: usize = 3;

/// A bar's data and a stick, in one folder.
pub(super) struct Place {
    root: TempDir,
    seed: u64,
    each: usize,
}

impl Place {
    pub(super) fn empty(seed: u64, each: usize) -> Self {
        let place = Self { root: quick_folder(), seed, each };
        for folder in [place.data(), place.stick()] {
            fs::create_dir(folder).expect("room");
        }
        place
    }

    /// A day's data, as a server that was killed leaves them.
    pub(super) async fn after_a_day(seed: u64, each: usize) -> Self {
        let place = Self::empty(seed, each);
        let mut house = House::new();
        house.start().await;
        let mut chance = Chance::new(seed);
        for _ in 0..COMMANDS {
            house.clock.advance(pause(&mut chance));
            let board = house.bar().hub().snapshot();
            let command = Command::draw(&mut chance, &house.people, &board);
            // Some are refused.
            house.ask(&command).await.ok();
        }
        for command in [Command::SignIn(0), Command::Announce] {
            house.ask(&command).await.expect("the disk is well");
        }
        for name in ["demitasse.db", "demitasse.db-wal"] {
            fs::copy(house.folder().join(name), place.data().join(name)).expect("room");
        }
        house.stop().await;
        place
    }

    pub(super) fn path(&self) -> PathBuf {
        self.root.path().canonicalize().expect("it is there")
    }

    pub(super) fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    pub(super) fn stick(&self) -> PathBuf {
        self.path().join("stick")
    }

    /// Runs a command of the program on the data.
    pub(super) async fn run(&self, words: &[&str]) -> ExitCode {
        let (data, nothing) = (self.data(), self.path().join("settings.toml"));
        if !nothing.exists() {
            fs::write(&nothing, "").expect("room");
        }
        let own = ["--data", path(&data), "--config", path(&nothing)];
        let words = ["demitasse"].iter().chain(words).chain(&own).map(OsString::from);
        demitasse::cli::run(&words.collect::<Vec<_>>()).await
    }

    /// Runs it and says what it did to the folder.
    pub(super) async fn watch(&self, words: &[&str]) -> Record {
        let watch = Watch::over(&self.path()).expect("a folder");
        assert_eq!(self.run(words).await, ExitCode::SUCCESS, "{words:?}");
        watch.end().expect("a folder")
    }

    /// Where the backups are that have their names.
    pub(super) fn backups(&self) -> Vec<PathBuf> {
        databases(&self.stick())
    }

    /// The same as `opened`, but for what each upgrade draws by chance.
    pub(super) fn upgraded(&self) -> State {
        self.opened().without("care").without("keys")
    }

    /// What a bar that opens on the data finds.
    pub(super) fn opened(&self) -> State {
        let mut storage = Storage::open(&self.data()).expect("the bar opens on what is left");
        State::read(storage.connection()).expect("it can be read")
    }

    /// Lays out what a cut of power may leave, at one step after the other.
    pub(super) fn cuts<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = Cut> + 'a {
        let (mut wreck, mut chance) = (Wreck::new(record), Chance::new(!self.seed));
        let all = record.acts.len();
        let steps = (0..all).step_by(self.each).chain([all]);
        steps
            .flat_map(move |step| {
                wreck.go_on_to(step);
                let trees = (0..OUTCOMES).map(|_| wreck.now(&mut |below| chance.below(below)));
                trees.map(|tree| (step, tree)).collect::<Vec<_>>()
            })
            .map(move |(step, tree)| {
                tree.lay_out(&self.path()).expect("room");
                let next =
                    record.acts.get(step).map_or("none".to_owned(), |act| format!("{act:?}"));
                let story =
                    format!("seed {}: cut after {step} of {all}, before: {next}", self.seed);
                Cut { is_done: step == all, story }
            })
    }
}

/// One moment at which the power went.
pub(super) struct Cut {
    /// Whether the command had said that it was done.
    pub(super) is_done: bool,
    pub(super) story: String,
}

/// A path as a word of a command line.
pub(super) fn path(path: &Path) -> &str {
    path.to_str().expect("a plain name")
}

/// What is called a database; nothing where there is no such folder.
pub(super) fn databases(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).into_iter().flatten();
    let found = found.map(|entry| entry.expect("a file").path());
    found.filter(|file| file.extension().is_some_and(|ending| ending == "db")).collect()
}
