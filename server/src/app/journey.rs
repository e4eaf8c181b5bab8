//! An order's journey: for its own guest, and for whoever has the link.

use demitasse_shared::ids::OrderId;
use demitasse_shared::journey::{Journey, JourneyStep, Milestone};
use demitasse_shared::order::{Chosen, OrderState};
use rusqlite::Connection;

use super::{Bar, Reader};
use crate::domain::Refusal;
use crate::secret::{self, Purpose};
use crate::storage::{Answer, StorageError, journal, orders};

/// Bytes of a shared word that cannot be guessed: 80 bits.
const SHARE_BYTES: usize = 10;

impl Bar {
    /// An order's own timeline. Baristas' names are in it where the bar shows them.
    ///
    /// # Errors
    /// `not_found` where there is no such order, or it is somebody else's.
    pub async fn journey(&self, reader: Reader, id: OrderId) -> Answer<Journey> {
        let names = self.venue.barista_names;
        let found = self.readers.read(move |db| {
            let record = orders::get(db, id)?;
            let may_see = |guest| reader == Reader::Screen || Some(reader) == guest;
            let own = record.is_some_and(|record| may_see(record.guest.map(Reader::Guest)));
            if own { journey_of(db, id, names) } else { Ok(None) }
        });
        let mut journey = found.await?.ok_or_else(Refusal::no_such_order)?;
        if matches!(reader, Reader::Guest(_)) {
            journey.share = Some(self.share_path(id));
        }
        Ok(journey)
    }

    /// The address, without the host, at which anybody may see an order's journey. Nothing is
    /// stored for it; the word in it cannot be guessed from the order's id.
    pub fn share_path(&self, id: OrderId) -> String {
        format!("/j/{id}-{}", self.share_token(id))
    }

    /// What anybody who has the link may see: number, drink and times. `word` is what stands in the
    /// address after `/j/`.
    ///
    /// # Errors
    /// `not_found` where it is no such word.
    pub async fn shared_journey(&self, word: &str) -> Answer<Journey> {
        let id = self.shared_order(word).ok_or_else(Refusal::no_such_order)?;
        let found = self.readers.read(move |db| journey_of(db, id, false));
        Ok(found.await?.ok_or_else(Refusal::no_such_order)?)
    }

    fn share_token(&self, id: OrderId) -> String {
        let hash = self.key.hash(Purpose::Share, &id.to_string());
        demitasse_shared::code::encode(&hash[..SHARE_BYTES])
    }

    /// The order that a shared word stands for.
    fn shared_order(&self, word: &str) -> Option<OrderId> {
        let (id, token) = word.split_once('-')?;
        let id = id.parse().ok().map(OrderId)?;
        let typed = token.to_ascii_uppercase();
        secret::equal(typed, self.share_token(id)).then_some(id)
    }
}

/// Reads order and journal in one transaction, so that they belong together.
fn journey_of(db: &Connection, id: OrderId, names: bool) -> Result<Option<Journey>, StorageError> {
    let together = db.unchecked_transaction()?;
    let Some(record) = orders::get(&together, id)? else { return Ok(None) };
    let steps = journal::about(&together, id)?.into_iter().filter_map(|row| {
        let kind = Milestone::from_event_kind(&row.kind)?;
        let in_hand = names && row.order.state == OrderState::Making;
        let by = row.order.barista.filter(|_| in_hand);
        Some(JourneyStep { kind, at: row.at, by })
    });
    let order = record.order;
    Ok(Some(Journey {
        number: order.number,
        state: order.state,
        chosen: order.chosen.map(|chosen| Chosen { note: None, ..chosen }),
        ended_by: order.ended_by,
        steps: steps.collect(),
        share: None,
    }))
}
