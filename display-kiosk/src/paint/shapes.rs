//! Small drawings: what stands beside a number so that colour is never alone, and the cup.

use std::f32::consts::{FRAC_PI_2, PI};

use egui::epaint::{CubicBezierShape, PathShape};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

/// A check mark as high and wide as its square.
pub(super) fn check(painter: &Painter, square: Rect, color: Color32) {
    let at = |x: f32, y: f32| square.lerp_inside(vec2(x, y));
    let stroke = Stroke::new(square.width() * 0.15, color);
    let path = vec![at(0.12, 0.54), at(0.40, 0.82), at(0.90, 0.22)];
    painter.add(PathShape::line(path, stroke));
}

/// A filled disc with a check mark cut out of it.
pub(super) fn check_disc(painter: &Painter, square: Rect, color: Color32, ground: Color32) {
    painter.circle_filled(square.center(), square.width() / 2.0, color);
    check(painter, square.shrink(square.width() * 0.24), ground);
}

/// A circle whose left half is filled: in hand.
pub(super) fn half_disc(painter: &Painter, square: Rect, color: Color32) {
    let width = square.width() * 0.11;
    let radius = (square.width() - width) / 2.0;
    painter.circle_stroke(square.center(), radius, Stroke::new(width, color));
    let left = arc(square.center(), radius, FRAC_PI_2, 3.0 * FRAC_PI_2);
    painter.add(PathShape::convex_polygon(left, color, Stroke::NONE));
}

/// An empty circle: in the queue.
pub(super) fn ring(painter: &Painter, square: Rect, color: Color32) {
    let width = square.width() * 0.11;
    let radius = (square.width() - width) / 2.0;
    painter.circle_stroke(square.center(), radius, Stroke::new(width, color));
}

/// An exclamation mark in a filled triangle.
pub(super) fn alarm(painter: &Painter, square: Rect, color: Color32, ground: Color32) {
    let at = |x: f32, y: f32| square.lerp_inside(vec2(x, y));
    let round = Stroke::new(square.width() * 0.1, color);
    let corners = vec![at(0.5, 0.08), at(0.96, 0.9), at(0.04, 0.9)];
    painter.add(PathShape::convex_polygon(corners, color, round));
    let stroke = Stroke::new(square.width() * 0.11, ground);
    painter.line_segment([at(0.5, 0.34), at(0.5, 0.63)], stroke);
    painter.circle_filled(at(0.5, 0.77), square.width() * 0.065, ground);
}

/// A bubble of speech: the bar has something to say.
pub(super) fn speech(painter: &Painter, square: Rect, color: Color32, ground: Color32) {
    let at = |x: f32, y: f32| square.lerp_inside(vec2(x, y));
    let bubble = Rect::from_min_max(at(0.0, 0.1), at(1.0, 0.76));
    painter.rect_filled(bubble, square.width() * 0.16, color);
    let tail = vec![at(0.2, 0.7), at(0.5, 0.7), at(0.2, 0.96)];
    painter.add(PathShape::convex_polygon(tail, color, Stroke::NONE));
    let stroke = Stroke::new(square.width() * 0.09, ground);
    painter.line_segment([at(0.22, 0.33), at(0.78, 0.33)], stroke);
    painter.line_segment([at(0.22, 0.53), at(0.6, 0.53)], stroke);
}

/// A clock's face: this is of some time ago.
pub(super) fn clock(painter: &Painter, square: Rect, color: Color32) {
    let stroke = Stroke::new(square.width() * 0.11, color);
    let radius = (square.width() - stroke.width) / 2.0;
    painter.circle_stroke(square.center(), radius, stroke);
    let at = |x: f32, y: f32| square.lerp_inside(vec2(x, y));
    painter.add(PathShape::line(vec![at(0.5, 0.22), at(0.5, 0.5), at(0.7, 0.62)], stroke));
}

/// A demitasse on its saucer, on a grid of 24 units with lines 1.75 wide; with steam while the
/// bar brews.
pub(super) fn cup(painter: &Painter, square: Rect, color: Color32, steams: bool) {
    let unit = square.width() / 24.0;
    let at = |x: f32, y: f32| square.min + unit * vec2(x, y);
    let stroke = Stroke::new(1.75 * unit, color);
    let curve = |points: [Pos2; 4]| {
        painter.add(CubicBezierShape::from_points_stroke(
            points,
            false,
            Color32::TRANSPARENT,
            stroke,
        ));
    };

    let mut bowl = vec![at(4.0, 9.5), at(4.0, 12.0)];
    bowl.extend(arc(at(9.0, 12.0), 5.0 * unit, PI, FRAC_PI_2));
    bowl.extend(arc(at(11.0, 12.0), 5.0 * unit, FRAC_PI_2, 0.0));
    bowl.extend([at(16.0, 9.5)]);
    painter.add(PathShape::closed_line(bowl, stroke));
    curve([at(16.0, 10.5), at(20.6, 9.6), at(20.4, 14.8), at(15.4, 14.2)]);
    painter.line_segment([at(3.0, 20.5), at(18.0, 20.5)], stroke);
    for end in [at(3.0, 20.5), at(18.0, 20.5)] {
        painter.circle_filled(end, 0.875 * unit, color);
    }
    if steams {
        for x in [7.8, 12.2] {
            curve([at(x, 6.4), at(x - 1.1, 5.2), at(x + 1.1, 4.0), at(x, 2.8)]);
            for end in [at(x, 6.4), at(x, 2.8)] {
                painter.circle_filled(end, 0.875 * unit, color);
            }
        }
    }
}

/// Dots for pages around a middle, the page on show filled.
pub(super) fn page_dots(
    painter: &Painter,
    middle: Pos2,
    step: f32,
    (shown, pages): (usize, usize),
    color: Color32,
) {
    let half = step / 2.0;
    let mut center =
        middle - Vec2::X * half * f32::from(u16::try_from(pages).unwrap_or(1).saturating_sub(1));
    for nth in 0..pages {
        let radius = step * 0.32;
        let dot = if nth == shown {
            Shape::circle_filled(center, radius, color)
        } else {
            Shape::circle_stroke(center, radius, Stroke::new(step * 0.12, color))
        };
        painter.add(dot);
        center += Vec2::X * step;
    }
}

fn arc(center: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    const STEPS: u8 = 24;
    (0..=STEPS)
        .map(|step| from + (to - from) * f32::from(step) / f32::from(STEPS))
        .map(|angle| center + radius * vec2(angle.cos(), angle.sin()))
        .collect()
}
