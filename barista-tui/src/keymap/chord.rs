//! One key, with or without Ctrl.

use crossterm::event::KeyCode;

use crate::words::Words;

/// A key with or without Ctrl. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chord {
    pub(crate) code: KeyCode,
    pub(crate) ctrl: bool,
}

impl Chord {
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
            KeyCode::F(n) => format!("F{n}"),
            KeyCode::Char(' ') => words.plain("key-space"),
            KeyCode::Char(c) => c.to_string(),
            other => format!("{other:?}"),
        };
        if self.ctrl { words.say("key-control", &[("key", name.into())]) } else { name }
    }
}
