//! The venue's list of badges.

use demitasse_shared::api::BadgesTaken;
use rusqlite::Connection;

use super::Bar;
use super::badge_list::read_badges;
use crate::domain::event::{Actor, Event};
use crate::domain::{Refusal, identity};
use crate::secret::{Key, Purpose};
use crate::storage::{Answer, Storage, StorageError, WriteError, badges, keys};

/// Takes over a list of badges in place of the last one, and says whether the bar has one now.
/// Nothing is taken over where no list is given.
///
/// # Errors
/// Where the database says no.
pub fn import_badges(storage: &mut Storage, list: Option<&[String]>) -> Result<bool, StorageError> {
    if let Some(list) = list {
        take_over_at_once(storage, list)?;
    }
    badges::any(storage.connection())
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
    let codes = list.iter().filter_map(|code| identity::badge(code).ok());
    badges::replace(connection, codes.map(|code| key.hash(Purpose::Badge, &code)).collect())
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
