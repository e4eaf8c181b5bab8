//! What is on, in memory: every page shows it, and it changes a few times a day.

use std::sync::{Arc, Mutex, PoisonError};

use demitasse_shared::ids::Seq;
use demitasse_shared::menu::Menu;

use super::Bar;
use crate::domain::menu::word;
use crate::storage::{self, StorageError};

/// What is on, with what is reckoned from it once.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// The menu.
    pub menu: Arc<Menu>,
    /// The menu's word.
    pub word: Arc<str>,
}

/// The card as it was read last. Clones hold the same one.
#[derive(Clone, Debug, Default)]
pub(super) struct CardHolder(Arc<Mutex<Option<Held>>>);

/// A card, and the last change of the menu that had been told when it was read.
#[derive(Debug)]
struct Held {
    told: Seq,
    card: Card,
}

impl CardHolder {
    /// The card, unless the menu has changed since.
    fn show(&self, told: Seq) -> Option<Card> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().filter(|held| held.told == told).map(|held| held.card.clone())
    }

    fn hold(&self, told: Seq, card: Card) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Held { told, card });
    }
}

impl Bar {
    /// What is on.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn menu(&self) -> Result<Arc<Menu>, StorageError> {
        Ok(self.card().await?.menu)
    }

    /// The same, with its word. Nobody who has heard of a change reads what was before it: changes
    /// are told once they are on the disk, so what is read now is at least as new as the last told.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn card(&self) -> Result<Card, StorageError> {
        let told = self.hub.stock_changed();
        if let Some(card) = self.card.show(told) {
            return Ok(card);
        }
        let menu = self.readers.read(storage::bar::menu).await?.unwrap_or_default();
        let card = Card { word: word(&menu).into(), menu: Arc::new(menu) };
        self.card.hold(told, card.clone());
        Ok(card)
    }
}
