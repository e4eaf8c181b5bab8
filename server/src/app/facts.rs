//! What the doctor wants to know of the data.

use demitasse_shared::Timestamp;
use demitasse_shared::menu::Menu;
use rusqlite::Connection;

use super::Bar;
use crate::storage::devices::{self, Device};
use crate::storage::{StorageError, bar, check, journal};

/// What the data say about the bar's fitness.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What is on, once the bar was opened.
    pub menu: Option<Menu>,
    /// The devices that were not revoked.
    pub devices: Vec<Device>,
    /// The journal's last moment.
    pub last: Option<Timestamp>,
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
            devices: devices::all(db)?.into_iter().map(|(_, device)| device).collect(),
            last: journal::last(db)?.map(|(_, at)| at),
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
        self.readers.read(Facts::read).await
    }
}
