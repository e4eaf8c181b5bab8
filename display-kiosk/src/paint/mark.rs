//! How an order's state looks: never by its colour alone.

use demitasse_shared::monitor::Mark;
use egui::{Color32, Rect};

use super::canvas::Canvas;
use super::shapes;
use crate::theme::Palette;

/// How a number looks: the card behind with its rim, the figures, the words.
pub(super) struct Look {
    pub(super) card: Option<(Color32, Color32)>,
    pub(super) figures: Color32,
    pub(super) words: Color32,
    is_stale: bool,
}

impl Look {
    /// How a state looks. What is of some time ago is quiet, on an empty card, and its mark is a
    /// clock.
    pub(super) fn of(palette: &Palette, mark: Mark, is_stale: bool) -> Self {
        let Palette { ground, text, quiet, ready, making, line, .. } = *palette;
        let is_ready = matches!(mark, Mark::Fresh | Mark::Ready);
        let (card, figures, words) = match mark {
            _ if is_stale => (is_ready.then_some((ground, line)), quiet, quiet),
            Mark::Fresh => (Some((ready, ready)), ground, ground),
            Mark::Ready => (Some((palette.ready_card(), ready)), ready, text),
            Mark::Making => (None, making, quiet),
            Mark::Waiting => (None, text, quiet),
        };
        Self { card, figures, words, is_stale }
    }
}

/// The mark beside a number.
pub(super) fn paint(canvas: &Canvas<'_>, square: Rect, mark: Mark, look: &Look) {
    let painter = &canvas.painter;
    match mark {
        _ if look.is_stale => shapes::clock(painter, square, look.figures),
        Mark::Fresh | Mark::Ready => shapes::check(painter, square, look.figures),
        Mark::Making => shapes::half_disc(painter, square, look.figures),
        Mark::Waiting => shapes::ring(painter, square, canvas.palette.quiet),
    }
}

/// The mark beside a heading.
pub(super) fn paint_large(canvas: &Canvas<'_>, square: Rect, mark: Mark, look: &Look) {
    match mark {
        Mark::Fresh | Mark::Ready if !look.is_stale => {
            shapes::check_disc(&canvas.painter, square, look.figures, canvas.palette.ground);
        }
        _ => paint(canvas, square, mark, look),
    }
}
