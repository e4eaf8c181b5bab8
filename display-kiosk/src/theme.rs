//! The look: the only home of colours, sizes and typefaces. The colours are the dark palette that
//! all of the bar's faces share.

use std::sync::Arc;

use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId};

/// The panel itself.
pub(crate) const GROUND: Color32 = Color32::from_rgb(0x17, 0x11, 0x0E);
/// Crema: what is to be read.
pub(crate) const TEXT: Color32 = Color32::from_rgb(0xF3, 0xE9, 0xDA);
/// What may be read.
pub(crate) const QUIET: Color32 = Color32::from_rgb(0xB9, 0xA8, 0x98);
/// Copper: what invites.
pub(crate) const ACCENT: Color32 = Color32::from_rgb(0xE8, 0x95, 0x5A);
/// Ready; always with a check mark.
pub(crate) const READY: Color32 = Color32::from_rgb(0x6F, 0xD0, 0x8C);
/// Being made; always with a half-filled circle.
pub(crate) const MAKING: Color32 = Color32::from_rgb(0xF2, 0xC1, 0x4E);
/// Line down; always with an exclamation mark in a shape.
pub(crate) const ALARM: Color32 = Color32::from_rgb(0xFF, 0x8A, 0x76);
/// Lines between things: the ground, a quarter of the way to quiet text.
pub(crate) const LINE: Color32 = Color32::from_rgb(0x3A, 0x2E, 0x26);
/// The card of a ready number: the ground, a twelfth of the way to ready.
pub(crate) const READY_CARD: Color32 = Color32::from_rgb(0x1E, 0x21, 0x19);
/// The code's dark modules: roast.
pub(crate) const CODE_DARK: Color32 = Color32::from_rgb(0x2A, 0x1C, 0x15);
/// The code's light modules and quiet zone: porcelain.
pub(crate) const CODE_LIGHT: Color32 = Color32::from_rgb(0xFB, 0xF6, 0xEE);

/// Sizes in hundredths of the panel's shorter side, so that a panel turned on its side reads from
/// as far away as before.
pub(crate) mod size {
    /// Text that stands alone on the panel.
    pub(crate) const HERO: f32 = 9.0;
    /// The one thing to know beside the code.
    pub(crate) const TITLE: f32 = 5.4;
    /// Headings and countdowns.
    pub(crate) const BODY: f32 = 3.6;
    /// A drink beside its number.
    pub(crate) const DRINK: f32 = 3.0;
    /// The rest.
    pub(crate) const SMALL: f32 = 2.5;
    /// What a ready number's figures are high, and what they shrink to where many are ready.
    pub(crate) const READY: (f32, f32) = (12.0, 9.0);
    /// The same for a number in preparation.
    pub(crate) const PREPARING: (f32, f32) = (7.0, 6.0);
    /// Steps in which numbers shrink: few sizes make few glyphs to keep.
    pub(crate) const NUMBER_STEP: f32 = 1.0;
    /// The spacing step.
    pub(crate) const STEP: f32 = 0.5;
    /// The panel's margin.
    pub(crate) const MARGIN: f32 = 4.0;
    /// Corners.
    pub(crate) const CORNER: f32 = 1.2;
    /// Lines.
    pub(crate) const LINE: f32 = 0.2;
}

/// Height of a capital or a figure, as a part of the font's size.
pub(crate) const FIGURE_HEIGHT: f32 = 0.668;
/// From a line's top down to its baseline, as a part of the font's size.
pub(crate) const ASCENT: f32 = 0.984;
/// Width of a figure, as a part of the font's size: all are the same.
pub(crate) const FIGURE_WIDTH: f32 = 0.632;

const BOLD: &str = "bold";
const MEDIUM: &str = "medium";

/// The one typeface: Atkinson Hyperlegible Next, in two weights, with tabular figures.
pub(crate) fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces: [(&str, &'static [u8]); 2] = [
        (MEDIUM, include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Medium.ttf")),
        (BOLD, include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(FontFamily::Name(name.into()), vec![name.to_owned()]);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec![MEDIUM.to_owned()]);
    }
    fonts
}

/// The weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// For reading.
    Medium,
    /// For numbers and headings.
    Bold,
}

/// A font of a size in points.
pub(crate) fn font(weight: Weight, points: f32) -> FontId {
    match weight {
        Weight::Medium => FontId::new(points, FontFamily::Proportional),
        Weight::Bold => FontId::new(points, FontFamily::Name(BOLD.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_from_ten_metres() {
        let texts = [size::HERO, size::TITLE, size::BODY, size::DRINK, size::SMALL];
        assert!(texts.iter().all(|&text| text >= 2.2), "{texts:?}");
        let (ready, ready_floor) = size::READY;
        let (preparing, preparing_floor) = size::PREPARING;
        assert!(ready >= ready_floor && ready_floor >= 9.0);
        assert!(preparing >= preparing_floor && preparing_floor >= 6.0);
        assert!(preparing < ready_floor, "ready numbers are the largest thing");
    }

    #[test]
    fn texts_stand_out_from_what_is_behind_them() {
        let check = |text: Color32, ground: Color32, least: f32| {
            let ratio = contrast(text, ground);
            assert!(ratio >= least, "{text:?} on {ground:?}: {ratio}");
        };
        for text in [TEXT, QUIET, ACCENT, READY, MAKING, ALARM] {
            check(text, GROUND, 7.0);
        }
        check(READY, READY_CARD, 7.0);
        check(TEXT, READY_CARD, 7.0);
        check(GROUND, READY, 7.0);
        check(CODE_LIGHT, CODE_DARK, 15.0);
    }

    /// Contrast ratio (WCAG 2.2, section 1.4.3).
    fn contrast(one: Color32, other: Color32) -> f32 {
        let luminance = |color: Color32| {
            let [r, g, b, _] = egui::Rgba::from(color).to_array();
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (one, other) = (luminance(one), luminance(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn the_typeface_is_as_wide_and_high_as_layout_takes_it_to_be() {
        let mut fonts =
            egui::epaint::text::Fonts::new(egui::epaint::TextOptions::default(), fonts());
        let mut view = fonts.with_pixels_per_point(1.0);
        for weight in [Weight::Medium, Weight::Bold] {
            let font = font(weight, 1_000.0);
            for figure in '0'..='9' {
                let width = view.glyph_width(&font, figure) / 1_000.0;
                assert!((width - FIGURE_WIDTH).abs() < 0.001, "{figure} is {width} wide");
            }
            assert!(view.has_glyphs(&font, "Äéñøßžćı…·–’“”×"));
        }
    }
}
