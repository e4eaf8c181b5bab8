//! Backups: one now, and those that the server makes by itself.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::backup::{
    BackupFault, BackupKnown, BackupMade, BackupSchedule, Backups, NewBackup,
};
use demitasse_shared::ids::Seq;
use jiff::tz::TimeZone;
use rusqlite::Connection;

use super::Bar;
use crate::clock::Clock;
use crate::domain::order::after;
use crate::storage::backup::BackupError;
use crate::storage::backup_files::{self, Target, disk};
use crate::storage::care::{self, LastBackup};
use crate::storage::{Contents, Storage, StorageError, WriteError, journal};

/// The folder beside the data for backups that were asked for without a place.
const USUAL_FOLDER: &str = "backups";

/// The longest wait before a backup that failed is tried again: a stick that is plugged in again is
/// used again.
const RETRY_SECONDS: u32 = 10;

/// What the server does by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupPlan {
    /// The folder.
    pub to: PathBuf,
    /// How far backups are apart.
    pub every: Duration,
    /// How many stay.
    pub keep: u32,
}

/// How the bar's backups go. Clones are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Backing {
    /// Held while one is made: two at once would only be slower.
    one: Arc<tokio::sync::Mutex<()>>,
    schedule: Arc<Mutex<Option<BackupSchedule>>>,
}

impl Backing {
    fn schedule(&self) -> MutexGuard<'_, Option<BackupSchedule>> {
        self.schedule.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes how a round went, and says it where that is news.
    fn note(&self, now: Timestamp, outcome: Result<(), BackupError>) {
        let mut schedule = self.schedule();
        let Some(schedule) = &mut *schedule else { return };
        match outcome {
            Ok(()) => {
                schedule.fresh_at = Some(now);
                if schedule.failing.take().is_some() {
                    tracing::warn!("backups are made again, at {}", schedule.to);
                }
            }
            Err(error) => {
                let since = schedule.failing.as_ref().map(|fault| fault.since);
                if since.is_none() {
                    tracing::warn!("no backup: {error}. It is tried again until it works");
                }
                let why = error.to_string();
                schedule.failing = Some(BackupFault { since: since.unwrap_or(now), why });
            }
        }
    }
}

/// Makes a backup of the data that a connection is open on; the caller remembers it.
fn make(
    db: &Connection,
    new: &NewBackup,
    zone: TimeZone,
    now: Timestamp,
) -> Result<BackupMade, BackupError> {
    let data = db.path().map(Path::new).and_then(Path::parent).unwrap_or(Path::new(""));
    let to = new.to.as_ref().map_or_else(|| data.join(USUAL_FOLDER), PathBuf::from);
    let target = Target::of(to);
    if new.only_changed
        && let Some(fresh) = unchanged(db, &target)?
    {
        let contents = Contents::read(db)?;
        return Ok(BackupMade { unchanged: true, ..told(data, fresh.file, &contents, fresh.at)? });
    }
    let (file, contents) = backup_files::make(db, &target, &now.to_zoned(zone))?;
    if let (Target::Folder(folder), Some(keep)) = (&target, new.keep) {
        let keep = usize::try_from(keep.max(1)).unwrap_or(usize::MAX);
        backup_files::prune(folder, &care::mark(db)?, keep)?;
    }
    told(data, file, &contents, now)
}

/// The place's last backup, where it stands there still and nothing has happened since.
fn unchanged(db: &Connection, target: &Target) -> Result<Option<LastBackup>, StorageError> {
    let last = journal::last(db)?.map_or_else(Seq::default, |(seq, _)| seq);
    let known = care::places(db)?.into_iter().map(|(_, backup)| backup);
    let mut fresh = known.filter(|backup| backup.seq == last && backup.file.is_file());
    Ok(fresh.find(|backup| match target {
        Target::Folder(folder) => backup.file.parent() == Some(folder),
        Target::File(file) => backup.file == *file,
    }))
}

fn told(
    data: &Path,
    file: PathBuf,
    contents: &Contents,
    at: Timestamp,
) -> Result<BackupMade, BackupError> {
    let found = std::fs::metadata(&file);
    let bytes = match found {
        Ok(found) => found.len(),
        Err(source) => return Err(BackupError::Place { path: file, source }),
    };
    let same_disk = disk(&file).is_some() && disk(&file) == disk(data);
    let (seq, orders) = (contents.seq, contents.orders());
    let file = file.to_string_lossy().into_owned();
    Ok(BackupMade { file, at, seq, orders, bytes, same_disk, unchanged: false })
}

/// Keeps in mind where a backup went.
fn remember(db: &Connection, new: &NewBackup, made: &BackupMade) -> Result<(), StorageError> {
    let file = PathBuf::from(&made.file);
    let names_file = new.to.as_ref().is_some_and(|to| *to == made.file);
    let place = file.parent().filter(|_| !names_file).unwrap_or(&file);
    let backup = LastBackup { file: file.clone(), at: made.at, seq: made.seq };
    care::put_backup(db, place, &backup)
}

/// Makes a backup while no server runs.
///
/// # Errors
/// Why there is none.
pub fn back_up_offline(
    storage: &mut Storage,
    clock: &Clock,
    zone: TimeZone,
    new: &NewBackup,
) -> Result<BackupMade, BackupError> {
    if let Some(last) = storage.last_moment()? {
        clock.not_before(last);
    }
    let db = storage.connection();
    let made = make(db, new, zone, clock.now())?;
    remember(db, new, &made)?;
    Ok(made)
}

impl Bar {
    /// Makes a backup while the bar goes on.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn back_up(&self, new: NewBackup) -> Result<BackupMade, BackupError> {
        let bar = self.clone();
        // To its end, even where nobody waits for the answer any more: it is remembered then, too.
        let backing = tokio::spawn(async move { bar.back_up_now(new).await });
        backing.await.unwrap_or_else(|_broke_off| Err(StorageError::BrokenOff.into()))
    }

    async fn back_up_now(&self, new: NewBackup) -> Result<BackupMade, BackupError> {
        let _one = self.backups.one.lock().await;
        let (zone, now) = (self.venue.zone.clone(), self.now());
        let asked = new.clone();
        let made = self.readers.read(move |db| Ok(make(db, &asked, zone, now))).await??;
        if !made.unchanged {
            let known = made.clone();
            let kept =
                self.writer.write(move |change| Ok(remember(change.connection(), &new, &known)?));
            kept.await.map_err(|error| match error {
                WriteError::Storage(fault) => fault,
                WriteError::Refused(refusal) => StorageError::Stored(refusal.to_string()),
            })?;
        }
        Ok(made)
    }

    /// How safe the data are.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn backups(&self) -> Result<Backups, StorageError> {
        let known = self.readers.read(|db| Ok((care::last_backup(db)?, journal::last(db)?)));
        let (last, now) = known.await?;
        let seq = now.map_or(0, |(seq, _)| seq.0);
        let last = last.map(|last| BackupKnown {
            file: last.file.to_string_lossy().into_owned(),
            at: last.at,
            seq: last.seq,
            behind: u64::try_from(seq - last.seq.0).unwrap_or_default(),
        });
        Ok(Backups { last, schedule: self.backups.schedule().clone() })
    }

    /// Makes backups as planned, until the future is dropped.
    pub async fn keep_backups(&self, plan: Option<BackupPlan>) {
        let Some(plan) = plan else { return std::future::pending().await };
        let seconds = u32::try_from(plan.every.as_secs()).unwrap_or(u32::MAX);
        *self.backups.schedule() = Some(BackupSchedule {
            to: plan.to.to_string_lossy().into_owned(),
            every_seconds: seconds.into(),
            keep: plan.keep,
            fresh_at: None,
            failing: None,
        });
        let mut place = None;
        loop {
            let outcome = self.scheduled(&plan, &mut place).await;
            let wait = if outcome.is_ok() { seconds } else { seconds.min(RETRY_SECONDS) };
            let now = self.now();
            self.backups.note(now, outcome);
            self.clock.wait_until(after(now, wait)).await;
        }
    }

    /// One round. `place` is the disk that the last one went to: where a stick was pulled out, its
    /// empty place must not fill the laptop's own disk.
    async fn scheduled(
        &self,
        plan: &BackupPlan,
        place: &mut Option<u64>,
    ) -> Result<(), BackupError> {
        let own = self.readers.read(|db| Ok(db.path().and_then(|path| disk(Path::new(path)))));
        if !is_there(&plan.to, *place, own.await?) {
            return Err(BackupError::Gone(plan.to.clone()));
        }
        let to = Some(plan.to.to_string_lossy().into_owned());
        self.back_up(NewBackup { to, keep: Some(plan.keep), only_changed: true }).await?;
        *place = disk(&plan.to);
        Ok(())
    }
}

/// Whether a plan's place may be used: the disk that it was on, or another one that somebody plugged
/// in since, but not the data's own one in its stead.
fn is_there(to: &Path, before: Option<u64>, own: Option<u64>) -> bool {
    if before.is_none() {
        return true;
    }
    match disk(to) {
        Some(now) => Some(now) == before || Some(now) != own,
        // A stick without that folder, where the last one had it.
        None => to.parent().and_then(disk).is_some_and(|now| Some(now) != own),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_the_datas_own_disk_is_refused_in_a_sticks_stead() {
        let folder = tempfile::tempdir().expect("a folder");
        let (here, missing) = (folder.path().to_owned(), folder.path().join("missing"));
        let disk = disk(&here).expect("this system numbers disks");
        let (same, other) = (Some(disk), Some(disk.wrapping_add(1)));
        assert!(is_there(&here, None, same), "nothing is known at first");
        assert!(is_there(&here, same, same), "it was there before");
        assert!(!is_there(&here, other, same), "the stick was pulled out");
        assert!(is_there(&here, other, other), "a stick was plugged in after the first round");
        assert!(!is_there(&missing, same, same), "its folder is gone");
        assert!(is_there(&missing, other, other), "another stick is there, without the folder");
    }
}
