//! The disk fails while the bar runs on: it is full, it breaks, it fills up in the midst of a write,
//! it cannot be read. Each command meets that at each of its operations, is refused, and leaves
//! nothing behind: not in the database, not in what the bar remembers, not for a server that is
//! killed just then. As soon as the disk is well the same command is taken.

use std::fs;

use demitasse::storage::{Answer, WriteError};
use demitasse_disk::{Ailment, Wish};
use demitasse_shared::live::Snapshot;
use demitasse_tests::{Chance, Ordeal};

use super::crash::pause;
use super::day::Command;
use super::house::{House, open};
use super::state::State;

/// Commands in a day.
const COMMANDS: usize = 120;

/// Of so many operations of a command one fails in a usual run, or thereabouts.
const APART: u64 = 6;

/// Commands after which the server starts anew, to see whether it had remembered what is stored.
const RESTART_EACH: usize = 20;

/// A day on a disk that fails.
struct Trial {
    house: House,
    chance: Chance,
    /// How far the operations that fail are apart at most.
    apart: u64,
    failed: u32,
    killed: u32,
}

/// What is known before something fails.
struct Known {
    stored: State,
    shown: Snapshot,
}

impl Trial {
    async fn begin(seed: u64, apart: u64) -> Self {
        let mut house = House::new();
        house.start().await;
        Self { house, chance: Chance::new(seed), apart, failed: 0, killed: 0 }
    }

    /// What somebody asks next; the house's own doings are no requests.
    fn draw(&mut self) -> Command {
        self.house.clock.advance(pause(&mut self.chance));
        let board = self.house.bar().hub().snapshot();
        match Command::draw(&mut self.chance, &self.house.people, &board) {
            Command::Fold | Command::Restart => Command::Round,
            command => command,
        }
    }

    fn known(&self) -> Known {
        let at = self.house.now();
        let shown = Snapshot { at, ..self.house.bar().hub().snapshot() };
        Known { stored: self.house.state(), shown }
    }

    /// Asks for one thing until none of its operations fails any more.
    async fn put_through(&mut self, command: &Command) {
        if self.chance.percent(20) {
            return self.fails_to_read(command).await;
        }
        let mut nth = self.chance.below(self.apart);
        while let Some(wish) = self.fails(command, Ailment::Broken, nth).await {
            for ailment in [Ailment::Full, Ailment::Short] {
                if ailment.spoils(wish) && self.fails(command, ailment, nth).await.is_none() {
                    return;
                }
            }
            nth += 1 + self.chance.below(self.apart);
        }
    }

    async fn fails_to_read(&mut self, command: &Command) {
        let mut nth = 0;
        while self.fails(command, Ailment::Unreadable, nth).await.is_some() {
            nth += 1 + self.chance.below(self.apart);
        }
    }

    /// Asks once, on a disk whose n-th operation from here on fails. Says which it was, where that
    /// was in the way.
    async fn fails(&mut self, command: &Command, ailment: Ailment, nth: u64) -> Option<Wish> {
        let known = self.known();
        self.house.disk.fall_ill(ailment, nth..nth + 1);
        let answer = self.house.ask(command).await;
        let wish = self.house.disk.recover().pop();
        let story = format!("{ailment:?} at operation {nth} ({wish:?}) of {command:?}: {answer:?}");
        match (&answer, wish) {
            (Err(WriteError::Storage(_)), Some(wish)) => {
                self.failed += 1;
                self.left_nothing(&known.stored, &answer, ailment, &story);
                assert_eq!(self.known().shown, known.shown, "{story}");
                if wish == Wish::Sync || self.chance.percent(10) {
                    self.is_gone_for_who_starts_anew(&known, &story);
                }
                let stranger = self.house.people.strangers(self.house.bar()).await;
                assert_eq!(stranger, None, "{story}");
                Some(wish)
            }
            (Err(WriteError::Storage(_)), None) => panic!("the disk was well: {story}"),
            // What failed was not in the way, as where the log is folded after a commit.
            (Ok(()), _) => None,
            (Err(WriteError::Refused(_)), _) => {
                assert_eq!(self.known().stored, known.stored, "{story}");
                None
            }
        }
    }

    /// The bar says what is wrong, and all is as it was.
    fn left_nothing(&self, before: &State, answer: &Answer<()>, ailment: Ailment, story: &str) {
        let words = answer.as_ref().expect_err("it failed").to_string();
        let expected = match ailment {
            Ailment::Full | Ailment::Short if !words.contains("did not take") => "the disk is full",
            Ailment::Unreadable => "",
            _ => "the disk did not take a change",
        };
        assert!(words.contains(expected), "{words}: {story}");
        assert!(!words.contains("savepoint"), "that says nothing to staff: {words}: {story}");
        let now = self.house.state();
        assert!(now == *before, "{story}\n{}", before.difference(&now));
    }

    /// A server that is killed just now finds nothing of it, either.
    fn is_gone_for_who_starts_anew(&mut self, before: &Known, story: &str) {
        self.killed += 1;
        let copy = tempfile::tempdir().expect("a folder");
        for name in ["demitasse.db", "demitasse.db-wal"] {
            let from = self.house.folder().join(name);
            if from.exists() {
                fs::copy(from, copy.path().join(name)).expect("there is room");
            }
        }
        let found = State::in_folder(copy.path()).expect("it is whole");
        assert!(
            found == before.stored,
            "after a kill it is there: {story}\n{}",
            before.stored.difference(&found)
        );
    }

    /// A server that starts anew shows what this one shows.
    async fn remembers_what_is_stored(&mut self) {
        self.house.ask(&Command::Round).await.expect("the disk is well");
        let before = self.known().shown;
        self.house.ask(&Command::Restart).await.expect("the disk is well");
        assert_eq!(self.known().shown, before, "the bar remembered what is not so");
    }
}

#[tokio::test]
async fn whatever_fails_is_refused_and_leaves_nothing_behind() {
    let ordeal = Ordeal::of("failing", 1);
    for seed in ordeal.seeds() {
        let apart = if ordeal.is_asked_for() { 1 } else { APART };
        let mut trial = Trial::begin(seed, apart).await;
        for number in 1..=COMMANDS {
            let command = trial.draw();
            trial.put_through(&command).await;
            if number % RESTART_EACH == 0 {
                trial.remembers_what_is_stored().await;
            }
        }
        println!("{} commands failed, {} servers were killed", trial.failed, trial.killed);
        assert!(trial.failed > 100 && trial.killed > 20, "this disk hardly failed");
    }
}

#[tokio::test]
async fn a_disk_that_is_full_for_a_while_stops_nobody_for_longer() {
    let mut trial = Trial::begin(3, 1).await;
    for ailment in [Ailment::Full, Ailment::Broken, Ailment::Short] {
        for _ in 0..20 {
            let command = trial.draw();
            trial.house.ask(&command).await.ok();
        }
        let before = trial.known().stored;
        trial.house.disk.fall_ill(ailment, 0..u64::MAX);
        for _ in 0..10 {
            let command = trial.draw();
            let answer = trial.house.ask(&command).await;
            if let Err(WriteError::Storage(_)) = &answer {
                trial.left_nothing(&before, &answer, ailment, &format!("{ailment:?} {command:?}"));
            }
        }
        trial.house.bar().is_ready().await.expect_err("the bar says that it cannot");
        assert!(trial.house.disk.recover().len() > 5, "{ailment:?} was in the way");
        trial.house.bar().is_ready().await.expect("it can again");
        trial.remembers_what_is_stored().await;
    }
}

#[tokio::test]
async fn a_bar_that_cannot_open_opens_once_the_disk_is_well() {
    let mut house = House::new();
    let mut failed = 0;
    for round in 0..2 {
        for ailment in Ailment::ALL {
            for nth in 0_u64.. {
                house.disk.fall_ill(ailment, nth..nth + 1);
                let opened = open(house.folder(), &house.clock);
                let wishes = house.disk.recover();
                match opened {
                    Ok(bar) => house.let_go(bar).await,
                    Err(why) => {
                        println!("{round} {ailment:?} {nth} {wishes:?}: {why}");
                        failed += 1;
                    }
                }
                if wishes.is_empty() {
                    break;
                }
            }
        }
        // The second time there is a bar to be lost.
        house.start().await;
        house.ask(&Command::SignIn(0)).await.expect("the disk is well");
        house.stop().await;
    }
    house.start().await;
    assert_eq!(house.people.strangers(house.bar()).await, None, "what was there is there");
    assert!(failed > 50, "{failed} starts failed");
}
