//! The means of painting: a canvas measured in hundredths of the panel's shorter side, and what is
//! kept from frame to frame.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Align2, Color32, Context, Galley, Painter, Pos2, Rect, TextureHandle, TextureOptions,
    Ui, Vec2, pos2, vec2,
};
use std::sync::Arc;

use crate::qr::Modules;
use crate::theme::{self, ASCENT, FIGURE_HEIGHT, Weight};

/// What is kept from frame to frame: the code's picture, as long as the code stays.
#[derive(Default)]
pub(crate) struct Brush {
    code: Option<CodePicture>,
}

/// A code on the graphics card, one texel a module.
pub(super) struct CodePicture {
    url: String,
    pub(super) span: usize,
    pub(super) texture: TextureHandle,
}

impl Brush {
    /// The picture of a code, made anew only when the code changes.
    pub(super) fn picture(&mut self, window: &Context, url: &str) -> Option<&CodePicture> {
        if self.code.as_ref().is_none_or(|kept| kept.url != url) {
            self.code = Modules::of(url).map(|modules| CodePicture {
                url: url.to_owned(),
                span: modules.span(),
                texture: window.load_texture("code", modules.image(), TextureOptions::NEAREST),
            });
        }
        self.code.as_ref()
    }
}

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
}

/// The panel to paint on.
pub(super) struct Canvas<'a> {
    pub(super) painter: &'a Painter,
    pub(super) panel: Rect,
    /// A hundredth of the panel's shorter side, in points.
    pub(super) unit: f32,
}

impl<'a> Canvas<'a> {
    pub(super) fn of(ui: &'a Ui) -> Self {
        let panel = ui.max_rect();
        Self { painter: ui.painter(), panel, unit: panel.width().min(panel.height()) / 100.0 }
    }

    /// Units in points.
    pub(super) fn units(&self, units: f32) -> f32 {
        units * self.unit
    }

    /// Lays a text out in at most so many rows of a width in points; what is too long is cut.
    pub(super) fn lay(&self, text: &str, style: Style, width: f32, rows: usize) -> Arc<Galley> {
        self.lay_aligned(text, style, width, rows, Align::LEFT)
    }

    fn lay_aligned(
        &self,
        text: &str,
        style: Style,
        width: f32,
        rows: usize,
        align: Align,
    ) -> Arc<Galley> {
        let font = theme::font(style.weight, self.units(style.size));
        let mut job =
            LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, style.color));
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
        let size = self.units(style.size);
        let lift = (ASCENT - FIGURE_HEIGHT) * size;
        let written = galley.size().x;
        self.painter.galley(top_left - vec2(0.0, lift), galley, style.color);
        written
    }

    /// Writes a text of a few rows; returns the height that it took.
    pub(super) fn block(
        &self,
        text: &str,
        style: Style,
        anchor: Pos2,
        align: Align,
        width: f32,
    ) -> f32 {
        let galley = self.lay_aligned(text, style, width, 4, align);
        let height = galley.size().y;
        self.painter.galley(anchor, galley, style.color);
        height
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
