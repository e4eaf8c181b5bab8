//! The look: the only home of colours, sizes and typefaces. The colours are the palettes that all
//! of the bar's faces share (`assets/web/tokens.css`); a test holds them together.

pub(crate) mod fonts;
pub(crate) mod size;

use clap::ValueEnum;
use demitasse_shared::colour::Colour;
use egui::Color32;

/// The code's dark modules: roast. A code looks the same on every panel.
pub(crate) const CODE_DARK: Color32 = Color32::from_rgb(0x2A, 0x1C, 0x15);
/// The code's light modules and quiet zone: porcelain.
pub(crate) const CODE_LIGHT: Color32 = Color32::from_rgb(0xFB, 0xF6, 0xEE);

/// What the panel is lit like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Tone {
    /// Light on dark: kind to the panel and to a dim room.
    #[default]
    Dark,
    /// Dark on light: for a panel in the sun.
    Light,
}

/// The colours, by what they mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Palette {
    /// The panel itself.
    pub(crate) ground: Color32,
    /// What lies on it.
    pub(crate) raised: Color32,
    /// Rims that are seen.
    pub(crate) edge: Color32,
    /// Lines between things.
    pub(crate) line: Color32,
    /// What is to be read.
    pub(crate) text: Color32,
    /// What may be read.
    pub(crate) quiet: Color32,
    /// What invites: copper, or the venue's own.
    pub(crate) accent: Color32,
    /// Ready; always with a check mark.
    pub(crate) ready: Color32,
    /// Being made; always with a half-filled circle.
    pub(crate) making: Color32,
    /// Line down; always with an exclamation mark in a shape.
    pub(crate) late: Color32,
}

const DARK: Palette = Palette {
    ground: Color32::from_rgb(0x17, 0x11, 0x0E),
    raised: Color32::from_rgb(0x22, 0x1A, 0x15),
    edge: Color32::from_rgb(0x7C, 0x6A, 0x5C),
    line: Color32::from_rgb(0x3A, 0x2E, 0x26),
    text: Color32::from_rgb(0xF3, 0xE9, 0xDA),
    quiet: Color32::from_rgb(0xB9, 0xA8, 0x98),
    accent: Color32::from_rgb(0xE8, 0x95, 0x5A),
    ready: Color32::from_rgb(0x6F, 0xD0, 0x8C),
    making: Color32::from_rgb(0xF2, 0xC1, 0x4E),
    late: Color32::from_rgb(0xFF, 0x8A, 0x76),
};

const LIGHT: Palette = Palette {
    ground: Color32::from_rgb(0xFB, 0xF6, 0xEE),
    raised: Color32::from_rgb(0xF3, 0xEA, 0xDC),
    edge: Color32::from_rgb(0x8A, 0x75, 0x65),
    line: Color32::from_rgb(0xDF, 0xD2, 0xC1),
    text: Color32::from_rgb(0x2A, 0x1C, 0x15),
    quiet: Color32::from_rgb(0x6B, 0x56, 0x48),
    accent: Color32::from_rgb(0x9A, 0x4A, 0x16),
    ready: Color32::from_rgb(0x1B, 0x6B, 0x3A),
    making: Color32::from_rgb(0x7A, 0x4F, 0x00),
    late: Color32::from_rgb(0xA8, 0x20, 0x1A),
};

/// How much of the dark palette's light is left in the night, and how much of its ground's.
const NIGHT_LIGHT: f32 = 0.62;
const NIGHT_GROUND: f32 = 0.4;
/// How far a ready number's card is from the ground to the colour of ready.
const CARD: f32 = 0.1;

impl Palette {
    /// The palette of a tone, in a venue's own colour where it has one.
    pub(crate) fn of(tone: Tone, accent: Option<Colour>) -> Self {
        let palette = match tone {
            Tone::Dark => DARK,
            Tone::Light => LIGHT,
        };
        let Some(accent) = accent else { return palette };
        let grounds = [colour(palette.ground), colour(palette.raised)];
        let [red, green, blue] = accent.readable_on(&grounds).channels;
        Self { accent: Color32::from_rgb(red, green, blue), ..palette }
    }

    /// The palette of a panel that nobody looks at: nearly black, whatever its tone by day.
    pub(crate) fn night() -> Self {
        let dim = |color: Color32, light| Color32::BLACK.lerp_to_gamma(color, light);
        let words = dim(DARK.quiet, NIGHT_LIGHT);
        Self {
            ground: dim(DARK.ground, NIGHT_GROUND),
            raised: dim(DARK.raised, NIGHT_GROUND),
            text: words,
            quiet: words,
            accent: dim(DARK.edge, NIGHT_LIGHT),
            ..DARK
        }
    }

    /// The card of a ready number.
    pub(crate) fn ready_card(&self) -> Color32 {
        self.ground.lerp_to_gamma(self.ready, CARD)
    }
}

fn colour(color: Color32) -> Colour {
    Colour { channels: [color.r(), color.g(), color.b()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: Color32, ground: Color32, least: f64) {
        let ratio = colour(text).contrast(colour(ground));
        assert!(ratio >= least, "{text:?} on {ground:?}: {ratio}");
    }

    #[test]
    fn texts_stand_out_from_what_is_behind_them() {
        for (palette, least) in [(DARK, 7.0), (LIGHT, 5.5)] {
            let Palette { ground, raised, text, quiet, accent, ready, making, late, .. } = palette;
            for color in [text, quiet, accent, ready, making, late] {
                check(color, ground, least);
                check(color, raised, 4.5);
            }
            check(palette.ready, palette.ready_card(), 4.5);
            check(palette.text, palette.ready_card(), 7.0);
            check(palette.edge, ground, 3.0);
        }
        check(CODE_LIGHT, CODE_DARK, 15.0);
    }

    #[test]
    fn the_night_is_dim_and_can_still_be_read() {
        let night = Palette::night();
        check(night.text, night.ground, 4.5);
        let brightness = |color: Color32| color.r().max(color.g()).max(color.b());
        assert!(brightness(night.ground) < 16, "{:?}", night.ground);
        assert!(brightness(night.text) < 128, "{:?}", night.text);
    }

    #[test]
    fn a_venues_colour_can_be_read_whatever_it_is() {
        for tone in [Tone::Dark, Tone::Light] {
            for channels in [[0; 3], [255; 3], [10, 124, 255], [255, 255, 0], [90, 0, 90]] {
                let palette = Palette::of(tone, Some(Colour { channels }));
                check(palette.accent, palette.ground, 4.5);
                check(palette.accent, palette.raised, 4.5);
            }
        }
    }
}
