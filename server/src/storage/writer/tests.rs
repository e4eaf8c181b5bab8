//! The order of commit, announcement and answer, held against a disk that loses its power; and the
//! two wrong orders, which must be caught.

use std::sync::{Mutex, PoisonError};

use demitasse_disk::{Crash, Disk, Operation, lay_out};
use rusqlite::Connection;

use super::*;
use crate::domain::event::{Actor, Event};
use crate::storage::Storage;

/// Changes that are asked for, one after the other.
const CHANGES: usize = 8;

/// When people hear of a change: after the commit, as it must be, or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Right,
    AnnouncesFirst,
    AnswersFirst,
}

/// Places in the journal, each with how much had been done on the disk when somebody heard of it.
type Heard = Arc<Mutex<Vec<(i64, usize)>>>;

/// Stands where the live hub does.
struct Ears {
    order: Order,
    disk: Disk,
    announced: Heard,
    answered: Heard,
}

fn note(heard: &Heard, committed: &[Committed], count: usize) {
    let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
    heard.extend(committed.iter().map(|change| (change.seq.0, count)));
}

impl Publish for Ears {
    fn publish(&mut self, committed: Vec<Committed>) {
        match self.order {
            Order::AnnouncesFirst => {}
            Order::AnswersFirst => note(&self.announced, &committed, self.disk.count()),
            Order::Right => {
                note(&self.announced, &committed, self.disk.count());
                note(&self.answered, &committed, self.disk.count());
            }
        }
    }

    fn too_early(&mut self, uncommitted: &[Committed]) -> bool {
        match self.order {
            Order::Right => {}
            Order::AnnouncesFirst => note(&self.announced, uncommitted, self.disk.count()),
            Order::AnswersFirst => note(&self.answered, uncommitted, self.disk.count()),
        }
        self.order == Order::AnswersFirst
    }
}

/// How many answers and announcements were out while what they say could still be lost.
async fn broken_words(order: Order) -> (usize, usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::under(folder.path());
    let (announced, answered) = (Heard::default(), Heard::default());
    let ears = Ears {
        order,
        disk: disk.clone(),
        announced: Arc::clone(&announced),
        answered: Arc::clone(&answered),
    };
    let clock = Clock::manual("2022-10-14T08:00:00Z".parse().expect("a time"));
    let storage = Storage::open(folder.path()).expect("a fresh bar");
    let (writer, _readers) = storage.start(clock, ears).expect("a writer");
    // One more, so that the last that counts is through.
    for _ in 0..=CHANGES {
        let sign = |change: &mut Change<'_>| {
            Ok(change.record(Event::noted("guest_signed_in", Actor::Bar))?)
        };
        writer.write(sign).await.expect("the disk is well");
    }
    let heard = |heard: &Heard| heard.lock().unwrap_or_else(PoisonError::into_inner).clone();
    // The log last: what was heard stands in it, whatever the writer does meanwhile.
    let (answered, announced) = (heard(&answered), heard(&announced));
    let log = disk.log();
    (lost(&log, &answered), lost(&log, &announced))
}

/// How often somebody had heard of a change that a cut of power would have taken.
fn lost(log: &[Operation], heard: &[(i64, usize)]) -> usize {
    let mut crash = Crash::new(log);
    let mut lost = 0;
    for (seq, count) in heard {
        crash.go_on_to(*count);
        let folder = tempfile::tempdir().expect("a folder");
        lay_out(crash.lasting(), folder.path()).expect("there is room");
        let db = Connection::open(folder.path().join("demitasse.db")).expect("a database");
        let kept: Option<i64> = db
            .query_row("SELECT max(seq) FROM journal", [], |row| row.get(0))
            .expect("it is whole");
        lost += usize::from(kept.is_none_or(|kept| kept < *seq));
    }
    lost
}

#[tokio::test]
async fn people_hear_of_what_is_on_the_disk() {
    assert_eq!(broken_words(Order::Right).await, (0, 0));
}

/// Two deliberate bugs.
#[tokio::test]
async fn who_speaks_before_the_commit_is_caught() {
    let (answers, announcements) = broken_words(Order::AnnouncesFirst).await;
    assert!(answers == 0 && announcements >= CHANGES, "{announcements}");
    let (answers, announcements) = broken_words(Order::AnswersFirst).await;
    assert!(answers >= CHANGES && announcements == 0, "{answers}");
}
