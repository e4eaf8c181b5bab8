//! The one typeface: Atkinson Hyperlegible Next, in two weights, with tabular figures.
//!
//! It covers Latin scripts. Names, drinks and announcements may be in any: what it lacks comes
//! from the system's fonts, which are opened only when a letter of theirs is first to be written.

use std::sync::Arc;

use demitasse_shared::packed::Packed;
use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

/// Height of a capital or a figure, as a part of the font's size.
pub(crate) const FIGURE_HEIGHT: f32 = 0.668;
/// From a line's top down to its baseline, as a part of the font's size.
pub(crate) const ASCENT: f32 = 0.984;
/// From one row to the next, as a part of the font's size.
pub(crate) const ROW_HEIGHT: f32 = 1.3;
/// Width of a figure, as a part of the font's size: all are the same.
pub(crate) const FIGURE_WIDTH: f32 = 0.632;

const BOLD: &str = "bold";
const MEDIUM: &str = "medium";

/// Gives a context the typeface, before anything is painted in it.
pub fn dress(window: &Context) {
    window.set_fonts(definitions());
}

/// The typeface's two weights.
fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces = [
        (MEDIUM, const { Packed::file("fonts/AtkinsonHyperlegibleNext-Medium.ttf") }),
        (BOLD, const { Packed::file("fonts/AtkinsonHyperlegibleNext-Bold.ttf") }),
    ];
    for (name, face) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_owned(face.bytes())));
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
    fn the_typeface_is_as_wide_and_high_as_layout_takes_it_to_be() {
        let options = egui::epaint::TextOptions::default();
        let mut fonts = egui::epaint::text::Fonts::new(options, definitions());
        let mut view = fonts.with_pixels_per_point(1.0);
        for weight in [Weight::Medium, Weight::Bold] {
            let font = font(weight, 1_000.0);
            for figure in '0'..='9' {
                let width = view.glyph_width(&font, figure) / 1_000.0;
                assert!((width - FIGURE_WIDTH).abs() < 0.001, "{figure} is {width} wide");
            }
            let row = view.row_height(&font) / 1_000.0;
            assert!((row - ROW_HEIGHT).abs() < 0.05, "a row is {row} high");
            assert!(view.has_glyphs(&font, "Äéñøßžćı…·–’“”×"));
        }
    }
}
