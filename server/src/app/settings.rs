//! The rules, changed while the bar runs.

use demitasse_shared::live::LiveEvent;
use demitasse_shared::settings::Settings;

use super::Bar;
use crate::domain::Refusal;
use crate::domain::event::{Actor, Event};
use crate::storage::{Answer, StorageError, bar, windows};

impl Bar {
    /// The rules.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn settings(&self) -> Result<Settings, StorageError> {
        self.readers.read(|db| Ok(bar::get(db, "")?.settings)).await
    }

    /// Changes the rules. The window on show gives the new number of drinks at once, though never
    /// fewer than it gave already; its length stays until it turns.
    ///
    /// # Errors
    /// `invalid_request` where a number is out of its bounds.
    pub async fn set_settings(&self, actor: Actor, settings: Settings) -> Answer<Settings> {
        settings.check().map_err(|fault| Refusal::invalid(format!("{fault}.")))?;
        let bar = self.clone();
        self.writer
            .write(move |change| {
                let db = change.connection();
                if bar::get(db, "")?.settings == settings {
                    return Ok(settings);
                }
                bar::put_settings(db, &settings)?;
                change.record(Event::bar(
                    "settings_changed",
                    actor,
                    LiveEvent::Settings { settings },
                ))?;
                let state = bar::get(change.connection(), "")?;
                if let Some(mut window) = bar.turn(change, &state)?
                    && window.drinks != settings.window_drinks
                {
                    window.drinks = settings.window_drinks.max(window.taken).max(1);
                    windows::update(change.connection(), &window)?;
                    bar.tell_window(change, "window_resized", actor, Some(&window))?;
                }
                Ok(settings)
            })
            .await
    }
}
