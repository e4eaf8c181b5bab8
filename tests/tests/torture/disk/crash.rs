//! The power goes, at each of the disk's operations in a day.
//!
//! A day is lived through once. Its log tells for every moment what lay on the disk for good, what
//! may have been lost, and which answers and announcements were out by then. Each of these disks is
//! opened anew: what was acknowledged is there, the request under way is there whole or not at all,
//! nothing was announced that did not happen, and the bar goes on.

use std::collections::BTreeMap;
use std::path::Path;

use demitasse::app::Bar;
use demitasse::clock::Clock;
use demitasse::domain::event::Actor;
use demitasse::storage::WriteError;
use demitasse_disk::{Ailment, Crash, Deed, Disk, Operation, lay_out};
use demitasse_shared::Timestamp;
use demitasse_shared::api::{ShopChange, Submit};
use demitasse_tests::{Chance, Ordeal, unlocked, within};
use jiff::SignedDuration;
use rusqlite::Connection;

use super::day::Command;
use super::house::{Heard, House, open};
use super::state::State;

/// Commands in a day.
const COMMANDS: usize = 200;

/// Of so many operations one is a crash in a usual run; in an ordeal that somebody asked for, each.
const EACH: usize = 12;

/// Of so many bars that are opened anew one is on the system's own disk, with nothing between.
const OWN_DISK_EACH: usize = 8;

/// On a disk that forgets, how many of a hundred commands meet that.
const FORGETS: u64 = 40;

/// Commands that a story tells.
const TOLD: usize = 6;

/// What was asked, and what came of it.
struct Moment {
    what: String,
    /// Operations before it was asked, and before its answer was out.
    asked: usize,
    answered: usize,
    /// What was stored then.
    state: State,
    has_parts: bool,
    /// What was stored at each commit on the way there, where there may be several, and by each that
    /// failed.
    parts: Vec<State>,
    now: Timestamp,
}

/// A day that was lived through.
struct Day {
    moments: Vec<Moment>,
    log: Vec<Operation>,
    heard: Heard,
    /// The last change that was announced at all.
    announced: i64,
}

/// What the disk of a day is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nature {
    Good,
    /// It says yes before it has written anything down.
    Early,
    /// Now and then a sync fails, and it forgets what was to be synced.
    Forgetful,
}

/// How a disk betrays the people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Betrayal {
    /// It cannot be read, or not by the bar.
    Damaged(String),
    /// What was acknowledged is not there, or something is there by half.
    Broken(String),
    /// What was announced has never happened.
    Invented(String),
}

impl Day {
    /// Lives through a day.
    async fn live(seed: u64, commands: usize, nature: Nature) -> Self {
        let (mut house, mut chance) = (House::new(), Chance::new(seed));
        let mut moments = vec![Moment::nothing(house.now())];
        if nature == Nature::Early {
            house.disk.sync_late();
        }
        house.start().await;
        moments.push(Moment::of("the first start".to_owned(), true, 0, &house));
        for _ in 0..commands {
            house.clock.advance(pause(&mut chance));
            let board = house.bar().hub().snapshot();
            let command = Command::draw(&mut chance, &house.people, &board);
            let asked = house.disk.count();
            let is_start = matches!(command, Command::Restart);
            if nature == Nature::Forgetful && !is_start && chance.percent(FORGETS) {
                let nth = chance.below(2);
                house.disk.fall_ill(Ailment::Forgetful, nth..nth + 1);
            }
            let answer = house.ask(&command).await;
            let has_failed = !house.disk.recover().is_empty();
            let what = format!("{command:?}: {answer:?}");
            let moment = Moment::of(what, command.has_parts() || has_failed, asked, &house);
            assert!(
                answer.is_ok() || moment.state == moments[moments.len() - 1].state,
                "what was refused was kept: {}",
                moment.what
            );
            let is_fault = matches!(answer, Err(WriteError::Storage(_)));
            assert!(has_failed || !is_fault, "{}", moment.what);
            moments.push(moment);
            house.listen().await;
        }
        let announced = house.bar().hub().moment().0.0;
        let log = house.disk.log();
        house.stop().await;
        let mut day = Self { moments, log, heard: house.heard, announced };
        day.take_apart();
        day
    }

    /// Looks at each commit of what was kept piece by piece, and at what each that failed would have
    /// kept.
    fn take_apart(&mut self) {
        let mut whole = Crash::new(&self.log);
        for moment in self.moments.iter_mut().filter(|moment| moment.has_parts) {
            let synced =
                |count: &usize| matches!(self.log[*count].deed, Deed::Sync | Deed::Forget(_));
            for count in (moment.asked..moment.answered).filter(synced) {
                // Before it nothing is forgotten yet.
                whole.go_on_to(count);
                let folder = tempfile::tempdir().expect("a folder");
                // Nothing is lost where every draw is the highest.
                lay_out(&whole.now(&mut |below| below - 1), folder.path()).expect("there is room");
                moment.parts.push(State::in_folder(folder.path()).expect("it is whole"));
            }
        }
    }

    /// The last moment whose answer was out after so many operations.
    fn promised(&self, count: usize) -> usize {
        self.moments.iter().rposition(|moment| moment.answered <= count).unwrap_or(0)
    }

    /// What a disk that lost its power after so many operations owes to the people.
    fn betrayals(&self, count: usize, folder: &Path) -> Vec<Betrayal> {
        let found = match State::in_folder(folder) {
            Ok(found) => found,
            Err(why) => return vec![Betrayal::Damaged(why)],
        };
        let told = self.log.get(count).map_or(self.announced, |next| next.mark);
        let invented = self.invented(&found, folder, told);
        let invented = invented.map(|(seq, event)| Betrayal::Invented(format!("{seq}: {event}")));
        self.broken(&found, count).into_iter().chain(invented).collect()
    }

    fn broken(&self, found: &State, count: usize) -> Option<Betrayal> {
        let last = self.promised(count);
        let (before, after) = (&self.moments[last].state, self.moments.get(last + 1));
        let is_part =
            after.is_some_and(|after| *found == after.state || after.parts.contains(found));
        (found != before && !is_part).then(|| Betrayal::Broken(before.difference(found)))
    }

    /// An event that a screen had heard, and that the journal does not have. A note that was wiped
    /// since is the only thing that may differ.
    fn invented(&self, found: &State, folder: &Path, told: i64) -> Option<(i64, &str)> {
        if self.heard.range(..=told).next().is_none() || found.is_nothing() {
            return self.heard.range(..=told).next().map(|(seq, event)| (*seq, event.as_str()));
        }
        let journal = journal(folder).unwrap_or_default();
        let heard = self.heard.range(..=told);
        heard.map(|(seq, event)| (*seq, event.as_str())).find(|(seq, event)| {
            journal.get(seq).is_none_or(|data| !same_but_for_notes(event, data))
        })
    }

    /// What led to it.
    fn story(&self, seed: u64, count: usize) -> String {
        let last = self.promised(count);
        let operation = self.log.get(count).map_or("none".to_owned(), ToString::to_string);
        let mut story = vec![format!(
            "seed {seed}: the power goes after {count} of {} operations, before: {operation}",
            self.log.len()
        )];
        let told = last.saturating_sub(TOLD)..(last + 2).min(self.moments.len());
        for (number, moment) in self.moments.iter().enumerate().take(told.end).skip(told.start) {
            let out = if number <= last { "answered" } else { "under way" };
            story.push(format!("{number:4} {} {out} {}", moment.now, moment.what));
        }
        story.join("\n")
    }
}

impl Moment {
    fn nothing(now: Timestamp) -> Self {
        let what = "an empty house".to_owned();
        let (state, parts) = (State::default(), Vec::new());
        Self { what, asked: 0, answered: 0, state, has_parts: false, parts, now }
    }

    fn of(what: String, has_parts: bool, asked: usize, house: &House) -> Self {
        let (answered, state, now) = (house.disk.count(), house.state(), house.now());
        Self { what, asked, answered, state, has_parts, parts: Vec::new(), now }
    }
}

/// What led to a moment, for whoever reads that the test failed there.
struct Story(String);

#[expect(clippy::print_stdout, reason = "a test says how it failed")]
impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{}", self.0);
        }
    }
}

/// Mostly seconds, now and then minutes.
pub(crate) fn pause(chance: &mut Chance) -> SignedDuration {
    let most = if chance.percent(5) { 600 } else { 40 };
    chance.seconds(1, most).try_into().expect("it is short")
}

fn journal(folder: &Path) -> rusqlite::Result<BTreeMap<i64, String>> {
    let db = Connection::open(folder.join("demitasse.db"))?;
    db.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let mut rows = db.prepare("SELECT seq, data FROM journal")?;
    rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Whether a row's words are among those that a screen heard.
fn same_but_for_notes(event: &str, data: &str) -> bool {
    const NOTE: &str = r#","note":"for the left-handed""#;
    event.contains(data) || event.replace(NOTE, "").contains(&data.replace(NOTE, ""))
}

/// The bar opens on what is left, finds it whole, and goes on: the next guest gets the next number.
async fn goes_on(folder: &Path, now: Timestamp) {
    let clock = Clock::manual(now);
    let bar = open(folder, &clock).expect("the bar opens on what is left");
    bar.catch_up().await.expect("the disk is well");
    clock.advance(SignedDuration::from_hours(2));
    bar.catch_up().await.expect("the disk is well");
    assert_eq!(bar.facts().await.expect("it can be read").damage, None);
    let last: Option<u32> = Connection::open(folder.join("demitasse.db"))
        .and_then(|db| db.query_row("SELECT max(number) FROM orders", [], |row| row.get(0)))
        .expect("it can be read");
    assert_eq!(serve(&bar).await, Some(last.unwrap_or(0) + 1), "the next number");
    drop(bar);
    within("the data to be let go", unlocked(folder)).await;
}

async fn serve(bar: &Bar) -> Option<u32> {
    bar.set_shop(Actor::Local, ShopChange::OPEN).await.expect("it opens");
    let window = bar.hub().snapshot().window.expect("a fresh one shows");
    let guest = bar.sign_in(None, "Ana", None).await.expect("a name").guest.id;
    let place = bar.redeem(guest, &window.code).await.expect("a place");
    let submit = Submit { drink: "espresso".into(), options: Vec::new(), note: None };
    bar.submit(guest, place.id, submit).await.expect("an order").number
}

/// Cuts off a day at its operations, one after the other.
#[expect(clippy::print_stdout, reason = "a test says what it did")]
async fn cut_off(ordeal: &Ordeal, nature: Nature) {
    for seed in ordeal.seeds() {
        let day = Day::live(seed, COMMANDS, nature).await;
        let (mut chance, mut crash) = (Chance::new(!seed), Crash::new(&day.log));
        let each = if ordeal.is_asked_for() { 1 } else { EACH };
        let first = usize::try_from(seed).unwrap_or(0) % each;
        let mut cuts = 0;
        for count in (first..=day.log.len()).step_by(each) {
            crash.go_on_to(count);
            let files = crash.now(&mut |below| chance.below(below));
            let folder = tempfile::tempdir().expect("a folder");
            lay_out(&files, folder.path()).expect("there is room");
            let _told = Story(day.story(seed, count));
            let betrayals = day.betrayals(count, folder.path());
            assert!(betrayals.is_empty(), "{betrayals:#?}");
            // Mostly nobody waits for the machine's own disk to sync what nobody needs.
            let _quick = (cuts % OWN_DISK_EACH > 0).then(|| Disk::under(folder.path()));
            goes_on(folder.path(), day.moments[day.promised(count)].now).await;
            cuts += 1;
        }
        let forgot = day.log.iter().filter(|done| matches!(done.deed, Deed::Forget(_))).count();
        println!("{cuts} cuts of power among {} operations, {forgot} forgot", day.log.len());
        assert_eq!(forgot > 20, nature == Nature::Forgetful, "{forgot}");
    }
}

#[tokio::test]
async fn at_any_operation_a_cut_of_power_breaks_no_promise() {
    cut_off(&Ordeal::of("crash", 1), Nature::Good).await;
}

/// What a sync that failed has lost stays lost, whatever the disk says later: nobody builds on it.
#[tokio::test]
async fn a_disk_that_forgets_what_it_failed_to_sync_breaks_no_promise() {
    cut_off(&Ordeal::of("forgets", 1), Nature::Forgetful).await;
}

/// A deliberate bug: the bar answers, and tells the screens, before its commit is on the disk.
#[tokio::test]
async fn who_answers_or_announces_before_the_commit_is_caught() {
    let (day, mut chance) = (Day::live(7, 40, Nature::Early).await, Chance::new(7));
    let mut crash = Crash::new(&day.log);
    let mut caught = Vec::new();
    let cuts = (day.moments[1].answered..=day.log.len()).step_by(3);
    for count in cuts {
        crash.go_on_to(count);
        let files = crash.now(&mut |below| chance.below(below));
        let folder = tempfile::tempdir().expect("a folder");
        lay_out(&files, folder.path()).expect("there is room");
        caught.extend(day.betrayals(count, folder.path()));
    }
    let lost = caught.iter().filter(|betrayal| matches!(betrayal, Betrayal::Broken(_))).count();
    let invented = caught.iter().filter(|b| matches!(b, Betrayal::Invented(_))).count();
    println!("{lost} times answers were lost, {invented} times events were invented");
    assert!(invented > 0, "events were announced that never happened");
    assert!(lost > 0, "answers were given that were not kept");
}
