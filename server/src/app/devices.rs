//! The paired devices: who they are, whether they are there, and how they are let go.
//!
//! What managers do here also works while no server runs: the same function decides, on the
//! database alone.

mod roll;

use std::future::Future;

use demitasse_shared::Timestamp;
use demitasse_shared::device::PairedDevice;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::DeviceId;
use rusqlite::Connection;

use super::Bar;
use super::offline::offline;
use crate::clock::Clock;
use crate::domain::event::{Actor, Event};
use crate::domain::{Refusal, limits};
use crate::storage::devices::{self, Device, LOCAL_DEVICE};
use crate::storage::{Answer, Change, Storage, StorageError};

pub use roll::Line;
pub(super) use roll::Roll;

/// Runs a change to its end, even where nobody waits for the answer any more: whoever asked may hang
/// up, but what is on the disk then must count in memory, too.
pub(super) async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Answer<T>> + Send + 'static,
) -> Answer<T> {
    tokio::spawn(work).await.unwrap_or_else(|_broke_off| Err(StorageError::BrokenOff.into()))
}

/// Gives a device another name. What it already has changes nothing.
fn rename(db: &Connection, actor: Actor, id: DeviceId, name: &str) -> Answer<Option<Event>> {
    let name = limits::name(name)?;
    let known = devices::paired(db, id)?.ok_or_else(Refusal::no_such_device)?;
    if known.name == name {
        return Ok(None);
    }
    devices::rename(db, id, &name)?;
    Ok(Some(Event::device("device_renamed", actor, id)))
}

/// Lets a device go, with the keys that it was known by. One that is gone already changes nothing.
fn revoke(db: &Connection, actor: Actor, id: DeviceId, now: Timestamp) -> Answer<Option<Event>> {
    if id == LOCAL_DEVICE {
        return Err(own_machine().into());
    }
    if devices::paired(db, id)?.is_none() {
        return if devices::was_paired(db, id)? {
            Ok(None)
        } else {
            Err(Refusal::no_such_device().into())
        };
    }
    devices::revoke(db, id, now)?;
    Ok(Some(Event::device("device_revoked", actor, id)))
}

/// The paired devices while no server runs.
///
/// # Errors
/// Where the database cannot be read.
pub fn devices_offline(storage: &mut Storage) -> Result<Vec<PairedDevice>, StorageError> {
    devices::list(storage.connection())
}

/// Renames a device while no server runs.
///
/// # Errors
/// As for [`Bar::rename_device`].
pub fn rename_offline(
    storage: &mut Storage,
    clock: &Clock,
    id: DeviceId,
    name: &str,
) -> Answer<PairedDevice> {
    offline(storage, clock, |db, _now| Ok(((), rename(db, Actor::Local, id, name)?)))?;
    Ok(devices::paired(storage.connection(), id)?.ok_or_else(Refusal::no_such_device)?)
}

/// Revokes a device while no server runs.
///
/// # Errors
/// As for [`Bar::revoke_device`].
pub fn revoke_offline(storage: &mut Storage, clock: &Clock, id: DeviceId) -> Answer<()> {
    offline(storage, clock, |db, now| Ok(((), revoke(db, Actor::Local, id, now)?)))
}

impl Bar {
    /// The paired devices, with when they were last heard and whether they listen now.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn devices(&self) -> Result<Vec<PairedDevice>, StorageError> {
        let mut list = self.readers.read(devices::list).await?;
        for device in &mut list {
            self.roll.complete(device, self.now());
        }
        Ok(list)
    }

    /// Renames a device: it is called so from now on; orders keep the name that stands on them.
    ///
    /// # Errors
    /// `not_found` where no such device is paired, `invalid_request` where the name is none.
    pub async fn rename_device(
        &self,
        actor: Actor,
        id: DeviceId,
        name: String,
    ) -> Answer<PairedDevice> {
        let bar = self.clone();
        to_its_end(async move { bar.rename_now(actor, id, name).await }).await
    }

    async fn rename_now(&self, actor: Actor, id: DeviceId, name: String) -> Answer<PairedDevice> {
        let roll = self.roll.clone();
        let mut device = self
            .writer
            .write_first(move |change| {
                let event = rename(change.connection(), actor, id, &name)?;
                event.map(|event| change.record(event)).transpose()?;
                let device = devices::paired(change.connection(), id)?;
                let device = device.ok_or_else(Refusal::no_such_device)?;
                // Whoever hears of it asks at once what the device is called.
                let (roll, name) = (roll.clone(), device.name.clone());
                change.once_kept(move || roll.rename(id, &name));
                Ok(device)
            })
            .await?;
        self.roll.complete(&mut device, self.now());
        Ok(device)
    }

    /// Lets a device go: its token, its ssh keys and its boards are worth nothing from now on, and
    /// its lines end at once.
    ///
    /// # Errors
    /// `not_found` where there never was such a device, `not_allowed` for the bar's own machine.
    pub async fn revoke_device(&self, actor: Actor, id: DeviceId) -> Answer<()> {
        let bar = self.clone();
        to_its_end(async move { bar.revoke_now(actor, id).await }).await
    }

    async fn revoke_now(&self, actor: Actor, id: DeviceId) -> Answer<()> {
        let roll = self.roll.clone();
        self.writer
            .write_first(move |change| {
                let event = revoke(change.connection(), actor, id, change.now())?;
                event.map(|event| change.record(event)).transpose()?;
                let roll = roll.clone();
                change.once_kept(move || roll.strike(id));
                Ok(())
            })
            .await
    }

    /// A device by its number, if it is paired still.
    pub fn paired(&self, id: DeviceId) -> Option<Device> {
        self.roll.paired(id)
    }

    /// Holds a line of a device open: for as long as it is held, the device listens.
    pub fn line(&self, device: DeviceId) -> Line {
        Line::open(self.roll.clone(), device, self.clock.clone())
    }

    /// Waits until a device is not paired any more.
    pub async fn until_revoked(&self, device: DeviceId) {
        self.roll.until_struck(device).await;
    }

    /// Writes when devices were last heard, where that was not written lately.
    pub(super) fn write_heard(&self, change: &mut Change<'_>, least: u32) -> Answer<()> {
        let (roll, unwritten) = (self.roll.clone(), self.roll.unwritten(change.now(), least));
        for (id, at) in &unwritten {
            devices::put_heard(change.connection(), *id, *at)?;
        }
        change.once_kept(move || roll.are_written(&unwritten));
        Ok(())
    }
}

fn own_machine() -> Refusal {
    Refusal::new(
        RefusalCode::NotAllowed,
        "The bar's own machine cannot be revoked: whoever uses it has the bar's data.",
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::sync::oneshot;

    use super::*;
    use crate::storage::WriteError;

    #[tokio::test]
    async fn what_was_begun_goes_on_where_nobody_waits_for_it() {
        let (go, may_go) = oneshot::channel();
        let (done, is_done) = oneshot::channel();
        let change = async move {
            may_go.await.expect("somebody says so");
            done.send(()).expect("somebody looks");
            Ok::<_, WriteError>(())
        };
        let asked = tokio::time::timeout(Duration::ZERO, to_its_end(change)).await;
        assert!(asked.is_err(), "whoever asked went away");
        go.send(()).expect("it goes on");
        is_done.await.expect("it came to its end");
    }
}
