//! Bands over the numbers: why to doubt them, and what the bar has to say to everybody.

use std::sync::Arc;

use demitasse_shared::monitor::{Said, Screen};
use egui::{Align, Galley, Rect, Stroke, StrokeKind, pos2, vec2};

use super::canvas::{Canvas, Style};
use super::flow::{Flow, Item};
use super::shapes;
use crate::theme::size;

/// Between a band's rim and what is in it.
const PADDING: f32 = 2.0;
/// Side of the sign before the words.
const SIGN: f32 = 5.4;
/// The most rows of an announcement before its letters become smaller, and in any case.
const ROWS: usize = 2;
const MOST_ROWS: usize = 4;
/// What an announcement's letters become smaller by.
const SMALLER: f32 = 0.55;

/// The bands of a screen, laid out for a width.
pub(super) struct Bands<'a> {
    warning: Option<Warning<'a>>,
    announcement: Option<Announcement>,
}

/// Where the warning stands, and the announcement.
pub(super) type Places = [Option<Rect>; 2];

impl<'a> Bands<'a> {
    pub(super) fn of(canvas: &Canvas<'_>, screen: &'a Screen, width: f32) -> Self {
        let announcement = screen.announcement.as_ref();
        Self {
            warning: screen.warning.as_ref().map(|words| Warning::of(canvas, words, width)),
            announcement: announcement.map(|text| Announcement::of(canvas, text, width)),
        }
    }

    /// Asks for a place of a height for each.
    pub(super) fn places(&self, canvas: &Canvas<'_>, mut take: impl FnMut(f32) -> Rect) -> Places {
        let announcement = self.announcement.as_ref().map(|band| take(band.height(canvas)));
        let warning = self.warning.as_ref().map(|band| take(band.height(canvas)));
        [warning, announcement]
    }

    /// Paints them in their places.
    pub(super) fn paint(&self, canvas: &Canvas<'_>, [warning, announcement]: Places) {
        if let (Some(band), Some(place)) = (&self.warning, warning) {
            band.paint(canvas, place);
        }
        if let (Some(band), Some(place)) = (&self.announcement, announcement) {
            band.paint(canvas, place);
        }
    }
}

/// A warning, laid out for a width.
struct Warning<'a> {
    flow: Flow<'a>,
    width: f32,
    height: f32,
}

impl<'a> Warning<'a> {
    fn of(canvas: &Canvas<'_>, words: &'a Said, width: f32) -> Self {
        let style = Style::bold(size::BODY, canvas.palette.late);
        let flow = Flow { items: vec![Item::Words(words, style, 0.0)], align: Align::LEFT };
        let width = words_width(canvas, width);
        let height = flow.height(canvas, width, 1.0);
        Self { flow, width, height }
    }

    /// The band's height.
    fn height(&self, canvas: &Canvas<'_>) -> f32 {
        self.height.max(canvas.units(SIGN)) + canvas.units(PADDING)
    }

    /// Paints the band, with its sign.
    fn paint(&self, canvas: &Canvas<'_>, band: Rect) {
        let late = canvas.palette.late;
        let rim = Stroke::new(canvas.units(2.0 * size::LINE), late);
        let fill = canvas.palette.raised;
        canvas.painter.rect(band, canvas.units(size::CORNER), fill, rim, StrokeKind::Inside);
        let sign = sign(canvas, band);
        shapes::alarm(&canvas.painter, sign, late, fill);
        let corner = pos2(words_left(canvas, sign), band.center().y - self.height / 2.0);
        let place = Rect::from_min_size(corner, vec2(self.width, self.height));
        self.flow.paint(canvas, place, 1.0);
    }
}

/// What the bar has to say to everybody, laid out for a width.
struct Announcement {
    words: Arc<Galley>,
}

impl Announcement {
    /// In letters as large as leave it in a few rows.
    fn of(canvas: &Canvas<'_>, text: &str, width: f32) -> Self {
        let (best, floor) = size::ANNOUNCEMENT;
        let width = words_width(canvas, width);
        let mut letters = best;
        loop {
            let style = Style::bold(letters, canvas.palette.ground);
            let words = canvas.lay(text, style, width, MOST_ROWS);
            if words.rows.len() <= ROWS || letters <= floor {
                return Self { words };
            }
            letters = (letters - SMALLER).max(floor);
        }
    }

    /// The band's height.
    fn height(&self, canvas: &Canvas<'_>) -> f32 {
        self.words.size().y + canvas.units(2.0 * PADDING)
    }

    /// Paints the band: filled, so that nobody misses it, and still.
    fn paint(&self, canvas: &Canvas<'_>, band: Rect) {
        let palette = canvas.palette;
        let corner = canvas.units(size::CORNER);
        canvas.painter.rect_filled(band, corner, palette.accent);
        let sign = sign(canvas, band);
        shapes::speech(&canvas.painter, sign, palette.ground, palette.accent);
        let top = band.center().y - self.words.size().y / 2.0;
        let corner = pos2(words_left(canvas, sign), top);
        canvas.galley(corner, Arc::clone(&self.words), palette.ground);
    }
}

/// The width that a band leaves for words.
fn words_width(canvas: &Canvas<'_>, width: f32) -> f32 {
    width - canvas.units(SIGN + 3.0 * PADDING)
}

/// Where a band's words begin.
fn words_left(canvas: &Canvas<'_>, sign: Rect) -> f32 {
    sign.right() + canvas.units(PADDING)
}

/// Where a band's sign stands.
fn sign(canvas: &Canvas<'_>, band: Rect) -> Rect {
    let side = canvas.units(SIGN);
    let left = band.left() + canvas.units(PADDING);
    Rect::from_min_size(pos2(left, band.center().y - side / 2.0), vec2(side, side))
}
