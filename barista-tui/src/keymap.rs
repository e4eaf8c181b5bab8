//! Keys become commands here and nowhere else; the footer, the help screen and the configuration
//! file read the same map.

mod chord;
mod remap;
mod table;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use demitasse_shared::order::Step;

use chord::Chord;
pub(crate) use remap::{KeyRefused, Wish};
use table::{DEFAULTS, EVERYWHERE, PICKS, PLACES};

use crate::words::Words;

/// Where a key is pressed: the same key may mean another thing there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// No board yet.
    Connecting,
    /// The board.
    Board,
    /// A page to read: help, figures, the log.
    Page,
    /// A list to choose from.
    List,
    /// A list that is long, or several of them: every line has a key, letters too.
    Picks,
    /// A line to type.
    Text,
    /// A question of yes or no.
    Question,
}

impl Scope {
    /// Every scope.
    pub(crate) const ALL: [Self; 7] = [
        Self::Connecting,
        Self::Board,
        Self::Page,
        Self::List,
        Self::Picks,
        Self::Text,
        Self::Question,
    ];

    /// Whether a character that is no command is one to be typed.
    fn takes_letters(self) -> bool {
        matches!(self, Self::Text | Self::Picks)
    }
}

/// The key that begins the note of a walk-up order, beside the note's own line.
pub(crate) const NOTE_KEY: char = 'n';

/// The key of a line where every line has one: digits first, then letters. None of them moves in
/// a list, writes a note or leaves. The lines beyond are reached by arrows.
pub(crate) fn pick_key(place: usize) -> Option<char> {
    PICKS.chars().nth(place)
}

/// The line that a key picks.
pub(crate) fn picked(key: char) -> Option<usize> {
    PICKS.chars().position(|pick| pick == key.to_ascii_lowercase())
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
    /// The selected ticket's natural next step, or that of all that are marked.
    Next,
    Step(Step),
    /// Marks the selected ticket, or takes its mark away: what comes next is done to all that are
    /// marked.
    Mark,
    /// Marks all waiting tickets that are like the selected one.
    Batch,
    /// Takes the last step back.
    Undo,
    /// Goes to a ticket by its number.
    Jump,
    /// Shows the selected ticket whole, with all of its note.
    Whole,
    /// Lets a struck-through ticket go.
    Dismiss,
    /// The rush layout: by the queue's length, always, or never.
    Layout,
    /// All tickets, or those of this station only.
    Station,
    /// Opens or closes the bar.
    Shop,
    Pause,
    SoldOut,
    WalkUp,
    Announce,
    Settings,
    Figures,
    Log,
    Sound,
    Help,
    Quit,
    Accept,
    Back,
    Erase,
    Type(char),
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
pub struct Keymap {
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
        for row in DEFAULTS {
            map.bind(row.scope, row.command, row.keys);
        }
        for (scope, command) in Scope::ALL.into_iter().map(|scope| (scope, Command::Quit)) {
            map.bindings.push(Binding { scope, chord: EVERYWHERE, command });
        }
        map
    }
}

impl Keymap {
    fn bind(&mut self, scope: Scope, command: Command, keys: &[KeyCode]) {
        self.bindings.extend(keys.iter().map(|&code| {
            let chord = Chord::plain(code);
            Binding { scope, chord, command }
        }));
        // Digits as on a bump bar: 1 to 9, then 0 for the tenth place.
        if let Command::Place(_) = command {
            self.bindings.extend(PLACES.chars().enumerate().map(|(place, digit)| {
                let chord = Chord::plain(KeyCode::Char(digit));
                Binding { scope, chord, command: Command::Place(place) }
            }));
        }
    }

    /// What a key means here. A forgotten Caps Lock changes nothing, except where people type.
    pub(crate) fn command(&self, scope: Scope, key: KeyEvent) -> Option<Command> {
        let chord = Chord { code: key.code, ctrl: key.modifiers.contains(KeyModifiers::CONTROL) };
        if key.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        self.exact(scope, chord).or(match chord {
            Chord { code: KeyCode::Char(c), ctrl: false } if scope.takes_letters() => {
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
        bound.map(|binding| binding.chord.name(words))
    }

    /// The first key of a command, as if it had been pressed.
    pub(crate) fn key(&self, scope: Scope, command: Command) -> Option<KeyEvent> {
        let bound = self.bindings.iter().find(|b| b.scope == scope && b.command == command)?;
        let ctrl = if bound.chord.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        Some(KeyEvent::new(bound.chord.code, ctrl))
    }

    /// Every key of a scope with its name and meaning, for tables of tests.
    #[cfg(test)]
    pub(crate) fn bound(&self, scope: Scope, words: Words) -> Vec<(KeyEvent, String, Command)> {
        let here = self.bindings.iter().filter(|binding| binding.scope == scope);
        let key = |binding: &Binding| {
            let modifiers =
                if binding.chord.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
            let key = KeyEvent::new(binding.chord.code, modifiers);
            (key, binding.chord.name(words), binding.command)
        };
        here.map(key).collect()
    }

    /// Every command of a scope once, in the order of the map, with all of its keys.
    pub(crate) fn help(&self, scope: Scope, words: Words) -> Vec<HelpLine> {
        let mut lines: Vec<HelpLine> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.scope == scope) {
            let (key, about) = (binding.chord.name(words), binding.command.about());
            // Ten digits in a row are told by the first and the last.
            if matches!(binding.command, Command::Place(1..=8)) {
                continue;
            }
            let gap = if matches!(binding.command, Command::Place(_)) { " … " } else { " " };
            match lines.iter_mut().find(|line| line.about == about) {
                Some(line) => {
                    line.keys.push_str(gap);
                    line.keys.push_str(&key);
                }
                None => lines.push(HelpLine { keys: key, about }),
            }
        }
        lines
    }
}
