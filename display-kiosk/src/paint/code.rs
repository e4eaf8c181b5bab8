//! The code, as large as its place allows, and beside it how long and for how many it is good.

use egui::{Align, Color32, Rect, Vec2, pos2, vec2};

use super::brush::{Brush, Canvas, Style};
use crate::theme::{self, size};
use demitasse_shared::monitor::CodeCard;

/// Room for the words under a code, or beside it on a tall panel.
const WORDS_UNDER: f32 = 26.0;
const WORDS_BESIDE: f32 = 32.0;
/// The card stands out a little around the quiet zone, for its corners.
const RIM: f32 = 1.0;

/// Paints the code and its words.
pub(super) fn paint(canvas: &Canvas<'_>, area: Rect, card: &CodeCard, brush: &mut Brush) {
    let tall = canvas.panel.height() > canvas.panel.width();
    let room = if tall {
        vec2(area.width() - canvas.units(WORDS_BESIDE), area.height())
    } else {
        vec2(area.width(), area.height() - canvas.units(WORDS_UNDER))
    };
    let side = paint_code(canvas, area.min, room.min_elem(), card, brush);
    let words = if tall {
        let left = area.left() + side + canvas.units(4.0);
        Rect::from_min_max(pos2(left, area.top() + canvas.units(3.0)), area.max)
    } else {
        let top = area.top() + side + canvas.units(2.6);
        Rect::from_min_max(pos2(area.left(), top), pos2(area.left() + side, area.bottom()))
    };
    paint_words(canvas, words, card);
}

/// Paints the code with a whole number of the panel's pixels to a module; returns the card's side.
fn paint_code(
    canvas: &Canvas<'_>,
    corner: egui::Pos2,
    room: f32,
    card: &CodeCard,
    brush: &mut Brush,
) -> f32 {
    let Some(picture) = brush.picture(canvas.painter.ctx(), &card.url) else { return room };
    let pixels = canvas.painter.pixels_per_point();
    let rim = canvas.units(RIM);
    let span = f32::from(u16::try_from(picture.span).unwrap_or(u16::MAX));
    let module = ((room - 2.0 * rim) * pixels / span).floor().max(1.0) / pixels;
    let code =
        Rect::from_min_size(canvas.snap(corner + Vec2::splat(rim)), Vec2::splat(span * module));
    let corners = canvas.units(size::CORNER);
    canvas.painter.rect_filled(code.expand(rim), corners, theme::CODE_LIGHT);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    canvas.painter.image(picture.texture.id(), code, whole, Color32::WHITE);
    code.width() + 2.0 * rim
}

/// What to do, how many are left, for how long, and the address for people who type.
fn paint_words(canvas: &Canvas<'_>, area: Rect, card: &CodeCard) {
    let mut top = area.top();
    let mut write = |text: &str, style: Style, after: f32| {
        let anchor = pos2(area.left(), top);
        top += canvas.block(text, style, anchor, Align::LEFT, area.width()) + canvas.units(after);
        top
    };
    write(card.title.leading(), Style::bold(size::TITLE, theme::TEXT), 0.4);
    let bar_top = write(card.drinks_left.leading(), Style::bold(size::BODY, theme::ACCENT), 2.0);
    paint_time_bar(canvas, area, bar_top - canvas.units(1.4), card);
    write(card.countdown.words.leading(), Style::medium(size::BODY, theme::TEXT), 0.8);
    write(card.address.leading(), Style::medium(size::SMALL, theme::QUIET), 0.0);
}

/// A line that grows shorter with the window.
fn paint_time_bar(canvas: &Canvas<'_>, area: Rect, top: f32, card: &CodeCard) {
    let height = canvas.units(size::STEP);
    let track = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height));
    canvas.painter.rect_filled(track, height / 2.0, theme::LINE);
    let seconds = |seconds: u64| f32::from(u16::try_from(seconds).unwrap_or(u16::MAX));
    let part = seconds(card.seconds_left) / seconds(card.seconds_whole).max(1.0);
    let left = Rect::from_min_size(track.min, vec2(track.width() * part.min(1.0), height));
    canvas.painter.rect_filled(left, height / 2.0, theme::ACCENT);
}
