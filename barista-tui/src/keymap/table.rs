//! The keys that the board comes with, and the commands' names.

use crossterm::event::KeyCode::{
    self, BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};
use demitasse_shared::order::Step;

use super::{Chord, Command, Scope};

/// The keys of places, from the first to the tenth.
pub(super) const PLACES: &str = "1234567890";

/// The keys of lines where there are more than ten of them.
pub(super) const PICKS: &str = "1234567890abcdefimoprstuvwxyz";

/// Quits wherever it is pressed.
pub(super) const EVERYWHERE: Chord = Chord { code: Char('c'), ctrl: true };

/// One command's keys in one scope.
pub(super) struct Row {
    pub(super) scope: Scope,
    pub(super) command: Command,
    pub(super) keys: &'static [KeyCode],
}

const fn row(scope: Scope, command: Command, keys: &'static [KeyCode]) -> Row {
    Row { scope, command, keys }
}

/// In the order in which the help screen lists them.
pub(super) const DEFAULTS: &[Row] = &[
    row(Scope::Connecting, Command::Quit, &[Char('q')]),
    row(Scope::Board, Command::Place(0), &[]),
    row(Scope::Board, Command::Next, &[Enter, Char(' ')]),
    row(Scope::Board, Command::Step(Step::Make), &[Char('m')]),
    row(Scope::Board, Command::Step(Step::Unmake), &[Char('u')]),
    row(Scope::Board, Command::Step(Step::Complete), &[Char('c')]),
    row(Scope::Board, Command::Step(Step::Collect), &[Char('d')]),
    row(Scope::Board, Command::Step(Step::Recall), &[Char('r')]),
    row(Scope::Board, Command::Step(Step::Cancel), &[Char('x')]),
    row(Scope::Board, Command::Undo, &[Char('z'), Backspace]),
    row(Scope::Board, Command::Mark, &[Char('v')]),
    row(Scope::Board, Command::Batch, &[Char('b')]),
    row(Scope::Board, Command::Jump, &[Char('/')]),
    row(Scope::Board, Command::Whole, &[Char('i')]),
    row(Scope::Board, Command::Dismiss, &[Delete, Char('-')]),
    row(Scope::Board, Command::Up, &[Up, Char('k')]),
    row(Scope::Board, Command::Down, &[Down, Char('j')]),
    row(Scope::Board, Command::First, &[Home, Char('g')]),
    row(Scope::Board, Command::Last, &[End, Char('G')]),
    row(Scope::Board, Command::Left, &[Left, Char('h'), BackTab]),
    row(Scope::Board, Command::Right, &[Right, Char('l'), Tab]),
    row(Scope::Board, Command::SoldOut, &[Char('s')]),
    row(Scope::Board, Command::WalkUp, &[Char('n')]),
    row(Scope::Board, Command::Announce, &[Char('a')]),
    row(Scope::Board, Command::Pause, &[Char('p')]),
    row(Scope::Board, Command::Shop, &[Char('o')]),
    row(Scope::Board, Command::Figures, &[Char('t')]),
    row(Scope::Board, Command::Log, &[Char('e')]),
    row(Scope::Board, Command::Settings, &[Char(',')]),
    row(Scope::Board, Command::Layout, &[Char('w')]),
    row(Scope::Board, Command::Station, &[Char('f')]),
    row(Scope::Board, Command::Sound, &[Char('y')]),
    row(Scope::Board, Command::Help, &[Char('?'), F(1)]),
    row(Scope::Board, Command::Quit, &[Char('q')]),
    row(Scope::Page, Command::Up, &[Up, Char('k'), PageUp]),
    row(Scope::Page, Command::Down, &[Down, Char('j'), PageDown]),
    row(Scope::Page, Command::First, &[Home, Char('g')]),
    row(Scope::Page, Command::Last, &[End, Char('G')]),
    row(Scope::Page, Command::Left, &[Left, Char('h'), BackTab]),
    row(Scope::Page, Command::Right, &[Right, Char('l'), Tab]),
    row(Scope::Page, Command::Back, &[Esc, Char('q'), Enter, Char('?'), F(1), Char('i')]),
    row(Scope::List, Command::Place(0), &[]),
    row(Scope::List, Command::Up, &[Up, Char('k')]),
    row(Scope::List, Command::Down, &[Down, Char('j')]),
    row(Scope::List, Command::First, &[Home, Char('g')]),
    row(Scope::List, Command::Last, &[End, Char('G')]),
    row(Scope::List, Command::Accept, &[Enter, Char(' ')]),
    row(Scope::List, Command::Back, &[Esc, Char('q')]),
    row(Scope::Picks, Command::Up, &[Up]),
    row(Scope::Picks, Command::Down, &[Down]),
    row(Scope::Picks, Command::Left, &[Left]),
    row(Scope::Picks, Command::Right, &[Right]),
    row(Scope::Picks, Command::First, &[Home]),
    row(Scope::Picks, Command::Last, &[End]),
    row(Scope::Picks, Command::Mark, &[Char(' ')]),
    row(Scope::Picks, Command::Accept, &[Enter]),
    row(Scope::Picks, Command::Back, &[Esc, Char('q')]),
    row(Scope::Text, Command::Accept, &[Enter]),
    row(Scope::Text, Command::Erase, &[Backspace]),
    row(Scope::Text, Command::Back, &[Esc]),
    row(Scope::Question, Command::Accept, &[Char('y'), Enter]),
    row(Scope::Question, Command::Back, &[Char('n'), Esc, Char('q')]),
];

impl Command {
    /// The name of the text that says what it does, for the help screen. Without its `help-` it is
    /// the command's name in the configuration file.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Self::Left => "help-left",
            Self::Right => "help-right",
            Self::Up => "help-up",
            Self::Down => "help-down",
            Self::First => "help-first",
            Self::Last => "help-last",
            Self::Place(_) => "help-place",
            Self::Next => "help-next",
            Self::Step(Step::Make) => "help-make",
            Self::Step(Step::Unmake) => "help-unmake",
            Self::Step(Step::Complete) => "help-complete",
            Self::Step(Step::Collect) => "help-collect",
            Self::Step(Step::Recall) => "help-recall",
            Self::Step(Step::Cancel) => "help-cancel",
            Self::Mark => "help-mark",
            Self::Batch => "help-batch",
            Self::Undo => "help-undo",
            Self::Jump => "help-jump",
            Self::Whole => "help-whole",
            Self::Dismiss => "help-dismiss",
            Self::Layout => "help-layout",
            Self::Station => "help-station",
            Self::Shop => "help-shop",
            Self::Pause => "help-pause",
            Self::SoldOut => "help-sold-out",
            Self::WalkUp => "help-walk-up",
            Self::Announce => "help-announce",
            Self::Settings => "help-settings",
            Self::Figures => "help-figures",
            Self::Log => "help-log",
            Self::Sound => "help-sound",
            Self::Help => "help-help",
            Self::Quit => "help-quit",
            Self::Accept => "help-accept",
            Self::Back => "help-back",
            Self::Erase => "help-erase",
            Self::Type(_) => "help-type",
        }
    }
}
