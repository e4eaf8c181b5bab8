//! One window: its keys, its pointer, its place, and what it shows.

use std::time::Duration;

use egui::{Color32, Rect, Ui, ViewportCommand, ViewportId};

use super::{opening, sign};
use crate::cli::WindowSize;
use crate::keys::{Keys, Wish};
use crate::model::SharedModel;
use crate::paint::{self, Brush};
use crate::pointer::Pointer;
use crate::screens::{Monitor, Move, Place};
use crate::theme::Tone;

/// Between two pictures of the sign that grows while Esc is held.
const SIGN_GROWS: Duration = Duration::from_millis(50);

/// One window.
pub(super) struct Pane {
    brush: Brush,
    keys: Keys,
    pointer: Pointer,
    place: Place,
    target: Option<Monitor>,
    windowed: Option<WindowSize>,
    is_full: bool,
}

impl Pane {
    pub(super) fn new(windowed: Option<WindowSize>, tone: Tone) -> Self {
        Self {
            brush: Brush::new(tone),
            keys: Keys::default(),
            pointer: Pointer::default(),
            place: Place::default(),
            target: None,
            windowed,
            is_full: windowed.is_none(),
        }
    }

    /// Gives the window the monitor that it fills, or has it go there anew. Without one it stays
    /// where it is.
    pub(super) fn set_target(&mut self, target: Option<Monitor>) {
        self.target = target;
        self.place.forget();
    }

    /// The monitor that the window fills, or is on its way to.
    pub(super) fn target(&self) -> Option<&Monitor> {
        self.target.as_ref()
    }

    /// The colour under everything.
    pub(super) fn ground(&self) -> Color32 {
        self.brush.ground()
    }

    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// A frame. Returns the wish that is not this window's alone to fulfil.
    pub(super) fn show(&mut self, ui: &Ui, model: &SharedModel) -> Option<Wish> {
        let wish = self.obey(ui);
        self.hide_pointer(ui);
        self.keep_place(ui);
        self.paint(ui, model);
        wish.filter(|wish| *wish == Wish::NextMonitor)
    }

    fn obey(&mut self, ui: &Ui) -> Option<Wish> {
        let wish = ui.input(|input| self.keys.read(input));
        let closes = ui.input(|input| input.viewport().close_requested());
        match wish {
            Some(Wish::ToggleFull) => self.toggle_full(ui),
            Some(Wish::NextMonitor) => self.place.forget(),
            Some(Wish::Quit) => {}
            None if closes => {}
            None => return None,
        }
        if wish == Some(Wish::Quit) || closes {
            // The main window's end is the end of all of them.
            ui.ctx().send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close);
        }
        wish
    }

    fn toggle_full(&mut self, ui: &Ui) {
        self.is_full = !self.is_full;
        self.place.forget();
        ui.ctx().send_viewport_cmd(ViewportCommand::Fullscreen(self.is_full));
        if !self.is_full {
            let size = opening::size(self.windowed);
            ui.ctx().send_viewport_cmd(ViewportCommand::InnerSize(size));
            let pixels = ui.ctx().pixels_per_point();
            if let Some(monitor) = &self.target {
                let corner = opening::middle(monitor, size * pixels).min / pixels;
                ui.ctx().send_viewport_cmd(ViewportCommand::OuterPosition(corner));
            }
        }
    }

    fn hide_pointer(&mut self, ui: &Ui) {
        let (at, now) = ui.input(|input| (input.pointer.latest_pos(), input.time));
        let (icon, again) = self.pointer.look(at, now);
        ui.set_cursor_icon(icon);
        look_again(ui, again);
    }

    fn keep_place(&mut self, ui: &Ui) {
        let (true, Some(target)) = (self.is_full, &self.target) else { return };
        let now = ui.input(|input| input.time);
        let (step, again) = self.place.step(target, area(ui), now);
        look_again(ui, again);
        let context = ui.ctx();
        match step {
            Some(Move::Enter(index)) => {
                context.send_viewport_cmd(ViewportCommand::SetMonitor(index));
            }
            Some(Move::Reenter(index)) => {
                context.send_viewport_cmd(ViewportCommand::Fullscreen(false));
                context.send_viewport_cmd(ViewportCommand::SetMonitor(index));
            }
            Some(Move::Take(area)) => {
                let points = area / context.pixels_per_point();
                context.send_viewport_cmd(ViewportCommand::OuterPosition(points.min));
                context.send_viewport_cmd(ViewportCommand::InnerSize(points.size()));
            }
            None => {}
        }
    }

    /// Paints what the model says, and asks to be woken when that will look different.
    fn paint(&mut self, ui: &Ui, model: &SharedModel) {
        let (screen, now) = {
            let model = model.lock();
            let accent = model.venue.as_ref().and_then(|venue| venue.accent);
            self.brush.wear(accent, model.logo.as_ref().map(|logo| &*logo.content));
            let moment = model.moment();
            (model.screen(moment), moment.now)
        };
        let turn = paint::screen(ui, &screen, &mut self.brush, now);
        if let Some(wake) = screen.wake.into_iter().chain(turn).min() {
            ui.request_repaint_after(model.lock().span(wake));
        }
        if let Some(part) = self.keys.held(ui.input(|input| input.time)) {
            sign::paint(ui, part);
            ui.request_repaint_after(SIGN_GROWS);
        }
    }
}

/// Where the window is, in pixels; nothing where the window system does not tell.
pub(super) fn area(ui: &Ui) -> Option<Rect> {
    let points = ui.input(|input| input.viewport().inner_rect)?;
    Some(points * ui.ctx().pixels_per_point())
}

fn look_again(ui: &Ui, seconds: Option<f64>) {
    let after = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    if let Some(after) = after {
        ui.request_repaint_after(after);
    }
}
