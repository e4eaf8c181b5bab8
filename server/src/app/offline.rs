//! Changes while no server runs: the same decisions, written by the command itself.

use demitasse_shared::Timestamp;
use rusqlite::Connection;

use crate::clock::Clock;
use crate::domain::event::Event;
use crate::storage::{Answer, Storage, StorageError, journal};

/// Does one change in a transaction of its own, with its row of the journal where it has one.
///
/// # Errors
/// Whatever the work comes to; then nothing is kept.
pub(super) fn offline<T>(
    storage: &mut Storage,
    clock: &Clock,
    work: impl FnOnce(&Connection, Timestamp) -> Answer<(T, Option<Event>)>,
) -> Answer<T> {
    if let Some(last) = storage.last_moment()? {
        clock.not_before(last);
    }
    let now = clock.now();
    let transaction = storage.connection().transaction()?;
    let (value, event) = work(&transaction, now)?;
    if let Some(event) = event {
        let data = serde_json::to_string(&event.live)
            .map_err(|error| StorageError::Stored(error.to_string()))?;
        journal::append(&transaction, now, &event, &data)?;
    }
    transaction.commit()?;
    Ok(value)
}
