//! Puts a [`Screen`] on the panel: [`layout`] says where, a file per part says how, [`brush`] is
//! what stays from frame to frame.

mod bands;
mod brush;
mod busy;
mod canvas;
mod code;
mod flow;
mod grid;
mod header;
mod layout;
mod logo;
mod mark;
mod notice;
mod numbers;
mod pages;
mod rest;
mod shapes;

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::monitor::{Lead, Notice, Screen, Why};
use egui::Ui;

use self::bands::Bands;
pub use self::brush::Brush;
use self::canvas::Canvas;

/// Paints the whole of a window. `now` is the server's time, by which pages turn; says after how
/// long the next one does, by the server's clock too.
///
/// The picture moves a little now and then to keep the panel from wearing. That goes by the
/// window's own time, and the window is told.
pub fn screen(
    ui: &Ui,
    screen: &Screen,
    brush: &mut Brush,
    now: Option<Timestamp>,
) -> Option<Duration> {
    let seconds = ui.input(|input| input.time);
    let night = night(screen);
    let palette = brush.wake(night.is_some());
    // The window was cleared before anybody knew which face comes: its ground may be the last one's.
    ui.painter().rect_filled(ui.ctx().viewport_rect(), 0.0, palette.ground);
    let canvas = Canvas::of(ui, &palette, seconds);
    let opacity = brush.fade(&screen.lead, seconds);
    if opacity < 1.0 {
        ui.request_repaint();
    }
    let fading = canvas.faded(opacity);
    ui.request_repaint_after(rest::next_move(seconds));
    match (night, &screen.numbers) {
        (Some(notice), _) => {
            rest::paint_night(&fading, &screen.venue, notice, seconds);
            None
        }
        (None, Some(numbers)) => busy::paint([&canvas, &fading], screen, numbers, brush, now),
        (None, None) => {
            paint_alone(&canvas, &fading, screen, brush);
            None
        }
    }
}

/// What a panel says that nobody looks at.
fn night(screen: &Screen) -> Option<&Notice> {
    match &screen.lead {
        Lead::Notice(notice) if notice.why == Why::Night => Some(notice),
        _ => None,
    }
    .filter(|_| screen.numbers.is_none() && screen.announcement.is_none())
}

/// A face without numbers.
fn paint_alone(canvas: &Canvas<'_>, fading: &Canvas<'_>, screen: &Screen, brush: &mut Brush) {
    let (header, mut body) = layout::alone(canvas.panel, canvas.unit);
    header::paint(canvas, header, &screen.venue, &mut brush.logo);
    let bands = Bands::of(canvas, screen, body.width());
    let places = bands.places(canvas, |height| layout::cut(&mut body, height, canvas.unit));
    bands.paint(canvas, places);
    match &screen.lead {
        Lead::Code(card) => code::paint(fading, (body, body), card, &mut brush.order_code),
        Lead::Notice(notice) => notice::paint(fading, body, notice, true, &mut brush.wifi_code),
    }
}

#[cfg(test)]
mod tests;
