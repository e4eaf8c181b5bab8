//! One-time codes: how often one may be sent, and what a typed one is worth.

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;

use super::{Foreseen, No, Oracle, Verdict, later};

/// How long a code is good, in seconds, and how many wrong ones may be tried.
const GOOD: (u32, u32) = (300, 3);

/// How far two messages to one phone are apart at least, in seconds.
const APART: u32 = 30;

/// How long the same code serves once more, in seconds: the first answer may have been lost.
const AGAIN: u32 = 120;

/// Messages to one address, and to one waiting phone, and within how many seconds.
const MESSAGES: (usize, u32) = (5, 3_600);

/// A code that was sent.
#[derive(Clone, Debug)]
struct Sent {
    /// The session that waits for it.
    pending: String,
    person: usize,
    /// Nothing once another one has served.
    code: Option<String>,
    at: Timestamp,
    wrong: u32,
    used_at: Option<Timestamp>,
}

/// All that were sent, the newest last.
#[derive(Clone, Debug, Default)]
pub(in crate::simulation) struct Proofs {
    sent: Vec<Sent>,
    /// Who has asked last, and when.
    asked: Option<(usize, Timestamp)>,
}

impl Proofs {
    /// Which code it was, and who waits for it: only the bar can know.
    pub(in crate::simulation) fn learn(&mut self, pending: &str, code: &str) {
        let Some((person, at)) = self.asked.take() else { return };
        let (pending, code) = (pending.to_owned(), Some(code.to_owned()));
        self.sent.push(Sent { pending, person, code, at, wrong: 0, used_at: None });
    }

    fn may_send(&self, person: usize, pending: &str, now: Timestamp) -> Result<(), No> {
        let counted = |sent: &&Sent| now < later(sent.at, MESSAGES.1);
        let own: Vec<_> =
            self.sent.iter().filter(counted).filter(|sent| sent.pending == pending).collect();
        let address: Vec<_> =
            self.sent.iter().filter(counted).filter(|sent| sent.person == person).collect();
        let next = own.last().map(|last| later(last.at, APART)).filter(|next| now < *next);
        if next.is_some() {
            return Err((RefusalCode::TooManyTries, next));
        }
        let full = [own, address].into_iter().filter(|sent| sent.len() >= MESSAGES.0);
        match full.map(|sent| later(sent[0].at, MESSAGES.1)).max() {
            Some(room) => Err((RefusalCode::TooManyTries, Some(room))),
            None => Ok(()),
        }
    }

    /// Whom a code proves.
    fn try_code(&mut self, pending: &str, code: &str, now: Timestamp) -> Result<usize, No> {
        let last = self.sent.iter().rposition(|sent| sent.pending == pending);
        let old = (RefusalCode::OldProof, None);
        let last = last.ok_or(old)?;
        let sent = &mut self.sent[last];
        let is_over = now >= later(sent.at, GOOD.0)
            || sent.wrong >= GOOD.1
            || sent.used_at.is_some_and(|used| now >= later(used, AGAIN));
        let right = sent.code.as_ref().filter(|_| !is_over).ok_or(old)?;
        if right != code {
            sent.wrong += 1;
            return Err(if sent.wrong < GOOD.1 { (RefusalCode::WrongProof, None) } else { old });
        }
        sent.used_at.get_or_insert(now);
        let person = sent.person;
        let others = self.sent[..last].iter_mut().filter(|sent| sent.pending == pending);
        others.for_each(|sent| sent.code = None);
        Ok(person)
    }
}

impl Oracle {
    /// Somebody asks for a code.
    pub(super) fn ask_code(&mut self, person: usize, pending: Option<&str>) -> Foreseen {
        let now = self.now;
        let counts = |sent: &Sent| now < later(sent.at, MESSAGES.1);
        let is_known = |p: &&str| self.proofs.sent.iter().any(|s| s.pending == **p && counts(s));
        let known = pending.filter(is_known);
        if let Err(no) = self.proofs.may_send(person, known.unwrap_or_default(), now) {
            return Foreseen::refused(no);
        }
        let is_new = known.is_none();
        // What no limit counts any more is forgotten.
        self.proofs.sent.retain(counts);
        self.proofs.asked = Some((person, now));
        let (expires_at, resend_at) = (later(now, GOOD.0), later(now, APART));
        let answer = Verdict::Sent { expires_at, resend_at, is_new };
        Foreseen { answer, rows: Vec::new() }
    }

    /// Somebody types one.
    pub(super) fn prove(&mut self, pending: &str, code: &str, token: Option<&str>) -> Foreseen {
        match self.proofs.try_code(pending, code, self.now) {
            Ok(person) => self.guests.prove(person, token),
            Err(no) => Foreseen::refused(no),
        }
    }
}
