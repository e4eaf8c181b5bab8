//! Where the parts stand, on every panel from a tall one to a very wide one.
//!
//! The code has the panel's corner, and as much of it as the numbers leave: while few people wait
//! it stands [`Room::Broad`], in a rush [`Room::Tight`]. What comes and goes, a warning or an
//! announcement, takes its place from the numbers: the code stays where phones look for it.

use egui::{Rect, Vec2, pos2, vec2};

use crate::theme::size;

/// Ready numbers' share of the width or height that is left for numbers.
const READY_SHARE: f32 = 0.59;
/// Height of the header.
const HEADER: f32 = 5.0;
/// Between two parts.
const GAP: f32 = 4.0;
/// Between the header and what is under it, and around a band.
const SMALL_GAP: f32 = 2.0;
/// Width of the words beside a code, and the height of those under or over something.
const WORDS_WIDTH: f32 = 36.0;
const WORDS_HEIGHT: f32 = 28.0;
/// What a second language adds to it.
const SECOND_HEIGHT: f32 = 7.0;
/// The least that a code must gain to stand broad.
const WORTH_IT: f32 = 1.15;
/// Room for numbers in a very wide landscape: ready ones stand two abreast. And the least that it
/// must leave for the code.
const NUMBERS_WIDTH: f32 = 101.5;
const VERY_WIDE_LEAST: f32 = 72.0;
/// The least room for all that stands right of a broad code.
const RIGHT_LEAST: f32 = 66.0;
/// A tight code's most of a landscape's width.
const TIGHT_SHARE: f32 = 0.41;
/// A tight code's side in a portrait, and the least height for numbers under a broad one.
const TALL_TIGHT: f32 = 60.0;
const TALL_NUMBERS: f32 = 34.0;

/// How much room the code takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Room {
    /// As much as leaves place for many numbers.
    #[default]
    Tight,
    /// As much as leaves place for a few.
    Broad,
}

/// The parts' places, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    /// Whose bar it is.
    pub(super) header: Rect,
    /// The code.
    pub(super) code: Rect,
    /// What is said of the code.
    pub(super) words: Rect,
    /// Why there is no code: the place of the code and its words.
    pub(super) notice: Rect,
    /// All numbers, and what belongs to them.
    pub(super) numbers: Rect,
    unit: f32,
    stacked: bool,
}

impl Layout {
    /// Lays a panel out that shows numbers; `unit` is a hundredth of its shorter side. `languages`
    /// is how many stand there at once.
    pub(super) fn of(panel: Rect, unit: f32, room: Room, languages: usize) -> Self {
        let sides = Sides::of(panel, unit, languages);
        let tight = sides.arrange(Room::Tight);
        let broad = sides.arrange(Room::Broad);
        let is_worth_it = broad.code.width() >= WORTH_IT * tight.code.width();
        if room == Room::Broad && is_worth_it { broad } else { tight }
    }

    /// Takes a band from the top of the numbers.
    pub(super) fn band(&mut self, height: f32) -> Rect {
        cut(&mut self.numbers, height, self.unit)
    }

    /// The columns of ready numbers and of those in preparation.
    pub(super) fn columns(&self) -> (Rect, Rect) {
        let gap = GAP * self.unit;
        let area = self.numbers;
        let share = |whole: f32| (whole - gap) * READY_SHARE;
        if self.stacked {
            split_top(area, share(area.height()), gap)
        } else {
            split_left(area, share(area.width()), gap)
        }
    }
}

/// Takes a band from the top of a place.
pub(super) fn cut(place: &mut Rect, height: f32, unit: f32) -> Rect {
    let (band, rest) = split_top(*place, height, SMALL_GAP * unit);
    *place = rest;
    band
}

/// A panel that shows no numbers: its header, and all the rest.
pub(super) fn alone(panel: Rect, unit: f32) -> (Rect, Rect) {
    split_top(panel.shrink(size::MARGIN * unit), HEADER * unit, SMALL_GAP * unit)
}

/// A panel inside of its margins.
struct Sides {
    inner: Rect,
    unit: f32,
    words: Vec2,
    is_tall: bool,
}

impl Sides {
    fn of(panel: Rect, unit: f32, languages: usize) -> Self {
        let inner = panel.shrink(size::MARGIN * unit);
        let more = if languages > 1 { SECOND_HEIGHT } else { 0.0 };
        let words = vec2(WORDS_WIDTH, WORDS_HEIGHT + more) * unit;
        Self { inner, unit, words, is_tall: panel.height() > panel.width() }
    }

    fn arrange(&self, room: Room) -> Layout {
        match (self.is_tall, room) {
            (true, Room::Tight) => self.tall_tight(),
            (true, Room::Broad) => self.tall_broad(),
            (false, _) if self.very_wide_side() >= VERY_WIDE_LEAST * self.unit => self.very_wide(),
            (false, Room::Tight) => self.wide_tight(),
            (false, Room::Broad) => self.wide_broad(),
        }
    }

    /// The side of a code beside its words and the numbers.
    fn very_wide_side(&self) -> f32 {
        let taken = self.words.x + (2.0 * GAP + NUMBERS_WIDTH) * self.unit;
        self.inner.height().min(self.inner.width() - taken)
    }

    fn very_wide(&self) -> Layout {
        let gap = GAP * self.unit;
        let (code, right) = split_left(self.inner, self.very_wide_side(), gap);
        let code = code.with_max_y(code.top() + code.width());
        let (header, right) = self.header(right);
        let (words, numbers) = split_left(right, self.words.x, gap);
        let notice = self.inner.with_max_x(words.right());
        self.layout(header, [code, words, notice, numbers], false)
    }

    /// Words under the code, numbers beside both.
    fn wide_tight(&self) -> Layout {
        let gap = GAP * self.unit;
        let side = (self.inner.height() - self.words.y).min(TIGHT_SHARE * self.inner.width());
        let (left, right) = split_left(self.inner, side, gap);
        let (header, numbers) = self.header(right);
        let (code, words) = split_top(left, side, SMALL_GAP * self.unit);
        self.layout(header, [code, words, left, numbers], false)
    }

    /// The code at the panel's full height, and all the rest beside it.
    fn wide_broad(&self) -> Layout {
        let gap = GAP * self.unit;
        let most = self.inner.width() - gap - RIGHT_LEAST * self.unit;
        let (code, right) = split_left(self.inner, self.inner.height().min(most), gap);
        let code = code.with_max_y(code.top() + code.width());
        let (header, right) = self.header(right);
        let (words, numbers) = split_top(right, self.words.y, gap);
        self.layout(header, [code, words, code, numbers], false)
    }

    /// Words beside the code, numbers under both.
    fn tall_tight(&self) -> Layout {
        let gap = GAP * self.unit;
        let (header, body) = self.header(self.inner);
        let (lead, numbers) = split_top(body, TALL_TIGHT * self.unit, gap);
        let (code, words) = split_left(lead, TALL_TIGHT * self.unit, gap);
        self.layout(header, [code, words, lead, numbers], true)
    }

    /// The code at the panel's full width, words and numbers under it.
    fn tall_broad(&self) -> Layout {
        let gap = GAP * self.unit;
        let (header, body) = self.header(self.inner);
        let least = self.words.y + 2.0 * gap + TALL_NUMBERS * self.unit;
        let side = body.width().min(body.height() - least).max(1.0);
        let (code, below) = split_top(body, side, SMALL_GAP * self.unit);
        let (words, numbers) = split_top(below, self.words.y, gap);
        let code = code.with_max_x(code.left() + side);
        let notice = code.union(words);
        self.layout(header, [code, words, notice, numbers], false)
    }

    fn header(&self, area: Rect) -> (Rect, Rect) {
        split_top(area, HEADER * self.unit, SMALL_GAP * self.unit)
    }

    fn layout(&self, header: Rect, parts: [Rect; 4], stacked: bool) -> Layout {
        let [code, words, notice, numbers] = parts;
        Layout { header, code, words, notice, numbers, unit: self.unit, stacked }
    }
}

fn split_top(area: Rect, height: f32, gap: f32) -> (Rect, Rect) {
    let (cut, below) = (area.top() + height, area.top() + height + gap);
    let top = area.with_max_y(cut.min(area.bottom()));
    (top, Rect::from_min_max(pos2(area.left(), below.min(area.bottom())), area.max))
}

fn split_left(area: Rect, width: f32, gap: f32) -> (Rect, Rect) {
    let (cut, beyond) = (area.left() + width, area.left() + width + gap);
    let left = area.with_max_x(cut.min(area.right()));
    (left, Rect::from_min_max(pos2(beyond.min(area.right()), area.top()), area.max))
}

#[cfg(test)]
mod tests {
    use egui::Pos2;

    use super::*;

    /// From 720p to 8K, from 21:9 over 4:3 to 9:16.
    const PANELS: [(u16, u16); 13] = [
        (1280, 720),
        (1920, 1080),
        (3840, 2160),
        (7680, 4320),
        (2560, 1080),
        (3440, 1440),
        (1920, 1200),
        (1024, 768),
        (1280, 1024),
        (768, 1024),
        (1080, 1920),
        (2160, 3840),
        (1080, 2560),
    ];

    fn check_all(check: impl Fn(&str, Rect, f32, Layout)) {
        for (width, height) in PANELS {
            let panel = vec2(width.into(), height.into());
            let panel = Rect::from_min_size(Pos2::ZERO, panel);
            let unit = panel.size().min_elem() / 100.0;
            for room in [Room::Tight, Room::Broad] {
                for languages in [1, 2] {
                    let layout = Layout::of(panel, unit, room, languages);
                    let what = format!("{width}x{height} {room:?} {languages}");
                    check(&what, panel, unit, layout);
                }
            }
        }
    }

    #[test]
    fn parts_stand_apart_on_every_panel() {
        check_all(|what, panel, unit, mut layout| {
            let band = layout.band(8.0 * unit);
            let (ready, preparing) = layout.columns();
            let parts = [layout.header, layout.code, layout.words, band, ready, preparing];
            for (place, part) in parts.iter().enumerate() {
                assert!(panel.contains_rect(*part), "{what}: {part:?}");
                assert!(part.is_positive(), "{what}: {part:?}");
                let others = &parts[place + 1..];
                assert!(others.iter().all(|other| !other.intersects(*part)), "{what}: {layout:?}");
            }
        });
    }

    #[test]
    fn a_code_is_large_on_every_panel() {
        check_all(|what, panel, unit, layout| {
            let least = if panel.width() > 1.5 * panel.height() { 58.0 } else { 45.0 };
            let side = layout.code.size().min_elem() / unit;
            assert!(side >= least, "{what}: the code has {side} of the shorter side");
            assert!((layout.code.width() - layout.code.height()).abs() < 1.0, "{what}");
        });
    }

    #[test]
    fn a_column_holds_a_number_at_its_floor_on_every_panel() {
        check_all(|what, _, unit, layout| {
            let (ready, preparing) = layout.columns();
            assert!(ready.width() / unit >= 29.0, "{what}: {}", ready.width() / unit);
            assert!(preparing.width() / unit >= 19.0, "{what}: {}", preparing.width() / unit);
            for column in [ready, preparing] {
                assert!(column.height() / unit >= 21.0, "{what}: {}", column.height() / unit);
            }
        });
    }
}
