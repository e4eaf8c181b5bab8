//! Keys become commands here and nowhere else; the footer and the help screen read the same map.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use demitasse_shared::order::Step;

use crate::words::Words;

/// Where a key is pressed: the same key may mean another thing there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// No board yet.
    Connecting,
    /// The board.
    Board,
    /// The help screen.
    Help,
    /// A list to choose from.
    List,
    /// A line to type.
    Text,
    /// A question of yes or no.
    Question,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
    /// The ticket or line at this place, counted from zero.
    Place(usize),
    /// The selected ticket's natural next step.
    Next,
    Step(Step),
    Shop,
    Help,
    Quit,
    Accept,
    Back,
    Erase,
    Type(char),
}

/// A key with or without Ctrl. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chord {
    code: KeyCode,
    ctrl: bool,
}

/// One key's meaning in one scope.
#[derive(Clone, Copy, Debug)]
struct Binding {
    scope: Scope,
    chord: Chord,
    command: Command,
}

/// All keys and what they mean.
#[derive(Clone, Debug)]
pub(crate) struct Keymap {
    bindings: Vec<Binding>,
}

/// One line of the help screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HelpLine {
    pub(crate) keys: String,
    /// The name of the text that says what they do.
    pub(crate) about: &'static str,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut map = Self { bindings: Vec::new() };
        map.bind_board();
        map.bind_dialogs();
        for scope in [Scope::Connecting, Scope::Board] {
            map.bind(scope, Command::Quit, &[KeyCode::Char('q')]);
        }
        for scope in [
            Scope::Connecting,
            Scope::Board,
            Scope::Help,
            Scope::List,
            Scope::Text,
            Scope::Question,
        ] {
            let chord = Chord { code: KeyCode::Char('c'), ctrl: true };
            map.bindings.push(Binding { scope, chord, command: Command::Quit });
        }
        map
    }
}

impl Keymap {
    fn bind(&mut self, scope: Scope, command: Command, keys: &[KeyCode]) {
        self.bindings.extend(keys.iter().map(|&code| {
            let chord = Chord { code, ctrl: false };
            Binding { scope, chord, command }
        }));
    }

    fn bind_board(&mut self) {
        use KeyCode::{Char, Enter, Tab};
        let board = Scope::Board;
        self.bind_places(board);
        self.bind(board, Command::Next, &[Enter, Char(' ')]);
        self.bind(board, Command::Step(Step::Make), &[Char('m')]);
        self.bind(board, Command::Step(Step::Unmake), &[Char('u')]);
        self.bind(board, Command::Step(Step::Complete), &[Char('c')]);
        self.bind(board, Command::Step(Step::Collect), &[Char('d')]);
        self.bind(board, Command::Step(Step::Recall), &[Char('r')]);
        self.bind(board, Command::Step(Step::Cancel), &[Char('x')]);
        self.bind(board, Command::Shop, &[Char('o')]);
        self.bind_moves(board);
        self.bind(board, Command::Left, &[KeyCode::Left, Char('h'), KeyCode::BackTab]);
        self.bind(board, Command::Right, &[KeyCode::Right, Char('l'), Tab]);
        self.bind(board, Command::Help, &[Char('?'), KeyCode::F(1)]);
    }

    fn bind_dialogs(&mut self) {
        use KeyCode::{Char, Enter, Esc};
        self.bind(Scope::Help, Command::Back, &[Esc, Char('?'), Char('q'), Enter, KeyCode::F(1)]);
        self.bind_moves(Scope::Help);
        self.bind_moves(Scope::List);
        self.bind_places(Scope::List);
        self.bind(Scope::List, Command::Accept, &[Enter, Char(' ')]);
        self.bind(Scope::List, Command::Back, &[Esc, Char('q')]);
        self.bind(Scope::Text, Command::Accept, &[Enter]);
        self.bind(Scope::Text, Command::Back, &[Esc]);
        self.bind(Scope::Text, Command::Erase, &[KeyCode::Backspace]);
        self.bind(Scope::Question, Command::Accept, &[Char('y'), Enter]);
        self.bind(Scope::Question, Command::Back, &[Char('n'), Esc, Char('q')]);
    }

    fn bind_moves(&mut self, scope: Scope) {
        use KeyCode::Char;
        self.bind(scope, Command::Up, &[KeyCode::Up, Char('k')]);
        self.bind(scope, Command::Down, &[KeyCode::Down, Char('j')]);
        self.bind(scope, Command::First, &[KeyCode::Home, Char('g')]);
        self.bind(scope, Command::Last, &[KeyCode::End, Char('G')]);
    }

    /// Digits as on a bump bar: 1 to 9, then 0 for the tenth place.
    fn bind_places(&mut self, scope: Scope) {
        for (place, digit) in "1234567890".chars().enumerate() {
            self.bind(scope, Command::Place(place), &[KeyCode::Char(digit)]);
        }
    }

    /// What a key means here. A forgotten Caps Lock changes nothing, except where people type.
    pub(crate) fn command(&self, scope: Scope, key: KeyEvent) -> Option<Command> {
        let chord = Chord { code: key.code, ctrl: key.modifiers.contains(KeyModifiers::CONTROL) };
        if key.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        self.exact(scope, chord).or(match chord {
            Chord { code: KeyCode::Char(c), ctrl: false } if scope == Scope::Text => {
                Some(Command::Type(c))
            }
            Chord { code: KeyCode::Char(c), ctrl } => {
                self.exact(scope, Chord { code: KeyCode::Char(c.to_ascii_lowercase()), ctrl })
            }
            _ => None,
        })
    }

    fn exact(&self, scope: Scope, chord: Chord) -> Option<Command> {
        let bound = self.bindings.iter().find(|b| b.scope == scope && b.chord == chord);
        bound.map(|binding| binding.command)
    }

    /// The first key of a command, as the footer writes it.
    pub(crate) fn hint(&self, scope: Scope, command: Command, words: Words) -> Option<String> {
        let bound = self.bindings.iter().find(|b| b.scope == scope && b.command == command);
        bound.map(|binding| key_name(binding.chord, words))
    }

    /// Every command of a scope once, in the order of the map, with all of its keys.
    pub(crate) fn help(&self, scope: Scope, words: Words) -> Vec<HelpLine> {
        let mut lines: Vec<HelpLine> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.scope == scope) {
            let (key, about) = (key_name(binding.chord, words), about(binding.command));
            // Ten digits in a row are told by the first and the last.
            if matches!(binding.command, Command::Place(1..=8)) {
                continue;
            }
            match lines.iter_mut().find(|line| line.about == about) {
                Some(line) => {
                    line.keys.push_str(if line.about == ABOUT_PLACES { " … " } else { " " });
                    line.keys.push_str(&key);
                }
                None => lines.push(HelpLine { keys: key, about }),
            }
        }
        lines
    }
}

/// What the digits do.
const ABOUT_PLACES: &str = "help-place";

/// The name of the text that says what a command does, for the help screen.
fn about(command: Command) -> &'static str {
    match command {
        Command::Left => "help-left",
        Command::Right => "help-right",
        Command::Up => "help-up",
        Command::Down => "help-down",
        Command::First => "help-first",
        Command::Last => "help-last",
        Command::Place(_) => ABOUT_PLACES,
        Command::Next => "help-next",
        Command::Step(Step::Make) => "help-make",
        Command::Step(Step::Unmake) => "help-unmake",
        Command::Step(Step::Complete) => "help-complete",
        Command::Step(Step::Collect) => "help-collect",
        Command::Step(Step::Recall) => "help-recall",
        Command::Step(Step::Cancel) => "help-cancel",
        Command::Shop => "help-shop",
        Command::Help => "help-help",
        Command::Quit => "help-quit",
        Command::Accept => "help-accept",
        Command::Back => "help-back",
        Command::Erase => "help-erase",
        Command::Type(_) => "help-type",
    }
}

/// A key as people call it.
fn key_name(chord: Chord, words: Words) -> String {
    let name = match chord.code {
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
        KeyCode::Backspace => words.plain("key-backspace"),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::Char(' ') => words.plain("key-space"),
        KeyCode::Char(c) => c.to_string(),
        other => format!("{other:?}"),
    };
    if chord.ctrl { words.say("key-control", &[("key", name.into())]) } else { name }
}
