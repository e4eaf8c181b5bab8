//! The sign that stands on the panel while somebody holds Esc: what will happen, and when.

use egui::{Align2, Rect, Ui, pos2, vec2};

use crate::theme::fonts::{Weight, font};
use crate::theme::{Palette, Tone, size};

/// What the person at the keyboard reads; in English, as the command line is.
const WORDS: &str = "Keep holding Esc to close the monitor";

/// The sign's size in hundredths of the panel's shorter side.
const WIDTH: f32 = 70.0;
const HEIGHT: f32 = 12.0;

/// Paints the sign over everything; `part` of the time has been held.
pub(super) fn paint(ui: &Ui, part: f32) {
    let panel = ui.max_rect();
    let unit = panel.width().min(panel.height()) / 100.0;
    let center = pos2(panel.center().x, panel.bottom() - (HEIGHT / 2.0 + size::MARGIN) * unit);
    let card = Rect::from_center_size(center, vec2(WIDTH, HEIGHT) * unit);
    let palette = Palette::of(Tone::Dark, None);
    let painter = ui.painter();
    painter.rect_filled(card, size::CORNER * unit, palette.text);
    let font = font(Weight::Bold, size::DRINK * unit);
    let line = pos2(card.center().x, card.top() + 0.4 * card.height());
    painter.text(line, Align2::CENTER_CENTER, WORDS, font, palette.ground);
    let track = Rect::from_center_size(
        pos2(card.center().x, card.bottom() - 3.0 * unit),
        vec2(WIDTH - 10.0, 1.0) * unit,
    );
    let done = track.with_max_x(track.left() + track.width() * part.clamp(0.0, 1.0));
    painter.rect_filled(track, unit / 2.0, palette.quiet);
    painter.rect_filled(done, unit / 2.0, palette.ground);
}
