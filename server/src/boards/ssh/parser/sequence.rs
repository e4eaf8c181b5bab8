//! Keys and touches that are more than a letter (ECMA-48, section 5.4; xterm's control sequences).

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{Cut, character, key};

/// How a press of the mouse is told in the old form: three bytes after the `M`.
const OLD_MOUSE_BYTES: usize = 4;

/// What is added to each number of the old form.
const OLD_MOUSE_OFFSET: u8 = 32;

/// What follows `ESC O`.
pub(super) fn single(bytes: &[u8]) -> Cut {
    let Some(letter) = bytes.first() else { return Cut::Unfinished };
    let code = match letter {
        b'P'..=b'S' => Some(KeyCode::F(letter - b'P' + 1)),
        b'M' => Some(KeyCode::Enter),
        letter => place(*letter),
    };
    Cut::Found(1, code.map(|code| key(code, KeyModifiers::NONE)))
}

/// What follows `ESC [`: parameters, then the letter that ends it.
pub(super) fn control(bytes: &[u8]) -> Cut {
    if bytes.first() == Some(&b'M') {
        return old_mouse(bytes);
    }
    // Linux's own console: `ESC [ [ A` to `E` are F1 to F5.
    if bytes.first() == Some(&b'[') {
        let Some(letter) = bytes.get(1) else { return Cut::Unfinished };
        let code = (b'A'..=b'E').contains(letter).then(|| KeyCode::F(letter - b'A' + 1));
        return Cut::Found(2, code.map(|code| key(code, KeyModifiers::NONE)));
    }
    let Some(end) = bytes.iter().position(|byte| (0x40..=0x7E).contains(byte)) else {
        return Cut::Unfinished;
    };
    let (parameters, letter) = (&bytes[..end], bytes[end]);
    let event = match parameters.strip_prefix(b"<") {
        Some(parameters) => mouse(&numbers(parameters), letter),
        None => named(&numbers(parameters), letter),
    };
    Cut::Found(end + 1, event)
}

/// Numbers between semicolons; what is missing or none counts as 0.
fn numbers(parameters: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(parameters);
    text.split(';').map(|number| number.parse().unwrap_or_default()).collect()
}

/// A key by its number or its letter, and what was held down with it.
fn named(numbers: &[u16], letter: u8) -> Option<Event> {
    let number = numbers.first().copied().unwrap_or_default();
    let mut held = held(numbers.get(1).copied().unwrap_or_default());
    let code = match letter {
        b'~' => numbered(number)?,
        // With another number it is a terminal's answer: where its cursor is.
        b'P'..=b'S' if number <= 1 => KeyCode::F(letter - b'P' + 1),
        b'Z' => {
            held |= KeyModifiers::SHIFT;
            KeyCode::BackTab
        }
        b'u' => return unicode(number, held),
        letter => place(letter)?,
    };
    Some(key(code, held))
}

/// A key by its letter's number, as terminals tell it that know more than control characters.
fn unicode(number: u16, held: KeyModifiers) -> Option<Event> {
    let code = match number {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        number => {
            let letter = char::from_u32(u32::from(number)).filter(|letter| !letter.is_control())?;
            return match character(letter, false) {
                Event::Key(typed) => Some(key(typed.code, typed.modifiers | held)),
                _ => None,
            };
        }
    };
    Some(key(code, held))
}

fn place(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        _ => return None,
    })
}

fn numbered(number: u16) -> Option<KeyCode> {
    // Some numbers between those of the function keys stand for nothing.
    const FUNCTIONS: [u16; 12] = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24];
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        number => {
            let place = (1..).zip(FUNCTIONS).find(|(_, function)| *function == number);
            KeyCode::F(place?.0)
        }
    })
}

/// What was held down: one more than Shift 1, Alt 2, Ctrl 4.
fn held(number: u16) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let mut held = KeyModifiers::NONE;
    held.set(KeyModifiers::SHIFT, bits & 1 != 0);
    held.set(KeyModifiers::ALT, bits & 2 != 0);
    held.set(KeyModifiers::CONTROL, bits & 4 != 0);
    held
}

/// A touch: which button, then column and row from 1. `M` is down, `m` is up.
fn mouse(numbers: &[u16], letter: u8) -> Option<Event> {
    let [button, column, row] = *numbers else { return None };
    let kind = match (button & !(4 | 8 | 16), letter) {
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        (button @ 0..=2, b'M') => MouseEventKind::Down(named_button(button)),
        (button @ 0..=2, b'm') => MouseEventKind::Up(named_button(button)),
        _ => return None,
    };
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, button & 4 != 0);
    modifiers.set(KeyModifiers::ALT, button & 8 != 0);
    modifiers.set(KeyModifiers::CONTROL, button & 16 != 0);
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers }))
}

fn named_button(button: u16) -> MouseButton {
    match button {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    }
}

/// The form from before there were screens of more than 223 columns.
fn old_mouse(bytes: &[u8]) -> Cut {
    let Some(&[_, button, column, row]) = bytes.get(..OLD_MOUSE_BYTES) else {
        return Cut::Unfinished;
    };
    let numbers = [button, column, row].map(|byte| u16::from(byte.wrapping_sub(OLD_MOUSE_OFFSET)));
    Cut::Found(OLD_MOUSE_BYTES, mouse(&numbers, b'M'))
}
