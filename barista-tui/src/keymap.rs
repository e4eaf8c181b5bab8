//! Keys become commands here and nowhere else; the footer and the help screen read the same map.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use demitasse_shared::order::Step;

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
    pub(crate) fn hint(&self, scope: Scope, command: Command) -> Option<String> {
        let bound = self.bindings.iter().find(|b| b.scope == scope && b.command == command);
        bound.map(|binding| key_name(binding.chord))
    }

    /// Every command of a scope once, in the order of the map, with all of its keys.
    pub(crate) fn help(&self, scope: Scope) -> Vec<HelpLine> {
        let mut lines: Vec<HelpLine> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.scope == scope) {
            let (key, about) = (key_name(binding.chord), about(binding.command));
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
const ABOUT_PLACES: &str = "next step of that place";

/// What a command does, for the help screen.
fn about(command: Command) -> &'static str {
    match command {
        Command::Left => "column to the left",
        Command::Right => "column to the right",
        Command::Up => "ticket above",
        Command::Down => "ticket below",
        Command::First => "oldest ticket",
        Command::Last => "newest ticket",
        Command::Place(_) => ABOUT_PLACES,
        Command::Next => "next step of this ticket",
        Command::Step(Step::Make) => "make: take it in hand",
        Command::Step(Step::Unmake) => "unmake: back to the queue",
        Command::Step(Step::Complete) => "complete: on the counter",
        Command::Step(Step::Collect) => "hand over: guest has it",
        Command::Step(Step::Recall) => "recall: make it again",
        Command::Step(Step::Cancel) => "cancel, with a reason",
        Command::Shop => "open or close the bar",
        Command::Help => "these keys",
        Command::Quit => "quit",
        Command::Accept => "yes, that one",
        Command::Back => "back",
        Command::Erase => "erase",
        Command::Type(_) => "type",
    }
}

/// A key as people call it.
fn key_name(chord: Chord) -> String {
    let name = match chord.code {
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Enter => "Enter".to_owned(),
        KeyCode::Esc => "Esc".to_owned(),
        KeyCode::Tab => "Tab".to_owned(),
        KeyCode::BackTab => "Shift-Tab".to_owned(),
        KeyCode::Home => "Home".to_owned(),
        KeyCode::End => "End".to_owned(),
        KeyCode::Backspace => "Backspace".to_owned(),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        other => format!("{other:?}"),
    };
    if chord.ctrl { format!("Ctrl-{name}") } else { name }
}
