//! Kindness to the panel: the picture that wanders a little, and the night face that wanders far.

use std::time::Duration;

use demitasse_shared::monitor::{Notice, Said};
use egui::{Align, Rect, Vec2, vec2};

use super::canvas::{Canvas, Style};
use super::flow::{Flow, Item};
use crate::theme::size;

/// How long the picture stays in its place.
const STAY: Duration = Duration::from_mins(2);
/// How far it is moved, in units and at most in pixels.
const SHIFT: f32 = 0.3;
/// The path of the picture, in steps of [`SHIFT`]: around its place, and through it.
const PATH: [(f32, f32); 9] = [
    (0.0, 0.0),
    (1.0, 0.0),
    (1.0, 1.0),
    (0.0, 1.0),
    (-1.0, 1.0),
    (-1.0, 0.0),
    (-1.0, -1.0),
    (0.0, -1.0),
    (1.0, -1.0),
];
/// Width of the night's words.
const NIGHT_WIDTH: f32 = 46.0;
/// The night's path across the panel, in parts of the room; each next place is far from the last.
const NIGHT_PATH: [(f32, f32); 10] = [
    (0.5, 0.45),
    (0.12, 0.2),
    (0.85, 0.7),
    (0.3, 0.95),
    (0.7, 0.05),
    (0.02, 0.6),
    (0.95, 0.3),
    (0.55, 0.85),
    (0.25, 0.4),
    (0.8, 0.98),
];

/// When the picture moves next, after so many seconds on show.
pub(super) fn next_move(seconds: f64) -> Duration {
    let stay = STAY.as_secs_f64();
    Duration::from_secs_f64(stay - seconds.max(0.0) % stay)
}

/// By how much the picture is moved after so many seconds on show, in points: whole pixels, so
/// that the code stays sharp.
pub(super) fn shift(seconds: f64, unit: f32, pixels_per_point: f32) -> Vec2 {
    let (x, y) = PATH[moves(seconds) % PATH.len()];
    let step = (SHIFT * unit * pixels_per_point).round().max(1.0) / pixels_per_point;
    vec2(x, y) * step
}

/// How often the picture has moved.
fn moves(seconds: f64) -> usize {
    let stays = Duration::try_from_secs_f64(seconds).unwrap_or_default().as_secs() / STAY.as_secs();
    usize::try_from(stays).unwrap_or_default()
}

/// The face of a panel that nobody looks at: a few dim words, now here, now there.
pub(super) fn paint_night(canvas: &Canvas<'_>, venue: &str, notice: &Notice, seconds: f64) {
    let text = canvas.palette.text;
    let venue = Said::plain(venue);
    let mut items = vec![
        Item::Words(&venue, Style::medium(size::DRINK, text), 0.6),
        Item::Words(&notice.title, Style::medium(size::BODY, text), 0.6),
    ];
    let line = notice.line.iter();
    items.extend(line.map(|line| Item::Words(line, Style::medium(size::DRINK, text), 0.0)));
    let flow = Flow { items, align: Align::LEFT };
    let room = canvas.panel.shrink(canvas.units(size::MARGIN));
    let words =
        vec2(canvas.units(NIGHT_WIDTH), flow.height(canvas, canvas.units(NIGHT_WIDTH), 1.0));
    let (across, down) = NIGHT_PATH[moves(seconds) % NIGHT_PATH.len()];
    let free = (room.size() - words).max(Vec2::ZERO);
    let corner = canvas.snap(room.min + free * vec2(across, down));
    flow.paint(canvas, Rect::from_min_size(corner, words), 1.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_moves_by_whole_pixels_and_never_to_the_margin() {
        for (unit, scale) in [(3.2, 1.0), (7.2, 1.0), (10.8, 1.25), (10.8, 2.0), (43.2, 1.5)] {
            for stay in 0..20 {
                let moved = shift(f64::from(stay) * STAY.as_secs_f64(), unit, scale);
                for along in [moved.x, moved.y] {
                    let pixels = along * scale;
                    assert!((pixels - pixels.round()).abs() < 0.001, "{pixels}");
                    assert!(along.abs() < unit * size::MARGIN / 4.0, "{along} of {unit}");
                }
            }
        }
    }

    #[test]
    fn a_picture_stands_still_between_its_moves() {
        let at = |seconds: f64| shift(seconds, 10.8, 1.0);
        assert_eq!(at(0.0), Vec2::ZERO);
        assert_eq!(at(119.9), Vec2::ZERO);
        assert_eq!(at(120.0), vec2(3.0, 0.0));
        assert_eq!(next_move(0.0), STAY);
        assert_eq!(next_move(119.0), Duration::from_secs(1));
    }
}
