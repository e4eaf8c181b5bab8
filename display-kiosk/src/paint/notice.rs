//! A few words in the code's place: why there is none, and when to come back.

use egui::{Align, Color32, Rect, pos2};

use super::brush::{Canvas, Style};
use super::shapes;
use crate::theme::{self, size};
use demitasse_shared::monitor::{Notice, Said, Why};

/// Side of the drawing over the words.
const DRAWING: f32 = 22.0;

/// Paints the words in the middle of their place; on a wide one, larger.
pub(super) fn paint(canvas: &Canvas<'_>, area: Rect, notice: &Notice) {
    let alone = area.width() > canvas.units(90.0);
    let title_size = if alone { size::HERO } else { size::TITLE };
    let texts = [
        (Some(notice.title.leading()), Style::bold(title_size, theme::TEXT)),
        (
            notice.countdown.as_ref().map(|countdown| countdown.words.leading()),
            Style::medium(size::BODY, theme::TEXT),
        ),
        (notice.line.as_ref().map(Said::leading), Style::medium(size::BODY, theme::TEXT)),
        (notice.quiet.as_ref().map(Said::leading), Style::medium(size::SMALL, theme::QUIET)),
    ];
    let width = area.width().min(canvas.units(110.0)) - canvas.units(4.0);
    let gap = canvas.units(1.4);
    let texts: Vec<_> =
        texts.into_iter().filter_map(|(text, style)| text.map(|text| (text, style))).collect();
    let height = |&(text, style): &(&str, Style)| canvas.lay(text, style, width, 4).size().y + gap;
    let drawing = canvas.units(DRAWING);
    let total = drawing + canvas.units(3.0) + texts.iter().map(height).sum::<f32>();

    let center = area.center().x;
    let mut top = area.center().y - total / 2.0;
    let square = Canvas::square(pos2(center, top + drawing / 2.0), drawing);
    paint_drawing(canvas, square, notice.why);
    top += drawing + canvas.units(3.0);
    for (text, style) in texts {
        top += canvas.block(text, style, pos2(center, top), Align::Center, width) + gap;
    }
}

fn paint_drawing(canvas: &Canvas<'_>, square: Rect, why: Why) {
    let (color, steams): (Color32, bool) = match why {
        Why::Unpaired => {
            let sign = square.shrink(square.width() * 0.2);
            return shapes::alarm(canvas.painter, sign, theme::ALARM, theme::GROUND);
        }
        Why::Closed | Why::Night | Why::Connecting | Why::LineLost => (theme::QUIET, false),
        Why::Paused => (theme::ACCENT, false),
        Why::SoldOut | Why::Full | Why::Turning => (theme::ACCENT, true),
    };
    shapes::cup(canvas.painter, square, color, steams);
}
