//! The venue's list of badges.

use demitasse_shared::api::BadgesTaken;
use rusqlite::Connection;

use super::Bar;
use super::badge_list::read_badges;
use crate::domain::event::{Actor, Event};
use crate::domain::{Refusal, identity};
use crate::secret::{Key, Purpose};
use crate::storage::{Answer, Storage, StorageError, WriteError, badges, keys};

/// Takes over a bar's first list of badges, and says whether the bar has one now. A list that is
/// there already stays: it may have been taken over while the bar served, and be newer than the
/// file.
///
/// # Errors
/// Where the database says no.
pub fn import_badges(storage: &mut Storage, list: Option<&[String]>) -> Result<bool, StorageError> {
    let Some(list) = list else { return badges::any(storage.connection()) };
    if badges::any(storage.connection())? {
        tell_of_another(storage.connection(), list)?;
    } else {
        take_over_at_once(storage, list)?;
    }
    badges::any(storage.connection())
}

fn tell_of_another(connection: &Connection, list: &[String]) -> Result<(), StorageError> {
    let key = keys::own(connection)?;
    if !badges::is_same(connection, hashes(&key, list))? {
        tracing::warn!(
            "the bar has a list of badges already, and the file of --badges is another one: it is \
             not taken over. `demitasse staff badges FILE` does that at any time"
        );
    }
    Ok(())
}

/// Takes over a list's file where no server runs.
///
/// # Errors
/// `invalid_request` where it is no list, or an empty one.
pub fn import_offline(storage: &mut Storage, file: &[u8]) -> Answer<BadgesTaken> {
    Ok(take_over_at_once(storage, &read(file)?)?)
}

fn take_over_at_once(storage: &mut Storage, list: &[String]) -> Result<BadgesTaken, StorageError> {
    let together = storage.connection().transaction()?;
    let key = keys::own(&together)?;
    let taken = take_over(&together, &key, list)?;
    together.commit()?;
    Ok(taken)
}

fn take_over(
    connection: &Connection,
    key: &Key,
    list: &[String],
) -> Result<BadgesTaken, StorageError> {
    badges::replace(connection, hashes(key, list))
}

/// A list as it is kept.
fn hashes(key: &Key, list: &[String]) -> impl Iterator<Item = [u8; 32]> {
    let codes = list.iter().filter_map(|code| identity::badge(code).ok());
    codes.map(move |code| key.hash(Purpose::Badge, &code))
}

fn read(file: &[u8]) -> Result<Vec<String>, Refusal> {
    let list = read_badges(file).map_err(|bad| Refusal::invalid(format!("No list: {bad}.")))?;
    if list.iter().all(|code| identity::badge(code).is_err()) {
        return Err(Refusal::invalid("No codes stand in the file's first column."));
    }
    Ok(list)
}

impl Bar {
    /// Takes over a list of badges in place of the last one, while the bar serves. Who is not on it
    /// any more cannot sign in anew.
    ///
    /// # Errors
    /// `invalid_request` where it is no list, or an empty one.
    pub async fn take_badges(&self, actor: Actor, file: &[u8]) -> Answer<BadgesTaken> {
        let (key, list) = (self.key.clone(), read(file)?);
        self.writer
            .write(move |change| {
                let taken = take_over(change.connection(), &key, &list)?;
                change.record(Event::noted("badges_changed", actor))?;
                Ok::<_, WriteError>(taken)
            })
            .await
    }
}
