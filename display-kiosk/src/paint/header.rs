//! The top of the panel: whose bar it is.

use egui::{Color32, Pos2, Rect, Vec2, pos2, vec2};

use super::canvas::{Canvas, Style};
use super::logo::Logo;
use super::shapes;
use crate::theme::size;

/// The venue's name beside its logo, or beside the cup where it has none.
pub(super) fn paint(canvas: &Canvas<'_>, area: Rect, venue: &str, logo: &mut Logo) {
    let style = Style::medium(size::BODY, canvas.palette.text);
    let sign = paint_logo(canvas, area, logo).unwrap_or_else(|| {
        let place = Rect::from_min_size(area.min, Vec2::splat(area.height()));
        shapes::cup(&canvas.painter, place, canvas.palette.accent, true);
        place
    });
    let left = sign.right() + canvas.units(1.5);
    let top = area.center().y - canvas.capitals(style) / 2.0;
    canvas.row(venue, style, pos2(left, top), area.right() - left);
}

/// Paints the logo on whole pixels; returns its place, where there is one.
fn paint_logo(canvas: &Canvas<'_>, area: Rect, logo: &mut Logo) -> Option<Rect> {
    let pixels = canvas.painter.pixels_per_point();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    let height = (area.height() * pixels).round() as u32;
    let texture = logo.texture(canvas.painter.ctx(), height)?;
    let size = texture.size_vec2() / pixels;
    let corner = canvas.snap(area.min + vec2(0.0, (area.height() - size.y) / 2.0));
    let place = Rect::from_min_size(corner, size);
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    canvas.painter.image(texture.id(), place, whole, Color32::WHITE);
    Some(place)
}
