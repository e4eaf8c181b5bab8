//! One key, with or without Ctrl.

use std::str::FromStr;

use crossterm::event::KeyCode;

use crate::words::Words;

/// The keys that have names, as configuration files write them. The first of a key's names is the
/// one that is written.
const NAMES: [(&str, KeyCode); 22] = [
    ("enter", KeyCode::Enter),
    ("return", KeyCode::Enter),
    ("space", KeyCode::Char(' ')),
    ("escape", KeyCode::Esc),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("del", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("page-up", KeyCode::PageUp),
    ("pageup", KeyCode::PageUp),
    ("page-down", KeyCode::PageDown),
    ("pagedown", KeyCode::PageDown),
];

/// Stands before a key that is pressed together with Ctrl.
const CONTROL: &str = "ctrl-";

/// As many function keys as any keyboard has.
const FUNCTION_KEYS: std::ops::RangeInclusive<u8> = 1..=24;

/// A key with or without Ctrl. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chord {
    pub(crate) code: KeyCode,
    pub(crate) ctrl: bool,
}

/// Words that name no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no key: write a character such as \"m\", a name such as \"enter\", \"space\" or \
     \"F5\", or one of them after \"ctrl-\""
)]
pub(crate) struct NoKey(String);

impl Chord {
    /// A key without Ctrl.
    pub(super) const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false }
    }

    /// The key as people call it.
    pub(crate) fn name(self, words: Words) -> String {
        let name = match self.code {
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Enter => words.plain("key-enter"),
            KeyCode::Esc => words.plain("key-escape"),
            KeyCode::Tab => words.plain("key-tab"),
            KeyCode::BackTab => words.say("key-shift", &[("key", words.plain("key-tab").into())]),
            KeyCode::Home => words.plain("key-home"),
            KeyCode::End => words.plain("key-end"),
            KeyCode::PageUp => words.plain("key-page-up"),
            KeyCode::PageDown => words.plain("key-page-down"),
            KeyCode::Backspace => words.plain("key-backspace"),
            KeyCode::Delete => words.plain("key-delete"),
            KeyCode::Insert => words.plain("key-insert"),
            KeyCode::F(n) => format!("F{n}"),
            KeyCode::Char(' ') => words.plain("key-space"),
            KeyCode::Char(c) => c.to_string(),
            other => format!("{other:?}"),
        };
        if self.ctrl { words.say("key-control", &[("key", name.into())]) } else { name }
    }

    /// The key as configuration files write it.
    pub(super) fn written(self) -> String {
        let name = NAMES.iter().find(|(_, code)| *code == self.code);
        let key = match (name, self.code) {
            (Some((name, _)), _) => (*name).to_owned(),
            (None, KeyCode::F(n)) => format!("F{n}"),
            (None, KeyCode::Char(c)) => c.to_string(),
            (None, other) => format!("{other:?}"),
        };
        if self.ctrl { format!("{CONTROL}{key}") } else { key }
    }
}

/// Names are read whatever their case; a character's own case counts.
impl FromStr for Chord {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let lower = text.to_lowercase();
        let ctrl = lower.starts_with(CONTROL);
        let key = if ctrl { &lower[CONTROL.len()..] } else { text };
        let code = key_code(key).ok_or_else(|| NoKey(text.to_owned()))?;
        Ok(Self { code, ctrl })
    }
}

fn key_code(key: &str) -> Option<KeyCode> {
    let mut chars = key.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(KeyCode::Char(c));
    }
    let lower = key.to_lowercase();
    let named = NAMES.iter().find(|(name, _)| *name == lower).map(|(_, code)| *code);
    named.or_else(|| {
        let number = lower.strip_prefix('f')?.parse().ok()?;
        FUNCTION_KEYS.contains(&number).then_some(KeyCode::F(number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, code: KeyCode, ctrl: bool) {
        assert_eq!(text.parse(), Ok(Chord { code, ctrl }), "{text}");
    }

    #[test]
    fn keys_are_read_as_people_write_them() {
        check("m", KeyCode::Char('m'), false);
        check("M", KeyCode::Char('M'), false);
        check("é", KeyCode::Char('é'), false);
        check("-", KeyCode::Char('-'), false);
        check(" ", KeyCode::Char(' '), false);
        check("space", KeyCode::Char(' '), false);
        check("Page-Up", KeyCode::PageUp, false);
        check("F5", KeyCode::F(5), false);
        check("f12", KeyCode::F(12), false);
        check("ctrl-x", KeyCode::Char('x'), true);
        check("Ctrl-X", KeyCode::Char('x'), true);
        check("ctrl-up", KeyCode::Up, true);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "mm", "F0", "F25", "Fx", "ctrl-", "ctrl", "alt-x", "\n", "espresso"] {
            let refused = text.parse::<Chord>().expect_err("no key").to_string();
            assert!(refused.starts_with(&format!("{text:?} is no key")), "{refused}");
        }
    }

    #[test]
    fn every_key_is_read_as_it_is_written() {
        let named = NAMES.into_iter().map(|(_, code)| code);
        let others = [KeyCode::F(7), KeyCode::Char('G'), KeyCode::Char('-'), KeyCode::Char('é')];
        for code in named.chain(others) {
            let chord = Chord::plain(code);
            assert_eq!(chord.written().parse(), Ok(chord));
        }
        let chord = Chord { code: KeyCode::Char('x'), ctrl: true };
        assert_eq!(chord.written(), "ctrl-x");
    }
}
