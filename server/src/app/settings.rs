//! The rules, changed while the bar runs.

use demitasse_shared::live::LiveEvent;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::ShopState;

use super::Bar;
use crate::clock::Clock;
use crate::domain::Refusal;
use crate::domain::event::{Actor, Event};
use crate::domain::order::lapses_at;
use crate::storage::{Answer, Change, Storage, StorageError, WriteError, bar, journal, orders};

/// The rules while no server runs; none before the bar was opened for the first time.
///
/// # Errors
/// Where the database says no.
pub fn settings_offline(storage: &mut Storage) -> Result<Option<Settings>, StorageError> {
    let db = storage.connection();
    if bar::menu(db)?.is_none() { Ok(None) } else { bar::settings(db).map(Some) }
}

/// Changes the rules while no server runs. A window that still shows goes on as it was until it
/// turns: nobody is there to tell the screens.
///
/// # Errors
/// `invalid_request` where a number is out of its bounds.
pub fn set_settings_offline(
    storage: &mut Storage,
    clock: &Clock,
    settings: Settings,
) -> Answer<Settings> {
    settings.check().map_err(|fault| Refusal::invalid(format!("{fault}.")))?;
    if let Some(last) = storage.last_moment()? {
        clock.not_before(last);
    }
    let event = changed(Actor::Local, settings);
    let data = serde_json::to_string(&event.live)
        .map_err(|error| StorageError::Stored(error.to_string()))?;
    let transaction = storage.connection().transaction()?;
    if bar::settings(&transaction)? == settings {
        return Ok(settings);
    }
    bar::put_settings(&transaction, &settings)?;
    for record in orders::ready(&transaction)? {
        orders::put_lapse(&transaction, record.order.id, lapses_at(&record.order, &settings))?;
    }
    journal::append(&transaction, clock.now(), &event, &data)?;
    transaction.commit().map_err(WriteError::from)?;
    Ok(settings)
}

fn changed(actor: Actor, settings: Settings) -> Event {
    Event::bar("settings_changed", actor, LiveEvent::Settings { settings })
}

impl Bar {
    /// The rules.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn settings(&self) -> Result<Settings, StorageError> {
        self.readers.read(bar::settings).await
    }

    /// Changes the rules. The window on show gives the new number of drinks at once, though never
    /// fewer than it gave already; its length stays until it turns.
    ///
    /// # Errors
    /// `invalid_request` where a number is out of its bounds.
    pub async fn set_settings(&self, actor: Actor, settings: Settings) -> Answer<Settings> {
        settings.check().map_err(|fault| Refusal::invalid(format!("{fault}.")))?;
        let bar = self.clone();
        let write = move |change: &mut Change<'_>| bar.set_settings_now(change, actor, settings);
        self.writer.write_first(write).await
    }

    pub(super) fn set_settings_now(
        &self,
        change: &mut Change<'_>,
        actor: Actor,
        settings: Settings,
    ) -> Answer<Settings> {
        if change.bar(&self.venue.name)?.settings == settings {
            return Ok(settings);
        }
        change.put_settings(&settings)?;
        change.record(changed(actor, settings))?;
        self.resize(change, actor, &settings)?;
        self.reckon_ready(change, &settings)?;
        Ok(settings)
    }

    /// Gives the window that this moment belongs to its new number of drinks, shown or not.
    fn resize(&self, change: &mut Change<'_>, actor: Actor, settings: &Settings) -> Answer<()> {
        let now = change.now();
        let last = change.last_window()?.filter(|last| last.shows(now));
        let Some(mut window) = last else { return Ok(()) };
        let drinks = settings.window_drinks.max(window.taken).max(1);
        if window.drinks == drinks {
            return Ok(());
        }
        window.drinks = drinks;
        change.update_window(&window)?;
        if change.bar(&self.venue.name)?.shop.state == ShopState::Open {
            self.tell_window(change, "window_resized", actor, Some(&window))?;
        }
        Ok(())
    }

    /// Reckons anew when the numbers on the counter leave the monitor.
    fn reckon_ready(&self, change: &mut Change<'_>, settings: &Settings) -> Answer<()> {
        for record in orders::ready(change.connection())? {
            let lapse = lapses_at(&record.order, settings);
            orders::put_lapse(change.connection(), record.order.id, lapse)?;
            self.wake_by(lapse);
        }
        Ok(())
    }
}
