//! The code, as large as its place allows, and beside it how long and for how many it is good.

use demitasse_shared::monitor::CodeCard;
use egui::{Align, Color32, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2};

use super::brush::Kept;
use super::canvas::{Canvas, Style};
use super::flow::{Flow, Item};
use crate::theme::{self, size};

/// The card stands out a little around the quiet zone, for its corners.
const RIM: f32 = 0.8;

/// Paints the code in a square, and its words.
pub(super) fn paint(
    canvas: &Canvas<'_>,
    (square, words): (Rect, Rect),
    card: &CodeCard,
    kept: &mut Kept,
) {
    paint_code(canvas, square, &card.url, kept);
    canvas.label(&card.url, square);
    paint_words(canvas, words, card);
}

/// Paints a code on a card, from its place's corner: a whole number of the panel's pixels to a
/// module, and not more than fit; returns the card's place.
pub(super) fn paint_code(canvas: &Canvas<'_>, place: Rect, text: &str, kept: &mut Kept) -> Rect {
    let Some(picture) = kept.picture(canvas.painter.ctx(), text) else { return place };
    let pixels = canvas.painter.pixels_per_point();
    let rim = canvas.units(RIM);
    let span = f32::from(picture.span);
    let room = place.size().min_elem();
    let module = ((room - 2.0 * rim) * pixels / span).floor().max(1.0) / pixels;
    let side = span * module;
    // The card fills its place; the code stands in its middle.
    let card = Rect::from_min_size(canvas.snap(place.min), Vec2::splat(room.max(side)));
    let corner = canvas.snap(card.center() - Vec2::splat(side / 2.0));
    let code = Rect::from_min_size(corner, Vec2::splat(side));
    let stroke = Stroke::new(canvas.units(size::LINE), canvas.palette.line);
    let corners = canvas.units(size::CORNER);
    canvas.painter.rect(card, corners, theme::CODE_LIGHT, stroke, StrokeKind::Outside);
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    canvas.painter.image(picture.texture.id(), code, whole, Color32::WHITE);
    card
}

/// What to do, how many are left, for how long, and the address for people who type.
fn paint_words(canvas: &Canvas<'_>, area: Rect, card: &CodeCard) {
    let palette = canvas.palette;
    let mut items = vec![
        Item::Words(&card.title, Style::bold(size::TITLE, palette.text), 0.6),
        Item::Words(&card.drinks_left, Style::bold(size::BODY, palette.accent), 1.0),
        Item::Bar(part_left(card), 0.8),
        Item::Words(&card.countdown.words, Style::medium(size::BODY, palette.text), 1.2),
        Item::Words(&card.address, Style::medium(size::SMALL, palette.quiet), 0.4),
    ];
    let wifi = card.wifi.iter();
    items
        .extend(wifi.map(|wifi| Item::Words(wifi, Style::medium(size::SMALL, palette.quiet), 0.0)));
    let flow = Flow { items, align: Align::LEFT };
    let scale = flow.fit(canvas, area.size());
    flow.paint(canvas, area, scale);
}

/// How much of the window is left.
fn part_left(card: &CodeCard) -> f32 {
    let seconds = |seconds: u64| f32::from(u16::try_from(seconds).unwrap_or(u16::MAX));
    seconds(card.seconds_left) / seconds(card.seconds_whole).max(1.0)
}
