//! The two columns of numbers. Nothing else on the panel is written in figures of this size.

use std::sync::Arc;

use demitasse_shared::monitor::{Column, Mark, Number, Said};
use egui::{Align, Galley, Rect, Stroke, StrokeKind, pos2, vec2};

use super::canvas::{Canvas, Style};
use super::flow::{Flow, Item};
use super::grid::{Cell, Drink, Grid, number_width};
use super::mark::{self, Look};
use super::pages::Pages;
use super::shapes;
use crate::theme::fonts::{ASCENT, FIGURE_HEIGHT, Weight};
use crate::theme::size;

/// What makes one column different from the other.
pub(super) struct Kind {
    cell: Cell,
    /// The mark of the heading.
    mark: Mark,
}

/// Ready numbers stand on cards.
pub(super) const READY: Kind = Kind {
    cell: Cell {
        figures: size::READY,
        padding: vec2(1.2, 1.0),
        apart: 1.5,
        gap: vec2(1.2, 1.2),
        drink_beside: 17.8,
        drink_under: 22.0,
    },
    mark: Mark::Ready,
};

/// Numbers in preparation stand free.
pub(super) const PREPARING: Kind = Kind {
    cell: Cell {
        figures: size::PREPARING,
        padding: vec2(0.0, 0.8),
        apart: 1.2,
        gap: vec2(1.8, 0.8),
        drink_beside: 19.0,
        drink_under: 16.0,
    },
    mark: Mark::Making,
};

/// Side of the heading's mark, and what stands free beside it.
const HEADING_MARK: f32 = 3.4;
const BESIDE_MARK: f32 = 1.2;
/// Height of the dots under a column of several pages.
const DOTS: f32 = 3.0;
/// Between the heading and the first number.
const UNDER_HEADING: f32 = 1.3;

/// A column in its place.
pub(super) struct Section<'a> {
    pub(super) kind: Kind,
    pub(super) area: Rect,
    pub(super) column: &'a Column,
    /// Whether the numbers are of some time ago.
    pub(super) is_stale: bool,
    /// From the column's top to its first number, in points.
    pub(super) heading: f32,
}

impl Section<'_> {
    /// Paints it; returns how many pages it takes.
    pub(super) fn paint(&self, canvas: &Canvas<'_>, pages: &mut Pages) -> usize {
        self.paint_heading(canvas);
        let corner = self.area.min + vec2(0.0, self.heading);
        if self.column.numbers.is_empty() {
            let style = Style::medium(size::DRINK, canvas.palette.quiet);
            let place = Rect::from_min_max(corner, self.area.max);
            words(&self.column.empty, style).paint(canvas, place, 1.0);
            return 1;
        }
        let grid = self.grid(canvas.unit, 0);
        let page = pages.page(self.column, grid.page_size());
        for (nth, number) in page.numbers.into_iter().enumerate() {
            let place = grid.place(nth) * canvas.unit;
            self.paint_number(canvas, place.translate(corner.to_vec2()), number, &grid);
        }
        if page.of > 1 {
            let middle = self.area.center_bottom() - vec2(0.0, canvas.units(DOTS / 3.0));
            let (side, quiet) = (canvas.units(2.2), canvas.palette.quiet);
            shapes::page_dots(&canvas.painter, middle, side, (page.nth, page.of), quiet);
        }
        page.of
    }

    /// Whether all numbers, and some more, fit on one page.
    pub(super) fn fits(&self, unit: f32, more: usize) -> bool {
        self.grid(unit, more).page_size() >= self.column.numbers.len() + more
    }

    fn grid(&self, unit: f32, more: usize) -> Grid {
        let room = (self.area.size() - vec2(0.0, self.heading)) / unit;
        let count = self.column.numbers.len() + more;
        let fit = |room| Grid::fit(room, self.kind.cell, count, self.digits());
        let grid = fit(room);
        if grid.page_size() < count { fit(room - vec2(0.0, DOTS)) } else { grid }
    }

    /// How many figures the longest number has.
    fn digits(&self) -> usize {
        let longest = self.column.numbers.iter().map(|number| number.figures).max();
        longest.map_or(2, |longest| longest.to_string().len().max(2))
    }

    /// The heading with its mark, in both languages.
    fn paint_heading(&self, canvas: &Canvas<'_>) {
        let look = Look::of(canvas.palette, self.kind.mark, self.is_stale);
        let flow = words(&self.column.title, Style::bold(size::BODY, look.figures));
        let place = heading_place(canvas, self.area);
        flow.paint(canvas, place, 1.0);
        let side = canvas.units(HEADING_MARK);
        let row = canvas.units(size::BODY) * (ASCENT - FIGURE_HEIGHT / 2.0);
        let center = pos2(self.area.left() + side / 2.0, place.top() + row);
        mark::paint_large(canvas, Canvas::square(center, side), self.kind.mark, &look);
    }

    fn paint_number(&self, canvas: &Canvas<'_>, place: Rect, number: &Number, grid: &Grid) {
        let look = Look::of(canvas.palette, number.mark, self.is_stale);
        if let Some((fill, rim)) = look.card {
            let stroke = Stroke::new(canvas.units(size::LINE), rim);
            let corner = canvas.units(size::CORNER);
            canvas.painter.rect(place, corner, fill, stroke, StrokeKind::Inside);
        }
        let Cell { padding, apart, .. } = self.kind.cell;
        let inner = place.shrink2(padding * canvas.unit);
        let weight = if self.is_stale { Weight::Medium } else { Weight::Bold };
        let style = Style { weight, size: grid.figures / FIGURE_HEIGHT, color: look.figures };
        canvas.row(&number.figures.to_string(), style, inner.min, f32::INFINITY);
        let (figures, apart) = (canvas.units(grid.figures), canvas.units(apart));
        match grid.drink {
            Drink::Beside => {
                let width = canvas.units(number_width(grid.figures, self.digits()));
                let left = inner.left() + width + apart;
                paint_beside(canvas, inner.with_min_x(left), number, &look);
            }
            Drink::Under(rows) => {
                let top = inner.top() + figures + apart;
                paint_under(canvas, inner.with_min_y(top), (number, rows), &look);
            }
        }
    }
}

/// How much a column's heading takes of its height, in points.
pub(super) fn heading(canvas: &Canvas<'_>, area: Rect, title: &Said) -> f32 {
    let place = heading_place(canvas, area);
    let flow = words(title, Style::bold(size::BODY, canvas.palette.text));
    flow.height(canvas, place.width(), 1.0) + canvas.units(UNDER_HEADING)
}

/// Where a heading's words stand: beside its mark.
fn heading_place(canvas: &Canvas<'_>, area: Rect) -> Rect {
    area.with_min_x(area.left() + canvas.units(HEADING_MARK + BESIDE_MARK))
}

fn words(said: &Said, style: Style) -> Flow<'_> {
    Flow { items: vec![Item::Words(said, style, 0.0)], align: Align::LEFT }
}

/// The mark and the drink in the middle of the number's height, in a few rows.
fn paint_beside(canvas: &Canvas<'_>, area: Rect, number: &Number, look: &Look) {
    let style = Style::medium(drink_size(number.mark), look.words);
    let side = canvas.units(style.size * 0.8);
    let left = area.left() + side + canvas.units(1.0);
    let rows = lay_drink(canvas, &number.drink, style, (area.right() - left, 2));
    let square = Canvas::square(pos2(area.left() + side / 2.0, area.center().y), side);
    mark::paint(canvas, square, number.mark, look);
    let top = area.center().y - rows.size().y / 2.0;
    canvas.galley(pos2(left, top), rows, style.color);
}

/// A ready drink is named larger than one that is still to come.
fn drink_size(mark: Mark) -> f32 {
    match mark {
        Mark::Fresh | Mark::Ready => size::DRINK,
        Mark::Making | Mark::Waiting => size::SMALL,
    }
}

/// Lays a drink out in at most so many rows of a width. Where one row is not enough, its options
/// begin the second one, and no comma does.
fn lay_drink(
    canvas: &Canvas<'_>,
    drink: &str,
    style: Style,
    (width, rows): (f32, usize),
) -> Arc<Galley> {
    let in_one = canvas.lay(drink, style, f32::INFINITY, 1);
    if rows == 1 || in_one.size().x <= width {
        return canvas.lay(drink, style, width, rows);
    }
    canvas.lay(&drink.replacen(", ", "\n", 1), style, width, rows)
}

/// The mark and the drink in small letters, in at most so many rows.
fn paint_under(canvas: &Canvas<'_>, area: Rect, (number, rows): (&Number, u8), look: &Look) {
    let style = Style::medium(size::SMALL, look.words);
    let side = canvas.units(size::SMALL * 0.8);
    let middle = area.top() + canvas.capitals(style) / 2.0;
    let square = Canvas::square(pos2(area.left() + side / 2.0, middle), side);
    mark::paint(canvas, square, number.mark, look);
    let left = square.right() + canvas.units(0.8);
    let words = lay_drink(canvas, &number.drink, style, (area.right() - left, rows.into()));
    let rise = (ASCENT - FIGURE_HEIGHT) * canvas.units(style.size);
    canvas.galley(pos2(left, area.top() - rise), words, style.color);
}
