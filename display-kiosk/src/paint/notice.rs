//! A few words in the code's place: why there is none, and when to come back.

use demitasse_shared::monitor::{Notice, Said, Why, WifiCard};
use egui::{Align, Color32, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::brush::Kept;
use super::canvas::{Canvas, Style};
use super::code;
use super::flow::{Flow, Item};
use super::shapes;
use crate::theme::size;

/// Side of the drawing over the words.
const DRAWING: f32 = 18.0;
/// The most width of words that stand alone.
const WIDEST: f32 = 120.0;
/// Side of the code that joins the Wi-Fi: far smaller than where order codes stand.
const WIFI: f32 = 20.0;
/// The card around it.
const WIFI_CARD: Vec2 = vec2(56.0, WIFI + 4.0);

/// Paints the words in the middle of their place; where they stand alone, larger.
pub(super) fn paint(
    canvas: &Canvas<'_>,
    area: Rect,
    notice: &Notice,
    is_alone: bool,
    wifi: &mut Kept,
) {
    let mut room = area;
    if let Some(card) = &notice.wifi {
        let height = canvas.units(WIFI_CARD.y);
        let place = room.with_min_y(room.bottom() - height);
        room.max.y -= height + canvas.units(3.0);
        paint_wifi(canvas, place, card, wifi);
    }
    let width = room.width().min(canvas.units(WIDEST));
    let flow = flow(canvas, notice, is_alone);
    let scale = flow.fit(canvas, vec2(width, room.height()));
    let height = flow.height(canvas, width, scale);
    let place = Rect::from_center_size(room.center(), vec2(width, height));
    if let Some(square) = flow.paint(canvas, place, scale) {
        paint_drawing(canvas, square, notice.why);
    }
}

fn flow<'a>(canvas: &Canvas<'_>, notice: &'a Notice, is_alone: bool) -> Flow<'a> {
    let palette = canvas.palette;
    let title = if is_alone { size::HERO } else { size::TITLE };
    let line = if is_alone { size::TITLE } else { size::BODY };
    let words =
        |said: Option<&'a Said>, style: Style| said.map(|said| Item::Words(said, style, 2.0));
    let countdown = notice.countdown.as_ref().map(|countdown| &countdown.words);
    let texts = [
        words(Some(&notice.title), Style::bold(title, palette.text)),
        words(countdown, Style::bold(size::COUNTDOWN, palette.accent)),
        words(notice.line.as_ref(), Style::medium(line, palette.text)),
        words(notice.quiet.as_ref(), Style::medium(size::DRINK, palette.quiet)),
    ];
    let drawing = Item::Drawing(Vec2::splat(DRAWING), 3.0);
    let items = std::iter::once(drawing).chain(texts.into_iter().flatten()).collect();
    Flow { items, align: Align::Center }
}

/// The code that joins the Wi-Fi, on a card of its own, under its own words.
fn paint_wifi(canvas: &Canvas<'_>, place: Rect, card: &WifiCard, wifi: &mut Kept) {
    let palette = canvas.palette;
    let size = vec2(place.width().min(canvas.units(WIFI_CARD.x)), place.height());
    let frame = Rect::from_center_size(place.center(), size);
    let corner = canvas.units(size::CORNER);
    let rim = Stroke::new(canvas.units(size::LINE), palette.line);
    canvas.painter.rect(frame, corner, palette.raised, rim, StrokeKind::Inside);
    let inner = frame.shrink(canvas.units(2.0));
    let square = Rect::from_min_size(inner.min, Vec2::splat(inner.height()));
    let code = code::paint_code(canvas, square, &card.code, wifi);
    let left = code.right() + canvas.units(2.0);
    let name = Said::plain(&card.name);
    let items = vec![
        Item::Words(&card.title, Style::bold(size::BODY, palette.text), 0.8),
        Item::Words(&name, Style::medium(size::DRINK, palette.quiet), 0.0),
    ];
    let flow = Flow { items, align: Align::LEFT };
    let room = Rect::from_min_max(pos2(left, inner.top()), inner.max);
    let scale = flow.fit(canvas, room.size());
    let height = flow.height(canvas, room.width(), scale);
    let top = room.center().y - height / 2.0;
    flow.paint(canvas, room.with_min_y(top), scale);
}

fn paint_drawing(canvas: &Canvas<'_>, square: Rect, why: Why) {
    let palette = canvas.palette;
    let (color, steams): (Color32, bool) = match why {
        Why::Unpaired => {
            let sign = square.shrink(square.width() * 0.14);
            return shapes::alarm(&canvas.painter, sign, palette.late, palette.ground);
        }
        Why::Closed | Why::Night | Why::Connecting | Why::LineLost => (palette.quiet, false),
        Why::Paused => (palette.accent, false),
        Why::SoldOut | Why::Full | Why::Turning => (palette.accent, true),
    };
    shapes::cup(&canvas.painter, square, color, steams);
}
