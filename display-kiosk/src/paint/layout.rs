//! Where the parts stand: side by side on a wide panel, one under the other on a tall one.

use egui::{Rect, pos2};

use crate::theme::size;

/// The code's share of a wide panel's width, and the most that it needs.
const LEAD_SHARE: f32 = 0.36;
const LEAD_MOST: f32 = 58.0;
/// Ready numbers' share of the width or height that is left for numbers.
const READY_SHARE: f32 = 0.59;
/// Height of a tall panel's code.
const LEAD_TALL: f32 = 58.0;
/// Heights of the header and of the warning under it.
const HEADER: f32 = 5.0;
const BAND: f32 = 6.5;
/// Between two parts.
const GAP: f32 = 4.0;

/// The parts' places, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) header: Rect,
    pub(super) band: Option<Rect>,
    /// Everything under the header.
    pub(super) body: Rect,
    pub(super) lead: Rect,
    pub(super) ready: Rect,
    pub(super) preparing: Rect,
}

impl Layout {
    /// Lays a panel out; `unit` is a hundredth of its shorter side.
    pub(super) fn of(panel: Rect, unit: f32, warned: bool) -> Self {
        let inner = panel.shrink(size::MARGIN * unit);
        let (header, rest) = split_top(inner, HEADER * unit, 2.0 * unit);
        let (band, body) = if warned {
            let (band, body) = split_top(rest, BAND * unit, 2.0 * unit);
            (Some(band), body)
        } else {
            (None, rest)
        };
        let gap = GAP * unit;
        let (lead, ready, preparing) = if panel.width() >= panel.height() {
            let lead_width = (LEAD_SHARE * panel.width()).min(LEAD_MOST * unit);
            let (lead, numbers) = split_left(body, lead_width, gap);
            let (ready, preparing) = split_left(numbers, share(numbers.width(), gap), gap);
            (lead, ready, preparing)
        } else {
            let (lead, numbers) = split_top(body, LEAD_TALL * unit, gap);
            let (ready, preparing) = split_top(numbers, share(numbers.height(), gap), gap);
            (lead, ready, preparing)
        };
        Self { header, band, body, lead, ready, preparing }
    }
}

fn share(whole: f32, gap: f32) -> f32 {
    (whole - gap) * READY_SHARE
}

fn split_top(area: Rect, height: f32, gap: f32) -> (Rect, Rect) {
    let (cut, below) = (area.top() + height, area.top() + height + gap);
    let top = Rect::from_min_max(area.min, pos2(area.right(), cut));
    (top, Rect::from_min_max(pos2(area.left(), below.min(area.bottom())), area.max))
}

fn split_left(area: Rect, width: f32, gap: f32) -> (Rect, Rect) {
    let (cut, beyond) = (area.left() + width, area.left() + width + gap);
    let left = Rect::from_min_max(area.min, pos2(cut, area.bottom()));
    (left, Rect::from_min_max(pos2(beyond.min(area.right()), area.top()), area.max))
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, vec2};

    use super::*;

    #[test]
    fn parts_stand_apart_on_every_panel() {
        let panels = [(1920, 1080), (3840, 2160), (1080, 1920), (2560, 1080), (1024, 768)];
        for (width, height) in panels.map(|(w, h): (u16, u16)| (f32::from(w), f32::from(h))) {
            let panel = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
            let unit = width.min(height) / 100.0;
            for warned in [false, true] {
                let layout = Layout::of(panel, unit, warned);
                let mut parts = vec![layout.header, layout.lead, layout.ready, layout.preparing];
                parts.extend(layout.band);
                for (place, part) in parts.iter().enumerate() {
                    assert!(panel.contains_rect(*part), "{width}x{height}: {part:?}");
                    assert!(part.is_positive(), "{width}x{height}: {part:?}");
                    let others = &parts[place + 1..];
                    assert!(others.iter().all(|other| !other.intersects(*part)), "{layout:?}");
                }
            }
        }
    }
}
