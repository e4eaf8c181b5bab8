//! Pairing: a short code becomes a device's token.

use demitasse_shared::Timestamp;
use demitasse_shared::api::{Claim, Claimed, NewPairing, Pairing};
use demitasse_shared::code::{LONG_PAIRING_CODE_CHARS, normalize};
use demitasse_shared::error::RefusalCode;
use rusqlite::Connection;

use super::Bar;
use super::devices::to_its_end;
use super::offline::offline;
use super::tries::Guess;
use crate::clock::Clock;
use crate::domain::Refusal;
use crate::domain::event::{Actor, Event};
use crate::domain::limits;
use crate::domain::order::after;
use crate::secret;
use crate::storage::devices::{self, Device, OpenPairing};
use crate::storage::{Answer, Change, Storage, StorageError};

/// How long a pairing code is good, in minutes.
const PAIRING_MINUTES: u32 = 10;

/// Makes a pairing code and keeps its hash.
///
/// # Errors
/// `invalid_request` where the name cannot be used.
fn make_pairing(db: &Connection, new: &NewPairing, code: &str, now: Timestamp) -> Answer<Pairing> {
    let name = limits::name(&new.name)?;
    let expires_at = after(now, PAIRING_MINUTES * 60);
    let open = OpenPairing { role: new.role, name: name.clone(), expires_at };
    devices::insert_pairing(db, &secret::hash(code), &open, now)?;
    Ok(Pairing { code: code.to_owned(), role: new.role, name, expires_at, url: None })
}

/// Makes a pairing code while no server runs.
///
/// # Errors
/// `invalid_request` where the name cannot be used, or where the database says no.
pub fn pair_offline(storage: &mut Storage, clock: &Clock, new: &NewPairing) -> Answer<Pairing> {
    let code = secret::pairing_code().map_err(StorageError::from)?;
    offline(storage, clock, |db, now| {
        let event = Event::noted("pairing_made", Actor::Local);
        Ok((make_pairing(db, new, &code, now)?, Some(event)))
    })
}

/// Decides about a device that is being paired.
pub(super) trait Admit:
    Fn(&mut Change<'_>, &Claimed) -> Answer<()> + Send + 'static
{
}

impl<T> Admit for T where T: Fn(&mut Change<'_>, &Claimed) -> Answer<()> + Send + 'static {}

impl Bar {
    /// Makes a pairing code: a long one while somebody tries codes out.
    ///
    /// # Errors
    /// `invalid_request` where the name cannot be used.
    pub async fn pair(&self, actor: Actor, new: NewPairing) -> Answer<Pairing> {
        let is_quiet = self.tries().pairing.check(self.now()).is_ok();
        let code = if is_quiet { secret::pairing_code() } else { secret::long_pairing_code() };
        let code = code.map_err(StorageError::from)?;
        self.writer
            .write_first(move |change| {
                let pairing = make_pairing(change.connection(), &new, &code, change.now())?;
                change.record(Event::noted("pairing_made", actor))?;
                Ok(pairing)
            })
            .await
    }

    /// Turns a pairing code into a token. The code is good once.
    ///
    /// # Errors
    /// `wrong_code` where it is not one, was used or is over; `too_many_tries`.
    pub async fn claim(&self, claim: Claim) -> Answer<Claimed> {
        self.claim_as(claim, |_change, _claimed| Ok(())).await
    }

    /// The same, where `admit` has a last word in the same job: where it refuses, the code stays
    /// good.
    pub(super) async fn claim_as(&self, claim: Claim, admit: impl Admit) -> Answer<Claimed> {
        let code = normalize(&claim.code).unwrap_or_default();
        self.look_before_writing(&code).await?;
        self.claim_now(&code, &claim, admit).await
    }

    /// Whether a code of this length may be looked at: while somebody tries codes out, only a long
    /// one.
    fn check_pairing(&self, is_long: bool) -> Result<(), Refusal> {
        let quiet = self.tries().pairing.check(self.now());
        quiet.or_else(
            |loud| {
                if is_long { Ok(()) } else { Err(only_long_codes().until(loud.retry_at)) }
            },
        )
    }

    /// While somebody tries codes out, only a long one counts; and a wrong one must not keep the
    /// writer busy.
    async fn look_before_writing(&self, code: &str) -> Answer<()> {
        self.check_pairing(is_long(code))?;
        if self.tries().pairing.check(self.now()).is_ok() {
            return Ok(());
        }
        let hash = secret::hash(code);
        let is_known = self.readers.read(move |db| devices::has_pairing(db, &hash)).await?;
        if is_known { Ok(()) } else { Err(wrong_code().into()) }
    }

    async fn claim_now(&self, code: &str, claim: &Claim, admit: impl Admit) -> Answer<Claimed> {
        let label = limits::label(&claim.device)?;
        let (bar, code) = (self.clone(), (secret::hash(code), is_long(code)));
        to_its_end(async move { bar.take_in(code, label, admit).await }).await
    }

    /// Pairs a device for good: on the disk, then on the roll.
    async fn take_in(
        &self,
        (code, is_long): ([u8; 32], bool),
        label: String,
        admit: impl Admit,
    ) -> Answer<Claimed> {
        let token = secret::token().map_err(StorageError::from)?;
        let hash = secret::hash(&token);
        let (bar, guess) = (self.clone(), Guess::default());
        // In everybody's line: whoever has not shown a good code yet may be anybody.
        let claimed = self
            .writer
            .write(move |change| {
                guess.may(|| bar.check_pairing(is_long))?;
                let (db, now) = (change.connection(), change.now());
                let Some(open) = devices::take_pairing(db, &code, now)? else {
                    guess.is_wrong(|| bar.tries().pairing.note_wrong(bar.now()));
                    return Err(wrong_code().into());
                };
                let device = devices::insert(db, &open, &label, &hash, now)?;
                change.record(Event::device("device_paired", Actor::Device(device), device))?;
                let claimed =
                    Claimed { token: token.clone(), device, role: open.role, name: open.name };
                admit(change, &claimed)?;
                Ok(claimed)
            })
            .await?;
        let device = Device { id: claimed.device, role: claimed.role, name: claimed.name.clone() };
        self.roll.put(hash, device);
        Ok(claimed)
    }

    /// The device that a token stands for; it is heard with it.
    pub fn device(&self, token: &str) -> Option<Device> {
        let hash = secret::hash(token);
        let own = self.roll.by_token(&hash);
        let device = own.or_else(|| self.paired(self.loans.device(&hash)?))?;
        self.roll.hear(device.id, self.now());
        Some(device)
    }
}

fn is_long(code: &str) -> bool {
    code.len() >= LONG_PAIRING_CODE_CHARS
}

fn only_long_codes() -> Refusal {
    Refusal::new(
        RefusalCode::TooManyTries,
        "Somebody is trying pairing codes out, so short ones do not count for now. Staff make a \
         long one with `demitasse staff pair`.",
    )
}

fn wrong_code() -> Refusal {
    Refusal::new(
        RefusalCode::WrongCode,
        "This pairing code is not good, or not any more. Staff make a new one with \
         `demitasse staff pair`.",
    )
}
