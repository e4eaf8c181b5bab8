//! The means of painting: a canvas measured in hundredths of the panel's shorter side.

use std::sync::Arc;

use egui::accesskit::{self, Role};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Color32, Galley, Id, Painter, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::rest;
use crate::theme::fonts::{ASCENT, FIGURE_HEIGHT, Weight, font};
use crate::theme::{Palette, size};

/// The longest text that is laid out, in letters: twice the bar's own longest line. To lay out what
/// never fits costs memory for each of its letters.
const MOST_LETTERS: usize = 400;

/// How a text looks; its size is in units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) color: Color32,
}

impl Style {
    pub(super) const fn medium(size: f32, color: Color32) -> Self {
        Self { weight: Weight::Medium, size, color }
    }

    pub(super) const fn bold(size: f32, color: Color32) -> Self {
        Self { weight: Weight::Bold, size, color }
    }

    /// How the same looks in the second language.
    pub(super) fn second(self, color: Color32) -> Self {
        Self { weight: Weight::Medium, size: size::second(self.size), color }
    }
}

/// The panel to paint on.
pub(super) struct Canvas<'a> {
    pub(super) painter: Painter,
    pub(super) palette: &'a Palette,
    pub(super) panel: Rect,
    /// A hundredth of the panel's shorter side, in points.
    pub(super) unit: f32,
    /// What the panel's labels hang under.
    id: Id,
}

impl<'a> Canvas<'a> {
    /// The whole of a window that has been on show for so many seconds.
    pub(super) fn of(ui: &Ui, palette: &'a Palette, seconds: f64) -> Self {
        let panel = ui.max_rect();
        let unit = panel.size().min_elem() / 100.0;
        let shift = rest::shift(seconds, unit, ui.pixels_per_point());
        let painter = ui.painter().clone();
        Self { painter, palette, panel: panel.translate(shift), unit, id: ui.scope_id() }
    }

    /// The same canvas, painted on with less than all of the paint.
    pub(super) fn faded(&self, opacity: f32) -> Self {
        let mut painter = self.painter.clone();
        painter.multiply_opacity(opacity);
        Self { painter, ..*self }
    }

    /// Units in points.
    pub(super) fn units(&self, units: f32) -> f32 {
        units * self.unit
    }

    /// Lays a text out in at most so many rows of a width in points; what is too long is cut.
    pub(super) fn lay(&self, text: &str, style: Style, width: f32, rows: usize) -> Arc<Galley> {
        self.lay_aligned(text, style, width, rows, Align::LEFT)
    }

    /// The same; what is not at the left hangs from its middle or its right.
    pub(super) fn lay_aligned(
        &self,
        text: &str,
        style: Style,
        width: f32,
        rows: usize,
        align: Align,
    ) -> Arc<Galley> {
        let font = font(style.weight, self.units(style.size));
        let mut job =
            LayoutJob::single_section(begin_of(text), TextFormat::simple(font, style.color));
        job.halign = align;
        job.wrap = TextWrapping {
            max_width: width,
            max_rows: rows,
            break_anywhere: rows == 1,
            ..TextWrapping::default()
        };
        self.painter.layout_job(job)
    }

    /// Writes one row so that its capitals fill the height from `top` down; returns its width.
    pub(super) fn row(&self, text: &str, style: Style, top_left: Pos2, width: f32) -> f32 {
        let galley = self.lay(text, style, width, 1);
        let lift = (ASCENT - FIGURE_HEIGHT) * self.units(style.size);
        let written = galley.size().x;
        self.galley(top_left - vec2(0.0, lift), galley, style.color);
        written
    }

    /// Puts a text that is laid out on the panel, and says it to those who cannot see it.
    pub(super) fn galley(&self, corner: Pos2, galley: Arc<Galley>, color: Color32) {
        self.label(galley.text(), galley.rect.translate(corner.to_vec2()));
        self.painter.galley(corner, galley, color);
    }

    /// Names a place for screen readers, and for tests. It costs nothing where nobody listens.
    pub(super) fn label(&self, text: &str, place: Rect) {
        let corner = [place.min.x, place.min.y].map(f32::to_bits);
        self.painter.ctx().accesskit_node_builder(self.id.with((text, corner)), |node| {
            node.set_role(Role::Label);
            node.set_value(text);
            node.set_bounds(accesskit::Rect {
                x0: place.min.x.into(),
                y0: place.min.y.into(),
                x1: place.max.x.into(),
                y1: place.max.y.into(),
            });
        });
    }

    /// Height of a row's capitals and figures, in points.
    pub(super) fn capitals(&self, style: Style) -> f32 {
        self.units(style.size) * FIGURE_HEIGHT
    }

    /// Moves a corner onto the panel's own pixels.
    pub(super) fn snap(&self, corner: Pos2) -> Pos2 {
        let pixels = self.painter.pixels_per_point();
        let snap = |points: f32| (points * pixels).round() / pixels;
        pos2(snap(corner.x), snap(corner.y))
    }

    /// A square around a centre, in points.
    pub(super) fn square(center: Pos2, side: f32) -> Rect {
        Align2::CENTER_CENTER.anchor_size(center, Vec2::splat(side))
    }
}

/// What of a text is laid out at most.
fn begin_of(text: &str) -> String {
    text.chars().take(MOST_LETTERS).collect()
}

/// Where a text of a width begins in a place, so that it stands at its left or in its middle.
pub(super) fn begin(align: Align, left: f32, room: f32, width: f32) -> f32 {
    left + align.to_factor() * (room - width)
}
