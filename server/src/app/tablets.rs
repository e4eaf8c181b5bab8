//! Devices that bring nothing but themselves: an ssh key instead of a token, and boards that the
//! server hosts for them, each with a token that it is lent.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use demitasse_shared::api::{Claim, Claimed, Role};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::DeviceId;

use super::Bar;
use crate::domain::Refusal;
use crate::secret::{self, NoRandomness};
use crate::storage::device_keys::{self, Fingerprint};
use crate::storage::devices::Device;
use crate::storage::{Answer, StorageError};

/// Tokens by their hashes that stand for a device for a while. Clones are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Loans(Arc<Mutex<HashMap<[u8; 32], DeviceId>>>);

impl Loans {
    /// The device that a lent token stands for.
    pub(super) fn device(&self, hash: &[u8; 32]) -> Option<DeviceId> {
        self.lock().get(hash).copied()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], DeviceId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A token that stands for a device until it is dropped. It is nowhere kept, and is worth nothing
/// once the device is revoked.
#[derive(Debug)]
pub struct Loan {
    /// The token.
    pub token: String,
    hash: [u8; 32],
    loans: Loans,
}

impl Drop for Loan {
    fn drop(&mut self) {
        self.loans.lock().remove(&self.hash);
    }
}

impl Bar {
    /// Pairs a device that a board will be hosted for, and remembers the ssh key that it came
    /// with. A monitor's code stays good: there is no board for it.
    ///
    /// # Errors
    /// As for any claim, and `not_allowed` where the code is for a monitor.
    pub async fn claim_board(&self, claim: Claim, key: Option<Fingerprint>) -> Answer<Claimed> {
        self.claim_as(claim, move |change, claimed| {
            if !claimed.role.is_staff() {
                return Err(for_a_monitor().into());
            }
            if let Some(key) = key {
                device_keys::put(change.connection(), &key, claimed.device, change.now())?;
            }
            Ok(())
        })
        .await
    }

    /// Pairs a browser that will be a monitor. A barista's code stays good: a monitor does nothing
    /// that it allows.
    ///
    /// # Errors
    /// As for any claim, and `not_allowed` where the code is for staff.
    pub async fn claim_display(&self, claim: Claim) -> Answer<Claimed> {
        self.claim_as(claim, |_change, claimed| match claimed.role {
            Role::Display => Ok(()),
            Role::Barista | Role::Manager => Err(for_staff().into()),
        })
        .await
    }

    /// The device that has come in with this ssh key before.
    pub async fn device_of_key(&self, key: Fingerprint) -> Result<Option<Device>, StorageError> {
        let device = self.readers.read(move |db| device_keys::device(db, &key)).await?;
        Ok(device.and_then(|device| self.paired(device)))
    }

    /// Lends a token that stands for a paired device.
    pub fn lend(&self, device: DeviceId) -> Result<Loan, NoRandomness> {
        let token = secret::token()?;
        let hash = secret::hash(&token);
        self.loans.lock().insert(hash, device);
        Ok(Loan { token, hash, loans: self.loans.clone() })
    }
}

fn for_staff() -> Refusal {
    Refusal::new(
        RefusalCode::NotAllowed,
        "This pairing code is for staff. They make one for a monitor with \
         `demitasse staff pair --role display`.",
    )
}

fn for_a_monitor() -> Refusal {
    Refusal::new(
        RefusalCode::NotAllowed,
        "This pairing code is for a monitor. Staff make one for a barista with \
         `demitasse staff pair --role barista`.",
    )
}
