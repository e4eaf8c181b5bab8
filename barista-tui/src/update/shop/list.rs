//! Lists and typed lines, as all dialogs about the bar have them.

use crate::keymap::{self, Command};
use crate::update::keys;

/// Moves through a list of `len` lines; a line's key, Enter or a touch returns the line that is
/// meant.
pub(super) fn choose(choice: &mut usize, len: usize, command: Command) -> Option<usize> {
    // The list may have become shorter since.
    *choice = (*choice).min(len.saturating_sub(1));
    match command {
        Command::Type(key) => keymap::picked(key).filter(|line| *line < len),
        Command::Mark => keys::choose(choice, len, Command::Accept),
        command => keys::choose(choice, len, command),
    }
}

/// Adds a character or takes the last one away.
pub(super) fn type_into(text: &mut String, command: Command, longest: usize) {
    match command {
        Command::Type(c) if text.chars().count() < longest => text.push(c),
        Command::Erase => drop(text.pop()),
        _ => {}
    }
}

/// The same for a number.
pub(super) fn type_figures(text: &mut String, command: Command, longest: usize) {
    match command {
        Command::Type(c) if !c.is_ascii_digit() => {}
        command => type_into(text, command, longest),
    }
}
