//! The venue's list of badges.

use crate::domain::identity;
use crate::secret::Purpose;
use crate::storage::{Storage, StorageError, badges, keys};

/// Takes over a list of badges in place of the last one, and says whether the bar has one now.
/// Nothing is taken over where no list is given.
///
/// # Errors
/// Where the database says no.
pub fn import_badges(storage: &mut Storage, list: Option<&[String]>) -> Result<bool, StorageError> {
    let connection = storage.connection();
    let key = keys::own(connection)?;
    if let Some(list) = list {
        let codes = list.iter().filter_map(|code| identity::badge(code).ok());
        let hashes = codes.map(|code| key.hash(Purpose::Badge, &code));
        badges::replace(connection, hashes)?;
    }
    badges::any(connection)
}
