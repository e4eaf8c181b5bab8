//! The two columns of numbers. Nothing else on the panel is written in figures of this size.

use egui::{Color32, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::brush::{Canvas, Style};
use super::grid::{Cell, Drink, Grid, number_width};
use super::shapes;
use crate::theme::{self, FIGURE_HEIGHT, size};
use demitasse_shared::monitor::{Column, Mark, Number};

/// A ready number stands on a card.
const READY_CELL: Cell = Cell {
    figures: size::READY,
    padding: vec2(1.6, 1.3),
    apart: 1.5,
    gap: vec2(1.2, 1.2),
    drink_beside: 20.0,
    drink_under: 22.0,
};

/// A number in preparation stands free.
const PREPARING_CELL: Cell = Cell {
    figures: size::PREPARING,
    padding: vec2(0.0, 0.8),
    apart: 1.2,
    gap: vec2(1.8, 0.8),
    drink_beside: 19.0,
    drink_under: 16.0,
};

/// From the column's top to its first number.
const HEADING: f32 = 6.0;

/// Paints the ready numbers; returns how many pages they take.
pub(super) fn paint_ready(canvas: &Canvas<'_>, area: Rect, column: &Column, turn: usize) -> usize {
    let mark = heading(canvas, area, column, theme::READY);
    shapes::check_disc(canvas.painter, mark, theme::READY, theme::GROUND);
    numbers(canvas, area, column, READY_CELL, turn)
}

/// Paints the numbers in preparation; returns how many pages they take.
pub(super) fn paint_preparing(
    canvas: &Canvas<'_>,
    area: Rect,
    column: &Column,
    turn: usize,
) -> usize {
    let mark = heading(canvas, area, column, theme::MAKING);
    shapes::half_disc(canvas.painter, mark, theme::MAKING);
    numbers(canvas, area, column, PREPARING_CELL, turn)
}

/// Writes the heading; returns the place of its mark.
fn heading(canvas: &Canvas<'_>, area: Rect, column: &Column, color: Color32) -> Rect {
    let style = Style::bold(size::BODY, color);
    let capitals = canvas.capitals(style);
    let side = canvas.units(3.4);
    let mark = Rect::from_min_size(area.min, Vec2::splat(side));
    let top_left = pos2(mark.right() + canvas.units(1.2), area.top() + (side - capitals) / 2.0);
    canvas.row(column.title.leading(), style, top_left, area.right() - top_left.x);
    mark
}

fn numbers(canvas: &Canvas<'_>, area: Rect, column: &Column, cell: Cell, turn: usize) -> usize {
    let corner = area.min + vec2(0.0, canvas.units(HEADING));
    if column.numbers.is_empty() {
        let style = Style::medium(size::DRINK, theme::QUIET);
        canvas.row(column.empty.leading(), style, corner, area.width());
        return 1;
    }
    let room = Rect::from_min_max(corner, area.max).size() / canvas.unit;
    let longest = column.numbers.iter().map(|number| number.figures).max().unwrap_or_default();
    let digits = longest.to_string().len().max(2);
    let grid = Grid::fit(room, cell, column.numbers.len(), digits, turn);
    for (nth, number) in column.numbers[grid.shown.clone()].iter().enumerate() {
        let place = grid.place(nth);
        let place = Rect::from_min_max(
            corner + place.min.to_vec2() * canvas.unit,
            corner + place.max.to_vec2() * canvas.unit,
        );
        paint_number(canvas, place, number, (cell, &grid, digits));
    }
    if grid.pages > 1 {
        let right = pos2(area.right() - canvas.units(1.0), area.top() + canvas.units(1.7));
        let page = (grid.page, grid.pages);
        shapes::page_dots(canvas.painter, right, canvas.units(2.2), page, theme::QUIET);
    }
    grid.pages
}

/// How a mark looks: the card behind, its rim, the figures, the words.
struct Look {
    card: Option<(Color32, Color32)>,
    figures: Color32,
    words: Color32,
}

impl Look {
    fn of(mark: Mark) -> Self {
        match mark {
            Mark::Fresh => Self {
                card: Some((theme::READY, theme::READY)),
                figures: theme::GROUND,
                words: theme::GROUND,
            },
            Mark::Ready => Self {
                card: Some((theme::READY_CARD, theme::READY)),
                figures: theme::READY,
                words: theme::TEXT,
            },
            Mark::Making => Self { card: None, figures: theme::MAKING, words: theme::QUIET },
            Mark::Waiting => Self { card: None, figures: theme::TEXT, words: theme::QUIET },
        }
    }
}

fn paint_number(
    canvas: &Canvas<'_>,
    place: Rect,
    number: &Number,
    (cell, grid, digits): (Cell, &Grid, usize),
) {
    let look = Look::of(number.mark);
    if let Some((fill, rim)) = look.card {
        let stroke = Stroke::new(canvas.units(size::LINE), rim);
        let corner = canvas.units(size::CORNER);
        canvas.painter.rect(place, corner, fill, stroke, StrokeKind::Inside);
    }
    let inner = place.shrink2(cell.padding * canvas.unit);
    let style = Style::bold(grid.figures / FIGURE_HEIGHT, look.figures);
    canvas.row(&number.figures.to_string(), style, inner.min, f32::INFINITY);
    let (figures, apart) = (canvas.units(grid.figures), canvas.units(cell.apart));
    match grid.drink {
        Drink::Beside => {
            let left = canvas.units(number_width(grid.figures, digits)) + 2.0 * apart;
            paint_beside(canvas, inner.with_min_x(inner.left() + left), number, &look);
        }
        Drink::Under => {
            let top = inner.top() + figures + apart;
            paint_under(canvas, inner.with_min_y(top), number, &look);
        }
    }
}

/// The mark and the drink in the middle of the number's height, in a few rows.
fn paint_beside(canvas: &Canvas<'_>, area: Rect, number: &Number, look: &Look) {
    let style = Style::medium(drink_size(number.mark), look.words);
    let side = canvas.units(style.size * 0.8);
    let left = area.left() + side + canvas.units(1.0);
    let rows = canvas.lay(&number.drink, style, area.right() - left, 2);
    let square = Canvas::square(pos2(area.left() + side / 2.0, area.center().y), side);
    paint_mark(canvas, square, number.mark, look);
    let top = area.center().y - rows.size().y / 2.0;
    canvas.painter.galley(pos2(left, top), rows, style.color);
}

/// A ready drink is named larger than one that is still to come.
fn drink_size(mark: Mark) -> f32 {
    match mark {
        Mark::Fresh | Mark::Ready => size::DRINK,
        Mark::Making | Mark::Waiting => size::SMALL,
    }
}

/// The mark and the drink in one small row.
fn paint_under(canvas: &Canvas<'_>, area: Rect, number: &Number, look: &Look) {
    let style = Style::medium(size::SMALL, look.words);
    let side = canvas.units(size::SMALL * 0.8);
    let middle = area.top() + canvas.capitals(style) / 2.0;
    let square = Canvas::square(pos2(area.left() + side / 2.0, middle), side);
    paint_mark(canvas, square, number.mark, look);
    let left = square.right() + canvas.units(0.8);
    canvas.row(&number.drink, style, pos2(left, area.top()), area.right() - left);
}

fn paint_mark(canvas: &Canvas<'_>, square: Rect, mark: Mark, look: &Look) {
    match mark {
        Mark::Fresh | Mark::Ready => shapes::check(canvas.painter, square, look.figures),
        Mark::Making => shapes::half_disc(canvas.painter, square, look.figures),
        Mark::Waiting => shapes::ring(canvas.painter, square, theme::QUIET),
    }
}
