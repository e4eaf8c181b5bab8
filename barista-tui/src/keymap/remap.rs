//! The keys that people choose instead of the house's.

use std::collections::BTreeSet;

use crossterm::event::KeyCode;

use super::chord::{Chord, NoKey};
use super::table::{DEFAULTS, EVERYWHERE, PLACES};
use super::{Binding, Command, Keymap, NOTE_KEY, Scope, picked};

/// The keys that a command is to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) scope: Scope,
    pub(crate) command: Command,
    pub(crate) keys: Vec<Chord>,
}

/// Why keys cannot be as they were wished.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum KeyRefused {
    /// No key is called that.
    #[error(transparent)]
    NoKey(#[from] NoKey),
    /// Two commands on one key.
    #[error("{key:?} is the key of {first} and of {second}: give one of them another")]
    Taken {
        /// The key, as configuration files write it.
        key: String,
        /// The one command.
        first: &'static str,
        /// The other one.
        second: &'static str,
    },
    /// Ctrl-C is not given away.
    #[error("\"ctrl-c\" quits everywhere: choose another key for {0}")]
    Quits(&'static str),
    /// A character that picks a line, or begins a note.
    #[error("{0:?} picks a line of these lists: choose another key for {1}")]
    Picks(String, &'static str),
    /// A character that has to be typed.
    #[error("{0:?} is typed into texts: choose a key that no text needs")]
    Typed(String),
}

impl Scope {
    /// What the scope is called in configuration files. The board's keys need no name, and who
    /// connects has but one key.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Page => Some("page"),
            Self::List => Some("list"),
            Self::Picks => Some("picks"),
            Self::Text => Some("text"),
            Self::Question => Some("question"),
            _ => None,
        }
    }
}

impl Command {
    /// What it is called in configuration files.
    pub(crate) fn name(self) -> &'static str {
        let about = self.about();
        about.split_once('-').map_or(about, |(_family, name)| name)
    }
}

impl Wish {
    /// Keys as they are written.
    pub(crate) fn new<'a>(
        scope: Scope,
        command: Command,
        keys: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, KeyRefused> {
        let keys = keys.into_iter().map(str::parse).collect::<Result<Vec<Chord>, _>>()?;
        if keys.contains(&EVERYWHERE) {
            return Err(KeyRefused::Quits(command.name()));
        }
        let typed = |key: &&Chord| matches!(key.code, KeyCode::Char(_)) && !key.ctrl;
        let picks = |key: &&Chord| {
            let picked = |c| picked(c).is_some() || c.eq_ignore_ascii_case(&NOTE_KEY);
            !key.ctrl && matches!(key.code, KeyCode::Char(c) if picked(c))
        };
        if let Some(key) = keys.iter().find(picks).filter(|_| scope == Scope::Picks) {
            return Err(KeyRefused::Picks(key.written(), command.name()));
        }
        match keys.iter().find(typed) {
            Some(key) if scope == Scope::Text => Err(KeyRefused::Typed(key.written())),
            _ => Ok(Self { scope, command, keys }),
        }
    }
}

impl Keymap {
    /// The commands that have keys in a scope, in the order of the help screen.
    pub(crate) fn commands(scope: Scope) -> impl Iterator<Item = Command> {
        DEFAULTS.iter().filter(move |row| row.scope == scope).map(|row| row.command)
    }

    /// A command's keys, as configuration files write them.
    pub(crate) fn written(&self, scope: Scope, command: Command) -> Vec<String> {
        let is_it = |binding: &&Binding| match (command, binding.command) {
            (Command::Place(_), Command::Place(_)) => binding.scope == scope,
            (_, bound) => binding.scope == scope && bound == command,
        };
        let own = self.bindings.iter().filter(is_it).filter(|own| own.chord != EVERYWHERE);
        own.map(|own| own.chord.written()).collect()
    }

    /// The house's keys, but for what people wish. A command that somebody gave keys to has no
    /// others, and a digit that somebody gave away is no place any more.
    ///
    /// # Errors
    /// Where a key would mean two things: the place of a wish that takes part, and why.
    pub(crate) fn remapped(wishes: &[Wish]) -> Result<Self, (usize, KeyRefused)> {
        let mut map = Self::default();
        for Wish { scope, command, .. } in wishes {
            map.bindings.retain(|bound| {
                bound.scope != *scope || bound.chord == EVERYWHERE || !is_same(bound, *command)
            });
        }
        for Wish { scope, command, keys } in wishes {
            for (place, chord) in keys.iter().enumerate() {
                map.give_digit_away(*scope, *chord);
                let command = match command {
                    Command::Place(_) => Command::Place(place),
                    command => *command,
                };
                map.bindings.push(Binding { scope: *scope, chord: *chord, command });
            }
        }
        map.sort();
        match map.taken_twice() {
            Some((scope, refused)) => Err((Self::culprit(wishes, scope, &refused), refused)),
            None => Ok(map),
        }
    }

    fn give_digit_away(&mut self, scope: Scope, chord: Chord) {
        let is_digit = matches!(chord.code, KeyCode::Char(c) if PLACES.contains(c));
        self.bindings.retain(|bound| {
            let place = matches!(bound.command, Command::Place(_));
            !(is_digit && place && bound.scope == scope && bound.chord == chord)
        });
    }

    /// In the order of the help screen, whoever chose the keys.
    fn sort(&mut self) {
        let rank = |bound: &Binding| {
            DEFAULTS.iter().position(|row| row.scope == bound.scope && is_same(bound, row.command))
        };
        self.bindings.sort_by_key(|bound| rank(bound).unwrap_or(usize::MAX));
    }

    fn taken_twice(&self) -> Option<(Scope, KeyRefused)> {
        self.bindings.iter().enumerate().find_map(|(place, second)| {
            let earlier = self.bindings[..place].iter();
            let mut others = earlier.filter(|first| first.command != second.command);
            let first = others.find(|f| f.scope == second.scope && f.chord == second.chord)?;
            let (key, [first, second_name]) =
                (second.chord.written(), [first, second].map(|bound| bound.command.name()));
            Some((second.scope, KeyRefused::Taken { key, first, second: second_name }))
        })
    }

    /// The last wish that has a part in it.
    fn culprit(wishes: &[Wish], scope: Scope, refused: &KeyRefused) -> usize {
        let KeyRefused::Taken { key, first, second } = refused else { return 0 };
        let names = BTreeSet::from([*first, *second]);
        let part = |wish: &Wish| {
            let keys = wish.keys.iter().any(|chord| chord.written() == *key);
            wish.scope == scope && names.contains(wish.command.name()) && keys
        };
        wishes.iter().rposition(part).unwrap_or_default()
    }
}

/// Whether a key is bound to this command; all places are one.
fn is_same(bound: &Binding, command: Command) -> bool {
    match (bound.command, command) {
        (Command::Place(_), Command::Place(_)) => true,
        (bound, command) => bound == command,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyEvent, KeyModifiers};
    use demitasse_shared::order::Step;

    use super::*;
    use crate::words::Words;

    const MAKE: Command = Command::Step(Step::Make);
    const COMPLETE: Command = Command::Step(Step::Complete);

    fn wish(command: Command, keys: &[&str]) -> Wish {
        Wish::new(Scope::Board, command, keys.iter().copied()).expect("keys")
    }

    fn pressed(map: &Keymap, key: &str) -> Option<Command> {
        let chord: Chord = key.parse().expect("a key");
        let modifiers = if chord.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        map.command(Scope::Board, KeyEvent::new(chord.code, modifiers))
    }

    #[test]
    fn a_command_has_the_keys_that_it_was_given_and_no_others() {
        let map = Keymap::remapped(&[wish(MAKE, &["F2", "ctrl-a", "é"])]).expect("a keymap");
        for key in ["F2", "ctrl-a", "é"] {
            assert_eq!(pressed(&map, key), Some(MAKE), "{key}");
        }
        assert_eq!(pressed(&map, "m"), None);
        assert_eq!(pressed(&map, "c"), Some(COMPLETE));
        assert_eq!(map.written(Scope::Board, MAKE), ["F2", "ctrl-a", "é"]);
    }

    #[test]
    fn footer_and_help_show_the_chosen_keys_in_the_order_of_the_house() {
        let wishes = [wish(MAKE, &["F2", "F3"]), wish(Command::Quit, &["ctrl-q"])];
        let map = Keymap::remapped(&wishes).expect("a keymap");
        let words = Words::of(None);
        assert_eq!(map.hint(Scope::Board, MAKE, words).as_deref(), Some("F2"));
        let abouts = |map: &Keymap| map.help(Scope::Board, words).into_iter().map(|l| l.about);
        let expected: Vec<_> = abouts(&Keymap::default()).collect();
        assert_eq!(abouts(&map).collect::<Vec<_>>(), expected);
        let help = map.help(Scope::Board, words);
        let make = help.iter().find(|line| line.about == "help-make").expect("a line");
        assert_eq!(make.keys, "F2 F3");
    }

    #[test]
    fn a_command_can_be_without_a_key() {
        let map = Keymap::remapped(&[wish(Command::Shop, &[])]).expect("a keymap");
        assert_eq!(pressed(&map, "o"), None);
        assert_eq!(map.hint(Scope::Board, Command::Shop, Words::of(None)), None);
    }

    #[test]
    fn digits_are_places_until_they_are_given_away_and_places_can_have_other_keys() {
        let map = Keymap::remapped(&[wish(MAKE, &["1"])]).expect("a keymap");
        assert_eq!(pressed(&map, "1"), Some(MAKE));
        assert_eq!(pressed(&map, "2"), Some(Command::Place(1)));
        let map = Keymap::remapped(&[wish(Command::Place(0), &["F5", "F6"])]).expect("a keymap");
        assert_eq!(pressed(&map, "F6"), Some(Command::Place(1)));
        assert_eq!(pressed(&map, "1"), None);
    }

    #[test]
    fn two_commands_on_one_key_are_refused_with_both_names() {
        let wishes = [wish(Command::Undo, &["y"]), wish(MAKE, &["x"])];
        let wishes = [wishes.as_slice(), &[wish(Command::Sound, &["ctrl-s"])]].concat();
        let (place, refused) = Keymap::remapped(&wishes).expect_err("x cancels");
        let expected = "\"x\" is the key of make and of cancel: give one of them another";
        assert_eq!((place, refused.to_string().as_str()), (1, expected));
        let moved = wish(Command::Step(Step::Cancel), &["ctrl-x"]);
        assert!(Keymap::remapped(&[wishes.as_slice(), &[moved]].concat()).is_ok());
    }

    #[test]
    fn keys_that_are_needed_elsewhere_are_refused() {
        let refused = |scope, keys: &[&str]| {
            Wish::new(scope, Command::Accept, keys.iter().copied()).expect_err("refused")
        };
        assert_eq!(refused(Scope::List, &["ctrl-c"]), KeyRefused::Quits("accept"));
        assert_eq!(refused(Scope::Text, &["F2", "y"]), KeyRefused::Typed("y".to_owned()));
        for key in ["1", "a", "A", "n"] {
            let expected = KeyRefused::Picks(key.to_owned(), "accept");
            assert_eq!(refused(Scope::Picks, &["F2", key]), expected);
        }
        assert!(matches!(refused(Scope::List, &["yy"]), KeyRefused::NoKey(_)));
    }

    #[test]
    fn the_houses_own_keys_can_be_wished() {
        let house = Keymap::default();
        for scope in Scope::ALL {
            let wishes: Vec<_> = Keymap::commands(scope)
                .map(|command| {
                    let keys = house.written(scope, command);
                    Wish::new(scope, command, keys.iter().map(String::as_str)).expect("keys")
                })
                .collect();
            let map = Keymap::remapped(&wishes).expect("the same keys");
            for command in Keymap::commands(scope) {
                let keys = house.written(scope, command);
                assert_eq!(map.written(scope, command), keys, "{command:?}");
            }
        }
    }
}
