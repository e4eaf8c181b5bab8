//! The monitor without its window and its line: for tests that live through a week in a moment,
//! and for measuring what a frame takes.

use std::collections::HashSet;
use std::time::Duration;

use demitasse_shared::client::{Steady, Update};
use demitasse_shared::monitor::{Moment, Screen};
use demitasse_shared::venue::Venue;
use egui::{Context, RawInput, Rect, TextureId, Vec2};

use crate::model::Model;
use crate::paint::{self, Brush};
use crate::theme;

/// What the monitor knows, and the frames that it would show.
///
/// It is the window's own model and the window's own painting; what the caller brings are the
/// updates that the feed would, and the clock.
pub struct Panel {
    model: Model,
    brush: Brush,
    window: Context,
    textures: HashSet<TextureId>,
}

impl std::fmt::Debug for Panel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Panel").field("model", &self.model).finish_non_exhaustive()
    }
}

/// What a frame came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built {
    /// Triangles for the graphics card.
    pub triangles: usize,
    /// Pictures that the graphics card keeps, the letters' own among them.
    pub textures: usize,
    /// After how long the next page of numbers takes its place.
    pub turn: Option<Duration>,
}

impl Panel {
    /// A monitor that has heard nothing yet, and counts time by this clock.
    pub fn new(steady: Steady) -> Self {
        let window = Context::default();
        theme::fonts::dress(&window);
        let (brush, textures) = (Brush::default().still(), HashSet::new());
        Self { model: Model::on(steady), brush, window, textures }
    }

    /// Takes in what the live reader says; true where the screen may look different for it.
    pub fn take(&mut self, update: Update) -> bool {
        self.model.take(update)
    }

    /// Takes in what the server says of the venue; true where the screen may look different.
    pub fn set_venue(&mut self, venue: Venue) -> bool {
        self.model.set_venue(venue)
    }

    /// Reads the clocks.
    pub fn moment(&self) -> Moment {
        self.model.moment()
    }

    /// What is to be shown now.
    pub fn screen(&self) -> Screen {
        self.model.screen(self.moment())
    }

    /// How many orders are in its memory.
    pub fn orders(&self) -> usize {
        self.model.board.as_ref().map_or(0, |board| board.orders().count())
    }

    /// Builds a frame on a panel of this many points: lays it out and makes triangles of it. Only
    /// putting them on a panel is left.
    pub fn build(&mut self, screen: &Screen, width: f32, height: f32) -> Built {
        let whole = Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(width, height));
        let input = RawInput { screen_rect: Some(whole), ..RawInput::default() };
        let (now, brush) = (self.model.moment().now, &mut self.brush);
        let mut turn = None;
        let mut output =
            self.window.run_ui(input, |ui| turn = paint::screen(ui, screen, brush, now));
        self.textures.extend(output.textures_delta.set.keys());
        for gone in &output.textures_delta.free {
            self.textures.remove(gone);
        }
        // There is no graphics card that they would be sent to.
        output.textures_delta.clear();
        let textures = self.textures.len();
        let primitives = self.window.tessellate(output.shapes, output.pixels_per_point);
        let triangles = primitives.iter().map(|primitive| match &primitive.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
            egui::epaint::Primitive::Callback(_) => 0,
        });
        Built { triangles: triangles.sum(), textures, turn }
    }
}
