//! What is on, in memory: every page shows it, and it changes a few times a day.

use std::sync::{Arc, Mutex, PoisonError};

use demitasse_shared::ids::Seq;
use demitasse_shared::menu::Menu;

use super::Bar;
use crate::storage::{self, StorageError};

/// The menu as it was read last. Clones are the same card.
#[derive(Clone, Debug, Default)]
pub(super) struct Card(Arc<Mutex<Read>>);

/// A menu, and the last change of it that had been told when it was read.
#[derive(Debug, Default)]
struct Read {
    told: Option<Seq>,
    menu: Arc<Menu>,
}

impl Card {
    /// The menu, unless it has changed since.
    fn read(&self, told: Seq) -> Option<Arc<Menu>> {
        let read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (read.told == Some(told)).then(|| Arc::clone(&read.menu))
    }

    fn write(&self, told: Seq, menu: &Arc<Menu>) {
        let mut read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *read = Read { told: Some(told), menu: Arc::clone(menu) };
    }
}

impl Bar {
    /// What is on. Nobody who has heard of a change reads what was before it: changes are told once
    /// they are on the disk, so what is read now is at least as new as the last one told.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn menu(&self) -> Result<Arc<Menu>, StorageError> {
        let told = self.hub.stock_changed();
        if let Some(menu) = self.card.read(told) {
            return Ok(menu);
        }
        let menu = self.readers.read(storage::bar::menu).await?;
        let menu = Arc::new(menu.unwrap_or_default());
        self.card.write(told, &menu);
        Ok(menu)
    }
}
