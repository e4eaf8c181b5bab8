//! A face with numbers beside the code, or beside the reason why there is none.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::monitor::{Lead, Numbers, Screen};

use super::bands::{Bands, Places};
use super::brush::Brush;
use super::canvas::Canvas;
use super::layout::{Layout, Room};
use super::numbers::{PREPARING, READY, Section, heading};
use super::{code, header, notice};

/// Where everything would stand if the code had so much room.
struct Plan<'a> {
    layout: Layout,
    bands: Bands<'a>,
    places: Places,
    ready: Section<'a>,
    preparing: Section<'a>,
}

impl<'a> Plan<'a> {
    fn of(canvas: &Canvas<'_>, screen: &'a Screen, numbers: &'a Numbers, room: Room) -> Self {
        let languages = numbers.ready.title.texts().count();
        let mut layout = Layout::of(canvas.panel, canvas.unit, room, languages);
        let bands = Bands::of(canvas, screen, layout.numbers.width());
        let places = bands.places(canvas, |height| layout.band(height));
        let (ready, preparing) = layout.columns();
        let is_stale = screen.warning.is_some();
        let headings = [(ready, &numbers.ready), (preparing, &numbers.preparing)];
        let headings = headings.map(|(area, column)| heading(canvas, area, &column.title));
        let heading = headings[0].max(headings[1]);
        let section = |kind, area, column| Section { kind, area, column, is_stale, heading };
        Self {
            layout,
            bands,
            places,
            ready: section(READY, ready, &numbers.ready),
            preparing: section(PREPARING, preparing, &numbers.preparing),
        }
    }

    /// Whether all numbers fit on one page, and so many more in each column.
    fn fits(&self, unit: f32, more: usize) -> bool {
        self.ready.fits(unit, more) && self.preparing.fits(unit, more)
    }
}

/// Paints the face, its lead on a canvas of its own: it may be coming in. Returns when the next
/// page turns, where there is one.
pub(super) fn paint(
    [canvas, fading]: [&Canvas<'_>; 2],
    screen: &Screen,
    numbers: &Numbers,
    brush: &mut Brush,
    now: Option<Timestamp>,
) -> Option<Duration> {
    brush.hear(now);
    let has_code = matches!(screen.lead, Lead::Code(_));
    let broad = has_code.then(|| Plan::of(canvas, screen, numbers, Room::Broad));
    let broad = broad.filter(|plan| plan.fits(canvas.unit, brush.spare()));
    brush.stand(if broad.is_some() { Room::Broad } else { Room::Tight });
    let plan = broad.unwrap_or_else(|| Plan::of(canvas, screen, numbers, Room::Tight));

    let Layout { header, code, words, notice, .. } = plan.layout;
    header::paint(canvas, header, &screen.venue, &mut brush.logo);
    match &screen.lead {
        Lead::Code(card) => code::paint(fading, (code, words), card, &mut brush.order_code),
        Lead::Notice(words) => notice::paint(fading, notice, words, false, &mut brush.wifi_code),
    }
    plan.bands.paint(canvas, plan.places);
    let pages = [
        (plan.ready.paint(canvas, &mut brush.ready), brush.ready.next()),
        (plan.preparing.paint(canvas, &mut brush.preparing), brush.preparing.next()),
    ];
    pages.into_iter().filter(|(pages, _)| *pages > 1).map(|(_, next)| next).min()
}
