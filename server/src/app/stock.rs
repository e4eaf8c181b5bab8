//! What is on, and what has run out of it. Each change is made the same way whether the bar serves
//! or not.

use demitasse_shared::Timestamp;
use demitasse_shared::api::Marks;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::menu::{Item, Menu, SoldOut};
use rusqlite::Connection;

use super::Bar;
use super::devices::to_its_end;
use crate::clock::Clock;
use crate::domain::event::{Actor, Event};
use crate::domain::{Refusal, menu};
use crate::storage::{Answer, Storage, StorageError, bar, journal};

/// A change of the menu: the menu as it is then, and its event, where anything changed.
struct Changed {
    menu: Menu,
    event: Option<Event>,
}

/// Marks something as sold out, or as there again.
fn mark(before: &Menu, actor: Actor, item: &Item, there: bool) -> Answer<Changed> {
    let Some(next) = menu::mark(before, item, there)? else {
        return Ok(Changed { menu: before.clone(), event: None });
    };
    Ok(changed("stock_changed", actor, next))
}

/// Puts another menu up.
fn replace(before: &Menu, actor: Actor, new: NewMenu) -> Answer<Changed> {
    new.check_version(before)?;
    let next = menu::replace(before, new.menu, new.marks)?;
    if next == *before {
        return Ok(Changed { menu: next, event: None });
    }
    Ok(changed("menu_changed", actor, next))
}

fn changed(kind: &'static str, actor: Actor, menu: Menu) -> Changed {
    let live = LiveEvent::Stock { sold_out: menu::sold_out(&menu) };
    Changed { menu, event: Some(Event::bar(kind, actor, live)) }
}

fn stored(db: &Connection) -> Result<Menu, StorageError> {
    bar::menu(db)?.ok_or_else(|| StorageError::Stored("there is no menu".to_owned()))
}

/// A menu that takes the place of the one that is up.
#[derive(Clone, Debug)]
pub struct NewMenu {
    /// The menu.
    pub menu: Menu,
    /// What becomes of the marks.
    pub marks: Marks,
    /// The version that it is meant to replace, where whoever wrote it says so.
    pub version: Option<String>,
}

impl NewMenu {
    /// Whoever changed a menu that is not up any more would undo what somebody else did meanwhile.
    fn check_version(&self, before: &Menu) -> Result<(), Refusal> {
        if self.version.as_ref().is_none_or(|version| *version == menu::version(before)) {
            return Ok(());
        }
        let detail =
            "Somebody else has changed the menu meanwhile. Read it again, and change that.";
        Err(Refusal::new(RefusalCode::WrongState, detail))
    }
}

/// The menu of a bar that does not serve; `usual` where it never has.
///
/// # Errors
/// Where the database cannot be read.
pub fn menu_offline(storage: &mut Storage, usual: &Menu) -> Result<Menu, StorageError> {
    Ok(bar::menu(storage.connection())?.unwrap_or_else(|| usual.clone()))
}

/// Marks things on it: all of them, or none.
///
/// # Errors
/// `not_found` where the menu does not have one of them.
pub fn mark_offline(
    storage: &mut Storage,
    clock: &Clock,
    usual: &Menu,
    items: &[Item],
    there: bool,
) -> Answer<SoldOut> {
    let menu = offline(storage, clock, usual, |db, now| {
        for item in items {
            write_down(db, now, mark(&stored(db)?, Actor::Local, item, there)?)?;
        }
        Ok(())
    })?;
    Ok(menu::sold_out(&menu))
}

/// Puts another menu up.
///
/// # Errors
/// `invalid_request` with everything that is wrong with it.
pub fn replace_offline(
    storage: &mut Storage,
    clock: &Clock,
    usual: &Menu,
    new: NewMenu,
) -> Answer<Menu> {
    offline(storage, clock, usual, |db, now| {
        write_down(db, now, replace(&stored(db)?, Actor::Local, new)?)
    })
}

/// Changes the menu of a bar that does not serve, in one transaction.
fn offline(
    storage: &mut Storage,
    clock: &Clock,
    usual: &Menu,
    change: impl FnOnce(&Connection, Timestamp) -> Answer<()>,
) -> Answer<Menu> {
    if let Some(last) = storage.last_moment()? {
        clock.not_before(last);
    }
    let transaction = storage.connection().transaction()?;
    bar::init(&transaction, usual)?;
    change(&transaction, clock.now())?;
    let menu = stored(&transaction)?;
    transaction.commit()?;
    Ok(menu)
}

fn write_down(db: &Connection, now: Timestamp, changed: Changed) -> Answer<()> {
    let Some(event) = changed.event else { return Ok(()) };
    bar::put_menu(db, &changed.menu)?;
    let data = serde_json::to_string(&event.live)
        .map_err(|error| StorageError::Stored(error.to_string()))?;
    journal::append(db, now, &event, &data)?;
    Ok(())
}

impl Bar {
    /// Marks something as sold out, or as there again, and says all that has run out then. Asking
    /// for what is so already changes nothing.
    ///
    /// # Errors
    /// `not_found` where the menu has no such thing.
    pub async fn mark(&self, actor: Actor, item: Item, there: bool) -> Answer<SoldOut> {
        let changed = move |before: &Menu| mark(before, actor, &item, there);
        Ok(menu::sold_out(&self.change_menu(changed).await?))
    }

    /// Puts another menu up. Orders stay what they are.
    ///
    /// # Errors
    /// `invalid_request` with everything that is wrong with it; `wrong_state` where it is meant for
    /// another one than is up.
    pub async fn set_menu(&self, actor: Actor, new: NewMenu) -> Answer<Menu> {
        let bar = self.clone();
        to_its_end(async move { bar.set_menu_now(actor, new).await }).await
    }

    async fn set_menu_now(&self, actor: Actor, new: NewMenu) -> Answer<Menu> {
        let menu = self.change_menu(move |before| replace(before, actor, new.clone())).await?;
        self.hub.weigh(&menu);
        Ok(menu)
    }

    async fn change_menu(
        &self,
        changed: impl Fn(&Menu) -> Answer<Changed> + Send + 'static,
    ) -> Answer<Menu> {
        self.writer
            .write_first(move |change| {
                let Changed { menu, event } = changed(&*change.menu()?)?;
                if let Some(event) = event {
                    change.put_menu(&menu)?;
                    change.record(event)?;
                }
                Ok(menu)
            })
            .await
    }
}
