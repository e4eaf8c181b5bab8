//! One-time codes: how often one may be sent, and when a typed one is the one that was sent.

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;

use super::identity::digit;
use super::order::after;
use super::refusal::Refusal;

/// How long a code is good, in seconds.
pub const PROOF_SECONDS: u32 = 300;

/// Wrong codes after which the one that was sent is used up.
pub const PROOF_TRIES: u32 = 3;

/// How long to wait before another code can be asked for, in seconds.
pub const RESEND_SECONDS: u32 = 30;

/// How long the same code signs the same waiting session in once more, in seconds: on a bad line
/// the answer to the first try may have been lost, and with it the session.
pub const AGAIN_SECONDS: u32 = 120;

/// The span in which messages are counted, in seconds.
pub const COUNTED_SECONDS: u32 = 3_600;

/// Messages within [`COUNTED_SECONDS`] to one address: whoever types a stranger's address cannot
/// make a nuisance of the bar.
pub const ADDRESS_MESSAGES: u32 = 5;

/// Messages within [`COUNTED_SECONDS`] that one waiting session may ask for, to any addresses.
pub const SESSION_MESSAGES: u32 = 5;

/// How many digits a code has.
const DIGITS: usize = 6;

/// The code that was sent last to a waiting session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Wrong codes that were tried since.
    pub wrong: u32,
    /// When it served.
    pub used_at: Option<Timestamp>,
}

impl Proof {
    /// Until when it is good.
    pub fn expires_at(&self) -> Timestamp {
        after(self.sent_at, PROOF_SECONDS)
    }

    /// When another can be asked for.
    pub fn resend_at(&self) -> Timestamp {
        after(self.sent_at, RESEND_SECONDS)
    }

    /// How many more codes may be tried; none once its time is over.
    pub fn tries_left(&self, now: Timestamp) -> u32 {
        if now < self.expires_at() { PROOF_TRIES.saturating_sub(self.wrong) } else { 0 }
    }

    /// Looks at a typed code that may be tried.
    ///
    /// # Errors
    /// `old_proof` where the code has had its time or its tries.
    pub fn check(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.used_at.is_some_and(|used_at| now >= after(used_at, AGAIN_SECONDS)) {
            return Err(none_sent());
        }
        if now >= self.expires_at() {
            return Err(used_up("That code was good for five minutes. Ask for a new one."));
        }
        if self.wrong >= PROOF_TRIES {
            return Err(used_up("That code was tried too often. Ask for a new one."));
        }
        Ok(())
    }

    /// What is said to a wrong code, after it was counted.
    pub fn refuse(&self) -> Refusal {
        match PROOF_TRIES.saturating_sub(self.wrong) {
            0 => used_up("That is not the code, and it was the last try. Ask for a new one."),
            1 => wrong("That is not the code we sent. One more try."),
            left => wrong(&format!("That is not the code we sent. {left} more tries.")),
        }
    }
}

fn wrong(detail: &str) -> Refusal {
    Refusal::new(RefusalCode::WrongProof, detail)
}

fn used_up(detail: &str) -> Refusal {
    Refusal::new(RefusalCode::OldProof, detail)
}

/// What is said where no code was sent, or the one that was has served.
pub fn none_sent() -> Refusal {
    used_up("There is no code on its way to you. Ask for one.")
}

/// A code as it was typed: six digits, with spaces or dashes, in any script's digits.
///
/// # Errors
/// `invalid_request` where it is no such code; it costs no try.
pub fn typed(code: &str) -> Result<String, Refusal> {
    let counts = |c: &char| !(c.is_whitespace() || *c == '-');
    let digits: Option<String> = code.chars().filter(counts).map(digit).collect();
    digits
        .filter(|digits| digits.len() == DIGITS)
        .ok_or_else(|| Refusal::invalid("The code has six digits. Type them as they were sent."))
}

/// Messages that were sent within [`COUNTED_SECONDS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// How many.
    pub count: u32,
    /// When the first of them was.
    pub first: Option<Timestamp>,
    /// When the last of them was.
    pub last: Option<Timestamp>,
}

impl Sent {
    /// When there is room for another under this limit; nothing where there is now.
    fn room_at(&self, limit: u32) -> Option<Timestamp> {
        let first = self.first.filter(|_| self.count >= limit)?;
        Some(after(first, COUNTED_SECONDS))
    }
}

/// What the rules look at before another code is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SendFacts {
    /// To the waiting session that asks.
    pub session: Sent,
    /// To the address.
    pub address: Sent,
    /// By the whole bar.
    pub bar: Sent,
}

/// Whether another code may be sent, where `most` is how many the whole bar may send. Nothing here
/// depends on whether the address has ever ordered.
///
/// # Errors
/// `too_many_tries`, with when to ask again.
pub fn may_send(facts: &SendFacts, most: u32, now: Timestamp) -> Result<(), Refusal> {
    let resend_at = facts.session.last.map(|last| after(last, RESEND_SECONDS));
    if let Some(at) = resend_at.filter(|at| now < *at) {
        return Err(later("A code is on its way. Give it a moment before you ask again.", at));
    }
    let own = [facts.session.room_at(SESSION_MESSAGES), facts.address.room_at(ADDRESS_MESSAGES)];
    if let Some(at) = own.into_iter().flatten().max() {
        return Err(later("Those were many codes. Wait a while before you ask for another.", at));
    }
    match facts.bar.room_at(most) {
        Some(at) => Err(later("The bar has sent all the codes it can for now. Try later.", at)),
        None => Ok(()),
    }
}

fn later(detail: &str, at: Timestamp) -> Refusal {
    Refusal::new(RefusalCode::TooManyTries, detail).until(Some(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    fn sent(count: u32, first: i64, last: i64) -> Sent {
        Sent { count, first: Some(at(first)), last: Some(at(last)) }
    }

    #[test]
    fn a_code_is_good_for_five_minutes_and_three_tries() {
        let proof = Proof { sent_at: at(0), wrong: 0, used_at: None };
        assert_eq!((proof.check(at(299)), proof.tries_left(at(299))), (Ok(()), 3));
        assert_eq!(proof.check(at(300)).map_err(|no| no.code), Err(RefusalCode::OldProof));
        assert_eq!(proof.tries_left(at(300)), 0);
        let tried = |wrong| Proof { wrong, ..proof };
        assert_eq!(tried(2).check(at(1)), Ok(()));
        assert_eq!(tried(3).check(at(1)).map_err(|no| no.code), Err(RefusalCode::OldProof));
    }

    #[test]
    fn a_wrong_code_is_told_how_many_tries_are_left() {
        let said = |wrong| Proof { sent_at: at(0), wrong, used_at: None }.refuse();
        assert!(said(1).detail.contains("2 more tries"), "{}", said(1).detail);
        assert!(said(2).detail.contains("One more try"), "{}", said(2).detail);
        assert_eq!(said(1).code, RefusalCode::WrongProof);
        assert_eq!(said(3).code, RefusalCode::OldProof);
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for code in ["012345", " 012 345 ", "012-345", "٠١٢٣٤٥", "۰۱۲۳۴۵", "０１２３４５"]
        {
            assert_eq!(typed(code).as_deref(), Ok("012345"), "{code}");
        }
        for code in ["", "01234", "0123456", "O12345", "12345a"] {
            assert!(typed(code).is_err(), "{code}");
        }
    }

    #[test]
    fn another_code_is_sent_after_half_a_minute() {
        let facts = SendFacts { session: sent(1, 0, 0), ..SendFacts::default() };
        let no = may_send(&facts, 2_000, at(29)).expect_err("too early");
        assert_eq!((no.code, no.retry_at), (RefusalCode::TooManyTries, Some(at(30))));
        assert_eq!(may_send(&facts, 2_000, at(30)), Ok(()));
    }

    #[test]
    fn an_address_a_session_and_the_bar_each_have_their_measure() {
        let none = SendFacts::default();
        for (facts, room) in [
            (SendFacts { session: sent(4, 10, 400), ..none }, None),
            (SendFacts { session: sent(5, 10, 400), ..none }, Some(at(3_610))),
            (SendFacts { address: sent(4, 20, 400), ..none }, None),
            (SendFacts { address: sent(5, 20, 400), ..none }, Some(at(3_620))),
            (SendFacts { bar: sent(1_999, 30, 400), ..none }, None),
            (SendFacts { bar: sent(2_000, 30, 400), ..none }, Some(at(3_630))),
        ] {
            let refused = may_send(&facts, 2_000, at(500)).err().and_then(|no| no.retry_at);
            assert_eq!(refused, room, "{facts:?}");
        }
    }
}
