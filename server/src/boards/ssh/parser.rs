//! Keys and touches from the bytes of a terminal, in the forms of xterm and of what mimics it.
//!
//! The library that reads the own terminal gives its parser to nobody, and others read one event at
//! a time from bytes that somebody else has cut: the cutting is most of the work.

mod sequence;
#[cfg(test)]
mod tests;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

const ESC: u8 = 0x1B;

/// The longest sequence that anybody sends. What is longer is no key.
const SEQUENCE_BYTES: usize = 64;

/// What surrounds pasted text. Nobody pastes into a board on purpose: it would press keys.
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Cuts bytes into events. Sequences may come in pieces.
#[derive(Debug, Default)]
pub struct Parser {
    waiting: Vec<u8>,
    is_pasting: bool,
}

/// What the waiting bytes begin with.
enum Cut {
    /// So many bytes, which are an event, or nothing that matters.
    Found(usize, Option<Event>),
    /// The beginning of something.
    Unfinished,
}

impl Parser {
    /// Takes bytes, and gives the events that they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        for byte in bytes {
            self.waiting.push(*byte);
            if self.is_pasting {
                self.skip_paste();
            } else {
                self.cut(&mut events);
            }
        }
        events
    }

    /// Whether something has begun that silence would complete: an Esc that stands alone.
    pub fn is_waiting(&self) -> bool {
        !self.is_pasting && !self.waiting.is_empty()
    }

    /// Nothing more came: what waits is all there is.
    pub fn quiet(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.waiting).as_slice() {
            [ESC] => vec![key(KeyCode::Esc, KeyModifiers::NONE)],
            // `Alt-[` and `Alt-O` look like the beginning of something longer.
            [ESC, letter @ (b'[' | b'O')] => vec![character(char::from(*letter), true)],
            _ => Vec::new(),
        }
    }

    fn cut(&mut self, events: &mut Vec<Event>) {
        while let Cut::Found(length, event) = first(&self.waiting) {
            self.is_pasting = self.waiting.starts_with(PASTE_BEGINS);
            self.waiting.drain(..length);
            events.extend(event);
        }
        if self.waiting.len() > SEQUENCE_BYTES {
            self.waiting.clear();
        }
    }

    /// Keeps no more of what is pasted than it takes to see its end.
    fn skip_paste(&mut self) {
        if self.waiting.ends_with(PASTE_ENDS) {
            self.waiting.clear();
            self.is_pasting = false;
        } else if self.waiting.len() > PASTE_ENDS.len() {
            self.waiting.remove(0);
        }
    }
}

/// What these bytes begin with.
fn first(bytes: &[u8]) -> Cut {
    match bytes {
        [] | [ESC] => Cut::Unfinished,
        // The first Esc stood alone.
        [ESC, ESC, ..] => Cut::Found(1, Some(key(KeyCode::Esc, KeyModifiers::NONE))),
        [ESC, b'[', rest @ ..] => shifted(sequence::control(rest), 2),
        [ESC, b'O', rest @ ..] => shifted(sequence::single(rest), 2),
        [ESC, rest @ ..] => shifted(letter(rest, true), 1),
        bytes => letter(bytes, false),
    }
}

/// The same, after so many bytes more.
fn shifted(cut: Cut, by: usize) -> Cut {
    match cut {
        Cut::Found(length, event) => Cut::Found(length + by, event),
        Cut::Unfinished => Cut::Unfinished,
    }
}

/// A letter in UTF-8, or a key that sends a control character.
fn letter(bytes: &[u8], alt: bool) -> Cut {
    let Some(first) = bytes.first() else { return Cut::Unfinished };
    if let Some(mut event) = control_key(*first) {
        if alt {
            event.modifiers |= KeyModifiers::ALT;
        }
        return Cut::Found(1, Some(Event::Key(event)));
    }
    let length = match first {
        0x00..=0x7F => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        // Not how a letter begins.
        _ => return Cut::Found(1, None),
    };
    let Some(bytes) = bytes.get(..length) else { return Cut::Unfinished };
    let text = std::str::from_utf8(bytes).ok().and_then(|text| text.chars().next());
    match text {
        Some(letter) => Cut::Found(length, Some(character(letter, alt))),
        None => Cut::Found(1, None),
    }
}

fn control_key(byte: u8) -> Option<KeyEvent> {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    let with_ctrl =
        |letter: u8| KeyEvent::new(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    Some(match byte {
        b'\r' | b'\n' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x7F | 0x08 => plain(KeyCode::Backspace),
        0x00 => with_ctrl(b' '),
        0x01..=0x1A => with_ctrl(byte - 1 + b'a'),
        0x1C..=0x1F => with_ctrl(byte - 0x1C + b'4'),
        _ => return None,
    })
}

/// A letter's key; a capital has been typed with Shift.
fn character(letter: char, alt: bool) -> Event {
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::ALT, alt);
    modifiers.set(KeyModifiers::SHIFT, letter.is_uppercase());
    key(KeyCode::Char(letter), modifiers)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}
