//! The house's colours (`assets/web/tokens.css`), and the nearest to them among the 256 that many
//! terminals share. Nowhere else in the program is a colour written as a number.

use ratatui::style::Color;

use super::Meaning;

/// One ground and what can be read on it.
#[derive(Debug)]
pub(super) struct Palette {
    pub(super) ground: Color,
    /// Under cards and dialogs.
    pub(super) raised: Color,
    /// Under what is selected.
    pub(super) selected: Color,
    pub(super) edge: Color,
    pub(super) text: Color,
    pub(super) quiet: Color,
    pub(super) accent: Color,
    pub(super) ready: Color,
    pub(super) making: Color,
    pub(super) late: Color,
}

impl Palette {
    /// The colour of letters and lines with a meaning.
    pub(super) fn of(&self, meaning: Meaning) -> Color {
        match meaning {
            Meaning::Text => self.text,
            Meaning::Quiet => self.quiet,
            Meaning::Edge => self.edge,
            Meaning::Accent => self.accent,
            Meaning::Ready => self.ready,
            Meaning::Making => self.making,
            Meaning::Late => self.late,
        }
    }
}

/// The dark tokens; `selected` is `--line`.
pub(super) const DARK: Palette = Palette {
    ground: Color::Rgb(0x17, 0x11, 0x0E),
    raised: Color::Rgb(0x22, 0x1A, 0x15),
    selected: Color::Rgb(0x3A, 0x2E, 0x26),
    edge: Color::Rgb(0x7C, 0x6A, 0x5C),
    text: Color::Rgb(0xF3, 0xE9, 0xDA),
    quiet: Color::Rgb(0xB9, 0xA8, 0x98),
    accent: Color::Rgb(0xE8, 0x95, 0x5A),
    ready: Color::Rgb(0x6F, 0xD0, 0x8C),
    making: Color::Rgb(0xF2, 0xC1, 0x4E),
    late: Color::Rgb(0xFF, 0x8A, 0x76),
};

/// The light tokens. On their `--line` copper and green are too pale for letters, so that what is
/// selected lies on `--raised`.
pub(super) const LIGHT: Palette = Palette {
    ground: Color::Rgb(0xFB, 0xF6, 0xEE),
    raised: Color::Rgb(0xF3, 0xEA, 0xDC),
    selected: Color::Rgb(0xF3, 0xEA, 0xDC),
    edge: Color::Rgb(0x8A, 0x75, 0x65),
    text: Color::Rgb(0x2A, 0x1C, 0x15),
    quiet: Color::Rgb(0x6B, 0x56, 0x48),
    accent: Color::Rgb(0x9A, 0x4A, 0x16),
    ready: Color::Rgb(0x1B, 0x6B, 0x3A),
    making: Color::Rgb(0x7A, 0x4F, 0x00),
    late: Color::Rgb(0xA8, 0x20, 0x1A),
};

/// Chosen by hand: near the dark tokens, and none so near to another that they could be mixed up.
pub(super) const DARK_256: Palette = Palette {
    ground: Color::Indexed(233),
    raised: Color::Indexed(234),
    selected: Color::Indexed(236),
    edge: Color::Indexed(243),
    text: Color::Indexed(255),
    quiet: Color::Indexed(249),
    accent: Color::Indexed(173),
    ready: Color::Indexed(78),
    making: Color::Indexed(221),
    late: Color::Indexed(210),
};

/// The same for the light tokens.
pub(super) const LIGHT_256: Palette = Palette {
    ground: Color::Indexed(231),
    raised: Color::Indexed(255),
    selected: Color::Indexed(255),
    edge: Color::Indexed(243),
    text: Color::Indexed(234),
    quiet: Color::Indexed(239),
    accent: Color::Indexed(94),
    ready: Color::Indexed(22),
    making: Color::Indexed(58),
    late: Color::Indexed(124),
};

/// What a colour looks like: the house's own, and those of the 256 that are the same everywhere.
#[cfg(test)]
pub(super) fn seen(colour: Color) -> demitasse_shared::colour::Colour {
    let channels = match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(grey @ 232..) => [8 + 10 * (grey - 232); 3],
        Color::Indexed(cube @ 16..) => [36, 6, 1].map(|weight| {
            let step = (cube - 16) / weight % 6;
            if step == 0 { 0 } else { 55 + 40 * step }
        }),
        other => panic!("nobody knows what {other:?} looks like"),
    };
    demitasse_shared::colour::Colour { channels }
}
