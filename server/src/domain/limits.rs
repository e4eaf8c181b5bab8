//! Bounds on what people type, and on how often they may guess.

use demitasse_shared::Timestamp;
use demitasse_shared::api::{IDEMPOTENCY_KEY_CHARS, SignInKind};
use demitasse_shared::error::RefusalCode;

use super::refusal::Refusal;

mod plain;

pub(crate) use plain::plain;

/// The longest name, in characters.
pub const NAME_CHARS: usize = 40;

/// The longest label that a device may give itself, in characters.
pub const LABEL_CHARS: usize = 80;

/// The longest note, reason or announcement, in characters.
pub const NOTE_CHARS: usize = 120;

/// Wrong codes that one guest may try within [`TRY_SPAN_SECONDS`].
pub const GUEST_TRIES: u32 = 20;

/// Wrong codes that all guests together may try within [`TRY_SPAN_SECONDS`]; after that only the
/// code on show is looked at, so that honest guests are served whatever others try.
pub const EVERYBODYS_TRIES: u32 = 5_000;

/// Wrong pairing codes that all devices together may try within [`TRY_SPAN_SECONDS`]: with 40
/// random bits that is hopeless for who guesses, and out of reach for whoever mistypes. After that
/// only long codes count, and staff are given long ones, so that they can pair whatever others try.
pub const PAIRING_TRIES: u32 = 300;

/// Wrong tries are forgotten after this long.
pub const TRY_SPAN_SECONDS: u32 = 600;

/// A name as the bar keeps it: trimmed, spaces folded, without characters that cannot be seen.
///
/// # Errors
/// `invalid_request` where nothing is left or it is too long.
pub fn name(typed: &str) -> Result<String, Refusal> {
    let name = plain(typed);
    match name.chars().count() {
        0 => Err(Refusal::invalid("Type a name, so that we know what to call you.")),
        1..=NAME_CHARS => Ok(name),
        _ => Err(Refusal::invalid(format!("A name has at most {NAME_CHARS} characters."))),
    }
}

/// What is said where a guest signs in by something else than the venue chose.
pub fn other_kind(chosen: SignInKind) -> Refusal {
    Refusal::invalid(match chosen {
        SignInKind::Name => "Here guests sign in by a first name: send `name`.",
        SignInKind::Email => "Here guests sign in by a code to their e-mail: send `email`.",
        SignInKind::Sms => "Here guests sign in by a code to their phone: send `phone`.",
        SignInKind::Badge => "Here guests sign in by their badge: send `badge`.",
    })
}

/// A note as the bar keeps it; an empty one is none.
///
/// # Errors
/// `invalid_request` where it is too long.
pub fn note(typed: Option<&str>) -> Result<Option<String>, Refusal> {
    let note = plain(typed.unwrap_or_default());
    if note.chars().count() > NOTE_CHARS {
        return Err(Refusal::invalid(format!("Keep it to {NOTE_CHARS} characters.")));
    }
    Ok((!note.is_empty()).then_some(note))
}

/// A line for everybody, as the bar keeps it.
///
/// # Errors
/// `invalid_request` where it is empty or too long.
pub fn line(typed: &str) -> Result<String, Refusal> {
    note(Some(typed))?.ok_or_else(|| Refusal::invalid("Say something: the line is empty."))
}

/// A device's label for itself.
///
/// # Errors
/// `invalid_request` where it is empty or too long.
pub fn label(typed: &str) -> Result<String, Refusal> {
    let label = plain(typed);
    if label.is_empty() || label.chars().count() > LABEL_CHARS {
        return Err(Refusal::invalid(format!("`device` has 1 to {LABEL_CHARS} characters.")));
    }
    Ok(label)
}

/// How many rows an answer lists at most.
///
/// # Errors
/// `invalid_request` where it is none, or more than `most`.
pub fn rows(asked: Option<u32>, usual: u32, most: u32) -> Result<u32, Refusal> {
    let rows = asked.unwrap_or(usual);
    if (1..=most).contains(&rows) {
        return Ok(rows);
    }
    Err(Refusal::invalid(format!("`limit` goes from 1 to {most}.")))
}

/// A device's key for a walk-up order.
///
/// # Errors
/// `invalid_request` where it is empty, too long, or not of visible ASCII characters.
pub fn entry_key(typed: &[u8]) -> Result<String, Refusal> {
    let fits = (1..=IDEMPOTENCY_KEY_CHARS).contains(&typed.len())
        && typed.iter().all(u8::is_ascii_graphic);
    let key = Some(typed).filter(|_| fits).and_then(|typed| std::str::from_utf8(typed).ok());
    key.map(str::to_owned).ok_or_else(|| {
        let most = IDEMPOTENCY_KEY_CHARS;
        Refusal::invalid(format!("`Idempotency-Key` has 1 to {most} visible ASCII characters."))
    })
}

/// Counts wrong tries; it costs whoever makes them, never an address: a conference sits behind one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TryBudget {
    allowed: u32,
    since: Option<Timestamp>,
    wrong: u32,
}

impl TryBudget {
    /// A fresh budget of so many wrong tries.
    pub fn new(allowed: u32) -> Self {
        Self { allowed, since: None, wrong: 0 }
    }

    /// Whether another try is allowed.
    ///
    /// # Errors
    /// `too_many_tries`, with when to try again.
    pub fn check(&self, now: Timestamp) -> Result<(), Refusal> {
        let Some(end) = self.end().filter(|end| now < *end) else { return Ok(()) };
        if self.wrong < self.allowed {
            return Ok(());
        }
        Err(Refusal::new(RefusalCode::TooManyTries, "That was tried too often. Wait a little.")
            .until(Some(end)))
    }

    /// Notes a wrong try.
    pub fn note_wrong(&mut self, now: Timestamp) {
        if self.end().is_none_or(|end| now >= end) {
            *self = Self { since: Some(now), ..Self::new(self.allowed) };
        }
        self.wrong = self.wrong.saturating_add(1);
    }

    /// Takes one back.
    pub fn forget_one(&mut self) {
        self.wrong = self.wrong.saturating_sub(1);
    }

    /// When the wrong tries are forgotten.
    pub fn end(&self) -> Option<Timestamp> {
        self.since.map(|since| super::order::after(since, TRY_SPAN_SECONDS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_as_a_person_meant_it() {
        let cases = [
            ("  Ana \t María ", "Ana María"),
            ("李雷", "李雷"),
            ("A\u{202e}na\u{200b}", "Ana"),
            ("\u{1b}[31mEve", "[31mEve"),
            ("e\u{301}e\u{302}\u{323}", "e\u{301}e\u{302}\u{323}"),
            ("Ana \u{2615}\u{fe0f}", "Ana \u{2615}\u{fe0f}"),
            ("A\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}na", "A\u{301}\u{301}\u{301}\u{301}na"),
        ];
        for (typed, kept) in cases {
            assert_eq!(name(typed).as_deref(), Ok(kept));
        }
    }

    #[test]
    fn a_name_is_there_and_not_too_long() {
        for typed in
            ["", "  ", "\u{200b}\n", "\u{3164}", "\u{2800} \u{fe0f}", " \u{301}", &"x".repeat(41)]
        {
            let refused = name(typed).expect_err("refused");
            assert_eq!(refused.code, RefusalCode::InvalidRequest);
        }
        assert!(name(&"é".repeat(40)).is_ok());
    }

    #[test]
    fn a_list_has_at_least_one_row_and_at_most_so_many() {
        for (asked, listed) in [(None, Ok(100)), (Some(1), Ok(1)), (Some(500), Ok(500))] {
            assert_eq!(rows(asked, 100, 500), listed);
        }
        for asked in [0, 501, u32::MAX] {
            assert!(rows(Some(asked), 100, 500).is_err(), "{asked}");
        }
    }

    #[test]
    fn a_key_can_be_seen_and_is_not_too_long() {
        for key in ["k", "01J8-x.y~z/=+", &"x".repeat(64)] {
            assert_eq!(entry_key(key.as_bytes()).as_deref(), Ok(key));
        }
        for key in ["", "a b", "a\tb", "é", "\u{7f}", &"x".repeat(65)] {
            assert!(entry_key(key.as_bytes()).is_err(), "{key:?}");
        }
        assert!(entry_key(b"\xff").is_err());
    }

    #[test]
    fn guessing_ends_after_twenty_wrong_tries_and_begins_anew_later() {
        let at = |second| Timestamp::from_second(second).expect("a time");
        let mut budget = TryBudget::new(GUEST_TRIES);
        for _ in 0..GUEST_TRIES {
            assert_eq!(budget.check(at(5)), Ok(()));
            budget.note_wrong(at(5));
        }
        let refused = budget.check(at(6)).expect_err("used up");
        assert_eq!(refused.retry_at, Some(at(605)));
        assert_eq!(budget.check(at(605)), Ok(()));
    }
}
