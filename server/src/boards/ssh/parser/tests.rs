use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;

use super::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;

/// Whether the bytes come at once or one by one, they are this key and no other.
#[track_caller]
fn check(bytes: &str, code: KeyCode, modifiers: KeyModifiers) {
    let expected = vec![key(code, modifiers)];
    let mut parser = Parser::default();
    assert_eq!(parser.feed(bytes.as_bytes()), expected, "{bytes:?} at once");
    let one_by_one: Vec<_> = bytes.bytes().flat_map(|byte| parser.feed(&[byte])).collect();
    assert_eq!(one_by_one, expected, "{bytes:?} one by one");
    assert!(!parser.is_waiting(), "{bytes:?} leaves nothing");
}

#[test]
fn every_key_is_known() {
    check("a", KeyCode::Char('a'), NONE);
    check("A", KeyCode::Char('A'), SHIFT);
    check("7", KeyCode::Char('7'), NONE);
    check("?", KeyCode::Char('?'), NONE);
    check("é", KeyCode::Char('é'), NONE);
    check("É", KeyCode::Char('É'), SHIFT);
    check("濃", KeyCode::Char('濃'), NONE);
    check("☕", KeyCode::Char('☕'), NONE);
    check("🥐", KeyCode::Char('🥐'), NONE);
    check("\r", KeyCode::Enter, NONE);
    check("\n", KeyCode::Enter, NONE);
    check("\t", KeyCode::Tab, NONE);
    check("\x1b[Z", KeyCode::BackTab, SHIFT);
    check("\x7f", KeyCode::Backspace, NONE);
    check("\x08", KeyCode::Backspace, NONE);
    check("\x03", KeyCode::Char('c'), CTRL);
    check("\x1a", KeyCode::Char('z'), CTRL);
    check("\0", KeyCode::Char(' '), CTRL);
    check("\x1c", KeyCode::Char('4'), CTRL);
    check("\x1bx", KeyCode::Char('x'), ALT);
    check("\x1bX", KeyCode::Char('X'), ALT | SHIFT);
    check("\x1bé", KeyCode::Char('é'), ALT);
    check("\x1b\r", KeyCode::Enter, ALT);
    check("\x1b\x03", KeyCode::Char('c'), ALT | CTRL);
}

#[test]
fn arrows_and_their_neighbours_are_known_in_every_form() {
    let places = [
        ('A', KeyCode::Up),
        ('B', KeyCode::Down),
        ('C', KeyCode::Right),
        ('D', KeyCode::Left),
        ('H', KeyCode::Home),
        ('F', KeyCode::End),
    ];
    for (letter, code) in places {
        check(&format!("\x1b[{letter}"), code, NONE);
        check(&format!("\x1bO{letter}"), code, NONE);
        check(&format!("\x1b[1;2{letter}"), code, SHIFT);
        check(&format!("\x1b[1;8{letter}"), code, SHIFT | ALT | CTRL);
    }
    let numbered = [
        (1, KeyCode::Home),
        (2, KeyCode::Insert),
        (3, KeyCode::Delete),
        (4, KeyCode::End),
        (5, KeyCode::PageUp),
        (6, KeyCode::PageDown),
        (7, KeyCode::Home),
        (8, KeyCode::End),
    ];
    for (number, code) in numbered {
        check(&format!("\x1b[{number}~"), code, NONE);
        check(&format!("\x1b[{number};5~"), code, CTRL);
    }
}

#[test]
fn function_keys_are_known_in_every_form() {
    for (number, letter) in (1..).zip('P'..='S') {
        check(&format!("\x1bO{letter}"), KeyCode::F(number), NONE);
        check(&format!("\x1b[1;3{letter}"), KeyCode::F(number), ALT);
    }
    for (number, letter) in (1..).zip('A'..='E') {
        check(&format!("\x1b[[{letter}"), KeyCode::F(number), NONE);
    }
    for (number, told) in (1..).zip([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]) {
        check(&format!("\x1b[{told}~"), KeyCode::F(number), NONE);
    }
}

#[test]
fn keys_by_their_letters_numbers_are_known() {
    check("\x1b[97u", KeyCode::Char('a'), NONE);
    check("\x1b[97;5u", KeyCode::Char('a'), CTRL);
    check("\x1b[27u", KeyCode::Esc, NONE);
    check("\x1b[13;2u", KeyCode::Enter, SHIFT);
}

#[test]
fn an_esc_is_one_once_nothing_follows() {
    let mut parser = Parser::default();
    assert_eq!(parser.feed(b"\x1b"), []);
    assert!(parser.is_waiting());
    assert_eq!(parser.quiet(), [key(KeyCode::Esc, NONE)]);
    assert!(!parser.is_waiting() && parser.quiet().is_empty());

    assert_eq!(parser.feed(b"\x1b\x1b"), [key(KeyCode::Esc, NONE)], "the second one waits");
    assert_eq!(parser.quiet(), [key(KeyCode::Esc, NONE)]);

    assert_eq!(parser.feed(b"\x1b\x1b[A"), [key(KeyCode::Esc, NONE), key(KeyCode::Up, NONE)]);
    assert_eq!(parser.feed(b"\x1b["), []);
    assert_eq!(parser.quiet(), [key(KeyCode::Char('['), ALT)]);
    assert_eq!(parser.feed(b"\x1b[1;"), []);
    assert_eq!(parser.quiet(), [], "a sequence that was broken off is no key");
}

#[test]
fn touches_are_known_wherever_they_are() {
    let touch =
        |kind, column, row, modifiers| Event::Mouse(MouseEvent { kind, column, row, modifiers });
    let down = MouseEventKind::Down(MouseButton::Left);
    let up = MouseEventKind::Up(MouseButton::Left);
    let mut parser = Parser::default();
    let events = parser.feed(b"\x1b[<0;12;5M\x1b[<0;12;5m\x1b[<64;1;1M\x1b[<65;300;150M");
    let expected = [
        touch(down, 11, 4, NONE),
        touch(up, 11, 4, NONE),
        touch(MouseEventKind::ScrollUp, 0, 0, NONE),
        touch(MouseEventKind::ScrollDown, 299, 149, NONE),
    ];
    assert_eq!(events, expected);
    assert_eq!(parser.feed(b"\x1b[<20;2;2M"), [touch(down, 1, 1, SHIFT | CTRL)]);
    assert_eq!(parser.feed(b"\x1b[M !!"), [touch(down, 0, 0, NONE)], "the old form");
    assert_eq!(parser.feed(b"\x1b[<0;0;0M\x1b[<35;1;1M\x1b[<0;1M"), [], "nowhere, moves, half");
}

#[test]
fn what_is_pasted_presses_no_key() {
    let mut parser = Parser::default();
    let events = parser.feed(b"a\x1b[200~1111\x1b[A\r\x1b[201~b");
    assert_eq!(events, [key(KeyCode::Char('a'), NONE), key(KeyCode::Char('b'), NONE)]);
    assert_eq!(parser.feed(b"\x1b[200~"), []);
    parser.feed(&vec![b'x'; 100_000]);
    assert!(parser.waiting.capacity() < 1_000, "nothing of it is kept");
    assert!(!parser.is_waiting(), "silence ends no paste");
    assert_eq!(parser.feed(b"\x1b[201~c"), [key(KeyCode::Char('c'), NONE)]);
}

#[test]
fn answers_of_a_terminal_and_broken_letters_are_no_keys() {
    let mut parser = Parser::default();
    for bytes in [&b"\x1b[I"[..], b"\x1b[O", b"\x1b[?62;22c", b"\x1b[12;40R", b"\x1b[99~", b"\xff"]
    {
        assert_eq!(parser.feed(bytes), [], "{bytes:?}");
    }
    assert_eq!(parser.feed(b"\xe6a"), [], "a letter that is broken off");
    assert_eq!(parser.feed(b"\x1b[A").last(), Some(&key(KeyCode::Up, NONE)), "goes by");
}

proptest! {
    #[test]
    fn no_bytes_pile_up_or_break_anything(bytes: Vec<u8>) {
        let mut parser = Parser::default();
        parser.feed(&bytes);
        prop_assert!(parser.waiting.len() <= SEQUENCE_BYTES);
        parser.quiet();
        prop_assert!(parser.is_pasting || !parser.is_waiting());
    }
}
