//! What a page's person does, as the script tells it.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use demitasse_barista::{Ear, Gone};
use serde::Deserialize;

/// How many things a person may do at once; the script sends a few together where the last ones
/// are on their way still.
pub const WISHES: usize = 64;

/// One thing that a person does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Wish {
    /// Presses a key, by its name in browsers (UI Events, "key").
    Key {
        /// The name.
        name: String,
        /// What is held down with it.
        #[serde(default)]
        shift: bool,
        /// What is held down with it.
        #[serde(default)]
        ctrl: bool,
        /// What is held down with it.
        #[serde(default)]
        alt: bool,
    },
    /// Touches a cell.
    Tap {
        /// From the left, from 0.
        column: u16,
        /// From the top, from 0.
        row: u16,
    },
    /// Scrolls at a cell.
    Scroll {
        /// From the left, from 0.
        column: u16,
        /// From the top, from 0.
        row: u16,
        /// Whether what is below comes up.
        down: bool,
    },
    /// Turns the tablet, or resizes the window.
    Size {
        /// How many cells fit beside each other.
        columns: u16,
        /// How many cells fit below each other.
        rows: u16,
    },
}

/// Tells a board all of it, in order.
pub(super) async fn tell(ear: &Ear, wishes: Vec<Wish>) -> Result<(), Gone> {
    for event in wishes.into_iter().take(WISHES).filter_map(event) {
        ear.event(event).await?;
    }
    Ok(())
}

/// A wish as the event of a terminal; nothing for keys that no terminal has.
pub fn event(wish: Wish) -> Option<Event> {
    let touch = |kind, column, row| {
        Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
    };
    Some(match wish {
        Wish::Size { columns, rows } => Event::Resize(columns, rows),
        Wish::Tap { column, row } => touch(MouseEventKind::Down(MouseButton::Left), column, row),
        Wish::Scroll { column, row, down: true } => touch(MouseEventKind::ScrollDown, column, row),
        Wish::Scroll { column, row, down: false } => touch(MouseEventKind::ScrollUp, column, row),
        Wish::Key { name, shift, ctrl, alt } => {
            let mut held = KeyModifiers::NONE;
            held.set(KeyModifiers::SHIFT, shift);
            held.set(KeyModifiers::CONTROL, ctrl);
            held.set(KeyModifiers::ALT, alt);
            Event::Key(key(&name, held)?)
        }
    })
}

fn key(name: &str, held: KeyModifiers) -> Option<KeyEvent> {
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Escape" => KeyCode::Esc,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        "Tab" if held.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "Tab" => KeyCode::Tab,
        "ArrowUp" => KeyCode::Up,
        "ArrowDown" => KeyCode::Down,
        "ArrowLeft" => KeyCode::Left,
        "ArrowRight" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        name => return letter(name, held),
    };
    Some(KeyEvent::new(code, held))
}

/// A letter, or a function key. What it takes to type a letter is in the letter: only capitals say
/// that Shift is held, as terminals have it.
fn letter(name: &str, held: KeyModifiers) -> Option<KeyEvent> {
    if let Some(number) = name.strip_prefix('F').and_then(|number| number.parse().ok()) {
        return (1..=12).contains(&number).then(|| KeyEvent::new(KeyCode::F(number), held));
    }
    let mut letters = name.chars();
    let letter =
        letters.next().filter(|letter| letters.next().is_none() && !letter.is_control())?;
    let mut held = held;
    held.set(KeyModifiers::SHIFT, letter.is_uppercase());
    Some(KeyEvent::new(KeyCode::Char(letter), held))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: Option<&Event>) {
        let wish: Wish = serde_json::from_str(json).expect(json);
        assert_eq!(event(wish).as_ref(), expected, "{json}");
    }

    fn pressed(code: KeyCode, held: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, held))
    }

    #[test]
    fn keys_have_the_names_that_browsers_give_them() {
        let none = KeyModifiers::NONE;
        let named = [
            ("a", KeyCode::Char('a')),
            ("7", KeyCode::Char('7')),
            ("é", KeyCode::Char('é')),
            (" ", KeyCode::Char(' ')),
            ("F", KeyCode::Char('F')),
            ("F1", KeyCode::F(1)),
            ("F12", KeyCode::F(12)),
            ("Enter", KeyCode::Enter),
            ("Escape", KeyCode::Esc),
            ("Backspace", KeyCode::Backspace),
            ("Delete", KeyCode::Delete),
            ("Insert", KeyCode::Insert),
            ("Tab", KeyCode::Tab),
            ("ArrowUp", KeyCode::Up),
            ("ArrowDown", KeyCode::Down),
            ("ArrowLeft", KeyCode::Left),
            ("ArrowRight", KeyCode::Right),
            ("Home", KeyCode::Home),
            ("End", KeyCode::End),
            ("PageUp", KeyCode::PageUp),
            ("PageDown", KeyCode::PageDown),
        ];
        for (name, code) in named {
            let held = if name == "F" { KeyModifiers::SHIFT } else { none };
            check(&format!(r#"{{"key":{{"name":"{name}"}}}}"#), Some(&pressed(code, held)));
        }
        for name in ["", "Shift", "Dead", "F0", "F13", "\\u0007"] {
            check(&format!(r#"{{"key":{{"name":"{name}"}}}}"#), None);
        }
    }

    #[test]
    fn what_is_held_down_counts_as_in_a_terminal() {
        let shift = KeyModifiers::SHIFT;
        check(r#"{"key":{"name":"Tab","shift":true}}"#, Some(&pressed(KeyCode::BackTab, shift)));
        check(r#"{"key":{"name":"A","shift":true}}"#, Some(&pressed(KeyCode::Char('A'), shift)));
        check(
            r#"{"key":{"name":"?","shift":true}}"#,
            Some(&pressed(KeyCode::Char('?'), KeyModifiers::NONE)),
        );
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        check(
            r#"{"key":{"name":"c","ctrl":true,"alt":true}}"#,
            Some(&pressed(KeyCode::Char('c'), both)),
        );
    }

    #[test]
    fn fingers_touch_and_scroll_and_turn_the_tablet() {
        let touch = |kind| {
            let modifiers = KeyModifiers::NONE;
            Event::Mouse(MouseEvent { kind, column: 3, row: 4, modifiers })
        };
        let down = MouseEventKind::Down(MouseButton::Left);
        check(r#"{"tap":{"column":3,"row":4}}"#, Some(&touch(down)));
        let scroll = |down| format!(r#"{{"scroll":{{"column":3,"row":4,"down":{down}}}}}"#);
        check(&scroll(true), Some(&touch(MouseEventKind::ScrollDown)));
        check(&scroll(false), Some(&touch(MouseEventKind::ScrollUp)));
        check(r#"{"size":{"columns":80,"rows":24}}"#, Some(&Event::Resize(80, 24)));
    }

    #[test]
    fn what_nobody_can_do_is_refused() {
        for json in [r#"{"tap":{"column":-1,"row":0}}"#, r#"{"exec":"ls"}"#, r#"{"key":"a"}"#] {
            assert!(serde_json::from_str::<Wish>(json).is_err(), "{json}");
        }
    }
}
