//! Reads large figures out of a picture's shapes, by comparing them with the typeface's own.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale};

/// The least and the most of the panel's shorter side that a number takes, in thousandths. A number
/// in preparation has 60 at least; what is much smaller is nobody's number.
const HEIGHTS: std::ops::RangeInclusive<usize> = 50..=400;

/// Shapes are compared in so many places across and down.
const GRID: usize = 24;

/// The least of the places that agree where a shape is a figure.
const ALIKE: usize = GRID * GRID * 85 / 100;

/// A connected area, as places from its own corner.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    grid: Vec<bool>,
}

impl Shape {
    /// The shape of some places, which are at least one.
    pub(crate) fn of(places: &[(usize, usize)]) -> Self {
        let left = places.iter().map(|(x, _)| *x).min().unwrap_or_default();
        let top = places.iter().map(|(_, y)| *y).min().unwrap_or_default();
        let width = places.iter().map(|(x, _)| x - left + 1).max().unwrap_or_default();
        let height = places.iter().map(|(_, y)| y - top + 1).max().unwrap_or_default();
        let mut inked = vec![false; width * height];
        for (x, y) in places {
            inked[(y - top) * width + x - left] = true;
        }
        let grid = (0..GRID * GRID).map(|cell| {
            let (x, y) = (cell % GRID * width / GRID, cell / GRID * height / GRID);
            inked[y * width + x]
        });
        Self { left, top, width, height, grid: grid.collect() }
    }

    /// The figure that this shape is.
    fn figure(&self) -> Option<u32> {
        let likeness = |figure: &Self| {
            let alike = self.grid.iter().zip(&figure.grid).filter(|(mine, its)| mine == its);
            alike.count()
        };
        // As wide for its height as the typeface has it: else a bar would pass for a one.
        let stands_so = |figure: &Self| {
            let (mine, its) = (self.width * figure.height, figure.width * self.height);
            mine.abs_diff(its) * 5 <= its
        };
        let best = FIGURES
            .iter()
            .filter(|(figure, _)| stands_so(figure))
            .map(|(figure, digit)| (likeness(figure), *digit))
            .max()?;
        (best.0 >= ALIKE).then_some(best.1)
    }
}

/// The typeface's figures, from 0 to 9: bold, and as the numbers of a broken line are written.
static FIGURES: LazyLock<Vec<(Shape, u32)>> = LazyLock::new(|| {
    let bold: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
    let medium = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Medium.ttf");
    let figures = [bold, medium].into_iter().flat_map(|file| {
        let font = FontRef::try_from_slice(file).expect("the typeface can be read");
        ('0'..='9').zip(0..).map(move |(figure, digit)| (drawn(&font, figure), digit))
    });
    figures.collect()
});

fn drawn(font: &FontRef<'_>, figure: char) -> Shape {
    const LARGE: f32 = 200.0;
    let glyph = font.glyph_id(figure).with_scale(PxScale::from(LARGE));
    let outline = font.outline_glyph(glyph).expect("a figure has an outline");
    let mut places = Vec::new();
    outline.draw(|x, y, coverage| {
        if coverage > 0.5 {
            places.push((x as usize, y as usize));
        }
    });
    Shape::of(&places)
}

/// A number as it stands on a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What it says.
    pub number: u32,
    /// The height of its lowest figure, in pixels, without smoothed edges.
    pub height: usize,
}

impl Seen {
    fn first(digit: u32, height: usize) -> Self {
        Self { number: digit, height }
    }

    fn go_on(&mut self, digit: u32, height: usize) {
        self.number = self.number.saturating_mul(10).saturating_add(digit);
        self.height = self.height.min(height);
    }
}

/// The numbers that some shapes are, row by row. Shapes that are no figures count for nothing.
pub(crate) fn read_numbers(shapes: Vec<Shape>, shorter_side: usize) -> Vec<Seen> {
    let large = |shape: &Shape| HEIGHTS.contains(&(shape.height * 1_000 / shorter_side));
    let large = shapes.into_iter().filter(large);
    let figures = large.filter_map(|shape| shape.figure().map(|digit| (shape, digit))).collect();
    let mut numbers: Vec<Seen> = Vec::new();
    let mut last: Option<Shape> = None;
    for (shape, digit) in row_by_row(figures) {
        let goes_on = last.is_some_and(|last| {
            let end = last.left + last.width;
            shape.top.abs_diff(last.top) * 10 <= shape.height
                && shape.left >= end
                && shape.left - end < shape.height / 2
        });
        match numbers.last_mut().filter(|_| goes_on) {
            Some(number) => number.go_on(digit, shape.height),
            None => numbers.push(Seen::first(digit, shape.height)),
        }
        last = Some(shape);
    }
    numbers
}

/// From top to bottom, from left to right. Figures of one row differ by a few pixels in where they
/// begin, rows by at least half a figure.
fn row_by_row(mut figures: Vec<(Shape, u32)>) -> Vec<(Shape, u32)> {
    figures.sort_by_key(|(shape, _)| shape.top);
    let is_same_row = |one: &(Shape, u32), next: &(Shape, u32)| {
        next.0.top - one.0.top < one.0.height.min(next.0.height) / 2
    };
    for row in figures.chunk_by_mut(is_same_row) {
        row.sort_by_key(|(shape, _)| shape.left);
    }
    figures
}
