//! What the doctor wants to know of the data.

use demitasse_shared::Timestamp;
use demitasse_shared::device::PairedDevice;
use demitasse_shared::ids::Seq;
use demitasse_shared::menu::Menu;
use rusqlite::Connection;

use super::Bar;
use crate::storage::care::{self, LastBackup};
use crate::storage::{StorageError, bar, check, devices, journal};

/// What the data say about the bar's fitness.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What is on, once the bar was opened.
    pub menu: Option<Menu>,
    /// The devices that were not revoked.
    pub devices: Vec<PairedDevice>,
    /// The journal's last change.
    pub last: Option<(Seq, Timestamp)>,
    /// The last backup, wherever it went.
    pub backup: Option<LastBackup>,
    /// What SQLite finds wrong with the file.
    pub damage: Option<String>,
}

impl Facts {
    /// Reads them.
    ///
    /// # Errors
    /// Where the database says no.
    pub fn read(db: &Connection) -> Result<Self, StorageError> {
        Ok(Self {
            menu: bar::menu(db)?,
            devices: devices::list(db)?,
            last: journal::last(db)?,
            backup: care::last_backup(db)?,
            damage: check::damage(db)?,
        })
    }
}

impl Bar {
    /// What the data say about the bar's fitness.
    ///
    /// # Errors
    /// Where the database says no.
    pub async fn facts(&self) -> Result<Facts, StorageError> {
        let facts = self.readers.read(Facts::read).await?;
        // Who listens right now is known here alone.
        Ok(Facts { devices: self.devices().await?, ..facts })
    }
}
