//! What the doctor wants to know of the data.

use demitasse_shared::Timestamp;
use demitasse_shared::backup::BackupFault;
use demitasse_shared::device::PairedDevice;
use demitasse_shared::ids::Seq;
use demitasse_shared::menu::Menu;
use rusqlite::Connection;

use super::Bar;
use crate::sender::{Sender, Sent};
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
    /// Whether that backup is still where it was made.
    pub has_backup_file: bool,
    /// Why the backups that the bar makes by itself fail, while they do. An open bar knows.
    pub backup_fault: Option<BackupFault>,
    /// How the last message with a code, or the last test, was sent. An open bar knows.
    pub sent: Option<Sent>,
    /// What SQLite finds wrong with the file.
    pub damage: Option<String>,
}

impl Facts {
    /// Reads them.
    ///
    /// # Errors
    /// Where the database says no.
    pub fn read(db: &Connection) -> Result<Self, StorageError> {
        let backup = care::last_backup(db)?;
        Ok(Self {
            menu: bar::menu(db)?,
            devices: devices::list(db)?,
            last: journal::last(db)?,
            has_backup_file: backup.as_ref().is_some_and(|backup| backup.file.is_file()),
            backup,
            backup_fault: None,
            sent: None,
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
        // Who listens right now, and how backups and messages go, is known here alone.
        let schedule = self.backups().await?.schedule;
        Ok(Facts {
            devices: self.devices().await?,
            backup_fault: schedule.and_then(|schedule| schedule.failing),
            sent: self.sender.as_ref().and_then(Sender::last),
            ..facts
        })
    }
}
