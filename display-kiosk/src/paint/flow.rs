//! Words one under the other, in one or two languages. Where they would not fit, all of them
//! become smaller together, down to the smallest size that reads.

use std::sync::Arc;

use demitasse_shared::monitor::Said;
use egui::{Align, Galley, Pos2, Rect, Vec2, pos2, vec2};

use super::canvas::{Canvas, Style, begin};
use crate::theme::fonts::ASCENT;
use crate::theme::size;

/// The most rows that a text takes in each language.
const ROWS: usize = 4;
/// Between a text and its second language after it, and under it.
const AFTER: f32 = 1.0;
const UNDER: f32 = 0.3;
/// What words become smaller by until they fit, and how often.
const SHRINK: f32 = 0.93;
const SHRINKS: i32 = 12;

/// One thing of a flow.
#[derive(Clone, Copy)]
pub(super) enum Item<'a> {
    /// Words, and what stays free under them.
    Words(&'a Said, Style, f32),
    /// A part of a line that is drawn out, from 0 to 1, and what stays free under it.
    Bar(f32, f32),
    /// Room for a drawing of a size, and what stays free under it.
    Drawing(Vec2, f32),
}

/// Words one under the other.
pub(super) struct Flow<'a> {
    pub(super) items: Vec<Item<'a>>,
    pub(super) align: Align,
}

/// A text as it will stand: each language's words, and where they are from the place's corner.
struct Written {
    pieces: Vec<(Vec2, Arc<Galley>, Style)>,
    height: f32,
}

impl Flow<'_> {
    /// How much smaller than meant the words have to be to fit a place.
    pub(super) fn fit(&self, canvas: &Canvas<'_>, room: Vec2) -> f32 {
        let scales = (0..SHRINKS).map(|step| SHRINK.powi(step));
        let mut scales = scales.skip_while(|&scale| self.height(canvas, room.x, scale) > room.y);
        scales.next().unwrap_or_else(|| SHRINK.powi(SHRINKS))
    }

    /// Height of it all.
    pub(super) fn height(&self, canvas: &Canvas<'_>, width: f32, scale: f32) -> f32 {
        let height = |item: &Item<'_>| match *item {
            Item::Words(said, style, after) => {
                self.write(canvas, said, scaled(style, scale), width).height
                    + canvas.units(after * scale)
            }
            Item::Bar(_, after) => canvas.units((BAR + after) * scale),
            Item::Drawing(size, after) => canvas.units((size.y + after) * scale),
        };
        self.items.iter().map(height).sum()
    }

    /// Puts it all on the panel, from a place's top; tells where its drawing goes.
    pub(super) fn paint(&self, canvas: &Canvas<'_>, place: Rect, scale: f32) -> Option<Rect> {
        let mut top = place.top();
        let mut drawing = None;
        for item in &self.items {
            top += match *item {
                Item::Words(said, style, after) => {
                    let written = self.write(canvas, said, scaled(style, scale), place.width());
                    let corner = pos2(place.left(), top);
                    for (at, galley, style) in written.pieces {
                        canvas.galley(corner + at, galley, style.color);
                    }
                    written.height + canvas.units(after * scale)
                }
                Item::Bar(part, after) => {
                    bar(canvas, pos2(place.left(), top), place.width(), part);
                    canvas.units((BAR + after) * scale)
                }
                Item::Drawing(size, after) => {
                    let size = size * canvas.unit * scale;
                    let left = begin(self.align, place.left(), place.width(), size.x);
                    drawing = Some(Rect::from_min_size(pos2(left, top), size));
                    size.y + canvas.units(after * scale)
                }
            };
        }
        drawing
    }

    /// Lays words out: the second language after the first where both fit into one row, otherwise
    /// under it.
    fn write(&self, canvas: &Canvas<'_>, said: &Said, style: Style, width: f32) -> Written {
        let leading = canvas.lay_aligned(said.leading(), style, width, ROWS, self.align);
        let size = leading.size();
        let anchor = self.align.to_factor() * width;
        let mut written =
            Written { pieces: vec![(vec2(anchor, 0.0), leading, style)], height: size.y };
        let Some(second) = said.second() else { return written };
        let small = style.second(canvas.palette.quiet);
        let after = canvas.lay(&format!("· {second}"), small, f32::INFINITY, 1);
        let gap = canvas.units(AFTER);
        let both = size.x + gap + after.size().x;
        if written.pieces[0].1.rows.len() == 1 && both <= width {
            let left = begin(self.align, 0.0, width, both);
            let drop = ASCENT * canvas.units(style.size - small.size);
            written.pieces[0].0.x = left + self.align.to_factor() * size.x;
            written.pieces.push((vec2(left + size.x + gap, drop), after, small));
        } else {
            let under = canvas.lay_aligned(second, small, width, ROWS, self.align);
            let top = size.y + canvas.units(UNDER);
            written.height = top + under.size().y;
            written.pieces.push((vec2(anchor, top), under, small));
        }
        written
    }
}

/// Height of a line that is drawn out.
const BAR: f32 = 0.8;

/// A line that is drawn out to a part.
fn bar(canvas: &Canvas<'_>, corner: Pos2, width: f32, part: f32) {
    let height = canvas.units(BAR);
    let track = Rect::from_min_size(corner, vec2(width, height));
    canvas.painter.rect_filled(track, height / 2.0, canvas.palette.line);
    let drawn = Rect::from_min_size(corner, vec2(width * part.clamp(0.0, 1.0), height));
    canvas.painter.rect_filled(drawn, height / 2.0, canvas.palette.accent);
}

fn scaled(style: Style, scale: f32) -> Style {
    Style { size: (style.size * scale).max(size::FLOOR), ..style }
}
