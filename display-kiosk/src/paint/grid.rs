//! How numbers share their place: as large as they all fit, down to a floor, then in pages.

use egui::{Rect, Vec2, pos2, vec2};

use crate::theme::fonts::{FIGURE_HEIGHT, FIGURE_WIDTH, ROW_HEIGHT};
use crate::theme::size;

/// What a number's cell is made of, in hundredths of the panel's shorter side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// The figures' height at best, and at least.
    pub(super) figures: (f32, f32),
    /// Between the cell's edge and what is in it.
    pub(super) padding: Vec2,
    /// Between the figures and the drink.
    pub(super) apart: f32,
    /// Between two cells.
    pub(super) gap: Vec2,
    /// Room that a drink's name wants beside its number, and under it.
    pub(super) drink_beside: f32,
    pub(super) drink_under: f32,
}

/// Where a drink's name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drink {
    /// Beside its number, where there is room for it.
    Beside,
    /// Under its number, in so many rows of small letters.
    Under(u8),
}

/// Where the numbers stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    /// The figures' height.
    pub(super) figures: f32,
    /// Where the drinks' names stand.
    pub(super) drink: Drink,
    columns: usize,
    rows: usize,
    cell: Vec2,
    gap: Vec2,
}

impl Grid {
    /// Fits so many numbers of so many figures into an area measured in units, or as many as a
    /// page holds.
    pub(super) fn fit(area: Vec2, cell: Cell, count: usize, digits: usize) -> Self {
        let (best, floor) = cell.figures;
        let mut figures = best;
        loop {
            let beside = Self::of(area, cell, (figures, digits), Drink::Beside);
            let under = |rows| Self::of(area, cell, (figures, digits), Drink::Under(rows));
            let fits = |grid: &Self| grid.cell.x <= area.x && grid.page_size() >= count;
            if let Some(grid) = [beside, under(2), under(1)].into_iter().find(fits) {
                return grid;
            }
            if figures <= floor {
                return under(1);
            }
            figures = (figures - size::NUMBER_STEP).max(floor);
        }
    }

    /// As many cells as fit, for numbers of a height and so many figures.
    fn of(area: Vec2, cell: Cell, (figures, digits): (f32, usize), drink: Drink) -> Self {
        let least = cell.measure(figures, digits, drink);
        let columns = fitting(area.x, least.x, cell.gap.x);
        let width = (area.x + cell.gap.x) / small(columns) - cell.gap.x;
        Self {
            figures,
            drink,
            columns,
            rows: fitting(area.y, least.y, cell.gap.y),
            cell: vec2(width.max(least.x), least.y),
            gap: cell.gap,
        }
    }

    /// How many numbers stand there at a time.
    pub(super) fn page_size(&self) -> usize {
        self.columns * self.rows
    }

    /// The place of the page's n-th number, in units from the area's corner; along the rows.
    pub(super) fn place(&self, nth: usize) -> Rect {
        let (column, row) = (small(nth % self.columns), small(nth / self.columns));
        let step = self.cell + self.gap;
        Rect::from_min_size(pos2(column * step.x, row * step.y), self.cell)
    }
}

impl Cell {
    /// The least that a cell takes at a height of its figures.
    fn measure(self, figures: f32, digits: usize, drink: Drink) -> Vec2 {
        let number = number_width(figures, digits);
        let inner = match drink {
            Drink::Beside => vec2(number + 2.0 * self.apart + self.drink_beside, figures),
            Drink::Under(rows) => {
                let name = size::SMALL * (FIGURE_HEIGHT + f32::from(rows - 1) * ROW_HEIGHT);
                vec2(number.max(self.drink_under), figures + self.apart + name)
            }
        };
        inner + 2.0 * self.padding
    }
}

/// Width of a number whose figures have a height.
pub(super) fn number_width(figures: f32, digits: usize) -> f32 {
    small(digits) * FIGURE_WIDTH * figures / FIGURE_HEIGHT
}

/// How many cells fit side by side; at least one, whatever the panel.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a handful of cells, and `as` saturates"
)]
fn fitting(room: f32, cell: f32, gap: f32) -> usize {
    ((room + gap) / (cell + gap)).floor().max(1.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "counts of cells and figures are small")]
fn small(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: Cell = Cell {
        figures: (13.0, 9.0),
        padding: vec2(1.5, 1.2),
        apart: 1.2,
        gap: vec2(1.2, 1.2),
        drink_beside: 18.0,
        drink_under: 20.0,
    };
    const AREA: Vec2 = vec2(62.0, 80.0);

    fn fit(count: usize) -> Grid {
        Grid::fit(AREA, CELL, count, 3)
    }

    #[test]
    fn few_numbers_are_large_and_many_are_small_but_never_under_the_floor() {
        let heights: Vec<_> = [1, 4, 8, 100].map(|count| fit(count).figures).to_vec();
        assert!((heights[0] - 13.0).abs() < f32::EPSILON, "{heights:?}");
        assert!(heights.is_sorted_by(|larger, smaller| larger >= smaller), "{heights:?}");
        assert!((heights[3] - 9.0).abs() < f32::EPSILON, "{heights:?}");
    }

    #[test]
    fn cells_stand_apart_and_inside() {
        for count in 1..40 {
            let grid = fit(count);
            let area = Rect::from_min_size(pos2(0.0, 0.0), AREA).expand(0.01);
            let places: Vec<_> =
                (0..count.min(grid.page_size())).map(|nth| grid.place(nth)).collect();
            for (nth, place) in places.iter().enumerate() {
                assert!(area.contains_rect(*place), "{count} numbers, the {nth}th: {place:?}");
                assert!(places[..nth].iter().all(|other| !other.intersects(*place)));
            }
        }
    }
}
