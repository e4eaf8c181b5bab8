//! Puts a [`Screen`] on the panel: [`layout`] says where, a file per part says how.

mod brush;
mod code;
mod grid;
mod header;
mod layout;
mod notice;
mod numbers;
mod shapes;

use std::time::Duration;

use demitasse_shared::Timestamp;
use egui::Ui;

pub(crate) use self::brush::Brush;
use self::brush::Canvas;
use self::layout::Layout;
use demitasse_shared::monitor::{Lead, Screen};

/// How long a page of numbers stays before the next one takes its place, in seconds.
const PAGE_SECONDS: i64 = 8;

/// Paints the panel. Where numbers take more than one page, says when the page turns.
pub(crate) fn screen(
    ui: &Ui,
    screen: &Screen,
    brush: &mut Brush,
    now: Option<Timestamp>,
) -> Option<Duration> {
    let canvas = Canvas::of(ui);
    let layout = Layout::of(canvas.panel, canvas.unit, screen.warning.is_some());
    header::paint(&canvas, layout.header, &screen.venue);
    if let (Some(band), Some(words)) = (layout.band, &screen.warning) {
        header::paint_warning(&canvas, band, words.leading());
    }
    let Some(numbers) = &screen.numbers else {
        lead(&canvas, layout.body, &screen.lead, brush);
        return None;
    };
    lead(&canvas, layout.lead, &screen.lead, brush);
    let second = now.map_or(0, Timestamp::as_second);
    let page = usize::try_from(second / PAGE_SECONDS).unwrap_or_default();
    let pages = [
        numbers::paint_ready(&canvas, layout.ready, &numbers.ready, page),
        numbers::paint_preparing(&canvas, layout.preparing, &numbers.preparing, page),
    ];
    pages.iter().any(|&pages| pages > 1).then(|| time_to_turn(now))
}

fn lead(canvas: &Canvas<'_>, area: egui::Rect, lead: &Lead, brush: &mut Brush) {
    match lead {
        Lead::Code(card) => code::paint(canvas, area, card, brush),
        Lead::Notice(notice) => notice::paint(canvas, area, notice),
    }
}

/// Pages turn with the server's clock, on all monitors at once.
fn time_to_turn(now: Option<Timestamp>) -> Duration {
    let page = Duration::from_secs(PAGE_SECONDS.unsigned_abs());
    let millis = now.map_or(0, Timestamp::as_millisecond).rem_euclid(PAGE_SECONDS * 1_000);
    page.saturating_sub(Duration::from_millis(millis.unsigned_abs()))
}
