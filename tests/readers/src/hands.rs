//! What hands do: keys on an ssh line, touches on a tablet, and the board that they reach.

use std::io;

use demitasse::boards::browser::{WISHES as AT_ONCE, Wish, event};
use demitasse::boards::ssh::Parser;
use demitasse_barista::{Session, Setup, Surface, Theme, Words};
use ratatui::backend::TestBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Frame, Terminal};

use crate::{Reader, bytes, feeds};

/// Bytes of a terminal.
pub(crate) const KEYS: Reader =
    Reader { name: "keys", share: 4_000, good: || bytes(PRESSED), read: keys };

/// What a tablet's page says that a person did.
pub(crate) const WISHES: Reader =
    Reader { name: "wishes", share: 2_000, good: || bytes(WISHED), read: wishes };

/// A board that hears a feed, then keys, then a feed, and so on.
pub(crate) const BOARDS: Reader = Reader { name: "boards", share: 60, good: boards, read: board };

const PRESSED: &[&str] = &[
    "m1c2uo?jkG\r\x1b",
    "\x1b[A\x1b[1;5B\x1bOP\x1b[15~\x1b[Z\x1b[<0;12;7M\x1b[<65;1;1m\x1b[M !!",
    "\x1b[200~mmm\x1b[201~q",
    "é李\u{1f980}\x1bm\x03\x7f\t\x1b\x1b[",
    "\x1b[27;5;99~\x1b[99;5u\x1b[I\x1b[O\x1b[?1;2c",
];

const WISHED: &[&str] = &[
    r#"[{"key":{"name":"Enter"}},{"tap":{"column":1,"row":2}}]"#,
    r#"[{"key":{"name":"F12","shift":true,"ctrl":true,"alt":true}},{"scroll":{"column":3,"row":4,"down":false}}]"#,
    r#"[{"size":{"columns":65535,"rows":0}}]"#,
];

/// What ends a piece of a board's story.
const CUT: u8 = 0x1E;

/// The most pieces of one story that are played, and the most keys of a piece.
const PIECES: usize = 8;
const HANDFUL: usize = 200;

/// However the bytes are cut, they are the same keys, and what waits is bounded.
fn keys(input: &[u8]) {
    let (mut whole, mut cut) = (Parser::default(), Parser::default());
    let mut at_once = whole.feed(input);
    let mut one_by_one: Vec<_> = input.chunks(1).flat_map(|byte| cut.feed(byte)).collect();
    assert!(at_once.len() <= input.len());
    assert_eq!(whole.is_waiting(), cut.is_waiting());
    at_once.extend(whole.quiet());
    one_by_one.extend(cut.quiet());
    assert_eq!(at_once, one_by_one);
}

fn wishes(input: &[u8]) {
    let Ok(wishes) = serde_json::from_slice::<Vec<Wish>>(input) else { return };
    let done = wishes.into_iter().take(AT_ONCE).filter_map(event).count();
    assert!(done <= AT_ONCE);
}

fn boards() -> Vec<Vec<u8>> {
    let keys = PRESSED.iter().map(|keys| keys.as_bytes());
    let stories = feeds::good().into_iter().take(3).flat_map(move |feed| {
        keys.clone().map(move |keys| [&*feed, keys, b"event: beat\n\n"].join(&CUT))
    });
    stories.collect()
}

fn board(input: &[u8]) {
    let setup = Setup::new("Ana".to_owned(), Theme::from_env(|_| None), Words::of(None));
    let (mut session, _ear) = Session::new(setup, Paper::of(Size::new(80, 24))).expect("paper");
    let mut fingers = Parser::default();
    for piece in input.split(|byte| *byte == CUT).take(PIECES) {
        let is_feed = piece.starts_with(b"event:") || piece.starts_with(b"retry:");
        for update in is_feed.then(|| feeds::updates(piece)).into_iter().flatten() {
            session.rehearse_feed(update).expect("paper takes it");
        }
        let keys = if is_feed { &[][..] } else { piece };
        for event in fingers.feed(keys).into_iter().take(HANDFUL) {
            session.rehearse(event).expect("paper takes it");
        }
    }
}

/// A surface that nobody looks at.
struct Paper(Terminal<TestBackend>);

impl Paper {
    fn of(size: Size) -> Self {
        let (width, height) = (size.width.clamp(1, 200), size.height.clamp(1, 60));
        let terminal = Terminal::new(TestBackend::new(width, height));
        let Ok(terminal) = terminal;
        Self(terminal)
    }
}

impl Surface for Paper {
    fn area(&self) -> io::Result<Rect> {
        Ok(self.0.backend().buffer().area)
    }

    fn resize(&mut self, size: Size) -> io::Result<()> {
        *self = Self::of(size);
        Ok(())
    }

    fn draw(&mut self, paint: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        let Ok(_drawn) = self.0.draw(|frame| paint(frame));
        Ok(())
    }

    fn ring(&mut self) -> io::Result<()> {
        Ok(())
    }
}
