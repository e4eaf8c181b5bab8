//! The one home of colours and signs: everything else styles by meaning.

use ratatui::style::{Color, Modifier, Style};

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// The house's own colours, on its own ground.
    Full,
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
    pub(crate) const PENDING: &str = "…";
    /// Before an option that most people do not have.
    pub(crate) const UNUSUAL: &str = "+";
    pub(crate) const MARKED: &str = "■";
    /// A ticket that is struck through.
    pub(crate) const STRUCK: &str = "×";
    /// The same drink as one in hand.
    pub(crate) const ALIKE: &str = "≡";
    /// The same milk as one in hand.
    pub(crate) const SAME_BASE: &str = "≈";
    pub(crate) const SELECTED: &str = "▶";
    pub(crate) const BAR: &str = "▌";
    pub(crate) const THIN_BAR: &str = "▎";
}

impl Theme {
    /// Chooses by what the terminal says of itself.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| var(name).is_some_and(|value| !value.is_empty());
        let full = var("COLORTERM").is_some_and(|c| c == "truecolor" || c == "24bit");
        let depth = match () {
            () if set("NO_COLOR") => Depth::Plain,
            () if full => Depth::Full,
            () => Depth::Sixteen,
        };
        Self { depth, stale: false }
    }

    /// The same look, for a board that is from before: everything but the alarm steps back.
    pub(crate) fn stale(self, stale: bool) -> Self {
        Self { stale, ..self }
    }

    /// The ground under everything.
    pub(crate) fn ground(self) -> Style {
        match self.depth {
            Depth::Full => Style::new().bg(GROUND).fg(TEXT),
            Depth::Sixteen | Depth::Plain => Style::new(),
        }
    }

    /// The ground under cards and dialogs.
    pub(crate) fn raised(self) -> Style {
        match self.depth {
            Depth::Full => Style::new().bg(RAISED),
            Depth::Sixteen | Depth::Plain => Style::new(),
        }
    }

    /// The ground under the selected ticket.
    pub(crate) fn selected(self) -> Style {
        match self.depth {
            Depth::Full => Style::new().bg(LINE),
            Depth::Sixteen | Depth::Plain => Style::new(),
        }
    }

    /// Letters with a meaning.
    pub(crate) fn of(self, meaning: Meaning) -> Style {
        let meaning = if self.stale { Meaning::Quiet } else { meaning };
        match self.depth {
            Depth::Full => Style::new().fg(full(meaning)),
            Depth::Sixteen => sixteen(meaning),
            Depth::Plain => plain(meaning),
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

    /// A filled band that cannot be overlooked.
    pub(crate) fn alarm(self) -> Style {
        let band = match self.depth {
            Depth::Full => Style::new().bg(full(Meaning::Late)).fg(GROUND),
            Depth::Sixteen => Style::new().bg(Color::Red).fg(Color::White),
            Depth::Plain => Style::new().add_modifier(Modifier::REVERSED),
        };
        band.add_modifier(Modifier::BOLD)
    }
}

const GROUND: Color = Color::Rgb(0x17, 0x11, 0x0E);
const RAISED: Color = Color::Rgb(0x22, 0x1A, 0x15);
const LINE: Color = Color::Rgb(0x3A, 0x2E, 0x26);
const EDGE: Color = Color::Rgb(0x7C, 0x6A, 0x5C);
const TEXT: Color = Color::Rgb(0xF3, 0xE9, 0xDA);

fn full(meaning: Meaning) -> Color {
    match meaning {
        Meaning::Text => TEXT,
        Meaning::Quiet => Color::Rgb(0xB9, 0xA8, 0x98),
        Meaning::Edge => EDGE,
        Meaning::Accent => Color::Rgb(0xE8, 0x95, 0x5A),
        Meaning::Ready => Color::Rgb(0x6F, 0xD0, 0x8C),
        Meaning::Making => Color::Rgb(0xF2, 0xC1, 0x4E),
        Meaning::Late => Color::Rgb(0xFF, 0x8A, 0x76),
    }
}

fn sixteen(meaning: Meaning) -> Style {
    match meaning {
        Meaning::Text => Style::new(),
        Meaning::Quiet | Meaning::Edge => Style::new().add_modifier(Modifier::DIM),
        Meaning::Accent => Style::new().fg(Color::Cyan),
        Meaning::Ready => Style::new().fg(Color::Green),
        Meaning::Making => Style::new().fg(Color::Yellow),
        Meaning::Late => Style::new().fg(Color::LightRed),
    }
}

fn plain(meaning: Meaning) -> Style {
    match meaning {
        Meaning::Quiet | Meaning::Edge => Style::new().add_modifier(Modifier::DIM),
        Meaning::Late => Style::new().add_modifier(Modifier::UNDERLINED),
        Meaning::Text | Meaning::Accent | Meaning::Ready | Meaning::Making => Style::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(env: &[(&str, &str)], expected: Depth) {
        let var = |name: &str| env.iter().find(|e| e.0 == name).map(|e| e.1.to_owned());
        assert_eq!(Theme::from_env(var).depth, expected, "{env:?}");
    }

    #[test]
    fn the_terminal_decides_how_many_colours_there_are() {
        check(&[], Depth::Sixteen);
        check(&[("COLORTERM", "truecolor")], Depth::Full);
        check(&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Depth::Plain);
        check(&[("NO_COLOR", "")], Depth::Sixteen);
    }
}
