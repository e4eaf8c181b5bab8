//! Who is paired and who is there, in memory: it is asked with every request of every device.

use std::collections::HashMap;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use demitasse_shared::Timestamp;
use demitasse_shared::device::PairedDevice;
use demitasse_shared::ids::DeviceId;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::domain::order::after;
use crate::storage::devices::{Device, LOCAL_DEVICE};

/// A token's hash, by which a device is known.
type TokenHash = [u8; 32];

/// The paired devices. Clones are the same roll.
#[derive(Clone, Debug)]
pub(in crate::app) struct Roll {
    devices: Arc<RwLock<HashMap<TokenHash, Device>>>,
    presence: Arc<Mutex<HashMap<DeviceId, Presence>>>,
    /// Told whenever a device was struck off.
    struck: watch::Sender<()>,
}

/// Whether a device is there, as far as that is known since the start.
#[derive(Clone, Copy, Debug)]
struct Presence {
    heard_at: Timestamp,
    written_at: Option<Timestamp>,
    lines: u32,
}

impl Roll {
    /// The devices that are paired at a start.
    pub(in crate::app) fn new(paired: impl IntoIterator<Item = (TokenHash, Device)>) -> Self {
        Self {
            devices: Arc::new(RwLock::new(paired.into_iter().collect())),
            presence: Arc::default(),
            struck: watch::Sender::new(()),
        }
    }

    /// The device of a token.
    pub(in crate::app) fn by_token(&self, hash: &TokenHash) -> Option<Device> {
        self.read().get(hash).cloned()
    }

    /// A device by its number.
    pub(in crate::app) fn paired(&self, id: DeviceId) -> Option<Device> {
        self.read().values().find(|device| device.id == id).cloned()
    }

    /// Puts a device on the roll.
    pub(in crate::app) fn put(&self, hash: TokenHash, device: Device) {
        self.write().insert(hash, device);
    }

    /// Calls a device by another name.
    pub(super) fn rename(&self, id: DeviceId, name: &str) {
        for device in self.write().values_mut().filter(|device| device.id == id) {
            name.clone_into(&mut device.name);
        }
    }

    /// Strikes a device off, and tells all who wait for that.
    pub(super) fn strike(&self, id: DeviceId) {
        self.write().retain(|_, device| device.id != id);
        self.presence().remove(&id);
        self.struck.send_replace(());
    }

    /// Waits until a device is not on the roll. The bar's own machine always is.
    pub(super) async fn until_struck(&self, id: DeviceId) {
        if id == LOCAL_DEVICE {
            return pending().await;
        }
        let mut struck = self.struck.subscribe();
        while self.paired(id).is_some() {
            // It fails only where the roll is gone, and this one holds itself.
            drop(struck.changed().await);
        }
    }

    /// Notes a sign of life.
    pub(in crate::app) fn hear(&self, id: DeviceId, now: Timestamp) {
        self.note(id, now, |_presence| {});
    }

    fn note(&self, id: DeviceId, now: Timestamp, act: impl FnOnce(&mut Presence)) {
        // A line that ends after its device was struck off is nobody's.
        if !self.read().values().any(|device| device.id == id) {
            return;
        }
        let mut presence = self.presence();
        let unheard = Presence { heard_at: now, written_at: None, lines: 0 };
        let known = presence.entry(id).or_insert(unheard);
        known.heard_at = known.heard_at.max(now);
        act(known);
    }

    /// Adds to what is written of a device what is known since the start.
    pub(super) fn complete(&self, device: &mut PairedDevice, now: Timestamp) {
        if let Some(presence) = self.presence().get(&device.id) {
            device.connected = presence.lines > 0;
            device.heard_at = Some(presence.heard(now)).max(device.heard_at);
        }
    }

    /// The devices that were heard at least so many seconds after they were last written.
    pub(super) fn unwritten(&self, now: Timestamp, least: u32) -> Vec<(DeviceId, Timestamp)> {
        let mut unwritten = Vec::new();
        for (id, presence) in self.presence().iter() {
            let heard = presence.heard(now);
            if presence.written_at.is_none_or(|written| heard > after(written, least)) {
                unwritten.push((*id, heard));
            }
        }
        unwritten
    }

    /// These are on the disk.
    pub(super) fn are_written(&self, heard: &[(DeviceId, Timestamp)]) {
        let mut presence = self.presence();
        for (id, at) in heard {
            if let Some(presence) = presence.get_mut(id) {
                presence.written_at = Some(*at);
            }
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<TokenHash, Device>> {
        self.devices.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashMap<TokenHash, Device>> {
        self.devices.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn presence(&self) -> MutexGuard<'_, HashMap<DeviceId, Presence>> {
        self.presence.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Presence {
    /// When it was last heard: whoever listens, is.
    fn heard(self, now: Timestamp) -> Timestamp {
        if self.lines > 0 { now } else { self.heard_at }
    }
}

/// An open line of a device. The device is there for as long as one is held.
#[derive(Debug)]
pub struct Line {
    roll: Roll,
    device: DeviceId,
    clock: Clock,
}

impl Line {
    pub(super) fn open(roll: Roll, device: DeviceId, clock: Clock) -> Self {
        roll.note(device, clock.now(), |presence| presence.lines += 1);
        Self { roll, device, clock }
    }

    /// Waits until the line has to end: its device is not paired any more.
    pub async fn cut(&self) {
        self.roll.until_struck(self.device).await;
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let end = |presence: &mut Presence| presence.lines = presence.lines.saturating_sub(1);
        self.roll.note(self.device, self.clock.now(), end);
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::api::Role;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    fn roll() -> Roll {
        let ana = Device { id: DeviceId(1), role: Role::Barista, name: "Ana".to_owned() };
        Roll::new([([1; 32], ana)])
    }

    fn known(roll: &Roll, now: Timestamp) -> (Option<Timestamp>, bool) {
        let mut device = PairedDevice {
            id: DeviceId(1),
            name: "Ana".to_owned(),
            role: Role::Barista,
            device: "A browser".to_owned(),
            paired_at: at(0),
            heard_at: None,
            connected: false,
        };
        roll.complete(&mut device, now);
        (device.heard_at, device.connected)
    }

    #[test]
    fn whoever_listens_is_heard_until_the_last_line_has_ended() {
        let (roll, clock) = (roll(), Clock::manual(at(100)));
        assert_eq!(known(&roll, at(100)), (None, false));
        let lines = [1, 2].map(|_| Line::open(roll.clone(), DeviceId(1), clock.clone()));
        assert_eq!(known(&roll, at(160)), (Some(at(160)), true));
        let [first, second] = lines;
        drop(first);
        assert_eq!(known(&roll, at(170)), (Some(at(170)), true));
        drop(second);
        assert_eq!(known(&roll, at(180)), (Some(at(100)), false), "by the clock that stood still");
    }

    #[test]
    fn it_is_written_only_after_a_while() {
        let roll = roll();
        roll.hear(DeviceId(1), at(100));
        let (first, second) = ([(DeviceId(1), at(100))], [(DeviceId(1), at(130))]);
        assert_eq!(roll.unwritten(at(100), 60), first);
        assert_eq!(roll.unwritten(at(100), 60), first, "the disk may have said no");
        roll.are_written(&first);
        roll.hear(DeviceId(1), at(130));
        assert_eq!(roll.unwritten(at(130), 60), []);
        assert_eq!(roll.unwritten(at(130), 0), second);
        roll.are_written(&second);
        assert_eq!(roll.unwritten(at(140), 0), []);
    }

    #[tokio::test]
    async fn a_line_is_cut_when_its_device_is_struck_off_and_leaves_nothing_behind() {
        let (roll, clock) = (roll(), Clock::manual(at(100)));
        let line = Line::open(roll.clone(), DeviceId(1), clock.clone());
        let (cut, ()) = tokio::join!(
            async {
                line.cut().await;
                true
            },
            async { roll.strike(DeviceId(1)) }
        );
        assert!(cut);
        drop(line);
        assert_eq!(known(&roll, at(100)), (None, false));
        // One that begins too late ends at once.
        Line::open(roll, DeviceId(1), clock).cut().await;
    }
}
