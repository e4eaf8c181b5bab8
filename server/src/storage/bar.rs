//! The bar's one row: shop, settings, menu.

use demitasse_shared::Timestamp;
use demitasse_shared::menu::Menu;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState};
use rusqlite::{Connection, OptionalExtension, params};

use super::{StorageError, moment, unreadable};

/// The shop's state and the settings, as they are now.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Open, closed or paused.
    pub shop: Shop,
    /// The rules.
    pub settings: Settings,
}

/// Makes the row on the first start; afterwards it stays as it is.
pub fn init(connection: &Connection, menu: &Menu) -> Result<(), StorageError> {
    connection.execute(
        "INSERT INTO bar (id, shop_state, settings, menu) VALUES (1, 'closed', ?, ?)
         ON CONFLICT (id) DO NOTHING",
        params![json(&Settings::default())?, json(menu)?],
    )?;
    Ok(())
}

/// Reads the shop and the settings. The venue's name is not stored: it is configuration.
pub fn get(connection: &Connection, name: &str) -> Result<Bar, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT shop_state, paused_until, settings, opens_at, since FROM bar WHERE id = 1",
    )?;
    let bar = statement.query_row([], |row| {
        let state = match row.get_ref(0)?.as_str()? {
            "open" => ShopState::Open,
            "paused" => ShopState::Paused,
            _ => ShopState::Closed,
        };
        let moment_in = |column| row.get::<_, Option<i64>>(column)?.map(moment).transpose();
        let (paused_until, opens_at, since) = (moment_in(1)?, moment_in(3)?, moment_in(4)?);
        let settings = serde_json::from_str(row.get_ref(2)?.as_str()?)
            .map_err(|error| unreadable(&error.to_string()))?;
        let shop = Shop { name: name.to_owned(), state, paused_until, opens_at, since };
        Ok(Bar { shop, settings })
    })?;
    Ok(bar)
}

/// The rules.
pub fn settings(connection: &Connection) -> Result<Settings, StorageError> {
    let mut statement = connection.prepare_cached("SELECT settings FROM bar WHERE id = 1")?;
    let text: String = statement.query_row([], |row| row.get(0))?;
    serde_json::from_str(&text).map_err(|error| StorageError::Stored(error.to_string()))
}

/// Changes nothing, and yet makes the next commit write to the disk.
pub fn touch(connection: &Connection) -> Result<(), StorageError> {
    connection.prepare_cached("UPDATE bar SET id = id WHERE id = 1")?.execute([])?;
    Ok(())
}

/// Keeps the shop's state.
pub fn put_shop(connection: &Connection, shop: &Shop) -> Result<(), StorageError> {
    let state = match shop.state {
        ShopState::Open => "open",
        ShopState::Closed => "closed",
        ShopState::Paused => "paused",
    };
    let kept = |moment: Option<Timestamp>| moment.map(Timestamp::as_millisecond);
    connection
        .prepare_cached(
            "UPDATE bar SET shop_state = ?, paused_until = ?, opens_at = ?, since = ? WHERE id = 1",
        )?
        .execute(params![state, kept(shop.paused_until), kept(shop.opens_at), kept(shop.since)])?;
    Ok(())
}

/// Keeps the rules.
pub fn put_settings(connection: &Connection, settings: &Settings) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE bar SET settings = ? WHERE id = 1")?
        .execute([json(settings)?])?;
    Ok(())
}

/// What is on.
pub fn menu(connection: &Connection) -> Result<Option<Menu>, StorageError> {
    let text: Option<String> = connection
        .prepare_cached("SELECT menu FROM bar WHERE id = 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    text.map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|error| StorageError::Stored(error.to_string()))
}

/// Keeps what is on.
pub fn put_menu(connection: &Connection, menu: &Menu) -> Result<(), StorageError> {
    connection.prepare_cached("UPDATE bar SET menu = ? WHERE id = 1")?.execute([json(menu)?])?;
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::Stored(error.to_string()))
}
