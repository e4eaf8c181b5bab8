//! The top of the panel: whose bar it is, and a warning where what is shown may be old.

use egui::{Rect, Stroke, StrokeKind, Vec2, pos2};

use super::brush::{Canvas, Style};
use super::shapes;
use crate::theme::{self, size};

/// The venue's name beside the cup.
pub(super) fn paint(canvas: &Canvas<'_>, area: Rect, venue: &str) {
    let style = Style::medium(size::BODY, theme::TEXT);
    let mark = Rect::from_min_size(area.min, Vec2::splat(area.height()));
    shapes::cup(canvas.painter, mark, theme::ACCENT, true);
    let left = mark.right() + canvas.units(1.5);
    let top = area.center().y - canvas.capitals(style) / 2.0;
    canvas.row(venue, style, pos2(left, top), area.right() - left);
}

/// A band across the panel that says why to doubt what is under it.
pub(super) fn paint_warning(canvas: &Canvas<'_>, band: Rect, words: &str) {
    let rim = Stroke::new(canvas.units(size::LINE), theme::ALARM);
    canvas.painter.rect_stroke(band, canvas.units(size::CORNER), rim, StrokeKind::Inside);
    let style = Style::medium(size::DRINK, theme::ALARM);
    let side = canvas.units(3.6);
    let mark = Canvas::square(pos2(band.left() + canvas.units(3.6), band.center().y), side);
    shapes::alarm(canvas.painter, mark, theme::ALARM, theme::GROUND);
    let left = mark.right() + canvas.units(1.4);
    let top = band.center().y - canvas.capitals(style) / 2.0;
    canvas.row(words, style, pos2(left, top), band.right() - canvas.units(1.0) - left);
}
