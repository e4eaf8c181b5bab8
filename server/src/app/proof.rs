//! Signing in by an address: a one-time code is sent there, and proves it.

use demitasse_shared::Timestamp;
use demitasse_shared::api::{CodeSent, SignInKind};
use demitasse_shared::error::RefusalCode;

use super::message::{Addressee, Words};
use super::session::NewSession;
use super::{Bar, Venue};
use crate::domain::proof::{self, Proof};
use crate::domain::shares::{bar_messages, code_messages};
use crate::secret::{self, Key, Purpose};
use crate::sender::Message;
use crate::storage::{Answer, StorageError, WriteError, proofs};

/// A code that is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedProof {
    /// What the guest is told.
    pub sent: CodeSent,
    /// The waiting session's token: the code is good for it alone.
    pub pending: String,
}

/// How a waiting session stands. Where the code went is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PendingProof {
    /// Until when the code is good.
    pub expires_at: Timestamp,
    /// When another can be asked for.
    pub resend_at: Timestamp,
    /// How many more codes may be tried; none once its time is over.
    pub tries_left: u32,
}

/// Who asks for a code.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// The address, as it was typed.
    pub typed: &'a str,
    /// The token of the session that waits already, where one does.
    pub pending: Option<&'a str>,
    /// The code on the monitor that the guest comes from, where they do.
    pub scanned: Option<&'a str>,
}

impl Bar {
    /// Sends a one-time code to an e-mail address or a phone, as the venue chose. What is answered
    /// does not depend on whether the address has ever ordered.
    ///
    /// # Errors
    /// `invalid_request` where it is no address, or nothing can be sent there; `too_many_tries`,
    /// with when to ask again; `unavailable` where the message cannot be sent now. What certainly
    /// was not sent counts for no guest's limits.
    pub async fn ask_proof(
        &self,
        asking: Asking<'_>,
        words: impl FnOnce(&str, &Venue) -> Words + Send,
    ) -> Answer<AskedProof> {
        let address = self.read_address(asking.typed)?;
        let share = code_messages(self.hub.settings().window_drinks);
        let shown = self.shown(asking.scanned).map(|code| (code, share));
        self.tries().messages.take(shown, self.now())?;
        let asked = self.send_proof(address, asking.pending, words).await;
        // To ask for what takes no messages costs as much as to ask for what does.
        if asked.as_ref().is_err_and(|no| !is_about_the_address(no)) {
            self.tries().messages.give_back(shown);
        }
        asked
    }

    async fn send_proof(
        &self,
        address: Addressee,
        pending: Option<&str>,
        words: impl FnOnce(&str, &Venue) -> Words + Send,
    ) -> Answer<AskedProof> {
        let Addressee { medium, purpose, address } = address;
        let code = secret::one_time_code().map_err(StorageError::from)?;
        let Words { subject, text } = words(&code, &self.venue);
        let identity = self.key.hash(purpose, &address.identity);
        let draft = Draft { key: self.key.clone(), identity, code: code.clone() };
        let (row, proof, pending) = self.keep_proof(draft, pending).await?;
        let (to, at) = (address.to.clone(), proof.sent_at);
        self.send(Message { medium, to, subject, text, code, at }, row).await?;
        let (expires_at, resend_at) = (proof.expires_at(), proof.resend_at());
        Ok(AskedProof { sent: CodeSent { to: address.to, expires_at, resend_at }, pending })
    }

    /// Keeps a code before it is sent, so that it counts from then on, and its waiting session.
    async fn keep_proof(
        &self,
        draft: Draft,
        pending: Option<&str>,
    ) -> Answer<(i64, Proof, String)> {
        let known = pending.map(str::to_owned);
        let fresh = secret::token().map_err(StorageError::from)?;
        let rules = self.hub.settings();
        let most = bar_messages(rules.window_drinks, rules.window_minutes);
        self.writer
            .write(move |change| {
                let (db, now) = (change.connection(), change.now());
                let pending = match &known {
                    Some(known) if proofs::knows(db, &secret::hash(known), now)? => known,
                    _ => &fresh,
                };
                let hash = secret::hash(pending);
                proof::may_send(&proofs::facts(db, &hash, &draft.identity, now)?, most, now)?;
                // Only now: whoever is refused has written nothing, so that nobody runs twice.
                proofs::tidy(db, now)?;
                let row = proofs::insert(db, &hash, &draft.identity, &draft.hash(pending), now)?;
                Ok((row, Proof { sent_at: now, wrong: 0, used_at: None }, pending.clone()))
            })
            .await
    }

    /// Proves an address by the code that was sent there, and signs in. The same again from the
    /// same waiting session, shortly after, signs in once more: the first answer may have been lost.
    /// `current` is the session's
    /// token of whoever is signed in already: that session ends.
    ///
    /// # Errors
    /// `wrong_proof` while tries are left; `old_proof` once there are none, its time is over, or no
    /// code was sent to this session.
    pub async fn prove(
        &self,
        pending: Option<&str>,
        code: &str,
        current: Option<&str>,
    ) -> Answer<NewSession> {
        self.expect_kind(&[SignInKind::Email, SignInKind::Sms])?;
        let pending = pending.ok_or_else(proof::none_sent)?.to_owned();
        let code = proof::typed(code)?;
        let token = secret::token().map_err(StorageError::from)?;
        let (bar, key) = (self.clone(), self.key.clone());
        let current = current.map(secret::hash);
        let verdict = self.writer.write(move |change| {
            let (db, now) = (change.connection(), change.now());
            let hash = secret::hash(&pending);
            let open = proofs::open_of(db, &hash)?.ok_or_else(proof::none_sent)?;
            open.proof.check(now)?;
            if !secret::equal(code_hash(&key, &pending, &code), open.code_hash) {
                proofs::note_wrong(db, open.id)?;
                // The refusal is this change's value, so that the try stays counted.
                let counted = Proof { wrong: open.proof.wrong + 1, ..open.proof };
                return Ok(Err(counted.refuse()));
            }
            proofs::use_up(db, &hash, open.id, now)?;
            Ok(Ok(bar.begin(change, &open.identity, &token, current)?))
        });
        verdict.await?.map_err(WriteError::from)
    }

    /// How a waiting session stands; nothing where no code is on its way to it.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn pending(&self, pending: &str) -> Result<Option<PendingProof>, StorageError> {
        let (hash, now) = (secret::hash(pending), self.now());
        let open = self.readers.read(move |db| proofs::open_of(db, &hash)).await?;
        Ok(open.map(|open| PendingProof {
            expires_at: open.proof.expires_at(),
            resend_at: open.proof.resend_at(),
            tries_left: open.proof.tries_left(now),
        }))
    }
}

fn is_about_the_address(no: &WriteError) -> bool {
    matches!(no, WriteError::Refused(refusal) if refusal.code == RefusalCode::InvalidRequest)
}

/// A code that is about to be sent.
struct Draft {
    key: Key,
    identity: [u8; 32],
    code: String,
}

impl Draft {
    fn hash(&self, pending: &str) -> [u8; 32] {
        code_hash(&self.key, pending, &self.code)
    }
}

/// A code as it is kept: bound to the session that waits for it.
fn code_hash(key: &Key, pending: &str, code: &str) -> [u8; 32] {
    key.hash(Purpose::Proof, &format!("{pending} {code}"))
}
