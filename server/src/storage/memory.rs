//! What the writer's thread remembers of the database: what each request would ask for anew, and
//! what would cost the more the longer the queue or the day is.
//!
//! The writer alone changes these rows, so that it can know them without looking. A request reads
//! and writes them through [`Change`], which keeps row and memory together. Where a request that
//! has written something is taken back, or a commit fails, all of it is forgotten and read anew:
//! there is nothing to undo, and nothing to get wrong by undoing it. The histories in
//! `app/histories.rs` hold the memory against the database after all that can happen.

use std::sync::Arc;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::Shop;

use super::bar::{self, Bar};
use super::{Change, StorageError, orders, windows};
use crate::domain::code::{WindowId, WindowRecord};
use crate::domain::order::{Day, OrderRecord};
use crate::secret;

/// Each part is there once somebody has asked for it.
#[derive(Debug, Default)]
pub(super) struct Memory {
    bar: Option<Arc<Bar>>,
    menu: Option<Arc<Menu>>,
    /// The window that began last, where any did.
    #[expect(clippy::option_option, reason = "whether it was asked for, and whether there is one")]
    last_window: Option<Option<WindowRecord>>,
    next_order: Option<OrderId>,
    /// The next number of the day that was asked for last.
    next_number: Option<(Day, u32)>,
    /// Orders alive in the whole bar.
    alive: Option<u32>,
}

impl Memory {
    /// Forgets everything: the database is asked again.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Follows an order from what it was to what it is.
    fn follow(&mut self, before: Option<&OrderRecord>, after: &OrderRecord) {
        let was_alive = before.is_some_and(|before| before.order.state.is_alive());
        let is_alive = after.order.state.is_alive();
        self.alive = self
            .alive
            .and_then(|alive| (alive + u32::from(is_alive)).checked_sub(u32::from(was_alive)));
        if let (Some((day, next)), Some(number)) = (&mut self.next_number, after.order.number)
            && *day == after.day
        {
            *next = (*next).max(number + 1);
        }
    }
}

/// The value that is remembered, or that is read now and remembered from now on.
fn known<T: Clone>(
    slot: &mut Option<T>,
    read: impl FnOnce() -> Result<T, StorageError>,
) -> Result<T, StorageError> {
    if let Some(value) = slot {
        return Ok(value.clone());
    }
    Ok(slot.insert(read()?).clone())
}

impl Change<'_> {
    /// The shop's state and the rules. The venue's name is not stored: it is configuration.
    ///
    /// # Errors
    /// Where the database says no; so for all that is remembered.
    pub fn bar(&mut self, name: &str) -> Result<Arc<Bar>, StorageError> {
        let db = self.connection();
        known(&mut self.memory.bar, || bar::get(db, name).map(Arc::new))
    }

    /// Keeps the shop's state.
    ///
    /// # Errors
    /// Where the database says no; so for all that is kept.
    pub fn put_shop(&mut self, shop: &Shop) -> Result<(), StorageError> {
        bar::put_shop(self.connection(), shop)?;
        if let Some(bar) = &mut self.memory.bar {
            Arc::make_mut(bar).shop = shop.clone();
        }
        Ok(())
    }

    /// Keeps the rules.
    pub fn put_settings(&mut self, settings: &Settings) -> Result<(), StorageError> {
        bar::put_settings(self.connection(), settings)?;
        if let Some(bar) = &mut self.memory.bar {
            Arc::make_mut(bar).settings = *settings;
        }
        Ok(())
    }

    /// What is on.
    pub fn menu(&mut self) -> Result<Arc<Menu>, StorageError> {
        let db = self.connection();
        known(&mut self.memory.menu, || {
            let menu = bar::menu(db)?;
            menu.map(Arc::new).ok_or_else(|| StorageError::Stored("there is no menu".to_owned()))
        })
    }

    /// Keeps what is on.
    pub fn put_menu(&mut self, menu: &Menu) -> Result<(), StorageError> {
        bar::put_menu(self.connection(), menu)?;
        self.memory.menu = Some(Arc::new(menu.clone()));
        Ok(())
    }

    /// The window that began last.
    pub fn last_window(&mut self) -> Result<Option<WindowRecord>, StorageError> {
        let db = self.connection();
        known(&mut self.memory.last_window, || windows::last(db))
    }

    /// The window with this code. Nearly everybody comes with the last one's; it is compared in
    /// constant time.
    pub fn window_by_code(&mut self, code: &str) -> Result<Option<WindowRecord>, StorageError> {
        match self.last_window()? {
            Some(last) if secret::equal(&last.code, code) => Ok(Some(last)),
            _ => windows::by_code(self.connection(), code),
        }
    }

    /// One window.
    pub fn window(&mut self, id: WindowId) -> Result<Option<WindowRecord>, StorageError> {
        match self.last_window()? {
            Some(last) if last.id == id => Ok(Some(last)),
            _ => windows::get(self.connection(), id),
        }
    }

    /// Opens a window.
    pub fn insert_window(
        &mut self,
        code: &str,
        span: (Timestamp, Timestamp),
        drinks: u32,
    ) -> Result<WindowRecord, StorageError> {
        let window = windows::insert(self.connection(), code, span, drinks)?;
        self.memory.last_window = None;
        Ok(window)
    }

    /// Keeps how many drinks a window gives and how many are taken.
    pub fn update_window(&mut self, window: &WindowRecord) -> Result<(), StorageError> {
        windows::update(self.connection(), window)?;
        if let Some(Some(last)) = &mut self.memory.last_window
            && last.id == window.id
        {
            last.clone_from(window);
        }
        Ok(())
    }

    /// A fresh order's id; the row comes with [`insert_order`](Self::insert_order).
    pub fn next_order(&mut self) -> Result<OrderId, StorageError> {
        let db = self.connection();
        known(&mut self.memory.next_order, || orders::next_id(db))
    }

    /// The next number of a day: one more than the last, 1 on a new day.
    pub fn next_number(&mut self, day: Day) -> Result<u32, StorageError> {
        let db = self.connection();
        let slot = &mut self.memory.next_number;
        *slot = slot.filter(|(known, _)| *known == day);
        Ok(known(slot, || Ok((day, orders::next_number(db, day)?)))?.1)
    }

    /// Orders alive in the whole bar.
    pub fn alive(&mut self) -> Result<u32, StorageError> {
        let db = self.connection();
        known(&mut self.memory.alive, || orders::alive(db))
    }

    /// Keeps a new order, and when time alone will change it.
    pub fn insert_order(
        &mut self,
        record: &OrderRecord,
        lapses_at: Option<Timestamp>,
    ) -> Result<(), StorageError> {
        orders::insert(self.connection(), record, lapses_at)?;
        self.memory.next_order = Some(OrderId(record.order.id.0 + 1));
        self.memory.follow(None, record);
        Ok(())
    }

    /// Keeps what became of an order, and when time alone will change it.
    pub fn update_order(
        &mut self,
        before: &OrderRecord,
        after: &OrderRecord,
        lapses_at: Option<Timestamp>,
    ) -> Result<(), StorageError> {
        orders::update(self.connection(), before, after, lapses_at)?;
        self.memory.follow(Some(before), after);
        Ok(())
    }
}

#[cfg(test)]
impl Change<'_> {
    /// What is remembered, and what the database says of it.
    pub(crate) fn remembered(&self) -> (String, String) {
        let stored = self.memory.as_stored(self.connection()).expect("it can be read");
        (format!("{:#?}", self.memory), format!("{stored:#?}"))
    }
}

#[cfg(test)]
impl Memory {
    /// All that is remembered, as the database has it.
    fn as_stored(&self, db: &rusqlite::Connection) -> Result<Self, StorageError> {
        let Self { bar, menu, last_window, next_order, next_number, alive } = self;
        let name = bar.as_ref().map(|bar| bar.shop.name.as_str());
        let menu_now = bar::menu(db)?.map(Arc::new);
        Ok(Self {
            bar: name.map(|name| bar::get(db, name).map(Arc::new)).transpose()?,
            menu: menu.as_ref().and(menu_now),
            last_window: last_window.as_ref().map(|_| windows::last(db)).transpose()?,
            next_order: next_order.map(|_| orders::next_id(db)).transpose()?,
            next_number: next_number
                .map(|(day, _)| Ok::<_, StorageError>((day, orders::next_number(db, day)?)))
                .transpose()?,
            alive: alive.map(|_| orders::alive(db)).transpose()?,
        })
    }
}
