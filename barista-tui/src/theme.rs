//! The one home of colours and signs: everything else styles by meaning.

mod ascii;
mod choice;
mod palette;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

pub use choice::{Ascii, Background, Colours, Look};
use palette::{DARK, DARK_256, LIGHT, LIGHT_256, Palette};

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// The house's own colours, on its own ground.
    Full,
    /// The nearest to them among the 256 that many terminals share, on the nearest ground.
    Indexed,
    /// The terminal's sixteen, by meaning, on the terminal's ground.
    Sixteen,
    /// None: weight, underline and signs must do.
    Plain,
}

/// What something means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Text,
    Quiet,
    /// Lines and frames.
    Edge,
    /// What the eye or the finger should find.
    Accent,
    Ready,
    /// Being made, or soon late.
    Making,
    /// Late, refused, line down.
    Late,
}

/// How meanings look on this terminal.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    depth: Depth,
    /// Dark ink on a light ground.
    light: bool,
    /// Nothing but ASCII reaches the terminal.
    ascii: bool,
    stale: bool,
}

/// Signs that go with the colours, so that nothing is told by colour alone.
pub(crate) mod sign {
    pub(crate) const LATE: &str = "!";
    pub(crate) const SOON: &str = "◐";
    pub(crate) const WAITING: &str = "○";
    pub(crate) const MAKING: &str = "◐";
    pub(crate) const READY: &str = "✓";
    pub(crate) const LIVE: &str = "●";
    pub(crate) const QUIET: &str = "◌";
    /// Something in common with what is in hand, such as the milk.
    pub(crate) const ALIKE: &str = "≈";
    pub(crate) const SAID: &str = "»";
    pub(crate) const SOLD_OUT: &str = "∅";
    pub(crate) const PENDING: &str = "…";
    /// Before an option that most people do not have.
    pub(crate) const UNUSUAL: &str = "+";
    pub(crate) const MARKED: &str = "■";
    /// A ticket that is struck through.
    pub(crate) const STRUCK: &str = "×";
    /// The same drink as one in hand.
    pub(crate) const SAME_DRINK: &str = "≡";
    pub(crate) const SELECTED: &str = "▶";
    pub(crate) const BAR: &str = "▌";
    pub(crate) const THIN_BAR: &str = "▎";
}

impl Theme {
    /// Chooses by what the terminal says of itself.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        Self::chosen(Look::default(), var)
    }

    /// Chooses by what people asked for, and for the rest by what the terminal says of itself.
    pub fn chosen(look: Look, var: impl Fn(&str) -> Option<String>) -> Self {
        let depth = match (look.colours.depth(&var), look.background) {
            // The house's colours are made for its grounds: on another the terminal's own serve.
            (Depth::Full | Depth::Indexed, Background::Own) => Depth::Sixteen,
            (depth, _) => depth,
        };
        let (light, ascii) = (look.background.is_light(&var), look.ascii.is_on(&var));
        Self { depth, light, ascii, stale: false }
    }

    /// The same look, for a board that is from before: everything but the alarm steps back.
    pub(crate) fn stale(self, stale: bool) -> Self {
        Self { stale, ..self }
    }

    /// Whether nothing but ASCII reaches the terminal.
    pub(crate) fn is_ascii(self) -> bool {
        self.ascii
    }

    /// The ground under everything.
    pub(crate) fn ground(self) -> Style {
        self.palette().map_or_else(Style::new, |house| Style::new().bg(house.ground).fg(house.text))
    }

    /// The ground under cards and dialogs.
    pub(crate) fn raised(self) -> Style {
        self.palette().map_or_else(Style::new, |house| Style::new().bg(house.raised))
    }

    /// The ground under the selected ticket.
    pub(crate) fn selected(self) -> Style {
        self.palette().map_or_else(Style::new, |house| Style::new().bg(house.selected))
    }

    /// Letters with a meaning.
    pub(crate) fn of(self, meaning: Meaning) -> Style {
        let meaning = if self.stale { Meaning::Quiet } else { meaning };
        match (self.palette(), self.depth) {
            (Some(house), _) => Style::new().fg(house.of(meaning)),
            (None, Depth::Plain) => plain(meaning),
            (None, _) => sixteen(meaning, self.light),
        }
    }

    /// Bold letters with a meaning.
    pub(crate) fn strong(self, meaning: Meaning) -> Style {
        self.of(meaning).add_modifier(Modifier::BOLD)
    }

    /// What is not to be made any more.
    pub(crate) fn struck(self) -> Style {
        self.of(Meaning::Quiet).add_modifier(Modifier::CROSSED_OUT)
    }

    /// A filled button: the one thing to press.
    pub(crate) fn button(self) -> Style {
        let meaning = if self.stale { Meaning::Edge } else { Meaning::Accent };
        let fill = match self.palette() {
            Some(house) => Style::new().bg(house.of(meaning)).fg(house.ground),
            None => Style::new().add_modifier(Modifier::REVERSED),
        };
        fill.add_modifier(Modifier::BOLD)
    }

    /// A filled band that cannot be overlooked.
    pub(crate) fn alarm(self) -> Style {
        let band = match (self.palette(), self.depth) {
            (Some(house), _) => Style::new().bg(house.late).fg(house.ground),
            (None, Depth::Plain) => Style::new().add_modifier(Modifier::REVERSED),
            (None, _) => Style::new().bg(Color::Red).fg(Color::White),
        };
        band.add_modifier(Modifier::BOLD)
    }

    /// A band that stands in for the bell, for a moment.
    pub(crate) fn flash(self) -> Style {
        let band = match self.palette() {
            Some(house) => Style::new().bg(house.accent).fg(house.ground),
            None => Style::new().add_modifier(Modifier::REVERSED),
        };
        band.add_modifier(Modifier::BOLD)
    }

    /// The last step of every picture: on a terminal that shows nothing but ASCII, nothing else is
    /// left in it, whoever painted it.
    pub(crate) fn finish(self, picture: &mut Buffer) {
        if self.ascii {
            ascii::fold(picture);
        }
    }

    /// The house's colours, where the terminal has them or near ones.
    fn palette(self) -> Option<&'static Palette> {
        match (self.depth, self.light) {
            (Depth::Full, false) => Some(&DARK),
            (Depth::Full, true) => Some(&LIGHT),
            (Depth::Indexed, false) => Some(&DARK_256),
            (Depth::Indexed, true) => Some(&LIGHT_256),
            (Depth::Sixteen | Depth::Plain, _) => None,
        }
    }
}

/// The terminal's own colours, on its own ground. What these sixteen look like is the terminal's
/// affair; on both common sets all of them can be read. On a light ground no green can, so that
/// what is ready keeps the ink's colour: its place and its sign tell it.
fn sixteen(meaning: Meaning, light: bool) -> Style {
    match (meaning, light) {
        (Meaning::Text, _) | (Meaning::Ready, true) => Style::new(),
        (Meaning::Quiet | Meaning::Edge, _) => Style::new().add_modifier(Modifier::DIM),
        (Meaning::Accent, false) => Style::new().fg(Color::Cyan),
        (Meaning::Accent, true) => Style::new().fg(Color::Blue),
        (Meaning::Ready, false) => Style::new().fg(Color::Green),
        (Meaning::Making, false) => Style::new().fg(Color::LightYellow),
        (Meaning::Making, true) => Style::new().fg(Color::Magenta),
        (Meaning::Late, false) => Style::new().fg(Color::LightRed),
        (Meaning::Late, true) => Style::new().fg(Color::Red),
    }
}

fn plain(meaning: Meaning) -> Style {
    match meaning {
        Meaning::Quiet | Meaning::Edge => Style::new().add_modifier(Modifier::DIM),
        Meaning::Late => Style::new().add_modifier(Modifier::UNDERLINED),
        Meaning::Text | Meaning::Accent | Meaning::Ready | Meaning::Making => Style::new(),
    }
}
